//! What a card says of names that stand in very many articles, counted once when the folder is read.

use super::article::Article;
use super::name::NameKey;
use super::places::Places;
use rustc_hash::FxHashMap;
use std::cmp::Reverse;
use std::sync::Arc;

/// A name in fewer articles is counted when it is asked for.
const COMMON: usize = 64;
/// Articles kept of each name: the youngest may be open, and say something else by now.
const KEPT: usize = 8;

/// The names that the catalog knows and that stand in very many articles, with how often and where last.
#[derive(Debug, Default)]
pub(super) struct CommonNames {
    names: FxHashMap<NameKey, Counted>,
}

/// How often and where last a name was seen when the folder was read.
#[derive(Debug)]
pub(super) struct Counted {
    pub(super) mentions: usize,
    /// The youngest articles that name it, the youngest first; of one day the last in path order.
    pub(super) youngest: Box<[u32]>,
}

impl CommonNames {
    /// Counts the names of `articles`, which stand in them as `places` tells.
    pub(super) fn new(articles: &[Arc<Article>], places: &Places) -> Self {
        let common = places.keys().take_while(|key| **key < NameKey::NEW.0);
        let common = common.filter(|key| places.of(**key).len() >= COMMON);
        let mut names: FxHashMap<NameKey, Counted> = FxHashMap::default();
        for key in common {
            let mut youngest: Vec<u32> = places.of(*key).collect();
            youngest.sort_unstable_by_key(|at| Reverse((articles[*at as usize].date, *at)));
            youngest.truncate(KEPT);
            names.insert(NameKey(*key), Counted { mentions: 0, youngest: youngest.into() });
        }
        let counted = if names.is_empty() { &[] } else { articles };
        for posting in counted.iter().flat_map(|article| article.postings()) {
            if let Some(seen) = names.get_mut(&NameKey(posting.entity.0)) {
                seen.mentions += 1;
            }
        }
        CommonNames { names }
    }

    pub(super) fn get(&self, name: NameKey) -> Option<&Counted> {
        self.names.get(&name)
    }
}
