//! How far a name reaches: runs of capitalised words with the small words that names hold.

use super::endings::{is_abstract, is_adjective, is_maker};
use super::lands::is_land;
use super::legal_forms::is_suffix;
use super::traits::Traits;
use super::unit::{Join, Unit, is_acronym, is_initial, is_initials};
use super::{head_nouns, lexicon, title_words};
use crate::text::Span;
use std::ops::Range;

/// A run of more words than this is cut: it keeps the time for each word bounded, and no name is longer.
pub(super) const LONGEST_NAME: usize = 20;

/// A block's units and what the catalog took of them.
pub(super) struct Units<'t> {
    /// The block's text.
    pub(super) text: &'t str,
    /// Its units.
    pub(super) units: Vec<Unit>,
    /// Catalog hits, in order, not overlapping.
    pub(super) taken: &'t [Span],
    /// The long forms of acronyms, in order.
    pub(super) written_out: &'t [Span],
}

impl<'t> Units<'t> {
    /// The text of unit `at`; empty behind the last.
    pub(super) fn word(&self, at: usize) -> &'t str {
        self.units.get(at).map_or("", |u| u.of(self.text))
    }

    /// True when unit `at` can be one of `some`; false behind the last.
    #[inline]
    pub(super) fn is(&self, at: usize, some: Traits) -> bool {
        self.units.get(at).is_some_and(|unit| match unit.capital {
            true => unit.traits.has(some),
            false => Traits::of_small(unit.of(self.text)).has(some),
        })
    }

    pub(super) fn is_taken(&self, at: usize) -> bool {
        self.overlaps_taken(self.units[at].span)
    }

    pub(super) fn overlaps_taken(&self, span: Span) -> bool {
        let first = self.taken.partition_point(|t| t.end <= span.start);
        self.taken.get(first).is_some_and(|t| t.overlaps(span))
    }

    /// True when unit `at`, which has a capital, may be the first word of a name.
    pub(super) fn may_begin(&self, at: usize) -> bool {
        let unit = &self.units[at];
        let word = self.word(at);
        let plain = unit.starts && !unit.acronym;
        let opener = || {
            let function_word = self.is(at, Traits::FUNCTION_WORD)
                && !self.is_family_name(at)
                && !self.is_person_or_month(at, false);
            let led = || lexicon::is_opening_verb(word) || self.is_cue(at) || self.is_imperative(at);
            let verb = || self.may_follow(at + 1) && led();
            plain && (function_word || lexicon::is_adverb(word) || verb())
        };
        // Behind a dateline a capital proves nothing either.
        let maker = || unit.join == Join::Break && is_maker(word) && self.may_follow(at + 1);
        // "Q. Is it true?", "P.S. Hapsel wrote to us."
        let sign = || unit.starts && matches!(word, "Q." | "P.S." | "N.B.");
        (word != "I" || self.is_balinese(at))
            && !sign()
            && !self.is_taken(at)
            && !opener()
            && !maker()
            && !self.ends_rank(at)
            && !(word == "Charge" && at > 1 && self.word(at - 1) == "in" && self.word(at - 2) == "Agent")
    }

    /// True for the "Class" of "Petty Officer 1st Class Ana Ruiz".
    fn ends_rank(&self, at: usize) -> bool {
        self.word(at) == "Class" && at > 0 && matches!(self.word(at - 1), "1st" | "2nd" | "3rd")
    }

    /// The capitalised long form that begins at unit `at`, unless it holds a title or a known name.
    pub(super) fn long_form(&self, at: usize) -> Option<Range<usize>> {
        let start = self.units[at].span.start;
        let place = self.written_out.partition_point(|l| l.start < start);
        let long = self.written_out.get(place).filter(|l| l.start == start)?;
        let within =
            self.units[at..].iter().take(LONGEST_NAME).take_while(|u| u.span.end <= long.end).count();
        let end = at + within;
        let start_of_form = at;
        let name = within > 1
            && self.units[end - 1].capital
            && !(at..end).any(|at| {
                // "Nordhavn Prosecutor's Office (NPO)", "General Quay Safety Regulation (GQSR)".
                let adjective = at + 1 < end && is_adjective(self.word(at));
                let title = self.is(at, Traits::TITLE)
                    && !self.ends_office_of(at, &(start_of_form..end))
                    && !self.units[at].possessive
                    && !self.is_several(at)
                    && !adjective;
                self.is_taken(at) || title
            });
        name.then_some(at..end)
    }

    /// True for the country of "the pro-Russia Takvik Front", which is no part of the front's name.
    fn is_side(&self, at: usize) -> bool {
        let head = &self.text[..self.units[at].span.start];
        let side = || head.ends_with("pro-") || head.ends_with("anti-");
        head.ends_with('-') && side() && (is_land(self.word(at)) || self.units[at].acronym)
    }

    /// True when unit `at` may be a further word of the name before it.
    pub(super) fn may_follow(&self, at: usize) -> bool {
        self.units.get(at).is_some_and(|u| u.capital && u.join == Join::Space && !u.starts)
            && !self.is_taken(at)
    }

    /// The end of the name `run` when it goes on behind it.
    pub(super) fn extended(&self, run: Range<usize>) -> Option<usize> {
        let (last, end) = (run.end - 1, run.end);
        let next = self.units.get(end)?;
        if self.units[last].possessive && !self.possessive_in_name(last) || self.is_side(last) {
            return None;
        }
        if next.join == Join::Comma && is_suffix(self.word(end)) && !self.is_taken(end) {
            return Some(end + 1);
        }
        if next.join == Join::Comma {
            let fields = self.list_end(&run).or_else(|| self.end_of_fields(&run));
            return fields.or_else(|| self.end_of_partners(&run));
        }
        if self.may_follow(end) {
            return Some(end + 1);
        }
        if let Some(law) = self.bracketed_law(end) {
            return Some(law);
        }
        if let Some(surname) = self.behind_nickname(&run) {
            return Some(surname + 1);
        }
        if self.is_year_of_plan(end) {
            return Some(end + 1);
        }
        if next.join != Join::Space || next.capital {
            return None;
        }
        if self.word(end) == "plc" {
            return Some(end + 1);
        }
        if let Some(law) = self.end_with_law(&run) {
            return Some(law);
        }
        let behind = self.behind_small_words(end)?;
        let joins = match self.word(end) {
            "&" => true,
            "of" => self.takes_of(&run) && !self.is_directors(&run) && !self.is_month_of_year(behind),
            "for" => {
                self.is(last, Traits::TAKES_FOR)
                    || self.is_center_of_excellence(&run)
                    || self.takes_portfolio(last, behind)
                    || matches!(self.word(last), "Collection" | "Museum" | "Network")
                        && self.is_purpose(behind)
                    || self.takes_cause(last, behind)
                    || self.is_reporting_law(last, behind)
            }
            // "Research in Motion Ltd."
            "in" => {
                is_abstract(self.word(behind))
                    && self.is(behind + 1, Traits::COMPANY_SUFFIX)
                    && self.may_follow(behind + 1)
            }
            "on" | "against" => {
                self.is(last, Traits::TAKES_ON) && !self.is(behind, Traits::CALENDAR)
                    || self.is_law(last) && (self.is_purpose(behind) || self.is_purpose(behind + 1))
            }
            "and" => self.takes_and(&run) || self.has_partners(&run),
            "at" => {
                self.word(last) == "Ambassador" && self.word(behind) == "Large"
                    || self.is_campus(&run, behind)
            }
            "without" => self.word(behind) == "Portfolio" && self.is(last, Traits::TITLE),
            "ki" | "o" => lexicon::is_maori(self.word(run.start)),
            "an" | "na" => matches!(self.word(last), "Mac" | "Nic" | "Ó"),
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

    /// True for a word that can say what a law or a collection is for: "Promotion", "Safety".
    pub(super) fn is_purpose(&self, at: usize) -> bool {
        let word = self.word(at);
        is_abstract(word) || title_words::is_field(word)
    }

    /// True when "of" goes on with the name: "Bank of Korea", not "Jason Kwon of OpenAI".
    fn takes_of(&self, run: &Range<usize>) -> bool {
        let last = run.end - 1;
        if run.len() == 1 && !self.units[run.start].starts {
            // "The PP of Ana Lund" is hers, and "V4 of Nordhavn" is there.
            // "CEOs of Nordhavn's firms".
            let several = self.word(last).strip_suffix('s').is_some_and(is_acronym);
            return !self.is(last, Traits::DEMONYM)
                && !self.is_where_held(run)
                && !self.units[last].acronym
                && !several
                && !is_brand(self.word(last));
        }
        // "Society for the Protection of Birds", "Act on Promotion of Fisheries".
        let law = || run.clone().skip(1).any(|at| self.word(at) == "on" && self.is_law(at - 1));
        let purpose = || is_abstract(self.word(last)) || self.word(last) == "Study" || self.are_members(run);
        if purpose() && (self.body_of(run).is_some() || law()) {
            return true;
        }
        let head = self.is(last, Traits::BODY.or(Traits::LANDMARK).or(Traits::TITLE));
        let company = || head_nouns::ends_company(self.word(last));
        // "Vera Institute of Justice", but "Dana Park of Hapsel".
        let person = || {
            let surname =
                !self.is(last, Traits::TAKES_FIELDS) || lexicon::is_family_name_too(self.word(last));
            self.is(run.start, Traits::GIVEN_NAME) && surname
        };
        head && (run.len() == 1 || !person() && !company())
    }

    /// True when "and" goes on with the name: "Ministry of Science and ICT", "Information and Communications
    /// Technology", "National Air and Space Museum"; not "Korea and Japan".
    fn takes_and(&self, run: &Range<usize>) -> bool {
        let last = self.word(run.end - 1);
        if self.is_minister_of(run) {
            // "Fisheries and Ocean Policy".
            // "Minister of Trade and Deputy Director Ana Lund" are two.
            let mut behind = (run.end + 1..run.end + 5).take_while(|at| self.may_follow(*at));
            if behind.any(|at| self.is(at, Traits::TITLE)) {
                return false;
            }
            let second = run.end + 2;
            return self.is_field(run.end + 1) || self.may_follow(second) && self.is_field(second);
        }
        if self.shares_cause(run) {
            return true;
        }
        if let Some(body) = self.body_of(run) {
            let next = self.word(run.end + 1);
            let purpose = || is_abstract(next) || title_words::is_field(next);
            // Behind the title of "Ministry of Trade Minister Jens Bakke" stand no more fields.
            let titled = || (body + 3..run.end).any(|at| self.is(at, Traits::TITLE));
            let fields = self.is(body, Traits::TAKES_FIELDS)
                && !self.is(run.end + 1, Traits::GIVEN_NAME)
                && !is_initial(next)
                && !is_initials(next)
                && !titled();
            // "Center for AI Standards and Innovation", "Center for Strategic and International Studies".
            let purposes = || self.has_purpose(body, run.end);
            let adjective =
                || run.end == body + 3 && (is_adjective(last) || self.is(run.end - 1, Traits::DEMONYM));
            if self.begins_other(run.end + 1) {
                return false;
            }
            return fields
                || self.is_chamber_of_trade(body, run.end + 1)
                || self.shares_body(run, run.end + 1)
                || is_abstract(last) && is_abstract(next)
                || purposes() && (purpose() || adjective() || self.is_purpose_of_two(run.end + 1));
        }
        // "McAllister and Sons" is a firm.
        if matches!(
            self.word(run.end + 1),
            "Associates" | "Brothers" | "Daughters" | "Partners" | "Son" | "Sons"
        ) {
            return true;
        }
        let behind = self.last_before_title(run.end + 1);
        let head = behind.is_some_and(|at| self.is(at, Traits::BODY) || self.is_end_of_law(at));
        let open = !self.is(run.end - 1, Traits::BODY.or(Traits::LANDMARK));
        let scope = run.len() == 2 && self.is(run.start, Traits::TITLE_MODIFIER.or(Traits::DEMONYM));
        // "House Energy and Commerce Committee".
        if self.is_chamber(run.start)
            && run.len() > 1
            && behind.is_some_and(|at| self.is(at, Traits::TAKES_ON))
        {
            return true;
        }
        // "Food and Drug Administration".
        let office = || run.len() == 1 && self.may_share_office(run.start, behind);
        let field = self.is_subject(run.end - 1) || office();
        // "Coastal and Harbour Resilience Authority".
        let adjective = || {
            let fields =
                |at: usize| is_abstract(self.word(at - 1)) || title_words::is_field(self.word(at - 1));
            run.len() == 1
                && !self.units[run.start].starts
                && is_adjective(last)
                && !self.is(run.end + 1, Traits::DEMONYM)
                && behind.is_some_and(|at| at > run.end + 2 && fields(at))
        };
        let open = open || self.is_topic(run);
        let head = head || behind.is_some_and(|at| self.is_executive(at));
        head && (open && run.len() <= 3 && (scope || field || adjective()) || self.shares_head(run, behind))
    }

    /// True for what ends in "Centre of Excellence".
    fn is_center_of_excellence(&self, run: &Range<usize>) -> bool {
        let last = run.end - 1;
        self.word(last) == "Excellence" && self.is_of_body(last, run.start) && self.word(last - 1) == "of"
    }

    /// "Ministry" in "Ministry of …", "Committee" in "Committee on …".
    pub(super) fn body_of(&self, run: &Range<usize>) -> Option<usize> {
        let small = run.clone().skip(1).find(|at| matches!(self.word(*at), "of" | "for" | "on"))?;
        Some(small - 1).filter(|body| self.is(*body, Traits::BODY))
    }

    /// True for "Minister of Trade".
    pub(super) fn is_minister_of(&self, run: &Range<usize>) -> bool {
        let mut heads = run.clone().filter(|at| self.has_portfolio(*at));
        heads.any(|at| at + 1 < run.end && matches!(self.word(at + 1), "of" | "for"))
    }
}

/// True for a word that is a name by its very letters: "G42", "DeepMind".
fn is_brand(word: &str) -> bool {
    let inner = |(before, c): (char, char)| before.is_lowercase() && c.is_uppercase();
    word.bytes().any(|byte| byte.is_ascii_digit()) || word.chars().zip(word.chars().skip(1)).any(inner)
}

#[cfg(test)]
mod tests {
    use super::super::candidate::candidates;
    use crate::text::{Blocks, Format, Prose, State};

    #[test]
    fn how_far_a_name_reaches() {
        for (text, expected) in [
            (
                "He left the Center for AI Standards and Innovation and the Center for Strategic and International Studies.",
                "Center for AI Standards and Innovation, Center for Strategic and International Studies",
            ),
            (
                "He met the Institute for Fog and Anna Holm, and the Fund for Trade and Nordhavn Air.",
                "Institute for Fog, Anna Holm, Fund for Trade, Nordhavn Air",
            ),
            ("He runs Hapsel Marine Co. Shares rose.", "Hapsel Marine Co."),
            (
                "Cllr Ana Lund [laughs] left the Ferry Service Executive (FSE). [laughs] The NFB said Chief Executive Ole Dahl left.",
                "Ana Lund, Ferry Service Executive, FSE, NFB, Ole Dahl",
            ),
            (
                "He met Hapsel Labs of Oslo and the Nordic Bank of Skagen.",
                "Hapsel Labs, Oslo, Nordic Bank of Skagen",
            ),
            (
                "He runs Hapsel Marine Co. Ltd. with Vinter Corp. Chief Ana Lund.",
                "Hapsel Marine Co. Ltd., Vinter Corp., Ana Lund",
            ),
            ("(Hapsel News) -Shares of Hapsel Line fell.", "Hapsel News, Hapsel Line"),
            ("14:02 Good evening from Nordhavn. 14:06: Holm said yes.", "Nordhavn, Holm"),
            ("Nordhavn • The Ferry Board of Oslo sat • Officials left", "Ferry Board of Oslo"),
            (
                "It is by Ida Holm/Vinter Scanpix/AFP, and of HIV/AIDS.",
                "Ida Holm, Vinter Scanpix, AFP, HIV/AIDS",
            ),
            ("그는 NH닷컴과 노르SDI를 떠나 NK는 만났다. Ana Holm", "NK, Ana Holm"),
        ] {
            let block = Blocks::new(text, Format::Plain, State::default()).next().unwrap();
            let prose = Prose::read(text, &block, Format::Plain);
            let names: Vec<&str> = candidates(&prose, &[], &[])
                .iter()
                .filter(|n| !n.doubtful)
                .map(|n| n.span.of(text))
                .collect();
            assert_eq!(names.join(", "), expected, "{text}");
        }
    }

    #[test]
    fn markup_behind_a_stop_ends_a_name() {
        let text = "They met **X.** Ana Lund lost to **Ole** Dahl.";
        let block = Blocks::new(text, Format::Markdown, State::default()).next().unwrap();
        let prose = Prose::read(text, &block, Format::Markdown);
        let names: Vec<&str> = candidates(&prose, &[], &[]).iter().map(|n| n.span.of(text)).collect();
        assert_eq!(names, ["Ana Lund", "Ole** Dahl"]);
    }
}
