//! How far two spellings are apart.

use crate::text::fold;

/// Letters to insert, delete, replace or swap with a neighbour until `a` is `b` (optimal string alignment,
/// Damerau 1964), or `None` when that takes more than `most`.
pub(super) fn distance(a: &str, b: &str, most: usize) -> Option<usize> {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().abs_diff(b.len()) > most {
        return None;
    }
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let replaced = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut cost = replaced.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                cost = cost.min(before_last[j - 2] + 1);
            }
            row.push(cost);
        }
        if row.iter().all(|c| *c > most) {
            return None;
        }
        before_last = std::mem::replace(&mut last, row);
    }
    last.last().copied().filter(|d| *d <= most)
}

/// How alike two names are, from 0 to 1, blind to case, spaces and hyphens.
pub(super) fn similarity(a: &str, b: &str) -> f64 {
    let (a, b) = (squeezed(a), squeezed(b));
    let longer = a.chars().count().max(b.chars().count()).max(1);
    let apart = distance(&a, &b, longer).unwrap_or(longer);
    1.0 - apart as f64 / longer as f64
}

/// Letters and digits alone, folded; "&" is "and".
pub(super) fn squeezed(name: &str) -> String {
    fold(name).replace('&', "and").chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The words of a name, folded; "&" is "and".
pub(super) fn words(name: &str) -> Vec<String> {
    let folded = fold(name).replace('&', " and ");
    folded
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .filter(|w| !w.is_empty())
        .map(String::from)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_swap_is_one_step() {
        assert_eq!(distance("naem", "name", 2), Some(1));
        assert_eq!(distance("Sasha", "Shasha", 2), Some(1));
        assert_eq!(distance("류제명", "류재명", 2), Some(1));
        assert_eq!(distance("abc", "xyz", 2), None);
        assert_eq!(distance("", "", 0), Some(0));
    }
}
