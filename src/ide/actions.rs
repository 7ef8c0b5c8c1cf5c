//! Quick fixes and "fix all in file".

use super::navigation::Cursor;
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
    /// Edits of `masthead.toml` ("ignore here" in plain text), as its new text.
    pub config: Option<String>,
}

/// The cures for the findings in `range`.
pub fn actions(cursor: Cursor, range: Span, diagnostics: &[Diagnostic]) -> Vec<Action> {
    let _ = (cursor, range, diagnostics);
    todo!()
}

/// All safe fixes of an article, never overlapping, in order.
pub fn fix_all(diagnostics: &[Diagnostic]) -> Vec<Edit> {
    let _ = diagnostics;
    todo!()
}
