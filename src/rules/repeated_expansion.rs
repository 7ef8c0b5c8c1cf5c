//! An acronym that is written out a second time.

use super::acronyms::Story;
use super::rule::{Context, Rule, doubt_of, doubted};
use super::spelling::same_words;
use crate::config::Acronyms;
use crate::diagnostic::{Diagnostic, Edit, Fix, Severity};
use crate::document::Expansion;

pub(super) struct RepeatedExpansion;

impl Rule for RepeatedExpansion {
    fn name(&self) -> &'static str {
        "repeated-expansion"
    }
    fn summary(&self) -> &'static str {
        "A name given with its acronym a second time."
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
        include_str!("../../tests/rules/repeated-expansion.md")
    }

    fn check(&self, context: &Context, found: &mut Vec<Diagnostic>) {
        for story in context.stories {
            found.extend(second(context, story));
        }
    }
}

/// The second time that the running text gives the same name with the same letters. Another name for the
/// same letters is no repetition: conflicting-expansion looks at it.
fn second(context: &Context, story: &Story) -> Option<Diagnostic> {
    let document = context.document;
    let first = story.body_expansions().next()?;
    let long = document.slice(first.long);
    // "Takvik (TKV)" gives the letters of a share.
    if story.entity.is_none() && !long.contains(' ') && long.starts_with(char::is_uppercase) {
        return None;
    }
    let same = |e: &&Expansion| e.span.start > first.span.start && same_words(document.slice(e.long), long);
    let mut again = story.body_expansions().filter(same).filter(|e| context.lints(e.zone, e.span));
    let place = again.next()?;
    let short = &story.short;
    let mut finding =
        context.finding(place.span, format!("{short} is written out already: “{short}” will do"));
    finding.related.push(context.related(first.span, "written out first"));
    finding.related.extend(again.map(|e| context.related(e.span, "and again")));
    let edits = story.replaced(context, place).map(|span| vec![Edit { span, text: short.to_string() }]);
    let title = format!("replace with “{short}”");
    finding.fixes.extend(edits.map(|edits| Fix { title, safe: false, edits }));
    Some(doubted(finding, doubt_of(context, story.entity)))
}
