//! Completion in a desk's own files: sections, keys, and the values that a key may have.

use super::completion::rest_of;
use super::desk_file::{DeskCursor, Key, Table};
use super::desk_hover::{header_of, key_told, rule_told};
use super::hover::Described;
use super::lookup::brief;
use crate::catalog::{Entity, EntityIx, RELATIONS, RelationType};
use crate::config::{Holds, KeyGuide, Slot, Spot, TableGuide, Word};
use crate::corpus::Name;
use crate::rules::{RULES, Rule};
use crate::text::{Span, prefix_key};
use std::collections::BTreeMap;

/// What to offer at a place of a desk's file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeskCompletions {
    /// What has been typed of it, up to the cursor.
    pub typed: Span,
    /// The same with the rest of the word that the cursor stands in.
    pub word: Span,
    /// In the order in which they are best read.
    pub items: Vec<DeskCompletion>,
    /// True when it is enough to leave out what no longer fits as more is typed.
    pub complete: bool,
}

/// Something to write in a desk's file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeskCompletion {
    /// As it is listed.
    pub label: String,
    /// What is written.
    pub text: String,
    /// What has been typed, as it would go on.
    pub filter: String,
    /// A few words beside it.
    pub detail: String,
    /// What it means, where that is more than `detail`.
    pub about: Option<Described>,
    /// What it is.
    pub kind: DeskCompletionKind,
}

/// What a completion is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeskCompletionKind {
    /// A header.
    Section,
    /// A key.
    Key,
    /// A rule.
    Rule,
    /// A word or `true` and `false`.
    Value,
    /// The id of an entry: its card tells more.
    Id(Name),
}

/// How many ids are offered: more are no help, and the next letter leaves fewer.
const MOST: usize = 100;

/// What may be written under the cursor; `None` where nothing of ours may.
pub fn desk_completions(cursor: DeskCursor) -> Option<DeskCompletions> {
    let spot = cursor.spot()?;
    let found = match spot.slot {
        Slot::Header => sections(cursor, &spot),
        Slot::Key { .. } => keys(cursor, &spot)?,
        Slot::Value { listed } => return values(cursor, &spot, listed),
    };
    let word = spot.word.unwrap_or(Span::new(cursor.offset, cursor.offset));
    let typed = Span::new(word.start, cursor.offset);
    Some(DeskCompletions { typed, word, items: found, complete: true })
}

/// The headers that the file does not have yet.
fn sections(cursor: DeskCursor, spot: &Spot) -> Vec<DeskCompletion> {
    let guide = cursor.file.guide();
    let again = |key: &KeyGuide| {
        matches!(key.holds, Holds::Tables(_)) || !spot.sections.iter().any(|name| name == key.name)
    };
    let section = |key: &KeyGuide| {
        let header = header_of(key)?;
        Some(DeskCompletion {
            label: header.clone(),
            text: header.clone(),
            // Some type the bracket, others the name alone.
            filter: if spot.slot == Slot::Header { header } else { key.name.to_owned() },
            detail: key.about.to_owned(),
            about: Some(key_told(cursor.file, key, guide)),
            kind: DeskCompletionKind::Section,
        })
    };
    guide.keys.iter().filter(|key| again(key)).filter_map(section).collect()
}

/// The keys that the table does not have yet, then the headers, where one may stand.
fn keys(cursor: DeskCursor, spot: &Spot) -> Option<Vec<DeskCompletion>> {
    let Slot::Key { assigned, alone } = spot.slot else { return None };
    let is_new = |name: &str| !spot.given.iter().any(|given| given == name);
    let item = |name: &str, detail: &str, about| DeskCompletion {
        label: name.to_owned(),
        text: if assigned { name.to_owned() } else { format!("{name} = ") },
        filter: name.to_owned(),
        detail: detail.to_owned(),
        about: Some(about),
        kind: DeskCompletionKind::Key,
    };
    let key =
        |key: &KeyGuide, guide: &TableGuide| item(key.name, key.about, key_told(cursor.file, key, guide));
    let mut items = match cursor.table(&spot.path) {
        Some(Table::Of(guide)) => {
            // What is written as a header is offered as one.
            let top = spot.path.is_empty();
            let keys = guide.keys.iter().filter(|key| is_new(key.name) && !(top && header_of(key).is_some()));
            keys.map(|k| key(k, guide)).collect()
        }
        Some(Table::Rules(_)) => {
            let rules = RULES.iter().filter(|rule| is_new(rule.name()));
            rules.map(|rule| item(rule.name(), rule.summary(), rule_told(*rule))).collect()
        }
        None => Vec::new(),
    };
    if alone && !assigned {
        items.extend(sections(cursor, spot));
    }
    Some(items)
}

/// The values that the key may have.
fn values(cursor: DeskCursor, spot: &Spot, listed: bool) -> Option<DeskCompletions> {
    let place = Place::of(cursor, spot.word)?;
    let quoted = |word: &str, detail: &str, kind, about| place.quoted(word, word, detail, kind, about);
    let words = |words: &[Word]| -> Vec<DeskCompletion> {
        words.iter().map(|word| quoted(word.word, word.about, DeskCompletionKind::Value, None)).collect()
    };
    let rule = |rule: &&dyn Rule| {
        quoted(rule.name(), rule.summary(), DeskCompletionKind::Rule, Some(rule_told(*rule)))
    };
    let (items, complete) = match cursor.key(&spot.path)? {
        Key::Rule(_, levels) => (words(levels), true),
        Key::Of(key, _) => match key.holds {
            Holds::Flag if place.quote.is_none() => {
                (["true", "false"].map(|flag| place.bare(flag, key)).into(), true)
            }
            Holds::Word(list) => (words(list), true),
            Holds::Rule => (RULES.iter().map(rule).collect(), true),
            Holds::Relation => {
                let relation = |r: &RelationType| quoted(r.name, r.about, DeskCompletionKind::Value, None);
                (RELATIONS.iter().map(relation).collect(), true)
            }
            Holds::Ids if listed => ids(cursor, &place, |entity| !spot.given.contains(&entity.id)),
            Holds::Id | Holds::IdOrText | Holds::IdOr(_) if !listed => {
                // An entry's own id is new, or that of one that the desk says more of.
                let own = key.name == "id";
                ids(cursor, &place, |entity| !own || entity.starter)
            }
            _ => return None,
        },
    };
    Some(DeskCompletions { typed: place.typed, word: place.word, items, complete })
}

/// A value that is being written: between quotes, or without any yet.
struct Place<'t> {
    /// What has been typed, without its quote.
    text: &'t str,
    typed: Span,
    word: Span,
    /// The quote that it begins with.
    quote: Option<char>,
    /// True where it has one behind its word, too.
    closed: bool,
}

impl<'t> Place<'t> {
    /// `None` behind a value that is whole, and in front of one.
    fn of(cursor: DeskCursor<'t>, word: Option<Span>) -> Option<Place<'t>> {
        let span = word.unwrap_or(Span::new(cursor.offset, cursor.offset));
        let whole = span.of(cursor.text);
        let quote = whole.chars().next().filter(|c| matches!(c, '"' | '\''));
        let start = span.start + usize::from(quote.is_some());
        let text = cursor.text.get(start..cursor.offset)?;
        if quote.is_some_and(|quote| text.ends_with(quote)) {
            return None;
        }
        // A text that was never closed takes in what stands behind it: only the rest of the word is replaced.
        let behind = cursor.text.get(cursor.offset..span.end)?;
        let rest = behind.trim_start_matches(|c: char| c.is_alphanumeric() || matches!(c, '-' | '_'));
        let end = span.end - rest.len();
        let closed = quote.is_some_and(|quote| rest.starts_with(quote));
        Some(Place {
            text,
            typed: Span::new(start, cursor.offset),
            word: Span::new(start, end),
            quote,
            closed,
        })
    }

    /// A word in quotes, as far as they are missing.
    fn quoted(
        &self,
        word: &str,
        filter: &str,
        detail: &str,
        kind: DeskCompletionKind,
        about: Option<Described>,
    ) -> DeskCompletion {
        let text = match (self.quote, self.closed) {
            (None, _) => format!("\"{word}\""),
            (Some(quote), false) => format!("{word}{quote}"),
            (Some(_), true) => word.to_owned(),
        };
        let (label, filter, detail) = (word.to_owned(), filter.to_owned(), detail.to_owned());
        DeskCompletion { label, text, filter, detail, about, kind }
    }

    /// A word without quotes.
    fn bare(&self, word: &str, key: &KeyGuide) -> DeskCompletion {
        let default = if key.default == Some(word) { "as it is without this line" } else { "" };
        let (text, filter) = (word.to_owned(), word.to_owned());
        let kind = DeskCompletionKind::Value;
        DeskCompletion { label: text.clone(), text, filter, detail: default.to_owned(), about: None, kind }
    }
}

/// The ids of the entries that are `wanted` and whose id or one of whose names begins with what has been typed.
fn ids(cursor: DeskCursor, place: &Place, wanted: impl Fn(&Entity) -> bool) -> (Vec<DeskCompletion>, bool) {
    let catalog = &cursor.snapshot.catalog;
    let mut found: BTreeMap<(bool, EntityIx), String> = BTreeMap::new();
    let fits = |entity: &Entity| entity.id.starts_with(place.text) && wanted(entity);
    // Entries are in the order of their ids: the first that fit are those that are shown.
    for (ix, entity) in catalog.entities().filter(|(_, entity)| fits(entity)).take(MOST + 1) {
        found.insert((false, ix), entity.id.clone());
    }
    if !place.text.is_empty() && found.len() <= MOST {
        for (form, _) in catalog.begun(&prefix_key(place.text)) {
            let form = catalog.form(form);
            let known = found.contains_key(&(false, form.entity));
            if !known && wanted(catalog.entity(form.entity)) {
                let filter = || format!("{}{}", place.text, rest_of(&form.text, place.text));
                found.entry((true, form.entity)).or_insert_with(filter);
            }
        }
    }
    let complete = found.len() <= MOST;
    let item = |((_, ix), filter): ((bool, EntityIx), String)| {
        let (entity, name) = (catalog.entity(ix), Name::Known(ix));
        let detail = format!("{} · {}", entity.name, brief(cursor.snapshot, &name));
        place.quoted(&entity.id, &filter, &detail, DeskCompletionKind::Id(name), None)
    };
    (found.into_iter().take(MOST).map(item).collect(), complete)
}
