//! The passages of articles that introduce a name.

use crate::corpus::{Article, IntroductionPosting, Name, NameIn, Snapshot, Sought};
use crate::diagnostic::Place;
use crate::document::IntroductionKind;
use crate::text::{Locus, fold};
use jiff::civil::Date;
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

/// Articles that are looked through for what is said of one name: more would tell a reader nothing.
pub(super) const MOST: usize = 64;

/// Articles whose mentions of a name are listed at once: enough to go through, few enough that nobody waits.
pub const LISTED: usize = 100;

/// The passages of the articles that were the first to introduce a name, by date (those without one last), then path,
/// then place.
pub(super) fn passages(snapshot: &Snapshot, name: &Name) -> Vec<Passage> {
    in_order(&snapshot.first_introducing(name, MOST).articles, name)
}

/// The passages of the `most` articles that introduced a name last as of `date`, in the same order; and whether there are
/// no others.
pub(super) fn latest(
    snapshot: &Snapshot,
    name: &Name,
    date: Option<Date>,
    most: usize,
) -> (Vec<Passage>, bool) {
    let told = snapshot.introducing(name, date, most);
    (in_order(&told.articles, name), told.all)
}

fn in_order(articles: &[&Arc<Article>], name: &Name) -> Vec<Passage> {
    let passages = articles.iter().flat_map(|article| {
        article.introductions_of(name).map(|introduction| passage(article, &introduction))
    });
    let mut passages: Vec<Passage> = passages.collect();
    // The sort is stable: articles of a day stay in path order, and what one says in text order.
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
pub(super) fn kin(snapshot: &Snapshot, name: &Name) -> Vec<Name> {
    let mut kin = vec![name.clone()];
    let Name::New(text) = name else { return kin };
    let is_written = |long: &Arc<str>| snapshot.candidates(long).next().is_some();
    kin.extend(long_form(snapshot, text).filter(is_written).map(Name::New));
    let letters = snapshot.letters_for(text).into_iter();
    kin.extend(letters.filter(|short| long_form(snapshot, short).is_some()).map(Name::New));
    kin.dedup();
    kin
}

/// What the folder writes out for letters that the catalog does not know, where that is always the same.
fn long_form(snapshot: &Snapshot, short: &str) -> Option<Arc<str>> {
    let all = snapshot.written_out(short, 1);
    let first = all.first().filter(|written| written.entity.is_none())?;
    all.iter().all(|written| fold(written.long) == fold(first.long)).then(|| first.long.into())
}

/// How often the folder writes of a name, in all ways in which it is called.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Counted<'s> {
    pub(super) mentions: usize,
    pub(super) articles: usize,
    /// The youngest of these; of one day, or without a date, the last in path order.
    pub(super) youngest: Option<&'s Arc<Article>>,
}

impl<'s> Counted<'s> {
    /// The counts of a name with this [`kin`].
    pub(super) fn of(snapshot: &'s Snapshot, kin: &[Name]) -> Self {
        let mut counted = Counted::default();
        for seen in kin.iter().map(|name| snapshot.seen(name)) {
            counted.mentions += seen.mentions;
            counted.articles += seen.articles;
            let youngest = counted.youngest.into_iter().chain(seen.youngest);
            counted.youngest = youngest.max_by_key(|article| (article.date, article.path.clone()));
        }
        if kin.len() > 1 {
            // Some have it both ways.
            counted.articles = snapshot.articles_with_any(kin).count();
        }
        counted
    }
}

/// The mentions of a name in the `most` youngest articles that have it, in path order, then text order; of a new one by
/// its letters too. And whether there are no others.
pub fn mentions<'s>(
    snapshot: &'s Snapshot,
    name: &Name,
    most: usize,
) -> (Vec<(&'s Arc<Article>, Locus)>, bool) {
    mentions_of(snapshot, &kin(snapshot, name), most)
}

/// The same for a name with this [`kin`].
pub(super) fn mentions_of<'s>(
    snapshot: &'s Snapshot,
    kin: &[Name],
    most: usize,
) -> (Vec<(&'s Arc<Article>, Locus)>, bool) {
    let sought = new_ones(kin);
    let found = snapshot.newest(kin, most);
    let mentions =
        found.articles.iter().flat_map(|article| in_article(article, kin, &sought).map(|at| (*article, at)));
    (mentions.collect(), found.all)
}

/// The mentions of one name, in all ways in which it is called, in text order; `sought` are the new ones among these.
pub(super) fn in_article<'a>(
    article: &'a Article,
    kin: &'a [Name],
    sought: &'a Sought,
) -> impl Iterator<Item = Locus> + 'a {
    let known = kin.iter().find_map(|name| match name {
        Name::Known(entity) => Some(article.mentions(*entity).map(|posting| posting.at)),
        Name::New(_) => None,
    });
    let new = known.is_none().then(|| article.candidates_of(sought).map(|c| c.at));
    known.into_iter().flatten().chain(new.into_iter().flatten())
}

/// The new names among those of `kin`.
pub(super) fn new_ones(kin: &[Name]) -> Sought<'_> {
    Sought::new(kin.iter().filter_map(Name::new_one))
}
