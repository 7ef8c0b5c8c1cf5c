//! `masthead who` and `masthead where`: what is known of a name, and where the articles have it.

use super::arguments::TableFormat;
use super::asked::{Asked, list, nearly};
use super::card_json::{cards, places};
use super::card_text::card_text;
use super::excerpt::{bold, printable};
use super::sentence::sentence;
use crate::diagnostic::Place;
use crate::ide::{Found, mentions, name_card};
use anyhow::Result;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Prints the card of the name as of a date, or a line for each name that fits. Exit code 1 when nobody is called so.
pub(super) fn who(
    query: &str,
    folder: Option<&Path>,
    as_of: Option<Date>,
    format: TableFormat,
    out: &mut dyn Write,
) -> Result<u8> {
    let asked = Asked::new(folder)?;
    let found = asked.find(query, as_of);
    if format == TableFormat::Json {
        out.write_all(cards(&asked, &found, as_of)?.as_bytes())?;
        return Ok(u8::from(found.is_empty()));
    }
    match &found[..] {
        [] => return asked.nobody(query, out),
        [one] => asked.show(one, query, as_of, out)?,
        several => list(several, out)?,
    }
    asked.tell_missing(out)?;
    Ok(0)
}

/// Prints every mention of the name, by article. Exit code 1 when nobody is called so.
pub(super) fn where_is(
    query: &str,
    folder: Option<&Path>,
    format: TableFormat,
    out: &mut dyn Write,
) -> Result<u8> {
    let asked = Asked::of_articles(folder)?;
    let found = asked.find(query, None);
    if format == TableFormat::Json {
        out.write_all(places(&asked, &found)?.as_bytes())?;
        return Ok(u8::from(found.is_empty()));
    }
    if found.is_empty() {
        return asked.nobody(query, out);
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
    fn show(&self, found: &Found, query: &str, as_of: Option<Date>, out: &mut dyn Write) -> Result<()> {
        if let Some(words) = nearly(found, query) {
            writeln!(out, "{words}\n")?;
        }
        let card = name_card(&self.snapshot, &found.name, as_of);
        let spot = |place: &Place| self.spot(place);
        let latest = card.latest.as_ref().and_then(|latest| self.quote(&latest.place));
        out.write_all(card_text(&card, latest.as_deref(), &spot).as_bytes())?;
        Ok(())
    }

    fn show_mentions(&self, found: &Found, out: &mut dyn Write) -> Result<()> {
        let mut by_article: BTreeMap<PathBuf, Vec<Place>> = BTreeMap::new();
        for (article, at) in mentions(&self.snapshot, &found.name, usize::MAX).0 {
            by_article.entry(article.path.to_path_buf()).or_default().push(article.place(at));
        }
        if by_article.is_empty() && self.desk.is_some() {
            writeln!(out, "no mentions in the articles")?;
        }
        for (path, places) in by_article {
            let read = self.desk.as_ref().and_then(|desk| desk.read(&path).ok());
            let spots = places.iter().map(|place| format!("{}:{}", self.spot(place), place.start.char + 1));
            let spots: Vec<String> = spots.map(|spot| printable(&spot).into_owned()).collect();
            let width = spots.iter().map(|spot| spot.chars().count()).max().unwrap_or(0);
            for (place, spot) in places.iter().zip(spots) {
                let text = read.as_ref().map(|document| sentence(document, place.span));
                let text = text.map(|excerpt| bold(&excerpt.text, excerpt.span)).unwrap_or_default();
                writeln!(out, "{spot:width$}  {text}")?;
            }
        }
        Ok(())
    }
}
