//! `masthead init`: a commented masthead.toml and a first catalog.

use super::excerpt::printable;
use super::name_list::{ListFault, Listed, read_list};
use super::paths::Given;
use super::words::{count, severity_or_off};
use crate::catalog::{Catalog, format_catalog, new_entry, parse};
use crate::config::FILE_NAME;
use crate::rules::RULES;
use anyhow::{Context, Result, anyhow, bail};
use std::fmt::Write as _;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Sets a folder up. Nothing that exists is overwritten. Exit code 1 when the list `from` has faults: then
/// nothing is written.
pub(super) fn init(folder: &Path, from: Option<&Path>, out: &mut dyn Write) -> Result<u8> {
    let given = Given::new(&[folder.to_owned()])?;
    let folder = given.paths().next().context("no folder was given")?.to_owned();
    let (name, catalog, names) = match from {
        None => ("names.toml".to_owned(), FIRST_CATALOG.to_owned(), 0),
        Some(list) => match imported(list)? {
            Ok((catalog, names)) => (catalog_name(list), catalog, names),
            Err(faults) => return tell_faults(list, &faults, out),
        },
    };
    let settings = folder.join(FILE_NAME);
    let catalog_path = folder.join("catalog").join(name);
    if from.is_none() && settings.exists() {
        bail!("{} is already here: nothing was changed", given.seen_from_here(&settings));
    }
    if from.is_some() && catalog_path.exists() {
        bail!("{} is already here: nothing was changed", given.seen_from_here(&catalog_path));
    }
    let mut written = Vec::new();
    for (path, text) in [(&catalog_path, catalog), (&settings, settings_text())] {
        if write_new(path, &text)? {
            written.push(given.seen_from_here(path));
        }
    }
    let names = if names > 0 { format!(" ({})", count(names, "name", "names")) } else { String::new() };
    writeln!(out, "Wrote {}{names}.\nNext: masthead check", written.join(" and "))?;
    Ok(0)
}

/// Writes a file that does not exist; false when it does.
fn write_new(path: &Path, text: &str) -> Result<bool> {
    let folder = path.parent().context("no folder was given")?;
    fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
    let file = fs::OpenOptions::new().write(true).create_new(true).open(path);
    match file {
        Ok(mut file) => {
            file.write_all(text.as_bytes()).with_context(|| format!("cannot write {}", path.display()))?;
            Ok(true)
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(error).with_context(|| format!("cannot write {}", path.display())),
    }
}

/// The catalog of a list and how many names it has, or the list's faults.
fn imported(list: &Path) -> Result<Result<(String, usize), Vec<ListFault>>> {
    let listed = match read_list(list)? {
        Ok(listed) => listed,
        Err(faults) => return Ok(Err(faults)),
    };
    let mut text = String::new();
    let mut starts = Vec::new();
    for Listed { entry, .. } in &listed {
        starts.push(text.len());
        text.push_str(new_entry(entry).trim_end());
        text.push_str("\n\n");
    }
    let faults = catalog_faults(&text, &starts, &listed);
    if !faults.is_empty() {
        return Ok(Err(faults));
    }
    let file = list.file_name().unwrap_or(list.as_os_str()).to_string_lossy();
    let text = format!("# Made from {}. Edit it by hand from now on.\n\n{text}", printable(&file));
    let text = format_catalog(&text).map_err(|message| anyhow!("{message}"))?;
    Ok(Ok((text, listed.len())))
}

/// What the catalog says against its own entries, by the lines of the list: two entries with one name.
fn catalog_faults(text: &str, starts: &[usize], listed: &[Listed]) -> Vec<ListFault> {
    let (_, faults) = Catalog::merge(&[parse(Path::new("names.toml"), text, false)]);
    let line = |offset: usize| {
        let nth = starts.partition_point(|start| *start <= offset).saturating_sub(1);
        listed.get(nth).map_or(1, |listed| listed.line)
    };
    let faults = faults.into_iter().flat_map(|(_, faults)| faults);
    faults.map(|fault| (line(fault.span.start), fault.message)).collect()
}

fn tell_faults(list: &Path, faults: &[ListFault], out: &mut dyn Write) -> Result<u8> {
    for (line, message) in faults {
        writeln!(out, "{}:{line}: {}", printable(&list.to_string_lossy()), printable(message))?;
    }
    writeln!(out, "{}: nothing was written.", count(faults.len(), "mistake", "mistakes"))?;
    Ok(1)
}

/// "names.toml" for "lists/names.csv".
fn catalog_name(list: &Path) -> String {
    let stem = list.file_stem().unwrap_or_default().to_string_lossy();
    PathBuf::from(format!("{stem}.toml")).display().to_string()
}

/// A masthead.toml that changes nothing and shows what can be changed.
fn settings_text() -> String {
    let width = RULES
        .iter()
        .map(|rule| rule.name().len() + severity_or_off(rule.severity()).len())
        .max()
        .unwrap_or(0);
    let mut rules = String::new();
    for rule in RULES {
        let setting = format!("{} = \"{}\"", rule.name(), severity_or_off(rule.severity()));
        let _ = writeln!(rules, "# {setting:width$}  # {}", rule.summary(), width = width + 5);
    }
    SETTINGS.replace("{rules}", rules.trim_end())
}

const SETTINGS: &str = r##"# Masthead's settings for this folder and all folders in it.
# A line behind a # shows what holds anyway. Take the # away to change it.

[files]
# Which files are articles, and which of them are not: patterns as in a .gitignore, which counts too.
# include = ["**/*.md", "**/*.markdown", "**/*.txt"]
# exclude = ["archive/", "*.draft.md"]
# Larger files are left out.
# max-size = "2 MB"

[catalog]
# Where the names that you know are written down. “masthead catalog fmt” keeps these files tidy.
paths = ["catalog/*.toml"]
# The names that come with Masthead; false uses yours alone.
starter = true

[style]
# "reuters": Korea Internet & Security Agency (KISA) at first, then KISA. "ap": no acronym in brackets.
# acronyms = "reuters"
# Acronyms that need no long form here, besides AI, CEO, NATO and the like.
# exempt = ["KOSDAQ"]

[editor]
# Who a surname is, in grey behind it.
# inlay-hints = false
# How often a name stands in these articles, above its first reference.
# code-lens = false

[rules]
# "warning", "information", "hint" or "off". “masthead explain RULE” shows what a rule finds.
{rules}

[diagnostics]
# "open": an editor shows the findings of the articles that are open. "folder": those of all articles.
# scope = "open"

# What you chose to accept; “Ignore here” in an editor adds such a part.
# [[ignore]]
# path = "2026/05/27/talks.md"
# rule = "avoided-name"
# text = "Open AI"
# reason = "the title of a book"
"##;

const FIRST_CATALOG: &str = r##"# The names that this desk knows, beside those that come with Masthead.
# Take the # away from the example and make it yours. “masthead catalog check” finds mistakes.

# [[entity]]
# id = "harbour-board"
# kind = "organization"
# name = "Nordhavn Harbour Board"
# acronym = "NHB"
# avoid = [
#   { form = "Nordhavn Port Authority", note = "its name until 2019" },
# ]
# about = "The public body that runs the harbour."
"##;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    #[test]
    fn a_file_that_exists_is_never_overwritten() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("deep/a.toml");
        assert!(write_new(&path, "one").expect("it can be written"));
        assert!(!write_new(&path, "two").expect("it exists"));
        assert_eq!(fs::read_to_string(&path).expect("the file"), "one");
    }

    /// The text with its examples switched on: a comment of one word, a list or a table becomes TOML.
    fn switched_on(text: &str) -> String {
        fn example(line: &str) -> Option<&str> {
            let code = line.strip_prefix("# ")?;
            let key = code.split([' ', '[']).next().unwrap_or_default();
            let is_code = code.starts_with("[[") || code.starts_with(']') || code.starts_with("  {");
            (is_code || code[key.len()..].starts_with(" = ")).then_some(code)
        }
        text.lines().map(|line| format!("{}\n", example(line).unwrap_or(line))).collect()
    }

    #[test]
    fn the_examples_have_no_mistakes() {
        let settings = switched_on(&settings_text());
        let (config, faults) = Config::parse(&settings);
        assert_eq!(faults, [], "{settings}");
        assert_eq!((config.rules.len(), config.ignores.len()), (RULES.len(), 1), "{settings}");
        let (catalog, faults) =
            Catalog::merge(&[parse(Path::new("a.toml"), &switched_on(FIRST_CATALOG), false)]);
        assert_eq!((catalog.len(), faults.len()), (1, 0));
    }

    #[test]
    fn every_rule_stands_in_the_settings() {
        let text = settings_text();
        assert!(!text.contains("{rules}"));
        for rule in RULES {
            assert!(text.contains(&format!("# {} = ", rule.name())), "{}", rule.name());
        }
    }
}
