//! Name-like spans of one block that the catalog does not know.

use super::lexicon;
use super::unit::{
    Join, Unit, is_abstract, is_company_suffix, is_hyphenated_given_name, is_initial, is_party_and_state,
    is_suffix, units,
};
use crate::catalog::Kind;
use crate::text::{Prose, Span};
use std::ops::Range;

/// A name-like span of a block. Offsets count from the block's start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct RawCandidate {
    /// The name: without title, possessive and article.
    pub(super) span: Span,
    /// What it names, where the words around it or in it show it.
    pub(super) kind: Option<Kind>,
    /// True for a single word at the beginning of a sentence, which is capitalised in any case: a name only
    /// where the rest of the article says so.
    pub(super) doubtful: bool,
    /// True for a name of several words at the beginning of a sentence: the first may be no part of it.
    pub(super) begins_sentence: bool,
}

/// A run of more words than this is cut: it keeps the time for each word bounded, and no name is longer.
const LONGEST_NAME: usize = 20;

/// The name-like spans of a block outside `taken` (catalog hits, in order, not overlapping), in order.
/// `written_out` are long forms that the block itself gives for acronyms, in order: capitalised ones are one
/// name, whatever small words they hold.
///
/// A name is a run of capitalised words with the small words that names hold ("of", "and", "van"); titles,
/// possessives, months, weekdays and words of nationality are no part of it. Whether a `doubtful` one is a
/// name is for [`settle`](super::linking::settle) to say. Time is linear in the block.
pub(super) fn candidates(prose: &Prose, taken: &[Span], written_out: &[Span]) -> Vec<RawCandidate> {
    let text = Units { text: &prose.text, units: units(prose), taken, written_out };
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.units.len() {
        if !text.may_begin(at) {
            at += 1;
            continue;
        }
        if let Some(run) = text.long_form(at) {
            at = run.end;
            text.push(run, false, &mut found);
            continue;
        }
        let mut end = at + 1;
        while end - at < LONGEST_NAME
            && let Some(next) = text.extended(at..end)
        {
            end = next;
        }
        text.split(at..end, &mut found);
        at = end;
    }
    found
}

/// A block's units and what the catalog took of them.
struct Units<'t> {
    text: &'t str,
    units: Vec<Unit>,
    taken: &'t [Span],
    written_out: &'t [Span],
}

impl<'t> Units<'t> {
    fn word(&self, at: usize) -> &'t str {
        self.units.get(at).map_or("", |u| u.of(self.text))
    }

    fn is_taken(&self, at: usize) -> bool {
        let span = self.units[at].span;
        let first = self.taken.partition_point(|t| t.end <= span.start);
        self.taken.get(first).is_some_and(|t| t.overlaps(span))
    }

    /// True when unit `at` may be the first word of a name.
    fn may_begin(&self, at: usize) -> bool {
        let unit = self.units[at];
        let word = self.word(at);
        let plain = unit.starts && !unit.acronym;
        let opener = plain && (lexicon::is_function_word(word) || lexicon::is_adverb(word));
        unit.capital && !self.is_taken(at) && word != "I" && !opener
    }

    /// The capitalised long form that begins at unit `at`, unless it holds a title or a known name.
    fn long_form(&self, at: usize) -> Option<Range<usize>> {
        let start = self.units[at].span.start;
        let place = self.written_out.partition_point(|l| l.start < start);
        let long = self.written_out.get(place).filter(|l| l.start == start)?;
        let within =
            self.units[at..].iter().take(LONGEST_NAME).take_while(|u| u.span.end <= long.end).count();
        let end = at + within;
        let name = within > 1
            && self.units[end - 1].capital
            && !(at..end).any(|at| self.is_taken(at) || lexicon::is_title(self.word(at)));
        name.then_some(at..end)
    }

    /// True when unit `at` may be a further word of the name before it.
    fn may_follow(&self, at: usize) -> bool {
        self.units.get(at).is_some_and(|u| u.capital && u.join == Join::Space && !u.starts)
            && !self.is_taken(at)
    }

    /// The end of the name `run` when it goes on behind it.
    fn extended(&self, run: Range<usize>) -> Option<usize> {
        let (last, end) = (run.end - 1, run.end);
        let next = self.units.get(end)?;
        if self.units[last].possessive && !self.possessive_in_name(last) {
            return None;
        }
        if next.join == Join::Comma && is_suffix(self.word(end)) && !self.is_taken(end) {
            return Some(end + 1);
        }
        if next.join == Join::Comma {
            return self.list_end(&run);
        }
        if self.may_follow(end) {
            return Some(end + 1);
        }
        if next.join != Join::Space || next.capital {
            return None;
        }
        if self.word(end) == "plc" {
            return Some(end + 1);
        }
        let behind = self.behind_small_words(end)?;
        let joins = match self.word(end) {
            "&" => true,
            "of" => self.takes_of(&run),
            "for" => lexicon::takes_purpose(self.word(last)),
            "on" | "against" => lexicon::takes_topic(self.word(last)),
            "and" => self.takes_and(&run),
            word => lexicon::is_particle(word),
        };
        joins.then_some(behind + 1)
    }

    /// The capitalised unit behind the small words from `at` on: "of the", "de la".
    fn behind_small_words(&self, at: usize) -> Option<usize> {
        let small = |at: usize| {
            let word = self.word(at);
            let article = word == "the" && self.word(at - 1) != "and";
            self.units.get(at).is_some_and(|u| u.join == Join::Space)
                && (article || lexicon::is_particle(word))
        };
        let more = (at + 1..at + 3).take_while(|at| small(*at)).count();
        let behind = at + 1 + more;
        self.may_follow(behind).then_some(behind)
    }

    /// "Women's University", "King's College": a possessive that is part of a name.
    fn possessive_in_name(&self, at: usize) -> bool {
        let inner = matches!(
            self.word(at),
            "Women"
                | "Woman"
                | "Men"
                | "Man"
                | "Children"
                | "Child"
                | "People"
                | "King"
                | "Queen"
                | "Workers"
        );
        inner && lexicon::is_body(self.word(at + 1))
    }

    /// True when "of" goes on with the name: "Bank of Korea", not "Jason Kwon of OpenAI".
    fn takes_of(&self, run: &Range<usize>) -> bool {
        let (first, last) = (self.word(run.start), self.word(run.end - 1));
        if run.len() == 1 && !self.units[run.start].starts {
            return !lexicon::is_demonym(last);
        }
        let head = lexicon::is_body(last) || lexicon::is_landmark(last) || lexicon::is_title(last);
        head && (run.len() == 1 || !lexicon::is_given_name(first))
    }

    /// True when "and" goes on with the name: "Ministry of Science and ICT", "Information and Communications
    /// Technology", "National Air and Space Museum"; not "Korea and Japan".
    fn takes_and(&self, run: &Range<usize>) -> bool {
        let (first, last) = (self.word(run.start), self.word(run.end - 1));
        if let Some(body) = self.body_of(run) {
            return lexicon::takes_fields(body) || is_abstract(last) && is_abstract(self.word(run.end + 1));
        }
        let behind = (run.end + 1..).take_while(|at| self.may_follow(*at)).take(6).last();
        let head = behind.is_some_and(|at| lexicon::is_body(self.word(at)));
        let open = !lexicon::is_body(last) && !lexicon::is_landmark(last);
        let scope = run.len() == 2 && (lexicon::is_title_modifier(first) || lexicon::is_demonym(first));
        head && open && run.len() <= 3 && (scope || is_abstract(last))
    }

    /// "Ministry" in "Ministry of …".
    fn body_of(&self, run: &Range<usize>) -> Option<&'t str> {
        let small = run.clone().skip(1).find(|at| matches!(self.word(*at), "of" | "for"))?;
        Some(self.word(small - 1)).filter(|body| lexicon::is_body(body))
    }

    /// The end of "Ministry of Trade, Industry and Energy" when `run` is "Ministry of Trade".
    fn list_end(&self, run: &Range<usize>) -> Option<usize> {
        self.body_of(run).filter(|body| lexicon::takes_fields(body))?;
        let mut at = run.end;
        for _ in 0..4 {
            let unit = self.units.get(at)?;
            match self.word(at) {
                "and" | "&" => {
                    return (unit.join != Join::Break && self.may_follow(at + 1)).then_some(at + 2);
                }
                _ if unit.capital && unit.join != Join::Break && !self.is_taken(at) => at += 1,
                _ => return None,
            }
        }
        None
    }

    /// Cuts a run of capitalised words into names, at the titles in it and before a person's full name that
    /// follows an acronym or a body: "NASA Bill Ingalls".
    fn split(&self, run: Range<usize>, found: &mut Vec<RawCandidate>) {
        let person = |at: &usize| {
            let before = self.units[at - 1].acronym || lexicon::is_body(self.word(at - 1));
            before && lexicon::is_given_name(self.word(*at)) && self.units[at + 1].capital
        };
        if let Some(at) = (run.start + 1..run.end - 1).find(person) {
            self.split(run.start..at, found);
            return self.split(at..run.end, found);
        }
        let mut start = run.start;
        let mut titled = false;
        while let Some(title) = self.title(start..run.end) {
            self.push(start..title.start, false, found);
            (start, titled) = (title.end, true);
        }
        self.push(start..run.end, titled, found);
    }

    /// The first title in `run`, with the words that belong to it: "Chief Strategy Officer",
    /// "Secretary of State", "Head of National Security Policy".
    fn title(&self, run: Range<usize>) -> Option<Range<usize>> {
        let noun = run.clone().find(|at| self.is_title_at(*at, run.end))?;
        let start = (run.start..noun).rev().take_while(|at| self.goes_before_title(*at, run.start)).last();
        let mut end = noun + 1;
        while end < run.end && self.is_title_at(end, run.end) {
            end += 1;
        }
        let small = (end..run.end).take_while(|at| !self.units[*at].capital).count();
        if small > 0 {
            end += small;
            let field = (end..run.end).take_while(|at| lexicon::is_title_modifier(self.word(*at))).count();
            // "Minister of Finance Kim" and "Secretary of State"; not "Director of National Intelligence".
            if end + field == run.end || self.word(end) == "State" {
                end += field;
            }
        }
        Some(start.unwrap_or(noun)..end)
    }

    /// True when the word `at` belongs to the title behind it: "Chief" does; "Group" does not where it ends
    /// a name, as in "Samsung Group Chairman".
    fn goes_before_title(&self, at: usize, start: usize) -> bool {
        let word = self.word(at);
        let ends_name =
            at > start && lexicon::is_body(word) && !lexicon::is_title_modifier(self.word(at - 1));
        lexicon::is_title_modifier(word) && !ends_name
    }

    /// True when the word `at` is a title in a run that ends before `end`: not in "General Motors",
    /// "Stephen King", "King County".
    fn is_title_at(&self, at: usize, end: usize) -> bool {
        let word = self.word(at);
        if !lexicon::is_title(word) {
            return false;
        }
        let next = if at + 1 < end { self.word(at + 1) } else { "" };
        if lexicon::is_surname_too(word) && (next.is_empty() || lexicon::is_landmark(next)) {
            return false;
        }
        if lexicon::is_rank(word) && next == "of" {
            return false;
        }
        let last = self.word(end - 1);
        let rest = end - at - 1;
        let body = rest > 0 && lexicon::is_body(last) || rest > 1 && lexicon::is_landmark(last);
        !(lexicon::is_body(next) || body) || next == "of"
    }

    /// Adds the name in `part`, if it is one.
    fn push(&self, part: Range<usize>, titled: bool, found: &mut Vec<RawCandidate>) {
        let part = self.trimmed(part);
        if part.is_empty() || !self.is_name(&part, titled) {
            return;
        }
        let first = self.units[part.start];
        let last = self.units[part.end - 1];
        let opens = first.starts && !titled;
        let word = self.word(part.start);
        let plain = !first.acronym && !word.chars().skip(1).any(char::is_uppercase);
        found.push(RawCandidate {
            span: Span::new(first.span.start, last.span.end),
            kind: self.kind(&part, titled),
            doubtful: opens && part.len() == 1 && plain,
            begins_sentence: opens && part.len() > 1,
        });
    }

    /// `part` without small words and dates at its edges.
    fn trimmed(&self, mut part: Range<usize>) -> Range<usize> {
        while let Some(unit) = self.units.get(part.start).filter(|_| !part.is_empty()) {
            let word = self.word(part.start);
            let date = lexicon::is_calendar_word(word) && !lexicon::is_landmark(self.word(part.start + 1));
            if unit.capital && !date {
                break;
            }
            part.start += 1;
        }
        while !part.is_empty() && !self.units[part.end - 1].capital {
            part.end -= 1;
        }
        part
    }

    /// True when the words of `part` can be a name.
    fn is_name(&self, part: &Range<usize>, titled: bool) -> bool {
        let only = |f: fn(&str) -> bool| part.clone().all(|at| f(self.word(at)));
        let nationality = |word: &str| {
            lexicon::is_demonym(word) || matches!(word, "North" | "South" | "East" | "West" | "Central")
        };
        if only(nationality) && part.clone().any(|at| lexicon::is_demonym(self.word(at))) {
            return false;
        }
        if part.len() > 1 {
            return true;
        }
        let word = self.word(part.start);
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        let plain = lexicon::is_body(word) || lexicon::is_landmark(word) || lexicon::is_title_modifier(word);
        letters > 1
            && (titled || !plain || self.units[part.start].acronym)
            && (!lexicon::is_function_word(word) || self.units[part.start].acronym)
            && !lexicon::is_calendar_word(word)
            && !word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
            && !self.is_party(part.start)
    }

    /// "R-Texas" in brackets or behind a comma, behind a politician's name.
    fn is_party(&self, at: usize) -> bool {
        let span = self.units[at].span;
        let apart = self.text[..span.start].ends_with('(') || self.units[at].join == Join::Comma;
        apart && is_party_and_state(span.of(self.text))
    }

    /// What `part` names.
    fn kind(&self, part: &Range<usize>, titled: bool) -> Option<Kind> {
        let (first, last) = (self.word(part.start), self.word(part.end - 1));
        if lexicon::is_body(last) || self.body_of(part).is_some() || is_company_suffix(last) {
            return Some(Kind::Organization);
        }
        let mut words = part.clone().map(|at| self.word(at));
        let acronym = part.clone().any(|at| self.units[at].acronym && !is_initial(self.word(at)));
        let landmark = part.len() > 1 && lexicon::is_landmark(last);
        if acronym || landmark || words.any(|w| matches!(w, "of" | "&" | "and" | "for")) {
            return None;
        }
        let full = part.len() > 1 && (lexicon::is_given_name(first) || is_hyphenated_given_name(last));
        let initial = part.len() > 2 && part.clone().any(|at| is_initial(self.word(at)));
        let before = part.start.checked_sub(1).filter(|_| self.units[part.start].join == Join::Space);
        let small_title = before.is_some_and(|at| lexicon::is_small_title(self.word(at)));
        let person = titled || full || initial || small_title || self.is_apposed(part.end);
        person.then_some(Kind::Person)
    }

    /// True when an age or a title follows behind a comma: "Jason Kwon, chief strategy officer of …".
    fn is_apposed(&self, at: usize) -> bool {
        if self.units.get(at).is_none_or(|u| u.join != Join::Comma) {
            return false;
        }
        let age = matches!(self.word(at).as_bytes(), [b'1'..=b'9', b'0'..=b'9']);
        let link = |at: &usize| !matches!(self.word(*at), "by" | "of" | "and" | "who" | "which" | "whose");
        let near = (at..at + 5)
            .take_while(|next| *next == at || self.units.get(*next).is_some_and(|u| u.join == Join::Space));
        age || near.take_while(link).any(|at| lexicon::is_small_title(self.word(at)))
    }
}
