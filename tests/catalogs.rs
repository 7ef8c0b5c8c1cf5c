//! Catalog files: their faults, each at its place, how they merge, their format, and the starter catalog.

use masthead::catalog::{Catalog, CatalogFile, Entity, Faults, parse};
use std::path::Path;

mod keys;
mod merging;
mod starter;
mod support;
mod warnings;
mod writing;

/// Merges desk files with these texts: `a.toml`, `b.toml`, …
fn desk(texts: &[&str]) -> (Catalog, Faults) {
    let names = ["a.toml", "b.toml", "c.toml"];
    let files: Vec<CatalogFile> =
        names.iter().zip(texts).map(|(name, text)| parse(Path::new(name), text, false)).collect();
    Catalog::merge(&files)
}

/// Merges a starter file and desk files.
fn over(starter: &str, texts: &[&str]) -> (Catalog, Faults) {
    let names = ["a.toml", "b.toml", "c.toml"];
    let mut files = vec![parse(Path::new("<starter>/s.toml"), starter, true)];
    files.extend(names.iter().zip(texts).map(|(name, text)| parse(Path::new(name), text, false)));
    Catalog::merge(&files)
}

/// Each fault of the one faulty file: the text under it, and its message.
fn faults_of<'t>(text: &'t str, faults: &Faults) -> Vec<(&'t str, String)> {
    assert!(faults.len() <= 1, "{faults:#?}");
    faults.iter().flat_map(|(_, list)| list).map(|f| (f.span.of(text), f.message.clone())).collect()
}

#[track_caller]
fn assert_faults(text: &str, expected: &[(&str, &str)]) {
    let (_, faults) = desk(&[text]);
    let expected: Vec<(&str, String)> =
        expected.iter().map(|(at, message)| (*at, message.to_string())).collect();
    assert_eq!(faults_of(text, &faults), expected);
}

/// The faults of an entry that is sound but for `line`.
#[track_caller]
fn assert_line(line: &str, at: &str, message: &str) {
    let text = format!("[[entity]]\nid = \"x\"\nkind = \"term\"\nname = \"Known Thing\"\n{line}\n");
    assert_faults(&text, &[(at, message)]);
}

fn ids(catalog: &Catalog) -> Vec<&str> {
    catalog.entities().map(|(_, entity)| entity.id.as_str()).collect()
}

fn entity<'c>(catalog: &'c Catalog, id: &str) -> &'c Entity {
    catalog.entity(catalog.by_id(id).unwrap_or_else(|| panic!("no {id}")))
}

fn forms<'c>(catalog: &'c Catalog, id: &str) -> Vec<(&'static str, &'c str)> {
    let ix = catalog.by_id(id).unwrap_or_else(|| panic!("no {id}"));
    catalog.forms_of(ix).map(|form| (form.kind.name(), form.text.as_str())).collect()
}

/// A small starter catalog.
const GTAC: &str = r#"
[[entity]]
id = "gtac"
kind = "program"
name = "Government Trusted Access for Cyber"
acronym = "GTAC"
avoid = ["Access Program"]
about = "A program."
relations = [
  { type = "run-by", target = "openai", seen = 2026-05-28, source = "ETNews" },
]

[[entity]]
id = "openai"
kind = "organization"
name = "OpenAI"
"#;
