//! What an edit changed in an article.

use super::article::Document;
use super::paragraph::Paragraph;
use std::ops::Range;
use std::sync::Arc;

/// What became of one article in another, which edits made of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The paragraphs of the article before that gave way, …
    pub before: Range<usize>,
    /// … and those of the article now that stand in their place. All others are the same in both.
    pub now: Range<usize>,
    /// True when every name is whose it was: mentions, candidates, chains, expansions, acronyms and ambiguities are the
    /// same one by one, introductions and ties too but for their words; only their places are others.
    pub same_names: bool,
}

impl Difference {
    /// What differs in `now` from `before`, in time proportional to the paragraphs and small.
    pub fn between(before: &Document, now: &Document) -> Self {
        let (old, new) = touched(&before.paragraphs, &now.paragraphs);
        Self { before: old, now: new, same_names: Arc::ptr_eq(&before.chains, &now.chains) }
    }
}

/// The paragraphs of two articles that are not the same in both: all from the first to the last.
pub(super) fn touched(before: &[Arc<Paragraph>], now: &[Arc<Paragraph>]) -> (Range<usize>, Range<usize>) {
    let same = |(a, b): &(&Arc<Paragraph>, &Arc<Paragraph>)| Arc::ptr_eq(a, b);
    let head = before.iter().zip(now).take_while(same).count();
    let tail = before[head..].iter().rev().zip(now[head..].iter().rev()).take_while(same).count();
    (head..before.len() - tail, head..now.len() - tail)
}
