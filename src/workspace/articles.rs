//! Finds and reads article files.

use crate::config::Config;
use crate::text::Format;
use std::path::{Path, PathBuf};

/// A file that was not analysed, and why, in one clear line for an editor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// The file.
    pub path: PathBuf,
    /// Why: "not UTF-8 text: save it as UTF-8", "3.1 MB, over files.max-size (2 MB)".
    pub why: String,
}

/// The article files under `root` that `config` asks for, sorted by path, without those under a nested
/// `masthead.toml`; and what could not be looked into.
pub fn find_articles(root: &Path, config: &Config) -> (Vec<PathBuf>, Vec<Skipped>) {
    let _ = (root, config);
    todo!()
}

/// True when [`find_articles`] would give `path` were it on disk.
pub fn is_article(root: &Path, config: &Config, path: &Path) -> bool {
    let _ = (root, config, path);
    todo!()
}

/// Markdown for `.md` and `.markdown`, else plain text.
pub fn article_format(path: &Path) -> Format {
    let markdown =
        path.extension().is_some_and(|e| e.eq_ignore_ascii_case("md") || e.eq_ignore_ascii_case("markdown"));
    if markdown { Format::Markdown } else { Format::Plain }
}

/// Reads one article as text (a BOM stays in it as U+FEFF), or says why it is skipped.
pub fn read_article(path: &Path, config: &Config) -> Result<String, Skipped> {
    let _ = (path, config);
    todo!()
}

/// Bytes that [`read_article`] read, checked: UTF-8, no NUL, not too large.
pub fn read_article_bytes(path: &Path, bytes: Vec<u8>, config: &Config) -> Result<String, Skipped> {
    let _ = (path, bytes, config);
    todo!()
}
