//! The verbs of saying beside the quotations of a paragraph.

use super::lexicon;
use super::paragraph::Paragraph;
use crate::text::{Prose, Quotation, QuotationKind, Span, Token, TokenKind};

/// How many words may stand between a speech and the verb that gives it to somebody: "…," Ryu, who had
/// flown in that morning and went straight to the talks, told reporters.
const REACH: usize = 25;

/// The verb of saying in the words before the colon with which a paragraph ends.
pub(super) fn leads_to_speech(paragraph: &Paragraph) -> Option<Span> {
    let text = &paragraph.prose.text;
    if !text.trim_end().ends_with(':') {
        return None;
    }
    let tokens = &paragraph.prose.tokens;
    let near = tokens[tokens.len().saturating_sub(REACH)..].iter().rev();
    let mut near = near.take_while(|token| !ends(&paragraph.prose, token));
    near.find(|token| token.kind == TokenKind::Word && lexicon::is_speech_verb(token.of(text)))
        .map(Token::span)
}

/// True for a mark behind which nothing belongs to what stands before it; not for the stop of "Dr." and "Corp.".
fn ends(prose: &Prose, mark: &Token) -> bool {
    match mark.of(&prose.text) {
        "." => !is_of_abbreviation(prose, mark.span()),
        mark => matches!(mark, "!" | "?" | "”" | "\""),
    }
}

/// True for a full stop behind a word with a capital, behind which the sentence goes on.
fn is_of_abbreviation(prose: &Prose, stop: Span) -> bool {
    let word = prose.text[..stop.start].rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    word.starts_with(char::is_uppercase)
        && prose.sentence(stop.start).is_some_and(|sentence| {
            let rest = &prose.text[stop.end..sentence.end];
            // "said Acme Corp.- “…”" in copy whose lines were run together.
            let dash = rest.strip_prefix('-').is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
            !dash && rest.contains(char::is_alphanumeric)
        })
}

/// The verb of saying for each quotation of a paragraph; none for what is no speech.
pub(super) fn verbs(paragraph: &Paragraph) -> Box<[Option<Span>]> {
    let verb = |quotation: &Quotation| {
        let speech = quotation.kind == QuotationKind::Speech;
        speech.then(|| verb_near(paragraph, quotation.span)).flatten()
    };
    paragraph.prose.quotations.iter().map(verb).collect()
}

/// The verb of saying nearest to the quotation: before it in the words that lead up to it, or right behind it.
fn verb_near(paragraph: &Paragraph, quotation: Span) -> Option<Span> {
    let text = &paragraph.prose.text;
    let tokens = &paragraph.prose.tokens;
    let from = tokens.partition_point(|t| (t.start as usize) < quotation.start);
    let to = tokens.partition_point(|t| (t.start as usize) < quotation.end);
    let word = |at: usize| tokens.get(at).map_or("", |token| token.of(text));
    let says = |at: &usize| tokens[*at].kind == TokenKind::Word && lexicon::is_speech_verb(word(*at));
    // "Lund pointed out, “…”", "Lund highlighted that “…”": verbs that as often give nobody's words.
    let last = (0..from).rev().take(3).find(|at| !matches!(word(*at), "," | ":" | "that"));
    let points = last.filter(|at| {
        let pointed = *at > 0 && word(*at) == "out" && word(*at - 1) == "pointed";
        pointed || matches!(word(*at), "highlighted" | "underlined" | "underscored")
    });
    let within = |at: &usize| !ends(&paragraph.prose, &tokens[*at]);
    let before = || (from.saturating_sub(REACH)..from).rev().take_while(within).find(says);
    let behind = || (to..tokens.len().min(to + REACH)).take_while(within).find(says);
    let behind = || behind().filter(|verb| !begins_anew(paragraph, quotation, tokens[*verb].span()));
    let points = points.map(|at| if word(at) == "out" { at - 1 } else { at });
    points.or_else(before).or_else(behind).map(|at| tokens[at].span())
}

/// True where the verb of saying belongs to a sentence of its own, behind a quotation that ended with a stop: "“….” Lund said
/// he disagreed". In "“….” Lund said in May." it still gives the quotation.
fn begins_anew(paragraph: &Paragraph, quotation: Span, verb: Span) -> bool {
    /// "told the Nordhavn Post".
    const MOST_TOLD: usize = 4;
    let text = &paragraph.prose.text;
    let said = quotation.of(text).trim_end_matches(['"', '”', '’', '\'']);
    let between = text[quotation.end..verb.start].trim_start();
    if !said.ends_with(['.', '…']) || !between.starts_with(char::is_uppercase) {
        return false;
    }
    let behind = &text[verb.end..];
    let end = behind.find(['.', '!', '?', '"', '“', ',', ';', ':']).unwrap_or(behind.len());
    let words: Vec<&str> = behind[..end].split_whitespace().collect();
    let clause = |word: &&str| {
        matches!(
            *word,
            "that"
                | "he"
                | "she"
                | "it"
                | "they"
                | "we"
                | "there"
                | "was"
                | "is"
                | "were"
                | "would"
                | "had"
                | "has"
        )
    };
    let adverbial = words.first().is_none_or(|first| {
        let told = verb.of(text) == "told" && words.len() <= MOST_TOLD;
        told || matches!(*first, "after" | "at" | "during" | "in" | "on" | "to" | "today" | "yesterday")
            || first.ends_with("day") && first.starts_with(char::is_uppercase)
    });
    !adverbial || words.iter().any(clause)
}
