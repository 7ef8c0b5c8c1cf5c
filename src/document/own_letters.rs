//! Letters that an article writes out as another name than the catalog's.

use super::content::content_words;
use super::context::RawMention;
use super::paragraph::Paragraph;
use crate::catalog::{Catalog, FormKind};
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// Letters by which the catalog knows somebody as by a name, each with whether the article's own long form is, wherever it stands,
/// another's: one without a word of the long names that the catalog has.
#[derive(Default)]
pub(super) struct OwnLetters(FxHashMap<String, bool>);

impl OwnLetters {
    pub(super) fn read(paragraphs: &[Arc<Paragraph>], catalog: &Catalog) -> Self {
        let mut own = Self::default();
        for (paragraph, pair) in paragraphs.iter().flat_map(|p| p.expansions.iter().map(move |e| (p, e))) {
            let Ok(at) = paragraph.hits.binary_search_by_key(&pair.short, |hit| hit.span) else { continue };
            let other = is_other(catalog, &paragraph.hits[at], pair.long.of(&paragraph.prose.text));
            let short = pair.short.of(&paragraph.prose.text).to_owned();
            *own.0.entry(short).or_insert(true) &= other;
        }
        own
    }

    /// True where `hit` of `paragraph` is written so.
    pub(super) fn hold(&self, hit: &RawMention, prose: &str) -> bool {
        !self.0.is_empty() && self.0.get(hit.span.of(prose)) == Some(&true)
    }
}

/// True where `long` is the name of none of those whom `hit` can name.
fn is_other(catalog: &Catalog, hit: &RawMention, long: &str) -> bool {
    let words = content_words(long);
    hit.forms.iter().all(|form| {
        let form = catalog.form(*form);
        let mut names = catalog.forms_of(form.entity).filter(|form| form.text.contains(' ')).peekable();
        form.kind != FormKind::Acronym
            && names.peek().is_some()
            && !names.any(|name| content_words(&name.text).iter().any(|word| words.contains(word)))
    })
}
