//! A surname or an acronym that two may bear.

use super::rule::{Context, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::Ambiguity;
use crate::document::{ChainKey, Zone};

pub(super) struct AmbiguousName;

impl Rule for AmbiguousName {
    fn name(&self) -> &'static str {
        "ambiguous-name"
    }
    fn summary(&self) -> &'static str {
        "A surname or an acronym with two possible owners."
    }
    fn severity(&self) -> Option<Severity> {
        Some(Severity::Information)
    }
    fn page(&self) -> &'static str {
        include_str!("../../tests/rules/ambiguous-name.md")
    }

    fn check(&self, context: &Context, found: &mut Vec<Diagnostic>) {
        let document = context.document;
        // A full name is told apart by its country or its kind, not by a fuller form: only short ones are meant.
        let short = |a: &Ambiguity| !document.slice(a.span).contains(' ');
        let own = |a: &&Ambiguity| matches!(a.zone, Zone::Body | Zone::Caption) && !a.speech && short(a);
        let mut told: Vec<(&str, &[u32])> = Vec::new();
        for ambiguity in document.ambiguities.iter().filter(own).filter(|a| context.lints(a.zone, a.span)) {
            let name = (document.slice(ambiguity.span), ambiguity.owners.as_slice());
            if !told.contains(&name) {
                told.push(name);
                found.push(finding(context, ambiguity));
            }
        }
    }
}

fn finding(context: &Context, ambiguity: &Ambiguity) -> Diagnostic {
    let document = context.document;
    let name = |chain: &u32| match document.chains.get(*chain as usize).map(|c| &c.key) {
        Some(ChainKey::Entity(entity)) => context.catalog().entity(*entity).name.clone(),
        _ => document.name_of(*chain).to_owned(),
    };
    let mut owners: Vec<String> = ambiguity.owners.iter().map(name).collect();
    owners.dedup();
    let last = owners.pop().unwrap_or_default();
    let owners = if owners.is_empty() { last } else { format!("{} or {last}", owners.join(", ")) };
    let written = document.slice(ambiguity.span);
    context.finding(ambiguity.span, format!("“{written}” may be {owners}: say which"))
}
