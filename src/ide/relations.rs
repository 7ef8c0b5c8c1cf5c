//! How a name belongs to others, in words and with dates: who runs it, who leads it, who takes part.

use super::forms::{bound_words, holds};
use super::words::long_date;
use crate::catalog::{Bound, Broader, Catalog, Entity, EntityIx, Kind, RELATIONS, Relation, Role, Target};
use jiff::civil::Date;

/// How many statements a group shows: what fits on two lines of a pop-up.
const SHOWN: usize = 5;

/// One thing that is said of a name, with who and since when: "South Korea", since 26 May 2026.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Statement {
    /// What is said.
    pub text: String,
    /// The name that it points to, where that is one of the catalog's.
    pub entity: Option<EntityIx>,
    /// Since when, as of when, according to whom, whether inferred: "as of 28 May 2026, ETNews".
    pub remark: Option<String>,
    /// Who says so: "ETNews, 28 May 2026".
    pub source: Option<String>,
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

/// What is said of an entity, in reading order; groups are shortened by [`finish`].
struct Groups(Vec<Group>);

impl Groups {
    /// Adds a statement under its label; a name stands only once under each.
    fn add(&mut self, label: &str, statement: Statement) {
        let group = match self.0.iter_mut().find(|group| group.label == label) {
            Some(group) => group,
            None => {
                self.0.push(Group { label: label.to_owned(), ..Group::default() });
                let last = self.0.len() - 1;
                &mut self.0[last]
            }
        };
        let twice = |s: &Statement| s.entity.is_some() && s.entity == statement.entity;
        if !group.statements.iter().any(twice) {
            group.statements.push(statement);
        }
    }

    /// True when a statement under `label` has `name` in it.
    fn tells_of(&self, label: &str, name: &str) -> bool {
        let mut groups = self.0.iter().filter(|group| group.label == label);
        groups.any(|group| group.statements.iter().any(|s| s.text.contains(name)))
    }

    /// The groups with at most [`SHOWN`] statements each.
    fn finish(mut self) -> Vec<Group> {
        for group in &mut self.0 {
            group.more = group.statements.len().saturating_sub(SHOWN);
            group.statements.truncate(SHOWN);
        }
        self.0
    }
}

/// How `ix` belongs to others as of `date`: who stands behind it and leads it, then the rest of its own
/// entry, then what other entries say of it; each in the order of [`RELATIONS`].
pub(super) fn groups(catalog: &Catalog, ix: EntityIx, date: Option<Date>) -> Vec<Group> {
    let entity = catalog.entity(ix);
    let mut groups = Groups(Vec::new());
    let (heads, others): (Vec<&Relation>, Vec<&Relation>) =
        entity.relations.iter().filter(|r| holds(&r.bound, date)).partition(|r| r.heads());
    for relation in in_order(&heads) {
        groups.add(&relation.words(), forward(catalog, relation));
    }
    people(catalog, ix, date, &heads, &mut groups);
    if let (Some(broader), Some(part)) = (&entity.broader, RELATIONS.iter().find(|r| r.name == "part-of")) {
        groups.add(part.words, wider(catalog, broader.target, broader));
    }
    for relation in in_order(&others) {
        // Two people in one piece of news stand in the first one's sentence already.
        if relation.name != NEWS || !groups.tells_of(&relation.words(), &catalog.entity(relation.target).name)
        {
            groups.add(&relation.words(), forward(catalog, relation));
        }
    }
    inverse(catalog, ix, date, &mut groups);
    groups.finish()
}

/// The relations in the order of [`RELATIONS`]; those that are not in it come last, as they are written.
fn in_order<'a>(relations: &[&'a Relation]) -> Vec<&'a Relation> {
    let mut sorted = relations.to_vec();
    sorted
        .sort_by_key(|r| RELATIONS.iter().position(|known| known.name == r.name).unwrap_or(RELATIONS.len()));
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
    let source = role.source.as_deref().map(|source| outlet(source, role.seen));
    let remark = remark(&role.bound, role.seen, [source, role.note.clone()]);
    Statement { text, entity, remark, source: role.source.clone() }
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
            let remark = remark(&role.bound, role.seen, [role.note.clone()]);
            let source = role.source.clone();
            groups.add(label, Statement { text, entity: Some(person), remark, source });
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
    for known in RELATIONS {
        for other in catalog.related(ix).iter().copied() {
            let entity = catalog.entity(other);
            let here = |r: &&Relation| r.name == known.name && r.target == ix && holds(&r.bound, date);
            for relation in entity.relations.iter().filter(here) {
                groups.add(known.inverse, backward(catalog, other, relation));
            }
            if let Some(broader) =
                entity.broader.as_ref().filter(|b| b.target == ix && known.name == "part-of")
            {
                groups.add(known.inverse, wider(catalog, other, broader));
            }
        }
    }
}

/// Relations that do not end, or whose note gives the date: the date of the source says nothing more.
const LASTING: [&str; 8] = ["part-of", "built-into", "made-by", "of", "in", "uses", "related", "met"];

/// Who is in the news about something; the note says how, as the end of a sentence about them.
const NEWS: &str = "met";

/// A relation, said of the entity that has it.
fn forward(catalog: &Catalog, relation: &Relation) -> Statement {
    let target = catalog.entity(relation.target);
    let source = relation.source.clone();
    match &relation.note {
        Some(note) if relation.name == NEWS => {
            let text = format!("{} {note}", target.name);
            Statement { text, entity: Some(relation.target), remark: None, source }
        }
        _ => Statement {
            text: short_name(target),
            entity: Some(relation.target),
            remark: when(relation),
            source,
        },
    }
}

/// A relation of `other`, said of its target.
fn backward(catalog: &Catalog, other: EntityIx, relation: &Relation) -> Statement {
    let entity = catalog.entity(other);
    let source = relation.source.clone();
    match &relation.note {
        Some(note) if relation.name == NEWS => {
            let about = entity.acronym.as_ref().unwrap_or(&entity.name);
            let text = format!("{note} ({about})");
            Statement { text, entity: Some(other), remark: None, source }
        }
        _ => Statement { text: short_name(entity), entity: Some(other), remark: when(relation), source },
    }
}

/// The wider or narrower entity.
fn wider(catalog: &Catalog, other: EntityIx, broader: &Broader) -> Statement {
    let remark = broader.inferred.then(|| "inferred".to_owned());
    Statement { text: short_name(catalog.entity(other)), entity: Some(other), remark, source: None }
}

/// Since when or as of when a relation holds, whether it is inferred, and its note.
fn when(relation: &Relation) -> Option<String> {
    let inferred = relation.inferred.then(|| "inferred".to_owned());
    let seen = relation.seen.filter(|_| !LASTING.contains(&relation.name.as_str()));
    remark(&relation.bound, seen, [inferred, relation.note.clone()])
}

/// The stated dates, or the date of the source; then the rest.
fn remark<const N: usize>(bound: &Bound, seen: Option<Date>, rest: [Option<String>; N]) -> Option<String> {
    let when = bound_words(bound).or_else(|| seen.map(|seen| format!("as of {}", long_date(seen))));
    let parts: Vec<String> = when.into_iter().chain(rest.into_iter().flatten()).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
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
