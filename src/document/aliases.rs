//! Other names that an article itself gives: "Ana Lund, also known as Una Holm", letters for a longer name, "Mr Ang".

use super::expansion::RawExpansion;
use super::marks::{spelled_out, without_marks};
use super::owners::only;
use super::parts::{Bearer, Parts};
use super::raw_candidate::RawCandidate;
use super::roster::{Bearing, BlockNames, Owner, Roster};
use super::unit::is_acronym;
use crate::catalog::Kind;
use crate::text::fold_key;

impl Roster {
    /// Gives names behind "also known as" to whom the name before it names.
    pub(super) fn add_aliases(&mut self, blocks: &[BlockNames]) {
        for (at, block) in blocks.iter().enumerate().filter(|(_, block)| !block.title_case) {
            for pair in block.names.windows(2).filter(|pair| pair[1].alias) {
                self.add_full(at, block.text, &pair[0]);
                let known = self.by_text.get(&pair[0].key).copied();
                let owner = known.unwrap_or_else(|| self.new_owner());
                self.by_text.insert(pair[0].key, owner);
                self.by_text.entry(pair[1].key).or_insert(owner);
                let parts = Parts::of(pair[1].span.of(block.text), pair[1].kind);
                if pair[1].shape.words > 1
                    && let Bearer::Person(person) = &parts.bearer
                {
                    self.longest = self.longest.max(pair[1].shape.words);
                    self.add_person(person, Bearing::Sure, owner);
                }
            }
        }
    }

    /// Whom the name names that ends with the long form of an acronym: "Starship Landing System (LS)".
    pub(super) fn enclosing(&self, block: &BlockNames, pair: &RawExpansion) -> Option<Owner> {
        let name = block.names.get(block.names.partition_point(|name| name.span.end < pair.long.end))?;
        let ends_with = name.span.end == pair.long.end && name.span.start < pair.long.start;
        self.by_text.get(&name.key).copied().filter(|_| ends_with)
    }

    /// The only person with the word `key` between the given and the last name, where a title stands before it: "Mr Ang" is
    /// Bernard Ang Teck Wah. Without a title it is the only one whose father it names: "King Salman" is the father himself.
    pub(super) fn called(&mut self, key: u64, name: &RawCandidate) -> Option<Owner> {
        if name.shape.words > 1 {
            return None;
        }
        let borne = self.by_text.contains_key(&key) || self.by_family.contains_key(&key);
        if name.titles.courtesy.is_some() && self.by_company.contains_key(&key) && !borne {
            return Some(self.mister(key));
        }
        if let Some(owners) = self.by_given.get(&key) {
            return match owners.only() {
                // "Prime Minister Tan", where others of that name have been named, too.
                Some(only) if name.titles.before().is_some() => self.bearers.titled(&[only], name.titles),
                Some(_) => None,
                // "Sir John", where John Lund is no knight.
                None => self.bearers.called_so(owners.all(), name.titles),
            };
        }
        if borne || self.by_company.contains_key(&key) {
            return None;
        }
        let person = self.kinds.get(&key) == Some(&Kind::Person);
        match name.kind {
            Some(Kind::Person) | None if person && (!name.doubtful || self.inside.contains(&key)) => {
                // Elsewhere it needs no title.
                let owner = only(&self.by_inner, key)?;
                self.by_text.insert(key, owner);
                Some(owner)
            }
            None => only(&self.by_father, key),
            _ => None,
        }
    }

    /// The only person with the given name `key`, where no other name begins so: of Tan Hol Vik and Minister Tan Hol Lem it is the
    /// family name.
    pub(super) fn given(&self, key: u64) -> Option<Owner> {
        let others = self.by_beginning.get(&key);
        only(&self.by_given, key)
            .filter(|owner| others.is_none_or(|others| others.all().all(|other| other == *owner)))
    }

    /// Gives each other single word with accents to the person whose family name it is without them: "Ōsumi" where the
    /// article names Yoshinori Ohsumi.
    pub(super) fn add_marked(&mut self, blocks: &[BlockNames]) {
        for block in blocks {
            for name in block.names.iter().filter(|name| !name.shape.ascii || name.shape.words == 1) {
                let word = name.span.of(block.text);
                // "Imamoglu-Tas" is İmamoğlu-Taş.
                let marked = !name.shape.ascii || word.contains('-') && !self.by_text.contains_key(&name.key);
                if !marked || word.contains(' ') || self.by_family.contains_key(&name.key) {
                    continue;
                }
                let mut ways = without_marks(word).into_iter().chain(spelled_out(word));
                if let Some(owner) = ways.find_map(|way| only(&self.by_family, fold_key(&way))) {
                    self.by_text.entry(name.key).or_insert(owner);
                }
            }
        }
    }

    /// Gives letters to whom those of several belong, which the article writes out: "EV" to "electric vehicles (EVs)".
    pub(super) fn add_plural_letters(&mut self, blocks: &[BlockNames]) {
        for (text, pair) in blocks.iter().flat_map(|b| b.expansions.iter().map(move |pair| (b.text, pair))) {
            let several = pair.short.of(text);
            let Some(one) = several.strip_suffix('s').filter(|one| is_acronym(one)) else { continue };
            let keys = [several, one].map(fold_key);
            let known = keys.iter().find_map(|key| self.by_text.get(key).copied());
            let owner = known.unwrap_or_else(|| self.new_owner());
            for key in keys {
                self.by_text.entry(key).or_insert(owner);
            }
        }
    }

    /// Gives each other run of capitals to the body whose words begin with them: "FTC" where the article names the
    /// Federal Trade Commission.
    pub(super) fn add_initials(&mut self, blocks: &[BlockNames]) {
        if self.by_initials.is_empty() && self.by_own_initials.is_empty() {
            return;
        }
        for name in blocks.iter().flat_map(|b| b.names).filter(|name| name.shape.acronym) {
            // "CMA" of a "UK Coast and Marine Authority", where no other name has these letters.
            let owner = self.by_initials.get(&name.key).or_else(|| self.by_own_initials.get(&name.key));
            if let Some(Some(owner)) = owner {
                self.by_text.entry(name.key).or_insert(*owner);
            }
        }
    }
}
