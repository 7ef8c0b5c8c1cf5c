//! Dates as newsrooms print them.

use super::pattern::pattern;
use super::span::Span;
use jiff::civil::Date;
use regex::{Match, Regex};
use std::sync::LazyLock;

/// A month's name, whole or as news agencies cut it. Only the first three letters are read. Large and small letters are those of
/// ASCII: with all others that Unicode takes for an "s" or a "k", a pattern remembers more of each text.
const MONTH: &str = "(?i-u:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:t(?:ember)?)?\
                     |Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";

/// What may stand behind the number of a day.
const ORDINAL: &str = "(?i-u:st|nd|rd|th)?";

/// The four ways to write a full date.
static FULL: LazyLock<Regex> = LazyLock::new(|| {
    let text = format!(
        r"(?x)
          (?-u:\b){MONTH}\.?\s+[0-9]{{1,2}}{ORDINAL},?\s+[0-9]{{4}}(?-u:\b)
        | (?-u:\b)[0-9]{{1,2}}{ORDINAL}\s+(?:(?i-u:of)\s+)?{MONTH}\.?,?\s+[0-9]{{4}}(?-u:\b)
        | (?-u:\b)[0-9]{{4}}(?:-[0-9]{{2}}-[0-9]{{2}}|/[0-9]{{1,2}}/[0-9]{{1,2}}|\.\s?[0-9]{{1,2}}\.\s?[0-9]{{1,2}})(?:(?-u:\b)|[Tt])
        | [0-9]{{4}}\s?년\s*[0-9]{{1,2}}\s?월\s*[0-9]{{1,2}}\s?일"
    );
    pattern(&text).expect("ok: a constant pattern, compiled in the tests")
});

/// A month and a day in English, in either order, or in Korean.
static MONTH_DAY: LazyLock<Regex> = LazyLock::new(|| {
    let text = format!(
        r"(?x)
          (?-u:\b){MONTH}\.?\s+[0-9]{{1,2}}{ORDINAL}(?-u:\b)
        | (?-u:\b)[0-9]{{1,2}}{ORDINAL}\s+(?:(?i-u:of)\s+)?{MONTH}(?-u:\b)
        | [0-9]{{1,2}}\s?월\s*[0-9]{{1,2}}\s?일"
    );
    pattern(&text).expect("ok: a constant pattern, compiled in the tests")
});

/// A date in a path: its parts are folders, or joined by "-", "_" or ".", or run together.
static PATH: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?:^|[^0-9])((?:19|20)[0-9]{2})(?:[/\\]([0-9]{1,2})[/\\]([0-9]{1,2})|[-_.]([0-9]{2})[-_.]([0-9]{2})|([0-9]{2})([0-9]{2}))(?:[^0-9]|$)")
        .expect("ok: a constant pattern, compiled in the tests")
});

/// The full dates (day, month and year) in `text`, in order: "May 18, 2026", "18 May 2026", "2026-05-18",
/// "2026.05.18", "2026/05/18", "2026년 5월 18일". A month and a day without a year are no date here, and
/// neither is a day that no calendar has.
pub fn dates(text: &str) -> impl Iterator<Item = (Span, Date)> {
    // Most paragraphs hold no year: looking for one is far cheaper than the pattern.
    let has_year = text.as_bytes().windows(4).any(|w| w.iter().all(u8::is_ascii_digit));
    let date = |found: Match| {
        let (month, numbers) = parts(found.as_str());
        let (year, month, day) = match (month, numbers.as_slice()) {
            (Some((month, _)), [day, year]) => (year, month, day),
            (None, [year, month, day]) => (year, month.parse().ok()?, day),
            _ => return None,
        };
        let date = Date::new(year.parse().ok()?, month, day.parse().ok()?).ok()?;
        // A "T" parts the date from a time.
        let length = found.as_str().trim_end_matches(['T', 't']).len();
        Some((Span::new(found.start(), found.start() + length), date))
    };
    has_year.then(|| FULL.find_iter(text).filter_map(date)).into_iter().flatten()
}

/// The months with a day in `text`, in order, whether a year follows or not: "May 27", "27 May",
/// "5월 27일"; month and day count from 1. For datelines, whose year stands elsewhere.
pub fn month_days(text: &str) -> impl Iterator<Item = (Span, (i8, i8))> {
    let has_day = text.bytes().any(|b| b.is_ascii_digit());
    let month_day = |found: Match| {
        let (month, numbers) = parts(found.as_str());
        let (month, day) = match (month, numbers.as_slice()) {
            // "He may 27 times": without a year, only a capital tells a month from a verb.
            (Some((_, name)), _) if name.starts_with(|c: char| c.is_lowercase()) => return None,
            (Some((month, _)), [day]) => (month, day),
            (None, [month, day]) => (month.parse().ok()?, day),
            _ => return None,
        };
        let day = day.parse().ok()?;
        // A leap year, for 29 February.
        Date::new(2024, month, day).ok()?;
        Some((Span::new(found.start(), found.end()), (month, day)))
    };
    has_day.then(|| MONTH_DAY.find_iter(text).filter_map(month_day)).into_iter().flatten()
}

/// The date in a path such as `news/2026/05/27/story.md`, `2026-05-27-story.md` or `20260527.txt`: the
/// last one, where there are several.
pub fn path_date(path: &str) -> Option<Date> {
    let mut last = None;
    let mut at = 0;
    while let Some(found) = PATH.captures_at(path, at) {
        let parts: Vec<i16> =
            found.iter().skip(1).flatten().filter_map(|p| p.as_str().parse().ok()).collect();
        if let [year, month, day] = parts[..] {
            last = Date::new(year, month as i8, day as i8).ok().or(last);
        }
        // The mark behind one date may stand before the next.
        at = found.iter().skip(1).flatten().last().map_or(path.len(), |p| p.end());
    }
    last
}

/// The month in a written date, as a number and as the word, where it is one; and the numbers, in order.
fn parts(date: &str) -> (Option<(i8, &str)>, Vec<&str>) {
    let mut words = date.split(|c: char| !c.is_ascii_alphabetic());
    let month = words.find_map(|word| Some((month_number(word)?, word)));
    let numbers = date.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty());
    (month, numbers.collect())
}

/// 1 for "January", "jan", "JAN"; the name is one that `MONTH` takes.
fn month_number(name: &str) -> Option<i8> {
    const NAMES: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let start = name.get(..3)?;
    NAMES.iter().position(|n| n.eq_ignore_ascii_case(start)).map(|n| n as i8 + 1)
}
