//! The terminal: arguments, output formats, exit codes.

mod annotate;
mod arguments;
mod asked;
mod as_github;
mod as_json;
mod as_sarif;
mod as_text;
mod baseline;
mod card_json;
mod card_text;
mod catalog;
mod changed;
mod check;
mod desk;
mod doctor;
mod excerpt;
mod explain;
mod facts;
mod findings;
mod held;
mod init;
mod name_list;
mod name_owners;
mod names;
mod paths;
mod progress;
mod repair;
mod replace;
mod same_name;
mod sentence;
mod who;
mod words;

use arguments::{Arguments, CatalogCommand, Command};
use clap::{CommandFactory, Parser};
use std::io::{self, BufWriter, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;

/// Runs the program with the process's arguments.
///
/// Exit codes: 0 all is well, 1 something was found (or nobody, for `who`), 2 it could not run, or not do all it was to.
/// A reader that goes away (`masthead check | head`) ends the program quietly.
pub fn run() -> ExitCode {
    let Arguments { color, command } = Arguments::parse();
    color.apply();
    std::panic::set_hook(Box::new(|panic| {
        // The panic's own message may quote an article, so only its place is told.
        let place = panic.location().map(|at| format!(" ({}:{})", at.file(), at.line())).unwrap_or_default();
        let _ = writeln!(
            io::stderr(),
            "masthead: something went wrong in the program itself{place}: please report it"
        );
    }));
    // The hook above has told of the panic; a caller shall see the exit code of a run that failed.
    match catch_unwind(AssertUnwindSafe(|| dispatch(command))) {
        Err(_) => ExitCode::from(2),
        Ok(Ok(code)) => ExitCode::from(code),
        Ok(Err(error)) if reader_left(&error) => ExitCode::SUCCESS,
        Ok(Err(error)) => {
            // Nothing is left to be done where even stderr is closed.
            let _ = writeln!(io::stderr(), "masthead: {error:#}");
            ExitCode::from(2)
        }
    }
}

fn dispatch(command: Command) -> anyhow::Result<u8> {
    match command {
        Command::Lsp { .. } => Ok(crate::server::serve()),
        Command::Check(arguments) => check::check(&arguments),
        Command::Annotate { paths } => annotate::annotate(&paths, &mut BufWriter::new(io::stdout().lock())),
        Command::Who { name, folder, as_of, format } => {
            who::who(&name, folder.as_deref(), as_of, format, &mut anstream::stdout().lock())
        }
        Command::Facts { name, folder, as_of, format } => {
            facts::facts(&name, folder.as_deref(), as_of, format, &mut anstream::stdout().lock())
        }
        Command::Where { name, folder, format } => {
            who::where_is(&name, folder.as_deref(), format, &mut anstream::stdout().lock())
        }
        Command::Names { paths, format } => names::names(&paths, format, &mut anstream::stdout().lock()),
        Command::Doctor { paths } => doctor::doctor(&paths, &mut io::stdout().lock()),
        Command::Explain { rule } => explain::explain(rule.as_deref(), &mut io::stdout().lock()),
        Command::Init { folder, from } => init::init(&folder, from.as_deref(), &mut io::stdout().lock()),
        Command::Catalog(CatalogCommand::Fmt { paths, check }) => {
            catalog::format(&paths, check, &mut io::stdout().lock())
        }
        Command::Catalog(CatalogCommand::Check { paths }) => {
            catalog::check(&paths, &mut anstream::stdout().lock())
        }
        Command::Completions { shell } => {
            // Written at once: the generator panics when its reader has gone.
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Arguments::command(), "masthead", &mut script);
            io::stdout().lock().write_all(&script)?;
            Ok(0)
        }
        Command::SameName { names, json } if !names.is_empty() => {
            same_name::same_name(&names, json, &mut io::stdout().lock())
        }
        Command::SameName { .. } => {
            same_name::same_names(io::stdin().lock(), &mut BufWriter::new(io::stdout().lock()))
        }
    }
}

fn reader_left(error: &anyhow::Error) -> bool {
    let broken = |cause: &io::Error| cause.kind() == io::ErrorKind::BrokenPipe;
    error.chain().filter_map(|cause| cause.downcast_ref::<io::Error>()).any(broken)
}
