//! The date that an article states: front matter, byline, dateline, path. Never the clock.

use super::paragraph::Paragraph;
use crate::text::{BlockKind, Span, dates, month_days, path_date};
use jiff::civil::Date;
use std::sync::Arc;

/// The article's date: of its front matter, else of its lines of furniture (byline, posted, updated), else of
/// its dateline with a year, else of its path. A dateline without a year takes the year of any of these or of
/// the copyright line.
pub(super) fn date(paragraphs: &[Arc<Paragraph>], path: &str) -> Option<Date> {
    // Front matter, where there is any, is the first paragraph.
    let stated = paragraphs.iter().find_map(|p| p.stated_date());
    let line = paragraphs.iter().find_map(|p| Some((p, p.frame.dateline?)));
    let in_line = line.and_then(|(p, span)| dates(span.of(&p.prose.text)).next());
    let known = stated.or(in_line.map(|(_, date)| date)).or_else(|| path_date(path));
    known.or_else(|| {
        let (paragraph, span) = line?;
        let (_, (month, day)) = month_days(span.of(&paragraph.prose.text)).next()?;
        let year = paragraphs.iter().rev().find_map(|p| p.copyright_year())?;
        Date::new(year, month, day).ok()
    })
}

impl Paragraph {
    /// All that the paragraph says of the article's date: where it is the same, so is the date. `None` for nothing.
    pub(super) fn dating(&self) -> Option<(Option<Date>, Option<&str>, Option<i16>)> {
        let dateline = self.frame.dateline.map(|span| span.of(&self.prose.text));
        let dating = (self.stated_date(), dateline, self.copyright_year());
        (dating != (None, None, None)).then_some(dating)
    }

    /// The year of its copyright line. It is looked for once.
    fn copyright_year(&self) -> Option<i16> {
        *self.copyright.get_or_init(|| copyright_year(&self.text))
    }

    /// The date that the paragraph states as front matter or in lines of furniture. It is looked for once.
    fn stated_date(&self) -> Option<Date> {
        *self.stated.get_or_init(|| match self.block.kind {
            BlockKind::FrontMatter => front_matter(&self.text),
            _ => furniture(self),
        })
    }
}

/// The value of `date:` (or `published:`, `lastmod =` …), whatever stands first.
fn front_matter(text: &str) -> Option<Date> {
    let dated = |line: &&str| {
        let key = line.split([':', '=']).next().unwrap_or("").trim().to_ascii_lowercase();
        matches!(key.as_str(), "date" | "published" | "publishdate" | "pubdate" | "created" | "datetime")
    };
    let line = text.lines().find(dated)?;
    dates(line).next().map(|(_, date)| date)
}

/// The first full date in the lines around the running text that stand at the article's head: a copyright
/// line's year is no date.
fn furniture(paragraph: &Paragraph) -> Option<Date> {
    if !paragraph.is_prose() {
        return None;
    }
    let text = &paragraph.prose.text;
    let body = paragraph.frame.body;
    let parts = if body.is_empty() {
        [Span::new(0, text.len()), Span::new(0, 0)]
    } else {
        [Span::new(0, body.start), Span::new(body.end, text.len())]
    };
    let dated =
        parts.iter().map(|part| part.of(text)).filter(|part| part.contains(|c: char| c.is_ascii_digit()));
    dated.into_iter().find_map(|part| dates(part).next().map(|(_, date)| date))
}

fn copyright_year(text: &str) -> Option<i16> {
    let bytes = text.as_bytes();
    // Few figures are years, and each of these begins so.
    let mut years = memchr::memchr2_iter(b'1', b'2', bytes).filter_map(|at| {
        let digits = text.get(at..at + 4).filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()))?;
        let longer = [at.checked_sub(1), Some(at + 4)].into_iter().flatten();
        let whole = !longer.filter_map(|at| bytes.get(at)).any(u8::is_ascii_digit);
        digits.parse().ok().filter(|_| whole)
    });
    let year = years.find(|y| (1990..2100).contains(y))?;
    let marked = || text.contains(['©', 'ⓒ', 'Ⓒ']) || text.to_ascii_lowercase().contains("copyright");
    marked().then_some(year)
}
