//! The papers say what the program does: the rule table is made from `RULES`, what README shows of a terminal is
//! what the program prints, its settings are the default ones, and its commands are those that `.ci/run` calls.
//!
//! With `UPDATE=1` in the environment the README is rewritten instead of compared.

use masthead::config::Config;
use masthead::rules::RULES;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What stands around the rule table.
const TABLE: (&str, &str) = ("<!-- rules: made by UPDATE=1 cargo test readme -->\n", "<!-- /rules -->");

/// What stands around a command and what it prints.
const CONSOLE: (&str, &str) = ("```console\n$ masthead ", "```\n");

#[test]
fn readme_is_up_to_date() {
    let path = file("README.md");
    let readme = std::fs::read_to_string(&path).unwrap();
    let with_table = replace_between(&readme, TABLE, |_| rule_table());
    let wanted = replace_between(&with_table, CONSOLE, |block| {
        let arguments = block.lines().next().unwrap_or_default();
        format!("{arguments}\n{}", output(arguments))
    });
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, wanted).unwrap();
    } else {
        let diff = diffy::create_patch(&readme, &wanted);
        assert!(readme == wanted, "README.md is old: run `UPDATE=1 cargo test readme`\n{diff}");
    }
}

#[test]
fn commands_are_those_of_ci() {
    let readme = std::fs::read_to_string(file("README.md")).unwrap();
    let ci = std::fs::read_to_string(file(".ci/run")).unwrap();
    for command in ["cargo run --release -- check seeds/articles", "cargo test && editors/test.sh"] {
        let stands_alone = |text: &str| text.lines().any(|l| l.split(" #").next().unwrap().trim() == command);
        assert!(stands_alone(&readme), "README.md does not show `{command}` on a line of its own");
        for step in command.split(" && ") {
            assert!(ci.contains(&format!("run {step}")), ".ci/run does not call `{step}`");
        }
    }
}

#[test]
fn settings_shown_are_the_default_ones() {
    let readme = std::fs::read_to_string(file("README.md")).unwrap();
    let (_, rest) = readme.split_once("```toml\n").expect("README.md shows no settings");
    let (shown, faults) = Config::parse(rest.split("```").next().unwrap_or_default());
    assert_eq!(faults, []);
    assert_eq!(shown, Config { asked: true, ..Config::default() });
}

/// `text` with everything that stands between the two marks replaced.
fn replace_between(text: &str, (start, end): (&str, &str), new: impl Fn(&str) -> String) -> String {
    let mut parts = text.split(start);
    let mut whole = parts.next().unwrap_or_default().to_owned();
    let before = whole.len();
    for part in parts {
        let (old, after) = part.split_once(end).expect("README.md has lost the mark behind a made part");
        whole += &[start, &new(old), end, after].concat();
    }
    assert!(whole.len() > before, "README.md has lost its mark “{}”", start.trim());
    whole
}

/// What `masthead` prints on standard output in this repository's folder.
fn output(arguments: &str) -> String {
    let mut masthead = Command::new(env!("CARGO_BIN_EXE_masthead"));
    masthead.args(arguments.split(' ')).current_dir(env!("CARGO_MANIFEST_DIR"));
    let printed = masthead.output().unwrap().stdout;
    String::from_utf8(printed).unwrap()
}

/// The Markdown table of all rules, in the order of the list.
fn rule_table() -> String {
    let mut table = "| rule | out of the box | what it finds |\n|---|---|---|\n".to_owned();
    for rule in RULES {
        let name = rule.name();
        let severity = rule.severity().map_or("off until asked", |s| s.name());
        let summary = rule.summary().replace('|', "\\|");
        table += &format!("| [{name}](tests/rules/{name}.md) | {severity} | {summary} |\n");
    }
    table
}

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}
