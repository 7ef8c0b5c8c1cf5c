//! `masthead check`: reports names that are written inconsistently, and mends what can be mended safely.

use super::arguments::{CheckArguments, FailOn, OutputFormat};
use super::as_github::as_github;
use super::as_json::as_json;
use super::as_sarif::as_sarif;
use super::as_text::{as_text, skipped};
use super::desk::{Desk, load};
use super::excerpt::printable;
use super::findings::Report;
use super::paths::Given;
use super::repair::{Repair, diff, repair};
use super::words::count;
use crate::config::{Config, RuleSetting};
use crate::diagnostic::Severity;
use crate::rules::find_rule;
use crate::text::Span;
use anyhow::Result;
use std::io::{IsTerminal, Write};
use std::time::Instant;

/// How often fixes are applied at most: a fix may make room for one that overlapped with it, never endlessly.
const ROUNDS: usize = 4;

/// Exit code 0 or, with findings at or above `--fail-on`, 1; 2 when a fix could not be written.
pub(super) fn check(arguments: &CheckArguments, out: &mut dyn Write) -> Result<u8> {
    let begun = Instant::now();
    let given = Given::existing(&arguments.paths)?;
    let (mut desks, mut report) = judged(arguments, &given);
    let mut done = Repair::default();
    if arguments.fix {
        for _ in 0..ROUNDS {
            let round = repair(&report, &desks);
            done.refused = round.refused;
            if round.findings == 0 {
                break;
            }
            done.findings += round.findings;
            done.articles.extend(round.articles);
            (desks, report) = judged(arguments, &given);
        }
    }
    let text = match arguments.format {
        _ if arguments.diff => as_diff(&report, &desks)?,
        OutputFormat::Text => as_text(&report, &given),
        OutputFormat::Json => as_json(&report, &given)?,
        OutputFormat::Sarif => as_sarif(&report, &given)?,
        OutputFormat::Github => as_github(&report),
    };
    out.write_all(text.as_bytes())?;
    out.flush()?;
    tell(arguments, &report, &done, begun)?;
    Ok(exit_code(arguments.fail_on, &report, &done))
}

fn judged(arguments: &CheckArguments, given: &Given) -> (Vec<Desk>, Report) {
    let desks = load(given, &|config| ask_for(config, &arguments.rules));
    let report = Report::new(&desks, given, &arguments.rules);
    (desks, report)
}

/// A rule that is asked for by name is judged, even where it is off.
fn ask_for(config: &mut Config, rules: &[String]) {
    for name in rules {
        let off = config.rules.get(name).is_none_or(|setting| setting.severity.is_none());
        let default = find_rule(name).and_then(|rule| rule.severity());
        if off && (default.is_none() || config.rules.contains_key(name)) {
            let severity = Some(default.unwrap_or(Severity::Information));
            config.rules.insert(name.clone(), RuleSetting { severity, name_span: Span::new(0, 0) });
        }
    }
}

/// The diff: as it is for a program, and safe to look at on a terminal.
fn as_diff(report: &Report, desks: &[Desk]) -> Result<String> {
    let text = diff(report, desks)?;
    if !std::io::stdout().is_terminal() {
        return Ok(text);
    }
    Ok(text.lines().map(|line| format!("{}\n", printable(line))).collect())
}

/// What is not part of the report goes to stderr: skipped files, what was fixed, the time on a terminal.
fn tell(arguments: &CheckArguments, report: &Report, done: &Repair, begun: Instant) -> Result<()> {
    let mut err = anstream::stderr().lock();
    err.write_all(skipped(report).as_bytes())?;
    if arguments.fix {
        let findings = count(done.findings, "finding", "findings");
        let articles = count(done.articles.len(), "article", "articles");
        match done.findings {
            0 => writeln!(err, "Nothing was fixed.")?,
            _ => writeln!(err, "Fixed {findings} in {articles}.")?,
        }
    }
    for (path, why) in &done.refused {
        writeln!(err, "{} was left as it is: {why}", printable(path))?;
    }
    if std::io::stderr().is_terminal() && std::io::stdout().is_terminal() {
        writeln!(err, "{:.2} s", begun.elapsed().as_secs_f64())?;
    }
    Ok(())
}

fn exit_code(fail_on: FailOn, report: &Report, done: &Repair) -> u8 {
    if !done.refused.is_empty() {
        return 2;
    }
    u8::from(match fail_on {
        FailOn::Warning => report.has(Severity::Warning),
        FailOn::Information => report.has(Severity::Information),
        FailOn::Never => false,
    })
}
