//! What one catalog file may say, and each fault at its place.

use super::{GTAC, assert_faults, assert_line, desk, entity, faults_of, forms, ids};
use masthead::catalog::{Kind, Target, format_catalog, parse};
use std::path::Path;

#[test]
fn every_key_is_read() {
    let text = r#"
as-of = 2026-06-03
[[entity]]
id = "x"
kind = "person"
name = "Ryu Je-myung"
acronym = "RJM"
aliases = ["R. J. Ryu"]
short = "Je-myung"
native = ["류제명", { form = "柳濟明", note = "Hanja", since = 2020-01-02, until = 2030-01-02, unsure = true }]
variants = [{ form = "Ryu Je-myeong", note = "Revised Romanization" }]
avoid = [{ form = "Yoo Je-myung", severity = "information", case = "exact" }]
adjectives = ["Ryuist"]
family-name = "first"
distinct = ["y"]
common = true
broader = { target = "y", inferred = true }
about = "An official."
status = "unsure"
note = "A note."
relations = [{ type = "met", target = "y", seen = 2026-05-27, since = 2026-05-26, until = 2026-05-26, source = "AJP", inferred = true, note = "why" }]
roles = [
  { title = "vice minister", at = "y", seen = 2026-05-27, since = 2025-01-01, source = "AJP", note = "n" },
  { title = "professor", at = "Somewhere University" },
  { title = "adviser", at = "Yonder" },
]
tests = [{ text = "Ryu Je-myung.", finds = "Ryu Je-myung" }, { text = "No.", finds = "" }, { text = "A B", finds = ["A", "B"] }]
wikidata = "Q42"
url = "https://example.org"

[[entity]]
id = "y"
kind = "organization"
name = "Yonder"
broader = "x"
"#;
    let (catalog, faults) = desk(&[text]);
    assert_eq!(faults, vec![]);
    let (x, y) = (entity(&catalog, "x"), catalog.by_id("y"));
    assert_eq!(x.kind, Kind::Person);
    assert_eq!(x.acronym.as_deref(), Some("RJM"));
    assert_eq!(
        forms(&catalog, "x"),
        [
            ("full", "Ryu Je-myung"),
            ("acronym", "RJM"),
            ("alias", "R. J. Ryu"),
            ("short", "Je-myung"),
            ("native", "류제명"),
            ("native", "柳濟明"),
            ("variant", "Ryu Je-myeong"),
            ("avoided", "Yoo Je-myung"),
        ]
    );
    let hanja = catalog.form(x.forms[5]);
    assert_eq!(hanja.source.span.of(text), "\"柳濟明\"");
    assert!(hanja.unsure && hanja.bound.since.is_some() && hanja.bound.until.is_some());
    let avoided = catalog.form(x.forms[7]);
    assert!(avoided.exact_case && avoided.severity.is_some());
    assert!(x.common && x.unsure && !x.starter && x.family_name.is_some());
    assert_eq!(x.distinct, [y.unwrap()]);
    assert!(x.broader.as_ref().is_some_and(|b| b.inferred && Some(b.target) == y));
    assert_eq!(x.relations[0].note.as_deref(), Some("why"));
    assert_eq!(x.relations[0].words(), "In the news");
    assert_eq!(x.roles[0].at.as_ref().and_then(|at| at.entity()), y);
    assert_eq!(x.roles[1].at, Some(Target::Words("Somewhere University".to_owned())));
    assert_eq!(x.roles[2].at.as_ref().and_then(|at| at.entity()), y);
    let finds: Vec<usize> = x.tests.iter().map(|test| test.finds.len()).collect();
    assert_eq!(finds, [1, 0, 2]);
    assert_eq!(x.tests[1].source.span.of(text), "{ text = \"No.\", finds = \"\" }");
    assert_eq!((x.wikidata.as_deref(), x.url.as_deref()), (Some("Q42"), Some("https://example.org")));
    assert_eq!(x.adjectives, ["Ryuist"]);
    assert_eq!(x.as_of.map(|d| d.to_string()).as_deref(), Some("2026-06-03"));
    let source = x.source.span.of(text);
    assert!(
        source.starts_with("[[entity]]\nid = \"x\"") && source.ends_with("\"https://example.org\""),
        "{source}"
    );
    assert_eq!(catalog.related(y.unwrap()), [catalog.by_id("x").unwrap()]);
}

#[test]
fn a_fault_in_a_key_is_reported_at_that_key() {
    let long = "x".repeat(301);
    for (line, at, message) in [
        ("aliasses = [\"X\"]", "aliasses", "“aliasses” is not a key of an entry"),
        ("about = 3", "3", "“about” needs a text in quotes"),
        ("common = \"yes\"", "\"yes\"", "“common” needs true or false, without quotes"),
        ("aliases = 2", "2", "“aliases” needs a name in quotes, or a list of them"),
        ("aliases = [1]", "1", "“aliases” takes names in quotes, or { form = \"…\" }"),
        ("acronym = [\"X\"]", "[\"X\"]", "“acronym” needs one name in quotes"),
        ("aliases = [{ note = \"n\" }]", "{ note = \"n\" }", "“form” is missing here: { form = \"…\" }"),
        (
            "native = \"류\"",
            "\"류\"",
            "“류” is one syllable: it would be found inside other words. Write the full name",
        ),
        ("aliases = [\"X\", \"a\"]", "\"a\"", "“a” would be found everywhere. Write the full name"),
        ("short = \"I.\"", "\"I.\"", "“I.” would be found everywhere. Write the full name"),
        ("avoid = \"7\"", "\"7\"", "“7” would be found everywhere. Write the full name"),
        ("short = \"\"", "\"\"", "this name is empty"),
        ("short = \" \"", "\" \"", "this name is empty"),
        ("short = \"&\"", "\"&\"", "“&” has no letter or digit"),
        ("short = \"a\\nb\"", "\"a\\nb\"", "a name stands on one line, without tabs"),
        (
            &format!("short = \"{long}\""),
            &format!("\"{long}\""),
            "this is too long for a name: 301 characters, 300 at most",
        ),
        ("family-name = \"middle\"", "\"middle\"", "“family-name” is “first” or “last”, not “middle”"),
        ("status = \"unsur\"", "\"unsur\"", "“status” is “unsure” or “sure”, not “unsur”"),
        (
            "avoid = [{ form = \"A b\", severity = \"warn\" }]",
            "\"warn\"",
            "“severity” is “error”, “warning”, “information” or “hint”, not “warn”",
        ),
        (
            "avoid = [{ form = \"A b\", case = \"lower\" }]",
            "\"lower\"",
            "“case” is “exact” or “any”, not “lower”",
        ),
        (
            "aliases = [{ form = \"A b\", since = \"2026\" }]",
            "\"2026\"",
            "“since” needs a date without quotes, as in 2026-05-28",
        ),
        (
            "aliases = [{ form = \"A b\", since = 2026-05-02T10:00:00 }]",
            "2026-05-02T10:00:00",
            "“since” needs a date without quotes, as in 2026-05-28",
        ),
        (
            "aliases = [{ form = \"A b\", since = 2026-05-02, until = 2026-05-01 }]",
            "2026-05-01",
            "“until” (2026-05-01) is before “since” (2026-05-02)",
        ),
        (
            "aliases = [{ form = \"A b\", sinse = 2026-05-02 }]",
            "sinse",
            "“sinse” is not a key of a name in the catalog",
        ),
        (
            "avoid = [\"Known Thing\"]",
            "\"Known Thing\"",
            "“Known Thing” is given both to be written and to be avoided",
        ),
        ("relations = [{ target = \"x\" }]", "{ target = \"x\" }", "“type” is missing here"),
        (
            "relations = [{ type = \"run_by\", target = \"x\" }]",
            "\"run_by\"",
            "a relation’s type is written in lower case with hyphens",
        ),
        (
            "relations = \"x\"",
            "\"x\"",
            "“relations” needs a list, as in [{ type = \"run-by\", target = \"openai\" }]",
        ),
        ("roles = [{ at = \"x\" }]", "{ at = \"x\" }", "“title” is missing here"),
        (
            "tests = [{ text = \"A\" }]",
            "{ text = \"A\" }",
            "“finds” is missing here: the names that are to be found, or \"\" for none",
        ),
        ("broader = 1", "1", "“broader” needs an id, as in \"tac\" or { target = \"tac\", inferred = true }"),
        ("distinct = \"x\"", "\"x\"", "“distinct” needs a list of texts, as in [\"one\", \"two\"]"),
        ("broader = \"opnai\"", "\"opnai\"", "“broader” points to “opnai”, which is not in the catalog"),
        (
            "roles = [{ title = \"t\", at = \"nobody\" }]",
            "\"nobody\"",
            "“at” points to “nobody”, which is not in the catalog",
        ),
        (
            "distinct = [\"nobody\"]",
            "\"nobody\"",
            "“distinct” points to “nobody”, which is not in the catalog",
        ),
    ] {
        assert_line(line, at, message);
    }
}

#[test]
fn ids_kinds_and_names_are_asked_for() {
    assert_faults(
        "[[entity]]\nkind = \"term\"\nname = \"X\"\n",
        &[("[[entity]]", "this entry needs an id: id = \"…\"")],
    );
    assert_faults(
        "[[entity]]\nid = \"The X\"\nkind = \"term\"\nname = \"X\"\n",
        &[("\"The X\"", "an id has lower-case letters, digits and hyphens only")],
    );
    assert_faults(
        "[[entity]]\nid = \"x\"\nname = \"X\"\n",
        &[("\"x\"", "“x” needs a kind: kind = \"organization\", \"person\", …")],
    );
    assert_faults(
        "[[entity]]\nid = \"x\"\nkind = \"term\"\n",
        &[("\"x\"", "“x” needs a name: name = \"…\"")],
    );
    assert_faults(
        "[[entity]]\nid = \"x\"\nkind = \"organisation\"\nname = \"X\"\n",
        &[(
            "\"organisation\"",
            "“kind” is “person”, “organization”, “program”, “product”, “model”, “law”, “place”, “event”, “term” or \
         “title”, not “organisation”",
        )],
    );
}

#[test]
fn a_key_of_an_inner_table_comes_with_that_table() {
    let (_, faults) =
        desk(&["[[entity]]\nid = \"x\"\nkind = \"person\"\nname = \"X\"\ntitle = \"director\"\n"]);
    let fault = &faults[0].1[0];
    assert_eq!(fault.message, "“title” is not a key of an entry");
    assert!(fault.notes[0].starts_with("“roles” has it, as in roles = [{ title = "), "{:?}", fault.notes);
}

#[test]
fn a_misspelling_comes_with_what_was_meant() {
    let text = format!(
        "{GTAC}aliasses = [\"Open AI Inc\"]\n\n[[entity]]\nid = \"z\"\nkind = \"law\"\nname = \"Z\"\nbroader = \"opnai\"\n"
    );
    let (catalog, faults) = desk(&[&text]);
    let list = &faults[0].1;
    let notes: Vec<&str> = list.iter().flat_map(|fault| &fault.notes).map(String::as_str).collect();
    let left_out = "this entry is left out; the others are in use";
    assert_eq!(notes, ["did you mean “aliases”?", left_out, "did you mean “openai”?", left_out]);
    let edits: Vec<&str> = list.iter().map(|fault| fault.fixes[0].edits[0].text.as_str()).collect();
    assert_eq!(edits, ["aliases", "\"openai\""]);
    // What points to an entry that is left out has no fault of its own.
    assert_eq!(ids(&catalog), ["gtac"]);
    assert!(entity(&catalog, "gtac").relations.is_empty());
}

#[test]
fn all_faults_come_at_once_and_the_sound_entries_serve() {
    let text = "as-off = 1\n[[entity]]\nid = \"a\"\nkind = \"tern\"\nname = 3\n\n[[entity]]\nid = \"b\"\nkind = \"term\"\nname = \"B2\"\n\n\
                [[entity]]\nid = \"b\"\nkind = \"term\"\nname = \"B3\"\n";
    assert_faults(
        text,
        &[
            (
                "as-off",
                "“as-off” is not a key of a catalog file: it has as-of and [[entity]], each entry with its kind",
            ),
            (
                "\"tern\"",
                "“kind” is “person”, “organization”, “program”, “product”, “model”, “law”, “place”, “event”, “term” or \
             “title”, not “tern”",
            ),
            ("3", "“name” needs one name in quotes"),
            ("\"b\"", "“b” is the id of another entry too, in line 8: an id is given once in a file"),
        ],
    );
    assert_eq!(ids(&desk(&[text]).0), ["b"]);
    let what =
        "“program” is not a key of a catalog file: it has as-of and [[entity]], each entry with its kind";
    assert_faults("[[program]]\nname = \"A\"\n", &[("program", what)]);
}

#[test]
fn a_mistake_of_notation_costs_its_own_entry_only() {
    for (broken, at, message) in [
        (
            "about = \"never closed",
            "closed",
            "this text is never closed, or has a character that must not be in it",
        ),
        ("aliases = [\"A\", \"B\"", "\"B\"", "this list is never closed: “]” is missing"),
        ("about “text”", "“text”", "a key needs “=” and a value here"),
        ("about = “text”", "“text”", "a text needs straight quotes: \"like this\""),
        ("about =", "=", "a value is missing here"),
        ("common = # yes", "#", "a value is missing here"),
        ("name = \"Again\"", "name", "this key is given twice in one place"),
        ("common = yes", "yes", "“common” needs true or false, without quotes"),
        ("about = yes", "yes", "a text needs straight quotes: \"like this\""),
        ("aliases = [\"A\" \"B\"]", "\"B\"", "a comma is missing before this"),
        (
            "aliases = [{ form = \"A1\", since = 2026-02-30 }]",
            "2026-02-30",
            "this is no date: it needs day between 01 and 28, as in 2026-05-28",
        ),
        (
            "aliases = [{ form = \"A1\", since = 2024-05 }]",
            "2024-05",
            "this is no date: write year, month and day, as in 2026-05-28",
        ),
        (
            "aliases = [{ form = \"A1\", since = 05.06.2026 }]",
            "05.06.2026",
            "this is no date: write year, month and day, as in 2026-05-28",
        ),
    ] {
        for (eol, mark) in [("\n", ""), ("\r\n", "\u{feff}")] {
            let text = format!(
                "{mark}[[entity]]\nid = \"a\"\nkind = \"term\"\nname = \"서울 A\"\n\n[[entity]]\nid = \"b\"\nkind = \"term\"\nname = \"B\"\n{broken}\n\n\
                 [[entity]]\nid = \"c\"\nkind = \"term\"\nname = \"C\"\nbroader = \"b\"\n\n[[entity]]\nid = \"d\"\nkind = \"trm\"\nname = \"D\"\n"
            )
            .replace('\n', eol);
            let (catalog, faults) = desk(&[&text]);
            let found = faults_of(&text, &faults);
            assert_eq!(found[0], (at, message.to_owned()), "{broken}");
            assert_eq!((found.len(), found[1].0), (2, "\"trm\""), "{broken}: {found:?}");
            assert_eq!(ids(&catalog), ["a", "c"], "{broken}");
        }
    }
}

/// Every text that one slip of the hand makes of a small catalog is read without a panic, with places on
/// character edges; and formatting it twice is formatting it once.
#[test]
fn no_slip_of_the_hand_does_harm() {
    let text = "# Köpfe\nas-of = 2026-06-03\n[[entity]] # 머리\nid = \"a\"\nkind = \"person\"\nname = \"Ryu Je-myung\"\nnative = [\"류제명\", # 한글\n  \
                { form = '柳濟明', until = 2026-01-01 }]\r\nabout = \"\"\"🙂\nx\"\"\"\nroles = [{ title = \"t\", at = \"b\" }]\n\n[[entity]]\nid = \"b\"\n\
                kind = \"law\"\nname = \"B\"\n[[entity.tests]]\ntext = \"B.\"\nfinds = \"\"\n";
    assert_eq!(desk(&[text]).1, vec![]);
    let slips = ["", "\"", "[", "]", "{", "é", "\n", "\r", "\0"];
    for (n, (at, c)) in text.char_indices().enumerate() {
        let rest = &text[at + c.len_utf8()..];
        // Two of them at each character: all of them at all would take long and show no more.
        for slip in [slips[n % slips.len()], slips[(n / 2 + 4) % slips.len()]] {
            let text = format!("{}{slip}{rest}", &text[..at]);
            for fault in parse(Path::new("a.toml"), &text, false).faults {
                assert!(text.get(fault.span.start..fault.span.end).is_some(), "{fault:?} in {text}");
                assert!(!fault.message.contains("invalid"), "{fault:?}");
            }
            if let Ok(once) = format_catalog(&text) {
                assert_eq!(format_catalog(&once).as_deref(), Ok(once.as_str()), "of {text}");
            }
        }
    }
}

#[test]
fn what_is_too_much_for_one_entry_is_told() {
    let about = format!("about = \"{}\"", "서울 ".repeat(2_000));
    assert_line(&about, &about[8..], "this is too long: 6000 characters, 5000 at most");
    let names: Vec<String> = (0..1_001).map(|nth| format!("\"Thing {nth}\"")).collect();
    let aliases = format!("aliases = [{}]", names.join(", "));
    let message = "these are too many names for one entry: 1001, 1000 at most";
    assert_line(&aliases, &aliases[10..], message);
}
