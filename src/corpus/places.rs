//! Which articles hold what: sorted lists, as small as they can be.

use rayon::slice::ParallelSliceMut;
use rustc_hash::FxHasher;
use std::hash::Hasher;

/// For each key the articles that hold it, by their places in the base, in order.
#[derive(Debug)]
pub(super) struct Places<K> {
    /// Sorted, each once.
    keys: Box<[K]>,
    /// Where the articles of each key begin in `articles`; one entry more than there are keys.
    starts: Box<[u32]>,
    articles: Box<[u32]>,
}

impl<K: Ord + Copy + Send> Places<K> {
    /// The articles by key; of equal pairs one counts.
    pub(super) fn new(pairs: Vec<(K, u32)>) -> Self {
        let pairs = sorted(pairs);
        let (mut keys, mut starts) = (Vec::new(), Vec::new());
        for (at, (key, _)) in pairs.iter().enumerate() {
            if keys.last() != Some(key) {
                keys.push(*key);
                starts.push(at as u32);
            }
        }
        starts.push(pairs.len() as u32);
        let articles = pairs.into_iter().map(|(_, article)| article).collect();
        Self { keys: keys.into(), starts: starts.into(), articles }
    }

    /// The articles that hold `key`.
    pub(super) fn of(&self, key: K) -> &[u32] {
        match self.keys.binary_search(&key) {
            Ok(at) => &self.articles[self.starts[at] as usize..self.starts[at + 1] as usize],
            Err(_) => &[],
        }
    }
}

/// Sorted, on all cores, each once.
pub(super) fn sorted<T: Ord + Send>(mut list: Vec<T>) -> Vec<T> {
    list.par_sort_unstable();
    list.dedup();
    list
}

impl<K> Default for Places<K> {
    fn default() -> Self {
        Self { keys: Box::new([]), starts: Box::new([0]), articles: Box::new([]) }
    }
}

/// The key of a text. Two texts may share one, though among a million hardly ever: who needs to be sure looks into
/// the articles.
pub(super) fn key(text: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(text.as_bytes());
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::Places;

    #[test]
    fn finds_the_articles_of_a_key() {
        let places = Places::new(vec![(7u64, 2), (3, 1), (7, 0), (7, 2), (9, 5)]);
        assert_eq!(places.of(7), [0, 2]);
        assert_eq!(places.of(3), [1]);
        assert_eq!(places.of(9), [5]);
        assert!(places.of(8).is_empty());
        assert!(Places::<u32>::default().of(0).is_empty());
    }
}
