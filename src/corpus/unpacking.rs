//! Reads what [`packing`](super::packing) packed.

use super::name::NameIn;
use super::packing::{ANOTHER, ELSEWHERE, OWN_BITS, PART, Use, WHOLE, WIDE_END, WIDE_START, point, width};
use super::picked::{Picked, Uses};
use super::pieces::Start;
use super::texts::Texts;
use crate::catalog::{EntityIx, FormIx};
use crate::text::{Locus, Point, Span};
use std::sync::Arc;

/// Unpacks the number at the head of `bytes`, and steps over it.
#[inline]
pub(super) fn number(bytes: &mut &[u8]) -> u32 {
    // Nearly all numbers have one byte or two.
    match **bytes {
        [first, ref rest @ ..] if first < 0x80 => {
            *bytes = rest;
            u32::from(first)
        }
        [first, second, ref rest @ ..] if second < 0x80 => {
            *bytes = rest;
            u32::from(first & 0x7F) | u32::from(second) << 7
        }
        _ => long_number(bytes),
    }
}

fn long_number(bytes: &mut &[u8]) -> u32 {
    let (mut number, mut shift) = (0, 0);
    while let Some((byte, rest)) = bytes.split_first() {
        *bytes = rest;
        number |= u32::from(byte & 0x7F).wrapping_shl(shift);
        if *byte < 0x80 {
            break;
        }
        shift += 7;
    }
    number
}

/// The words of a speech, hashed, as they lie there.
#[derive(Clone, Copy, Debug)]
pub(super) struct PackedWords<'a>(&'a [[u8; 2]]);

impl<'a> PackedWords<'a> {
    pub(super) fn len(self) -> usize {
        self.0.len()
    }

    /// The word at a place below [`Self::len`].
    pub(super) fn get(self, at: usize) -> u16 {
        u16::from_le_bytes(self.0[at])
    }

    pub(super) fn iter(self) -> impl ExactSizeIterator<Item = u16> + 'a {
        self.0.iter().map(|word| u16::from_le_bytes(*word))
    }
}

/// Unpacks facts. Bytes that no [`Writer`] wrote give some facts or other, never a panic.
#[derive(Clone, Default)]
pub(super) struct Reader<'a> {
    uses: Uses<'a>,
    texts: Option<&'a Arc<Texts>>,
    /// The numbers there of those that the list tells of.
    told: Picked<'a>,
    /// What is still to be read of the list.
    pub(super) bytes: &'a [u8],
    /// Where the place before starts, and its length in bytes.
    offset: usize,
    point: Point,
    length: usize,
    from: Start,
}

impl<'a> Reader<'a> {
    pub(super) fn new(uses: Uses<'a>, texts: &'a Arc<Texts>, told: Picked<'a>, bytes: &'a [u8]) -> Self {
        Self { uses, texts: Some(texts), told, bytes, ..Self::default() }
    }

    /// The same where places count from `from`.
    pub(super) fn from(self, from: Start) -> Self {
        Self { from, ..self }
    }

    pub(super) fn number(&mut self) -> u32 {
        number(&mut self.bytes)
    }

    fn step(&mut self, from: u32) -> u32 {
        let number = self.number();
        from.wrapping_add((number >> 1) ^ (number & 1).wrapping_neg())
    }

    /// Steps over some numbers.
    fn skip(&mut self, numbers: usize) {
        (0..numbers).for_each(|_| _ = self.number());
    }

    /// Steps over a place, and gives what else was said of it. The places behind it cannot be told any more, nor what part of a text
    /// stands there.
    pub(super) fn skip_place(&mut self) -> u32 {
        let header = self.number();
        let odd = |flag: u32| header & flag != 0;
        self.skip(2 + 2 * usize::from(odd(ELSEWHERE)) + 2 * usize::from(odd(WIDE_START)));
        self.skip(4 * usize::from(odd(WIDE_END)));
        header >> OWN_BITS
    }

    pub(super) fn text(&mut self) -> &'a str {
        let number = self.number();
        self.text_of(number)
    }

    /// A text by where it is kept and its number there.
    pub(super) fn kept_text(&mut self) -> Option<(&'a Arc<Texts>, u32)> {
        let number = self.number();
        self.texts.zip(self.told.get(number))
    }

    fn text_of(&self, number: u32) -> &'a str {
        self.texts.zip(self.told.get(number)).map_or("", |(texts, number)| texts.get(number))
    }

    /// A text that may be a part of `whole`.
    pub(super) fn part(&mut self, whole: &'a str) -> &'a str {
        match self.number() {
            WHOLE => whole,
            ANOTHER => self.text(),
            part => {
                let (start, follows) = ((part - PART) as usize >> 1, (part - PART) & 1 != 0);
                let length = if follows { self.number() as usize } else { self.length };
                whole.get(start..start.saturating_add(length)).unwrap_or("")
            }
        }
    }

    pub(super) fn form(&mut self) -> Use {
        let at = self.number();
        self.uses.get(at).unwrap_or((EntityIx(0), FormIx(0)))
    }

    /// A name; `None` where there is none.
    pub(super) fn name(&mut self) -> Option<NameIn<'a>> {
        let code = self.number();
        self.name_of(code)
    }

    /// The name that a number stands for.
    pub(super) fn name_of(&self, code: u32) -> Option<NameIn<'a>> {
        let code = code.checked_sub(1)?;
        let number = code >> 1;
        if code & 1 == 0 {
            return Some(NameIn::New(self.text_of(number)));
        }
        self.uses.get(number).map(|(entity, _)| NameIn::Known(entity))
    }

    pub(super) fn words(&mut self) -> PackedWords<'a> {
        let bytes = (self.number() as usize).saturating_mul(2).min(self.bytes.len());
        let (words, rest) = self.bytes.split_at(bytes);
        self.bytes = rest;
        PackedWords(words.as_chunks().0)
    }

    /// A place, and what else was said of it.
    pub(super) fn place(&mut self) -> (Locus, u32) {
        let header = self.number();
        let offset = self.step(self.offset as u32);
        let length = self.number();
        self.length = length as usize;
        let (line, byte, expected) = if header & ELSEWHERE != 0 {
            (self.step(self.point.line), self.number(), (0, 0))
        } else {
            let byte = self.point.byte.wrapping_add(offset.wrapping_sub(self.offset as u32));
            (self.point.line, byte, width(self.point))
        };
        let wide = if header & WIDE_START != 0 { (self.number(), self.number()) } else { expected };
        let start = point(line, byte, wide);
        let end = if header & WIDE_END != 0 {
            let (line, byte) = (self.step(line), self.number());
            point(line, byte, (self.number(), self.number()))
        } else {
            point(line, byte.wrapping_add(length), wide)
        };
        (self.offset, self.point) = (offset as usize, start);
        let span = Span::new(offset as usize, offset as usize + length as usize).shifted(self.from.offset);
        let above = |point: Point| Point { line: point.line.wrapping_add(self.from.line), ..point };
        (Locus { span, start: above(start), end: above(end) }, header >> OWN_BITS)
    }
}
