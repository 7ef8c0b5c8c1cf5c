//! Acronyms that a sentence explains: "GTAC, short for Government Trusted Access for Cyber", "GTAC stands for …".

use super::alignment::Letters;
use super::expansion::{FITS_NAME, RawExpansion, capital_run_ahead, short_form, span_of, word_start};
use super::parenthesis::trimmed;
use crate::text::{Prose, Span, Token};
use memchr::memmem::Finder;
use std::sync::LazyLock;

/// What stands between an acronym and its long form.
static PHRASES: LazyLock<[Finder; 4]> =
    LazyLock::new(|| ["short for ", "stands for ", "acronym for ", "abbreviation for "].map(Finder::new));

/// The acronyms that a block explains so, phrase by phrase. The long form must be a name: the sentence says that the two
/// are one, so that few of its letters need to fit, as in translations.
pub(super) fn explained(prose: &Prose) -> impl Iterator<Item = RawExpansion> {
    let text = prose.text.as_str();
    PHRASES.iter().flat_map(move |phrase| {
        let places = phrase.find_iter(text.as_bytes());
        places.filter_map(move |at| around(prose, at, at + phrase.needle().len()))
    })
}

/// What stands around the phrase from byte `start` to `end`.
fn around(prose: &Prose, start: usize, end: usize) -> Option<RawExpansion> {
    let Prose { text, tokens, .. } = prose;
    let place = |byte: usize| tokens.partition_point(|t| (t.start as usize) < byte);
    let short = acronym_before(prose, place(start))?;
    let skipped = |t: &&Token| matches!(t.of(text), "the" | "“" | "\"" | "‘" | "'");
    let behind = place(end);
    let first = behind + tokens[behind..].iter().take(2).take_while(skipped).count();
    let run = capital_run_ahead(text, &tokens[first..]);
    let long = span_of(run).filter(|long| long.of(text).contains(' '))?;
    let letters = Letters::of(short.of(text));
    let initial = long.of(text).chars().next().and_then(|c| c.to_lowercase().next());
    let fits = initial == letters.first() && letters.fit(text, run, true)?.score >= FITS_NAME;
    fits.then(|| RawExpansion { short, long, span: Span::new(short.start, long.end) })
}

/// The acronym right before token `at`, with what joins the phrase to it: "GTAC — which is ".
fn acronym_before(prose: &Prose, at: usize) -> Option<Span> {
    /// No more words and marks stand between.
    const MOST: usize = 4;
    let Prose { text, tokens, .. } = prose;
    let joins = |t: &&Token| {
        matches!(
            t.of(text),
            "," | "—" | "–" | "-" | "(" | "a" | "an" | "is" | "it" | "that" | "was" | "which"
        )
    };
    let between = tokens[..at].iter().rev().take(MOST).take_while(joins).count();
    let end = at - between;
    let short = trimmed(text, &tokens[word_start(tokens, end)?..end]);
    let short = short_form(prose, short, true)?;
    short.of(text).chars().all(|c| !c.is_lowercase()).then_some(short)
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
            "KISA stands for Freedom of Speech.",
            "Holm is short for Ole Holm.",
            "KISA is short for nearly everything.",
            "What GDP stands for Germany knows.",
            "short for Korea Internet & Security Agency",
        ] {
            assert_eq!(pairs(text), "", "{text}");
        }
    }
}
