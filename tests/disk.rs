//! The disk at its worst: files that are no articles, that vanish, that cannot be written, and a program that is killed
//! while it writes.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use std::process::{Command, Output, Stdio};

const CATALOG: &str = "[[entity]]\nid = \"trust\"\nkind = \"organization\"\nname = \"Harbor Trust\"\navoid = [\"Harbour Trust\"]\n";

/// A folder with a catalog of one name.
fn desk() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("catalog")).unwrap();
    fs::write(folder.path().join("masthead.toml"), "[catalog]\nstarter = false\n").unwrap();
    fs::write(folder.path().join("catalog/desk.toml"), CATALOG).unwrap();
    folder
}

fn masthead(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_masthead"));
    command.args(arguments).current_dir(folder).stdin(Stdio::null());
    command
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    masthead(folder, arguments).output().unwrap()
}

#[test]
fn what_is_no_article_is_left_out_with_one_line() {
    let folder = desk();
    let at = |path: &str| folder.path().join(path);
    fs::write(at("good.md"), "Harbour Trust sails.\n").unwrap();
    fs::write(at("latin.md"), b"caf\xE9\n").unwrap();
    fs::write(at("korean.txt"), b"\n\xC7\xD1\xB1\xB9\n").unwrap();
    fs::write(at("wide.txt"), b"\xFF\xFEH\0a\0").unwrap();
    fs::write(at("wide-other.txt"), b"\xFE\xFF\0H\0a").unwrap();
    fs::write(at("picture.md"), b"\x89PNG\r\n\x1A\n\0\0").unwrap();
    fs::write(folder.path().join(OsStr::from_bytes(b"na\xEFve.md")), "Harbor Trust sails.\n").unwrap();
    fs::create_dir(at("folder.md")).unwrap();
    fs::create_dir(at("deep")).unwrap();
    std::os::unix::fs::symlink("..", at("deep/up")).unwrap();
    std::os::unix::fs::symlink("deep", at("round.md")).unwrap();
    std::os::unix::fs::symlink("nowhere", at("dangling.md")).unwrap();
    std::os::unix::fs::symlink("self.md", at("self.md")).unwrap();
    let made = Command::new("mkfifo").arg(at("pipe.md")).arg(at("catalog/pipe.toml")).status();
    assert!(made.is_ok_and(|status| status.success()), "mkfifo belongs to every Unix");

    let output = run(folder.path(), &["check"]);
    let (out, err) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    assert_eq!(output.status.code(), Some(1), "{out}{err}");
    assert!(out.contains("good.md:1:1"), "{out}");
    assert!(out.contains("1 finding in 1 of 2 articles"), "{out}");
    let lines: Vec<&str> = err.lines().collect();
    for (file, why) in [
        ("latin.md", "not UTF-8 text (first at line 1): save it as UTF-8"),
        ("korean.txt", "not UTF-8 text (first at line 2): save it as UTF-8"),
        ("wide.txt", "UTF-16 text: save it as UTF-8"),
        ("wide-other.txt", "UTF-16 text: save it as UTF-8"),
        ("picture.md", "not text, but a binary file"),
    ] {
        let told = lines.iter().filter(|line| line.contains(file)).collect::<Vec<_>>();
        assert!(told.len() == 1 && told[0].contains(why), "{file}: {err}");
    }
    // The pipe among the catalogs is no catalog, and nobody waits for it.
    let given = run(folder.path(), &["check", "pipe.md", "gone.md"]);
    assert_eq!(given.status.code(), Some(2));
    let given = run(folder.path(), &["check", "pipe.md"]);
    assert!(String::from_utf8(given.stderr).unwrap().contains("not a file with text in it"));
}

#[test]
fn settings_that_are_no_file_or_too_large_are_told() {
    let folder = desk();
    fs::write(folder.path().join("good.md"), "Harbour Trust sails.\n").unwrap();
    // As long as it says, and nothing on the disk.
    fs::File::create(folder.path().join("catalog/large.toml")).unwrap().set_len(1 << 40).unwrap();
    let output = run(folder.path(), &["check"]);
    let out = String::from_utf8(output.stdout).unwrap();
    assert!(
        out.contains("this file is too large: settings, or all catalogs together, may have 64 MB"),
        "{out}"
    );
    assert!(out.contains("good.md:1:1"), "the other catalog is in use: {out}");
    fs::remove_file(folder.path().join("masthead.toml")).unwrap();
    fs::create_dir(folder.path().join("masthead.toml")).unwrap();
    let output = run(folder.path(), &["check"]);
    assert!(String::from_utf8(output.stdout).unwrap().contains("this is not a file with text in it"));
}

/// A `.gitignore` that is none is told, and the folder is read without it.
#[test]
fn what_lists_no_files_to_leave_out_is_told() {
    let folder = desk();
    let at = |path: &str| folder.path().join(path);
    for name in ["pipe", "large", "folder", "sound"] {
        fs::create_dir(at(name)).unwrap();
        fs::write(at(&format!("{name}/a.md")), "Harbour Trust sails.\n").unwrap();
    }
    let made = Command::new("mkfifo").arg(at("pipe/.gitignore")).status();
    assert!(made.is_ok_and(|status| status.success()));
    // As long as it says, and nothing on the disk.
    fs::File::create(at("large/.gitignore")).unwrap().set_len(1 << 40).unwrap();
    fs::create_dir(at("folder/.gitignore")).unwrap();
    fs::write(at("sound/.gitignore"), b"\xEF\xBB\xBF*.md\n[\n\xFF\n").unwrap();
    let output = run(folder.path(), &["check"]);
    let (out, err) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    assert!(out.contains("3 findings in 3 of 3 articles"), "{out}{err}");
    for (file, why) in [
        ("pipe/.gitignore", "not a file with text in it"),
        ("large/.gitignore", "too large for a list of what to leave out: 1 MB at most"),
        ("folder/.gitignore", "not a file with text in it"),
    ] {
        let told = err.lines().filter(|line| line.contains(file)).collect::<Vec<_>>();
        assert!(told.len() == 1 && told[0].contains(why), "{file}: {err}");
    }
}

/// Files of one large article each: old, and as `--fix` leaves them.
fn many(folder: &Path, count: usize) -> (String, String) {
    let line = "Harbour Trust sails, it said on Tuesday, and has a pier that is longer than others.\n\n";
    let (old, new) = (line.repeat(60), line.replace("Harbour", "Harbor").repeat(60));
    for nth in 0..count {
        fs::write(folder.join(format!("{nth:03}.md")), &old).unwrap();
    }
    (old, new)
}

#[test]
fn an_article_is_whole_whenever_the_fixing_is_killed() {
    let mut seen = [0, 0];
    for nth in 0..100 {
        // On a busy machine the fixing may be at its end before this test has seen it begin: then once more.
        if nth >= 4 && !seen.contains(&0) {
            break;
        }
        let folder = desk();
        let (old, new) = many(folder.path(), 16);
        let mut child = masthead(folder.path(), &["check", "--fix"]).stdout(Stdio::null()).spawn().unwrap();
        // Until the first article has changed; a moment longer each time.
        let begun = std::time::Instant::now();
        while fs::read_to_string(folder.path().join("000.md")).unwrap() == old
            && begun.elapsed().as_secs() < 60
        {
            std::thread::yield_now();
        }
        std::thread::sleep(std::time::Duration::from_micros(nth % 4 * 3_000));
        child.kill().unwrap();
        child.wait().unwrap();
        for nth in 0..16 {
            let now = fs::read_to_string(folder.path().join(format!("{nth:03}.md"))).unwrap();
            assert!(now == old || now == new, "{nth:03}.md is neither old nor new");
            seen[usize::from(now == new)] += 1;
        }
        // What was being written is no article, and the next run ends what this one began.
        let output = run(folder.path(), &["check", "--fix"]);
        assert_eq!(output.status.code(), Some(0), "{output:?}");
        assert!(
            (0..16).all(|nth| fs::read_to_string(folder.path().join(format!("{nth:03}.md"))).unwrap() == new)
        );
    }
    assert!(seen[0] > 0 && seen[1] > 0, "killed in the midst of it: {seen:?}");
}

/// The system allows no file longer than nothing: the new text cannot be written.
#[test]
fn an_article_stays_as_it_is_where_there_is_no_room() {
    let folder = desk();
    let (old, _) = many(folder.path(), 1);
    let script = "trap '' XFSZ; ulimit -f 0; exec \"$0\" check --fix > /dev/null";
    let shell = Command::new("sh")
        .args(["-c", script, env!("CARGO_BIN_EXE_masthead")])
        .current_dir(folder.path())
        .output();
    let output = shell.unwrap();
    assert_eq!(fs::read_to_string(folder.path().join("000.md")).unwrap(), old);
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("000.md was left as it is: there is no room for the new text"), "{told}");
    let left = fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(left, 3, "nothing half written stays behind");
}

/// The same on a disk that is full, and in a folder that nobody may write to. Only a namespace of one's own has such a disk.
#[cfg(target_os = "linux")]
#[test]
fn an_article_stays_as_it_is_on_a_full_disk_and_a_read_only_one() {
    let possible =
        Command::new("unshare").args(["-rm", "true"]).status().is_ok_and(|status| status.success());
    if !possible {
        eprintln!("skipped: this system gives no namespace to mount in");
        return;
    }
    for (options, why) in
        [("size=20k", "there is no room for the new text"), ("ro", "its folder cannot be written to")]
    {
        let folder = desk();
        let (old, _) = many(folder.path(), 1);
        fs::create_dir(folder.path().join("disk")).unwrap();
        // Pages are 4 KB: the article and the folder's own files fit, another article of that length does not.
        let script = format!(
            "mount -t tmpfs -o size=20k none disk && cp -r masthead.toml catalog 000.md disk && cd disk \
             && mount -o remount,{options} none . && {{ \"$0\" check --fix > /dev/null; echo $?; cat 000.md; ls -A; }}"
        );
        let output = Command::new("unshare")
            .args(["-rm", "sh", "-c", &script, env!("CARGO_BIN_EXE_masthead")])
            .current_dir(folder.path())
            .output()
            .unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(told.contains(&format!("000.md was left as it is: {why}")), "{options}: {told}");
        let expected = format!("2\n{old}000.md\ncatalog\nmasthead.toml\n");
        assert_eq!(String::from_utf8(output.stdout).unwrap(), expected, "{options}");
    }
}

#[test]
fn a_read_only_article_stays_as_it_is() {
    use std::os::unix::fs::PermissionsExt;
    let folder = desk();
    let (old, _) = many(folder.path(), 1);
    let path = folder.path().join("000.md");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
    let output = run(folder.path(), &["check", "--fix"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("000.md was left as it is: it is read-only"));
    assert_eq!(fs::read_to_string(&path).unwrap(), old);
}
