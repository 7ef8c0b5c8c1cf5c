//! An acronym that is written out, but not at first reference.

use super::acronyms::{FullNames, Story, Use};
use super::around::{after, article_for, bracket, is_era, is_tag, trimmed};
use super::letters::{letters, standing};
use super::long_form::{differ_in_a_word, spells};
use super::rule::{Context, Rule, doubt_of, doubted};
use super::spelling::same_words;
use crate::config::Acronyms;
use crate::diagnostic::{Diagnostic, Edit, Fix, Severity};
use crate::document::{Expansion, Zone};
use crate::text::Span;
use std::borrow::Cow;

pub(super) struct LateAcronym;

impl Rule for LateAcronym {
    fn name(&self) -> &'static str {
        "late-acronym"
    }
    fn summary(&self) -> &'static str {
        "An acronym that is written out only after its first use, or given only after the first full name."
    }
    fn severity(&self) -> Option<Severity> {
        Some(Severity::Information)
    }
    fn habit(&self) -> Option<Acronyms> {
        Some(Acronyms::Reuters)
    }
    fn tells_stories(&self) -> bool {
        true
    }
    fn page(&self) -> &'static str {
        include_str!("../../tests/rules/late-acronym.md")
    }

    fn check(&self, context: &Context, found: &mut Vec<Diagnostic>) {
        let names = FullNames::of(context);
        let mut doubtful = Vec::new();
        for story in context.stories {
            let Some(expansion) = story.body_expansions().next() else { continue };
            if context.snapshot.config.exempt(story.short) {
                continue;
            }
            if let Some(late) = used_early(context, story, expansion) {
                found.push(late);
            } else if story.used_after(expansion) {
                found.extend(given_late(context, &names, story, expansion));
            } else if story.uses.is_empty() {
                let late = given_late(context, &names, story, expansion);
                doubtful.extend(late.map(|late| (letters(story.short), late)));
            }
        }
        if doubtful.is_empty() {
            return;
        }
        // Letters that are never used again, not even as "CoP" or "FDIs", have one fault, not two: unused-acronym tells of it.
        let wanted = doubtful.iter().map(|(letters, _)| letters.to_string()).collect();
        let standing = standing(context.document, &wanted);
        let again = doubtful.into_iter().filter(|(letters, _)| standing.contains(&**letters));
        found.extend(again.map(|(_, late)| late));
    }
}

/// The letters stand in the text before anybody has said what they mean.
fn used_early(context: &Context, story: &Story, expansion: &Expansion) -> Option<Diagnostic> {
    let named = |u: &Use| !is_tag(context.document, u.span) && !is_era(context.document, story.short, u.span);
    let own = |u: &&Use| context.lints(u.zone, u.span) && named(u);
    let first = story.plain_uses(Zone::Body).find(own)?;
    if first.span.start >= expansion.span.start {
        return None;
    }
    // "KISA — the Korea Internet & Security Agency (KISA) — said": nobody waits for it.
    if context.document.sentence(first.span.start).is_some_and(|s| s.covers(expansion.span)) {
        return None;
    }
    let (short, long) = (&story.short, long_form(context, story, expansion));
    if has_own_name(context, first, expansion) {
        return None;
    }
    let message = format!("{short} is written out only further down: write “{long} ({short})” here");
    let mut finding = context.finding(first.span, message);
    finding.related.push(context.related(expansion.span, "written out here"));
    let the = article_for(context.document, first.span, &long);
    let edits = story.replaced(context, expansion).map(|there| {
        vec![
            Edit { span: first.span, text: format!("{the}{long} ({short})") },
            Edit { span: there, text: short.to_string() },
        ]
    });
    let title = format!("write {short} out here, and “{short}” there");
    finding.fixes.extend(edits.map(|edits| Fix { title, safe: false, edits }));
    Some(doubted(finding, doubt_of(context, story.entity)))
}

/// True where the paragraph has, before the letters at `first`, a name that they spell as well, in all words but one that of
/// `expansion`: which of the two is right, they do not say.
fn has_own_name(context: &Context, first: &Use, expansion: &Expansion) -> bool {
    let document = context.document;
    let (short, long) = (document.slice(expansion.short), document.shown(expansion.long));
    let paragraph = document.paragraph_at(first.span.start) as u32;
    let behind = document.candidates.partition_point(|name| name.span.end <= first.span.start);
    let before = document.candidates[..behind].iter().rev().take_while(|name| name.paragraph == paragraph);
    before
        .map(|name| document.slice(name.span))
        .any(|name| spells(short, name) && differ_in_a_word(name, &long))
}

/// The long form that the text gives the letters, or the catalog's where it has none like it.
fn long_form<'c>(context: &Context<'c>, story: &Story, expansion: &Expansion) -> Cow<'c, str> {
    let (catalog, long) = (context.catalog(), context.document.shown(expansion.long));
    let Some(entity) = story.entity else { return long };
    let known = catalog.forms_of(entity).any(|form| same_words(&form.text, &long));
    if known { long } else { Cow::Borrowed(&catalog.entity(entity).name) }
}

/// The full name came first without the letters.
fn given_late(
    context: &Context,
    names: &FullNames,
    story: &Story,
    expansion: &Expansion,
) -> Option<Diagnostic> {
    if !context.lints(expansion.zone, expansion.span) || expansion.short.start < expansion.long.start {
        return None;
    }
    let first = names.before(story, expansion)?;
    // "Norland Army (NA)" further up has other letters: conflicting-expansion tells of that.
    if story.entity.is_none() && has_letters(context, first) {
        return None;
    }
    let short = &story.short;
    let message = format!("{short} belongs behind the first full name, further up");
    let mut finding = context.finding(expansion.short, message);
    finding.related.push(context.related(first, "the first full name"));
    finding.fixes.extend(moved(context, short, first, expansion));
    Some(doubted(finding, doubt_of(context, story.entity)))
}

/// True where letters are given behind the name at `place`.
fn has_letters(context: &Context, place: Span) -> bool {
    let expansions = &context.document.expansions;
    let at = expansions.partition_point(|e| e.span.end <= place.start);
    expansions[at..].iter().take_while(|e| e.span.start < place.end).any(|e| e.long == place)
}

/// Takes the bracket to the first full name. A possessive there leaves no place for it.
fn moved(context: &Context, short: &str, first: Span, expansion: &Expansion) -> Option<Fix> {
    let bracket = bracket(context.document, expansion.short)?;
    if after(context.document, first).starts_with(['\'', '’']) {
        return None;
    }
    let edits = vec![
        Edit { span: Span::new(first.end, first.end), text: format!(" ({short})") },
        Edit { span: bracket, text: String::new() },
    ];
    let shown = context.document.shown(trimmed(context.document, bracket));
    Some(Fix { title: format!("move “{shown}” to the first full name"), safe: false, edits })
}
