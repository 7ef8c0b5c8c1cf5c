//! The names of an article, for the list beside it. LSP has no such request: `masthead/names` is our own.

use super::super::view::View;
use super::place::Page;
use crate::corpus::Name;
use crate::ide;
use serde::{Deserialize, Serialize};
use tower_lsp::ls_types::{Range, TextDocumentIdentifier};

/// The question: of which open article.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct NamesParams {
    pub(crate) text_document: TextDocumentIdentifier,
}

/// The answer, in the order in which the names first stand in the article.
#[derive(Serialize)]
pub(crate) struct ArticleNames {
    names: Vec<ArticleName>,
}

/// A name of the article.
#[derive(Serialize)]
struct ArticleName {
    /// What it is called.
    name: String,
    /// "person", "organization", …; absent where nothing shows it.
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<&'static str>,
    /// Who or what it is, in a few words.
    detail: String,
    /// False for a name that no catalog has.
    known: bool,
    /// In the order of first use.
    forms: Vec<ArticleForm>,
}

/// A way in which the article writes the name.
#[derive(Serialize)]
struct ArticleForm {
    text: String,
    /// "full", "acronym", "avoided", …; absent for a part of a name and for a new name.
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<&'static str>,
    /// Where, in text order.
    ranges: Vec<Range>,
}

/// The names of an open article.
pub(crate) fn article_names(view: &View) -> ArticleNames {
    let page = Page::of(view);
    let form = |form: ide::ArticleForm| ArticleForm {
        text: form.text,
        kind: form.kind.map(|kind| kind.name()),
        ranges: form.spans.into_iter().map(|span| page.range(span)).collect(),
    };
    let name = |name: ide::ArticleName| ArticleName {
        name: name.title,
        kind: name.kind.map(|kind| kind.name()),
        detail: name.detail,
        known: matches!(name.name, Name::Known(_)),
        forms: name.forms.into_iter().map(form).collect(),
    };
    let names = ide::article_names(&view.document, &view.folder.snapshot);
    ArticleNames { names: names.into_iter().map(name).collect() }
}
