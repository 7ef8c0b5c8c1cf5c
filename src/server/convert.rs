//! LSP's types and ours, both ways side by side. The one place where positions are made and read.

mod actions;
mod choices;
mod completion;
mod desk_files;
mod diagnostics;
mod hover;
mod layout;
mod names;
mod place;
mod rename;
mod reports;
mod sent;
mod symbols;
mod tokens;
mod uri;
mod whose;
mod who;

pub(super) use actions::{EXPLAIN, Which, action_kinds, code_actions, desk_actions, resolve_action};
pub(super) use choices::{
    REFERENCES, SHOW_REFERENCES, code_lenses, inlay_hints, place_of, references_told, resolve_hint,
    resolve_lens,
};
pub(super) use completion::{completion, resolve_completion};
pub(super) use desk_files::{desk_completion, desk_definition, desk_hover};
pub(super) use diagnostics::{Owner, diagnostics, faults};
pub(super) use hover::hover;
pub(super) use layout::{document_links, folding_ranges, selection_ranges};
pub(super) use names::{ArticleNames, NamesParams, article_names};
pub(super) use place::{Page, declaration, highlights, locations};
pub(super) use rename::{prepare_rename, rename};
pub(super) use reports::{faults_of, findings, findings_told, report, reports};
pub(super) use sent::Sent;
pub(super) use symbols::{document_symbols, symbol_locations, workspace_symbols};
pub(super) use tokens::{Told, legend, semantic_tokens, semantic_tokens_delta, semantic_tokens_in};
pub(super) use uri::{name_of, path_of, uri_of};
pub(super) use who::{NameCard, WhoParams, who};
pub(super) use whose::Whose;
