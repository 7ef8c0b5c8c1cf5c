//! Small words that several outputs share.

use crate::diagnostic::Severity;

/// "1 article", "11 articles".
pub(super) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// A rule's severity as `masthead.toml` has it.
pub(super) fn severity_or_off(severity: Option<Severity>) -> &'static str {
    severity.map_or("off", Severity::name)
}
