//! A name-like span of one block, before the article says whose name it is.

use super::parts::Memory;
use super::shape::Shape;
use crate::catalog::Kind;
use crate::text::{Span, fold_key};

/// A name-like span of a block. Offsets count from the block's start.
#[derive(Clone, Debug)]
pub(super) struct RawCandidate {
    /// The name: without title, possessive and article.
    pub(super) span: Span,
    /// The key of its text, folded.
    pub(super) key: u64,
    /// What its text looks like.
    pub(super) shape: Shape,
    /// What it names, where the words around it or in it show it.
    pub(super) kind: Option<Kind>,
    /// True for a single word at the beginning of a sentence, which is capitalised in any case: a name only
    /// where the rest of the article says so.
    pub(super) doubtful: bool,
    /// True for a name of several words at the beginning of a sentence: the first may be no part of it.
    pub(super) begins_sentence: bool,
    /// True where it begins a headline, whose first word may tell of the person that follows: "Embattled Holm quits".
    pub(super) begins_headline: bool,
    /// What it tells by itself.
    pub(super) parts: Memory,
}

impl RawCandidate {
    /// The name at `span` of `text`, where no sentence begins.
    pub(super) fn new(span: Span, text: &str, kind: Option<Kind>, doubtful: bool) -> Self {
        let name = span.of(text);
        let (key, shape) = (fold_key(name), Shape::of(name));
        Self {
            span,
            key,
            shape,
            kind,
            doubtful,
            begins_sentence: false,
            begins_headline: false,
            parts: Memory::default(),
        }
    }

    /// In bylines and credits a line ends a name, and so does a word for the time: "By Dana Whitlock Posted : May 18".
    /// False when nothing is left.
    pub(super) fn end_with_line(&mut self, text: &str) -> bool {
        const TIMES: [&str; 4] = [" Modified", " Posted", " Published", " Updated"];
        let line = self.span.of(text).split(['\n', '\r']).next().unwrap_or("");
        let end = TIMES.iter().filter_map(|word| line.find(word)).min().unwrap_or(line.len());
        let line = line[..end].trim_end();
        if self.span.start + line.len() != self.span.end {
            self.span.end = self.span.start + line.len();
            (self.key, self.shape) = (fold_key(line), Shape::of(line));
        }
        !line.is_empty()
    }
}
