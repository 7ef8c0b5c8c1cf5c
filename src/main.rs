//! The `masthead` program: all of it lives in the library.

fn main() -> std::process::ExitCode {
    masthead::cli::run()
}
