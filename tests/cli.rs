//! The command line, as data: every file in `tests/cli/` is a case, and a new one needs no Rust.
//!
//! A case has `[files]` (path and text) and perhaps `[bytes]` (path and hexadecimal bytes), which are written
//! to an empty folder; then one or more `[[run]]` with a `command`, perhaps an `input` and the `folder` that it is run in,
//! and what is expected:
//! `exit` (0 where it is missing), `stdout`, `stderr`; then perhaps `[after]`: files and their texts in the end.
//! Every case runs twice, with one thread and with two, and must print the same bytes.
//!
//! `MASTHEAD_REFRESH=1 cargo test --test main cli` writes what is printed now into the cases: read the diff.

use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use toml_edit::{DocumentMut, Item, TableLike, value};

#[test]
fn commands_print_what_their_cases_say() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli");
    let mut cases: Vec<PathBuf> = fs::read_dir(&folder)
        .expect("tests/cli can be read")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .collect();
    cases.sort();
    assert!(!cases.is_empty(), "there are no cases");
    let refresh = std::env::var_os("MASTHEAD_REFRESH").is_some();
    let failed: Vec<String> = cases.iter().filter_map(|path| check_case(path, refresh).err()).collect();
    assert!(failed.is_empty(), "{}", failed.join("\n\n"));
}

/// `masthead explain | head`: who stops reading wants no error.
#[test]
fn a_reader_that_leaves_is_no_error() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_masthead"))
        .arg("explain")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("masthead can be run");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("masthead ends");
    assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()));
}

/// In a pipe colours are for who asks for them, and who asks is stronger than `NO_COLOR`.
#[test]
fn colours_are_as_they_are_asked_for() {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let coloured = |arguments: &[&str], variable: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_masthead"));
        command.args(arguments).current_dir(&seeds);
        command.env_remove("NO_COLOR").env_remove("CLICOLOR").env_remove("CLICOLOR_FORCE");
        if !variable.is_empty() {
            command.env(variable, "1");
        }
        let output = command.output().expect("masthead can be run");
        assert!(!output.stdout.is_empty());
        output.stdout.contains(&0x1b)
    };
    let check = |color: &'static str| ["check", "articles/korea-joins.md", color];
    for (arguments, variable, expected) in [
        (&check("--format=text")[..], "", false),
        (&check("--format=text"), "CLICOLOR_FORCE", true),
        (&check("--color=always"), "", true),
        (&check("--color=always"), "NO_COLOR", true),
        (&check("--color=never"), "CLICOLOR_FORCE", false),
        (&["--color", "always", "check", "articles/korea-joins.md"], "", true),
        (&["check", "articles/korea-joins.md", "--color", "always", "--format", "json"], "", false),
    ] {
        assert_eq!(coloured(arguments, variable), expected, "{arguments:?} {variable}");
    }
}

/// SARIF names all rules, so it is checked by its meaning: what it points to is what the rules found.
#[test]
fn sarif_points_to_the_findings() {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    // Of an archive the folder is in no repository.
    let within = if seeds.join("../.git").exists() { "seeds/" } else { "" };
    let run = |format: &str| {
        let output = Command::new(env!("CARGO_BIN_EXE_masthead"))
            .args(["check", "articles", "--format", format])
            .current_dir(&seeds)
            .output()
            .expect("masthead can be run");
        serde_json::from_slice::<serde_json::Value>(&output.stdout).expect("JSON")
    };
    let (sarif, json) = (run("sarif"), run("json"));
    assert_eq!(sarif["version"], "2.1.0");
    let log = &sarif["runs"][0];
    assert_eq!(log["columnKind"], "unicodeCodePoints");
    let results = log["results"].as_array().expect("results");
    let findings = json["findings"].as_array().expect("findings");
    assert!(!findings.is_empty());
    assert_eq!(results.len(), findings.len());
    for (result, finding) in results.iter().zip(findings) {
        let rule = &log["tool"]["driver"]["rules"][result["ruleIndex"].as_u64().expect("an index") as usize];
        assert_eq!(rule["id"], finding["rule"]);
        assert_eq!(result["message"]["text"], finding["message"]);
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(
            place["artifactLocation"]["uri"],
            format!("{within}{}", finding["path"].as_str().expect("a path"))
        );
        assert_eq!(place["region"]["startLine"], finding["start"]["line"]);
        assert_eq!(place["region"]["startColumn"], finding["start"]["column"]);
        let text =
            fs::read_to_string(seeds.join(finding["path"].as_str().expect("a path"))).expect("an article");
        let (start, end) = (&finding["start"]["offset"], &finding["end"]["offset"]);
        let by_bytes =
            &text[start.as_u64().expect("a byte") as usize..end.as_u64().expect("a byte") as usize];
        assert_eq!(region(&text, &place["region"]), by_bytes);
    }
}

/// Whatever folder it is asked in, and of whatever folder: a diff that names a path with ".." is refused.
#[test]
fn git_applies_the_diff() {
    if Command::new("git").arg("--version").output().is_err() {
        eprintln!("skipped: git is not installed");
        return;
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    let root = folder.path().canonicalize().expect("the folder");
    let names = "[[entity]]\nid = \"quay\"\nkind = \"organization\"\nname = \"Quay Board\"\navoid = [\"Quay Trust\"]\n";
    let articles = ["sp ace/a.md", "sub/b.md", "sub/deep/c.md"];
    for desk in ["one", "two"] {
        write(&root.join(desk).join("masthead.toml"), b"[catalog]\nstarter = false\n");
        write(&root.join(desk).join("catalog/names.toml"), names.as_bytes());
    }
    let output = |program: &str, arguments: &[&str], folder: &str, input: &[u8]| {
        let mut command = Command::new(program);
        let mut child = command
            .args(arguments)
            .current_dir(root.join(folder))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it can be run");
        child.stdin.take().expect("standard input").write_all(input).expect("it reads");
        child.wait_with_output().expect("it ends")
    };
    let cases = [
        ("one", "one", vec!["."]),
        ("one/sub", "one", vec![".."]),
        ("one/sub", "one/sub", vec!["."]),
        ("one/sp ace", "one", vec![".", "../sub"]),
        ("one/sub", ".", vec!["..", "../../two"]),
    ];
    for (asked_in, applied_in, paths) in cases {
        for path in ["one", "two"].iter().flat_map(|desk| articles.map(|name| root.join(desk).join(name))) {
            write(&path, b"The Quay Trust is glad.\n");
        }
        let arguments = [&["check", "--diff"][..], &paths].concat();
        let diff = output(env!("CARGO_BIN_EXE_masthead"), &arguments, asked_in, b"");
        assert!(!diff.stdout.is_empty(), "{diff:?}");
        let told = String::from_utf8_lossy(&diff.stderr).contains("The paths of the diff are seen from ");
        assert_eq!(told, asked_in != applied_in, "{diff:?}");
        let applied = output("git", &["apply", "-"], applied_in, &diff.stdout);
        assert!(applied.status.success(), "{paths:?} in {asked_in}: {applied:?}\n{diff:?}");
        let left = output(env!("CARGO_BIN_EXE_masthead"), &arguments, asked_in, b"");
        assert!(left.stdout.is_empty() && left.status.success(), "{paths:?} in {asked_in}: {left:?}");
    }
}

/// The text that a SARIF region covers, counted in characters; it lies on one line.
fn region(text: &str, region: &serde_json::Value) -> String {
    let number = |key: &str| region[key].as_u64().expect("a number") as usize;
    let line = text.lines().nth(number("startLine") - 1).expect("the line");
    assert_eq!(number("startLine"), number("endLine"));
    line.chars().skip(number("startColumn") - 1).take(number("endColumn") - number("startColumn")).collect()
}

/// Runs one case; the error tells what differs.
fn check_case(path: &Path, refresh: bool) -> Result<(), String> {
    let text = fs::read_to_string(path).expect("the case can be read");
    let case: DocumentMut = text.parse().unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let (one, two) = (outcome(&case, "1"), outcome(&case, "2"));
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    if one.to_string() != two.to_string() {
        return Err(format!("{name}: one thread and two print different things\n{one}\n{two}"));
    }
    if one.to_string() == text {
        return Ok(());
    }
    if refresh {
        fs::write(path, one.to_string()).expect("the case can be written");
        return Ok(());
    }
    let diff = diffy::create_patch(&text, &one.to_string()).to_string();
    Err(format!("{name}: - is expected, + is printed\n{diff}"))
}

/// The case with what is printed in the place of what is expected.
fn outcome(case: &DocumentMut, threads: &str) -> DocumentMut {
    let mut outcome = case.clone();
    let folder = tempfile::tempdir().expect("a temporary folder");
    let root = folder.path().canonicalize().expect("the folder");
    for (path, text) in strings(case, "files") {
        write(&root.join(path), text.as_bytes());
    }
    for (path, hex) in strings(case, "bytes") {
        write(&root.join(path), &bytes(&hex));
    }
    let runs = outcome.get_mut("run").and_then(Item::as_array_of_tables_mut).expect("a case has a [[run]]");
    for run in runs.iter_mut() {
        let (exit, stdout, stderr) = execute(run, &root, threads);
        expect(run, "exit", (exit != 0).then(|| value(i64::from(exit))));
        expect(run, "stdout", (!stdout.is_empty()).then(|| value(stdout)));
        expect(run, "stderr", (!stderr.is_empty()).then(|| value(stderr)));
    }
    for (path, _) in strings(case, "after") {
        let text = fs::read_to_string(root.join(&path)).unwrap_or_else(|error| error.to_string());
        expect(outcome["after"].as_table_like_mut().expect("a table"), &path, Some(value(text)));
    }
    outcome
}

/// Puts what is printed into the case, and leaves what is the same as it was written.
fn expect(table: &mut dyn TableLike, key: &str, found: Option<Item>) {
    let plain = |item: &Item| (item.as_str().map(str::to_owned), item.as_integer());
    match (table.get(key), found) {
        (Some(old), Some(new)) if plain(old) == plain(&new) => {}
        (_, Some(new)) => {
            table.insert(key, new);
        }
        (_, None) => {
            table.remove(key);
        }
    }
}

/// The keys and strings of a table of the case.
fn strings(case: &DocumentMut, table: &str) -> Vec<(String, String)> {
    let Some(table) = case.get(table).and_then(Item::as_table_like) else { return Vec::new() };
    let string = |item: &Item| item.as_str().expect("a string").to_owned();
    table.iter().map(|(key, item)| (key.to_owned(), string(item))).collect()
}

fn write(path: &Path, bytes: &[u8]) {
    fs::create_dir_all(path.parent().expect("a parent")).expect("the folder can be made");
    fs::write(path, bytes).expect("the file can be written");
}

fn bytes(hex: &str) -> Vec<u8> {
    let digits: Vec<u32> = hex.chars().filter_map(|c| c.to_digit(16)).collect();
    digits.chunks(2).map(|pair| (pair[0] * 16 + pair[1]) as u8).collect()
}

/// Exit code, standard output and standard error; the folder's own path reads `[FOLDER]`.
fn execute(run: &dyn TableLike, root: &Path, threads: &str) -> (i32, String, String) {
    let string = |key| run.get(key).and_then(Item::as_str).unwrap_or_default();
    let mut child = Command::new(env!("CARGO_BIN_EXE_masthead"))
        .args(words(string("command")))
        .current_dir(root.join(string("folder")))
        .env("RAYON_NUM_THREADS", threads)
        .env_remove("CLICOLOR_FORCE")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("masthead can be run");
    let mut stdin = child.stdin.take().expect("standard input");
    match stdin.write_all(string("input").as_bytes()) {
        // It ended without a look at it.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => {}
        written => written.expect("the input can be written"),
    }
    drop(stdin);
    let output = child.wait_with_output().expect("masthead ends");
    let shown = |bytes: Vec<u8>| {
        let text = String::from_utf8(bytes).expect("masthead prints UTF-8");
        text.replace(&root.to_string_lossy().into_owned(), "[FOLDER]")
    };
    (output.status.code().unwrap_or(-1), shown(output.stdout), shown(output.stderr))
}

/// A command line in words; double quotes hold a word with blanks together.
fn words(command: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (nth, part) in command.split('"').enumerate() {
        match nth % 2 {
            1 => words.push(part.to_owned()),
            _ => words.extend(part.split_whitespace().map(str::to_owned)),
        }
    }
    words
}
