//! "Ignore here": what an editor writes down to accept a finding.
//!
//! In Markdown it is a comment on a line of its own before the paragraph. In plain text nothing is ever
//! written into the copy: it is an `[[ignore]]` in `masthead.toml`.

use super::actions::{Action, ActionKind, Rewrite};
use super::cursor::Cursor;
use super::words::clip;
use crate::config::FILE_NAME;
use crate::diagnostic::{Diagnostic, Edit};
use crate::rules::find_rule;
use crate::text::{BlockKind, Format, Span};
use std::path::Path;
use std::sync::Arc;
use toml_edit::{ArrayOfTables, DocumentMut, InlineTable, Item, Table, Value};

/// Characters of the text under a finding that a comment quotes.
const QUOTED: usize = 60;

/// The action that accepts the finding `at`, where a rule found it; without `whole` the new text of `masthead.toml` is left out.
pub(super) fn here(
    cursor: Cursor,
    at: usize,
    finding: &Diagnostic,
    files: &[(Arc<Path>, Arc<str>)],
    whole: bool,
) -> Option<Action> {
    find_rule(finding.rule)?;
    let edits: Vec<Edit> = comment(cursor, finding).into_iter().collect();
    let in_settings = edits.is_empty();
    let file = if in_settings && whole { Some(entry(cursor, finding, files)?) } else { None };
    let place = if in_settings { "in this article (in masthead.toml)" } else { "in this paragraph" };
    let title = format!("Ignore {} {place}", finding.rule);
    let (kind, later) = (ActionKind::Fix, in_settings && !whole);
    Some(Action { title, kind, preferred: false, cures: Some(at), edits, file, later })
}

/// The comment before the finding's paragraph; `None` where a comment cannot stand.
fn comment(cursor: Cursor, finding: &Diagnostic) -> Option<Edit> {
    let document = cursor.document;
    if document.format != Format::Markdown {
        return None;
    }
    let at = document.paragraph_at(finding.span.start);
    let paragraph = document.paragraphs.get(at)?;
    let start = *document.starts.get(at)?;
    let text = paragraph.text.strip_prefix('\u{FEFF}').unwrap_or(&paragraph.text);
    let indent = text.len() - text.trim_start_matches([' ', '\t']).len();
    // A comment at the margin would part a quotation or a list in two, and behind it an item of a nested list would be read
    // as code.
    let goes_on = paragraph.block.entry.containers.depth() > 0;
    let nested = goes_on || indent >= 4 || text[..indent].contains('\t');
    if nested || matches!(paragraph.block.kind, BlockKind::FrontMatter | BlockKind::Code | BlockKind::Html) {
        return None;
    }
    let start = start + (paragraph.text.len() - text.len());
    let quoted = clip(&document.shown(finding.span), QUOTED);
    // A comment ends at the first "-->", and older readers end it at "--".
    let quoted = quoted.replace("--", "- -").replace(['<', '>'], "");
    let line_break = line_break(&document.paragraphs.iter().map(|p| &*p.text).collect::<Vec<_>>());
    let text = format!("<!-- masthead-ignore {}: “{quoted}” stands -->{line_break}", finding.rule);
    Some(Edit { span: Span::new(start, start), text })
}

/// The line break that the texts use first.
fn line_break(texts: &[&str]) -> &'static str {
    let Some(text) = texts.iter().find(|text| text.contains(['\n', '\r'])) else { return "\n" };
    let at = text.find(['\n', '\r']).unwrap_or(0);
    match &text.as_bytes()[at..] {
        [b'\r', b'\n', ..] => "\r\n",
        [b'\r', ..] => "\r",
        _ => "\n",
    }
}

/// `masthead.toml` with an `[[ignore]]` for the finding; comments and order stay as they are. `None` when the
/// file is not TOML, or has an `ignore` that is no list.
fn entry(cursor: Cursor, finding: &Diagnostic, files: &[(Arc<Path>, Arc<str>)]) -> Option<Rewrite> {
    let config = files.first().filter(|(path, _)| path.file_name().is_some_and(|name| name == FILE_NAME));
    let path = cursor.snapshot.relative(cursor.path);
    let text = cursor.document.slice(finding.span);
    let keys = [
        ("path", globset::escape(&path)),
        ("rule", finding.rule.to_owned()),
        ("text", text.to_owned()),
        ("reason", "accepted in the editor".to_owned()),
    ];
    let new = with_entry(config.map_or("", |(_, text)| text), &keys)?;
    let path = config.map_or_else(|| cursor.snapshot.root.join(FILE_NAME).into(), |(path, _)| path.clone());
    Some(Rewrite { path, old: config.map(|(_, text)| text.clone()), new })
}

/// `config` with one more `[[ignore]]` of these keys.
fn with_entry(config: &str, keys: &[(&str, String)]) -> Option<String> {
    let mut document: DocumentMut = config.parse().ok()?;
    match document.entry("ignore").or_insert(Item::ArrayOfTables(ArrayOfTables::new())) {
        Item::ArrayOfTables(tables) => {
            let mut table = Table::new();
            for (key, text) in keys {
                table.insert(key, toml_edit::value(text));
            }
            tables.push(table);
        }
        Item::Value(Value::Array(array)) => {
            let table: InlineTable = keys.iter().map(|(key, text)| (*key, text.as_str())).collect();
            array.push(table);
        }
        _ => return None,
    }
    let text = document.to_string();
    let text = if config.is_empty() { text.trim_start().to_owned() } else { text };
    // The library ends its own lines with LF.
    let windows = config.contains("\r\n");
    Some(if windows { text.replace("\r\n", "\n").replace('\n', "\r\n") } else { text })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn added(config: &str) -> Option<String> {
        with_entry(config, &[("path", "a.txt".into()), ("text", "Kim \"Andy\"\u{7} \\".into())])
    }

    #[test]
    fn an_entry_is_added_and_all_else_stays() {
        for config in [
            "",
            "# ours\n[rules] # here\nunused-acronym = \"off\" # why\n",
            "[rules]\nx = \"off\"",
            "# ours\n\n[[ignore]]\n# an older one\npath = \"b\"\n\n[rules]\n# end\n",
            "[style]\r\nexempt = [\r\n  \"AI\", # yes\r\n]\r\n",
        ] {
            let text = added(config).unwrap();
            let read: DocumentMut = text.parse().unwrap();
            let ignores = read["ignore"].as_array_of_tables().unwrap();
            let last = ignores.iter().last().unwrap();
            assert_eq!(last["text"].as_str(), Some("Kim \"Andy\"\u{7} \\"), "{text}");
            for line in config.lines().filter(|line| !line.is_empty()) {
                assert!(text.contains(line), "{line:?} in {text}");
            }
            assert_eq!(config.contains("\r\n"), text.contains("\r\n"));
            // One kind of line end, the file's own.
            let other = if config.contains('\r') { text.replace("\r\n", "") } else { text.replace('\n', "") };
            assert!(!other.contains(['\n', '\r']), "{text:?}");
        }
    }

    #[test]
    fn a_list_on_one_line_is_kept_as_such() {
        let text = added("ignore = [{ path = \"b\" }]\n").unwrap();
        assert!(text.starts_with("ignore = [{ path = \"b\" }, { path = \"a.txt\""), "{text}");
    }

    #[test]
    fn a_file_that_cannot_be_read_is_left_alone() {
        assert_eq!(added("[rules\n"), None);
        assert_eq!(added("ignore = 3\n"), None);
    }
}
