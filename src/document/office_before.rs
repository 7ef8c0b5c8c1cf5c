//! Offices between commas before a name: "the minister for tides, Ana Lund, said".

use super::apposed::is_finite;
use super::introduction::Told;
use super::lexicon;
use super::office::Employer;
use super::phrase::Passage;
use super::title_words;

/// An office and its field have no more tokens than this.
const LONGEST: usize = 14;

impl Passage<'_> {
    /// The office between commas before the name or behind it. What stands in front of token `taken` is told of somebody else.
    pub(super) fn office_beside(&self, name: usize, taken: usize) -> Option<Told> {
        let before = || self.office_before(name).filter(|told| told.what.start >= taken);
        let Some(behind) = self.office_behind(name) else { return before() };
        // In "the director of roads, Ana Lund, director of parks, Mr Vik, …" each stands behind the own office.
        let listed = self.word(behind.what.end) == ","
            && self
                .name_at(self.behind_courtesy(behind.what.end + 1))
                .is_some_and(|next| self.names[next].person());
        match listed {
            true => before().or(Some(behind)),
            false => Some(behind),
        }
    }

    /// "OpenAI's chief strategy officer, Jason Kwon, …", "Its first director, Kim Myung-joo, …".
    fn office_before(&self, name: usize) -> Option<Told> {
        self.office_until_comma(self.before_courtesy(self.words[name].start), self.behind(name), 0)
    }

    /// The office before the comma that stands right before token `named`, where a mark or the sentence ends `behind` the name.
    pub(super) fn office_until_comma(&self, named: usize, behind: usize, taken: usize) -> Option<Told> {
        let comma = named.checked_sub(1).filter(|at| self.word(*at) == ",")?;
        let start = self.sentence(comma).start;
        let ends = |at: &usize| !matches!(self.word(*at), "," | ";" | ":" | "." | "“" | "”");
        let near = (start.max(comma.saturating_sub(LONGEST))..comma).rev().take_while(ends);
        let first = near
            .filter(|at| self.begins_office(*at, start))
            .filter(|at| self.office(*at, comma).is_some_and(|o| o.end == comma))
            .last()?;
        let office = self.office(first, comma)?;
        let holds = !self.is_of_another_time(first..comma);
        let own = office.employer != Employer::Unsaid || first == start;
        let told = Told::office(office, first..comma, holds);
        let closed =
            matches!(self.word(behind), "," | ";" | ")" | "—" | "–") || behind >= self.sentence(comma).end;
        (closed && first >= taken && (own || !self.may_be_list(behind, &told))).then_some(told)
    }

    /// True for a token with which an office may begin in a sentence that begins at `start`.
    fn begins_office(&self, at: usize, start: usize) -> bool {
        let word = self.word(at);
        let owned = matches!(
            word,
            "A" | "An"
                | "Her"
                | "His"
                | "Its"
                | "The"
                | "Their"
                | "a"
                | "an"
                | "her"
                | "his"
                | "its"
                | "the"
                | "their"
        );
        let opens = || at == start && self.behind_possessive(at + 1).is_some();
        // "Special Prosecutor, Ana Lund, said".
        let titled = || self.tokens[at].capital && (self.is_office_noun(at) || self.is_modifier(at));
        owned || opens() || titled() || self.name_at(at).is_some_and(|owner| self.employs(owner))
    }

    /// True where the name before the mark `behind` may be the next in a list: "she met the minister, Ole Lund, and others".
    fn may_be_list(&self, behind: usize, office: &Told) -> bool {
        if self.word(behind) != "," {
            return false;
        }
        let next = self.word(behind + 1);
        let joined =
            matches!(next, "&" | "a" | "an" | "and" | "her" | "his" | "its" | "or" | "our" | "the" | "their");
        if !joined && (lexicon::is_function_word(next) || is_finite(next)) {
            return false;
        }
        let named = self.name_at(self.behind_courtesy(behind + 1)).is_some();
        named || !self.is_whole_office(office)
    }

    /// True for an office of several words that one alone can hold: "Minister for Tides", "the Special Prosecutor".
    pub(super) fn is_whole_office(&self, office: &Told) -> bool {
        let title = office.title.clone();
        let capital = title.clone().any(|at| self.tokens[at].capital && self.is_office_noun(at));
        title.len() > 1 && capital && office.title.start >= office.what.start
    }

    /// The token behind a courtesy that stands at `at`, with its stop.
    fn behind_courtesy(&self, at: usize) -> usize {
        match title_words::is_courtesy(self.word(at)) {
            true => at + 1 + usize::from(self.word(at + 1) == "."),
            false => at,
        }
    }
}
