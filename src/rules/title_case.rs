//! A title with capitals behind a name.

use super::around::{after, is_closed};
use super::rule::{Context, Rule};
use crate::catalog::Kind;
use crate::diagnostic::{Diagnostic, Edit, Fix, Severity};
use crate::document::{
    Document, Introduction, IntroductionKind, is_courtesy, is_rank, is_surname_too, is_title,
    is_title_modifier,
};
use crate::text::{Span, Token, TokenKind, clean};

pub(super) struct TitleCase;

impl Rule for TitleCase {
    fn name(&self) -> &'static str {
        "title-case"
    }
    fn summary(&self) -> &'static str {
        "A title with capitals behind a name: they stand in front of a name alone."
    }
    fn severity(&self) -> Option<Severity> {
        None
    }
    fn page(&self) -> &'static str {
        include_str!("../../tests/rules/title-case.md")
    }

    fn check(&self, context: &Context, found: &mut Vec<Diagnostic>) {
        let behind = |i: &&Introduction| i.kind == IntroductionKind::Role && i.what.start >= i.name.end;
        let mut last = None;
        for introduction in context.introductions().filter(behind) {
            // Two names may share one title.
            if last.replace(introduction.what) != Some(introduction.what) {
                found.extend(finding(context, introduction));
            }
        }
    }
}

fn finding(context: &Context, introduction: &Introduction) -> Option<Diagnostic> {
    let document = context.document;
    let words = Words::of(context, introduction.what)?;
    let title = words.title()?;
    let (first, last) = (title.first()?, title.last()?);
    let span = Span::new(first.span.start, last.span.end);
    let at = document.speeches.partition_point(|s| s.span.end <= span.start);
    let speech = document.speeches.get(at).is_some_and(|s| s.span.overlaps(span));
    let zone = *document.zones.get(document.paragraph_at(span.start))?;
    // A signature has its capitals: “Ann Lund, Director”. “Director – Ola Holm” in a list speaks of the next.
    if speech || is_before_name(document, span) || !is_closed(document, span) || !context.lints(zone, span) {
        return None;
    }
    let lowered = title.iter().filter(|word| word.lowered);
    let edits: Vec<Edit> = lowered.map(|w| Edit { span: w.span, text: w.text.to_lowercase() }).collect();
    let right = applied(document, span, &edits);
    let message = format!("a title behind a name has small letters: write “{right}”");
    let mut finding = context.finding(span, message);
    finding.fixes.push(Fix { title: format!("write “{right}”"), safe: true, edits });
    Some(finding)
}

/// True where a dash or a colon and a name with a capital stand behind the title.
fn is_before_name(document: &Document, span: Span) -> bool {
    let behind = after(document, span).trim_start_matches(' ');
    let name = behind.strip_prefix(['–', '—', '-', ':']).and_then(|rest| rest.strip_prefix(' '));
    name.is_some_and(|name| name.starts_with(char::is_uppercase))
}

/// What a reader sees in `span` after `edits`.
fn applied(document: &Document, span: Span, edits: &[Edit]) -> String {
    let (mut text, mut at) = (String::new(), span.start);
    for edit in edits {
        text += document.seen(Span::new(at, edit.span.start));
        text += &edit.text;
        at = edit.span.end;
    }
    clean(&(text + document.seen(Span::new(at, span.end))))
}

/// A word of the apposition, with what hyphens join to it ("Co-founder"), or a mark.
struct Word<'d> {
    text: &'d str,
    span: Span,
    /// True for a word that begins with a capital.
    capital: bool,
    /// True for a word whose capital goes; letters keep theirs: "Director of ICT".
    lowered: bool,
    /// True inside a name that is more than a title: that of a body or a place.
    in_name: bool,
}

/// The words and marks of the apposition behind a name.
struct Words<'d>(Vec<Word<'d>>);

impl<'d> Words<'d> {
    fn of(context: &Context<'d>, what: Span) -> Option<Self> {
        let document = context.document;
        let names = names(context, what);
        let at = document.paragraph_at(what.start);
        let (start, prose) = (*document.starts.get(at)?, &document.paragraphs.get(at)?.prose);
        let from = prose.tokens.partition_point(|t| t.start as usize + start < what.start);
        let to = prose.tokens.partition_point(|t| t.end as usize + start <= what.end);
        let mut tokens = prose.tokens.get(from..to)?;
        let mut words = Vec::new();
        while let [first, ..] = tokens {
            let length = joined(tokens, &prose.text);
            let (word, rest) = tokens.split_at(length);
            let local = Span::new(first.start as usize, word[length - 1].end as usize);
            let span = local.shifted(start);
            let capital = first.kind == TokenKind::Word && first.capital;
            let lowered = capital && !word.iter().any(|t| t.all_caps);
            let in_name = names.iter().any(|name| name.overlaps(span));
            words.push(Word { text: local.of(&prose.text), span, capital, lowered, in_name });
            tokens = rest;
        }
        Some(Self(words))
    }

    /// The words of the title that capitals make look like a name: "Chief Strategy Officer", "Head of National
    /// Security Policy". `None` where what follows leaves a doubt about its end.
    fn title(&self) -> Option<&[Word<'d>]> {
        let first = self.0.iter().position(Word::may_be_title)?;
        // Small words and an employer may stand in front ("the", "its", "OpenAI's"), a whole clause may not.
        let clause =
            |word: &&Word| !word.capital && !word.in_name && word.text.starts_with(char::is_alphabetic);
        if self.0[..first].iter().filter(clause).count() > 2 {
            return None;
        }
        let mut end = self.run(first);
        let office = |word: &Word| {
            let text = word.text;
            is_title(text) && !is_courtesy(text) && !is_rank(text) && !is_surname_too(text)
        };
        if !self.0[first..end].iter().any(office) {
            return None;
        }
        // "Head of National Security Policy", "Minister of Science and ICT": the field is lowered with the title
        // where it is made of such words alone; a body's own name keeps its capitals.
        while self.0.get(end).is_some_and(|w| matches!(w.text, "of" | "for" | "and" | "&")) {
            let field = self.run(end + 1);
            if field == end + 1 || self.goes_on(field) {
                break;
            }
            end = field;
        }
        let lowers = self.0[first..end].iter().any(|word| word.lowered);
        (lowers && !self.goes_on(end)).then_some(&self.0[first..end])
    }

    /// The end of the run of title words, and of letters beside them, that begins at word `first`.
    fn run(&self, first: usize) -> usize {
        let letters = |word: &Word| word.capital && !word.lowered && !word.in_name;
        let more = self.0.iter().enumerate().skip(first);
        let run = more.take_while(|(at, word)| word.may_be_title() || *at > first && letters(word));
        first + run.count()
    }

    /// True when one more capitalised word follows, which may make it all a name: "President Korea Operations".
    fn goes_on(&self, at: usize) -> bool {
        self.0.get(at).is_some_and(|word| word.capital)
    }
}

impl Word<'_> {
    fn may_be_title(&self) -> bool {
        self.capital && !self.in_name && (is_title(self.text) || is_title_modifier(self.text))
    }
}

/// How many of the tokens at the head are one word: hyphens join.
fn joined(tokens: &[Token], text: &str) -> usize {
    let hyphen =
        |pair: &[Token]| !pair[0].gap && pair[0].of(text) == "-" && !pair[1].gap && pair[1].is_word();
    if !tokens[0].is_word() {
        return 1;
    }
    1 + 2 * tokens[1..].chunks_exact(2).take_while(|pair| hyphen(pair)).count()
}

/// The names of bodies and places in the apposition.
fn names(context: &Context, what: Span) -> Vec<Span> {
    let document = context.document;
    let from = document.mentions.partition_point(|m| m.span.start < what.start);
    let known = document.mentions[from..].iter().take_while(|m| m.span.end <= what.end);
    let kind = |entity| context.catalog().entity(entity).kind;
    let known = known.filter(|m| !matches!(kind(m.entity), Kind::Term | Kind::Title));
    let from = document.candidates.partition_point(|c| c.span.start < what.start);
    let new = document.candidates[from..].iter().take_while(|c| c.span.end <= what.end);
    let new = new.filter(|c| c.kind == Some(Kind::Organization));
    known.map(|m| m.span).chain(new.map(|c| c.span)).collect()
}
