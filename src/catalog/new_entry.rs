//! The TOML of an entry that a person is about to fill in.

use super::entity::{FamilyName, Kind};
use super::entry::slug;
use crate::config::quoted;
use jiff::civil::Date;
use std::fmt::Write;

/// What is known of a new entry.
#[derive(Clone, Debug, Default)]
pub struct NewEntry {
    /// The name to use.
    pub name: String,
    /// A kind, or an everyday word for one ("company", "city"). Empty where nobody knows.
    pub kind: String,
    /// Its acronym.
    pub acronym: Option<String>,
    /// Its name in another script.
    pub native: Option<String>,
    /// Names that the desk rejects.
    pub avoid: Vec<String>,
    /// Which word of a person's name is the family name, where somebody knows.
    pub family_name: Option<FamilyName>,
    /// Ids of entries that share one of its names and are others.
    pub distinct: Vec<String>,
    /// Who or what it is.
    pub about: Option<String>,
    /// A remark.
    pub note: Option<String>,
    /// The offices of a person.
    pub roles: Vec<NewRole>,
    /// Its id, where the one made from the name is taken.
    pub id: Option<String>,
    /// A comment above the entry: where the name was found.
    pub comment: Option<String>,
}

/// An office of a person, as a source gives it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewRole {
    /// "managing director".
    pub title: String,
    /// Where: an id, or words.
    pub at: Option<String>,
    /// The date of the source.
    pub seen: Option<Date>,
    /// Who says so.
    pub source: String,
}

/// An id for a name: "Korea Internet & Security Agency" gives `korea-internet-security-agency`. Letters with marks
/// lose them; a name without any ASCII letter or digit gives `entry`. It may be taken already.
pub fn entry_id(name: &str) -> String {
    slug(name)
}

/// The TOML of a new entry as `masthead catalog fmt` writes it, with its id from [`entry_id`] if it has none, and
/// with a comment above each key that a person should look at.
pub fn new_entry(entry: &NewEntry) -> String {
    let mut out = String::new();
    if let Some(comment) = given(&entry.comment) {
        let _ = writeln!(out, "# {}", comment.split_whitespace().collect::<Vec<_>>().join(" "));
    }
    out.push_str("[[entity]]\n");
    let id = entry.id.clone().unwrap_or_else(|| entry_id(&entry.name));
    put(&mut out, "id", &id);
    let kind = known_kind(&entry.kind);
    if kind.is_none() {
        let kinds = Kind::ALL.map(Kind::name).join(", ");
        let _ = writeln!(out, "# What it is, one of: {kinds}");
    }
    put(&mut out, "kind", kind.map_or(entry.kind.trim(), |kind| kind.name()));
    put(&mut out, "name", entry.name.trim());
    for (key, value) in [("acronym", &entry.acronym), ("native", &entry.native)] {
        if let Some(value) = given(value) {
            put(&mut out, key, value);
        }
    }
    let avoid: Vec<&str> =
        entry.avoid.iter().map(|form| form.trim()).filter(|form| !form.is_empty()).collect();
    if !avoid.is_empty() {
        let lines: String = avoid.iter().map(|form| format!("  {},\n", quoted(form))).collect();
        let _ = write!(out, "avoid = [\n{lines}]\n");
    }
    if kind == Some(Kind::Person) {
        out.push_str("# Which word is the family name: \"first\" (Ryu Je-myung) or \"last\" (Jason Kwon)\n");
        let east_asian = given(&entry.native).is_some_and(|name| !name.is_ascii());
        let first = entry.family_name.map_or(east_asian, |part| part == FamilyName::First);
        put(&mut out, "family-name", if first { "first" } else { "last" });
    }
    if !entry.distinct.is_empty() {
        out.push_str("# Others that bear one of these names\n");
        let lines: String = entry.distinct.iter().map(|id| format!("  {},\n", quoted(id))).collect();
        let _ = write!(out, "distinct = [\n{lines}]\n");
    }
    out.push_str(
        "# Who or what it is, in one sentence: it is shown first when a reader points at the name\n",
    );
    put(&mut out, "about", given(&entry.about).unwrap_or_default());
    if let Some(note) = given(&entry.note) {
        put(&mut out, "note", note);
    }
    if !entry.roles.is_empty() {
        out.push_str("# Offices, each with the date of the source that names it\n");
        let lines: String = entry.roles.iter().map(|role| format!("  {{ {} }},\n", pairs(role))).collect();
        let _ = write!(out, "roles = [\n{lines}]\n");
    }
    out
}

fn pairs(role: &NewRole) -> String {
    let mut pairs = vec![format!("title = {}", quoted(&role.title))];
    pairs.extend(role.at.as_ref().map(|at| format!("at = {}", quoted(at))));
    pairs.extend(role.seen.map(|seen| format!("seen = {seen}")));
    pairs.push(format!("source = {}", quoted(&role.source)));
    pairs.join(", ")
}

fn put(out: &mut String, key: &str, value: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{key} = {}", quoted(value));
}

fn given(value: &Option<String>) -> Option<&str> {
    value.as_deref().map(str::trim).filter(|value| !value.is_empty())
}

/// The kind that a word stands for, without regard to case: its own name, or an everyday word such as "company".
pub fn known_kind(word: &str) -> Option<Kind> {
    let word = word.trim().to_lowercase();
    Kind::ALL.into_iter().find(|kind| kind.name() == word).or(match word.as_str() {
        "people" | "man" | "woman" | "politician" | "official" => Some(Kind::Person),
        "org" | "organisation" | "company" | "agency" | "ministry" | "party" | "university" | "body" => {
            Some(Kind::Organization)
        }
        "programme" | "project" => Some(Kind::Program),
        "city" | "country" | "town" | "region" | "district" => Some(Kind::Place),
        "act" | "bill" => Some(Kind::Law),
        "word" => Some(Kind::Term),
        "office" | "post" => Some(Kind::Title),
        _ => None,
    })
}
