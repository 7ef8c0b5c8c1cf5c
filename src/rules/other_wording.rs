//! A body that is written out otherwise than where its acronym is given.

use super::rule::Context;
use super::seen_names::Seen;
use crate::text::fold;
use rustc_hash::{FxHashMap, FxHashSet};

/// A body's name has no fewer words: "Harbour Bank" and "Harbour Board" are two.
const FEWEST: usize = 3;

/// Long forms with the same words but one that are looked at: more of them are a list.
const MOST: usize = 20;

/// Nouns of bodies that writers take for each other.
const NOUNS: [&str; 4] = ["administration", "agency", "association", "authority"];

/// Those of `names`, by their places, that are in all words but one those of a long form of the article, which is given with each:
/// "Takvik Accounting Body" beside "Takvik Accountability Body (TAB)". The letters fit both.
pub(super) fn worded_otherwise<'d, 's>(
    context: &Context<'d>,
    names: impl Iterator<Item = (&'d str, &'s Seen)>,
) -> Vec<(usize, &'d str)> {
    let document = context.document;
    let longs = document.expansions.iter().filter(|e| e.entity.is_none() && e.long.start < e.short.start);
    let longs: FxHashSet<&str> = longs.map(|e| document.slice_in(e.paragraph, e.long)).collect();
    let mut longs: Vec<&str> = longs.into_iter().filter(|long| long.split(' ').count() >= FEWEST).collect();
    if longs.is_empty() {
        return Vec::new();
    }
    longs.sort_unstable();
    let mut like: FxHashMap<u64, Vec<&str>> = FxHashMap::default();
    for long in &longs {
        for key in context.seen_names.of(long).but_one_word() {
            like.entry(key).or_default().push(long);
        }
    }
    let wording = |(at, (name, seen)): (usize, (&'d str, &Seen))| {
        let alike = seen.but_one_word().filter_map(|key| like.get(&key));
        let alike = alike.flat_map(|longs| longs.iter().take(MOST));
        let right = alike.filter(|long| **long != name && is_other_wording(name, long)).min()?;
        longs.binary_search(&name).is_err().then_some((at, *right))
    };
    names.enumerate().filter_map(wording).collect()
}

/// True where two names differ in one word, which begins alike, or is a noun that says as much.
fn is_other_wording(a: &str, b: &str) -> bool {
    let (a, b) = (fold(a), fold(b));
    let mut others = a.split(' ').zip(b.split(' ')).filter(|(ours, theirs)| ours != theirs);
    let Some((ours, theirs)) = others.next() else { return false };
    let last = a.rsplit(' ').next() == Some(ours) && b.rsplit(' ').next() == Some(theirs);
    let nouns = last && NOUNS.contains(&ours) && NOUNS.contains(&theirs);
    a.split(' ').count() == b.split(' ').count()
        && others.next().is_none()
        && (nouns || begin_alike(ours, theirs))
}

/// True for two words of which half the letters are the same, and neither is the plural of the other: "education", "educators".
fn begin_alike(a: &str, b: &str) -> bool {
    /// "Energy" and "Environment" have fewer letters in common.
    const FEWEST: usize = 6;
    let shared = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    let shorter = a.chars().count().min(b.chars().count());
    let stem = |word: &str| word.strip_suffix("ies").or(word.strip_suffix(['s', 'y'])).unwrap_or(word).len();
    let plural = a[..stem(a)] == b[..stem(b)];
    // "Internal" and "International".
    let prefixed = a.starts_with("inter");
    !plural && !prefixed && shared >= FEWEST && 2 * shared >= shorter && shared < shorter
}

#[cfg(test)]
mod tests {
    use super::is_other_wording;

    #[test]
    fn names_in_other_words() {
        for (a, b, other) in [
            ("Takvik Accounting Body", "Takvik Accountability Body", true),
            ("Takvik Education Association", "Takvik Educators Association", true),
            ("Health Data and Quality Authority", "Health Data and Quality Agency", true),
            ("Department of Energy", "Department of Education", false),
            ("Takvik Security Council", "Takvik Security Commission", false),
            ("National Inquiry Bureau", "National Inquiries Bureau", false),
            ("Bureau of Internal Quays", "Bureau of International Quays", false),
            ("Takvik Harbour Board", "Takvik Harbours Board", false),
        ] {
            assert_eq!(is_other_wording(a, b), other, "{a}, {b}");
        }
    }
}
