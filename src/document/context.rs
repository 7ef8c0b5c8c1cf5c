//! What stands beside a hit: a country that owns it, or capitals that make it part of a longer name.

use super::titles::Titles;
use super::trades;
use super::{lexicon, peoples, title_words};
use crate::catalog::{Catalog, EntityIx, FormIx, FormKind, Forms, Hit, Kind};
use crate::text::{Span, Token, TokenKind};

/// Who a name belongs to by the words right before or behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Owner {
    /// Nobody is named.
    Nobody,
    /// A known name: "Japan's AI Safety Institute", "the British AI Safety Institute".
    Known(EntityIx),
    /// A name that the catalog does not know: "Singapore's AI Safety Institute".
    Stranger,
}

/// What a hit's neighbours say of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Context {
    /// Whose it is.
    pub(super) owner: Owner,
    /// True inside a longer capitalised name that the catalog lacks: Bank of [Korea], [Apple] Valley.
    pub(super) enclosed: bool,
}

/// A span that may name an entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct RawMention {
    /// Where.
    pub(super) span: Span,
    /// The forms that are written so.
    pub(super) forms: Forms,
    /// What stands beside it.
    pub(super) context: Context,
    /// The entity that it names whatever else the article says, where it is not enclosed: nobody else's name is written
    /// so, nor is it an everyday name or an acronym.
    pub(super) plain: Option<EntityIx>,
    /// The titles beside a person's name.
    pub(super) titles: Titles,
}

impl RawMention {
    /// A span that may name the entities of `forms`.
    pub(super) fn new(text: &str, span: Span, forms: Forms, context: Context, catalog: &Catalog) -> Self {
        let first = forms.first().map(|form| catalog.form(*form).entity);
        let plain = first.filter(|first| {
            let entity = catalog.entity(*first);
            !entity.common
                && entity.distinct.is_empty()
                && forms.iter().all(|form| catalog.form(*form).entity == *first)
                && forms.iter().any(|form| catalog.form(*form).kind != FormKind::Acronym)
        });
        let person = |form: &FormIx| catalog.entity(catalog.form(*form).entity).kind == Kind::Person;
        let titles = if forms.iter().any(person) { Titles::beside(text, span) } else { Titles::default() };
        RawMention { span, forms, context, plain, titles }
    }
}

/// One hit and all that its paragraph knows around it.
pub(super) struct Neighbours<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) sentences: &'a [Span],
    pub(super) hits: &'a [Hit],
    pub(super) catalog: &'a Catalog,
    /// True in a block where most words are capitalised: there a capital proves nothing.
    pub(super) title_case: bool,
}

impl Neighbours<'_> {
    /// The context of `hits[at]`.
    pub(super) fn context(&self, at: usize) -> Context {
        let hit = &self.hits[at];
        let owner = self.owner(at);
        let grows = || match self.can_be_enclosed(hit) {
            true => self.grows_left(at) || self.grows_right(at),
            false => self.is_long(hit) && self.has_word_before(at),
        };
        let grows = || {
            let other = || self.is_of_another_person(at) || self.is_namesake(hit);
            grows() || self.is_full_name(hit) && other() || self.is_called_person(at)
        };
        // Whoever owns it, a term in a name is a part of that: "the US Cybersecurity and Infrastructure Security Agency".
        let in_name = || {
            self.is_capital_term(at)
                || self.is_acronym_in_name(at)
                || self.is_peoples(hit)
                || self.is_other_version(hit)
        };
        Context { owner, enclosed: in_name() || owner == Owner::Nobody && grows() }
    }

    /// Names of several words, but for those of persons and places: "Evidence Access Framework". One more word in front
    /// makes another name of it, "Western Evidence Access Framework"; what stands behind mostly says what it is.
    fn is_long(&self, hit: &Hit) -> bool {
        hit.forms.iter().all(|f| {
            let form = self.catalog.form(*f);
            let kind = self.catalog.entity(form.entity).kind;
            form.text.contains(' ') && !matches!(kind, Kind::Person | Kind::Place | Kind::Term | Kind::Title)
        })
    }

    /// True for a person's name of several words.
    fn is_full_name(&self, hit: &Hit) -> bool {
        hit.last - hit.first > 1
            && hit.forms.iter().all(|f| {
                let form = self.catalog.form(*f);
                self.catalog.entity(form.entity).kind == Kind::Person && form.text.contains(' ')
            })
    }

    /// True for a person's name that is part of a longer one: [Ana Lund]-Holm and [Ana Lund] de Holm have another surname, and
    /// Peter [Ana Lund] another given name.
    fn is_of_another_person(&self, at: usize) -> bool {
        /// "de la", "van der".
        const MOST_PARTICLES: usize = 2;
        let hit = &self.hits[at];
        let goes_on = || match &self.tokens[hit.last..] {
            [hyphen, more, ..] => {
                matches!(hyphen.mark(self.text), Some('-' | '\u{2010}' | '\u{2011}'))
                    && !hyphen.gap
                    && !more.gap
                    && more.capital
                    && !more.all_caps
            }
            _ => false,
        };
        let small = |token: &&Token| token.gap && lexicon::is_particle(token.of(self.text));
        let particles = self.tokens[hit.last..].iter().take(MOST_PARTICLES).take_while(small).count();
        let behind = || self.tokens.get(hit.last + particles).is_some_and(|name| name.capital && name.gap);
        let goes_on = || particles > 0 && behind() || goes_on();
        let given = || hit.first.checked_sub(1).is_some_and(|at| lexicon::is_given_name(self.word(at)));
        goes_on() || given() && self.has_word_before(at)
    }

    /// True where the words beside an everyday name say that it is somebody's of another walk of life than the catalog's:
    /// "striker Kim Min-jae" is no director, and who is 17 holds no office.
    fn is_namesake(&self, hit: &Hit) -> bool {
        /// Nobody holds an office at a younger age.
        const OF_AGE: u8 = 18;
        let titles =
            || hit.forms.iter().flat_map(|f| &self.catalog.entity(self.catalog.form(*f).entity).roles);
        let common = |f: &FormIx| self.catalog.entity(self.catalog.form(*f).entity).common;
        if !hit.forms.iter().all(common) || titles().next().is_none() {
            return false;
        }
        let walk = hit.first.checked_sub(1).map_or("", |before| self.word(before));
        let other = trades::is_walk_of_life(walk)
            && !titles().any(|role| role.title.split(' ').any(|word| word.eq_ignore_ascii_case(walk)));
        other || self.age_behind(hit).is_some_and(|age| age < OF_AGE)
    }

    /// The age between commas behind a name: "Jason Kwon, 45,".
    fn age_behind(&self, hit: &Hit) -> Option<u8> {
        let [comma, age, behind, ..] = self.tokens.get(hit.last..)? else { return None };
        let marks = comma.mark(self.text) == Some(',') && matches!(behind.mark(self.text), Some(',' | '.'));
        age.of(self.text).parse().ok().filter(|_| marks && age.digit)
    }

    /// True for a body's or a place's name where it is a person's: "Mr. Hapsel", and "Ole Hapsel, 45," where a sentence begins.
    fn is_called_person(&self, at: usize) -> bool {
        let hit = &self.hits[at];
        let other = |f: &FormIx| self.catalog.entity(self.catalog.form(*f).entity).kind != Kind::Person;
        if hit.last - hit.first > 1 || hit.first == 0 || !hit.forms.iter().all(other) {
            return false;
        }
        let stop = usize::from(self.tokens[hit.first - 1].mark(self.text) == Some('.'));
        let title = hit.first.checked_sub(1 + stop).map_or("", |title| self.word(title));
        matches!(title, "Mr" | "Mrs" | "Ms") || self.has_capital_before(at) && self.age_behind(hit).is_some()
    }

    /// True when a capitalised word that is no hit stands right before.
    pub(super) fn has_capital_before(&self, at: usize) -> bool {
        let before = self.hits[at].first - 1;
        self.tokens[self.hits[at].first].gap && self.name_word(before) && !self.in_hit(at, before)
    }

    /// True when a word of a longer name stands right before, one space away: more of them hide markup.
    fn has_word_before(&self, at: usize) -> bool {
        let first = self.hits[at].first;
        let Some(before) = first.checked_sub(1) else { return false };
        let gap = &self.text[self.tokens[before].end as usize..self.tokens[first].start as usize];
        matches!(gap, " " | "\u{a0}")
            && !self.title_case
            && self.name_word(before)
            && !self.tokens[before].digit
            && !self.opens(before)
            && !self.is_opener(before)
            && !self.in_hit(at, before)
    }

    /// One-word places and companies, and names that several bodies bear; never acronyms.
    fn can_be_enclosed(&self, hit: &Hit) -> bool {
        hit.forms.iter().all(|f| {
            let form = self.catalog.form(*f);
            let entity = self.catalog.entity(form.entity);
            let one_word = hit.last - hit.first == 1;
            let acronym = form.kind == FormKind::Acronym;
            !acronym
                && (entity.common
                    || one_word && !matches!(entity.kind, Kind::Person | Kind::Term | Kind::Title))
        })
    }

    fn is_organization(&self, hit: &Hit) -> bool {
        let kind = |f: &FormIx| self.catalog.entity(self.catalog.form(*f).entity).kind;
        hit.forms.iter().all(|f| kind(f) == Kind::Organization)
    }

    fn owner(&self, at: usize) -> Owner {
        let hit = &self.hits[at];
        if let Some(place) = self.place_behind(at) {
            return Owner::Known(place);
        }
        let Some(mut before) = hit.first.checked_sub(1) else { return Owner::Nobody };
        let possessive = self.word(before).eq_ignore_ascii_case("s")
            && before >= 2
            && matches!(self.word(before - 1), "'" | "’")
            && !self.tokens[before].gap
            && !self.tokens[before - 1].gap;
        if possessive {
            before -= 2;
        } else if matches!(self.word(before), "'" | "’") && before >= 1 && !self.tokens[before].gap {
            // "the United States' institute"
            before -= 1;
        } else if !self.tokens[hit.first].gap {
            return Owner::Nobody;
        }
        let mut nearest = self.hits[..at].iter().rev().take_while(|h| h.last > before);
        if let Some(known) = nearest.find(|h| h.last == before + 1) {
            let form = self.catalog.form(known.forms[0]);
            let place = self.catalog.entity(form.entity).kind == Kind::Place;
            return if possessive || place { Owner::Known(form.entity) } else { Owner::Nobody };
        }
        let word = &self.tokens[before];
        if let Some(place) = self.adjective(self.word(before)) {
            return Owner::Known(place);
        }
        let name = word.capital && word.kind == TokenKind::Word;
        let its = matches!(self.word(before), "its" | "Its" | "their" | "Their" | "our" | "Our");
        if possessive && name || its && !possessive { Owner::Stranger } else { Owner::Nobody }
    }

    /// "AI Safety Institute of Japan".
    fn place_behind(&self, at: usize) -> Option<EntityIx> {
        let last = self.hits[at].last;
        let next = self.hits.get(at + 1)?;
        let joined = next.first == last + 1 && matches!(self.word(last), "of" | "in");
        let entity = self.catalog.form(next.forms[0]).entity;
        (joined && self.catalog.entity(entity).kind == Kind::Place).then_some(entity)
    }

    fn adjective(&self, word: &str) -> Option<EntityIx> {
        self.catalog.place_by_adjective(word)
    }

    /// True when a capitalised word that is no title, no known name and no sentence start stands right before.
    pub(super) fn grows_left(&self, at: usize) -> bool {
        let hit = &self.hits[at];
        let Some(before) = hit.first.checked_sub(1) else { return false };
        if !self.tokens[hit.first].gap {
            return false;
        }
        if matches!(self.word(before), "of" | "for") && before >= 1 {
            // "Jack Clark of Anthropic" is with Anthropic; the "Bank of Korea" bears the country's name.
            let body = self.ends_body(hit.first);
            let bears = !self.is_organization(hit) || body;
            return bears
                && self.name_word(before - 1)
                && (body || !self.opens(before - 1))
                && !self.in_hit(at, before - 1);
        }
        !self.title_case
            && self.name_word(before)
            && !self.opens(before)
            && !self.is_opener(before)
            && !self.in_hit(at, before)
    }

    /// True for a small word that has its capital from what stands before it: "The result: The …", "He rose; When …", "(Hapsel
    /// News) -- The …", and an article anywhere. The "Will" of "said Will Nordhavn" is somebody's.
    fn is_opener(&self, at: usize) -> bool {
        let word = self.word(at);
        if !lexicon::is_function_word(word) {
            return false;
        }
        let Some(before) = at.checked_sub(1).map(|before| &self.tokens[before]) else { return true };
        let mark = match before.mark(self.text) {
            Some(':' | ';' | '!' | '?' | '…' | '–' | '—' | '•' | '|' | ')' | ']' | '"' | '“' | '‘' | '«') => {
                true
            }
            Some('-') => self.tokens[at].gap,
            _ => false,
        };
        let line = || self.text[before.end as usize..self.tokens[at].start as usize].contains(['\n', '\r']);
        matches!(word, "A" | "An" | "The") || mark || line()
    }

    /// True when a capitalised word that is no title and begins no known name follows.
    pub(super) fn grows_right(&self, at: usize) -> bool {
        let hit = &self.hits[at];
        let Some(next) = self.tokens.get(hit.last) else { return false };
        let begins_hit = self.hits.get(at + 1).is_some_and(|h| h.first == hit.last);
        !self.title_case
            && next.gap
            && !self.opens(hit.last)
            && !begins_hit
            && !self.is_legal_form(hit.last)
            && (self.name_word(hit.last) || self.modifies_no_title(hit.last))
    }

    /// True for a word such as "Economy" or "Global" that no title follows: Asia [Economy] is a newspaper, while
    /// the Korea [Economy Minister] holds an office.
    fn modifies_no_title(&self, at: usize) -> bool {
        let capital = |at: &usize| self.tokens[*at].capital && self.tokens[*at].kind == TokenKind::Word;
        let mut run = (at..self.tokens.len()).take_while(capital).map(|at| self.word(at));
        title_words::is_title_modifier(self.word(at)) && capital(&at) && !run.any(title_words::is_title)
    }

    /// True for a capitalised word that can be part of a longer name.
    fn name_word(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let word = self.word(at);
        token.kind == TokenKind::Word
            && token.capital
            && (!token.all_caps || is_club(word))
            && !title_words::is_title(word)
            && !self.modifies_title(at)
            && !lexicon::is_calendar_word(word)
            && !peoples::is_demonym(word)
    }

    /// True for the "Vice" of "Vice Minister", the "Economy" of "Economy Minister"; not that of "Asia Economy".
    fn modifies_title(&self, at: usize) -> bool {
        let modifiers =
            (at..self.tokens.len()).take_while(|at| title_words::is_title_modifier(self.word(*at))).count();
        modifiers > 0
            && self.tokens.get(at + modifiers).is_some_and(|t| title_words::is_title(t.of(self.text)))
    }

    /// True for the first word of a sentence.
    pub(super) fn opens(&self, at: usize) -> bool {
        let place = self.tokens[at].start as usize;
        let sentence = self.sentences.partition_point(|s| s.end <= place);
        let inside = self.sentences.get(sentence).filter(|s| s.start <= place);
        inside.is_some_and(|sentence| {
            let before = self.tokens[..at].iter().rev().take_while(|t| t.start as usize >= sentence.start);
            self.tokens[at].kind != TokenKind::Mark && before.into_iter().all(|t| t.kind == TokenKind::Mark)
        })
    }

    /// True for the "Inc." and the "Holdings Inc." behind a company's name.
    fn is_legal_form(&self, at: usize) -> bool {
        let suffix =
            |at: usize| self.tokens.get(at).is_some_and(|token| is_company_suffix(token.of(self.text)));
        suffix(at) || matches!(self.word(at), "Holding" | "Holdings") && suffix(at + 1)
    }

    fn in_hit(&self, at: usize, token: usize) -> bool {
        let near = self.hits[at.saturating_sub(1)..].iter().take(3);
        near.into_iter().any(|h| h.first <= token && token < h.last)
    }

    pub(super) fn word(&self, at: usize) -> &str {
        self.tokens[at].of(self.text)
    }
}

/// True for what a company's own name may carry behind it: "Hapsel Inc." is Hapsel.
fn is_company_suffix(word: &str) -> bool {
    const SUFFIXES: [&str; 12] =
        ["AG", "Co", "Company", "Corp", "Corporation", "GmbH", "Inc", "LLC", "Limited", "Ltd", "PLC", "SE"];
    SUFFIXES.iter().any(|s| s.eq_ignore_ascii_case(word))
}

/// True for the letters of a sports club: "FC Nordhavn" is no town.
fn is_club(word: &str) -> bool {
    matches!(word, "AC" | "AFC" | "CF" | "FC" | "FK" | "RCD" | "SC" | "SV" | "UD")
}
