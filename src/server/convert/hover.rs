//! Hovers.

use super::super::view::View;
use super::place::{Page, file_uri};
use crate::diagnostic::Place;
use crate::ide::{self, Described};
use tower_lsp::ls_types::{Hover, HoverContents, MarkupContent, MarkupKind, Uri};

/// The hover at a byte of the article, in the markup that the client takes.
pub(crate) fn hover(view: &View, offset: usize) -> Option<Hover> {
    let hover = ide::hover(view.cursor(offset), &|place| link(place, file_uri(&place.path, view)))?;
    let contents = HoverContents::Markup(markup(hover.card, view.folder.abilities.markdown));
    Some(Hover { contents, range: Some(Page::of(view).range(hover.span)) })
}

/// A card in the markup that the client takes there.
pub(super) fn markup(card: Described, takes_markdown: bool) -> MarkupContent {
    match takes_markdown {
        true => MarkupContent { kind: MarkupKind::Markdown, value: card.markdown },
        false => MarkupContent { kind: MarkupKind::PlainText, value: card.plain },
    }
}

/// A place in the file `uri` as a link that editors follow to the line. Empty for a place that no editor can open.
pub(super) fn link(place: &Place, uri: Option<Uri>) -> String {
    let uri = uri.filter(|uri| uri.scheme().as_str() == "file");
    uri.map(|uri| format!("{}#L{}", uri.as_str(), place.start.line + 1)).unwrap_or_default()
}
