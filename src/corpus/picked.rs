//! What an article picks of the names and words that it shares with others.

use super::packing::{NO_FORM, Use, push_number};
use super::unpacking::number;
use crate::catalog::EntityIx;

/// Some numbers, each in as few bytes as the greatest of them needs, the lowest first.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Picked<'a> {
    count: u32,
    /// Bytes of each number; with none each is its own place.
    width: u32,
    bytes: &'a [u8],
}

/// Bits that tell of how many bytes a number has.
const WIDTH_BITS: u32 = 3;

impl<'a> Picked<'a> {
    /// The numbers from 0 on, which lie nowhere.
    pub(super) fn all(count: u32) -> Self {
        Picked { count, width: 0, bytes: &[] }
    }

    /// Packs `numbers` behind `bytes`, without telling how many there are.
    pub(super) fn pack(numbers: &[u32], bytes: &'a mut Vec<u8>) -> Self {
        let width =
            numbers.iter().max().map_or(1, |most| (u32::BITS - most.leading_zeros()).div_ceil(8).max(1));
        let start = bytes.len();
        bytes.extend(numbers.iter().flat_map(|number| number.to_le_bytes().into_iter().take(width as usize)));
        Picked { count: numbers.len() as u32, width, bytes: &bytes[start..] }
    }

    /// Packs how many there are.
    pub(super) fn push_head(self, bytes: &mut Vec<u8>) {
        push_number(bytes, self.count << WIDTH_BITS | self.width);
    }

    /// Packs the numbers.
    pub(super) fn push_numbers(self, bytes: &mut Vec<u8>) {
        bytes.extend_from_slice(self.bytes);
    }

    /// Unpacks how many there are; the numbers follow later.
    pub(super) fn head(bytes: &mut &[u8]) -> Self {
        let head = number(bytes);
        let width = (head & ((1 << WIDTH_BITS) - 1)).min(u32::BITS / 8);
        Picked { count: head >> WIDTH_BITS, width, bytes: &[] }
    }

    /// The same with the numbers, which lie at the head of `bytes`; steps over them.
    pub(super) fn with_numbers(self, bytes: &mut &'a [u8]) -> Self {
        let length = (self.count as usize).saturating_mul(self.width as usize).min(bytes.len());
        let (own, rest) = bytes.split_at(length);
        *bytes = rest;
        Picked { bytes: own, ..self }
    }

    /// How many there are.
    pub(super) fn len(self) -> u32 {
        self.count
    }

    /// The number at a place.
    pub(super) fn get(self, at: u32) -> Option<u32> {
        if self.width == 0 {
            return (at < self.count).then_some(at);
        }
        let (start, width) = (at as usize * self.width as usize, self.width as usize);
        let bytes = self.bytes.get(start..start + width)?;
        Some(bytes.iter().rev().fold(0, |number, byte| number << 8 | u32::from(*byte)))
    }

    /// The numbers, in their order.
    pub(super) fn iter(self) -> impl Iterator<Item = u32> + Clone + 'a {
        (0..self.count).map_while(move |at| self.get(at))
    }
}

/// The known names that an article speaks of, in the forms that it uses: sorted, each once.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Uses<'a> {
    all: &'a [Use],
    picked: Picked<'a>,
}

impl<'a> Uses<'a> {
    /// Those of `all` that are `picked`.
    pub(super) fn new(all: &'a [Use], picked: Picked<'a>) -> Self {
        Uses { all, picked }
    }

    /// All of them.
    pub(super) fn all(all: &'a [Use]) -> Self {
        Uses { all, picked: Picked::all(all.len() as u32) }
    }

    /// The one at a place.
    pub(super) fn get(self, at: u32) -> Option<Use> {
        self.all.get(self.picked.get(at)? as usize).copied()
    }

    /// All of them, in order.
    pub(super) fn iter(self) -> impl Iterator<Item = Use> + Clone + 'a {
        (0..self.picked.len()).map_while(move |at| self.get(at))
    }

    /// True where one of them names `entity`.
    pub(super) fn name(self, entity: EntityIx) -> bool {
        let (mut from, mut to) = (0, self.picked.len());
        while from < to {
            let middle = from.midpoint(to);
            match self.get(middle) {
                Some((other, _)) if other < entity => from = middle + 1,
                _ => to = middle,
            }
        }
        // Where the article uses a form, that sorts before none.
        self.get(from).is_some_and(|(other, form)| other == entity && form != NO_FORM)
    }

    /// The names that are named, each once, in order.
    pub(super) fn entities(self) -> impl Iterator<Item = EntityIx> + 'a {
        let mut last = None;
        let named = self.iter().filter(|(_, form)| *form != NO_FORM).map(|(entity, _)| entity);
        named.filter(move |entity| last.replace(*entity) != Some(*entity))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::FormIx;

    #[test]
    fn numbers_come_back_in_whatever_width() {
        for numbers in [&[][..], &[0], &[7, 255], &[256, 1, 65_535], &[1 << 16, 0], &[u32::MAX, 3]] {
            let (mut bytes, mut own) = (Vec::new(), Vec::new());
            let picked = Picked::pack(numbers, &mut own);
            picked.push_head(&mut bytes);
            picked.push_numbers(&mut bytes);
            bytes.push(9);
            let mut rest = &bytes[..];
            let picked = Picked::head(&mut rest).with_numbers(&mut rest);
            assert_eq!((picked.iter().collect::<Vec<u32>>(), rest), (numbers.to_vec(), &[9][..]));
            assert_eq!(picked.get(numbers.len() as u32), None);
        }
        assert!(Picked::all(3).iter().eq(0..3));
    }

    #[test]
    fn a_name_without_a_form_is_not_named() {
        let all = [
            (EntityIx(9), NO_FORM),
            (EntityIx(2), FormIx(5)),
            (EntityIx(4), FormIx(7)),
            (EntityIx(4), NO_FORM),
        ];
        let mut bytes = Vec::new();
        let uses = Uses::new(&all, Picked::pack(&[1, 2, 3, 0], &mut bytes));
        let named = |number| uses.name(EntityIx(number));
        assert_eq!([1, 2, 3, 4, 9, 10].map(named), [false, true, false, true, false, false]);
        assert!(uses.entities().eq([EntityIx(2), EntityIx(4)]));
    }
}
