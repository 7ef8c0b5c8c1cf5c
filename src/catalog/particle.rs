//! Korean particles: what may follow a name within the same run of Hangul.

use crate::text::tokens;

/// Particles and honorifics that follow a name directly, the longest first, so that 에서는 is not read as 는.
/// A closed class of the grammar (case markers, topic and comparison markers, copula stems), not a word list to grow.
const PARTICLES: &[&str] = &[
    "으로부터",
    "에게서는",
    "이라면서",
    "에서는",
    "에서도",
    "에게는",
    "에게도",
    "으로는",
    "으로도",
    "으로서",
    "으로써",
    "이라고",
    "이라는",
    "이라며",
    "이었다",
    "까지는",
    "까지도",
    "부터는",
    "에게서",
    "와의",
    "과의",
    "와는",
    "과는",
    "에는",
    "에도",
    "에서",
    "에게",
    "께서",
    "으로",
    "로서",
    "로써",
    "로는",
    "로도",
    "라고",
    "라는",
    "라며",
    "이란",
    "이며",
    "이고",
    "이나",
    "이다",
    "처럼",
    "까지",
    "부터",
    "보다",
    "마저",
    "조차",
    "밖에",
    "만이",
    "만을",
    "씨는",
    "씨가",
    "님은",
    "님이",
    "은",
    "는",
    "이",
    "가",
    "을",
    "를",
    "의",
    "에",
    "도",
    "만",
    "와",
    "과",
    "로",
    "나",
    "란",
    "며",
    "씨",
    "님",
    "측",
];

/// True for what Korean joins to the end of a name: "은", "에게".
pub fn is_korean_particle(end: &str) -> bool {
    PARTICLES.contains(&end)
}

/// A run of Hangul without a particle at its end.
pub(super) struct Stem {
    /// Bytes of the run that are left.
    pub(super) len: usize,
    /// Key of what is left, as in [`crate::text::Token::folded`].
    pub(super) folded: u64,
    /// Key of what is left, as in [`crate::text::Token::exact`].
    pub(super) exact: u64,
}

/// What is left of `run` (at least two syllables) when one particle is taken off its end, the longest rest
/// first: 류제명은 → 류제명.
pub(super) fn stems(run: &str) -> impl Iterator<Item = Stem> {
    let mut rests: Vec<&str> = PARTICLES
        .iter()
        .filter_map(|p| run.strip_suffix(p))
        // A name has two syllables at least, so 이 in 이의 is no stem. A Hangul syllable takes three bytes.
        .filter(|rest| rest.len() >= 6)
        .collect();
    rests.sort_unstable_by_key(|rest| std::cmp::Reverse(rest.len()));
    rests.into_iter().filter_map(|rest| {
        let cut = tokens(rest);
        let [token] = cut.as_slice() else { return None };
        Some(Stem { len: rest.len(), folded: token.folded, exact: token.exact })
    })
}
