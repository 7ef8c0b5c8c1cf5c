//! Which articles hold what: sorted lists, as small as they can be.

use super::packing::{number, push_number};
use rayon::slice::ParallelSliceMut;

/// For each key the articles that hold it, by their places in the base, in order.
#[derive(Debug, Default)]
pub(super) struct Places {
    /// Sorted, each once.
    keys: Box<[u32]>,
    lists: Lists,
}

impl Places {
    /// The articles by key; of equal pairs one counts.
    pub(super) fn new(pairs: Vec<(u32, u32)>) -> Self {
        let (mut keys, mut lists) = (Vec::new(), Lists::builder());
        for list in sorted(pairs).chunk_by(|a, b| a.0 == b.0) {
            keys.push(list[0].0);
            lists.push(list.iter().map(|(_, article)| *article));
        }
        Self { keys: keys.into(), lists: lists.finish() }
    }

    /// The keys, sorted.
    pub(super) fn keys(&self) -> impl Iterator<Item = &u32> {
        self.keys.iter()
    }

    /// The articles that hold `key`.
    pub(super) fn of(&self, key: u32) -> Numbers<'_> {
        match self.keys.binary_search(&key) {
            Ok(at) => self.lists.get(at),
            Err(_) => Numbers::default(),
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
    pub(super) fn get(&self, at: usize) -> Numbers<'_> {
        let Some(end) = self.ends.get(at) else { return Numbers::default() };
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        let mut bytes = &self.bytes[start as usize..*end as usize];
        let left = number(&mut bytes);
        Numbers { left, last: 0, bytes }
    }
}

impl ListsBuilder {
    /// Adds a list of `numbers`, which rise.
    pub(super) fn push(&mut self, numbers: impl ExactSizeIterator<Item = u32>) {
        push_list(&mut self.bytes, numbers);
        self.ends.push(self.bytes.len() as u32);
    }

    pub(super) fn finish(self) -> Lists {
        Lists { ends: self.ends.into(), bytes: self.bytes.into() }
    }
}

/// Packs how many numbers there are, and each as its step from the one before.
pub(super) fn push_list(bytes: &mut Vec<u8>, numbers: impl ExactSizeIterator<Item = u32>) {
    push_number(bytes, numbers.len() as u32);
    let mut last = 0;
    for number in numbers {
        push_number(bytes, number.wrapping_sub(last));
        last = number;
    }
}

/// The numbers of a packed list, in order.
#[derive(Clone, Debug, Default)]
pub(super) struct Numbers<'a> {
    left: u32,
    last: u32,
    bytes: &'a [u8],
}

impl<'a> Numbers<'a> {
    /// Unpacks the list that [`push_list`] packed at the head of `bytes`.
    pub(super) fn packed(mut bytes: &'a [u8]) -> Self {
        let left = number(&mut bytes);
        Self { left, last: 0, bytes }
    }
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

/// Sorted, on all cores, each once.
pub(super) fn sorted<T: Ord + Send>(mut list: Vec<T>) -> Vec<T> {
    list.par_sort_unstable();
    list.dedup();
    list
}

#[cfg(test)]
mod tests {
    use super::{Numbers, Places, push_list};

    #[test]
    fn finds_the_articles_of_a_key() {
        let places = Places::new(vec![(7, 2), (3, 1), (7, 0), (7, 2), (9, 500_000)]);
        let of = |key| places.of(key).collect::<Vec<u32>>();
        assert_eq!(of(7), [0, 2]);
        assert_eq!(of(3), [1]);
        assert_eq!(of(9), [500_000]);
        assert!(of(8).is_empty());
        assert_eq!((places.of(7).len(), places.of(8).len()), (2, 0));
        assert_eq!(Places::default().of(0).len(), 0);
    }

    #[test]
    fn what_is_packed_comes_back() {
        let numbers = [3, 4, 131, 70_000, u32::MAX];
        let mut bytes = Vec::new();
        push_list(&mut bytes, numbers.into_iter());
        assert_eq!(Numbers::packed(&bytes).collect::<Vec<u32>>(), numbers);
        assert!(Numbers::packed(&[200, 200]).count() < 30_000, "an end that is missing is no panic");
    }
}
