//! What the program tells of a failure in itself, which nobody can have foreseen: here it gets no threads from the system.

use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// Runs the program as a user who may have one thread in all. The limit does not hold for root, who becomes another user.
fn without_threads(folder: &Path, arguments: &[&str]) -> Option<Output> {
    let alone = ["prlimit", "--nproc=1", env!("CARGO_BIN_EXE_masthead")];
    let root = std::fs::metadata("/proc/self").ok()?.uid() == 0;
    let stranger = ["setpriv", "--reuid=54321", "--clear-groups"].into_iter().filter(|_| root);
    let words: Vec<&str> = stranger.chain(alone).chain(arguments.iter().copied()).collect();
    Command::new(words[0]).args(&words[1..]).current_dir(folder).stdin(Stdio::null()).output().ok()
}

#[test]
fn a_failure_of_the_program_is_told_by_its_place_and_not_by_its_words() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::set_permissions(folder.path(), PermissionsExt::from_mode(0o755)).unwrap();
    std::fs::write(folder.path().join("ferry.md"), "The embargoed text.\n").unwrap();
    if !without_threads(folder.path(), &["--version"]).is_some_and(|output| output.status.success()) {
        eprintln!("skipped: no user here can be held to one thread and run the program");
        return;
    }
    for arguments in [&["check", "."][..], &["lsp"]] {
        let output = without_threads(folder.path(), arguments).unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{told}");
        assert!(output.stdout.is_empty(), "{:?}", output.stdout);
        // What a failure says of itself may be words of an article; of this one it would be the system's number for it.
        let line = told.strip_prefix("masthead: something went wrong in the program itself (");
        let place = line.and_then(|line| line.strip_suffix("): please report it\n"));
        let place = place.unwrap_or_else(|| panic!("one line: {told}"));
        assert!(place.split_once(".rs:").is_some_and(|(_, line)| line.parse::<u32>().is_ok()), "{place}");
    }
}
