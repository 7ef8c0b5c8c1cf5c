//! `masthead catalog`: tidies and checks catalog files.

use super::as_text::in_full;
use super::desk::all_settings;
use super::excerpt::printable;
use super::findings::faults;
use super::paths::Given;
use super::replace::replace;
use super::words::count;
use crate::catalog::format_catalog;
use crate::workspace::{Settings, find_root, own_catalogs};
use anyhow::{Result, bail};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Formats the catalogs of the given folders, or the given catalogs. With `check` nothing is written: exit
/// code 1 says that something would be.
pub(super) fn format(paths: &[PathBuf], check: bool, out: &mut dyn Write) -> Result<u8> {
    let given = Given::existing(paths)?;
    let mut changed = 0;
    let mut refused = Vec::new();
    let all = all_settings(&given);
    let skipped = tell_others(&given, &|path| {
        all.iter().any(|s| own_catalogs(&s.files).any(|(own, _)| **own == *path))
    });
    let catalogs: Vec<_> = all.iter().flat_map(|settings| wanted(settings, &given)).collect();
    for (path, old) in &catalogs {
        let shown = given.shown(path);
        match format_catalog(old) {
            Ok(new) if *new == **old => {}
            Ok(_) if check => {
                changed += 1;
                writeln!(out, "{shown} would be reformatted")?;
            }
            Ok(new) => match replace(path, old, &new) {
                Ok(()) => {
                    changed += 1;
                    writeln!(out, "{shown} is reformatted")?;
                }
                Err(error) => refused.push(format!("{shown} was left as it is: {error:#}")),
            },
            Err(message) => refused.push(format!("{shown} was left as it is: {message}")),
        }
    }
    if changed == 0 && refused.is_empty() && (!catalogs.is_empty() || skipped == 0) {
        writeln!(out, "{}", nothing_to_do(catalogs.len()))?;
    }
    if !refused.is_empty() {
        bail!("{}", refused.join("\nmasthead: "));
    }
    Ok(u8::from(check && changed > 0))
}

fn nothing_to_do(catalogs: usize) -> String {
    match catalogs {
        0 => "No catalogs here. “masthead init” makes a first one.".to_owned(),
        n => format!("{}, all tidy.", count(n, "catalog", "catalogs")),
    }
}

/// Reports the mistakes in `masthead.toml` and the catalogs. Exit code 1 when there are any.
pub(super) fn check(paths: &[PathBuf], out: &mut dyn Write) -> Result<u8> {
    let given = Given::existing(paths)?;
    let all = all_settings(&given);
    tell_others(&given, &|path| all.iter().any(|s| s.files.iter().any(|(own, _)| **own == *path)));
    let mut mistakes = 0;
    for file in all.iter().flat_map(|settings| faults(settings, &given)) {
        for finding in &file.findings {
            mistakes += 1;
            writeln!(out, "{}\n", in_full(&file, finding, &given))?;
        }
    }
    let catalogs: usize = all.iter().map(|settings| own_catalogs(&settings.files).count()).sum();
    let names: usize = all.iter().map(|settings| settings.catalog.len()).sum();
    let verdict = count(mistakes, "mistake", "mistakes");
    let catalogs = count(catalogs, "catalog of your own", "catalogs of your own");
    writeln!(out, "{catalogs}, {} in all: {verdict}.", count(names, "name", "names"))?;
    Ok(u8::from(mistakes > 0))
}

/// Says on stderr, as for an article that is left out, which files that were given are not `known`; how many they are.
fn tell_others(given: &Given, known: &dyn Fn(&Path) -> bool) -> usize {
    let others: Vec<&Path> = given.paths().filter(|path| path.is_file() && !known(path)).collect();
    for path in &others {
        let why = match find_root(path) {
            Some(_) => "not one of the catalogs that [catalog] paths in masthead.toml names",
            None => "not one of the catalogs: no masthead.toml around it names it",
        };
        // Where nobody listens nothing need be told.
        let _ = writeln!(std::io::stderr(), "skipped {}: {why}", printable(&given.shown(path)));
    }
    others.len()
}

/// The catalogs of a root that lie in the given folders or were given themselves.
fn wanted<'a>(settings: &'a Settings, given: &Given) -> Vec<&'a (Arc<Path>, Arc<str>)> {
    let asked =
        |path: &Path| given.paths().any(|given| path.starts_with(given) || settings.root.starts_with(given));
    own_catalogs(&settings.files).filter(|(path, _)| asked(path)).collect()
}
