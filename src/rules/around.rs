//! The words beside a place in an article.

use super::spelling::{squeezed, without_article};
use crate::document::{Document, end_credit, may_be_tagged};
use crate::text::{Span, fold};
use aho_corasick::AhoCorasick;
use jiff::civil::Date;
use std::sync::LazyLock;

/// The text of the paragraph in front of `span`.
pub(super) fn before(document: &Document, span: Span) -> &str {
    let (text, start) = paragraph(document, span.start);
    text.get(..span.start - start).unwrap_or("")
}

/// The text of the paragraph behind `span`.
pub(super) fn after(document: &Document, span: Span) -> &str {
    let (text, start) = paragraph(document, span.start);
    text.get(span.end - start..).unwrap_or("")
}

/// The same, where one knows which paragraph it is.
pub(super) fn after_in(document: &Document, paragraph: u32, span: Span) -> &str {
    let at = paragraph as usize;
    let start = document.starts.get(at).and_then(|start| span.end.checked_sub(*start));
    start.zip(document.paragraphs.get(at)).and_then(|(start, p)| p.text.get(start..)).unwrap_or("")
}

/// The words of the sentence in front of `span` and behind it, so far as they stand near enough to speak of it.
pub(super) fn sentence(document: &Document, span: Span) -> (&str, &str) {
    // A sentence that goes on for pages says nothing of a name in its far ends.
    const REACH: usize = 300;
    let sentence = document.sentence(span.start).unwrap_or(span);
    let (head, tail) = (before(document, span), after(document, span));
    let reach = REACH.min(span.start.saturating_sub(sentence.start));
    let head = &head[head.ceil_char_boundary(head.len().saturating_sub(reach))..];
    let reach = REACH.min(sentence.end.saturating_sub(span.end));
    (head, &tail[..tail.floor_char_boundary(reach)])
}

/// What the words around a wrong name say of it.
static SAYS_SO: LazyLock<AhoCorasick> = LazyLock::new(|| {
    let says = [
        "erroneously",
        "misspel",
        "misidentif",
        "misnam",
        "earlier version of this",
        "incorrectly identif",
        "incorrectly nam",
        "incorrectly spel",
        "wrong spelling",
        "wrongly nam",
        "wrongly spel",
    ];
    // ok: so short a list is never too large.
    AhoCorasick::builder().ascii_case_insensitive(true).build(says).unwrap()
});

/// True where the words around `span` say themselves that the name there is the wrong one, as a correction does: "She is Ann
/// Lund, not Anne Lund", "misspelled the name of Ann Lund". `right` is the name that would be put there.
pub(super) fn is_set_right(document: &Document, span: Span, right: Option<&str>) -> bool {
    /// A correction is short, and what stands further off speaks of something else.
    const REACH: usize = 300;
    let (head, tail) = (before(document, span), after(document, span));
    let head = &head[head.ceil_char_boundary(head.len().saturating_sub(REACH))..];
    let tail = &tail[..tail.floor_char_boundary(REACH)];
    let marks = |c: char| c.is_whitespace() || matches!(c, '"' | '“' | '‘' | '\'' | '*' | '_');
    let word = head.trim_end_matches(marks).rsplit(|c: char| !c.is_alphanumeric()).next();
    let denied =
        word == Some("not") && right.is_some_and(|right| head.contains(right) || tail.contains(right));
    denied || SAYS_SO.is_match(head) || SAYS_SO.is_match(tail)
}

/// True where the sentence itself says that it speaks of another time than `date`: without one, where it names any year.
pub(super) fn speaks_of_the_past(document: &Document, span: Span, date: Option<Date>) -> bool {
    let says_so = |word: &str| {
        matches!(
            word,
            "former"
                | "formerly"
                | "previous"
                | "previously"
                | "ex"
                | "then"
                | "renamed"
                | "rename"
                | "rebranded"
                | "late"
                | "predecessor"
                | "successor"
        )
    };
    const PHRASES: [&str; 3] = ["known as", "called", "its name"];
    let (head, tail) = sentence(document, span);
    let own = document.slice(span);
    let sentence = fold(&[head, own, tail].concat());
    let end = date.map_or(2100, |date| date.year());
    let earlier = |w: &str| w.len() == 4 && w.parse().is_ok_and(|y: i16| (1900..end).contains(&y));
    let mut words = sentence.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    words.any(|w| says_so(w) || earlier(w)) || PHRASES.iter().any(|phrase| sentence.contains(phrase))
}

/// "14 February 2025".
pub(super) fn long_date(date: Date) -> String {
    date.strftime("%-d %B %Y").to_string()
}

/// The paragraph that holds `offset`, and where it starts.
fn paragraph(document: &Document, offset: usize) -> (&str, usize) {
    let at = document.paragraph_at(offset);
    document.paragraphs.get(at).map_or(("", offset), |p| (&*p.text, document.starts[at]))
}

/// The bracket that holds nothing but `inner`, with the white space in front of it: what is deleted
/// so that no double space is left.
pub(super) fn bracket(document: &Document, inner: Span) -> Option<Span> {
    let (head, tail) = (before(document, inner), after(document, inner));
    let open = head.strip_suffix('(').or_else(|| head.strip_suffix('（'))?;
    let close = tail.chars().next().filter(|c| matches!(c, ')' | '）'))?;
    let gap = head.len() - open.trim_end_matches([' ', '\u{a0}']).len();
    Some(Span::new(inner.start - gap, inner.end + close.len_utf8()))
}

/// True for what somebody is called in a network, or what is found there by: "@AnaLund", "#AnaLund".
pub(super) fn is_handle(document: &Document, span: Span) -> bool {
    before(document, span).ends_with(['@', '#'])
}

/// True for the letters of a party or a country in a bracket behind a person's name, "Ana Lund (NHP, Takvik)", and for those of
/// an agency behind a photographer's in a bracket: "(Ana Lund/NHP)".
pub(super) fn is_tag(document: &Document, span: Span) -> bool {
    /// No person's name has more words, titles aside.
    const MOST_WORDS: usize = 4;
    let (head, tail) = (before(document, span), after(document, span));
    if !tail.starts_with([')', ']', ',', '/', '–']) {
        return false;
    }
    if let Some(photographer) = head.strip_suffix('/') {
        let name = photographer.rsplit(['(', '[']).next().unwrap_or("");
        let named = name.split(' ').all(|word| word.starts_with(char::is_uppercase));
        return named && name.contains(' ') && name.len() < photographer.len();
    }
    let name = head.strip_suffix(['(', '[']).and_then(|head| head.strip_suffix([' ', '\u{a0}']));
    let Some(name) = name else { return false };
    let names = name.rmatch_indices([' ', '\n']).map(|(at, _)| &name[at + 1..]).chain([name]);
    names.take(MOST_WORDS).any(|name| name.contains(' ') && may_be_tagged(name, tail.starts_with([')', ']'])))
}

/// True inside the credit behind the text of a picture: "Ana Lund at the pier. Photo: Nordhavn News Agency (NNA)".
pub(super) fn is_credited(document: &Document, span: Span) -> bool {
    let (text, start) = paragraph(document, span.start);
    end_credit(text.trim_end()).is_some_and(|credit| start + credit < span.start)
}

/// What stands between the quotation marks round `span`.
pub(super) fn quoted(document: &Document, span: Span) -> Option<Span> {
    /// Marks stand inside marks, but no deeper.
    const DEEP: usize = 3;
    let at = document.paragraph_at(span.start);
    let (paragraph, start) = (document.paragraphs.get(at)?, *document.starts.get(at)?);
    let quotations = &paragraph.prose.quotations;
    let begun = quotations.partition_point(|q| q.span.start + start < span.start);
    let near = quotations[..begun].iter().rev().take(DEEP).map(|q| q.inner.shifted(start));
    near.into_iter().find(|inner| inner.covers(span))
}

/// True for a name with other words between quotation marks: the title of a paper or a talk.
pub(super) fn is_in_title(document: &Document, name: Span) -> bool {
    let alone = |span: Span| without_article(document.slice(span).trim_end_matches(','));
    quoted(document, name).is_some_and(|inner| alone(inner) != alone(name))
}

/// True for the era of a year, "120 AD", "AD 300", "the first century BC": no acronym.
pub(super) fn is_era(document: &Document, short: &str, span: Span) -> bool {
    if !matches!(short, "AD" | "BC" | "BCE" | "CE") {
        return false;
    }
    let year = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let century = |word: &str| matches!(word, "century" | "centuries" | "millennium" | "millennia");
    let behind = after(document, span).strip_prefix([' ', '\u{a0}']).is_some_and(year);
    let word = before(document, span).split_whitespace().next_back();
    behind || word.is_some_and(|word| year(word) || century(word))
}

/// The bracket without the white space in front of it.
pub(super) fn trimmed(document: &Document, span: Span) -> Span {
    let text = document.slice(span);
    Span::new(span.end - text.trim_start_matches([' ', '\u{a0}']).len(), span.end)
}

/// True when `span` belongs to a longer capitalised name: it begins with a capital, and so does the word in
/// front of it or behind it in the same sentence.
pub(super) fn in_capitalised_name(document: &Document, span: Span) -> bool {
    let capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    if !capital(document.slice(span)) {
        return false;
    }
    let (head, tail) = (before(document, span), after(document, span));
    let previous = head.strip_suffix(' ').and_then(|h| h.rsplit([' ', '\n', '\r']).next());
    let next = tail.strip_prefix(' ').and_then(|t| t.split([' ', '\n', '\r']).next());
    let joins = |word: &str| word.ends_with(char::is_alphanumeric);
    previous.is_some_and(|w| capital(w) && joins(w)) || next.is_some_and(capital)
}

/// True where the sentence that holds `span` ends in a stop. A line without one is a signature ("Ann Lund, Director"),
/// an item of a list, or half written.
pub(super) fn is_closed(document: &Document, span: Span) -> bool {
    let marks = |c: char| matches!(c, '"' | '\'' | '”' | '’' | ')' | '*' | '_') || c.is_whitespace();
    let sentence = document.sentence(span.start).unwrap_or(span);
    document.slice(sentence).trim_end_matches(marks).ends_with(['.', '!', '?', '…', ':'])
}

/// True where `span` is the one-word name `right` in two words, opens a sentence and goes on in small letters:
/// "Open AI systems are risky" is plain English. Only a verb of its own tells that somebody is meant: "Open AI
/// said", "Open AI opened".
pub(super) fn may_be_plain_words(document: &Document, span: Span, right: &str) -> bool {
    let written = document.slice(span);
    let opens = document.sentence(span.start).is_some_and(|s| s.start == span.start);
    if !opens || !written.contains(' ') || right.contains(' ') || squeezed(written) != squeezed(right) {
        return false;
    }
    let next = after(document, span).strip_prefix(' ').and_then(|t| t.split_whitespace().next());
    const VERBS: [&str; 16] = [
        "announces",
        "can",
        "could",
        "had",
        "has",
        "is",
        "may",
        "might",
        "must",
        "plans",
        "said",
        "says",
        "told",
        "was",
        "will",
        "would",
    ];
    next.is_some_and(|w| w.starts_with(char::is_lowercase) && !w.ends_with("ed") && !VERBS.contains(&w))
}

/// "the " where `long`, the name of a body, takes the place of its letters at `span`: "data go to KISA" becomes
/// "data go to the Korea Internet & Security Agency". "" where the name takes no article (OpenAI, Seoul National
/// University), where one stands there, or where the word in front leaves a doubt ("former KISA chief").
pub(super) fn article_for(document: &Document, span: Span, long: &str) -> &'static str {
    let head = before(document, span);
    let before_it = head.trim_end_matches([' ', '\u{a0}', '\n', '\r']);
    let opens = document.sentence(span.start).is_some_and(|s| s.start == span.start);
    let word = before_it.rsplit([' ', '\u{a0}', '\n', '\r']).next().unwrap_or("");
    if !is_body_with_article(long) {
        ""
    } else if opens {
        "The "
    } else if word.ends_with(',') || LINKS.contains(&word) {
        "the "
    } else {
        ""
    }
}

/// True for a name such as "Ministry of Foreign Affairs", "Financial Services Commission".
fn is_body_with_article(long: &str) -> bool {
    let head = long.split([' ', ',']).zip(long.split([' ', ',']).skip(1)).find(|(_, next)| is_link(next));
    let head = head.map_or_else(|| long.rsplit(' ').next().unwrap_or(""), |(head, _)| head);
    BODIES.contains(&head.to_lowercase().as_str())
}

fn is_link(word: &str) -> bool {
    matches!(word, "of" | "for" | "on" | "to")
}

/// Head nouns of bodies whose names have "the" in front of them.
#[rustfmt::skip]
const BODIES: [&str; 24] = [
    "administration", "agency", "association", "authority", "board", "bureau", "center", "centre", "commission",
    "committee", "council", "court", "department", "federation", "foundation", "fund", "institute", "ministry",
    "office", "organisation", "organization", "service", "society", "union",
];

/// Words behind which a name begins anew, so that an article may stand there.
#[rustfmt::skip]
const LINKS: [&str; 34] = [
    "about", "after", "against", "and", "as", "at", "because", "before", "between", "but", "by", "for", "from", "if",
    "in", "into", "of", "on", "or", "over", "since", "than", "that", "through", "to", "told", "under", "until", "via",
    "when", "where", "which", "while", "with",
];
