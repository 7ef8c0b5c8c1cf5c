//! `masthead explain`: the page of a rule, or all rules with a line each.

use super::words::severity_or_off;
use crate::rules::{RULES, find_rule};
use anyhow::{Context, Result};
use std::io::Write;

/// Prints the page of `rule`, or the list of all rules.
pub(super) fn explain(rule: Option<&str>, out: &mut dyn Write) -> Result<u8> {
    match rule {
        // The page is Markdown made for people, and reads well as it is.
        Some(name) => {
            let rule = find_rule(name).with_context(|| format!("there is no rule “{name}”"))?;
            writeln!(out, "{}", rule.page().trim_end())?;
        }
        None => {
            let width = RULES.iter().map(|rule| rule.name().len()).max().unwrap_or(0);
            for rule in RULES {
                let severity = severity_or_off(rule.severity());
                writeln!(out, "{:width$}  {severity:11}  {}", rule.name(), rule.summary())?;
            }
        }
    }
    Ok(0)
}
