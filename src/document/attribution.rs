//! Whose the verbs of saying of a paragraph are, by the words on both sides of them.

use super::credit::credited;
use super::paragraph::Paragraph;
use super::saying::is_passive;
use super::subject::{Before, Subject, Voice, is_determiner, is_preposition, pronoun};
use super::title_words::{is_small_person, is_small_title, is_small_title_of_two, is_title};
use super::told::first_places;
use crate::text::{QuotationKind, Span};
use std::sync::Arc;

/// So many words and marks before a verb are looked at for its subject.
const MOST_BEFORE: usize = 80;

/// How many words may stand between the verb and the name that follows it.
const WORDS_TO_NAME: usize = 6;

/// Those of `voices`, which are in text order, that start in `span`.
pub(super) fn voices_in(voices: &[Voice], span: Span) -> &[Voice] {
    let behind = &voices[voices.partition_point(|v| v.span.start < span.start)..];
    &behind[..behind.partition_point(|v| v.span.start < span.end)]
}

/// Whose each of the `verbs` of saying of a paragraph is, which begins at byte `start` of its article; `here` are the names in
/// it, in text order, and a chain is told by its first place among them. It is remembered until one of these changes: an edit
/// leaves most of an article as it is.
pub(super) fn subjects(
    paragraph: &Paragraph,
    start: usize,
    verbs: &[Option<Span>],
    here: &[Voice],
) -> Arc<Vec<Subject>> {
    let first = first_places(here, |voice| voice.chain);
    let own = here.iter().map(|voice| {
        let span = Span::new(voice.span.start - start, voice.span.end - start);
        Voice { span, chain: first(voice.chain), ..*voice }
    });
    paragraph.said.recall(own.clone(), || {
        let own: Vec<Voice> = own.clone().collect();
        let subject = |verb: Span| attributed(paragraph, 0, verb, &own);
        let said = paragraph.prose.quotations.iter().zip(verbs).map(|(quotation, verb)| {
            let speech = quotation.kind == QuotationKind::Speech;
            let credited = speech.then(|| credited(paragraph, quotation.span, &own)).flatten();
            credited.map_or_else(|| verb.map_or(Subject::Missing, subject), Subject::Named)
        });
        said.collect()
    })
}

/// The subject of a verb of saying near the quotation.
pub(super) fn attributed(paragraph: &Paragraph, start: usize, verb: Span, voices: &[Voice]) -> Subject {
    let prose = &paragraph.prose;
    let sentence = prose.sentence(verb.start).unwrap_or(Span::new(0, verb.start));
    let first = |from: usize| prose.tokens.partition_point(|token| (token.start as usize) < from);
    let end = first(verb.start);
    let from = first(sentence.start).max(end.saturating_sub(MOST_BEFORE)).min(end);
    let clause = first(prose.speech_before(verb.start)).clamp(from, end);
    let begins = prose.tokens.get(from).map_or(verb.start, |token| token.start as usize);
    let told: Vec<Voice> = voices_in(voices, Span::new(start + begins, start + verb.start))
        .iter()
        .filter(|v| v.span.end <= start + verb.start && is_told(paragraph, start, v))
        .copied()
        .collect();
    // "The Nordhavn Post quoted Ana Lund as saying", "Ana Lund was told".
    let said = verb.of(&prose.text);
    let passive = is_passive(prose, &prose.tokens[from..end]);
    if passive && said != "quoted" {
        return Subject::Another;
    }
    if said == "quoted" && !passive {
        return named_behind(paragraph, start, verb.end, voices);
    }
    let before =
        Before { prose, tokens: &prose.tokens[from..end], outside: clause - from, voices: &told, start };
    if said.ends_with("ing") {
        return before.alone();
    }
    match before.subject() {
        Subject::Missing => match named_behind(paragraph, start, verb.end, voices) {
            Subject::Missing => before.first(false),
            behind => behind,
        },
        subject => subject,
    }
}

/// True for a name outside all speech.
fn is_told(paragraph: &Paragraph, start: usize, voice: &Voice) -> bool {
    !paragraph.prose.has_speech(Span::new(voice.span.start - start, voice.span.end - start))
}

/// Whom the words behind the verb that ends at `verb` name: outside all speech, after a few words without a stop at most.
fn named_behind(paragraph: &Paragraph, start: usize, verb: usize, voices: &[Voice]) -> Subject {
    let text = &paragraph.prose.text[verb..];
    let first = text.split_whitespace().next().unwrap_or("");
    if let Some(courtesy) = pronoun(first.trim_matches(|c: char| !c.is_alphabetic())) {
        return Subject::Pronoun(courtesy);
    }
    if let Some(voice) = apposed_behind(paragraph, start, verb, voices) {
        return Subject::Named(voice.chain);
    }
    let another = if first.starts_with(char::is_alphanumeric) { Subject::Another } else { Subject::Missing };
    let from = voices.partition_point(|v| v.span.start < start + verb);
    let told = paragraph.prose.sentence(verb).map_or(verb, |sentence| sentence.end);
    // What stands too far off or behind a stop is followed by names that stand further off.
    let near = voices[from..].iter().take_while(|v| {
        let between = &text[..v.span.start - start - verb];
        v.span.start < start + told
            && between.split_whitespace().nth(WORDS_TO_NAME).is_none()
            && !between.contains([',', '"', '“', '”'])
    });
    let mut near = near.filter(|v| is_told(paragraph, start, v));
    let Some(name) = near.next() else { return another };
    let between = &text[..name.span.start - start - verb];
    // "said a spokesman for Ana Lund", "said Ana Lund’s lawyer".
    let owns = paragraph.prose.text[name.span.end - start..].starts_with(['’', '\'']);
    if between.split_whitespace().any(is_preposition) || owns && name.person {
        return another;
    }
    // "said Hapsel Line chairman Ana Lund".
    let person = near.next().filter(|next| {
        let text = &paragraph.prose.text;
        let between = &text[name.span.end - start..next.span.start - start];
        // "said Acme Corp. Ana Lund" may be two sentences.
        let stops = text[..name.span.end - start].ends_with('.') && !between.contains(char::is_alphabetic);
        !stops && !name.person && next.person && !between.split_whitespace().any(is_preposition)
    });
    Subject::Named(person.unwrap_or(name).chain)
}

/// The person behind an office and a comma: "said its chief executive, Ana Lund", "said the head of Hapsel Air, Ana Lund."; not in
/// "said the mother of the boy, Per Lund", which leaves open who it is.
fn apposed_behind<'v>(
    paragraph: &Paragraph,
    start: usize,
    verb: usize,
    voices: &'v [Voice],
) -> Option<&'v Voice> {
    /// "the former deputy chief executive of the Nordhavn Harbour Authority".
    const MOST: usize = 10;
    let prose = &paragraph.prose;
    let text = &prose.text[verb..];
    let (office, behind) = text.split_once(',')?;
    let words: Vec<&str> = office.split_whitespace().take(MOST + 1).collect();
    let (first, last) = (words.first()?, words.last()?);
    let whose = is_determiner(first) || words.iter().any(|word| word.ends_with("’s") || word.ends_with("'s"));
    if words.len() > MOST || !whose || office.contains(['.', ';', ':', '"', '“', '”', '(']) {
        return None;
    }
    let tail = words.iter().position(|word| is_preposition(word));
    let head = &words[..tail.unwrap_or(words.len())];
    let stray = tail.is_some()
        && (is_person(last) || matches!(*last, "boy" | "girl" | "man" | "woman" | "child" | "victim"));
    if stray || !is_office(head) {
        return None;
    }
    let from = verb + office.len() + 1;
    let at = voices.partition_point(|v| v.span.start < start + from);
    let (voice, next) = (voices.get(at).filter(|v| v.person)?, voices.get(at + 1));
    let (begins, ends) = (voice.span.start - start, voice.span.end - start);
    let titles = behind[..begins - from]
        .split_whitespace()
        .all(|word| is_title(word.trim_end_matches('.')) || is_title(word));
    let told = &prose.text[ends..];
    let alone = next
        .is_none_or(|next| !prose.text[ends..next.span.start - start].trim_matches([',', ' ']).is_empty());
    (titles && alone && (told.is_empty() || told.starts_with(['.', ',', ';', '\n']))).then_some(voice)
}

/// True for words that end with what a person is: "company spokesman", "chief executive".
fn is_office(words: &[&str]) -> bool {
    match words {
        [.., first, last]
            if is_small_title_of_two(first, last) || matches!((*first, *last), ("chief", "executive")) =>
        {
            true
        }
        [.., last] => is_person(last),
        [] => false,
    }
}

fn is_person(word: &str) -> bool {
    is_small_title(word) || is_small_person(word)
}
