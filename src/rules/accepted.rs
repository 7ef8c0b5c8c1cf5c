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

/// True where `pattern` names the article at `path` or a folder that it lies in. Most entries name one file: only what looks
/// like a pattern is compiled.
fn glob_matches(pattern: &str, path: &str) -> bool {
    let pattern = pattern.strip_prefix("./").unwrap_or(pattern);
    let folder = pattern.strip_suffix('/');
    if !pattern.contains(['*', '?', '[', '{', '\\']) {
        let below = path.strip_prefix(folder.unwrap_or(pattern));
        return below.is_some_and(|below| below.starts_with('/') || below.is_empty() && folder.is_none());
    }
    let all = folder.map(|folder| format!("{folder}/**"));
    let glob = globset::GlobBuilder::new(all.as_deref().unwrap_or(pattern)).literal_separator(true).build();
    glob.is_ok_and(|g| g.compile_matcher().is_match(path))
}

#[cfg(test)]
mod tests {
    use super::glob_matches;

    #[test]
    fn a_path_names_a_file_a_folder_or_several() {
        for pattern in ["a/b.md", "./a/b.md", "a", "a/", "./a", "a/*.md", "**/b.md", "*/", "./a/**"] {
            assert!(glob_matches(pattern, "a/b.md"), "{pattern}");
        }
        for pattern in ["b.md", "a/b", "a/b.md/", "/", "*", "*.md", "A", "b/", "a/b.md/*"] {
            assert!(!glob_matches(pattern, "a/b.md"), "{pattern}");
        }
    }
}
