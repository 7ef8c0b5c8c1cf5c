//! A person's title that differs from the catalog's, or from that in other articles.

use super::around::{long_date, speaks_of_the_past};
use super::other_employer::held_by_another;
use super::rank_ladder::differ_in_rank;
use super::rule::{Context, Rule, doubt_of, doubted};
use super::worn_titles::worn_apart;
use crate::catalog::{TitleLikeness, compare_titles, compare_titles_at, title_words};
use crate::corpus::{Article, Name, NameKey, Title};
use crate::diagnostic::{Diagnostic, Edit, Fix, Place, Related, Severity};
use crate::document::{Introduction, IntroductionKind};
use crate::text::Span;
use jiff::civil::Date;
use rustc_hash::FxHashSet;
use std::collections::BTreeMap;
use std::sync::Arc;

pub(super) struct ConflictingTitle;

/// Different titles of one person that are compared: enough to meet the one that conflicts, few enough for a keystroke.
const MOST: usize = 200;
/// Articles that are looked through for one title.
const MOST_ARTICLES: usize = 200;
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
        let date = context.document.date;
        let mut persons: BTreeMap<u32, Vec<&Introduction>> = BTreeMap::new();
        for introduction in context.introductions() {
            if introduction.kind == IntroductionKind::Role && introduction.holds {
                persons.entry(introduction.chain).or_default().push(introduction);
            }
        }
        let told = persons.iter().filter_map(|(chain, roles)| {
            let mut known = FxHashSet::default();
            let slice = |role: &Introduction| context.document.slice(role.title);
            let new = |role: &&&Introduction| known.insert((slice(role), role.employer));
            let different: Vec<&Introduction> = roles.iter().filter(new).take(MOST).copied().collect();
            Some((*chain, Titles { context, date, roles, different: &different }.conflict()?))
        });
        let mut told: BTreeMap<u32, Diagnostic> = told.collect();
        for (at, chain) in context.chains().filter(|(_, chain)| chain.members.len() > 1) {
            let roles = persons.get(&at).map_or(&[][..], Vec::as_slice);
            if !told.contains_key(&at)
                && let Some([later, earlier]) = worn_apart(context, at, chain, roles)
                && let Some(name) = Name::of(context.document, at)
            {
                let titles = Titles { context, date, roles, different: &[] };
                told.extend(
                    titles.finding(&name, &later, &titles.here(&earlier)).map(|finding| (at, finding)),
                );
            }
        }
        found.extend(told.into_values());
    }
}

/// The titles that an article gives one person.
struct Titles<'a> {
    context: &'a Context<'a>,
    /// The article's date. Without one, only an office counts whose start and end nobody states.
    date: Option<Date>,
    roles: &'a [&'a Introduction],
    /// The first of each title at each employer: an article may repeat one a thousand times.
    different: &'a [&'a Introduction],
}

/// A title that the person is known by.
#[derive(Clone)]
struct Known {
    title: String,
    at: Option<NameKey>,
    source: Source,
}

/// What of a known title speaks for a conflict or against it.
#[derive(Clone, Copy)]
struct Office<'k> {
    title: &'k str,
    at: Option<NameKey>,
    /// True for a title that this article has itself.
    here: bool,
}

/// Who gives it.
#[derive(Clone)]
enum Source {
    Catalog { seen: Option<Date> },
    Article { place: Place, date: Date },
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
        for role in self.roles {
            let span = role.title;
            let zone = self.context.document.zones.get(self.context.document.paragraph_at(span.start))?;
            if let Name::Known(person) = name
                && self.context.lints(*zone, span)
                && let Some(finding) = held_by_another(self.context, self.date, person, role)
                && !speaks_of_the_past(self.context.document, role.what, self.date)
            {
                return Some(finding);
            }
            let same = |known: &&Known| self.compare(role, known.office()) == TitleLikeness::Same;
            if !self.context.lints(*zone, span)
                || self.held_at_some_time(&name, role)
                || stated.iter().any(|known| same(&known))
            {
                continue;
            }
            let earlier = || {
                let earlier = self.different.iter().take_while(|other| other.title.start < role.title.start);
                let rival = |other: &&&Introduction| {
                    let known = self.here(other);
                    self.rivals(&name, role, known.office()) == Some(Conflict::Other)
                        || differ_in_rank(self.context.document, role, other)
                };
                let mut earlier = earlier;
                earlier.find(rival).map(|other| self.here(other))
            };
            let rival = stated.iter().find(|known| self.rivals(&name, role, known.office()).is_some());
            let rival = rival.cloned().or_else(|| self.among(&name, role, &told)).or_else(earlier);
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
        let roles =
            self.context.catalog().entity(*person).roles.iter().filter(|r| r.bound.holds_for(self.date));
        let known = |role: &crate::catalog::Role| Known {
            title: role.title.clone(),
            at: role.at.as_ref().and_then(|at| at.entity()).map(|at| Name::Known(at).key()),
            source: Source::Catalog { seen: role.seen },
        };
        roles.map(known).collect()
    }

    /// True for a title that the catalog states for another time: outdated-name speaks of it.
    fn held_at_some_time(&self, name: &Name, role: &Introduction) -> bool {
        let Name::Known(person) = name else { return false };
        let title = self.context.document.slice(role.title);
        let mut roles = self.context.catalog().entity(*person).roles.iter();
        roles.any(|r| !r.bound.holds_for(self.date) && compare_titles(title, &r.title) == TitleLikeness::Same)
    }

    /// The titles that other dated articles give.
    fn told<'n>(&'n self, name: &'n Name) -> Vec<Title<'n>> {
        let snapshot = self.context.snapshot;
        if !snapshot.complete || self.date.is_none() {
            return Vec::new();
        }
        snapshot.titles_of(name, self.context.path).take(MOST).collect()
    }

    /// A title that this article has itself.
    fn here(&self, role: &Introduction) -> Known {
        Known {
            title: self.context.document.slice(role.title).to_owned(),
            at: self.employer(role),
            source: Source::Here { span: role.title },
        }
    }

    fn employer(&self, role: &Introduction) -> Option<NameKey> {
        Some(Name::of(self.context.document, role.employer?)?.key())
    }

    /// How the title stands to a known one.
    fn compare(&self, role: &Introduction, known: Office) -> TitleLikeness {
        let title = self.context.document.slice(role.title);
        match known.at.and_then(NameKey::entity) {
            Some(employer) => {
                compare_titles_at(title, known.title, &self.context.catalog().entity(employer).name)
            }
            None => compare_titles(title, known.title),
        }
    }

    /// How the title conflicts with a known one, where it does.
    fn rivals(&self, name: &Name, role: &Introduction, known: Office) -> Option<Conflict> {
        let employer = self.employer(role);
        let one_office = match (employer, known.at) {
            (Some(here), Some(there)) => here == there,
            // Of two people of one name in the articles, each may hold an office somewhere.
            _ => matches!(name, Name::Known(_)) || known.here,
        };
        let whose = one_office || employer.is_none();
        if !whose {
            return None;
        }
        let ranked = |words: &[String]| words.iter().any(|w| ORDINALS.contains(&w.as_str()) || w == "vice");
        match self.compare(role, known) {
            TitleLikeness::Same => None,
            TitleLikeness::Shorter(lost) => {
                let grades = lost.iter().any(|w| GRADES.contains(&w.as_str()));
                let several = ranked(&lost) || grades && self.colleague_has(name, role, known);
                // In Korean copy "차관" is every vice minister.
                let korean = !self.context.document.slice(role.title).is_ascii();
                let several = several && (!korean || lost.iter().any(|word| word == "vice"));
                let spelled_out =
                    self.different.iter().any(|other| self.compare(other, known) == TitleLikeness::Same);
                (several && !spelled_out).then_some(Conflict::LacksRank)
            }
            TitleLikeness::Longer(more) => {
                (one_office && more.iter().any(|w| w == "vice")).then_some(Conflict::Other)
            }
            TitleLikeness::Other(here, there) => {
                let grade = |w: &String| ranked(std::slice::from_ref(w)) || GRADES.contains(&w.as_str());
                let ranks = || here.iter().all(grade) && there.iter().all(grade);
                let chief = |title: &str| {
                    let words = title_words(title);
                    ["chief", "officer"].iter().all(|w| words.iter().any(|word| word == w))
                };
                let chiefs = || chief(self.context.document.slice(role.title)) && chief(known.title);
                (one_office && (ranks() || chiefs())).then_some(Conflict::Other)
            }
        }
    }

    /// True where the catalog knows somebody else at the same employer who holds the shorter title.
    fn colleague_has(&self, name: &Name, role: &Introduction, known: Office) -> bool {
        let Some(employer) = known.at.and_then(NameKey::entity) else { return false };
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
    fn among(&self, name: &Name, role: &Introduction, told: &[Title]) -> Option<Known> {
        let (here, date) = (self.context.path, self.date?);
        let conflicting = told.iter().filter_map(|title| {
            let office = Office { title: title.title, at: title.employer, here: false };
            let lately = |a: &&Arc<Article>| (dated(a) - date).get_days().abs() <= TERM;
            let article = match self.rivals(name, role, office)? {
                Conflict::LacksRank => title.articles(here).find(lately)?,
                Conflict::Other if self.prevails(role, title, told, date) => title.articles(here).next()?,
                Conflict::Other => return None,
            };
            Some((article, title, title.place(article, name)?))
        });
        let first = conflicting.min_by_key(|(article, _, place)| (&article.path, place.at.span.start));
        first.map(|(article, title, place)| Known {
            title: title.title.to_owned(),
            at: title.employer,
            source: Source::Article { place: article.place(place.at), date: dated(article) },
        })
    }

    /// True where another title is told around this article's date, and by more articles than this one.
    fn prevails(&self, role: &Introduction, other: &Title, told: &[Title], date: Date) -> bool {
        let like = |title: &str| {
            let same = |t: &&Title| compare_titles(t.title, title) == TitleLikeness::Same;
            let alike = told.iter().filter(same);
            let mut articles: Vec<_> =
                alike.flat_map(|t| t.articles(self.context.path).take(MOST_ARTICLES)).collect();
            articles.sort_by_key(|article| (dated(article), &article.path));
            articles.dedup_by_key(|article| &article.path);
            articles
        };
        let (ours, theirs) = (like(self.context.document.slice(role.title)), like(other.title));
        let Some(first) = theirs.first() else { return false };
        let around = dated(first) <= date && theirs.last().is_some_and(|last| dated(last) >= date);
        let later = (dated(first), &first.path) < (date, self.context.path);
        around && (theirs.len() > ours.len() + 1 || theirs.len() == ours.len() + 1 && later)
    }

    fn finding(&self, name: &Name, role: &Introduction, known: &Known) -> Option<Diagnostic> {
        let context = self.context;
        let written = context.document.shown(role.title);
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
        let right = in_the_case_of(&known.title, &written);
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
        // No title of another script goes into the copy.
        if written.is_ascii() == known.title.is_ascii() {
            finding.fixes.push(Fix {
                title: format!("replace with “{right}”"),
                safe: false,
                edits: vec![Edit { span: role.title, text: right }],
            });
        }
        let entity = match name {
            Name::Known(entity) => Some(*entity),
            Name::New(_) => None,
        };
        Some(doubted(finding, doubt_of(context, entity)))
    }
}

impl Known {
    fn office(&self) -> Office<'_> {
        Office { title: &self.title, at: self.at, here: matches!(self.source, Source::Here { .. }) }
    }
}

/// The date of an article that has one, as all have that give somebody a title.
fn dated(article: &Article) -> Date {
    article.date.unwrap_or(Date::MAX)
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
