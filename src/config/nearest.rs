//! The known name that somebody most likely meant.

/// The one of `known` that is nearest to `word`, when it is near enough for a typing error: one slip (a letter
/// missing, added, changed, or two swapped) in up to five letters, two in up to nine, else three.
/// On a tie the first one in order.
pub fn nearest<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let word: Vec<char> = word.chars().collect();
    let most = match word.len() {
        0..=5 => 1,
        6..=9 => 2,
        _ => 3,
    };
    known
        .into_iter()
        .filter_map(|name| slips(&word, &name.chars().collect::<Vec<_>>(), most).map(|n| (n, name)))
        .min_by_key(|(n, _)| *n)
        .map(|(_, name)| name)
}

/// Optimal string alignment distance of two words without regard to case, or none above `most`.
fn slips(a: &[char], b: &[char], most: usize) -> Option<usize> {
    if a.len().abs_diff(b.len()) > most {
        return None;
    }
    let same = |x: char, y: char| x == y || x.to_lowercase().eq(y.to_lowercase());
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let changed = above[j - 1] + usize::from(!same(a[i - 1], b[j - 1]));
            row[j] = changed.min(above[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && same(a[i - 1], b[j - 2]) && same(a[i - 2], b[j - 1]) {
                row[j] = row[j].min(before[j - 2] + 1);
            }
        }
        if row.iter().all(|n| *n > most) {
            return None;
        }
        before = std::mem::replace(&mut above, row);
    }
    above.last().copied().filter(|n| *n <= most)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn one_slip_in_a_short_word_three_in_a_long_one() {
        let known = ["about", "acronym", "aliases", "conflicting-expansion"];
        assert_eq!(nearest("abuot", known), Some("about"));
        assert_eq!(nearest("aliasses", known), Some("aliases"));
        assert_eq!(nearest("Acronym", known), Some("acronym"));
        assert_eq!(nearest("conficting-expantions", known), Some("conflicting-expansion"));
        assert_eq!(nearest("url", known), None);
        assert_eq!(nearest("", known), None);
    }
}
