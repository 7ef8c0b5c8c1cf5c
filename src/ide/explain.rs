//! What a rule is about, for somebody who has just met it.

use crate::rules::find_rule;

/// What the rule finds and why, in a few sentences: how its page begins. `None` where there is no such rule.
pub fn explain(rule: &str) -> Option<String> {
    let rule = find_rule(rule)?;
    // The rule's name is the first paragraph, what it finds the second, and why the third.
    let paragraphs = rule.page().split("\n\n").skip(1).take(2);
    let words: Vec<&str> = paragraphs.flat_map(str::split_whitespace).collect();
    Some(format!("{}: {}", rule.name(), words.join(" ")))
}

#[cfg(test)]
mod tests {
    use super::explain;
    use crate::rules::RULES;

    #[test]
    fn every_rule_is_explained_in_plain_words() {
        for rule in RULES {
            let said = explain(rule.name()).unwrap();
            let (name, words) = said.split_once(": ").unwrap();
            assert_eq!(name, rule.name());
            assert!(words.starts_with(rule.summary()) && words.len() > rule.summary().len(), "{said}");
            assert!(words.ends_with('.') && !words.contains(['*', '#', '[']), "{said}");
        }
        assert_eq!(explain("no-such-rule"), None);
    }
}
