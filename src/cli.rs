//! The terminal: arguments, output formats, exit codes.

mod arguments;

use arguments::{Arguments, Command};
use clap::Parser;
use std::process::ExitCode;

/// Runs the program with the process's arguments.
///
/// Exit codes: 0 all is well, 1 something was found (or nobody, for `who`), 2 it could not run.
pub fn run() -> ExitCode {
    ExitCode::from(dispatch(Arguments::parse().command))
}

fn dispatch(command: Command) -> u8 {
    match command {
        Command::Lsp { .. } => crate::server::serve(),
    }
}
