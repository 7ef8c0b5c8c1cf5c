//! A name that is almost a known one.

use super::around::may_be_plain_words;
use super::near_miss::{Nearness, lacks_plural, nearness};
use super::rule::{Context, Others, Rule, doubt, doubted};
use super::same_office::Offices;
use super::seen_names::Near;
use super::support::{is_its_own, named_in_sentence, same_script};
use super::wrong_name::{Wrong, report, wrongs};
use crate::catalog::{Catalog, EntityIx, Form, FormKind, Kind};
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::{Candidate, Chain, ChainKey, Mention};
use crate::text::fold;
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
    fn minds(&self) -> Others {
        Others::Known
    }
    fn page(&self) -> &'static str {
        include_str!("../../tests/rules/name-variant.md")
    }

    fn check(&self, context: &Context, found: &mut Vec<Diagnostic>) {
        let mut listed: BTreeMap<EntityIx, Vec<&Mention>> = BTreeMap::new();
        for mention in context.mentions() {
            if context.catalog().form(mention.form).kind == FormKind::Variant && !mention.partial {
                listed.entry(mention.entity).or_default().push(mention);
            }
        }
        found.extend(listed.iter().filter_map(|(entity, mentions)| variant(context, *entity, mentions)));
        let offices = Offices::of(context);
        for (at, chain) in context.chains() {
            if let ChainKey::Name(name) = &chain.key {
                found.extend(near_miss(context, &offices, at as usize, chain, name));
            }
        }
    }
}

/// A spelling that the catalog lists as a variant: information, and an editor's choice.
fn variant(context: &Context, entity: EntityIx, mentions: &[&Mention]) -> Option<Diagnostic> {
    let catalog = context.catalog();
    let places = wrongs(context, mentions.iter().copied());
    let form = catalog.form(mentions.first()?.form);
    let mut finding = report(context, &places, false, |place| {
        let right = place.right.as_deref().unwrap_or(&catalog.entity(entity).name);
        format!("“{}” is another spelling of “{right}”", context.document.shown(place.span))
    })?;
    finding.severity = finding.severity.max(Severity::Information);
    Some(doubted(finding, doubt(catalog.entity(entity), Some(form))))
}

/// A name outside the catalog that is almost one in it.
fn near_miss(
    context: &Context,
    offices: &Offices,
    at: usize,
    chain: &Chain,
    name: &str,
) -> Option<Diagnostic> {
    let document = context.document;
    let members = || chain.members.iter().filter_map(|m| document.candidates.get(*m as usize));
    let kind = members().find_map(|c| c.kind);
    let (form, nearness) = match by_script(context, chain, name) {
        Some(known) => known,
        None => match (nearest(context, name, kind), offices.holder(at, name)) {
            (Some((form, _)), Some(holder)) if form.entity == holder.entity => (form, Nearness::Likely),
            (Some((form, nearness)), _) => {
                let presented =
                    !offices.has_title_of(at, form.entity) && is_its_own(context, at, name, form.entity);
                (form, judged(context, chain, presented, form, nearness)?)
            }
            (None, holder) => (holder?, Nearness::Likely),
        },
    };
    let entity = context.catalog().entity(form.entity);
    if is_run_together(name, &form.text)
        && members().nth(1).is_some()
        && document.chain_of(form.entity).is_some()
    {
        return None;
    }
    let right = (nearness == Nearness::Likely).then(|| form.text.clone());
    let full =
        |c: &&Candidate| document.slice_in(c.paragraph, c.span) == name && context.lints(c.zone, c.span);
    if members().filter(full).all(|c| may_be_plain_words(document, c.span, &form.text)) {
        return None;
    }
    let places: Vec<Wrong> = members()
        .filter(full)
        .map(|c| Wrong { span: c.span, right: right.clone(), zone: c.zone, speech: c.speech })
        .collect();
    let mut finding = report(context, &places, false, |_| match nearness {
        Nearness::Likely => format!("“{name}” looks like a slip: the catalog has “{}”", form.text),
        Nearness::Possible => format!("“{name}” is possibly the same person as {}", form.text),
    })?;
    if nearness == Nearness::Possible {
        finding.severity = finding.severity.max(Severity::Information);
    }
    Some(doubted(finding, doubt(entity, Some(form))))
}

/// True for the words of a known name in one, as in "Harbourboard": where the article has both, and this one more than once, it
/// is hardly a slip, and may be somebody's surname.
fn is_run_together(name: &str, known: &str) -> bool {
    !name.contains(' ') && known.contains(' ') && fold(name) == fold(known).replace(' ', "")
}

/// The known person whose name in Hangul stands beside `name`, one of them in brackets, however far the two spellings
/// are apart: "Ryu Jae-myung (류제명)".
fn by_script<'c>(context: &Context<'c>, chain: &Chain, name: &str) -> Option<(&'c Form, Nearness)> {
    let (catalog, document) = (context.catalog(), context.document);
    let members = chain.members.iter().filter_map(|m| document.candidates.get(*m as usize));
    let full = members.filter(|c| name.contains(' ') && document.slice_in(c.paragraph, c.span) == name);
    let native = full.filter_map(|c| document.native_beside(c.span)).next()?;
    let from = document.mentions.partition_point(|m| m.span.start < native.start);
    let mention = document.mentions.get(from).filter(|m| m.span == native)?;
    let entity = catalog.entity(mention.entity);
    if entity.kind != Kind::Person || catalog.form(mention.form).kind != FormKind::Native {
        return None;
    }
    let form = catalog.forms_of(mention.entity).find(|form| form.kind == FormKind::Full)?;
    // Many people share a common name, in every script.
    let sure = !entity.common || named_in_sentence(context, chain, mention.entity);
    Some((form, if sure { Nearness::Likely } else { Nearness::Possible }))
}

/// The known name that `name` is almost, where it is one only.
fn nearest<'c>(context: &Context<'c>, name: &str, kind: Option<Kind>) -> Option<(&'c Form, Nearness)> {
    let catalog = context.catalog();
    let look = || all_near(catalog, name);
    // To somebody who types nearby it is asked of the same names with each key.
    let all = if context.asks_all() { look() } else { context.seen_names.almost(name, look) };
    let near = all.into_iter().map(|(form, nearness)| (catalog.form(form), nearness));
    let mut near: Vec<_> = near.filter(|(form, _)| fits(kind, catalog.entity(form.entity).kind)).collect();
    let first = near.first()?.0.entity;
    if near.iter().any(|(form, _)| form.entity != first) {
        return None;
    }
    near.sort_by_key(|(_, nearness)| std::cmp::Reverse(*nearness));
    near.first().copied()
}

/// The known names of any kind that `name` is almost.
fn all_near(catalog: &Catalog, name: &str) -> Near {
    let hangul = if name.is_ascii() { Vec::new() } else { catalog.almost_hangul(name) };
    let near = catalog.almost(name).into_iter().chain(hangul).filter_map(|ix| {
        let form = catalog.form(ix);
        Some((ix, almost(name, form, catalog.entity(form.entity).kind)?))
    });
    near.collect()
}

fn almost(name: &str, form: &Form, kind: Kind) -> Option<Nearness> {
    if form.kind == FormKind::Native {
        return Some(Nearness::Likely);
    }
    if kind != Kind::Person && is_verb_of(name, &form.text) {
        return None;
    }
    let lost = || kind != Kind::Person && lacks_plural(name, &form.text);
    nearness(name, &form.text, kind).or_else(|| lost().then_some(Nearness::Likely))
}

/// True for what one does with a thing, after its name: "They Hapseled it".
fn is_verb_of(word: &str, known: &str) -> bool {
    let stem = known.strip_suffix('e').unwrap_or(known);
    let ending = word.strip_prefix(stem);
    !known.contains(' ') && matches!(ending, Some("ed" | "ing" | "er" | "ers"))
}

/// True when a name that the text shows to be of one kind can be a name of the other.
fn fits(shown: Option<Kind>, known: Kind) -> bool {
    shown.is_none_or(|shown| (shown == Kind::Person) == (known == Kind::Person))
}

/// What the article and the folder make of two names that are almost the same; `presented` where an article presents
/// somebody of his or her own.
fn judged(
    context: &Context,
    chain: &Chain,
    presented: bool,
    form: &Form,
    nearness: Nearness,
) -> Option<Nearness> {
    let entity = context.catalog().entity(form.entity);
    let supported = match same_script(context, chain, form.entity) {
        Some(false) => return None,
        Some(true) => true,
        None => {
            // In Korean copy the right name further down is as good as an employer.
            let right = form.kind == FormKind::Native && context.document.chain_of(form.entity).is_some();
            right || named_in_sentence(context, chain, form.entity)
        }
    };
    if !supported && (entity.common || presented) {
        return None;
    }
    match entity.kind {
        // People share names: without an employer or the name's own script nobody can be sure.
        Kind::Person if supported => Some(Nearness::Likely),
        // A letter of Hangul parts very many names.
        Kind::Person if form.kind == FormKind::Native => None,
        Kind::Person => Some(Nearness::Possible),
        _ => Some(nearness),
    }
}
