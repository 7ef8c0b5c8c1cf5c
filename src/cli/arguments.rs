//! What can be asked on the command line.

use clap::{Parser, Subcommand};

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
}
