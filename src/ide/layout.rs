//! What folds away, what a growing selection takes in, and which names lead to a page on the web.

use super::card::links;
use super::cursor::Cursor;
use super::outline::{DocumentSymbol, SymbolKind, document_symbols};
use crate::catalog::Catalog;
use crate::corpus::Snapshot;
use crate::document::{ChainKey, Document};
use crate::text::{BlockKind, Span};

/// What can be folded: the text below each heading, and front matter. Each span begins on the line that stays and ends
/// on the last line that goes, blank lines at the end left out.
pub fn folds(document: &Document, snapshot: &Snapshot) -> Vec<Span> {
    let mut spans = Vec::new();
    sections(&document_symbols(document, snapshot), &mut spans);
    let front = document.paragraphs.first().filter(|first| first.block.kind == BlockKind::FrontMatter);
    spans.extend(front.map(|front| Span::new(0, front.text.len())));
    let trimmed = |span: Span| Span::new(span.start, span.start + trimmed_length(document, span));
    let mut spans: Vec<Span> = spans.into_iter().map(trimmed).collect();
    spans.retain(|span| document.point(span.start).line < document.point(span.end).line);
    spans.sort_unstable();
    spans
}

fn sections(symbols: &[DocumentSymbol], spans: &mut Vec<Span>) {
    for symbol in symbols.iter().filter(|symbol| symbol.kind == SymbolKind::Heading) {
        spans.push(symbol.span);
        sections(&symbol.children, spans);
    }
}

/// Bytes of `span` without the white space at its end.
fn trimmed_length(document: &Document, span: Span) -> usize {
    let first = document.paragraph_at(span.start);
    let last = document.paragraph_at(span.end.saturating_sub(1));
    for at in (first..=last).rev() {
        let (Some(paragraph), Some(start)) = (document.paragraphs.get(at), document.starts.get(at)) else {
            break;
        };
        let end = span.end.saturating_sub(*start).min(paragraph.text.len());
        let kept = paragraph.text.get(..end).unwrap_or("").trim_end().len();
        if kept > 0 {
            return (start + kept).saturating_sub(span.start);
        }
    }
    0
}

/// What a selection at the cursor grows to, step by step: the word, the name, the name with its acronym, the sentence, the
/// paragraph, the section, the article.
pub fn selections(cursor: Cursor) -> Vec<Span> {
    let Cursor { document, snapshot, offset, .. } = cursor;
    let mut spans = Vec::new();
    let at = document.paragraph_at(offset);
    if let (Some(paragraph), Some(start)) = (document.paragraphs.get(at), document.starts.get(at)) {
        let tokens = paragraph.prose.tokens.iter().filter(|token| token.is_word());
        let mut words = tokens.map(|token| token.span().shifted(*start)).filter(|word| word.touches(offset));
        spans.extend(words.next_back());
        spans.extend(cursor.name().map(|(name, _)| name));
        let expansions = document.expansions.iter().map(|expansion| expansion.span);
        spans.extend(expansions.filter(|span| span.touches(offset)));
        spans.extend(document.sentence(offset));
        spans.push(paragraph.block.content.shifted(*start));
    }
    let mut around = Vec::new();
    sections(&document_symbols(document, snapshot), &mut around);
    around.retain(|section| section.touches(offset));
    around.sort_unstable_by_key(|section| section.len());
    spans.extend(around);
    spans.push(Span::new(0, document.len()));
    let mut grown: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        // Each takes in the one before; what does not is left out, as the sentence of a name that runs on.
        let wider = grown.last().is_none_or(|last| span.covers(*last) && span != *last);
        if wider && span.touches(offset) {
            grown.push(span);
        }
    }
    grown
}

/// A name that leads to its own page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameLink {
    /// The name's span.
    pub span: Span,
    /// The page, by http or https.
    pub address: String,
    /// Whose page it is.
    pub title: String,
}

/// The pages of names that have one, each at the name's first reference alone: editors underline a link, and an article
/// full of lines cannot be read. A name within a link of the article's own is left alone.
pub fn name_links(document: &Document, catalog: &Catalog) -> Vec<NameLink> {
    let link = |first: u32, key: &ChainKey| {
        let ChainKey::Entity(entity) = key else { return None };
        let entity = catalog.entity(*entity);
        let mention = document.mentions.get(first as usize)?;
        let paragraph = document.paragraphs.get(mention.paragraph as usize)?;
        let from = mention.span.end.checked_sub(*document.starts.get(mention.paragraph as usize)?)?;
        let behind = paragraph.text.get(from..)?;
        let behind = &behind[behind.find(['[', ']', '<', '\n']).unwrap_or(behind.len())..];
        let linked = ["](", "][", "</a"].iter().any(|end| behind.starts_with(end));
        let address = links(entity).into_iter().next().filter(|_| !linked)?;
        Some(NameLink { span: mention.span, address, title: entity.name.clone() })
    };
    let mut found: Vec<NameLink> =
        document.chains.iter().filter_map(|chain| link(chain.first?, &chain.key)).collect();
    found.sort_unstable_by_key(|link| link.span);
    found
}
