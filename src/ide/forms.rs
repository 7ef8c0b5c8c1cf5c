//! Which form of a name to write, and which to avoid.

use super::words::long_date;
use crate::catalog::{Bound, Catalog, Entity, EntityIx, FamilyName, Form, FormKind};
use crate::document::hangul_family_name;
use jiff::civil::Date;

/// A form that may be written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spelling {
    /// As it is written.
    pub text: String,
    /// When, or what it is: "until 14 February 2025", "Revised Romanization".
    pub remark: Option<String>,
}

/// A form that the desk rejects, or that does not hold at the card's date.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Avoided {
    /// As it must not be written.
    pub text: String,
    /// Why: "one outlet's translation", "until 14 February 2025".
    pub remark: Option<String>,
}

/// The forms of a name, sorted by what to do with them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Forms {
    pub(super) write: Vec<Spelling>,
    pub(super) aliases: Vec<Spelling>,
    pub(super) spellings: Vec<Spelling>,
    pub(super) native: Vec<String>,
    pub(super) avoid: Vec<Avoided>,
}

/// The forms of `ix` as of `date`.
pub(super) fn forms(catalog: &Catalog, ix: EntityIx, date: Option<Date>) -> Forms {
    let entity = catalog.entity(ix);
    let (good, past): (Vec<&Form>, Vec<&Form>) = catalog
        .forms_of(ix)
        .filter(|form| form.kind != FormKind::Avoided)
        .partition(|form| holds(&form.bound, date));
    let of = |kind| good.iter().copied().filter(move |form| form.kind == kind);
    let full = of(FormKind::Full).next().or_else(|| of(FormKind::Alias).next());
    let acronym = of(FormKind::Acronym).next();
    let mut forms = Forms {
        write: write(entity, full, acronym, &of(FormKind::Short).collect::<Vec<_>>()),
        aliases: of(FormKind::Alias).filter(|form| Some(*form) != full).map(spelling).collect(),
        spellings: of(FormKind::Variant).map(spelling).collect(),
        native: of(FormKind::Native).map(|form| form.text.clone()).collect(),
        avoid: catalog.forms_of(ix).filter(|form| form.kind == FormKind::Avoided).map(avoided).collect(),
    };
    forms.avoid.extend(past.into_iter().map(avoided));
    forms
}

/// True when something with these ends holds on `date`; without a date, when no end is stated.
pub(super) fn holds(bound: &Bound, date: Option<Date>) -> bool {
    date.map_or(bound.until.is_none(), |date| bound.holds(date))
}

/// "since 26 May 2026", "until 14 February 2025", both, or nothing.
pub(super) fn bound_words(bound: &Bound) -> Option<String> {
    match (bound.since, bound.until) {
        (Some(since), Some(until)) => Some(format!("from {} to {}", long_date(since), long_date(until))),
        (Some(since), None) => Some(format!("since {}", long_date(since))),
        (None, Some(until)) => Some(format!("until {}", long_date(until))),
        (None, None) => None,
    }
}

/// The form for the first reference, then those for later ones.
fn write(entity: &Entity, full: Option<&Form>, acronym: Option<&Form>, short: &[&Form]) -> Vec<Spelling> {
    let full = full.map_or(entity.name.as_str(), |form| &form.text);
    let first = match acronym {
        Some(acronym) => format!("{full} ({})", acronym.text),
        None => full.to_owned(),
    };
    let mut write = vec![Spelling { text: first, remark: None }];
    write.extend(acronym.into_iter().chain(short.iter().copied()).map(spelling));
    if write.len() == 1 {
        write.extend(surname(full, entity.family_name).map(|text| Spelling { text, remark: None }));
    }
    write
}

/// The family name in a person's full name.
pub(super) fn surname(full: &str, family_name: Option<FamilyName>) -> Option<String> {
    if let Some(family) = hangul_family_name(full) {
        return Some(family.to_owned());
    }
    let mut words = full.split_whitespace();
    let word = match family_name? {
        FamilyName::First => words.next(),
        FamilyName::Last => words.next_back(),
    };
    word.filter(|word| *word != full.trim()).map(str::to_owned)
}

fn spelling(form: &Form) -> Spelling {
    Spelling { text: form.text.clone(), remark: remark(form) }
}

fn avoided(form: &Form) -> Avoided {
    Avoided { text: form.text.clone(), remark: remark(form) }
}

/// The form's dates and note in one remark.
fn remark(form: &Form) -> Option<String> {
    let parts: Vec<String> = bound_words(&form.bound).into_iter().chain(form.note.clone()).collect();
    (!parts.is_empty()).then(|| parts.join("; "))
}
