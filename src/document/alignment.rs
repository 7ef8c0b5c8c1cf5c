//! How well the letters of an acronym fit the words of a long form.
//!
//! After Schwartz & Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical
//! text" (2003), who match letters from right to left and take the first fit. Here all fits are weighed:
//! letters at the beginnings of words count most, and every word that gives no letter costs, so that the
//! best beginning of the long form wins, not the nearest.

use super::marks::base_letter;
use crate::text::{Token, TokenKind};

/// What a letter at the beginning of a word is worth; all other figures are shares of it.
const INITIAL: f64 = 1.0;
/// A letter inside a word whose beginning fits too ("methotrexate", MTX).
const INNER: f64 = 0.6;
/// A letter inside a word whose beginning does not fit.
const STRAY: f64 = 0.1;
/// A word of content that gives no letter.
const SKIPPED_WORD: f64 = 0.6;
/// A part behind a hyphen, or a number, that gives no letter.
const SKIPPED_PART: f64 = 0.25;
/// A word such as "of" or "and" that gives no letter.
const SKIPPED_LINK: f64 = 0.05;
/// A letter of the acronym that no word gives, where that is allowed at all.
const MISSING: f64 = 1.0;

/// Words longer than this are looked at up to here: no long form's letter stands further inside.
const LONGEST_WORD: usize = 40;

/// Numbers in letters.
const NUMBERS: [(&str, &str); 13] = [
    ("one", "1"),
    ("two", "2"),
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
    ("six", "6"),
    ("seven", "7"),
    ("eight", "8"),
    ("nine", "9"),
    ("ten", "10"),
    ("eleven", "11"),
    ("twelve", "12"),
    ("twenty", "20"),
];

/// Where a long form begins, and how well it fits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Fit {
    /// The first token of the long form, as an index into the tokens given.
    pub(super) first: usize,
    /// 1 when every letter begins a word and every word gives a letter; negative for a bad fit.
    pub(super) score: f64,
}

/// The letters and digits of an acronym, in lower case.
pub(super) struct Letters {
    letters: Vec<char>,
    /// True when the last letter is a lower-case s behind a capital: "LLMs".
    plural: bool,
}

impl Letters {
    /// The letters of `short`.
    pub(super) fn of(short: &str) -> Self {
        let all: Vec<char> = short.chars().filter(|c| c.is_alphanumeric()).collect();
        let plural = matches!(all[..], [_, .., before, 's'] if before.is_uppercase());
        Self { letters: all.iter().map(|c| lower(*c)).collect(), plural }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.letters.len()
    }

    /// True when one of them begins `word`.
    pub(super) fn have_initial(&self, word: &str) -> bool {
        word.chars().next().is_some_and(|initial| self.letters.contains(&lower(initial)))
    }

    /// The first of them.
    pub(super) fn first(&self) -> Option<char> {
        self.letters.first().copied()
    }

    /// The best fit of these letters with words that end where `tokens` end. With `lax`, letters that no
    /// word gives are allowed, at a price.
    pub(super) fn fit(&self, text: &str, tokens: &[Token], lax: bool) -> Option<Fit> {
        let strict = self.best_start(text, tokens, &self.letters, lax);
        if !self.plural {
            return strict;
        }
        let singular = self.best_start(text, tokens, &self.letters[..self.len() - 1], lax);
        match (strict, singular) {
            (Some(a), Some(b)) => Some(if a.score >= b.score { a } else { b }),
            (a, b) => a.or(b),
        }
    }

    fn best_start(&self, text: &str, tokens: &[Token], letters: &[char], lax: bool) -> Option<Fit> {
        let n = letters.len();
        if n == 0 {
            return None;
        }
        // `rest[i]` is the best score of letters[i..] on the tokens behind the current one.
        let mut rest: Vec<f64> = (0..=n)
            .map(|i| {
                if i == n {
                    0.0
                } else if lax {
                    -MISSING * (n - i) as f64
                } else {
                    f64::NEG_INFINITY
                }
            })
            .collect();
        let mut next = rest.clone();
        // The best score of a long form whose first letter stands at the current token or in a later part
        // of the same hyphenated word.
        let mut begun = f64::NEG_INFINITY;
        let mut best: Option<Fit> = None;
        let mut word = Word::default();
        for (at, token) in tokens.iter().enumerate().rev() {
            word.read(text, token, at == 0 || token.gap, letters);
            let here = word.takes(letters, 0, &rest, true);
            begun = here.max(begun - word.skip);
            for (i, next) in next.iter_mut().enumerate() {
                *next = (rest[i] - word.skip).max(word.takes(letters, i, &rest, false));
            }
            if lax {
                for i in (0..n).rev() {
                    next[i] = next[i].max(next[i + 1] - MISSING);
                }
            }
            std::mem::swap(&mut rest, &mut next);
            if word.begins {
                let score = begun / n as f64;
                if score.is_finite() && best.is_none_or(|b| score > b.score) {
                    best = Some(Fit { first: at, score });
                }
                begun = f64::NEG_INFINITY;
            }
        }
        best
    }
}

/// A token as the alignment sees it.
#[derive(Default)]
struct Word {
    /// Its letters that the acronym has too, in order.
    chars: Vec<char>,
    /// True when the first of them begins it.
    first: bool,
    /// Its digits, for a number in letters: "Group of Seven", G7.
    digits: &'static str,
    begins: bool,
    skip: f64,
}

impl Word {
    /// Takes the place of the word before, whose memory it uses again.
    fn read(&mut self, text: &str, token: &Token, begins: bool, letters: &[char]) {
        let source = if token.kind == TokenKind::Word { token.of(text) } else { "" };
        self.chars.clear();
        let lowered = source.chars().take(LONGEST_WORD).map(lower);
        self.chars.extend(lowered.filter(|c| letters.contains(c)));
        self.first = source.chars().next().map(lower) == self.chars.first().copied() && !source.is_empty();
        self.skip = match token.kind {
            TokenKind::Mark => 0.0,
            TokenKind::Word if is_link(source) => SKIPPED_LINK,
            TokenKind::Word if !begins || token.digit => SKIPPED_PART,
            _ => SKIPPED_WORD,
        };
        let spells = |(word, _): &&(&str, &str)| source.chars().map(lower).eq(word.chars());
        let counts = letters.iter().any(char::is_ascii_digit);
        self.digits = NUMBERS.iter().find(|number| counts && spells(number)).map_or("", |number| number.1);
        self.begins = begins;
    }

    /// The best score when this word gives one or more of `letters[from..]` and `rest` the others.
    fn takes(&self, letters: &[char], from: usize, rest: &[f64], must_begin: bool) -> f64 {
        let mut best = f64::NEG_INFINITY;
        let given = self.digits.len();
        if given > 0 && letters[from..].iter().take(given).copied().eq(self.digits.chars()) {
            best = INITIAL * given as f64 + rest[from + given];
        }
        let initial = self.first && letters.get(from) == self.chars.first();
        if must_begin && !initial {
            return best;
        }
        let mut at = 0;
        let mut score = 0.0;
        for (taken, letter) in letters[from..].iter().enumerate() {
            let Some(step) = self.chars[at..].iter().position(|c| c == letter) else { break };
            score += match (initial, taken) {
                (true, 0) => INITIAL,
                (true, _) => INNER,
                (false, _) => STRAY,
            };
            at += step + 1;
            best = best.max(score + rest[from + taken + 1]);
        }
        best
    }
}

/// True for a small word that joins the words of a name and gives an acronym no letter.
pub(super) fn is_link(word: &str) -> bool {
    matches!(
        word,
        "a" | "an"
            | "and"
            | "as"
            | "at"
            | "by"
            | "da"
            | "de"
            | "del"
            | "della"
            | "der"
            | "des"
            | "di"
            | "do"
            | "du"
            | "et"
            | "for"
            | "from"
            | "für"
            | "in"
            | "la"
            | "of"
            | "on"
            | "the"
            | "to"
            | "und"
            | "with"
    )
}

/// Without accents: EPFL is an École.
fn lower(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    base_letter(c).to_lowercase().next().unwrap_or(c)
}
