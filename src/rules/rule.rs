//! What a rule is, and the list of all of them.

use crate::corpus::Snapshot;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::Document;
use std::path::Path;

/// What a rule sees.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The article's file.
    pub path: &'a Path,
    /// The article.
    pub document: &'a Document,
    /// Its corpus.
    pub snapshot: &'a Snapshot,
    /// The severity that the rule's findings have here, where the rule has no reason for another.
    pub severity: Severity,
}

/// A rule. Its name is the fault that it finds, so that "ignore unused-acronym" is a sentence.
pub trait Rule: Sync {
    /// Stable name in kebab case.
    fn name(&self) -> &'static str;
    /// What it finds, in one line for tables and help.
    fn summary(&self) -> &'static str;
    /// Its severity out of the box; `None` is off until asked.
    fn severity(&self) -> Option<Severity>;
    /// Its page: specification, test and documentation in Markdown.
    fn page(&self) -> &'static str;
    /// Its findings in one article.
    fn check(&self, context: &Context, found: &mut Vec<Diagnostic>);
}

/// All rules. Help, documentation, settings and tests walk this list.
pub static RULES: &[&dyn Rule] = &[];

/// The rule with this name.
pub fn find_rule(name: &str) -> Option<&'static dyn Rule> {
    RULES.iter().copied().find(|r| r.name() == name)
}
