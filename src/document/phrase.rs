//! The words around the names of one paragraph.

use super::lexicon;
use super::paragraph::Paragraph;
use super::told::Known;
use crate::catalog::Kind;
use crate::text::{Span, Token, TokenKind};
use rustc_hash::FxHasher;
use std::hash::Hasher;
use std::ops::Range;

/// A name in its paragraph.
#[derive(Clone, Copy, Debug)]
pub(super) struct Named<'a> {
    /// Its paragraph, by its number.
    pub(super) paragraph: u32,
    /// Where, in bytes of the paragraph.
    pub(super) span: Span,
    /// Its chain.
    pub(super) chain: u32,
    /// The fullest name of its chain.
    pub(super) label: &'a str,
    /// What it names, where catalog or text show it.
    pub(super) kind: Option<Kind>,
    /// False for a name that is only looked at as the other side of what is said: a surname after the full name,
    /// a place.
    pub(super) subject: bool,
}

impl Named<'_> {
    /// True for a person.
    pub(super) fn person(&self) -> bool {
        self.kind == Some(Kind::Person)
    }

    /// What its paragraph remembers it by.
    pub(super) fn known(&self) -> Known {
        let mut label = FxHasher::default();
        label.write(self.label.as_bytes());
        let Named { span, chain, kind, subject, .. } = *self;
        Known { span, chain, label: label.finish(), kind, subject }
    }
}

/// One paragraph, its words and its names.
pub(super) struct Passage<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    /// In text order, not overlapping.
    pub(super) names: &'a [Named<'a>],
    /// The words of each name, as places in `tokens`.
    pub(super) words: Vec<Range<usize>>,
    pub(super) paragraph: &'a Paragraph,
}

/// An apposition has no more tokens than this.
const LONGEST_CLAUSE: usize = 60;
/// A gloss in brackets has no more tokens than this.
const LONGEST_GLOSS: usize = 30;

impl<'a> Passage<'a> {
    /// A paragraph with the names in it.
    pub(super) fn new(paragraph: &'a Paragraph, names: &'a [Named<'a>]) -> Self {
        let tokens = paragraph.prose.tokens.as_slice();
        let mut from = 0;
        let place = |name: &Named| {
            from += tokens[from..].partition_point(|t| (t.start as usize) < name.span.start);
            from..from + tokens[from..].partition_point(|t| (t.start as usize) < name.span.end)
        };
        let words = names.iter().map(place).collect();
        Self { text: &paragraph.prose.text, tokens, names, words, paragraph }
    }

    /// The word or mark at `at`; "" behind the last.
    pub(super) fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |t| t.of(self.text))
    }

    /// The word or mark in front of `at`; "" before the first.
    pub(super) fn word_before(&self, at: usize) -> &'a str {
        at.checked_sub(1).map_or("", |at| self.word(at))
    }

    /// True for a word in small letters that is no function word: a noun, an adjective, a verb.
    pub(super) fn small_word(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|t| {
            t.kind == TokenKind::Word && !t.capital && !lexicon::is_function_word(t.of(self.text))
        })
    }

    /// The name that begins at token `at`.
    pub(super) fn name_at(&self, at: usize) -> Option<usize> {
        self.words.binary_search_by_key(&at, |words| words.start).ok()
    }

    /// The name whose last word stands right before token `end`, with a gloss in brackets between or not.
    pub(super) fn name_until(&self, end: usize) -> Option<usize> {
        let find = |end: usize| self.words.binary_search_by_key(&end, |words| words.end).ok();
        if self.word_before(end) != ")" {
            return find(end);
        }
        let from = end.saturating_sub(LONGEST_GLOSS);
        let open = (from..end).rev().find(|at| self.word(*at) == "(")?;
        find(open)
    }

    /// The name that owns what begins at token `at`, and the token where the possessive begins: "OpenAI's …".
    pub(super) fn owner_until(&self, at: usize) -> Option<(usize, usize)> {
        let apostrophe = |at: usize| matches!(self.word(at), "'" | "’") && !self.tokens[at].gap;
        let mark = if self.word_before(at) == "s" && at >= 2 && !self.tokens[at - 1].gap {
            at - 2
        } else {
            at.checked_sub(1)?
        };
        apostrophe(mark).then(|| self.name_until(mark)).flatten().map(|name| (name, mark))
    }

    /// The token behind a possessive "'s" that begins at token `at`.
    pub(super) fn behind_possessive(&self, at: usize) -> Option<usize> {
        if !matches!(self.word(at), "'" | "’") || self.tokens[at].gap {
            return None;
        }
        Some(if self.word(at + 1) == "s" && !self.tokens[at + 1].gap { at + 2 } else { at + 1 })
    }

    /// The token behind a name and a gloss in brackets: "Ryu Je-myung (류제명), …".
    pub(super) fn behind(&self, name: usize) -> usize {
        self.behind_gloss(self.words[name].end)
    }

    /// The token behind a bracket that opens at `at`; `at` where none does.
    pub(super) fn behind_gloss(&self, at: usize) -> usize {
        if self.word(at) != "(" {
            return at;
        }
        let near = self.tokens[at..].iter().take(LONGEST_GLOSS);
        near.map(|t| t.of(self.text)).position(|w| w == ")").map_or(at, |close| at + close + 1)
    }

    /// The sentence that holds token `at`, in tokens, without its closing stop.
    pub(super) fn sentence(&self, at: usize) -> Range<usize> {
        let span = self.sentence_span(at);
        let start = self.tokens.partition_point(|t| (t.start as usize) < span.start);
        let mut end = self.tokens.partition_point(|t| (t.start as usize) < span.end);
        while end > start && matches!(self.word(end - 1), "." | "!" | "?" | "\"" | "”") {
            end -= 1;
        }
        start..end
    }

    /// The sentence that holds token `at`, in bytes of the paragraph.
    pub(super) fn sentence_span(&self, at: usize) -> Span {
        let whole = self.paragraph.block.content;
        let Some(token) = self.tokens.get(at) else { return whole };
        self.paragraph.prose.sentence(token.start as usize).unwrap_or(whole)
    }

    /// The token that ends an apposition which begins at `first`: a comma, a dash, a quotation mark, a stop. A bracket
    /// ends it too, unless it goes on behind: "chief strategy officer (CSO) of OpenAI".
    pub(super) fn clause_end(&self, first: usize) -> usize {
        let end = self.sentence(first).end.min(first + LONGEST_CLAUSE);
        let mut at = first;
        while at < end {
            match self.word(at) {
                "," | ";" | ":" | "“" | "\"" | "—" | "–" => return at,
                "(" => {
                    let behind = self.behind_gloss(at);
                    if behind == at || !matches!(self.word(behind), "of" | "at" | "for" | "in") {
                        return at;
                    }
                    at = behind;
                }
                _ => at += 1,
            }
        }
        end
    }

    /// The bytes of some tokens; there is at least one.
    pub(super) fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.tokens[range.start].start as usize, self.tokens[range.end - 1].end as usize)
    }
}
