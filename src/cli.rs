//! The terminal: arguments, output formats, exit codes.

/// Runs the program with the process's arguments.
pub fn run() -> std::process::ExitCode {
    todo!()
}
