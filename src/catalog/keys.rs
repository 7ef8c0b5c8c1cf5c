//! Reads the keys of one catalog entry.

use super::entity::{Bound, FamilyName, FormKind, Kind};
use super::entry::{Entry, FORM_KEYS, Given, WrittenRelation, WrittenRole, WrittenTest, is_id, slug};
use super::guide::{BROADER, ENTRY, RELATION, ROLE, TEST};
use super::relation::RELATIONS;
use super::wording::{read_bound, read_forms};
use crate::config::{Fields, Item, Log, Table, Value, Written, quoted};
use crate::diagnostic::Severity;
use crate::text::{Span, damerau};
use rustc_hash::FxHashSet;
use std::collections::BTreeMap;

/// Reads an entry whose header is at `header`. Faults go to `log`; without a usable id there is no entry.
pub(super) fn read_entry(table: &Table, header: Span, log: &mut Log) -> Option<Entry> {
    let mut fields = Fields::new(table, &ENTRY, log);
    let id = read_id(&mut fields, header);
    let mut given = BTreeMap::new();
    for (key, kind) in FORM_KEYS {
        if let Some(item) = fields.item(key) {
            let forms = read_forms(key, kind, item, fields.log);
            given.insert(key, Written { value: Given::Forms(forms), span: item.span });
        }
    }
    report_contradictions(&given, fields.log);
    let kinds = Kind::ALL.map(|kind| (kind.name(), kind));
    put(&mut given, "kind", fields.word("kind", &kinds), Given::Kind);
    let orders = [("first", FamilyName::First), ("last", FamilyName::Last)];
    put(&mut given, "family-name", fields.word("family-name", &orders), Given::FamilyName);
    let statuses = [("unsure", true), ("sure", false)];
    put(&mut given, "status", fields.word("status", &statuses), Given::Unsure);
    for key in ["about", "note", "wikidata", "url"] {
        let text = fields.text(key).filter(|text| is_short_enough(text, fields.log));
        if let Some(text) = text.as_ref().filter(|text| !leads_somewhere(key, text.value.trim())) {
            let needs = if key == "url" {
                "the address of a page, as in \"https://harbour.example\""
            } else {
                "an item, as in \"Q42\""
            };
            let message = format!("“{key}” needs {needs}: this one leads nowhere, and is not shown");
            fields.log.fault(text.span, message).severity = Severity::Warning;
        }
        // A key that waits to be filled in says nothing, and takes nothing from what another file says.
        put(&mut given, key, text.filter(|text| !text.value.trim().is_empty()), Given::Text);
    }
    for key in ["common", "disabled"] {
        put(&mut given, key, fields.flag(key), Given::Flag);
    }
    for key in ["avoid-remove", "adjectives", "distinct"] {
        put(&mut given, key, fields.texts(key), Given::Texts);
    }
    let broader = read_broader(&mut fields);
    put(&mut given, "broader", broader, |broader| broader);
    let relations = fields.tables("relations", "[{ type = \"run-by\", target = \"openai\" }]");
    put(&mut given, "relations", relations, |list| Given::Relations(each(&list, fields.log, read_relation)));
    let roles = fields.tables("roles", "[{ title = \"chief executive\", at = \"openai\" }]");
    put(&mut given, "roles", roles, |list| Given::Roles(each(&list, fields.log, read_role)));
    let tests = fields.tables("tests", "[{ text = \"Korea joined GTAC.\", finds = \"GTAC\" }]");
    put(&mut given, "tests", tests, |list| Given::Tests(each(&list, fields.log, read_test)));
    fields.finish();
    let span = Span::new(header.start, table.end().unwrap_or(header.end));
    Some(Entry { id: id?, span, given })
}

/// False for an address that no card can show: one that is not of the web, or no item of Wikidata.
fn leads_somewhere(key: &str, text: &str) -> bool {
    match key {
        "url" => text.is_empty() || text.starts_with("https://") || text.starts_with("http://"),
        "wikidata" => {
            let number = text.strip_prefix('Q').unwrap_or("");
            text.is_empty() || !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit())
        }
        _ => true,
    }
}

/// The longest text about an entry, in characters: a page of it. What is longer is an article in the wrong place, and
/// would be shown with every name.
const LONGEST: usize = 5_000;

fn is_short_enough(text: &Written<String>, log: &mut Log) -> bool {
    let length = text.value.chars().count();
    if length > LONGEST {
        log.fault(text.span, format!("this is too long: {length} characters, {LONGEST} at most"));
    }
    length <= LONGEST
}

type Keys = BTreeMap<&'static str, Written<Given>>;

fn put<T>(given: &mut Keys, key: &'static str, value: Option<Written<T>>, wrap: impl FnOnce(T) -> Given) {
    if let Some(Written { value, span }) = value {
        given.insert(key, Written { value: wrap(value), span });
    }
}

/// A form without dates cannot be both good and avoided.
fn report_contradictions(given: &Keys, log: &mut Log) {
    let forms = |key: &str| match given.get(key).map(|given| &given.value) {
        Some(Given::Forms(forms)) => forms.as_slice(),
        _ => &[],
    };
    if forms("avoid").is_empty() {
        return;
    }
    let good =
        FORM_KEYS.iter().filter(|(_, kind)| *kind != FormKind::Avoided).flat_map(|(key, _)| forms(key));
    let good: FxHashSet<&str> = good.map(|form| form.value.text.as_str()).collect();
    for avoided in forms("avoid") {
        let text = avoided.value.text.as_str();
        if avoided.value.bound == Bound::default() && good.contains(text) {
            log.fault(avoided.span, format!("“{text}” is given both to be written and to be avoided"));
        }
    }
}

fn each<T>(
    list: &[Written<&Table>],
    log: &mut Log,
    read: fn(&Table, Span, &mut Log) -> Option<T>,
) -> Vec<Written<T>> {
    list.iter()
        .filter_map(|table| Some(Written { value: read(table.value, table.span, log)?, span: table.span }))
        .collect()
}

fn read_id(fields: &mut Fields<'_, '_>, header: Span) -> Option<Written<String>> {
    if fields.item("id").is_none() {
        fields.log.fault(header, "this entry needs an id: id = \"…\"");
        return None;
    }
    let id = fields.text("id")?;
    if is_id(&id.value) {
        return Some(id);
    }
    let message = "an id has lower-case letters, digits and hyphens only".to_owned();
    let better = slug(&id.value);
    fields.log.misspelt(id.span, message, Some(&better), quoted);
    None
}

fn read_broader(fields: &mut Fields<'_, '_>) -> Option<Written<Given>> {
    let Item { value, span } = fields.item("broader")?;
    match value {
        Value::Text(id) => {
            let target = Written { value: id.clone(), span: *span };
            Some(Written { value: Given::Broader { target, inferred: false }, span: *span })
        }
        Value::Table(table) => {
            let mut inner = Fields::new(table, &BROADER, fields.log);
            let target = required(&mut inner, "target", *span);
            let inferred = inner.flag("inferred").is_some_and(|flag| flag.value);
            inner.finish();
            Some(Written { value: Given::Broader { target: target?, inferred }, span: *span })
        }
        _ => fields.needs("broader", "an id, as in \"tac\" or { target = \"tac\", inferred = true }", *span),
    }
}

/// A text that must be there; `whole` is underlined when it is not.
fn required(fields: &mut Fields<'_, '_>, key: &'static str, whole: Span) -> Option<Written<String>> {
    if fields.item(key).is_none() {
        fields.log.fault(whole, format!("“{key}” is missing here"));
        return None;
    }
    let text = fields.text(key)?;
    if text.value.trim().is_empty() {
        fields.log.fault(text.span, format!("“{key}” is empty"));
        return None;
    }
    Some(text)
}

/// The relation that Masthead has words for and that is but one slip from `name`. A short word, or one with another first
/// letter, is a word of its own: “on” is not “of”, nor “fed-by” “led-by”.
fn meant_relation(name: &str) -> Option<&'static str> {
    let known = || RELATIONS.iter().map(|relation| relation.name);
    let letters = |word: &str| word.chars().collect::<Vec<char>>();
    let near = |known: &&str| {
        known.as_bytes()[0] == name.as_bytes()[0] && damerau(&letters(name), &letters(known), 1).is_some()
    };
    if name.len() < 5 || known().any(|known| known == name) { None } else { known().find(near) }
}

fn read_relation(table: &Table, span: Span, log: &mut Log) -> Option<WrittenRelation> {
    let mut fields = Fields::new(table, &RELATION, log);
    let name = required(&mut fields, "type", span);
    let name = name.and_then(|name| {
        if is_id(&name.value) {
            if let Some(meant) = meant_relation(&name.value) {
                let message = format!("“{}” is a relation of your own, and almost “{meant}”", name.value);
                fields.log.misspelt(name.span, message, Some(meant), quoted).severity = Severity::Warning;
            }
            return Some(name.value);
        }
        let message = "a relation’s type is written in lower case with hyphens".to_owned();
        fields.log.misspelt(name.span, message, Some(&slug(&name.value)), quoted);
        None
    });
    let target = required(&mut fields, "target", span);
    let seen = fields.date("seen").map(|date| date.value);
    let bound = read_bound(&mut fields);
    let source = fields.text("source").map(|text| text.value);
    let inferred = fields.flag("inferred").is_some_and(|flag| flag.value);
    let note = fields.text("note").map(|text| text.value);
    fields.finish();
    Some(WrittenRelation { name: name?, target: target?, seen, bound, source, inferred, note })
}

fn read_role(table: &Table, span: Span, log: &mut Log) -> Option<WrittenRole> {
    let mut fields = Fields::new(table, &ROLE, log);
    let title = required(&mut fields, "title", span);
    let at = fields.text("at");
    let seen = fields.date("seen").map(|date| date.value);
    let bound: Bound = read_bound(&mut fields);
    let source = fields.text("source").map(|text| text.value);
    let note = fields.text("note").map(|text| text.value);
    fields.finish();
    Some(WrittenRole { title: title?.value, at, seen, bound, source, note })
}

fn read_test(table: &Table, span: Span, log: &mut Log) -> Option<WrittenTest> {
    let mut fields = Fields::new(table, &TEST, log);
    let text = required(&mut fields, "text", span);
    let finds = read_finds(&mut fields, span);
    fields.finish();
    Some(WrittenTest { text: text?.value, finds: finds? })
}

/// A text or a list of texts; "" is none.
fn read_finds(fields: &mut Fields<'_, '_>, whole: Span) -> Option<Vec<String>> {
    let Some(item) = fields.item("finds") else {
        fields.log.fault(whole, "“finds” is missing here: the names that are to be found, or \"\" for none");
        return None;
    };
    match &item.value {
        Value::Text(text) if text.is_empty() => Some(Vec::new()),
        Value::Text(text) => Some(vec![text.clone()]),
        _ => fields.texts("finds").map(|list| list.value.into_iter().map(|text| text.value).collect()),
    }
}
