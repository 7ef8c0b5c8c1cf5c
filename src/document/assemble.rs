//! Makes an article of its paragraphs: decides what needs the whole text. Time is in proportion to the names.

use super::article::Document;
use super::dated::date;
use super::facts::{
    Acronym, Ambiguity, Candidate, Chain, ChainKey, Expansion, Introduction, IntroductionKind, Mention, Zone,
};
use super::introduction::{Named, introductions};
use super::linking::{BlockNames, KnownPerson, Owner, Settled, settle};
use super::paragraph::Paragraph;
use super::resolve::{Evidence, Verdict};
use super::speaker::{Voice, speeches};
use super::suppress::suppressions;
use super::zones::zones;
use crate::catalog::{Catalog, EntityIx, FormIx, FormKind, Kind};
use crate::text::{Format, QuotationKind, Span, clean};
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// Makes an article of its paragraphs. `path` is only looked at for a date in it.
pub(super) fn assemble(
    paragraphs: Vec<Arc<Paragraph>>,
    format: Format,
    path: &str,
    catalog: &Catalog,
) -> Document {
    let (starts, lines) = places(&paragraphs);
    let mut assembly = Assembly {
        zones: zones(&paragraphs, format),
        catalog,
        chains: Vec::new(),
        by_key: FxHashMap::default(),
        mentions: Vec::new(),
        candidates: Vec::new(),
        ambiguities: Vec::new(),
        paragraphs: &paragraphs,
        starts: &starts,
    };
    let evidence = Evidence::gather(&paragraphs, catalog);
    assembly.take_mentions(&evidence);
    assembly.take_candidates();
    assembly.order();
    let expansions = assembly.expansions(&evidence);
    let acronyms = assembly.acronyms();
    let voices = assembly.voices();
    let introductions = assembly.introductions(&expansions);
    let Assembly { zones, chains, mentions, candidates, ambiguities, .. } = assembly;
    Document {
        speeches: speeches(&paragraphs, &starts, &voices),
        suppressions: suppressions(&paragraphs, &starts, format),
        date: date(&paragraphs, path),
        format,
        paragraphs,
        starts,
        lines,
        zones,
        mentions,
        candidates,
        chains,
        expansions,
        introductions,
        acronyms,
        ambiguities,
    }
}

/// The first byte and the line of each paragraph.
fn places(paragraphs: &[Arc<Paragraph>]) -> (Vec<usize>, Vec<u32>) {
    let (mut byte, mut line) = (0, 0);
    let mut starts = Vec::with_capacity(paragraphs.len());
    let mut lines = Vec::with_capacity(paragraphs.len());
    for paragraph in paragraphs {
        starts.push(byte);
        lines.push(line);
        byte += paragraph.text.len();
        line += paragraph.breaks;
    }
    (starts, lines)
}

/// An article in the making.
struct Assembly<'a> {
    paragraphs: &'a [Arc<Paragraph>],
    starts: &'a [usize],
    catalog: &'a Catalog,
    zones: Vec<Zone>,
    chains: Vec<Chain>,
    by_key: FxHashMap<ChainKey, u32>,
    mentions: Vec<Mention>,
    candidates: Vec<Candidate>,
    ambiguities: Vec<Ambiguity>,
}

impl Assembly<'_> {
    fn chain(&mut self, key: ChainKey) -> u32 {
        let next = self.chains.len() as u32;
        *self.by_key.entry(key).or_insert_with_key(|key| {
            self.chains.push(Chain { key: key.clone(), members: Vec::new(), first: None });
            next
        })
    }

    /// The zone of `span`, which counts from the start of paragraph `at`: lines of furniture and the dateline
    /// are furniture in any paragraph.
    fn zone(&self, at: usize, span: Span) -> Zone {
        let paragraph = &self.paragraphs[at];
        let outside =
            !paragraph.frame.body.covers(span) || paragraph.frame.dateline.is_some_and(|d| d.overlaps(span));
        if outside && paragraph.is_prose() { Zone::Furniture } else { self.zones[at] }
    }

    fn speech(&self, at: usize, span: Span) -> bool {
        let quotations = &self.paragraphs[at].prose.quotations;
        quotations.iter().any(|q| q.kind == QuotationKind::Speech && q.span.covers(span))
    }

    fn mention(&mut self, at: usize, span: Span, entity: EntityIx, form: FormIx, partial: bool) {
        let mention = Mention {
            chain: self.chain(ChainKey::Entity(entity)),
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

    fn take_mentions(&mut self, evidence: &Evidence) {
        for at in 0..self.paragraphs.len() {
            for hit in &self.paragraphs[at].hits {
                match evidence.judge(hit, hit.span.of(&self.paragraphs[at].prose.text)) {
                    Verdict::Names(entity, form) => self.mention(at, hit.span, entity, form, false),
                    Verdict::Ambiguous(owners) => {
                        let owners = owners.into_iter().map(|e| self.chain(ChainKey::Entity(e))).collect();
                        self.ambiguous(at, hit.span, owners);
                    }
                    Verdict::Nobody => {}
                }
            }
        }
    }

    fn ambiguous(&mut self, at: usize, span: Span, mut owners: Vec<u32>) {
        owners.sort_unstable();
        let (zone, speech) = (self.zone(at, span), self.speech(at, span));
        let span = span.shifted(self.starts[at]);
        self.ambiguities.push(Ambiguity { span, owners, zone, speech, paragraph: at as u32 });
    }

    /// Settles which capitalised words are names, and links surnames to known persons.
    fn take_candidates(&mut self) {
        let (persons, known) = self.known_persons();
        let blocks: Vec<BlockNames> = self
            .paragraphs
            .iter()
            .map(|p| BlockNames { text: &p.prose.text, names: &p.candidates, title_case: p.title_case })
            .collect();
        let (settled, shared) = settle(&blocks, &known);
        let names = fullest(&settled, &blocks);
        for name in &settled {
            match name.owner {
                Owner::Known(person) => {
                    let (entity, form) = persons[person as usize];
                    self.mention(name.block, name.span, entity, form, true);
                }
                Owner::New(number) => self.candidate(name, names[&number]),
            }
        }
        for name in shared {
            let key = |owner: &Owner| match owner {
                Owner::Known(person) => ChainKey::Entity(persons[*person as usize].0),
                Owner::New(number) => ChainKey::Name(clean(names.get(number).copied().unwrap_or_default())),
            };
            let owners = name.owners.iter().map(|owner| self.chain(key(owner))).collect();
            self.ambiguous(name.block, name.span, owners);
        }
    }

    fn candidate(&mut self, name: &Settled, fullest: &str) {
        let candidate = Candidate {
            chain: self.chain(ChainKey::Name(clean(fullest))),
            zone: self.zone(name.block, name.span),
            speech: self.speech(name.block, name.span),
            span: name.span.shifted(self.starts[name.block]),
            paragraph: name.block as u32,
            kind: name.kind,
        };
        self.candidates.push(candidate);
    }

    /// The persons of the catalog whom the article names in full, and the names it gives them.
    fn known_persons(&self) -> (Vec<(EntityIx, FormIx)>, Vec<KnownPerson<'_>>) {
        let mut known: Vec<KnownPerson> = Vec::new();
        let mut persons: Vec<(EntityIx, FormIx)> = Vec::new();
        let full = |m: &&Mention| {
            self.is_person(m.entity)
                && !matches!(self.catalog.form(m.form).kind, FormKind::Short | FormKind::Native)
        };
        for mention in self.mentions.iter().filter(full) {
            let name = self.catalog.form(mention.form).text.as_str();
            match persons.iter().position(|(entity, _)| *entity == mention.entity) {
                Some(at) if known[at].names.contains(&name) => {}
                Some(at) => known[at].names.push(name),
                None => {
                    persons.push((mention.entity, mention.form));
                    let family_name = self.catalog.entity(mention.entity).family_name;
                    known.push(KnownPerson { names: vec![name], family_name });
                }
            }
        }
        (persons, known)
    }

    /// Brings facts into text order and fills the chains.
    fn order(&mut self) {
        self.mentions.sort_by_key(|m| m.span);
        self.ambiguities.sort_by_key(|a| a.span);
        self.candidates.sort_by_key(|c| c.span);
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

    fn expansions(&self, evidence: &Evidence) -> Vec<Expansion> {
        let mut expansions = Vec::new();
        for (at, paragraph) in self.paragraphs.iter().enumerate() {
            for raw in &paragraph.expansions {
                let start = self.starts[at];
                let short = raw.short.of(&paragraph.prose.text);
                expansions.push(Expansion {
                    entity: evidence.letters().get(short).copied().flatten(),
                    zone: self.zone(at, raw.span),
                    speech: self.speech(at, raw.span),
                    short: raw.short.shifted(start),
                    long: raw.long.shifted(start),
                    span: raw.span.shifted(start),
                    paragraph: at as u32,
                });
            }
        }
        expansions.sort_by_key(|e| e.span);
        expansions
    }

    fn acronyms(&self) -> Vec<Acronym> {
        let names = self.names();
        let mut acronyms = Vec::new();
        for (at, paragraph) in self.paragraphs.iter().enumerate() {
            for raw in &paragraph.acronyms {
                let span = raw.shifted(self.starts[at]);
                let first = names.partition_point(|n| n.end <= span.start);
                acronyms.push(Acronym {
                    inside_name: names[first..].first().is_some_and(|n| n.covers(span) && *n != span),
                    zone: self.zone(at, *raw),
                    speech: self.speech(at, *raw),
                    paragraph: at as u32,
                    span,
                });
            }
        }
        acronyms
    }

    /// The spans of all names, in order.
    fn names(&self) -> Vec<Span> {
        let mut names: Vec<Span> = self.mentions.iter().map(|m| m.span).collect();
        names.extend(self.candidates.iter().map(|c| c.span));
        names.sort_unstable();
        names
    }

    fn is_person(&self, entity: EntityIx) -> bool {
        self.catalog.entity(entity).kind == Kind::Person
    }

    /// Names that can speak, in text order.
    fn voices(&self) -> Vec<Voice> {
        let speaks = |kind: Kind| matches!(kind, Kind::Person | Kind::Organization);
        let known = self.mentions.iter().filter(|m| speaks(self.catalog.entity(m.entity).kind));
        let known = known.map(|m| Voice { span: m.span, chain: m.chain, person: self.is_person(m.entity) });
        let new = self.candidates.iter().filter(|c| c.kind.is_none_or(speaks));
        let new = new.map(|c| Voice { span: c.span, chain: c.chain, person: c.kind == Some(Kind::Person) });
        let mut voices: Vec<Voice> = known.chain(new).collect();
        voices.sort_by_key(|v| v.span);
        voices
    }

    fn introductions(&self, expansions: &[Expansion]) -> Vec<Introduction> {
        let mut named: Vec<(u32, Named)> = Vec::new();
        for mention in self.mentions.iter().filter(|m| !m.partial && !m.speech) {
            let kind = self.catalog.entity(mention.entity).kind;
            if !matches!(kind, Kind::Place | Kind::Term | Kind::Title) {
                let person = kind == Kind::Person;
                named.push((mention.paragraph, Named { span: mention.span, chain: mention.chain, person }));
            }
        }
        for candidate in self.candidates.iter().filter(|c| !c.speech) {
            let person = candidate.kind == Some(Kind::Person);
            named.push((candidate.paragraph, Named { span: candidate.span, chain: candidate.chain, person }));
        }
        named.sort_by_key(|(_, n)| n.span);
        let mut found = self.by_long_form(expansions);
        for names in named.chunk_by(|a, b| a.0 == b.0) {
            let at = names[0].0 as usize;
            if matches!(self.zones[at], Zone::Body | Zone::Caption) {
                found.extend(self.by_words(at, names));
            }
        }
        found.sort_by_key(|i| (i.name, i.kind));
        found
    }

    fn by_words(&self, at: usize, names: &[(u32, Named)]) -> impl Iterator<Item = Introduction> {
        let start = self.starts[at];
        let names: Vec<Named> = names
            .iter()
            .map(|(_, n)| Named { span: Span::new(n.span.start - start, n.span.end - start), ..*n })
            .collect();
        introductions(&self.paragraphs[at], &names).into_iter().map(move |i| Introduction {
            name: i.name.shifted(start),
            what: i.what.shifted(start),
            sentence: i.sentence.shifted(start),
            ..i
        })
    }

    /// Expansions introduce the name that is written out.
    fn by_long_form(&self, expansions: &[Expansion]) -> Vec<Introduction> {
        let chain_at = |span: Span| {
            let mention = self.mentions.iter().find(|m| m.span == span).map(|m| m.chain);
            mention.or_else(|| self.candidates.iter().find(|c| c.span == span).map(|c| c.chain))
        };
        let introduce = |e: &Expansion| {
            let chain = match e.entity {
                Some(entity) => self.by_key.get(&ChainKey::Entity(entity)).copied()?,
                None => chain_at(e.long)?,
            };
            let start = self.starts[e.paragraph as usize];
            let prose = &self.paragraphs[e.paragraph as usize].prose;
            let sentence = prose.sentence(e.long.start - start).map_or(e.span, |s| s.shifted(start));
            Some(Introduction {
                chain,
                kind: IntroductionKind::Expansion,
                name: e.span,
                what: e.long,
                sentence,
            })
        };
        expansions.iter().filter_map(introduce).collect()
    }
}

/// The fullest form of each new name: the longest, of two the first.
fn fullest<'a>(settled: &[Settled], blocks: &[BlockNames<'a>]) -> FxHashMap<u32, &'a str> {
    let mut names: FxHashMap<u32, &str> = FxHashMap::default();
    for name in settled {
        if let Owner::New(number) = name.owner {
            let text = name.span.of(blocks[name.block].text);
            let known = names.entry(number).or_insert(text);
            if text.chars().count() > known.chars().count() {
                *known = text;
            }
        }
    }
    names
}
