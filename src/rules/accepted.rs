//! "Ignore here": what an editor chose to accept, in a comment or in `masthead.toml`.

use crate::config::Ignore;
use crate::corpus::Snapshot;
use crate::document::{Document, Suppression};
use crate::text::Span;
use std::cell::LazyCell;
use std::path::Path;

/// What an editor has accepted in one article.
#[derive(Clone, Debug)]
pub(super) struct Accepted<'a> {
    document: &'a Document,
    /// The entries of `masthead.toml` that speak of this file.
    ignores: Vec<&'a Ignore>,
}

impl<'a> Accepted<'a> {
    /// What is accepted in the article at `path`.
    pub(super) fn new(path: &Path, document: &'a Document, snapshot: &'a Snapshot) -> Self {
        let path = LazyCell::new(|| snapshot.relative(path));
        let here = |i: &&Ignore| i.path.as_ref().is_none_or(|pattern| glob_matches(pattern, &path));
        Self { document, ignores: snapshot.config.ignores.iter().filter(here).collect() }
    }

    /// True when an editor has accepted what `rule` finds at `span`.
    ///
    /// Rules ask this of every place before they choose the one to report, so that accepting a name in one
    /// paragraph does not hide it in the next.
    pub(super) fn covers(&self, rule: &str, span: Span) -> bool {
        let comments = &self.document.suppressions;
        // Most articles accept nothing, and rules ask of all names.
        if comments.is_empty() && self.ignores.is_empty() {
            return false;
        }
        let first = comments.partition_point(|s| s.target.end <= span.start);
        let near = comments[first..].iter().take_while(|s| s.target.start < span.end);
        let names = |s: &Suppression| s.rule.as_ref().is_none_or(|(accepted, _)| accepted == rule);
        near.into_iter().any(names) || self.ignores.iter().any(|i| self.ignored(i, rule, span))
    }

    fn ignored(&self, ignore: &Ignore, rule: &str, span: Span) -> bool {
        ignore.rule.as_ref().is_none_or(|r| r == rule)
            && ignore.text.as_ref().is_none_or(|t| t == self.document.slice(span))
    }
}

/// Most entries name one file: only what looks like a pattern is compiled.
fn glob_matches(pattern: &str, path: &str) -> bool {
    if !pattern.contains(['*', '?', '[', '{', '\\']) {
        return pattern == path;
    }
    let glob = globset::GlobBuilder::new(pattern).literal_separator(true).build();
    glob.is_ok_and(|g| g.compile_matcher().is_match(path))
}
