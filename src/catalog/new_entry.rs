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
    /// Other names that are good anywhere.
    pub aliases: Vec<String>,
    /// Its names in another script.
    pub native: Vec<String>,
    /// Names that the desk rejects.
    pub avoid: Vec<String>,
    /// Which word of a person's name is the family name; left out where nobody knows, as a guess would count for more than
    /// what the name shows by itself.
    pub family_name: Option<FamilyName>,
    /// Ids of entries that share one of its names and are others.
    pub distinct: Vec<String>,
    /// Who or what it is. An empty text is a line that waits for somebody to fill it in.
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
    if let Some(acronym) = given(&entry.acronym) {
        put(&mut out, "acronym", acronym);
    }
    put_list(&mut out, "aliases", &entry.aliases);
    match &entry.native[..] {
        [one] if !one.trim().is_empty() => put(&mut out, "native", one.trim()),
        several => put_list(&mut out, "native", several),
    }
    put_list(&mut out, "avoid", &entry.avoid);
    if let Some(part) = entry.family_name.filter(|_| kind == Some(Kind::Person)) {
        out.push_str("# Which word is the family name: \"first\" (Ryu Je-myung) or \"last\" (Jason Kwon)\n");
        put(&mut out, "family-name", if part == FamilyName::First { "first" } else { "last" });
    }
    if !entry.distinct.is_empty() {
        out.push_str("# Others that bear one of these names\n");
        put_list(&mut out, "distinct", &entry.distinct);
    }
    if let Some(about) = &entry.about {
        out.push_str(
            "# Who or what it is, in one sentence: it is shown first when a reader points at the name\n",
        );
        put(&mut out, "about", about.trim());
    }
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

/// A list, one item a line; nothing without any.
fn put_list(out: &mut String, key: &str, values: &[String]) {
    let values = values.iter().map(|value| value.trim()).filter(|value| !value.is_empty());
    let lines: String = values.map(|value| format!("  {},\n", quoted(value))).collect();
    if !lines.is_empty() {
        let _ = write!(out, "{key} = [\n{lines}]\n");
    }
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
