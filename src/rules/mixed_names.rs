//! Two spellings of one name.

use super::rule::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};

pub(super) struct MixedNames;

impl Rule for MixedNames {
    fn name(&self) -> &'static str {
        "mixed-names"
    }
    fn summary(&self) -> &'static str {
        "Two spellings of one name in an article, or across articles where the catalog is silent."
    }
    fn severity(&self) -> Option<Severity> {
        Some(Severity::Information)
    }
    fn wrong_name(&self) -> bool {
        true
    }
    fn page(&self) -> &'static str {
        include_str!("../../tests/rules/mixed-names.md")
    }

    fn check(&self, _context: &Context, _found: &mut Vec<Diagnostic>) {}
}
