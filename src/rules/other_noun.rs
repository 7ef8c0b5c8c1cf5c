//! Bodies that an article calls by two nouns that say as much: "Quay Safety Committee", "Quay Safety Commission".

use super::rule::Context;
use rustc_hash::FxHashMap;

/// The number of a group of nouns of bodies that writers take for each other. A council is no committee, and a bank no board.
fn group(noun: &str) -> Option<usize> {
    match noun {
        "Committee" | "Commission" => Some(0),
        "Agency" | "Authority" | "Administration" => Some(1),
        "Association" | "Organization" | "Organisation" | "Federation" => Some(2),
        "Bureau" | "Board" | "Office" => Some(3),
        "Institute" | "Institution" => Some(4),
        "Foundation" | "Fund" => Some(5),
        _ => None,
    }
}

/// A body's name has no fewer words: "Harbour Bank" and "Harbour Board" are two.
const FEWEST: usize = 3;

/// Pairs of `names`, by their places, of which all words agree but such a noun: the later one, and an earlier one.
pub(super) fn named_by_other_nouns<'d>(names: impl Iterator<Item = (usize, &'d str)>) -> Vec<(usize, usize)> {
    // By what stands before the noun, the group that it is of, and what stands behind it.
    let mut all: FxHashMap<(&str, usize, &str), usize> = FxHashMap::default();
    let mut pairs = Vec::new();
    for (at, name) in names {
        let nouns = name.split(' ').filter_map(|noun| Some((noun, group(noun)?)));
        for (noun, group) in nouns.filter(|_| name.split(' ').count() >= FEWEST) {
            let Some((head, tail)) = name.split_once(noun) else { continue };
            let earlier = *all.entry((head, group, tail)).or_insert(at);
            if earlier != at {
                pairs.push((at, earlier));
            }
        }
    }
    pairs
}

/// True where no other article has a name, so far as the folder is known: what another has may well be a body of its own.
pub(super) fn is_new(context: &Context, name: &str) -> bool {
    context.snapshot.complete && context.snapshot.candidates_outside(name, context.path).next().is_none()
}

#[cfg(test)]
mod tests {
    use super::named_by_other_nouns;

    #[test]
    fn nouns_that_say_as_much() {
        for (a, b, alike) in [
            ("Quay Safety Committee", "Quay Safety Commission", true),
            ("Bureau of Tides", "Office of Tides", true),
            ("Quay Safety Agency", "Quay Safety Authority", true),
            ("Quay Safety Council", "Quay Safety Commission", false),
            ("Quay Safety Agency", "Tide Safety Authority", false),
            ("Quay Committee", "Quay Commission", false),
        ] {
            assert_eq!(!named_by_other_nouns([a, b].into_iter().enumerate()).is_empty(), alike, "{a} / {b}");
        }
    }
}
