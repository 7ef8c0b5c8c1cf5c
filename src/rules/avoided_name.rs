//! A name in a form that the desk rejects.

use super::around::{before, in_capitalised_name, may_be_plain_words};
use super::rule::{Context, Rule, doubt, doubted};
use super::spelling::same_words;
use super::wrong_name::{Wrong, called, elsewhere, report, wrongs};
use crate::catalog::{EntityIx, Form, FormKind, Kind};
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::Mention;
use std::collections::BTreeMap;

pub(super) struct AvoidedName;

impl Rule for AvoidedName {
    fn name(&self) -> &'static str {
        "avoided-name"
    }
    fn summary(&self) -> &'static str {
        "A form that the catalog rejects."
    }
    fn severity(&self) -> Option<Severity> {
        Some(Severity::Warning)
    }
    fn wrong_name(&self) -> bool {
        true
    }
    fn page(&self) -> &'static str {
        include_str!("../../tests/rules/avoided-name.md")
    }

    fn check(&self, context: &Context, found: &mut Vec<Diagnostic>) {
        // What the desk is sure of and what it doubts are told apart, as are forms of different weight.
        let mut faults: BTreeMap<(EntityIx, Severity, Option<&str>), Vec<&Mention>> = BTreeMap::new();
        for mention in context.mentions().filter(|m| rejected(context, m)) {
            let form = context.catalog().form(mention.form);
            let reason = doubt(context.catalog().entity(mention.entity), Some(form));
            let severity = form.severity.unwrap_or(context.severity);
            faults.entry((mention.entity, severity, reason)).or_default().push(mention);
        }
        for ((entity, severity, reason), mentions) in faults {
            let name = &context.catalog().entity(entity).name;
            if mentions.iter().all(|m| may_be_plain_words(context.document, m.span, name)) {
                continue;
            }
            let places = wrongs(context, mentions.iter().copied());
            let finding = report(context, &places, true, |place| message(context, entity, &mentions, place));
            if let Some(mut finding) = finding {
                finding.severity = severity;
                let name = &context.catalog().entity(entity).name;
                let right = places.first().and_then(|p| p.right.as_ref()).unwrap_or(name);
                finding.related.extend(elsewhere(context, entity, right));
                found.push(doubted(finding, reason));
            }
        }
    }
}

/// True for a form that the desk rejects at the article's date, where it is no part of a longer name.
fn rejected(context: &Context, mention: &Mention) -> bool {
    let form = context.catalog().form(mention.form);
    let dated = form.bound.since.is_some() || form.bound.until.is_some();
    let holds = !dated || context.document.date.is_some_and(|d| form.bound.holds(d));
    let term = matches!(context.catalog().entity(mention.entity).kind, Kind::Term | Kind::Title);
    form.kind == FormKind::Avoided
        && !mention.partial
        && holds
        && !(term && in_capitalised_name(context.document, mention.span))
        && !is_former(before(context.document, mention.span))
}

/// True where the words in front say that it is told as a name of another time: "formerly known as the Harbour Coast Watch".
fn is_former(before: &str) -> bool {
    let head = before.trim_end_matches([' ', '"', '“', '‘', '«']);
    let head = head.strip_suffix(" the").unwrap_or(head);
    let called = [" known as", " called", " named"].iter().find_map(|called| head.strip_suffix(called));
    let time = called.unwrap_or(head).rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    // "Once the Harbour Coast Watch came" tells of no name.
    let times: &[&str] = match called {
        Some(_) => &["formerly", "once", "originally", "previously", "then", "wrongly"],
        None => &["formerly"],
    };
    times.iter().any(|word| time.eq_ignore_ascii_case(word))
}

fn message(context: &Context, entity: EntityIx, mentions: &[&Mention], place: &Wrong) -> String {
    let entity = context.catalog().entity(entity);
    let written = context.document.shown(place.span);
    let Some(right) = &place.right else { return format!("“{written}” is not used here") };
    if let Some(join) = other_join(&written, right) {
        return format!("{} writes its name with “{join}”: {right}", called(entity));
    }
    let form = mentions.iter().find(|m| m.span == place.span).map(|m| context.catalog().form(m.form));
    let why = form.and_then(remark).map_or(String::new(), |note| format!(" ({note})"));
    format!("write “{right}”, not “{written}”{why}")
}

/// Why the desk rejects a form. The remark of a doubtful one stands at the message's end already.
fn remark(form: &Form) -> Option<&str> {
    form.note.as_deref().filter(|_| !form.unsure).map(|n| n.trim_end_matches('.'))
}

/// The "&" or "and" of `right` where `written` has the other one and nothing else differs.
fn other_join(written: &str, right: &str) -> Option<&'static str> {
    let join = if right.contains('&') { "&" } else { "and" };
    (right.contains('&') != written.contains('&') && same_words(written, right)).then_some(join)
}
