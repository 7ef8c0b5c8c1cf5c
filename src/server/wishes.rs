//! What a person asks for in the settings of the editor: how findings come, and what stands beside the text. What is a
//! finding is the folder's matter alone, so that editor and `masthead check` agree.

use super::client::Client;
use crate::config::{Scope, nearest};
use serde_json::{Map, Value};
use tower_lsp::ls_types::MessageType;

/// A person's settings. They win over the folder's `masthead.toml`, which holds where they say nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Wishes {
    /// How findings come.
    pub(super) mode: Option<Mode>,
    /// Of which articles they are shown.
    pub(super) scope: Option<Scope>,
    /// Who a surname is stands behind it.
    pub(super) inlay_hints: Option<bool>,
    /// How often a name stands in the folder stands above it.
    pub(super) code_lens: Option<bool>,
    /// What is wrong with the settings, each in a sentence.
    faults: Vec<String>,
}

/// How findings come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Mode {
    /// They are sent as they come.
    #[default]
    Push,
    /// The client asks for them.
    Pull,
}

/// The section that is ours among a client's settings.
const SECTION: &str = "masthead";

/// A setting.
struct Setting {
    /// Below the section.
    name: &'static str,
    /// The words that it may be; a setting without any is true or false.
    words: &'static [&'static str],
    /// Takes a value that was found to be in order.
    take: fn(&mut Wishes, &Value),
}

const SETTINGS: [Setting; 4] = [
    Setting {
        name: "diagnostics.mode",
        words: &["push", "pull"],
        take: |wishes, value| wishes.mode = Some(if value == "pull" { Mode::Pull } else { Mode::Push }),
    },
    Setting {
        name: "diagnostics.scope",
        words: &["open", "folder"],
        take: |wishes, value| {
            wishes.scope = Some(if value == "folder" { Scope::Folder } else { Scope::Open });
        },
    },
    Setting {
        name: "editor.inlayHints",
        words: &[],
        take: |wishes, value| wishes.inlay_hints = value.as_bool(),
    },
    Setting { name: "editor.codeLens", words: &[], take: |wishes, value| wishes.code_lens = value.as_bool() },
];

/// What stands in the section, or beside it in the options of a start, and is the client's own matter.
const CLIENTS_OWN: [&str; 3] = ["path", "trace.server", "rulePages"];

impl Wishes {
    /// What the options say that a client gives at the start: the settings themselves, or their section.
    pub(super) fn at_start(options: Option<&Value>) -> Wishes {
        let section = options.and_then(|options| options.get(SECTION));
        section.or(options.filter(|options| options.is_object())).map(Wishes::read).unwrap_or_default()
    }

    /// What a client pushes later, which takes the place of all that was said before; `None` where it speaks of other
    /// programs only. Some push our section alone, without its name.
    pub(super) fn pushed(settings: &Value) -> Option<Wishes> {
        let known = |name: &String| {
            let ours = SETTINGS.iter().map(|setting| setting.name).chain(CLIENTS_OWN);
            ours.filter_map(|own| own.split('.').next())
                .any(|first| first == name.split('.').next().unwrap_or(""))
        };
        let bare = || settings.as_object().is_some_and(|all| !all.is_empty() && all.keys().all(known));
        // "masthead.editor.codeLens", as it stands in a settings file.
        let dotted = || {
            let own = |(name, value): (&String, &Value)| {
                Some((name.strip_prefix(SECTION)?.strip_prefix('.')?.to_owned(), value.clone()))
            };
            let own: Map<String, Value> = settings.as_object()?.iter().filter_map(own).collect();
            (!own.is_empty()).then_some(Value::Object(own))
        };
        match settings.get(SECTION).or_else(|| bare().then_some(settings)) {
            Some(section) => Some(Wishes::read(section)),
            None => dotted().as_ref().map(Wishes::read),
        }
    }

    fn read(section: &Value) -> Wishes {
        let mut wishes = Wishes::default();
        let mut found = Vec::new();
        flatten("", section, &mut found);
        for (name, value) in found {
            match SETTINGS.iter().find(|setting| setting.name == name) {
                Some(setting) => setting.read(value, &mut wishes),
                None if CLIENTS_OWN.contains(&name.as_str()) => {}
                None if name.is_empty() => {
                    wishes.faults.push(format!("“{SECTION}” is a group of settings, not {value}."));
                }
                None => {
                    let meant = nearest(&name, SETTINGS.iter().map(|setting| setting.name));
                    let meant = meant.map(|meant| format!(": did you mean “{SECTION}.{meant}”?"));
                    let end = meant.unwrap_or_else(|| ".".to_owned());
                    wishes.faults.push(format!("There is no setting “{SECTION}.{name}”{end}"));
                }
            }
        }
        wishes
    }

    /// The same, taken up after `before`: what is settled at the start stays as it was then.
    pub(super) fn after(mut self, before: &Wishes) -> Wishes {
        if self.mode.unwrap_or_default() != before.mode.unwrap_or_default() {
            let name = SETTINGS[0].name;
            self.faults.push(format!(
                "“{SECTION}.{name}” counts from the next start of the server, where the editor gives it with its first message."
            ));
        }
        self.mode = before.mode;
        self
    }

    /// Tells the person what is wrong with their settings, unless it is what was wrong with them `before`.
    pub(super) fn complain(&self, before: &[String], client: &Client) {
        if !self.faults.is_empty() && self.faults != before {
            let others = "The other settings count.";
            client.show(MessageType::WARNING, format!("Masthead: {} {others}", self.faults.join(" ")));
        }
    }

    /// What is wrong with the settings.
    pub(super) fn faults(&self) -> &[String] {
        &self.faults
    }
}

impl Setting {
    /// Takes a value; one that it cannot be is a fault. Null says nothing.
    fn read(&self, value: &Value, wishes: &mut Wishes) {
        let fits = match self.words {
            [] => value.is_boolean(),
            words => value.as_str().is_some_and(|word| words.contains(&word)),
        };
        if fits {
            (self.take)(wishes, value);
        } else if !value.is_null() {
            let needs = match self.words {
                [] => "true or false".to_owned(),
                words => words.iter().map(|word| format!("“{word}”")).collect::<Vec<_>>().join(" or "),
            };
            wishes.faults.push(format!("“{SECTION}.{}” is {needs}, not {value}.", self.name));
        }
    }
}

/// The values of nested settings, each with its whole name, in the order of their names.
fn flatten<'v>(name: &str, value: &'v Value, found: &mut Vec<(String, &'v Value)>) {
    match value {
        Value::Object(inner) => {
            for (key, value) in inner {
                let name = if name.is_empty() { key.clone() } else { format!("{name}.{key}") };
                flatten(&name, value, found);
            }
        }
        Value::Null if name.is_empty() => {}
        _ => found.push((name.to_owned(), value)),
    }
}

#[cfg(test)]
mod tests {
    use super::{CLIENTS_OWN, Mode, SECTION, SETTINGS, Wishes};
    use crate::config::Scope;
    use serde_json::{Value, json};

    #[test]
    fn settings_come_nested_or_with_dots_in_a_section_or_bare() {
        let expected = Wishes {
            scope: Some(Scope::Folder),
            inlay_hints: Some(true),
            code_lens: Some(false),
            ..Wishes::default()
        };
        let nested =
            json!({"diagnostics": {"scope": "folder"}, "editor": {"inlayHints": true, "codeLens": false}});
        let dotted =
            json!({"diagnostics.scope": "folder", "editor.inlayHints": true, "editor": {"codeLens": false}});
        for section in [nested, dotted] {
            let whole = json!({"masthead": section, "pylsp": {"editor": 3}});
            for settings in [&section, &whole] {
                assert_eq!(Wishes::pushed(settings), Some(expected.clone()), "{settings}");
                assert_eq!(Wishes::at_start(Some(settings)), expected, "{settings}");
            }
        }
        let named = json!({"masthead.diagnostics.scope": "folder", "masthead.editor.inlayHints": true,
            "masthead.editor": {"codeLens": false}, "pylsp.editor": 3});
        assert_eq!(Wishes::pushed(&named), Some(expected));
    }

    #[test]
    fn what_says_nothing_of_masthead_changes_nothing() {
        for other in
            [json!(null), json!({}), json!([]), json!({"editor": {"fontSize": 3}, "pylsp": {}}), json!(7)]
        {
            assert_eq!(Wishes::pushed(&other), None, "{other}");
        }
        // This says that nothing is asked for.
        assert_eq!(Wishes::pushed(&json!({"masthead": null})), Some(Wishes::default()));
        assert_eq!(Wishes::at_start(None), Wishes::default());
    }

    #[test]
    fn a_mistake_costs_its_own_setting() {
        let wishes = Wishes::pushed(&json!({"masthead": {
            "path": "/opt/masthead", "trace": {"server": "off"}, "rules": {"name-form": "off"},
            "diagnostics": {"scope": "all", "mode": "pull"}, "editor": {"inlayHint": true, "codeLens": "yes"},
        }}));
        let wishes = wishes.expect("our section");
        assert_eq!((wishes.mode, wishes.scope, wishes.code_lens), (Some(Mode::Pull), None, None));
        assert_eq!(
            wishes.faults(),
            [
                "“masthead.diagnostics.scope” is “open” or “folder”, not \"all\".",
                "“masthead.editor.codeLens” is true or false, not \"yes\".",
                "There is no setting “masthead.editor.inlayHint”: did you mean “masthead.editor.inlayHints”?",
                "There is no setting “masthead.rules.name-form”.",
            ]
        );
    }

    #[test]
    fn how_findings_come_is_settled_at_the_start() {
        let start = Wishes::at_start(Some(&json!({"diagnostics": {"mode": "pull"}})));
        let later =
            Wishes::pushed(&json!({"masthead": {"editor": {"codeLens": true}}})).expect("our section");
        let later = later.after(&start);
        assert_eq!((later.mode, later.code_lens, later.faults().len()), (Some(Mode::Pull), Some(true), 1));
    }

    /// What VS Code offers in its settings is what the server knows, and what the client keeps for itself.
    #[test]
    fn the_extension_for_vs_code_has_the_same_settings() {
        let package: Value =
            serde_json::from_str(include_str!("../../editors/vscode/package.json")).expect("a package");
        let properties = &package["contributes"]["configuration"]["properties"];
        let names = properties.as_object().expect("settings").keys();
        let offered: Vec<&str> =
            names.filter_map(|name| name.strip_prefix(SECTION)?.strip_prefix('.')).collect();
        let own = |name: &&str| CLIENTS_OWN.contains(name);
        let mut known: Vec<&str> = SETTINGS.iter().map(|setting| setting.name).collect();
        known.extend(offered.iter().copied().filter(own));
        known.sort_unstable();
        let mut sorted = offered.clone();
        sorted.sort_unstable();
        assert_eq!(sorted, known);
        for setting in SETTINGS {
            let property = &properties[format!("{SECTION}.{}", setting.name)];
            // What is not set is left to masthead.toml.
            assert_eq!(property["default"], Value::Null, "{property}");
            let values: Vec<Value> = match setting.words {
                [] => vec![json!(true), json!(false), Value::Null],
                words => words.iter().map(|word| json!(word)).chain([Value::Null]).collect(),
            };
            assert_eq!(property["enum"], json!(values), "{property}");
            assert_eq!(
                property["enumDescriptions"].as_array().map(Vec::len),
                Some(values.len()),
                "{property}"
            );
        }
    }
}
