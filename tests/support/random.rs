//! A small seeded generator: the same numbers on every run and machine.

/// xorshift64* (Vigna 2016).
pub(crate) struct Random(u64);

impl Random {
    /// A generator; equal seeds give equal numbers.
    pub(crate) fn new(seed: u64) -> Self {
        // The state must not be 0; the multiplication parts neighbouring seeds.
        Self(seed.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15).max(1))
    }

    /// A number below `bound`, which is not 0.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % bound
    }

    /// One of `choices`.
    pub(crate) fn pick<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len())]
    }

    /// Up to `most` of `pieces`, joined.
    pub(crate) fn text(&mut self, pieces: &[&str], most: usize) -> String {
        (0..self.below(most + 1)).map(|_| self.pick(pieces)).collect()
    }
}

/// How many rounds a test of made-up input goes through: `usual`, or as many times that as `MASTHEAD_ROUNDS` says. Rounds
/// have numbers, and a number always makes the same input.
pub(crate) fn rounds(usual: u64) -> std::ops::Range<u64> {
    let times = std::env::var("MASTHEAD_ROUNDS").ok().and_then(|times| times.parse().ok()).unwrap_or(1);
    0..usual * times
}
