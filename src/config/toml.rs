//! TOML with a place for every key and value, read as far as it can be read.

use crate::diagnostic::{Diagnostic, Severity};
use crate::text::Span;
use ::toml::de::{DeTable, DeValue};
use ::toml::value::Datetime;
use jiff::civil::Date;

/// A key as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// Without quotes.
    pub name: String,
    /// Where it stands.
    pub span: Span,
}

/// A value and its place; a string's place includes its quotes, that of a `[table]` is its header.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// What is written.
    pub value: Value,
    /// Where it stands.
    pub span: Span,
}

/// What is written for a key.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A string, without quotes and escapes.
    Text(String),
    /// A whole number that fits.
    Number(i64),
    /// `true` or `false`.
    Flag(bool),
    /// A day without a time.
    Date(Date),
    /// A list, or the tables under one `[[header]]`.
    List(Vec<Item>),
    /// A table in any notation.
    Table(Table),
    /// A number with a fraction, a time, or a number that does not fit: nothing that we ask for.
    Other,
}

/// Keys and values in the order of the file.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Table {
    /// Each key once.
    pub entries: Vec<(Key, Item)>,
}

impl Table {
    /// The value of `name` and the key as it is written.
    pub fn get(&self, name: &str) -> Option<&(Key, Item)> {
        self.entries.iter().find(|(key, _)| key.name == name)
    }

    /// The byte after the last value in it, nested ones included.
    pub fn end(&self) -> Option<usize> {
        self.entries.iter().map(|(key, item)| item.end().max(key.span.end)).max()
    }
}

impl Item {
    /// The byte after it, everything in it included.
    pub fn end(&self) -> usize {
        let inner = match &self.value {
            Value::List(items) => items.iter().map(Item::end).max(),
            Value::Table(table) => table.end(),
            _ => None,
        };
        inner.map_or(self.span.end, |end| end.max(self.span.end))
    }
}

/// A stretch of a file that was read by itself.
#[derive(Debug)]
pub struct Part {
    /// What could be read.
    pub table: Table,
    /// Mistakes of notation, in order, one a line at most.
    pub faults: Vec<Diagnostic>,
    /// From this byte on nothing in `table` can be relied on.
    pub cut: Option<usize>,
}

impl Part {
    /// This part's own faults and those of `found` (faults of its keys and values) that are no mere consequence
    /// of them: neither on the same line of `text` nor behind the cut. In the order of the file.
    pub fn settle(self, found: Vec<Diagnostic>, text: &str) -> Vec<Diagnostic> {
        let mut found: Vec<Diagnostic> =
            found.into_iter().filter(|fault| self.cut.is_none_or(|cut| fault.span.start < cut)).collect();
        found.sort_by_key(|fault| fault.span);
        let mut own = self.faults;
        // What the key needs says more than that a text has quotes: “common = yes”.
        let unquoted = explain(UNQUOTED);
        for fault in own.iter_mut().filter(|fault| fault.message == unquoted) {
            let needed = found.binary_search_by_key(&fault.span, |found| found.span);
            if let Some(needed) = needed.ok().map(|at| &found[at]).filter(|needed| needed.fixes.is_empty()) {
                fault.message.clone_from(&needed.message);
            }
        }
        let mut lines = own.iter().map(|fault| line_of(text, fault.span.start)).peekable();
        found.retain(|fault| {
            while lines.next_if(|line| line.end <= fault.span.start).is_some() {}
            lines.peek().is_none_or(|line| fault.span.start < line.start)
        });
        own.extend(found);
        own.sort_by_key(|fault| fault.span);
        own
    }
}

/// The line that byte `at` is in, with its break.
fn line_of(text: &str, at: usize) -> Span {
    let start = text[..at].rfind('\n').map_or(0, |found| found + 1);
    let end = text[at..].find('\n').map_or(text.len(), |found| at + found + 1);
    Span::new(start, end)
}

/// Reads `text`. A sound file is one part. A file with mistakes of notation is cut at its top-level headers
/// (`[files]`, `[[entity]]`), so that a list or a string that was never closed costs its own table only.
pub fn read_toml(text: &str, rule: &'static str) -> Vec<Part> {
    let whole = read_part(text, 0, rule);
    if whole.faults.is_empty() {
        return vec![whole];
    }
    let mut starts = header_starts(text);
    starts.insert(0, 0);
    starts.dedup();
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().zip(ends).map(|(&start, end)| read_part(&text[start..end], start, rule)).collect()
}

/// Where the lines start that look like a header without a dot, sound or not.
fn header_starts(text: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if is_header(line) {
            starts.push(at);
        }
        at += line.len();
    }
    starts
}

/// True for `[name]` and `[[name]]`, also with a bracket missing at the end.
pub(super) fn is_header(line: &str) -> bool {
    let Some(rest) = line.trim().strip_prefix('[') else { return false };
    let rest = rest.strip_prefix('[').unwrap_or(rest).trim_start();
    let name = rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    let behind = name.trim_start_matches([']', ' ', '\t']);
    name.len() < rest.len()
        && !rest.starts_with(|c: char| c.is_ascii_digit())
        && (behind.is_empty() || behind.starts_with('#'))
}

fn read_part(text: &str, base: usize, rule: &'static str) -> Part {
    let (table, mut errors) = DeTable::parse_recoverable(text);
    errors.sort_by_key(|e| e.span().map(|s| s.start));
    let mut faults: Vec<Diagnostic> = Vec::new();
    let mut cut = None;
    let mut last: Option<usize> = None;
    for error in &errors {
        let span = error.span().unwrap_or(0..0);
        let same_line = last.is_some_and(|l| !text[l..span.start].contains('\n'));
        last = Some(span.start);
        if same_line || cut.is_some() {
            continue;
        }
        if breaks_structure(error.message()) {
            cut = Some(base + span.start);
        }
        let mut place = visible(text, span.start, span.end).shifted(base);
        // The parser takes what is not there yet for a text without quotes.
        let rest = text[span.start..].split(['\n', '\r']).next().unwrap_or("").trim_start();
        let message = match error.message() {
            said if said.starts_with(UNQUOTED) && (rest.is_empty() || rest.starts_with('#')) => {
                explain("missing value")
            }
            said => match day(text, span.start).filter(|_| !said.starts_with("invalid date")) {
                Some(day) => {
                    place = day.shifted(base);
                    NO_DATE.to_owned()
                }
                None => explain(said),
            },
        };
        faults.push(Diagnostic::new(rule, Severity::Error, place, message));
    }
    Part { table: own_table(table.get_ref(), base), faults, cut }
}

/// True for mistakes after which the parser takes other keys for parts of this one, or stops.
fn breaks_structure(message: &str) -> bool {
    ["unclosed", "key with no value", "missing comma", "unexpected", "cannot recurse", "invalid key"]
        .iter()
        .any(|start| message.starts_with(start))
}

/// A place without a visible character is widened, so that there is something to underline: to the rest of the line without its
/// break, else to what stands before it.
fn visible(text: &str, start: usize, end: usize) -> Span {
    if !text[start..end].trim().is_empty() {
        return Span::new(start, end);
    }
    let line = text[start..].split(['\n', '\r']).next().unwrap_or("");
    let word = line.split([' ', '\t', ',', ']', '}']).next().unwrap_or("");
    if !word.is_empty() {
        return Span::new(start, start + word.len());
    }
    if let Some(c) = line.chars().next() {
        return Span::new(start, start + c.len_utf8());
    }
    let before = text[..start].trim_end();
    let first = before.rfind(['\n', ' ', '\t']).map_or(0, |at| at + 1);
    Span::new(first, before.len())
}

/// What is said of a day in another notation.
const NO_DATE: &str = "this is no date: write year, month and day, as in 2026-05-28";

/// The day around byte `at` that TOML has other signs for: "05.06.2026".
fn day(text: &str, at: usize) -> Option<Span> {
    let other = |c: char| !c.is_ascii_digit() && !matches!(c, '.' | '/' | '-');
    let start = text[..at].trim_end_matches(|c| !other(c)).len();
    let end = text.len() - text[at..].trim_start_matches(|c| !other(c)).len();
    let parts: Vec<&str> = text[start..end].split(['.', '/', '-']).collect();
    let is_day = parts.len() == 3 && parts.iter().any(|part| part.len() == 4);
    (is_day && parts.iter().all(|part| (1..5).contains(&part.len()))).then(|| Span::new(start, end))
}

/// The parser's words for a text that does not stand in quotes.
const UNQUOTED: &str = "string values must be quoted";

/// The parser's words (`toml_parser` 1.1, `toml_datetime` 1.1) in an editor's.
fn explain(message: &str) -> String {
    let (what, expected) = message.split_once(", expected ").unwrap_or((message, ""));
    let words = match what {
        "key with no value" | "invalid key-value pair" | "missing assignment between key-value pairs" => {
            "a key needs “=” and a value here"
        }
        UNQUOTED | "missing opening quote" => "a text needs straight quotes: \"like this\"",
        "duplicate key" => "this key is given twice in one place",
        "missing comma between array elements" | "missing comma between key-value pairs" => {
            "a comma is missing before this"
        }
        "missing value" | "missing value for key" => "a value is missing here",
        "unclosed array" => "this list is never closed: “]” is missing",
        "unclosed inline table" => "this group is never closed: “}” is missing",
        "unclosed array table" => "this header needs two brackets at its end: “]]”",
        "unclosed table" => "this header needs a bracket at its end: “]”",
        "invalid boolean" => "write true or false",
        "unquoted keys cannot be empty" => "a key is missing before “=”",
        "invalid unquoted key" | "invalid key" => "a key has letters, digits, “-” and “_” only",
        "carriage return must be followed by newline" => {
            "a line ends in a lone carriage return here: save the file with ordinary line ends"
        }
        "missing escaped value" => "a backslash in \"…\" must be doubled: \\\\",
        // Of a day that is none a month or a year has too few; of anything else the parser tells the next sign.
        "invalid date" if !expected.contains("between") => NO_DATE,
        "invalid date" => return format!("this is no date: it needs {expected}, as in 2026-05-28"),
        _ if what.starts_with("cannot extend") => "this key is given twice in one place",
        _ if what.starts_with("cannot recurse") => "too many brackets inside brackets",
        _ if what.starts_with("extra comma") => "there is a comma too many here",
        _ if what.starts_with("extra") => "there is a “=” too many here",
        _ if what.starts_with("unexpected content") || what.starts_with("unexpected key") => {
            "nothing more may stand here: begin a new line"
        }
        _ if what.starts_with("invalid") && what.ends_with("string") => {
            "this text is never closed, or has a character that must not be in it"
        }
        _ => "this is no text in quotes, no list, no date, and neither true nor false",
    };
    words.to_owned()
}

fn own_table(table: &DeTable<'_>, base: usize) -> Table {
    let mut entries: Vec<(Key, Item)> = table
        .iter()
        .map(|(key, value)| {
            let key = Key { name: key.get_ref().to_string(), span: place(key.span(), base) };
            (key, own_item(value.get_ref(), place(value.span(), base), base))
        })
        .collect();
    entries.sort_by_key(|(key, _)| key.span.start);
    Table { entries }
}

fn own_item(value: &DeValue<'_>, span: Span, base: usize) -> Item {
    let value = match value {
        DeValue::String(text) => Value::Text(text.to_string()),
        DeValue::Integer(number) => {
            i64::from_str_radix(number.as_str(), number.radix()).map_or(Value::Other, Value::Number)
        }
        DeValue::Float(_) => Value::Other,
        DeValue::Boolean(flag) => Value::Flag(*flag),
        DeValue::Datetime(date) => own_date(date).map_or(Value::Other, Value::Date),
        DeValue::Array(items) => {
            Value::List(items.iter().map(|i| own_item(i.get_ref(), place(i.span(), base), base)).collect())
        }
        DeValue::Table(table) => Value::Table(own_table(table, base)),
    };
    Item { value, span }
}

fn own_date(date: &Datetime) -> Option<Date> {
    match (date.date, date.time, date.offset) {
        (Some(d), None, None) => {
            Date::new(i16::try_from(d.year).ok()?, i8::try_from(d.month).ok()?, i8::try_from(d.day).ok()?)
                .ok()
        }
        _ => None,
    }
}

fn place(range: std::ops::Range<usize>, base: usize) -> Span {
    Span::new(range.start, range.end).shifted(base)
}
