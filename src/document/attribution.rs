//! Whose the verbs of saying of a paragraph are, by the words on both sides of them.

use super::paragraph::Paragraph;
use super::subject::{Before, Subject, Voice, is_preposition, pronoun};
use super::told::first_places;
use crate::text::Span;
use std::sync::Arc;

/// So many words and marks before a verb are looked at for its subject.
const MOST_BEFORE: usize = 80;

/// How many words may stand between the verb and the name that follows it.
const WORDS_TO_NAME: usize = 6;

/// Those of `voices`, which are in text order, that start in `span`.
pub(super) fn voices_in(voices: &[Voice], span: Span) -> &[Voice] {
    let from = voices.partition_point(|v| v.span.start < span.start);
    let to = voices.partition_point(|v| v.span.start < span.end);
    &voices[from..to]
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
        verbs.iter().map(|verb| verb.map_or(Subject::Missing, subject)).collect()
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
    let before =
        Before { prose, tokens: &prose.tokens[from..end], outside: clause - from, voices: &told, start };
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
