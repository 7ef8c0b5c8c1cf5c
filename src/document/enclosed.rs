//! Catalog hits that are a part of a longer name: the "AI" of "Center for AI Standards", the "Cybersecurity" of a school.

use super::context::Neighbours;
use super::portfolio::has_care;
use super::{head_nouns, lexicon};
use crate::catalog::{FormIx, FormKind, Hit, Kind};
use crate::text::{Token, TokenKind};

impl Neighbours<'_> {
    /// True for a term of small letters that has capitals though no sentence begins with it: a part of a name, as in "School
    /// of Cybersecurity". One of several words is so in a body's name alone: "Office for Artificial Intelligence".
    pub(super) fn is_capital_term(&self, at: usize) -> bool {
        let hit = &self.hits[at];
        let small = hit.forms.iter().all(|f| {
            let form = self.catalog.form(*f);
            let term = self.catalog.entity(form.entity).kind == Kind::Term;
            term && !form.text.contains('-') && !form.text.contains(char::is_uppercase)
        });
        let capital = |t: &Token| t.capital && !t.all_caps;
        let named = || hit.last - hit.first == 1 || self.is_care_of_body(hit.first) || self.grows_right(at);
        small
            && self.tokens[hit.first..hit.last].iter().all(capital)
            && !self.title_case
            && !self.opens(hit.first)
            && named()
    }

    /// True for the "State" of "Minister of State for".
    fn is_of_state(&self, at: usize) -> bool {
        self.word(at) == "State" && at > 1 && has_care(self.word(at - 2))
    }

    /// True behind the "Office for" or "Institute of Robotics and" of a body's name.
    fn is_care_of_body(&self, at: usize) -> bool {
        /// The list of what a body has the care of is no longer.
        const MOST_WORDS: usize = 6;
        let listed = |at: &usize| self.tokens[*at].capital || matches!(self.word(*at), "and" | "," | "&");
        let on = |at: usize| self.word(at) == "on" && at > 0 && head_nouns::takes_topic(self.word(at - 1));
        let fields = (1..at).rev().take(MOST_WORDS).take_while(listed).count();
        let of = (at - 1).saturating_sub(fields);
        at > 1 && (self.ends_body(of + 1) || on(of))
    }

    /// True for the "Republic of Korea" of "People's Republic of Korea": the people own nothing, their name is longer.
    pub(super) fn is_peoples(&self, hit: &Hit) -> bool {
        hit.first >= 3
            && lexicon::is_owner_in_names(self.word(hit.first - 3))
            && matches!(self.word(hit.first - 2), "'" | "’")
            && self.word(hit.first - 1) == "s"
            && self.tokens[hit.first].capital
    }

    /// True for a term's acronym in a name that the catalog lacks: the "AI" of "Center for AI Standards and Innovation",
    /// of "AI Act" and "Vinter AI".
    pub(super) fn is_acronym_in_name(&self, at: usize) -> bool {
        let hit = &self.hits[at];
        let term = |f: &FormIx| self.catalog.entity(self.catalog.form(*f).entity).kind == Kind::Term;
        let acronym =
            hit.last - hit.first == 1 && self.tokens[hit.first].all_caps && hit.forms.iter().all(term);
        let grows = || self.grows_left(at) || self.is_first_speaker(at);
        let ends_name = || grows() && self.is_last_word(hit.last);
        acronym && !self.title_case && (ends_name() || self.ends_body(hit.first) || self.grows_right(at))
    }

    /// True where no name and no noun goes on with the words before: "Vinter AI said", not "Nordhavn AI talks".
    fn is_last_word(&self, behind: usize) -> bool {
        self.tokens.get(behind).is_none_or(|next| {
            let word = next.of(self.text);
            next.kind == TokenKind::Mark
                || lexicon::is_function_word(word)
                || lexicon::is_speech_verb(word)
                || is_past(word)
        })
    }

    /// True for the "AI" of "Vinter AI said" at the beginning of a sentence, where a capital alone shows no name.
    fn is_first_speaker(&self, at: usize) -> bool {
        let hit = &self.hits[at];
        let says = self.tokens.get(hit.last).is_some_and(|verb| lexicon::is_speech_verb(verb.of(self.text)));
        let first = hit.first.checked_sub(1).filter(|first| says && self.opens(*first));
        first.is_some_and(|first| self.has_capital_before(at) && !lexicon::is_function_word(self.word(first)))
    }

    /// True for the short form of a model or a product in the name of another version: the "Lantern" of "Lantern 5", where the
    /// known one is "Vinter Lantern Preview".
    pub(super) fn is_other_version(&self, hit: &Hit) -> bool {
        /// A longer number is a year.
        const MOST_DIGITS: usize = 2;
        let Some(next) = self.tokens.get(hit.last).filter(|next| next.digit && next.gap) else {
            return false;
        };
        let number = next.of(self.text);
        let part = |part: &str| {
            (1..=MOST_DIGITS).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
        };
        number.split('.').all(part)
            && hit.forms.iter().all(|f| {
                let form = self.catalog.form(*f);
                let entity = self.catalog.entity(form.entity);
                form.kind == FormKind::Short
                    && matches!(entity.kind, Kind::Model | Kind::Product)
                    && !entity.name.contains(number)
            })
    }

    /// True right behind the "Center for" or "School of" of a body's name.
    pub(super) fn ends_body(&self, at: usize) -> bool {
        at >= 2
            && matches!(self.word(at - 1), "of" | "for")
            && (head_nouns::is_body(self.word(at - 2))
                || has_care(self.word(at - 2))
                || self.is_of_state(at - 2))
    }
}

/// True for a verb that tells what somebody did: "raised", "left"; not for what goes with "AI" itself: "AI powered".
fn is_past(word: &str) -> bool {
    let with_term =
        || matches!(word, "assisted" | "based" | "enabled" | "focused" | "generated" | "powered" | "related");
    word.len() > 4 && word.ends_with("ed") && word.starts_with(char::is_lowercase) && !with_term()
        || matches!(
            word,
            "became"
                | "began"
                | "bought"
                | "built"
                | "came"
                | "fell"
                | "grew"
                | "left"
                | "lost"
                | "made"
                | "met"
                | "paid"
                | "rose"
                | "sold"
                | "spent"
                | "took"
                | "went"
                | "won"
        )
}
