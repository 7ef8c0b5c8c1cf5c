//! Patterns that a server can use for days.

use regex::{Error, Regex, RegexBuilder};

/// What a pattern may remember of the texts that it has seen, in bytes. Each thread remembers for itself, and a little more
/// with each article that is unlike those before, up to 256 times as much where nobody says otherwise. It makes a pattern
/// faster; but patterns are kept for the few lines that may hold what they look for.
const MOST_REMEMBERED: usize = 1 << 13;

/// Compiles a pattern.
pub fn pattern(text: &str) -> Result<Regex, Error> {
    RegexBuilder::new(text).dfa_size_limit(MOST_REMEMBERED).build()
}
