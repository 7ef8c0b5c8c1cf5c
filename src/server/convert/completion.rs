//! Completion.

use super::super::view::{Opened, View};
use super::hover::{link, markup};
use super::place::{Page, file_uri};
use super::uri::uri_of;
use super::whose::Whose;
use crate::diagnostic::Place;
use crate::ide::{self, Completion, SymbolKind};
use std::path::Path;
use tower_lsp::ls_types::{
    CompletionContext, CompletionItem, CompletionItemKind, CompletionItemLabelDetails, CompletionList,
    CompletionResponse, CompletionTextEdit, CompletionTriggerKind, Documentation, InsertReplaceEdit, Range,
    TextEdit,
};

/// The names that may be written at a byte of the article.
pub(crate) fn completion(
    view: &View,
    offset: usize,
    context: Option<&CompletionContext>,
) -> Option<CompletionResponse> {
    let again = CompletionTriggerKind::TRIGGER_FOR_INCOMPLETE_COMPLETIONS;
    let asked = context.is_none_or(|context| context.trigger_kind != again);
    let found = ide::completions(view.cursor(offset), asked)?;
    let (page, abilities) = (Page::of(view), &view.folder.abilities);
    let (insert, replace) = (page.range(found.typed), page.range(found.word));
    let item = |(rank, item): (usize, Completion)| {
        let text_edit = match abilities.inserts_or_replaces {
            true => insert_or_replace(item.text.clone(), insert, replace),
            false => CompletionTextEdit::Edit(TextEdit::new(insert, item.text.clone())),
        };
        let data = Whose::data(&item.name, &view.uri, &view.folder);
        let details = CompletionItemLabelDetails { detail: None, description: Some(item.detail.clone()) };
        CompletionItem {
            label: item.text,
            label_details: abilities.label_details.then_some(details),
            kind: Some(kind(item.kind)),
            detail: Some(item.detail),
            sort_text: Some(format!("{rank:03}")),
            filter_text: Some(item.filter),
            text_edit: Some(text_edit),
            data,
            ..CompletionItem::default()
        }
    };
    let items = found.items.into_iter().enumerate().map(item).collect();
    Some(CompletionResponse::List(CompletionList { is_incomplete: !found.complete, items }))
}

/// For a client that lets a person choose whether the rest of the word goes.
pub(super) fn insert_or_replace(new_text: String, insert: Range, replace: Range) -> CompletionTextEdit {
    CompletionTextEdit::InsertAndReplace(InsertReplaceEdit { new_text, insert, replace })
}

/// The item with its name's card: the one that hover shows.
pub(crate) fn resolve_completion(opened: &Opened, item: &mut CompletionItem) {
    let folder = opened.folder();
    let Some(name) = Whose::of(item.data.as_ref()).and_then(|whose| whose.name(folder)) else { return };
    let (view, date) = match opened {
        Opened::Article(view) => (Some(view), view.document.date),
        Opened::Desk(_) => (None, None),
    };
    let uri = |path: &Path| view.map_or_else(|| uri_of(path), |view| file_uri(path, view));
    let link = |place: &Place| link(place, uri(&place.path));
    let card = ide::describe(&folder.snapshot, &name, date, &link);
    let card = markup(card, folder.abilities.completion_markdown);
    item.documentation = Some(Documentation::MarkupContent(card));
}

/// LSP has no kinds for names; these, which every client knows, are told apart by their icons.
pub(super) fn kind(kind: SymbolKind) -> CompletionItemKind {
    match kind {
        SymbolKind::Person => CompletionItemKind::VARIABLE,
        SymbolKind::Organization => CompletionItemKind::CLASS,
        SymbolKind::Program => CompletionItemKind::FUNCTION,
        SymbolKind::Product => CompletionItemKind::VALUE,
        SymbolKind::Place => CompletionItemKind::MODULE,
        SymbolKind::Event => CompletionItemKind::UNIT,
        SymbolKind::Term => CompletionItemKind::INTERFACE,
        SymbolKind::Heading | SymbolKind::Name => CompletionItemKind::TEXT,
    }
}
