//! How a name belongs to others, in words and with dates: who runs it, who leads it, who takes part.

use super::forms::{bound_words, holds};
use super::words::long_date;
use crate::catalog::{Bound, Broader, Catalog, Entity, EntityIx, Kind, RELATIONS, Relation, Role, Target};
use jiff::civil::Date;
use rustc_hash::FxHashSet;

/// How many statements a group shows: what fits on two lines of a pop-up.
pub(super) const SHOWN: usize = 5;

/// One thing that is said of a name, with who and since when: "South Korea", since 26 May 2026.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Statement {
    /// What is said.
    pub text: String,
    /// The name that it points to, where that is one of the catalog's.
    pub entity: Option<EntityIx>,
    /// Since when or as of when, and for an office by whom: "since 26 May 2026", "as of 28 May 2026, ETNews".
    pub when: Option<String>,
    /// What is remarked of it: "inferred", "announced on 27 May 2026".
    pub note: Option<String>,
    /// Who says so: "ETNews, 28 May 2026".
    pub source: Option<String>,
}

impl Statement {
    /// The date and the note, as they stand in brackets behind the statement.
    pub fn remark(&self) -> Option<String> {
        let parts: Vec<&str> = self.when.iter().chain(&self.note).map(String::as_str).collect();
        (!parts.is_empty()).then(|| parts.join("; "))
    }
}

/// Statements of one sort under one label: "Run by", "Takes part".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// The words before them.
    pub label: String,
    /// The first of them.
    pub statements: Vec<Statement>,
    /// How many more there are.
    pub more: usize,
}

impl Group {
    /// The statements, those of the same date together, so that it need be printed only once: behind the last
    /// of them.
    pub fn runs(&self) -> impl Iterator<Item = &[Statement]> {
        self.statements.chunk_by(|a, b| a.when == b.when)
    }
}

/// What is said of an entity, by label, in reading order.
struct Groups {
    /// How many statements a group has.
    most: usize,
    groups: Vec<Group>,
    /// What is said in which group: the same words stand only once under each label.
    told: FxHashSet<(usize, String)>,
}

impl Groups {
    /// Adds a statement under its label.
    fn add(&mut self, label: &str, statement: Statement) {
        let at = match self.groups.iter().position(|group| group.label == label) {
            Some(at) => at,
            None => {
                self.groups.push(Group { label: label.to_owned(), ..Group::default() });
                self.groups.len() - 1
            }
        };
        if !self.told.insert((at, statement.text.clone())) {
            return;
        }
        let group = &mut self.groups[at];
        match group.statements.len() < self.most {
            true => group.statements.push(statement),
            false => group.more += 1,
        }
    }
}

/// How `ix` belongs to others as of `date`: who stands behind it and leads it, then the rest of its own
/// entry, then what other entries say of it; each in the order of [`RELATIONS`].
///
/// A group has `most` statements; [`SHOWN`] is what a card shows.
pub(super) fn groups(catalog: &Catalog, ix: EntityIx, date: Option<Date>, most: usize) -> Vec<Group> {
    let entity = catalog.entity(ix);
    let mut groups = Groups { most, groups: Vec::new(), told: FxHashSet::default() };
    let (heads, others): (Vec<&Relation>, Vec<&Relation>) =
        entity.relations.iter().filter(|r| told(r, date)).partition(|r| r.heads());
    for relation in in_order(&heads) {
        groups.add(&relation.words(), related(catalog, relation.target, relation));
    }
    people(catalog, ix, date, &heads, &mut groups);
    if let (Some(broader), Some(part)) = (&entity.broader, RELATIONS.iter().find(|r| r.name == "part-of")) {
        groups.add(part.words, wider(catalog, broader.target, broader));
    }
    for relation in in_order(&others) {
        groups.add(&relation.words(), related(catalog, relation.target, relation));
    }
    inverse(catalog, ix, date, &mut groups);
    news(catalog, ix, date, &mut groups);
    groups.groups
}

/// The relations in the order of [`RELATIONS`]; those that are not in it come last, as they are written.
fn in_order<'a>(relations: &[&'a Relation]) -> Vec<&'a Relation> {
    let place = |name: &str| RELATIONS.iter().position(|known| known.name == name).unwrap_or(RELATIONS.len());
    let mut sorted = relations.to_vec();
    sorted.sort_by_key(|relation| place(&relation.name));
    sorted
}

/// The offices that a person holds as of `date`; those that ended follow, with their end.
pub(super) fn offices(catalog: &Catalog, entity: &Entity, date: Option<Date>) -> Vec<Statement> {
    let begun = |role: &&Role| role.bound.since.is_none_or(|since| date.is_none_or(|date| since <= date));
    let (now, past): (Vec<&Role>, Vec<&Role>) =
        entity.roles.iter().filter(begun).partition(|role| holds(&role.bound, date));
    now.into_iter().chain(past).map(|role| office(catalog, role)).collect()
}

/// "second vice minister, Ministry of Science and ICT", as of 28 May 2026, ETNews.
fn office(catalog: &Catalog, role: &Role) -> Statement {
    let at = match &role.at {
        Some(Target::Entity(at)) => Some(catalog.entity(*at).name.as_str()),
        Some(Target::Words(words)) => Some(words.as_str()),
        None => None,
    };
    let text = at.map_or_else(|| role.title.clone(), |at| format!("{}, {at}", role.title));
    let entity = role.at.as_ref().and_then(Target::entity);
    let outlet = role.source.as_deref().map(|source| outlet(source, role.seen));
    let when = [when(&role.bound, role.seen), outlet].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let when = Some(when).filter(|when| !when.is_empty());
    Statement { text, entity, when, note: role.note.clone(), source: role.source.clone() }
}

/// Who leads an organisation or program, and who else holds an office there.
fn people(catalog: &Catalog, ix: EntityIx, date: Option<Date>, behind: &[&Relation], groups: &mut Groups) {
    let mut people = Vec::new();
    for person in catalog.related(ix).iter().copied() {
        let entity = catalog.entity(person);
        let here = |role: &&Role| role.at == Some(Target::Entity(ix)) && holds(&role.bound, date);
        people.extend(entity.roles.iter().filter(here).map(|role| (person, role)));
    }
    let top = people.iter().filter_map(|(_, role)| rank(&role.title)).min();
    let (heads, others): (Vec<_>, Vec<_>) =
        people.into_iter().partition(|(_, role)| top.is_some() && rank(&role.title) == top);
    let headless = heads.is_empty() && !behind.iter().any(|r| catalog.entity(r.target).kind == Kind::Person);
    if headless && matches!(catalog.entity(ix).kind, Kind::Organization | Kind::Program) {
        let text = "no person named in our sources".to_owned();
        groups.add("Head", Statement { text, ..Statement::default() });
    }
    for (label, people) in [("Head", heads), ("People", others)] {
        for (person, role) in people {
            let text = format!("{}, {}", catalog.entity(person).name, role.title);
            let when = when(&role.bound, role.seen);
            let source = role.source.clone();
            groups.add(label, Statement { text, entity: Some(person), when, note: None, source });
        }
    }
}

/// Titles of the one person who leads a body, by rank: a chief executive leads beside a president or a
/// chair. A title with a field behind it ("head of policy") or a rank before it ("vice minister") is none.
const HEADS: [&[&str]; 2] = [
    &["chief executive", "chief executive officer", "ceo", "prime minister", "secretary general"],
    &[
        "director",
        "director general",
        "executive director",
        "managing director",
        "minister",
        "president",
        "chair",
        "chairman",
        "chairwoman",
        "chairperson",
        "head",
        "governor",
        "commissioner",
        "administrator",
        "chancellor",
        "mayor",
        "secretary",
    ],
];

/// The rank of a title that says who leads a body; `None` for any other title.
fn rank(title: &str) -> Option<usize> {
    let title = title.to_lowercase().replace('-', " ");
    let mut title = title.as_str();
    for word in ["acting ", "interim ", "inaugural ", "founding ", "co "] {
        title = title.strip_prefix(word).unwrap_or(title);
    }
    HEADS.iter().position(|titles| titles.contains(&title))
}

/// What other entries say of `ix`: "Runs GTAC".
fn inverse(catalog: &Catalog, ix: EntityIx, date: Option<Date>, groups: &mut Groups) {
    for known in RELATIONS.iter().filter(|known| known.name != NEWS) {
        for other in catalog.related(ix).iter().copied() {
            let entity = catalog.entity(other);
            let here = |r: &&Relation| r.name == known.name && r.target == ix && told(r, date);
            for relation in entity.relations.iter().filter(here) {
                groups.add(known.inverse, related(catalog, other, relation));
            }
            if let Some(broader) =
                entity.broader.as_ref().filter(|b| b.target == ix && known.name == "part-of")
            {
                groups.add(known.inverse, wider(catalog, other, broader));
            }
        }
    }
}

/// Who is in the news about something; the note says how.
const NEWS: &str = "met";

/// One piece of news about `ix`, of its own entry or else of another: a card is no archive.
fn news(catalog: &Catalog, ix: EntityIx, date: Option<Date>, groups: &mut Groups) {
    let of = |owner: EntityIx| {
        let mut relations = catalog.entity(owner).relations.iter();
        relations.find(|r| r.name == NEWS && (owner == ix || r.target == ix) && holds(&r.bound, date))
    };
    let owners = std::iter::once(ix).chain(catalog.related(ix).iter().copied());
    let Some((owner, relation)) = owners.into_iter().find_map(|owner| Some((owner, of(owner)?))) else {
        return;
    };
    let note = relation.note.as_deref().unwrap_or("");
    let (entity, target) = (catalog.entity(owner), catalog.entity(relation.target));
    // A note that begins with the verb speaks of the target: "Jason Kwon: met Ryu Je-myung". Any other ends
    // the sentence "they met …".
    let text = match (note.starts_with("met "), owner == ix) {
        (true, true) => format!("{} {note}", target.name),
        (true, false) => format!("{note} ({})", entity.acronym.as_ref().unwrap_or(&entity.name)),
        (false, true) => format!("met {} {note}", target.name),
        (false, false) => format!("met {} {note}", entity.name),
    };
    let other = if owner == ix { relation.target } else { owner };
    let text = text.trim_end().to_owned();
    let source = relation.source.clone();
    groups.add(&relation.words(), Statement { text, entity: Some(other), source, ..Statement::default() });
}

/// True for a relation that is told in its own words and holds on `date`; [`news`] tells the others.
fn told(relation: &Relation, date: Option<Date>) -> bool {
    relation.name != NEWS && holds(&relation.bound, date)
}

/// Relations that do not end: the date of the source says nothing more.
const LASTING: [&str; 7] = ["part-of", "built-into", "made-by", "of", "in", "uses", "related"];

/// A relation to or from `other`.
fn related(catalog: &Catalog, other: EntityIx, relation: &Relation) -> Statement {
    let seen = relation.seen.filter(|_| !LASTING.contains(&relation.name.as_str()));
    let inferred = relation.inferred.then(|| INFERRED.to_owned());
    let note = inferred.into_iter().chain(relation.note.clone()).reduce(|a, b| format!("{a}; {b}"));
    let text = short_name(catalog.entity(other));
    let when = when(&relation.bound, seen);
    Statement { text, entity: Some(other), when, note, source: relation.source.clone() }
}

/// The wider or narrower entity.
fn wider(catalog: &Catalog, other: EntityIx, broader: &Broader) -> Statement {
    let note = broader.inferred.then(|| INFERRED.to_owned());
    Statement { text: short_name(catalog.entity(other)), entity: Some(other), note, ..Statement::default() }
}

/// Remarks that nobody says so in these words.
const INFERRED: &str = "inferred";

/// The stated dates, else the date of the source.
fn when(bound: &Bound, seen: Option<Date>) -> Option<String> {
    bound_words(bound).or_else(|| seen.map(|seen| format!("as of {}", long_date(seen))))
}

/// The source that the date was seen in, without that date: of "AJP, 27 May 2026; ETNews, 28 May 2026", seen
/// on 28 May, it is "ETNews".
fn outlet(sources: &str, seen: Option<Date>) -> String {
    let date = seen.map(long_date).unwrap_or_default();
    let mut each = sources.split("; ");
    let dated = each.clone().find_map(|source| source.strip_suffix(&date)).filter(|_| !date.is_empty());
    let source = dated.or_else(|| each.next()).unwrap_or(sources);
    source.trim_end_matches([',', ' ']).to_owned()
}

/// "Korea Internet & Security Agency (KISA)"; people and places go without their acronym.
fn short_name(entity: &Entity) -> String {
    match &entity.acronym {
        Some(acronym) if !matches!(entity.kind, Kind::Person | Kind::Place) => {
            format!("{} ({acronym})", entity.name)
        }
        _ => entity.name.clone(),
    }
}
