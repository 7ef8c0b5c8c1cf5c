//! Typed keys out of a table, and a log of what is wrong with them.

use super::guide::{KeyGuide, TableGuide};
use super::nearest::nearest;
use super::toml::{Item, Table, Value};
use crate::diagnostic::{Diagnostic, Edit, Fix, Severity};
use crate::text::Span;
use jiff::civil::Date;

/// A value as written in a file, with its place. Equal to another when the values are.
#[derive(Clone, Debug)]
pub struct Written<T> {
    /// What is written.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

impl<T: PartialEq> PartialEq for Written<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

/// The faults of one file.
#[derive(Debug)]
pub struct Log {
    rule: &'static str,
    /// In the order in which they were found.
    pub faults: Vec<Diagnostic>,
}

impl Log {
    /// An empty log, whose faults will carry `rule`.
    pub fn new(rule: &'static str) -> Self {
        Self { rule, faults: Vec::new() }
    }

    /// Notes a fault.
    pub fn fault(&mut self, span: Span, message: impl Into<String>) -> &mut Diagnostic {
        self.faults.push(Diagnostic::new(self.rule, Severity::Error, span, message));
        let last = self.faults.len() - 1;
        &mut self.faults[last]
    }

    /// Notes a fault with the name that was perhaps meant, which `written` turns into what the file should have.
    pub fn misspelt(
        &mut self,
        span: Span,
        message: String,
        meant: Option<&str>,
        written: impl Fn(&str) -> String,
    ) -> &mut Diagnostic {
        let fault = self.fault(span, message);
        if let Some(meant) = meant {
            fault.notes.push(format!("did you mean “{meant}”?"));
            let edits = vec![Edit { span, text: written(meant) }];
            fault.fixes.push(Fix { title: format!("replace with “{meant}”"), safe: false, edits });
        }
        fault
    }
}

/// Reads the keys of one table. Each method asks for a key of its guide; [`Fields::finish`] reports the keys that the
/// guide lacks. A value of another type than the asked one is a fault and counts as not given.
pub struct Fields<'t, 'l> {
    table: &'t Table,
    guide: &'static TableGuide,
    /// Where the faults go.
    pub log: &'l mut Log,
}

impl<'t, 'l> Fields<'t, 'l> {
    /// Reads `table`, whose keys `guide` lists.
    pub fn new(table: &'t Table, guide: &'static TableGuide, log: &'l mut Log) -> Self {
        Self { table, guide, log }
    }

    /// The value of a key, of whatever type.
    pub fn item(&mut self, key: &'static str) -> Option<&'t Item> {
        self.table.get(key).map(|(_, item)| item)
    }

    /// A text.
    pub fn text(&mut self, key: &'static str) -> Option<Written<String>> {
        let item = self.item(key)?;
        match &item.value {
            Value::Text(text) => Some(Written { value: text.clone(), span: item.span }),
            _ => self.needs(key, "a text in quotes", item.span),
        }
    }

    /// A text that is one of `words`.
    pub fn word<T: Copy>(&mut self, key: &'static str, words: &[(&'static str, T)]) -> Option<Written<T>> {
        let text = self.text(key)?;
        if let Some((_, value)) = words.iter().find(|(word, _)| *word == text.value) {
            return Some(Written { value: *value, span: text.span });
        }
        let list: Vec<String> = words.iter().map(|(word, _)| format!("“{word}”")).collect();
        let list = match list.as_slice() {
            [one] => one.clone(),
            [most @ .., last] => format!("{} or {last}", most.join(", ")),
            [] => String::new(),
        };
        let message = format!("“{key}” is {list}, not “{}”", text.value);
        let meant = nearest(&text.value, words.iter().map(|(word, _)| *word));
        self.log.misspelt(text.span, message, meant, quoted);
        None
    }

    /// `true` or `false`.
    pub fn flag(&mut self, key: &'static str) -> Option<Written<bool>> {
        let item = self.item(key)?;
        match item.value {
            Value::Flag(value) => Some(Written { value, span: item.span }),
            _ => self.needs(key, "true or false, without quotes", item.span),
        }
    }

    /// A day.
    pub fn date(&mut self, key: &'static str) -> Option<Written<Date>> {
        let item = self.item(key)?;
        match item.value {
            Value::Date(value) => Some(Written { value, span: item.span }),
            _ => self.needs(key, "a date without quotes, as in 2026-05-28", item.span),
        }
    }

    /// A list of texts.
    pub fn texts(&mut self, key: &'static str) -> Option<Written<Vec<Written<String>>>> {
        let item = self.item(key)?;
        let Value::List(items) = &item.value else {
            return self.needs(key, "a list of texts, as in [\"one\", \"two\"]", item.span);
        };
        let mut texts = Vec::new();
        for item in items {
            match &item.value {
                Value::Text(text) => texts.push(Written { value: text.clone(), span: item.span }),
                _ => {
                    self.log.fault(item.span, format!("“{key}” is a list of texts: this is none"));
                }
            }
        }
        Some(Written { value: texts, span: item.span })
    }

    /// A table.
    pub fn table(&mut self, key: &'static str) -> Option<Written<&'t Table>> {
        let item = self.item(key)?;
        match &item.value {
            Value::Table(table) => Some(Written { value: table, span: item.span }),
            _ => self.needs(key, &format!("a table: [{key}]"), item.span),
        }
    }

    /// A list of tables, `{ … }` or under `[[headers]]`. `example` is one of them.
    pub fn tables(&mut self, key: &'static str, example: &str) -> Option<Written<Vec<Written<&'t Table>>>> {
        let item = self.item(key)?;
        let Value::List(items) = &item.value else {
            return self.needs(key, &format!("a list, as in {example}"), item.span);
        };
        let mut tables = Vec::new();
        for item in items {
            match &item.value {
                Value::Table(table) => tables.push(Written { value: table, span: item.span }),
                _ => {
                    self.log
                        .fault(item.span, format!("“{key}” is a list, as in {example}: this is no {{ … }}"));
                }
            }
        }
        Some(Written { value: tables, span: item.span })
    }

    /// Notes that a key has a value of another type.
    pub fn needs<T>(&mut self, key: &str, what: &str, span: Span) -> Option<T> {
        self.log.fault(span, format!("“{key}” needs {what}"));
        None
    }

    /// Reports the keys that the guide lacks, each with the nearest one that it has, else with the tables in it that have it.
    pub fn finish(self) {
        for (key, _) in &self.table.entries {
            if self.guide.get(&key.name).is_none() {
                let message = format!("“{}” is not a key of {}", key.name, self.guide.what);
                let meant = nearest(&key.name, self.guide.names());
                let fault = self.log.misspelt(key.span, message, meant, str::to_owned);
                if meant.is_none() {
                    fault.notes.extend(self.guide.holders(&key.name).map(has_it));
                }
            }
        }
    }
}

/// Says that what `holder` holds has a key.
fn has_it(holder: &KeyGuide) -> String {
    match holder.example {
        Some(example) => format!("“{0}” has it, as in {0} = {example}", holder.name),
        None => format!("[{}] has it", holder.name),
    }
}

/// `text` as a TOML string.
pub fn quoted(text: &str) -> String {
    ::toml::Value::String(text.to_owned()).to_string()
}
