//! Finds the names of a catalog that a misspelt one may stand for, without comparing it with all of them.

use super::entity::{Entity, Form, FormIx, FormKind, Kind};
use crate::text::fold_name;
use rustc_hash::FxHasher;
use std::hash::{Hash, Hasher};

/// Full names and aliases by what a misspelling leaves of them: their words, the whole without spaces and
/// hyphens, and, for a name of one word, that word with any one letter left out.
#[derive(Debug, Default)]
pub(super) struct Near {
    /// Sorted: a key's forms stand side by side.
    keys: Vec<(u32, FormIx)>,
}

/// A word that more names share than this says nothing of whom a name means: "Kim", "institute".
const MOST: usize = 400;
/// A shorter word with a letter left out could be anything.
const SHORTEST: usize = 6;
/// The letters of a longer word are not left out one by one: that would cost the square of its length.
const LONGEST: usize = 40;

impl Near {
    /// An index over `forms`. Places, terms and titles are left out, and names with many neighbours by nature.
    pub(super) fn new(entities: &[Entity], forms: &[Form]) -> Self {
        let mut keys = Vec::new();
        for (at, form) in forms.iter().enumerate() {
            let kind = entities[form.entity.0 as usize].kind;
            let named = matches!(form.kind, FormKind::Full | FormKind::Alias);
            if named && !matches!(kind, Kind::Place | Kind::Term | Kind::Title) {
                let ix = FormIx(at as u32);
                let (words, shapes) = keys_of(&form.text);
                keys.extend(words.into_iter().chain(shapes).map(|key| (key, ix)));
            }
        }
        keys.sort_unstable();
        keys.dedup();
        Self { keys }
    }

    /// The forms that `name` may be a misspelling of, sorted: those that share its letters when spaces and
    /// hyphens are left out, one of its two rarest words (a name with one misspelt word shares all but one),
    /// or, where both have one word, all letters but one.
    pub(super) fn find(&self, name: &str) -> Vec<FormIx> {
        let (words, shapes) = keys_of(name);
        let mut lists: Vec<&[(u32, FormIx)]> = words.into_iter().map(|word| self.list(word)).collect();
        lists.sort_by_key(|l| l.len());
        lists.truncate(2);
        lists.extend(shapes.into_iter().map(|shape| self.list(shape)));
        let mut found: Vec<FormIx> =
            lists.into_iter().filter(|l| l.len() <= MOST).flatten().map(|(_, form)| *form).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    fn list(&self, key: u32) -> &[(u32, FormIx)] {
        let start = self.keys.partition_point(|(k, _)| *k < key);
        let length = self.keys[start..].partition_point(|(k, _)| *k == key);
        &self.keys[start..start + length]
    }
}

/// The keys of a name's words, each once, and of the whole: without spaces, and for a single word with each letter
/// left out. Words are folded; "&" is "and".
fn keys_of(name: &str) -> (Vec<u32>, Vec<u32>) {
    let folded = fold_name(name);
    let words = || folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    let whole: String = words().collect();
    let mut keys: Vec<u32> = words().map(key).collect();
    keys.sort_unstable();
    keys.dedup();
    let mut shapes = vec![key((&*whole, "whole"))];
    if words().nth(1).is_none() && (SHORTEST..=LONGEST).contains(&whole.chars().count()) {
        let without = |(at, c): (usize, char)| [&whole[..at], &whole[at + c.len_utf8()..]].concat();
        shapes.extend(whole.char_indices().map(without).map(|w| key((&*w, "short of one"))));
        shapes.push(key((&*whole, "short of one")));
    }
    (keys, shapes)
}

fn key(value: impl Hash) -> u32 {
    let mut hasher = FxHasher::default();
    value.hash(&mut hasher);
    (hasher.finish() >> 32) as u32
}
