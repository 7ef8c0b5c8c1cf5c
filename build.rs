//! Tells the program which commit it was built from, where that is known: it stands in `masthead --version`.
//!
//! In a crate as it is published the commit stands in a file; in a repository git knows it; elsewhere nobody does, and the
//! version is all there is. Development builds leave it out, so that a commit does not have them built anew.

use std::fs;
use std::path::Path;
use std::process::Command;

/// As many digits of a commit as tell it from all others for a long time.
const DIGITS: usize = 10;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let commit = match std::env::var("PROFILE").as_deref() {
        Ok("release") => published().or_else(checked_out),
        _ => None,
    };
    let told = commit.map(|commit| format!(" ({})", &commit[..DIGITS])).unwrap_or_default();
    println!("cargo::rustc-env=MASTHEAD_COMMIT={told}");
}

/// The commit that `cargo package` wrote down.
fn published() -> Option<String> {
    println!("cargo::rerun-if-changed=Cargo.toml");
    let told = fs::read_to_string(".cargo_vcs_info.json").ok()?;
    let (_, behind) = told.split_once("\"sha1\"")?;
    behind.split('"').nth(1).and_then(commit)
}

/// The commit that is checked out here. A crate inside somebody else's repository is not of their commit.
fn checked_out() -> Option<String> {
    if !Path::new(".git").exists() {
        return None;
    }
    // It changes with every commit and checkout.
    if let Some(log) = git(&["rev-parse", "--git-path", "logs/HEAD"]) {
        println!("cargo::rerun-if-changed={log}");
    }
    commit(&git(&["rev-parse", "HEAD"])?)
}

fn git(arguments: &[&str]) -> Option<String> {
    let output =
        Command::new("git").args(arguments).output().ok().filter(|output| output.status.success())?;
    Some(String::from_utf8(output.stdout).ok()?.trim().to_owned())
}

/// `text`, if it is a commit.
fn commit(text: &str) -> Option<String> {
    let is_commit = text.len() >= DIGITS && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_commit.then(|| text.to_owned())
}
