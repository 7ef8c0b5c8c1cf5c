//! What the index keeps of an article that is being edited: piece by piece, so that an edit costs the packing of the
//! pieces that it touches.

use super::article::{INTRODUCTIONS, TIES, ZONES, code};
use super::name::NameIn;
use super::packed::{LISTS, Packed};
use super::packing::{NO_FORM, Use, Writer};
use super::picked::Uses;
use super::quote::quotes;
use super::unpacking::Reader;
use crate::catalog::{EntityIx, Kind};
use crate::document::{Difference, Document};
use crate::text::Span;
use rustc_hash::FxHashSet;
use std::ops::Range;
use std::sync::{Arc, LazyLock};

/// A piece ends with the paragraph that makes it as long as this, in bytes: short, since each key packs one anew, but
/// not so short that a list of them is longer than what they hold.
const LENGTH: usize = 1_000;

/// An article in pieces.
#[derive(Clone)]
pub(super) struct Pieces {
    document: Arc<Document>,
    pieces: Vec<Piece>,
    /// The known names that the article speaks of, in the forms that it uses: sorted, each once.
    uses: Arc<[Use]>,
}

/// Some paragraphs of an article in a row.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Piece {
    /// The first of them, by its number.
    first: usize,
    /// Where they start.
    start: Start,
    facts: Arc<Content>,
}

/// A later state of an article, and what of it is known to be as it was.
pub(super) struct Edited {
    pub(super) pieces: Pieces,
    /// True where all that articles are found by is the same, as often as it comes.
    pub(super) same_keys: bool,
}

/// What is kept of a piece.
struct Content {
    /// The known names that it speaks of, in the forms that it uses: sorted, each once.
    uses: Arc<[Use]>,
    /// Its facts, with places that count from where it starts: packed when somebody first looks at them, which is after the
    /// findings of an edit have been told.
    packed: LazyLock<Lists, Box<dyn FnOnce() -> Lists + Send>>,
}

/// The facts of a piece.
#[derive(PartialEq, Eq)]
struct Lists {
    packed: Packed,
    /// Which of the lists hold any: in most pieces no letters are written out, and nobody is introduced.
    filled: [bool; LISTS],
}

impl Lists {
    fn new(packed: Packed) -> Self {
        let (_, ends) = packed.lists();
        let filled = std::array::from_fn(|list| ends[list] > list.checked_sub(1).map_or(0, |at| ends[at]));
        Self { packed, filled }
    }
}

impl PartialEq for Content {
    fn eq(&self, other: &Self) -> bool {
        (&self.uses, &*self.packed) == (&other.uses, &*other.packed)
    }
}

impl Eq for Content {}

/// Where a piece starts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Start {
    pub(super) offset: usize,
    pub(super) line: u32,
}

impl PartialEq for Pieces {
    fn eq(&self, other: &Self) -> bool {
        self.pieces == other.pieces
    }
}

impl Eq for Pieces {}

impl Pieces {
    /// All of `document`.
    pub(super) fn new(document: &Arc<Document>) -> Self {
        let pieces = cut(document, 0..document.paragraphs.len());
        Self { uses: uses_of(&pieces), pieces, document: document.clone() }
    }

    /// The same of `document`, a later state of the article. Only what differs is packed.
    pub(super) fn edited(&self, document: &Arc<Document>) -> Edited {
        let difference = Difference::between(&self.document, document);
        let mut pieces = Vec::with_capacity(self.pieces.len() + 2);
        let (mut kept, mut same_uses, mut same_pieces) = (0, true, true);
        let mut runs = difference.runs.iter().peekable();
        while let Some(run) = runs.next() {
            let begun = self.pieces.partition_point(|piece| piece.first <= run.before.start);
            let (head, mut tail) = (begun.saturating_sub(1), self.begun_before(run.before.end));
            // What follows in the last of these pieces is packed with it.
            while let Some(more) = runs.next_if(|run| self.begun_before(run.before.start + 1) <= tail) {
                tail = tail.max(self.begun_before(more.before.end));
            }
            pieces.extend(self.pieces[kept..head].iter().map(|piece| piece.moved(document, &difference)));
            // Where no piece follows, the last one reaches to the end of the article.
            let first = |at: usize| self.pieces.get(at).map(|piece| difference.moved(piece.first));
            let (from, to) = (first(head).unwrap_or(0), first(tail).unwrap_or(document.paragraphs.len()));
            let new = cut(document, from..to);
            let old = &self.pieces[head..tail];
            let same = old.iter().map(Piece::uses).eq(new.iter().map(Piece::uses));
            same_pieces &= same;
            same_uses &= same || uses_of(old) == uses_of(&new);
            pieces.extend(new);
            kept = tail;
        }
        pieces.extend(self.pieces[kept..].iter().map(|piece| piece.moved(document, &difference)));
        let uses = if same_uses { self.uses.clone() } else { uses_of(&pieces) };
        let pieces = Self { document: document.clone(), pieces, uses };
        Edited { pieces, same_keys: difference.same_names && same_pieces }
    }

    /// How many pieces begin in front of a paragraph.
    fn begun_before(&self, paragraph: usize) -> usize {
        self.pieces.partition_point(|piece| piece.first < paragraph)
    }

    /// The known names that the article speaks of, in the forms that it uses: sorted, each once.
    pub(super) fn uses(&self) -> Uses<'_> {
        Uses::all(&self.uses)
    }

    /// Those that `other` does not share.
    pub(super) fn apart_from(&self, other: &Pieces) -> Pieces {
        let same = |(a, b): &(&Piece, &Piece)| Arc::ptr_eq(&a.facts, &b.facts);
        let (own, others) = (&self.pieces, &other.pieces);
        let head = own.iter().zip(others).take_while(same).count();
        let tail = own[head..].iter().rev().zip(others[head..].iter().rev()).take_while(same).count();
        let others = &others[head..others.len() - tail];
        let shared: FxHashSet<_> = others.iter().map(|piece| Arc::as_ptr(&piece.facts)).collect();
        let mut pieces = own[head..own.len() - tail].to_vec();
        pieces.retain(|piece| !shared.contains(&Arc::as_ptr(&piece.facts)));
        Pieces { pieces, document: self.document.clone(), uses: self.uses.clone() }
    }

    /// The pieces, in text order.
    pub(super) fn iter(&self) -> std::slice::Iter<'_, Piece> {
        self.pieces.iter()
    }

    /// Hash of the article's bytes.
    pub(super) fn digest(&self) -> u64 {
        self.document.digest()
    }
}

impl Piece {
    /// The known names that it speaks of, in the forms that it uses: sorted, each once.
    pub(super) fn uses(&self) -> &[Use] {
        &self.facts.uses
    }

    /// What is in one of its lists.
    pub(super) fn reader(&self, list: usize) -> Reader<'_> {
        let Lists { packed, filled } = &*self.facts.packed;
        if filled[list] { packed.reader(list).from(self.start) } else { Reader::default() }
    }

    /// The same in `document`, which differs elsewhere.
    fn moved(&self, document: &Document, difference: &Difference) -> Piece {
        let first = difference.moved(self.first);
        Piece { first, start: Start::of(document, first), facts: self.facts.clone() }
    }
}

impl Start {
    /// Where paragraph `at` of `document` starts.
    fn of(document: &Document, at: usize) -> Self {
        let (offset, line) = (document.starts.get(at), document.lines.get(at));
        Start { offset: offset.map_or_else(|| document.len(), |at| *at), line: line.copied().unwrap_or(0) }
    }
}

/// `paragraphs` of `document` in pieces.
fn cut(document: &Arc<Document>, paragraphs: Range<usize>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut first = paragraphs.start;
    while first < paragraphs.end {
        let start = Start::of(document, first);
        let long = |at: &usize| Start::of(document, at + 1).offset - start.offset >= LENGTH;
        let end = (first..paragraphs.end).find(long).map_or(paragraphs.end, |last| last + 1);
        let uses = uses(document, first..end);
        let (document, used) = (document.clone(), uses.clone());
        let packed = LazyLock::new(Box::new(move || Lists::new(pack(&document, first..end, used))) as Box<_>);
        pieces.push(Piece { first, start, facts: Arc::new(Content { uses, packed }) });
        first = end;
    }
    pieces
}

/// The facts of some paragraphs of `document`, with places that count from where the first starts.
pub(super) fn pack(document: &Document, paragraphs: Range<usize>, uses: Arc<[Use]>) -> Packed {
    let from = Start::of(document, paragraphs.start);
    let bytes = Span::new(from.offset, Start::of(document, paragraphs.end).offset);
    let mut writer = Writer::new(&uses, from);
    let mut ends = [0; LISTS];
    for m in within(&document.mentions, bytes, |m| m.span) {
        let what = code(&ZONES, m.zone) << 2 | u32::from(m.speech) << 1 | u32::from(m.partial);
        writer.place_of(document.locus(m.span), what);
        writer.form((m.entity, m.form));
    }
    ends[0] = writer.end_list();
    for c in within(&document.candidates, bytes, |c| c.span) {
        let kind = c.kind.map_or(0, |kind| code(&Kind::ALL, kind) + 1);
        writer.place_of(document.locus(c.span), code(&ZONES, c.zone) + ZONES.len() as u32 * kind);
        let name = document.name_of(c.chain);
        writer.text(name);
        writer.part(&document.shown(c.span), name);
    }
    ends[1] = writer.end_list();
    for e in within(&document.expansions, bytes, |e| e.span) {
        let long = document.shown(e.long);
        writer.place_of(document.locus(e.long), code(&ZONES, e.zone));
        writer.text(document.slice(e.short));
        writer.text(&long);
        writer.name(e.entity.map(NameIn::Known));
    }
    ends[2] = writer.end_list();
    for i in within(&document.introductions, bytes, |i| i.name) {
        let what = document.shown(i.what);
        writer.place_of(document.locus(i.name), code(&INTRODUCTIONS, i.kind) << 1 | u32::from(i.holds));
        writer.name(NameIn::of(document, i.chain));
        writer.text(&what);
        writer.part(&document.shown(i.title), &what);
        writer.name(i.employer.and_then(|chain| NameIn::of(document, chain)));
    }
    ends[3] = writer.end_list();
    for tie in within(&document.ties, bytes, |tie| tie.words) {
        writer.place_of(document.locus(tie.words), code(&TIES, tie.kind));
        writer.name(NameIn::of(document, tie.subject));
        writer.name(NameIn::of(document, tie.other));
        writer.text(&document.shown(tie.words));
    }
    ends[4] = writer.end_list();
    for quote in quotes(document, within(&document.speeches, bytes, |speech| speech.span)) {
        writer.place_of(quote.at, 0);
        writer.name(Some(quote.speaker.name()));
        writer.words(&quote.words);
    }
    ends[5] = writer.end_list();
    let (texts, bytes) = writer.finish();
    Packed::new(texts, uses, &bytes, ends)
}

/// Those of `facts`, which are in text order, that start in `bytes`.
fn within<F>(facts: &[F], bytes: Span, place: impl Fn(&F) -> Span) -> &[F] {
    let from = facts.partition_point(|fact| place(fact).start < bytes.start);
    let to = facts.partition_point(|fact| place(fact).start < bytes.end);
    &facts[from..to]
}

/// The known names that some paragraphs of `document` speak of, in the forms that they use: sorted, each once.
pub(super) fn uses(document: &Document, paragraphs: Range<usize>) -> Arc<[Use]> {
    let start = |at| Start::of(document, at).offset;
    let bytes = Span::new(start(paragraphs.start), start(paragraphs.end));
    let mentions = within(&document.mentions, bytes, |m| m.span);
    let mut uses: Vec<Use> = mentions.iter().map(|m| (m.entity, m.form)).collect();
    let mut also = |entity: EntityIx| uses.push((entity, NO_FORM));
    let expansions = within(&document.expansions, bytes, |e| e.span);
    expansions.iter().filter_map(|e| e.entity).for_each(&mut also);
    let introductions = within(&document.introductions, bytes, |i| i.name);
    let introduced = introductions.iter().flat_map(|i| [Some(i.chain), i.employer]).flatten();
    let ties = within(&document.ties, bytes, |tie| tie.words);
    let tied = ties.iter().flat_map(|tie| [tie.subject, tie.other]);
    introduced.chain(tied).filter_map(|chain| document.entity_of(chain)).for_each(&mut also);
    let speakers = within(&document.speeches, bytes, |speech| speech.span).iter().filter_map(|s| s.speaker);
    speakers.filter_map(|chain| document.entity_of(chain)).for_each(&mut also);
    each_once(uses)
}

/// What some pieces use.
fn uses_of(pieces: &[Piece]) -> Arc<[Use]> {
    each_once(pieces.iter().flat_map(|piece| piece.facts.uses.iter().copied()).collect())
}

/// `uses` sorted, each once.
fn each_once(mut uses: Vec<Use>) -> Arc<[Use]> {
    uses.sort_unstable();
    uses.dedup();
    // Beside a form of the same name the lack of one says nothing.
    uses.dedup_by(|later, earlier| later.0 == earlier.0 && later.1 == NO_FORM);
    uses.into()
}
