//! A place in a file in which a desk keeps its settings or its names, and what that place means.

use crate::catalog::{CATALOG_FILE, EntityIx, RELATIONS};
use crate::config::{Holds, KeyGuide, SETTINGS, Slot, Spot, TableGuide, Word, spot};
use crate::corpus::Snapshot;
use crate::rules::{Rule, find_rule};
use crate::text::Span;

/// What a file of a desk holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeskFile {
    /// Settings: it is a `masthead.toml`.
    Settings,
    /// Names: it is a catalog.
    Catalog,
}

impl DeskFile {
    /// Its tables and keys.
    pub(super) fn guide(self) -> &'static TableGuide {
        match self {
            DeskFile::Settings => &SETTINGS,
            DeskFile::Catalog => &CATALOG_FILE,
        }
    }
}

/// A place in such a file, in the light of a snapshot.
#[derive(Clone, Copy, Debug)]
pub struct DeskCursor<'a> {
    /// What the file holds.
    pub file: DeskFile,
    /// Its text, which may be half written.
    pub text: &'a str,
    /// Its corpus, read with the last version of the file that could be used.
    pub snapshot: &'a Snapshot,
    /// Byte offset of the cursor.
    pub offset: usize,
}

/// What is known of a table.
#[derive(Clone, Copy)]
pub(super) enum Table {
    /// Its keys.
    Of(&'static TableGuide),
    /// Its keys are rules; each may have one of these words.
    Rules(&'static [Word]),
}

/// What is known of a key.
#[derive(Clone, Copy)]
pub(super) enum Key {
    /// A key of the guide, and what its table is.
    Of(&'static KeyGuide, &'static TableGuide),
    /// A rule, which may have one of these words.
    Rule(&'static dyn Rule, &'static [Word]),
}

/// What the words at a cursor stand for.
pub(super) enum Meaning {
    /// A header or key.
    Key(Key),
    /// A rule.
    Rule(&'static dyn Rule),
    /// A catalog entry.
    Entry(EntityIx),
    /// One of the words that the key of this name may have.
    Word(&'static str, Word),
}

impl DeskCursor<'_> {
    /// What may be written here.
    pub(super) fn spot(&self) -> Option<Spot> {
        spot(self.text, self.offset)
    }

    /// The table that keys lead to.
    pub(super) fn table(&self, path: &[String]) -> Option<Table> {
        let mut table = Table::Of(self.file.guide());
        for name in path {
            let Table::Of(guide) = table else { return None };
            table = match guide.get(name)?.holds {
                Holds::Table(guide) | Holds::Tables(guide) => Table::Of(guide),
                Holds::Form(guide) | Holds::Forms(guide) | Holds::IdOr(guide) => Table::Of(guide),
                Holds::Rules(words) => Table::Rules(words),
                _ => return None,
            };
        }
        Some(table)
    }

    /// The key that keys lead to, itself the last of them.
    pub(super) fn key(&self, path: &[String]) -> Option<Key> {
        let (name, above) = path.split_last()?;
        match self.table(above)? {
            Table::Of(guide) => guide.get(name).map(|key| Key::Of(key, guide)),
            Table::Rules(words) => find_rule(name).map(|rule| Key::Rule(rule, words)),
        }
    }

    /// What stands here, and where.
    pub(super) fn meaning(&self) -> Option<(Span, Meaning)> {
        let Spot { slot, mut path, word, .. } = self.spot()?;
        let span = word?;
        let text = span.of(self.text).trim_matches(['"', '\'']);
        let meaning = match slot {
            Slot::Header => Meaning::Key(self.key(&path)?),
            Slot::Key { .. } => {
                path.push(text.to_owned());
                Meaning::Key(self.key(&path)?)
            }
            Slot::Value { .. } => {
                let key = self.key(&path)?;
                self.value(key, text).unwrap_or(Meaning::Key(key))
            }
        };
        Some((span, meaning))
    }

    /// What a value stands for, where it has a meaning of its own.
    fn value(&self, key: Key, text: &str) -> Option<Meaning> {
        let (name, words, holds) = match key {
            Key::Of(key, _) => (key.name, key.words(), Some(key.holds)),
            Key::Rule(rule, words) => (rule.name(), words, None),
        };
        let word = words.iter().find(|known| known.word == text);
        word.map(|word| Meaning::Word(name, *word)).or_else(|| match holds? {
            Holds::Rule => find_rule(text).map(Meaning::Rule),
            Holds::Id | Holds::Ids | Holds::IdOrText | Holds::IdOr(_) => {
                self.snapshot.catalog.by_id(text).map(Meaning::Entry)
            }
            Holds::Relation => {
                let known = RELATIONS.iter().find(|relation| relation.name == text)?;
                Some(Meaning::Word(name, Word { word: known.name, about: known.about }))
            }
            _ => None,
        })
    }
}
