//! The names and words that articles hold, each kept once: of one article while it is read, of all of a folder when they
//! have been, since an archive writes of the same names over and over.

use super::places::exact;
use rustc_hash::{FxHashMap, FxHasher};
use std::hash::Hasher;

/// Some texts, each known by its number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Texts {
    /// One behind the other.
    letters: Box<str>,
    /// Where each ends.
    ends: Box<[u32]>,
}

impl Texts {
    /// Texts that lie in `letters`, one behind the other; `None` where they cannot end there.
    pub(super) fn of(letters: &str, ends: Vec<u32>) -> Option<Self> {
        let whole = ends.last().map_or(0, |end| *end as usize) == letters.len();
        let fit = whole && ends.is_sorted() && ends.iter().all(|end| letters.is_char_boundary(*end as usize));
        fit.then(|| Texts { letters: letters.into(), ends: exact(ends) })
    }

    /// The text of a number; nothing for a number that is none of theirs.
    pub(super) fn get(&self, number: u32) -> &str {
        let at = number as usize;
        let start = at.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied());
        let place = start.zip(self.ends.get(at)).map(|(start, end)| start as usize..*end as usize);
        place.and_then(|place| self.letters.get(place)).unwrap_or("")
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }
}

/// Collects texts.
#[derive(Debug, Default)]
pub(super) struct TextsBuilder {
    letters: String,
    ends: Vec<u32>,
    /// The number of each text, by its hash or, where another one has that, by the next that is free.
    known: FxHashMap<u64, u32>,
}

impl TextsBuilder {
    /// The number of a text, which is kept once however often it comes.
    pub(super) fn number(&mut self, text: &str) -> u32 {
        let mut hasher = FxHasher::default();
        hasher.write(text.as_bytes());
        let mut key = hasher.finish();
        while let Some(&number) = self.known.get(&key) {
            if self.get(number) == text {
                return number;
            }
            key = key.wrapping_add(1);
        }
        let number = self.ends.len() as u32;
        self.letters.push_str(text);
        self.ends.push(self.letters.len() as u32);
        self.known.insert(key, number);
        number
    }

    /// The text of a number that it gave.
    pub(super) fn get(&self, number: u32) -> &str {
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before as usize]);
        &self.letters[start as usize..self.ends[number as usize] as usize]
    }

    /// True where so many more bytes can still be told by number.
    pub(super) fn has_room(&self, bytes: usize) -> bool {
        u32::try_from(self.letters.len() + bytes).is_ok()
    }

    pub(super) fn finish(self) -> Texts {
        // Copied, since an allocator may leave what is cut short where it is, with all the room that it had.
        Texts { letters: self.letters.as_str().into(), ends: exact(self.ends) }
    }
}
