//! The facts of an article, packed; how its numbers lie stands in [`packing`](super::packing).

use super::packing::{Use, push_number};
use super::picked::{Picked, Uses};
use super::texts::Texts;
use super::unpacking::{Reader, number};
use std::sync::Arc;

/// Mentions, candidates, expansions, introductions, ties, quotes.
pub(super) const LISTS: usize = 6;

/// The facts of an article or of a piece of it, which lie in a row in its chunk.
#[derive(Clone, Debug)]
pub(super) struct Packed {
    chunk: Arc<Chunk>,
    /// Where they start there.
    start: u32,
}

/// The facts of articles, one behind the other, and what they tell of. An article that was just read has one for itself;
/// those of a folder share large ones, which hold nothing twice and leave no gaps.
#[derive(Clone, Debug, Default)]
pub(super) struct Chunk {
    /// Names and words.
    pub(super) texts: Arc<Texts>,
    /// Forms of known names. Where a catalog numbers its names anew they change, and nothing else.
    pub(super) uses: Arc<[Use]>,
    pub(super) bytes: Arc<Vec<u8>>,
    /// How many articles of a folder share it; none where one has it for itself.
    pub(super) sharers: u32,
}

/// The parts of an article's facts. They lie so: how many forms and texts it tells of, the length of each list, the numbers
/// of those forms and texts in its chunk, the lists.
#[derive(Clone, Copy)]
struct Parts<'a> {
    uses: Picked<'a>,
    texts: Picked<'a>,
    /// Where each list ends in `lists`.
    ends: [u32; LISTS],
    lists: &'a [u8],
}

impl PartialEq for Packed {
    fn eq(&self, other: &Self) -> bool {
        self.lists() == other.lists()
            && self.uses().iter().eq(other.uses().iter())
            && self.texts().eq(other.texts())
    }
}

impl Eq for Packed {}

impl Packed {
    /// Lists that tell of these texts and forms and no others.
    pub(super) fn new(texts: Texts, uses: Arc<[Use]>, lists: &[u8], ends: [u32; LISTS]) -> Self {
        let (used, told) = (Picked::all(uses.len() as u32), Picked::all(texts.len() as u32));
        let mut bytes = Vec::with_capacity(lists.len() + 3 * (LISTS + 2));
        Parts { uses: used, texts: told, ends, lists }.push(&mut bytes);
        let bytes = Arc::new(bytes);
        Self { chunk: Arc::new(Chunk { texts: Arc::new(texts), uses, bytes, sharers: 0 }), start: 0 }
    }

    /// Those that lie at `start` in `chunk`.
    pub(super) fn at(chunk: Arc<Chunk>, start: u32) -> Self {
        Self { chunk, start }
    }

    /// Packs them behind `bytes` for a chunk where the texts and forms have these numbers.
    pub(super) fn push_with(&self, uses: &[u32], texts: &[u32], bytes: &mut Vec<u8>) {
        let (mut uses_bytes, mut texts_bytes) = (Vec::new(), Vec::new());
        let uses = Picked::pack(uses, &mut uses_bytes);
        Parts { uses, texts: Picked::pack(texts, &mut texts_bytes), ..self.parts() }.push(bytes);
    }

    pub(super) fn chunk(&self) -> &Arc<Chunk> {
        &self.chunk
    }

    pub(super) fn start(&self) -> u32 {
        self.start
    }

    /// What is in one of its lists.
    pub(super) fn reader(&self, list: usize) -> Reader<'_> {
        let Parts { uses, texts, ends, lists } = self.parts();
        let start = list.checked_sub(1).map_or(0, |before| ends[before]) as usize;
        let bytes = lists.get(start..ends[list] as usize).unwrap_or(&[]);
        Reader::new(Uses::new(&self.chunk.uses, uses), &self.chunk.texts, texts, bytes)
    }

    /// The lists, one behind the other, and where each ends.
    pub(super) fn lists(&self) -> (&[u8], [u32; LISTS]) {
        let Parts { ends, lists, .. } = self.parts();
        (lists, ends)
    }

    /// Its texts, each once, in the order of its own numbers.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        self.parts().texts.iter().map(|number| self.chunk.texts.get(number))
    }

    /// The known names that it speaks of, in the forms that it uses.
    pub(super) fn uses(&self) -> Uses<'_> {
        Uses::new(&self.chunk.uses, self.parts().uses)
    }

    fn parts(&self) -> Parts<'_> {
        let mut rest = self.chunk.bytes.get(self.start as usize..).unwrap_or(&[]);
        let (uses, texts) = (Picked::head(&mut rest), Picked::head(&mut rest));
        let mut end = 0u32;
        let ends = std::array::from_fn(|_| {
            end = end.saturating_add(number(&mut rest));
            end
        });
        let (uses, texts) = (uses.with_numbers(&mut rest), texts.with_numbers(&mut rest));
        Parts { uses, texts, ends, lists: rest.get(..end as usize).unwrap_or(&[]) }
    }
}

impl Parts<'_> {
    /// Packs them behind `bytes`.
    fn push(self, bytes: &mut Vec<u8>) {
        self.uses.push_head(bytes);
        self.texts.push_head(bytes);
        let mut start = 0;
        for end in self.ends {
            push_number(bytes, end - start);
            start = end;
        }
        self.uses.push_numbers(bytes);
        self.texts.push_numbers(bytes);
        bytes.extend_from_slice(self.lists);
    }
}
