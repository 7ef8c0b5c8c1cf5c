//! Letters under which a company's shares are traded, "Apple Inc. (AAPL)": they stand for nothing.

use super::legal_forms::is_company_suffix;
use super::lexicon::is_function_word;
use crate::text::Token;

/// True where `short`, in a bracket behind the name `long` of a company, is no acronym of it: a word of the name gives it no
/// letter, or one word gives them all. A name whose end does not say that it is a company's is not judged.
pub(super) fn is_ticker_of(long: &str, short: &str) -> bool {
    /// No exchange has longer ones.
    const LONGEST: usize = 5;

    if !(2..=LONGEST).contains(&short.len()) || !short.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return false;
    }
    let words: Vec<&str> = long.split_whitespace().map(|word| word.trim_end_matches(',')).collect();
    let forms = words.iter().rev().take_while(|word| is_company_suffix(word)).count();
    let name = words.len() - forms;
    // "AstraZeneca plc (AZ)".
    let capitals = || words[..name].concat().chars().filter(|c| c.is_uppercase()).eq(short.chars());
    let must = |at: usize| at < name && words[at] != "&" && !is_function_word(words[at]);
    let all: Vec<(&str, bool)> = words.iter().enumerate().map(|(at, word)| (*word, must(at))).collect();
    forms > 0 && !capitals() && !spells(&all, short.as_bytes(), 0) && !leaves_one_out(&words, short)
}

/// True where the letters are the first ones of all words but one in the middle: the "NQSC" of a "North Hapsel Quay Safety
/// Corporation".
fn leaves_one_out(words: &[&str], short: &str) -> bool {
    /// Of fewer letters chance gives too many.
    const FEWEST: usize = 4;
    let initials =
        || words.iter().filter(|word| !is_function_word(word)).filter_map(|word| word.bytes().next());
    let last = initials().count().saturating_sub(1);
    short.len() >= FEWEST
        && last == short.len()
        && (1..last).any(|out| {
            let others = initials().enumerate().filter(|(at, _)| *at != out).map(|(_, first)| first);
            others.eq(short.bytes())
        })
}

/// True where the letters are those of the words, in order: some from the beginning of each, but for those that need not give
/// one, and from two words at least, `giving` of them in front of these.
fn spells(words: &[(&str, bool)], letters: &[u8], giving: usize) -> bool {
    let Some(((word, must), rest)) = words.split_first() else { return letters.is_empty() && giving > 1 };
    let taken = (1..=letters.len()).take_while(|count| begins_with(word, &letters[..*count]));
    !must && spells(rest, letters, giving)
        || taken.into_iter().any(|count| spells(rest, &letters[count..], giving + 1))
}

/// True where a word begins with the first of some letters and has the others behind it, in order.
fn begins_with(word: &str, letters: &[u8]) -> bool {
    let mut own = word.bytes();
    let same = |a: u8, b: &u8| a.eq_ignore_ascii_case(b);
    let Some((first, others)) = letters.split_first() else { return true };
    own.next().is_some_and(|b| same(b, first)) && others.iter().all(|other| own.any(|b| same(b, other)))
}

/// True for the "HPSL.OL" of a company and its exchange.
pub(super) fn is_ticker(text: &str, piece: &[Token]) -> bool {
    let [company, stop, exchange] = piece else { return false };
    let length = |token: &Token| (token.end - token.start) as usize;
    stop.of(text) == "." && length(company) > 2 && length(exchange) <= 2
}

/// Tokens of the "<HPSL.OL>" that ends `before`, behind a company's name; of the "<Hapsel>" that is one the mark.
pub(super) fn symbol(text: &str, before: &[Token]) -> usize {
    /// The company, the stop, the exchange, "<".
    const MOST: usize = 4;
    let [name @ .., last] = before else { return 0 };
    if last.of(text) != ">" {
        return 0;
    }
    let open = name.iter().rev().take(MOST).position(|token| token.of(text) == "<");
    let symbol = open.filter(|within| {
        let symbol = &name[name.len() - within..];
        let capitals = symbol.iter().all(|token| !token.of(text).contains(char::is_lowercase));
        capitals && name.len() > within + 1
    });
    symbol.map_or(1, |within| within + 2)
}

#[cfg(test)]
mod tests {
    use super::is_ticker_of;

    #[test]
    fn letters_of_shares_are_no_acronyms() {
        for (long, short, expected) in [
            ("Hapsel Inc.", "HPSL", true),
            ("Vinter AG", "VINN", true),
            ("Lund plc", "LUN", true),
            ("Vinter Chase & Co.", "VIN", true),
            ("Northholm Grummond Corp.", "NOH", true),
            ("Hapsel Marine Co.", "HM", false),
            ("Hapsel Marine Co.", "HMC", false),
            ("Kirk Electric Power Corp.", "KEPCO", false),
            ("SK Telholm Co., Ltd.", "SKT", false),
            ("Bank of Aholm Corp.", "BOA", false),
            ("Bank of Aholm Corp.", "BAC", false),
            ("HolmZenek plc", "HZ", false),
            ("Hapsel Motor", "HPM", false),
            ("North Hapsel Quay Safety Corporation", "NQSC", false),
            ("North Hapsel Quay Safety Corporation", "NHQX", true),
        ] {
            assert_eq!(is_ticker_of(long, short), expected, "{long} ({short})");
        }
    }
}
