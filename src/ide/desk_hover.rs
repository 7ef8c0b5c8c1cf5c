//! What a key, a rule or an id in a desk's own files means, and where it leads.

use super::desk_file::{DeskCursor, DeskFile, Key, Meaning};
use super::explain::explain;
use super::hover::{Described, Hover, describe};
use super::markup::{Line, Page, Piece, markdown, plain};
use crate::catalog::EntityIx;
use crate::config::{Holds, KeyGuide, TableGuide, Word};
use crate::corpus::Name;
use crate::diagnostic::Place;
use crate::rules::Rule;

/// Where a word in a desk's file leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Destination {
    /// To a catalog entry.
    Entry(EntityIx),
    /// To the page of the rule of this name.
    Rule(&'static str),
}

/// What stands under the cursor: a key with its values and its default, a rule, or the card of an entry. `link` turns a
/// place into a URI that the editor opens.
pub fn desk_hover(cursor: DeskCursor, link: &dyn Fn(&Place) -> String) -> Option<Hover> {
    let (span, meaning) = cursor.meaning()?;
    let card = match meaning {
        Meaning::Key(Key::Of(key, table)) => key_told(cursor.file, key, table),
        Meaning::Key(Key::Rule(rule, _)) | Meaning::Rule(rule) => rule_told(rule),
        Meaning::Entry(entity) => describe(cursor.snapshot, &Name::Known(entity), None, link),
        Meaning::Word(key, word) => {
            let mut line = vec![Piece::Strong(key.to_owned()), Piece::Text(" = ".to_owned())];
            line.extend(word_line(&word));
            printed(&vec![vec![line]])
        }
    };
    Some(Hover { span, card })
}

/// Where the word under the cursor leads: an id to its entry, a rule to its page.
pub fn desk_definition(cursor: DeskCursor) -> Option<Destination> {
    match cursor.meaning()?.1 {
        Meaning::Entry(entity) => Some(Destination::Entry(entity)),
        Meaning::Rule(rule) | Meaning::Key(Key::Rule(rule, _)) => Some(Destination::Rule(rule.name())),
        Meaning::Key(Key::Of(..)) | Meaning::Word(..) => None,
    }
}

fn printed(page: &Page) -> Described {
    Described { markdown: markdown(page), plain: plain(page) }
}

/// A rule: how serious it is, what it finds and why.
pub(super) fn rule_told(rule: &dyn Rule) -> Described {
    let severity = rule
        .severity()
        .map_or("off until asked".to_owned(), |severity| format!("{} out of the box", severity.name()));
    let title = vec![Piece::Strong(rule.name().to_owned()), Piece::Text(format!(" · rule, {severity}"))];
    let words = explain(rule.name()).unwrap_or_default();
    let words = words.strip_prefix(rule.name()).and_then(|words| words.strip_prefix(": ")).unwrap_or(&words);
    let more = format!("masthead explain {}", rule.name());
    let more = vec![Piece::Code(more), Piece::Text(" shows examples.".to_owned())];
    // A page writes keys and the like between backticks.
    let piece = |(at, part): (usize, &str)| match at % 2 {
        0 => Piece::Text(part.to_owned()),
        _ => Piece::Code(part.to_owned()),
    };
    let words = words.split('`').enumerate().map(piece).collect();
    printed(&vec![vec![title], vec![words], vec![more]])
}

/// A key or section: what it means, what it may hold, and what holds without it.
pub(super) fn key_told(file: DeskFile, key: &KeyGuide, table: &TableGuide) -> Described {
    let top = std::ptr::eq(table, file.guide());
    let name = if top { header_of(key) } else { None };
    let whole = match file {
        DeskFile::Settings => "masthead.toml",
        DeskFile::Catalog => "a catalog",
    };
    let of = if top { whole } else { table.what };
    let name = name.unwrap_or_else(|| key.name.to_owned());
    let title = vec![Piece::Strong(name), Piece::Text(format!(" · {of}"))];
    let mut facts: Vec<Line> = Vec::new();
    let words = if matches!(key.holds, Holds::Word(_)) { key.words() } else { &[] };
    facts.extend(words.iter().map(word_line));
    let labelled = |label: &str, piece| vec![Piece::Label(label.to_owned()), Piece::Text(" ".into()), piece];
    if let Some(holds) = holds_told(key.holds) {
        facts.push(labelled("Takes", Piece::Text(holds)));
    }
    facts.extend(key.default.map(|default| labelled("Without it", Piece::Code(default.to_owned()))));
    let example = key.example.filter(|example| key.default != Some(*example));
    facts.extend(example.map(|example| labelled("For instance", Piece::Code(example.to_owned()))));
    printed(&vec![vec![title], vec![vec![Piece::Text(key.about.to_owned())]], facts])
}

/// "[files]" for a key that is written as a header.
pub(super) fn header_of(key: &KeyGuide) -> Option<String> {
    match key.holds {
        Holds::Table(_) | Holds::Rules(_) => Some(format!("[{}]", key.name)),
        Holds::Tables(_) => Some(format!("[[{}]]", key.name)),
        _ => None,
    }
}

/// “"ap"” and what it means.
fn word_line(word: &Word) -> Line {
    vec![Piece::Code(format!("\"{}\"", word.word)), Piece::Text(format!(": {}", word.about))]
}

/// What a key takes, where its words do not say it.
fn holds_told(holds: Holds) -> Option<String> {
    let keys = |table: &TableGuide| table.names().collect::<Vec<_>>().join(", ");
    Some(match holds {
        Holds::Text => "a text in quotes".to_owned(),
        Holds::Texts => "a list of texts".to_owned(),
        Holds::Flag => "true or false".to_owned(),
        Holds::Date => "a date without quotes".to_owned(),
        Holds::Word(_) => return None,
        Holds::Rule => "the name of a rule".to_owned(),
        Holds::Rules(words) => {
            let words: Vec<&str> = words.iter().map(|word| word.word).collect();
            format!("a rule's name, with {}", words.join(", "))
        }
        Holds::Id => "an id".to_owned(),
        Holds::Ids => "a list of ids".to_owned(),
        Holds::IdOrText => "an id, or words".to_owned(),
        Holds::IdOr(table) => format!("an id, or a group with {}", keys(table)),
        Holds::Relation => "one of the relations that Masthead has words for, or one of your own".to_owned(),
        Holds::Form(table) => format!("a name in quotes, or a group with {}", keys(table)),
        Holds::Forms(table) => {
            format!("a name or a list of names, each in quotes or a group with {}", keys(table))
        }
        Holds::Table(table) => keys(table),
        Holds::Tables(table) => keys(table),
    })
}
