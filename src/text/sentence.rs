//! Sentences.

use super::span::Span;
use super::token::{Token, TokenKind};

/// Words whose full stop never ends a sentence, in any case.
const NEVER: &[&str] = &["approx", "ca", "cf", "v", "viz", "vs"];

/// Titles and short given names, which a name follows: with a capital, their full stop never ends a sentence.
const TITLES: &[&str] = &[
    "adm", "amb", "asst", "atty", "brig", "capt", "chas", "chr", "cllr", "cllrs", "cmdr", "col", "cpl",
    "dep", "det", "dir", "dr", "drs", "eng", "engr", "fr", "ft", "gen", "gov", "govs", "hon", "insp", "jas",
    "jos", "lt", "maj", "messrs", "mlle", "mme", "mr", "mrs", "ms", "msgr", "mt", "mx", "pfc", "pres",
    "prof", "profs", "pvt", "rep", "reps", "rev", "sec", "sen", "sens", "sgt", "smt", "spc", "sra", "supt",
    "th", "thos", "ven", "wm",
];

/// Words whose full stop ends no sentence when a number follows.
const NUMBERED: &[&str] = &["art", "fig", "no", "nos", "p", "para", "pp", "sec", "vol"];

/// What letters count: behind these, one is no initial.
const COUNTED: &[&str] = &[
    "appendix",
    "category",
    "class",
    "exhibit",
    "grade",
    "group",
    "hepatitis",
    "phase",
    "plan",
    "schedule",
    "series",
    "tier",
    "tranche",
    "type",
    "vitamin",
];

/// Abbreviations with a capital that also stand at a sentence's end: it ends there when one of [`OPENERS`]
/// follows.
const ANYWHERE: &[&str] = &[
    "ala", "apr", "ariz", "ark", "assn", "aug", "ave", "blvd", "bros", "calif", "co", "colo", "conn", "corp",
    "dec", "del", "dept", "dist", "ed", "eds", "esq", "feb", "fla", "fri", "ga", "ill", "inc", "ind", "jan",
    "jr", "jul", "jun", "kan", "ky", "la", "llc", "ltd", "mar", "mass", "md", "mfg", "mich", "minn", "miss",
    "mo", "mon", "mont", "neb", "nev", "nov", "oct", "okla", "ont", "ore", "pa", "plc", "que", "rd", "sep",
    "sept", "sr", "st", "tenn", "tex", "thu", "thur", "thurs", "tue", "tues", "univ", "va", "vt", "wash",
    "wed", "wis", "wyo",
];

/// Words that open sentences and hardly ever a name: after "U.S." they tell a new sentence from a name that
/// goes on ("U.S. Treasury").
const OPENERS: &[&str] = &[
    "a",
    "about",
    "according",
    "additionally",
    "after",
    "all",
    "also",
    "although",
    "among",
    "an",
    "and",
    "another",
    "any",
    "as",
    "asked",
    "at",
    "because",
    "before",
    "both",
    "but",
    "by",
    "despite",
    "during",
    "each",
    "earlier",
    "even",
    "every",
    "few",
    "following",
    "for",
    "from",
    "further",
    "furthermore",
    "given",
    "he",
    "her",
    "here",
    "his",
    "how",
    "however",
    "i",
    "if",
    "in",
    "instead",
    "it",
    "its",
    "last",
    "later",
    "many",
    "meanwhile",
    "more",
    "moreover",
    "most",
    "my",
    "neither",
    "no",
    "nor",
    "not",
    "now",
    "of",
    "on",
    "once",
    "one",
    "only",
    "or",
    "other",
    "others",
    "our",
    "over",
    "she",
    "since",
    "so",
    "some",
    "still",
    "such",
    "than",
    "that",
    "the",
    "their",
    "then",
    "there",
    "these",
    "they",
    "this",
    "those",
    "though",
    "through",
    "to",
    "today",
    "two",
    "under",
    "until",
    "upon",
    "we",
    "were",
    "what",
    "when",
    "where",
    "whether",
    "which",
    "while",
    "who",
    "why",
    "with",
    "within",
    "without",
    "yesterday",
    "yet",
    "you",
    "your",
];

/// The sentences of a masked block, in order, without the white space between them. A line break ends a
/// sentence only where `lines` says so (tables, front matter).
///
/// A sentence ends at a full stop, question or exclamation mark or ellipsis, with the closing marks behind
/// it, before white space; not behind an abbreviation, an initial or a number that opens it ("1. …"), and not
/// where the next word begins in lower case. In Chinese and Japanese no white space is needed.
pub(super) fn sentences(text: &str, tokens: &[Token], lines: bool) -> Vec<Span> {
    let mut found = Vec::new();
    let (mut first, mut at) = (0, 0);
    while at < tokens.len() {
        // Where no stop stands and no line breaks, none ends, but at the text's end.
        if !lines {
            let on = &tokens[at..tokens.len() - 1];
            at += on.iter().position(|t| stop(text, t).is_some()).unwrap_or(on.len());
        }
        // Stops in a row ("?!", "...") are one.
        let stops = tokens[at..]
            .iter()
            .enumerate()
            .take_while(|(n, t)| (*n == 0 || !t.gap) && stop(text, t).is_some());
        let run = Run { first, start: at, end: at + stops.count() };
        let end = run.sentence_end(text, tokens);
        at = end.unwrap_or(run.end.max(at + 1));
        if end.is_some() || at == tokens.len() || (lines && breaks_line(text, tokens, at)) {
            if tokens[first..at].iter().any(|t| t.kind != TokenKind::Barrier) {
                found.push(Span::new(tokens[first].start as usize, tokens[at - 1].end as usize));
            }
            first = at;
        }
    }
    found
}

/// A run of stops.
struct Run {
    /// The sentence's first token.
    first: usize,
    /// The first stop; there is none where `end` is the same.
    start: usize,
    /// The token behind the last.
    end: usize,
}

impl Run {
    /// The first token of the next sentence, when the run ends one.
    fn sentence_end(&self, text: &str, tokens: &[Token]) -> Option<usize> {
        let stop = stop(text, &tokens[self.start])?;
        let closing = tokens[self.end..].iter().take_while(|t| closes(text, t)).count();
        let after = self.end + closing;
        let after = after + footnote(text, &tokens[after..]);
        let Some(next) = tokens.get(after) else { return Some(after) };
        if stop == Stop::Wide {
            return (closing == 0 || next.gap).then_some(after);
        }
        // The word that follows, behind opening quotation marks and brackets.
        let word = tokens[after..].iter().take(4).find(|t| t.kind != TokenKind::Mark);
        // Of "Holm left. [sic]" and "It is old. (see below)" the bracket begins with whatever it will.
        let bracket = matches!(next.mark(text), Some('[' | '('));
        let lower = !bracket && word.is_some_and(|t| is_lower(text, t));
        let bracketed = matches!(tokens[after - 1].mark(text), Some(')' | ']' | '}'));
        let single = stop == Stop::Full && self.end == self.start + 1 && (closing == 0 || bracketed);
        // "PORT HOLM, Mich. — A ferry sank".
        let dash = matches!(next.mark(text), Some('–' | '—'));
        let word = if dash { None } else { word };
        let ends = next.gap && !lower && !(single && self.abbreviates(text, tokens, word, dash));
        ends.then_some(after)
    }

    /// True when the full stop marks an abbreviation, an initial or the number of an item, and the sentence
    /// goes on with `next`.
    fn abbreviates(&self, text: &str, tokens: &[Token], next: Option<&Token>, dash: bool) -> bool {
        let at = self.start;
        if at == self.first || tokens[at].gap || tokens[at - 1].kind != TokenKind::Word {
            return false;
        }
        let before = &tokens[at - 1];
        if before.digit {
            return at == self.first + 1;
        }
        let word = before.of(text);
        // No abbreviation is longer, and most words are.
        if word.len() > 7 {
            return false;
        }
        if is_in(NEVER, word) || (before.capital && is_in(TITLES, word)) {
            return true;
        }
        let dotted =
            at >= self.first + 3 && !before.gap && stop(text, &tokens[at - 2]).is_some() && word.len() <= 2;
        if dotted && matches!(word, "e" | "g") {
            return true;
        }
        if dash {
            return before.capital && is_in(ANYWHERE, word);
        }
        let Some(next) = next else { return false };
        // "p. 7", but "George P. Bush".
        // The "R" of "TIDES-R" and the "D" of "R&D" are no initials, those of "J.-R.", "Jean-R." and "J.&R." are.
        let joined = at >= self.first + 3
            && !before.gap
            && !tokens[at - 2].gap
            && match tokens[at - 2].mark(text) {
                Some('-' | '‐' | '‑') => {
                    tokens[at - 3].all_caps && tokens[at - 3].end - tokens[at - 3].start > 1
                }
                Some('&') => tokens[at - 3].capital,
                _ => false,
            };
        let initial = before.capital && word.chars().count() == 1 && !joined;
        if initial && self.is_counted(text, tokens) {
            return false;
        }
        if is_in(NUMBERED, word) && !initial {
            return next.digit;
        }
        let short = dotted
            || initial
            || matches!(word, "etc" | "al" | "Ma" | "Sta" | "Sto")
            || (before.capital && is_in(ANYWHERE, word));
        let courtesy = || initial && matches!(next.of(text), "Dr" | "Mr" | "Mrs" | "Ms" | "Mx");
        short && !(next.capital && is_in(OPENERS, next.of(text)) || courtesy())
    }

    /// True for a letter before the stop that counts something or is the name of something, and nobody's initial: "its Series B.",
    /// "in Group A.", "posted it on X.".
    fn is_counted(&self, text: &str, tokens: &[Token]) -> bool {
        let (letter, Some(noun)) = (&tokens[self.start - 1], self.start.checked_sub(2).map(|at| &tokens[at]))
        else {
            return false;
        };
        letter.gap
            && self.start - 2 >= self.first
            && match noun.of(text) {
                "on" => letter.of(text) == "X",
                noun => is_in(COUNTED, noun),
            }
    }
}

/// True when a list, which is sorted and in small letters, holds `word`, in whatever case.
fn is_in(list: &[&str], word: &str) -> bool {
    let small = || word.bytes().map(|byte| byte.to_ascii_lowercase());
    list.binary_search_by(|listed| listed.bytes().cmp(small())).is_ok()
}

/// True for a word without a capital letter anywhere: "iPhone" may begin a sentence, "phone" does not.
fn is_lower(text: &str, token: &Token) -> bool {
    token.kind == TokenKind::Word
        && token.of(text).starts_with(char::is_lowercase)
        && !token.of(text).contains(char::is_uppercase)
}

/// A mark that may end a sentence.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stop {
    /// ".", which also marks abbreviations.
    Full,
    /// "?", "!", "…".
    Other,
    /// "。" and its kin, which no white space follows.
    Wide,
}

fn stop(text: &str, token: &Token) -> Option<Stop> {
    match token.mark(text)? {
        '.' => Some(Stop::Full),
        '?' | '!' | '…' | '‽' | '⁇' | '⁈' | '⁉' => Some(Stop::Other),
        '。' | '！' | '？' | '．' | '｡' => Some(Stop::Wide),
        _ => None,
    }
}

/// True for a closing mark that belongs to the sentence before it: no space parts it from the stop.
fn closes(text: &str, token: &Token) -> bool {
    let closing = |mark| {
        matches!(
            mark,
            '"' | '\''
                | '”'
                | '’'
                | '»'
                | '›'
                | ')'
                | ']'
                | '}'
                | '」'
                | '』'
                | '》'
                | '〉'
                | '）'
                | '】'
                | '］'
                | '“'
                | '‘'
        )
    };
    !token.gap && token.mark(text).is_some_and(closing)
}

/// The tokens of the number of a footnote that `tokens` begin with: "Holm left.[12]".
fn footnote(text: &str, tokens: &[Token]) -> usize {
    match tokens {
        [open, number, close, ..]
            if open.mark(text) == Some('[') && number.digit && close.mark(text) == Some(']') =>
        {
            if open.gap {
                0
            } else {
                3
            }
        }
        _ => 0,
    }
}

/// True when a line break stands before token `at`.
fn breaks_line(text: &str, tokens: &[Token], at: usize) -> bool {
    let Some(next) = tokens.get(at) else { return false };
    let between = &text.as_bytes()[tokens[at - 1].end as usize..next.start as usize];
    memchr::memchr2(b'\n', b'\r', between).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_and_hold_each_word_once() {
        for list in [NEVER, TITLES, NUMBERED, ANYWHERE, OPENERS] {
            assert!(list.windows(2).all(|pair| pair[0] < pair[1]), "{list:?}");
        }
    }
}
