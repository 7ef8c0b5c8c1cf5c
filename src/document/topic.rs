//! Whom a paragraph without a speech is about, so that "she said" in the next one is hers.

use super::paragraph::Paragraph;
use super::speaker::may_act;
use super::subject::{Before, Voice, pronoun};
use super::title_words::{is_small_person, is_small_title};
use crate::text::{Prose, QuotationKind, TokenKind};

/// The only person whom the paragraph names, where it begins with the name, its last sentence begins with the same person, and no
/// noun stands for somebody else; `here` are the names in it, and it begins at byte `start` of the article.
pub(super) fn topic(paragraph: &Paragraph, start: usize, here: &[Voice]) -> Option<u32> {
    let prose = &paragraph.prose;
    let first = here.first().filter(|v| v.person && begins_sentence(prose, start, v))?;
    let last = prose.sentences.last()?;
    let other =
        |v: &Voice| v.chain != first.chain && (v.person || v.unknown && may_act(paragraph, start, v.span));
    if prose.sentences[0].end + start < first.span.end
        || here.iter().any(other)
        || prose.quotations.iter().any(|q| q.kind == QuotationKind::Speech)
    {
        return None;
    }
    let goes_on = pronoun(last.of(&prose.text).split(' ').next().unwrap_or("")).is_some()
        || here.iter().any(|v| {
            last.start + start <= v.span.start && v.chain == first.chain && begins_sentence(prose, start, v)
        });
    (goes_on && !names_kin(prose)).then_some(first.chain)
}

/// True where a sentence begins with a name and its titles, and is about whose name it is.
fn begins_sentence(prose: &Prose, start: usize, voice: &Voice) -> bool {
    let place = voice.span.start - start;
    let owns = prose.text[voice.span.end - start..].starts_with(['’', '\'']);
    let Some(sentence) = prose.sentence(place).filter(|_| !owns) else { return false };
    let at = |byte: usize| prose.tokens.partition_point(|token| (token.start as usize) < byte);
    let tokens = &prose.tokens[at(sentence.start)..at(place)];
    Before { prose, tokens, outside: 0, voices: &[], start }.titled(voice) == 0
}

/// True for "her coach", "their own mother", "the mayor": whoever speaks in the next paragraph may be that one.
fn names_kin(prose: &Prose) -> bool {
    let word = |at: usize| prose.tokens.get(at).map_or("", |token| token.of(&prose.text));
    let person = |at: usize| is_small_person(word(at)) || is_small_title(word(at));
    let owned =
        |at: usize| matches!(word(at), "her" | "Her" | "his" | "His" | "the" | "The" | "their" | "Their");
    let words = (0..prose.tokens.len()).filter(|at| prose.tokens[*at].kind == TokenKind::Word);
    words.filter(|at| owned(*at)).any(|at| (at + 1..at + 4).any(person))
}
