//! The papers say what the program does: the rule table is made from `RULES`, and the commands are those
//! that `.ci/run` calls.

use masthead::rules::RULES;
use std::path::{Path, PathBuf};

const START: &str = "<!-- rules: made by UPDATE=1 cargo test readme -->";
const END: &str = "<!-- /rules -->";

#[test]
fn rule_table_is_made_from_the_rules() {
    let path = file("README.md");
    let readme = std::fs::read_to_string(&path).unwrap();
    let (before, rest) = readme.split_once(START).expect("README.md has lost the mark before its rule table");
    let (table, after) = rest.split_once(END).expect("README.md has lost the mark behind its rule table");
    let wanted = format!("\n{}", rule_table());
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, [before, START, &wanted, END, after].concat()).unwrap();
    } else {
        assert_eq!(table, wanted, "README.md's rule table is old: run `UPDATE=1 cargo test readme`");
    }
}

#[test]
fn commands_are_those_of_ci() {
    let readme = std::fs::read_to_string(file("README.md")).unwrap();
    let ci = std::fs::read_to_string(file(".ci/run")).unwrap();
    for command in ["cargo run --release -- check seeds/articles", "cargo test"] {
        let stands_alone = |text: &str| text.lines().any(|l| l.split(" #").next().unwrap().trim() == command);
        assert!(stands_alone(&readme), "README.md does not show `{command}` on a line of its own");
        assert!(ci.contains(&format!("run {command}")), ".ci/run does not call `{command}`");
    }
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
