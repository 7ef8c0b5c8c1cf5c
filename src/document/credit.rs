//! Whose a quotation is, by a name right beside it and no verb of saying: "according to Ana Lund", "Ana Lund: “…”", "“…” — Ana
//! Lund".

use super::lexicon;
use super::paragraph::Paragraph;
use super::subject::{Before, Voice};
use crate::text::{Prose, Span, Token};

/// An apposition between a name and its quotation, or behind a name that stands under one, has no more words.
const MOST_APPOSED: usize = 9;

/// The chain of the person beside the quotation; `voices` are the names of the paragraph, from the beginning of which all offsets
/// count.
pub(super) fn credited(paragraph: &Paragraph, quotation: Span, voices: &[Voice]) -> Option<u32> {
    let prose = &paragraph.prose;
    if voices.is_empty() {
        return None;
    }
    behind(prose, quotation, voices).or_else(|| before(prose, quotation, voices))
}

/// The one who leads up to the quotation.
fn before(prose: &Prose, quotation: Span, voices: &[Voice]) -> Option<u32> {
    let head = prose.text[..quotation.start].trim_end_matches(is_blank);
    // Most quotations begin a paragraph or stand in the middle of a sentence.
    if !head.ends_with([',', ':']) {
        return None;
    }
    let from = prose.sentence(head.len() - 1)?.start.max(prose.speech_before(quotation.start));
    let mut persons = voices.iter().filter(|v| v.person && v.span.start >= from && v.span.end <= head.len());
    let voice = persons.next()?;
    if persons.next().is_some() {
        return None;
    }
    let words = words(prose, Span::new(from, voice.span.start));
    let leads = &words[..titled(prose, words, voice)];
    let between = prose.text[voice.span.end..head.len()].trim_matches(is_blank);
    let leads: Vec<&str> = leads.iter().map(|token| token.of(&prose.text)).collect();
    let leads_up = match &leads[..] {
        ["According", "to"] | ["In", "the", "words", "of"] => ends_apposition(between),
        ["As"] => {
            matches!(between, "put it:" | "put it," | "puts it:" | "puts it," | "has it:" | "said:" | "says:")
        }
        [] | ["But" | "Yet"] => between.ends_with(':') && (ends_apposition(between) || is_remark(between)),
        _ => false,
    };
    leads_up.then_some(voice.chain)
}

/// True for "," or ":" alone, or behind an apposition: ", a pilot at Hapsel Air,".
fn ends_apposition(between: &str) -> bool {
    let apposed = between[..between.len() - 1].trim_matches(is_blank);
    let Some(apposed) = apposed.strip_prefix(',') else { return apposed.is_empty() };
    let mut words = apposed.split_whitespace();
    words.clone().count() <= MOST_APPOSED
        && !apposed.contains([',', ':', ';', '"', '“'])
        && !words.any(lexicon::is_speech_verb)
}

/// True for what is said of one who is about to speak: " was blunt:", " had this to say:", " put it simply:".
fn is_remark(between: &str) -> bool {
    const MOST: usize = 7;
    let words: Vec<&str> = between.trim_end_matches(':').split_whitespace().take(MOST + 1).collect();
    let Some((last, rest)) = words.split_last().filter(|_| words.len() <= MOST) else { return false };
    let by_another = || words.iter().any(|word| matches!(*word, "by" | "from" | "of"));
    match rest {
        ["is" | "was" | "remained" | "remains" | "sounded" | "seemed", degrees @ ..] => {
            REMARKS.contains(last) && degrees.iter().all(|word| is_degree(word))
        }
        ["put" | "puts", "it", ..] => matches!(*last, "way" | "this" | "simply") || last.ends_with("ly"),
        ["had" | "has", "this" | "a" | "an" | "one" | "some", ..] => {
            words.iter().any(|word| ANSWERS.contains(word)) && !by_another()
        }
        _ => false,
    }
}

/// True for "more" in "was more direct".
fn is_degree(word: &str) -> bool {
    matches!(
        word,
        "also"
            | "as"
            | "equally"
            | "even"
            | "just"
            | "less"
            | "more"
            | "no"
            | "not"
            | "quite"
            | "so"
            | "very"
    ) || word.ends_with("ly")
}

/// How somebody is who is about to speak.
#[rustfmt::skip]
const REMARKS: [&str; 44] = [
    "adamant", "angry", "blunt", "bullish", "candid", "categorical", "cautious", "clear", "confident", "critical", "damning",
    "defiant", "delighted", "direct", "dismissive", "effusive", "emphatic", "enthusiastic", "explicit", "firm", "forthright", "frank",
    "furious", "gracious", "grateful", "honest", "optimistic", "pessimistic", "philosophical", "proud", "realistic", "sanguine",
    "scathing", "sceptical", "skeptical", "succinct", "sure", "unapologetic", "unequivocal", "unimpressed", "unmoved",
    "unrepentant", "upbeat", "wary",
];

/// What somebody has who is about to speak.
const ANSWERS: [&str; 9] =
    ["advice", "answer", "explanation", "message", "reply", "response", "say", "verdict", "warning"];

/// The one whom the words right behind the quotation name.
fn behind(prose: &Prose, quotation: Span, voices: &[Voice]) -> Option<u32> {
    let rest = &prose.text[quotation.end..];
    let trimmed = rest.trim_start_matches(is_blank);
    let begun = quotation.end + rest.len() - trimmed.len();
    let gap = &rest[..rest.len() - trimmed.len()];
    // Most are followed by a verb of saying and its subject.
    let credit = Credit::of(trimmed, gap)?;
    let from = begun + credit.words().len();
    let voice = voices[voices.partition_point(|v| v.span.start < from)..].iter().find(|v| v.person)?;
    let words = words(prose, Span::new(from, voice.span.start));
    if titled(prose, words, voice) > 0 || prose.has_speech(voice.span) {
        return None;
    }
    let told = &prose.text[voice.span.end..];
    credit.ends(prose, quotation, told).then_some(voice.chain)
}

/// What stands between a quotation and the name behind it.
enum Credit<'a> {
    /// "according to".
    According(&'a str),
    /// "as", with "put it" behind the name.
    As(&'a str),
    /// A dash, or a new line.
    Signed(&'a str),
}

impl<'a> Credit<'a> {
    /// The one with which `text` begins; `gap` is the white space before it.
    fn of(text: &'a str, gap: &str) -> Option<Self> {
        const ACCORDING: [&str; 4] =
            ["according to ", ", according to ", "in the words of ", ", in the words of "];
        let starts = |word: &&&str| text.starts_with(**word);
        let taken = |word: &str| &text[..word.len()];
        if let Some(word) = ACCORDING.iter().find(starts) {
            return Some(Self::According(taken(word)));
        }
        if let Some(word) = ["as ", ", as "].iter().find(starts) {
            return Some(Self::As(taken(word)));
        }
        let dash = ["—", "–", "―", "--", "- "].iter().find(starts);
        let line = gap.contains('\n') && text.starts_with(char::is_uppercase);
        dash.map(|dash| Self::Signed(taken(dash))).or_else(|| line.then_some(Self::Signed("")))
    }

    fn words(&self) -> &'a str {
        match self {
            Self::According(words) | Self::As(words) | Self::Signed(words) => words,
        }
    }

    /// True where `told`, what stands behind the name, leaves the quotation to the one who is named.
    fn ends(&self, prose: &Prose, quotation: Span, told: &str) -> bool {
        match self {
            Self::According(_) => !told.starts_with(['’', '\'']) && !told.trim_start().starts_with("and "),
            Self::As(_) => [" put it", " puts it", " has it"].iter().any(|verb| told.starts_with(verb)),
            Self::Signed(dash) => {
                let said = quotation.of(&prose.text).trim_end_matches(['"', '”', '’', '\'']);
                let whole = prose.text[..quotation.start].trim_matches(is_blank).is_empty();
                let role = told.trim_matches(is_blank);
                let office = role.strip_prefix(',').is_some_and(|role| {
                    !role.ends_with('.') && role.split_whitespace().count() <= MOST_APPOSED
                });
                (whole || !dash.is_empty() && said.ends_with(['.', '!', '?', '…']))
                    && (role.is_empty() || office)
            }
        }
    }
}

/// The words and marks in `span`.
fn words(prose: &Prose, span: Span) -> &[Token] {
    let first = |at: usize| prose.tokens.partition_point(|token| (token.start as usize) < at);
    let (from, to) = (first(span.start), first(span.end));
    &prose.tokens[from..to.max(from)]
}

/// How many of the `words` before a name are no title of it.
fn titled(prose: &Prose, words: &[Token], voice: &Voice) -> usize {
    Before { prose, tokens: words, outside: 0, voices: &[], start: 0 }.titled(voice)
}

/// True for white space and what markup leaves: U+0002 where it was masked.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || c == '\u{2}' || matches!(c, '*' | '_' | '>')
}
