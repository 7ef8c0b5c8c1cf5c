//! An article in the making: which names it holds, and whose they are.

use super::facts::{Ambiguity, Candidate, Chain, ChainKey, Mention, Zone};
use super::linking::settle;
use super::paragraph::Paragraph;
use super::proven::join_proven;
use super::raw_candidate::RawCandidate;
use super::resolve::{Evidence, Verdict};
use super::roster::{BlockNames, KnownPerson, Owner};
use super::settled::{Decided, Settled};
use super::titles::Titles;
use super::zones::zones;
use crate::catalog::{Catalog, EntityIx, FormIx, FormKind, Kind};
use crate::text::{Format, Span, shown};
use rustc_hash::{FxBuildHasher, FxHashMap};
use std::borrow::Cow;
use std::collections::hash_map::Entry;
use std::sync::Arc;

/// An article in the making.
pub(super) struct Assembly<'a> {
    pub(super) paragraphs: &'a [Arc<Paragraph>],
    pub(super) starts: &'a [usize],
    pub(super) catalog: &'a Catalog,
    pub(super) zones: Vec<Zone>,
    pub(super) chains: Vec<Chain>,
    pub(super) by_entity: FxHashMap<EntityIx, u32>,
    by_name: FxHashMap<Cow<'a, str>, u32>,
    pub(super) mentions: Vec<Mention>,
    pub(super) candidates: Vec<Candidate>,
    pub(super) ambiguities: Vec<Ambiguity>,
    pub(super) shared_families: Vec<u64>,
}

impl<'a> Assembly<'a> {
    /// An article of which nothing is known but its zones.
    pub(super) fn new(
        paragraphs: &'a [Arc<Paragraph>],
        starts: &'a [usize],
        format: Format,
        catalog: &'a Catalog,
    ) -> Self {
        let known: usize = paragraphs.iter().map(|p| p.hits.len()).sum();
        let new: usize = paragraphs.iter().map(|p| p.candidates.len()).sum();
        let names = known + new;
        Assembly {
            zones: zones(paragraphs, format),
            paragraphs,
            starts,
            catalog,
            chains: Vec::with_capacity(names / 4),
            by_entity: FxHashMap::with_capacity_and_hasher(known / 4, FxBuildHasher),
            by_name: FxHashMap::with_capacity_and_hasher(new / 2, FxBuildHasher),
            mentions: Vec::with_capacity(known),
            candidates: Vec::with_capacity(new),
            ambiguities: Vec::new(),
            shared_families: Vec::new(),
        }
    }

    /// The chain of an entity.
    fn chain_of(&mut self, entity: EntityIx) -> u32 {
        let begin = || begin(&mut self.chains, ChainKey::Entity(entity));
        *self.by_entity.entry(entity).or_insert_with(begin)
    }

    /// The chain of the new name whose fullest form is `name`.
    fn chain_called(&mut self, name: &'a str) -> u32 {
        let begin = |name: &Cow<str>| begin(&mut self.chains, ChainKey::Name(name.to_string()));
        *self.by_name.entry(shown(name)).or_insert_with_key(begin)
    }

    /// The zone of `span`, which counts from the start of paragraph `at`.
    pub(super) fn zone(&self, at: usize, span: Span) -> Zone {
        self.paragraphs[at].zone_of(span, self.zones[at])
    }

    pub(super) fn speech(&self, at: usize, span: Span) -> bool {
        self.paragraphs[at].prose.is_speech(span)
    }

    fn mention(&mut self, at: usize, span: Span, entity: EntityIx, form: FormIx, partial: bool) {
        let mention = Mention {
            chain: self.chain_of(entity),
            zone: self.zone(at, span),
            speech: self.speech(at, span),
            span: span.shifted(self.starts[at]),
            paragraph: at as u32,
            entity,
            form,
            partial,
        };
        self.mentions.push(mention);
    }

    /// Takes the hits that name somebody; returns the others that look like a name.
    pub(super) fn take_mentions(&mut self, evidence: &Evidence) -> Vec<(usize, RawCandidate)> {
        let mut nobody = Vec::new();
        for at in 0..self.paragraphs.len() {
            for hit in &self.paragraphs[at].hits {
                match evidence.judge(at, hit, &self.paragraphs[at].prose.text) {
                    Verdict::Names(entity, form) => self.mention(at, hit.span, entity, form, false),
                    // A longer name that several bear is no fault of the writer's: it is left alone.
                    Verdict::Ambiguous(_) if hit.span.of(&self.paragraphs[at].prose.text).contains(' ') => {}
                    Verdict::Ambiguous(owners) => {
                        let owners = owners.into_iter().map(|entity| self.chain_of(entity)).collect();
                        self.ambiguous(at, hit.span, owners);
                    }
                    Verdict::Nobody => {
                        let name = hit.span.of(&self.paragraphs[at].prose.text);
                        if !hit.context.enclosed && name.contains(char::is_uppercase) {
                            let kind = self.catalog.entity(self.catalog.form(hit.forms[0]).entity).kind;
                            let kind = (kind == Kind::Person).then_some(kind);
                            let text = &self.paragraphs[at].prose.text;
                            nobody.push((at, RawCandidate::new(hit.span, text, kind, false)));
                        }
                    }
                }
            }
        }
        nobody
    }

    fn ambiguous(&mut self, at: usize, span: Span, mut owners: Vec<u32>) {
        owners.sort_unstable();
        let (zone, speech) = (self.zone(at, span), self.speech(at, span));
        let span = span.shifted(self.starts[at]);
        self.ambiguities.push(Ambiguity { span, owners, zone, speech, paragraph: at as u32 });
    }

    /// Settles which capitalised words are names, and links surnames to known persons. `nobody` are the hits
    /// (paragraph, span) that turned out to name nobody whom the catalog knows: names like any other.
    pub(super) fn take_candidates(&mut self, nobody: &[(usize, RawCandidate)]) {
        let (persons, known) = known_persons(&self.mentions, self.paragraphs, self.starts, self.catalog);
        let paragraphs = self.paragraphs;
        let mut names: Vec<Cow<[RawCandidate]>> =
            paragraphs.iter().enumerate().map(|(at, p)| names_in(p, at, nobody)).collect();
        join_proven(paragraphs, &mut names);
        let blocks: Vec<BlockNames> = paragraphs
            .iter()
            .zip(&names)
            .zip(&self.zones)
            .map(|((p, names), zone)| {
                let [title_case, correction, heads] = p.block_traits(*zone);
                let (text, expansions) = (&p.prose.text, &p.expansions);
                BlockNames { text, names, expansions, title_case, correction, heads }
            })
            .collect();
        let Decided { names: settled, shared, families } = settle(&blocks, &known);
        self.shared_families = families;
        let names = fullest(&settled, paragraphs);
        let mut chains: Vec<Option<u32>> = vec![None; names.len()];
        for name in &settled {
            match name.owner {
                Owner::Known(person) => {
                    let (entity, written) = persons[person as usize];
                    let part = name.span.of(blocks[name.block].text);
                    let right = self.catalog.entity(entity).forms.first().copied();
                    let holds_part =
                        |f: &FormIx| self.catalog.form(*f).text.split(' ').any(|word| word == part);
                    // "Baker" is right after "Shasha Baker" too: a surname goes by the right name that holds it.
                    let form = right.filter(holds_part).unwrap_or(written);
                    self.mention(name.block, name.span, entity, form, true);
                }
                Owner::New(number) => {
                    let chain = &mut chains[number as usize];
                    let chain = *chain.get_or_insert_with(|| self.chain_called(names[number as usize]));
                    self.candidate(name, chain);
                }
            }
        }
        for name in shared {
            let chain = |owner: &Owner| match owner {
                Owner::Known(person) => self.chain_of(persons[*person as usize].0),
                Owner::New(number) => {
                    self.chain_called(names.get(*number as usize).copied().unwrap_or_default())
                }
            };
            let owners = name.owners.iter().map(chain).collect();
            self.ambiguous(name.block, name.span, owners);
        }
    }

    fn candidate(&mut self, name: &Settled, chain: u32) {
        let candidate = Candidate {
            chain,
            zone: self.zone(name.block, name.span),
            speech: self.speech(name.block, name.span),
            span: name.span.shifted(self.starts[name.block]),
            paragraph: name.block as u32,
            kind: name.kind,
        };
        self.candidates.push(candidate);
    }

    /// Brings facts into text order and fills the chains.
    pub(super) fn order(&mut self) {
        self.mentions.sort_by_key(|m| m.span);
        self.ambiguities.sort_by_key(|a| a.span);
        self.candidates.sort_by_key(|c| c.span);
        let mut members = vec![0; self.chains.len()];
        let chains = self.mentions.iter().map(|m| m.chain).chain(self.candidates.iter().map(|c| c.chain));
        chains.for_each(|chain| members[chain as usize] += 1);
        self.chains.iter_mut().zip(members).for_each(|(chain, count)| chain.members.reserve_exact(count));
        for (at, mention) in self.mentions.iter().enumerate() {
            let chain = &mut self.chains[mention.chain as usize];
            chain.members.push(at as u32);
            if mention.zone == Zone::Body && chain.first.is_none() {
                chain.first = Some(at as u32);
            }
        }
        for (at, candidate) in self.candidates.iter().enumerate() {
            let chain = &mut self.chains[candidate.chain as usize];
            chain.members.push(at as u32);
            if candidate.zone == Zone::Body && chain.first.is_none() {
                chain.first = Some(at as u32);
            }
        }
    }
}

/// Begins a chain; gives its number.
fn begin(chains: &mut Vec<Chain>, key: ChainKey) -> u32 {
    chains.push(Chain { key, members: Vec::new(), first: None, called_person: false });
    chains.len() as u32 - 1
}

/// The persons of the catalog whom the article names in full, each with the form
/// that it is first written in, and the names it gives them.
fn known_persons<'a>(
    mentions: &[Mention],
    paragraphs: &[Arc<Paragraph>],
    starts: &[usize],
    catalog: &'a Catalog,
) -> (Vec<(EntityIx, FormIx)>, Vec<KnownPerson<'a>>) {
    let mut known: Vec<KnownPerson> = Vec::new();
    let mut persons: Vec<(EntityIx, FormIx)> = Vec::new();
    let mut places: FxHashMap<EntityIx, usize> = FxHashMap::default();
    let full = |m: &&Mention| {
        let person = catalog.entity(m.entity).kind == Kind::Person;
        person && catalog.form(m.form).kind != FormKind::Short
    };
    for mention in mentions.iter().filter(full) {
        let form = catalog.form(mention.form);
        let name = form.text.as_str();
        let block = mention.paragraph as usize;
        let place = (block, mention.span.start - starts[block]);
        let hits = &paragraphs[block].hits;
        let hit = hits.get(hits.partition_point(|hit| hit.span.start < place.1));
        let titles = hit.map_or_else(Titles::default, |hit| hit.titles);
        match places.entry(mention.entity) {
            Entry::Occupied(at) => {
                let person = &mut known[*at.get()];
                person.places.push(place);
                person.titles.push(titles);
                if !person.names.contains(&name) {
                    person.names.push(name);
                }
            }
            Entry::Vacant(at) => {
                at.insert(known.len());
                persons.push((mention.entity, mention.form));
                let family_name = catalog.entity(mention.entity).family_name;
                // After "Eom Heung-yeol" the right surname is his too.
                let right = catalog.entity(mention.entity).name.as_str();
                let own = right == name || form.kind == FormKind::Native;
                let names = if own { vec![name] } else { vec![name, right] };
                let roles = catalog.entity(mention.entity).roles.iter();
                let titles = roles.map(|role| Titles::of_office(&role.title)).chain([titles]).collect();
                known.push(KnownPerson { names, family_name, places: vec![place], titles });
            }
        }
    }
    (persons, known)
}

/// The name-like spans of paragraph `at`, in order, those of `nobody` among them.
fn names_in<'a>(
    paragraph: &'a Paragraph,
    at: usize,
    nobody: &[(usize, RawCandidate)],
) -> Cow<'a, [RawCandidate]> {
    let from = nobody.partition_point(|(paragraph, _)| *paragraph < at);
    let more =
        nobody[from..].iter().take_while(|(paragraph, _)| *paragraph == at).map(|(_, name)| name.clone());
    let mut names = Cow::Borrowed(paragraph.candidates.as_slice());
    for name in more {
        names.to_mut().push(name);
    }
    if let Cow::Owned(names) = &mut names {
        names.sort_by_key(|name| name.span);
    }
    names
}

/// The fullest form of each new name, by its number: the longest, of two the first that is not all in capitals. "" for a
/// number that no place has.
fn fullest<'a>(settled: &[Settled], paragraphs: &'a [Arc<Paragraph>]) -> Vec<&'a str> {
    let mut names: Vec<&str> = Vec::with_capacity(settled.len());
    for name in settled {
        if let Owner::New(number) = name.owner {
            let text = name.span.of(&paragraphs[name.block].prose.text);
            let number = number as usize;
            names.resize(names.len().max(number + 1), "");
            let known = &mut names[number];
            let longer = || letters(text).cmp(&letters(known));
            let calmer = || text.contains(char::is_lowercase) && !known.contains(char::is_lowercase);
            if text != *known && (longer().is_gt() || longer().is_eq() && calmer()) {
                *known = text;
            }
        }
    }
    names
}

/// The characters of a text.
fn letters(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.chars().count() }
}
