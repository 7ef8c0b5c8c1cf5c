//! What a name of several words tells by itself: by which shorter names it may be called.

use super::firm::company;
use super::korean_title::hangul_family_name;
use super::lands::is_land;
use super::lexicon;
use super::marks::{spelled_out, without_marks};
use super::person::{
    child_and_father, double_family_name, family_before_particle, from_irish_prefix, from_particle,
    inner_names, is_fathers, is_generation, may_be_person, middle_name, monarch, name_parts, nickname,
    two_given, with_particles, without_article, without_second,
};
use super::plausible::is_ship;
use super::same_person::formal_names;
use super::unit::is_initial;
use crate::catalog::{FamilyName, Kind, is_korean_name};
use crate::text::fold_key;
use std::sync::OnceLock;

/// Fewer first letters than these fit too many names by chance.
const FEWEST_INITIALS: usize = 3;

/// What a name tells by itself. Texts are told by the keys of what they fold to.
#[derive(Debug)]
pub(super) struct Parts {
    /// What the article shows it to be.
    kind: Option<Kind>,
    /// The name without hyphens, "&" and accents, that of a body without the stop of "Inc.".
    pub(super) spaced: u64,
    /// The other ways to write it without accents.
    pub(super) spelled_out: Vec<u64>,
    pub(super) bearer: Bearer,
}

/// Whose it may be.
#[derive(Debug)]
pub(super) enum Bearer {
    Person(PersonParts),
    Body {
        /// Of a company's name with a legal form the first word, "Toyota" of "Toyota Motor Corp.", …
        first: Option<u64>,
        /// … and all but that form, where it has several words: "Toyota Motor".
        bare: Option<u64>,
        /// True for the words of a ship's name, which is often called as a town is.
        ship: bool,
        /// Its first letters, without and with the "of" in it, and with all letters of a country in front, where they are enough
        /// to tell it.
        initials: [Option<u64>; 3],
        /// The same without the letters of a country in front, where these stand there.
        own_initials: [Option<u64>; 2],
    },
}

/// The parts of a person's full name.
#[derive(Debug, Default)]
pub(super) struct PersonParts {
    /// True for a son whom "Jr." sets beside his father.
    pub(super) generation: bool,
    /// The given and the family name.
    pub(super) both: Option<(u64, u64)>,
    /// True where a father's name stands between the two: it is the middle one.
    pub(super) child: bool,
    /// The one word between the two, if it is a name.
    pub(super) middle: Option<u64>,
    /// All that may stand for the family name.
    pub(super) families: Vec<u64>,
    /// The given name.
    pub(super) given: Option<u64>,
    /// The first two words of three or more: two given names, or one with the first of two family names.
    pub(super) two_given: Option<u64>,
    /// The father's name, which others call nobody by: "Salman" of "Mohammed bin Salman".
    pub(super) father: Option<u64>,
    /// The words between the first and the last.
    pub(super) inner: Vec<u64>,
    /// The whole name with an initial for the middle one: "Grace W. Kamau".
    pub(super) initialled: Option<u64>,
    /// The nickname with the family name, "Peg Lund" of "Ana Sol “Peg” Lund".
    pub(super) nicknamed: Option<u64>,
    /// The last two words of three, where they may be a name by themselves.
    pub(super) double: Option<u64>,
    /// The keys of what the given name is short for, each with the family name's.
    pub(super) formal: Vec<u64>,
    /// The given name in quotation marks: "Mike" of "Ole “Mike” Lund".
    pub(super) nickname: Option<u64>,
    /// The first of two family names, "Puente" of "Leopoldo Puente Marín", or a nickname that is no given name.
    pub(super) first_family: Option<u64>,
}

impl Parts {
    /// The parts of `text`, which the article shows to be of `kind`.
    pub(super) fn of(text: &str, kind: Option<Kind>) -> Self {
        let bearer = if may_be_person(text, kind) {
            Bearer::Person(PersonParts::of(text, None))
        } else {
            let firm = company(text);
            let bare = firm.map(|firm| firm.bare).filter(|bare| bare.contains(char::is_whitespace));
            let first = firm.and_then(|firm| firm.first);
            let ship = firm.is_none();
            let [first, bare] = if ship { names_of_ship(text) } else { [first, bare] };
            let (first, bare) = (first.map(fold_key), bare.map(fold_key));
            let country = |letters: &str| {
                matches!(letters, "EU" | "UK" | "UN" | "US" | "E.U." | "U.K." | "U.N." | "U.S.")
            };
            let own = text.split_once(' ').filter(|(letters, _)| country(letters));
            let letters = |name: &str| [false, true].map(|of| initials("", name, of));
            let own_initials = own.map_or([None; 2], |(_, own)| letters(own));
            let [plain, with_of] = letters(text);
            // The USA is no US Army.
            let several = own.filter(|(_, own)| own.contains(' '));
            let whole = several.and_then(|(country, own)| initials(country, own, false));
            Bearer::Body { first, ship, bare, initials: [plain, with_of, whole], own_initials }
        };
        // "Hapsel Inc." ends a sentence without its stop.
        let plain = match &bearer {
            Bearer::Person(_) => text,
            Bearer::Body { .. } => text.strip_suffix('.').unwrap_or(text),
        };
        let spaced = without_marks(plain).map_or_else(|| fold_key(plain), |spaced| fold_key(&spaced));
        let spelled_out = spelled_out(text).map(|way| fold_key(&way)).collect();
        Self { kind, spaced, spelled_out, bearer }
    }

    /// The name in all ways to write it without marks.
    pub(super) fn spellings(&self) -> impl Iterator<Item = u64> {
        std::iter::once(self.spaced).chain(self.spelled_out.iter().copied())
    }
}

/// How a ship is called for short: in one word, the "Holm" of "USS Holm" and "USS Ana P. Holm", and in several, "Ana P. Holm". What
/// is called as a land is stands for the land.
fn names_of_ship(text: &str) -> [Option<&str>; 2] {
    let Some((_, name)) = text.split_once(' ').filter(|(letters, _)| is_ship(letters)) else {
        return [None; 2];
    };
    let Some((before, last)) = name.rsplit_once(' ') else {
        return [Some(name).filter(|n| !is_land(n)), None];
    };
    let person = before.rsplit(' ').next().is_some_and(is_initial);
    [Some(last).filter(|last| person && !is_land(last)), Some(name)]
}

/// The first letters of a body's name behind all letters of a `country`, as in USGS; with the "of" in it where `of`, as in BOJ.
fn initials(country: &str, text: &str, of: bool) -> Option<u64> {
    if of && !text.contains(" of ") {
        return None;
    }
    let words = text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric));
    let letter = |word: &str| if of && word == "of" { Some('O') } else { word.chars().next() };
    let letters: String =
        country.chars().chain(words.filter_map(letter)).filter(|c| c.is_uppercase()).collect();
    (letters.chars().count() >= FEWEST_INITIALS).then(|| fold_key(&letters))
}

impl PersonParts {
    /// The parts of a full name whose family name stands where `order` says, if the catalog says so.
    pub(super) fn of(text: &str, order: Option<FamilyName>) -> Self {
        let mut parts = Self { generation: text.split(' ').any(is_generation), ..Self::default() };
        let both = name_parts(text, order);
        parts.both = both.map(|(given, family)| (fold_key(given), fold_key(family)));
        if let Some(family) = hangul_family_name(text) {
            parts.families.push(fold_key(family));
            return parts;
        }
        // "Leo XIV" is Leo for short.
        if let Some(own) = monarch(text) {
            parts.given = Some(fold_key(own));
            return parts;
        }
        let (Some((given, family)), Some((given_key, family_key))) = (both, parts.both) else { return parts };
        let two = text.len() == given.len() + 1 + family.len();
        match is_fathers(text, family) {
            true => parts.father = Some(family_key),
            false => parts.families.push(family_key),
        }
        // Of "Kim Hyun" and "Wang Yi" either may be the family name, and of "Goh Hol Vik".
        let three = || text.split(' ').count() == 3 && lexicon::is_chinese_surname(given);
        if order.is_none()
            && (lexicon::is_korean_surname(given) || lexicon::is_chinese_surname(given))
            && (two || three() || is_korean_name(text))
        {
            parts.families.push(given_key);
        }
        let unmarked = without_marks(family).into_iter().chain(spelled_out(family));
        parts.families.extend(unmarked.map(|spaced| fold_key(&spaced)));
        parts.families.extend(without_article(family).map(fold_key));
        parts.given = Some(given_key);
        parts.formal = formal_names(given).map(|long| fold_key(long).rotate_left(1) ^ family_key).collect();
        // Most names are two words, and all else is told by a third one or by a particle.
        if two && !lexicon::is_particle(given) && !lexicon::is_particle(family) {
            return parts;
        }
        let double = double_family_name(text).filter(|double| double.ends_with(family));
        let double_unmarked = double.and_then(without_marks);
        parts.double = double.map(fold_key);
        parts.families.extend(parts.double);
        parts.families.extend(double_unmarked.map(|spaced| fold_key(&spaced)));
        // Without an accent it is as likely a middle name, as others have for a family name: Earl Warren Burger.
        let first = double.filter(|_| !text.is_ascii()).and_then(|double| double.split(' ').next());
        parts.nicknamed = nickname(text).map(|nickname| fold_key(&format!("{nickname} {family}")));
        let (name, other) = match nickname(text) {
            Some(nickname) if lexicon::is_given_name(nickname) => (Some(nickname), None),
            other => (None, other),
        };
        parts.nickname = name.map(fold_key);
        parts.first_family = other.or(first).map(fold_key);
        let tail = from_particle(text);
        let before = tail.and_then(|tail| family_before_particle(text, tail));
        parts.families.extend(before.iter().flat_map(|(double, first)| [fold_key(double), fold_key(first)]));
        let short = tail.and_then(without_second).into_iter().flat_map(|short| {
            // "Peña de la Cruz" of "Rodrigo Peña de la Cruz Sanz".
            let long =
                before.map(|(double, _)| &double[..double.len() - (tail.map_or(0, str::len) - short.len())]);
            [Some(short), long]
        });
        parts.families.extend(short.flatten().map(fold_key));
        parts.families.extend(from_irish_prefix(text).map(fold_key));
        let whole = with_particles(text, family);
        // "De Holm Lund" is Jonas de Holm Lund, and "Holm Jr." the son alone.
        let son = parts.generation.then(|| &text[family.as_ptr() as usize - text.as_ptr() as usize..]);
        let more = [Some(whole), tail, son].into_iter().flatten().filter(|more| *more != family);
        parts.families.extend(more.map(fold_key));
        let plain = son.filter(|son| son.contains(',')).map(|son| son.replace(',', ""));
        parts.families.extend(plain.map(|son| fold_key(&son)));
        parts.two_given = two_given(text).map(fold_key);
        parts.inner = inner_names(text).map(fold_key).collect();
        let middle = middle_name(text, given, family);
        parts.middle = middle.map(fold_key);
        let initial = middle.and_then(|middle| middle.chars().next());
        parts.initialled = initial.map(|initial| fold_key(&format!("{given} {initial}. {family}")));
        if let Some((father, both)) = child_and_father(text) {
            (parts.child, parts.middle) = (true, Some(fold_key(father)));
            parts.two_given = Some(fold_key(both));
        }
        parts
    }
}

/// The parts of a name, once they were asked for: an edit leaves most names of an article as they are.
#[derive(Debug, Default)]
pub(super) struct Memory(OnceLock<Box<Parts>>);

impl Memory {
    /// What `then` makes of the parts of `text`, whose memory it is.
    pub(super) fn recall<T>(&self, text: &str, kind: Option<Kind>, then: impl FnOnce(&Parts) -> T) -> T {
        let known = self.0.get_or_init(|| Box::new(Parts::of(text, kind)));
        if known.kind == kind { then(known) } else { then(&Parts::of(text, kind)) }
    }
}

/// A copy remembers nothing.
impl Clone for Memory {
    fn clone(&self) -> Self {
        Self::default()
    }
}
