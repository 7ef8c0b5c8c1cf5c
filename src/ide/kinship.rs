//! Whose a name is, and what is its own: between people and their employers, programs and those who run them.
//!
//! A name has no type and no implementation as code has; editors have keys for both, and these are the two ways between
//! names that reporters go. "Type definition" leads up, from a person to the employer, from a program to the
//! organisation that runs it, from a part to its whole. "Implementation" leads down again.

use super::cursor::Cursor;
use super::facts::{FactKind, facts_of};
use super::folder::{SymbolPlace, place};
use super::passages::MOST;
use crate::catalog::{RELATIONS, RelationType};
use crate::corpus::Name;

/// Where those are introduced whom the name under the cursor belongs to: a person's employers, who runs, leads or makes a
/// thing, the whole that it is a part of. By the catalog and the articles, as of the article's date.
pub fn belongs_to(cursor: Cursor) -> Vec<SymbolPlace> {
    related(cursor, |kind| match kind {
        FactKind::Role => true,
        FactKind::Relation(label) => above().any(|relation| relation.words == label),
        FactKind::Definition | FactKind::Byline => false,
    })
}

/// Where those are introduced who belong to the name under the cursor: its people, what it runs, leads or makes, its parts.
pub fn belongings(cursor: Cursor) -> Vec<SymbolPlace> {
    related(cursor, |kind| match kind {
        FactKind::Relation(label) => {
            matches!(label.as_str(), "Head" | "People") || above().any(|relation| relation.inverse == label)
        }
        FactKind::Role | FactKind::Definition | FactKind::Byline => false,
    })
}

/// The relations that lead up.
fn above() -> impl Iterator<Item = &'static RelationType> {
    RELATIONS.iter().filter(|relation| relation.heads || relation.name == "part-of")
}

/// The names that facts of the wanted sorts lead to, each once, in the order in which a card tells them.
fn related(cursor: Cursor, wanted: impl Fn(&FactKind) -> bool) -> Vec<SymbolPlace> {
    let Some((_, name)) = cursor.name() else { return Vec::new() };
    let (facts, _) = facts_of(cursor.snapshot, &name, cursor.document.date, MOST);
    let mut others: Vec<Name> = Vec::new();
    for other in facts.into_iter().filter(|fact| fact.holds && wanted(&fact.kind)).filter_map(|f| f.other) {
        if other != name && !others.contains(&other) {
            others.push(other);
        }
    }
    others.iter().filter_map(|name| place(cursor.snapshot, name)).collect()
}
