//! How an article's facts lie in memory: numbers in as few bytes as they need, places as steps from the one before,
//! each text once. An archive of 100,000 articles holds millions of them.
//!
//! | what | how |
//! |---|---|
//! | number | seven bits a byte, the lowest first (LEB128); the top bit says that another byte follows |
//! | step | twice the distance from another number, less one where that is the greater |
//! | text | its number among those of the article |
//! | part of a text | 0: the whole; 1: another text, which follows; else 2 more than twice where it starts, and one more where its length follows, which is else that of its place |
//! | form | its number among the uses of the article |
//! | name | 0: none; else 1 more than twice a text's number, or 2 more than twice that of a use |
//! | place | flags and, above them, what stands there; step of the offset; length; then what the flags tell of |
//! | words | how many, and two bytes for each |

use super::name::NameIn;
use super::pieces::Start;
use super::texts::{Texts, TextsBuilder};
use crate::catalog::{EntityIx, FormIx};
use crate::text::{Locus, Point, Span};

/// A form of a known name that an article uses.
pub(super) type Use = (EntityIx, FormIx);

/// Stands for no form: the article speaks of the name without naming it.
pub(super) const NO_FORM: FormIx = FormIx(u32::MAX);

/// The place is not on the line of the one before.
pub(super) const ELSEWHERE: u32 = 1;
/// Columns before the start differ between the encodings, and otherwise than at the one before.
pub(super) const WIDE_START: u32 = 2;
/// The end is on another line, or characters within take more than one byte.
pub(super) const WIDE_END: u32 = 4;
/// Bits of a place's first number that are its own; the others say what stands there.
pub(super) const OWN_BITS: u32 = 3;

/// A part of a text is all of it.
pub(super) const WHOLE: u32 = 0;
/// It is none of it, but another text.
pub(super) const ANOTHER: u32 = 1;
/// Half of what is more is the byte at which it starts; where one is left over, its length follows.
pub(super) const PART: u32 = 2;

/// Packs a number behind `bytes`.
pub(super) fn push_number(bytes: &mut Vec<u8>, number: u32) {
    let mut rest = number;
    while rest >= 0x80 {
        bytes.push(rest as u8 | 0x80);
        rest >>= 7;
    }
    bytes.push(rest as u8);
}

/// Packs facts.
pub(super) struct Writer<'u> {
    uses: &'u [Use],
    bytes: Vec<u8>,
    texts: TextsBuilder,
    /// Where what is packed starts: places count from there.
    from: Start,
    last: Last,
}

/// Where the place before starts, and its length in bytes.
#[derive(Clone, Copy, Default)]
struct Last {
    offset: usize,
    point: Point,
    length: u32,
}

impl<'u> Writer<'u> {
    /// `uses` are the known names that the facts may speak of, sorted; their places count from `from`.
    pub(super) fn new(uses: &'u [Use], from: Start) -> Self {
        Self {
            uses,
            bytes: Vec::with_capacity(256),
            texts: TextsBuilder::default(),
            from,
            last: Last::default(),
        }
    }

    /// Ends a list of facts: gives the place behind it, and starts the places of the next one anew.
    pub(super) fn end_list(&mut self) -> u32 {
        self.last = Last::default();
        self.bytes.len() as u32
    }

    /// The texts and the facts.
    pub(super) fn finish(self) -> (Texts, Vec<u8>) {
        (self.texts.finish(), self.bytes)
    }

    pub(super) fn number(&mut self, number: u32) {
        push_number(&mut self.bytes, number);
    }

    /// A number that is mostly near zero, of either sign.
    fn step(&mut self, from: u32, to: u32) {
        let step = to.wrapping_sub(from) as i32;
        self.number((step << 1 ^ step >> 31) as u32);
    }

    /// A text, kept once however often it comes.
    pub(super) fn text(&mut self, text: &str) {
        let number = self.texts.number(text);
        self.number(number);
    }

    /// A text that may be a part of `whole`, and mostly stands at the last place.
    pub(super) fn part(&mut self, text: &str, whole: &str) {
        if text == whole {
            return self.number(WHOLE);
        }
        // Mostly it is a surname at the end, or no part at all.
        let at = if whole.ends_with(text) { Some(whole.len() - text.len()) } else { whole.find(text) };
        match at {
            Some(at) => {
                let (at, length) = (at as u32, text.len() as u32);
                let other = length != self.last.length;
                self.number((at << 1) + PART + u32::from(other));
                if other {
                    self.number(length);
                }
            }
            None => {
                self.number(ANOTHER);
                self.text(text);
            }
        }
    }

    fn numbers(&mut self, (first, second): (u32, u32)) {
        self.number(first);
        self.number(second);
    }

    /// A form of a known name, which is among the uses.
    pub(super) fn form(&mut self, used: Use) {
        self.number(self.uses.partition_point(|other| *other < used) as u32);
    }

    /// A name, or none; one that is known is among the uses.
    pub(super) fn name(&mut self, name: Option<NameIn<'_>>) {
        let code = match name {
            None => 0,
            Some(NameIn::New(name)) => (self.texts.number(name) << 1) + 1,
            Some(NameIn::Known(entity)) => {
                let at = self.uses.partition_point(|(other, _)| *other < entity);
                ((at as u32) << 1) + 2
            }
        };
        self.number(code);
    }

    pub(super) fn words(&mut self, words: &[u16]) {
        self.number(words.len() as u32);
        self.bytes.extend(words.iter().flat_map(|word| word.to_le_bytes()));
    }

    /// A place, and what else is to be said of it, in a small number.
    pub(super) fn place_of(&mut self, at: Locus, what: u32) {
        let Last { offset, point, .. } = self.last;
        let below = |point: Point| Point { line: point.line - self.from.line, ..point };
        let (start, end) = (below(at.start), below(at.end));
        let span = Span::new(at.span.start - self.from.offset, at.span.end - self.from.offset);
        let length = span.len() as u32;
        let along =
            Point { byte: point.byte.wrapping_add((span.start as u32).wrapping_sub(offset as u32)), ..point };
        let elsewhere = along.line != start.line || along.byte != start.byte;
        let expected = if elsewhere { (0, 0) } else { width(point) };
        let wide_start = width(start) != expected;
        let plain_end = end.line == start.line
            && end.byte == start.byte.wrapping_add(length)
            && width(end) == width(start);
        let mut header = what << OWN_BITS;
        header |= if elsewhere { ELSEWHERE } else { 0 };
        header |= if wide_start { WIDE_START } else { 0 };
        header |= if plain_end { 0 } else { WIDE_END };
        self.number(header);
        self.step(offset as u32, span.start as u32);
        self.number(length);
        if elsewhere {
            self.step(point.line, start.line);
            self.number(start.byte);
        }
        if wide_start {
            self.numbers(width(start));
        }
        if !plain_end {
            self.step(start.line, end.line);
            self.number(end.byte);
            self.numbers(width(end));
        }
        self.last = Last { offset: span.start, point: start, length };
    }
}

/// By how much a column in bytes is more than one in UTF-16 units, and that more than one in characters.
pub(super) fn width(point: Point) -> (u32, u32) {
    (point.byte.wrapping_sub(point.utf16), point.utf16.wrapping_sub(point.char))
}

pub(super) fn point(line: u32, byte: u32, width: (u32, u32)) -> Point {
    let utf16 = byte.wrapping_sub(width.0);
    Point { line, byte, utf16, char: utf16.wrapping_sub(width.1) }
}

#[cfg(test)]
mod tests {
    use super::super::picked::{Picked, Uses};
    use super::super::unpacking::Reader;
    use super::*;
    use std::sync::Arc;

    /// Some place, mostly a little behind the one before, as places in a text are, sometimes anywhere.
    fn some_place(random: &mut u64, before: Locus) -> Locus {
        let mut next = |below: u32| {
            *random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (*random >> 33) as u32 % below
        };
        let (step, length) = (next(90), next(30));
        let same_line = next(3) > 0;
        let start = before.span.start + step as usize;
        let wide = if next(4) == 0 { (next(9), next(3)) } else { width(before.start) };
        let (line, byte) = if same_line {
            (before.start.line, before.start.byte + step)
        } else {
            (before.start.line + next(4), next(900) + 20)
        };
        let first = point(line, byte, wide);
        let last = match next(5) {
            0 => point(line + 1, next(40), (0, 0)),
            1 => point(line, byte + length, (wide.0 + 2, wide.1)),
            _ => point(line, byte + length, wide),
        };
        let back = if next(6) == 0 { start / 2 } else { start };
        Locus { span: Span::new(back, back + length as usize), start: first, end: last }
    }

    #[test]
    fn what_is_packed_comes_back() {
        let uses =
            [(EntityIx(3), FormIx(9)), (EntityIx(70_000), FormIx(300_000)), (EntityIx(70_001), NO_FORM)];
        let mut random = 7;
        let mut places = Vec::new();
        let mut at = Locus { span: Span::new(0, 0), start: Point::default(), end: Point::default() };
        for nth in 0..2_000u32 {
            at = some_place(&mut random, at);
            places.push((at, nth % 200));
        }
        let mut writer = Writer::new(&uses, Start::default());
        for (at, what) in &places {
            writer.place_of(*at, *what);
            writer.form(uses[(*what % 3) as usize]);
            writer.name(Some(NameIn::New("Nordhavn 수산")));
            writer.part("수산", "Nordhavn 수산");
            writer.part("Nordhavn 수산", "Nordhavn 수산");
            writer.part("Kim", "Nordhavn 수산");
            writer.name(Some(NameIn::Known(EntityIx(70_000))));
            writer.name(None);
            writer.words(&[1, u16::MAX, *what as u16]);
        }
        let end = writer.end_list();
        let (texts, bytes) = writer.finish();
        let texts = Arc::new(texts);
        assert_eq!((texts.len(), texts.get(0), end as usize), (2, "Nordhavn 수산", bytes.len()));
        let mut reader = Reader::new(Uses::all(&uses), &texts, Picked::all(texts.len() as u32), &bytes);
        for (at, what) in places {
            assert_eq!(reader.place(), (at, what));
            assert_eq!(reader.form(), uses[(what % 3) as usize]);
            assert_eq!(reader.name(), Some(NameIn::New("Nordhavn 수산")));
            for part in ["수산", "Nordhavn 수산", "Kim"] {
                assert_eq!(reader.part("Nordhavn 수산"), part);
            }
            assert_eq!(reader.name(), Some(NameIn::Known(EntityIx(70_000))));
            assert_eq!(reader.name(), None);
            assert!(reader.words().iter().eq([1, u16::MAX, what as u16]));
        }
        assert!(reader.bytes.is_empty());
    }

    #[test]
    fn what_nobody_packed_gives_no_panic() {
        let mut random = 1u64;
        let bytes: Vec<u8> = (0..5_000)
            .map(|_| {
                random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                (random >> 40) as u8
            })
            .collect();
        let texts = Arc::new(Texts::of("류제명", vec![3, 9]).unwrap());
        let mut told = Vec::new();
        let told = Picked::pack(&[7, 1], &mut told);
        let mut reader = Reader::new(Uses::default(), &texts, told, &bytes);
        while !reader.bytes.is_empty() {
            reader.place();
            reader.form();
            reader.name();
            reader.part("류제명");
            reader.words();
        }
    }
}
