//! The names of a folder, as workspace symbols.

use super::outline::SymbolKind;
use crate::catalog::Source;
use crate::corpus::Snapshot;
use crate::diagnostic::Place;

/// Where a click on a symbol goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SymbolPlace {
    /// Where an article introduces it, or first names it.
    Article(Place),
    /// Its entry in a catalog of the desk, for a name that no article holds. The server converts the span
    /// with the file's text.
    Catalog(Source),
}

/// A name in the folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkspaceSymbol {
    /// The form that fits the query, else the name: editors filter by it once more.
    pub name: String,
    /// A few words beside it.
    pub detail: String,
    /// What it is.
    pub kind: SymbolKind,
    /// Where a click goes.
    pub place: SymbolPlace,
}

/// The names of the folder that fit `query`, the best first; all of them for an empty query; at most `limit`.
/// Names of the starter catalog that no article holds are left out: there is no file to open.
pub fn workspace_symbols(snapshot: &Snapshot, query: &str, limit: usize) -> Vec<WorkspaceSymbol> {
    let _ = (snapshot, query, limit);
    todo!()
}
