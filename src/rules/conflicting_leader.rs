//! Who runs, leads or makes a thing, where the catalog has somebody else.

use super::around::{long_date, speaks_of_the_past};
use super::rule::{Context, Rule, doubt_of, doubted};
use crate::catalog::{EntityIx, Kind, Relation};
use crate::diagnostic::{Diagnostic, Edit, Fix, Severity};
use crate::document::{ChainKey, Mention, Tie, TieKind};
use rustc_hash::FxHashSet;

pub(super) struct ConflictingLeader;

impl Rule for ConflictingLeader {
    fn name(&self) -> &'static str {
        "conflicting-leader"
    }
    fn summary(&self) -> &'static str {
        "A program or a body that is said to be run or led by another than the catalog has."
    }
    fn severity(&self) -> Option<Severity> {
        Some(Severity::Information)
    }
    fn page(&self) -> &'static str {
        include_str!("../../tests/rules/conflicting-leader.md")
    }

    fn check(&self, context: &Context, found: &mut Vec<Diagnostic>) {
        let mut told: FxHashSet<u32> = FxHashSet::default();
        for tie in context.document.ties.iter().filter(|tie| context.asks(tie.subject)) {
            if !told.contains(&tie.subject)
                && let Some(finding) = conflict(context, tie)
            {
                told.insert(tie.subject);
                found.push(finding);
            }
        }
    }
}

/// The finding on a passage that gives a known thing to a known body with which the catalog does not connect it.
fn conflict(context: &Context, tie: &Tie) -> Option<Diagnostic> {
    let verb = match tie.kind {
        TieKind::RunBy => "run",
        TieKind::LedBy => "led",
        TieKind::Member => return None,
    };
    let (catalog, date) = (context.catalog(), context.document.date);
    let (subject, leader) = (known(context, tie.subject)?, known(context, tie.other)?);
    let heads = || catalog.entity(subject).relations.iter().filter(|relation| relation.heads());
    let head: &Relation = heads().find(|relation| relation.bound.holds_for(date))?;
    // A ministry may well be said to run what its agency runs, and a partner to lead a part of the whole.
    let near = |one: EntityIx| one == leader || catalog.related(one).contains(&leader);
    if catalog.entity(leader).kind != Kind::Organization
        || near(subject)
        || heads().any(|head| near(head.target))
        || speaks_of_the_past(context.document, tie.words, date)
    {
        return None;
    }
    let place = leader_in(context, tie)?;
    let (thing, right) = (&catalog.entity(subject).name, &catalog.entity(head.target).name);
    let written = &catalog.entity(leader).name;
    let how = match head.name.as_str() {
        "led-by" => "led",
        "made-by" => "made",
        _ => "run",
    };
    let known = if how == verb { String::new() } else { format!("{how} ") };
    let as_of = head.seen.map_or(String::new(), |seen| format!(" (as of {})", long_date(seen)));
    let message = format!(
        "{thing} is {verb} by {written} here, {known}by {right} in the catalog{as_of}: check whose it is"
    );
    let mut finding = context.finding(place.span, message);
    finding.fixes.push(Fix {
        title: format!("replace with “{right}”"),
        safe: false,
        edits: vec![Edit { span: place.span, text: right.clone() }],
    });
    Some(doubted(finding, doubt_of(context, Some(subject))))
}

/// The entity of a chain, where the catalog has it.
fn known(context: &Context, chain: u32) -> Option<EntityIx> {
    match context.document.chains.get(chain as usize)?.key {
        ChainKey::Entity(entity) => Some(entity),
        ChainKey::Name(_) => None,
    }
}

/// Where the passage names the one who runs the thing, in the writer's own words.
fn leader_in<'c>(context: &Context<'c>, tie: &Tie) -> Option<&'c Mention> {
    let mentions = &context.document.mentions;
    let from = mentions.partition_point(|mention| mention.span.start < tie.words.start);
    let mut inside = mentions[from..].iter().take_while(|mention| mention.span.end <= tie.words.end);
    let named = inside.find(|mention| mention.chain == tie.other)?;
    (!named.speech && context.lints(named.zone, named.span)).then_some(named)
}
