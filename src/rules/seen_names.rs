//! What is seen of the names outside the catalog, kept from one state of an article to the next: an edit changes few of
//! them, and to look at one again costs more than to find it.

use super::lone_surname::Surname;
use super::near_miss::Nearness;
use crate::catalog::{FormIx, Kind, Outline, is_korean_name};
use crate::document::Chain;
use crate::text::fold_name_but_case;
use rustc_hash::FxHashMap;
use std::cell::{Cell, Ref, RefCell};
use std::sync::{Arc, OnceLock, Weak};

/// What is seen of the names of an article, and which of them are one in two spellings.
#[derive(Debug, Default)]
pub(super) struct SeenNames {
    /// By their text.
    all: RefCell<FxHashMap<Box<str>, Arc<Seen>>>,
    /// Of those that were compared whether the two are one.
    compared: RefCell<FxHashMap<Pair, bool>>,
    /// The names that were looked at last, in their order, and the pairs of them that are one.
    pairs: RefCell<Pairs>,
    /// How other articles spell those of which that was asked, which are of these kinds.
    respelled: RefCell<FxHashMap<(u32, Kind), Spellings>>,
    /// The surnames that were looked at last, and the chains whose they are.
    surnames: RefCell<(Weak<Vec<Chain>>, Vec<Surname>)>,
    /// The known names that those are almost of which it was asked in a part of the article, by their text.
    almost: RefCell<FxHashMap<Box<str>, Near>>,
    /// How many were seen so far.
    count: Cell<u32>,
}

/// Names in the order in which they first stand, and the pairs of them that are one, by their places in it.
#[derive(Debug, Default)]
struct Pairs {
    of: Vec<Looked>,
    pairs: Vec<(usize, usize)>,
}

/// Known names, and how near each is.
pub(super) type Near = Vec<(FormIx, Nearness)>;

/// How other articles spell a name.
type Spellings = Vec<Box<str>>;

/// A name by its number, with what it is.
type Looked = (u32, Option<Kind>);

/// Two names by their numbers, each with what it is.
type Pair = [Looked; 2];

/// What is seen of a name.
#[derive(Debug)]
pub(super) struct Seen {
    /// No other name has the same.
    number: u32,
    /// Its words and, behind them, all of it without the spaces.
    pub(super) keys: Box<[Key]>,
    /// Bytes of its words.
    pub(super) length: usize,
    /// Its outline, once that was asked for.
    outline: OnceLock<Outline>,
    /// True where it may be a Korean name, once that was asked for.
    korean: OnceLock<bool>,
    /// Its surname, once that was asked for.
    surname: OnceLock<Option<Surname>>,
}

/// A word of a name: equal ones have equal keys.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Key {
    hash: u64,
    /// True where a digit is in it.
    pub(super) number: bool,
}

impl SeenNames {
    /// What is seen of `name`.
    pub(super) fn of(&self, name: &str) -> Arc<Seen> {
        let mut all = self.all.borrow_mut();
        if let Some(seen) = all.get(name) {
            return seen.clone();
        }
        self.count.set(self.count.get() + 1);
        let seen = Arc::new(Seen::new(name, self.count.get()));
        all.insert(name.into(), seen.clone());
        seen
    }

    /// Whether two names are one, each as what it is: as `compare` tells the first time.
    pub(super) fn are_one(&self, names: [(&Seen, Option<Kind>); 2], compare: impl FnOnce() -> bool) -> bool {
        let pair = names.map(|(seen, kind)| (seen.number, kind));
        *self.compared.borrow_mut().entry(pair).or_insert_with(compare)
    }

    /// The pairs of `names`, which are in order, that are one: as `look` finds them, where these are others than the last.
    pub(super) fn pairs(
        &self,
        names: Vec<(&Seen, Option<Kind>)>,
        look: impl FnOnce() -> Vec<(usize, usize)>,
    ) -> Vec<(usize, usize)> {
        let looked: Vec<Looked> = names.into_iter().map(|(seen, kind)| (seen.number, kind)).collect();
        let mut last = self.pairs.borrow_mut();
        if last.of != looked {
            *last = Pairs { of: looked, pairs: look() };
        }
        last.pairs.clone()
    }

    /// True where pairs of names were one when the article's were last looked at.
    pub(super) fn has_pairs(&self) -> bool {
        !self.pairs.borrow().pairs.is_empty()
    }

    /// True where `name` was in one of these.
    pub(super) fn is_paired(&self, name: &str) -> bool {
        let last = self.pairs.borrow();
        let number = self.all.borrow().get(name).map(|seen| seen.number);
        let is = |at: usize| last.of.get(at).map(|looked| looked.0) == number;
        number.is_some() && last.pairs.iter().any(|(at, other)| is(*at) || is(*other))
    }

    /// How other articles spell `name`, of something of this `kind`: as `look` finds it the first time. While an article is
    /// edited the others stay as they are.
    pub(super) fn respelled(&self, name: &str, kind: Kind, look: impl FnOnce() -> Spellings) -> Spellings {
        let number = self.of(name).number;
        self.respelled.borrow_mut().entry((number, kind)).or_insert_with(look).clone()
    }

    /// The surnames of an article with these `chains`: as `read` gives them, where it is another article's than the last.
    pub(super) fn surnames(
        &self,
        chains: &Arc<Vec<Chain>>,
        read: impl FnOnce() -> Vec<Surname>,
    ) -> Ref<'_, Vec<Surname>> {
        let known = self.surnames.borrow().0.as_ptr() == Arc::as_ptr(chains);
        if !known {
            *self.surnames.borrow_mut() = (Arc::downgrade(chains), read());
        }
        Ref::map(self.surnames.borrow(), |last| &last.1)
    }

    /// The known names that `name` is almost, as `look` finds them the first time.
    pub(super) fn almost(&self, name: &str, look: impl FnOnce() -> Near) -> Near {
        /// Names that are remembered: more than somebody writes of in a day.
        const MOST: usize = 1_000;

        if let Some(known) = self.almost.borrow().get(name) {
            return known.clone();
        }
        let found = look();
        let mut almost = self.almost.borrow_mut();
        if almost.len() == MOST {
            almost.clear();
        }
        almost.insert(name.into(), found.clone());
        found
    }

    /// Forgets names where more are known than twice the `names` of the article.
    pub(super) fn keep(&self, names: usize) {
        /// Names that one is compared with, in an article that has many like it.
        const COMPARED: usize = 10;

        let most = 2 * names.max(100);
        let mut all = self.all.borrow_mut();
        if all.len() > most {
            all.retain(|_, seen| Arc::strong_count(seen) > 1);
        }
        let mut compared = self.compared.borrow_mut();
        if compared.len() > COMPARED * most {
            compared.clear();
        }
        let mut respelled = self.respelled.borrow_mut();
        if respelled.len() > most {
            respelled.clear();
        }
    }
}

impl Seen {
    fn new(name: &str, number: u32) -> Self {
        let mut keys = Vec::new();
        let (mut whole, mut word, mut length) = (Key::default(), Key::default(), 0);
        for letter in fold_name_but_case(name).chars().map(|c| c.to_ascii_lowercase()) {
            if letter.is_alphanumeric() || letter == '\'' {
                word = word.with(letter);
                whole = whole.with(letter);
                length += letter.len_utf8();
            } else if word != Key::default() {
                keys.push(std::mem::take(&mut word));
            }
        }
        keys.extend((word != Key::default()).then_some(word));
        keys.push(whole);
        let (outline, korean, surname) = Default::default();
        Self { number, keys: keys.into(), length, outline, korean, surname }
    }

    /// What is seen of it, which is `name`, at a glance.
    pub(super) fn outline(&self, name: &str) -> Outline {
        *self.outline.get_or_init(|| Outline::of(name))
    }

    /// True where it, which is `name`, may be a Korean name.
    pub(super) fn is_korean(&self, name: &str) -> bool {
        *self.korean.get_or_init(|| is_korean_name(name))
    }

    /// The surname of it, which is `name`, a person's.
    pub(super) fn surname(&self, name: &str) -> Option<&Surname> {
        self.surname.get_or_init(|| Surname::of(name, None)).as_ref()
    }

    /// A key for each of its words, of all others: names that differ in one word have one such key in common.
    pub(super) fn but_one_word(&self) -> impl Iterator<Item = u64> {
        let own = |(at, word): (u32, &Key)| word.hash.rotate_left(at).wrapping_mul(Key::BASE);
        let words = || (0..).zip(self.words()).map(own);
        let all = words().fold(0, u64::wrapping_add);
        (0..).zip(words()).map(move |(at, word)| all.wrapping_sub(word).rotate_left(at))
    }

    /// The keys of its words.
    pub(super) fn words(&self) -> &[Key] {
        self.keys.split_last().map_or(&[], |(_, words)| words)
    }
}

impl Key {
    /// Odd and large, as that of the catalog's near names.
    const BASE: u64 = 0x9E37_79B9_7F4A_7C15;

    fn with(self, letter: char) -> Key {
        // A polynomial.
        let hash = self.hash.wrapping_mul(Self::BASE).wrapping_add(u64::from(letter));
        Key { hash, number: self.number || letter.is_ascii_digit() }
    }
}
