//! The keys of a catalog file.

use super::entity::Kind;
use crate::config::{Holds, KeyGuide, SEVERITIES, TableGuide, Word, word};

/// All of a catalog file.
pub static CATALOG_FILE: TableGuide = TableGuide {
    what: "a catalog file: it has as-of and [[entity]], each entry with its kind",
    keys: &[
        KeyGuide::new("as-of", Holds::Date, "The day as of which this file speaks: a card shows it.")
            .like("2026-06-03"),
        KeyGuide::new("entity", Holds::Tables(&ENTRY), "A person, body, thing or word that the desk knows."),
    ],
};

/// An `[[entity]]`. `masthead catalog fmt` writes the keys in this order.
pub(super) static ENTRY: TableGuide = TableGuide {
    what: "an entry",
    keys: &[
        KeyGuide::new(
            "id",
            Holds::Id,
            "By this other entries point here: lower-case letters, digits and hyphens. An entry of the starter catalog \
             is changed key by key under its id.",
        )
        .like("\"harbour-board\""),
        KeyGuide::new("kind", Holds::Word(KINDS), "What it is."),
        KeyGuide::new("name", Holds::Form(&FORM), "The full name, as the desk writes it.")
            .like("\"Nordhavn Harbour Board\""),
        KeyGuide::new("acronym", Holds::Form(&FORM), "Its acronym.").like("\"NHB\""),
        KeyGuide::new("aliases", Holds::Forms(&FORM), "Other names that are good anywhere.")
            .like("[\"Harbour Board\"]"),
        KeyGuide::new("short", Holds::Forms(&FORM), "Short forms: good once the full name has been given.")
            .like("[\"the Board\"]"),
        KeyGuide::new("native", Holds::Forms(&FORM), "Its name in another script.").like("\"류제명\""),
        KeyGuide::new(
            "variants",
            Holds::Forms(&FORM),
            "Other spellings of the same name: they are recognised, and told as information.",
        )
        .like("[{ form = \"Ryu Je-myeong\", note = \"Revised Romanization\" }]"),
        KeyGuide::new("avoid", Holds::Forms(&REJECTED), "Names that the desk rejects.")
            .like("[{ form = \"Nordhavn Port Authority\", note = \"its name until 2019\" }]"),
        KeyGuide::new(
            "avoid-remove",
            Holds::Texts,
            "Names that the starter catalog rejects and this desk allows.",
        )
        .like("[\"Port Authority\"]"),
        KeyGuide::new(
            "adjectives",
            Holds::Texts,
            "For a place: words that say “of this place” before a name.",
        )
        .like("[\"British\"]"),
        KeyGuide::new("family-name", Holds::Word(FAMILY_NAMES), "Which word of a person's name is the surname."),
        KeyGuide::new(
            "common",
            Holds::Flag,
            "An everyday word or a name that many people have: it counts only where the article supports it.",
        )
        .or("false"),
        KeyGuide::new("distinct", Holds::Ids, "Others that bear one of these names and are not the same.")
            .like("[\"osterby-harbour-board\"]"),
        KeyGuide::new("broader", Holds::IdOr(&BROADER), "The wider thing that it is a part of.").like("\"tac\""),
        KeyGuide::new(
            "about",
            Holds::Text,
            "Who or what it is, in one sentence: it is shown first when a reader points at the name.",
        )
        .like("\"The public body that runs the harbour.\""),
        KeyGuide::new(
            "status",
            Holds::Word(STATUSES),
            "How sure the desk is of this entry.",
        )
        .or("\"sure\""),
        KeyGuide::new("note", Holds::Text, "A remark: what is unsure, or what else an editor should know."),
        KeyGuide::new("relations", Holds::Tables(&RELATION), "How it belongs to others.")
            .like("[{ type = \"run-by\", target = \"openai\", seen = 2026-05-28, source = \"ETNews, 28 May 2026\" }]"),
        KeyGuide::new("roles", Holds::Tables(&ROLE), "The offices of a person.")
            .like("[{ title = \"director\", at = \"harbour-board\", seen = 2026-05-18, source = \"Aju Press, 18 May 2026\" }]"),
        KeyGuide::new("wikidata", Holds::Text, "Its item on Wikidata.").like("\"Q42\""),
        KeyGuide::new("url", Holds::Text, "Its own page.").like("\"https://harbour.example\""),
        KeyGuide::new("disabled", Holds::Flag, "Hides an entry of the starter catalog.").or("false"),
        KeyGuide::new(
            "tests",
            Holds::Tables(&TEST),
            "Sentences that show what is found, and what is not: “masthead catalog check” tries them.",
        )
        .like("[{ text = \"Two GTACs\", finds = \"\" }]"),
    ],
};

const FORM_KEY: KeyGuide = KeyGuide::new("form", Holds::Text, "The name.");
const SINCE: KeyGuide =
    KeyGuide::new("since", Holds::Date, "The first day, only where a source states it.").like("2026-05-26");
const UNTIL: KeyGuide =
    KeyGuide::new("until", Holds::Date, "The last day, only where a source states it.").like("2026-06-09");
const SEEN: KeyGuide =
    KeyGuide::new("seen", Holds::Date, "The date of the source that says so.").like("2026-05-28");
const SOURCE: KeyGuide = KeyGuide::new("source", Holds::Text, "Who says so.").like("\"ETNews, 28 May 2026\"");
const INFERRED: KeyGuide =
    KeyGuide::new("inferred", Holds::Flag, "No source says so: it follows from others.").or("false");
const NOTE: KeyGuide = KeyGuide::new("note", Holds::Text, "A remark that is shown beside it.");
const CASE: KeyGuide = KeyGuide::new("case", Holds::Word(CASES), "Whether capitals count.").or("\"any\"");
const UNSURE: KeyGuide =
    KeyGuide::new("unsure", Holds::Flag, "The desk is not sure of this form.").or("false");

/// A form with more to say of it.
pub(super) static FORM: TableGuide =
    TableGuide { what: "a name in the catalog", keys: &[FORM_KEY, SINCE, UNTIL, CASE, UNSURE, NOTE] };

/// A form that the desk rejects.
pub(super) static REJECTED: TableGuide = TableGuide {
    what: "a name in the catalog",
    keys: &[
        FORM_KEY,
        SINCE,
        UNTIL,
        CASE,
        KeyGuide::new(
            "severity",
            Holds::Word(SEVERITIES),
            "How serious this name is, where it differs from the rule.",
        ),
        UNSURE,
        NOTE,
    ],
};

/// A `broader` that is no mere id.
pub(super) static BROADER: TableGuide = TableGuide {
    what: "“broader”",
    keys: &[KeyGuide::new("target", Holds::Id, "The wider entry."), INFERRED],
};

/// One of `relations`.
pub(super) static RELATION: TableGuide = TableGuide {
    what: "a relation",
    keys: &[
        KeyGuide::new(
            "type",
            Holds::Relation,
            "How they belong together. A word of your own serves too: lower case, with hyphens.",
        )
        .like("\"run-by\""),
        KeyGuide::new("target", Holds::Id, "The other entry.").like("\"openai\""),
        SEEN,
        SINCE,
        UNTIL,
        SOURCE,
        INFERRED,
        NOTE,
    ],
};

/// One of `roles`.
pub(super) static ROLE: TableGuide = TableGuide {
    what: "a role",
    keys: &[
        KeyGuide::new("title", Holds::Text, "The office.").like("\"chief executive\""),
        KeyGuide::new("at", Holds::IdOrText, "Where: an entry's id, or words for what has no entry.")
            .like("\"openai\""),
        SEEN,
        SINCE,
        UNTIL,
        SOURCE,
        NOTE,
    ],
};

/// One of `tests`.
pub(super) static TEST: TableGuide = TableGuide {
    what: "a test",
    keys: &[
        KeyGuide::new("text", Holds::Text, "A sentence. It is read as a whole article.")
            .like("\"Korea joined GTAC.\""),
        KeyGuide::new(
            "finds",
            Holds::Text,
            "What is found of this entry there: a text, a list in order, or \"\" for nothing.",
        )
        .like("\"GTAC\""),
    ],
};

/// What an entry may be.
pub(super) const KINDS: &[Word] = &[
    word(Kind::Person.name(), "somebody"),
    word(Kind::Organization.name(), "a company, public body, party, university, outlet"),
    word(Kind::Program.name(), "a programme or project that somebody runs"),
    word(Kind::Product.name(), "something that is made or sold"),
    word(Kind::Model.name(), "an AI model"),
    word(Kind::Law.name(), "a law, act or treaty"),
    word(Kind::Place.name(), "a country, city, district"),
    word(Kind::Event.name(), "a summit, fair, exercise"),
    word(Kind::Term.name(), "a word of the trade; no name, and never completed"),
    word(Kind::Title.name(), "an office such as “second vice minister”; never completed"),
];

/// Where the surname stands.
pub(super) const FAMILY_NAMES: &[Word] =
    &[word("first", "the first word, as in Ryu Je-myung"), word("last", "the last word, as in Jason Kwon")];

/// How sure the desk is.
pub(super) const STATUSES: &[Word] = &[
    word("sure", "as other entries"),
    word("unsure", "findings are information, and nothing is mended unasked"),
];

/// Whether capitals count.
pub(super) const CASES: &[Word] = &[word("exact", "only this very case"), word("any", "in any case")];

#[cfg(test)]
mod tests {
    use super::super::entity::Kind;
    use super::super::notation::INNER_KEYS;
    use super::super::parse::parse;
    use super::{BROADER, ENTRY, KINDS, REJECTED, RELATION, ROLE, TEST};
    use crate::config::TableGuide;
    use std::path::Path;

    /// Where each table stands in an entry: what comes before its keys, and behind them.
    const TABLES: [(&TableGuide, &str, &str); 6] = [
        (&ENTRY, "", ""),
        (&REJECTED, "avoid = [{ ", " }]"),
        (&BROADER, "broader = { ", " }"),
        (&RELATION, "relations = [{ ", " }]"),
        (&ROLE, "roles = [{ ", " }]"),
        (&TEST, "tests = [{ ", " }]"),
    ];

    /// What is wrong with an entry whose table has `value` for `key`: what it is about, and what is said.
    fn faults(
        (_, before, behind): (&TableGuide, &str, &str),
        key: &str,
        value: &str,
    ) -> Vec<(String, String)> {
        let id = if key == "id" { "" } else { "id = \"x\"\n" };
        let text = format!("[[entity]]\n{id}{before}{key} = {value}{behind}\n");
        let found = parse(Path::new("a.toml"), &text, false).faults;
        found.into_iter().map(|fault| (fault.span.of(&text).to_owned(), fault.message)).collect()
    }

    #[test]
    fn every_key_that_is_told_of_is_read() {
        for table in TABLES {
            for key in table.0.keys {
                // A number with a fraction is nothing that any key takes.
                let found = faults(table, key.name, "1.5");
                assert!(found.iter().any(|(about, _)| about == "1.5"), "{}: {found:?}", key.name);
                assert!(!found.iter().any(|(_, said)| said.contains("is not a key")), "{found:?}");
                assert!(key.about.ends_with('.'), "{}", key.about);
            }
        }
    }

    #[test]
    fn examples_and_defaults_have_no_mistakes() {
        for table in TABLES {
            for key in table.0.keys {
                for value in key.default.into_iter().chain(key.example) {
                    let of_value = |(about, _): &(String, String)| value.contains(about.as_str());
                    let found = faults(table, key.name, value);
                    // Other keys of its table may be missing, which is told of the whole.
                    assert!(!found.iter().any(of_value), "{} = {value}: {found:?}", key.name);
                }
            }
        }
    }

    #[test]
    fn every_kind_is_explained_and_every_inner_key_has_its_place() {
        assert_eq!(KINDS.iter().map(|kind| kind.word).collect::<Vec<_>>(), Kind::ALL.map(Kind::name));
        let inner = TABLES.iter().skip(1).flat_map(|(table, ..)| table.names());
        inner.for_each(|key| assert!(INNER_KEYS.contains(&key), "{key}"));
    }
}
