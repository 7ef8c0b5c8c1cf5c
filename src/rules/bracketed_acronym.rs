//! An acronym in brackets behind its full name, where the desk wants none.

use super::acronyms::Story;
use super::around::{bracket, trimmed};
use super::rule::{Context, Rule, doubt_of, doubted};
use crate::config::Acronyms;
use crate::diagnostic::{Diagnostic, Edit, Fix, Severity};
use crate::document::{Expansion, Zone};
use crate::text::Span;

pub(super) struct BracketedAcronym;

impl Rule for BracketedAcronym {
    fn name(&self) -> &'static str {
        "bracketed-acronym"
    }
    fn summary(&self) -> &'static str {
        "An acronym in brackets behind its full name, where the house style wants none (AP)."
    }
    fn severity(&self) -> Option<Severity> {
        None
    }
    fn habit(&self) -> Option<Acronyms> {
        Some(Acronyms::Ap)
    }
    fn tells_stories(&self) -> bool {
        true
    }
    fn page(&self) -> &'static str {
        include_str!("../../tests/rules/bracketed-acronym.md")
    }

    fn check(&self, context: &Context, found: &mut Vec<Diagnostic>) {
        for story in context.stories {
            found.extend(finding(context, story));
        }
    }
}

fn finding(context: &Context, story: &Story) -> Option<Diagnostic> {
    let document = context.document;
    let own = |e: &&&Expansion| {
        let prose = matches!(e.zone, Zone::Body | Zone::Caption) && !e.speech;
        prose && e.long.start < e.short.start && context.lints(e.zone, e.short)
    };
    let given = story.expansions.iter().filter(own);
    let brackets: Vec<Span> = given.filter_map(|e| bracket(document, e.short)).collect();
    let shown: Vec<Span> = brackets.iter().map(|b| trimmed(document, *b)).collect();
    let (first, others) = shown.split_first()?;
    let words = document.shown(*first);
    let mut finding =
        context.finding(*first, format!("house style has no acronym in brackets: leave out “{words}”"));
    finding.related.extend(others.iter().map(|s| context.related(*s, format!("“{words}” again"))));
    let edits = brackets.iter().map(|b| Edit { span: *b, text: String::new() }).collect();
    finding.fixes.push(Fix { title: format!("delete “{words}”"), safe: true, edits });
    Some(doubted(finding, doubt_of(context, story.entity)))
}
