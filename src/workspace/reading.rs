//! Reads one article, or says why not.

use crate::config::Config;
use crate::text::Format;
use std::fs::{File, Metadata};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// A file that was not analysed, and why, in one clear line for an editor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// The file.
    pub path: PathBuf,
    /// Why: "not UTF-8 text: save it as UTF-8", "3.1 MB, over files.max-size (2 MB)".
    pub why: String,
}

const FAILED: &str = "Masthead failed on this article: please report it";

impl Skipped {
    pub(super) fn new(path: &Path, why: impl Into<String>) -> Self {
        Self { path: path.to_owned(), why: why.into() }
    }

    /// An article on which the program itself failed.
    pub fn failed(path: &Path) -> Self {
        Self::new(path, FAILED)
    }

    /// True where the fault is the program's, not the file's.
    pub fn is_failure(&self) -> bool {
        self.why == FAILED
    }
}

/// Markdown for `.md` and `.markdown`, else plain text.
pub fn article_format(path: &Path) -> Format {
    let markdown =
        path.extension().is_some_and(|e| e.eq_ignore_ascii_case("md") || e.eq_ignore_ascii_case("markdown"));
    if markdown { Format::Markdown } else { Format::Plain }
}

/// Reads one article as text (a BOM stays in it as U+FEFF), or says why it is skipped.
/// Never waits on a pipe or a device, and never reads more than the allowed size, even of a growing file.
pub fn read_article(path: &Path, config: &Config) -> Result<String, Skipped> {
    read_found(path, &look_at(path, config)?, config)
}

/// Looks at the file of an article without opening it, or says why it is skipped.
pub(super) fn look_at(path: &Path, config: &Config) -> Result<Metadata, Skipped> {
    let found = std::fs::metadata(path).map_err(|error| Skipped::new(path, reason(&error)))?;
    if !found.is_file() {
        return Err(Skipped::new(path, "not a file with text in it"));
    }
    let max = config.files.max_size;
    if found.len() > max {
        return Err(Skipped::new(path, too_large(found.len(), max)));
    }
    Ok(found)
}

/// Reads the file that was looked at.
pub(super) fn read_found(path: &Path, found: &Metadata, config: &Config) -> Result<String, Skipped> {
    let skipped = |error: io::Error| Skipped::new(path, reason(&error));
    let mut bytes = Vec::with_capacity(found.len() as usize);
    let file = File::open(path).map_err(skipped)?;
    file.take(config.files.max_size.saturating_add(1)).read_to_end(&mut bytes).map_err(skipped)?;
    read_article_bytes(path, bytes, config)
}

/// Bytes that [`read_article`] read, checked: UTF-8, no NUL, not too large.
pub fn read_article_bytes(path: &Path, bytes: Vec<u8>, config: &Config) -> Result<String, Skipped> {
    let max = config.files.max_size;
    if bytes.len() as u64 > max {
        return Err(Skipped::new(path, too_large(bytes.len() as u64, max)));
    }
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return Err(Skipped::new(path, "UTF-16 text: save it as UTF-8"));
    }
    if memchr::memchr(0, &bytes).is_some() {
        return Err(Skipped::new(path, "not text, but a binary file"));
    }
    String::from_utf8(bytes).map_err(|error| {
        let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = memchr::memchr_iter(b'\n', good).count() + 1;
        Skipped::new(path, format!("not UTF-8 text (first at line {line}): save it as UTF-8"))
    })
}

/// What kept a file or folder from being read, for an editor.
pub(super) fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "not found".to_owned(),
        io::ErrorKind::PermissionDenied => "may not be opened: check its permissions".to_owned(),
        _ => format!("cannot be read: {error}"),
    }
}

fn too_large(size: u64, max: u64) -> String {
    format!("{}, over files.max-size ({})", megabytes(size), megabytes(max))
}

/// A size as `files.max-size` is written: "2 MB", "3.1 MB", "512 bytes".
fn megabytes(bytes: u64) -> String {
    let (unit, name) = match bytes {
        0..1_000 => return format!("{bytes} bytes"),
        1_000..1_000_000 => (1_000, "KB"),
        1_000_000..1_000_000_000 => (1_000_000, "MB"),
        _ => (1_000_000_000, "GB"),
    };
    // Rounded up, so that a file over the limit never looks as large as the limit.
    let tenths = bytes.div_ceil(unit / 10);
    match tenths % 10 {
        0 => format!("{} {name}", tenths / 10),
        rest => format!("{}.{rest} {name}", tenths / 10),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn why(bytes: &[u8]) -> String {
        let config = Config::default();
        read_article_bytes(Path::new("a.md"), bytes.to_vec(), &config).unwrap_or_else(|s| s.why)
    }

    #[test]
    fn takes_utf8_with_its_bom() {
        assert_eq!(why("\u{feff}Seoul 서울\r\n".as_bytes()), "\u{feff}Seoul 서울\r\n");
    }

    #[test]
    fn says_why_a_file_is_skipped() {
        assert_eq!(why(b"\xFF\xFEa\0"), "UTF-16 text: save it as UTF-8");
        assert_eq!(why(b"PK\x03\x04\0\0"), "not text, but a binary file");
        assert_eq!(why(b"one\ntwo\ncaf\xE9"), "not UTF-8 text (first at line 3): save it as UTF-8");
        assert_eq!(why(&vec![b'a'; 2_000_001]), "2.1 MB, over files.max-size (2 MB)");
    }

    #[test]
    fn says_why_a_path_is_skipped() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let config = Config::default();
        let gone = read_article(&folder.path().join("gone.md"), &config).expect_err("it is not there");
        assert_eq!(gone.why, "not found");
        let folder = read_article(folder.path(), &config).expect_err("it is a folder");
        assert_eq!(folder.why, "not a file with text in it");
    }

    /// It may, between being looked at and being read.
    #[test]
    fn a_file_that_grows_is_read_as_far_as_is_allowed() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let (path, mut config) = (folder.path().join("live.md"), Config::default());
        config.files.max_size = 50;
        let write = |text: &str| std::fs::write(&path, text).expect("a file that can be written");
        write("The count goes on.");
        let found = look_at(&path, &config).expect("an article");
        let grown = "The count goes on. Oslo has been counted.";
        write(grown);
        assert_eq!(read_found(&path, &found, &config).expect("it has grown a little"), grown);
        write(&grown.repeat(1_000));
        let refused = read_found(&path, &found, &config).expect_err("it has grown too large");
        // What lies beyond is not read, however much it is.
        assert_eq!(refused.why, too_large(51, 50));
    }

    #[test]
    fn writes_sizes_as_people_do() {
        let sizes = [(999, "999 bytes"), (2_000_000, "2 MB"), (3_100_000, "3.1 MB"), (1_500, "1.5 KB")];
        for (size, text) in sizes {
            assert_eq!(megabytes(size), text);
        }
    }
}
