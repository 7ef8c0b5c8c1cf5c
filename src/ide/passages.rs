//! The passages of articles that introduce a name.

use crate::corpus::{Article, IntroductionPosting, Name, NameIn, Snapshot};
use crate::diagnostic::Place;
use crate::document::IntroductionKind;
use crate::text::{Locus, fold};
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

/// A passage of an article that introduces a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// How it does so.
    pub kind: IntroductionKind,
    /// The words that say who or what it is.
    pub what: String,
    /// Of an office the title alone; else the same as `what`.
    pub title: String,
    /// Of an office the body that it is held at, where the text shows it.
    pub employer: Option<Name>,
    /// False where the words put an office in another time: "former".
    pub holds: bool,
    /// Where the name stands.
    pub place: Place,
    /// The article's date.
    pub date: Option<Date>,
}

/// The passages that introduce a name, by date (those without one last), then path, then place.
pub(super) fn passages(snapshot: &Snapshot, name: &Name) -> Vec<Passage> {
    let mut passages: Vec<Passage> = match name {
        Name::Known(entity) => snapshot.introductions(*entity).map(|(a, i)| passage(a, &i)).collect(),
        Name::New(name) => snapshot.introductions_of_name(name).map(|(a, i)| passage(a, &i)).collect(),
    };
    // They come in path order, then text order, and the sort is stable.
    passages.sort_by_key(|passage| (passage.date.is_none(), passage.date));
    passages
}

/// One posting as a passage.
fn passage(article: &Article, posting: &IntroductionPosting) -> Passage {
    Passage {
        kind: posting.kind,
        what: posting.what.to_string(),
        title: posting.title.to_string(),
        employer: posting.employer.map(NameIn::owned),
        holds: posting.holds,
        place: article.place(posting.at),
        date: article.date,
    }
}

/// A new name and, across articles, its letters or its long form: "CTF" in one article is the "Coastal Transport Fund
/// (CTF)" of another, where the folder writes these letters out in one way only.
pub(super) fn kin(snapshot: &Snapshot, name: &Arc<str>) -> Vec<Arc<str>> {
    let mut kin = vec![name.clone()];
    kin.extend(long_form(snapshot, name).filter(|long| snapshot.candidates(long).next().is_some()));
    let longs = snapshot.candidates(name).flat_map(|(article, _)| article.expansions());
    let own = longs.filter(|e| e.entity.is_none() && fold(e.long) == fold(name));
    let mut letters: Vec<Arc<str>> = own.map(|e| e.short.into()).collect();
    letters.sort_unstable();
    letters.dedup();
    kin.extend(letters.into_iter().filter(|short| long_form(snapshot, short).is_some()));
    kin.dedup();
    kin
}

/// What the folder writes out for letters that the catalog does not know, where that is always the same.
fn long_form(snapshot: &Snapshot, short: &str) -> Option<Arc<str>> {
    let mut expansions = snapshot.expansions(short).map(|(_, expansion)| expansion);
    let first = expansions.next().filter(|e| e.entity.is_none())?;
    expansions.all(|e| fold(e.long) == fold(first.long)).then(|| first.long.into())
}

/// Every mention of a name in the folder, in path order, then text order; a new one by its letters too.
pub fn mentions<'s>(snapshot: &'s Snapshot, name: &Name) -> Vec<(&'s Arc<Article>, Locus)> {
    let name = match name {
        Name::Known(entity) => return snapshot.mentions(*entity).map(|(a, p)| (a, p.at)).collect(),
        Name::New(name) => name,
    };
    let kin = kin(snapshot, name);
    let named = kin.iter().flat_map(|name| snapshot.candidates(name));
    let paths: BTreeSet<Arc<Path>> = named.map(|(article, _)| article.path.clone()).collect();
    let mut mentions = Vec::new();
    for article in paths.iter().filter_map(|path| snapshot.article(path)) {
        let own = article.candidates().filter(|c| kin.iter().any(|name| **name == *c.name));
        mentions.extend(own.map(|c| (article, c.at)));
    }
    mentions
}
