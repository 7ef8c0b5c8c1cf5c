//! Acronyms that a sentence explains: "GTAC, short for Government Trusted Access for Cyber", "Government Trusted Access for
//! Cyber, known as GTAC".

use super::alignment::Letters;
use super::capital_run::capital_run_ahead;
use super::expansion::{RawExpansion, long_start, short_form, span_of, window, word_start};
use super::parenthesis::trimmed;
use super::translated::FITS_NAME;
use super::unit::is_acronym;
use crate::text::{Prose, Span, Token, TokenKind};
use aho_corasick::packed::Searcher;
use memchr::memmem::Finder;
use std::ops::Range;
use std::sync::LazyLock;

/// What stands between an acronym and its long form.
static SHORT_FIRST: LazyLock<[Finder; 4]> =
    LazyLock::new(|| ["short for ", "stands for ", "acronym for ", "abbreviation for "].map(Finder::new));
/// What stands between a long form and its acronym.
static LONG_FIRST: LazyLock<[Finder; 4]> =
    LazyLock::new(|| ["known as ", "abbreviated as ", "abbreviated to ", " acronym "].map(Finder::new));
/// A part of each of these phrases: few blocks hold one, and to look for all of them at once costs next to nothing.
static HINT: LazyLock<Option<Searcher>> =
    LazyLock::new(|| Searcher::new(["short for", "stands for", "ronym", "bbreviat", "known as"]));

/// No more words and marks stand between such a phrase and the name before it.
const MOST_BETWEEN: usize = 6;

/// The acronyms that a block explains so, phrase by phrase. The long form must be a name: the sentence says that the two
/// are one, so that few of its letters need to fit, as in translations.
pub(super) fn explained(prose: &Prose) -> impl Iterator<Item = RawExpansion> {
    let hint = HINT.as_ref().is_none_or(|hint| hint.find(&prose.text).is_some());
    let (short_first, long_first): (&[Finder], &[Finder]) =
        if hint { (&*SHORT_FIRST, &*LONG_FIRST) } else { (&[], &[]) };
    let short_first = found(prose, short_first).filter_map(|phrase| around(prose, phrase));
    let long_first = found(prose, long_first).filter_map(|phrase| turned_around(prose, phrase));
    short_first.chain(long_first)
}

/// The places of some phrases, in bytes.
fn found<'t>(
    prose: &'t Prose,
    phrases: &'static [Finder<'static>],
) -> impl Iterator<Item = Range<usize>> + 't {
    let text = prose.text.as_bytes();
    phrases
        .iter()
        .flat_map(move |phrase| phrase.find_iter(text).map(move |start| start..start + phrase.needle().len()))
}

/// What stands around "known as": the long form and the letters.
fn turned_around(prose: &Prose, phrase: Range<usize>) -> Option<RawExpansion> {
    let Prose { text, tokens, .. } = prose;
    let short = short_form(prose, named_behind(prose, phrase.end).get(..1)?, true)?;
    // What joins the phrase to the name: ", also", ", better", ", which is".
    let joins = |t: &&Token| !t.capital && matches!(t.kind, TokenKind::Word | TokenKind::Mark);
    let before = &tokens[..place(tokens, phrase.start)];
    let comma = before.iter().rev().take(MOST_BETWEEN).take_while(joins).position(|t| t.of(text) == ",");
    let end = comma.map_or(before.len(), |back| before.len() - back - 1);
    let earlier =
        |t: &Token| matches!(t.of(text), "formerly" | "once" | "originally" | "previously" | "then");
    if before[end..].iter().any(earlier) {
        return None;
    }
    let reach = window(prose, end);
    let long = span_of(&reach[long_start(text, reach, short.of(text))?..])?;
    let name = long.of(text);
    let named = name.starts_with(char::is_uppercase) && name.contains(' ') && is_acronym(short.of(text));
    named.then(|| RawExpansion { short, long, span: Span::new(long.start, short.end) })
}

/// What stands around "short for": the letters and the long form.
fn around(prose: &Prose, phrase: Range<usize>) -> Option<RawExpansion> {
    let Prose { text, tokens, .. } = prose;
    let short = acronym_before(prose, place(tokens, phrase.start))?;
    let run = capital_run_ahead(text, named_behind(prose, phrase.end));
    let long = span_of(run).filter(|long| long.of(text).contains(' '))?;
    let letters = Letters::of(short.of(text));
    let initial = long.of(text).chars().next().and_then(|c| c.to_lowercase().next());
    let fits = initial == letters.first() && letters.fit(text, run, true)?.score >= FITS_NAME;
    fits.then(|| RawExpansion { short, long, span: Span::new(short.start, long.end) })
}

/// The place of the first token that begins at `byte` or behind it.
fn place(tokens: &[Token], byte: usize) -> usize {
    tokens.partition_point(|t| (t.start as usize) < byte)
}

/// What stands behind `byte`, without an article and an opening quotation mark.
fn named_behind(prose: &Prose, byte: usize) -> &[Token] {
    let behind = &prose.tokens[place(&prose.tokens, byte)..];
    let opening = |t: &&Token| matches!(t.of(&prose.text), "the" | "“" | "\"" | "‘" | "'");
    &behind[behind.iter().take(2).take_while(opening).count()..]
}

/// The acronym right before token `at`, with what joins the phrase to it: "GTAC — which is ".
fn acronym_before(prose: &Prose, at: usize) -> Option<Span> {
    let Prose { text, tokens, .. } = prose;
    let joins = |t: &&Token| {
        matches!(
            t.of(text),
            "," | "—" | "–" | "-" | "(" | "a" | "an" | "is" | "it" | "that" | "was" | "which"
        )
    };
    let between = tokens[..at].iter().rev().take(MOST_BETWEEN).take_while(joins).count();
    let end = at - between;
    let short = trimmed(text, &tokens[word_start(tokens, end)?..end]);
    let short = short_form(prose, short, true)?;
    is_acronym(short.of(text)).then_some(short)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Blocks, Format, State};

    fn pairs(text: &str) -> String {
        let block = Blocks::new(text, Format::Plain, State::default()).next().unwrap();
        let prose = Prose::read(text, &block, Format::Plain);
        let pair = |e: RawExpansion| format!("{}: {}", e.short.of(text), e.long.of(text));
        explained(&prose).map(pair).collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn acronyms_that_a_sentence_explains() {
        for text in [
            "KISA, short for the Korea Internet & Security Agency, met.",
            "KISA — which is short for Korea Internet & Security Agency — met.",
            "He said that “KISA” stands for “Korea Internet & Security Agency”.",
            "So said KISA (an acronym for Korea Internet & Security Agency) there.",
        ] {
            assert_eq!(pairs(text), "KISA: Korea Internet & Security Agency", "{text}");
        }
        for text in [
            "The Korea Internet & Security Agency, known as KISA, met.",
            "So said the Korea Internet & Security Agency, better known as “KISA”.",
            "It is the Korea Internet & Security Agency, which is known by its acronym KISA.",
        ] {
            assert_eq!(pairs(text), "KISA: Korea Internet & Security Agency", "{text}");
        }
        for text in [
            "KISA stands for Freedom of Speech.",
            "Holm is short for Ole Holm.",
            "KISA is short for nearly everything.",
            "What GDP stands for Germany knows.",
            "short for Korea Internet & Security Agency",
            "The Korea Internet & Security Agency, formerly known as KISA, met.",
            "Korea Ole Holm, known as Kisa, met.",
            "known as KISA",
        ] {
            assert_eq!(pairs(text), "", "{text}");
        }
    }
}
