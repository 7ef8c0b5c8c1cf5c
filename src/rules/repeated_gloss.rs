//! A bracket that says again what stands before it.

use super::around::{after_in, bracket, trimmed};
use super::rule::{Context, Rule};
use super::spelling::same_words;
use crate::diagnostic::{Diagnostic, Edit, Fix, Severity};
use crate::document::Zone;
use crate::text::{Span, is_hangul};
use std::collections::BTreeMap;

pub(super) struct RepeatedGloss;

impl Rule for RepeatedGloss {
    fn name(&self) -> &'static str {
        "repeated-gloss"
    }
    fn summary(&self) -> &'static str {
        "A bracket that repeats the name before it, or a name in its own script given twice."
    }
    fn severity(&self) -> Option<Severity> {
        Some(Severity::Warning)
    }
    fn page(&self) -> &'static str {
        include_str!("../../tests/rules/repeated-gloss.md")
    }

    fn check(&self, context: &Context, found: &mut Vec<Diagnostic>) {
        let mut echoes: BTreeMap<u32, Vec<Gloss>> = BTreeMap::new();
        let mut natives: BTreeMap<(u32, &str, Option<u32>), Vec<Gloss>> = BTreeMap::new();
        for gloss in glosses(context) {
            let (name, inner) = (context.document.slice(gloss.name), context.document.slice(gloss.inner));
            if is_ticker(inner) || inner.starts_with(['@', '#']) {
                // "HPL (HPL)": the letters under which its shares are traded. "Hapsel (@hapsel)": its account.
                continue;
            }
            if same_words(name, inner) {
                echoes.entry(gloss.chain).or_default().push(gloss);
            } else if is_native(inner) && !gloss.speech {
                // A caption is judged by itself: its gloss is not the text's.
                let caption = (gloss.zone == Zone::Caption).then_some(gloss.paragraph);
                natives.entry((gloss.chain, inner, caption)).or_default().push(gloss);
            }
        }
        found.extend(echoes.values().filter_map(|g| echo(context, g)));
        found.extend(natives.values().filter_map(|g| native(context, g)));
    }
}

/// A name with a bracket behind it.
struct Gloss {
    chain: u32,
    name: Span,
    /// Inside the bracket.
    inner: Span,
    zone: Zone,
    speech: bool,
    paragraph: u32,
}

/// The names, known and new, that a bracket follows.
fn glosses<'c>(context: &'c Context<'_>) -> impl Iterator<Item = Gloss> + 'c {
    let document = context.document;
    let known = context.mentions().map(|m| (m.chain, m.span, m.zone, m.speech, m.paragraph));
    let new = context.candidates().map(|c| (c.chain, c.span, c.zone, c.speech, c.paragraph));
    known.chain(new).filter_map(|(chain, name, zone, speech, paragraph)| {
        let behind = after_in(document, paragraph, name);
        // Behind most names stands a word.
        let next = behind.bytes().find(|byte| *byte != b' ');
        if next.is_some_and(|byte| byte.is_ascii() && byte != b'(') {
            return None;
        }
        let inside = behind.trim_start_matches([' ', '\u{a0}']).strip_prefix(['(', '（'])?;
        // No name is longer: a bracket that is never closed is not searched to the end of the article.
        const LONGEST: usize = 200;
        let length = inside.char_indices().take(LONGEST).find(|(_, c)| matches!(c, ')' | '）'))?.0;
        let start = name.end + behind.len() - inside.len();
        let inner = Span::new(start, start + length);
        context.lints(zone, inner).then_some(Gloss { chain, name, inner, zone, speech, paragraph })
    })
}

/// True for what may be the letters of a share: nobody repeats an acronym in its own bracket by a slip.
fn is_ticker(inner: &str) -> bool {
    (1..=5).contains(&inner.len()) && inner.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// True for a name in Hangul, Han or Kana.
fn is_native(text: &str) -> bool {
    let native = |c: char| is_hangul(c) || matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}');
    text.chars().any(native) && text.chars().all(|c| native(c) || matches!(c, ' ' | '·' | '・'))
}

/// `Jason Kwon (Jason Kwon)`.
fn echo(context: &Context, glosses: &[Gloss]) -> Option<Diagnostic> {
    let at = glosses.iter().position(|g| !g.speech).unwrap_or(0);
    let gloss = glosses.get(at)?;
    let words = context.document.shown(gloss.name);
    let others = glosses.iter().enumerate().filter(|(i, _)| *i != at).map(|(_, g)| g);
    let message = format!("the bracket repeats the name: “{words}” will do");
    finding(context, gloss, others.collect(), message, !gloss.speech)
}

/// `Ryu Je-myung (류제명)` for the second time.
fn native(context: &Context, glosses: &[Gloss]) -> Option<Diagnostic> {
    let (first, again) = glosses.split_first()?;
    let (place, others) = again.split_first()?;
    let message = format!("“{}” was given with the name already", context.document.shown(place.inner));
    let mut finding = finding(context, place, others.iter().collect(), message, true)?;
    finding.severity = finding.severity.max(Severity::Information);
    finding.related.insert(0, context.related(first.inner, "given first"));
    Some(finding)
}

/// The finding at `gloss`, with `others` as related places; the fix deletes the brackets that are no speech.
fn finding(
    context: &Context,
    gloss: &Gloss,
    others: Vec<&Gloss>,
    message: String,
    safe: bool,
) -> Option<Diagnostic> {
    let document = context.document;
    let mut finding = context.finding(trimmed(document, bracket(document, gloss.inner)?), message);
    finding.related.extend(others.iter().map(|g| context.related(g.inner, "and again")));
    let mended = std::iter::once(gloss).chain(others.into_iter().filter(|g| !g.speech));
    let spans = mended.filter_map(|g| bracket(document, g.inner));
    let edits = spans.map(|span| Edit { span, text: String::new() }).collect();
    let title = format!("delete “{}”", document.shown(finding.span));
    finding.fixes.push(Fix { title, safe, edits });
    Some(finding)
}
