//! Quick fixes, "ignore here" and "fix all in file".

use super::adding::add_to_catalog;
use super::allowing::allow;
use super::cursor::Cursor;
use super::ignore;
use super::rewording::rewordings;
use crate::diagnostic::{Diagnostic, Edit};
use crate::rules::find_rule;
use crate::text::Span;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// What sort of thing an action does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ActionKind {
    /// It answers a finding: mends it, accepts it, or makes it right.
    Fix,
    /// It puts another form of a name in its place.
    Reword,
    /// It writes down what was not known.
    Add,
}

/// Something that the editor offers to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// What the light bulb shows.
    pub title: String,
    /// What sort of thing it does.
    pub kind: ActionKind,
    /// True for the best one of its finding.
    pub preferred: bool,
    /// The finding that it answers, as an index into the given diagnostics.
    pub cures: Option<usize>,
    /// Edits of this article.
    pub edits: Vec<Edit>,
    /// The new text of another file: of the root's `masthead.toml` ("ignore here" in plain text), of a catalog.
    pub file: Option<Rewrite>,
    /// True where `file` has been left out: it is there when all is asked for.
    pub later: bool,
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

/// What can be done at `range`: the cures for the findings that it touches, the best first; other forms of the name at the
/// cursor; "allow" for a form that a finding objects to; "add to catalog" where a new name stands; "ignore here" last.
///
/// `files` are the texts of the root's `masthead.toml`, if there is one, and of its catalogs, as they are now, open or on
/// disk. Without `whole` the new texts of such files are left out: to make one takes longer than a light bulb may.
pub fn actions(
    cursor: Cursor,
    range: Span,
    diagnostics: &[Diagnostic],
    files: &[(Arc<Path>, Arc<str>)],
    whole: bool,
) -> Vec<Action> {
    let mut here: Vec<usize> =
        (0..diagnostics.len()).filter(|at| touches(diagnostics[*at].span, range)).collect();
    // The gravest finding's cure goes first, then the one of the narrowest place.
    here.sort_by_key(|at| (diagnostics[*at].severity, diagnostics[*at].span.len(), *at));
    let mut actions: Vec<Action> = here.iter().flat_map(|at| fixes(*at, &diagnostics[*at], range)).collect();
    for action in rewordings(cursor) {
        if !actions.iter().any(|a| a.edits == action.edits) {
            actions.push(action);
        }
    }
    actions.extend(allow(cursor, diagnostics, files, whole));
    actions.extend(add_to_catalog(cursor, diagnostics, files, whole));
    let mut ignored: Vec<(&str, Vec<Edit>, &str)> = Vec::new();
    for at in here {
        let finding = &diagnostics[at];
        let Some(action) = ignore::here(cursor, at, finding, files, whole) else { continue };
        // Two findings of a rule in one paragraph are ignored by one comment, two of the same words by one entry.
        let words = if action.edits.is_empty() { cursor.document.slice(finding.span) } else { "" };
        let key = (finding.rule, action.edits.clone(), words);
        if !ignored.contains(&key) {
            ignored.push(key);
            actions.push(action);
        }
    }
    actions
}

/// The cures for those of the mistakes in a settings or catalog file that `range` touches.
pub fn desk_fixes(mistakes: &[Diagnostic], range: Span) -> Vec<Action> {
    let here = mistakes.iter().enumerate().filter(|(_, mistake)| touches(mistake.span, range));
    here.flat_map(|(at, mistake)| fixes(at, mistake, range)).collect()
}

/// True when a cursor or selection lies on a finding, its end included.
fn touches(finding: Span, range: Span) -> bool {
    finding.start <= range.end && range.start <= finding.end
}

/// The fixes of one finding. One that mends a wrong name in several places can be had for the place at hand alone.
fn fixes(at: usize, diagnostic: &Diagnostic, range: Span) -> Vec<Action> {
    let action = |title: &str, edits: Vec<Edit>, preferred: bool| Action {
        title: sentence(title),
        kind: ActionKind::Fix,
        preferred,
        cures: Some(at),
        edits,
        file: None,
        later: false,
    };
    let apart = find_rule(diagnostic.rule).is_some_and(|rule| rule.wrong_name());
    let mut actions = Vec::new();
    for (nth, fix) in diagnostic.fixes.iter().enumerate() {
        actions.push(action(&fix.title, fix.edits.clone(), nth == 0));
        let here: Vec<&Edit> = fix.edits.iter().filter(|edit| touches(edit.span, range)).collect();
        if let [edit] = here[..]
            && apart
            && fix.edits.len() > 1
        {
            actions.push(action(
                &format!("replace with “{}” here only", edit.text),
                vec![edit.clone()],
                false,
            ));
        }
    }
    actions
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
