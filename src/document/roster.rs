//! The names of an article: who is called what.

use super::bearers::Bearers;
use super::expansion::RawExpansion;
use super::lexicon;
use super::owners::{Owners, add_initials, add_owner, only};
use super::parts::{Bearer, Parts, PersonParts};
use super::raw_candidate::RawCandidate;
use super::shape::Shape;
use super::titles::Titles;
use crate::catalog::{FamilyName, Kind};
use crate::text::fold_key;
use rustc_hash::{FxHashMap, FxHashSet};

/// The name-like spans of one block.
#[derive(Clone, Copy, Debug)]
pub(super) struct BlockNames<'a> {
    /// The block's text, into which the spans point.
    pub(super) text: &'a str,
    /// Its name-like spans, in order.
    pub(super) names: &'a [RawCandidate],
    /// Its acronyms with their long forms.
    pub(super) expansions: &'a [RawExpansion],
    /// True for a headline in Title Case: a capital there is no sign of a name, so only names that stand in
    /// the article's other blocks are names.
    pub(super) title_case: bool,
    /// True for a note of correction, which repeats what was wrong: a name there is nobody's full name.
    pub(super) correction: bool,
    /// True for a headline, a subhead and what is no running text: they call by short names whom the text has yet to name.
    pub(super) heads: bool,
}

/// A person whom the catalog knows and the article names in full: surnames may stand for them.
#[derive(Clone, Debug)]
pub(super) struct KnownPerson<'a> {
    /// The full names that the article writes, right or not.
    pub(super) names: Vec<&'a str>,
    /// Which part of it is the family name, where the catalog says so.
    pub(super) family_name: Option<FamilyName>,
    /// Where the article names the person in full, in text order: the block, by place, and the byte from its start.
    pub(super) places: Vec<(usize, usize)>,
    /// The titles beside these names.
    pub(super) titles: Vec<Titles>,
}

/// Whom a span names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Owner {
    /// A name outside the catalog: equal numbers, equal name.
    New(u32),
    /// One of the known persons given, by place.
    Known(u32),
}

/// The names of an article, each by the key of its folded text.
#[derive(Default)]
pub(super) struct Roster {
    pub(super) by_text: FxHashMap<u64, Owner>,
    /// The owners of new names with hyphens or "&", by the name without these marks.
    pub(super) by_spaced: FxHashMap<u64, Owner>,
    /// The owners of new bodies, by the first letters of their names; `None` where they are several.
    pub(super) by_initials: FxHashMap<u64, Option<Owner>>,
    /// The same for those whose names begin with the letters of a country, without these.
    pub(super) by_own_initials: FxHashMap<u64, Option<Owner>>,
    /// The owners of full names of persons by family name, and by given name.
    pub(super) by_family: FxHashMap<u64, Owners>,
    pub(super) by_given: FxHashMap<u64, Owners>,
    /// The owners of full names of persons by what may be the first of two family names, or by a nickname.
    pub(super) by_first_family: FxHashMap<u64, Owners>,
    /// The owners of words between the given and the last name, and of their fathers' names.
    pub(super) by_inner: FxHashMap<u64, Owners>,
    pub(super) by_father: FxHashMap<u64, Owners>,
    /// The owners of names that may be no persons', by their first word.
    pub(super) by_beginning: FxHashMap<u64, Owners>,
    /// Words that stand alone before a name that ends in them, and may be no person's.
    pub(super) passed: FxHashSet<u64>,
    /// The owners of full names by the family name together with what a short given name is short for; `None` where they are several.
    pub(super) by_formal: FxHashMap<u64, Option<Owner>>,
    /// The names of those who are introduced as somebody's kin, and who they are.
    pub(super) kin: FxHashSet<u64>,
    pub(super) kin_owners: FxHashSet<Owner>,
    /// The middle names of persons.
    pub(super) middles: FxHashMap<Owner, u64>,
    /// The owners of companies' names by their first word: "Toyota" of "Toyota Motor Corp.".
    pub(super) by_company: FxHashMap<u64, Owners>,
    /// Those of these words that are ships' names.
    pub(super) ships: FxHashSet<u64>,
    /// Those of them that the article calls so before it names a person of that family name.
    pub(super) firms: FxHashMap<u64, Owner>,
    /// The owners of letters that are no part of a name that is spelled alike: "EU" beside Pak Eu.
    pub(super) by_capitals: FxHashMap<u64, Owner>,
    /// The owners of single words that datelines have for places.
    pub(super) by_place: FxHashMap<u64, Owner>,
    /// The one number of each body that is one of several: "4th Vinter Division"; `None` where they are told apart.
    pub(super) numbers: FxHashMap<u64, Option<u64>>,
    /// Whether a rank with a surname, "DS Holm", stands for somebody named in full before it.
    pub(super) ranked: FxHashMap<u64, bool>,
    /// Names of headlines whose first word is no part of them.
    pub(super) openers: FxHashSet<u64>,
    /// Names of two words with which headlines begin.
    pub(super) headed: FxHashSet<u64>,
    /// Names that stand where no sentence begins, or show that no other word begins them.
    pub(super) inside: FxHashSet<u64>,
    /// Where each single word stands first in the running text: the block, by place, and the byte from its start.
    pub(super) alone: FxHashMap<u64, (usize, usize)>,
    /// What names of several words are, where any of their places shows it.
    pub(super) kinds: FxHashMap<u64, Kind>,
    /// No name has more words: no headline is searched for longer ones.
    pub(super) longest: u16,
    /// Who holds which titles.
    pub(super) bearers: Bearers,
    count: u32,
}

/// Whether a full name is a person's.
#[derive(Clone, Copy)]
pub(super) enum Bearing {
    /// The article or the catalog shows it.
    Sure,
    /// Nothing does; the name stands at this block and byte.
    Doubtful((usize, usize)),
}

impl Roster {
    /// Reads the names of all blocks but title-case headlines, and whom they belong to.
    pub(super) fn gather(blocks: &[BlockNames], known: &[KnownPerson]) -> Self {
        let mut names = Self { longest: 1, ..Self::default() };
        let all = blocks.iter().map(|b| b.names.len()).sum();
        // Most names stand in it more than once, and some in two ways.
        names.by_text.reserve(all);
        names.inside.reserve(all / 2);
        names.kinds.reserve(all / 2);
        names.alone.reserve(all / 4);
        names.by_family.reserve(all / 4);
        names.by_spaced.reserve(all / 4);
        for (at, person) in known.iter().enumerate() {
            let owner = Owner::Known(at as u32);
            for name in &person.names {
                names.longest = names.longest.max(Shape::of(name).words);
                names.by_text.insert(fold_key(name), owner);
                names.add_person(&PersonParts::of(name, person.family_name), Bearing::Sure, owner);
            }
        }
        let body = || {
            let blocks = blocks.iter().enumerate().filter(|(_, b)| !b.title_case);
            blocks.flat_map(|(at, block)| block.names.iter().map(move |name| (at, block, name)))
        };
        for (at, block, name) in body() {
            if name.shape.words == 1 && !block.heads {
                names.alone.entry(name.key).or_insert((at, name.span.start));
            }
            // "Ana Lund" begins with no other word, wherever it stands.
            let person = name.kind == Some(Kind::Person) && name.shape.words == 2;
            if !name.doubtful && (!name.begins_sentence || person) {
                names.inside.insert(name.key);
            }
            if name.begins_headline && name.shape.words == 2 {
                names.headed.insert(name.key);
            }
            if let Some(kind) = name.kind {
                let known = names.kinds.entry(name.key).or_insert(kind);
                // "Banks said so" is told by "Mr Banks".
                if kind == Kind::Person && *known == Kind::Organization && name.shape.words == 1 {
                    *known = kind;
                }
            }
            if name.kin {
                names.kin.insert(name.key);
            }
            if name.numbered != 0 {
                let number = names.numbers.entry(name.key).or_insert(Some(name.numbered));
                *number = number.filter(|other| *other == name.numbered);
            }
        }
        names.add_aliases(blocks);
        let full = || body().filter(|(_, block, name)| name.shape.words > 1 && !block.correction);
        // Whose names headlines shorten, the text below them tells, and whose family name "Van Dahl" may be.
        let late = |(_, block, name): &(usize, &BlockNames, &RawCandidate)| {
            name.begins_headline
                || name.shape.words < 4 && lexicon::begins_with_particle(name.span.of(block.text))
        };
        for (at, block, name) in full().filter(|name| !late(name)) {
            names.add_full(at, block.text, name);
        }
        // A verb may end a name in a headline: "Tarrel Lund Quits" is no other Tarrel.
        let beginnings = std::mem::take(&mut names.by_beginning);
        for (at, block, name) in full().filter(late) {
            names.note_opener(block.text, name);
            names.add_full(at, block.text, name);
        }
        names.by_beginning = beginnings;
        names.note_places(blocks);
        names.note_namesake_places(blocks, known);
        names.add_acronyms(blocks);
        names.add_plural_letters(blocks);
        names.add_initials(blocks);
        names.add_marked(blocks);
        names.add_lettered(blocks);
        names.note_kin_owners();
        names.note_firms(blocks, known);
        names.note_bearers(blocks, known);
        names.note_ranks(blocks, known);
        names.note_misspelt(blocks);
        names
    }

    /// Adds a name of several words.
    pub(super) fn add_full(&mut self, block: usize, text: &str, name: &RawCandidate) {
        self.longest = self.longest.max(name.shape.words);
        let written = self.without_opener(text, name);
        let own = written.span == name.span;
        let place = (block, written.span.start);
        self.add(written.span.of(text), written.key, place, |text, kind, then| match own {
            true => name.parts.recall(text, kind, then),
            false => then(&Parts::of(text, kind)),
        });
    }

    /// Gives each acronym that the article writes out, always as the same name, to the owner of that name.
    fn add_acronyms(&mut self, blocks: &[BlockNames]) {
        let mut long_forms: FxHashMap<u64, Option<Owner>> = FxHashMap::default();
        for (block, pair) in blocks.iter().flat_map(|b| b.expansions.iter().map(move |e| (b, e))) {
            self.longest = self.longest.max(Shape::of(pair.short.of(block.text)).words);
            let owner = self.by_text.get(&fold_key(pair.long.of(block.text))).copied();
            let owner = owner.or_else(|| self.enclosing(block, pair));
            let of_short = long_forms.entry(fold_key(pair.short.of(block.text))).or_insert(owner);
            *of_short = of_short.filter(|o| Some(*o) == owner);
        }
        for (short, owner) in long_forms {
            if let Some(owner) = owner {
                // An acronym of two words, "Africa CDC", was taken for a name of its own.
                let known = self.by_text.entry(short).or_insert(owner);
                if matches!(known, Owner::New(_)) {
                    *known = owner;
                }
            }
        }
    }

    /// Adds a name of several words, whose parts `recall` tells.
    fn add(
        &mut self,
        text: &str,
        key: u64,
        place: (usize, usize),
        recall: impl FnOnce(&str, Option<Kind>, &mut dyn FnMut(&Parts)),
    ) {
        // "Van Halen" behind "Eddie Van Halen" is no full name.
        let known = |names: &Self| {
            let same = [&names.by_family, &names.by_given].iter().any(|owners| owners.contains_key(&key));
            names.by_text.contains_key(&key) || same
        };
        if known(self) || !text.contains(char::is_whitespace) {
            return;
        }
        let kind = self.kind_of(text, key);
        recall(text, kind, &mut |parts| {
            let bearing = match kind.is_some() || self.is_bearer(parts) {
                true => Bearing::Sure,
                false => Bearing::Doubtful(place),
            };
            self.add_parts(key, parts, bearing);
        });
    }

    /// True where some place shows that the family name alone is a person's: "MacAulay, 71,".
    fn is_bearer(&self, parts: &Parts) -> bool {
        let person = |family: &u64| self.kinds.get(family) == Some(&Kind::Person);
        matches!(&parts.bearer, Bearer::Person(bearer) if bearer.families.iter().any(person))
    }

    /// Adds the name `key` with its parts.
    fn add_parts(&mut self, key: u64, parts: &Parts, bearing: Bearing) {
        // "Toyota Motor" is "Toyota Motor Corp.", whichever stands first.
        let same = match &parts.bearer {
            Bearer::Body { bare, .. } => bare.and_then(|bare| self.by_text.get(&bare).copied()),
            // A son whom the article sets beside his father is another person.
            Bearer::Person(person) if !person.generation => self.same_person(key, person, bearing),
            Bearer::Person(_) => None,
        };
        // Grace Wanjiku Kamau, where Grace Wanjiru Kamau is named, is a slip of hers or somebody else: no surname is hers.
        if let (Some(owner), Bearer::Person(PersonParts { middle: Some(middle), .. })) = (same, &parts.bearer)
            && self.middles.get(&owner).is_some_and(|other| other != middle)
        {
            let other = self.new_owner();
            self.by_text.insert(key, other);
            return;
        }
        let same = same.or_else(|| self.same_but_marks(key, parts));
        let owner = same.unwrap_or_else(|| self.new_owner());
        self.by_text.insert(key, owner);
        for spaced in parts.spellings().filter(|spaced| *spaced != key) {
            self.by_spaced.entry(spaced).or_insert(owner);
        }
        match &parts.bearer {
            Bearer::Person(person) => {
                for other in person.initialled.iter().chain(&person.nicknamed) {
                    self.by_text.entry(*other).or_insert(owner);
                }
                self.note_formal(person, owner);
                self.add_person(person, bearing, owner);
            }
            Bearer::Body { first, ship, bare, initials, own_initials } => {
                add_initials(&mut self.by_initials, initials, owner);
                add_initials(&mut self.by_own_initials, own_initials, owner);
                if let Some(bare) = bare {
                    self.by_text.entry(*bare).or_insert(owner);
                }
                if let Some(first) = first {
                    add_owner(&mut self.by_company, *first, owner);
                    if *ship {
                        self.ships.insert(*first);
                    }
                }
            }
        }
    }

    /// How many owners are known by no catalog: they are numbered from 0.
    pub(super) fn new_owners(&self) -> usize {
        self.count as usize
    }

    pub(super) fn new_owner(&mut self) -> Owner {
        self.count += 1;
        Owner::New(self.count - 1)
    }

    /// Adds a full name. Only one that is surely a person's is called by its given name: "Nordhavn" is not short for
    /// "Nordhavn Line". Nor does a name that may be no person's give one to a word that stood alone before it.
    pub(super) fn add_person(&mut self, person: &PersonParts, bearing: Bearing, owner: Owner) {
        let surely = matches!(bearing, Bearing::Sure);
        if let Some(middle) = person.middle {
            self.middles.entry(owner).or_insert(middle);
        }
        for family in &person.families {
            let came_first = |place: (usize, usize)| {
                let alone = self.alone.get(family).is_some_and(|first| *first < place);
                alone && self.kinds.get(family) != Some(&Kind::Person)
            };
            if !matches!(bearing, Bearing::Doubtful(place) if came_first(place)) {
                add_owner(&mut self.by_family, *family, owner).sure |= surely;
            } else if !self.by_family.contains_key(family) {
                self.passed.insert(*family);
            }
        }
        let givens = if surely { &mut self.by_given } else { &mut self.by_beginning };
        for given in person.given.iter().chain(&person.two_given).chain(&person.nickname) {
            add_owner(givens, *given, owner);
        }
        if let Some(father) = person.father {
            add_owner(&mut self.by_father, father, owner);
        }
        for inner in person.inner.iter().filter(|_| surely) {
            add_owner(&mut self.by_inner, *inner, owner);
        }
        if let Some(first) = person.first_family.filter(|_| surely) {
            add_owner(&mut self.by_first_family, first, owner);
        }
    }

    /// Whom the name `key` names; `None` where it is no name at all.
    pub(super) fn owner(&mut self, key: u64, doubtful: bool) -> Option<Owner> {
        if let Some(owner) = self.by_text.get(&key) {
            return Some(*owner);
        }
        let families = self.by_family.get(&key);
        // "Munich" behind a dateline is the town, not short for a club.
        if let Some(place) = self.by_place.get(&key)
            && !families.is_some_and(|owners| owners.sure)
            && !self.by_given.contains_key(&key)
        {
            return Some(*place);
        }
        let owner = match families {
            Some(owners) => owners.only(),
            None => {
                // "Rose" may begin a sentence on roses, whoever has it for a middle name.
                let sure = !doubtful || self.inside.contains(&key);
                let first_family = || only(&self.by_first_family, key).filter(|_| sure);
                let given = self.given(key).or_else(first_family);
                given.or_else(|| only(&self.by_company, key))
            }
        };
        if owner.is_some() || doubtful && !self.inside.contains(&key) {
            return owner;
        }
        let owner = self.new_owner();
        self.by_text.insert(key, owner);
        Some(owner)
    }
}
