//! A person's full name where the surname would do.

use super::around::{after, before, bracket, is_closed};
use super::rule::{Context, Others, Rule, doubt_of, doubted};
use crate::catalog::{EntityIx, FamilyName, FormKind, Kind};
use crate::diagnostic::{Diagnostic, Edit, Fix, Severity};
use crate::document::{Candidate, Chain, ChainKey, Mention, Zone, family_name, monarch};
use crate::text::{BlockKind, Span};
use rustc_hash::FxHashMap;

pub(super) struct RepeatedFullName;

impl Rule for RepeatedFullName {
    fn name(&self) -> &'static str {
        "repeated-full-name"
    }
    fn summary(&self) -> &'static str {
        "A person's full name a second time, where the surname would do."
    }
    fn severity(&self) -> Option<Severity> {
        None
    }
    fn minds(&self) -> Others {
        Others::All
    }
    fn page(&self) -> &'static str {
        include_str!("../../tests/rules/repeated-full-name.md")
    }

    fn check(&self, context: &Context, found: &mut Vec<Diagnostic>) {
        let bearers = bearers(context);
        for (_, chain) in context.chains() {
            let person = match &chain.key {
                ChainKey::Entity(entity) => known(context, chain, *entity),
                ChainKey::Name(name) => new(context, chain, name),
            };
            found.extend(person.and_then(|person| finding(context, &person, &bearers)));
        }
    }
}

/// A person with the places of the full name in the running text, in the writer's own words.
struct Person<'d> {
    surname: &'d str,
    entity: Option<EntityIx>,
    places: Vec<Span>,
}

/// How many names of the article hold each word: a surname that two people bear needs the given name too.
fn bearers<'d>(context: &Context<'d>) -> FxHashMap<&'d str, usize> {
    let mut bearers: FxHashMap<&str, usize> = FxHashMap::default();
    for chain in context.document.chains.iter() {
        let name = match &chain.key {
            ChainKey::Entity(entity) => &context.catalog().entity(*entity).name,
            ChainKey::Name(name) => name,
        };
        for word in name.split_whitespace() {
            *bearers.entry(word).or_default() += 1;
        }
    }
    bearers
}

/// A person of the catalog.
fn known<'d>(context: &Context<'d>, chain: &Chain, entity: EntityIx) -> Option<Person<'d>> {
    let catalog = context.catalog();
    let entry = catalog.entity(entity);
    if entry.kind != Kind::Person {
        return None;
    }
    let members = chain.members.iter().filter_map(|m| context.document.mentions.get(*m as usize));
    let full = |m: &&Mention| {
        let kind = catalog.form(m.form).kind;
        !m.partial && matches!(kind, FormKind::Full | FormKind::Alias) && !m.speech && m.zone == Zone::Body
    };
    let surname = match entry.family_name? {
        FamilyName::First => entry.name.split_whitespace().next(),
        FamilyName::Last => entry.name.split_whitespace().next_back(),
    };
    let places = members.filter(full).map(|m| m.span).collect();
    Some(Person { surname: surname?, entity: Some(entity), places })
}

/// A person whom only the article knows.
fn new<'d>(context: &Context<'d>, chain: &Chain, name: &'d str) -> Option<Person<'d>> {
    let document = context.document;
    let members = || chain.members.iter().filter_map(|m| document.candidates.get(*m as usize));
    // "Leo XIV" has no surname.
    if !name.contains(' ') || monarch(name).is_some() || !members().any(|c| c.kind == Some(Kind::Person)) {
        return None;
    }
    let own = |c: &&Candidate| !c.speech && c.zone == Zone::Body;
    let places = members().filter(own).filter(|c| document.slice(c.span) == name).map(|c| c.span);
    // Where the name itself does not show it, what the article calls the person is the surname.
    let mut short: Vec<&str> = members().filter(own).map(|c| document.slice(c.span)).collect();
    short.retain(|text| !text.contains(' '));
    short.dedup();
    let called = if let [one] = short[..] { Some(one) } else { None };
    let surname = family_name(name).or(called).filter(|surname| name.contains(surname));
    let person = Person { surname: surname?, entity: None, places: places.collect() };
    // "Flew from Ingrid Holm", "landed in Ingrid Holm": a place, whatever its first word.
    let place = person.places.iter().all(|span| is_behind_preposition(context, *span));
    (!place).then_some(person)
}

/// The second full name, with all later ones as related places.
fn finding(context: &Context, person: &Person, bearers: &FxHashMap<&str, usize>) -> Option<Diagnostic> {
    let (first, again) = person.places.split_first()?;
    let surname = person.surname;
    if bearers.get(surname).is_some_and(|count| *count > 1) {
        return None;
    }
    let again: Vec<Span> = again
        .iter()
        .copied()
        .filter(|s| in_sentences(context, *s) && context.lints(Zone::Body, *s))
        .collect();
    let (place, others) = again.split_first()?;
    let message = format!("the full name was given before: “{surname}” will do");
    let mut finding = context.finding(*place, message);
    finding.related.push(context.related(*first, "given in full"));
    finding.related.extend(others.iter().map(|s| context.related(*s, "and again")));
    let edits: Vec<Edit> = again.iter().map(|s| Edit { span: *s, text: surname.to_owned() }).collect();
    let times = if edits.len() > 1 { format!(" in {} places", edits.len()) } else { String::new() };
    finding.fixes.push(Fix { title: format!("replace with “{surname}”{times}"), safe: false, edits });
    Some(doubted(finding, doubt_of(context, person.entity)))
}

/// True for a name behind "in", "from" and the like, which go with places more than with people.
fn is_behind_preposition(context: &Context, span: Span) -> bool {
    let head = before(context.document, span).trim_end_matches([' ', '\u{a0}', '\n', '\r']);
    let word = head.rsplit([' ', '\u{a0}', '\n', '\r']).next();
    matches!(word, Some("at" | "from" | "in" | "into" | "near" | "off" | "on" | "to" | "towards"))
}

/// False in a table or a signature, where names stand for themselves, before what the person says in a transcript, and where
/// a bracket that the name fills or that stands behind it speaks of its spelling.
fn in_sentences(context: &Context, span: Span) -> bool {
    let document = context.document;
    let paragraph = document.paragraphs.get(document.paragraph_at(span.start));
    let table = paragraph.is_some_and(|p| p.block.kind == BlockKind::Table);
    let (head, tail) = (before(document, span), after(document, span));
    let emphasis = |c: char| matches!(c, '*' | '_') || c.is_whitespace();
    let label = tail.starts_with(':') && head.trim_start_matches(emphasis).is_empty();
    !table
        && !label
        && is_closed(document, span)
        && bracket(document, span).is_none()
        && !tail.trim_start_matches([' ', '\u{a0}']).starts_with(['(', '（'])
}
