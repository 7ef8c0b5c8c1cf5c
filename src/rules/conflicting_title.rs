//! A person's title that differs from the catalog's, or from that in other articles.

use super::around::{long_date, speaks_of_the_past};
use super::rule::{Context, Rule, doubt_of, doubted};
use crate::catalog::{TitleLikeness, compare_titles, title_words};
use crate::corpus::{Name, NameIn};
use crate::diagnostic::{Diagnostic, Edit, Fix, Place, Related, Severity};
use crate::document::{Introduction, IntroductionKind};
use crate::text::Span;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

pub(super) struct ConflictingTitle;

/// Articles that are looked through for one person: enough to meet the title, few enough for a keystroke.
const MOST: usize = 200;
/// Days within which a title that lacks a rank is held against one that has it. Few change office within half a year,
/// and who does is named with the new rank.
const TERM: i32 = 183;
/// Words that rank offices of one name.
const ORDINALS: [&str; 5] = ["first", "second", "third", "fourth", "fifth"];
/// Words that part offices of one name where the employer has both.
const GRADES: [&str; 6] = ["assistant", "associate", "executive", "junior", "principal", "senior"];

impl Rule for ConflictingTitle {
    fn name(&self) -> &'static str {
        "conflicting-title"
    }
    fn summary(&self) -> &'static str {
        "A person's title that differs from the catalog's, or from that in other articles."
    }
    fn severity(&self) -> Option<Severity> {
        Some(Severity::Information)
    }
    fn page(&self) -> &'static str {
        include_str!("../../tests/rules/conflicting-title.md")
    }

    fn check(&self, context: &Context, found: &mut Vec<Diagnostic>) {
        let Some(date) = context.document.date else { return };
        let mut persons: BTreeMap<u32, Vec<&Introduction>> = BTreeMap::new();
        for introduction in context.introductions() {
            if introduction.kind == IntroductionKind::Role && introduction.holds {
                persons.entry(introduction.chain).or_default().push(introduction);
            }
        }
        found.extend(persons.values().filter_map(|roles| Titles { context, date, roles }.conflict()));
    }
}

/// The titles that an article gives one person.
struct Titles<'a> {
    context: &'a Context<'a>,
    date: Date,
    roles: &'a [&'a Introduction],
}

/// A title that the person is known by.
#[derive(Clone)]
struct Known {
    title: String,
    at: Option<Name>,
    source: Source,
}

/// Who gives it.
#[derive(Clone)]
enum Source {
    Catalog { seen: Option<Date> },
    Article { path: Arc<Path>, place: Place, date: Date },
    Here { span: Span },
}

/// How a title conflicts with a known one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Conflict {
    /// It lacks a rank: "Vice Minister" of a second vice minister.
    LacksRank,
    /// It is another: "first vice minister" of a second one.
    Other,
}

impl Titles<'_> {
    /// The first title that conflicts with what the catalog, this article or others have.
    fn conflict(&self) -> Option<Diagnostic> {
        let name = Name::of(self.context.document, self.roles[0].chain)?;
        let stated = self.stated(&name);
        let told = self.told(&name);
        for (at, role) in self.roles.iter().enumerate() {
            let span = role.title;
            let zone = self.context.document.zones.get(self.context.document.paragraph_at(span.start))?;
            let same = |known: &&Known| self.compare(role, known) == TitleLikeness::Same;
            if !self.context.lints(*zone, span)
                || self.held_at_some_time(&name, role)
                || stated.iter().any(|known| same(&known))
            {
                continue;
            }
            let earlier = || {
                let mut earlier = self.roles[..at].iter().map(|other| self.here(other));
                earlier.find(|known| self.rivals(&name, role, known) == Some(Conflict::Other))
            };
            let rival = stated.iter().find(|known| self.rivals(&name, role, known).is_some());
            let rival = rival.or_else(|| self.among(&name, role, &told)).cloned().or_else(earlier);
            // Few titles have a rival: only then it counts whether the sentence speaks of another time.
            if let Some(known) = rival
                && !speaks_of_the_past(self.context.document, role.what, self.date)
            {
                return self.finding(&name, role, &known);
            }
        }
        None
    }

    /// The titles that the catalog states for the article's date.
    fn stated(&self, name: &Name) -> Vec<Known> {
        let Name::Known(person) = name else { return Vec::new() };
        let roles = self.context.catalog().entity(*person).roles.iter().filter(|r| r.bound.holds(self.date));
        let known = |role: &crate::catalog::Role| Known {
            title: role.title.clone(),
            at: role.at.as_ref().and_then(|at| at.entity()).map(Name::Known),
            source: Source::Catalog { seen: role.seen },
        };
        roles.map(known).collect()
    }

    /// True for a title that the catalog states for another time: outdated-name speaks of it.
    fn held_at_some_time(&self, name: &Name, role: &Introduction) -> bool {
        let Name::Known(person) = name else { return false };
        let title = self.context.document.slice(role.title);
        let mut roles = self.context.catalog().entity(*person).roles.iter();
        roles.any(|r| !r.bound.holds(self.date) && compare_titles(title, &r.title) == TitleLikeness::Same)
    }

    /// The titles that other dated articles give.
    fn told(&self, name: &Name) -> Vec<Known> {
        let snapshot = self.context.snapshot;
        if !snapshot.complete {
            return Vec::new();
        }
        let mut known = Vec::new();
        for article in snapshot.articles_with(name).take(MOST).filter(|a| !a.is_at(self.context.path)) {
            let Some(date) = article.date else { continue };
            let own = article
                .introductions()
                .filter(|i| i.kind == IntroductionKind::Role && i.holds && i.whose() == *name);
            known.extend(own.map(|i| Known {
                title: i.title.to_string(),
                at: i.employer.map(NameIn::owned),
                source: Source::Article { path: article.path.clone(), place: article.place(i.at), date },
            }));
        }
        known
    }

    /// A title that this article has itself.
    fn here(&self, role: &Introduction) -> Known {
        Known {
            title: self.context.document.slice(role.title).to_owned(),
            at: role.employer.and_then(|chain| Name::of(self.context.document, chain)),
            source: Source::Here { span: role.title },
        }
    }

    fn compare(&self, role: &Introduction, known: &Known) -> TitleLikeness {
        compare_titles(self.context.document.slice(role.title), &known.title)
    }

    /// How the title conflicts with a known one, where it does.
    fn rivals(&self, name: &Name, role: &Introduction, known: &Known) -> Option<Conflict> {
        let employer = role.employer.and_then(|chain| Name::of(self.context.document, chain));
        let one_office = match (&employer, &known.at) {
            (Some(here), Some(there)) => here == there,
            // Of two people of one name in the articles, each may hold an office somewhere.
            _ => matches!(name, Name::Known(_)) || matches!(known.source, Source::Here { .. }),
        };
        let ranked = |words: &[String]| words.iter().any(|w| ORDINALS.contains(&w.as_str()) || w == "vice");
        match self.compare(role, known) {
            TitleLikeness::Same => None,
            TitleLikeness::Shorter(lost) => {
                let grades = lost.iter().any(|w| GRADES.contains(&w.as_str()));
                let several = ranked(&lost) || grades && self.colleague_has(name, role, known);
                let spelled_out =
                    self.roles.iter().any(|other| self.compare(other, known) == TitleLikeness::Same);
                let whose = one_office || employer.is_none();
                (several && !spelled_out && whose).then_some(Conflict::LacksRank)
            }
            TitleLikeness::Longer(more) => {
                (one_office && more.iter().any(|w| w == "vice")).then_some(Conflict::Other)
            }
            TitleLikeness::Other(here, there) => {
                let grade = |w: &String| ranked(std::slice::from_ref(w)) || GRADES.contains(&w.as_str());
                let ranks = here.iter().all(grade) && there.iter().all(grade);
                let chief = |title: &str| {
                    let words = title_words(title);
                    ["chief", "officer"].iter().all(|w| words.iter().any(|word| word == w))
                };
                let chiefs = chief(self.context.document.slice(role.title)) && chief(&known.title);
                (one_office && (ranks || chiefs)).then_some(Conflict::Other)
            }
        }
    }

    /// True where the catalog knows somebody else at the same employer who holds the shorter title.
    fn colleague_has(&self, name: &Name, role: &Introduction, known: &Known) -> bool {
        let Some(Name::Known(employer)) = known.at else { return false };
        let catalog = self.context.catalog();
        let title = self.context.document.slice(role.title);
        let others = catalog.related(employer).iter().filter(|other| Name::Known(**other) != *name);
        let mut roles = others.flat_map(|other| &catalog.entity(*other).roles);
        roles.any(|r| {
            let here = r.at.as_ref().and_then(|at| at.entity()) == Some(employer);
            here && compare_titles(title, &r.title) == TitleLikeness::Same
        })
    }

    /// Of the titles that other articles have, the one that this one conflicts with.
    ///
    /// A later title may be a promotion, so another one counts only where it is told on the same day, or before and
    /// after this article; then the title of fewer articles is reported, of as many the later one.
    fn among<'k>(&self, name: &Name, role: &Introduction, told: &'k [Known]) -> Option<&'k Known> {
        let date = |known: &Known| match known.source {
            Source::Article { date, .. } => date,
            _ => self.date,
        };
        let like = |known: &&Known, title: &str| compare_titles(&known.title, title) == TitleLikeness::Same;
        let articles = |title: &str| {
            let mut paths: Vec<&Arc<Path>> =
                told.iter().filter(|k| like(k, title)).filter_map(Known::path).collect();
            paths.dedup();
            paths.len()
        };
        let mine = self.context.document.slice(role.title);
        told.iter().find(|known| match self.rivals(name, role, known) {
            Some(Conflict::LacksRank) => (date(known) - self.date).get_days().abs() <= TERM,
            Some(Conflict::Other) => {
                let theirs = || told.iter().filter(|k| like(k, &known.title));
                let around = theirs().any(|k| date(k) <= self.date) && theirs().any(|k| date(k) >= self.date);
                let first = theirs().map(|k| (date(k), k.path().cloned())).min();
                let later = first.is_some_and(|first| first < (self.date, Some(self.context.path.clone())));
                let (ours, others) = (articles(mine) + 1, articles(&known.title));
                around && (others > ours || others == ours && later)
            }
            None => false,
        })
    }

    fn finding(&self, name: &Name, role: &Introduction, known: &Known) -> Option<Diagnostic> {
        let context = self.context;
        let written = context.document.slice(role.title);
        let who = match name {
            Name::Known(entity) => &context.catalog().entity(*entity).name,
            Name::New(name) => &**name,
        };
        let place = match &known.source {
            Source::Catalog { seen: Some(seen) } => format!("in the catalog (as of {})", long_date(*seen)),
            Source::Catalog { seen: None } => "in the catalog".to_owned(),
            Source::Article { date, .. } => format!("in an article of {}", long_date(*date)),
            Source::Here { .. } => "elsewhere in this article".to_owned(),
        };
        let right = in_the_case_of(&known.title, written);
        let message = format!("{who} is “{written}” here, “{}” {place}: check the title", known.title);
        let mut finding = context.finding(role.title, message);
        let there = format!("“{}”", known.title);
        match &known.source {
            Source::Article { place, .. } => {
                finding.related.push(Related { place: place.clone(), message: there })
            }
            Source::Here { span } => finding.related.push(context.related(*span, there)),
            Source::Catalog { .. } => {}
        }
        finding.fixes.push(Fix {
            title: format!("replace with “{right}”"),
            safe: false,
            edits: vec![Edit { span: role.title, text: right }],
        });
        let entity = match name {
            Name::Known(entity) => Some(*entity),
            Name::New(_) => None,
        };
        Some(doubted(finding, doubt_of(context, entity)))
    }
}

impl Known {
    fn path(&self) -> Option<&Arc<Path>> {
        match &self.source {
            Source::Article { path, .. } => Some(path),
            _ => None,
        }
    }
}

/// `title` with capitals where `written` has them: before a name titles are capitalised, behind it they are not.
fn in_the_case_of(title: &str, written: &str) -> String {
    let upper = |word: &str| word.starts_with(char::is_uppercase);
    if !written.split(' ').all(upper) {
        return title.to_owned();
    }
    const SMALL: [&str; 6] = ["and", "at", "for", "in", "of", "the"];
    let capital = |word: &str| {
        let mut letters = word.chars();
        match letters.next() {
            Some(first) if !SMALL.contains(&word) => first.to_uppercase().chain(letters).collect(),
            _ => word.to_owned(),
        }
    };
    title.split(' ').map(capital).collect::<Vec<_>>().join(" ")
}
