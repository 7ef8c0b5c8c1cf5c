//! "Ignore here": what an editor chose to accept, in a comment or in `masthead.toml`.

use crate::config::Ignore;
use crate::corpus::Snapshot;
use crate::document::Document;
use crate::text::Span;
use std::path::Path;

/// True when an editor has accepted what `rule` finds at `span`.
///
/// Rules ask this of every place before they choose the one to report, so that accepting a name in one
/// paragraph does not hide it in the next.
pub(super) fn accepted(
    rule: &str,
    path: &Path,
    document: &Document,
    snapshot: &Snapshot,
    span: Span,
) -> bool {
    let comments = &document.suppressions;
    let by_comment = comments
        .iter()
        .any(|s| s.target.overlaps(span) && s.rule.as_ref().is_none_or(|(accepted, _)| accepted == rule));
    by_comment || snapshot.config.ignores.iter().any(|i| matches(i, rule, path, document, snapshot, span))
}

fn matches(
    ignore: &Ignore,
    rule: &str,
    path: &Path,
    document: &Document,
    snapshot: &Snapshot,
    span: Span,
) -> bool {
    ignore.rule.as_ref().is_none_or(|r| r == rule)
        && ignore.text.as_ref().is_none_or(|t| t == document.slice(span))
        && ignore.path.as_ref().is_none_or(|p| glob_matches(p, &snapshot.relative(path)))
}

/// Most entries name one file: only what looks like a pattern is compiled.
fn glob_matches(pattern: &str, path: &str) -> bool {
    if !pattern.contains(['*', '?', '[', '{', '\\']) {
        return pattern == path;
    }
    let glob = globset::GlobBuilder::new(pattern).literal_separator(true).build();
    glob.is_ok_and(|g| g.compile_matcher().is_match(path))
}
