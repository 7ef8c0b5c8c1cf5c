//! The names of a folder, as workspace symbols.

use super::lookup::detail;
use super::outline::SymbolKind;
use super::passages::passages;
use crate::catalog::{FormKind, Source};
use crate::corpus::{Name, Snapshot};
use crate::diagnostic::Place;
use crate::text::fold;
use std::cmp::Reverse;

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

/// How well a form fits what was typed, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Whole,
    Start,
    WordStart,
    Inside,
}

/// The names of the folder that fit `query`, the best first, of equal ones the most used; all of them for an
/// empty query; at most `limit`. Names of the starter catalog that no article holds are left out: there is no
/// file to open.
pub fn workspace_symbols(snapshot: &Snapshot, query: &str, limit: usize) -> Vec<WorkspaceSymbol> {
    let query = fold(query).trim().to_owned();
    let mut fitting = Vec::new();
    for (ix, entity) in snapshot.catalog.entities() {
        let form = best(&query, snapshot.catalog.forms_of(ix).map(|form| (form.kind, form.text.as_str())));
        let Some((fit, form)) = form else { continue };
        let uses = snapshot.seen(&Name::Known(ix)).mentions;
        if uses > 0 || !entity.starter {
            fitting.push((fit, Reverse(uses), form, Name::Known(ix)));
        }
    }
    for name in snapshot.names() {
        if let Some(fit) = fit(&query, name) {
            let new = Name::New(name.into());
            fitting.push((fit, Reverse(snapshot.seen(&new).mentions), name.to_owned(), new));
        }
    }
    fitting.sort_unstable();
    fitting.into_iter().take(limit).filter_map(|(_, _, form, name)| symbol(snapshot, form, &name)).collect()
}

/// The form that fits best. Among equals the earliest: the full name stands first.
fn best<'f>(query: &str, forms: impl Iterator<Item = (FormKind, &'f str)>) -> Option<(Fit, String)> {
    let fits = forms.filter_map(|(kind, form)| Some((fit(query, form)?, kind, form)));
    fits.min_by_key(|(fit, kind, _)| (*fit, *kind)).map(|(fit, _, form)| (fit, form.to_owned()))
}

/// How `form` fits a folded query.
fn fit(query: &str, form: &str) -> Option<Fit> {
    let form = fold(form);
    let at = form.find(query)?;
    Some(if form == query {
        Fit::Whole
    } else if at == 0 {
        Fit::Start
    } else if form.match_indices(query).any(|(at, _)| starts_word(&form, at)) {
        Fit::WordStart
    } else {
        Fit::Inside
    })
}

/// True when a word of `text` begins at byte `at`.
fn starts_word(text: &str, at: usize) -> bool {
    text[..at].chars().next_back().is_none_or(|before| !before.is_alphanumeric())
}

/// The symbol of a name; another form than the name itself is shown with the name beside it.
fn symbol(snapshot: &Snapshot, form: String, name: &Name) -> Option<WorkspaceSymbol> {
    let title = name.text(snapshot);
    let detail = detail(snapshot, name);
    let detail = if form == title { detail } else { format!("{title} · {detail}") };
    let kind = SymbolKind::from(name.kind(snapshot));
    Some(WorkspaceSymbol { name: form, detail, kind, place: place(snapshot, name)? })
}

/// Where a name is introduced, else where it is first named, else its catalog entry.
pub(super) fn place(snapshot: &Snapshot, name: &Name) -> Option<SymbolPlace> {
    if let Some(passage) = passages(snapshot, name).into_iter().next() {
        return Some(SymbolPlace::Article(passage.place));
    }
    match name {
        Name::Known(entity) => {
            let first = snapshot.mentions(*entity).next();
            let article = first.map(|(article, posting)| SymbolPlace::Article(article.place(posting.at)));
            let entity = snapshot.catalog.entity(*entity);
            article.or_else(|| (!entity.starter).then(|| SymbolPlace::Catalog(entity.source.clone())))
        }
        Name::New(name) => {
            let (article, posting) = snapshot.candidates(name).next()?;
            Some(SymbolPlace::Article(article.place(posting.at)))
        }
    }
}
