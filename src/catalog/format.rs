//! Writes catalogs: sorted entries, keys in one order, one list item a line, comments kept.

use super::guide::ENTRY;
use super::notation::{Comments, inline, trailing_comment};
use crate::config::read_toml;
use toml_edit::{Array, ArrayOfTables, DocumentMut, Item, Key, RawString, Table, Value};

/// Formats a catalog file's text. A comment stays with what follows it, or with the line that it ends; one right below an
/// entry, with an empty line behind it, stays below that entry; the comments at the top of the file stay there. Formatting twice is the same as formatting once.
///
/// # Errors
/// The message for an editor when the text is not TOML, or holds a table that no catalog has.
pub fn format_catalog(text: &str) -> Result<String, String> {
    let (mark, body) = match text.strip_prefix('\u{feff}') {
        Some(body) => ("\u{feff}", body),
        None => ("", text),
    };
    let document: DocumentMut = body.parse().map_err(|_| notation_fault(body))?;
    let formatted = write_document(&document)?;
    let plain = formatted.replace("\r\n", "\n");
    let formatted = if body.contains("\r\n") { plain.replace('\n', "\r\n") } else { plain };
    Ok(format!("{mark}{formatted}"))
}

/// The first mistake of notation and its line.
fn notation_fault(text: &str) -> String {
    let parts = read_toml(text, "catalog");
    match parts.iter().flat_map(|part| &part.faults).min_by_key(|fault| fault.span) {
        Some(fault) => {
            let line = text[..fault.span.start].matches('\n').count() + 1;
            format!("line {line}: {}", fault.message)
        }
        None => "the file cannot be read as TOML".to_owned(),
    }
}

fn write_document(document: &DocumentMut) -> Result<String, String> {
    let mut out = String::new();
    let root = document.as_table();
    write_values(root, &mut out);
    let mut entries = Vec::new();
    for (key, item) in root.iter() {
        match item {
            Item::ArrayOfTables(tables) if key == "entity" => entries = in_order(tables),
            Item::Table(table) if table.is_dotted() => {}
            Item::Table(_) | Item::ArrayOfTables(_) => {
                return Err(format!("“{key}” does not belong in a catalog: entries begin with [[entity]]"));
            }
            Item::Value(_) | Item::None => {}
        }
    }
    if let Some(first) = entries.first_mut() {
        // What stands above the first entry, parted from it by an empty line, speaks of the whole file.
        let attached = first.comments.blocks.split_off(first.comments.attached_from());
        let head = std::mem::replace(&mut first.comments.blocks, attached);
        for block in &head {
            separate(&mut out);
            Comments::write_block(block, "", &mut out);
        }
    }
    let mut end = Comments::of(document.trailing());
    for at in 0..entries.len() {
        entries[at].below = match entries.get_mut(at + 1) {
            Some(next) => next.comments.take_below(false),
            None => end.take_below(true),
        };
    }
    entries.sort_by(|a, b| a.id.cmp(b.id));
    for entry in &entries {
        separate(&mut out);
        entry.comments.write(&mut out);
        write_table(entry.table, "[[entity]]", "entity", &mut out);
        Comments::write_block(entry.below.as_deref().unwrap_or_default(), "", &mut out);
    }
    if !end.blocks.is_empty() {
        separate(&mut out);
        end.write(&mut out);
        out.truncate(out.trim_end().len());
        out.push('\n');
    }
    Ok(out)
}

/// An empty line before what follows, unless nothing stands above it.
fn separate(out: &mut String) {
    if !out.is_empty() && !out.ends_with("\n\n") {
        out.push('\n');
    }
}

struct Entry<'d> {
    id: &'d str,
    comments: Comments<'d>,
    table: &'d Table,
    /// A comment right below it.
    below: Option<Vec<&'d str>>,
}

fn in_order(tables: &ArrayOfTables) -> Vec<Entry<'_>> {
    let entry = |table| {
        let table: &Table = table;
        let id = table.get("id").and_then(Item::as_str).unwrap_or("");
        Entry { id, comments: Comments::before(table.decor()), table, below: None }
    };
    tables.iter().map(entry).collect()
}

/// A header, its values, then the tables below it that have headers of their own.
fn write_table(table: &Table, header: &str, path: &str, out: &mut String) {
    out.push_str(header);
    if let Some(comment) = table.decor().suffix().and_then(trailing_comment) {
        out.push(' ');
        out.push_str(comment);
    }
    out.push('\n');
    write_values(table, out);
    let mut inner: Vec<(&str, &Item)> = table.iter().collect();
    inner.sort_by_key(|(key, _)| ENTRY.rank(key));
    for (key, item) in inner {
        let path = format!("{path}.{}", table.key(key).map_or(key.into(), Key::display_repr));
        match item {
            Item::Table(table) if !table.is_dotted() => {
                write_inner(table, &format!("[{path}]"), &path, out);
            }
            Item::ArrayOfTables(tables) => {
                for table in tables.iter() {
                    write_inner(table, &format!("[[{path}]]"), &path, out);
                }
            }
            _ => {}
        }
    }
}

fn write_inner(table: &Table, header: &str, path: &str, out: &mut String) {
    separate(out);
    Comments::before(table.decor()).write(out);
    write_table(table, header, path, out);
}

fn write_values(table: &Table, out: &mut String) {
    let mut values = table.get_values();
    values.sort_by_key(|(path, _)| path.first().map(|key| ENTRY.rank(key.get())));
    for (path, value) in values {
        if let Some(last) = path.last() {
            let comments = Comments::before(last.leaf_decor());
            // Above the first key of a file an empty line parts its head from what speaks of that key.
            if out.is_empty() { comments.write(out) } else { comments.write_close("", out) }
        }
        let names: Vec<_> = path.iter().map(|key| key.display_repr()).collect();
        out.push_str(&names.join("."));
        out.push_str(" = ");
        match value {
            Value::Array(array) if !array.is_empty() || has_text(array.trailing()) => write_list(array, out),
            _ => out.push_str(&inline(value)),
        }
        if let Some(comment) = value.decor().suffix().and_then(trailing_comment) {
            out.push(' ');
            out.push_str(comment);
        }
        out.push('\n');
    }
}

fn has_text(raw: &RawString) -> bool {
    raw.as_str().is_some_and(|text| !text.trim().is_empty())
}

/// One item a line. A comment behind an item's comma stands, for the parser, before the next item.
fn write_list(array: &Array, out: &mut String) {
    out.push_str("[\n");
    for (i, item) in array.iter().enumerate() {
        let before = item.decor().prefix().map(Comments::of).unwrap_or_default();
        let own = if i == 0 { before } else { before.without_line_end() };
        own.write_close("  ", out);
        let behind = item.decor().suffix().map(Comments::of).unwrap_or_default();
        out.push_str("  ");
        out.push_str(&inline(item));
        out.push(',');
        let next = array.get(i + 1).map_or(Some(array.trailing()), |next| next.decor().prefix());
        for comment in [behind.line_end, next.and_then(trailing_comment)].into_iter().flatten() {
            out.push(' ');
            out.push_str(comment);
        }
        out.push('\n');
        behind.without_line_end().write_close("  ", out);
    }
    let end = Comments::of(array.trailing());
    let end = if array.is_empty() { end } else { end.without_line_end() };
    end.write_close("  ", out);
    out.push(']');
}
