//! Acronyms of names in another language: their letters stand in another order, or fit in part.

use super::alignment::Letters;
use super::capital_run::capital_run;
use super::endings::{is_abstract, is_adjective};
use super::expansion::{without_article, words};
use super::head_nouns;
use crate::text::Token;

/// The least score at which a capitalised name directly before an acronym in capitals is believed: its form alone says a lot.
pub(super) const FITS_NAME: f64 = 0.0;

/// The beginning of the capitalised name that ends where `before` ends, when `short` is its acronym in all
/// likelihood: capitals alone, with the same first letter or half of its letters in the name's order.
pub(super) fn name_start(text: &str, before: &[Token], short: &str, letters: &Letters) -> Option<usize> {
    let capitals = || short.chars().all(|c| c.is_uppercase() || c == '-');
    if letters.len() < 3 || !capitals() && !is_mixed(short) {
        return None;
    }
    let run = capital_run(text, before);
    let run = without_article(text, run);
    if words(run) < 2 || !capitals() && !holds_small_words(text, run, short) {
        return None;
    }
    // "Ana Holm (NOR)" runs for a country.
    let noun = |token: &Token| {
        let word = token.of(text);
        head_nouns::is_body(word) || head_nouns::is_landmark(word) || is_abstract(word) || is_adjective(word)
    };
    let number = |token: &&Token| token.of(text).bytes().all(|byte| byte.is_ascii_digit());
    let numbers = run.iter().take_while(number).count();
    if words(&run[numbers..]) == 2 && !run.iter().any(noun) {
        return None;
    }
    let offset = before.len() - run.len();
    let initial = run[0].of(text).chars().next().and_then(|c| c.to_lowercase().next());
    let fit = letters.fit(text, run, true)?;
    if fit.score < FITS_NAME {
        return None;
    }
    if initial == letters.first() {
        return Some(offset);
    }
    // What follows "for" is no name but the purpose of one: "Foundation for Coastal Policy".
    let purpose = fit.first > 0 && run[fit.first - 1].of(text) == "for";
    (!purpose).then(|| offset + begun(text, run, fit.first))
}

/// Where the name in `run` begins of which word `first` is a part: the "Federal" of "Federal Seaport Court", the "Alliance" of
/// "Alliance of Independent Democrats".
fn begun(text: &str, run: &[Token], mut first: usize) -> usize {
    while first > 0 {
        let body =
            || first > 1 && run[first - 1].of(text) == "of" && head_nouns::is_body(run[first - 2].of(text));
        first -= match run[first - 1].capital {
            true => 1,
            false if body() => 2,
            false => break,
        };
    }
    first
}

/// True for an acronym with a small letter between capitals: "AfD".
fn is_mixed(short: &str) -> bool {
    let capital = |c: Option<char>| c.is_some_and(char::is_uppercase);
    capital(short.chars().next())
        && capital(short.chars().next_back())
        && short.chars().all(char::is_alphabetic)
}

/// True when each small letter of `short` begins a small word of `name`: the "f" of "AfD" and of "Alternative for Germany".
fn holds_small_words(text: &str, name: &[Token], short: &str) -> bool {
    let begins = |letter: char| name.iter().any(|token| !token.capital && token.of(text).starts_with(letter));
    short.chars().filter(|c| c.is_lowercase()).all(begins)
}

/// True for the "Party" of "the Workers' Party": no word alone is what the acronym of a longer name stands for.
pub(super) fn ends_name(text: &str, before: &[Token], long: &[Token]) -> bool {
    let owner = match before {
        [.., owner, mark] if matches!(mark.of(text), "'" | "’") => owner,
        [.., owner] => owner,
        [] => return false,
    };
    matches!(long, [noun] if head_nouns::is_body(noun.of(text)))
        && owner.capital
        && !matches!(owner.of(text), "A" | "An" | "The")
}

/// `before` without the small word behind a name that only says what it names, "the Hapsel Forward party (HF)", where the letters of
/// `short` fit no worse without it.
pub(super) fn without_class<'p>(text: &str, before: &'p [Token], short: &str) -> &'p [Token] {
    let [name @ .., last, class] = before else { return before };
    if !last.capital || !is_class(class.of(text)) {
        return before;
    }
    let letters = Letters::of(short);
    let score = |tokens: &[Token]| letters.fit(text, tokens, false).map(|fit| fit.score);
    let bare = &before[..name.len() + 1];
    if score(bare) >= score(before) { bare } else { before }
}

/// True for a noun that often stands in small letters behind the name of what it is.
fn is_class(word: &str) -> bool {
    matches!(
        word,
        "alliance"
            | "bloc"
            | "coalition"
            | "company"
            | "faction"
            | "group"
            | "militia"
            | "movement"
            | "organisation"
            | "organization"
            | "party"
    )
}

/// The beginning of the capitalised name that ends where `before` ends, when `short` has the first letters of all its words
/// in another order, as acronyms in Romance languages have: "the Federal Police (PF)".
pub(super) fn rearranged(text: &str, before: &[Token], short: &str) -> Option<usize> {
    const LENGTHS: std::ops::RangeInclusive<usize> = 2..=8;
    if !LENGTHS.contains(&short.len()) || !short.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return None;
    }
    let run = without_article(text, capital_run(text, before));
    let mut capitals = run.iter().enumerate().rev().filter(|(_, token)| token.capital).map(|(at, _)| at);
    let first = capitals.nth(short.len() - 1)?;
    // Not a part of a longer name, "the Federal Police" of "the Nordic Federal Police".
    if first > 0 && run[first - 1].capital {
        return None;
    }
    let name = &run[first..];
    let words = || name.iter().filter(|token| token.capital);
    // How often each letter stands in the name less how often in the acronym.
    let mut counts = [0i8; 26];
    for (token, letter) in words().zip(short.bytes()) {
        let initial = text.as_bytes()[token.start as usize];
        *counts.get_mut(usize::from(initial.wrapping_sub(b'A')))? += 1;
        counts[usize::from(letter - b'A')] -= 1;
    }
    counts.iter().all(|count| *count == 0).then(|| before.len() - name.len())
}
