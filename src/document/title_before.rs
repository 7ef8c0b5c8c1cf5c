//! The titles right before a name: "Takvik Bank president Ana Lund", "police chief Gen. Ole Vik".

use super::endings::is_abstract;
use super::honours::{is_honour, is_reverend};
use super::introduction::Told;
use super::office::{Employer, Office};
use super::peoples;
use super::phrase::Passage;
use super::title_words;
use super::trades;
use crate::text::TokenKind;
use std::ops::Range;

/// An office with its field has no more tokens than this.
const LONGEST: usize = 12;

/// Nobody is called by more: "Alhaji Dr. Sheikh Hon. Ana Lund".
const MOST_COURTESIES: usize = 4;

impl Passage<'_> {
    /// "OpenAI Chief Strategy Officer Jason Kwon", "Vice Minister Ryu Je-myung", "director Kim".
    pub(super) fn title_before(&self, name: usize) -> Option<Told> {
        let named = self.words[name].start;
        let end = self.before_bracket(self.before_courtesy(named));
        let Some(title) = self.title_until(end) else { return self.office_with_field(end) };
        let mut what = title.clone();
        let mut employer = Employer::Unsaid;
        let start = self.start_of_both(title.start);
        let owner = self.name_until(start).map(|body| (body, self.words[body].end));
        let hyphen = |(body, _): &(usize, usize)| self.word_before(self.words[*body].start) == "-";
        let owner = owner
            .filter(|owner| self.tokens[start].gap && !hyphen(owner))
            .or_else(|| self.owner_until(start));
        if let Some((body, _)) = owner.filter(|(body, _)| self.employs(*body)) {
            what.start = self.words[body].start;
            employer = Employer::Name(body);
        } else if let Some(noun) = self.owning_noun(title.start) {
            employer = Employer::Noun(self.span(noun..noun + 1));
        } else if matches!(self.word_before(title.start), "its" | "Its" | "their" | "Their") {
            employer = Employer::Subject;
        }
        if employer == Employer::Unsaid && matches!(self.word(self.behind(name)), "of" | "at") {
            employer = self.body_at(self.behind(name) + 1);
        }
        let near = what.start.saturating_sub(2).max(self.sentence(what.start).start);
        // "The immediate past president"; "in the past week President Lund" holds the office.
        let past = self.word_before(what.start) == "past";
        let holds = !past && !self.is_of_another_time(near..named);
        let title = self.with_rank_of_body(self.without_then(title), what.start);
        what.start = what.start.min(title.start);
        let rank = self.rank_in(&title);
        let title = title.start..rank.unwrap_or(title.end);
        let told = Told::office(Office { title, employer, end }, what, holds);
        Some(Told { rank: rank.map(|rank| rank..end), ..told })
    }

    /// The office before a bracket that stands before the name: "the attorney-general (AG) Ana Lund", "Col (rtd) Ole Vik".
    pub(super) fn title_behind_bracket(&self, name: usize) -> Option<Told> {
        (self.word_before(self.words[name].start) == ")").then(|| self.title_before(name)).flatten()
    }

    /// "The Mayor, Councillor Mrs Ana Lund": the office before the comma, and what else somebody is behind it.
    pub(super) fn with_office_before(&self, name: usize, title: Told, taken: usize) -> Told {
        let alone = title.rank.is_none()
            && title.employer == Employer::Unsaid
            && self.word_before(title.what.start) == ",";
        let office = || self.office_until_comma(title.what.start, self.behind(name), taken);
        match alone.then(office).flatten() {
            Some(office) => Told { rank: Some(title.title), ..office },
            None => title,
        }
    }

    /// "Chief Judge of the Federal Court", "chairman of the Takvik Police Federation", right before token `end`.
    fn office_with_field(&self, end: usize) -> Option<Told> {
        let last = end.checked_sub(1)?;
        let sentence = self.sentence(last).start;
        let inside = |at: &usize| {
            !matches!(self.word(*at), "," | ";" | ":" | "." | "“" | "”" | "(" | ")" | "that" | "who")
        };
        if !self.tokens[last].capital {
            return None;
        }
        let near = (sentence.max(end.saturating_sub(LONGEST))..last).rev().take_while(inside);
        let begins = |at: &usize| {
            self.is_office_noun(*at) || self.is_modifier(*at) && !peoples::is_demonym(self.word(*at))
        };
        let ends = |at: &usize| {
            let office = self.office_up_to(*at, end).filter(|office| office.end == end);
            office.is_some_and(|office| self.is_held_at(&office))
        };
        let start = near.filter(begins).filter(ends).last()?;
        let office = self.office_up_to(start, end)?;
        let near = start.saturating_sub(2).max(sentence);
        let holds = !self.is_of_another_time(near..end);
        Some(Told::office(office, start..end, holds))
    }

    /// True where the words of an office say where it is held, or what its holder has the care of.
    fn is_held_at(&self, office: &Office) -> bool {
        let noun = office.title.clone().rev().find(|at| self.is_office_noun(*at));
        let field = || office.title.clone().any(|at| matches!(self.word(at), "for" | "of"));
        match office.employer {
            Employer::Name(_) => noun.is_some(),
            // "The captain of the Ana Lund" is named nowhere.
            employer => {
                (field() || employer != Employer::Unsaid)
                    && office.title.clone().any(|at| self.is_office_noun(at) && self.tokens[at].capital)
            }
        }
    }

    /// Where the rank begins behind an office: the "Major" of "press secretary Major General", the "Assistant" of "police
    /// spokesman Assistant Commissioner".
    fn rank_in(&self, title: &Range<usize>) -> Option<usize> {
        let capital = |at: usize| self.tokens[at].capital;
        let office = |at: usize| {
            let rank = is_rank(self.word(at)) || matches!(self.word(at), "Master" | "Staff" | "Warrant");
            self.is_office_noun(at) && !rank || self.word(at) == "Staff" && self.word_before(at) == "of"
        };
        let ranks = |from: usize| {
            let mut rest = from..title.end;
            self.word(from) != "General"
                && rest.all(|at| is_rank(self.word(at)) || matches!(self.word(at), "." | "-"))
        };
        let begins = |at: usize| {
            let small = !capital(at - 1) && capital(at) && (at..title.end).any(|at| self.is_office_noun(at));
            office(at - 1) && (small || ranks(at))
        };
        (title.start + 1..title.end).find(|at| self.tokens[*at].gap && begins(*at))
    }

    /// With the "Deputy" of "Deputy Hapsel Press Secretary", where the body begins at `body`.
    fn with_rank_of_body(&self, title: Range<usize>, body: usize) -> Range<usize> {
        let ranked = body < title.start
            && self.tokens[body].gap
            && matches!(self.word_before(body), "Assistant" | "Associate" | "Deputy" | "Vice");
        if ranked { body - 1..title.end } else { title }
    }

    /// Without the "then" of "then-Mayor Ana Lund".
    fn without_then(&self, title: Range<usize>) -> Range<usize> {
        let then = matches!(self.word(title.start), "Then" | "then") && self.word(title.start + 1) == "-";
        title.start + if then { 2 } else { 0 }..title.end
    }

    /// Where the "president" begins of "Vinter Bank president and CEO Ana Lund", whose CEO begins at `start`; else `start`.
    fn start_of_both(&self, start: usize) -> usize {
        let and = matches!(self.word_before(start), "and" | "&").then(|| self.title_until(start - 1));
        and.flatten().map_or(start, |first| first.start)
    }

    /// The token in front of the courtesies before a name that begins at `at`: "director Dr. Anna Pryce", "Prime Minister Datuk
    /// Seri Anna Pryce".
    pub(super) fn before_courtesy(&self, at: usize) -> usize {
        let before = |at: &usize| self.before_one_courtesy(*at);
        std::iter::successors(Some(at), before).take(MOST_COURTESIES + 1).last().unwrap_or(at)
    }

    fn before_one_courtesy(&self, at: usize) -> Option<usize> {
        let stop = usize::from(self.word_before(at) == "." && !self.tokens[at - 1].gap);
        let title = at.checked_sub(1 + stop)?;
        let word = self.word(title);
        let reverend = is_before_reverend(word) && is_reverend(self.word(title + 1));
        (title_words::is_courtesy(word) || is_honour(word) || reverend).then_some(title)
    }

    /// The token in front of a short bracket that ends right before `at`: "(AG)", "(rtd)".
    fn before_bracket(&self, at: usize) -> usize {
        let open = at.checked_sub(3).filter(|open| self.word(*open) == "(" && self.word(at - 1) == ")");
        open.filter(|open| {
            let word = self.word(open + 1);
            let letters = word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase());
            letters || matches!(word, "Rtd" | "rtd" | "Retd" | "retd")
        })
        .unwrap_or(at)
    }

    /// The noun of "the ministry's [second vice minister]".
    fn owning_noun(&self, at: usize) -> Option<usize> {
        let noun = (self.word_before(at) == "s").then(|| at.checked_sub(3)).flatten()?;
        (self.behind_possessive(noun + 1) == Some(at) && self.small_word(noun)).then_some(noun)
    }

    /// True where what somebody does stands before token `end`: "vice principal Ana Lund", and "Guitarist Ole Vik" where a sentence begins.
    fn is_trade(&self, end: usize) -> bool {
        let Some(at) = end.checked_sub(1).filter(|at| {
            self.tokens.get(at + 1).is_some_and(|next| next.gap) && self.tokens[*at].kind == TokenKind::Word
        }) else {
            return false;
        };
        let word = self.word(at);
        let trade = trades::is_role;
        trade(word) || at == self.sentence(at).start && trade(&word.to_lowercase())
    }

    /// True for the "Brig" of "Brig.", which is a title with its stop alone.
    fn is_shortened_title(&self, at: usize) -> bool {
        let stop = self.tokens.get(at + 1).filter(|stop| !stop.gap && self.word(at + 1) == ".");
        stop.is_some_and(|stop| {
            let title = &self.text[self.tokens[at].start as usize..stop.end as usize];
            title_words::is_title(title) && !title_words::is_courtesy(title)
        })
    }

    /// The titles right before token `end`, in any case: "second vice minister [Ryu Je-myung]", "Head of National
    /// Security Policy [Sasha Baker]".
    pub(super) fn title_until(&self, end: usize) -> Option<Range<usize>> {
        let mut first = end;
        loop {
            // "Vice-Minister" is two words of a title.
            let joined =
                self.word_before(first) == "-" && !self.tokens[first].gap && !self.tokens[first - 1].gap;
            // "Gov. Lena Marsh".
            let shortened = self.word_before(first) == "." && !self.tokens[first - 1].gap;
            let step = if joined || shortened { 2 } else { 1 };
            let apart = joined || self.tokens.get(first).is_some_and(|t| t.gap);
            // "Editor-in-Chief".
            let inside = |at: usize| joined && self.word(at) == "in";
            if first < step || !apart || !self.goes_in_title(first - step) && !inside(first - step) {
                break;
            }
            first -= step;
        }
        if self.is_trade(end) && first == end {
            first = end - 1;
            while first > 0 && self.tokens[first].gap && self.goes_in_title(first - 1) {
                first -= 1;
            }
        }
        // "Army Chief of Staff Gen. Ana Lund".
        if self.word(first) == "Staff"
            && first >= 2
            && self.word(first - 1) == "of"
            && matches!(self.word(first - 2), "Chief" | "chief")
        {
            first -= 2;
            while first > 0 && self.goes_in_title(first - 1) {
                first -= 1;
            }
        }
        let field = first < end && first >= 2 && matches!(self.word(first - 1), "of" | "for");
        // Of a "spokesman for Energy Minister Ana Lund" she has the second title alone.
        let alone = || !(first..end).any(|at| self.is_office_noun(at));
        if field && self.is_office_noun(first - 2) && alone() {
            let mut head = first - 1;
            while head > 0 && self.goes_in_title(head - 1) {
                head -= 1;
            }
            first = head;
        }
        // A sentence is no part of a title, nor is a name.
        let sentence = self.sentence(end).start;
        let names = self.words.partition_point(|words| words.end <= end);
        let inside = self.words[..names].last();
        let first = first.max(sentence).max(inside.map_or(0, |words| words.end));
        let alone = match self.word_before(end) {
            "Justice" => first + 1 == end,
            // "Associated General Traders" are none.
            "General" | "Lieutenant" => first < end && self.name_until(first).is_none(),
            letters => first + 1 == end && title_words::is_rank_in_letters(letters),
        };
        let alone = alone || first < end && self.is_trade(end);
        (alone || (first..end).any(|at| self.is_office_noun(at))).then_some(first..end)
    }

    fn goes_in_title(&self, at: usize) -> bool {
        let word = self.word(at);
        self.is_office_noun(at)
            || self.is_modifier(at) && !peoples::is_demonym(word)
            || title_words::is_title(word) && !title_words::is_courtesy(word)
            || title_words::is_rank_in_letters(word)
            // "Brig. Gen. Ana Lund", "Lance Corporal Ana Lund".
            || self.is_shortened_title(at)
            || title_words::is_pair_of_office(word, self.word(at + 1))
            || title_words::is_field(word)
            // "Immigration Minister".
            || is_abstract(word) && self.tokens[at].capital && self.word(at + 1) == "Minister"
    }
}

/// True for a military rank.
fn is_rank(word: &str) -> bool {
    matches!(
        word,
        "Adm"
            | "Admiral"
            | "Brig"
            | "Brigadier"
            | "Capt"
            | "Captain"
            | "Cmdr"
            | "Col"
            | "Colonel"
            | "Commodore"
            | "Corporal"
            | "Cpl"
            | "Gen"
            | "General"
            | "Lieutenant"
            | "Lt"
            | "Maj"
            | "Major"
            | "Rear"
            | "Sergeant"
            | "Sgt"
    )
}

/// True for the "Most" of "Most Rev.".
fn is_before_reverend(word: &str) -> bool {
    matches!(word, "Most" | "Right" | "Rt" | "Very")
}
