//! A name that is almost a known one.

use super::rule::{Context, Rule, doubt, doubted};
use super::wrong_name::{report, wrongs};
use crate::catalog::{EntityIx, FormKind};
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::Mention;
use std::collections::BTreeMap;

pub(super) struct NameVariant;

impl Rule for NameVariant {
    fn name(&self) -> &'static str {
        "name-variant"
    }
    fn summary(&self) -> &'static str {
        "A name that is almost a known one, or another spelling of it."
    }
    fn severity(&self) -> Option<Severity> {
        Some(Severity::Warning)
    }
    fn wrong_name(&self) -> bool {
        true
    }
    fn page(&self) -> &'static str {
        include_str!("../../tests/rules/name-variant.md")
    }

    fn check(&self, context: &Context, found: &mut Vec<Diagnostic>) {
        let mut listed: BTreeMap<EntityIx, Vec<&Mention>> = BTreeMap::new();
        for mention in &context.document.mentions {
            if context.catalog().form(mention.form).kind == FormKind::Variant && !mention.partial {
                listed.entry(mention.entity).or_default().push(mention);
            }
        }
        found.extend(listed.iter().filter_map(|(entity, mentions)| variant(context, *entity, mentions)));
    }
}

/// A spelling that the catalog lists as a variant: information, and an editor's choice.
fn variant(context: &Context, entity: EntityIx, mentions: &[&Mention]) -> Option<Diagnostic> {
    let catalog = context.catalog();
    let places = wrongs(context, mentions.iter().copied());
    let form = catalog.form(mentions.first()?.form);
    let mut finding = report(context, &places, false, |place| {
        let right = place.right.as_deref().unwrap_or(&catalog.entity(entity).name);
        format!("“{}” is another spelling of “{right}”", context.document.slice(place.span))
    })?;
    finding.severity = finding.severity.max(Severity::Information);
    Some(doubted(finding, doubt(catalog.entity(entity), Some(form))))
}
