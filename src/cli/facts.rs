//! `masthead facts`: what is said of a name, each fact with who says so.

use super::arguments::TableFormat;
use super::asked::{Asked, list, nearly};
use super::excerpt::{bold, printable};
use crate::diagnostic::Place;
use crate::document::Document;
use crate::ide::{Evidence, Fact, Found, facts as gathered, long_date};
use crate::text::Span;
use anyhow::Result;
use jiff::civil::Date;
use serde::Serialize;
use std::collections::HashMap;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Prints the facts of the name as of a date, or a line for each name that fits. Exit code 1 when nobody is called
/// so.
pub(super) fn facts(
    query: &str,
    folder: Option<&Path>,
    as_of: Option<Date>,
    format: TableFormat,
    out: &mut dyn Write,
) -> Result<u8> {
    let asked = Asked::new(folder)?;
    let found = asked.find(query, as_of);
    if format == TableFormat::Json {
        let names = found.iter().map(|one| name_out(&asked, one, as_of)).collect();
        writeln!(out, "{}", serde_json::to_string_pretty(&Output { names })?)?;
        return Ok(u8::from(found.is_empty()));
    }
    match &found[..] {
        [] => return asked.nobody(query, out),
        [one] => show(&asked, one, query, as_of, out)?,
        several => list(several, out)?,
    }
    asked.tell_missing(out)?;
    Ok(0)
}

fn show(asked: &Asked, found: &Found, query: &str, as_of: Option<Date>, out: &mut dyn Write) -> Result<()> {
    if let Some(words) = nearly(found, query) {
        writeln!(out, "{words}\n")?;
    }
    let kind = found.name.kind(&asked.snapshot).map_or("name", |kind| kind.name());
    let heading = format!("{} · {kind}", printable(&found.title));
    writeln!(out, "{}", bold(&heading, Span::new(0, heading.len())))?;
    let facts = gathered(&asked.snapshot, &found.name, as_of);
    if facts.is_empty() {
        writeln!(out, "Neither the catalog nor an article says who or what that is.")?;
    }
    let mut articles = Articles::new(asked);
    for fact in &facts {
        let earlier = if fact.holds { "" } else { " (earlier, or not yet)" };
        writeln!(out, "\n{}: {}{earlier}", fact.kind.label(), printable(&fact.text))?;
        for evidence in &fact.evidence {
            writeln!(out, "  {}", printable(&evidence_line(asked, &mut articles, evidence)))?;
        }
    }
    Ok(())
}

/// "catalog, as of 28 May 2026: ETNews, 28 May 2026" or "ferry.md:4, 20 May 2026: “…”".
fn evidence_line(asked: &Asked, articles: &mut Articles, evidence: &Evidence) -> String {
    match evidence {
        Evidence::Catalog { when, source, note } => {
            // An office has the first of its sources behind the date, which is said with the others here.
            let when = when.as_deref().map(|when| when.split(", ").next().unwrap_or(when));
            let said = [when, source.as_deref(), note.as_deref()];
            let said = said.into_iter().flatten().collect::<Vec<_>>();
            let said = if said.is_empty() { String::new() } else { format!(": {}", said.join("; ")) };
            format!("catalog{said}")
        }
        Evidence::Article { place, date, words } => {
            let date = date.map(|date| format!(", {}", long_date(date))).unwrap_or_default();
            let sentence = articles.sentence(place).unwrap_or_else(|| words.clone());
            format!("{}{date}: “{sentence}”", asked.spot(place))
        }
    }
}

/// The articles that facts were read from, each read once more: the index keeps no sentences.
pub(super) struct Articles<'a> {
    asked: &'a Asked,
    read: HashMap<PathBuf, Option<Document>>,
}

impl<'a> Articles<'a> {
    pub(super) fn new(asked: &'a Asked) -> Self {
        Self { asked, read: HashMap::new() }
    }

    /// The article that a place lies in; `None` when the file is gone.
    pub(super) fn document(&mut self, place: &Place) -> Option<&Document> {
        let read = || self.asked.desk.as_ref()?.read(&place.path).ok();
        self.read.entry(place.path.to_path_buf()).or_insert_with(read).as_ref()
    }

    /// The whole sentence around a place; `None` when the file is gone.
    pub(super) fn sentence(&mut self, place: &Place) -> Option<String> {
        let document = self.document(place)?;
        Some(document.shown(document.sentence(place.span.start)?).into_owned())
    }
}

#[derive(Debug, Serialize)]
struct Output {
    names: Vec<NameOut>,
}

#[derive(Debug, Serialize)]
struct NameOut {
    name: String,
    /// `null` where neither catalog nor articles show it.
    kind: Option<&'static str>,
    known: bool,
    facts: Vec<FactOut>,
}

#[derive(Debug, Serialize)]
struct FactOut {
    fact: String,
    text: String,
    title: Option<String>,
    other: Option<String>,
    holds: bool,
    evidence: Vec<EvidenceOut>,
}

#[derive(Debug, Serialize)]
#[serde(tag = "from", rename_all = "lowercase")]
enum EvidenceOut {
    Catalog {
        when: Option<String>,
        source: Option<String>,
        note: Option<String>,
    },
    Article {
        #[serde(flatten)]
        spot: SpotOut,
        words: String,
        sentence: Option<String>,
    },
}

/// A place in an article. Line and column count from 1, columns in characters.
#[derive(Debug, Serialize)]
pub(super) struct SpotOut {
    path: String,
    /// The article's.
    date: Option<String>,
    line: u32,
    column: u32,
    /// Bytes of the file.
    start: usize,
    end: usize,
}

impl SpotOut {
    /// `at`, in an article of `date`.
    pub(super) fn new(asked: &Asked, at: &Place, date: Option<Date>) -> Self {
        Self {
            path: asked.given.shown(&at.path),
            date: date.map(|date| date.to_string()),
            line: at.start.line + 1,
            column: at.start.char + 1,
            start: at.span.start,
            end: at.span.end,
        }
    }
}

fn name_out(asked: &Asked, found: &Found, as_of: Option<Date>) -> NameOut {
    let mut articles = Articles::new(asked);
    let facts = gathered(&asked.snapshot, &found.name, as_of);
    NameOut {
        name: found.title.clone(),
        kind: found.name.kind(&asked.snapshot).map(|kind| kind.name()),
        known: matches!(found.name, crate::ide::Name::Known(_)),
        facts: facts.into_iter().map(|fact| fact_out(asked, &mut articles, fact)).collect(),
    }
}

fn fact_out(asked: &Asked, articles: &mut Articles, fact: Fact) -> FactOut {
    FactOut {
        fact: fact.kind.label().to_lowercase(),
        other: fact.other.as_ref().map(|other| other.text(&asked.snapshot).to_owned()),
        text: fact.text,
        title: fact.title,
        holds: fact.holds,
        evidence: fact.evidence.into_iter().map(|e| evidence_out(asked, articles, e)).collect(),
    }
}

fn evidence_out(asked: &Asked, articles: &mut Articles, evidence: Evidence) -> EvidenceOut {
    match evidence {
        Evidence::Catalog { when, source, note } => EvidenceOut::Catalog { when, source, note },
        Evidence::Article { place, date, words } => EvidenceOut::Article {
            spot: SpotOut::new(asked, &place, date),
            words,
            sentence: articles.sentence(&place),
        },
    }
}
