//! `masthead doctor`: what Masthead found here, ready to paste in a report. It tells where the folder and its cache lie, the
//! names of rules, and counts; never what an article or a catalog is called, or anything that stands in one.

use super::arguments::VERSION;
use super::desk::{Desk, Named, load};
use super::excerpt::printable;
use super::held::Held;
use super::paths::Given;
use super::words::{count, severity_or_off};
use crate::config::{BASELINE_NAME, Config, FILE_NAME};
use crate::rules::{all_faults, find_rule};
use crate::workspace::{Cache, Settings, own_catalogs};
use anyhow::Result;
use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Prints what was found in the given folders. Always exit code 0: mistakes are told by `masthead check`.
pub(super) fn doctor(paths: &[PathBuf], out: &mut dyn Write) -> Result<u8> {
    let given = Given::existing(paths)?;
    let desks = load(&given, Named::All, Held::default(), &|_| {});
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let (system, machine) = (std::env::consts::OS, std::env::consts::ARCH);
    writeln!(out, "masthead {VERSION}, {system} {machine}, {}", count(threads, "thread", "threads"))?;
    for desk in &desks {
        writeln!(out)?;
        for (label, told) in rows(desk, &home()) {
            writeln!(out, "{label:<10} {}", printable(&told))?;
        }
    }
    Ok(0)
}

/// The user's own folder, which a report need not name.
fn home() -> Option<PathBuf> {
    etcetera::home_dir().ok()
}

fn rows(desk: &Desk, home: &Option<PathBuf>) -> Vec<(&'static str, String)> {
    let settings = &desk.settings;
    let mut rows = vec![
        ("Folder", shown(&settings.root, home)),
        ("Settings", settings_found(settings)),
        ("Mistakes", mistakes(settings)),
        ("Rules", rules(&settings.config)),
    ];
    rows.extend(catalogs(settings).map(|told| ("Catalog", told)));
    let spellings = count(settings.catalog.forms().len(), "spelling", "spellings");
    rows.push(("Names", format!("{}, {spellings}", count(settings.catalog.len(), "name", "names"))));
    rows.push(("Articles", articles(desk)));
    rows.extend(skipped(desk).map(|told| ("Left out", told)));
    rows.push(("Cache", cache(settings, home)));
    rows
}

/// `path` with "~" for the user's own folder.
fn shown(path: &Path, home: &Option<PathBuf>) -> String {
    let below = home.as_ref().and_then(|home| path.strip_prefix(home).ok());
    match below {
        Some(below) => Path::new("~").join(below).display().to_string(),
        None => path.display().to_string(),
    }
}

fn settings_found(settings: &Settings) -> String {
    let config = &settings.config;
    if !settings.root.join(FILE_NAME).is_file() {
        return format!("no {FILE_NAME} here or above: only warnings are reported");
    }
    let ignored = match config.ignores.len() {
        0 => String::new(),
        n => format!(", {}", count(n, "[[ignore]]", "[[ignore]]s")),
    };
    let baseline = if config.baseline.is_empty() { String::new() } else { format!(", {BASELINE_NAME}") };
    let asked = if config.asked { "" } else { ", which asks for nothing" };
    format!("{FILE_NAME}{ignored}{baseline}{asked}")
}

fn mistakes(settings: &Settings) -> String {
    let all: usize = all_faults(settings).iter().map(|(_, faults)| faults.len()).sum();
    match all {
        0 => "none".to_owned(),
        n => format!("{n}: “masthead catalog check” tells them"),
    }
}

/// The rules that are not as they come. What is no rule may be anything that somebody wrote, and is counted only.
fn rules(config: &Config) -> String {
    let (known, unknown): (Vec<_>, Vec<_>) =
        config.rules.iter().partition(|(rule, _)| find_rule(rule).is_some());
    let known = known.iter().map(|(rule, set)| format!("{rule} {}", severity_or_off(set.severity)));
    let unknown = (!unknown.is_empty()).then(|| format!("{} unknown", unknown.len()));
    let set: Vec<String> = known.chain(unknown).collect();
    if set.is_empty() { "as they come".to_owned() } else { set.join(", ") }
}

/// How many names each catalog is the first to have, the catalogs in path order.
fn catalogs(settings: &Settings) -> impl Iterator<Item = String> {
    let mut entries: BTreeMap<&Path, usize> = BTreeMap::new();
    for (_, entity) in settings.catalog.entities() {
        if let Some(form) = entity.forms.first() {
            *entries.entry(&settings.catalog.form(*form).source.file).or_default() += 1;
        }
    }
    let own: Vec<&Path> = own_catalogs(&settings.files).map(|(path, _)| &**path).collect();
    let names = |path: &&Path| count(entries.get(path).copied().unwrap_or(0), "name", "names");
    let all = own.len();
    let mut told: Vec<String> = own
        .iter()
        .enumerate()
        .map(|(nth, path)| format!("your own, {} of {all}: {}", nth + 1, names(path)))
        .collect();
    let starter: usize = entries.iter().filter(|(path, _)| !own.contains(path)).map(|(_, n)| n).sum();
    told.push(match settings.config.catalog.starter {
        true => format!("the starter catalog: {}", count(starter, "name", "names")),
        false => "the starter catalog is off".to_owned(),
    });
    told.into_iter()
}

fn articles(desk: &Desk) -> String {
    count(desk.snapshot.articles().count(), "article", "articles")
}

/// Why files were left out, each reason with how many they are. A reason may hold a size or a line, which is cut off: so
/// many files would else have a reason of their own.
fn skipped(desk: &Desk) -> impl Iterator<Item = String> {
    let mut reasons: BTreeMap<&str, usize> = BTreeMap::new();
    for file in &desk.skipped {
        let why = if file.why.contains("files.max-size") { "longer than files.max-size" } else { &file.why };
        let why = why.split(" (").next().unwrap_or(why);
        *reasons.entry(why).or_default() += 1;
    }
    let told = reasons.into_iter().map(|(why, n)| format!("{}: {why}", count(n, "file", "files")));
    told.collect::<Vec<_>>().into_iter()
}

fn cache(settings: &Settings, home: &Option<PathBuf>) -> String {
    if !settings.config.editor.cache {
        return "off ([editor] cache = false)".to_owned();
    }
    let Some(cache) = Cache::of(settings) else { return "this system has no place for one".to_owned() };
    match cache.load(settings).len() {
        0 => format!("none for this folder and catalog ({})", shown(cache.file(), home)),
        n => format!("{} of them known ({})", count(n, "article", "articles"), shown(cache.file(), home)),
    }
}
