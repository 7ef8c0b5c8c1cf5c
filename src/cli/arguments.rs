//! What can be asked on the command line.

use crate::rules::RULES;
use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use jiff::civil::Date;
use std::path::PathBuf;

/// The version, and the commit where it is known.
pub(super) const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), env!("MASTHEAD_COMMIT"));

/// Knows who is who in a folder of articles, and reports names that are written inconsistently.
#[derive(Debug, Parser)]
#[command(name = "masthead", version = VERSION, about, propagate_version = true)]
pub(super) struct Arguments {
    /// Colours in what is printed for people: auto (on a terminal, unless NO_COLOR is set), always or never
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = Color::Auto, global = true)]
    #[arg(hide_possible_values = true, hide_default_value = true, display_order = 900)]
    pub(super) color: Color,
    #[command(subcommand)]
    pub(super) command: Command,
}

/// Whether what is printed for people has colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    /// On a terminal, unless NO_COLOR is set
    Auto,
    /// In a pipe and a file too
    Always,
    /// Nowhere
    Never,
}

impl Color {
    /// Has all that is printed from now on follow it.
    pub(super) fn apply(self) {
        match self {
            Color::Auto => anstream::ColorChoice::Auto,
            Color::Always => anstream::ColorChoice::Always,
            Color::Never => anstream::ColorChoice::Never,
        }
        .write_global();
    }
}

/// One thing to do.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Serve an editor over standard input and output
    Lsp {
        /// Taken for granted; editors that pass it are welcome
        #[arg(long)]
        stdio: bool,
    },
    /// Report names that are written inconsistently
    ///
    /// Exit code: 0 all is well, 1 something at or above --fail-on was found, 2 it could not run, an article that was given
    /// by name could not be read, Masthead failed on one, or a fix could not be written.
    Check(CheckArguments),
    /// Print everything known of each article, a line of JSON for each
    ///
    /// Offsets are UTF-8 bytes of the file. All articles under the root are read, those in the given paths are printed.
    Annotate {
        /// Articles and folders
        #[arg(value_name = "PATH", required = true)]
        paths: Vec<PathBuf>,
    },
    /// Show who or what a name is: by any spelling, acronym, surname or office
    ///
    /// Exit code: 0 the name or the names that fit are shown, 1 nobody is called so, 2 it could not run.
    Who {
        /// A name, an acronym, a surname, or an office such as "OpenAI CSO"
        name: String,
        /// The folder whose articles and catalog are asked; else the nearest around this one with a masthead.toml
        #[arg(long = "in", value_name = "DIR")]
        folder: Option<PathBuf>,
        /// The day as of which roles, relations and names are judged, as 2026-05-27
        #[arg(long, value_name = "DATE", value_parser = date)]
        as_of: Option<Date>,
        /// How the names are printed
        #[arg(long, value_enum, default_value_t = TableFormat::Text)]
        format: TableFormat,
    },
    /// Show what is said of a name, each fact with who says so
    ///
    /// Roles, definitions and relations: from the catalog with their sources, from the articles with file, line and
    /// sentence. Exit code: 0 the facts, or the names that fit, are shown, 1 nobody is called so, 2 it could not run.
    Facts {
        /// A name in any spelling, an acronym, or an office such as "OpenAI CSO"
        name: String,
        /// The folder whose articles and catalog are asked; else the nearest around this one with a masthead.toml
        #[arg(long = "in", value_name = "DIR")]
        folder: Option<PathBuf>,
        /// The day as of which facts are judged, as 2026-05-27; later articles are left out
        #[arg(long, value_name = "DATE", value_parser = date)]
        as_of: Option<Date>,
        /// How the facts are printed
        #[arg(long, value_enum, default_value_t = TableFormat::Text)]
        format: TableFormat,
    },
    /// List every mention of a name, by article
    ///
    /// Exit code: 0 the name is known, be it without a mention, 1 nobody is called so, 2 it could not run.
    Where {
        /// A name in any spelling
        name: String,
        /// The folder whose articles are searched; else the nearest around this one with a masthead.toml, else this one
        #[arg(long = "in", value_name = "DIR")]
        folder: Option<PathBuf>,
        /// How the mentions are printed
        #[arg(long, value_enum, default_value_t = TableFormat::Text)]
        format: TableFormat,
    },
    /// List the names of the articles: how each is written, how often and where; conflicts first
    ///
    /// Exit code: 0, be there conflicts or not, as check is what judges; 2 it could not run.
    Names {
        /// Articles and folders; this folder when none is given
        #[arg(value_name = "PATH")]
        paths: Vec<PathBuf>,
        /// How the names are printed
        #[arg(long, value_enum, default_value_t = TableFormat::Text)]
        format: TableFormat,
    },
    /// Explain a rule with examples, or list all rules
    Explain {
        /// The rule's name
        #[arg(value_parser = rule_names())]
        rule: Option<String>,
    },
    /// Write a commented masthead.toml and a first catalog; nothing is overwritten
    Init {
        /// The folder of the articles
        #[arg(value_name = "DIR", default_value = ".")]
        folder: PathBuf,
        /// Make the catalog from a spreadsheet's list: CSV with the headings name, kind, acronym, native, avoid, note
        ///
        /// In a cell of acronym, native or avoid several stand with | between them. What the catalog has already keeps its id
        /// there, and of two rows that share a name the later one says that they are distinct.
        #[arg(long, value_name = "LIST.csv")]
        from: Option<PathBuf>,
    },
    /// Tidy or check catalog files
    #[command(subcommand)]
    Catalog(CatalogCommand),
    /// Tell what was found here, for a report: settings, catalogs, articles in numbers, cache, version
    ///
    /// It prints where the folder and its cache lie, names of rules, and counts: not what an article or a catalog is called,
    /// and no word of what stands in one.
    Doctor {
        /// Folders; this folder when none is given
        #[arg(value_name = "PATH")]
        paths: Vec<PathBuf>,
    },
    /// Print the completions for a shell
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Tell whether two spellings name the same thing
    ///
    /// Without names it reads a line {"a": …, "b": …} for each pair and prints a line {"same": …, "score": …, "why": …}.
    SameName {
        /// Two names
        #[arg(value_name = "NAME", num_args = 0..)]
        names: Vec<String>,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
}

/// What is done to catalogs.
#[derive(Debug, Subcommand)]
pub(super) enum CatalogCommand {
    /// Sort the entries and put one list item on a line; comments stay
    ///
    /// Exit code: 0 all is tidy or was made so, 1 --check found what is not, 2 it could not run, or a catalog was left as it
    /// is.
    Fmt {
        /// Folders and catalog files; this folder when none is given
        #[arg(value_name = "PATH")]
        paths: Vec<PathBuf>,
        /// Change nothing; exit code 1 when something would change
        #[arg(long)]
        check: bool,
    },
    /// Report every mistake in masthead.toml and the catalogs
    ///
    /// Exit code: 0 there is none, 1 there are some, 2 it could not run.
    Check {
        /// Folders; this folder when none is given
        #[arg(value_name = "PATH")]
        paths: Vec<PathBuf>,
    },
}

/// What `masthead check` takes.
#[derive(Debug, Args)]
pub(super) struct CheckArguments {
    /// Articles and folders; this folder when none is given. What masthead.toml excludes is left out by name too
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    /// Check what comes on standard input as if it stood in this article, beside the others of its folder
    #[arg(long, value_name = "PATH", conflicts_with_all = ["paths", "fix", "diff", "write_baseline", "changed_since"])]
    pub(super) stdin_filename: Option<PathBuf>,
    /// How findings are printed
    #[arg(long, value_enum, default_value_t = OutputFormat::Text)]
    pub(super) format: OutputFormat,
    /// Mend what can be mended safely, then report the rest
    #[arg(long, conflicts_with = "diff")]
    pub(super) fix: bool,
    /// Print what --fix would change, and change nothing
    #[arg(long, conflicts_with = "format")]
    pub(super) diff: bool,
    /// Accept what is found now: masthead-baseline.toml lists it, and it is not reported again, here or in an editor
    #[arg(long, conflicts_with_all = ["fix", "diff", "format", "rules", "changed_since"])]
    pub(super) write_baseline: bool,
    /// Report only articles that changed since this commit or branch, as git knows; all are still read
    #[arg(long, value_name = "REV")]
    pub(super) changed_since: Option<String>,
    /// Report this rule only; may be given several times
    #[arg(long = "rule", value_name = "NAME", value_parser = rule_names())]
    pub(super) rules: Vec<String>,
    /// The mildest finding that makes the exit code 1
    #[arg(long, value_enum, value_name = "SEVERITY", default_value_t = FailOn::Warning)]
    pub(super) fail_on: FailOn,
}

/// How findings are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum OutputFormat {
    /// For people: the line, with carets
    Text,
    /// One JSON object
    Json,
    /// SARIF 2.1.0, for code review tools
    Sarif,
    /// Commands for a GitHub workflow
    Github,
}

/// How a table is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum TableFormat {
    /// For people
    Text,
    /// One JSON object
    Json,
}

/// The mildest finding that makes the exit code 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum FailOn {
    /// A warning, or a mistake in a catalog
    Warning,
    /// Any finding but a hint
    Information,
    /// Findings never do
    Never,
}

/// The names of all rules: a wrong one is answered with the nearest, and shells complete them.
fn rule_names() -> PossibleValuesParser {
    PossibleValuesParser::new(RULES.iter().map(|rule| rule.name()))
}

/// A day as people type it on a command line.
fn date(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| "write a day as 2026-05-27".to_owned())
}
