//! Who may go on speaking at a place in an article, as far as what was found in front of it tells.

use super::article::Document;
use super::facts::Candidate;
use super::speaker::{Mouth, led, may_act, told_until, voices};
use super::topic::topic;
use crate::catalog::{Catalog, Kind};
use crate::text::Span;

/// Who may go on speaking in paragraph `at` of an article.
pub(super) fn mouth_before(document: &Document, at: usize, catalog: &Catalog) -> Mouth {
    let speeches = &document.speeches[..document.speeches.partition_point(|s| (s.paragraph as usize) < at)];
    let given = speeches.iter().rev().find(|speech| speech.given);
    let last = given.and_then(|speech| speech.speaker);
    let another = last.zip(given).is_some_and(|(last, speech)| {
        let there = speech.paragraph as usize;
        let (start, end) = (document.starts[there], document.starts.get(at));
        let since = told_until(&document.paragraphs[there], start, speech.span.end - start);
        let within = Span::new(since, end.copied().unwrap_or_else(|| document.len()));
        names_another(document, within, last, catalog)
    });
    let prose = (0..at).rev().find(|at| document.paragraphs[*at].is_prose());
    let open = prose.and_then(|prose| {
        let (paragraph, start) = (&document.paragraphs[prose], document.starts[prose]);
        let speech = |span: Span| speeches.binary_search_by_key(&span, |speech| speech.span).ok();
        let mut open = paragraph.prose.quotations.iter().rev().filter(|q| q.open);
        speeches[open.find_map(|q| speech(q.span.shifted(start)))?].speaker
    });
    let (led, topic) = prose.map_or((None, None), |prose| {
        let within = |at: u32| at as usize == prose;
        let from = document.mentions.partition_point(|m| (m.paragraph as usize) < prose);
        let mentions = document.mentions[from..].iter().take_while(|m| within(m.paragraph));
        let from_new = document.candidates.partition_point(|c| (c.paragraph as usize) < prose);
        let candidates = document.candidates[from_new..].iter().take_while(|c| within(c.paragraph));
        let (known, new) = (mentions.count(), candidates.count());
        let voices = voices(
            &document.mentions[from..from + known],
            &document.candidates[from_new..from_new + new],
            catalog,
        );
        let (paragraph, start) = (&document.paragraphs[prose], document.starts[prose]);
        (led(paragraph, start, &voices), topic(paragraph, start, &voices))
    });
    Mouth { open, last, another, led, topic }
}

/// True where the text `within` names another person than `last`.
fn names_another(document: &Document, within: Span, last: u32, catalog: &Catalog) -> bool {
    let from = document.mentions.partition_point(|m| m.span.start < within.start);
    let known = document.mentions[from..].iter().take_while(|m| m.span.start < within.end);
    let from = document.candidates.partition_point(|c| c.span.start < within.start);
    let new = document.candidates[from..].iter().take_while(|c| c.span.start < within.end);
    let acts = |c: &Candidate| {
        let at = c.paragraph as usize;
        c.kind.is_none() && may_act(&document.paragraphs[at], document.starts[at], c.span)
    };
    known.filter(|m| !m.speech && m.chain != last).any(|m| catalog.entity(m.entity).kind == Kind::Person)
        || new.filter(|c| !c.speech && c.chain != last).any(|c| c.kind == Some(Kind::Person) || acts(c))
}
