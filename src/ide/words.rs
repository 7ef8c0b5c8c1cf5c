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
