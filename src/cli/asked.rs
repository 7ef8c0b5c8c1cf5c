//! Who is asked about a name: a folder's articles and catalog, or the starter catalog alone.

use super::desk::{Desk, load_first};
use super::excerpt::printable;
use super::paths::Given;
use super::sentence::sentence;
use super::words::word;
use crate::catalog::Catalog;
use crate::config::Config;
use crate::corpus::{Corpus, Snapshot};
use crate::diagnostic::Place;
use crate::ide::{Found, How, find_names_as_of};
use crate::workspace::find_root;
use anyhow::{Context, Result};
use jiff::civil::Date;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Folders that are named of those that were not asked.
const FOLDERS: usize = 5;

/// Who is asked: a corpus, or the starter catalog where there is none.
pub(super) struct Asked {
    pub(super) given: Given,
    pub(super) desk: Option<Desk>,
    pub(super) snapshot: Snapshot,
    /// Folders in it that have a `masthead.toml` of their own, and were not asked; sorted.
    nested: Vec<PathBuf>,
}

impl Asked {
    /// Reads `folder`, else the corpus around this folder, else none.
    pub(super) fn new(folder: Option<&Path>) -> Result<Self> {
        let here = here()?;
        let folder = folder.map(Path::to_owned).or_else(|| find_root(&here));
        let Some(folder) = folder else {
            let catalog = Arc::new(Catalog::starter());
            let mut corpus = Corpus::new(here.into(), Arc::new(Config::default()), catalog);
            corpus.set_base(Vec::new());
            let (given, snapshot) = (Given::new(&[])?, corpus.snapshot());
            return Ok(Self { given, desk: None, snapshot, nested: Vec::new() });
        };
        Self::of_folder(folder)
    }

    /// Reads `folder`, else the corpus around this folder, else this folder: for what articles alone can answer.
    pub(super) fn of_articles(folder: Option<&Path>) -> Result<Self> {
        let folder = match folder {
            Some(folder) => folder.to_owned(),
            None => {
                let here = here()?;
                find_root(&here).unwrap_or(here)
            }
        };
        Self::of_folder(folder)
    }

    fn of_folder(folder: PathBuf) -> Result<Self> {
        let given = Given::existing(&[folder])?;
        let (desk, nested) = load_first(&given).context("there is nothing to read there")?;
        Ok(Self { given, snapshot: desk.snapshot.clone(), desk: Some(desk), nested })
    }

    /// The names that fit `query` as of a day.
    pub(super) fn find(&self, query: &str, as_of: Option<Date>) -> Vec<Found> {
        find_names_as_of(&self.snapshot, query, as_of)
    }

    /// A place as file and line.
    pub(super) fn spot(&self, place: &Place) -> String {
        format!("{}:{}", self.given.shown(&place.path), place.start.line + 1)
    }

    /// The sentence at a place, read anew.
    pub(super) fn quote(&self, place: &Place) -> Option<String> {
        let document = self.desk.as_ref()?.read(&place.path).ok()?;
        Some(sentence(&document, place.span).text)
    }

    /// Says which articles were not looked at.
    pub(super) fn tell_missing(&self, out: &mut dyn Write) -> Result<()> {
        if self.desk.is_none() {
            writeln!(
                out,
                "\nFrom the starter catalog alone: no masthead.toml here. “--in .” asks the articles of this folder too."
            )?;
        }
        if let Some(told) = not_asked(&self.nested, &self.given, "--in") {
            writeln!(out, "\n{told}")?;
        }
        Ok(())
    }

    /// Says that nobody is called `query`. The exit code is 1.
    pub(super) fn nobody(&self, query: &str, out: &mut dyn Write) -> Result<u8> {
        let place =
            if self.desk.is_some() { "in the catalog or the articles" } else { "in the starter catalog" };
        writeln!(out, "No one is called “{}” {place}.", printable(query))?;
        if self.desk.is_none() {
            writeln!(out, "“--in .” looks into the articles of this folder too.")?;
        }
        if let Some(told) = not_asked(&self.nested, &self.given, "--in") {
            writeln!(out, "{told}")?;
        }
        Ok(1)
    }
}

fn here() -> Result<PathBuf> {
    std::env::current_dir().context("cannot tell which folder this is")
}

/// The folders with a `masthead.toml` of their own that were not asked, and how to ask one: `how` stands before it.
pub(super) fn not_asked(nested: &[PathBuf], given: &Given, how: &str) -> Option<String> {
    let first = nested.first()?;
    let mut shown: Vec<String> = nested.iter().take(FOLDERS).map(|root| given.shown(root)).collect();
    if nested.len() > FOLDERS {
        shown.push(format!("{} more", nested.len() - FOLDERS));
    }
    let have = if shown.len() == 1 { "has a masthead.toml of its" } else { "have a masthead.toml of their" };
    let (shown, first) = (shown.join(", "), word(&given.shown(first)));
    let told = format!("Not asked: {shown}, which {have} own ({how} {first}).");
    Some(printable(&told).into_owned())
}

/// A line for each name, the names in one column.
pub(super) fn list(found: &[Found], out: &mut dyn Write) -> Result<()> {
    let width = found.iter().map(|name| name.title.chars().count()).max().unwrap_or(0);
    for name in found {
        writeln!(out, "{:width$}  {}", printable(&name.title), printable(&name.detail))?;
    }
    Ok(())
}

/// What to say of a name that is not quite what was typed.
pub(super) fn nearly(found: &Found, query: &str) -> Option<String> {
    let (title, query) = (printable(&found.title), printable(query));
    match found.how {
        How::Near(_) => Some(format!("Showing {title} (you typed {query})")),
        How::Possibly(_) => Some(format!("Showing {title}, possibly the same person (you typed {query})")),
        _ => None,
    }
}
