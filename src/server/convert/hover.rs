//! Hovers.

use super::super::view::View;
use super::place::{Page, file_uri};
use crate::diagnostic::Place;
use crate::ide;
use tower_lsp::ls_types::{Hover, HoverContents, MarkupContent, MarkupKind, Uri};

/// The hover at a byte of the article, in the markup that the client takes.
pub(crate) fn hover(view: &View, offset: usize) -> Option<Hover> {
    let link = |place: &Place| link(place, file_uri(&place.path, view));
    let hover = ide::hover(view.cursor(offset), &link)?;
    let (kind, value) = match view.folder.abilities.markdown {
        true => (MarkupKind::Markdown, hover.markdown),
        false => (MarkupKind::PlainText, hover.plain),
    };
    let contents = HoverContents::Markup(MarkupContent { kind, value });
    Some(Hover { contents, range: Some(Page::of(view).range(hover.span)) })
}

/// A place in the file `uri` as a link that editors follow to the line. Empty for a place that no editor can open.
pub(super) fn link(place: &Place, uri: Option<Uri>) -> String {
    let uri = uri.filter(|uri| uri.scheme().as_str() == "file");
    uri.map(|uri| format!("{}#L{}", uri.as_str(), place.start.line + 1)).unwrap_or_default()
}
