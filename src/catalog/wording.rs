//! Reads the forms of a catalog entry: plain texts, or `{ form, since, until, … }`.

use super::entity::{Bound, FormKind};
use super::entry::WrittenForm;
use super::guide::{FORM, REJECTED};
use crate::config::{Fields, Item, Log, Value, Written};
use crate::diagnostic::Severity;
use crate::text::{Span, composed};
use std::borrow::Cow;

/// The longest form that can be a name: the longest official titles of laws and bodies have about 200
/// characters; what is longer is a sentence in the wrong key.
const LONGEST: usize = 300;

/// The most names that one key of an entry may have: nobody goes by a hundred, and a list of others' names would be
/// taken for one person's.
const MOST: usize = 1_000;

/// The forms of one key: one text, one `{ form = … }`, or (but for `name` and `acronym`) a list of them.
pub(super) fn read_forms(
    key: &'static str,
    kind: FormKind,
    item: &Item,
    log: &mut Log,
) -> Vec<Written<WrittenForm>> {
    let single = matches!(kind, FormKind::Full | FormKind::Acronym);
    match &item.value {
        Value::List(items) if !single && items.len() > MOST => {
            let many = items.len();
            log.fault(item.span, format!("these are too many names for one entry: {many}, {MOST} at most"));
            Vec::new()
        }
        Value::List(items) if !single => {
            items.iter().filter_map(|item| read_form(key, kind, item, log)).collect()
        }
        Value::Text(_) | Value::Table(_) => read_form(key, kind, item, log).into_iter().collect(),
        _ => {
            let what = if single { "one name in quotes" } else { "a name in quotes, or a list of them" };
            log.fault(item.span, format!("“{key}” needs {what}"));
            Vec::new()
        }
    }
}

fn read_form(key: &'static str, kind: FormKind, item: &Item, log: &mut Log) -> Option<Written<WrittenForm>> {
    let mut form = WrittenForm {
        text: String::new(),
        bound: Bound::default(),
        note: None,
        severity: None,
        exact_case: false,
        unsure: false,
    };
    let text = match &item.value {
        Value::Text(text) => Written { value: Cow::Borrowed(text.as_str()), span: item.span },
        Value::Table(table) => {
            let guide = if kind == FormKind::Avoided { &REJECTED } else { &FORM };
            let mut fields = Fields::new(table, guide, log);
            let text = fields.text("form");
            if text.is_none() && table.get("form").is_none() {
                fields.log.fault(item.span, "“form” is missing here: { form = \"…\" }");
            }
            form.bound = read_bound(&mut fields);
            form.note = fields.text("note").map(|text| text.value);
            form.unsure = fields.flag("unsure").is_some_and(|flag| flag.value);
            form.exact_case =
                fields.word("case", &[("exact", true), ("any", false)]).is_some_and(|w| w.value);
            if kind == FormKind::Avoided {
                let severities = Severity::ALL.map(|severity| (severity.name(), severity));
                form.severity = fields.word("severity", &severities).map(|word| word.value);
            }
            fields.finish();
            let Written { value, span } = text?;
            Written { value: Cow::Owned(value), span }
        }
        _ => {
            log.fault(item.span, format!("“{key}” takes names in quotes, or {{ form = \"…\" }}"));
            return None;
        }
    };
    // Two ways to write “é” look alike and are found alike, so that they are one name.
    form.text = composed(text.value.trim());
    if let Some(fault) = fault_of(&form.text, kind) {
        log.fault(text.span, fault);
        return None;
    }
    Some(Written { value: form, span: text.span })
}

/// What is wrong with a form's text.
fn fault_of(text: &str, kind: FormKind) -> Option<String> {
    if text.is_empty() {
        return Some("this name is empty".to_owned());
    }
    // Line breaks and tabs are control characters too.
    if text.contains(char::is_control) {
        return Some("a name stands on one line, without tabs".to_owned());
    }
    let length = text.chars().count();
    if length > LONGEST {
        return Some(format!("this is too long for a name: {length} characters, {LONGEST} at most"));
    }
    // Whether there are more than two makes no difference.
    let letters = text.chars().filter(|c| c.is_alphanumeric()).take(2).count();
    if letters == 0 {
        return Some(format!("“{text}” has no letter or digit"));
    }
    if letters == 1 && (kind == FormKind::Native || !text.is_ascii()) {
        return Some(format!(
            "“{text}” is one syllable: it would be found inside other words. Write the full name"
        ));
    }
    // “X” is the name of a firm. “A” and “I” are words, and a small letter or a digit is found in any text.
    let letter = text.chars().find(|c| c.is_alphanumeric());
    if letters == 1 && letter.is_some_and(|c| !c.is_ascii_uppercase() || matches!(c, 'A' | 'I')) {
        return Some(format!("“{text}” would be found everywhere. Write the full name"));
    }
    None
}

/// `since` and `until` of a table. An end before its start is a fault.
pub(super) fn read_bound(fields: &mut Fields<'_, '_>) -> Bound {
    let since = fields.date("since");
    let until = fields.date("until");
    if let (Some(from), Some(to)) = (&since, &until)
        && to.value < from.value
    {
        let message = format!("“until” ({}) is before “since” ({})", to.value, from.value);
        let span: Span = to.span;
        fields.log.fault(span, message);
    }
    Bound { since: since.map(|date| date.value), until: until.map(|date| date.value) }
}
