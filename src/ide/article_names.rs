//! The names of one article, each with the ways in which it is written there.

use super::lookup::detail;
use super::names::{Written, is_name, written};
use crate::catalog::{FormKind, Kind};
use crate::corpus::{Name, Snapshot};
use crate::document::Document;
use crate::text::Span;

/// A name of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleName {
    /// Whom.
    pub name: Name,
    /// What it is called.
    pub title: String,
    /// What it is, where the catalog or the articles show it.
    pub kind: Option<Kind>,
    /// Who or what it is, in a few words.
    pub detail: String,
    /// How the article writes it, in the order of first use.
    pub forms: Vec<ArticleForm>,
}

/// A way in which an article writes a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleForm {
    /// As the catalog has it; for a part of a name that part, for a new name as it stands in the article.
    pub text: String,
    /// What it is in the catalog; `None` for a part of a name and for a new name.
    pub kind: Option<FormKind>,
    /// Where, in text order; never empty.
    pub spans: Vec<Span>,
}

/// The names of `document` in the order in which they first stand there. Terms and titles are no names.
pub fn article_names(document: &Document, snapshot: &Snapshot) -> Vec<ArticleName> {
    let mut names: Vec<ArticleName> = (0..document.chains.len())
        .filter_map(|chain| named(document, snapshot, u32::try_from(chain).ok()?))
        .collect();
    names.sort_by_key(|name| name.forms.first().and_then(|form| form.spans.first()).map(|span| span.start));
    names
}

/// The name of a chain.
fn named(document: &Document, snapshot: &Snapshot, chain: u32) -> Option<ArticleName> {
    let catalog = &snapshot.catalog;
    let name = Name::of(document, chain)?;
    if matches!(name, Name::Known(entity) if !is_name(catalog, entity)) {
        return None;
    }
    let mut forms: Vec<ArticleForm> = Vec::new();
    for member in &document.chains.get(chain as usize)?.members {
        let ((text, kind), span) = match name {
            Name::Known(_) => {
                let mention = document.mentions.get(*member as usize)?;
                (written(catalog, mention.entity, mention.form, mention.partial), mention.span)
            }
            Name::New(_) => {
                let span = document.candidates.get(*member as usize)?.span;
                ((document.shown(span).into_owned(), None) as Written, span)
            }
        };
        match forms.iter_mut().find(|form| form.text == text && form.kind == kind) {
            Some(form) => form.spans.push(span),
            None => forms.push(ArticleForm { text, kind, spans: vec![span] }),
        }
    }
    let (title, kind) = (name.text(snapshot).to_owned(), name.kind(snapshot));
    let detail = detail(snapshot, &name);
    (!forms.is_empty()).then_some(ArticleName { name, title, kind, detail, forms })
}
