//! Name-like spans of one block that the catalog does not know.

use super::beside::is_rank_of_office;
use super::endings::is_abstract;
use super::korean_title::{is_part_of_hangul, is_strangers, titled_surnames};
use super::lands::is_land;
use super::legal_forms::is_suffix;
use super::name_run::{LONGEST_NAME, Units};
use super::pageant::is_world;
use super::plausible::is_ship;
use super::portfolio::has_care;
use super::raw_candidate::RawCandidate;
use super::trades;
use super::traits::Traits;
use super::unit::{Join, is_hyphenated_given_name, is_initial, units};
use super::{lexicon, title_words};
use crate::text::{Prose, Span, fold_key};
use std::ops::Range;

/// The name-like spans of a block outside `taken` (catalog hits, in order, not overlapping), in order.
/// `written_out` are long forms that the block itself gives for acronyms, in order: capitalised ones are one
/// name, whatever small words they hold.
///
/// A name is a run of capitalised words with the small words that names hold ("of", "and", "van"); titles,
/// possessives, months, weekdays and words of nationality are no part of it. Whether a `doubtful` one is a
/// name is for [`settle`](super::linking::settle) to say. Time is linear in the block.
pub(super) fn candidates(prose: &Prose, taken: &[Span], written_out: &[Span]) -> Vec<RawCandidate> {
    let mut text = Units { text: &prose.text, units: units(prose), taken, written_out };
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.units.len() {
        if !text.units[at].capital || !text.may_begin(at) {
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
        // "Members of the Pilots' Union (PU)", "the US Center for Tide Control (CTC)", "the Irish Data Board (DB)".
        let parted = |next: &usize, long: Range<usize>| {
            let before = &text.units[next - 1];
            // "State of Nordhavn Department of Ferries and Quay Safety (DFQS)": the run ends too early.
            let longer = long.end > end;
            // "Department of Harbour Affairs (HA)" is one name.
            let department = next >= &2
                && matches!(text.word(next - 1), "of" | "for")
                && text.is(next - 2, Traits::TAKES_FIELDS);
            longer || !before.capital && !department || before.acronym || before.traits.has(Traits::DEMONYM)
        };
        if !written_out.is_empty()
            && let Some(long) =
                (at + 1..end).find(|next| text.long_form(*next).is_some_and(|long| parted(next, long)))
        {
            end = long;
        }
        if let Some(broken) = text.end_with_line(at..end) {
            text.units[broken].starts = true;
            end = broken;
        }
        text.split(at..end, &mut found);
        at = end;
    }
    let known = found.len();
    let taken = |span| text.overlaps_taken(span);
    let own = |name: &RawCandidate| !taken(name.span) && !is_strangers(prose, name.span, taken);
    found.extend(titled_surnames(prose).filter(own));
    if found.len() > known {
        found.sort_by_key(|name| name.span);
    }
    found
}

impl Units<'_> {
    /// Cuts a run of capitalised words into names, at the titles in it and before a person's full name that
    /// follows an acronym or a body: "NASA Bill Ingalls".
    fn split(&self, run: Range<usize>, found: &mut Vec<RawCandidate>) {
        let person = |at: &usize| {
            let other = |at: usize| !is_ship(self.word(at)) && !self.is_title_at(at, &run);
            let acronym = || self.units[at - 1].acronym && other(at - 1);
            let before = || acronym() || self.is(at - 1, Traits::BODY) || self.is_behind_fields(*at, &run);
            self.is(*at, Traits::GIVEN_NAME) && self.units[at + 1].capital && before()
        };
        if let Some(at) = (run.start + 1..run.end - 1).find(person).or_else(|| self.bare_letters(&run)) {
            self.split(run.start..at, found);
            return self.split(at..run.end, found);
        }
        let korean = || self.behind_korean_office(&run);
        if let Some(at) = self.behind_seat(&run).or_else(|| self.behind_body(&run)).or_else(korean) {
            self.split(run.start..at, found);
            return self.push(at..run.end, true, found);
        }
        if let Some(person) = self.behind_prize(&run) {
            return self.push(person..run.end, true, found);
        }
        // "Prime Minister of Nordhavn Ana Sol Lund".
        let of = (run.start + 1..run.end).find(|at| self.word(*at) == "of");
        if let Some(person) = of.and_then(|of| self.behind_nation(of - 1, of + 1..run.end)) {
            self.split(run.start..person, found);
            return self.push(person..run.end, true, found);
        }
        let mut start = run.start;
        let mut titled = false;
        while let Some(title) = self.title(start..run.end) {
            let known = found.len();
            self.push(start..title.start, false, found);
            // What stands before a title is a name, even where the sentence begins ("Seoul Mayor …"), if it is
            // no participle ("Embattled Mayor …").
            if let Some(before) = found.get_mut(known) {
                let calling = trades::is_calling(self.word(title.end - 1));
                before.doubtful &= before.span.of(self.text).ends_with("ed") || calling;
            }
            // Behind the "of" of "Prime Minister of Nordhavn" stands no person.
            (start, titled) = (title.end, self.units[title.end - 1].capital);
            if let Some(person) = self.behind_pageant(&title, run.end) {
                if !is_world(self.word(start)) {
                    self.push(start..person, false, found);
                }
                start = person;
            }
        }
        self.push(start..run.end, titled, found);
    }

    /// The first title in `run`, with the words that belong to it: "Chief Strategy Officer",
    /// "Secretary of State", "Head of National Security Policy".
    fn title(&self, run: Range<usize>) -> Option<Range<usize>> {
        let noun = run.clone().find(|at| self.is_title_at(*at, &run))?;
        let start = (run.start..noun).rev().take_while(|at| self.goes_before_title(*at, run.start)).last();
        // In "Department of Energy Deputy Secretary" the energy is the department's.
        // In "House Committee on Harbour Security Chairman" the security is the committee's.
        let start = start.map(|start| {
            match self.is_of_body(start, run.start) || self.is_of_committee(start, run.start) {
                true => (start..noun).find(|at| is_rank_of_office(self.word(*at))).unwrap_or(noun),
                false => start,
            }
        });
        // "Chief AI Officer", "Chief People Officer".
        let chief = self.word(noun) == "Chief" && self.word(noun + 2) == "Officer";
        let mut end = if chief && noun + 2 < run.end { noun + 3 } else { noun + 1 };
        while end < run.end && self.is_title_at(end, &run) {
            end += 1;
            // "MD & CEO".
            end += usize::from(end + 1 < run.end && self.word(end) == "&" && self.is_title_at(end + 1, &run));
        }
        end = self.end_of_title(end, run.end);
        let office = end - 1;
        let small = (end..run.end).take_while(|at| !self.units[*at].capital).count();
        // Not in "President von der Leyen".
        if small > 0 && !lexicon::is_particle(self.word(end)) {
            end += small;
            // "Secretary of State for Science and Innovation", "Under Secretary of Defense for Policy".
            if self.word(end + 1) == "for" && self.has_portfolio(end) {
                end += 2;
            }
            let fields = self.fields(end, run.end);
            // "Minister of Finance Kim" and "Secretary of State"; not "Director of National Intelligence".
            if self.is_holder(office, fields..run.end) {
                end = fields;
            } else if self.is_ministry(start.unwrap_or(noun)..noun, end..run.end)
                && !self.holds_particle(end..run.end)
            {
                end = run.end;
            } else if fields == run.end
                || self.word(end) == "State"
                || self.is_person(fields..run.end)
                || has_care(self.word(noun)) && fields > end && self.may_be_named(fields..run.end)
            {
                end = fields;
            } else if let Some(person) = self.behind_portfolio(office, end..run.end) {
                end = person;
            } else if let Some(given) =
                (end + 1..run.end - 1).find(|at| self.begins_person(*at) && self.units[at + 1].capital)
            {
                // "Minister of Ocean Policy Ana Lund", "Minister of Ocean Policy T. P. Suresh Lund".
                end = given - (end + 1..given).rev().take_while(|at| is_initial(self.word(*at))).count();
            }
        }
        Some(start.unwrap_or(noun)..end)
    }

    /// True when the word `at` belongs to the title behind it: "Chief" does; "Group" does not where it ends
    /// a name, as in "Samsung Group Chairman".
    fn goes_before_title(&self, at: usize, start: usize) -> bool {
        // In "Hapsel Financial Group Chairman" both words before the title end the name.
        let scope = || self.is(at - 1, Traits::TITLE_MODIFIER) && !self.is(at - 1, Traits::BODY);
        // "Saudi Energy Minister" has the care of energy.
        let cabinet = |at: usize| self.word(at) == "Cabinet" && self.word(at + 1) == "Secretary";
        let office = |at: usize| matches!(self.word(at), "Minister" | "Ministers");
        let second = || self.is(at + 1, Traits::TITLE_MODIFIER) && office(at + 2);
        let minister = || office(at + 1) || second() || cabinet(at + 1);
        let ends_name = || at > start && self.is(at, Traits::BODY) && !scope() && !minister() && !cabinet(at);
        // "Science and ICT Minister": what stands before is a field, too. "Fisheries Minister".
        let listed = |at: usize| title_words::is_field(self.word(at)) || is_abstract(self.word(at));
        // "Water Resources Minister", "Humanitarian Aid Commissioner"; but the Harbour Commission has a commissioner, too.
        let care =
            |at: usize| office(at) || self.word(at) == "Commissioner" && !self.is(at - 1, Traits::BODY);
        let field = || {
            let second = at == start && (self.units[at].acronym || minister()) && self.ends_fields(at);
            let cared = || care(at + 1) || listed(at + 1) && care(at + 2);
            second || listed(at) && (minister() || cared())
        };
        // "Social Democrat Una Lund"; the Social Democrats are a party.
        let party = || {
            self.word(at + 1) == "Democrat"
                && matches!(self.word(at), "Christian" | "Free" | "Liberal" | "Social")
                || at == start && title_words::is_of_party(self.word(at), self.word(at + 1))
        };
        self.is(at, Traits::TITLE_MODIFIER) && !ends_name()
            || field()
            || party()
            || title_words::is_pair_of_office(self.word(at), self.word(at + 1))
            || self.goes_before_style(at)
            || self.is_care(at, start)
    }

    /// True when the word `at` of a run is a title: not in "General Motors", "Stephen King", "King County",
    /// "Office of the President", "Kansas City Chiefs".
    pub(super) fn is_title_at(&self, at: usize, run: &Range<usize>) -> bool {
        if self.units[at].starts && at == run.start && self.is_calling(at, run)
            || self.is_called_behind(at, run)
        {
            return true;
        }
        // Most words are neither.
        if !self.is(at, Traits::TITLE.or(Traits::PART_OF_TITLE).or(Traits::DEMONYM)) {
            return false;
        }
        if at > run.start && title_words::is_office_of_two(self.word(at - 1), self.word(at)) {
            return self.is_title_at(at - 1, run);
        }
        if !self.is(at, Traits::TITLE) || self.is_hour(at, run) {
            return self.is_of_two(at, run)
                || self.is_detective(at)
                || self.is_title_before_person(at, run)
                || self.is_style(at, run);
        }
        if self.is_middle_name(at, run) || self.units[at].possessive && self.possessive_in_name(at) {
            return false;
        }
        let next = if at + 1 < run.end { self.word(at + 1) } else { "" };
        // "King & Wood" is a firm, the "HMS Queen Elizabeth" a ship, and the "King's Own" a regiment.
        if next == "Own"
            || next == "&" && !self.is(at + 2, Traits::TITLE)
            || at > run.start && is_ship(self.word(at - 1))
        {
            return false;
        }
        let inside = at > run.start && (!self.units[at - 1].capital || self.ends_office_of(at, run));
        let ends = || next.is_empty() && !self.precedes_known(at, run) || is_suffix(next);
        // "King County", but "Singer Park Ji-hoon" and "Democrat Bill Lund".
        let place = || {
            let noun = || self.is(at + 2, Traits::BODY.or(Traits::LANDMARK));
            let given = || self.is(at + 1, Traits::GIVEN_NAME) && !noun();
            let named = at + 2 < run.end && (lexicon::is_family_name_too(next) || given());
            self.is(at + 1, Traits::LANDMARK) && !named
        };
        let surname = self.is(at, Traits::SURNAME_TOO) && (ends() || place());
        let team = self.word(at).ends_with('s')
            && next.is_empty()
            && at > run.start
            && !self.is(at - 1, Traits::DEMONYM)
            && !self.goes_before_title(at - 1, run.start);
        // "Council of Science Ministers".
        let members = || self.word(at).ends_with('s') && self.body_of(run).is_some_and(|body| body < at);
        // "Madame de Staël" is called so.
        let lady = self.word(at) == "Madame" && lexicon::is_particle(next);
        // "Joseph Cardinal Holm" has the title in the middle.
        let cardinal = self.word(at) == "Cardinal" && at > run.start && self.is(at - 1, Traits::GIVEN_NAME);
        // The "Prince of Nordhavn" is called so, but a crown prince waits for an office.
        let crown = || at > run.start && self.word(at - 1) == "Crown";
        let realm = self.is(at, Traits::RANK) && next == "of" && !crown() || lady || cardinal;
        // "Health Service Executive", "Safety Executive".
        let body = |before: usize| self.is(before, Traits::BODY) || self.is_executive(at);
        // Nobody is "the Executive Lund".
        let named = at == run.start && self.word(at) == "Executive" && at + 2 == run.end;
        let branch = named && at > 0 && matches!(self.word(at - 1), "the" | "The");
        let executive = || self.word(at) == "Executive" && next.is_empty() && at > run.start && body(at - 1);
        // Dame Louise Penn, but Notre Dame.
        let behind_name = title_words::ends_name_too(self.word(at))
            && at > run.start
            && !self.is(at - 1, Traits::TITLE.or(Traits::TITLE_MODIFIER));
        if inside
            || branch
            || surname
            || team
            || realm
            || behind_name
            || executive()
            || next.is_empty() && members()
        {
            return false;
        }
        let end = self.end_before_office(at, run);
        let (last, rest) = (end - 1, end - at - 1);
        // "Dr. Hye-jin Park" and "Senator Anna Hill" are no parks and hills.
        let person = || {
            let courtesy = title_words::is_courtesy(self.word(at));
            // "Sen." and "Capt." stand before persons alone.
            let short = self.word(at).ends_with('.');
            courtesy || short || self.is(at + 1, Traits::GIVEN_NAME) || is_hyphenated_given_name(next)
        };
        // "Rep. Joe Church" is no church, but there is a King Charles Hospital.
        let surname = || {
            let given = rest == 2 && self.is(at + 1, Traits::GIVEN_NAME);
            given && lexicon::is_family_name_too(self.word(last)) && !self.is(at, Traits::RANK)
        };
        let body = rest > 0 && self.is(last, Traits::BODY) && !surname()
            || rest > 1 && (self.is(last, Traits::LANDMARK) && !person() || self.is_royal_body(at, run));
        let general = || next == "General" && at + 2 < run.end && self.word(at + 2) == "of";
        let office = next == "of" || general() || next == "for" && self.has_portfolio(at);
        !(rest > 0 && self.is(at + 1, Traits::BODY.or(Traits::TAKES_ON)) || body) || office
    }

    /// Adds the name in `part`, if it is one.
    fn push(&self, part: Range<usize>, titled: bool, found: &mut Vec<RawCandidate>) {
        let part = self.trimmed(part, titled);
        if part.is_empty() || !self.is_name(&part, titled) {
            return;
        }
        let (first, last) = (self.units[part.start], self.units[part.end - 1]);
        let opens = first.starts && !titled;
        let word = self.word(part.start);
        let plain = || !first.acronym && !word.chars().skip(1).any(char::is_uppercase);
        let span = Span::new(first.span.start, last.span.end);
        // The "Holdings Inc." behind a known company is no name of its own.
        let behind_known = || first.join == Join::Space && part.start > 0 && self.is_taken(part.start - 1);
        let legal_form = part.clone().all(|at| self.is(at, Traits::COMPANY_SUFFIX));
        if is_part_of_hangul(self.text, span) || legal_form && behind_known() {
            return;
        }
        // "Park" is nobody's name where the article knows no Park.
        let noun = || !titled && self.is(part.start, Traits::BODY.or(Traits::LANDMARK).or(Traits::DEMONYM));
        let one_word = part.len() == 1 && plain();
        let sure = || self.says(&part) || self.is_aged(part.end) || is_land(word);
        let doubtful = one_word && (noun() || opens && !sure());
        let name = RawCandidate::new(span, self.text, self.kind(&part, titled), doubtful);
        let led =
            self.with_opener(part.start).map_or(name.led, |start| fold_key(&self.text[start..span.end]));
        found.push(RawCandidate { begins_sentence: opens && part.len() > 1, led, ..name });
    }
}

/// The names of a text that is read without a catalog, those of persons with an asterisk.
#[cfg(test)]
pub(super) fn names_in(text: &str) -> String {
    use crate::text::{Blocks, Format, State};
    let block = Blocks::new(text, Format::Plain, State::default()).next().unwrap();
    let prose = Prose::read(text, &block, Format::Plain);
    let names = candidates(&prose, &[], &[]).into_iter().filter(|name| !name.doubtful);
    let shown = names.map(|name| {
        let person = if name.kind == Some(crate::catalog::Kind::Person) { "*" } else { "" };
        format!("{}{person}", name.span.of(text))
    });
    shown.collect::<Vec<_>>().join(", ")
}
