//! What `.gitignore` files leave out.

use super::reading::{Skipped, reason};
use dashmap::DashMap;
use ignore::Match;
use ignore::gitignore::{Gitignore, GitignoreBuilder};
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// Nobody writes so many patterns: a longer file is something else.
const LARGEST: u64 = 1_000_000;

/// The `.gitignore` files of a folder and of those below it. Each is read once, when it is first asked for.
#[derive(Debug)]
pub(super) struct Ignored {
    root: PathBuf,
    files: DashMap<PathBuf, Arc<Gitignore>>,
    skipped: Mutex<Vec<Skipped>>,
}

impl Ignored {
    /// Those of `root` and below. Folders above it do not count, nor does anything that git is told elsewhere.
    pub(super) fn new(root: &Path) -> Self {
        Self { root: root.to_owned(), files: DashMap::new(), skipped: Mutex::default() }
    }

    /// True when `path`, whose own folders are not left out, is: the deepest file that says anything of it decides.
    pub(super) fn leaves_out(&self, path: &Path, is_folder: bool) -> bool {
        let above = path.ancestors().skip(1).take_while(|folder| folder.starts_with(&self.root));
        let mut said = above.filter_map(|folder| match self.of(folder).matched(path, is_folder) {
            Match::None => None,
            Match::Ignore(_) => Some(true),
            Match::Whitelist(_) => Some(false),
        });
        said.next().unwrap_or(false)
    }

    /// The files that could not be read. What they say does not count.
    pub(super) fn skipped(&self) -> Vec<Skipped> {
        self.skipped.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn of(&self, folder: &Path) -> Arc<Gitignore> {
        if let Some(known) = self.files.get(folder) {
            return known.clone();
        }
        self.files.entry(folder.to_owned()).or_insert_with(|| Arc::new(self.read(folder))).clone()
    }

    fn read(&self, folder: &Path) -> Gitignore {
        let path = folder.join(".gitignore");
        let mut builder = GitignoreBuilder::new(folder);
        match text(&path) {
            // A line that is no pattern says nothing; the others count.
            Ok(text) => text.lines().for_each(|line| drop(builder.add_line(None, line))),
            Err(why) => {
                let mut skipped = self.skipped.lock().unwrap_or_else(PoisonError::into_inner);
                skipped.push(Skipped::new(&path, why));
            }
        }
        builder.build().unwrap_or_else(|_| Gitignore::empty())
    }
}

/// The text of a file, nothing where there is none. Never waits on a pipe or a device. The error is for a person.
fn text(path: &Path) -> Result<String, String> {
    let told = |error: io::Error| reason(&error);
    match std::fs::metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(String::new()),
        Err(error) => return Err(told(error)),
        Ok(found) if !found.is_file() => return Err("not a file with text in it".to_owned()),
        Ok(_) => {}
    }
    let mut bytes = Vec::new();
    File::open(path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes)).map_err(told)?;
    if bytes.len() as u64 > LARGEST {
        return Err("too large for a list of what to leave out: 1 MB at most".to_owned());
    }
    Ok(String::from_utf8_lossy(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes)).into_owned())
}
