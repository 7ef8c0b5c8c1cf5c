//! The pages of `tests/rules` (one a rule) and of `tests/judging` (what all rules share), run.
//!
//! `UPDATE_PAGES=1 cargo test --test main rules::` writes what was found into the pages: read the difference.

use crate::support::desk::{Desk, mended};
use crate::support::page::{Block, Mark, Page, Shows};
use masthead::diagnostic::{Diagnostic, Related};
use masthead::rules::{RULES, Rule, find_rule};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

#[test]
fn rule_pages_hold() {
    let mut faults = String::new();
    for (name, path) in pages("rules") {
        faults += &check_page(&path, find_rule(&name));
    }
    assert!(faults.is_empty(), "{faults}");
}

#[test]
fn judging_pages_hold() {
    let mut faults = String::new();
    for (_, path) in pages("judging") {
        faults += &check_page(&path, None);
    }
    assert!(faults.is_empty(), "{faults}");
}

#[test]
fn every_rule_has_its_page_and_every_page_its_rule() {
    let pages: BTreeSet<String> = pages("rules").into_iter().map(|(name, _)| name).collect();
    let rules: BTreeSet<String> = RULES.iter().map(|r| r.name().to_owned()).collect();
    assert_eq!(pages, rules);
    for rule in RULES {
        let title = format!("# {}\n\n{}\n", rule.name(), rule.summary());
        assert!(rule.page().starts_with(&title), "the page of {} does not begin with:\n{title}", rule.name());
    }
}

/// The pages of a folder: name and file, sorted.
fn pages(folder: &str) -> Vec<(String, PathBuf)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder);
    let files = std::fs::read_dir(folder).expect("a folder of pages").map(|f| f.expect("a file").path());
    let name = |p: &PathBuf| p.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let mut pages: Vec<_> = files.map(|p| (name(&p), p)).collect();
    pages.sort();
    pages
}

/// Runs one page; returns what does not hold, ready to print.
fn check_page(path: &Path, rule: Option<&'static dyn Rule>) -> String {
    let text = std::fs::read_to_string(path).expect("a page");
    let (faults, updated) = check(&text, rule);
    if std::env::var_os("UPDATE_PAGES").is_some() {
        std::fs::write(path, updated).expect("a page that can be written");
    }
    faults.iter().map(|f| format!("{}:{f}\n", path.display())).collect()
}

/// Runs a page's text: what does not hold, and the text with what was found.
fn check(text: &str, rule: Option<&'static dyn Rule>) -> (Vec<String>, String) {
    let page = Page::parse(text);
    let (mut faults, mut updates) = (Vec::new(), Vec::new());
    for scenario in &page.scenarios {
        let own = |b: &&Block| !scenario.blocks.iter().any(|s| s.path == b.path);
        let blocks: Vec<&Block> = page.shared.iter().filter(own).chain(&scenario.blocks).collect();
        let files: Vec<(String, String)> =
            blocks.iter().filter(|b| b.shows == Shows::Given).map(|b| (b.path.clone(), b.text())).collect();
        for (nth, (path, _)) in files.iter().enumerate() {
            let twice = files[..nth].iter().any(|(other, _)| other == path);
            assert!(!twice, "“{}” has two files {path}: give one another name", scenario.title);
        }
        let desk = Desk::new(&files, rule.is_some());
        for block in &blocks {
            let found = shown(block, &blocks, &desk, rule);
            if found != block.source {
                faults.push(format!(
                    "{}: {}\n{}",
                    block.line,
                    scenario.title,
                    difference(&block.source, &found)
                ));
                updates.push((block.line, block.source.lines().count(), found));
            }
        }
        faults.extend(unsettled(scenario.title.as_str(), &files, &blocks, rule));
    }
    (faults, updated(text, updates))
}

/// `text` with other lines behind the fences at the given lines.
fn updated(text: &str, mut updates: Vec<(usize, usize, String)>) -> String {
    let mut lines: Vec<&str> = text.lines().collect();
    updates.sort_by_key(|(line, ..)| std::cmp::Reverse(*line));
    updates.dedup_by_key(|(line, ..)| *line);
    for (line, count, found) in &updates {
        lines.splice(*line..line + count, found.lines());
    }
    lines.join("\n") + "\n"
}

/// What a block should hold.
fn shown(block: &Block, blocks: &[&Block], desk: &Desk, rule: Option<&'static dyn Rule>) -> String {
    if block.path.ends_with(".toml") {
        let of_file = desk.faults.iter().filter(|(path, _)| *path == block.path);
        let marks: Vec<Mark> =
            of_file.flat_map(|(_, list)| list).map(|d| mark(d, rule, desk, block)).collect();
        return block.marked(&marks);
    }
    let findings = findings(desk, &block.path, rule);
    let given = blocks.iter().find(|b| b.path == block.path && b.shows == Shows::Given);
    let given = given.expect("the article before its fixes");
    let mended = |all| given.unstored(&mended(&given.text(), &findings, all));
    let marks: Vec<Mark> = findings.iter().map(|d| mark(d, rule, desk, block)).collect();
    match block.shows {
        Shows::Given => block.marked(&marks),
        Shows::Fixed => mended(false),
        Shows::Offered => mended(true),
    }
}

/// The findings in an article: all of them, or those of one rule.
fn findings(desk: &Desk, path: &str, rule: Option<&'static dyn Rule>) -> Vec<Diagnostic> {
    let mut found = desk.judge(path);
    found.retain(|d| rule.is_none_or(|r| r.name() == d.rule));
    found
}

/// After the safe fixes nothing is left that a safe fix would mend.
fn unsettled(
    title: &str,
    files: &[(String, String)],
    blocks: &[&Block],
    rule: Option<&'static dyn Rule>,
) -> Vec<String> {
    let desk = Desk::new(files, rule.is_some());
    let mend = |(path, text): &(String, String)| {
        let toml = path.ends_with(".toml");
        let text = if toml { text.clone() } else { mended(text, &findings(&desk, path, rule), false) };
        (path.clone(), text)
    };
    let after: Vec<(String, String)> = files.iter().map(mend).collect();
    let desk = Desk::new(&after, rule.is_some());
    let articles = blocks.iter().filter(|b| b.shows == Shows::Given && !b.path.ends_with(".toml"));
    let left =
        articles.filter(|b| findings(&desk, &b.path, rule).iter().any(|d| d.fixes.iter().any(|f| f.safe)));
    left.map(|b| format!("{}: {title}\nthe safe fixes leave something to fix in {}\n", b.line, b.path))
        .collect()
}

/// A finding as a page shows it: the severity is written out where it is not the rule's own.
fn mark(found: &Diagnostic, rule: Option<&'static dyn Rule>, desk: &Desk, block: &Block) -> Mark {
    let severity = found.severity.name();
    let message = match rule {
        Some(rule) if rule.severity() == Some(found.severity) => found.message.clone(),
        Some(_) => format!("{severity}: {}", found.message),
        None => format!("{severity}[{}]: {}", found.rule, found.message),
    };
    let also = found.related.iter().map(|r| format!("also: {}", place(r, desk, block)));
    let fixes = found.fixes.iter().map(|f| format!("{}: {}", if f.safe { "fix" } else { "choose" }, f.title));
    Mark { span: found.span, message, notes: also.chain(fixes).collect() }
}

/// "line 5: …" in the same file, "ferry.md:5: …" in another.
fn place(related: &Related, desk: &Desk, block: &Block) -> String {
    let (path, line) = (desk.snapshot.relative(&related.place.path), related.place.start.line + 1);
    let place = if path == block.path { format!("line {line}") } else { format!("{path}:{line}") };
    format!("{place}: {}", related.message)
}

fn difference(page: &str, found: &str) -> String {
    let mut options = diffy::DiffOptions::new();
    options.set_context_len(2).set_original_filename("page").set_modified_filename("found");
    options.create_patch(page, found).to_string()
}

/// A page on avoided-name whose article is `article`.
fn page(article: &str) -> String {
    let catalog =
        "[[entity]]\nid = \"b\"\nkind = \"person\"\nname = \"Sasha Baker\"\navoid = [\"Shasha Baker\"]";
    format!("# page\n\n```toml\n{catalog}\n```\n\n## scenario\n\n```md\n{article}\n```\n")
}

const RIGHT: &str = "We met Shasha Baker.
       ^^^^^^^^^^^^ write “Sasha Baker”, not “Shasha Baker”
       = fix: replace with “Sasha Baker”";

#[test]
fn a_page_that_is_right_holds() {
    let rule = find_rule("avoided-name");
    let text = page(RIGHT);
    assert_eq!(check(&text, rule), (Vec::new(), text));
}

#[test]
fn a_page_that_is_wrong_is_told_and_mended() {
    let rule = find_rule("avoided-name");
    let unmarked = RIGHT.lines().next().unwrap_or_default();
    for wrong in [
        unmarked.to_owned(),
        RIGHT.replace("       ^", "        ^"),
        RIGHT.replace("^^^^^^^^^^^^", "^^^^^"),
        RIGHT.replace("^ write", "^ information: write"),
        RIGHT.replace("not “Shasha Baker”", "not this"),
        RIGHT.replace("= fix:", "= choose:"),
        RIGHT.replace("replace with", "write"),
        format!("{RIGHT}\nWe met Sasha Baker.\n       ^^^^^^^^^^^ write her name"),
    ] {
        let (faults, updated) = check(&page(&wrong), rule);
        assert_eq!(faults.len(), 1, "{wrong}");
        assert_eq!(check(&updated, rule).0, Vec::<String>::new(), "{updated}");
    }
    let fixed = page(RIGHT) + "\n```md fixed\nWe met Shasha Baker.\n```\n";
    assert_eq!(check(&fixed, rule).0.len(), 1);
}

/// An article is always half written: whatever of it stands there, no rule stumbles, and every edit lies in the text.
#[test]
fn half_an_article_is_judged_too() {
    for (_, path) in pages("rules").into_iter().chain(pages("judging")) {
        let page = Page::parse(&std::fs::read_to_string(path).expect("a page"));
        for scenario in &page.scenarios {
            let blocks = || page.shared.iter().chain(&scenario.blocks).filter(|b| b.shows == Shows::Given);
            let articles: Vec<&Block> = blocks().filter(|b| !b.path.ends_with(".toml")).collect();
            let mut files: Vec<(String, String)> = blocks().map(|b| (b.path.clone(), b.text())).collect();
            for article in articles {
                let text = article.text();
                // Every 29th place cuts names, brackets, quotations and combining characters in all ways.
                for (cut, _) in text.char_indices().step_by(29) {
                    for half in [&text[..cut], &text[cut..]] {
                        let file =
                            files.iter_mut().find(|(path, _)| *path == article.path).expect("this file");
                        file.1 = half.to_owned();
                        let desk = Desk::new(&files, true);
                        for edit in
                            desk.judge(&article.path).iter().flat_map(|d| &d.fixes).flat_map(|f| &f.edits)
                        {
                            assert!(half.get(edit.span.start..edit.span.end).is_some(), "{edit:?} in {half}");
                        }
                    }
                }
                let file = files.iter_mut().find(|(path, _)| *path == article.path).expect("this file");
                file.1 = text;
            }
        }
    }
}
