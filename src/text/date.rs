//! Dates as newsrooms print them.

use super::span::Span;
use jiff::civil::Date;

/// The full dates (day, month and year) in `text`, in order: "May 18, 2026", "18 May 2026", "2026-05-18",
/// "2026.05.18", "2026/05/18", "2026년 5월 18일". A month and a day without a year are no date here.
pub fn dates(text: &str) -> Vec<(Span, Date)> {
    let _ = text;
    todo!()
}

/// The date in a path such as `news/2026/05/27/story.md` or `2026-05-27-story.md`.
pub fn path_date(path: &str) -> Option<Date> {
    let _ = path;
    todo!()
}
