//! `masthead who` and `masthead where`: what is known of a name, and where the articles have it.

use super::card_text::card_text;
use super::desk::{Desk, load};
use super::excerpt::{bold, printable};
use super::lines::without_mark;
use super::paths::Given;
use super::sentence::sentence;
use crate::catalog::Catalog;
use crate::config::Config;
use crate::corpus::{Corpus, Snapshot};
use crate::diagnostic::Place;
use crate::ide::{Found, How, find_names, mentions, name_card};
use crate::workspace::find_root;
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Who is asked: a corpus, or the starter catalog where there is none.
struct Asked {
    given: Given,
    desk: Option<Desk>,
    snapshot: Snapshot,
}

/// Prints the card of the name, or a line for each name that fits. Exit code 1 when nobody is called so.
pub(super) fn who(query: &str, folder: Option<&Path>, out: &mut dyn Write) -> Result<u8> {
    let asked = Asked::new(folder)?;
    let found = find_names(&asked.snapshot, query);
    match &found[..] {
        [] => return nobody(query, &asked, out),
        [one] => asked.show(one, query, out)?,
        several => list(several, out)?,
    }
    asked.tell_missing(out)?;
    Ok(0)
}

/// Prints every mention of the name, by article. Exit code 1 when nobody is called so.
pub(super) fn where_is(query: &str, folder: Option<&Path>, out: &mut dyn Write) -> Result<u8> {
    let asked = Asked::new(folder)?;
    let found = find_names(&asked.snapshot, query);
    if found.is_empty() {
        return nobody(query, &asked, out);
    }
    for (nth, name) in found.iter().enumerate() {
        if found.len() > 1 {
            let gap = if nth > 0 { "\n" } else { "" };
            writeln!(out, "{gap}{} · {}", printable(&name.title), printable(&name.detail))?;
        } else if let Some(words) = nearly(name, query) {
            writeln!(out, "{words}")?;
        }
        asked.show_mentions(name, out)?;
    }
    asked.tell_missing(out)?;
    Ok(0)
}

impl Asked {
    fn new(folder: Option<&Path>) -> Result<Self> {
        let here = std::env::current_dir().context("cannot tell which folder this is")?;
        let folder = folder.map(Path::to_owned).or_else(|| find_root(&here));
        let Some(folder) = folder else {
            let catalog = Arc::new(Catalog::starter());
            let mut corpus = Corpus::new(here.into(), Arc::new(Config::default()), catalog);
            corpus.set_base(Vec::new());
            return Ok(Self { given: Given::new(&[])?, desk: None, snapshot: corpus.snapshot() });
        };
        let given = Given::existing(&[folder])?;
        let desk = load(&given, &|_| {}).into_iter().next().context("there is nothing to read there")?;
        Ok(Self { given, snapshot: desk.snapshot.clone(), desk: Some(desk) })
    }

    fn show(&self, found: &Found, query: &str, out: &mut dyn Write) -> Result<()> {
        if let Some(words) = nearly(found, query) {
            writeln!(out, "{words}\n")?;
        }
        let card = name_card(&self.snapshot, &found.name, None);
        let spot = |place: &Place| self.spot(place);
        let latest = card.latest.as_ref().and_then(|latest| self.quote(&latest.place));
        out.write_all(card_text(&card, latest.as_deref(), &spot).as_bytes())?;
        Ok(())
    }

    fn show_mentions(&self, found: &Found, out: &mut dyn Write) -> Result<()> {
        let mut by_article: BTreeMap<PathBuf, Vec<Place>> = BTreeMap::new();
        for (article, at) in mentions(&self.snapshot, &found.name) {
            by_article.entry(article.path.to_path_buf()).or_default().push(article.place(at));
        }
        if by_article.is_empty() && self.desk.is_some() {
            writeln!(out, "no mentions in the articles")?;
        }
        for (path, places) in by_article {
            let read = self.desk.as_ref().and_then(|desk| desk.read(&path).ok());
            let text = read.as_ref().map_or("", |(text, _)| text);
            let column = |place: &Place| without_mark(place.start, text).char + 1;
            let spots = places.iter().map(|place| format!("{}:{}", self.spot(place), column(place)));
            let spots: Vec<String> = spots.map(|spot| printable(&spot).into_owned()).collect();
            let width = spots.iter().map(|spot| spot.chars().count()).max().unwrap_or(0);
            for (place, spot) in places.iter().zip(spots) {
                let text = read.as_ref().map(|(_, document)| sentence(document, place.span));
                let text = text.map(|excerpt| bold(&excerpt.text, excerpt.span)).unwrap_or_default();
                writeln!(out, "{spot:width$}  {text}")?;
            }
        }
        Ok(())
    }

    fn spot(&self, place: &Place) -> String {
        format!("{}:{}", self.given.seen_from_here(&place.path), place.start.line + 1)
    }

    /// The sentence at a place, read anew.
    fn quote(&self, place: &Place) -> Option<String> {
        let (_, document) = self.desk.as_ref()?.read(&place.path).ok()?;
        Some(sentence(&document, place.span).text)
    }

    /// Says so when no articles were looked at.
    fn tell_missing(&self, out: &mut dyn Write) -> Result<()> {
        if self.desk.is_none() {
            writeln!(
                out,
                "\nFrom the starter catalog alone: no masthead.toml here. --in DIR adds a folder's articles."
            )?;
        }
        Ok(())
    }
}

/// What to say of a name that is not quite what was typed.
fn nearly(found: &Found, query: &str) -> Option<String> {
    let (title, query) = (printable(&found.title), printable(query));
    match found.how {
        How::Near(_) => Some(format!("Showing {title} (you typed {query})")),
        How::Possibly(_) => Some(format!("Showing {title}, possibly the same person (you typed {query})")),
        _ => None,
    }
}

fn nobody(query: &str, asked: &Asked, out: &mut dyn Write) -> Result<u8> {
    let place =
        if asked.desk.is_some() { "in the catalog or the articles" } else { "in the starter catalog" };
    writeln!(out, "No one is called “{}” {place}.", printable(query))?;
    if asked.desk.is_none() {
        writeln!(out, "--in DIR looks into a folder's articles and catalog too.")?;
    }
    Ok(1)
}

/// A line for each name, the names in one column.
fn list(found: &[Found], out: &mut dyn Write) -> Result<()> {
    let width = found.iter().map(|name| name.title.chars().count()).max().unwrap_or(0);
    for name in found {
        writeln!(out, "{:width$}  {}", printable(&name.title), printable(&name.detail))?;
    }
    Ok(())
}
