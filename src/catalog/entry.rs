//! A catalog entry as written in one file: every key optional, every value with its place.

use super::entity::{Bound, FamilyName, FormKind, Kind};
use crate::config::Written;
use crate::diagnostic::Severity;
use crate::text::Span;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// The keys that hold forms, in the order of [`FormKind`].
pub(super) const FORM_KEYS: [(&str, FormKind); 7] = [
    ("name", FormKind::Full),
    ("acronym", FormKind::Acronym),
    ("aliases", FormKind::Alias),
    ("short", FormKind::Short),
    ("native", FormKind::Native),
    ("variants", FormKind::Variant),
    ("avoid", FormKind::Avoided),
];

/// An entry as written.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) id: Written<String>,
    /// From its header to its last value.
    pub(super) span: Span,
    /// What it says, by key; without `id`.
    pub(super) given: BTreeMap<&'static str, Written<Given>>,
}

/// What is written for a key.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Given {
    Text(String),
    Texts(Vec<Written<String>>),
    Flag(bool),
    Kind(Kind),
    FamilyName(FamilyName),
    Unsure(bool),
    Forms(Vec<Written<WrittenForm>>),
    Broader { target: Written<String>, inferred: bool },
    Relations(Vec<Written<WrittenRelation>>),
    Roles(Vec<Written<WrittenRole>>),
    Tests(Vec<Written<WrittenTest>>),
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct WrittenForm {
    pub(super) text: String,
    pub(super) bound: Bound,
    pub(super) note: Option<String>,
    pub(super) severity: Option<Severity>,
    pub(super) exact_case: bool,
    pub(super) unsure: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct WrittenRelation {
    pub(super) name: String,
    pub(super) target: Written<String>,
    pub(super) seen: Option<Date>,
    pub(super) bound: Bound,
    pub(super) source: Option<String>,
    pub(super) inferred: bool,
    pub(super) note: Option<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct WrittenRole {
    pub(super) title: String,
    pub(super) at: Option<Written<String>>,
    pub(super) seen: Option<Date>,
    pub(super) bound: Bound,
    pub(super) source: Option<String>,
    pub(super) note: Option<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct WrittenTest {
    pub(super) text: String,
    pub(super) finds: Vec<String>,
}

/// True for what can be an id: lower-case ASCII letters, digits and single hyphens between them.
pub(super) fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text.split('-').all(|part| {
            !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        })
}

/// An id out of a name: "Korea Internet & Security Agency" gives `korea-internet-security-agency`. Letters with
/// marks lose them; a name without any ASCII letter or digit gives `entry`.
pub(super) fn slug(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let mut slug = String::new();
    for c in name.nfkd() {
        if c.is_ascii_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
        } else if (c.is_whitespace() || matches!(c, '-' | '_' | '.' | '/' | '–' | '—'))
            && !slug.ends_with('-')
        {
            slug.push('-');
        }
    }
    let slug = slug.trim_matches('-');
    if slug.is_empty() { "entry".to_owned() } else { slug.to_owned() }
}

impl Entry {
    /// How many names it gives, by all their spellings.
    pub(super) fn names(&self) -> usize {
        let forms = self.given.values().map(|given| match &given.value {
            Given::Forms(forms) => forms.len(),
            _ => 0,
        });
        forms.sum()
    }

    /// True when it hides its id.
    pub(super) fn disabled(&self) -> bool {
        matches!(self.given.get("disabled").map(|g| &g.value), Some(Given::Flag(true)))
    }

    /// The ids that it points to, each with its place and the words for "… points to": the key, or the
    /// relation's name. A role's employer counts only when it is written like an id.
    pub(super) fn targets(&self) -> Vec<(&str, &Written<String>)> {
        let mut targets = Vec::new();
        for (key, given) in &self.given {
            match &given.value {
                Given::Texts(ids) if *key == "distinct" => targets.extend(ids.iter().map(|id| (*key, id))),
                Given::Broader { target, .. } => targets.push((*key, target)),
                Given::Relations(list) => {
                    targets.extend(list.iter().map(|r| (r.value.name.as_str(), &r.value.target)));
                }
                Given::Roles(list) => targets.extend(
                    list.iter()
                        .filter_map(|r| r.value.at.as_ref())
                        .filter(|at| is_id(&at.value))
                        .map(|at| ("at", at)),
                ),
                _ => {}
            }
        }
        targets
    }
}
