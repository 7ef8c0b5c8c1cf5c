//! What a file that people write by hand may hold: its tables, their keys, and what each means. The reader, the file
//! that `masthead init` writes and an editor's help all go by the same list.

/// A table: what it is, and which keys it has.
#[derive(Debug)]
pub struct TableGuide {
    /// As in "is not a key of {what}": "[files]", "an entry".
    pub what: &'static str,
    /// In the order in which they are best written.
    pub keys: &'static [KeyGuide],
}

/// A key of a table.
#[derive(Clone, Copy, Debug)]
pub struct KeyGuide {
    /// As it is written.
    pub name: &'static str,
    /// What it means, in a sentence or two.
    pub about: &'static str,
    /// What may be written for it.
    pub holds: Holds,
    /// What holds where it is left out, as it would be written.
    pub default: Option<&'static str>,
    /// A value to learn from, as it would be written.
    pub example: Option<&'static str>,
}

/// What may be written for a key.
#[derive(Clone, Copy, Debug)]
pub enum Holds {
    /// A text in quotes, or what its example shows.
    Text,
    /// A list of texts.
    Texts,
    /// `true` or `false`.
    Flag,
    /// A day.
    Date,
    /// One of these words, in quotes.
    Word(&'static [Word]),
    /// The name of a rule.
    Rule,
    /// A table of rules by name, each with one of these words.
    Rules(&'static [Word]),
    /// The id of a catalog entry.
    Id,
    /// A list of them.
    Ids,
    /// An id, or words for what no entry stands for.
    IdOrText,
    /// An id, or this table.
    IdOr(&'static TableGuide),
    /// The name of a relation between entries.
    Relation,
    /// A name: in quotes, or as this table.
    Form(&'static TableGuide),
    /// A list of names, each in quotes or as this table.
    Forms(&'static TableGuide),
    /// A table.
    Table(&'static TableGuide),
    /// A list of tables.
    Tables(&'static TableGuide),
}

/// A word that a key may have, and what it means there.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// Without quotes.
    pub word: &'static str,
    /// In a few words, without a stop.
    pub about: &'static str,
}

/// `word` and what it means.
pub const fn word(word: &'static str, about: &'static str) -> Word {
    Word { word, about }
}

impl KeyGuide {
    /// A key that has neither default nor example.
    pub const fn new(name: &'static str, holds: Holds, about: &'static str) -> Self {
        Self { name, about, holds, default: None, example: None }
    }

    /// The same key with what holds where it is left out.
    pub const fn or(self, default: &'static str) -> Self {
        Self { default: Some(default), ..self }
    }

    /// The same key with a value to learn from.
    pub const fn like(self, example: &'static str) -> Self {
        Self { example: Some(example), ..self }
    }

    /// The words that it may have.
    pub const fn words(&self) -> &'static [Word] {
        match self.holds {
            Holds::Word(words) | Holds::Rules(words) => words,
            _ => &[],
        }
    }
}

impl TableGuide {
    /// The key of this name.
    pub fn get(&self, name: &str) -> Option<&'static KeyGuide> {
        self.keys.iter().find(|key| key.name == name)
    }

    /// Where a key stands among the others; unknown ones come last.
    pub fn rank(&self, name: &str) -> usize {
        self.keys.iter().position(|key| key.name == name).unwrap_or(self.keys.len())
    }

    /// Its keys that hold tables with a key of this name.
    pub fn holders(&self, name: &str) -> impl Iterator<Item = &'static KeyGuide> {
        self.keys.iter().filter(move |key| match key.holds {
            Holds::Table(table) | Holds::Tables(table) => table.get(name).is_some(),
            _ => false,
        })
    }

    /// The names of its keys.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.keys.iter().map(|key| key.name)
    }
}
