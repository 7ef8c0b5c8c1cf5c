//! Catalogs and settings that a hand has damaged which does not look: faults lie in their text, and what was in use serves on.

use crate::made_up::{CATALOG, check_findings, check_span};
use crate::support::random::{Random, rounds};
use masthead::catalog::{Catalog, LastGood, format_catalog, parse, starter_files};
use masthead::config::{Baseline, Config};
use masthead::diagnostic::Diagnostic;
use std::path::Path;
use std::sync::LazyLock;

/// What breaks TOML, and what a catalog means by it.
const TOML: &[&str] = &[
    "\n",
    "[[entity]]\n",
    "[entity]",
    "[",
    "]",
    "{",
    "}",
    "=",
    "\"",
    "\"\"\"",
    "'",
    "#",
    ",",
    ".",
    "\\",
    "\\u12",
    "id",
    "name = ",
    "id = \"x\"\n",
    "2026-02-30",
    "2026-05-28",
    "true",
    "-1",
    "1e400",
    "\r",
    "\u{feff}",
    "\0",
    "한",
    "distinct = [\"gtac\"]\n",
    "broader = \"openai\"\n",
    "kind = \"person\"\n",
    "disabled = true\n",
    "short = [\"AI\"]\n",
    "tests = [{ text = \"x\", finds = \"\" }]\n",
];

/// `text` after some strokes of a hand that does not look.
fn damaged(random: &mut Random, text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..1 + random.below(5) {
        let at = text.floor_char_boundary(random.below(text.len() + 1));
        let end = text.floor_char_boundary((at + random.below(60)).min(text.len()));
        match random.below(5) {
            0 => text.truncate(at),
            1 => text.replace_range(at..end, ""),
            2 => text.replace_range(at..at, &text[at..end].repeat(2)),
            _ => text.insert_str(at, random.pick(TOML)),
        }
    }
    text
}

fn check_faults(text: &str, faults: &[Diagnostic]) {
    for fault in faults {
        check_span(text, fault.span, &|| format!("{fault:?}"));
        assert!(!fault.message.is_empty());
    }
    check_findings(text, faults);
}

#[test]
fn catalogs_written_by_a_hand_that_does_not_look_are_told_and_the_rest_serves() {
    rounds(40).for_each(|number| careless_catalog(&mut Random::new(number)));
}

pub(crate) fn careless_catalog(random: &mut Random) {
    /// The starter catalog's first file as it is read, what is in use of it, and how much that is.
    static SOUND: LazyLock<(LastGood, usize)> = LazyLock::new(|| {
        let (name, text) = starter_files()[0];
        let sound = [parse(Path::new(name), text, false)];
        (Catalog::merge_over(&sound, &LastGood::default()).2, Catalog::merge(&sound).0.len())
    });
    let (name, starter) = starter_files()[0];
    let large = random.below(2) == 0;
    let text = damaged(random, if large { starter } else { CATALOG });
    let file = parse(Path::new(if large { name } else { "b.toml" }), &text, false);
    let (catalog, faults) = Catalog::merge(std::slice::from_ref(&file));
    for (_, list) in &faults {
        check_faults(&text, list);
    }
    // What was in use serves on where a part cannot be read: nothing is lost but what is gone from a sound file.
    let (served, _, _) = Catalog::merge_over(&[file], &SOUND.0);
    assert!(served.len() >= catalog.len());
    assert!(faults.is_empty() || !large || served.len() + 8 >= SOUND.1, "{text:?}");
    if let Ok(tidy) = format_catalog(&text) {
        assert_eq!(format_catalog(&tidy).as_deref(), Ok(tidy.as_str()), "{text:?}");
    }
}

#[test]
fn settings_written_by_a_hand_that_does_not_look_are_told() {
    rounds(300).for_each(|number| careless_settings(&mut Random::new(number)));
}

pub(crate) fn careless_settings(random: &mut Random) {
    const SETTINGS: &str = "[files]\ninclude = [\"**/*.md\"]\nmax-size = \"2 MB\"\n[catalog]\nstarter = true\n[style]\nacronyms = \"ap\"\nexempt = [\"AI\"]\n[rules]\navoided-name = \"off\"\n[editor]\ncache = true\n[[ignore]]\nrule = \"avoided-name\"\ntext = \"x\"\n";
    let text = damaged(random, SETTINGS);
    check_faults(&text, &Config::parse(&text).1);
    check_faults(&text, &Baseline::parse(&text).1);
}
