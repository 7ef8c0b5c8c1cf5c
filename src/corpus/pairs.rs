//! Which articles have which keys, gathered on all cores and handed out in order, a part at a time: what the lists of a
//! base are built from takes hardly more memory than the lists.

use super::article::Article;
use super::packing::push_number;
use super::unpacking::number;
use rayon::prelude::*;
use std::sync::Arc;

/// Pairs of a key and an article, which is known by its place.
#[derive(Debug, Default)]
pub(super) struct Pairs {
    count: usize,
    /// Of some articles in a row their pairs for each part of the keys.
    chunks: Vec<Vec<Few>>,
}

/// Pairs of some articles in a row, sorted: each key as the step from the one before, each place as that from the first
/// of the articles.
#[derive(Debug, Default)]
struct Few {
    first: u32,
    bytes: Box<[u8]>,
}

/// Into so many parts the keys are cut: the pairs of one are unpacked at a time.
const PARTS: usize = 16;
/// Articles that are looked at in one go.
const AT_ONCE: usize = 1_024;
/// Articles whose keys tell where to cut.
const SAMPLE: usize = 256;

impl Pairs {
    /// What `keys` gives of each article, each once.
    pub(super) fn of<'a>(
        articles: &'a [Arc<Article>],
        keys: impl Fn(&'a Article) -> Box<dyn Iterator<Item = u32> + 'a> + Sync,
    ) -> Self {
        let step = articles.len().div_ceil(SAMPLE).max(1);
        let mut sample: Vec<u32> = articles.iter().step_by(step).flat_map(|article| keys(article)).collect();
        sample.sort_unstable();
        let borders: Vec<u32> =
            (1..PARTS).filter_map(|part| sample.get(part * sample.len() / PARTS).copied()).collect();
        let some = |(nth, articles): (usize, &'a [Arc<Article>])| {
            let first = (nth * AT_ONCE) as u32;
            let of = |(at, article): (u32, &'a Arc<Article>)| keys(article).map(move |key| (key, at));
            let mut pairs: Vec<(u32, u32)> = (0..).zip(articles).flat_map(of).collect();
            pairs.sort_unstable();
            pairs.dedup();
            (pairs.len(), cut(&pairs, &borders, first))
        };
        let all: Vec<(usize, Vec<Few>)> = articles.par_chunks(AT_ONCE).enumerate().map(some).collect();
        let count = all.iter().map(|(count, _)| count).sum();
        Pairs { count, chunks: all.into_iter().map(|(_, parts)| parts).collect() }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.count
    }

    /// The pairs in parts: the keys of each are higher than those of the part before, but in a part they come in any order.
    pub(super) fn parts(mut self) -> impl Iterator<Item = Vec<(u32, u32)>> {
        (0..PARTS).map(move |part| {
            let mut pairs = Vec::with_capacity(self.count / PARTS * 5 / 4);
            for chunk in &mut self.chunks {
                // What has been unpacked is not kept.
                let Few { first, bytes } = chunk.get_mut(part).map(std::mem::take).unwrap_or_default();
                let (mut rest, mut key) = (&bytes[..], 0);
                while !rest.is_empty() {
                    key += number(&mut rest);
                    pairs.push((key, first + number(&mut rest)));
                }
            }
            pairs
        })
    }
}

/// The sorted `pairs` of the articles from `first` on, packed for each part between the `borders`.
fn cut(mut pairs: &[(u32, u32)], borders: &[u32], first: u32) -> Vec<Few> {
    let mut parts = Vec::with_capacity(PARTS);
    for end in borders.iter().map(Some).chain([None]) {
        let own = end.map_or(pairs.len(), |end| pairs.partition_point(|pair| pair.0 < *end));
        let (own, others) = pairs.split_at(own);
        pairs = others;
        let (mut bytes, mut last) = (Vec::with_capacity(own.len() * 5), 0);
        for (key, at) in own {
            push_number(&mut bytes, key - last);
            push_number(&mut bytes, *at);
            last = *key;
        }
        parts.push(Few { first, bytes: bytes.into() });
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Catalog;
    use crate::document::Document;
    use crate::text::Format;
    use std::path::Path;

    #[test]
    fn gives_every_pair_once_and_the_parts_in_order() {
        let document = Document::read("A ferry left Harwich.", Format::Plain, "a.txt", &Catalog::default());
        let article = |nth: usize| Article::new(Path::new(&format!("{nth:05}.txt")).into(), &document);
        let articles: Vec<Arc<Article>> = (0..2_500).map(|nth| Arc::new(article(nth))).collect();
        let keys = |nth: u32| [nth % 7, nth.wrapping_mul(0x9E37_79B1), u32::MAX, nth % 7];
        let number = |article: &Article| article.path.to_string_lossy()[..5].parse().unwrap();
        let pairs = Pairs::of(&articles, |article| Box::new(keys(number(article)).into_iter()));
        let mut expected: Vec<(u32, u32)> =
            (0..2_500).flat_map(|nth| keys(nth).map(|key| (key, nth))).collect();
        expected.sort_unstable();
        expected.dedup();
        assert_eq!(pairs.len(), expected.len());
        let mut parts: Vec<Vec<(u32, u32)>> = pairs.parts().collect();
        parts.iter_mut().for_each(|part| part.sort_unstable());
        assert!(parts.iter().filter(|part| part.len() > 400).count() > 4, "cut into parts of some size");
        assert_eq!(parts.concat(), expected);
        assert!(Pairs::of(&[], |_| Box::new([1].into_iter())).parts().all(|part| part.is_empty()));
    }
}
