//! What several catalog files say together.

use super::{GTAC, desk, entity, faults_of, forms, ids, over};
use masthead::catalog::FormKind;
use std::path::Path;

#[test]
fn a_desk_changes_the_starter_key_by_key() {
    let own = r#"
[[entity]]
id = "gtac"
name = "Access Program"
aliases = ["GTA Cyber"]

[[entity]]
id = "openai"
disabled = true
"#;
    let (catalog, faults) = over(GTAC, &[own]);
    assert_eq!(faults, vec![]);
    assert_eq!(ids(&catalog), ["gtac"]);
    // The form that became the name is no longer avoided; the key that was not given stays.
    assert_eq!(
        forms(&catalog, "gtac"),
        [("full", "Access Program"), ("acronym", "GTAC"), ("alias", "GTA Cyber")]
    );
    let gtac = entity(&catalog, "gtac");
    assert_eq!(gtac.about.as_deref(), Some("A program."));
    assert!(!gtac.starter && gtac.relations.is_empty());
    assert_eq!(&*gtac.source.file, Path::new("a.toml"));
    assert_eq!(&*catalog.form(gtac.forms[1]).source.file, Path::new("<starter>/s.toml"));

    let (catalog, faults) = over(GTAC, &["[[entity]]\nid = \"gtac\"\navoid-remove = [\"Access Program\"]\n"]);
    assert_eq!(faults, vec![]);
    assert_eq!(
        forms(&catalog, "gtac").iter().filter(|(kind, _)| *kind == FormKind::Avoided.name()).count(),
        0
    );
    assert!(entity(&catalog, "openai").starter);
}

#[test]
fn a_faulty_change_leaves_the_starter_as_it_was() {
    let (catalog, faults) =
        over(GTAC, &["[[entity]]\nid = \"gtac\"\nname = \"Other\"\nbroader = \"tacc\"\n"]);
    assert_eq!(faults.len(), 1);
    assert_eq!(entity(&catalog, "gtac").name, "Government Trusted Access for Cyber");
}

#[test]
fn two_desk_files_may_not_give_one_key_two_values() {
    let first = "[[entity]]\nid = \"x\"\nkind = \"term\"\nname = \"X1\"\n";
    let second = "[[entity]]\nid = \"x\"\nkind = \"term\"\nname = \"X2\"\nabout = \"t\"\n";
    let (catalog, faults) = desk(&[first, second]);
    assert_eq!(&*faults[0].0, Path::new("b.toml"));
    assert_eq!(
        faults_of(second, &faults),
        [(
            "\"X2\"",
            "“name” of “x” is given in a.toml, line 4 too, and otherwise: keep one of the two".to_owned()
        )]
    );
    assert_eq!(faults[0].1[0].related[0].place.start.line, 3);
    assert_eq!(entity(&catalog, "x").name, "X1");

    let third = "[[entity]]\nid = \"x\"\nkind = \"term\"\nabout = \"t\"\n";
    let (catalog, faults) = desk(&[first, third]);
    assert_eq!(faults, vec![]);
    assert_eq!(entity(&catalog, "x").about.as_deref(), Some("t"));
}

#[test]
fn one_form_has_one_owner_unless_they_are_distinct() {
    let two = |more_a: &str, more_b: &str| {
        format!(
            "[[entity]]\nid = \"b\"\nkind = \"organization\"\nname = \"Bee\"\nacronym = \"AISI\"\n{more_a}\n\
             [[entity]]\nid = \"a\"\nkind = \"organization\"\nname = \"Ay\"\nacronym = \"AISI\"\n{more_b}\n"
        )
    };
    let text = two("", "");
    let (catalog, faults) = desk(&[&text]);
    assert_eq!(faults_of(&text, &faults), [("\"AISI\"", "“AISI” is also a name of “b”".to_owned())]);
    let fault = &faults[0].1[0];
    assert!(fault.span.start > text.find("id = \"a\"").unwrap(), "the later one is the faulty one");
    assert_eq!(fault.related[0].message, "a name of Bee");
    assert_eq!(fault.notes[0], "if they are two things that share a name, add distinct = [\"b\"]");
    assert_eq!(fault.notes[1], "if they are one thing, put the two entries together");
    assert_eq!(ids(&catalog), ["b"]);

    assert_eq!(desk(&[&two("distinct = [\"a\"]", "")]).1, vec![]);
    assert_eq!(desk(&[&two("", "distinct = [\"b\"]")]).1, vec![]);
    // Case is part of a form.
    assert_eq!(desk(&[&two("", "").replacen("AISI", "Aisi", 1)]).1, vec![]);
}

#[test]
fn an_entry_that_falls_gives_way_to_what_it_replaced() {
    // The desk's new name for `gtac` is taken, so the starter's stays; it then clashes with nobody.
    let own = "[[entity]]\nid = \"gtac\"\nname = \"OpenAI\"\n";
    let (catalog, faults) = over(GTAC, &[own]);
    assert_eq!(faults_of(own, &faults), [("\"OpenAI\"", "“OpenAI” is also a name of “openai”".to_owned())]);
    assert_eq!(ids(&catalog), ["gtac", "openai"]);
    assert_eq!(entity(&catalog, "gtac").name, "Government Trusted Access for Cyber");
}

#[test]
fn hiding_what_is_not_there_is_a_fault() {
    assert_eq!(
        faults_of(
            "[[entity]]\nid = \"opnai\"\ndisabled = true\n",
            &over(GTAC, &["[[entity]]\nid = \"opnai\"\ndisabled = true\n"]).1
        ),
        [("\"opnai\"", "“opnai” is not in the catalog, so there is nothing to hide".to_owned())]
    );
}

#[test]
fn a_text_that_is_to_be_filled_in_takes_nothing_away() {
    let own = "[[entity]]\nid = \"gtac\"\nabout = \"\"\nnote = \" \"\n";
    let (catalog, faults) = over(GTAC, &[own, "[[entity]]\nid = \"gtac\"\nnote = \"A note.\"\n"]);
    assert_eq!(faults, vec![]);
    let gtac = entity(&catalog, "gtac");
    assert_eq!((gtac.about.as_deref(), gtac.note.as_deref()), (Some("A program."), Some("A note.")));
}

#[test]
fn one_name_in_two_ways_of_unicode_has_one_owner() {
    let entry = |id: &str, name: &str, avoid: &str| {
        format!(
            "[[entity]]\nid = \"{id}\"\nkind = \"organization\"\nname = \"{name}\"\navoid = [\"{avoid}\"]\n"
        )
    };
    let (first, second) = (entry("a", "Caf\u{e9} Board", "A1"), entry("b", "Cafe\u{301} Board", "B1"));
    let (_, faults) = desk(&[&first, &second]);
    let message = "“Caf\u{e9} Board” is also a name of “a”".to_owned();
    assert_eq!(faults_of(&second, &faults), [("\"Cafe\u{301} Board\"", message)]);
    // The two are in two files, so that the entry can take the other's id.
    let notes = &faults[0].1[0].notes;
    assert_eq!(notes[1], "if they are one thing, give this entry the other’s id: id = \"a\"");
    // What one file rejects, another takes back in the other way.
    let starter = entry("a", "Board", "Caf\u{e9}");
    let own = "[[entity]]\nid = \"a\"\navoid-remove = [\"Cafe\u{301}\"]\n";
    assert_eq!(forms(&over(&starter, &[own]).0, "a"), [("full", "Board")]);
}
