//! Finds names by what people type: a form in any script, an acronym, a surname, an office, nearly a name.

use super::cursor::Name;
use crate::corpus::Snapshot;

/// How a name was found, the surest first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// By one of its forms, as given here; case, quotes and hyphens may differ.
    Form(String),
    /// By a part of a person's name: "Ryu".
    Part(String),
    /// By an office, as given here: "chief strategy officer, OpenAI".
    Office(String),
    /// By some of the words of one of its forms, as given here.
    Words(String),
    /// By a form that is nearly what was typed, as given here: say "Showing … (you typed …)".
    Near(String),
}

/// A name that fits a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Whom.
    pub name: Name,
    /// What it is called.
    pub title: String,
    /// Who or what it is, in a few words: "person · second vice minister, Ministry of Science and ICT".
    pub detail: String,
    /// How it was found.
    pub how: How,
}

/// The names that fit `query`, all found in the surest way that finds any, in the order of their titles.
/// Empty when nothing comes near.
pub fn find_names(snapshot: &Snapshot, query: &str) -> Vec<Found> {
    let _ = (snapshot, query);
    todo!()
}
