//! Small words that several outputs share.

use crate::diagnostic::Severity;

/// "no articles", "1 article", "11 articles".
pub(super) fn count(number: usize, one: &str, many: &str) -> String {
    match number {
        0 => format!("no {many}"),
        1 => format!("1 {one}"),
        n => format!("{n} {many}"),
    }
}

/// A rule's severity as `masthead.toml` has it.
pub(super) fn severity_or_off(severity: Option<Severity>) -> &'static str {
    severity.map_or("off", Severity::name)
}
