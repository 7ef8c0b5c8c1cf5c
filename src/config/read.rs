//! `masthead.toml` as text to settings.

use super::fields::{Fields, Log, Written, quoted};
use super::nearest::nearest;
use super::settings::{Acronyms, Config, Ignore, RuleSetting};
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
        let mut fields = Fields::new(table, FILE, log);
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
        let mut fields = Fields::new(table, "[files]", log);
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
        let mut fields = Fields::new(table, "[catalog]", log);
        if let Some(paths) = fields.texts("paths") {
            self.catalog.paths = values(paths);
        }
        if let Some(starter) = fields.flag("starter") {
            self.catalog.starter = starter.value;
        }
        fields.finish();
    }

    fn read_style(&mut self, table: &Table, log: &mut Log) {
        let mut fields = Fields::new(table, "[style]", log);
        let habits = [("reuters", Acronyms::Reuters), ("ap", Acronyms::Ap)];
        if let Some(acronyms) = fields.word("acronyms", &habits) {
            self.style.acronyms = acronyms.value;
        }
        if let Some(exempt) = fields.texts("exempt") {
            self.style.exempt = values(exempt);
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
                        Value::Text(text) => nearest(text, SEVERITIES),
                        _ => None,
                    };
                    log.misspelt(item.span, message, meant, quoted);
                }
            }
        }
    }

    fn read_ignore(&mut self, table: &Written<&Table>, log: &mut Log) {
        let before = log.faults.len();
        let mut fields = Fields::new(table.value, "[[ignore]]", log);
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

const FILE: &str = "masthead.toml: it has [files], [catalog], [style], [rules] and [[ignore]]";
const SIZE_EXAMPLE: &str = "a size, as in \"2 MB\", \"500 KB\" or a number of bytes";
const IGNORE_EXAMPLE: &str = "[[ignore]] with rule = \"…\" and path = \"…\"";

fn values(texts: Written<Vec<Written<String>>>) -> Vec<String> {
    texts.value.into_iter().map(|t| t.value).collect()
}

const SEVERITIES: [&str; 5] = ["error", "warning", "information", "hint", "off"];

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
