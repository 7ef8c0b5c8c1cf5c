//! Names at the beginning of sentences and in headlines, where a capital proves nothing.

use super::owners::only;
use super::raw_candidate::{RawCandidate, ordinal_before, particles_before};
use super::roster::{Roster, Written};
use super::{head_nouns, lexicon, title_words};
use crate::text::{Span, fold_key};

impl Roster {
    /// Notes that the first word of a headline's name is no part of it: of "Embattled Holm quits", where the article names
    /// some Holm in full.
    pub(super) fn note_opener(&mut self, text: &str, name: &RawCandidate) {
        if !name.begins_headline
            || name.shape.words != 2
            || name.kind.is_some()
            || self.by_text.contains_key(&name.key)
        {
            return;
        }
        if let [first, family] = word_spans(text, name.span)[..]
            && !lexicon::is_given_name(first.of(text))
            && self.by_family.contains_key(&fold_key(family.of(text)))
        {
            self.openers.insert(name.key);
        }
    }

    /// `name` without a first word that is capitalised only because a sentence begins with it: what follows is a
    /// name of its own elsewhere in the article.
    pub(super) fn without_opener(&self, text: &str, name: &RawCandidate) -> Written {
        let full = Written { span: name.span, key: name.key };
        if name.begins_headline
            && self.openers.contains(&name.key)
            && let [_, family] = word_spans(text, name.span)[..]
        {
            return Written { span: family, key: fold_key(family.of(text)) };
        }
        if !name.begins_sentence || name.shape.words < 3 || self.inside.contains(&name.key) {
            return full;
        }
        let words = word_spans(text, name.span);
        let [first, second, _, ..] = words[..] else { return full };
        // "Kim van Dijk" is called so, though the article goes on with "Van Dijk".
        if second.of(text).starts_with(char::is_lowercase) {
            return full;
        }
        let span = Span::new(second.start, name.span.end);
        let key = fold_key(span.of(text));
        let own = !lexicon::is_given_name(first.of(text)) && self.inside.contains(&key);
        if own { Written { span, key } } else { full }
    }

    /// `written` with the particles in front that belong to it: "von Holm Lund" in "that von Holm Lund left", where the article
    /// names Karl von Holm Lund.
    pub(super) fn with_particles(&self, text: &str, name: &RawCandidate, written: Written) -> Written {
        if name.led == 0 || written.span.start != name.span.start {
            return written;
        }
        let led = |start| Span::new(start, written.span.end);
        let ways = particles_before(text, written.span.start)
            .map(|start| (led(start), fold_key(led(start).of(text))));
        let whole = ways.filter(|(_, key)| self.by_family.contains_key(key)).last();
        whole.map_or(written, |(span, key)| Written { span, key })
    }

    /// `written` with the number in front, "4th" of "the 4th Vinter Division", where the article names another one of them.
    pub(super) fn with_number(&self, text: &str, name: &RawCandidate, written: Written) -> Written {
        if name.numbered == 0 || written.key != name.key || self.numbers.get(&name.key) != Some(&None) {
            return written;
        }
        let start = ordinal_before(text, name.span.start).unwrap_or(name.span.start);
        Written { span: Span::new(start, name.span.end), key: name.numbered }
    }

    /// The two names of "Hapsel of Nordhavn" and "Lund of Hapsel", where the article names Hapsel or Lund elsewhere; else
    /// `written` alone.
    pub(super) fn apart(&self, text: &str, name: &RawCandidate, written: Written) -> [Option<Written>; 2] {
        let whole = [Some(written), None];
        if name.kind.is_some() || name.shape.words < 3 {
            return whole;
        }
        let Some((first, place)) = written.span.of(text).split_once(" of ") else { return whole };
        let key = fold_key(first);
        // "Friends of Holm Library" are the Friends for short, and "Bank of Holm" is the bank.
        let noun = first.contains(char::is_whitespace)
            || first.ends_with('s')
            || head_nouns::is_body(first)
            || head_nouns::is_landmark(first)
            || title_words::is_title(first)
            || lexicon::is_given_name(first);
        let known = self.inside.contains(&key) || only(&self.by_family, key).is_some();
        if noun || !known || !place.starts_with(char::is_uppercase) {
            return whole;
        }
        let Span { start, end } = written.span;
        let first = Written { span: Span::new(start, start + first.len()), key };
        [Some(first), Some(Written { span: Span::new(end - place.len(), end), key: fold_key(place) })]
    }

    /// The names of the article's other blocks that stand in a run of capitalised words of a headline.
    pub(super) fn in_title(&self, text: &str, run: Span) -> Vec<Span> {
        let words = word_spans(text, run);
        let mut found = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let name = (at + 1..=words.len().min(at + usize::from(self.longest))).rev().find_map(|end| {
                let span = Span::new(words[at].start, words[end - 1].end);
                let key = fold_key(span.of(text));
                let known = self.by_text.contains_key(&key)
                    || self.inside.contains(&key)
                    || only(&self.by_family, key).is_some();
                known.then_some((end, span))
            });
            at = name.map_or(at + 1, |(end, _)| end);
            found.extend(name.map(|(_, span)| span));
        }
        found
    }
}

/// The words of a text, without those of marks and hidden markup alone.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric))
}

fn word_spans(text: &str, run: Span) -> Vec<Span> {
    let run_text = run.of(text);
    words(run_text)
        .map(|word| {
            let start = run.start + (word.as_ptr() as usize - run_text.as_ptr() as usize);
            Span::new(start, start + word.len())
        })
        .collect()
}
