//! LSP's types and ours, both ways side by side. The one place where positions are made and read.

mod actions;
mod completion;
mod diagnostics;
mod hover;
mod names;
mod place;
mod rename;
mod symbols;
mod tokens;
mod uri;
mod who;

pub(super) use actions::{EXPLAIN, FIX_ALL, code_actions};
pub(super) use completion::{Whose, completion, resolve_completion};
pub(super) use diagnostics::{Owner, diagnostics};
pub(super) use hover::hover;
pub(super) use names::{ArticleNames, NamesParams, article_names};
pub(super) use place::{Page, declaration, highlights, locations};
pub(super) use rename::{prepare_rename, rename};
pub(super) use symbols::{document_symbols, workspace_symbols};
pub(super) use tokens::{legend, semantic_tokens};
pub(super) use uri::{name_of, path_of, uri_of};
pub(super) use who::{NameCard, WhoParams, who};
