//! Which runs of capitalised words can be a name.

use super::common_letters::is_thing;
use super::name_run::Units;
use super::parenthesis::is_party_and_state;
use super::traits::Traits;
use super::unit::{Join, Unit, is_hyphenated_given_name};
use super::{lexicon, title_words};
use crate::catalog::is_korean_name;
use crate::text::Span;
use std::ops::Range;

impl Units<'_> {
    /// True when the words of `part` can be a name.
    pub(super) fn is_name(&self, part: &Range<usize>, titled: bool) -> bool {
        let demonym = |at| self.is(at, Traits::DEMONYM);
        let scope = |at| {
            let word = self.word(at);
            matches!(
                word.strip_suffix("ern").unwrap_or(word),
                "North" | "South" | "East" | "West" | "Central"
            )
        };
        // "The Japanese" too, where no sentence begins: behind a dash.
        let article = self.is(part.start, Traits::FUNCTION_WORD) && !self.units[part.start].acronym;
        let mut proper = part.clone().skip(usize::from(article));
        let premier = || matches!(self.word(part.end - 1), "MP" | "MPs" | "PM" | "PMs");
        if part.len() == 2 && premier() && (demonym(part.start) || self.word(part.start) == "Opposition") {
            return false;
        }
        // "Nordic Energy, Fisheries and Water Resources Minister Ana Lund" has the care of energy.
        let goes_on = matches!(self.word(part.end), "and" | "&")
            || self.units.get(part.end).is_some_and(|unit| unit.join == Join::Comma && unit.capital);
        if goes_on
            && part.clone().all(|at| demonym(at) || self.is_field(at))
            && self.leads_to_minister(part.end)
        {
            return false;
        }
        let nation = proper.clone().all(|at| demonym(at) || scope(at)) && proper.any(demonym);
        let nation = nation && !self.is_bearers(part, titled) && !self.is_paper_of_people(part);
        if nation || self.is_heading(part) || self.is_no_name_here(part, titled) {
            return false;
        }
        if part.len() > 1 {
            return !self.is_party(part.start);
        }
        let word = self.word(part.start);
        let letters = word.chars().filter(|c| c.is_alphabetic());
        let plain = self.is(part.start, Traits::BODY.or(Traits::LANDMARK).or(Traits::TITLE_MODIFIER));
        letters.take(2).count() > 1
            && (titled || !plain || self.units[part.start].acronym || self.is_bare_surname(part.start))
            && (!self.is(part.start, Traits::FUNCTION_WORD)
                || self.is_person_or_month(part.start, titled)
                || self.units[part.start].acronym && !self.opens_in_capitals(part.start))
            && !self.is_legal_form(part.start)
            && (!self.is(part.start, Traits::CALENDAR) || self.is_person_or_month(part.start, titled))
            && !word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
            && !matches!(word, "Modified" | "Posted" | "Published" | "Updated")
            && !matches!(word, "Excellency" | "Highness" | "Holiness" | "Majesty")
            && !is_thing(word)
            && !(matches!(word, "Channel" | "Number") && self.is_before_number(part.end))
            && !matches!(
                word,
                "END" | "ENDS" | "FILE" | "MBA" | "No." | "Nos." | "PhD" | "Ph.D." | "Q&A" | "Ret" | "Ret."
            )
            && !is_period(word)
            && !self.is_currency(part.start)
            && !self.is_measure(part.start)
            && !self.is_date_in_capitals(part.start)
            && !self.is_label(part)
            && !self.is_behind_hour(part.start)
            && !self.is_party(part.start)
    }

    /// True where the words from `at` on are fields up to a minister: "and Water Resources Minister", "and Minerals Minister".
    fn leads_to_minister(&self, at: usize) -> bool {
        /// Offices have the care of few things.
        const MOST_WORDS: usize = 8;
        let office = |at: &usize| matches!(self.word(*at), "Minister" | "Secretary");
        let joined = |at: &usize| self.units.get(*at).is_some_and(|unit| unit.join != Join::Break);
        let words = at..at + (at..at + MOST_WORDS).take_while(joined).count();
        let and = |at: usize| matches!(self.word(at), "and" | "&");
        words.clone().take_while(|at| !office(at)).all(|at| and(at) || self.is_field(at) || and(at - 1))
            && words.clone().any(|at| office(&at))
    }

    /// True for the "Park" of "Park said", which is a person's where the article names one: no "the park".
    pub(super) fn is_bare_surname(&self, at: usize) -> bool {
        let word = self.word(at);
        if !lexicon::is_family_name_too(word) {
            return false;
        }
        let unit = &self.units[at];
        if unit.starts {
            // "Gates were shut".
            let single = matches!(self.word(at + 1), "had" | "has" | "is" | "was");
            let verb = || single || lexicon::is_speech_verb(self.word(at + 1));
            return !word.ends_with('s') || unit.possessive || verb();
        }
        let before = at.checked_sub(1).filter(|_| unit.join == Join::Space);
        before.is_none_or(|before| {
            let owner = self.units[before].possessive;
            !owner && !is_determiner(self.word(before))
        })
    }

    /// "IN 2024 a team …": some papers begin a text so, and some stress a word so, "it was NOT the ferry".
    fn opens_in_capitals(&self, at: usize) -> bool {
        let opener =
            ["AFTER", "AS", "AT", "BY", "FOR", "FROM", "IF", "IN", "ON", "THE", "TO", "WHEN", "WITH"];
        self.units[at].starts && opener.contains(&self.word(at)) || lexicon::is_stressed(self.word(at))
    }

    /// The "PBC" of "Anthropic PBC", where the catalog knows the company.
    fn is_legal_form(&self, at: usize) -> bool {
        let behind_name = || at > 0 && self.units[at].join == Join::Space && self.is_taken(at - 1);
        self.is(at, Traits::COMPANY_SUFFIX) && behind_name()
    }

    /// True for the "USD" of "USD 40 million" and "40 USD".
    pub(super) fn is_currency(&self, at: usize) -> bool {
        const CODES: [&str; 41] = [
            "AED", "AUD", "BDT", "BRL", "CAD", "CHF", "CNY", "CZK", "DKK", "EGP", "EUR", "GBP", "GHS", "HKD",
            "HUF", "IDR", "ILS", "INR", "JPY", "KES", "KRW", "LKR", "MXN", "MYR", "NGN", "NOK", "NZD", "PHP",
            "PKR", "PLN", "Php", "RM", "RMB", "Rp", "SEK", "SGD", "THB", "TWD", "Tk", "USD", "ZAR",
        ];
        let number = |at: usize| self.word(at).starts_with(|c: char| c.is_ascii_digit());
        let before = || self.is_behind_number(at);
        let behind = || self.units.get(at + 1).is_some_and(|unit| unit.join == Join::Space) && number(at + 1);
        // "NT$150 million".
        let dollar = || self.text[self.units[at].span.end..].starts_with('$');
        dollar() || CODES.contains(&self.word(at)) && (behind() || before())
    }

    /// True for the "MW" of "40 MW", the "40MW" in one, and the "GMT" of "1300 GMT".
    pub(super) fn is_measure(&self, at: usize) -> bool {
        let word = self.word(at);
        is_measure(word)
            || UNITS.contains(&word) && self.is_behind_number(at)
            || self.is_money(at)
            || self.is_time_zone(at)
    }

    /// True for the "KSh4.1" of "KSh4.1 billion".
    fn is_money(&self, at: usize) -> bool {
        let amount = self.word(at).trim_start_matches(|c: char| c.is_alphabetic());
        is_scale(self.word(at + 1))
            && !amount.is_empty()
            && amount.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','))
    }

    /// True for the "12" of "Number 12".
    fn is_before_number(&self, at: usize) -> bool {
        let number = self.word(at).bytes().all(|byte| byte.is_ascii_digit());
        number && self.units.get(at).is_some_and(|unit| unit.join == Join::Space)
    }

    pub(super) fn is_behind_number(&self, at: usize) -> bool {
        self.units[at].join == Join::Space
            && at > 0
            && self.word(at - 1).starts_with(|c: char| c.is_ascii_digit())
    }

    /// True for the "He" of "He Lifeng" and the "An" of "An Se-young", with which a sentence begins.
    pub(super) fn is_family_name(&self, at: usize) -> bool {
        let Some(given) = self.units.get(at + 1).filter(|u| u.capital && !u.acronym && u.join == Join::Space)
        else {
            return false;
        };
        match self.word(at) {
            // "An Bord Pleanála": the Irish article.
            "An" if matches!(
                given.of(self.text),
                "Bord" | "Coimisiún" | "Foras" | "Garda" | "Roinn" | "Taisce"
            ) =>
            {
                true
            }
            "He" => given.traits == Traits::default(),
            "An" | "No" | "So" => {
                let name = Span::new(self.units[at].span.start, given.span.end).of(self.text);
                is_hyphenated_given_name(given.of(self.text)) && is_korean_name(name)
            }
            _ => false,
        }
    }

    /// True for the "I" of "I Wayan Sol", a first-born's name in Bali.
    pub(super) fn is_balinese(&self, at: usize) -> bool {
        (1..3).all(|more| self.may_follow(at + more) && !self.units[at + more].acronym)
    }

    /// True for the "June" of "physicist June Holm" and "Chairman June Holm": a month that is a given name too, where no month
    /// stands.
    pub(super) fn is_month_too(&self, at: usize, titled: bool) -> bool {
        let given = matches!(self.word(at), "April" | "August" | "Jun" | "June" | "May");
        let behind = |unit: &Unit| unit.capital && unit.join == Join::Space;
        let person = || {
            let before = at.checked_sub(1).filter(|_| self.units[at].join == Join::Space)?;
            // "“Yes,” said April Lund", but "he said June exports rose".
            let quoted = || {
                let head = self.text[..self.units[before].span.start].trim_end_matches(' ');
                head.ends_with(['"', '”', '’', '\''])
            };
            Some(
                self.ends_small_title(before)
                    || title_words::is_small_person(self.word(before))
                    || lexicon::is_speech_verb(self.word(before)) && quoted(),
            )
        };
        given
            && self.units.get(at + 1).is_some_and(behind)
            && (titled
                || person() == Some(true)
                || self.units[at].join == Join::Comma && !self.is(at + 1, Traits::LANDMARK))
    }

    /// True for the "May" of "Mrs May" and "May said": no month has a title, nor says anything.
    pub(super) fn is_person_or_month(&self, at: usize, titled: bool) -> bool {
        self.word(at) == "May" && (titled || lexicon::is_speech_verb(self.word(at + 1)))
    }

    /// True for either word of a title of two: "Tan Sri".
    pub(super) fn is_of_two(&self, at: usize, run: &Range<usize>) -> bool {
        let pair = |first: usize| title_words::is_title_of_two(self.word(first), self.word(first + 1));
        at + 1 < run.end && pair(at) || at > run.start && pair(at - 1)
    }

    /// True for the "Tourism" of "the Minister of Tourism, Ole Lund" and the "Religious Affairs" of "the Minister of Religious
    /// Affairs said": nobody's name. `modifiers` stand before the minister: the "Prime Minister of Nordhavn" has a country.
    pub(super) fn is_ministry(&self, modifiers: Range<usize>, fields: Range<usize>) -> bool {
        /// Offices have the care of few things.
        const MOST_WORDS: usize = 5;
        let minister = self.word(modifiers.end) == "Minister"
            && modifiers.clone().all(|at| {
                matches!(self.word(at), "Deputy" | "First" | "Former" | "Second" | "Senior" | "Then" | "Vice")
            });
        let apposed = || self.units.get(fields.end).is_some_and(|u| u.join == Join::Comma && u.capital);
        minister
            && (1..=MOST_WORDS).contains(&fields.len())
            && !fields.clone().any(|at| self.is(at, Traits::GIVEN_NAME))
            && (self.is_field(fields.end - 1) || apposed())
    }

    /// True for the "Justice" of "Chief Justice Ana Lund", where the catalog knows her: nothing else stands before her name.
    pub(super) fn precedes_known(&self, at: usize, run: &Range<usize>) -> bool {
        let behind = self.units.get(at + 1).is_some_and(|u| u.capital && u.join == Join::Space);
        behind && self.is_taken(at + 1) && (run.start..at).all(|at| self.is(at, Traits::TITLE_MODIFIER))
    }

    /// True for the "Finance" of "Minister of Finance".
    pub(super) fn ends_office(&self, at: usize) -> bool {
        /// Offices have the care of few things.
        const MOST_WORDS: usize = 3;
        let field = |at: &usize| self.units[*at].capital && self.units[*at].join == Join::Space;
        let fields = (1..=at).rev().take(MOST_WORDS).take_while(field).count();
        let of = at - fields;
        fields > 0 && of > 0 && matches!(self.word(of), "of" | "for") && self.is(of - 1, Traits::TITLE)
    }

    /// True for the "Editing" of "Editing by Ole Lund".
    fn is_label(&self, part: &Range<usize>) -> bool {
        self.word(part.start).ends_with("ing") && self.word(part.end) == "by"
    }

    /// True when the "I" that ends `part` is who speaks: "Without Madame Holm I would not be here", "At Hapsel I was one of
    /// many"; not in "Charles I was king".
    pub(super) fn is_speaker(&self, part: &Range<usize>) -> bool {
        const VERBS: [&str; 16] = [
            "am", "believe", "can", "could", "did", "do", "felt", "have", "knew", "know", "learned",
            "should", "think", "thought", "want", "would",
        ];
        let verb = self.word(part.end);
        // The place stands first, and a verb follows whose subject is missing.
        let placed = || {
            let before = part.start.checked_sub(1).filter(|at| self.units[*at].starts);
            before.is_some_and(|at| matches!(self.word(at), "At" | "For" | "From" | "In" | "With"))
                && matches!(verb, "got" | "had" | "met" | "saw" | "was" | "went" | "worked")
        };
        // "Hapsel I'm told of"; but "Charles I's".
        let contraction = || {
            let behind = self.text[self.units[part.end - 1].span.end..].trim_start_matches(['\'', '’']);
            ["d ", "ll ", "m ", "ve "].iter().any(|verb| behind.starts_with(verb))
        };
        VERBS.contains(&verb) || contraction() || placed()
    }

    /// True for the nickname of "Ole “Hap” Lund".
    pub(super) fn is_quoted(&self, at: usize) -> bool {
        self.text[..self.units[at].span.start].ends_with(['"', '“', '‘'])
    }

    /// True for the "June" of "Updated June 5".
    pub(super) fn is_month_of_date(&self, at: usize) -> bool {
        let day = self.word(at + 1).bytes().take_while(u8::is_ascii_digit).count();
        self.is(at, Traits::CALENDAR) && !self.word(at).ends_with("day") && (1..=2).contains(&day)
    }

    /// True for the "ICT" of "Science and ICT Minister".
    pub(super) fn ends_fields(&self, at: usize) -> bool {
        at > 1
            && matches!(self.word(at - 1), "and" | "&")
            && self.units[at - 2].capital
            && self.is_field(at - 2)
    }

    /// True for the "Queen" of "Queen Mary University of London": a king or queen whose name a body bears.
    pub(super) fn is_royal_body(&self, at: usize, run: &Range<usize>) -> bool {
        let royal = self.is(at, Traits::RANK) || matches!(self.word(at), "King" | "Queen");
        royal && self.body_of(run).is_some_and(|body| body > at)
    }

    /// "R-Texas" or "D-New York" in brackets or behind a comma, behind a politician's name.
    fn is_party(&self, at: usize) -> bool {
        let span = self.units[at].span;
        let apart = self.text[..span.start].ends_with(['(', '/'])
            || self.units[at].join == Join::Comma
            || at > 0 && self.word(at - 1) == "both";
        apart && is_party_and_state(span.of(self.text))
    }
}

/// True for a word behind which a plain noun stands: "the", "its".
pub(super) fn is_determiner(word: &str) -> bool {
    const WORDS: [&str; 20] = [
        "a", "all", "an", "any", "both", "each", "every", "her", "his", "its", "my", "no", "our", "some",
        "that", "the", "their", "these", "this", "your",
    ];
    WORDS.iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// True for the "Q2" and "H1" of a year.
pub(super) fn is_period(word: &str) -> bool {
    matches!(word.as_bytes(), [b'Q', b'1'..=b'4'] | [b'H', b'1' | b'2'])
}

/// True for the letters before a ship's name: "HMS Queen Elizabeth".
pub(super) fn is_ship(letters: &str) -> bool {
    const LETTERS: [&str; 16] = [
        "F/V", "HMAS", "HMCS", "HMNZS", "HMS", "HNLMS", "INS", "M/V", "MS", "MV", "RMS", "ROKS", "SS",
        "USCGC", "USNS", "USS",
    ];
    LETTERS.contains(&letters)
}

/// What power, data and the like are measured in.
const UNITS: [&str; 23] = [
    "GB", "GHz", "GW", "GWh", "Gbps", "Hz", "KB", "KW", "MB", "MHz", "MW", "MWh", "Mbps", "PB", "TB", "TWh",
    "V", "W", "Wh", "kV", "kW", "kWh", "km",
];

/// True for the "million" behind an amount.
fn is_scale(word: &str) -> bool {
    matches!(word, "billion" | "bn" | "crore" | "lakh" | "million" | "trillion")
}

/// True for the "100MW" of a plant and the "R2.1bn" that it costs.
fn is_measure(word: &str) -> bool {
    let number = word.bytes().any(|byte| byte.is_ascii_digit());
    // "Rs.1,659".
    if !number || word.starts_with("Rs.") {
        return number;
    }
    let behind_number =
        |word: &'_ str| word.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',')).len();
    // "R230-million".
    if let Some((money, scale)) = word.split_once('-') {
        let amount = money.trim_start_matches(|c: char| c.is_alphabetic());
        return is_scale(scale) && !amount.is_empty() && behind_number(amount) == 0;
    }
    let unit = &word[word.len() - behind_number(word)..];
    let amount = word.trim_start_matches("Rs").trim_start_matches(|c: char| c.is_ascii_uppercase());
    let scale = &amount[amount.len() - behind_number(amount)..];
    unit.len() < word.len() && UNITS.contains(&unit)
        || scale.len() < amount.len()
            && word.len() - amount.len() < 4
            && matches!(scale, "bn" | "m" | "mn" | "tn")
}
