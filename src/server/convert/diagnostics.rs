//! Diagnostics.

use super::super::abilities::Abilities;
use super::place::{place_range, range_between};
use super::uri::uri_of;
use crate::diagnostic::{Diagnostic, Related, Severity};
use crate::rules::find_rule;
use crate::text::{Lines, Point};
use crate::workspace::Settings;
use std::path::Path;
use std::str::FromStr;
use tower_lsp::ls_types::{self as lsp, Uri};

/// Whose diagnostics they are: the file's path and its URI as the client writes it.
#[derive(Clone, Copy)]
pub(crate) struct Owner<'a> {
    /// The file.
    pub(crate) path: &'a Path,
    /// Its URI.
    pub(crate) uri: &'a Uri,
}

/// Diagnostics of one file, with as much as the client can show; `point` tells where a byte of the file stands.
pub(crate) fn diagnostics(
    found: &[Diagnostic],
    point: &dyn Fn(usize) -> Point,
    owner: Owner,
    abilities: &Abilities,
) -> Vec<lsp::Diagnostic> {
    found.iter().map(|diagnostic| one(diagnostic, point, owner, abilities)).collect()
}

/// What is wrong with the settings or catalog file at `path`, in text order; nothing where it is none of these.
pub(crate) fn faults(
    settings: &Settings,
    path: &Path,
    uri: &Uri,
    abilities: &Abilities,
) -> Vec<lsp::Diagnostic> {
    let Some((_, text)) = settings.files.iter().find(|(file, _)| **file == *path) else { return Vec::new() };
    let found = settings.faults.iter().filter(|(file, _)| **file == *path);
    let mut found: Vec<_> = found.flat_map(|(_, found)| found.clone()).collect();
    found.sort_by_key(|fault| fault.span);
    let lines = Lines::new(text);
    diagnostics(&found, &|at| lines.point(at).behind_mark(text), Owner { path, uri }, abilities)
}

/// The same for one of them.
pub(super) fn one(
    found: &Diagnostic,
    point: &dyn Fn(usize) -> Point,
    owner: Owner,
    abilities: &Abilities,
) -> lsp::Diagnostic {
    let related: Vec<_> = found.related.iter().filter_map(|place| also(place, owner, abilities)).collect();
    lsp::Diagnostic {
        range: range_between(point(found.span.start), point(found.span.end), abilities.encoding),
        severity: Some(severity(found.severity)),
        code: Some(lsp::NumberOrString::String(found.rule.to_owned())),
        code_description: abilities.rule_pages.as_deref().and_then(|pages| rule_page(pages, found.rule)),
        source: Some("masthead".to_owned()),
        message: message(found),
        related_information: Some(related).filter(|related| !related.is_empty()),
        ..lsp::Diagnostic::default()
    }
}

/// What is said, and below it what to do about it: an editor has no other place for that.
fn message(found: &Diagnostic) -> String {
    std::iter::once(&found.message).chain(&found.notes).map(String::as_str).collect::<Vec<_>>().join("\n")
}

/// Another place that belongs to one; `None` where the client shows none, or no editor can open it.
pub(super) fn also(
    related: &Related,
    owner: Owner,
    abilities: &Abilities,
) -> Option<lsp::DiagnosticRelatedInformation> {
    let Related { place, message } = related;
    if !abilities.related {
        return None;
    }
    let own = place.path.as_ref() == owner.path;
    let uri = if own { Some(owner.uri.clone()) } else { uri_of(&place.path) }?;
    let location = lsp::Location::new(uri, place_range(place, abilities.encoding));
    Some(lsp::DiagnosticRelatedInformation { location, message: message.clone() })
}

fn severity(severity: Severity) -> lsp::DiagnosticSeverity {
    match severity {
        Severity::Error => lsp::DiagnosticSeverity::ERROR,
        Severity::Warning => lsp::DiagnosticSeverity::WARNING,
        Severity::Information => lsp::DiagnosticSeverity::INFORMATION,
        Severity::Hint => lsp::DiagnosticSeverity::HINT,
    }
}

/// The page of a rule, one click away. What is no rule's finding has none.
pub(super) fn rule_page(pages: &str, rule: &str) -> Option<lsp::CodeDescription> {
    let href = Uri::from_str(&format!("{pages}{}.md", find_rule(rule)?.name())).ok()?;
    Some(lsp::CodeDescription { href })
}
