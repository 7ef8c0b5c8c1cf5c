//! One reading of single files at a time: of two at once the one that has read a file first may tell of it last, and what it
//! says of the file would stay.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Whether files of a folder are being read again, and those that wait for the end of that.
#[derive(Default)]
pub(super) struct Rereading(Option<BTreeSet<PathBuf>>);

impl Rereading {
    /// Those of `paths` that are to be read now: all or, while others are being read, none.
    pub(super) fn begin(&mut self, paths: BTreeSet<PathBuf>) -> BTreeSet<PathBuf> {
        match &mut self.0 {
            Some(waiting) => {
                waiting.extend(paths);
                BTreeSet::new()
            }
            None => {
                self.0 = (!paths.is_empty()).then(BTreeSet::new);
                paths
            }
        }
    }

    /// Notes that a file has just been read otherwise: who is reading it may have begun before.
    pub(super) fn note(&mut self, path: &Path) {
        if let Some(waiting) = &mut self.0 {
            waiting.insert(path.to_owned());
        }
    }

    /// The files were read: those that wait, to be read from now on.
    pub(super) fn end(&mut self) -> BTreeSet<PathBuf> {
        self.0.take().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::Rereading;
    use std::collections::BTreeSet;
    use std::path::{Path, PathBuf};

    fn paths(names: &[&str]) -> BTreeSet<PathBuf> {
        names.iter().map(PathBuf::from).collect()
    }

    #[test]
    fn a_file_that_changes_while_it_is_read_is_read_again_behind_that() {
        let mut reading = Rereading::default();
        assert_eq!(reading.begin(paths(&[])), paths(&[]));
        assert_eq!(reading.begin(paths(&["a", "b"])), paths(&["a", "b"]));
        assert_eq!(reading.begin(paths(&["b"])), paths(&[]));
        reading.note(Path::new("c"));
        let waiting = reading.end();
        assert_eq!(waiting, paths(&["b", "c"]));
        assert_eq!(reading.begin(waiting), paths(&["b", "c"]));
        assert_eq!(reading.end(), paths(&[]));
        reading.note(Path::new("d"));
        assert_eq!(reading.begin(paths(&["e"])), paths(&["e"]));
    }
}
