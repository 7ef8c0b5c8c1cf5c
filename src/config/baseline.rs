//! The findings that were there when a desk began with Masthead: listed in a file, and not reported again.

use super::fields::{Log, quoted};
use super::toml::{Item, Table, Value, read_toml};
use crate::diagnostic::Diagnostic;
use std::collections::BTreeMap;
use std::fmt::Write;
use toml_edit::Key;

/// The file's name. It stands beside `masthead.toml`.
pub const BASELINE_NAME: &str = "masthead-baseline.toml";

/// What the file says of itself.
const HEAD: &str = "\
# Findings that were there when this list was written: editor and `masthead check` do not report them.
# A finding is known by its article, its rule and the words it is about, wherever they stand in the article.
# To write the list anew: masthead check --write-baseline
";

/// Findings that are known and not reported: for each article, seen from the root and with \"/\", the words that each
/// rule finds. Words that are listed twice are accepted twice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline {
    articles: BTreeMap<String, BTreeMap<String, Vec<String>>>,
}

impl Baseline {
    /// Reads the text of a baseline. What is faulty is left out and reported at its place, in the order of the file.
    pub fn parse(text: &str) -> (Baseline, Vec<Diagnostic>) {
        let (mut baseline, mut faults) = (Baseline::default(), Vec::new());
        for part in read_toml(text, "config") {
            let mut log = Log::new("config");
            for (article, item) in &part.table.entries {
                baseline.read(&article.name, item, &mut log);
            }
            faults.extend(part.settle(log.faults, text));
        }
        (baseline, faults)
    }

    fn read(&mut self, article: &str, item: &Item, log: &mut Log) {
        let Value::Table(Table { entries }) = &item.value else {
            log.fault(item.span, format!("“{article}” needs the rules of an article: [\"{article}\"]"));
            return;
        };
        for (rule, item) in entries {
            let Value::List(words) = &item.value else {
                let needs = "needs a list of the words found, as in [\"one\", \"two\"]";
                log.fault(item.span, format!("“{}” {needs}", rule.name));
                continue;
            };
            for word in words {
                match &word.value {
                    Value::Text(text) => self.accept(article, &rule.name, text.clone()),
                    _ => drop(
                        log.fault(word.span, format!("“{}” is a list of texts: this is none", rule.name)),
                    ),
                }
            }
        }
    }

    /// The text that [`Baseline::parse`] reads: articles and rules sorted, the words in the order of the article.
    pub fn to_toml(&self) -> String {
        let mut text = HEAD.to_owned();
        for (article, rules) in &self.articles {
            let _ = write!(text, "\n[{}]\n", Key::new(article).display_repr());
            for (rule, words) in rules {
                let words: Vec<String> = words.iter().map(|words| quoted(words)).collect();
                let _ = writeln!(text, "{} = [{}]", Key::new(rule).display_repr(), words.join(", "));
            }
        }
        text
    }

    /// Accepts one finding of `rule` on `words` in `article`.
    pub fn accept(&mut self, article: &str, rule: &str, words: String) {
        self.articles.entry(article.to_owned()).or_default().entry(rule.to_owned()).or_default().push(words);
    }

    /// Drops all that was accepted in the articles that `is_gone` tells.
    pub fn forget(&mut self, is_gone: impl Fn(&str) -> bool) {
        self.articles.retain(|article, _| !is_gone(article));
    }

    /// What is accepted in `article`: the words by rule.
    pub fn of(&self, article: &str) -> Option<&BTreeMap<String, Vec<String>>> {
        self.articles.get(article)
    }

    /// The articles in which something is accepted, sorted.
    pub fn articles(&self) -> impl Iterator<Item = &str> {
        self.articles.keys().map(String::as_str)
    }

    /// True when nothing is accepted.
    pub fn is_empty(&self) -> bool {
        self.articles.is_empty()
    }

    /// How many findings are accepted in `article`.
    pub fn count(&self, article: &str) -> usize {
        self.of(article).map_or(0, |rules| rules.values().map(Vec::len).sum())
    }
}

#[cfg(test)]
mod tests {
    use super::Baseline;

    #[test]
    fn what_is_written_is_read_again() {
        let mut baseline = Baseline::default();
        for (article, rule, words) in [
            ("old/ferry 1.md", "name-variant", "Nordhavn \"Lines\""),
            ("old/ferry 1.md", "undefined-acronym", "NL"),
            ("old/ferry 1.md", "undefined-acronym", "NL"),
            ("수산.txt", "avoided-name", "류 제명's"),
            ("a\nb.md", "avoided-name", "x\\y"),
        ] {
            baseline.accept(article, rule, words.to_owned());
        }
        let text = baseline.to_toml();
        assert_eq!(Baseline::parse(&text), (baseline.clone(), vec![]), "{text}");
        assert_eq!(baseline.count("old/ferry 1.md"), 3);
        baseline.forget(|article| article.starts_with("old/"));
        assert_eq!((baseline.count("old/ferry 1.md"), baseline.is_empty()), (0, false));
    }

    #[test]
    fn a_mistake_costs_its_own_line() {
        let text = "[\"a.md\"]\nname-form = [\"x\", 1]\nlate-acronym = 3\n[b]\nname-form = [\"y\"]\n";
        let (baseline, faults) = Baseline::parse(text);
        assert_eq!((baseline.count("a.md"), baseline.count("b")), (1, 1));
        let places: Vec<&str> = faults.iter().map(|fault| fault.span.of(text)).collect();
        assert_eq!(places, ["1", "3"]);
        let (baseline, faults) = Baseline::parse("<<<<<<< ours\n[\"a.md\"]\nname-form = [\"x\"]\n=======\n");
        assert!(!faults.is_empty());
        drop(baseline);
    }
}
