//! Passages that introduce a name: by its long form, by an office, or by saying what it is.

use super::facts::{Introduction, IntroductionKind};
use super::lexicon;
use super::paragraph::Paragraph;
use super::title_words;
use crate::text::{Span, Token, TokenKind};

/// An office or a definition of more words than this is a sentence of its own.
const LONGEST: usize = 30;

/// A name whose introduction is looked for, in bytes of its paragraph.
#[derive(Clone, Copy, Debug)]
pub(super) struct Named {
    pub(super) span: Span,
    pub(super) chain: u32,
    pub(super) person: bool,
}

/// The introductions that one paragraph gives by the words around its names, offsets from its start.
pub(super) fn introductions(paragraph: &Paragraph, names: &[Named]) -> Vec<Introduction> {
    let reader = Reader { text: &paragraph.prose.text, tokens: &paragraph.prose.tokens, paragraph, names };
    let mut found = Vec::new();
    for name in names {
        let role =
            if name.person { reader.title_before(name).or_else(|| reader.title_behind(name)) } else { None };
        let (kind, what) = match role.map(|what| (IntroductionKind::Role, what)) {
            Some(role) => role,
            None => match reader.definition(name) {
                Some(what) => (IntroductionKind::Definition, what),
                None => continue,
            },
        };
        let sentence = paragraph.prose.sentence(name.span.start).unwrap_or(paragraph.block.content);
        found.push(Introduction { chain: name.chain, kind, name: name.span, what, sentence });
    }
    found
}

struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
    paragraph: &'a Paragraph,
    names: &'a [Named],
}

impl Reader<'_> {
    /// "OpenAI Chief Strategy Officer Jason Kwon", "Vice Minister Ryu Je-myung": the title, and the body before it.
    fn title_before(&self, name: &Named) -> Option<Span> {
        let last = self.tokens.partition_point(|t| (t.start as usize) < name.span.start);
        let mut first = last;
        while first > 0 && self.is_title(first - 1) && self.tokens[first].gap {
            first -= 1;
        }
        let titled = (first..last)
            .any(|at| title_words::is_title(self.word(at)) && !title_words::is_courtesy(self.word(at)));
        if !titled {
            return None;
        }
        let mut start = self.tokens[first].start as usize;
        let end = self.tokens[last - 1].end as usize;
        let body = self.names.iter().rev().find(|n| !n.person && n.span.end <= start);
        if let Some(body) = body
            && matches!(self.text[body.span.end..start].trim(), "" | "'s" | "’s")
        {
            start = body.span.start;
        }
        Some(Span::new(start, end))
    }

    fn is_title(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let word = self.word(at);
        token.kind == TokenKind::Word && (title_words::is_title(word) || title_words::is_title_modifier(word))
    }

    /// True for the noun of an office in any case: "minister", "Director".
    fn is_office(&self, at: usize) -> bool {
        let word = self.word(at);
        let first = word.chars().next().into_iter().flat_map(char::to_uppercase);
        let capitalised: String = first.chain(word.chars().skip(1)).collect();
        let modifier =
            title_words::is_title_modifier(&capitalised) && capitalised != "Chief" && capitalised != "Head";
        title_words::is_title(&capitalised) && !modifier && !title_words::is_courtesy(&capitalised)
    }

    /// "Jason Kwon, chief strategy officer of OpenAI", with a gloss in brackets between or not.
    fn title_behind(&self, name: &Named) -> Option<Span> {
        let comma = self.behind_gloss(name);
        if self.tokens.get(comma)?.of(self.text) != "," {
            return None;
        }
        let first = comma + 1;
        let last = self.clause_end(first);
        let words = first..last.min(first + 10);
        let titled = words.clone().any(|at| self.is_office(at));
        let verb_first = words.take(3).any(|at| lexicon::is_speech_verb(self.word(at)));
        (titled && !verb_first && last > first).then(|| self.span(first, last))
    }

    /// "GTAC is a …", "the Nordhavn Line, a ferry operator owned by …".
    fn definition(&self, name: &Named) -> Option<Span> {
        let next = self.behind_gloss(name);
        let word = self.tokens.get(next)?.of(self.text);
        let first = if matches!(word, "is" | "are" | "was" | "were" | ",") { next + 1 } else { return None };
        let article = self.tokens.get(first).filter(|t| t.gap)?.of(self.text);
        if !(matches!(article, "a" | "an") || word != "," && article == "the") {
            return None;
        }
        let last = if word == "," { self.clause_end(first) } else { self.sentence_end(first) };
        let words = last - first;
        (words >= 3).then(|| self.span(first, last.min(first + LONGEST)))
    }

    /// The token behind the name and a gloss in brackets: "Ryu Je-myung (류제명), …".
    fn behind_gloss(&self, name: &Named) -> usize {
        let next = self.tokens.partition_point(|t| (t.start as usize) < name.span.end);
        if self.tokens.get(next).is_none_or(|t| t.of(self.text) != "(") {
            return next;
        }
        let close = self.tokens[next..].iter().take(LONGEST).position(|t| t.of(self.text) == ")");
        close.map_or(next, |at| next + at + 1)
    }

    /// The token that ends an apposition: a comma (not the one of a list of places), a verb of saying, a stop.
    fn clause_end(&self, first: usize) -> usize {
        let end = self.sentence_end(first);
        (first..end)
            .find(|&at| matches!(self.word(at), "," | ";" | ":" | "(" | "“" | "\"" | "—" | "–"))
            .unwrap_or(end)
    }

    fn sentence_end(&self, first: usize) -> usize {
        let Some(token) = self.tokens.get(first) else { return first };
        let sentence =
            self.paragraph.prose.sentence(token.start as usize).unwrap_or(self.paragraph.block.content);
        let mut end = self.tokens.partition_point(|t| (t.start as usize) < sentence.end);
        while end > first && matches!(self.word(end - 1), "." | "!" | "?" | "\"" | "”") {
            end -= 1;
        }
        end
    }

    fn span(&self, first: usize, last: usize) -> Span {
        Span::new(self.tokens[first].start as usize, self.tokens[last - 1].end as usize)
    }

    fn word(&self, at: usize) -> &str {
        self.tokens[at].of(self.text)
    }
}
