//! What catalog and articles say of a name: roles, definitions and relations, each with its evidence.

use super::passages::{MOST, kin, latest};
use super::relations::{Statement, groups, offices};
use crate::catalog::{RELATIONS, TitleLikeness, compare_titles};
use crate::corpus::{Article, IntroductionPosting, Name, Snapshot, TiePosting};
use crate::diagnostic::Place;
use crate::document::{IntroductionKind, TieKind};
use crate::text::fold;
use jiff::civil::Date;
use std::sync::Arc;

/// What sort of thing is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FactKind {
    /// An office that a person holds.
    Role,
    /// What it is.
    Definition,
    /// What a person has written.
    Byline,
    /// How it belongs to another, in the words of a card: "Run by", "Takes part in".
    Relation(String),
}

impl FactKind {
    /// The word for it before a fact: "Role", "Run by".
    pub fn label(&self) -> &str {
        match self {
            FactKind::Role => "Role",
            FactKind::Definition => "Described",
            FactKind::Byline => "Byline",
            FactKind::Relation(label) => label,
        }
    }
}

/// One thing that is said of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What sort of thing.
    pub kind: FactKind,
    /// What is said: "second vice minister, Ministry of Science and ICT", "OpenAI".
    pub text: String,
    /// Of a role the title alone.
    pub title: Option<String>,
    /// The other name: the employer, who runs it, who takes part.
    pub other: Option<Name>,
    /// False where every article that says so puts it in another time: "former".
    pub holds: bool,
    /// Who says so: the catalog first, then articles by date, those without one last.
    pub evidence: Vec<Evidence>,
}

/// Who says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// The catalog.
    Catalog {
        /// Since when or as of when: "as of 28 May 2026, ETNews".
        when: Option<String>,
        /// Its source: "ETNews, 28 May 2026".
        source: Option<String>,
        /// A remark: "inferred".
        note: Option<String>,
    },
    /// An article.
    Article {
        /// Where.
        place: Place,
        /// The article's date.
        date: Option<Date>,
        /// The words that say so.
        words: String,
    },
}

impl Fact {
    /// True when the catalog says so.
    pub fn in_catalog(&self) -> bool {
        self.evidence.iter().any(|e| matches!(e, Evidence::Catalog { .. }))
    }

    /// The articles that say so: the place, the date and the words.
    pub fn told(&self) -> impl Iterator<Item = (&Place, Option<Date>, &str)> {
        self.evidence.iter().filter_map(|evidence| match evidence {
            Evidence::Article { place, date, words } => Some((place, *date, words.as_str())),
            Evidence::Catalog { .. } => None,
        })
    }
}

/// All that is said of `name` as of `date`: roles, then definitions, bylines and relations. What an article of a later date
/// says is left out.
pub fn facts(snapshot: &Snapshot, name: &Name, date: Option<Date>) -> Vec<Fact> {
    facts_of(snapshot, name, date, usize::MAX).0
}

/// The same by the `most` youngest articles of each sort that have something to say; and whether there are no others.
pub(super) fn facts_of(
    snapshot: &Snapshot,
    name: &Name,
    date: Option<Date>,
    most: usize,
) -> (Vec<Fact>, bool) {
    // Articles may call a new name by its letters alone.
    let names = kin(snapshot, name);
    let mut gathered = Gathered { snapshot, names: &names, date, most, all: true, facts: Vec::new() };
    gathered.take_catalog(name);
    for name in &names {
        gathered.take_introductions(name);
        gathered.take_relations(name);
    }
    let Gathered { mut facts, all, .. } = gathered;
    for fact in &mut facts {
        fact.evidence.sort_by_key(|evidence| match evidence {
            Evidence::Catalog { .. } => (false, false, None),
            Evidence::Article { date, .. } => (true, date.is_none(), *date),
        });
    }
    let order = |fact: &Fact| match fact.kind {
        FactKind::Role => 0,
        FactKind::Definition => 1,
        FactKind::Byline => 2,
        FactKind::Relation(_) => 3,
    };
    facts.sort_by_key(order);
    (facts, all)
}

struct Gathered<'a> {
    snapshot: &'a Snapshot,
    /// The name in all ways in which articles without a catalog call it.
    names: &'a [Name],
    date: Option<Date>,
    /// Articles of each sort that are looked through.
    most: usize,
    /// True while there are no others.
    all: bool,
    facts: Vec<Fact>,
}

impl Gathered<'_> {
    /// What the catalog says.
    fn take_catalog(&mut self, name: &Name) {
        let Name::Known(entity) = name else { return };
        let catalog = &self.snapshot.catalog;
        let entry = catalog.entity(*entity);
        for office in offices(catalog, entry, self.date) {
            let title = office.text.split(", ").next().map(str::to_owned);
            self.facts.push(stated(FactKind::Role, title, office));
        }
        if let Some(about) = &entry.about {
            let said = Statement { text: about.clone(), ..Statement::default() };
            self.facts.push(stated(FactKind::Definition, None, said));
        }
        for group in groups(catalog, *entity, self.date, usize::MAX) {
            for said in group.statements.into_iter().filter(|said| said.entity.is_some()) {
                self.facts.push(stated(FactKind::Relation(group.label.clone()), None, said));
            }
        }
    }

    /// What articles introduce it as.
    fn take_introductions(&mut self, name: &Name) {
        let (passages, all) = latest(self.snapshot, name, self.date, self.most);
        self.all &= all;
        for passage in passages {
            let kind = match passage.kind {
                IntroductionKind::Role => FactKind::Role,
                IntroductionKind::Definition => FactKind::Definition,
                IntroductionKind::Byline => FactKind::Byline,
                IntroductionKind::Expansion => continue,
            };
            let evidence =
                Evidence::Article { place: passage.place, date: passage.date, words: passage.what.clone() };
            let role = kind == FactKind::Role;
            let at = passage.employer.as_ref().map(|at| at.text(self.snapshot));
            let text = match at {
                Some(at) if role => format!("{}, {at}", passage.title),
                _ if role => passage.title.clone(),
                _ => passage.what,
            };
            self.add(Fact {
                kind,
                text,
                title: role.then_some(passage.title),
                other: passage.employer,
                holds: passage.holds,
                evidence: vec![evidence],
            });
        }
    }

    /// What articles say of it and others: who runs it, what it runs, who holds an office there.
    fn take_relations(&mut self, name: &Name) {
        let snapshot = self.snapshot;
        let telling = snapshot.telling(name, self.date, self.most);
        self.all &= telling.all;
        let articles = telling.articles.iter();
        let ties = articles.clone().flat_map(|article| article.ties_of(name).map(|tie| (*article, tie)));
        let mut ties: Vec<(&Arc<Article>, TiePosting)> = ties.collect();
        by_date(&mut ties, |tie| tie.0);
        for (article, tie) in ties {
            let own = self.names.contains(&tie.subject.owned());
            let other = if own { tie.other } else { tie.subject }.owned();
            let evidence = Evidence::Article {
                place: article.place(tie.at),
                date: article.date,
                words: tie.words.to_owned(),
            };
            self.add(Fact {
                kind: FactKind::Relation(label(tie.kind, own).to_owned()),
                text: other.text(snapshot).to_owned(),
                title: None,
                other: Some(other),
                holds: true,
                evidence: vec![evidence],
            });
        }
        let offices = articles.flat_map(|article| article.offices_at(name).map(|office| (*article, office)));
        let mut offices: Vec<(&Arc<Article>, IntroductionPosting)> = offices.collect();
        by_date(&mut offices, |office| office.0);
        for (article, office) in offices.into_iter().filter(|(_, office)| office.holds) {
            let person = office.whose().owned();
            let evidence = Evidence::Article {
                place: article.place(office.at),
                date: article.date,
                words: office.what.to_string(),
            };
            self.add(Fact {
                kind: FactKind::Relation("People".to_owned()),
                text: format!("{}, {}", person.text(snapshot), office.title),
                title: Some(office.title.to_string()),
                other: Some(person),
                holds: true,
                evidence: vec![evidence],
            });
        }
    }

    /// Adds what an article says, or its evidence to the same fact.
    fn add(&mut self, fact: Fact) {
        let later = fact.told().any(|(_, told, _)| told.is_some() && self.date.is_some() && told > self.date);
        if later {
            return;
        }
        match self.facts.iter_mut().find(|known| same(known, &fact)) {
            Some(known) => {
                known.holds |= fact.holds;
                known.evidence.extend(fact.evidence);
            }
            None => self.facts.push(fact),
        }
    }
}

/// True when two facts say the same.
fn same(known: &Fact, fact: &Fact) -> bool {
    let people =
        |fact: &Fact| matches!(&fact.kind, FactKind::Relation(label) if label == "Head" || label == "People");
    let kind = known.kind == fact.kind || people(known) && people(fact);
    let other = || match fact.kind {
        FactKind::Definition | FactKind::Byline => fold(&known.text) == fold(&fact.text),
        _ => known.other == fact.other,
    };
    // Titles take longest to compare.
    let title = || match (&known.title, &fact.title) {
        (Some(a), Some(b)) => a == b || compare_titles(a, b) == TitleLikeness::Same,
        // The catalog's words have the title behind the name.
        (None, Some(b)) => fold(&known.text).ends_with(&fold(b)),
        _ => true,
    };
    kind && other() && title()
}

/// What the catalog states, as a fact.
fn stated(kind: FactKind, title: Option<String>, said: Statement) -> Fact {
    let Statement { text, entity, when, note, source } = said;
    let evidence = vec![Evidence::Catalog { when, source, note }];
    Fact { kind, text, title, other: entity.map(Name::Known), holds: true, evidence }
}

/// The words of a card for a tie: "Run by" on the side of what is run, "Runs" on the other.
fn label(kind: TieKind, own: bool) -> &'static str {
    let name = match kind {
        TieKind::RunBy => "run-by",
        TieKind::LedBy => "led-by",
        TieKind::Member => "participant",
    };
    let relation = RELATIONS.iter().find(|relation| relation.name == name);
    relation.map_or("", |relation| if own { relation.words } else { relation.inverse })
}

/// By the article's date, those without one last; in path order within a day.
fn by_date<T>(list: &mut [T], article: impl Fn(&T) -> &Arc<Article>) {
    list.sort_by_key(|one| (article(one).date.is_none(), article(one).date));
}

/// What the articles say of a name, as far as a card has room for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// Who or what it is: an office of a person, else a definition.
    pub what: Option<Saying>,
    /// Who stands behind it, who takes part, who works there, where the catalog does not say so: by label.
    pub relations: Vec<(String, Vec<Saying>)>,
    /// True when no older article has more to say of that.
    pub all: bool,
}

/// Words of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saying {
    /// The words, or the name that they lead to.
    pub text: String,
    /// Where.
    pub place: Place,
    /// The article's date.
    pub date: Option<Date>,
}

/// What the articles say of `name` as of `date`.
pub(super) fn told(snapshot: &Snapshot, name: &Name, date: Option<Date>) -> Told {
    let (facts, all) = facts_of(snapshot, name, date, MOST);
    let role = best_role(&facts).and_then(|fact| {
        // Of the articles the one that writes the employer out, then the youngest.
        let at = fact.other.as_ref().map_or("", |at| at.text(snapshot));
        said(fact.told().max_by_key(|(_, date, words)| (words.contains(at), *date)))
    });
    let byline = || facts.iter().find(|fact| fact.kind == FactKind::Byline);
    let what = role.or_else(|| said(best_definition(&facts).or_else(byline)?.told().next()));
    let mut relations: Vec<(String, Vec<Saying>)> = Vec::new();
    for fact in facts.iter().filter(|fact| !fact.in_catalog()) {
        let (FactKind::Relation(label), Some((place, date, _))) = (&fact.kind, fact.told().next()) else {
            continue;
        };
        let saying = Saying { text: fact.text.clone(), place: place.clone(), date };
        match relations.iter_mut().find(|(known, _)| known == label) {
            Some((_, sayings)) => sayings.push(saying),
            None => relations.push((label.clone(), vec![saying])),
        }
    }
    Told { what, relations, all }
}

fn said(evidence: Option<(&Place, Option<Date>, &str)>) -> Option<Saying> {
    evidence.map(|(place, date, words)| Saying { text: words.to_owned(), place: place.clone(), date })
}

/// The role that the articles give a person: one that holds, with its employer, in the youngest article.
fn best_role(facts: &[Fact]) -> Option<&Fact> {
    let roles = facts.iter().filter(|f| f.kind == FactKind::Role && f.told().next().is_some());
    roles.max_by_key(|f| {
        let youngest = f.told().filter_map(|(_, date, _)| date).max();
        (f.holds, f.other.is_some(), youngest, f.title.as_ref().map_or(0, String::len))
    })
}

/// The definition that the articles give: one that says what sort of thing it is rather than what it does, the first.
fn best_definition(facts: &[Fact]) -> Option<&Fact> {
    let plain = |fact: &&Fact| fact.told().next().is_some() && fact.kind == FactKind::Definition;
    let rank = |fact: &Fact| {
        let first = fact.text.split(' ').next().unwrap_or("");
        let sort = matches!(first, "a" | "an" | "the");
        (!sort, matches!(first, "which" | "who" | "of"))
    };
    facts.iter().filter(plain).min_by_key(|fact| rank(fact))
}
