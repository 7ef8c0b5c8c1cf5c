//! All rules on one article: settings, precedence, "ignore here".

use crate::config::Config;
use crate::corpus::Snapshot;
use crate::diagnostic::Diagnostic;
use crate::document::Document;
use std::path::Path;

/// What all rules find in one article, in text order, as an editor and `masthead check` both show it.
/// `everything` also gives what an unasked folder does not report (`masthead annotate`).
pub fn judge(path: &Path, document: &Document, snapshot: &Snapshot, everything: bool) -> Vec<Diagnostic> {
    let _ = (path, document, snapshot, everything);
    todo!()
}

/// Rule names in `masthead.toml` that do not exist, with the nearest name.
pub fn setting_faults(config: &Config) -> Vec<Diagnostic> {
    let _ = config;
    todo!()
}
