//! Catalogs that Masthead writes.

use super::{desk, entity};
use masthead::catalog::{FamilyName, Kind, NewEntry, format_catalog, new_entry};

#[test]
fn formatting_sorts_and_keeps_every_comment() {
    let text = "# head\n# more\n\n# about b\n[[entity]] # header\nname=\"B\" # name\nid = 'b'\n\n# rel\nrelations=[{target=\"a\",type=\"x\"}, # one\n\
                 # two\n {type=\"y\", target=\"a\"} # three\n # end\n]\n\n# about a\n\n[[entity]]\nid=\"a\"\nbroader.target = \"b\"\n\n\
                [[entity.roles]]\ntitle=\"x\"\n\n\n# tail\n";
    let formatted = "# head\n# more\n\n# about a\n\n[[entity]]\nid = \"a\"\nbroader.target = \"b\"\n\n[[entity.roles]]\ntitle = \"x\"\n\n\
                     # about b\n[[entity]] # header\nid = 'b'\nname = \"B\" # name\n# rel\nrelations = [\n  { type = \"x\", target = \"a\" }, # one\n  \
                     # two\n  { type = \"y\", target = \"a\" }, # three\n  # end\n]\n\n# tail\n";
    assert_eq!(format_catalog(text).as_deref(), Ok(formatted));
    assert_eq!(format_catalog(formatted).as_deref(), Ok(formatted));
    let windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    assert_eq!(format_catalog(&windows), Ok(format!("\u{feff}{}", formatted.replace('\n', "\r\n"))));
    assert_eq!(
        format_catalog("as-of = 2026-06-03\n[[entity]]\nid = “x”\n"),
        Err("line 3: a text needs straight quotes: \"like this\"".to_owned())
    );
}

#[test]
fn a_new_entry_is_sound_and_in_format() {
    let text = new_entry(&NewEntry {
        name: "Étienne \"Ti\" Morel".to_owned(),
        kind: "Person".to_owned(),
        avoid: vec!["Etienne Morel".to_owned()],
        note: Some("from the desk's list".to_owned()),
        ..NewEntry::default()
    });
    assert_eq!(format_catalog(&text).as_deref(), Ok(text.as_str()));
    let (catalog, faults) = desk(&[&text]);
    assert_eq!(faults, vec![]);
    let person = entity(&catalog, "etienne-ti-morel");
    assert_eq!(
        (person.kind, person.name.as_str(), person.about.as_deref()),
        (Kind::Person, "Étienne \"Ti\" Morel", None)
    );

    let unknown = new_entry(&NewEntry {
        name: "노르드하븐".to_owned(),
        kind: "ferry".to_owned(),
        ..NewEntry::default()
    });
    assert!(unknown.contains("id = \"entry\"\n# What it is, one of: person, organization, "), "{unknown}");
}

#[test]
fn a_comment_right_below_an_entry_stays_with_it() {
    let text = "[[entity]]\nid = \"zed\"\nname = \"Zed\"\n# family-name = \"first\"\n\n# of abe\n[[entity]]\nid = \"abe\"\n\
                [[entity.roles]]\ntitle = \"x\"\n# note\n";
    let formatted = "# of abe\n[[entity]]\nid = \"abe\"\n\n[[entity.roles]]\ntitle = \"x\"\n# note\n\n\
                     [[entity]]\nid = \"zed\"\nname = \"Zed\"\n# family-name = \"first\"\n";
    assert_eq!(format_catalog(text).as_deref(), Ok(formatted));
    assert_eq!(format_catalog(formatted).as_deref(), Ok(formatted));
    // Where no empty line parts it from the next entry it speaks of that one, as above a first entry.
    let next = "[[entity]]\nid = \"b\"\n# of a\n[[entity]]\nid = \"a\"\n";
    assert_eq!(
        format_catalog(next).as_deref(),
        Ok("# of a\n[[entity]]\nid = \"a\"\n\n[[entity]]\nid = \"b\"\n")
    );
}

#[test]
fn a_new_person_has_a_family_name_only_where_somebody_knows() {
    let person = |native: Option<&str>, family_name| {
        let (name, kind) = ("Dario Vinter".to_owned(), "person".to_owned());
        let native = native.into_iter().map(str::to_owned).collect();
        new_entry(&NewEntry { name, kind, native, family_name, ..NewEntry::default() })
    };
    for native in [None, Some("다리오 빈터")] {
        assert!(!person(native, None).contains("family name"));
        assert!(person(native, Some(FamilyName::Last)).contains("\nfamily-name = \"last\"\n"));
    }
    assert!(!person(None, None).contains("about"), "nobody has said anything of him");
}
