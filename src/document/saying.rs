//! The verbs of saying beside the quotations of a paragraph.

use super::lexicon;
use super::paragraph::Paragraph;
use super::quoting::is_verb_of_quotations;
use super::title_words;
use crate::text::{Prose, Quotation, QuotationKind, Span, Token, TokenKind};

/// How many words may stand between a speech and the verb that gives it to somebody: "…," Ryu, who had
/// flown in that morning and went straight to the talks, told reporters.
const REACH: usize = 25;

/// The marks that close a quotation.
const QUOTES: [char; 4] = ['"', '”', '’', '\''];

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
    // "Ana Lund, who was asked about it, said".
    let near = || (to..tokens.len().min(to + REACH)).take_while(within).filter(says);
    let behind = || near().find(|at| !is_passive(&paragraph.prose, &tokens[..*at])).or_else(|| near().next());
    let behind = || behind().filter(|verb| !begins_anew(paragraph, quotation, tokens[*verb].span()));
    let points = points.map(|at| if word(at) == "out" { at - 1 } else { at });
    let beside = Beside { prose: &paragraph.prose, quotation, from, to };
    let verb = points.or_else(|| beside.leading()).or_else(before).or_else(|| beside.quoted());
    verb.or_else(|| beside.following()).or_else(behind).map(|at| tokens[at].span())
}

/// True where the words before a verb say that it happens to its subject: "was told", "has since been asked".
pub(super) fn is_passive(prose: &Prose, before: &[Token]) -> bool {
    let mut words = before.iter().rev().take(3).map(|token| token.of(&prose.text));
    let adverb = |word: &str| {
        word.ends_with("ly") || matches!(word, "also" | "further" | "later" | "never" | "not" | "then")
    };
    words
        .find(|word| !adverb(word))
        .is_some_and(|word| matches!(word, "am" | "are" | "be" | "been" | "being" | "is" | "was" | "were"))
}

/// A quotation and the words right beside it.
struct Beside<'a> {
    prose: &'a Prose,
    quotation: Span,
    /// Its first word or mark, and the first behind it.
    from: usize,
    to: usize,
}

impl Beside<'_> {
    fn word(&self, at: usize) -> &str {
        self.prose.tokens.get(at).map_or("", |token| token.of(&self.prose.text))
    }

    /// The last word in front of the quotation, but for a comma, a colon and "that".
    fn last(&self) -> Option<usize> {
        let mark = |word: &str| matches!(word, "," | ":" | "that");
        let last = (0..self.from).rev().take(3).find(|at| !mark(self.word(*at)))?;
        (last + 1 < self.from).then_some(last)
    }

    /// A verb of saying that is one beside a quotation and its speaker alone: "Ana Lund joked: “…”", "Ana Lund went on: “…”".
    fn leading(&self) -> Option<usize> {
        let last = self.last()?;
        let verb = self.verb_ending(last)?;
        let before = verb.checked_sub(1)?;
        let adverb = |word: &str| matches!(word, "also" | "later" | "then") || word.ends_with("ly");
        let before = if adverb(self.word(before)) { before.checked_sub(1)? } else { before };
        self.is_speaker(before).then_some(verb)
    }

    /// The verb of "Ana Lund was quoted as saying" or "resigned, saying" in front of the quotation, and of the first behind it.
    fn quoted(&self) -> Option<usize> {
        /// "quoted by the Nordhavn Post on Monday as saying".
        const MOST: usize = 8;
        let quoted = |from: usize, to: usize| (from..to).rev().find(|at| self.word(*at) == "quoted");
        if let Some(last) = self.last_of_all().filter(|at| matches!(self.word(*at), "saying" | "adding")) {
            return match self.word(last.checked_sub(1)?) {
                "as" => quoted(last.saturating_sub(MOST), last),
                "," => Some(last),
                _ => None,
            };
        }
        let end = self.prose.tokens.len().min(self.to + 2 * MOST);
        let saying = (self.to..end).find(|at| self.word(*at) == "saying" && self.word(*at - 1) == "as")?;
        quoted(self.to.max(saying.saturating_sub(MOST)), saying).filter(|_| !self.stops())
    }

    /// The verb of "“…,” Ana Lund joked" and "“…,” joked Ana Lund".
    fn following(&self) -> Option<usize> {
        /// "Pentagon press secretary Air Force Brig. Gen. Ana Lund".
        const MOST: usize = 14;
        if self.stops() {
            return None;
        }
        let first = self.to + usize::from(self.word(self.to) == ",");
        if self.is_verb(first) {
            let capital = |at: usize| self.word(at).starts_with(char::is_uppercase);
            // "joked harbour director Ana Lund".
            let name = (first + 1..).take(MOST).find(|at| capital(*at) || self.word(*at).is_empty());
            let titled = |name: usize| name == first + 1 || title_words::is_small_title(self.word(name - 1));
            return name.filter(|name| capital(*name) && titled(*name)).map(|_| first);
        }
        let part = |at: &usize| {
            let word = self.word(*at);
            let small = word.starts_with(|c: char| c.is_ascii_lowercase());
            let own = small && !lexicon::is_function_word(word) && !lexicon::is_speech_verb(word);
            let article = *at == first && matches!(word, "the" | "The" | "he" | "she");
            article || self.is_speaker(*at) || matches!(word, "-" | "’" | "'") || own && !self.is_verb(*at)
        };
        let end = (first..self.prose.tokens.len().min(first + MOST)).find(|at| !part(at))?;
        // "“Who goes?” Other posts show boats".
        let asks = self.quotation.of(&self.prose.text).trim_end_matches(QUOTES).ends_with(['?', '!']);
        let ends = || {
            matches!(self.word(end + 1), "" | "." | "," | ";" | ":")
                || self.word(first) == "he"
                || self.word(first) == "she"
        };
        (end > first && self.is_verb(end) && self.is_speaker(end - 1) && (!asks || ends())).then_some(end)
    }

    /// True where the quotation ends like a sentence: what stands behind it is another.
    fn stops(&self) -> bool {
        let said = self.quotation.of(&self.prose.text).trim_end_matches(QUOTES);
        !said.ends_with([',', '?', '!', '—', '–'])
            && (said.ends_with(['.', '…']) || self.word(self.to) != ",")
    }

    /// True for a word with which a speaker's name ends, and "he" or "she".
    fn is_speaker(&self, at: usize) -> bool {
        let word = self.word(at);
        let dotted = || at.checked_sub(1).is_some_and(|at| self.word(at).starts_with(char::is_uppercase));
        word.starts_with(char::is_uppercase) || matches!(word, "he" | "she") || word == "." && dotted()
    }

    fn is_verb(&self, at: usize) -> bool {
        let word = self.word(at);
        lexicon::is_speech_verb(word)
            || is_verb_of_quotations(word)
            || matches!(word, "went" | "goes") && self.word(at + 1) == "on"
    }

    /// The verb that ends with word `at`.
    fn verb_ending(&self, at: usize) -> Option<usize> {
        if self.word(at) == "on" {
            return at.checked_sub(1).filter(|at| matches!(self.word(*at), "went" | "goes"));
        }
        is_verb_of_quotations(self.word(at)).then_some(at)
    }

    /// The last word in front of the quotation, but for marks and "that", where it may touch the quotation.
    fn last_of_all(&self) -> Option<usize> {
        (0..self.from).rev().take(3).find(|at| !matches!(self.word(*at), "," | ":" | "that"))
    }
}

/// True where the verb of saying belongs to a sentence of its own, behind a quotation that ended with a stop: "“….” Lund said
/// he disagreed". In "“….” Lund said in May." it still gives the quotation.
fn begins_anew(paragraph: &Paragraph, quotation: Span, verb: Span) -> bool {
    /// "told the Nordhavn Post".
    const MOST_TOLD: usize = 4;
    let text = &paragraph.prose.text;
    let said = quotation.of(text).trim_end_matches(QUOTES);
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
