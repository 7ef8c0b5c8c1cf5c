//! Findings in SARIF 2.1.0, the format that code review tools read.

use super::as_json::pretty;
use super::excerpt::printable;
use super::findings::{Finding, Judged, Report};
use super::paths::Given;
use crate::diagnostic::{Fix, Related, Severity};
use crate::rules::RULES;
use crate::text::Point;
use anyhow::Result;
use serde::Serialize;
use std::borrow::Cow;
use std::fmt::Write;

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a>; 1],
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Tool,
    column_kind: &'static str,
    invocations: [Invocation<'a>; 1],
    results: Vec<ResultOut<'a>>,
}

#[derive(Debug, Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    semantic_version: &'static str,
    rules: Vec<RuleOut>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct RuleOut {
    id: &'static str,
    short_description: Text<'static>,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<Help>,
    default_configuration: Configuration,
}

#[derive(Debug, Serialize)]
struct Help {
    text: &'static str,
    markdown: &'static str,
}

#[derive(Debug, Serialize)]
struct Configuration {
    enabled: bool,
    level: &'static str,
}

#[derive(Debug, Serialize)]
struct Text<'a> {
    text: Cow<'a, str>,
}

impl<'a> Text<'a> {
    /// What the file is to hold, as it is.
    fn exactly(text: &'a str) -> Self {
        Self { text: text.into() }
    }

    /// What a person reads: it gives the viewer nothing to obey, and no link but to a place that is named beside it. A link
    /// of SARIF (§3.11.6) is `[words](target)`, and viewers differ in what they take for an escape of it.
    fn shown(text: &'a str) -> Self {
        match printable(text) {
            text if text.contains("](") => Self { text: text.replace("](", "] (").into() },
            text => Self { text },
        }
    }
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Invocation<'a> {
    execution_successful: bool,
    tool_execution_notifications: Vec<Notification<'a>>,
}

#[derive(Debug, Serialize)]
struct Notification<'a> {
    level: &'static str,
    message: Text<'a>,
    locations: [Location<'a>; 1],
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct ResultOut<'a> {
    rule_id: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule_index: Option<usize>,
    level: &'static str,
    message: Text<'a>,
    locations: [Location<'a>; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<FixOut<'a>>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Location<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Text<'a>>,
    physical_location: PhysicalLocation,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct ArtifactLocation {
    uri: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    uri_base_id: Option<&'static str>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: u32,
    start_column: u32,
    end_line: u32,
    end_column: u32,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct FixOut<'a> {
    description: Text<'a>,
    artifact_changes: [ArtifactChange<'a>; 1],
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct ArtifactChange<'a> {
    artifact_location: ArtifactLocation,
    replacements: Vec<Replacement<'a>>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement<'a> {
    deleted_region: Region,
    inserted_content: Text<'a>,
}

/// The report as one SARIF log.
pub(super) fn as_sarif(report: &Report, given: &Given) -> Result<String> {
    let notifications = report.skipped.iter().map(|file| Notification {
        level: if file.grave { "error" } else { "note" },
        message: Text::shown(&file.why),
        locations: [Location { message: None, physical_location: place(&file.shown, None) }],
    });
    let driver =
        Driver { name: "Masthead", semantic_version: env!("CARGO_PKG_VERSION"), rules: rules().collect() };
    let run = Run {
        tool: Tool { driver },
        column_kind: "unicodeCodePoints",
        invocations: [Invocation {
            execution_successful: !report.is_incomplete(),
            tool_execution_notifications: notifications.collect(),
        }],
        results: report.findings().map(|(file, finding)| result(file, finding, given)).collect(),
    };
    let schema = "https://json.schemastore.org/sarif-2.1.0.json";
    pretty(&Log { schema, version: "2.1.0", runs: [run] })
}

fn rules() -> impl Iterator<Item = RuleOut> {
    let faults = [("catalog", "a mistake in a catalog file"), ("config", "a mistake in masthead.toml")];
    let faults = faults.map(|(id, summary)| RuleOut {
        id,
        short_description: Text::exactly(summary),
        help: None,
        default_configuration: Configuration { enabled: true, level: "error" },
    });
    let rules = RULES.iter().map(|rule| RuleOut {
        id: rule.name(),
        short_description: Text::exactly(rule.summary()),
        help: Some(Help { text: rule.page(), markdown: rule.page() }),
        default_configuration: Configuration {
            enabled: rule.severity().is_some(),
            level: level(rule.severity().unwrap_or(Severity::Hint)),
        },
    });
    faults.into_iter().chain(rules)
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Information | Severity::Hint => "note",
    }
}

fn result<'a>(file: &Judged, finding: &'a Finding, given: &Given) -> ResultOut<'a> {
    let diagnostic = &finding.diagnostic;
    let at = place(&file.shown, Some((finding.start, finding.end)));
    ResultOut {
        rule_id: diagnostic.rule,
        rule_index: rules().position(|rule| rule.id == diagnostic.rule),
        level: level(diagnostic.severity),
        message: Text::shown(&diagnostic.message),
        locations: [Location { message: None, physical_location: at }],
        related_locations: diagnostic.related.iter().map(|related| related_out(related, given)).collect(),
        fixes: diagnostic.fixes.iter().zip(&finding.edits).map(|(fix, at)| fix_out(file, fix, at)).collect(),
    }
}

fn related_out<'a>(related: &'a Related, given: &Given) -> Location<'a> {
    let at = &related.place;
    let physical_location = place(&given.shown(&at.path), Some((at.start, at.end)));
    Location { message: Some(Text::shown(&related.message)), physical_location }
}

fn fix_out<'a>(file: &Judged, fix: &'a Fix, points: &[(Point, Point)]) -> FixOut<'a> {
    let replacements = fix.edits.iter().zip(points).map(|(edit, (start, end))| Replacement {
        deleted_region: region(*start, *end),
        inserted_content: Text::exactly(&edit.text),
    });
    let artifact_location = place(&file.shown, None).artifact_location;
    let change = ArtifactChange { artifact_location, replacements: replacements.collect() };
    FixOut { description: Text::shown(&fix.title), artifact_changes: [change] }
}

fn place(shown: &str, points: Option<(Point, Point)>) -> PhysicalLocation {
    let absolute = shown.starts_with('/');
    let uri = if absolute { format!("file://{}", encoded(shown)) } else { encoded(shown) };
    let uri_base_id = (!absolute).then_some("%SRCROOT%");
    let region = points.map(|(start, end)| region(start, end));
    PhysicalLocation { artifact_location: ArtifactLocation { uri, uri_base_id }, region }
}

/// Columns count characters from 1, as `columnKind` says.
fn region(start: Point, end: Point) -> Region {
    Region {
        start_line: start.line + 1,
        start_column: start.char + 1,
        end_line: end.line + 1,
        end_column: end.char + 1,
    }
}

/// A path as the path of a URI (RFC 3986): bytes that have a meaning there are percent-encoded.
fn encoded(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(byte as char)
            }
            _ => {
                let _ = write!(uri, "%{byte:02X}");
            }
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_make_no_link() {
        let shown = Text::shown("write “[press](command:rm)”, not “\u{1b}[31m\u{9b}2J”");
        assert_eq!(shown.text, "write “[press] (command:rm)”, not “\\u{1b}[31m\\u{9b}2J”");
        assert!(matches!(Text::shown("write “[sic]”").text, Cow::Borrowed(_)));
    }

    #[test]
    fn paths_become_uris() {
        assert_eq!(place("a b/한.md", None).artifact_location.uri, "a%20b/%ED%95%9C.md");
        let outside = place("/elsewhere/a:b.md", None).artifact_location;
        assert_eq!((outside.uri.as_str(), outside.uri_base_id), ("file:///elsewhere/a%3Ab.md", None));
    }
}
