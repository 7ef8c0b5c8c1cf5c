//! The settings of one corpus.

use super::baseline::Baseline;
use crate::diagnostic::Severity;
use crate::text::Span;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The file's name.
pub const FILE_NAME: &str = "masthead.toml";

/// All settings of one corpus.
#[derive(Clone, Debug, PartialEq)]
pub struct Config {
    /// True when a `masthead.toml` was read: the desk has asked. Otherwise only warnings are reported.
    pub asked: bool,
    /// Which files are articles.
    pub files: Files,
    /// Which catalogs are used.
    pub catalog: Catalogs,
    /// House style.
    pub style: Style,
    /// What an editor shows beside the text.
    pub editor: Editor,
    /// What an editor shows unasked.
    pub diagnostics: Diagnostics,
    /// Rule name → severity, as written; the `rules` floor knows which names exist.
    pub rules: BTreeMap<String, RuleSetting>,
    /// What an editor chose to accept.
    pub ignores: Vec<Ignore>,
    /// What was there before: of a file of its own, beside this one.
    pub baseline: Arc<Baseline>,
}

/// Which files are articles.
#[derive(Clone, Debug, PartialEq)]
pub struct Files {
    /// Gitignore globs of articles.
    pub include: Vec<String>,
    /// Gitignore globs of files that are none.
    pub exclude: Vec<String>,
    /// Larger files are kept in step, not analysed; in bytes.
    pub max_size: u64,
}

/// Which catalogs are used.
#[derive(Clone, Debug, PartialEq)]
pub struct Catalogs {
    /// Globs of catalog files, seen from the configuration file's folder.
    pub paths: Vec<String>,
    /// True when the compiled-in starter catalog is used too.
    pub starter: bool,
}

/// Whose habit for acronyms is followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Acronyms {
    /// The acronym stands in brackets behind the first full form.
    Reuters,
    /// No acronym in brackets.
    Ap,
}

/// House style.
#[derive(Clone, Debug, PartialEq)]
pub struct Style {
    /// Whose habit for acronyms is followed.
    pub acronyms: Acronyms,
    /// Acronyms that need no expansion, besides the default ones.
    pub exempt: Vec<String>,
}

/// What an editor shows beside the text, where a desk asks for it, and what it keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Editor {
    /// Who a surname is, behind it.
    pub inlay_hints: bool,
    /// How often a name stands in the folder, above its first reference.
    pub code_lens: bool,
    /// Whether what was read of a large folder is kept in the user's cache folder for the next start.
    pub cache: bool,
}

impl Default for Editor {
    fn default() -> Self {
        Self { inlay_hints: false, code_lens: false, cache: true }
    }
}

/// Of which articles an editor shows the findings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// Of those that are open.
    #[default]
    Open,
    /// Of all in the folder.
    Folder,
}

/// What an editor shows unasked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Diagnostics {
    /// Of which articles.
    pub scope: Scope,
}

/// One line of `[rules]`.
#[derive(Clone, Debug, PartialEq)]
pub struct RuleSetting {
    /// `None` is "off".
    pub severity: Option<Severity>,
    /// Where the name stands in the file.
    pub name_span: Span,
}

/// One `[[ignore]]`: findings that match every given key are accepted.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Ignore {
    /// Article, folder or glob of articles, seen from the configuration file's folder.
    pub path: Option<String>,
    /// Rule name.
    pub rule: Option<String>,
    /// The text under the finding.
    pub text: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// Where `rule` stands in the file.
    pub rule_span: Option<Span>,
}

/// Acronyms that need no expansion by default.
pub const EXEMPT: &[&str] = &[
    "AI", "IT", "ICT", "OS", "CEO", "CFO", "CIO", "CISO", "COO", "CTO", "IPO", "ESG", "EV", "GDP", "PC",
    "TV", "GPS", "DNA", "R&D", "M&A", "G7", "G20", "US", "U.S.", "UK", "U.K.", "UN", "U.N.", "EU", "NATO",
    "IMF", "WTO", "WHO", "IOC", "FIFA", "NASA", "FBI", "CIA", "BBC", "KBS", "MBC", "SK", "LG", "KT", "IBM",
    "DMZ", "KOSPI", "COVID-19", "AFP", "AJP", "PM", "MP", "MPs", "UAE",
];

impl Default for Config {
    /// The settings of a folder without a `masthead.toml`.
    fn default() -> Self {
        Self {
            asked: false,
            files: Files {
                include: ["**/*.md", "**/*.markdown", "**/*.txt"].map(String::from).to_vec(),
                exclude: Vec::new(),
                max_size: 2_000_000,
            },
            catalog: Catalogs { paths: vec!["catalog/*.toml".to_owned()], starter: true },
            style: Style { acronyms: Acronyms::Reuters, exempt: Vec::new() },
            editor: Editor::default(),
            diagnostics: Diagnostics::default(),
            rules: BTreeMap::new(),
            ignores: Vec::new(),
            baseline: Arc::default(),
        }
    }
}

impl Config {
    /// True when `acronym` needs no expansion here.
    pub fn exempt(&self, acronym: &str) -> bool {
        EXEMPT.contains(&acronym) || self.style.exempt.iter().any(|e| e == acronym)
    }
}
