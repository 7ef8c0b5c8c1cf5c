//! Small things that every card writes the same way: dates, counts, lists, file names.

use crate::diagnostic::Place;
use jiff::civil::Date;

/// "26 May 2026".
pub fn long_date(date: Date) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    format!("{} {} {}", date.day(), MONTHS[date.month() as usize - 1], date.year())
}

/// "1 mention", "2 mentions".
pub(super) fn count(n: usize, thing: &str) -> String {
    if n == 1 { format!("1 {thing}") } else { format!("{n} {thing}s") }
}

/// "korea-joins.md:5": the file's own name and the line, from 1.
pub(super) fn spot(place: &Place) -> String {
    let file = place.path.file_name().unwrap_or(place.path.as_os_str());
    format!("{}:{}", file.to_string_lossy(), place.start.line + 1)
}

/// `text` on one line, cut at a word to at most `limit` characters with "…" behind it.
pub(super) fn clip(text: &str, limit: usize) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((end, _)) = text.char_indices().nth(limit) else { return text };
    // Leaves room for the "…"; a text without a space near the end is cut inside its long word.
    let head = &text[..text[..end].char_indices().next_back().map_or(0, |(at, _)| at)];
    let cut = head.rfind(' ').filter(|space| *space * 2 > head.len()).unwrap_or(head.len());
    format!("{}…", head[..cut].trim_end_matches([' ', ',', ';', ':', '.']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_counts_read_well() {
        assert_eq!(long_date(jiff::civil::date(2026, 5, 3)), "3 May 2026");
        assert_eq!((count(1, "article"), count(0, "article")), ("1 article".into(), "0 articles".into()));
    }

    #[test]
    fn long_text_is_cut_at_a_word() {
        assert_eq!(clip("one two\n three", 13), "one two three");
        assert_eq!(clip("one two, three", 11), "one two…");
        assert_eq!(clip("류제명류제명류제명", 4), "류제명…");
        assert_eq!(clip("x", 0), "…");
    }
}
