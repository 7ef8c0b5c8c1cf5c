//! What a rule, a catalog or a configuration file has to say about a place in a file, and the cure for it.

use crate::text::{Point, Span};
use serde::{Deserialize, Serialize};
use std::path::Path;
use std::sync::Arc;

/// How grave a finding is, the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Something cannot be used: a fault in a catalog or a configuration file.
    Error,
    /// An editor should act.
    Warning,
    /// An editor should look.
    Information,
    /// House style.
    Hint,
}

impl Severity {
    /// All of them, the gravest first.
    pub const ALL: [Severity; 4] = [Self::Error, Self::Warning, Self::Information, Self::Hint];

    /// Its name as written in `masthead.toml` and in output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Information => "information",
            Self::Hint => "hint",
        }
    }
}

/// A place in a file that can be shown without reading that file again.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file.
    pub path: Arc<Path>,
    /// Where in it, in bytes.
    pub span: Span,
    /// The span's start.
    pub start: Point,
    /// The span's end.
    pub end: Point,
}

impl Place {
    /// True for a place in the file at `path`. To compare two paths part by part is dear, and both come from the same walk
    /// of the folder: their bytes tell.
    pub fn is_in(&self, path: &Arc<Path>) -> bool {
        Arc::ptr_eq(&self.path, path) || self.path.as_os_str() == path.as_os_str()
    }
}

/// Another place that belongs to a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// Where it is.
    pub place: Place,
    /// What stands there, in a few words.
    pub message: String,
}

/// Puts `text` in the place of `span`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What goes, in bytes of the file.
    pub span: Span,
    /// What comes.
    pub text: String,
}

/// The cure for a finding, in the article that it was found in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does: "replace with “Korea Internet & Security Agency”".
    pub title: String,
    /// True when it may run unasked (`masthead check --fix`, "fix all in file").
    pub safe: bool,
    /// What it changes, in order, never overlapping.
    pub edits: Vec<Edit>,
}

/// A finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The rule's name, or `catalog` or `config`.
    pub rule: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// Where it is, in bytes of its file.
    pub span: Span,
    /// One sentence, with the right form in it.
    pub message: String,
    /// Other places that belong to it.
    pub related: Vec<Related>,
    /// Cures, the best first.
    pub fixes: Vec<Fix>,
    /// More lines below it: "this entry is left out; the others are in use".
    pub notes: Vec<String>,
}

impl Diagnostic {
    /// A finding without related places, fixes and notes.
    pub fn new(rule: &'static str, severity: Severity, span: Span, message: impl Into<String>) -> Self {
        let message = message.into();
        Self { rule, severity, span, message, related: Vec::new(), fixes: Vec::new(), notes: Vec::new() }
    }
}
