//! Whose a verb of saying is, by the words before it.

use super::courtesy::Courtesy;
use super::lexicon;
use super::title_words;
use crate::text::{Prose, Span, Token, TokenKind};

/// A name in an article, known or not, that may be a speaker's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Voice {
    /// Where, in bytes of the article.
    pub(super) span: Span,
    /// Its chain.
    pub(super) chain: u32,
    /// True for a person; a body can be a speaker too, but a person who is named beside it goes first.
    pub(super) person: bool,
    /// True where neither the text nor the catalog shows what it names.
    pub(super) unknown: bool,
    /// True inside a speech.
    pub(super) speech: bool,
}

/// Who does what a verb says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// The one with this chain.
    Named(u32),
    /// "He" or "she".
    Pronoun(Courtesy),
    /// Somebody whom no name tells: "the mayor", "a spokesman for Ana Lund".
    Another,
    /// No subject stands before the verb: "…," said Ana Lund.
    Missing,
}

/// The words before a verb.
pub(super) struct Before<'a> {
    /// The paragraph that they stand in.
    pub(super) prose: &'a Prose,
    /// The words of the sentence before the verb.
    pub(super) tokens: &'a [Token],
    /// Of these so many stand before the clause of the verb: a speech, and what leads up to it.
    pub(super) outside: usize,
    /// The names of the sentence before the verb, outside all speech.
    pub(super) voices: &'a [Voice],
    /// Where the paragraph begins, in bytes of the article.
    pub(super) start: usize,
}

impl Before<'_> {
    /// The subject of the verb: the name, the pronoun or the noun that touches it, with adverbs and what a preposition adds between
    /// at most; for "Ana Lund, the mayor, said" and "Ana Lund stood up and said" the one who comes first.
    pub(super) fn subject(&self) -> Subject {
        let mut end = self.tokens.len();
        while end > self.outside {
            let last = self.word(end - 1);
            if let Some(courtesy) = pronoun(last) {
                return Subject::Pronoun(courtesy);
            }
            // "from Ana Lund, who said".
            if last == "who" && end > 2 && self.word(end - 2) == "," {
                let named = self.named(end - 3);
                return named.map_or_else(|| self.first(true), |voice| Subject::Named(voice.chain));
            }
            if last == "," && end - 1 == self.outside {
                // "“…”, said Ana Lund".
                return Subject::Missing;
            }
            if matches!(last, "," | "–" | "—") {
                return self.first(true);
            }
            if matches!(last, "and" | "but" | "or") {
                let first = self.first(false);
                return if first == Subject::Missing { Subject::Another } else { first };
            }
            if last == ")" {
                let opens = (self.outside..end).rev().find(|at| self.word(*at) == "(");
                end = opens.unwrap_or(self.outside);
                continue;
            }
            let adverbs = self.adverbs(end);
            if adverbs > 0 {
                end -= adverbs;
                continue;
            }
            // "Acme Corp. said".
            if self.tokens[end - 1].kind == TokenKind::Mark && self.named(end - 1).is_none() {
                return if matches!(last, ":" | ";") { Subject::Missing } else { Subject::Another };
            }
            let voice = self.named(end - 1);
            let from = match voice {
                Some(voice) => self.titled(voice),
                None => self.noun(end),
            };
            let subject = voice.map_or(Subject::Another, |voice| Subject::Named(voice.chain));
            match from.checked_sub(1).map(|at| self.word(at)) {
                // "After Ana Lund said": a clause of its own.
                Some("after" | "After" | "as" | "As" | "before" | "Before" | "since" | "until")
                    if voice.is_some() =>
                {
                    return subject;
                }
                Some(word) if from > self.outside && is_preposition(word) => end = from - 1,
                // "Ana Lund and Per Ryd said": either may have.
                Some("and") if from > 1 && self.named(from - 2).is_some() => return Subject::Another,
                _ => return subject,
            }
        }
        Subject::Missing
    }

    /// The first who can be the subject of a verb further down: the name begins a clause, and behind it stands a comma where
    /// the words between are `apposed` to it.
    pub(super) fn first(&self, apposed: bool) -> Subject {
        // "Per Ryd, the mayor, was glad, but Ana Lund, his deputy, said".
        let but = (0..self.tokens.len()).rev().find(|at| match self.word(*at) {
            "but" => true,
            "while" => !self.tokens.get(at + 1).is_some_and(|_| self.word(at + 1).ends_with("ing")),
            _ => false,
        });
        let anew = but.map_or(0, |at| self.tokens[at].start as usize);
        let leads = |voice: &&Voice| {
            let place = voice.span.start - self.start;
            let behind = self.prose.text[voice.span.end - self.start..].trim_start();
            let aside = || {
                let word = behind.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
                behind.starts_with([',', '–', '—', '(']) || is_preposition(word)
            };
            place >= anew && !behind.starts_with(['’', '\'']) && (!apposed || aside()) && {
                let from = self.titled(voice);
                from == 0 || {
                    let word = self.word(from - 1);
                    self.tokens[from - 1].kind == TokenKind::Mark
                        || lexicon::is_speech_verb(word)
                        || matches!(word, "and" | "as" | "because" | "but" | "if" | "that" | "when" | "while")
                }
            }
        };
        let persons = || self.voices.iter().filter(|voice| voice.person);
        let first = persons().find(leads).or_else(|| self.voices.iter().find(leads));
        first.map_or(if apposed { Subject::Another } else { Subject::Missing }, |v| Subject::Named(v.chain))
    }

    /// The one who is named in the sentence before ", saying", and does what it says: "Ana Lund, the mayor, resigned, saying".
    pub(super) fn alone(&self) -> Subject {
        let mut persons = self.voices.iter().filter(|voice| voice.person);
        let Some(voice) = persons.next().filter(|_| persons.next().is_none()) else {
            return Subject::Another;
        };
        let behind = &self.prose.text[voice.span.end - self.start..];
        let end = self.tokens.last().map_or(0, |token| token.start as usize) + self.start;
        let clause = &behind[..end.saturating_sub(voice.span.end)];
        // "Ana Lund, the mayor, resigned".
        let clause = clause
            .strip_prefix(',')
            .map_or(clause, |apposed| apposed.split_once(',').map_or("", |(_, rest)| rest));
        let begins = match self.titled(voice).checked_sub(1) {
            None => true,
            Some(before) => self.word(before) == ",",
        };
        let other = |word: &str| {
            matches!(word, "and" | "as" | "but" | "that" | "when" | "while" | "who" | "after" | "because")
        };
        let acts = !clause.contains(',')
            && !clause.starts_with(['’', '\''])
            && !clause.split_whitespace().any(other);
        if begins && acts && !clause.trim().is_empty() {
            Subject::Named(voice.chain)
        } else {
            Subject::Another
        }
    }

    fn word(&self, at: usize) -> &str {
        self.tokens[at].of(&self.prose.text)
    }

    /// The name that ends with a word.
    fn named(&self, at: usize) -> Option<&Voice> {
        let end = self.start + self.tokens[at].span().end;
        self.voices.iter().rev().find(|v| v.span.end == end)
    }

    /// How many words before `end` only say how and when: "also", "angrily", "last week", "Monday".
    fn adverbs(&self, end: usize) -> usize {
        let word = self.word(end - 1);
        let before = end.checked_sub(2).map_or("", |at| self.word(at));
        if matches!(word, "week" | "month" | "year" | "night") && matches!(before, "last" | "this") {
            return 2;
        }
        let day = lexicon::is_calendar_word(word) && !is_preposition(before) && self.named(end - 1).is_none();
        let small = word.starts_with(|c: char| c.is_ascii_lowercase());
        let adverb = || {
            word.ends_with("ly")
                || lexicon::is_function_word(word) && !is_preposition(word) && !is_determiner(word)
        };
        usize::from(day || small && adverb())
    }

    /// The first word of the noun that ends before `end`, with its article.
    fn noun(&self, end: usize) -> usize {
        let mut from = end - 1;
        while from > self.outside && !is_determiner(self.word(from)) {
            let word = self.word(from - 1);
            let small = word.starts_with(|c: char| c.is_ascii_lowercase());
            let stops = self.tokens[from - 1].kind == TokenKind::Mark
                || is_preposition(word)
                || lexicon::is_speech_verb(word)
                || small && lexicon::is_function_word(word) && !is_determiner(word);
            if stops {
                break;
            }
            from -= 1;
        }
        from
    }

    /// The first of the words that belong to a name: its titles, and the article before these.
    pub(super) fn titled(&self, voice: &Voice) -> usize {
        let mut from = self.tokens.partition_point(|t| (t.start as usize) + self.start < voice.span.start);
        let name = from;
        while from > 0 {
            let word = self.word(from - 1);
            if title_words::is_courtesy(word.trim_end_matches('.')) {
                return from - 1;
            }
            if word == "." && from > 1 && title_words::is_courtesy(self.word(from - 2)) {
                return from - 2;
            }
            // "Hapsel Corp. President Ana Lund".
            if word == "." && from < name && from > 1 && self.word(from - 2).starts_with(char::is_uppercase) {
                from -= 2;
                continue;
            }
            let capital = word.starts_with(char::is_uppercase) && !lexicon::is_function_word(word);
            let title = title_words::is_small_title(word)
                || title_words::is_small_person(word)
                || title_words::is_title_modifier(word)
                || matches!(word, "chief" | "executive" | "general");
            // "harbour director Ana Lund".
            let field = from < name
                && word.starts_with(|c: char| c.is_ascii_lowercase())
                && !lexicon::is_function_word(word)
                && !lexicon::is_speech_verb(word);
            // "City of Takvik spokesman Ana Lund", "Minister of Tides Ana Lund".
            let part = |at: usize| self.word(at).starts_with(char::is_uppercase);
            if word == "of" && from < name && from > 1 && part(from) && part(from - 2) {
                from -= 2;
                continue;
            }
            let day = lexicon::is_calendar_word(word);
            if self.tokens[from - 1].kind == TokenKind::Mark || day || !(capital || title || field) {
                break;
            }
            from -= 1;
        }
        let article = from > 0 && is_determiner(self.word(from - 1));
        if article { from - 1 } else { from }
    }
}

/// Whom "he" or "she" is for.
pub(super) fn pronoun(word: &str) -> Option<Courtesy> {
    match word {
        "he" | "He" => Some(Courtesy::Man),
        "she" | "She" => Some(Courtesy::Woman),
        _ => None,
    }
}

/// True for a word that makes what follows no subject: "about", "for".
pub(super) fn is_preposition(word: &str) -> bool {
    const ALL: [&str; 44] = [
        "about",
        "above",
        "across",
        "after",
        "against",
        "along",
        "alongside",
        "amid",
        "among",
        "around",
        "as",
        "at",
        "before",
        "behind",
        "below",
        "beside",
        "between",
        "beyond",
        "by",
        "despite",
        "during",
        "for",
        "from",
        "in",
        "inside",
        "into",
        "like",
        "near",
        "of",
        "off",
        "on",
        "outside",
        "over",
        "since",
        "through",
        "to",
        "towards",
        "under",
        "unlike",
        "until",
        "upon",
        "via",
        "with",
        "without",
    ];
    ALL.iter().any(|preposition| preposition.eq_ignore_ascii_case(word))
}

/// True for a word that begins a noun, or stands for one.
pub(super) fn is_determiner(word: &str) -> bool {
    const ALL: [&str; 39] = [
        "a",
        "all",
        "an",
        "another",
        "any",
        "anybody",
        "anyone",
        "both",
        "each",
        "every",
        "everybody",
        "everyone",
        "few",
        "her",
        "his",
        "i",
        "it",
        "its",
        "many",
        "most",
        "my",
        "nobody",
        "none",
        "one",
        "other",
        "others",
        "our",
        "several",
        "some",
        "somebody",
        "someone",
        "that",
        "the",
        "their",
        "these",
        "they",
        "this",
        "those",
        "we",
    ];
    ALL.iter().any(|determiner| determiner.eq_ignore_ascii_case(word))
}
