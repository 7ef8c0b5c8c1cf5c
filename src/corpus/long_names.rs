//! New names by what they share with others, to find those that are almost the same: of three words and more two words, of
//! persons also one word and a part of another.

use super::article::Article;
use super::begun::{marked, new_names};
use super::texts::Texts;
use crate::text::fold_key;
use rayon::slice::ParallelSliceMut;
use std::sync::Arc;

/// The new names of three words and more and of persons, of some articles, by what they share with others.
#[derive(Debug)]
pub(super) struct LongNames {
    /// Where the names are kept.
    kept: Box<[Arc<Texts>]>,
    /// Each name some times, sorted.
    all: Box<[LongName]>,
    /// Where the names begin whose keys have the first bits in common, for each such bits, and where all end: keys are spread
    /// evenly, and so few names are looked through.
    parts: Box<[u32]>,
    /// What is left of a key without these bits.
    shift: u32,
}

/// A name by a key of its words, and its number in one of the texts.
#[derive(Clone, Copy, Debug)]
struct LongName {
    key: u32,
    texts: u32,
    number: u32,
}

/// The keys of the first two words of a name and of its last two, where it has more, and of the first and the last of three. Of a
/// `person`'s the surname with the first letter in front, and of two words the given name with either end of the surname.
fn keys(name: &str, person: bool) -> impl Iterator<Item = u32> {
    let (head, last) = name.rsplit_once(' ').unwrap_or(("", name));
    let first = name.split(' ').next().unwrap_or("");
    let second = name.match_indices(' ').nth(1).map(|(end, _)| end);
    let before_last = name.rmatch_indices(' ').nth(1).map(|(space, _)| space);
    let long = second.zip(before_last);
    let begins = long.map(|(end, _)| fold_key(&name[..end]));
    let ends = long.map(|(_, space)| fold_key(&name[space..]));
    let three = long.filter(|(end, space)| space < end && head.len() == *end);
    let around = three.map(|_| fold_key(first) ^ fold_key(last).rotate_left(1));
    let letters = |word: &str, most: usize| word.char_indices().nth(most).map_or(word.len(), |(at, _)| at);
    let surname = person.then(|| fold_key(last) ^ fold_key(&first[..letters(first, 1)]).rotate_left(2));
    // A slip in one half of a surname leaves the other as it is.
    let given = (person && long.is_none()).then(|| fold_key(first));
    let behind = given.map(|given| given ^ fold_key(&last[..letters(last, ENDS)]).rotate_left(3));
    let tail = last.char_indices().nth_back(ENDS - 1).map_or(0, |(at, _)| at);
    let before = given.map(|given| given ^ fold_key(&last[tail..]).rotate_left(4));
    // In a short one there may be less that it leaves.
    let short = given.filter(|_| (SHORT.0..=SHORT.1).contains(&last.chars().count()));
    let short = short.map(|given| given ^ fold_key(&last[..letters(last, SHORT_END)]).rotate_left(5));
    [begins, ends, around, surname, behind, before, short].into_iter().flatten().map(|key| key as u32)
}

/// Letters of a surname by which it is found: more would hold the slip as well, fewer are shared by many.
const ENDS: usize = 3;

/// Letters of a short surname, from how many to how many, …
const SHORT: (usize, usize) = (4, 6);
/// … and how many of them it is found by.
const SHORT_END: usize = 2;

impl LongNames {
    /// Those of `articles`.
    pub(super) fn of(articles: &[Arc<Article>]) -> Self {
        let marked = marked(articles);
        let by_key = |(name, person, texts, number): (_, _, u32, u32)| {
            keys(name, person).map(move |key| (key, name, texts, number))
        };
        let mut all: Vec<(u32, &str, u32, u32)> = new_names(&marked).flat_map(by_key).collect();
        all.par_sort_unstable();
        // Articles that share no texts have each their own.
        all.dedup_by_key(|(key, name, ..)| (*key, *name));
        let long = all.into_iter().map(|(key, _, texts, number)| LongName { key, texts, number });
        let all: Box<[LongName]> = long.collect();
        // About eight names a part, and two parts at least.
        let bits = (all.len() / 8).max(2).ilog2();
        let shift = u32::BITS - bits;
        let first = |part: u64| all.partition_point(|name| u64::from(name.key >> shift) < part) as u32;
        let parts = (0..=1 << bits).map(first).collect();
        LongNames { kept: marked.into_iter().map(|(texts, _)| texts.clone()).collect(), all, parts, shift }
    }

    /// Those that share two words with `name`, or of a `person` what is beside a slip, which may be among them; what many share
    /// tells nothing.
    pub(super) fn sharing<'a>(&'a self, name: &'a str, person: bool) -> impl Iterator<Item = &'a str> {
        /// "Ministry of …"
        const MANY: usize = 50;

        let of = |key: u32| {
            let part = (key >> self.shift) as usize;
            let near = &self.all[self.parts[part] as usize..self.parts[part + 1] as usize];
            let all = &near[near.partition_point(|other| other.key < key)..];
            &all[..all.iter().take(MANY + 1).take_while(|other| other.key == key).count()]
        };
        let few = keys(name, person).map(of).filter(|all| all.len() <= MANY);
        few.flatten().map(|other| self.kept[other.texts as usize].get(other.number))
    }
}
