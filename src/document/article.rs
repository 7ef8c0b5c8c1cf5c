//! An article, read: its paragraphs and the facts in them.

use super::difference::Difference;
use super::facts::{
    Acronym, Ambiguity, Candidate, Chain, ChainKey, Expansion, Introduction, Mention, Speech, Suppression,
    Tie, Zone,
};
use super::paragraph::Paragraph;
use crate::catalog::EntityIx;
use crate::text::{self, Format, Locus, Point, QuotationKind, Span, TokenKind, is_hangul};
use jiff::civil::Date;
use std::borrow::Cow;
use std::hash::Hasher;
use std::sync::{Arc, LazyLock, OnceLock, Weak};

/// An article, read. Immutable; an edit makes a new one that shares the paragraphs that did not change.
#[derive(Clone, Debug)]
pub struct Document {
    /// How it is written.
    pub format: Format,
    /// Its paragraphs, without a gap between them.
    pub paragraphs: Vec<Arc<Paragraph>>,
    /// Where each paragraph starts, in bytes.
    pub starts: Vec<usize>,
    /// The line that each paragraph starts, from 0. Paragraphs start at line starts.
    pub lines: Vec<u32>,
    /// The zone of each paragraph.
    pub zones: Vec<Zone>,
    /// Known names, in text order, never overlapping.
    pub mentions: Vec<Mention>,
    /// Unknown names, in text order, never overlapping each other or a mention.
    pub candidates: Vec<Candidate>,
    /// The chains of both. An edit that leaves them all as they are, and what is told of them, shares them with the article
    /// before it.
    pub chains: Arc<Vec<Chain>>,
    /// Expansions, in text order.
    pub expansions: Vec<Expansion>,
    /// Introductions, in text order.
    pub introductions: Vec<Introduction>,
    /// Who runs, leads or takes part in what, in text order.
    pub ties: Vec<Tie>,
    /// Speeches, in text order.
    pub speeches: Vec<Speech>,
    /// Acronyms, in text order.
    pub acronyms: Vec<Acronym>,
    /// Acronyms and surnames with two possible owners, in text order.
    pub ambiguities: Vec<Ambiguity>,
    /// The keys of family names that several persons of the article have, in order.
    pub(super) shared_families: Arc<[u64]>,
    /// "Ignore here" comments.
    pub suppressions: Vec<Suppression>,
    /// How "ignore here" comments begin of which nobody can tell what they accept, in order.
    pub unread_comments: Vec<Span>,
    /// The article's date, where it states one.
    pub date: Option<Date>,
    /// True for an editor's text.
    pub(super) in_editor: bool,
    /// Another state of the article, and what differs there, once that was asked for.
    pub(super) compared: OnceLock<(Weak<Document>, Arc<Difference>)>,
}

impl Document {
    /// The same as the text of an editor, where a byte order mark is a character as others. At the head of a file it counts for
    /// no column, since editors do not show it.
    pub fn in_editor(self) -> Document {
        Document { in_editor: true, ..self }
    }

    /// Bytes in the article.
    pub fn len(&self) -> usize {
        match (self.starts.last(), self.paragraphs.last()) {
            (Some(start), Some(paragraph)) => start + paragraph.text.len(),
            _ => 0,
        }
    }

    /// True when there is no text.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The whole text.
    pub fn text(&self) -> String {
        self.paragraphs.iter().map(|p| &*p.text).collect()
    }

    /// The text in `span`, which must lie within one paragraph, as the span of every fact does; else "".
    pub fn slice(&self, span: Span) -> &str {
        let at = self.paragraph_at(span.start);
        let (Some(start), Some(paragraph)) = (self.starts.get(at), self.paragraphs.get(at)) else {
            return "";
        };
        paragraph.text.get(span.start - start..span.end - start).unwrap_or("")
    }

    /// The text in `span`, which must lie within one paragraph, as a reader sees it: without emphasis and links, on one line.
    /// For all that is told of it; what is looked up or replaced is what is [written](Self::slice).
    pub fn shown(&self, span: Span) -> Cow<'_, str> {
        text::shown(self.seen(span))
    }

    /// The same, of the same length as it is written: see [`Prose::text`](text::Prose::text).
    pub fn seen(&self, span: Span) -> &str {
        let at = self.paragraph_at(span.start);
        let (Some(start), Some(paragraph)) = (self.starts.get(at), self.paragraphs.get(at)) else {
            return "";
        };
        paragraph.prose.text.get(span.start - start..span.end - start).unwrap_or("")
    }

    /// The text in `span`, which lies within paragraph `at`; else "".
    pub fn slice_in(&self, at: u32, span: Span) -> &str {
        let at = at as usize;
        let (Some(start), Some(paragraph)) = (self.starts.get(at), self.paragraphs.get(at)) else {
            return "";
        };
        let local = span.start.checked_sub(*start).zip(span.end.checked_sub(*start));
        local.and_then(|(from, to)| paragraph.text.get(from..to)).unwrap_or("")
    }

    /// Which paragraph holds byte `offset` (the last for an offset at the end).
    pub fn paragraph_at(&self, offset: usize) -> usize {
        self.starts.partition_point(|s| *s <= offset).saturating_sub(1)
    }

    /// The sentence that holds byte `offset`.
    pub fn sentence(&self, offset: usize) -> Option<Span> {
        let at = self.paragraph_at(offset);
        let start = *self.starts.get(at)?;
        Some(self.paragraphs[at].prose.sentence(offset - start)?.shifted(start))
    }

    /// The words of the speech at `span`, which lies within one paragraph, each folded and hashed, with its place; not those that
    /// the speaker gives as somebody else's: “She said, ‘I won’, and left.”
    pub fn words_of(&self, span: Span) -> impl Iterator<Item = (u32, Span)> {
        let at = self.paragraph_at(span.start);
        let start = self.starts.get(at).copied().unwrap_or(0);
        let prose = self.paragraphs.get(at).map(|p| &p.prose);
        let (tokens, quotations) = prose.map_or((&[][..], &[][..]), |p| (&p.tokens, &p.quotations));
        let from = tokens.partition_point(|t| t.start as usize + start < span.start);
        let inside = tokens[from..].iter().take_while(move |t| t.end as usize + start <= span.end);
        let first = quotations.partition_point(|q| q.span.start + start <= span.start);
        let inner = quotations[first..].iter().filter(|q| q.kind == QuotationKind::Speech);
        let (mut inner, mut others) = (inner.peekable(), 0);
        let own = inside.filter(move |t| {
            while let Some(quotation) = inner.next_if(|q| q.span.start <= t.start as usize) {
                others = others.max(quotation.span.end);
            }
            others <= t.start as usize
        });
        let words = own.filter(|t| !matches!(t.kind, TokenKind::Mark | TokenKind::Barrier));
        words.map(move |t| (t.folded as u32 ^ (t.folded >> 32) as u32, t.span().shifted(start)))
    }

    /// True when the words around `speech`, in its paragraph, say that several said it together.
    pub fn is_joint(&self, speech: &Speech) -> bool {
        /// Words and marks on either side that are looked at: the sentences beside a speech.
        const NEAR: usize = 120;

        let Some(paragraph) = self.paragraphs.get(speech.paragraph as usize) else { return false };
        let start = self.starts[speech.paragraph as usize];
        let tokens = &paragraph.prose.tokens;
        let first = tokens.partition_point(|t| (t.start as usize + start) < speech.span.start);
        let behind = tokens.partition_point(|t| (t.start as usize + start) < speech.span.end);
        let near = first.saturating_sub(NEAR)..tokens.len().min(behind + NEAR);
        // Hardly any text has the letters.
        let text = tokens.get(near.start).zip(tokens[..near.end].last());
        let text = text.and_then(|(from, to)| paragraph.prose.text.get(from.start as usize..to.end as usize));
        if !text.is_some_and(|text| text.contains("oint")) {
            return false;
        }
        let mut near = tokens[near.start..first].iter().chain(&tokens[behind..near.end]);
        // A look at a number tells most words apart.
        static JOINT: LazyLock<[u64; 2]> = LazyLock::new(|| {
            ["joint", "jointly"].map(|word| text::tokens(word).first().map_or(0, |t| t.folded))
        });
        let [joint, jointly] = *JOINT;
        near.any(|t| {
            (t.folded == joint || t.folded == jointly)
                && matches!(t.of(&paragraph.prose.text), "joint" | "Joint" | "jointly" | "Jointly")
        })
    }

    /// The line and columns of byte `offset`, clamped into the text and to a character's start.
    pub fn point(&self, offset: usize) -> Point {
        let at = self.paragraph_at(offset);
        let (Some(paragraph), Some(start)) = (self.paragraphs.get(at), self.starts.get(at)) else {
            return Point::default();
        };
        self.in_text(at, paragraph.lines.point(offset - start), paragraph)
    }

    /// A place in paragraph `at` as one in the text.
    fn in_text(&self, at: usize, point: Point, paragraph: &Paragraph) -> Point {
        if at == 0 && !self.in_editor {
            return point.behind_mark(&paragraph.text);
        }
        Point { line: point.line + self.lines[at], ..point }
    }

    /// A span with its lines and columns.
    pub fn locus(&self, span: Span) -> Locus {
        let at = self.paragraph_at(span.start);
        let (Some(paragraph), Some(start)) = (self.paragraphs.get(at), self.starts.get(at)) else {
            return Locus { span, start: Point::default(), end: Point::default() };
        };
        let point = |offset: usize| self.in_text(at, paragraph.lines.point(offset - start), paragraph);
        // The place behind a paragraph is one in the next.
        let within = span.end - start < paragraph.text.len();
        Locus {
            span,
            start: point(span.start),
            end: if within { point(span.end) } else { self.point(span.end) },
        }
    }

    /// The known name at byte `offset`, its end included.
    pub fn mention_at(&self, offset: usize) -> Option<&Mention> {
        let at = self.mentions.partition_point(|m| m.span.end < offset);
        self.mentions[at..].iter().take(2).rfind(|m| m.span.touches(offset))
    }

    /// The unknown name at byte `offset`, its end included.
    pub fn candidate_at(&self, offset: usize) -> Option<&Candidate> {
        let at = self.candidates.partition_point(|m| m.span.end < offset);
        self.candidates[at..].iter().take(2).rfind(|m| m.span.touches(offset))
    }

    /// The Hangul that stands beside `name`, one of the two in brackets: "Ryu Je-myung (류제명)", "류제명(Ryu Je-myung)".
    pub fn native_beside(&self, name: Span) -> Option<Span> {
        let at = self.paragraph_at(name.start);
        let (text, start) = (&self.paragraphs.get(at)?.text, *self.starts.get(at)?);
        let (before, behind) = (text.get(..name.start - start)?, text.get(name.end - start..)?);
        let gap = [' ', '\u{a0}'];
        if let Some(inside) = behind.trim_start_matches(gap).strip_prefix('(') {
            let end = inside.find(|c| !is_hangul(c) && c != ' ')?;
            let from = name.end + behind.len() - inside.len();
            return (end > 0 && inside[end..].starts_with(')')).then(|| Span::new(from, from + end));
        }
        let hangul = before.strip_suffix('(').filter(|_| behind.starts_with(')'))?.trim_end_matches(gap);
        let length = hangul.chars().rev().take_while(|c| is_hangul(*c)).map(char::len_utf8).sum::<usize>();
        let end = start + hangul.len();
        (length > 0).then(|| Span::new(end - length, end))
    }

    /// The entity that a chain stands for; `None` for a name outside the catalog.
    pub fn entity_of(&self, chain: u32) -> Option<EntityIx> {
        match self.chains.get(chain as usize)?.key {
            ChainKey::Entity(entity) => Some(entity),
            ChainKey::Name(_) => None,
        }
    }

    /// The fullest form of an unknown name in this article; "" for a known one.
    pub fn name_of(&self, chain: u32) -> &str {
        match self.chains.get(chain as usize).map(|c| &c.key) {
            Some(ChainKey::Name(name)) => name,
            _ => "",
        }
    }

    /// The chain of an entity.
    pub fn chain_of(&self, entity: EntityIx) -> Option<(u32, &Chain)> {
        let at = self.chains.iter().position(|c| c.key == ChainKey::Entity(entity))?;
        Some((at as u32, &self.chains[at]))
    }

    /// A hash of the text, to see whether a file is still the one that was read.
    pub fn digest(&self) -> u64 {
        let mut digest = Digest::default();
        for paragraph in &self.paragraphs {
            digest.write(paragraph.text.as_bytes());
        }
        digest.finish()
    }
}

/// The hash behind [`Document::digest`]: the same however the bytes are cut into pieces.
#[derive(Default)]
struct Digest {
    state: u64,
    length: u64,
    pending: u64,
}

impl Digest {
    /// Takes in more bytes.
    fn write(&mut self, bytes: &[u8]) {
        // Up to the next eight bytes, then eight at a time.
        let open = (self.length.next_multiple_of(8) - self.length) as usize;
        let (head, rest) = bytes.split_at(open.min(bytes.len()));
        let (words, tail) = rest.as_chunks::<8>();
        self.write_each(head);
        for word in words {
            self.pending = u64::from_be_bytes(*word);
            self.flush();
        }
        self.length += 8 * words.len() as u64;
        self.write_each(tail);
    }

    fn write_each(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.pending = self.pending << 8 | u64::from(*byte);
            self.length += 1;
            if self.length.is_multiple_of(8) {
                self.flush();
            }
        }
    }

    /// The hash of all bytes so far.
    fn finish(mut self) -> u64 {
        self.flush();
        let mut hasher = rustc_hash::FxHasher::default();
        hasher.write_u64(self.state);
        hasher.write_u64(self.length);
        hasher.finish()
    }

    fn flush(&mut self) {
        self.state = (self.state.rotate_left(23) ^ self.pending).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        self.pending = 0;
    }
}

/// The digest of a file's text, as [`Document::digest`] gives it.
pub fn digest(text: &str) -> u64 {
    let mut digest = Digest::default();
    digest.write(text.as_bytes());
    digest.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digest_does_not_depend_on_where_the_bytes_are_cut() {
        let text = "Ryu Je-myung (류제명) met Jason Kwon in Seoul.";
        for first in 0..=text.len() {
            for second in first..=text.len() {
                let mut cut = Digest::default();
                for piece in
                    [&text.as_bytes()[..first], &text.as_bytes()[first..second], &text.as_bytes()[second..]]
                {
                    cut.write(piece);
                }
                assert_eq!(cut.finish(), digest(text), "{first}, {second}");
            }
        }
        assert_ne!(digest("Ryu "), digest("Ryu"));
    }
}
