//! `masthead who` and `masthead where`: what is known of a name, and where the articles have it.

use super::desk::{Desk, load};
use super::excerpt::printable;
use super::paths::Given;
use super::sentence::sentence;
use super::words::count;
use crate::catalog::Catalog;
use crate::config::Config;
use crate::corpus::{Corpus, Snapshot};
use crate::diagnostic::Place;
use crate::ide::{Card, Found, Group, How, Name, Spelling, Statement, find_names, long_date, name_card};
use crate::workspace::find_root;
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Columns of text before a line is broken.
const WIDTH: usize = 100;
/// Passages that introduce a name, as many as are shown.
const PASSAGES: usize = 3;

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
        } else if let How::Near(_) = name.how {
            writeln!(out, "Showing {} (you typed {})", printable(&name.title), printable(query))?;
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
        if let How::Near(_) = found.how {
            writeln!(out, "Showing {} (you typed {})\n", printable(&found.title), printable(query))?;
        }
        let card = name_card(&self.snapshot, &found.name, None);
        for line in self.lines(&card) {
            writeln!(out, "{}", wrapped(&printable(&line)))?;
        }
        Ok(())
    }

    /// The card, line by line.
    fn lines(&self, card: &Card) -> Vec<String> {
        let mut lines = vec![heading(card)];
        lines.extend(card.about.clone());
        lines.extend(card.roles.iter().map(role));
        lines.extend(card.groups.iter().map(group));
        if !card.write.is_empty() {
            lines.push(format!("write {}", spellings(&card.write, ", then ")));
        }
        if !card.aliases.is_empty() {
            lines.push(format!("or {}", spellings(&card.aliases, ", ")));
        }
        if !card.spellings.is_empty() {
            lines.push(format!("also spelled {}", spellings(&card.spellings, ", ")));
        }
        if !card.avoid.is_empty() {
            let avoided = card.avoid.iter().map(|form| with_remark(&form.text, form.remark.as_deref()));
            lines.push(format!("not {}", avoided.collect::<Vec<_>>().join(", ")));
        }
        match (&card.note, card.unsure) {
            (Some(note), true) => lines.push(format!("unsure: {note}")),
            (None, true) => lines.push("unsure".to_owned()),
            (Some(note), false) => lines.push(note.clone()),
            (None, false) => {}
        }
        lines.extend(self.in_articles(card));
        lines.extend(sources(card));
        lines.extend(card.links.iter().cloned());
        lines
    }

    /// Where the articles have it.
    fn in_articles(&self, card: &Card) -> Vec<String> {
        if self.desk.is_none() {
            return Vec::new();
        }
        let mentions = count(card.mentions, "mention", "mentions");
        let mut line = format!("{mentions} in {}", count(card.articles, "article", "articles"));
        if let Some(latest) = &card.latest {
            let date = latest.date.map(|date| format!(", {}", long_date(date))).unwrap_or_default();
            line.push_str(&format!("; latest: {}{date}", self.spot(&latest.place)));
            if let Some(text) = self.quote(&latest.place) {
                line.push_str(&format!(": “{text}”"));
            }
        }
        let mut lines = vec![line];
        for passage in card.introductions.iter().take(PASSAGES) {
            lines.push(format!("introduced in {}: “{}”", self.spot(&passage.place), passage.what));
        }
        for other in &card.written_out {
            let places: Vec<String> = other.places.iter().map(|place| self.spot(place)).collect();
            lines.push(format!("also written out as “{}” in {}", other.long, places.join(", ")));
        }
        lines
    }

    fn show_mentions(&self, found: &Found, out: &mut dyn Write) -> Result<()> {
        let mut by_article: BTreeMap<PathBuf, Vec<Place>> = BTreeMap::new();
        for place in mentions(&self.snapshot, &found.name) {
            by_article.entry(place.path.to_path_buf()).or_default().push(place);
        }
        for (path, places) in by_article {
            let read = self.desk.as_ref().and_then(|desk| desk.read(&path).ok());
            for place in places {
                let text = read.as_ref().map(|(_, document)| sentence(document, place.span));
                let text = text.map(|excerpt| bold(&excerpt.text, excerpt.span.start, excerpt.span.end));
                let spot = format!("{}:{}", self.spot(&place), place.start.char + 1);
                writeln!(out, "{}  {}", printable(&spot), text.unwrap_or_default())?;
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

fn heading(card: &Card) -> String {
    let native =
        if card.native.is_empty() { String::new() } else { format!(" ({})", card.native.join(", ")) };
    let acronym = card.acronym.as_ref().filter(|acronym| **acronym != card.name);
    let acronym = acronym.map(|acronym| format!("{acronym} · ")).unwrap_or_default();
    let kind = match (card.kind, card.known) {
        (Some(kind), true) => kind.name().to_owned(),
        (Some(kind), false) => format!("{}, not in the catalog", kind.name()),
        (None, _) => "not in the catalog".to_owned(),
    };
    format!("{acronym}{}{native} · {kind}", card.name)
}

/// An office and, in a second column, as of when.
fn role(role: &Statement) -> String {
    match &role.remark {
        Some(remark) => format!("{:<58} {remark}", role.text),
        None => role.text.clone(),
    }
}

fn group(group: &Group) -> String {
    let mut all: Vec<String> =
        group.statements.iter().map(|said| with_remark(&said.text, said.remark.as_deref())).collect();
    if group.more > 0 {
        all.push(format!("{} more", group.more));
    }
    format!("{} {}", group.label.to_lowercase(), all.join(", "))
}

fn spellings(all: &[Spelling], between: &str) -> String {
    let each = all.iter().map(|form| with_remark(&form.text, form.remark.as_deref()));
    each.collect::<Vec<_>>().join(between)
}

fn with_remark(text: &str, remark: Option<&str>) -> String {
    remark.map_or_else(|| text.to_owned(), |remark| format!("{text} ({remark})"))
}

/// Which catalog says so, as of when, and from whom it has it.
fn sources(card: &Card) -> Option<String> {
    let catalog = match (card.starter, card.as_of) {
        (true, Some(date)) => Some(format!("starter catalog, as of {}", long_date(date))),
        (false, Some(date)) => Some(format!("catalog, as of {}", long_date(date))),
        (true, None) => Some("starter catalog".to_owned()),
        (false, None) => None,
    };
    let sources = (!card.sources.is_empty()).then(|| card.sources.join("; "));
    let parts: Vec<String> = catalog.into_iter().chain(sources).collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

fn mentions(snapshot: &Snapshot, name: &Name) -> Vec<Place> {
    match name {
        Name::Known(entity) => {
            snapshot.mentions(*entity).map(|(article, posting)| article.place(posting.at)).collect()
        }
        Name::New(name) => {
            snapshot.candidates(name).map(|(article, posting)| article.place(posting.at)).collect()
        }
    }
}

/// `text` with a part in bold; the output takes the marks out where they are not wanted.
fn bold(text: &str, start: usize, end: usize) -> String {
    match (text.get(..start), text.get(start..end), text.get(end..)) {
        (Some(before), Some(marked), Some(after)) if !marked.is_empty() => {
            format!("{before}\u{1b}[1m{marked}\u{1b}[0m{after}")
        }
        _ => text.to_owned(),
    }
}

/// `text` broken at blanks into lines of at most [`WIDTH`] characters, the later ones set in.
fn wrapped(text: &str) -> String {
    let mut lines = String::new();
    let mut column = 0;
    for word in text.split(' ') {
        let width = word.chars().count();
        if column > 0 && column + 1 + width > WIDTH {
            lines.push_str("\n  ");
            column = 2;
        } else if column > 0 {
            lines.push(' ');
            column += 1;
        }
        lines.push_str(word);
        column += width;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_broken_at_blanks() {
        let text = wrapped(&"word ".repeat(50));
        assert!(text.lines().all(|line| line.chars().count() <= WIDTH));
        assert_eq!(text.lines().count(), 3);
        assert_eq!(wrapped("a  b"), "a  b");
    }
}
