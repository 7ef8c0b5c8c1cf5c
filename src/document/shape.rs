//! What is seen of a name at a glance.

use super::unit::is_acronym;

/// What the letters of a name show. It is noted where the name is read: after an edit all names of the article are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shape {
    /// No less than its words. One is sure; of more some may be marks.
    pub(super) words: u16,
    /// True where all of it is ASCII.
    pub(super) ascii: bool,
    /// True for at least two capitals and no small letter.
    pub(super) acronym: bool,
}

impl Shape {
    pub(super) fn of(name: &str) -> Self {
        let ascii = name.is_ascii();
        let blanks = match ascii {
            true => name.bytes().filter(|byte| *byte <= b' ').count(),
            false => name.chars().filter(|c| *c <= ' ' || c.is_whitespace()).count(),
        };
        // No headline has as many words as the number holds.
        let words = u16::try_from(1 + blanks).unwrap_or(u16::MAX);
        Self { words, ascii, acronym: is_acronym(name) }
    }
}
