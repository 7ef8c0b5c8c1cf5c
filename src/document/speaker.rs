//! Who said it: gives each speech its speaker.

use super::facts::{Candidate, Mention, Speech, merged};
use super::lexicon;
use super::paragraph::Paragraph;
use crate::catalog::{Catalog, Kind};
use crate::text::{Quotation, QuotationKind, Span, Token, TokenKind};
use std::sync::Arc;

/// A name in an article, known or not, that may be a speaker's.
#[derive(Clone, Copy, Debug)]
pub(super) struct Voice {
    /// Where, in bytes of the article.
    pub(super) span: Span,
    /// Its chain.
    pub(super) chain: u32,
    /// True for a person; a body can be a speaker too, but a person who is named beside it goes first.
    pub(super) person: bool,
}

/// Names that can speak, in text order.
pub(super) fn voices(mentions: &[Mention], candidates: &[Candidate], catalog: &Catalog) -> Vec<Voice> {
    let speaks = |kind: Kind| matches!(kind, Kind::Person | Kind::Organization);
    let known = mentions.iter().map(|m| (m, catalog.entity(m.entity).kind)).filter(|(_, kind)| speaks(*kind));
    let known = known.map(|(m, kind)| Voice { span: m.span, chain: m.chain, person: kind == Kind::Person });
    let new = candidates.iter().filter(|c| c.kind.is_none_or(speaks));
    let new = new.map(|c| Voice { span: c.span, chain: c.chain, person: c.kind == Some(Kind::Person) });
    let mut voices: Vec<Voice> = Vec::with_capacity(mentions.len() + candidates.len());
    voices.extend(merged(known, new, |voice| voice.span));
    voices
}

/// How many words may stand between a speech and the verb that gives it to somebody: "…," Ryu, who had
/// flown in that morning and went straight to the talks, told reporters.
const REACH: usize = 25;

/// How many words may stand between the verb and the name that follows it.
const WORDS_TO_NAME: usize = 6;

/// The speeches of an article, in text order; `voices` in text order too.
pub(super) fn speeches(paragraphs: &[Arc<Paragraph>], starts: &[usize], voices: &[Voice]) -> Vec<Speech> {
    let quotations = paragraphs.iter().map(|paragraph| paragraph.prose.quotations.len());
    let mut found: Vec<Speech> = Vec::with_capacity(quotations.sum());
    let mut persons = vec![false; voices.iter().map(|v| v.chain as usize + 1).max().unwrap_or(0)];
    voices.iter().filter(|v| v.person).for_each(|v| persons[v.chain as usize] = true);
    let is_person = |chain: u32| persons.get(chain as usize).is_some_and(|person| *person);
    let mut mouth = Mouth::default();
    for (at, paragraph) in paragraphs.iter().enumerate() {
        mouth.speak(paragraph, at, starts[at], voices, &is_person, &mut found);
    }
    found
}

/// Who may go on speaking in the next paragraph.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Mouth {
    /// Whose speech was left open at the end of the paragraph before.
    pub(super) open: Option<u32>,
    /// Who spoke last.
    pub(super) last: Option<u32>,
    /// Who is about to speak at the end of the paragraph before: "Ana Lund said:".
    pub(super) led: Option<u32>,
}

impl Mouth {
    /// Adds the speeches of paragraph `at`, which begins at byte `start`; `voices` are names of the article, in text
    /// order, at least all those of this paragraph.
    pub(super) fn speak(
        &mut self,
        paragraph: &Paragraph,
        at: usize,
        start: usize,
        voices: &[Voice],
        is_person: &dyn Fn(u32) -> bool,
        found: &mut Vec<Speech>,
    ) {
        let verbs = paragraph.verbs.get_or_init(|| verbs(paragraph));
        let said = paragraph.prose.quotations.iter().zip(verbs);
        let mut said = said.filter(|(quotation, _)| quotation.kind == QuotationKind::Speech).peekable();
        // In most paragraphs nobody speaks, and nobody is looked for.
        let here = said
            .peek()
            .map_or(&[][..], |_| voices_in(voices, Span::new(start, start + paragraph.text.len())));
        let mut still_open = None;
        // The end of the quotation before in this paragraph, and whose it is.
        let mut before: Option<(usize, u32)> = None;
        for (quotation, verb) in said {
            if found.last().is_some_and(|s| s.span.covers(quotation.span.shifted(start))) {
                continue;
            }
            let leads = paragraph.prose.text[..quotation.span.start].trim().is_empty();
            // "…," Ryu said. "…": with no other name between, two quotations of a paragraph are of one mouth. Where no
            // sentence stands between, as in "…," Rovers manager Gareth Pugh said. "…", none of another person is enough.
            let goes_on = before.filter(|(end, speaker)| {
                let next = quotation.span.start.max(*end);
                let between = Span::new(start + end, start + next);
                let told = paragraph.prose.sentence(*end).map_or(*end, |said| said.end);
                let at_once = told <= next && paragraph.prose.text[told..next].trim().is_empty();
                let mut named = voices_in(here, between).iter().filter(|v| between.covers(v.span));
                named.all(|v| v.chain == *speaker || at_once && !is_person(v.chain))
            });
            let speaker = verb
                .and_then(|verb| attributed(paragraph, start, verb, here))
                .or(goes_on.map(|(_, speaker)| speaker))
                .or(if leads { self.open.or(self.led) } else { None })
                .or_else(|| {
                    let said_so = verb.is_some_and(|verb| pronoun(paragraph, verb));
                    said_so
                        .then(|| person_before(paragraph, start, quotation.span, here).or(self.last))
                        .flatten()
                });
            before = speaker.map(|speaker| (quotation.span.end, speaker));
            self.last = speaker.or(self.last);
            if quotation.open {
                still_open = speaker;
            }
            let personal = speaker.is_some_and(is_person);
            found.push(Speech {
                span: quotation.span.shifted(start),
                speaker,
                personal,
                paragraph: at as u32,
            });
        }
        if paragraph.is_prose() {
            self.open = still_open;
            self.led = led(paragraph, start, voices);
        }
    }
}

/// Whose words stand in the paragraph behind this one, which begins at byte `start`: "Ana Lund said:". `voices` are names of the
/// article, at least all those of this paragraph.
pub(super) fn led(paragraph: &Paragraph, start: usize, voices: &[Voice]) -> Option<u32> {
    let here = || voices_in(voices, Span::new(start, start + paragraph.text.len()));
    leads_to_speech(paragraph).and_then(|verb| attributed(paragraph, start, verb, here()))
}

/// The verb of saying in the words before the colon with which a paragraph ends.
fn leads_to_speech(paragraph: &Paragraph) -> Option<Span> {
    let text = &paragraph.prose.text;
    if !text.trim_end().ends_with(':') {
        return None;
    }
    let tokens = &paragraph.prose.tokens;
    let near = tokens[tokens.len().saturating_sub(REACH)..].iter().rev();
    let mut near = near.take_while(|token| !ends(token.of(text)));
    near.find(|token| token.kind == TokenKind::Word && lexicon::is_speech_verb(token.of(text)))
        .map(Token::span)
}

/// True for a mark behind which nothing belongs to what stands before it.
fn ends(mark: &str) -> bool {
    matches!(mark, "." | "!" | "?" | "”" | "\"")
}

fn voices_in(voices: &[Voice], span: Span) -> &[Voice] {
    let from = voices.partition_point(|v| v.span.start < span.start);
    let to = voices.partition_point(|v| v.span.start < span.end);
    &voices[from..to]
}

/// The speaker whom a verb of saying near the quotation names.
fn attributed(paragraph: &Paragraph, start: usize, verb: Span, voices: &[Voice]) -> Option<u32> {
    // "said Bolden": the name follows the verb at once, and no subject stands before it in the sentence.
    let sentence = paragraph.prose.sentence(verb.start).unwrap_or(Span::new(0, verb.start));
    let from = paragraph.prose.speech_before(verb.start).max(sentence.start);
    let clause = Span::new(from.min(verb.start), verb.start);
    let told = |v: &Voice| !paragraph.prose.has_speech(Span::new(v.span.start - start, v.span.end - start));
    subject(voices, start, clause, &|_| true)
        .or_else(|| named_behind(paragraph, start, verb.end, voices))
        .or_else(|| subject(voices, start, Span::new(sentence.start.min(verb.start), verb.start), &told))
}

/// The name that follows the verb which ends at `verb`: outside all speech, after a few words without a stop at most.
fn named_behind(paragraph: &Paragraph, start: usize, verb: usize, voices: &[Voice]) -> Option<u32> {
    let from = voices.partition_point(|v| v.span.start < start + verb);
    // What stands too far off or behind a stop is followed by names that stand further off.
    let near = voices[from..].iter().take_while(|v| {
        let between = &paragraph.prose.text[verb..v.span.start - start];
        between.split_whitespace().nth(WORDS_TO_NAME).is_none()
            && !between.contains(['.', ',', '"', '“', '”'])
    });
    let outside =
        |v: &&Voice| !paragraph.prose.has_speech(Span::new(v.span.start - start, v.span.end - start));
    near.filter(outside).map(|v| v.chain).next()
}

/// The one who does what the verb behind `clause` says: its first person, else its first name, of those that are `told`.
fn subject(voices: &[Voice], start: usize, clause: Span, told: &dyn Fn(&Voice) -> bool) -> Option<u32> {
    let clause = clause.shifted(start);
    let voices = voices_in(voices, clause);
    let inside = |v: &&Voice| clause.covers(v.span) && told(v);
    let first = voices.iter().filter(inside).find(|v| v.person).or_else(|| voices.iter().find(inside));
    first.map(|v| v.chain)
}

/// Whom "he" or "she" stands for beside the quotation: the first person of the sentence before it.
fn person_before(paragraph: &Paragraph, start: usize, quotation: Span, voices: &[Voice]) -> Option<u32> {
    let persons = |within: Span| {
        voices_in(voices, within).iter().filter(|v| v.person && v.span.end <= start + quotation.start)
    };
    let nearest = persons(Span::new(start, start + quotation.start)).next_back()?;
    let sentence = paragraph.prose.sentence(nearest.span.start - start)?.shifted(start);
    persons(sentence).find(|v| sentence.covers(v.span)).map(|v| v.chain)
}

/// The verb of saying for each quotation of a paragraph; none for what is no speech.
fn verbs(paragraph: &Paragraph) -> Box<[Option<Span>]> {
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
    let before = || (from.saturating_sub(REACH)..from).rev().take_while(|at| !ends(word(*at))).find(says);
    let behind = || (to..tokens.len().min(to + REACH)).take_while(|at| !ends(word(*at))).find(says);
    let behind = || behind().filter(|verb| !begins_anew(paragraph, quotation, tokens[*verb].span()));
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

/// True when "he", "she" or "they" says it, by the verb near the quotation.
fn pronoun(paragraph: &Paragraph, verb: Span) -> bool {
    let before = paragraph.prose.text[..verb.start].split_whitespace().next_back();
    let behind = paragraph.prose.text[verb.end..].split_whitespace().next();
    let is_pronoun = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphabetic());
        ["he", "she", "they"].iter().any(|p| p.eq_ignore_ascii_case(word))
    };
    before.is_some_and(is_pronoun) || behind.is_some_and(is_pronoun)
}
