//! One person under two full names: with and without a middle name, with other marks, with the usual short form of a given name.

use super::owners::only;
use super::parts::{Parts, PersonParts};
use super::roster::{Bearing, Owner, Roster};

/// Given names by which many call themselves, with what they are short for.
#[rustfmt::skip]
const SHORT: [(&str, &str); 66] = [
    ("Abe", "Abraham"), ("Alex", "Alexander"), ("Alex", "Alexandra"), ("Andy", "Andrew"), ("Ben", "Benjamin"),
    ("Bill", "William"), ("Billy", "William"), ("Bob", "Robert"), ("Bobby", "Robert"), ("Cathy", "Catherine"),
    ("Charlie", "Charles"), ("Chris", "Christine"), ("Chris", "Christopher"), ("Dan", "Daniel"), ("Danny", "Daniel"),
    ("Dave", "David"), ("Debbie", "Deborah"), ("Dick", "Richard"), ("Don", "Donald"), ("Ed", "Edward"),
    ("Eddie", "Edward"), ("Fred", "Frederick"), ("Geoff", "Geoffrey"), ("Greg", "Gregory"), ("Jeff", "Jeffrey"),
    ("Jenny", "Jennifer"), ("Jim", "James"), ("Jimmy", "James"), ("Joe", "Joseph"), ("Jon", "Jonathan"),
    ("Josh", "Joshua"), ("Kate", "Katherine"), ("Kathy", "Kathleen"), ("Kathy", "Katherine"), ("Katie", "Katherine"),
    ("Ken", "Kenneth"), ("Larry", "Lawrence"), ("Liz", "Elizabeth"), ("Maggie", "Margaret"), ("Matt", "Matthew"),
    ("Mick", "Michael"), ("Mike", "Michael"), ("Nate", "Nathan"), ("Nick", "Nicholas"), ("Pam", "Pamela"),
    ("Pat", "Patricia"), ("Pat", "Patrick"), ("Pete", "Peter"), ("Phil", "Philip"), ("Phil", "Phillip"),
    ("Rick", "Richard"), ("Rob", "Robert"), ("Ron", "Ronald"), ("Sam", "Samantha"), ("Sam", "Samuel"),
    ("Steve", "Stephen"), ("Steve", "Steven"), ("Sue", "Susan"), ("Ted", "Edward"), ("Ted", "Theodore"),
    ("Tim", "Timothy"), ("Tom", "Thomas"), ("Tommy", "Thomas"), ("Tony", "Anthony"), ("Vince", "Vincent"),
    ("Will", "William"),
];

/// What a given name is short for, and the name itself where others are short for it: "Kenneth" for both "Ken" and "Kenneth".
pub(super) fn formal_names(given: &str) -> impl Iterator<Item = &'static str> {
    let own = SHORT.iter().find(|(_, long)| *long == given).map(|(_, long)| *long);
    SHORT.iter().filter(move |(short, _)| *short == given).map(|(_, long)| *long).chain(own)
}

impl Roster {
    /// The owner of the same name with or without a middle name, of a part of it without the first given name, or with the short
    /// form of a given name.
    pub(super) fn same_person(&self, key: u64, person: &PersonParts, bearing: Bearing) -> Option<Owner> {
        let (given, family) = person.both?;
        let owned = || {
            let (families, givens) = (self.by_family.get(&family)?, self.by_given.get(&given)?);
            let both = families.all().filter(|owner| givens.all().any(|other| other == *owner));
            let mut both = both.filter(|owner| !self.has_other_father(*owner, person));
            both.next().filter(|_| both.next().is_none())
        };
        let new = |owner: &Owner| matches!(owner, Owner::New(_));
        // "Miguel Duarte Falk", whom the article has called Duarte Falk.
        let part = || {
            let sure = matches!(bearing, Bearing::Sure);
            person.double.filter(|_| sure).and_then(|double| self.by_text.get(&double).copied())
        };
        // Thomas Lund, the father of Tom Lund, is another.
        let formal = || {
            let mut formal = person.formal.iter().filter(|_| !self.kin.contains(&key));
            formal.find_map(|formal| *self.by_formal.get(formal)?)
        };
        owned().or_else(|| part().filter(new)).or_else(|| formal().filter(new))
    }

    /// Notes what the given name of `owner` is short for.
    pub(super) fn note_formal(&mut self, person: &PersonParts, owner: Owner) {
        for formal in &person.formal {
            let known = self.by_formal.entry(*formal).or_insert(Some(owner));
            *known = known.filter(|other| *other == owner);
        }
    }

    /// The owner of the same name with other marks: "Lip Bu Tan" and "Lip-Bu Tan", "Schroeder" and "Schröder", "Vík Lund"
    /// behind "Ana Vík-Lund".
    pub(super) fn same_but_marks(&self, key: u64, parts: &Parts) -> Option<Owner> {
        let marked = self.by_spaced.get(&parts.spaced).copied();
        let mut others = parts.spelled_out.iter().copied().chain([parts.spaced]).filter(|way| *way != key);
        let plain = || others.find_map(|way| self.by_text.get(&way).copied());
        let family = || only(&self.by_family, parts.spaced).filter(|_| parts.spaced != key);
        marked.or_else(plain).or_else(family).filter(|owner| matches!(owner, Owner::New(_)))
    }
}
