//! `masthead check --write-baseline`: accepts what is found now, so that a desk with an old archive sees what is new.

use super::desk::Desk;
use super::findings::Report;
use super::paths::Given;
use super::replace::replace;
use super::words::{count, plainly};
use crate::config::{BASELINE_NAME, Baseline, FILE_NAME};
use crate::rules::{find_rule, is_failure};
use anyhow::{Context, Result, bail};
use std::collections::BTreeSet;
use std::fs::File;
use std::io::Write;
use std::path::Path;

/// Writes the baseline of every corpus that was judged, and prints what it accepts. Articles that were not judged
/// keep what they had, unless they are gone.
///
/// Fails where a corpus has no `masthead.toml` for it to stand beside, or where the file cannot be written.
pub(super) fn write_baseline(desks: &[Desk], report: &Report, given: &Given) -> Result<u8> {
    if let Some(desk) = desks.iter().find(|desk| !desk.settings.root.join(FILE_NAME).is_file()) {
        let folder = given.shown(&desk.settings.root);
        bail!(
            "there is no masthead.toml in {folder} or above it: “masthead init” makes one, and the baseline stands beside it"
        );
    }
    let mut out = anstream::stdout().lock();
    for desk in desks {
        let path = desk.settings.root.join(BASELINE_NAME);
        let shown = given.shown(&path);
        let old = desk.settings.files.iter().find(|(file, _)| **file == *path).map(|(_, text)| &**text);
        let (baseline, findings, articles) = accepted(desk, report, old.unwrap_or_default());
        write(&path, old, &baseline.to_toml()).with_context(|| format!("{shown} cannot be written"))?;
        let findings = count(findings, "finding is accepted", "findings are accepted");
        let articles = count(articles, "article", "articles");
        writeln!(out, "{shown}: {findings} in {articles}, and not reported any more. New ones are.")?;
    }
    Ok(0)
}

/// The baseline of a corpus from now on; how many findings it accepts of the articles that were judged, and in how
/// many of them. `old` is the text of the last one.
fn accepted(desk: &Desk, report: &Report, old: &str) -> (Baseline, usize, usize) {
    let relative = |path: &Path| desk.snapshot.relative(path);
    let judged: BTreeSet<String> = desk.reported.iter().map(|path| relative(path)).collect();
    let mut baseline = Baseline::parse(old).0;
    baseline.forget(|article| judged.contains(article) || !desk.settings.root.join(article).exists());
    let (mut findings, mut articles) = (0, 0);
    for file in report.files.iter().filter(|file| file.article && desk.reported.contains(&file.path)) {
        let before = findings;
        for finding in &file.findings {
            // What is wrong with a comment or a setting is mended, not accepted, and a failure is no finding.
            if find_rule(finding.diagnostic.rule).is_some() && !is_failure(&finding.diagnostic) {
                baseline.accept(&relative(&file.path), finding.diagnostic.rule, finding.words.clone());
                findings += 1;
            }
        }
        articles += usize::from(findings > before);
    }
    (baseline, findings, articles)
}

fn write(path: &Path, old: Option<&str>, new: &str) -> Result<()> {
    match old {
        Some(old) if old == new => Ok(()),
        Some(old) => replace(path, old, new),
        None => {
            let written = File::create_new(path).and_then(|mut file| file.write_all(new.as_bytes()));
            written.map_err(|error| plainly("its folder cannot be written to", &error))
        }
    }
}
