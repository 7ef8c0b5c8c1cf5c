//! Symbols of an article and of the workspace.

use super::super::view::{Folder, View};
use super::place::{Page, place_range, source_location};
use super::uri::uri_of;
use crate::ide::{self, SymbolKind, SymbolPlace};
use tower_lsp::ls_types::{
    self as lsp, DocumentSymbolResponse, Location, SymbolInformation, WorkspaceSymbolResponse,
};

/// Editors show a few dozen and ask again as one types on.
const MOST_SYMBOLS: usize = 500;

/// LSP has no kinds for names; these are told apart by their icons.
fn symbol_kind(kind: SymbolKind) -> lsp::SymbolKind {
    match kind {
        SymbolKind::Heading => lsp::SymbolKind::STRING,
        SymbolKind::Person => lsp::SymbolKind::VARIABLE,
        SymbolKind::Organization => lsp::SymbolKind::CLASS,
        SymbolKind::Program => lsp::SymbolKind::FUNCTION,
        SymbolKind::Product => lsp::SymbolKind::STRUCT,
        SymbolKind::Place => lsp::SymbolKind::NAMESPACE,
        SymbolKind::Event => lsp::SymbolKind::EVENT,
        SymbolKind::Term => lsp::SymbolKind::CONSTANT,
        SymbolKind::Name => lsp::SymbolKind::KEY,
    }
}

/// The outline of an article: a tree, or a list for a client that takes no tree.
pub(crate) fn document_symbols(view: &View) -> DocumentSymbolResponse {
    let symbols = ide::document_symbols(&view.document, &view.folder.snapshot);
    if view.folder.abilities.outline_tree {
        return DocumentSymbolResponse::Nested(symbols.into_iter().map(|s| nested(s, view)).collect());
    }
    let mut flat = Vec::new();
    flatten(symbols, None, view, &mut flat);
    DocumentSymbolResponse::Flat(flat)
}

#[allow(deprecated)] // The old field must be given, empty.
fn nested(symbol: ide::DocumentSymbol, view: &View) -> lsp::DocumentSymbol {
    let page = Page::of(view);
    lsp::DocumentSymbol {
        name: symbol.name,
        detail: Some(symbol.detail).filter(|detail| !detail.is_empty()),
        kind: symbol_kind(symbol.kind),
        tags: None,
        deprecated: None,
        range: page.range(symbol.span),
        selection_range: page.range(symbol.selection),
        children: Some(symbol.children.into_iter().map(|child| nested(child, view)).collect()),
    }
}

fn flatten(
    symbols: Vec<ide::DocumentSymbol>,
    parent: Option<&str>,
    view: &View,
    to: &mut Vec<SymbolInformation>,
) {
    for symbol in symbols {
        let location = Location::new(view.uri.clone(), Page::of(view).range(symbol.selection));
        to.push(information(symbol.name.clone(), symbol.kind, location, parent));
        flatten(symbol.children, Some(&symbol.name), view, to);
    }
}

/// The names of all folders that fit the query.
pub(crate) fn workspace_symbols(folders: &[Folder], query: &str) -> WorkspaceSymbolResponse {
    let found = folders.iter().flat_map(|folder| {
        let symbols = ide::workspace_symbols(&folder.snapshot, query, MOST_SYMBOLS);
        symbols.into_iter().filter_map(|symbol| {
            let location = symbol_location(&symbol.place, folder)?;
            let detail = Some(symbol.detail.as_str()).filter(|detail| !detail.is_empty());
            Some(information(symbol.name, symbol.kind, location, detail))
        })
    });
    WorkspaceSymbolResponse::Flat(found.take(MOST_SYMBOLS).collect())
}

/// Where a click on a name goes; `None` for a place that no editor can open.
fn symbol_location(place: &SymbolPlace, folder: &Folder) -> Option<Location> {
    match place {
        SymbolPlace::Article(place) => {
            Some(Location::new(uri_of(&place.path)?, place_range(place, folder.abilities.encoding)))
        }
        SymbolPlace::Catalog(source) => source_location(source, folder),
    }
}

/// Names as locations, the article's own by the URI that the client gave it.
pub(crate) fn symbol_locations(places: &[SymbolPlace], view: &View) -> Vec<Location> {
    let location = |place: &SymbolPlace| {
        let own = matches!(place, SymbolPlace::Article(place) if *place.path == *view.path);
        let mut location = symbol_location(place, &view.folder)?;
        if own {
            location.uri = view.uri.clone();
        }
        Some(location)
    };
    places.iter().filter_map(location).collect()
}

#[allow(deprecated)] // The old field must be given, empty.
fn information(
    name: String,
    kind: SymbolKind,
    location: Location,
    beside: Option<&str>,
) -> SymbolInformation {
    let container_name = beside.map(str::to_owned);
    SymbolInformation {
        name,
        kind: symbol_kind(kind),
        tags: None,
        deprecated: None,
        location,
        container_name,
    }
}
