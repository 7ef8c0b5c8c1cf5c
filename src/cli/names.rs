//! `masthead names`: the names of the articles as a table.

use super::arguments::TableFormat;
use super::asked::not_asked;
use super::desk::{Desk, load_apart};
use super::excerpt::{bold, printable};
use super::paths::Given;
use super::words::count;
use crate::ide::{Conflict, Name, NameRow, WrittenForm, names as table};
use crate::text::Span;
use anyhow::Result;
use serde::Serialize;
use std::fmt::Write as _;
use std::io::Write;
use std::path::{Path, PathBuf};

#[derive(Debug, Serialize)]
struct Output {
    articles: usize,
    names: Vec<NameOut>,
}

#[derive(Debug, Serialize)]
struct NameOut {
    name: String,
    /// The catalog's id; `null` for a new name.
    id: Option<String>,
    kind: Option<&'static str>,
    mentions: usize,
    articles: Vec<String>,
    forms: Vec<FormOut>,
    conflicts: Vec<ConflictOut>,
}

#[derive(Debug, Serialize)]
struct FormOut {
    text: String,
    kind: Option<&'static str>,
    count: usize,
    articles: Vec<String>,
}

#[derive(Debug, Serialize)]
struct ConflictOut {
    /// "form", "same" or "possibly".
    kind: &'static str,
    with: String,
}

/// Prints the names in `paths`, those with conflicts first. The exit code is 0: `check` is what judges.
pub(super) fn names(paths: &[PathBuf], format: TableFormat, out: &mut dyn Write) -> Result<u8> {
    let given = Given::existing(paths)?;
    let (desks, nested) = load_apart(&given);
    match format {
        TableFormat::Json => {
            let names =
                desks.iter().flat_map(|desk| rows(desk).into_iter().map(|row| name_out(desk, &row, &given)));
            let output = Output { articles: articles(&desks), names: names.collect() };
            writeln!(out, "{}", serde_json::to_string_pretty(&output)?)?;
        }
        TableFormat::Text => {
            write!(out, "{}", text(&desks, &given))?;
            if let Some(told) = not_asked(&nested, &given, "masthead names") {
                writeln!(out, "\n{told}")?;
            }
        }
    }
    Ok(0)
}

fn rows(desk: &Desk) -> Vec<NameRow> {
    let wanted = |path: &Path| desk.reported.binary_search_by(|p| p.as_path().cmp(path)).is_ok();
    table(&desk.snapshot, &wanted)
}

fn articles(desks: &[Desk]) -> usize {
    let read =
        |desk: &Desk| desk.reported.iter().filter(|path| desk.snapshot.article(path).is_some()).count();
    desks.iter().map(read).sum()
}

fn name_out(desk: &Desk, row: &NameRow, given: &Given) -> NameOut {
    let id = match &row.name {
        Name::Known(entity) => Some(desk.snapshot.catalog.entity(*entity).id.clone()),
        Name::New(_) => None,
    };
    let form = |form: &WrittenForm| FormOut {
        text: form.text.clone(),
        kind: form.kind.map(|kind| kind.name()),
        count: form.count,
        articles: form.articles.iter().map(|path| given.as_given(path)).collect(),
    };
    let conflict = |conflict: &Conflict| match conflict {
        Conflict::Form(with) => ConflictOut { kind: "form", with: with.clone() },
        Conflict::Same(with) => ConflictOut { kind: "same", with: with.clone() },
        Conflict::Possibly(with) => ConflictOut { kind: "possibly", with: with.clone() },
    };
    NameOut {
        name: row.title.clone(),
        id,
        kind: row.kind.map(|kind| kind.name()),
        mentions: row.mentions(),
        articles: row.articles().into_iter().map(|path| given.as_given(path)).collect(),
        forms: row.forms.iter().map(form).collect(),
        conflicts: row.conflicts.iter().map(conflict).collect(),
    }
}

/// Articles that are named for one form: the first few show what it is about.
const SHOWN: usize = 2;

/// A block for the names with conflicts, one for the known and one for the new.
fn text(desks: &[Desk], given: &Given) -> String {
    let mut blocks: [Vec<Vec<String>>; 3] = Default::default();
    let (mut known, mut new, mut conflicting) = (0, 0, 0);
    for desk in desks {
        for row in rows(desk) {
            let is_known = matches!(row.name, Name::Known(_));
            (known, new) = if is_known { (known + 1, new) } else { (known, new + 1) };
            conflicting += usize::from(!row.conflicts.is_empty());
            let block = if !row.conflicts.is_empty() { 0 } else { 1 + usize::from(!is_known) };
            blocks[block].push(cells(&row));
            if block == 0 {
                blocks[block].extend(row.forms.iter().map(|form| form_cells(form, given)));
                blocks[block].extend(row.conflicts.iter().filter_map(remark));
            }
        }
    }
    let mut out = String::new();
    for (title, block) in ["Conflicts", "Known names", "New names"].into_iter().zip(blocks) {
        if !block.is_empty() {
            let _ = writeln!(out, "{}", bold(title, Span::new(0, title.len())));
            out.push_str(&aligned(&block));
            out.push('\n');
        }
    }
    let conflicts = if conflicting > 0 { format!(", {conflicting} with conflicts") } else { String::new() };
    let articles = count(articles(desks), "article", "articles");
    let _ =
        writeln!(out, "{}, {new} new{conflicts}, in {articles}.", count(known, "known name", "known names"));
    out
}

/// Name, kind, count, and the forms other than the name itself.
fn cells(row: &NameRow) -> Vec<String> {
    let kind = row.kind.map_or("", |kind| kind.name());
    let articles = count(row.articles().len(), "article", "articles");
    let counts = format!("{} in {articles}", row.mentions());
    let mut cells = vec![format!("  {}", row.title), kind.to_owned(), counts];
    if row.conflicts.is_empty() {
        let others = row.forms.iter().filter(|form| form.text != row.title);
        let others: Vec<String> = others.map(|form| format!("{} ({})", form.text, form.count)).collect();
        cells.extend((!others.is_empty()).then(|| others.join(", ")));
    }
    cells
}

/// A form of a name with a conflict, on a line of its own.
fn form_cells(form: &WrittenForm, given: &Given) -> Vec<String> {
    let kind = form.kind.map_or("", |kind| kind.name());
    let shown = form.articles.iter().take(SHOWN).map(|path| given.as_given(path));
    let mut articles = shown.collect::<Vec<_>>().join(", ");
    if form.articles.len() > SHOWN {
        let _ = write!(articles, " and {} more", form.articles.len() - SHOWN);
    }
    vec![format!("    “{}”", form.text), kind.to_owned(), format!("{}", form.count), articles]
}

fn remark(conflict: &Conflict) -> Option<Vec<String>> {
    match conflict {
        // The form stands in a line above, with its kind.
        Conflict::Form(_) => None,
        Conflict::Same(other) => Some(vec![format!("    the same name as {other}, spelled otherwise")]),
        Conflict::Possibly(other) => Some(vec![format!("    possibly the same person as {other}")]),
    }
}

/// The widest name that sets the column; longer ones push their own line out.
const WIDEST: usize = 48;

/// Lines of cells in columns.
fn aligned(lines: &[Vec<String>]) -> String {
    let width = |column: usize| {
        let cells =
            lines.iter().filter(|cells| cells.len() > column + 1).map(|cells| cells[column].chars().count());
        cells.filter(|width| *width <= WIDEST).max().unwrap_or(0)
    };
    let widths = [width(0), width(1), width(2)];
    let mut out = String::new();
    for cells in lines {
        let mut line = String::new();
        for (cell, width) in cells.iter().zip(widths.iter().chain([&0])) {
            let _ = write!(line, "{:width$}  ", printable(cell));
        }
        let _ = writeln!(out, "{}", line.trim_end());
    }
    out
}
