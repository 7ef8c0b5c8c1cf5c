//! Makes up names.

use super::random::Random;
use super::words;
use super::world::{Entity, Kind};

/// The parts that names are put together from.
pub(super) struct Naming {
    given: Vec<&'static str>,
    stems: Vec<&'static str>,
    families: Vec<&'static str>,
    towns: Vec<&'static str>,
    town_firsts: Vec<&'static str>,
    brand: [Vec<&'static str>; 3],
    trades: Vec<&'static str>,
    fields: Vec<&'static str>,
    bodies: Vec<&'static str>,
    qualities: Vec<&'static str>,
    aims: Vec<&'static str>,
    programs: Vec<&'static str>,
    laws: Vec<&'static str>,
}

impl Naming {
    pub(super) fn new() -> Self {
        let split = |list: &'static str| list.split_whitespace().collect();
        Self {
            given: split(words::GIVEN),
            stems: split(words::STEMS),
            families: split(words::FAMILY_ENDINGS),
            towns: split(words::TOWN_ENDINGS),
            town_firsts: split(words::TOWN_FIRSTS),
            brand: [split(words::BRAND_FIRST), split(words::BRAND_MIDDLE), split(words::BRAND_LAST)],
            trades: split(words::TRADES),
            fields: split(words::FIELDS),
            bodies: split(words::BODIES),
            qualities: split(words::QUALITIES),
            aims: split(words::AIMS),
            programs: split(words::PROGRAMS),
            laws: split(words::LAWS),
        }
    }

    pub(super) fn person(&self, random: &mut Random) -> Entity {
        if random.below(8) == 0 {
            return korean(random);
        }
        let given = random.pick(&self.given);
        let family = [random.pick(&self.stems), random.pick(&self.families)].concat();
        let initial = (b'A' + random.below(26) as u8) as char;
        // Some have two families' names, which keeps the number of names open.
        let family = match random.below(5) {
            0 => format!("{family}-{}{}", random.pick(&self.stems), random.pick(&self.families)),
            _ => family,
        };
        let misspelt = misspelt(&family, random);
        let mut person = entity(Kind::Person, format!("{given} {family}"));
        person.alias = Some(format!("{given} {initial}. {family}"));
        person.variant = random.pick(&[true, false]).then(|| format!("{}. {family}", &given[..1]));
        person.avoid = Some(format!("{given} {misspelt}"));
        person.surname = family;
        person
    }

    pub(super) fn organization(&self, random: &mut Random) -> Entity {
        if random.below(2) == 0 {
            return self.firm(random);
        }
        let (quality, field) = (random.pick(&self.qualities), random.pick(&self.fields));
        let (more, body) = (random.pick(&self.fields), random.pick(&self.bodies));
        let town = self.town(random);
        let (name, avoid) = match random.below(4) {
            0 => (format!("{town} {body} for {field}"), format!("{town} {body} of {field}")),
            1 => (
                format!("{quality} {body} for {field} and {more}"),
                format!("{quality} {field} and {more} {body}"),
            ),
            2 => (
                format!("{town} Ministry of {field} and {more}"),
                format!("{town} Ministry for {field} and {more}"),
            ),
            _ => (
                format!("{quality} {field} {body} of {town}"),
                format!("{quality} {body} of {field} of {town}"),
            ),
        };
        let mut body = entity(Kind::Organization, name);
        body.the = true;
        body.acronym = Some(initials(&body.name));
        body.alias = Some(body.name.replacen(" and ", " & ", 1)).filter(|alias| *alias != body.name);
        body.avoid = Some(avoid);
        body
    }

    fn firm(&self, random: &mut Random) -> Entity {
        let brand: String = self.brand.iter().map(|part| random.pick(part)).collect();
        let town = self.town(random);
        let trade = random.pick(&self.trades);
        let name = match random.below(3) {
            0 => format!("{town} {brand} {trade}"),
            _ => format!("{brand} {trade}"),
        };
        let mut firm = entity(Kind::Organization, name);
        firm.short = Some(brand);
        firm.alias = Some(format!("{} Group", firm.name));
        firm.avoid = Some(firm.name.to_uppercase());
        firm
    }

    pub(super) fn place(&self, random: &mut Random) -> Entity {
        let town = self.town(random);
        let name = match random.below(3) {
            0 => town,
            1 => format!("{} {town}", random.pick(&self.town_firsts)),
            _ => format!("{town}-{}", self.town(random)),
        };
        let mut place = entity(Kind::Place, name);
        place.alias = Some(format!("City of {}", place.name));
        place.avoid = Some(misspelt(&place.name, random));
        place
    }

    pub(super) fn program(&self, random: &mut Random) -> Entity {
        let (quality, aim) = (random.pick(&self.qualities), random.pick(&self.aims));
        let (more, last) = (random.pick(&self.aims), random.pick(&self.programs));
        let mut program = entity(Kind::Program, format!("{quality} {aim} {more} {last}"));
        program.the = true;
        program.acronym = Some(initials(&program.name));
        program.short = Some(format!("{aim} {more} {last}"));
        program
    }

    pub(super) fn law(&self, random: &mut Random) -> Entity {
        let (quality, aim) = (random.pick(&self.qualities), random.pick(&self.aims));
        let (field, last) = (random.pick(&self.fields), random.pick(&self.laws));
        let mut law = entity(Kind::Law, format!("{quality} {aim} and {field} {last}"));
        law.the = true;
        law.alias = Some(format!("{quality} {aim} & {field} {last}"));
        law.avoid = Some(format!("{quality} {field} and {aim} {last}"));
        law
    }

    pub(super) fn product(&self, random: &mut Random) -> Entity {
        let brand: String = self.brand.iter().rev().map(|part| random.pick(part)).collect();
        let brand = brand[..1].to_uppercase() + &brand[1..].to_lowercase();
        let number = 2 + random.below(97);
        let mut product = entity(Kind::Product, format!("{brand} {number}"));
        product.variant = Some(format!("{brand}-{number}"));
        product.avoid = Some(format!("{brand}{number}"));
        product
    }

    fn town(&self, random: &mut Random) -> String {
        [random.pick(&self.stems), random.pick(&self.towns)].concat()
    }
}

fn korean(random: &mut Random) -> Entity {
    let (family, native) = random.pick(words::KOREAN_FAMILIES);
    let (first, first_native) = random.pick(words::KOREAN_SYLLABLES);
    let (last, last_native) = random.pick(words::KOREAN_SYLLABLES);
    let given = first[..1].to_uppercase() + &first[1..];
    let mut person = entity(Kind::Person, format!("{family} {given}-{last}"));
    person.variant = Some(format!("{family} {given}{last}"));
    person.native = Some([native, first_native, last_native].concat());
    person.alias = Some(format!("{given}-{last} {family}"));
    person.surname = family.to_owned();
    person.family_first = true;
    person
}

fn entity(kind: Kind, name: String) -> Entity {
    let id = name.to_lowercase().replace(' ', "-");
    Entity {
        id,
        kind,
        name,
        the: false,
        acronym: None,
        alias: None,
        short: None,
        native: None,
        variant: None,
        avoid: None,
        surname: String::new(),
        family_first: false,
    }
}

/// The first letters of the words with a capital.
fn initials(name: &str) -> String {
    name.split([' ', '-']).filter_map(|word| word.chars().next().filter(|c| c.is_uppercase())).collect()
}

/// A name with one of its inner letters doubled.
fn misspelt(name: &str, random: &mut Random) -> String {
    let at = 1 + random.below(name.len() - 2);
    let letter = &name[at..=at];
    let letter = if letter.chars().all(char::is_lowercase) { letter } else { "e" };
    [&name[..at], letter, &name[at..]].concat()
}
