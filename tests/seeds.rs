//! The articles that a newcomer runs first: what is found in them is what a careful editor would mark there,
//! no less and no more. The files in `tests/seeds` are the gold, one a newsroom; it is judged, never copied from
//! output.

use masthead::corpus::Corpus;
use masthead::rules::{RULES, find_rule, judge};
use masthead::workspace::{Known, Sound, load_settings, read_article, read_document, read_folder};
use std::collections::BTreeSet;
use std::path::Path;

/// The newsrooms in `seeds`, each with its gold.
const NEWSROOMS: [(&str, &str); 2] =
    [("", include_str!("seeds/expected.txt")), ("house-style", include_str!("seeds/house-style.txt"))];

#[test]
fn findings_are_those_of_a_careful_editor() {
    for (folder, gold) in NEWSROOMS {
        let found = findings(folder);
        let expected: Vec<String> = lines(gold).map(str::to_owned).collect();
        let missed = difference(&expected, &found);
        let unexpected = difference(&found, &expected);
        assert!(
            missed.is_empty() && unexpected.is_empty(),
            "\n{folder}: not found:\n  {}\nfound, though no editor would mark it:\n  {}\n",
            missed.join("\n  "),
            unexpected.join("\n  ")
        );
    }
}

#[test]
fn every_rule_is_at_work() {
    let shown: BTreeSet<&str> = NEWSROOMS.iter().flat_map(|(_, gold)| lines(gold)).map(rule_of).collect();
    for rule in RULES {
        assert!(shown.contains(rule.name()), "no seed article shows {}", rule.name());
    }
    for name in shown {
        assert!(find_rule(name).is_some(), "the gold names {name}, which is no rule");
    }
}

#[test]
fn line_ends_are_kept() {
    let text = std::fs::read_to_string(root().join("articles/experts.txt")).unwrap();
    assert!(text.lines().count() > 10 && text.matches("\r\n").count() == text.matches('\n').count());
}

/// The gold's lines: `path:line rule "text under the finding"`.
fn lines(gold: &'static str) -> impl Iterator<Item = &'static str> {
    gold.lines().filter(|l| !l.is_empty() && !l.starts_with('#'))
}

/// The rule that a line of the gold names.
fn rule_of(line: &str) -> &str {
    line.split(' ').nth(1).unwrap_or_else(|| panic!("no rule in “{line}”"))
}

/// What `masthead check` finds in a newsroom's articles, written as the gold is.
fn findings(folder: &str) -> Vec<String> {
    let settings = load_settings(&root().join(folder), &|_| None, &Sound::default());
    assert!(settings.faults.is_empty(), "{:#?}", settings.faults);
    let loaded = read_folder(&settings, &Known::default(), &|_, _| true);
    assert!(loaded.skipped.is_empty(), "{:#?}", loaded.skipped);
    let paths: Vec<_> = loaded.articles.iter().map(|a| a.path.clone()).collect();
    let mut corpus = Corpus::new(settings.root.clone(), settings.config.clone(), settings.catalog.clone());
    corpus.share_base(loaded.articles);
    let snapshot = corpus.snapshot();
    let mut lines = Vec::new();
    for path in paths {
        let text = read_article(&path, &settings.config).unwrap();
        let document = read_document(&settings, &path, &text);
        let name = path.file_name().unwrap().to_str().unwrap();
        for found in judge(&path, &document, &snapshot, false) {
            let line = document.point(found.span.start).line + 1;
            lines.push(format!("{name}:{line} {} \"{}\"", found.rule, found.span.of(&text)));
        }
    }
    lines
}

/// The lines of `these` that `those` lack; a line that stands there twice is lacking once.
fn difference(these: &[String], those: &[String]) -> Vec<String> {
    let mut rest = those.to_vec();
    let mut lacking = Vec::new();
    for line in these {
        match rest.iter().position(|r| r == line) {
            Some(at) => drop(rest.remove(at)),
            None => lacking.push(line.clone()),
        }
    }
    lacking
}

fn root() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds")
}
