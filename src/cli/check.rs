//! `masthead check`: reports names that are written inconsistently, and mends what can be mended safely.

use super::arguments::{CheckArguments, FailOn, OutputFormat};
use super::as_github::as_github;
use super::as_json::as_json;
use super::as_sarif::as_sarif;
use super::as_text::{as_text, skipped};
use super::baseline::write_baseline;
use super::changed::changed_since;
use super::desk::{Desk, Named, load};
use super::excerpt::printable;
use super::findings::Report;
use super::held::{Held, ROOM};
use super::paths::Given;
use super::repair::{Repair, diff, repair};
use super::words::{count, plainly};
use crate::config::{Config, RuleSetting};
use crate::diagnostic::Severity;
use crate::rules::find_rule;
use crate::text::Span;
use anyhow::{Result, bail};
use std::io::{self, IsTerminal, Read, Write};
use std::sync::Arc;
use std::time::Instant;

/// The most that is taken from standard input, in bytes, before it is known how large an article may be: a pipe need not end.
const LONGEST: u64 = 64_000_000;

/// How often fixes are applied at most: a fix may make room for one that overlapped with it, never endlessly.
const ROUNDS: usize = 4;

/// Exit code 0 or, with findings at or above `--fail-on`, 1; 2 when a fix could not be written, or an article that was to
/// be checked could not be.
pub(super) fn check(arguments: &CheckArguments) -> Result<u8> {
    let begun = Instant::now();
    let given = match arguments.format {
        // A diff is applied from where it was made.
        OutputFormat::Sarif | OutputFormat::Github if !arguments.diff => {
            given(arguments)?.seen_from_repository()
        }
        _ => given(arguments)?,
    };
    let (mut desks, mut report) = judged(arguments, &given)?;
    if arguments.write_baseline {
        let code = write_baseline(&desks, &report, &given)?;
        tell(arguments, &report, &Repair::default(), begun);
        return Ok(if report.is_incomplete() { 2 } else { code });
    }
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
            (desks, report) = judged(arguments, &given)?;
        }
    }
    print(arguments, &report, &desks, &given)?;
    tell(arguments, &report, &done, begun);
    Ok(exit_code(arguments.fail_on, &report, &done))
}

/// What is to be checked: paths, or what comes on standard input as the article that it is to be.
fn given(arguments: &CheckArguments) -> Result<Given> {
    let Some(path) = &arguments.stdin_filename else {
        if arguments.paths.iter().any(|path| path.as_os_str() == "-") {
            bail!(
                "“-” names no article: to check standard input, say which it is with --stdin-filename PATH"
            );
        }
        return Given::existing(&arguments.paths);
    };
    let mut text = Vec::new();
    let all = io::stdin().lock().take(LONGEST + 1).read_to_end(&mut text);
    all.map_err(|error| plainly("standard input cannot be read", &error))?;
    if text.len() as u64 > LONGEST {
        bail!("standard input goes on beyond {} MB: that is no article", LONGEST / 1_000_000);
    }
    Given::typed(path, text)
}

/// Prints the report. Only the text for people has colours, and goes where they are taken out of a pipe;
/// everything else is printed byte by byte.
fn print(arguments: &CheckArguments, report: &Report, desks: &[Desk], given: &Given) -> Result<()> {
    let text = match arguments.format {
        _ if arguments.diff => as_diff(report, desks, given)?,
        OutputFormat::Text => {
            let mut out = anstream::stdout().lock();
            out.write_all(as_text(report, given).as_bytes())?;
            return Ok(out.flush()?);
        }
        OutputFormat::Json => as_json(report, given)?,
        OutputFormat::Sarif => as_sarif(report, given)?,
        OutputFormat::Github => as_github(report),
    };
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    Ok(out.flush()?)
}

fn judged(arguments: &CheckArguments, given: &Given) -> Result<(Vec<Desk>, Report)> {
    let mut desks = load(given, Named::Articles, Held::with_room(ROOM), &|config| {
        ask_for(config, &arguments.rules);
        if arguments.write_baseline {
            config.baseline = Arc::default();
        }
    });
    if let Some(revision) = &arguments.changed_since {
        for desk in &mut desks {
            let changed = changed_since(revision, &desk.settings.root)?;
            desk.reported.retain(|path| changed.contains(path));
        }
    }
    let report = Report::new(&desks, given, &arguments.rules);
    Ok((desks, Report { since: arguments.changed_since.clone(), ..report }))
}

/// A rule that is asked for by name is judged, even where it is off.
fn ask_for(config: &mut Config, rules: &[String]) {
    for name in rules {
        if config.rules.get(name).is_none_or(|setting| setting.severity.is_none()) {
            let default = find_rule(name).and_then(|rule| rule.severity());
            let severity = Some(default.unwrap_or(Severity::Information));
            config.rules.insert(name.clone(), RuleSetting { severity, name_span: Span::new(0, 0) });
        }
    }
}

/// The diff: as it is for a program, and safe to look at on a terminal. Where it fits another folder, stderr says so.
fn as_diff(report: &Report, desks: &[Desk], given: &Given) -> Result<String> {
    let (text, folder) = diff(report, desks, given)?;
    if folder != given.here() {
        let folder = given.shown(&folder);
        // Where nobody listens nothing need be told.
        let _ = writeln!(io::stderr(), "The paths of the diff are seen from “{}”.", printable(&folder));
    }
    if !io::stdout().is_terminal() {
        return Ok(text);
    }
    Ok(text.lines().map(|line| format!("{}\n", printable(line))).collect())
}

/// What is not part of the report goes to stderr: skipped files, what was fixed, the time on a terminal.
fn tell(arguments: &CheckArguments, report: &Report, done: &Repair, begun: Instant) {
    let mut text = skipped(report);
    if arguments.fix {
        let findings = count(done.findings, "finding", "findings");
        let articles = count(done.articles.len(), "article", "articles");
        text.push_str(&match done.findings {
            0 => "Nothing was fixed.\n".to_owned(),
            _ => format!("Fixed {findings} in {articles}.\n"),
        });
    }
    for (path, why) in &done.refused {
        text.push_str(&format!("{} was left as it is: {why}\n", printable(path)));
    }
    if io::stderr().is_terminal() && io::stdout().is_terminal() {
        text.push_str(&format!("{:.2} s\n", begun.elapsed().as_secs_f64()));
    }
    // Where nobody listens nothing need be told: the exit code says it as well.
    let _ = io::stderr().write_all(text.as_bytes());
}

fn exit_code(fail_on: FailOn, report: &Report, done: &Repair) -> u8 {
    if !done.refused.is_empty() || report.is_incomplete() {
        return 2;
    }
    u8::from(match fail_on {
        FailOn::Warning => report.has(Severity::Warning),
        FailOn::Information => report.has(Severity::Information),
        FailOn::Never => false,
    })
}
