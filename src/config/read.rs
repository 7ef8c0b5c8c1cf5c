//! `masthead.toml` as text to settings.

use super::fields::{Fields, Log, Written, quoted};
use super::keys::{CATALOG, DIAGNOSTICS, EDITOR, FILES, IGNORE, LEVELS, SETTINGS, STYLE};
use super::nearest::nearest;
use super::settings::{Acronyms, Config, Ignore, RuleSetting, Scope};
use super::toml::{Table, Value, read_toml};
use crate::diagnostic::{Diagnostic, Severity};

const RULE: &str = "config";

impl Config {
    /// Reads the text of a `masthead.toml`. A faulty key is left at its default and reported at its place;
    /// the faults are in the order of the file. A file of nothing but `[[ignore]]`, as "ignore here" writes it,
    /// accepts findings and asks for none.
    pub fn parse(text: &str) -> (Config, Vec<Diagnostic>) {
        let mut config = Config::default();
        let mut faults = Vec::new();
        for part in read_toml(text, RULE) {
            let mut log = Log::new(RULE);
            config.read(&part.table, &mut log);
            faults.extend(part.settle(log.faults, text));
        }
        faults.sort_by_key(|fault| fault.span);
        config.asked |= config.ignores.is_empty();
        (config, faults)
    }

    fn read(&mut self, table: &Table, log: &mut Log) {
        let mut fields = Fields::new(table, &SETTINGS, log);
        if let Some(files) = fields.table("files") {
            self.asked = true;
            self.read_files(files.value, fields.log);
        }
        if let Some(catalog) = fields.table("catalog") {
            self.asked = true;
            self.read_catalog(catalog.value, fields.log);
        }
        if let Some(style) = fields.table("style") {
            self.asked = true;
            self.read_style(style.value, fields.log);
        }
        // What an editor shows is no question about the copy: nothing more is reported for it.
        if let Some(editor) = fields.table("editor") {
            self.read_editor(editor.value, fields.log);
        }
        if let Some(diagnostics) = fields.table("diagnostics") {
            self.read_diagnostics(diagnostics.value, fields.log);
        }
        if let Some(rules) = fields.table("rules") {
            self.asked = true;
            self.read_rules(rules.value, fields.log);
        }
        for ignore in fields.tables("ignore", IGNORE_EXAMPLE).into_iter().flat_map(|list| list.value) {
            self.read_ignore(&ignore, fields.log);
        }
        fields.finish();
    }

    fn read_files(&mut self, table: &Table, log: &mut Log) {
        let mut fields = Fields::new(table, &FILES, log);
        if let Some(globs) = fields.texts("include") {
            self.files.include = values(globs);
        }
        if let Some(globs) = fields.texts("exclude") {
            self.files.exclude = values(globs);
        }
        if let Some(item) = fields.item("max-size") {
            let size = match &item.value {
                Value::Number(bytes) => u64::try_from(*bytes).ok(),
                Value::Text(text) => parse_size(text),
                _ => None,
            };
            match size.filter(|bytes| *bytes > 0) {
                Some(bytes) => self.files.max_size = bytes,
                None => {
                    fields.log.fault(item.span, format!("“max-size” needs {SIZE_EXAMPLE}"));
                }
            }
        }
        fields.finish();
    }

    fn read_catalog(&mut self, table: &Table, log: &mut Log) {
        let mut fields = Fields::new(table, &CATALOG, log);
        if let Some(paths) = fields.texts("paths") {
            self.catalog.paths = values(paths);
        }
        if let Some(starter) = fields.flag("starter") {
            self.catalog.starter = starter.value;
        }
        fields.finish();
    }

    fn read_style(&mut self, table: &Table, log: &mut Log) {
        let mut fields = Fields::new(table, &STYLE, log);
        let habits = [("reuters", Acronyms::Reuters), ("ap", Acronyms::Ap)];
        if let Some(acronyms) = fields.word("acronyms", &habits) {
            self.style.acronyms = acronyms.value;
        }
        if let Some(exempt) = fields.texts("exempt") {
            self.style.exempt = values(exempt);
        }
        fields.finish();
    }

    fn read_editor(&mut self, table: &Table, log: &mut Log) {
        let mut fields = Fields::new(table, &EDITOR, log);
        if let Some(hints) = fields.flag("inlay-hints") {
            self.editor.inlay_hints = hints.value;
        }
        if let Some(lens) = fields.flag("code-lens") {
            self.editor.code_lens = lens.value;
        }
        if let Some(cache) = fields.flag("cache") {
            self.editor.cache = cache.value;
        }
        fields.finish();
    }

    fn read_diagnostics(&mut self, table: &Table, log: &mut Log) {
        let mut fields = Fields::new(table, &DIAGNOSTICS, log);
        if let Some(scope) = fields.word("scope", &[("open", Scope::Open), ("folder", Scope::Folder)]) {
            self.diagnostics.scope = scope.value;
        }
        fields.finish();
    }

    /// Which names are rules is not known here.
    fn read_rules(&mut self, table: &Table, log: &mut Log) {
        for (key, item) in &table.entries {
            let severity = match &item.value {
                Value::Text(text) => severity(text),
                _ => None,
            };
            match severity {
                Some(severity) => {
                    let setting = RuleSetting { severity, name_span: key.span };
                    self.rules.insert(key.name.clone(), setting);
                }
                None => {
                    let message =
                        format!("“{}” is “error”, “warning”, “information”, “hint” or “off”", key.name);
                    let meant = match &item.value {
                        Value::Text(text) => meant_level(text),
                        _ => None,
                    };
                    log.misspelt(item.span, message, meant, quoted);
                }
            }
        }
    }

    fn read_ignore(&mut self, table: &Written<&Table>, log: &mut Log) {
        let before = log.faults.len();
        let mut fields = Fields::new(table.value, &IGNORE, log);
        let rule = fields.text("rule");
        let ignore = Ignore {
            path: fields.text("path").map(|t| t.value),
            rule_span: rule.as_ref().map(|t| t.span),
            rule: rule.map(|t| t.value),
            text: fields.text("text").map(|t| t.value),
            reason: fields.text("reason").map(|t| t.value),
        };
        fields.finish();
        if log.faults.len() > before {
            return;
        }
        if ignore.path.is_none() && ignore.rule.is_none() && ignore.text.is_none() {
            log.fault(table.span, "this would accept every finding: give a path, a rule or a text");
            return;
        }
        self.ignores.push(ignore);
    }
}

const SIZE_EXAMPLE: &str = "a size, as in \"2 MB\", \"500 KB\" or a number of bytes";
const IGNORE_EXAMPLE: &str = "[[ignore]] with rule = \"…\" and path = \"…\"";

fn values(texts: Written<Vec<Written<String>>>) -> Vec<String> {
    texts.value.into_iter().map(|t| t.value).collect()
}

/// The severity that was perhaps meant: as other programs shorten it, "warn" or "info", else by a slip.
fn meant_level(text: &str) -> Option<&'static str> {
    let levels = || LEVELS.iter().map(|severity| severity.word);
    let short = || levels().find(|level| text.len() >= 3 && level.starts_with(&text.to_lowercase()));
    short().or_else(|| nearest(text, levels()))
}

/// `None` for a word that is no severity, `Some(None)` for "off".
fn severity(word: &str) -> Option<Option<Severity>> {
    if word == "off" {
        return Some(None);
    }
    Severity::ALL.into_iter().find(|s| s.name() == word).map(Some)
}

/// "2 MB", "500KB", "1.5 MB", "300 B", "4096": decimal units, as file managers count.
fn parse_size(text: &str) -> Option<u64> {
    let text = text.trim();
    let digits = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    let (number, unit) = text.split_at(digits);
    let factor = match unit.trim().to_ascii_uppercase().as_str() {
        "" | "B" => 1.0,
        "KB" | "K" => 1e3,
        "MB" | "M" => 1e6,
        "GB" | "G" => 1e9,
        _ => return None,
    };
    // A cast from a float saturates, so no size can overflow.
    number.parse::<f64>().ok().map(|n| (n * factor).round() as u64)
}

#[cfg(test)]
mod tests {
    use super::super::settings::Editor;
    use super::{Config, parse_size};
    use crate::diagnostic::Severity;

    fn faults(text: &str) -> Vec<(&str, String)> {
        Config::parse(text).1.iter().map(|fault| (fault.span.of(text), fault.message.clone())).collect()
    }

    #[test]
    fn every_key_is_read() {
        let text = "\u{feff}[files]\r\ninclude = [\"news/*.txt\"]\r\nexclude = [\"old/\"]\r\nmax-size = \"500 KB\"\r\n\
                    [catalog]\r\npaths = [\"who/*.toml\"]\r\nstarter = false\r\n[style]\r\nacronyms = \"ap\"\r\n\
                    exempt = [\"뉴스\"]\r\n[editor]\r\ninlay-hints = true\r\ncode-lens = true\r\ncache = false\r\n[rules]\r\nunknown-name = \"hint\"\r\nlate-acronym = \"off\"\r\n\
                    [diagnostics]\r\nscope = \"folder\"\r\n[[ignore]]\r\nrule = \"name-form\"\r\npath = \"a.md\"\r\ntext = \"X\"\r\nreason = \"why\"\r\n";
        let (config, found) = Config::parse(text);
        assert_eq!(found, vec![]);
        assert_eq!(config.editor, Editor { inlay_hints: true, code_lens: true, cache: false });
        assert!(config.asked && !config.catalog.starter && config.exempt("뉴스"));
        assert_eq!(config.files.include, ["news/*.txt"]);
        assert_eq!(config.files.exclude, ["old/"]);
        assert_eq!(config.files.max_size, 500_000);
        assert_eq!(config.catalog.paths, ["who/*.toml"]);
        assert_eq!(config.rules["unknown-name"].severity, Some(Severity::Hint));
        assert_eq!(config.rules["late-acronym"].severity, None);
        assert_eq!(config.rules["late-acronym"].name_span.of(text), "late-acronym");
        assert_eq!(config.diagnostics.scope, super::Scope::Folder);
        assert_eq!(config.ignores[0].rule_span.map(|span| span.of(text)), Some("\"name-form\""));
        assert_eq!(config.ignores[0].reason.as_deref(), Some("why"));
    }

    #[test]
    fn all_faults_come_at_once_and_the_rest_is_in_use() {
        let text = "[file]\n[files]\ninclud = []\nmax-size = \"big\"\nexclude = \"x\"\n[style]\nacronyms = \"AP\"\n\
                    exempt = [\"A\", 1]\n[rules]\nx = \"warn\"\ny = \"warning\"\n[[ignore]]\nreason = \"r\"\n[catalog]\nstarter = 1\n";
        let list = "“x” is “error”, “warning”, “information”, “hint” or “off”";
        let expected = [
            (
                "file",
                "“file” is not a key of masthead.toml: it has [files], [catalog], [style], [editor], [diagnostics], [rules] and [[ignore]]",
            ),
            ("includ", "“includ” is not a key of [files]"),
            ("\"big\"", "“max-size” needs a size, as in \"2 MB\", \"500 KB\" or a number of bytes"),
            ("\"x\"", "“exclude” needs a list of texts, as in [\"one\", \"two\"]"),
            ("\"AP\"", "“acronyms” is “reuters” or “ap”, not “AP”"),
            ("1", "“exempt” is a list of texts: this is none"),
            ("\"warn\"", list),
            ("[[ignore]]", "this would accept every finding: give a path, a rule or a text"),
            ("1", "“starter” needs true or false, without quotes"),
        ];
        assert_eq!(faults(text), expected.map(|(at, message)| (at, message.to_owned())));
        let config = Config::parse(text).0;
        assert_eq!(config.rules["y"].severity, Some(Severity::Warning));
        assert_eq!(config.style.exempt, ["A"]);
        assert_eq!(config.files, Config::default().files);
        let fixes =
            Config::parse(text).1.into_iter().filter_map(|fault| Some(fault.fixes.first()?.title.clone()));
        let meant = ["files", "include", "ap", "warning"].map(|word| format!("replace with “{word}”"));
        assert_eq!(fixes.collect::<Vec<_>>(), meant);
    }

    #[test]
    fn what_an_editor_shows_is_told_from_what_is_asked_of_the_copy() {
        assert_eq!(
            faults("[editor]\ninlay-hint = true\ncode-lens = \"on\"\n"),
            [
                ("inlay-hint", "“inlay-hint” is not a key of [editor]".to_owned()),
                ("\"on\"", "“code-lens” needs true or false, without quotes".to_owned()),
            ]
        );
        let config = Config::parse("[editor]\ncode-lens = true\n[[ignore]]\nrule = \"name-form\"\n").0;
        assert!(config.editor.code_lens && !config.editor.inlay_hints && !config.asked);
    }

    #[test]
    fn a_list_that_is_never_closed_costs_its_own_table() {
        let text = "[files]\ninclude = [\"a\"\n\n[style]\nacronyms = \"ap\"\n\n[rules]\nx = \"y\"\n";
        let found = faults(text);
        assert_eq!(found.len(), 2, "{found:?}");
        assert_eq!(found[0], ("[\"a\"", "this list is never closed: “]” is missing".to_owned()));
        assert_eq!(found[1].0, "\"y\"");
        assert_eq!(Config::parse(text).0.style.acronyms, super::Acronyms::Ap);
    }

    #[test]
    fn nothing_panics() {
        for text in [
            "",
            "\u{feff}",
            "[",
            "[[",
            "[[ignore",
            "a.b.c",
            "\r",
            "\0",
            "=",
            "[rules]\n= 3",
            "[files]\n[[files]]\n",
            "한=글",
        ] {
            let _ = Config::parse(text);
        }
        let deep = format!("a = {}", "[".repeat(100_000));
        assert!(!Config::parse(&deep).1.is_empty());
        let dotted = format!("a{} = 1", ".a".repeat(100_000));
        assert!(!Config::parse(&dotted).1.is_empty());
    }

    #[test]
    fn sizes_are_decimal() {
        let sizes = ["2 MB", "500KB", "1.5 mb", "300 B", "4096", "1 GB"].map(parse_size);
        assert_eq!(sizes, [2_000_000, 500_000, 1_500_000, 300, 4096, 1_000_000_000].map(Some));
        assert_eq!(["", "MB", "2 TB", "-1", "1.2.3"].map(parse_size), [None; 5]);
    }
}
