//! A name that the catalog does not know.

use super::rule::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::{Candidate, Chain, ChainKey, Zone};

pub(super) struct UnknownName;

impl Rule for UnknownName {
    fn name(&self) -> &'static str {
        "unknown-name"
    }
    fn summary(&self) -> &'static str {
        "A name that the catalog does not know, for a desk that wants every name checked."
    }
    fn severity(&self) -> Option<Severity> {
        None
    }
    fn page(&self) -> &'static str {
        include_str!("../../tests/rules/unknown-name.md")
    }

    fn check(&self, context: &Context, found: &mut Vec<Diagnostic>) {
        for (_, chain) in context.chains() {
            if let ChainKey::Name(name) = &chain.key {
                found.extend(unknown(context, chain, name));
            }
        }
    }
}

/// The first place of a new name in the writer's own words, else in a quotation.
fn unknown(context: &Context, chain: &Chain, name: &str) -> Option<Diagnostic> {
    let members = || chain.members.iter().filter_map(|m| context.document.candidates.get(*m as usize));
    // One capitalised word that stands there once may be anything: a street, a dish, the title of a song.
    let is_name = name.contains(' ') || members().any(|c| c.kind.is_some()) || chain.members.len() > 1;
    if !is_name {
        return None;
    }
    let prose = |c: &&Candidate| c.zone != Zone::Headline && context.lints(c.zone, c.span);
    let first = members().filter(prose).min_by_key(|c| (c.speech, c.span))?;
    let times = members().filter(prose).count();
    let again = if times > 1 { format!(" ({times} times in this article)") } else { String::new() };
    let kind = members().find_map(|c| c.kind).map_or(String::new(), |kind| format!("the {} ", kind.name()));
    Some(context.finding(first.span, format!("{kind}“{name}” is not in the catalog{again}")))
}
