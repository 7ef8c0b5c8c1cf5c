//! Findings as GitHub workflow commands: GitHub shows them beside the lines of a pull request.

use super::as_text::nothing_to_check;
use super::excerpt::printable;
use super::findings::{Finding, Judged, Report, Unread};
use crate::diagnostic::Severity;
use std::fmt::Write;

/// A command a finding, and one for each article that was to be checked and could not be. Lines and columns count from 1,
/// columns in characters.
pub(super) fn as_github(report: &Report) -> String {
    let findings = report.findings().map(|(file, finding)| command(file, finding));
    let grave = || report.skipped.iter().filter(|file| file.grave);
    let unread = grave().map(unread);
    // Who wrote a wrong path shall not take the silence for praise.
    let nothing = nothing_to_check(report).filter(|_| grave().next().is_none());
    let nothing = nothing.map(|told| format!("::warning title=nothing checked::{}\n", data(told)));
    findings.chain(unread).chain(nothing).collect()
}

fn unread(file: &Unread) -> String {
    format!("::error file={},title=not checked::{}\n", property(&file.shown), data(&printable(&file.why)))
}

fn command(file: &Judged, finding: &Finding) -> String {
    let diagnostic = &finding.diagnostic;
    let level = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Information | Severity::Hint => "notice",
    };
    let (start, end) = (finding.start, finding.end);
    let mut command = format!("::{level} file={},line={}", property(&file.shown), start.line + 1);
    let _ = write!(command, ",endLine={}", end.line + 1);
    // GitHub takes columns only for a finding on one line.
    if start.line == end.line {
        let _ = write!(command, ",col={},endColumn={}", start.char + 1, end.char + 1);
    }
    let lines = std::iter::once(&diagnostic.message).chain(&diagnostic.notes);
    let message: Vec<_> = lines.map(|line| printable(line)).collect();
    let _ = writeln!(command, ",title={}::{}", property(diagnostic.rule), data(&message.join("\n")));
    command
}

/// The text of a command, escaped.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property, escaped.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_means_something_to_github_is_escaped() {
        assert_eq!(data("100 %\r\nof it, see: this"), "100 %25%0D%0Aof it, see: this");
        assert_eq!(property("a,b:c%.md"), "a%2Cb%3Ac%25.md");
    }
}
