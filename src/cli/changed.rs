//! The articles that changed since a commit, as git tells.

use anyhow::{Context, Result, bail};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The files in `folder` that differ from what they were where this branch left `revision`, saved or not, and those that
/// git does not know yet. Files that are gone are not among them.
///
/// Fails where git is not installed, where `folder` is in no repository, and where there is no such revision.
pub(super) fn changed_since(revision: &str, folder: &Path) -> Result<BTreeSet<PathBuf>> {
    if revision.starts_with('-') {
        bail!("--changed-since needs a commit, a branch or a tag, not “{revision}”");
    }
    in_repository(folder)?;
    let diff =
        ["diff", "--name-only", "--no-ext-diff", "--no-textconv", "--diff-filter=d", "--relative", "-z"];
    let changed = git(folder, &[&diff[..], &["--merge-base", revision, "--"]].concat())
        .with_context(|| format!("git cannot tell what changed since “{revision}”"))?;
    let new = git(folder, &["ls-files", "--others", "--exclude-standard", "-z"])?;
    Ok(changed.into_iter().chain(new).map(|path| folder.join(path)).collect())
}

/// Fails where git does not look after `folder`: other questions it would answer there with what is wrong with them.
fn in_repository(folder: &Path) -> Result<()> {
    let output = run(folder, &["rev-parse", "--is-inside-work-tree"])?;
    let why = first_line(&output.stderr);
    if output.status.success() && output.stdout.starts_with(b"true") {
        return Ok(());
    }
    if output.status.success() || why.contains("not a git repository") {
        bail!("this folder is in no git repository: --changed-since asks git which articles changed");
    }
    bail!("git does not answer here: {why}")
}

/// The paths that git prints, which it ends with NUL.
fn git(folder: &Path, arguments: &[&str]) -> Result<Vec<PathBuf>> {
    let output = run(folder, arguments)?;
    if !output.status.success() {
        bail!("{}", first_line(&output.stderr));
    }
    let paths = output.stdout.split(|byte| *byte == 0).filter(|path| !path.is_empty());
    Ok(paths.map(path_of).collect())
}

fn run(folder: &Path, arguments: &[&str]) -> Result<Output> {
    Command::new("git")
        .current_dir(folder)
        // What it says is read.
        .env("LC_ALL", "C")
        // A watcher that a repository's settings name is not started, and no lock is taken for what is only looked at.
        .args(["--no-optional-locks", "-c", "core.fsmonitor=false"])
        .args(arguments)
        .output()
        .context("git is not installed: --changed-since asks it which articles changed")
}

/// The first line that git tells, in plain words.
fn first_line(told: &[u8]) -> String {
    let told = String::from_utf8_lossy(told);
    told.lines().next().unwrap_or("git failed").trim_start_matches("fatal: ").to_owned()
}

#[cfg(unix)]
fn path_of(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    PathBuf::from(std::ffi::OsStr::from_bytes(bytes))
}

#[cfg(not(unix))]
fn path_of(bytes: &[u8]) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(bytes).into_owned())
}

#[cfg(test)]
mod tests {
    use super::changed_since;
    use std::path::Path;
    use std::process::Command;

    fn git(folder: &Path, arguments: &str) {
        let who = ["-c", "user.name=Desk", "-c", "user.email=desk@example.com", "-c", "commit.gpgsign=false"];
        let done = Command::new("git").current_dir(folder).args(who).args(arguments.split(' ')).output();
        assert!(done.expect("git").status.success(), "git {arguments}");
    }

    #[test]
    fn changed_new_and_staged_articles_are_told() {
        if Command::new("git").arg("--version").output().is_err() {
            eprintln!("skipped: git is not installed");
            return;
        }
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path().canonicalize().expect("its path");
        let write = |path: &str, text: &str| std::fs::write(root.join(path), text).expect("a file");
        std::fs::create_dir(root.join("desk")).expect("a folder");
        git(&root, "init --quiet --initial-branch=main");
        for name in ["desk/same.md", "desk/수산.md", "desk/gone.md", "other.md"] {
            write(name, "old");
        }
        write(".gitignore", "*.tmp\n");
        git(&root, "add .");
        git(&root, "commit --quiet --message=first");
        git(&root, "checkout --quiet -b story");
        write("desk/수산.md", "changed and committed");
        git(&root, "commit --quiet --all --message=second");
        // What others did in the meantime is theirs.
        git(&root, "checkout --quiet main");
        write("desk/same.md", "changed by others");
        git(&root, "commit --quiet --all --message=third");
        git(&root, "checkout --quiet story");
        for name in ["other.md", "desk/new one.md", "desk/draft.tmp", "desk/staged.md"] {
            write(name, "new");
        }
        git(&root, "add desk/staged.md");
        std::fs::remove_file(root.join("desk/gone.md")).expect("it was there");

        let desk = root.join("desk");
        let changed = changed_since("main", &desk).expect("git tells");
        let names: Vec<_> = changed.iter().map(|path| path.strip_prefix(&desk).expect("in it")).collect();
        assert_eq!(names, ["new one.md", "staged.md", "수산.md"].map(Path::new));
        for wrong in ["no-such-branch", "--output=x", ""] {
            assert!(changed_since(wrong, &desk).is_err(), "{wrong}");
        }
        let elsewhere = tempfile::tempdir().expect("a folder");
        let told = changed_since("main", elsewhere.path()).expect_err("there is no repository").to_string();
        let said = "this folder is in no git repository: --changed-since asks git which articles changed";
        assert_eq!(told, said);
        assert!(
            changed_since("main", &root.join(".git")).expect_err("no work tree").to_string().contains(said)
        );
        let unknown =
            changed_since("no-such-branch", &desk).expect_err("there is no such branch").to_string();
        assert_eq!(unknown, "git cannot tell what changed since “no-such-branch”");
    }
}
