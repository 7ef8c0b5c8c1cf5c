//! The outline of an article: its headings, and below them the names at their first reference.

use super::words::{clip, count};
use crate::catalog::{Catalog, Kind};
use crate::corpus::Snapshot;
use crate::document::{Chain, ChainKey, Document, Introduction, IntroductionKind, Zone};
use crate::text::{BlockKind, Span};

/// What a symbol is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum SymbolKind {
    Heading,
    Person,
    Organization,
    Program,
    Product,
    Place,
    Event,
    Term,
    /// A name of unknown kind.
    Name,
}

impl From<Option<Kind>> for SymbolKind {
    fn from(kind: Option<Kind>) -> Self {
        match kind {
            Some(Kind::Person) => SymbolKind::Person,
            Some(Kind::Organization) => SymbolKind::Organization,
            Some(Kind::Program) => SymbolKind::Program,
            Some(Kind::Product | Kind::Model) => SymbolKind::Product,
            Some(Kind::Place) => SymbolKind::Place,
            Some(Kind::Event) => SymbolKind::Event,
            Some(Kind::Law | Kind::Term | Kind::Title) => SymbolKind::Term,
            None => SymbolKind::Name,
        }
    }
}

/// An entry of the outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentSymbol {
    /// What is shown.
    pub name: String,
    /// A few words beside it.
    pub detail: String,
    /// What it is.
    pub kind: SymbolKind,
    /// All that belongs to it.
    pub span: Span,
    /// Where a click goes; lies in `span`.
    pub selection: Span,
    /// What lies below it.
    pub children: Vec<DocumentSymbol>,
}

/// The outline of an article: headings, and below them the names at their first reference. Places, terms
/// and titles are left out, and names that stand in bylines, datelines and credits alone.
pub fn document_symbols(document: &Document, snapshot: &Snapshot) -> Vec<DocumentSymbol> {
    let mut entries = headings(document);
    let catalog = &snapshot.catalog;
    let names = document.chains.iter().enumerate();
    let names = names.filter_map(|(at, chain)| name(document, catalog, at as u32, chain));
    entries.extend(names.map(|symbol| (NAME_LEVEL, symbol)));
    // A heading goes before a name in it.
    entries.sort_by_key(|(level, symbol)| (symbol.span.start, *level));
    nest(entries, document.len())
}

/// Names lie below headings of every level.
const NAME_LEVEL: u8 = u8::MAX;

/// The headings with their levels, each reaching for now over its own lines.
fn headings(document: &Document) -> Vec<(u8, DocumentSymbol)> {
    let mut headings = Vec::new();
    for (at, paragraph) in document.paragraphs.iter().enumerate() {
        let level = match (paragraph.block.kind, document.zones.get(at)) {
            (BlockKind::Heading(level), _) => level,
            (BlockKind::Paragraph, Some(Zone::Headline)) => 1,
            (BlockKind::Paragraph, Some(Zone::Subhead)) => 2,
            _ => continue,
        };
        let title = heading_text(&paragraph.text);
        let (before, after) = paragraph.text.split_at(paragraph.text.find(&*title).unwrap_or(0));
        let Some(start) = document.starts.get(at).filter(|_| !title.is_empty()) else { continue };
        let selection = Span::new(start + before.len(), start + before.len() + title.len().min(after.len()));
        // The section begins with the marks before its title.
        let marks = before.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}').len();
        let span = Span::new(selection.start - marks, selection.end);
        let (kind, detail) = (SymbolKind::Heading, String::new());
        let symbol = DocumentSymbol { name: title, detail, kind, span, selection, children: Vec::new() };
        headings.push((level, symbol));
    }
    headings
}

/// A heading's first line without its marks.
fn heading_text(text: &str) -> String {
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
    let line = text.split(['\n', '\r']).next().unwrap_or("").trim();
    let opened = line.trim_start_matches('#');
    // A closing run of marks counts only behind a space: "C#" keeps its own.
    let closed = opened.trim_end_matches('#');
    let line = if closed.ends_with([' ', '\t']) { closed } else { opened };
    line.trim().to_owned()
}

/// The symbol of a chain, at its first reference, else at its first mention outside furniture.
fn name(document: &Document, catalog: &Catalog, at: u32, chain: &Chain) -> Option<DocumentSymbol> {
    let (kind, title) = match &chain.key {
        ChainKey::Entity(entity) => {
            let entity = catalog.entity(*entity);
            (Some(entity.kind), entity.name.clone())
        }
        ChainKey::Name(name) => {
            let kind = chain.members.iter().find_map(|m| document.candidates.get(*m as usize)?.kind);
            (kind, name.clone())
        }
    };
    if matches!(kind, Some(Kind::Place | Kind::Term | Kind::Title)) {
        return None;
    }
    let known = matches!(chain.key, ChainKey::Entity(_));
    let place = |member: u32| {
        let mention = document.mentions.get(member as usize).filter(|_| known).map(|m| (m.span, m.zone));
        let candidate = document.candidates.get(member as usize).filter(|_| !known);
        mention.or(candidate.map(|c| (c.span, c.zone)))
    };
    let first = chain.first.and_then(place).or_else(|| {
        let mut members = chain.members.iter().filter_map(|m| place(*m));
        members.find(|(_, zone)| !matches!(zone, Zone::Furniture | Zone::Code))
    });
    let (span, _) = first?;
    let word = kind.map_or("name", Kind::name);
    let new = if known { "" } else { ", not in the catalog" };
    let said = introduced(document, at).map(|what| format!(" · {what}")).unwrap_or_default();
    let detail = format!("{word}{new}{said} · {}", count(chain.members.len(), "mention"));
    Some(DocumentSymbol {
        name: title,
        detail,
        kind: kind.into(),
        span,
        selection: span,
        children: Vec::new(),
    })
}

/// Characters of an introduction in the outline: editors cut what is longer.
const SAID: usize = 60;

/// The office or the words by which the article introduces a chain.
fn introduced(document: &Document, chain: u32) -> Option<String> {
    let says = |i: &&Introduction| matches!(i.kind, IntroductionKind::Role | IntroductionKind::Definition);
    let own = document.introductions.iter().filter(|i| i.chain == chain).find(says)?;
    Some(clip(&document.shown(own.what), SAID))
}

/// Puts entries, sorted by place, below the heading that they follow. A heading reaches to the next one of
/// its level or above; `end` is the article's length.
fn nest(entries: Vec<(u8, DocumentSymbol)>, end: usize) -> Vec<DocumentSymbol> {
    let mut roots = Vec::new();
    let mut open: Vec<(u8, DocumentSymbol)> = Vec::new();
    for (level, symbol) in entries {
        if level == NAME_LEVEL {
            open.last_mut().map_or(&mut roots, |(_, heading)| &mut heading.children).push(symbol);
            continue;
        }
        close(&mut open, &mut roots, level, symbol.span.start);
        open.push((level, symbol));
    }
    close(&mut open, &mut roots, 0, end);
    roots
}

/// Closes the open headings of `level` and below at byte `end`.
fn close(open: &mut Vec<(u8, DocumentSymbol)>, roots: &mut Vec<DocumentSymbol>, level: u8, end: usize) {
    while let Some((_, mut heading)) = open.pop_if(|(l, _)| *l >= level) {
        heading.span.end = end.max(heading.selection.end);
        open.last_mut().map_or(&mut *roots, |(_, above)| &mut above.children).push(heading);
    }
}
