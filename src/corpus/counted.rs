//! What is said of names that stand in very many articles, counted once when the folder is read.

use super::article::Article;
use super::name::{NameIn, NameKey};
use super::places::{List, Lists, Places};
use crate::catalog::Kind;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// A name in fewer articles is counted when it is asked for.
const COMMON: usize = 64;
/// Articles kept of each name: as many as are shown of one.
pub(super) const KEPT: usize = 256;

/// What a mention of a name may show of what it is, by its place in [`Kind::ALL`].
pub(super) type Kinds = [u32; Kind::ALL.len()];

/// The names that stand in very many articles, with how often and where last.
#[derive(Debug, Default)]
pub(super) struct CommonNames {
    /// Which of the lists below are whose.
    names: FxHashMap<NameKey, u32>,
    counts: Vec<Counts>,
    /// The youngest articles of each name, by their places in the base, in path order.
    youngest: Lists,
}

/// How often a name was seen when the folder was read.
#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    mentions: u32,
    kinds: Kinds,
    /// True where two new names share the number.
    mixed: bool,
}

/// How often and where last a name was seen when the folder was read.
#[derive(Debug)]
pub(super) struct Counted<'a> {
    pub(super) mentions: usize,
    /// For a new name, what its mentions show.
    pub(super) kinds: Kinds,
    /// The youngest articles that name it, by their places in the base, in path order.
    pub(super) youngest: List<'a>,
}

impl CommonNames {
    /// Counts the names of `articles`, which stand in them as `places` tells; `ages` are those of the articles, of which `dated` have a
    /// date.
    pub(super) fn new(articles: &[Arc<Article>], places: &Places, ages: &[u32], dated: u32) -> Self {
        let common: Vec<u32> = places.keys().copied().filter(|key| places.of(*key).len() >= COMMON).collect();
        let youngest = |key: &u32| {
            let mut own: Vec<u32> = places.of(*key).iter().collect();
            if own.len() > KEPT {
                let older = own.len() - KEPT;
                // An article without a date counts as older than all others.
                own.select_nth_unstable_by_key(older, |place| {
                    let age = ages[*place as usize];
                    (age < dated, age)
                });
                own.drain(..older);
                own.sort_unstable();
            }
            own
        };
        let mut lists = Lists::builder();
        for own in common.par_iter().map(youngest).collect::<Vec<_>>() {
            lists.push(own.into_iter());
        }
        let names: FxHashMap<NameKey, u32> =
            common.iter().zip(0..).map(|(key, number)| (NameKey(*key), number)).collect();
        let texts: Vec<&str> = common.iter().map(|key| text_of(*key, articles, places)).collect();
        let counts = counts(articles, &names, &texts);
        CommonNames { names, counts, youngest: lists.finish() }
    }

    /// What was counted of a name; nothing for one that is not common, or that shares its number with another.
    pub(super) fn get(&self, name: NameKey) -> Option<Counted<'_>> {
        let at = *self.names.get(&name)? as usize;
        let Counts { mentions, kinds, mixed } = *self.counts.get(at)?;
        (!mixed).then(|| Counted { mentions: mentions as usize, kinds, youngest: self.youngest.get(at) })
    }
}

/// The new name of a number.
fn text_of<'a>(key: u32, articles: &'a [Arc<Article>], places: &Places) -> &'a str {
    let own = |c: &super::posting::CandidatePosting<'_>| NameIn::New(c.name).key() == NameKey(key);
    let first = places.of(key).iter().next().filter(|_| key >= NameKey::NEW.0);
    let article = first.and_then(|place| articles.get(place as usize));
    article.and_then(|article| article.candidates().find(own)).map_or("", |c| c.name)
}

/// Counts the mentions of `names`; those of the new ones have these `texts`.
fn counts(articles: &[Arc<Article>], names: &FxHashMap<NameKey, u32>, texts: &[&str]) -> Vec<Counts> {
    /// Articles that are counted in one go.
    const AT_ONCE: usize = 4_096;
    let none = || vec![Counts::default(); texts.len()];
    if names.is_empty() {
        return Vec::new();
    }
    let count = |articles: &[Arc<Article>]| {
        let mut counts = none();
        for article in articles {
            for posting in article.postings() {
                if let Some(number) = names.get(&NameIn::Known(posting.entity).key()) {
                    counts[*number as usize].mentions += 1;
                }
            }
            for candidate in article.candidates() {
                let Some(number) = names.get(&NameIn::New(candidate.name).key()) else { continue };
                let own = &mut counts[*number as usize];
                own.mentions += 1;
                own.mixed |= candidate.name != texts[*number as usize];
                if let Some(kind) = candidate.kind {
                    own.kinds[place_of(kind)] += 1;
                }
            }
        }
        counts
    };
    let add = |mut all: Vec<Counts>, more: Vec<Counts>| {
        for (all, more) in all.iter_mut().zip(more) {
            all.mentions += more.mentions;
            all.mixed |= more.mixed;
            all.kinds.iter_mut().zip(more.kinds).for_each(|(all, more)| *all += more);
        }
        all
    };
    articles.par_chunks(AT_ONCE).map(count).reduce(none, add)
}

/// The place of a kind in [`Kind::ALL`].
pub(super) fn place_of(kind: Kind) -> usize {
    // ok: the list holds every kind.
    Kind::ALL.iter().position(|other| *other == kind).unwrap_or_default()
}
