//! Which articles have a speech with a given run of words.

use super::places::sorted;

/// Runs of words, as the upper bits of their hashes, and the articles that have them. Most runs stand in one article only.
#[derive(Debug, Default)]
pub(super) struct Runs {
    /// A run belongs to the bucket of so many of its upper bits.
    bits: u32,
    /// So many that follow are kept in its bucket.
    kept: u32,
    /// Bits that tell an article.
    article: u32,
    /// Behind how many pairs each bucket ends.
    ends: Box<[u32]>,
    /// Pairs of a run, by the bits that are kept of it, and an article: one number of as few bytes as hold all of them, the
    /// lowest first, with the article in its lower bits; behind the last as many bytes more as one is read with.
    pairs: Box<[u8]>,
}

/// Bytes that a pair is read with: as many as a number has, which is more than a pair has.
const READ: usize = 8;
/// Runs that more articles have ("we will continue to work") tell nothing and are left out.
const TOO_COMMON: usize = 500;
/// Pairs in a bucket: few enough to be read one by one, and enough for where the bucket ends to weigh little.
const A_BUCKET: usize = 8;
/// At least so many bits of a run are kept beside its bucket: of other runs not one in ten is taken for one of a bucket, for
/// which an article is looked at in vain.
const FEWEST_KEPT: u32 = 7;

impl Runs {
    /// The articles by run, from `count` pairs of both: the runs of each part are higher than those of the part before.
    /// `articles` is more than the number of any article.
    pub(super) fn new(count: usize, articles: usize, parts: impl Iterator<Item = Vec<(u32, u32)>>) -> Self {
        let bits = (count / A_BUCKET).next_power_of_two().ilog2().max(1);
        let article = articles.next_power_of_two().ilog2();
        let width = (article + FEWEST_KEPT).div_ceil(8);
        let kept = width * 8 - article;
        let (mut ends, mut pairs) =
            (Vec::with_capacity(1 << bits), Vec::with_capacity(count * width as usize + READ));
        let mut all = 0;
        for part in parts {
            let part = sorted(part);
            for of_run in part.chunk_by(|a, b| a.0 == b.0).filter(|list| list.len() <= TOO_COMMON) {
                let (bucket, low) = split(of_run[0].0, bits, kept);
                if ends.len() < bucket {
                    ends.resize(bucket, all);
                }
                for (_, place) in of_run {
                    let pair = low << article | u64::from(*place);
                    pairs.extend_from_slice(&pair.to_le_bytes()[..width as usize]);
                }
                all += of_run.len() as u32;
            }
        }
        ends.resize(1 << bits, all);
        pairs.extend_from_slice(&[0; READ]);
        // What of its room was not needed was never touched, and copied it would lie there twice.
        Self { bits, kept, article, ends: ends.into(), pairs: pairs.into() }
    }

    /// Adds the articles that have `run`, and a few perhaps that do not, to `articles`.
    pub(super) fn add(&self, run: u32, articles: &mut Vec<u32>) {
        let (bucket, wanted) = split(run, self.bits, self.kept);
        let Some(end) = self.ends.get(bucket) else { return };
        let start = bucket.checked_sub(1).map_or(0, |before| self.ends[before]);
        let width = ((self.article + self.kept) / 8) as usize;
        let (kept, wanted) = (((1 << self.kept) - 1) << self.article, wanted << self.article);
        let Some(mut pairs) = self.pairs.get(start as usize * width..) else { return };
        for _ in start..*end {
            // The bytes of the next pairs are read along and do not count.
            let Some(bytes) = pairs.first_chunk::<READ>() else { return };
            let pair = u64::from_le_bytes(*bytes);
            if pair & kept == wanted {
                articles.push((pair & ((1 << self.article) - 1)) as u32);
            }
            pairs = &pairs[width..];
        }
    }
}

/// The bucket of a run, which has so many of its upper bits, and what is kept of it there.
fn split(run: u32, bits: u32, kept: u32) -> (usize, u64) {
    // No run has more than half of 64 bits, and no bucket: nothing is shifted out that counts.
    let run = u64::from(run) << u32::BITS;
    let bucket = run.checked_shr(u64::BITS - bits).unwrap_or(0);
    (bucket as usize, (run << bits).checked_shr(u64::BITS - kept).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_articles_of_a_run() {
        let hash = |n: u32| n.wrapping_mul(0x9E37_79B1);
        for articles in [3_000, 1 << 24] {
            let mut pairs: Vec<(u32, u32)> = (0..3_000).map(|n| (hash(n / 2), n)).collect();
            pairs.extend((0..=TOO_COMMON as u32).map(|article| (hash(7_000), article)));
            pairs.extend([(0, 5), (u32::MAX, 6), (u32::MAX, articles - 1)]);
            let runs = Runs::new(pairs.len(), articles as usize, [pairs].into_iter());
            let of = |run| found(&runs, run);
            let holds = |run, articles: &[u32]| articles.iter().all(|article| of(run).contains(article));
            assert!((1..1_500).all(|n| holds(hash(n), &[2 * n, 2 * n + 1])));
            assert!(holds(0, &[0, 1, 5]) && holds(u32::MAX, &[6, articles - 1]));
            assert!(of(hash(7_000)).len() < 10, "too common");
            let in_vain = (7_001..9_000).flat_map(|n| of(hash(n))).count();
            assert!(in_vain < 200, "{in_vain} articles of 2,000 other runs");
        }
        assert!(found(&Runs::default(), 7).is_empty());
        let one = Runs::new(1, 2, [vec![(9, 1)]].into_iter());
        assert_eq!((found(&one, 9), found(&one, u32::MAX)), (vec![1], vec![]));
        let none = Runs::new(0, 0, [].into_iter());
        assert!(found(&none, 9).is_empty() && found(&none, u32::MAX).is_empty());
    }

    fn found(runs: &Runs, run: u32) -> Vec<u32> {
        let mut articles = Vec::new();
        runs.add(run, &mut articles);
        articles
    }
}
