//! Quick fixes, "ignore here" and "fix all in file".

use super::adding::add_to_catalog;
use super::cursor::Cursor;
use super::ignore;
use crate::diagnostic::{Diagnostic, Edit};
use crate::text::Span;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

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
    /// The new text of another file: of the root's `masthead.toml` ("ignore here" in plain text), of a catalog.
    pub file: Option<Rewrite>,
}

/// A settings or catalog file with a new text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rewrite {
    /// The file.
    pub path: Arc<Path>,
    /// Its text as it is now, open or on disk; `None` for a file that is to be made.
    pub old: Option<Arc<str>>,
    /// Its new text.
    pub new: String,
}

/// The cures for the findings that `range` touches, the best first; then "add to catalog" where a new name
/// stands at the cursor; "ignore here" comes last. `files` are the texts of the root's `masthead.toml`, if there
/// is one, and of its catalogs, as they are now, open or on disk.
pub fn actions(
    cursor: Cursor,
    range: Span,
    diagnostics: &[Diagnostic],
    files: &[(Arc<Path>, Arc<str>)],
) -> Vec<Action> {
    let mut here: Vec<usize> =
        (0..diagnostics.len()).filter(|at| touches(diagnostics[*at].span, range)).collect();
    // The gravest finding's cure goes first, then the one of the narrowest place.
    here.sort_by_key(|at| (diagnostics[*at].severity, diagnostics[*at].span.len(), *at));
    let mut actions: Vec<Action> = here.iter().flat_map(|at| fixes(*at, &diagnostics[*at])).collect();
    actions.extend(add_to_catalog(cursor, diagnostics, files));
    for at in here {
        let Some(action) = ignore::here(cursor, at, &diagnostics[at], files) else { continue };
        // Two findings of a rule in one paragraph are ignored by one comment.
        if !actions.iter().any(|a| a.edits == action.edits && a.file == action.file) {
            actions.push(action);
        }
    }
    actions
}

/// True when a cursor or selection lies on a finding, its end included.
fn touches(finding: Span, range: Span) -> bool {
    finding.start <= range.end && range.start <= finding.end
}

/// The fixes of one finding.
fn fixes(at: usize, diagnostic: &Diagnostic) -> impl Iterator<Item = Action> {
    diagnostic.fixes.iter().enumerate().map(move |(n, fix)| Action {
        title: sentence(&fix.title),
        preferred: n == 0,
        cures: Some(at),
        edits: fix.edits.clone(),
        file: None,
    })
}

/// The title with a capital, as menus have it.
fn sentence(title: &str) -> String {
    let mut letters = title.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// All safe fixes of an article, never overlapping, in order. Of fixes that would overlap the first wins.
pub fn fix_all(diagnostics: &[Diagnostic]) -> Vec<Edit> {
    let mut taken: BTreeMap<(usize, usize), &Edit> = BTreeMap::new();
    for diagnostic in diagnostics {
        let Some(fix) = diagnostic.fixes.iter().find(|fix| fix.safe) else { continue };
        if fix.edits.iter().all(|edit| free(&taken, edit.span)) {
            taken.extend(fix.edits.iter().map(|edit| ((edit.span.start, edit.span.end), edit)));
        }
    }
    taken.into_values().cloned().collect()
}

/// True when no taken edit shares a byte with `span` or begins where it begins.
fn free(taken: &BTreeMap<(usize, usize), &Edit>, span: Span) -> bool {
    let before = taken.range(..=(span.start, usize::MAX)).next_back();
    let after = taken.range((span.start, 0)..).next();
    before.is_none_or(|((start, end), _)| *end <= span.start && *start < span.start)
        && after.is_none_or(|((start, _), _)| span.end <= *start && span.start < *start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Fix, Severity};

    /// Whether a fix is safe, and its edits as start, end and text.
    type Given<'a> = (bool, &'a [(usize, usize, &'a str)]);

    fn finding(fixes: &[Given]) -> Diagnostic {
        let fix = |(safe, edits): &Given| Fix {
            title: "replace".into(),
            safe: *safe,
            edits: edits
                .iter()
                .map(|(s, e, t)| Edit { span: Span::new(*s, *e), text: (*t).into() })
                .collect(),
        };
        let fixes = fixes.iter().map(fix).collect();
        Diagnostic { fixes, ..Diagnostic::new("avoided-name", Severity::Warning, Span::new(0, 1), "") }
    }

    #[test]
    fn fixes_never_overlap_and_come_whole_or_not_at_all() {
        let found = [
            finding(&[(false, &[(0, 99, "no")]), (true, &[(10, 14, "a"), (30, 34, "b")])]),
            finding(&[(true, &[(14, 16, "c")])]),
            finding(&[(true, &[(2, 3, "d"), (33, 40, "e")])]),
            finding(&[(true, &[(20, 20, "f")])]),
            finding(&[(true, &[(20, 22, "g")])]),
            finding(&[(false, &[(50, 51, "h")])]),
        ];
        let texts: Vec<String> = fix_all(&found).into_iter().map(|edit| edit.text).collect();
        assert_eq!(texts, ["a", "c", "f", "b"]);
    }
}
