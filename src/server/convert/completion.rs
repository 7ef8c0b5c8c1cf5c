//! Completion.

use super::super::view::View;
use super::hover::{link, markup};
use super::place::{Page, file_uri};
use super::whose::Whose;
use crate::diagnostic::Place;
use crate::ide::{self, Completion, SymbolKind};
use tower_lsp::ls_types::{
    CompletionContext, CompletionItem, CompletionItemKind, CompletionItemLabelDetails, CompletionList,
    CompletionResponse, CompletionTextEdit, CompletionTriggerKind, Documentation, InsertReplaceEdit,
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
            true => {
                let new_text = item.text.clone();
                CompletionTextEdit::InsertAndReplace(InsertReplaceEdit { new_text, insert, replace })
            }
            false => CompletionTextEdit::Edit(TextEdit::new(insert, item.text.clone())),
        };
        let data = Whose::data(&item.name, view);
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

/// The item with its name's card: the one that hover shows.
pub(crate) fn resolve_completion(view: &View, item: &mut CompletionItem) {
    let Some(name) = Whose::of(item.data.as_ref()).and_then(|whose| whose.name(view)) else { return };
    let link = |place: &Place| link(place, file_uri(&place.path, view));
    let card = ide::describe(&view.folder.snapshot, &name, view.document.date, &link);
    let card = markup(card, view.folder.abilities.completion_markdown);
    item.documentation = Some(Documentation::MarkupContent(card));
}

/// LSP has no kinds for names; these, which every client knows, are told apart by their icons.
fn kind(kind: SymbolKind) -> CompletionItemKind {
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
