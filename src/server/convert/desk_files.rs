//! Completion, hover and definition in a desk's own files.

use super::super::view::DeskText;
use super::completion::{insert_or_replace, kind};
use super::diagnostics::rule_page;
use super::hover::{link, markup};
use super::place::{Page, entry_location, place_range};
use super::uri::uri_of;
use super::whose::Whose;
use crate::corpus::Name;
use crate::diagnostic::Place;
use crate::ide::{self, DeskCompletion, DeskCompletionKind, Destination};
use tower_lsp::ls_types::{
    CompletionItem, CompletionItemKind, CompletionList, CompletionResponse, CompletionTextEdit,
    Documentation, GotoDefinitionResponse, Hover, HoverContents, Location, Range, TextEdit,
};

/// What may be written at a byte of the file.
pub(crate) fn desk_completion(desk: &DeskText, offset: usize) -> Option<CompletionResponse> {
    let text = desk.buffer.text();
    let found = ide::desk_completions(desk.cursor(&text, offset))?;
    let (page, abilities) = (Page::of_desk(desk), &desk.folder.abilities);
    let (insert, replace) = (page.range(found.typed), page.range(found.word));
    let item = |(rank, item): (usize, DeskCompletion)| CompletionItem {
        kind: Some(item_kind(&item.kind, desk)),
        documentation: item
            .about
            .map(|about| Documentation::MarkupContent(markup(about, abilities.completion_markdown))),
        label: item.label,
        detail: Some(item.detail).filter(|detail| !detail.is_empty()),
        sort_text: Some(format!("{rank:03}")),
        filter_text: Some(item.filter),
        text_edit: Some(match abilities.inserts_or_replaces {
            true => insert_or_replace(item.text, insert, replace),
            // Half a key is nothing: what is chosen takes the place of the whole word.
            false => CompletionTextEdit::Edit(TextEdit::new(replace, item.text)),
        }),
        data: match &item.kind {
            DeskCompletionKind::Id(name) => Whose::data(name, &desk.uri, &desk.folder),
            _ => None,
        },
        ..CompletionItem::default()
    };
    let items = found.items.into_iter().enumerate().map(item).collect();
    Some(CompletionResponse::List(CompletionList { is_incomplete: !found.complete, items }))
}

fn item_kind(of: &DeskCompletionKind, desk: &DeskText) -> CompletionItemKind {
    match of {
        DeskCompletionKind::Section => CompletionItemKind::MODULE,
        DeskCompletionKind::Key => CompletionItemKind::PROPERTY,
        DeskCompletionKind::Rule => CompletionItemKind::CONSTANT,
        DeskCompletionKind::Value => CompletionItemKind::ENUM_MEMBER,
        DeskCompletionKind::Id(name) => kind(name.kind(&desk.folder.snapshot).into()),
    }
}

/// The hover at a byte of the file.
pub(crate) fn desk_hover(desk: &DeskText, offset: usize) -> Option<Hover> {
    let text = desk.buffer.text();
    let link = |place: &Place| link(place, uri_of(&place.path));
    let hover = ide::desk_hover(desk.cursor(&text, offset), &link)?;
    let contents = HoverContents::Markup(markup(hover.card, desk.folder.abilities.markdown));
    Some(Hover { contents, range: Some(Page::of_desk(desk).range(hover.span)) })
}

/// Where the word at a byte of the file leads. An entry of the starter catalog stands in no file: there it is where
/// articles introduce the name. A rule's page is one for a client whose plugin can show it.
pub(crate) fn desk_definition(desk: &DeskText, offset: usize) -> Option<GotoDefinitionResponse> {
    let (text, folder) = (desk.buffer.text(), &desk.folder);
    let found = match ide::desk_definition(desk.cursor(&text, offset))? {
        Destination::Entry(entity) => {
            let entry = entry_location(folder.snapshot.catalog.entity(entity), folder);
            let place = |place: &Place| {
                let range = place_range(place, folder.abilities.encoding);
                Some(Location::new(uri_of(&place.path)?, range))
            };
            let places = || ide::introductions(&folder.snapshot, &Name::Known(entity));
            entry.map_or_else(|| places().iter().filter_map(place).collect(), |entry| vec![entry])
        }
        Destination::Rule(rule) => {
            let pages = folder.abilities.rule_pages.as_deref().filter(|pages| !pages.starts_with("http"));
            let page = pages.and_then(|pages| rule_page(pages, rule));
            page.map(|page| Location::new(page.href, Range::default())).into_iter().collect()
        }
    };
    (!found.is_empty()).then_some(GotoDefinitionResponse::Array(found))
}
