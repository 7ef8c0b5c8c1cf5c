//! What an editor asks about a place: hover, navigation, symbols, actions. In types of our own.
//!
//! Every answer is made from a [`Cursor`] (an article, a byte and a snapshot of its corpus) or from a
//! snapshot alone. Known names and candidates go the same way: [`Name`] stands for both.

mod actions;
mod adding;
mod allowing;
mod article_names;
mod facts;
mod card;
mod completion;
mod cursor;
mod desk_completion;
mod desk_file;
mod desk_hover;
mod explain;
mod fitting;
mod folder;
mod forms;
mod hints;
mod hover;
mod ignore;
mod kinship;
mod layout;
mod lookup;
mod markup;
mod names;
mod navigation;
mod office;
mod outline;
mod passages;
mod relations;
mod rename;
mod rewording;
mod tags;
mod typed;
mod words;

pub use crate::corpus::Name;
pub use actions::{Action, ActionKind, Rewrite, actions, desk_fixes, fix_all};
pub use adding::family_order;
pub use article_names::{ArticleForm, ArticleName, article_names};
pub use card::{Card, Sighting, WrittenOut, card, name_card};
pub use completion::{Completion, Completions, completions};
pub use cursor::Cursor;
pub use desk_completion::{DeskCompletion, DeskCompletionKind, DeskCompletions, desk_completions};
pub use desk_file::{DeskCursor, DeskFile};
pub use desk_hover::{Destination, desk_definition, desk_hover};
pub use explain::explain;
pub use facts::{Evidence, Fact, FactKind, Saying, Told, facts};
pub use folder::{SymbolPlace, WorkspaceSymbol, workspace_symbols};
pub use forms::{Avoided, Spelling};
pub use hints::{Hint, Lens, hints, lenses, mentions_told};
pub use hover::{Described, Hover, describe, hover};
pub use kinship::{belongings, belongs_to};
pub use layout::{NameLink, folds, name_links, selections};
pub use lookup::{Found, How, find_names, find_names_as_of};
pub use names::{Conflict, NameRow, WrittenForm, names};
pub use navigation::{
    References, declaration, definition, highlights, introductions, reference_parts, references,
};
pub use outline::{DocumentSymbol, SymbolKind, document_symbols};
pub use passages::{LISTED, Passage, mentions};
pub use relations::{Group, Statement};
pub use rename::{CatalogEdit, Delicate, Rename, RenameEdit, rename_span};
pub use tags::{Tag, TagKind, tags};
pub use words::long_date;
