//! The keys of `masthead.toml`.

use super::guide::{Holds, KeyGuide, TableGuide, Word, word};

/// All of `masthead.toml`.
pub static SETTINGS: TableGuide = TableGuide {
    what: "masthead.toml: it has [files], [catalog], [style], [editor], [diagnostics], [rules] and [[ignore]]",
    keys: &[
        KeyGuide::new("files", Holds::Table(&FILES), "Which files are articles."),
        KeyGuide::new("catalog", Holds::Table(&CATALOG), "Which names are known."),
        KeyGuide::new("style", Holds::Table(&STYLE), "House style, as far as rules follow it."),
        KeyGuide::new("editor", Holds::Table(&EDITOR), "What an editor shows beside the text."),
        KeyGuide::new(
            "rules",
            Holds::Rules(&LEVELS),
            "How serious the findings of each rule are. “masthead explain RULE” shows what a rule finds.",
        ),
        KeyGuide::new("diagnostics", Holds::Table(&DIAGNOSTICS), "What an editor reports unasked."),
        KeyGuide::new(
            "ignore",
            Holds::Tables(&IGNORE),
            "What you chose to accept: findings that fit all keys given here. “Ignore here” in an editor adds such a part.",
        ),
    ],
};

pub(super) static FILES: TableGuide = TableGuide {
    what: "[files]",
    keys: &[
        KeyGuide::new("include", Holds::Texts, "Which files are articles: patterns as in a .gitignore.")
            .or(r#"["**/*.md", "**/*.markdown", "**/*.txt"]"#),
        KeyGuide::new(
            "exclude",
            Holds::Texts,
            "Files among them that are no articles. A .gitignore counts too.",
        )
        .or("[]")
        .like(r#"["archive/", "*.draft.md"]"#),
        KeyGuide::new("max-size", Holds::Text, "Larger files are left out.").or(r#""2 MB""#),
    ],
};

pub(super) static CATALOG: TableGuide = TableGuide {
    what: "[catalog]",
    keys: &[
        KeyGuide::new(
            "paths",
            Holds::Texts,
            "Where the names that you know are written down. “masthead catalog fmt” keeps these files tidy.",
        )
        .or(r#"["catalog/*.toml"]"#),
        KeyGuide::new("starter", Holds::Flag, "The names that come with Masthead; false uses yours alone.")
            .or("true"),
    ],
};

pub(super) static STYLE: TableGuide = TableGuide {
    what: "[style]",
    keys: &[
        KeyGuide::new("acronyms", Holds::Word(HABITS), "How an acronym is introduced.").or(r#""reuters""#),
        KeyGuide::new(
            "exempt",
            Holds::Texts,
            "Acronyms that need no long form here, besides AI, CEO, NATO and the like.",
        )
        .or("[]")
        .like(r#"["KOSDAQ"]"#),
    ],
};

pub(super) static EDITOR: TableGuide = TableGuide {
    what: "[editor]",
    keys: &[
        KeyGuide::new("inlay-hints", Holds::Flag, "Who a surname is, in grey behind it.").or("false"),
        KeyGuide::new(
            "code-lens",
            Holds::Flag,
            "How often a name stands in these articles, above its first reference.",
        )
        .or("false"),
        KeyGuide::new(
            "cache",
            Holds::Flag,
            "Names of a large folder are kept in your cache folder, so that the next start is quick.",
        )
        .or("true"),
    ],
};

pub(super) static DIAGNOSTICS: TableGuide = TableGuide {
    what: "[diagnostics]",
    keys: &[KeyGuide::new("scope", Holds::Word(SCOPES), "Of which articles an editor shows the findings.")
        .or(r#""open""#)],
};

pub(super) static IGNORE: TableGuide = TableGuide {
    what: "[[ignore]]",
    keys: &[
        KeyGuide::new(
            "path",
            Holds::Text,
            "The article or its folder: a path from here, or a pattern for several.",
        )
        .like(r#""2026/05/27/talks.md""#),
        KeyGuide::new("rule", Holds::Rule, "The rule whose findings are accepted.").like(r#""avoided-name""#),
        KeyGuide::new("text", Holds::Text, "The words that the finding is about.").like(r#""Open AI""#),
        KeyGuide::new("reason", Holds::Text, "Why, for whoever reads this next year.")
            .like(r#""the title of a book""#),
    ],
};

const HABITS: &[Word] = &[
    word("reuters", "Korea Internet & Security Agency (KISA) at first, then KISA"),
    word("ap", "no acronym in brackets"),
];

const SCOPES: &[Word] = &[word("open", "of those that are open"), word("folder", "of all in the folder")];

/// What a rule may be set to.
pub(super) const LEVELS: [Word; 5] = [
    word("error", "“masthead check” fails"),
    word("warning", "underlined; “masthead check” fails"),
    word("information", "underlined, worth a look"),
    word("hint", "a faint mark, not listed"),
    word("off", "not reported"),
];

/// How serious a finding may be.
pub const SEVERITIES: &[Word] = LEVELS.split_at(4).0;

#[cfg(test)]
mod tests {
    use super::super::guide::{Holds, TableGuide};
    use super::super::settings::Config;
    use super::SETTINGS;

    /// The tables that masthead.toml has, each with its header.
    fn tables() -> impl Iterator<Item = (String, &'static TableGuide)> {
        SETTINGS.keys.iter().filter_map(|key| match key.holds {
            Holds::Table(table) => Some((format!("[{}]", key.name), table)),
            Holds::Tables(table) => Some((format!("[[{}]]", key.name), table)),
            _ => None,
        })
    }

    #[test]
    fn what_is_told_as_default_is_the_default() {
        for (header, table) in tables() {
            for key in table.keys {
                let Some(default) = key.default else { continue };
                let text = format!("{header}\n{} = {default}\n", key.name);
                let (config, faults) = Config::parse(&text);
                assert_eq!(faults, [], "{text}");
                assert_eq!(config, Config { asked: config.asked, ..Config::default() }, "{text}");
            }
        }
    }

    #[test]
    fn every_key_that_is_told_of_is_read() {
        for (header, table) in tables() {
            for key in table.keys {
                // A number with a fraction is nothing that any key takes.
                let text = format!("{header}\n{} = 1.5\n", key.name);
                let faults = Config::parse(&text).1;
                assert_eq!(faults.len(), 1, "{text}");
                assert_eq!(faults[0].span.of(&text), "1.5", "{text}");
                assert!(faults[0].message.starts_with(&format!("“{}” needs", key.name)), "{faults:?}");
                assert!(key.about.ends_with('.'), "{}", key.about);
            }
        }
    }
}
