//! `masthead init`: a commented masthead.toml and a first catalog.

use super::excerpt::printable;
use super::name_list::{ListFault, Listed, read_list};
use super::name_owners::with_ids;
use super::paths::Given;
use super::words::{count, plainly, severity_or_off};
use crate::catalog::{Catalog, CatalogFile, format_catalog, new_entry, parse, starter_files};
use crate::config::{BASELINE_NAME, FILE_NAME, Holds, SETTINGS, TableGuide, Word};
use crate::rules::{RULES, Rule};
use crate::workspace::{Settings, Sound, load_settings, new_catalog, own_catalogs};
use anyhow::{Context, Result, anyhow, bail};
use std::fmt::Write as _;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

/// Sets a folder up. Nothing that exists is overwritten. Exit code 1 when the list `from` has faults: then
/// nothing is written.
pub(super) fn init(folder: &Path, from: Option<&Path>, out: &mut dyn Write) -> Result<u8> {
    let given = Given::new(&[folder.to_owned()])?;
    let folder = given.paths().next().context("no folder was given")?.to_owned();
    if folder.is_file() {
        bail!("“{}” is a file: name the folder that is to be set up", given.as_given(&folder));
    }
    let settings = load_settings(&folder, &|_| None, &Sound::default());
    let name = from.map_or_else(|| "names.toml".to_owned(), catalog_name);
    let Some(catalog_path) = new_catalog(&folder, &settings.config, &name) else {
        bail!("[catalog] paths in masthead.toml has no place for {name}: add \"catalog/*.toml\" to it");
    };
    let settings_path = folder.join(FILE_NAME);
    let taken = if from.is_none() { &settings_path } else { &catalog_path };
    if taken.exists() {
        bail!("{} is already here: nothing was changed", given.shown(taken));
    }
    let (catalog, names) = match from {
        None => (FIRST_CATALOG.to_owned(), 0),
        Some(list) => match imported(list, &catalog_path, &settings)? {
            Ok(imported) => imported,
            Err(faults) => return tell_faults(list, &faults, out),
        },
    };
    let mut written = Vec::new();
    for (path, text) in [(&catalog_path, catalog), (&settings_path, settings_text())] {
        if write_new(path, &text, &given)? {
            written.push(given.shown(path));
        }
    }
    let names = if names > 0 { format!(" ({})", count(names, "name", "names")) } else { String::new() };
    writeln!(out, "Wrote {}{names}.\nNext: masthead check", written.join(" and "))?;
    Ok(0)
}

/// Writes a file that does not exist; false when it does.
fn write_new(path: &Path, text: &str, given: &Given) -> Result<bool> {
    let folder = path.parent().context("no folder was given")?;
    let failed =
        |error: io::Error, what: &str, path: &Path| plainly(&format!("{what} {}", given.shown(path)), &error);
    match fs::create_dir_all(folder) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            bail!("{} is a file: a folder of that name is needed", given.shown(folder));
        }
        Err(error) => return Err(failed(error, "cannot make the folder", folder)),
    }
    let file = fs::OpenOptions::new().write(true).create_new(true).open(path);
    match file {
        Ok(mut file) => {
            file.write_all(text.as_bytes()).map_err(|error| failed(error, "cannot write", path))?;
            Ok(true)
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(failed(error, "cannot write", path)),
    }
}

/// The catalog of a list, which is to lie at `path` beside what `settings` have, and how many names it has; or the list's
/// faults.
fn imported(
    list: &Path,
    path: &Path,
    settings: &Settings,
) -> Result<Result<(String, usize), Vec<ListFault>>> {
    let listed = read_list(list)?.and_then(|listed| with_ids(listed, &settings.catalog));
    let listed = match listed {
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
    let faults = catalog_faults(&parse(path, &text, false), &starts, &listed, settings);
    if !faults.is_empty() {
        return Ok(Err(faults));
    }
    let file = list.file_name().unwrap_or(list.as_os_str()).to_string_lossy();
    let text = format!("# Made from {}. Edit it by hand from now on.\n\n{text}", printable(&file));
    let text = format_catalog(&text).map_err(|message| anyhow!("{message}"))?;
    Ok(Ok((text, listed.len())))
}

/// What the catalogs in use, with the new one behind them, say against its entries, by the lines of the list.
fn catalog_faults(
    new: &CatalogFile,
    starts: &[usize],
    listed: &[Listed],
    settings: &Settings,
) -> Vec<ListFault> {
    let starter = starter_files().iter().filter(|_| settings.config.catalog.starter);
    let starter = starter.map(|(name, text)| parse(Path::new(name), text, true));
    let own = own_catalogs(&settings.files).map(|(path, text)| parse(path, text, false));
    let files: Vec<CatalogFile> = starter.chain(own).chain([new.clone()]).collect();
    let (_, faults) = Catalog::merge(&files);
    let line = |offset: usize| {
        let nth = starts.partition_point(|start| *start <= offset).saturating_sub(1);
        listed.get(nth).map_or(1, |listed| listed.line)
    };
    let faults = faults.into_iter().filter(|(path, _)| *path == new.path).flat_map(|(_, faults)| faults);
    faults.map(|fault| (line(fault.span.start), fault.message)).collect()
}

fn tell_faults(list: &Path, faults: &[ListFault], out: &mut dyn Write) -> Result<u8> {
    for (line, message) in faults {
        writeln!(out, "{}:{line}: {}", printable(&list.to_string_lossy()), printable(message))?;
    }
    writeln!(out, "{}: nothing was written.", count(faults.len(), "mistake", "mistakes"))?;
    Ok(1)
}

/// "people.toml" for "lists/people.csv"; "names.toml" where the file would be hidden, or no catalog.
fn catalog_name(list: &Path) -> String {
    let stem = list.file_stem().unwrap_or_default().to_string_lossy();
    let name = format!("{stem}.toml");
    if name.starts_with('.') || [FILE_NAME, BASELINE_NAME].contains(&&*name) {
        return "names.toml".to_owned();
    }
    name
}

/// A masthead.toml that changes nothing and shows what can be changed.
fn settings_text() -> String {
    let mut text = HEAD.to_owned();
    for section in SETTINGS.keys {
        // Writing to a string cannot fail.
        let _ = match section.holds {
            Holds::Table(table) => writeln!(text, "\n[{}]\n{}", section.name, keys(table)),
            Holds::Rules(_) => writeln!(text, "\n[{}]\n# {}\n{}", section.name, section.about, rules()),
            Holds::Tables(table) => {
                writeln!(text, "\n# {}\n# [[{}]]\n{}", section.about, section.name, keys(table))
            }
            _ => Ok(()),
        };
    }
    text
}

/// The keys of a table, each behind a # with a value to learn from and, above it, what it means.
fn keys(table: &TableGuide) -> String {
    let mut lines = Vec::new();
    for key in table.keys {
        lines.push(format!("# {}", key.about));
        lines.extend(key.words().iter().map(|Word { word, about }| format!("# \"{word}\": {about}.")));
        let value = key.example.or(key.default).unwrap_or("\"\"");
        lines.push(format!("# {} = {value}", key.name));
    }
    lines.join("\n")
}

/// All rules as they are out of the box, each behind a #, with what it finds.
fn rules() -> String {
    let setting = |rule: &dyn Rule| format!("{} = \"{}\"", rule.name(), severity_or_off(rule.severity()));
    let width = RULES.iter().map(|rule| setting(*rule).len()).max().unwrap_or(0);
    let line = |rule: &&dyn Rule| format!("# {:width$}  # {}", setting(*rule), rule.summary());
    RULES.iter().map(line).collect::<Vec<_>>().join("\n")
}

const HEAD: &str = "\
# Masthead's settings for this folder and all folders in it.
# A line behind a # shows what can be said there. Take the # away to say it.
";

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
        let given = Given::new(&[]).expect("this folder");
        assert!(write_new(&path, "one", &given).expect("it can be written"));
        assert!(!write_new(&path, "two", &given).expect("it exists"));
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
        for rule in RULES {
            assert!(text.contains(&format!("# {} = ", rule.name())), "{}", rule.name());
        }
    }
}
