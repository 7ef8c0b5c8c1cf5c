//! Acronyms given with their long form: "Long Form (LF)" and "LF (Long Form)".

use super::alignment::{Fit, Letters, is_link};
use super::explained::explained;
use super::lexicon::is_function_word;
use super::nickname::calls_person;
use super::or_acronym::between_commas;
use super::parenthesis::{
    Bracket, before_description, brackets, is_dateline, is_party_and_state, pieces, trimmed,
};
use super::ticker::{is_ticker, is_ticker_of, symbol};
use super::translated::{ends_name, name_start, rearranged, without_class};
use crate::text::{Prose, Span, Token, TokenKind};

/// An acronym with its long form, as one block gives it. Offsets count from the block's start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct RawExpansion {
    /// The acronym, without brackets and quotation marks.
    pub(super) short: Span,
    /// The long form, without an article before it.
    pub(super) long: Span,
    /// From the first byte of the one that stands first to the closing bracket or comma.
    pub(super) span: Span,
}

/// An acronym has at most so many letters, digits and marks.
const LONGEST_SHORT: usize = 12;
/// The least score at which a long form in small letters is believed.
pub(super) const FITS: f64 = 0.45;
/// The same for an acronym in small letters: "(left)" and "(top)" are words.
const FITS_SMALL: f64 = 0.9;

/// The acronyms that a block gives with their long forms: those in brackets, in their order, then those between commas and those that a sentence explains.
///
/// Both orders of Schwartz & Hearst (2003), with the letters weighed by [`Letters::fit`]. A capitalised name
/// directly before an acronym in capitals is its long form even where some letters do not fit, as
/// translations in the news often don't. Brackets with another purpose give nothing: a name in another
/// script or a repeated name, a ticker, a date, a number, an age, a party and state, an agency in a
/// dateline, a reference. Time is linear in the block.
pub(super) fn expansions(prose: &Prose) -> Vec<RawExpansion> {
    let bracketed = brackets(&prose.tokens, &prose.text);
    let bracketed =
        bracketed.into_iter().filter_map(|b| in_bracket(prose, b).or_else(|| before_bracket(prose, b)));
    bracketed.chain(between_commas(prose)).chain(explained(prose)).collect()
}

/// "Long Form (LF)".
fn in_bracket(prose: &Prose, bracket: Bracket) -> Option<RawExpansion> {
    let Prose { text, tokens, .. } = prose;
    let dateline = is_dateline(prose, bracket);
    let reach = window(prose, bracket.open);
    let pieces = pieces(text, tokens, bracket);
    for (nth, piece) in pieces.iter().enumerate() {
        let Some(short) = short_form(prose, piece, nth > 0) else { continue };
        // "(National Intelligence Service, NIS)" is complete in itself.
        let within = nth.checked_sub(1).map(|before| without_article(text, pieces[before]));
        let within = within.filter(|before| !matches!(before, [letters] if letters.all_caps));
        let before = without_class(text, reach, short.of(text));
        for (reach, whole) in within.map(|w| (w, true)).into_iter().chain([(before, false)]) {
            // An agency has hardly the letters of its place, if not those of "ASUNCION, Paraguay (AP)".
            let own = |first: usize| {
                let long = &reach[first..];
                let spelled = Letters::of(short.of(text)).fit(text, long, false);
                let place = long.iter().any(|t| t.all_caps || t.mark(text) == Some(','));
                !place && spelled.is_some_and(|fit| fit.first == 0 && fit.score >= FITS)
            };
            let first = long_start(text, reach, short.of(text));
            let first = first.filter(|first| (!whole || *first == 0) && (!dateline || own(*first)));
            if let Some(long) = first.and_then(|first| span_of(&reach[first..])) {
                let long = without_possessive(text, long);
                let behind = &text[tokens[bracket.close].end as usize..];
                if is_ticker_of(long.of(text), short.of(text))
                    || calls_person(short.of(text), long.of(text), behind)
                {
                    return None;
                }
                let span = Span::new(long.start, tokens[bracket.close].end as usize);
                return Some(RawExpansion { short, long, span });
            }
        }
    }
    None
}

/// "Harbour Response Team's (HRT)" is the Harbour Response Team; "St Mary's (SM)" and "Lund's (LS)" are called so.
pub(super) fn without_possessive(text: &str, long: Span) -> Span {
    let name = long.of(text);
    let bare = name.strip_suffix("'s").or_else(|| name.strip_suffix("’s"));
    let called_so = |bare: &str| !bare.contains(' ') || bare.starts_with("St ") || bare.starts_with("St. ");
    let cut = bare.filter(|bare| !called_so(bare)).map_or(0, |bare| name.len() - bare.len());
    Span::new(long.start, long.end - cut)
}

/// From the first to the last of `tokens`.
pub(super) fn span_of(tokens: &[Token]) -> Option<Span> {
    Some(Span::new(tokens.first()?.start as usize, tokens.last()?.end as usize))
}

/// "LF (Long Form)".
fn before_bracket(prose: &Prose, bracket: Bracket) -> Option<RawExpansion> {
    let Prose { text, tokens, .. } = prose;
    let start = word_start(tokens, bracket.open)?;
    let short = short_form(prose, &tokens[start..bracket.open], true)?;
    let all = before_description(text, &tokens[bracket.open + 1..bracket.close]);
    let letters = Letters::of(short.of(text));
    let first_piece = pieces(text, tokens, bracket).into_iter().next()?;
    for piece in [all, first_piece] {
        let piece = without_article(text, trimmed(text, piece));
        if words(piece) < 2 {
            continue;
        }
        if let Some(Fit { first: 0, score }) = letters.fit(text, piece, false)
            && score >= FITS
        {
            let span = Span::new(short.start, tokens[bracket.close].end as usize);
            return Some(RawExpansion { short, long: span_of(piece)?, span });
        }
    }
    None
}

/// `tokens` without an article at their head.
pub(super) fn without_article<'p>(text: &str, tokens: &'p [Token]) -> &'p [Token] {
    match tokens {
        [first, rest @ ..] if matches!(first.of(text), "the" | "The" | "a" | "A" | "an" | "An") => rest,
        _ => tokens,
    }
}

/// The place of an acronym that is all of `piece`; `sure` asks for capitals or digits beyond the first.
pub(super) fn short_form(prose: &Prose, piece: &[Token], sure: bool) -> Option<Span> {
    let first = piece.first()?;
    let span = span_of(piece)?;
    let text = span.of(&prose.text);
    let known_marks = |t: &Token| {
        t.kind == TokenKind::Word
            || matches!(
                t.of(&prose.text),
                "-" | "‐" | "‑" | "–" | "/" | "&" | "." | "+" | "'" | "’" | "(" | ")" | "[" | "]"
            )
    };
    // "200 M" is a quantity.
    let quantity = first.digit && words(piece) > 1;
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = text.chars().filter(|c| c.is_uppercase()).count();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let fits = first.kind == TokenKind::Word
        && !is_ticker(&prose.text, piece)
        && piece.iter().all(known_marks)
        && (2..=LONGEST_SHORT).contains(&text.chars().count())
        && words(piece) <= 2
        && letters > 0
        && !quantity
        && letters + digits >= 2
        && (!sure || capitals >= 2)
        && !is_party_and_state(text);
    fits.then_some(span)
}

/// The tokens of the sentence before the bracket at `open`, as far back as a name may reach: not across a colon or
/// another bracket that stands apart ("brackets (of which this is one)"), nor out of one.
pub(super) fn window(prose: &Prose, open: usize) -> &[Token] {
    let Prose { text, tokens, .. } = prose;
    let sentence = prose.sentence(tokens[open].start as usize).map_or(0, |s| s.start);
    let mut start = open;
    let mut depth = 0;
    for (at, token) in tokens[..open].iter().enumerate().rev().take(6 * LONGEST_SHORT) {
        match token.of(text) {
            ")" | "]" => depth += 1,
            "(" | "[" if depth == 0 || token.gap => break,
            "(" | "[" => depth -= 1,
            ":" if depth == 0 && tokens[at + 1].gap => break,
            _ => {}
        }
        if token.kind == TokenKind::Barrier || (token.start as usize) < sentence {
            break;
        }
        if depth == 0 {
            start = at;
        }
    }
    let before = trimmed(text, &tokens[start..open]);
    &before[..before.len() - symbol(text, before)]
}

/// Where in `before` the long form of `short` begins.
pub(super) fn long_start(text: &str, before: &[Token], short: &str) -> Option<usize> {
    let letters = Letters::of(short);
    // Schwartz & Hearst's bound on the words of a long form.
    let most = (letters.len() + 5).min(2 * letters.len());
    let reach = last_words(before, most);
    let enough = if short.chars().any(char::is_uppercase) { FITS } else { FITS_SMALL };
    if let Some(start) = rearranged(text, before, short) {
        return Some(start);
    }
    if let Some(fit) = letters.fit(text, reach, false)
        && fit.score >= enough
        && !repeats(text, &reach[fit.first..], short)
        && !is_clause(text, &reach[fit.first..], &letters)
        && !ends_name(text, &before[..before.len() - (reach.len() - fit.first)], &reach[fit.first..])
    {
        // The first letter of a foreign name's acronym may seem to be that of the article.
        let opens = before.len() - reach.len() + fit.first == 0;
        let long = match trimmed(text, &reach[fit.first..]) {
            [the, name @ ..] if the.of(text) == "the" || opens && the.of(text) == "The" => name,
            long => long,
        };
        return Some(capital_before(text, before, before.len() - long.len(), &letters));
    }
    name_start(text, before, short, &letters)
}

/// The "Organization" before the "of" that OPEC's first letter may seem to be; else `start`, where the long form begins.
fn capital_before(text: &str, before: &[Token], start: usize, letters: &Letters) -> usize {
    let Some(name) = start.checked_sub(1).map(|at| &before[at]) else { return start };
    let initial = name.of(text).chars().next().and_then(|c| c.to_lowercase().next());
    let small = matches!(before[start].of(text), "and" | "for" | "in" | "of" | "on" | "to");
    if small && name.capital && initial == letters.first() { start - 1 } else { start }
}

/// True for "came down just before midnight (CDT)": words in small letters that a clause has and hardly a term, the last of
/// which gives no letter.
fn is_clause(text: &str, long: &[Token], letters: &Letters) -> bool {
    let [_, inner @ .., last] = long else { return false };
    let named = last.capital || inner.iter().any(|token| token.capital);
    let gives = last.kind != TokenKind::Word || last.digit || letters.have_initial(last.of(text));
    let of_clause = |word: &str| is_function_word(word) && !is_link(word);
    !named && !gives && inner.iter().any(|token| of_clause(token.of(text)))
}

/// True when `short` stands in `long` as it is: "Ca2+ concentration ([Ca2+])", "Jason Kwon (Jason Kwon)".
fn repeats(text: &str, long: &[Token], short: &str) -> bool {
    long.iter().any(|t| text[t.start as usize..].starts_with(short))
}

/// The last `most` words of `tokens`, a word being what white space parts.
fn last_words(tokens: &[Token], most: usize) -> &[Token] {
    let starts = tokens.iter().enumerate().rev().filter(|(at, t)| *at == 0 || t.gap);
    let start = starts.take(most).last().map_or(tokens.len(), |(at, _)| at);
    &tokens[start..]
}

/// The beginning of the word that ends before token `end`.
pub(super) fn word_start(tokens: &[Token], end: usize) -> Option<usize> {
    (0..end).rev().take(LONGEST_SHORT).find(|at| *at == 0 || tokens[*at].gap)
}

/// Words in `tokens`, a word being what white space parts.
pub(super) fn words(tokens: &[Token]) -> usize {
    tokens.iter().enumerate().filter(|(at, t)| *at == 0 || t.gap).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Blocks, Format, State};

    fn found(text: &str) -> Vec<(String, String, String)> {
        let mut found = Vec::new();
        for block in Blocks::new(text, Format::Markdown, State::default()) {
            let prose = Prose::read(block.span.of(text), &block, Format::Markdown);
            let cut = |span: Span| span.of(&prose.text).to_owned();
            found.extend(expansions(&prose).iter().map(|e| (cut(e.short), cut(e.long), cut(e.span))));
        }
        found
    }

    /// The one pair in `text`, as "SHORT: long form".
    fn pair(text: &str) -> String {
        let all: Vec<String> =
            found(text).into_iter().map(|(short, long, _)| format!("{short}: {long}")).collect();
        all.join("; ")
    }

    #[test]
    fn long_form_before_the_acronym() {
        for (text, expected) in [
            ("The operating system (OS) is new.", "OS: operating system"),
            (
                "It asked the Korea Internet & Security Agency (KISA) to help.",
                "KISA: Korea Internet & Security Agency",
            ),
            ("Seoul's Ministry of Science and ICT (MSIT) agreed.", "MSIT: Ministry of Science and ICT"),
            (
                "The Electronics and Telecommunications Research Institute (ETRI) said so.",
                "ETRI: Electronics and Telecommunications Research Institute",
            ),
            ("Fears about large language models (LLMs) grew.", "LLMs: large language models"),
            ("The U.S. Food and Drug Administration (FDA) said no.", "FDA: Food and Drug Administration"),
            ("They use deoxyribonucleic acid (DNA) samples.", "DNA: deoxyribonucleic acid"),
            ("Its **chief strategy officer** (CSO) spoke.", "CSO: chief strategy officer"),
            ("The Nordhavn Oceans Council (NOC) – a charity – met.", "NOC: Nordhavn Oceans Council"),
            ("The European Central Bank [ECB] met.", "ECB: European Central Bank"),
            (
                "The agency (국가정보원, NIS) and the National Intelligence Service (국정원, NIS).",
                "NIS: National Intelligence Service",
            ),
            ("The Group of Seven (G7) met.", "G7: Group of Seven"),
            (
                "The Organization of the Ferry Exporting Countries and its friends (OFEC) met.",
                "OFEC: Organization of the Ferry Exporting Countries and its friends",
            ),
            ("Spies (the National Intelligence Service, NIS) met.", "NIS: National Intelligence Service"),
            ("A plan of the “Harbour Lights Trust” (HLT).", "HLT: Harbour Lights Trust"),
        ] {
            assert_eq!(pair(text), expected, "{text}");
        }
    }

    #[test]
    fn translated_names_whose_letters_do_not_all_fit() {
        for (text, expected) in [
            ("The Federal Seaport Court (STF) sat.", "STF: Federal Seaport Court"),
            ("The Alliance of Northern Sea Boats (SNBD) met.", "SNBD: Alliance of Northern Sea Boats"),
            (
                "Korea joined the Government and Agency Trust-based Access Program (GTAC) today.",
                "GTAC: Government and Agency Trust-based Access Program",
            ),
            ("Russia's Federal Security Service (FSB) denied it.", "FSB: Federal Security Service"),
            ("The Trusted AI Cybersecurity Program (TAC) grew.", "TAC: Trusted AI Cybersecurity Program"),
            ("The AI Safety Research Institute (AISI) opened.", "AISI: AI Safety Research Institute"),
        ] {
            assert_eq!(pair(text), expected, "{text}");
        }
    }

    #[test]
    fn acronym_before_the_long_form() {
        assert_eq!(
            found("Talks at KISA (Korea Internet & Security Agency) ended."),
            [(
                "KISA".to_owned(),
                "Korea Internet & Security Agency".to_owned(),
                "KISA (Korea Internet & Security Agency)".to_owned()
            )]
        );
        assert_eq!(
            pair("NATO (the North Atlantic Treaty Organization) met."),
            "NATO: North Atlantic Treaty Organization"
        );
        for text in [
            "So said KISA, or the Korea Internet & Security Agency, on Monday.",
            "So said KISA, the Korea Internet & Security Agency.",
            "So said KISA, the Korea Internet & Security Agency team.",
            "So said KISA — the Korea Internet & Security Agency — there.",
            "So said KISA – Korea Internet & Security Agency.",
            "So said the Korea Internet & Security Agency, KISA, on Monday.",
        ] {
            assert_eq!(pair(text), "KISA: Korea Internet & Security Agency");
        }
        assert_eq!(
            pair("It met the National Electoral Tribunal (TNE) there."),
            "TNE: National Electoral Tribunal"
        );
        assert_eq!(pair("The Ferry Council (“FECO” or the “Council”) met."), "FECO: Ferry Council");
        assert_eq!(pair("It is the École Normale du Sud, ENS, that won."), "ENS: École Normale du Sud");
        assert_eq!(pair("So said the Korean Institute for Security Assurance at Sea, KISA, on Monday."), "");
        assert_eq!(pair("So said KISA, the Port of Nordhavn, and KISA, the Korea that we know."), "");
        assert_eq!(pair("ETRI (a body that researches telecommunications) met."), "");
    }

    #[test]
    fn brackets_with_another_purpose() {
        for text in [
            "Second Vice Minister Ryu Je-myung (류제명) said so.",
            "Jason Kwon (Jason Kwon) said so.",
            "Apple Inc. (NASDAQ: AAPL) rose, and so did Samsung Electronics (005930.KS).",
            "Sen. Dana Wexlund (D-Calif.) met Rep. Ole Holm (R‑TX).",
            "SEOUL, May 27 (Yonhap) — The ministry met.",
            "ASUNCION, Paraguay (AP) — The ministry met.",
            "Lee Felt (left) and Ann Topp (top) in May (2026).",
            "The runner (27) and the coach (see page 4) won (Fig. 2).",
            "An increase (up 4 %) in prices (in won).",
            "So did Una Wend (NOR); 3 Georgie Holmton (GBR) was third.",
            "It rose 200 m (200 m) and fell.",
            "The boats of the Aft Pier left. (Hapsel, AFP, AP)",
            "The Aft Pier is shut. (AFP, AP)",
            "((((",
            "))))",
            "(A",
            "()",
            "[)",
            "(]",
            "x (",
            "가나다(KISA)",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn long_input_takes_linear_time() {
        for part in ["(", ")", "A (B) ", "Ab Cd (AC) ", "((A) ", "ABC (a "] {
            found(&part.repeat(50_000 / part.len()));
        }
    }
}
