//! Definition, declaration, references, highlights.

use super::cursor::Cursor;
use super::passages::{Counted, MOST, in_article, kin, mentions_of, new_ones, passages};
use crate::catalog::EntityIx;
use crate::corpus::{Article, Name, Snapshot};
use crate::diagnostic::Place;
use crate::text::{Locus, Span};
use std::sync::Arc;

/// The passages that introduce the name under the cursor: this article's first, then those of the articles that were the
/// first to do so, by date (those without one last), then path. Where none does, the places that write its letters out, else its first
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
    let all = cursor.snapshot.written_out(letters, MOST).into_iter().filter(|w| w.entity.is_none());
    let mut places: Vec<Place> =
        all.flat_map(|written| written.first).map(|(article, at)| article.place(at)).collect();
    places.sort_unstable();
    places.sort_by_key(|place| &*place.path != cursor.path);
    places
}

/// Its catalog entry. A candidate has none.
pub fn declaration(cursor: Cursor) -> Option<EntityIx> {
    match cursor.name()?.1 {
        Name::Known(entity) => Some(entity),
        Name::New(_) => None,
    }
}

/// Mentions of a name in the folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct References {
    /// Where, in path order.
    pub places: Vec<Place>,
    /// The name and how many articles write of it, where only the youngest of them are looked through.
    pub more: Option<(String, usize)>,
}

/// The mentions of the name under the cursor, by any form, in path order: in this article and in the `most` youngest of
/// the others. Without `declaration` the passages that [`definition`] gives are left out.
pub fn references(cursor: Cursor, declaration: bool, most: usize) -> References {
    let Some(asked) = Asked::of(cursor, declaration) else { return References::default() };
    let (found, all) = mentions_of(cursor.snapshot, &asked.kin, most);
    let others = found.chunk_by(|a, b| Arc::ptr_eq(a.0, b.0)).filter(|own| !own[0].0.is_at(cursor.path));
    let mut places: Vec<Place> =
        others.flat_map(|own| asked.places(own[0].0, own.iter().map(|(_, at)| *at))).collect();
    let here = places.partition_point(|place| *place.path < *cursor.path);
    places.splice(here..here, asked.here());
    let more =
        || (asked.name.text(cursor.snapshot).to_owned(), Counted::of(cursor.snapshot, &asked.kin).articles);
    References { places, more: (!all).then(more) }
}

/// All of them, part by part: this article's first, then those of some articles at a time, in path order.
pub fn reference_parts(cursor: Cursor, declaration: bool, tell: &mut dyn FnMut(Vec<Place>)) {
    /// Articles in one part.
    const AT_ONCE: usize = 100;
    let Some(asked) = Asked::of(cursor, declaration) else { return };
    let mut part = asked.here();
    let sought = new_ones(&asked.kin);
    let others = cursor.snapshot.articles_with_any(&asked.kin).filter(|article| !article.is_at(cursor.path));
    for (nth, article) in others.enumerate() {
        part.extend(asked.places(article, in_article(article, &asked.kin, &sought)));
        if nth % AT_ONCE == AT_ONCE - 1 {
            tell(std::mem::take(&mut part));
        }
    }
    tell(part);
}

/// A name whose mentions are asked for.
struct Asked<'c> {
    cursor: Cursor<'c>,
    name: Name,
    kin: Vec<Name>,
    /// What is left out.
    out: LeftOut,
}

/// The mentions that are left out.
enum LeftOut {
    Nothing,
    /// Those in passages that introduce the name.
    Introductions,
    /// Those in these places.
    Places(Vec<Place>),
}

impl<'c> Asked<'c> {
    fn of(cursor: Cursor<'c>, declaration: bool) -> Option<Self> {
        let (_, name) = cursor.name()?;
        let introduced = || {
            !own_introductions(cursor, &name).is_empty()
                || cursor.snapshot.introductions(&name).next().is_some()
        };
        let out = match declaration {
            true => LeftOut::Nothing,
            false if introduced() => LeftOut::Introductions,
            false => LeftOut::Places(definition(cursor)),
        };
        Some(Self { cursor, kin: kin(cursor.snapshot, &name), name, out })
    }

    /// The mentions in the open article.
    fn here(&self) -> Vec<Place> {
        let cursor = self.cursor;
        let introductions = match self.out {
            LeftOut::Introductions => own_introductions(cursor, &self.name),
            _ => Vec::new(),
        };
        let spans = own_spans(cursor, &self.name).into_iter().map(|span| cursor.place(span));
        spans.filter(|place| !self.is_out(place, &introductions)).collect()
    }

    /// Those `at` some places of another one.
    fn places(&self, article: &Arc<Article>, at: impl Iterator<Item = Locus>) -> Vec<Place> {
        let introductions: Vec<Place> = match self.out {
            LeftOut::Introductions => {
                article.introductions_of(&self.name).map(|i| article.place(i.at)).collect()
            }
            _ => Vec::new(),
        };
        at.map(|at| article.place(at)).filter(|place| !self.is_out(place, &introductions)).collect()
    }

    /// An introduction may take in more than the name: "Long Form (LF)".
    fn is_out(&self, place: &Place, introductions: &[Place]) -> bool {
        let covers = |out: &Place| out.path == place.path && out.span.covers(place.span);
        match &self.out {
            LeftOut::Nothing => false,
            LeftOut::Introductions => introductions.iter().any(covers),
            LeftOut::Places(places) => places.iter().any(covers),
        }
    }
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
        Name::New(_) => {
            let kin = kin(cursor.snapshot, name);
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

/// Where the articles that were the first to introduce a name do so, by date (those without one last), then path.
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
