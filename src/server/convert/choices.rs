//! What a desk or a person asks for: who a surname is, and how often a name stands in the folder.

use super::super::view::View;
use super::hover::{link, markup};
use super::place::{Page, file_uri, locations};
use super::whose::Whose;
use crate::diagnostic::Place;
use crate::ide::{self, Hint, Lens};
use serde_json::{Value, json};
use tower_lsp::ls_types::{
    CodeLens, Command, InlayHint, InlayHintLabel, InlayHintTooltip, Range, TextDocumentIdentifier,
    TextDocumentPositionParams,
};

/// The command of a client that shows places in a list of its own: an article's URI, a position in it, locations.
pub(crate) const SHOW_REFERENCES: &str = "masthead.showReferences";

/// Our own, for a client without that command: an article's URI and a position in it.
pub(crate) const REFERENCES: &str = "masthead.references";

/// Who the surnames in `range` are, where somebody wants to see that.
pub(crate) fn inlay_hints(view: &View, range: Range) -> Vec<InlayHint> {
    let (page, snapshot) = (Page::of(view), &view.folder.snapshot);
    let hint = |hint: Hint| InlayHint {
        position: page.position(hint.at),
        label: InlayHintLabel::String(hint.text),
        kind: None,
        text_edits: None,
        tooltip: None,
        padding_left: Some(true),
        padding_right: None,
        data: Whose::data(&hint.name, &view.uri, &view.folder),
    };
    let hints = view.folder.shows_hints().then(|| ide::hints(&view.document, snapshot, page.span(range)));
    hints.into_iter().flatten().map(hint).collect()
}

/// The hint with its person's card.
pub(crate) fn resolve_hint(view: &View, hint: &mut InlayHint) {
    let Some(name) = Whose::of(hint.data.as_ref()).and_then(|whose| whose.name(&view.folder)) else { return };
    let link = |place: &Place| link(place, file_uri(&place.path, view));
    let card = ide::describe(&view.folder.snapshot, &name, view.document.date, &link);
    hint.tooltip = Some(InlayHintTooltip::MarkupContent(markup(card, view.folder.abilities.markdown)));
}

/// A lens at each first reference, where somebody wants to see that. What it says is told when it comes into sight.
pub(crate) fn code_lenses(view: &View) -> Vec<CodeLens> {
    let (page, snapshot) = (Page::of(view), &view.folder.snapshot);
    let lens = |lens: Lens| CodeLens {
        range: page.range(lens.span),
        command: None,
        data: Whose::data(&lens.name, &view.uri, &view.folder),
    };
    let lenses = view.folder.shows_lenses().then(|| ide::lenses(&view.document, snapshot));
    lenses.into_iter().flatten().map(lens).collect()
}

/// The lens with its words and with what a click does.
pub(crate) fn resolve_lens(view: &View, lens: &mut CodeLens) {
    let Some(name) = Whose::of(lens.data.as_ref()).and_then(|whose| whose.name(&view.folder)) else { return };
    let (title, places) = ide::mentions_told(&view.folder.snapshot, &name);
    let mut arguments = vec![json!(view.uri), json!(lens.range.start)];
    /// A longer list is not read to its end, and weighs more than a click is worth.
    const LISTED: usize = 1_000;
    let lists = view.folder.abilities.lists_places;
    if lists {
        arguments.push(json!(locations(&places[..places.len().min(LISTED)], view)));
    }
    let command = if lists { SHOW_REFERENCES } else { REFERENCES };
    lens.command = Some(Command::new(title, command.to_owned(), Some(arguments)));
}

/// The mentions of the name at a byte, article by article, in one line: "KISA: 3 mentions in 2 articles: a.md (2), b.md".
pub(crate) fn references_told(view: &View, offset: usize) -> Option<String> {
    let (_, name) = view.cursor(offset).name()?;
    let (words, places) = ide::mentions_told(&view.folder.snapshot, &name);
    let by_article = places.chunk_by(|a, b| a.path == b.path).map(|places| {
        let path = view.folder.snapshot.relative(&places[0].path);
        if places.len() > 1 { format!("{path} ({})", places.len()) } else { path }
    });
    /// A message is one line; what is longer is cut by the client.
    const LISTED: usize = 8;
    let articles: Vec<String> = by_article.collect();
    let more = articles.len().saturating_sub(LISTED);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    Some(format!("{words}: {}{more}", articles[..articles.len().min(LISTED)].join(", ")))
}

/// The place that the arguments of a command name.
pub(crate) fn place_of(uri: Option<Value>, position: Option<Value>) -> Option<TextDocumentPositionParams> {
    let uri = serde_json::from_value(uri?).ok()?;
    let position = serde_json::from_value(position?).ok()?;
    Some(TextDocumentPositionParams { text_document: TextDocumentIdentifier { uri }, position })
}
