//! Acronyms with their long form in a style without brackets: "the Korea Internet & Security Agency, or KISA, said", the
//! same without the commas or without "or", "KISA, the Korea Internet & Security Agency, said".

use super::alignment::Letters;
use super::capital_run::capital_run_ahead;
use super::expansion::{
    FITS, RawExpansion, long_start, short_form, span_of, window, without_possessive, word_start,
};
use super::head_nouns::is_body_in_any_case;
use crate::text::{Prose, Span, Token, TokenKind};
use memchr::memmem::Finder;
use std::sync::LazyLock;

/// Fewer letters fit by chance.
const FEWEST: usize = 3;

static OR: LazyLock<Finder> = LazyLock::new(|| Finder::new(" or "));

/// The acronyms and long forms that a block gives so, in text order. The long form must be a name.
pub(super) fn between_commas(prose: &Prose) -> impl Iterator<Item = RawExpansion> {
    let text = prose.text.as_str();
    let commas = memchr::memchr_iter(b',', text.as_bytes()).filter_map(move |comma| {
        if text[comma..].starts_with(", or ") {
            let apposed = || [", or the ", ", or "].iter().find_map(|opener| apposed(prose, comma, opener));
            behind(prose, comma, 2).or_else(apposed)
        } else {
            apposed(prose, comma, ", the ").or_else(|| between(prose, comma))
        }
    });
    // "GTAC — the Government Trusted Access for Cyber — is new". A long dash begins with this byte.
    let dashes = memchr::memchr_iter(0xE2, text.as_bytes()).filter_map(move |byte| {
        let openers = [" — the ", " – the ", " — ", " – "];
        let before = byte.checked_sub(1).filter(|at| text.as_bytes()[*at] == b' ')?;
        openers.iter().find_map(|opener| apposed(prose, before, opener))
    });
    let alternatives = OR.find_iter(text.as_bytes()).filter_map(|or| alternative(prose, or));
    commas.chain(dashes).chain(alternatives)
}

/// What stands around the " or " at byte `or` of "the Korea Internet & Security Agency or KISA": any name may be an
/// alternative to another, so each word of the name must give a letter.
fn alternative(prose: &Prose, or: usize) -> Option<RawExpansion> {
    let Prose { text, tokens, .. } = prose;
    let start = or + " or ".len();
    let capitals = text[start..].bytes().take_while(u8::is_ascii_uppercase).count();
    let short = Span::new(start, start + capitals);
    if capitals < FEWEST || text[short.end..].starts_with(char::is_alphanumeric) {
        return None;
    }
    let mut before = window(prose, tokens.partition_point(|t| (t.start as usize) < or));
    // "The Korea Internet & Security Agency - or KISA - said".
    while let [name @ .., mark] = before
        && matches!(mark.of(text), "-" | "–" | "—")
    {
        before = name;
    }
    let long = span_of(&before[long_start(text, before, short.of(text))?..])?;
    let found = RawExpansion { short, long, span: Span::new(long.start, short.end) };
    let name = long.of(text).starts_with(char::is_uppercase) && !long.of(text).contains(',');
    (name && fits_throughout(prose, &found)).then_some(found)
}

/// True where each word of the long form gives a letter.
fn fits_throughout(prose: &Prose, found: &RawExpansion) -> bool {
    /// Less than a missing letter costs, and more than a small word does.
    const SURE: f64 = 0.9;
    let Prose { text, tokens, .. } = prose;
    let start = tokens.partition_point(|t| (t.start as usize) < found.long.start);
    let end = tokens.partition_point(|t| (t.start as usize) < found.long.end);
    let large = tokens[start..end].iter().filter(|token| token.capital);
    if large.filter_map(|token| token.of(text).chars().next()).eq(found.short.of(text).chars()) {
        return true;
    }
    let fit = Letters::of(found.short.of(text)).fit(text, &tokens[start..end], false);
    fit.is_some_and(|fit| fit.first == 0 && fit.score >= SURE)
}

/// What stands around the comma at byte `comma` of "the Korea Internet & Security Agency, KISA, said", or at the end of a
/// sentence: in a list any acronym may stand behind any name, so each word of the name must give a letter. Two letters
/// fit by chance, but for those of a body.
fn between(prose: &Prose, comma: usize) -> Option<RawExpansion> {
    let text = prose.text.as_str();
    let start = comma + ", ".len();
    let capitals = text[comma..].strip_prefix(", ")?.bytes().take_while(u8::is_ascii_uppercase).count();
    let closing = &text[start + capitals..];
    let ends = || {
        closing
            .strip_prefix(['.', ';', ':'])
            .is_some_and(|rest| rest.trim_start().len() != rest.len() || rest.is_empty())
    };
    if capitals < 2 || !(closing.starts_with(',') || ends()) {
        return None;
    }
    let last = || text[..comma].rsplit(' ').next().unwrap_or("");
    if capitals < FEWEST && !is_body_in_any_case(last()) {
        return None;
    }
    let found = behind(prose, comma, 1)?;
    fits_throughout(prose, &found).then_some(found)
}

/// What stands around `opener`, where it begins at byte `at`: "KISA, the …", "KISA, or the …", "KISA — …".
fn apposed(prose: &Prose, at: usize, opener: &str) -> Option<RawExpansion> {
    let Prose { text, tokens, .. } = prose;
    if !text[at..].starts_with(opener) || !text[..at].ends_with(char::is_uppercase) {
        return None;
    }
    let behind = at + opener.len();
    let end = tokens.partition_point(|t| (t.start as usize) < at);
    let short = short_form(prose, &tokens[word_start(tokens, end)?..end], true)?;
    let first = tokens.partition_point(|t| (t.start as usize) < behind);
    let run = capital_run_ahead(text, tokens.get(first..)?);
    let dash = |t: &&Token| matches!(t.of(text), "—" | "–");
    // "GTAC, the Government Trusted Access for Cyber program, is new".
    let noun =
        |token: &Token| token.kind == TokenKind::Word && token.of(text).starts_with(char::is_lowercase);
    let nouns = tokens.get(first + run.len()..)?.iter().take(1).filter(|token| noun(token)).count();
    let closing = tokens.get(first + run.len() + nouns);
    let closing = closing.filter(|t| t.kind == TokenKind::Mark && (!t.gap || dash(t)))?;
    let fit = Letters::of(short.of(text)).fit(text, run, false)?;
    let long = span_of(run).filter(|long| long.of(text).contains(' '))?;
    let fits = fit.first == 0 && fit.score >= FITS;
    fits.then(|| RawExpansion { short, long, span: Span::new(short.start, closing.span().end) })
}

/// What stands around the comma at byte `comma`, with the acronym `reach` tokens behind it.
fn behind(prose: &Prose, comma: usize, reach: usize) -> Option<RawExpansion> {
    let Prose { text, tokens, .. } = prose;
    let comma = tokens.partition_point(|t| (t.start as usize) < comma);
    let first = comma + reach;
    let joins = |t: &&Token| !t.gap && (t.kind == TokenKind::Word || matches!(t.of(text), "-" | "&" | "/"));
    let joined = tokens.get(first + 1..)?.iter().take_while(joins);
    let end = first + 1 + joined.count();
    let short = short_form(prose, &tokens[first..end], true)?;
    let closing = tokens.get(end).filter(|t| t.kind == TokenKind::Mark && !t.gap)?;
    let before = window(prose, comma);
    let long = span_of(&before[long_start(text, before, short.of(text))?..])?;
    let long = without_possessive(text, long);
    let name = long.of(text);
    if !name.starts_with(char::is_uppercase) || !name.contains(' ') {
        return None;
    }
    // The comma behind goes with the one before.
    let last = if closing.of(text) == "," { closing.span().end } else { short.end };
    Some(RawExpansion { short, long, span: Span::new(long.start, last) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Blocks, Format, State};

    #[test]
    fn the_dash_before_an_alternative_is_no_part_of_the_name() {
        for text in [
            "So said the Nordhavn Fire Fund - or NFF - there.",
            "So said the Nordhavn Fire Fund — or NFF — there.",
        ] {
            let block = Blocks::new(text, Format::Plain, State::default()).next().unwrap();
            let prose = Prose::read(text, &block, Format::Plain);
            let longs: Vec<&str> = between_commas(&prose).map(|found| found.long.of(text)).collect();
            assert_eq!(longs, ["Nordhavn Fire Fund"], "{text}");
        }
    }
}
