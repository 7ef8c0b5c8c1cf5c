//! What the rules found in an article, kept so that after an edit they are asked of what it touched alone.

use super::asked::{Asked, Runs, Touched};
use super::judge::{Case, settled};
use super::list::RULES;
use crate::corpus::{QuotePosting, Snapshot, quotes};
use crate::diagnostic::{Diagnostic, Place};
use crate::document::{Difference, Document};
use crate::text::Span;
use std::cell::LazyCell;
use std::path::Path;
use std::sync::Arc;

/// What the rules find in one state of an article, in one state of its corpus.
#[derive(Debug)]
pub struct Judgement {
    path: Arc<Path>,
    document: Arc<Document>,
    snapshot: Snapshot,
    /// What each rule finds by itself, in the order of [`RULES`].
    found: Vec<Vec<Diagnostic>>,
    /// The article's speeches.
    quotes: Vec<QuotePosting>,
}

impl Judgement {
    /// Judges all of an article.
    pub fn new(path: Arc<Path>, document: Arc<Document>, snapshot: Snapshot) -> Self {
        let quotes = quotes(&document, &document.speeches);
        let case = Case::new(&path, &document, &snapshot, &quotes, None);
        let found = RULES.iter().map(|rule| case.found(*rule)).collect();
        drop(case);
        Self { path, document, snapshot, found, quotes }
    }

    /// Judges another state of the same article. Equals [`Judgement::new`]; where edits that left all names as they were
    /// lead from the one state to the other, and nothing else changed, the rules are asked of what the edits touched.
    pub fn renewed(self, document: Arc<Document>, snapshot: Snapshot) -> Self {
        let difference = Difference::between(&self.document, &document);
        let unsuppressed = self.document.suppressions.is_empty() && document.suppressions.is_empty();
        if !difference.same_names || !unsuppressed || !snapshot.is_but_for(&self.snapshot, &self.path) {
            return Self::new(self.path, document, snapshot);
        }
        let old = Touched::new(&self.document, &difference.before);
        let new = Touched::new(&document, &difference.now);
        let moves = Moves { old, new, path: &self.path };
        let now = moves.quotes(&self.quotes);
        let touched = |quotes: &[QuotePosting], state: Touched| state.places(quotes, |q| q.at.span);
        let (gone, come) = (touched(&self.quotes, old), touched(&now, new));
        let runs = Runs::of(self.quotes[gone].iter().chain(&now[come]));
        let asked = Asked::of([old, new], &snapshot.catalog);
        let before = asked.clone().with_quotes(&self.quotes, old, &runs);
        let after = asked.with_quotes(&now, new, &runs);
        let was = Case::new(&self.path, &self.document, &self.snapshot, &self.quotes, Some(&before));
        let is = |asked| Case::new(&self.path, &document, &snapshot, &now, asked);
        let (part, whole) = (is(Some(&after)), LazyCell::new(|| is(None)));
        let mut found = Vec::with_capacity(self.found.len());
        for (rule, mut kept) in RULES.iter().zip(self.found) {
            if !part.is_on(*rule) {
                found.push(kept);
                continue;
            }
            let moved = !rule.reads_all() && {
                if !kept.is_empty() {
                    let gone = was.found(*rule);
                    kept.retain(|finding| !gone.contains(finding));
                }
                kept.iter_mut().all(|finding| moves.finding(finding, rule.tells_lines()).is_some())
            };
            found.push(if moved {
                kept.extend(part.found(*rule));
                kept
            } else {
                whole.found(*rule)
            });
        }
        drop((was, part, whole));
        Self { found, quotes: now, path: self.path, document, snapshot }
    }

    /// What all rules find, in text order, as [`judge`](super::judge::judge) gives it.
    pub fn findings(&self, everything: bool) -> Vec<Diagnostic> {
        settled(self.found.clone(), &self.path, &self.document, &self.snapshot, everything)
    }
}

/// How places in one state of an article stand in another with the same names.
#[derive(Clone, Copy)]
struct Moves<'a> {
    old: Touched<'a>,
    new: Touched<'a>,
    path: &'a Arc<Path>,
}

impl Moves<'_> {
    /// Where `span` stands now; `None` where it is no name's and stands in a paragraph that differs.
    fn span(&self, span: Span) -> Option<Span> {
        let (old, new) = (self.old.bytes(), self.new.bytes());
        let (before, now) = (self.old.document, self.new.document);
        if span.start < old.start {
            return Some(span);
        }
        if span.start >= old.end {
            return Some(Span::new(span.start - old.end + new.end, span.end - old.end + new.end));
        }
        macro_rules! same {
            ($list:ident, $place:ident) => {
                if let Ok(at) = before.$list.binary_search_by_key(&span, |fact| fact.$place) {
                    return now.$list.get(at).map(|fact| fact.$place);
                }
            };
        }
        same!(mentions, span);
        same!(candidates, span);
        same!(acronyms, span);
        same!(ambiguities, span);
        same!(expansions, span);
        let at = self.old.places(&before.expansions, |e| e.span);
        let (was, is) = (before.expansions.get(at.clone())?, now.expansions.get(at)?);
        was.iter().zip(is).find_map(|(was, is)| match span {
            _ if span == was.short => Some(is.short),
            _ if span == was.long => Some(is.long),
            _ => None,
        })
    }

    /// Moves all places of `finding` that are in this article; `None` where that cannot be.
    fn finding(&self, finding: &mut Diagnostic, tells_lines: bool) -> Option<()> {
        finding.span = self.span(finding.span)?;
        for edit in finding.fixes.iter_mut().flat_map(|fix| &mut fix.edits) {
            edit.span = self.span(edit.span)?;
        }
        for related in finding.related.iter_mut().filter(|related| related.place.path == *self.path) {
            let place = &mut related.place;
            let locus = self.new.document.locus(self.span(place.span)?);
            if tells_lines && locus.start.line != place.start.line {
                return None;
            }
            *place = Place { path: place.path.clone(), span: locus.span, start: locus.start, end: locus.end };
        }
        Some(())
    }

    /// The speeches of the article now.
    fn quotes(&self, before: &[QuotePosting]) -> Vec<QuotePosting> {
        let (old, new) = (self.old.bytes(), self.new.bytes());
        let line = |state: Touched| state.document.lines.get(state.to).copied().unwrap_or(0);
        let touched = self.old.places(before, |quote| quote.at.span);
        let document = self.new.document;
        let mut now = before[..touched.start].to_vec();
        now.extend(quotes(document, self.new.within(&document.speeches, |speech| speech.span)));
        now.extend(before[touched.end..].iter().map(|quote| {
            let mut quote = quote.clone();
            let at = &mut quote.at;
            at.span = Span::new(at.span.start - old.end + new.end, at.span.end - old.end + new.end);
            at.start.line = at.start.line - line(self.old) + line(self.new);
            at.end.line = at.end.line - line(self.old) + line(self.new);
            quote
        }));
        now
    }
}
