//! Definition, declaration, references, highlights.

use super::cursor::Cursor;
use super::passages::{kin, mentions, passages};
use crate::catalog::Source;
use crate::corpus::{Article, Name, Snapshot};
use crate::diagnostic::Place;
use crate::text::Span;
use rustc_hash::FxHashMap;
use std::path::Path;
use std::sync::Arc;

/// The passages that introduce the name under the cursor: this article's first, then the others by date
/// (those without one last), then path. Where none does, the places that write its letters out, else its first
/// mention.
pub fn definition(cursor: Cursor) -> Vec<Place> {
    let Some((_, name)) = cursor.name() else { return Vec::new() };
    let mut places = own_introductions(cursor, &name);
    places.extend(other_introductions(cursor, &name));
    if places.is_empty() {
        places = written_out(cursor, &name);
    }
    if places.is_empty() {
        places.extend(own_first(cursor, &name));
    }
    places
}

/// Where articles write out the letters of a new name, this article's places first.
fn written_out(cursor: Cursor, name: &Name) -> Vec<Place> {
    let Name::New(letters) = name else { return Vec::new() };
    let expansions = cursor.snapshot.expansions(letters).filter(|(_, e)| e.entity.is_none());
    let mut places: Vec<Place> = expansions.map(|(article, e)| article.place(e.at)).collect();
    places.sort_by_key(|place| &*place.path != cursor.path);
    places
}

/// Its catalog entry: the file (for the starter catalog a `<starter>/…` name) and the span in it.
/// The server converts the span with the file's text. A candidate has none.
pub fn declaration(cursor: Cursor) -> Option<Source> {
    match cursor.name()?.1 {
        Name::Known(entity) => Some(cursor.snapshot.catalog.entity(entity).source.clone()),
        Name::New(_) => None,
    }
}

/// Every mention of the name under the cursor, by any form, in path order. Without `declaration` the
/// passages that [`definition`] gives are left out.
pub fn references(cursor: Cursor, declaration: bool) -> Vec<Place> {
    let Some((_, name)) = cursor.name() else { return Vec::new() };
    let mut places: Vec<Place> = own_spans(cursor, &name).into_iter().map(|s| cursor.place(s)).collect();
    let elsewhere = |article: &Arc<Article>| !article.is_at(cursor.path);
    let all = mentions(cursor.snapshot, &name).into_iter().filter(|(article, _)| elsewhere(article));
    places.extend(all.map(|(article, at)| article.place(at)));
    if !declaration {
        // An introduction may take in more than the name: "Long Form (LF)".
        let mut introductions: FxHashMap<Arc<Path>, Vec<Span>> = FxHashMap::default();
        for place in definition(cursor) {
            introductions.entry(place.path).or_default().push(place.span);
        }
        let introduces = |spans: &Vec<Span>, place: &Place| spans.iter().any(|span| span.covers(place.span));
        places.retain(|place| !introductions.get(&place.path).is_some_and(|spans| introduces(spans, place)));
    }
    places.sort();
    places
}

/// Its mentions in this article.
pub fn highlights(cursor: Cursor) -> Vec<Span> {
    cursor.name().map(|(_, name)| own_spans(cursor, &name)).unwrap_or_default()
}

/// The spans of a name in the open article, in text order.
fn own_spans(cursor: Cursor, name: &Name) -> Vec<Span> {
    let document = cursor.document;
    match name {
        Name::Known(entity) => {
            document.mentions.iter().filter(|m| m.entity == *entity).map(|m| m.span).collect()
        }
        Name::New(name) => {
            let kin: Vec<Name> = kin(cursor.snapshot, name).into_iter().map(Name::New).collect();
            let own = |chain| kin.iter().any(|name| cursor.is(chain, name));
            document.candidates.iter().filter(|c| own(c.chain)).map(|c| c.span).collect()
        }
    }
}

/// Where the open article introduces a name.
fn own_introductions(cursor: Cursor, name: &Name) -> Vec<Place> {
    let introductions = cursor.document.introductions.iter();
    let own = introductions.filter(|i| cursor.is(i.chain, name));
    let mut places: Vec<Place> = own.map(|i| cursor.place(i.name)).collect();
    // One place may introduce a name in two ways: "X (Y), a coalition led by Z".
    places.dedup();
    places
}

/// Where other articles introduce a name.
fn other_introductions(cursor: Cursor, name: &Name) -> Vec<Place> {
    let mut places = introductions(cursor.snapshot, name);
    places.retain(|place| &*place.path != cursor.path);
    places
}

/// Where articles introduce a name, by date (those without one last), then path.
pub fn introductions(snapshot: &Snapshot, name: &Name) -> Vec<Place> {
    let mut places: Vec<Place> = passages(snapshot, name).into_iter().map(|p| p.place).collect();
    // One place may introduce a name in two ways.
    places.dedup();
    places
}

/// The first reference of a name in the open article.
fn own_first(cursor: Cursor, name: &Name) -> Option<Place> {
    let document = cursor.document;
    let chain = (0..document.chains.len() as u32).find(|chain| cursor.is(*chain, name))?;
    let chain = &document.chains[chain as usize];
    let first = chain.first.or(chain.members.first().copied())? as usize;
    let span = match name {
        Name::Known(_) => document.mentions.get(first)?.span,
        Name::New(_) => document.candidates.get(first)?.span,
    };
    Some(cursor.place(span))
}
