//! Patterns that a server can use for days.

use regex::{Error, Regex, RegexBuilder};

/// What a pattern may remember of the texts that it has seen, in bytes. Each thread remembers for itself, and a little more
/// with each article that is unlike those before, up to eight times as much where nobody says otherwise.
const MOST_REMEMBERED: usize = 1 << 18;

/// Compiles a pattern.
pub fn pattern(text: &str) -> Result<Regex, Error> {
    RegexBuilder::new(text).dfa_size_limit(MOST_REMEMBERED).build()
}
