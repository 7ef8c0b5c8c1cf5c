//! Who of those that bear one name is meant behind a title: "President Lee" is the one who is president.

use super::courtesy::{Courtesy, Style};
use super::house::House;
use super::lands::is_land;
use super::lexicon;
use super::owners::{Owners, add_owner, one, only};
use super::person::{is_fathers, monarch, name_parts};
use super::raw_candidate::RawCandidate;
use super::roster::{BlockNames, KnownPerson, Owner, Roster};
use super::titles::Titles;
use crate::catalog::Kind;
use crate::text::fold_key;
use rustc_hash::{FxHashMap, FxHashSet};

/// What an article shows of the persons in it.
#[derive(Default)]
pub(super) struct Bearers {
    /// The titles that they hold, by their keys.
    titles: FxHashSet<(Owner, u64)>,
    /// The courtesies that they are called by in full, and by a surname that nobody else met so far has.
    courtesies: FxHashSet<(Owner, Courtesy)>,
    surnamed: FxHashSet<(Owner, Courtesy)>,
    /// Whether they are called Dr or Sir in full, or no more than Mr.
    styles: FxHashSet<(Owner, Style)>,
    /// Those who are called by their given name behind a title: kings, popes, sons of their fathers.
    royals: FxHashSet<Owner>,
    /// Those whom the article never names in full: "President Lee", before it names a Lee who is no president.
    strangers: FxHashSet<Owner>,
    /// Full names that end in the noun of a body and are persons'.
    nouns: FxHashSet<u64>,
    /// Families and what else is called so, by the key of the name.
    houses: FxHashMap<u64, Owner>,
    /// Those whom the article calls "Mr Hapsel" alone, beside Hapsel Group plc.
    misters: FxHashMap<u64, Owner>,
}

impl Bearers {
    fn add(&mut self, owner: Owner, titles: Titles, name: &str) {
        let fathers = name_parts(name, None).is_some_and(|(_, family)| is_fathers(name, family));
        if titles.royal || fathers || monarch(name).is_some() {
            self.royals.insert(owner);
        }
        self.titles.extend(titles.all().map(|title| (owner, title)));
        self.courtesies.extend(titles.courtesy.map(|courtesy| (owner, courtesy)));
        self.styles.extend(titles.style.map(|style| (owner, style)));
    }

    fn holds(&self, owner: Owner, title: u64) -> bool {
        self.titles.contains(&(owner, title))
    }

    /// The only one of `owners` whom the article calls in full as the name is called: "Sir".
    pub(super) fn called_so(&self, owners: impl Iterator<Item = Owner>, titles: Titles) -> Option<Owner> {
        let courtesy = titles.courtesy?;
        let mut called = owners.filter(|owner| self.courtesies.contains(&(*owner, courtesy)));
        called.next().filter(|_| called.next().is_none())
    }

    /// True for one whom the courtesy is not for, as another one is.
    fn is_called_otherwise(&self, owner: Owner, courtesy: Courtesy) -> bool {
        let other = (owner, courtesy.other());
        self.courtesies.contains(&other) || self.surnamed.contains(&other)
    }

    /// The only one of `owners` who is a doctor; and beside Sir Ola Lund the other one, beside Dr Eva Lund the one whom the article
    /// calls Mr Jon Lund.
    fn styled(&self, owners: &[Owner], titles: Titles) -> Option<Owner> {
        let style = titles.style?;
        let is = |owner: &Owner, style| self.styles.contains(&(*owner, style));
        if style != Style::Plain {
            return one(owners, |owner| is(owner, style));
        }
        let other = one(owners, |owner| !self.is_above(*owner))?;
        let called = || {
            is(&other, style)
                && titles.courtesy.is_some_and(|courtesy| self.courtesies.contains(&(other, courtesy)))
        };
        let nobles = || owners.iter().all(|owner| *owner == other || is(owner, Style::Noble));
        (called() || nobles()).then_some(other)
    }

    /// True for one who is called Sir, Dr or Professor, and nowhere Mr.
    fn is_above(&self, owner: Owner) -> bool {
        let is = |style| self.styles.contains(&(owner, style));
        let called = |courtesy| self.surnamed.contains(&(owner, courtesy));
        let plain = is(Style::Plain) || called(Courtesy::Man) || called(Courtesy::Woman);
        !plain && (is(Style::Noble) || is(Style::Doctor) || is(Style::Professor))
    }

    /// True for somebody whom the article never names in full.
    pub(super) fn is_stranger(&self, owner: Owner) -> bool {
        self.strangers.contains(&owner)
    }

    /// The only one of `owners` who holds the title right before the name, of several ministers the one of that field; and of
    /// Sir Ole and Dame Ana Lund who "Mr Lund" is.
    pub(super) fn titled(&self, owners: &[Owner], titles: Titles) -> Option<Owner> {
        let holder = |title: u64| one(owners, |owner| self.holds(*owner, title));
        let courtesy = titles.courtesy;
        let courteous = courtesy.and_then(|called| one(owners, |o| !self.is_called_otherwise(*o, called)));
        let title = || holder(titles.before()?).or_else(|| holder(titles.before_with_field()?));
        courteous.or_else(|| self.styled(owners, titles)).or_else(title)
    }
}

impl Roster {
    /// What the name `text` with this `key` is, where any place of it shows it: "Jack Chambers" is a person where the article
    /// calls him Mr Chambers.
    pub(super) fn kind_of(&mut self, text: &str, key: u64) -> Option<Kind> {
        let kind = self.kinds.get(&key).copied();
        let called = || {
            let family = text.split_once(' ').filter(|(given, _)| lexicon::is_given_name(given));
            family.is_some_and(|(_, family)| self.kinds.get(&fold_key(family)) == Some(&Kind::Person))
        };
        if kind != Some(Kind::Organization) || !called() {
            return kind;
        }
        self.kinds.insert(key, Kind::Person);
        self.bearers.nouns.insert(key);
        Some(Kind::Person)
    }

    /// The family that the name `key` is of, or the museum, and none of the persons who are called so: "the Lund family", "the Lund".
    pub(super) fn house(&mut self, key: u64, name: &RawCandidate) -> Option<Owner> {
        if name.house == House::None {
            return None;
        }
        let bearers = self.by_family.get(&key)?;
        // "The Lions" may be the Nordhavn Lions.
        if name.house == House::Thing && !bearers.sure {
            return None;
        }
        let known = self.bearers.houses.get(&key).copied();
        let house = known.unwrap_or_else(|| self.new_owner());
        self.bearers.houses.insert(key, house);
        Some(house)
    }

    /// Who is called `key` behind "Mr", as a company's name begins: the one whose name begins so, too, or
    /// has it inside, or nobody named in full.
    pub(super) fn mister(&mut self, key: u64) -> Owner {
        let inner = || only(&self.by_inner, key);
        let known =
            only(&self.by_given, key).or_else(inner).or_else(|| self.bearers.misters.get(&key).copied());
        let owner = known.unwrap_or_else(|| self.new_owner());
        self.bearers.misters.insert(key, owner);
        owner
    }

    /// The kind of the name `key`, of which the words beside it show `kind`.
    pub(super) fn kind_shown(&self, key: u64, kind: Option<Kind>) -> Option<Kind> {
        if self.bearers.nouns.contains(&key) { Some(Kind::Person) } else { kind }
    }

    /// Whom the name `key` of a dateline names.
    pub(super) fn place(&mut self, key: u64) -> Option<Owner> {
        let known = self.by_place.get(&key).or_else(|| self.by_text.get(&key)).copied();
        let owner = known.unwrap_or_else(|| self.new_owner());
        self.by_place.insert(key, owner);
        Some(owner)
    }

    /// Notes the single words that are places, or are no persons' where a longer name ends in them: "London" behind "in", though
    /// a bank's name ends so. Whoever says something anywhere is a person all the same.
    pub(super) fn note_places(&mut self, blocks: &[BlockNames]) {
        let words = || {
            let blocks = blocks.iter().filter(|block| !block.title_case);
            let names = blocks.flat_map(|block| block.names);
            names.filter(|name| name.shape.words == 1)
        };
        let doubtful = |names: &Self, key| names.by_family.get(key).is_some_and(|owners| !owners.sure);
        let apart = words().filter(|name| name.apart && doubtful(self, &name.key));
        let mut apart: FxHashSet<u64> = apart.map(|name| name.key).collect();
        if !apart.is_empty() {
            words().filter(|name| name.says).for_each(|name| {
                apart.remove(&name.key);
            });
        }
        for name in words() {
            if name.kind == Some(Kind::Place) || apart.contains(&name.key) {
                self.place(name.key);
            }
        }
    }

    /// Notes the single words that are places, though a company's name or a person's begins with them: "in Nordhavn" is no Nordhavn
    /// Ferries Ltd., and Norland, which stands before Norland Lund is named, is no Mr Lund.
    pub(super) fn note_namesake_places(&mut self, blocks: &[BlockNames], known: &[KnownPerson]) {
        let mut places: FxHashSet<u64> = FxHashSet::default();
        let mut firms: FxHashSet<u64> = FxHashSet::default();
        for block in blocks.iter().filter(|block| !block.title_case) {
            for name in block.names.iter().filter(|name| name.shape.words == 1) {
                let word = name.span.of(block.text);
                if self.by_company.contains_key(&name.key) {
                    if name.says {
                        firms.insert(name.key);
                    } else if name.located || name.apart && self.ships.contains(&name.key) {
                        places.insert(name.key);
                    }
                } else if self.by_given.contains_key(&name.key)
                    && !lexicon::is_given_name(word)
                    && (name.apart || is_land(word))
                {
                    places.insert(name.key);
                }
            }
        }
        places.retain(|key| !firms.contains(key));
        if places.is_empty() {
            return;
        }
        let named = self.first_named(blocks, known);
        for key in places {
            let bearers = self.by_given.get(&key).into_iter().flat_map(Owners::all);
            let person = bearers.filter_map(|owner| named.get(&owner).copied()).min();
            let first = self.alone.get(&key).copied();
            if person.is_none_or(|person| first.is_some_and(|first| first < person)) {
                self.by_given.remove(&key);
                self.by_company.remove(&key);
                self.place(key);
            }
        }
    }

    /// Notes who holds which titles, and who is called by a title and one name alone before others of that name are named in
    /// full, none of whom holds it: "President Lee" is not the Lee Jin-sook who comes later, nor Pope Francis Michael Francis.
    pub(super) fn note_bearers(&mut self, blocks: &[BlockNames], known: &[KnownPerson]) {
        let names = || {
            let blocks = blocks.iter().enumerate().filter(|(_, block)| !block.title_case);
            blocks.flat_map(|(at, block)| block.names.iter().map(move |name| (at, block, name)))
        };
        let borne = |key: &u64| self.by_family.contains_key(key) || self.by_given.contains_key(key);
        let titled =
            |titles: Titles| titles.before().is_some() || titles.courtesy.is_some() || titles.style.is_some();
        let called = names().filter(|(_, _, name)| titled(name.titles) && borne(&name.key));
        let called: Vec<_> = called.collect();
        if called.is_empty() {
            return;
        }
        let mut first: FxHashMap<Owner, (usize, usize)> = FxHashMap::default();
        for (at, person) in known.iter().enumerate() {
            let owner = Owner::Known(at as u32);
            first.extend(person.places.first().map(|place| (owner, *place)));
            for name in &person.names {
                person.titles.iter().for_each(|titles| self.bearers.add(owner, *titles, name));
            }
        }
        for (at, block, name) in names().filter(|(_, block, name)| name.shape.words > 1 && !block.correction)
        {
            let written = self.without_opener(block.text, name);
            if let Some(owner) = self.by_text.get(&written.key).copied() {
                first.entry(owner).or_insert((at, name.span.start));
                self.bearers.add(owner, name.titles, written.span.of(block.text));
            }
        }
        for (at, block, name) in called {
            let place = (at, name.span.start);
            self.note_courtesy(place, name.key, name.titles, &first);
            self.note_called(place, name.key, name.titles, block.heads, &mut first);
        }
    }

    /// Notes whom "Mr" before the name `key` at `place` is for, of those named before it: the only one who is not called "Ms".
    fn note_courtesy(
        &mut self,
        place: (usize, usize),
        key: u64,
        titles: Titles,
        first: &FxHashMap<Owner, (usize, usize)>,
    ) {
        let Some(courtesy) = titles.courtesy else { return };
        let may_be = |owner: &Owner| {
            let met = first.get(owner).is_some_and(|named| *named < place);
            met && !self.bearers.is_called_otherwise(*owner, courtesy)
        };
        let mut owners = self.by_family.get(&key).into_iter().flat_map(Owners::all).filter(may_be);
        if let (Some(owner), None) = (owners.next(), owners.next()) {
            self.bearers.surnamed.insert((owner, courtesy));
        }
    }

    /// Notes whom the name `key` at `place` names behind a title.
    fn note_called(
        &mut self,
        place: (usize, usize),
        key: u64,
        titles: Titles,
        heads: bool,
        first: &mut FxHashMap<Owner, (usize, usize)>,
    ) {
        let Some(title) = titles.before() else { return };
        if self.by_text.contains_key(&key) {
            return;
        }
        let given = only(&self.by_given, key).filter(|owner| self.bearers.royals.contains(owner));
        if let (true, Some(owner)) = (titles.royal, given) {
            if self.by_family.contains_key(&key) {
                add_owner(&mut self.by_family, key, owner);
            }
            self.bearers.titles.insert((owner, title));
            return;
        }
        let owners: Vec<Owner> =
            self.by_family.get(&key).into_iter().flat_map(|owners| owners.all()).collect();
        let met = owners.iter().any(|owner| {
            let stranger = self.bearers.is_stranger(*owner);
            !stranger && first.get(owner).is_none_or(|named| *named < place)
        });
        let holder = owners.iter().any(|owner| self.bearers.holds(*owner, title));
        if holder || !titles.royal && (met || heads || owners.is_empty()) {
            return;
        }
        let known = owners.into_iter().find(|owner| self.bearers.is_stranger(*owner));
        let stranger = known.unwrap_or_else(|| self.new_owner());
        self.bearers.strangers.insert(stranger);
        self.bearers.titles.insert((stranger, title));
        first.entry(stranger).or_insert(place);
        add_owner(&mut self.by_family, key, stranger).sure = true;
        if self.by_family.get(&key).is_some_and(|owners| owners.more.is_empty()) {
            // Others have it for a given name alone.
            self.by_text.insert(key, stranger);
        }
    }
}
