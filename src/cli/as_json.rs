//! Findings for programs: one JSON object.
//!
//! Lines and columns count from 1, columns in characters; `offset` is a byte of the file. The findings of a
//! file stand in text order, files in path order.

use super::excerpt::unsafe_to_print;
use super::findings::{Finding, Judged, Report};
use super::paths::Given;
use crate::diagnostic::{Fix, Related};
use crate::text::Point;
use anyhow::Result;
use serde::Serialize;
use std::fmt::Write;

#[derive(Debug, Serialize)]
struct Output<'a> {
    articles: usize,
    known_names: usize,
    new_names: usize,
    findings: Vec<FindingOut<'a>>,
    skipped: Vec<SkippedOut<'a>>,
}

#[derive(Debug, Serialize)]
struct FindingOut<'a> {
    path: &'a str,
    rule: &'a str,
    severity: &'a str,
    message: &'a str,
    start: Place,
    end: Place,
    related: Vec<RelatedOut<'a>>,
    fixes: Vec<FixOut<'a>>,
    notes: &'a [String],
}

#[derive(Debug, Serialize)]
struct Place {
    line: u32,
    column: u32,
    offset: usize,
}

#[derive(Debug, Serialize)]
struct RelatedOut<'a> {
    path: String,
    start: Place,
    end: Place,
    message: &'a str,
}

#[derive(Debug, Serialize)]
struct FixOut<'a> {
    title: &'a str,
    safe: bool,
    edits: Vec<EditOut<'a>>,
}

#[derive(Debug, Serialize)]
struct EditOut<'a> {
    start: Place,
    end: Place,
    text: &'a str,
}

#[derive(Debug, Serialize)]
struct SkippedOut<'a> {
    path: &'a str,
    why: &'a str,
}

/// The report as one JSON object on several lines.
pub(super) fn as_json(report: &Report, given: &Given) -> Result<String> {
    let output = Output {
        articles: report.articles,
        known_names: report.known,
        new_names: report.new,
        findings: report.findings().map(|(file, found)| finding_out(file, found, given)).collect(),
        skipped: report.skipped.iter().map(|file| SkippedOut { path: &file.shown, why: &file.why }).collect(),
    };
    pretty(&output)
}

/// `value` on several lines. What a terminal would obey is written as JSON's own escapes, which mean the same.
pub(super) fn pretty(value: &impl Serialize) -> Result<String> {
    let json = serde_json::to_string_pretty(value)? + "\n";
    // Apart from the ends of its lines, JSON has such characters in its strings alone.
    let obeyed = |c: char| c != '\n' && unsafe_to_print(c);
    if !json.contains(obeyed) {
        return Ok(json);
    }
    let mut safe = String::with_capacity(json.len() + 8);
    for c in json.chars() {
        if obeyed(c) {
            // ok: all of them have four digits at most, as `unsafe_to_print` lists them.
            let _ = write!(safe, "\\u{:04x}", u32::from(c));
        } else {
            safe.push(c);
        }
    }
    Ok(safe)
}

fn finding_out<'a>(file: &'a Judged, finding: &'a Finding, given: &Given) -> FindingOut<'a> {
    let diagnostic = &finding.diagnostic;
    FindingOut {
        path: &file.shown,
        rule: diagnostic.rule,
        severity: diagnostic.severity.name(),
        message: &diagnostic.message,
        start: place(finding.start, diagnostic.span.start),
        end: place(finding.end, diagnostic.span.end),
        related: diagnostic.related.iter().map(|related| related_out(related, given)).collect(),
        fixes: diagnostic.fixes.iter().zip(&finding.edits).map(fix_out).collect(),
        notes: &diagnostic.notes,
    }
}

fn related_out<'a>(related: &'a Related, given: &Given) -> RelatedOut<'a> {
    let at = &related.place;
    RelatedOut {
        path: given.shown(&at.path),
        start: place(at.start, at.span.start),
        end: place(at.end, at.span.end),
        message: &related.message,
    }
}

fn fix_out<'a>((fix, points): (&'a Fix, &'a Vec<(Point, Point)>)) -> FixOut<'a> {
    let edits = fix.edits.iter().zip(points).map(|(edit, (start, end))| EditOut {
        start: place(*start, edit.span.start),
        end: place(*end, edit.span.end),
        text: &edit.text,
    });
    FixOut { title: &fix.title, safe: fix.safe, edits: edits.collect() }
}

fn place(point: Point, offset: usize) -> Place {
    Place { line: point.line + 1, column: point.char + 1, offset }
}
