//! Reads one catalog file: TOML to entries as written, all faults at once, each at its place.

use super::entry::Entry;
use super::guide::CATALOG_FILE;
use super::keys::read_entry;
use crate::config::{Fields, Log, Part, Table, Written, read_toml};
use crate::diagnostic::{Diagnostic, Place, Related, Severity};
use crate::text::{Lines, Span};
use jiff::civil::Date;
use rustc_hash::FxHashMap;
use std::path::Path;
use std::sync::Arc;

/// The `rule` of every fault in a catalog.
pub(super) const RULE: &str = "catalog";

/// The last line below a fault that costs an entry.
pub(super) const LEFT_OUT: &str = "this entry is left out; the others are in use";

/// A catalog file as written, before merging. Faulty entries are left out of it.
#[derive(Clone, Debug)]
pub struct CatalogFile {
    /// The file.
    pub path: Arc<Path>,
    /// Its text.
    pub text: Arc<str>,
    /// True for a file of the compiled-in starter catalog.
    pub starter: bool,
    /// The date as of which it speaks.
    pub as_of: Option<Date>,
    /// What is wrong with it, in the order of the file.
    pub faults: Vec<Diagnostic>,
    /// In the order of the file.
    pub(super) entries: Vec<Entry>,
    /// Ids of entries that are left out: what points to them is no fault.
    pub(super) left_out: Vec<Written<String>>,
    /// True when a part of it cannot be read, so that nobody can tell which entries it held.
    pub obscure: bool,
    lines: Lines,
}

impl CatalogFile {
    /// The place of `span`, for showing it beside another fault.
    pub(super) fn place(&self, span: Span) -> Place {
        Place {
            path: self.path.clone(),
            span,
            start: self.lines.point(span.start),
            end: self.lines.point(span.end),
        }
    }

    /// The ids of its entries.
    pub(super) fn ids(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| entry.id.value.as_str())
    }
}

/// Reads the text of one catalog file.
pub fn parse(path: &Path, text: &str, starter: bool) -> CatalogFile {
    let mut file = CatalogFile {
        path: path.into(),
        text: text.into(),
        starter,
        as_of: None,
        faults: Vec::new(),
        entries: Vec::new(),
        left_out: Vec::new(),
        obscure: false,
        lines: Lines::new(text),
    };
    for part in read_toml(text, RULE) {
        read_part(part, &mut file);
    }
    leave_out_repeated_ids(&mut file);
    file.faults.sort_by_key(|fault| fault.span);
    file
}

fn read_part(mut part: Part, file: &mut CatalogFile) {
    let mut log = Log::new(RULE);
    let mut fields = Fields::new(&part.table, &CATALOG_FILE, &mut log);
    if let Some(as_of) = fields.date("as-of") {
        file.as_of = Some(as_of.value);
    }
    let tables = fields.tables("entity", "[[entity]] with its keys below");
    fields.finish();
    let tables = tables.map_or_else(Vec::new, |list| list.value);
    file.obscure |= !log.faults.is_empty() || tables.is_empty() && !part.faults.is_empty();
    for table in &tables {
        let faults = read_one(&part, table, file);
        log.faults.extend(faults);
    }
    if !tables.is_empty() {
        part.faults.iter_mut().for_each(|fault| fault.notes.push(LEFT_OUT.to_owned()));
    }
    file.faults.extend(part.settle(log.faults, &file.text));
}

/// Reads an entry into `file`, and gives what is wrong with it: an error costs the entry, a warning does not.
fn read_one(part: &Part, table: &Written<&Table>, file: &mut CatalogFile) -> Vec<Diagnostic> {
    let mut log = Log::new(RULE);
    let entry = read_entry(table.value, table.span, &mut log);
    if part.cut.is_some() {
        // A key that seems to be missing may only have been cut off.
        log.faults.retain(|fault| fault.span != table.span);
    }
    let mut sound = part.faults.is_empty();
    for fault in log.faults.iter_mut().filter(|fault| fault.severity == Severity::Error) {
        fault.notes.push(LEFT_OUT.to_owned());
        sound = false;
    }
    match entry {
        Some(entry) if sound => file.entries.push(entry),
        Some(entry) => file.left_out.push(entry.id),
        None => file.obscure = true,
    }
    log.faults
}

fn leave_out_repeated_ids(file: &mut CatalogFile) {
    let mut firsts: FxHashMap<String, Span> = FxHashMap::default();
    let mut log = Log::new(RULE);
    let entries = std::mem::take(&mut file.entries);
    for entry in entries {
        let Some(first) = firsts.get(&entry.id.value) else {
            firsts.insert(entry.id.value.clone(), entry.id.span);
            file.entries.push(entry);
            continue;
        };
        let place = file.place(*first);
        let message = format!(
            "“{}” is the id of another entry too, in line {}: an id is given once in a file",
            entry.id.value,
            place.start.line + 1
        );
        let fault = log.fault(entry.id.span, message);
        fault.related.push(Related { place, message: "the first entry with this id".to_owned() });
        fault.notes.push(LEFT_OUT.to_owned());
    }
    file.faults.extend(log.faults);
}
