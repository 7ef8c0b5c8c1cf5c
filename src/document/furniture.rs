//! What in a paragraph is no running text: lines of furniture around it, a dateline before it, a credit behind it.

use super::furniture_line::{closed, end_credit, is_furniture, speaks_of_picture};
use super::lexicon::is_calendar_word;
use crate::text::{Format, Span, pattern};
use regex::Regex;
use std::sync::LazyLock;

/// What a paragraph's lines say of its part in the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Frame {
    /// The running text of the paragraph, from its start; what lies outside is furniture. Empty when all is.
    pub(super) body: Span,
    /// A dateline such as "SEOUL, May 27 (Yonhap) — " at the head of the running text; part of no sentence.
    pub(super) dateline: Option<Span>,
    /// True when the running text ends in a bracketed photo credit.
    pub(super) captioned: bool,
    /// True for one line that opens with "*", "·" or "※" in plain text: a note, if it stands at the foot.
    pub(super) footnote: bool,
    /// True for a note that mends what was written before, and so repeats it.
    pub(super) correction: bool,
}

impl Frame {
    /// The place that a dateline of `text` names, with what lies around it, before the agency: "ASUNCION, Paraguay".
    pub(super) fn place(&self, text: &str) -> Option<Span> {
        let dateline = self.dateline?;
        let place = dateline.of(text).split(['(', '/', '[']).next().unwrap_or("");
        (!place.is_empty()).then(|| Span::new(dateline.start, dateline.start + place.len()))
    }
}

static DATELINE: LazyLock<Regex> = LazyLock::new(|| {
    // A word is spelled out as "no space and no mark": Unicode's class of letters would make the pattern, and
    // the time to build it, a hundred times larger. Every test that reads an article compiles it.
    pattern(r"^(?:\[[^\]\n]{1,40}=[^\]\n]{1,40}\]\s|\(?(?P<city>[^\s(),;:]+(?: [^\s(),;:]+){0,3}?)(?:, [^\s(),;:]+(?: [^\s(),;:]+){0,2}?)??(?:,| (?:—|–|--|-))?(?P<day> (?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? [0-9]{1,2}(?:, [0-9]{4})?|[0-9]{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?: [0-9]{4})?))?\)?(?P<agency> (?:\([^()\n]{2,40}\)|/[A-Za-z ]{2,30}/))? {0,3}(?:—|–|--|-) )")
        .expect("constant pattern") // ok: the pattern is a constant
});

/// A credit and the mark before it are no longer than this, in bytes.
const LONGEST_CREDIT: usize = 120;

/// A credit in brackets is no longer than this, in characters.
const MOST_IN_BRACKETS: usize = 160;

/// A dateline is at the very start and no longer than this, in bytes.
const LONGEST_DATELINE: usize = 120;
/// Reads the frame of a masked paragraph.
pub(super) fn frame(text: &str, format: Format) -> Frame {
    let lines: Vec<Span> = if is_table(text) { Vec::new() } else { lines(text).collect() };
    let is_running = |line: &Span| !is_furniture(line.of(text).trim());
    let Some(first) = lines.iter().position(is_running) else {
        return Frame {
            body: Span::new(0, 0),
            dateline: None,
            captioned: false,
            footnote: false,
            correction: false,
        };
    };
    let last = lines[first + 1..].iter().rposition(is_running).map_or(first, |more| first + 1 + more);
    let start = if first == 0 { 0 } else { lines[first].start };
    let end = if last + 1 == lines.len() { text.len() } else { lines[last].end };
    let body = Span::new(start, end);
    let running = body.of(text);
    Frame {
        body,
        dateline: dateline(running).map(|d| d.shifted(start)),
        captioned: captioned(running),
        footnote: format == Format::Plain
            && first == last
            && running.trim_start().starts_with(['*', '·', '※', '•', '†']),
        correction: correction(running),
    }
}

/// True for the rows of a table that somebody set as a paragraph, "Quays 4.2 5.1 nil 6.0 Boats 3.0 2.9 nil 3.3": of five of its
/// words two at least are numbers.
fn is_table(text: &str) -> bool {
    /// Bytes of its beginning that have numbers already.
    const HEAD: usize = 96;
    /// Their digits.
    const DIGITS: usize = 8;
    /// Numbers in the shortest table.
    const NUMBERS: usize = 6;
    let head = &text.as_bytes()[..text.len().min(HEAD)];
    if head.iter().filter(|byte| byte.is_ascii_digit()).count() < DIGITS {
        return false;
    }
    let number = |word: &str| {
        let digits = word.trim_start_matches(['(', '+', '-', '$', '£', '€']);
        digits.starts_with(|c: char| c.is_ascii_digit())
            || matches!(digits.trim_end_matches([',', '.', ';']), "NIL" | "nil" | "unch")
    };
    let words = text.split_ascii_whitespace();
    let (numbers, all) =
        words.fold((0, 0), |(numbers, all), word| (numbers + usize::from(number(word)), all + 1));
    numbers >= NUMBERS && numbers * 5 >= all * 2
}

/// The non-empty lines of `text`, without their breaks.
fn lines(text: &str) -> impl Iterator<Item = Span> {
    let breaks = memchr::memchr2_iter(b'\n', b'\r', text.as_bytes()).chain([text.len()]);
    let mut start = 0;
    breaks.filter_map(move |end| {
        let line = Span::new(start, end);
        start = end + 1;
        (!line.of(text).trim().is_empty()).then_some(line)
    })
}

/// "… of May 26. [Photo: Ministry of Science and ICT]", "… at the pier. Image: Port of Nordhavn."
fn captioned(text: &str) -> bool {
    let text = text.trim_end();
    // The credit is in the last few words.
    let tail = text.floor_char_boundary(text.len().saturating_sub(LONGEST_CREDIT));
    if end_credit(&text[tail..]).is_some() {
        return true;
    }
    let Some(credit) = bracketed_end(text) else { return false };
    let (before, credit) = (text[..credit].trim_end(), &text[credit..]);
    !before.is_empty() && (speaks_of_picture(credit) || names_source(credit) && closed(before))
}

/// True for square brackets that hold nothing but the name of an agency or a person, "[Yonhap]"; not for "[sic]", "[12]" and
/// "[Applause]".
fn names_source(credit: &str) -> bool {
    const ASIDES: [&str; 9] =
        ["Applause", "Cheers", "Crosstalk", "Inaudible", "Laughs", "Laughter", "Music", "Sic", "Updated"];
    let Some(inside) = credit.strip_prefix('[') else { return false };
    let mut words = inside.trim_end_matches(['.', ']']).split_whitespace();
    let small = |word: &str| matches!(word, "and" | "by" | "for" | "from" | "of" | "the" | "via");
    let begins = |word: &str| word.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
    words.clone().any(begins) && words.all(|word| (begins(word) || small(word)) && !ASIDES.contains(&word))
}

/// Where the brackets begin that `text` ends with, alone or before a stop. They hold no others.
fn bracketed_end(text: &str) -> Option<usize> {
    const OPENING: [char; 3] = ['[', '(', '（'];
    const CLOSING: [char; 3] = [']', ')', '）'];
    let held = text.strip_suffix('.').unwrap_or(text).strip_suffix(CLOSING)?;
    let start = held.rfind(|c| OPENING.contains(&c) || CLOSING.contains(&c))?;
    let inside = held[start..].strip_prefix(OPENING)?;
    (2..=MOST_IN_BRACKETS).contains(&inside.chars().take(MOST_IN_BRACKETS + 1).count()).then_some(start)
}

/// "Correction: an earlier version of this article called her Ana Holm."
fn correction(text: &str) -> bool {
    const HEADS: [&str; 5] = ["amendment", "clarification", "clarifications", "correction", "corrections"];
    const OPENINGS: [&str; 10] = [
        "an earlier version of this",
        "this article has been corrected",
        "this article was amended",
        "this article was corrected",
        "this story has been corrected",
        "this story was amended",
        "this story was corrected",
        "바로잡습니다",
        "정정합니다",
        "정정:",
    ];
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '•' | '[' | '('));
    // Most paragraphs begin with another letter.
    if text.starts_with(|c: char| c.is_ascii() && !matches!(c, 'A' | 'C' | 'T' | 'a' | 'c' | 't')) {
        return false;
    }
    let word = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    let headed = HEADS.iter().any(|head| text[..word].eq_ignore_ascii_case(head));
    let parted = || text[word..].trim_start().starts_with([':', ',', '(', ')', ']', '—', '–', '&']);
    let opens = |opening: &str| text.get(..opening.len()).is_some_and(|t| t.eq_ignore_ascii_case(opening));
    headed && parted() || OPENINGS.iter().any(|opening| opens(opening))
}

fn dateline(text: &str) -> Option<Span> {
    // The marks of bold type have become spaces.
    let start = text.len() - text.trim_start_matches(' ').len();
    let head = &text[start..text.floor_char_boundary(start + LONGEST_DATELINE)];
    // Most paragraphs have no dash near their start that stands by itself, and are spared the pattern. A long dash
    // begins with this byte.
    let may_be_marked = || memchr::memchr3(b'-', b'=', 0xE2, head.as_bytes()).is_some();
    let marked = || head.contains('=') || ["— ", "– ", "- "].iter().any(|dash| head.contains(dash));
    // A place in small letters is sure of itself only beside a day or an agency.
    let may_be_sure = || {
        let place = head.split(|c: char| c.is_whitespace() || ",;:".contains(c)).next().unwrap_or("");
        !place.contains(char::is_lowercase) || head.contains(|c: char| "[(".contains(c) || c.is_ascii_digit())
    };
    if !head.starts_with(|c: char| c.is_uppercase() || c == '[' || c == '(')
        || !may_be_marked()
        || !marked()
        || !may_be_sure()
    {
        return wire(head).map(|end| Span::new(start, start + end));
    }
    let Some(found) = DATELINE.captures(head) else {
        return wire(head).map(|end| Span::new(start, start + end));
    };
    let sure = match found.name("city") {
        None => true,
        Some(city) => {
            // "The Nordhavn Port Board (NPB) – a charity – said so."
            let letters =
                found.name("agency").map_or("", |agency| agency.as_str().trim_matches([' ', '(', ')']));
            let initials = city.as_str().split(' ').filter_map(|word| word.chars().next());
            let body = city.as_str().starts_with("The ") && city.as_str().split(' ').count() > 2;
            let own = body || initials.eq(letters.chars());
            let capitals = city.as_str().split(' ').all(|word| word.starts_with(char::is_uppercase));
            let shouted = city.len() > 2 && !city.as_str().contains(char::is_lowercase);
            !own && capitals && (shouted || found.name("day").is_some() || found.name("agency").is_some())
        }
    };
    sure.then(|| Span::new(start, start + found.get(0).map_or(0, |whole| whole.end())))
}

/// The end of a dateline that no dash ends, as Indian agencies write it: "Takvik, Jul 26 (HNA) Ferries stopped".
fn wire(head: &str) -> Option<usize> {
    /// "New Delhi", "Port of Spain".
    const MOST_WORDS: usize = 3;
    let (place, rest) = head.split_once(" (")?;
    let (agency, behind) = rest.split_once(") ")?;
    let (city, day) = place.rsplit_once(", ")?;
    let (month, number) = day.split_once(' ')?;
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let whole = (2..=6).contains(&agency.len())
        && agency.bytes().all(|byte| byte.is_ascii_uppercase())
        && (1..=2).contains(&number.len())
        && number.bytes().all(|byte| byte.is_ascii_digit())
        && is_calendar_word(month)
        && city.split(' ').count() <= MOST_WORDS
        && city.split(' ').all(|word| capital(word) || word == "of")
        && capital(behind);
    whole.then(|| head.len() - behind.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(text: &str) -> &str {
        frame(text, Format::Plain).body.of(text)
    }

    #[test]
    fn lines_that_are_no_running_text() {
        for line in [
            "By Dana Whitlock",
            "By Na Ji-woo Posted : May 18, 2026, 19:00",
            "[Photo from the Ministry of Transport]",
            "Photo Image\nComputer-made image",
            "Keyword",
            "PRESS RELEASE -- FOR IMMEDIATE RELEASE",
            "(END)",
            "#Ferries #Port of Nordhavn",
            "Copyright © Harbour Post. All rights reserved.",
            "김하나 기자 hana@example.com",
            "입력 2026.05.18 09:00",
            "수정: 2026.05.18",
        ] {
            assert_eq!(body(line), "", "{line:?}");
        }
        for line in [
            "By Monday, the ferries had stopped.",
            "#1 priority is safety.",
            "Photo editors met on Tuesday.",
            "입력한 값이 사라졌다",
        ] {
            assert_eq!(body(line), line, "{line:?}");
        }
    }

    #[test]
    fn running_text_among_furniture() {
        assert_eq!(
            body("By Dana Whitlock\nThe ferries stopped on Monday."),
            "The ferries stopped on Monday."
        );
        assert!(frame("Crews wait on May 26. [Photo: Port of Nordhavn]", Format::Plain).captioned);
        assert!(frame("Holm (left) at the pier. Image: Port of Nordhavn.", Format::Plain).captioned);
        assert!(!frame("The Nordhavn Line (NL) said it would wait (see below).", Format::Plain).captioned);
        for (end, captioned) in [
            ("（사진＝노르드항만）.", true),
            ("(Photo by the Port (NP))", false),
            ("Photo by the Port)", false),
            ("[a]", false),
            ("[AP]", true),
            ("[Port of Nordhavn].", true),
            ("[sic]", false),
            ("[12]", false),
            ("[...]", false),
            ("[Applause]", false),
            ("[Updated 4pm]", false),
            ("[She has since left.]", false),
        ] {
            assert_eq!(frame(&format!("Crews wait. {end}"), Format::Plain).captioned, captioned, "{end}");
        }
        for (length, captioned) in [(154, true), (155, false)] {
            let credit = format!("Crews wait. (Photo {})", "x".repeat(length));
            assert_eq!(frame(&credit, Format::Plain).captioned, captioned, "{length}");
        }
    }

    #[test]
    fn notes_that_correct() {
        for (text, correction) in [
            ("Correction: She is Ana Holm, not Anna Holm.", true),
            ("*Correction, May 3:* She is Ana Holm.", true),
            ("An earlier version of this article called her Anna Holm.", true),
            ("(This story was corrected: she is Ana Holm.)", true),
            ("바로잡습니다. 그의 이름은 류제명입니다.", true),
            ("Corrections officers left on Monday: nobody knows why.", false),
            ("This article was written in May.", false),
        ] {
            assert_eq!(frame(text, Format::Plain).correction, correction, "{text}");
        }
    }

    #[test]
    fn datelines() {
        let dateline = |text: &'static str| frame(text, Format::Plain).dateline.map(|d| d.of(text));
        assert_eq!(dateline("SEOUL, May 27 (Yonhap) — The ministry said"), Some("SEOUL, May 27 (Yonhap) — "));
        assert_eq!(dateline("SEOUL — The ministry said"), Some("SEOUL — "));
        assert_eq!(dateline("  SEOUL   – The ministry said"), Some("SEOUL   – "));
        assert_eq!(
            dateline("OSLO, NORWAY -- 28 November 2026 -- The ministry said"),
            Some("OSLO, NORWAY -- 28 November 2026 -- ")
        );
        assert_eq!(
            dateline("Oslo, March 3, 2031 /PRNewswire/ -- The ministry said"),
            Some("Oslo, March 3, 2031 /PRNewswire/ -- ")
        );
        assert_eq!(dateline("Oslo, March 3 -- The ministry said"), Some("Oslo, March 3 -- "));
        assert_eq!(
            dateline("New Takvik, Jul 26 (HNA) Hours later – on Monday – they left"),
            Some("New Takvik, Jul 26 (HNA) ")
        );
        assert_eq!(dateline("[서울=연합뉴스] 정부는"), Some("[서울=연합뉴스] "));
        assert_eq!(
            dateline("The Hague (Hapsel News) - The ministry said"),
            Some("The Hague (Hapsel News) - ")
        );
        for text in [
            "Ryu - who spoke first - left",
            "The Nordhavn Oceans Council (NOC) – a charity – said",
            "Hapsel Union (HU) — a union — said",
            "New Takvik, Jul 26 (HNA) and others left",
            "Takvik, Jul 26 (Hapsel News) Hours later",
            "The board, which met (HNA) Hours later",
        ] {
            assert_eq!(dateline(text), None, "{text}");
        }
    }
}
