//! Edit distance.

/// The optimal string alignment distance between `a` and `b` (insert, delete, change a letter, or swap two
/// neighbours; Damerau 1964 with each letter edited once), when it is at most `most`.
///
/// Only the band of cells that can hold such a distance is filled (Ukkonen 1985), so that time grows with
/// the length of a word, not with its square.
pub fn damerau(a: &[char], b: &[char], most: usize) -> Option<usize> {
    if a.len().abs_diff(b.len()) > most {
        return None;
    }
    let far = most + 1;
    let width = b.len() + 1;
    // The rows before the last, of the last, and of the current letter of `a`; cells outside the band are
    // `far` where the band's edge looks at them.
    let mut before = vec![far; width];
    let mut last: Vec<usize> = (0..width).map(|j| j.min(far)).collect();
    let mut row = vec![far; width];
    // Rows in a row without a cell that can still lead to such a distance.
    let mut lost = 0;
    for i in 1..=a.len() {
        let low = i.saturating_sub(most).max(1);
        let high = (i + most).min(b.len());
        row[low - 1] = if low == 1 { i.min(far) } else { far };
        for j in low..=high {
            let change = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut cell = change.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                cell = cell.min(before[j - 2] + 1);
            }
            row[j] = cell.min(far);
        }
        if let Some(edge) = row.get_mut(high + 1) {
            *edge = far;
        }
        lost = if row[low - 1..=high].iter().any(|cell| *cell <= most) { 0 } else { lost + 1 };
        // A cell is made of those of two rows.
        if lost == 2 {
            return None;
        }
        (before, last, row) = (last, row, before);
    }
    last.last().copied().filter(|d| *d <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn distance(a: &str, b: &str, most: usize) -> Option<usize> {
        damerau(&a.chars().collect::<Vec<_>>(), &b.chars().collect::<Vec<_>>(), most)
    }

    #[test]
    fn counts_edits_up_to_a_bound() {
        assert_eq!(distance("kwon", "kwon", 2), Some(0));
        assert_eq!(distance("angela", "anglea", 2), Some(1));
        assert_eq!(distance("baker", "becker", 2), Some(2));
        assert_eq!(distance("baker", "becker", 1), None);
        assert_eq!(distance("", "ab", 2), Some(2));
        assert_eq!(distance("", "", 0), Some(0));
        assert_eq!(distance("abcdef", "uvwxyz", 2), None);
        assert_eq!(distance("abcdefghij", "bcdefghijk", 2), Some(2));
        assert_eq!(distance("abcdefghij", "cdefghijkl", 3), None);
        assert_eq!(distance("kitten", "sitting", 7), Some(3));
    }

    #[test]
    fn the_bound_changes_no_distance_within_it() {
        let words: Vec<Vec<char>> = (0..6u32)
            .flat_map(|length| (0..1 << length).map(move |bits| (length, bits)))
            .map(|(length, bits)| (0..length).map(|at| if bits >> at & 1 == 0 { 'a' } else { 'b' }).collect())
            .collect();
        for (a, b) in words.iter().flat_map(|a| words.iter().map(move |b| (a, b))) {
            let full = damerau(a, b, 9);
            for most in 0..4 {
                assert_eq!(damerau(a, b, most), full.filter(|d| *d <= most), "{a:?} {b:?}");
            }
        }
    }
}
