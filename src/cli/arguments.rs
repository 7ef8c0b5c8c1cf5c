//! What can be asked on the command line.

use clap::{Parser, Subcommand};
use std::path::PathBuf;

/// Knows who is who in a folder of articles, and reports names that are written inconsistently.
#[derive(Debug, Parser)]
#[command(name = "masthead", version, about, propagate_version = true)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
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
    /// Print everything known of each article, a line of JSON for each
    ///
    /// Offsets are UTF-8 bytes of the file. All articles under the root are read, those in the given paths are printed.
    Annotate {
        /// Articles and folders
        #[arg(value_name = "PATH", required = true)]
        paths: Vec<PathBuf>,
    },
    /// Tell whether two spellings name the same thing
    ///
    /// Without names it reads a line {"a": …, "b": …} for each pair and prints a line {"same": …, "score": …, "why": …}.
    SameName {
        /// Two names
        #[arg(value_name = "NAME", num_args = 2)]
        names: Vec<String>,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
}
