//! Findings for people: source line and carets, then what to do next.

use super::excerpt::printable;
use super::findings::{Finding, Judged, Report, Unread};
use super::paths::Given;
use super::words::{count, word};
use crate::diagnostic::{Diagnostic, Fix, Related, Severity};
use crate::rules::find_rule;
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Message, Origin, Renderer, Snippet};
use std::fmt::Write;

/// Findings that are shown with their line; more do not help anybody.
const IN_FULL: usize = 10;
/// Places named beside a finding.
const PLACES: usize = 5;

/// The whole report.
pub(super) fn as_text(report: &Report, given: &Given) -> String {
    let grave = |finding: &Finding| finding.diagnostic.severity <= Severity::Warning;
    let (mut first, mut later): (Vec<_>, Vec<_>) = report.findings().partition(|(_, finding)| grave(finding));
    first.sort_by_key(|(_, finding)| finding.diagnostic.severity);
    later.sort_by_key(|(_, finding)| finding.diagnostic.severity);
    let briefly = first.split_off(first.len().min(IN_FULL));

    let mut text = String::new();
    for (file, finding) in first {
        text.push_str(&in_full(file, finding, given));
        text.push_str("\n\n");
    }
    for (file, finding) in briefly.into_iter().chain(later) {
        text.push_str(&in_brief(file, finding));
    }
    if !text.is_empty() && !text.ends_with("\n\n") {
        text.push('\n');
    }
    text.push_str(&summary(report));
    text
}

/// A finding with its line, carets, related places and cure.
pub(super) fn in_full(file: &Judged, finding: &Finding, given: &Given) -> String {
    let diagnostic = &finding.diagnostic;
    let level = level(diagnostic.severity);
    let path = printable(&file.shown);
    let origin = Origin::path(path).line(line(finding)).char_column(column(finding));
    let span = finding.excerpt.span;
    let snippet = Snippet::source(finding.excerpt.text.as_str())
        .line_start(line(finding))
        .fold(false)
        .annotation(AnnotationKind::Primary.span(span.start..span.end));
    let title = level.primary_title(printable(&diagnostic.message)).id(diagnostic.rule);
    let group =
        Group::with_title(title).element(origin).element(snippet).elements(notes(file, diagnostic, given));
    together(&Renderer::styled().decor_style(DecorStyle::Unicode).term_width(160).render(&[group]))
}

/// The lines below the source line: other places, the cure, remarks. The cure of a mistake in a catalog stands
/// in its remarks.
fn notes<'a>(file: &Judged, diagnostic: &'a Diagnostic, given: &Given) -> Vec<Message<'a>> {
    let also = also(&diagnostic.related, given).into_iter();
    let mut notes: Vec<Message> = also.map(|text| Level::NOTE.with_name("also").message(text)).collect();
    if let Some(fix) = diagnostic.fixes.first().filter(|_| file.article) {
        notes.push(Level::HELP.with_name("fix").message(cure(fix)));
    }
    notes.extend(diagnostic.notes.iter().map(|note| Level::NOTE.no_name().message(printable(note))));
    notes
}

/// The renderer parts an origin from a line without a path by a “⸬”; here they are one thing. The line and
/// column cannot be left to it, as the excerpt does not begin where the file's line does.
fn together(rendered: &str) -> String {
    const PARTING: usize = 3;
    let parted = |(nth, line): &(usize, &str)| *nth == PARTING && line.contains('⸬');
    let lines: Vec<&str> =
        rendered.lines().enumerate().filter(|line| !parted(line)).map(|(_, line)| line).collect();
    lines.join("\n")
}

fn in_brief(file: &Judged, finding: &Finding) -> String {
    let (line, column, diagnostic) = (line(finding), column(finding), &finding.diagnostic);
    let (shown, message) = (printable(&file.shown), printable(&diagnostic.message));
    format!("{shown}:{line}:{column}: {}[{}]: {message}\n", diagnostic.severity.name(), diagnostic.rule)
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Information => Level::INFO.with_name(severity.name()),
        Severity::Hint => Level::HELP.with_name(severity.name()),
    }
}

fn line(finding: &Finding) -> usize {
    finding.start.line as usize + 1
}

fn column(finding: &Finding) -> usize {
    finding.start.char as usize + 1
}

/// The related places, those with the same message together: "two-track.md:10, workshop.md:8: GTAC".
fn also(related: &[Related], given: &Given) -> Vec<String> {
    let mut messages: Vec<&str> = Vec::new();
    for related in related {
        if !messages.contains(&related.message.as_str()) {
            messages.push(&related.message);
        }
    }
    let places = |message: &str| {
        let same: Vec<&Related> = related.iter().filter(|related| related.message == message).collect();
        let shown = same
            .iter()
            .take(PLACES)
            .map(|related| format!("{}:{}", given.shown(&related.place.path), related.place.start.line + 1));
        let mut places: Vec<String> = shown.collect();
        if same.len() > PLACES {
            places.push(format!("{} more", same.len() - PLACES));
        }
        printable(&format!("{}: {message}", places.join(", "))).into_owned()
    };
    messages.into_iter().map(places).collect()
}

fn cure(fix: &Fix) -> String {
    let how = if fix.safe { "masthead check --fix" } else { "choose in the editor" };
    format!("{}   ({how})", printable(&fix.title))
}

/// What was found, in a line or two, and what to do next.
fn summary(report: &Report) -> String {
    let mut text = String::new();
    let faults: usize =
        report.files.iter().filter(|file| !file.article).map(|file| file.findings.len()).sum();
    if faults > 0 {
        let _ = writeln!(text, "{} in masthead.toml and the catalogs", count(faults, "mistake", "mistakes"));
    }
    text.push_str(&result(report));
    if report.accepted > 0 {
        let accepted = count(report.accepted, "finding", "findings");
        let _ = writeln!(text, "{accepted} that masthead-baseline.toml accepts: not shown.");
    }
    if report.idle > 0 {
        let idle = count(report.idle, "entry", "entries");
        let are = if report.idle == 1 { "is" } else { "are" };
        let _ = writeln!(
            text,
            "{idle} of masthead-baseline.toml {are} not needed any more. “masthead check --write-baseline” writes it anew, with all that is found then."
        );
    }
    text.push_str(match report.unasked {
        0 => "",
        n if n == report.articles => {
            "Only warnings are shown: no masthead.toml here asks for more. “masthead init” makes one.\n"
        }
        _ => "Of articles without a masthead.toml around them only warnings are shown.\n",
    });
    text.push_str(match report.mute {
        0 => "",
        n if n == report.articles => {
            "Only warnings are shown: masthead.toml asks for no more. A line [rules] in it does.\n"
        }
        _ => "Of articles whose masthead.toml asks for nothing only warnings are shown: a line [rules] in it asks for more.\n",
    });
    let next = next(report);
    if !next.is_empty() {
        let _ = writeln!(text, "Next: {}", next.join(" · "));
    }
    text
}

/// What is said where no article was checked, though none is left out for not having changed.
pub(super) fn nothing_to_check(report: &Report) -> Option<&'static str> {
    let unread = report.skipped.iter().any(|file| file.asked);
    (report.articles == 0 && report.since.is_none()).then_some(if unread {
        "Nothing could be read: no article here was checked."
    } else {
        "No articles here: Masthead reads .md, .markdown and .txt files, or what [files] in masthead.toml says."
    })
}

fn result(report: &Report) -> String {
    let articles = count(report.articles, "article", "articles");
    let names = count(report.known, "known name", "known names");
    if let Some(revision) = report.since.as_ref().filter(|_| report.articles == 0) {
        return format!("No article here changed since {}.\n", printable(revision));
    }
    if let Some(told) = nothing_to_check(report) {
        return format!("{told}\n");
    }
    let new = if report.new > 0 { format!(", {} new", report.new) } else { String::new() };
    let files: Vec<&Judged> = report.files.iter().filter(|file| file.article).collect();
    let found: Vec<&Finding> = files.iter().flat_map(|file| &file.findings).collect();
    if found.is_empty() {
        return format!("{articles}, {names}, {}.\n", verdict(report));
    }
    let of = |severity| found.iter().filter(|finding| finding.diagnostic.severity == severity).count();
    let (errors, warnings) = (of(Severity::Error), of(Severity::Warning));
    let fixable = found.iter().filter(|finding| finding.is_fixable()).count();
    let counted = [(errors, "error", "errors"), (warnings, "warning", "warnings")].into_iter();
    let grave: Vec<String> =
        counted.filter(|(n, ..)| *n > 0).map(|(n, one, many)| count(n, one, many)).collect();
    let mut details: Vec<String> = (!grave.is_empty()).then(|| grave.join(", ")).into_iter().collect();
    if fixable > 0 {
        details.push(format!("{fixable} can be fixed with --fix"));
    }
    let details = if details.is_empty() { String::new() } else { format!(" ({})", details.join("; ")) };
    let findings = count(found.len(), "finding", "findings");
    format!("{findings} in {} of {articles}{details} · {names}{new}\n", files.len())
}

/// What is said where nothing was found.
fn verdict(report: &Report) -> String {
    match (&report.rules[..], report.unasked + report.mute) {
        ([], 0) => "all consistent".to_owned(),
        ([], _) => "nothing to warn of".to_owned(),
        (rules, _) => format!("no {}", rules.join(", no ")),
    }
}

/// Commands that show more of what was found.
fn next(report: &Report) -> Vec<String> {
    let gravest = |wanted: fn(&Finding) -> bool| {
        let found = report.findings().filter(|(file, finding)| file.article && wanted(finding));
        found.min_by_key(|(_, finding)| finding.diagnostic.severity)
    };
    let who = gravest(|finding| finding.subject.is_some()).and_then(|(file, finding)| {
        let folder = file.desk.as_ref().map(|folder| format!(" --in {}", word(&printable(folder))));
        let name = word(&printable(finding.subject.as_ref()?));
        Some(format!("masthead who {name}{}", folder.unwrap_or_default()))
    });
    // What no rule finds, as a comment that cannot be read, has no page.
    let rule = gravest(|finding| find_rule(finding.diagnostic.rule).is_some());
    let rule = rule.map(|(_, finding)| finding.diagnostic.rule);
    who.into_iter().chain(rule.map(|rule| format!("masthead explain {rule}"))).collect()
}

/// The lines about files that were not judged.
pub(super) fn skipped(report: &Report) -> String {
    let line = |file: &Unread| format!("skipped {}: {}\n", printable(&file.shown), printable(&file.why));
    report.skipped.iter().map(line).collect()
}
