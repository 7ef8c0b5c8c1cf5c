//! What an editor asks about a place: hover, navigation, symbols, actions. In types of our own.

mod actions;
mod card;
mod hover;
mod navigation;
mod symbols;
mod tags;

pub use actions::{Action, actions, fix_all};
pub use card::{Card, card};
pub use hover::{Hover, hover};
pub use navigation::{Cursor, declaration, definition, highlights, references};
pub use symbols::{DocumentSymbol, SymbolKind, WorkspaceSymbol, document_symbols, workspace_symbols};
pub use tags::{Tag, TagKind, tags};
