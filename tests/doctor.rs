//! `masthead doctor` and `--version`: what a report needs, and nothing that anybody wrote.

use std::path::Path;
use std::process::Command;

fn run(folder: &Path, arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_masthead"))
        .args(arguments)
        .current_dir(folder)
        .env("HOME", folder.parent().unwrap())
        .env("XDG_CACHE_HOME", folder.parent().unwrap().join("kept"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn it_tells_what_it_found_and_not_what_was_written() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().canonicalize().unwrap().join("desk");
    std::fs::create_dir_all(folder.join("catalog")).unwrap();
    let write = |path: &str, bytes: &[u8]| std::fs::write(folder.join(path), bytes).unwrap();
    write(
        "masthead.toml",
        b"[rules]\navoided-name = \"off\"\nsecret-merger = \"off\"\n[catalog]\nstarter = false\n[[ignore]]\ntext = \"Secret Name\"\n",
    );
    write(
        "catalog/secret desk.toml",
        b"[[entity]]\nid = \"x\"\nkind = \"person\"\nname = \"Secret Name\"\n[[entity]]\nid = \"y\"\n",
    );
    write("secret story.md", b"The embargoed copy names Other Secret.\n");
    write("old secret.txt", b"caf\xE9");
    write("other secret.txt", b"\nnaiv\xE9");
    let told = run(&folder, &["doctor"]);
    let rest = told.split_once('\n').unwrap();
    assert!(rest.0.starts_with(&format!("masthead {}", env!("CARGO_PKG_VERSION"))), "{told}");
    assert!(rest.0.contains(std::env::consts::OS), "{told}");
    let cache = rest.1.lines().last().unwrap();
    assert!(cache.starts_with("Cache      none for this folder and catalog (~/kept/masthead/"), "{told}");
    let expected = "
Folder     ~/desk
Settings   masthead.toml, 1 [[ignore]]
Mistakes   2: “masthead catalog check” tells them
Rules      avoided-name off, 1 unknown
Catalog    your own, 1 of 1: 1 name
Catalog    the starter catalog is off
Names      1 name, 1 spelling
Articles   1 article
Left out   2 files: not UTF-8 text
";
    assert_eq!(rest.1.strip_suffix(&format!("{cache}\n")).unwrap(), expected);
    assert!(!told.to_lowercase().contains("secret"), "{told}");
}

#[test]
fn it_counts_the_mistakes_that_check_tells() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().canonicalize().unwrap().join("desk");
    std::fs::create_dir(&folder).unwrap();
    for text in ["[[ignore]]\nrule = \"no-such-rule\"\n", "[rules]\nfoo = \"error\"\n"] {
        std::fs::write(folder.join("masthead.toml"), text).unwrap();
        let told = run(&folder, &["doctor"]);
        assert!(told.contains("Mistakes   1: “masthead catalog check” tells them\n"), "{told}");
    }
}

#[test]
fn it_tells_of_a_folder_that_nobody_has_set_up() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().canonicalize().unwrap().join("empty");
    std::fs::create_dir(&folder).unwrap();
    let told = run(&folder, &["doctor"]);
    assert!(
        told.contains("Settings   no masthead.toml here or above: only warnings are reported\n"),
        "{told}"
    );
    assert!(told.contains("Articles   no articles\n"), "{told}");
}

#[test]
fn the_version_has_the_commit_where_it_is_known() {
    let told = run(Path::new(env!("CARGO_MANIFEST_DIR")), &["--version"]);
    let version = told.trim_end().strip_prefix("masthead ").unwrap();
    let rest = version.strip_prefix(env!("CARGO_PKG_VERSION")).unwrap();
    let commit = rest.strip_prefix(" (").and_then(|rest| rest.strip_suffix(')'));
    assert!(rest.is_empty() || commit.is_some_and(|c| c.bytes().all(|b| b.is_ascii_hexdigit())), "{told}");
}
