//! A name where other articles have its sibling: the wider program for its tier.

use super::rule::{Context, Others, Rule};
use crate::catalog::{Catalog, EntityIx, Kind};
use crate::diagnostic::{Diagnostic, Related, Severity};
use crate::document::{Mention, Zone};
use crate::text::Span;
use rustc_hash::FxHashSet;
use std::collections::BTreeSet;

pub(super) struct RelatedName;

impl Rule for RelatedName {
    fn name(&self) -> &'static str {
        "related-name"
    }
    fn summary(&self) -> &'static str {
        "A name beside somebody whom other articles name with its sibling: a program for its own tier."
    }
    fn severity(&self) -> Option<Severity> {
        None
    }
    fn minds(&self) -> Others {
        Others::Known
    }
    fn page(&self) -> &'static str {
        include_str!("../../tests/rules/related-name.md")
    }

    fn check(&self, context: &Context, found: &mut Vec<Diagnostic>) {
        let document = context.document;
        if !context.snapshot.complete {
            return;
        }
        let named: FxHashSet<EntityIx> = document.mentions.iter().map(|m| m.entity).collect();
        let mut told: BTreeSet<EntityIx> = BTreeSet::new();
        for mention in context.mentions().filter(|m| m.zone == Zone::Body && !m.speech) {
            if told.contains(&mention.entity) || !context.lints(mention.zone, mention.span) {
                continue;
            }
            // An article that names both knows the one from the other.
            let siblings = siblings(context.catalog(), mention.entity);
            let finding = siblings.into_iter().filter(|s| !named.contains(s)).find_map(|sibling| {
                let beside = beside(context, mention, sibling)?;
                finding(context, mention, sibling, beside)
            });
            if finding.is_some() {
                told.insert(mention.entity);
            }
            found.extend(finding);
        }
    }
}

/// What `entity` is a part or a tier of, its own parts, and the other parts of the same whole; of its own kind.
fn siblings(catalog: &Catalog, entity: EntityIx) -> BTreeSet<EntityIx> {
    let broader = |ix: EntityIx| catalog.entity(ix).broader.as_ref().map(|b| b.target);
    let parts =
        |whole: EntityIx| catalog.related(whole).iter().copied().filter(move |p| broader(*p) == Some(whole));
    let whole = broader(entity);
    let mut found: BTreeSet<EntityIx> =
        parts(entity).chain(whole).chain(whole.into_iter().flat_map(parts)).collect();
    found.retain(|s| *s != entity && catalog.entity(*s).kind == catalog.entity(entity).kind);
    found
}

/// The name in the sentence of `mention` that belongs together with `sibling` and not with what is named. A
/// country is in every article: it counts only where the sentence speaks of joining.
fn beside<'d>(context: &Context<'d>, mention: &Mention, sibling: EntityIx) -> Option<&'d Mention> {
    let (document, catalog) = (context.document, context.catalog());
    let sentence = document.sentence(mention.span.start)?;
    let from = document.mentions.partition_point(|m| m.span.start < sentence.start);
    let beside = document.mentions[from..].iter().take_while(|m| m.span.start < sentence.end);
    let belongs = |m: &&Mention| {
        catalog.related(sibling).contains(&m.entity)
            && !catalog.related(mention.entity).contains(&m.entity)
            && m.entity != mention.entity
    };
    let counts = |m: &&Mention| {
        let between = Span::new(m.span.end.min(mention.span.end), m.span.start.max(mention.span.start));
        catalog.entity(m.entity).kind != Kind::Place || speaks_of_joining(document.slice(between))
    };
    beside.into_iter().filter(belongs).find(counts)
}

/// "joined", "membership of", "signs up to", "takes part in".
fn speaks_of_joining(text: &str) -> bool {
    const JOINING: [&str; 9] =
        ["accede", "accession", "admi", "enter", "entry", "join", "member", "participat", "sign"];
    let lower = text.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphabetic());
    words.any(|word| JOINING.iter().any(|stem| word.starts_with(stem))) || lower.contains(" part in")
}

fn finding(context: &Context, mention: &Mention, sibling: EntityIx, beside: &Mention) -> Option<Diagnostic> {
    let elsewhere = elsewhere(context, sibling, beside.entity);
    let other = &elsewhere.first()?.message;
    let (name, who) = (context.document.shown(mention.span), &context.catalog().entity(beside.entity).name);
    let message =
        format!("“{name}” here, where other articles have {other} beside {who}: check which is meant");
    let mut finding = context.finding(mention.span, message);
    finding.related = elsewhere;
    Some(finding)
}

/// The first places of `sibling` in at most three other articles that name `beside` too.
fn elsewhere(context: &Context, sibling: EntityIx, beside: EntityIx) -> Vec<Related> {
    let mut found: Vec<Related> = Vec::new();
    // A name with 50,000 mentions is not searched to its end for three of them.
    for (article, posting) in context.snapshot.mentions_outside(sibling, context.path).take(200) {
        let seen = found.last().is_some_and(|r| article.is_at(&r.place.path));
        let both = || article.names_entity(beside);
        if !seen && !posting.partial && both() {
            let text = &context.catalog().form(posting.form).text;
            found.push(Related { place: article.place(posting.at), message: format!("“{text}”") });
        }
        if found.len() == 3 {
            break;
        }
    }
    found
}
