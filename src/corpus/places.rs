//! Which articles hold what: sorted lists, as small as they can be.

use super::packing::push_number;
use super::unpacking::number;
use rayon::slice::ParallelSliceMut;

/// For each key the articles that hold it, by their places in the base, in order.
#[derive(Debug, Default)]
pub(super) struct Places {
    /// Sorted, each once.
    keys: Box<[u32]>,
    lists: Lists,
}

impl Places {
    /// The articles by key, from pairs of both: the keys of each part are higher than those of the part before. Of equal
    /// pairs one counts.
    pub(super) fn new(parts: impl Iterator<Item = Vec<(u32, u32)>>) -> Self {
        let (mut keys, mut lists) = (Vec::new(), Lists::builder());
        for pairs in parts {
            for list in sorted(pairs).chunk_by(|a, b| a.0 == b.0) {
                keys.push(list[0].0);
                lists.push(list.iter().map(|(_, article)| *article));
            }
        }
        Self { keys: exact(keys), lists: lists.finish() }
    }

    /// The keys, sorted.
    pub(super) fn keys(&self) -> impl Iterator<Item = &u32> {
        self.keys.iter()
    }

    /// The articles that hold `key`.
    pub(super) fn of(&self, key: u32) -> List<'_> {
        match self.keys.binary_search(&key) {
            Ok(at) => self.lists.get(at),
            Err(_) => List::default(),
        }
    }
}

/// Lists of rising numbers, each number kept as the step from the one before.
#[derive(Debug, Default)]
pub(super) struct Lists {
    /// Where each list ends in `bytes`.
    ends: Box<[u32]>,
    bytes: Box<[u8]>,
}

/// Packs [`Lists`].
#[derive(Debug, Default)]
pub(super) struct ListsBuilder {
    ends: Vec<u32>,
    bytes: Vec<u8>,
}

impl Lists {
    pub(super) fn builder() -> ListsBuilder {
        ListsBuilder::default()
    }

    /// The list with this number, which is empty where there is none.
    pub(super) fn get(&self, at: usize) -> List<'_> {
        let Some(end) = self.ends.get(at) else { return List::default() };
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        List::packed(&self.bytes[start as usize..*end as usize])
    }
}

impl ListsBuilder {
    /// Adds a list of `numbers`, which rise.
    pub(super) fn push(&mut self, numbers: impl ExactSizeIterator<Item = u32>) {
        push_list(&mut self.bytes, numbers);
        self.ends.push(self.bytes.len() as u32);
    }

    pub(super) fn finish(self) -> Lists {
        Lists { ends: exact(self.ends), bytes: exact(self.bytes) }
    }
}

/// Of so many numbers in a row the first is found without reading those before.
const STRIDE: usize = 128;

/// Packs how many numbers there are, for each stride but the first the number before it and where it begins, and each
/// number as its step from the one before.
pub(super) fn push_list(bytes: &mut Vec<u8>, numbers: impl ExactSizeIterator<Item = u32>) {
    push_number(bytes, numbers.len() as u32);
    let table = bytes.len();
    bytes.resize(table + 8 * strides(numbers.len()), 0);
    let (from, mut last) = (bytes.len(), 0u32);
    for (at, number) in numbers.enumerate() {
        if at > 0 && at % STRIDE == 0 {
            let entry = table + 8 * (at / STRIDE - 1);
            let offset = (bytes.len() - from) as u32;
            bytes[entry..entry + 4].copy_from_slice(&last.to_le_bytes());
            bytes[entry + 4..entry + 8].copy_from_slice(&offset.to_le_bytes());
        }
        push_number(bytes, number.wrapping_sub(last));
        last = number;
    }
}

/// How many strides but the first a list has.
fn strides(length: usize) -> usize {
    length.saturating_sub(1) / STRIDE
}

/// A packed list of rising numbers.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct List<'a> {
    length: u32,
    table: &'a [[u8; 8]],
    bytes: &'a [u8],
}

impl<'a> List<'a> {
    /// The list that [`push_list`] packed at the head of `bytes`.
    pub(super) fn packed(mut bytes: &'a [u8]) -> Self {
        let length = number(&mut bytes);
        let table = 8 * strides(length as usize);
        let (table, bytes) = bytes.split_at(table.min(bytes.len()));
        List { length, table: table.as_chunks().0, bytes }
    }

    /// How many numbers there are.
    pub(super) fn len(self) -> usize {
        self.length as usize
    }

    /// The numbers, in order.
    pub(super) fn iter(self) -> Numbers<'a> {
        Numbers { left: self.length, last: 0, bytes: self.bytes }
    }

    /// The numbers without the first `count`.
    pub(super) fn from(self, count: usize) -> Numbers<'a> {
        let count = count.min(self.len());
        let stride = (count / STRIDE).min(self.table.len());
        let mut numbers = self.stride(stride);
        // What is left is less than a stride.
        (stride * STRIDE..count).for_each(|_| _ = numbers.next());
        numbers
    }

    /// How many numbers are less than `limit`.
    pub(super) fn below(self, limit: u32) -> usize {
        let stride = self.table.partition_point(|entry| decoded(entry).0 < limit);
        stride * STRIDE + self.stride(stride).take_while(|number| *number < limit).count()
    }

    /// True where `wanted` is among the numbers.
    pub(super) fn holds(self, wanted: u32) -> bool {
        self.from(self.below(wanted)).next() == Some(wanted)
    }

    fn stride(self, at: usize) -> Numbers<'a> {
        let Some(entry) = at.checked_sub(1).and_then(|before| self.table.get(before)) else {
            return self.iter();
        };
        let (last, offset) = decoded(entry);
        let left = self.length.saturating_sub((at * STRIDE) as u32);
        Numbers { left, last, bytes: self.bytes.get(offset as usize..).unwrap_or(&[]) }
    }
}

/// The number before a stride, and where the stride begins.
fn decoded(entry: &[u8; 8]) -> (u32, u32) {
    let number = |at: usize| u32::from_le_bytes([entry[at], entry[at + 1], entry[at + 2], entry[at + 3]]);
    (number(0), number(4))
}

/// The numbers of a packed list, in order.
#[derive(Clone, Debug, Default)]
pub(super) struct Numbers<'a> {
    left: u32,
    last: u32,
    bytes: &'a [u8],
}

impl Iterator for Numbers<'_> {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        self.left = self.left.checked_sub(1)?;
        self.last = self.last.wrapping_add(number(&mut self.bytes));
        Some(self.last)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left as usize, Some(self.left as usize))
    }
}

impl ExactSizeIterator for Numbers<'_> {}

/// `list` in no more room than it needs: copied, since an allocator may leave what is cut short where it is, with all the room
/// that it had.
pub(super) fn exact<T: Copy>(list: Vec<T>) -> Box<[T]> {
    list.as_slice().into()
}

/// Sorted, on all cores, each once.
pub(super) fn sorted<T: Ord + Send>(mut list: Vec<T>) -> Vec<T> {
    list.par_sort_unstable();
    list.dedup();
    list
}

#[cfg(test)]
mod tests {
    use super::{List, Places, STRIDE, push_list};

    #[test]
    fn finds_the_articles_of_a_key() {
        let parts = [vec![(7, 2), (3, 1), (7, 0), (7, 2)], vec![(9, 500_000)]];
        let places = Places::new(parts.into_iter());
        let of = |key| places.of(key).iter().collect::<Vec<u32>>();
        assert_eq!(of(7), [0, 2]);
        assert_eq!(of(3), [1]);
        assert_eq!(of(9), [500_000]);
        assert!(of(8).is_empty());
        assert_eq!((places.of(7).len(), places.of(8).len()), (2, 0));
        assert_eq!(Places::default().of(0).len(), 0);
    }

    #[test]
    fn what_is_packed_comes_back_from_any_number_on() {
        for length in [0, 1, STRIDE - 1, STRIDE, STRIDE + 1, 2 * STRIDE, 1_000] {
            let numbers: Vec<u32> = (0..length as u32).map(|n| n * n % 7 + n * 300).collect();
            let mut bytes = Vec::new();
            push_list(&mut bytes, numbers.iter().copied());
            let list = List::packed(&bytes);
            assert_eq!(list.len(), length);
            for count in 0..length + 2 {
                let rest = numbers.get(count..).unwrap_or(&[]);
                assert!(list.from(count).eq(rest.iter().copied()), "{count} of {length}");
            }
            for limit in numbers.iter().flat_map(|n| [*n, n + 1]).chain([0, u32::MAX]) {
                assert_eq!(list.below(limit), numbers.partition_point(|n| *n < limit), "{limit} of {length}");
                assert_eq!(list.holds(limit), numbers.contains(&limit));
            }
        }
    }

    #[test]
    fn a_list_that_ends_too_soon_is_no_panic() {
        for bytes in [&[200, 200][..], &[200, 200, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]] {
            let list = List::packed(bytes);
            assert!(list.iter().chain(list.from(300)).count() < 60_000);
            assert!(list.below(7) < 60_000 && !list.holds(u32::MAX));
        }
    }
}
