//! A small seeded generator: the same numbers on every run and machine. A fuzzer's bytes can stand in for it, so that one
//! test serves both: see `fuzz`.

/// Where the choices of a test come from.
pub(crate) enum Random {
    /// xorshift64* (Vigna 2016), and its state.
    Seeded(u64),
    /// Bytes that are used up one after the other. Behind the last of them each number is 0.
    #[allow(dead_code, reason = "only a fuzzer has bytes")]
    Given(std::vec::IntoIter<u8>),
}

impl Random {
    /// A generator; equal seeds give equal numbers.
    pub(crate) fn new(seed: u64) -> Self {
        // The state must not be 0; the multiplication parts neighbouring seeds.
        Self::Seeded(seed.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15).max(1))
    }

    /// A number below `bound`, which is not 0.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        match self {
            Self::Seeded(state) => {
                *state ^= *state >> 12;
                *state ^= *state << 25;
                *state ^= *state >> 27;
                (state.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % bound
            }
            Self::Given(bytes) => {
                let mut number = 0;
                let mut reach = 1_usize;
                while reach < bound {
                    number = number << 8 | bytes.next().map_or(0, usize::from);
                    reach = reach.saturating_mul(256);
                }
                number % bound
            }
        }
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
/// have numbers, and a number always makes the same input; `MASTHEAD_NUMBER` tries one alone.
pub(crate) fn rounds(usual: u64) -> std::ops::Range<u64> {
    let number = |name: &str| std::env::var(name).ok().and_then(|number| number.parse::<u64>().ok());
    match number("MASTHEAD_NUMBER") {
        Some(number) => number..number + 1,
        None => 0..usual * number("MASTHEAD_ROUNDS").unwrap_or(1),
    }
}
