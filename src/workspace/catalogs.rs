//! Finds the catalog files that a `masthead.toml` asks for.

use super::selection::{glob_fault, unreadable};
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Severity};
use crate::text::Span;
use globset::{GlobBuilder, GlobMatcher};
use ignore::WalkBuilder;
use std::path::{Component, Path, PathBuf};
use toml::de::DeTable;

/// The catalog files of `root`, each once, sorted by path; and the faults of the globs in `config`, placed in
/// `text`, from which it was read. Nothing outside `root` is ever a catalog.
pub(super) fn find_catalogs(root: &Path, config: &Config, text: &str) -> (Vec<PathBuf>, Vec<Diagnostic>) {
    let mut found = Vec::new();
    let mut faults = Vec::new();
    for (nth, glob) in config.catalog.paths.iter().enumerate() {
        let place = place(text, "catalog", "paths", nth);
        match files_of(root, glob) {
            Ok(files) => {
                for file in files {
                    match inside(root, file) {
                        Ok(file) => found.push(file),
                        Err(message) => faults.push(fault(place, message, "this file is left out")),
                    }
                }
            }
            Err(message) => faults.push(fault(place, message, PATTERN_LEFT_OUT)),
        }
    }
    found.sort_unstable();
    found.dedup();
    (found, faults)
}

/// True when `path` would be a catalog of `root` were it on disk.
pub fn is_catalog(root: &Path, config: &Config, path: &Path) -> bool {
    let Ok(relative) = path.strip_prefix(root) else { return false };
    config.catalog.paths.iter().filter_map(|glob| matcher(glob).ok()).any(|glob| glob.is_match(relative))
}

/// Where a new catalog called `name` goes: into `catalog/`, if that is among the catalogs that the settings name, else beside
/// what they name; where no file is yet, if there is such a place. `None` where no place would be read.
pub fn new_catalog(root: &Path, config: &Config, name: &str) -> Option<PathBuf> {
    let beside = config.catalog.paths.iter().map(|glob| {
        let glob = glob.strip_prefix("./").unwrap_or(glob);
        let folder: PathBuf = glob.split('/').take_while(|part| !is_pattern(part)).collect();
        if is_pattern(glob) { folder.join(name) } else { folder }
    });
    let paths = std::iter::once(Path::new("catalog").join(name)).chain(beside).map(|path| root.join(path));
    let read: Vec<PathBuf> = paths.filter(|path| is_catalog(root, config, path)).collect();
    read.iter().find(|path| !path.exists()).or(read.first()).cloned()
}

/// True for what stands for several names, or a part of a path that does.
fn is_pattern(part: &str) -> bool {
    part.contains(['*', '?', '[', '{'])
}

/// The faults of the globs that choose articles, placed in `text`.
pub(super) fn glob_faults(config: &Config, text: &str) -> Vec<Diagnostic> {
    let lists = [("include", &config.files.include), ("exclude", &config.files.exclude)];
    let mut faults = Vec::new();
    for (key, globs) in lists {
        for (nth, glob) in globs.iter().enumerate() {
            let fault = |message| fault(place(text, "files", key, nth), message, PATTERN_LEFT_OUT);
            faults.extend(glob_fault(glob).map(fault));
        }
    }
    for (nth, ignore) in config.ignores.iter().enumerate() {
        let unreadable = ignore.path.as_ref().and_then(|glob| parted(glob).and_then(|_| built(glob)).err());
        faults.extend(unreadable.map(|message| fault(place_of_ignore(text, nth), message, PATTERN_LEFT_OUT)));
    }
    faults
}

const PATTERN_LEFT_OUT: &str = "this pattern is left out; the others are in use";

fn fault(span: Span, message: String, left_out: &str) -> Diagnostic {
    let mut fault = Diagnostic::new("config", Severity::Error, span, message);
    fault.notes.push(left_out.to_owned());
    fault
}

/// The files that a pattern asks for, which may be links that lead out of `root`.
fn files_of(root: &Path, glob: &str) -> Result<Vec<PathBuf>, String> {
    let matcher = matcher(glob)?;
    let glob = glob.strip_prefix("./").unwrap_or(glob);
    let plain = glob.split('/').take_while(|part| !is_pattern(part)).count();
    let parts: Vec<&str> = glob.split('/').collect();
    if plain == parts.len() {
        let file = root.join(glob);
        return match file.is_file() {
            true => Ok(vec![file]),
            false if file.is_dir() => {
                let folder = glob.trim_end_matches('/');
                Err(format!("“{glob}” is a folder: “{folder}/*.toml” names the catalogs in it"))
            }
            false => Err(format!("there is no file “{glob}” beside this one")),
        };
    }
    let base = root.join(parts[..plain].join("/"));
    let deep = parts.contains(&"**");
    let walk = WalkBuilder::new(&base)
        .standard_filters(false)
        .hidden(true)
        .max_depth((!deep).then_some(parts.len() - plain))
        .build();
    let files = walk.flatten().map(|entry| entry.into_path()).filter(|path| path.is_file());
    let wanted =
        files.filter(|path| path.strip_prefix(root).is_ok_and(|relative| matcher.is_match(relative)));
    Ok(wanted.collect())
}

fn matcher(glob: &str) -> Result<GlobMatcher, String> {
    let relative = glob.strip_prefix("./").unwrap_or(glob);
    parted(relative)?;
    let plain = |part: Component| matches!(part, Component::Normal(_));
    if !Path::new(relative).components().all(plain) {
        return Err(format!(
            "“{glob}” leads out of this folder: a catalog lies beside masthead.toml or below it"
        ));
    }
    built(relative)
}

/// Refuses a pattern with a backslash between its folders, as Windows shows them. One before a sign takes its meaning away.
fn parted(glob: &str) -> Result<(), String> {
    let folders =
        glob.split('\\').skip(1).any(|part| !part.starts_with(['*', '?', '[', ']', '{', '}', '!', '-']));
    let folders = folders || glob.contains("\\*.") || glob.contains("\\**");
    if !folders {
        return Ok(());
    }
    Err(format!("“{glob}” has “\\” between its folders: write “{}”", glob.replace('\\', "/")))
}

/// A pattern in which `*` stays within one folder.
fn built(glob: &str) -> Result<GlobMatcher, String> {
    let built = GlobBuilder::new(glob).literal_separator(true).build();
    let unreadable = |error: globset::Error| unreadable(glob, &error.kind().to_string());
    built.map(|glob| glob.compile_matcher()).map_err(unreadable)
}

/// `file`, unless a link leads out of `root`.
fn inside(root: &Path, file: PathBuf) -> Result<PathBuf, String> {
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    if real(&file).starts_with(real(root)) {
        return Ok(file);
    }
    let name = file.strip_prefix(root).unwrap_or(&file).display();
    Err(format!("“{name}” leads out of this folder through a link: copy the catalog into it"))
}

/// Where the `nth` item of the list `[table] key` stands in `text`; the file's first byte where it is not found.
fn place(text: &str, table: &str, key: &str, nth: usize) -> Span {
    let (parsed, _) = DeTable::parse_recoverable(text);
    let list = parsed.get_ref().get(table).and_then(|table| table.get_ref().get(key));
    let item = list.and_then(|list| list.get_ref().get(nth));
    item.map_or(Span::new(0, 0), |item| Span::new(item.span().start, item.span().end))
}

/// Where the path of the `nth` `[[ignore]]` stands in `text`.
fn place_of_ignore(text: &str, nth: usize) -> Span {
    let (parsed, _) = DeTable::parse_recoverable(text);
    let ignore = parsed.get_ref().get("ignore").and_then(|list| list.get_ref().get(nth));
    let item = ignore.and_then(|ignore| ignore.get_ref().get("path"));
    item.map_or(Span::new(0, 0), |item| Span::new(item.span().start, item.span().end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn faults_of(paths: &[&str]) -> (Vec<String>, Vec<String>) {
        let folder = tempfile::tempdir().expect("a temporary folder");
        fs::create_dir_all(folder.path().join("catalog/deep")).expect("a folder");
        for file in ["b.toml", "a.toml", "deep/c.toml", ".hidden.toml"] {
            fs::write(folder.path().join("catalog").join(file), "").expect("a file");
        }
        let mut config = Config::default();
        config.catalog.paths = paths.iter().map(|p| (*p).to_owned()).collect();
        let text = format!("[catalog]\npaths = {paths:?}\n");
        let (found, faults) = find_catalogs(folder.path(), &config, &text);
        let shown =
            |p: &PathBuf| p.strip_prefix(folder.path()).expect("inside").to_string_lossy().into_owned();
        let faults = faults.iter().map(|f| format!("{}: {}", f.span.of(&text), f.message)).collect();
        (found.iter().map(shown).collect(), faults)
    }

    #[test]
    fn finds_catalogs_in_path_order() {
        assert_eq!(faults_of(&["catalog/*.toml"]).0, ["catalog/a.toml", "catalog/b.toml"]);
        assert_eq!(
            faults_of(&["./catalog/b.toml", "catalog/**/c.toml", "catalog/b.toml"]).0,
            ["catalog/b.toml", "catalog/deep/c.toml"]
        );
        assert_eq!(faults_of(&["none/*.toml"]), (vec![], vec![]));
    }

    #[test]
    fn a_faulty_path_is_reported_at_its_place() {
        let (found, faults) = faults_of(&["catalog/a.toml", "../up.toml", "gone.toml", "catalog/[.toml"]);
        assert_eq!(found, ["catalog/a.toml"]);
        assert_eq!(faults.len(), 3);
        assert!(
            faults[0].starts_with("\"../up.toml\": “../up.toml” leads out of this folder"),
            "{}",
            faults[0]
        );
        assert_eq!(faults[1], "\"gone.toml\": there is no file “gone.toml” beside this one");
        assert!(faults[2].contains("cannot be read as a pattern"), "{}", faults[2]);
    }

    #[test]
    fn a_folder_or_a_backslash_is_told_how_to_be_written() {
        let (_, faults) = faults_of(&["catalog", "catalog/", "catalog\\*.toml"]);
        assert_eq!(
            faults[0],
            "\"catalog\": “catalog” is a folder: “catalog/*.toml” names the catalogs in it"
        );
        assert_eq!(
            faults[1],
            "\"catalog/\": “catalog/” is a folder: “catalog/*.toml” names the catalogs in it"
        );
        let told = "“catalog\\*.toml” has “\\” between its folders: write “catalog/*.toml”";
        assert!(faults[2].ends_with(told), "{}", faults[2]);
        let text = "[[ignore]]\npath = 'old\\a.md'\n[[ignore]]\npath = 'a\\[1\\].md'\n";
        let faults = glob_faults(&Config::parse(text).0, text);
        let told: Vec<&str> = faults.iter().map(|fault| fault.message.as_str()).collect();
        assert_eq!(told, ["“old\\a.md” has “\\” between its folders: write “old/a.md”"]);
    }

    #[test]
    fn a_new_catalog_goes_where_it_is_read() {
        let root = tempfile::tempdir().expect("a folder");
        let place = |paths: &[&str]| {
            let mut config = Config::default();
            config.catalog.paths = paths.iter().map(|p| (*p).to_owned()).collect();
            let path = new_catalog(root.path(), &config, "list.toml")?;
            Some(path.strip_prefix(root.path()).expect("inside").to_string_lossy().into_owned())
        };
        assert_eq!(place(&["catalog/*.toml"]).as_deref(), Some("catalog/list.toml"));
        assert_eq!(place(&["./names/*.toml"]).as_deref(), Some("names/list.toml"));
        assert_eq!(place(&["names/**/*.toml"]).as_deref(), Some("names/list.toml"));
        assert_eq!(place(&["who.toml", "names/*.toml"]).as_deref(), Some("who.toml"));
        fs::write(root.path().join("who.toml"), "").expect("a file");
        assert_eq!(place(&["who.toml", "names/*.toml"]).as_deref(), Some("names/list.toml"));
        assert_eq!(place(&["who-*.toml"]), None);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_does_not_lead_out() {
        let (outer, folder) =
            (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
        fs::write(outer.path().join("x.toml"), "").expect("a file");
        std::os::unix::fs::symlink(outer.path().join("x.toml"), folder.path().join("x.toml"))
            .expect("a link");
        let mut config = Config::default();
        fs::write(folder.path().join("own.toml"), "").expect("a file");
        config.catalog.paths = vec!["*.toml".to_owned()];
        let (found, faults) = find_catalogs(folder.path(), &config, "");
        assert_eq!(found, [folder.path().join("own.toml")], "what is no link is in use");
        assert!(faults[0].message.starts_with("“x.toml” leads out of this folder through a link"));
        assert_eq!(faults[0].notes, ["this file is left out"]);
    }

    #[test]
    fn knows_a_catalog_by_its_path() {
        let (root, config) = (Path::new("/desk"), Config::default());
        assert!(is_catalog(root, &config, Path::new("/desk/catalog/people.toml")));
        assert!(!is_catalog(root, &config, Path::new("/desk/catalog/deep/people.toml")));
        assert!(!is_catalog(root, &config, Path::new("/other/catalog/people.toml")));
    }
}
