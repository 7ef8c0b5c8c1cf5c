//! What there is to say of a name, in order, without markup: hover and `masthead who` both print it.

use super::cursor::Name;
use super::forms::{Avoided, Spelling};
use super::passages::Passage;
use super::relations::{Group, Statement};
use crate::catalog::{EntityIx, Kind};
use crate::corpus::Snapshot;
use crate::diagnostic::Place;
use jiff::civil::Date;

/// What there is to say of a name. The fields stand in the order in which people read them: the answer
/// first, the evidence after it. Nothing here is escaped or shortened, save for the lists that say so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// The name to use.
    pub name: String,
    /// Its acronym.
    pub acronym: Option<String>,
    /// The name in other scripts.
    pub native: Vec<String>,
    /// What it is; `None` where the articles do not show it.
    pub kind: Option<Kind>,
    /// False for a name that only the articles know.
    pub known: bool,
    /// What it is, in a sentence or two.
    pub about: Option<String>,
    /// A person's offices as of the card's date: "second vice minister, Ministry of Science and ICT".
    pub roles: Vec<Statement>,
    /// Who runs or leads it, what it belongs to, who takes part.
    pub groups: Vec<Group>,
    /// The forms to write: at first reference, then later.
    pub write: Vec<Spelling>,
    /// Other spellings that are good or known, with what they are.
    pub also: Vec<Spelling>,
    /// The forms to avoid.
    pub avoid: Vec<Avoided>,
    /// True when the desk is not sure of the entry.
    pub unsure: bool,
    /// What is unsure, or another remark.
    pub note: Option<String>,
    /// How often the articles name it.
    pub mentions: usize,
    /// In how many articles.
    pub articles: usize,
    /// The passages that introduce it, by date, then path.
    pub introductions: Vec<Passage>,
    /// The articles' expansions of its acronym that differ from the name, the most frequent first.
    pub written_out: Vec<WrittenOut>,
    /// Its last mention in the youngest article.
    pub latest: Option<Sighting>,
    /// Who says what the card says of roles and relations.
    pub sources: Vec<String>,
    /// Its own pages on the web.
    pub links: Vec<String>,
    /// The date as of which its catalog speaks.
    pub as_of: Option<Date>,
    /// True when it comes from the compiled-in starter catalog alone.
    pub starter: bool,
}

/// A long form that articles give for the acronym.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenOut {
    /// The long form.
    pub long: String,
    /// Where, in path order.
    pub places: Vec<Place>,
}

/// A mention to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sighting {
    /// Where.
    pub place: Place,
    /// The article's date.
    pub date: Option<Date>,
}

/// The card of a known name, with offices, relations and dated forms as of `date`. Without a date those
/// whose end no source states count as holding.
pub fn card(snapshot: &Snapshot, entity: EntityIx, date: Option<Date>) -> Card {
    let _ = (snapshot, entity, date);
    todo!()
}

/// The card of a known name or a candidate.
pub fn name_card(snapshot: &Snapshot, name: &Name, date: Option<Date>) -> Card {
    let _ = (snapshot, name, date);
    todo!()
}
