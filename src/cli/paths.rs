//! The paths that were given, and how paths are shown.

use anyhow::{Context, Result, bail};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

/// The paths that were given on the command line.
#[derive(Debug)]
pub(super) struct Given {
    /// Absolute, each with the words that were typed; in the order typed.
    paths: Vec<(PathBuf, PathBuf)>,
    here: PathBuf,
    /// The folder that paths are shown from.
    from: PathBuf,
    /// What stands in the one file that is given, where that does not come from the disk.
    typed: Option<Arc<[u8]>>,
}

impl Given {
    /// `typed`, or the current folder where nothing was typed. Paths that do not exist are taken too.
    pub(super) fn new(typed: &[PathBuf]) -> Result<Self> {
        let here = std::env::current_dir().context("cannot tell which folder this is")?;
        let typed = if typed.is_empty() { vec![PathBuf::from(".")] } else { typed.to_vec() };
        let absolute = |path: PathBuf| (absolute(&here, &path), path);
        let paths = typed.into_iter().map(absolute).collect();
        Ok(Self { paths, from: here.clone(), here, typed: None })
    }

    /// The same, with paths shown from the top of the git repository around the current folder, where there is one:
    /// who shows findings beside the lines of a commit knows files by these.
    pub(super) fn seen_from_repository(self) -> Self {
        let top = self.here.ancestors().find(|folder| folder.join(".git").exists());
        Self { from: top.unwrap_or(&self.here).to_owned(), ..self }
    }

    /// One file, which need not be there, with `text` in it. An error says why no article can stand there.
    pub(super) fn typed(path: &Path, text: Vec<u8>) -> Result<Self> {
        let given = Self::new(&[path.to_owned()])?;
        for path in given.paths() {
            if path.is_dir() {
                bail!("“{}” is a folder: name the article that the text is to be", given.as_given(path));
            }
            if let Some(folder) = path.parent().filter(|folder| !folder.is_dir()) {
                bail!("there is no folder “{}” here: check its spelling", given.shown(folder));
            }
        }
        Ok(Self { typed: Some(text.into()), ..given })
    }

    /// What stands in the file that is given, where that does not come from the disk.
    pub(super) fn text(&self) -> Option<Arc<[u8]>> {
        self.typed.clone()
    }

    /// As [`Given::new`], but an error names the first path that does not exist.
    pub(super) fn existing(typed: &[PathBuf]) -> Result<Self> {
        let given = Self::new(typed)?;
        for (path, typed) in &given.paths {
            if !path.exists() {
                bail!("there is no “{}” here: check its spelling", typed.display());
            }
        }
        Ok(given)
    }

    /// The given paths, absolute.
    pub(super) fn paths(&self) -> impl Iterator<Item = &Path> {
        self.paths.iter().map(|(path, _)| path.as_path())
    }

    /// The current folder, absolute.
    pub(super) fn here(&self) -> &Path {
        &self.here
    }

    /// `path` as it was given, or below a folder as that was given; else as [`Given::shown`].
    pub(super) fn as_given(&self, path: &Path) -> String {
        let exact = self.paths.iter().find(|(given, _)| given == path);
        if let Some((_, typed)) = exact {
            return typed.to_string_lossy().into_owned();
        }
        for (given, typed) in &self.paths {
            if let Ok(below) = path.strip_prefix(given) {
                let typed = if typed.as_os_str() == "." { Path::new("") } else { typed };
                return typed.join(below).to_string_lossy().into_owned();
            }
        }
        self.shown(path)
    }

    /// `path` seen from the current folder, but for [`Given::seen_from_repository`]; with "/" between folders.
    pub(super) fn shown(&self, path: &Path) -> String {
        seen_from(&self.from, path).to_string_lossy().replace('\\', "/")
    }
}

/// `path` made absolute. A path with ".." in it goes through the file system, as ".." behind a link does not
/// lead back.
fn absolute(here: &Path, path: &Path) -> PathBuf {
    let climbs = path.components().any(|part| part == Component::ParentDir);
    if climbs && let Ok(real) = path.canonicalize() {
        return real;
    }
    std::path::absolute(path).unwrap_or_else(|_| here.join(path))
}

/// `path` seen from the folder `from`: "../other/a.md". Both are absolute.
pub(super) fn seen_from(from: &Path, path: &Path) -> PathBuf {
    let shared = from.components().zip(path.components()).take_while(|(a, b)| a == b).count();
    let named = |part: &Component| matches!(part, Component::Normal(_));
    if from.components().take(shared).filter(named).count() == 0 && from.components().any(|p| named(&p)) {
        return path.to_owned();
    }
    let up = from.components().skip(shared).map(|_| Component::ParentDir);
    let seen: PathBuf = up.chain(path.components().skip(shared)).collect();
    if seen.as_os_str().is_empty() { PathBuf::from(".") } else { seen }
}

/// The deepest folder that holds all of `paths`; `None` without any.
pub(super) fn common_folder<'a>(paths: impl IntoIterator<Item = &'a Path>) -> Option<PathBuf> {
    let folder = |path: &'a Path| if path.is_dir() { path } else { path.parent().unwrap_or(path) };
    let mut folders = paths.into_iter().map(folder);
    let first = folders.next()?.to_owned();
    let shared = |a: PathBuf, b: &Path| -> PathBuf {
        a.components().zip(b.components()).take_while(|(x, y)| x == y).map(|(x, _)| x).collect()
    };
    Some(folders.fold(first, shared))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_seen_from_a_folder() {
        let seen = |path| seen_from(Path::new("/desk/news"), Path::new(path)).to_string_lossy().into_owned();
        assert_eq!(seen("/desk/news/a/b.md"), "a/b.md");
        assert_eq!(seen("/desk/other/b.md"), "../other/b.md");
        assert_eq!(seen("/desk/news"), ".");
        assert_eq!(seen("/elsewhere/b.md"), "/elsewhere/b.md");
    }

    #[test]
    fn paths_are_shown_as_they_were_given() {
        let given = Given {
            paths: vec![
                ("/desk/news".into(), "./news/".into()),
                ("/desk/a.md".into(), "../desk/a.md".into()),
            ],
            here: "/desk/x".into(),
            from: "/desk/x".into(),
            typed: None,
        };
        assert_eq!(given.as_given(Path::new("/desk/news/b.md")), "./news/b.md");
        assert_eq!(given.as_given(Path::new("/desk/a.md")), "../desk/a.md");
        assert_eq!(given.as_given(Path::new("/desk/c.md")), "../c.md");
    }

    #[test]
    fn files_share_a_folder() {
        let shared =
            |paths: &[&str]| common_folder(paths.iter().map(Path::new)).map(|p| p.display().to_string());
        assert_eq!(shared(&["/none/a/x.md", "/none/a/y.md"]).as_deref(), Some("/none/a"));
        assert_eq!(shared(&["/none/a/x.md", "/none/b/y.md"]).as_deref(), Some("/none"));
        assert_eq!(shared(&[]), None);
    }
}
