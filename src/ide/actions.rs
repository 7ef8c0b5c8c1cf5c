//! Quick fixes, "ignore here" and "fix all in file".

use super::cursor::Cursor;
use crate::diagnostic::{Diagnostic, Edit};
use crate::text::Span;

/// A cure that the editor offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// What the light bulb shows.
    pub title: String,
    /// True for the best one of its finding.
    pub preferred: bool,
    /// The finding that it cures, as an index into the given diagnostics.
    pub cures: Option<usize>,
    /// Edits of this article.
    pub edits: Vec<Edit>,
    /// The new text of the root's `masthead.toml` ("ignore here" in plain text).
    pub config: Option<String>,
}

/// The cures for the findings that `range` touches, the best first; "ignore here" comes last.
/// `config` is the text of the root's `masthead.toml` as it is now, open or on disk; `None` when there is
/// none, and then the action's `config` is the text of a new one.
pub fn actions(cursor: Cursor, range: Span, diagnostics: &[Diagnostic], config: Option<&str>) -> Vec<Action> {
    let _ = (cursor, range, diagnostics, config);
    todo!()
}

/// All safe fixes of an article, never overlapping, in order. Of fixes that would overlap the first wins.
pub fn fix_all(diagnostics: &[Diagnostic]) -> Vec<Edit> {
    let _ = diagnostics;
    todo!()
}
