//! Folds, growing selections, and links.

use super::super::view::View;
use super::place::Page;
use crate::ide::{self, NameLink};
use std::str::FromStr;
use tower_lsp::ls_types::{DocumentLink, FoldingRange, Position, Range, SelectionRange, Uri};

/// What can be folded, in whole lines.
pub(crate) fn folding_ranges(view: &View) -> Vec<FoldingRange> {
    let page = Page::of(view);
    let fold = |span| {
        let Range { start, end } = page.range(span);
        FoldingRange { start_line: start.line, end_line: end.line, ..FoldingRange::default() }
    };
    ide::folds(&view.document, &view.folder.snapshot).into_iter().map(fold).collect()
}

/// What a selection at each place grows to.
pub(crate) fn selection_ranges(view: &View, at: &[Position]) -> Vec<SelectionRange> {
    let page = Page::of(view);
    let one = |position: &Position| {
        let spans = ide::selections(view.cursor(page.offset(*position)));
        let grow = |parent, span| {
            Some(SelectionRange { range: page.range(span), parent: Option::map(parent, Box::new) })
        };
        // There is one span at least: the whole article, or the place itself.
        spans.into_iter().rev().fold(None, grow).unwrap_or_default()
    };
    at.iter().map(one).collect()
}

/// The pages that names lead to.
pub(crate) fn document_links(view: &View) -> Vec<DocumentLink> {
    let page = Page::of(view);
    let link = |link: NameLink| {
        let target = Uri::from_str(&link.address).ok()?;
        let tooltip =
            view.folder.abilities.link_tooltips.then(|| format!("{}: {}", link.title, link.address));
        Some(DocumentLink { range: page.range(link.span), target: Some(target), tooltip, data: None })
    };
    ide::name_links(&view.document, &view.folder.snapshot.catalog).into_iter().filter_map(link).collect()
}
