//! Finds the article files under a root.

use super::ignored::Ignored;
use super::reading::{Skipped, reason};
use super::selection::Selection;
use crate::config::{Config, FILE_NAME, Files};
use ignore::{DirEntry, WalkBuilder, WalkState};
use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// What lies in a folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scan {
    /// The articles, sorted by path.
    pub articles: Vec<PathBuf>,
    /// The nearest folders below that hold a `masthead.toml`: each begins a corpus of its own. Sorted.
    pub nested: Vec<PathBuf>,
    /// What could not be looked into, sorted.
    pub skipped: Vec<Skipped>,
}

/// The article files under `root` that `config` asks for, sorted by path, without those under a nested
/// `masthead.toml`; and what could not be looked into.
pub fn find_articles(root: &Path, config: &Config) -> (Vec<PathBuf>, Vec<Skipped>) {
    let scan = scan(root, config);
    (scan.articles, scan.skipped)
}

/// Walks `root`. Only `.gitignore` files at and below it count, with or without a repository, so that editor,
/// terminal and CI see the same articles. Symbolic links are not followed: an article counts once.
pub fn scan(root: &Path, config: &Config) -> Scan {
    let selection = Arc::new(Selection::new(&config.files));
    let nested = Arc::new(Mutex::new(Vec::new()));
    let ignored = Arc::new(Ignored::new(root));
    let (chosen, found, left_out, from) =
        (selection.clone(), nested.clone(), ignored.clone(), root.to_owned());
    let walk = WalkBuilder::new(root)
        // The walk would read the files itself, and wait for ever where one of them is a pipe.
        .standard_filters(false)
        .filter_entry(move |entry| {
            let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
            entry.depth() == 0
                || !left_out.leaves_out(entry.path(), is_folder)
                    && (!is_folder || enters(entry, &from, &chosen, &found))
        })
        .threads(rayon::current_num_threads())
        .build_parallel();
    let found = Mutex::new(Scan::default());
    walk.run(|| {
        Box::new(|entry| {
            // A panic elsewhere leaves the lists as they were before or after a push.
            let scan = || found.lock().unwrap_or_else(PoisonError::into_inner);
            match entry {
                Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_file()) => {
                    let relative = entry.path().strip_prefix(root).unwrap_or(entry.path());
                    if selection.takes(relative) {
                        scan().articles.push(entry.into_path());
                    }
                }
                Ok(_) => {}
                Err(error) => scan().skipped.extend(skipped(&error)),
            }
            WalkState::Continue
        })
    });
    let mut scan = found.into_inner().unwrap_or_else(PoisonError::into_inner);
    scan.nested = nested.lock().map(|mut found| std::mem::take(&mut *found)).unwrap_or_default();
    scan.articles.sort_unstable();
    scan.nested.sort_unstable();
    scan.skipped.extend(ignored.skipped());
    scan.skipped.sort_by(|a, b| a.path.cmp(&b.path));
    scan
}

/// True when [`find_articles`] would give `path` were it on disk.
pub fn is_article(root: &Path, config: &Config, path: &Path) -> bool {
    let Ok(relative) = path.strip_prefix(root) else { return false };
    selection(&config.files).takes_from_root(relative)
        && !below_another_root(root, relative)
        && !goes_through_a_link(root, relative)
        && !is_gitignored(root, relative)
}

/// True where `path` lies in a folder that the walk never enters, or is one: whatever happens there, no article comes or
/// goes. What `.gitignore` files say does not count.
pub fn leaves_out(root: &Path, config: &Config, path: &Path) -> bool {
    let Ok(relative) = path.strip_prefix(root) else { return false };
    let selection = selection(&config.files);
    folders(relative).iter().any(|folder| !selection.enters(folder)) || selection.leaves_out(relative)
}

/// The selection for `files`. A branch switch asks for thousands of paths in a row, so each thread keeps the last
/// one: its patterns take longer to compile than a path takes to be matched.
fn selection(files: &Files) -> Arc<Selection> {
    thread_local! {
        static LAST: RefCell<Option<(Files, Arc<Selection>)>> = const { RefCell::new(None) };
    }
    LAST.with_borrow_mut(|last| match last {
        Some((same, selection)) if same == files => selection.clone(),
        _ => {
            let selection = Arc::new(Selection::new(files));
            *last = Some((files.clone(), selection.clone()));
            selection
        }
    })
}

/// Whether the walk goes into a folder; a folder with a `masthead.toml` of its own is noted and left.
fn enters(entry: &DirEntry, root: &Path, selection: &Selection, nested: &Mutex<Vec<PathBuf>>) -> bool {
    let relative = entry.path().strip_prefix(root).unwrap_or(entry.path());
    if !selection.enters(relative) {
        return false;
    }
    let own = entry.path().join(FILE_NAME).is_file();
    if own && let Ok(mut found) = nested.lock() {
        found.push(entry.path().to_owned());
    }
    !own
}

/// The folders between `root` and the file `relative`, the outermost first, `root` itself left out.
fn folders(relative: &Path) -> Vec<&Path> {
    let mut folders: Vec<&Path> =
        relative.ancestors().skip(1).filter(|folder| !folder.as_os_str().is_empty()).collect();
    folders.reverse();
    folders
}

fn below_another_root(root: &Path, relative: &Path) -> bool {
    folders(relative).iter().any(|folder| root.join(folder).join(FILE_NAME).is_file())
}

fn goes_through_a_link(root: &Path, relative: &Path) -> bool {
    let mut parts = folders(relative);
    parts.push(relative);
    parts.iter().any(|part| root.join(part).is_symlink())
}

/// Git's order: what lies in an ignored folder is ignored.
fn is_gitignored(root: &Path, relative: &Path) -> bool {
    let ignored = Ignored::new(root);
    folders(relative).iter().any(|folder| ignored.leaves_out(&root.join(folder), true))
        || ignored.leaves_out(&root.join(relative), false)
}

/// The place and reason of an error of the walk.
fn skipped(error: &ignore::Error) -> Option<Skipped> {
    fn place(error: &ignore::Error) -> Option<&Path> {
        match error {
            ignore::Error::WithPath { path, .. } => Some(path),
            ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => place(err),
            ignore::Error::Partial(errors) => errors.iter().find_map(place),
            _ => None,
        }
    }
    let path = place(error)?;
    let io = error.io_error()?;
    Some(Skipped::new(path, reason(io)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    /// A folder with the given files, each with the given text.
    fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for (path, text) in files {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
            fs::write(path, text).expect("a file");
        }
        folder
    }

    fn names(root: &Path, paths: &[PathBuf]) -> Vec<String> {
        let relative =
            |p: &PathBuf| p.strip_prefix(root).expect("below the root").to_string_lossy().into_owned();
        paths.iter().map(relative).collect()
    }

    #[test]
    fn finds_articles_in_path_order_without_nested_corpora() {
        let folder = folder(&[
            ("masthead.toml", ""),
            ("b.md", ""),
            ("a/z.txt", ""),
            ("a.md", ""),
            ("README.md", ""),
            (".git/x.md", ""),
            ("other/masthead.toml", ""),
            ("other/c.md", ""),
        ]);
        let found = scan(folder.path(), &Config::default());
        assert_eq!(names(folder.path(), &found.articles), ["a/z.txt", "a.md", "b.md"]);
        assert_eq!(names(folder.path(), &found.nested), ["other"]);
        assert_eq!(found.skipped, []);
    }

    #[test]
    fn one_path_is_judged_as_the_walk_does() {
        let folder = folder(&[
            (".gitignore", "drafts/\n*.tmp.md\n/top.md\n"),
            ("a.md", ""),
            ("top.md", ""),
            ("deep/top.md", ""),
            ("drafts/a.md", ""),
            ("x.tmp.md", ""),
            ("keep/.gitignore", "!*.tmp.md\nnot.md\n"),
            ("keep/x.tmp.md", ""),
            ("keep/not.md", ""),
            ("nested/masthead.toml", ""),
            ("nested/a.md", ""),
            ("README.md", ""),
            ("notes.html", ""),
        ]);
        let config = Config::default();
        let found = scan(folder.path(), &config).articles;
        assert_eq!(names(folder.path(), &found), ["a.md", "deep/top.md", "keep/x.tmp.md"]);
        for entry in WalkBuilder::new(folder.path()).standard_filters(false).build().flatten() {
            let path = entry.path();
            let walked = found.iter().any(|f| f == path);
            assert_eq!(is_article(folder.path(), &config, path), walked, "{}", path.display());
        }
    }

    #[cfg(unix)]
    #[test]
    fn links_are_not_followed() {
        let folder = folder(&[("a.md", "")]);
        std::os::unix::fs::symlink(folder.path(), folder.path().join("loop")).expect("a link");
        std::os::unix::fs::symlink(folder.path().join("a.md"), folder.path().join("b.md")).expect("a link");
        let config = Config::default();
        let found = scan(folder.path(), &config);
        assert_eq!(names(folder.path(), &found.articles), ["a.md"]);
        assert!(!is_article(folder.path(), &config, &folder.path().join("loop/a.md")));
        assert!(!is_article(folder.path(), &config, &folder.path().join("b.md")));
    }
}
