//! Which articles have a speech with a given run of words.

use super::packing::push_number;
use super::places::sorted;
use super::unpacking::number;

/// Runs of words, as their hashes, and the articles that have them. Most runs stand in one article only.
#[derive(Debug, Default)]
pub(super) struct Runs {
    /// A run belongs to the bucket of its upper bits; all but these.
    shift: u32,
    /// Where each bucket ends in `bytes`.
    ends: Box<[u32]>,
    /// Pairs of a run, as the step from the one before in its bucket, and an article.
    bytes: Box<[u8]>,
}

/// Runs that more articles have ("we will continue to work") tell nothing and are left out.
const TOO_COMMON: usize = 500;
/// Pairs in a bucket: few enough to be read one by one, and enough for where the bucket ends to weigh little.
const A_BUCKET: usize = 8;

impl Runs {
    /// The articles by run, from `count` pairs of both: the runs of each part are higher than those of the part before.
    pub(super) fn new(count: usize, parts: impl Iterator<Item = Vec<(u32, u32)>>) -> Self {
        let bits = (count / A_BUCKET).next_power_of_two().ilog2().max(1);
        let shift = u32::BITS - bits;
        let (mut ends, mut bytes) = (Vec::with_capacity(1 << bits), Vec::new());
        let (mut last, mut done) = (0, 0);
        for pairs in parts {
            let pairs = sorted(pairs);
            for of_run in pairs.chunk_by(|a, b| a.0 == b.0).filter(|list| list.len() <= TOO_COMMON) {
                let bucket = (of_run[0].0 >> shift) as usize;
                if ends.len() < bucket {
                    ends.resize(bucket, bytes.len() as u32);
                    last = 0;
                }
                for (run, article) in of_run {
                    let low = run & low_bits(shift);
                    push_number(&mut bytes, low - last);
                    push_number(&mut bytes, *article);
                    last = low;
                }
            }
            done += pairs.len();
            // As much as the others will need, going by what these did: to grow step by step takes half as much again.
            let (each, left) = (bytes.len().div_ceil(done.max(1)), count.saturating_sub(done));
            bytes.reserve_exact(each.saturating_mul(left));
        }
        ends.resize(1 << bits, bytes.len() as u32);
        Self { shift, ends: ends.into(), bytes: bytes.into() }
    }

    /// Adds the articles that have `run`, in order, to `articles`.
    pub(super) fn add(&self, run: u32, articles: &mut Vec<u32>) {
        let bucket = run.checked_shr(self.shift).unwrap_or(0) as usize;
        let end = self.ends.get(bucket).map_or(0, |end| *end as usize);
        let before = bucket.checked_sub(1).and_then(|before| self.ends.get(before));
        let start = before.map_or(0, |end| *end as usize);
        let mut bytes = &self.bytes[start.min(end)..end];
        let (wanted, mut at) = (run & low_bits(self.shift), 0);
        while !bytes.is_empty() {
            at += number(&mut bytes);
            if at > wanted {
                break;
            }
            let article = number(&mut bytes);
            if at == wanted {
                articles.push(article);
            }
        }
    }
}

fn low_bits(shift: u32) -> u32 {
    u32::MAX.checked_shr(u32::BITS - shift).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_articles_of_a_run() {
        let hash = |n: u32| n.wrapping_mul(0x9E37_79B1);
        let mut pairs: Vec<(u32, u32)> = (0..3_000).map(|n| (hash(n / 2), n)).collect();
        pairs.extend((0..=TOO_COMMON as u32).map(|article| (hash(7_000), article)));
        pairs.extend([(0, 5), (u32::MAX, 6), (u32::MAX, 7)]);
        let runs = Runs::new(pairs.len(), [pairs].into_iter());
        let found = |runs: &Runs, run| {
            let mut articles = Vec::new();
            runs.add(run, &mut articles);
            articles
        };
        let of = |run| found(&runs, run);
        for n in 1..1_500 {
            assert_eq!(of(hash(n)), [2 * n, 2 * n + 1]);
        }
        assert_eq!((of(0), of(u32::MAX)), (vec![0, 1, 5], vec![6, 7]));
        assert!(of(hash(7_000)).is_empty(), "too common");
        assert!(of(hash(9_000)).is_empty());
        assert!(found(&Runs::default(), 7).is_empty());
        assert_eq!(found(&Runs::new(1, [vec![(9, 1)]].into_iter()), 9), [1]);
    }
}
