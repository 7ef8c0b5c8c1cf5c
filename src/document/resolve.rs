//! Decides whom each hit of an article names: everyday names, shared acronyms, countries that own a name.
//!
//! Evidence is gathered from the whole article first, then every hit is judged by it, so that the order of
//! paragraphs does not matter. Doubt means no link.

use super::content::{content_words, is_worded, wording};
use super::context::{Owner, RawMention};
use super::own_letters::OwnLetters;
use super::paragraph::Paragraph;
use crate::catalog::{Catalog, EntityIx, FormIx, FormKind, Kind};
use crate::text::Span;
use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};
use std::sync::Arc;

/// An acronym of fewer letters than this has too many owners in the world to count without support.
const SURE_ACRONYM: usize = 4;

/// A long form has no word in common with the names of those whom the catalog knows by its letters.
struct NoWord;

/// What a hit turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It names this entity by this form.
    Names(EntityIx, FormIx),
    /// It can name several, and the article supports more than one of them.
    Ambiguous(Vec<EntityIx>),
    /// It names nobody that the catalog knows.
    Nobody,
}

/// What the acronyms of an article stand for by its own expansions: by acronym, the entities that it expands
/// them to, each once; none where the letters are the article's own.
type Letters = FxHashMap<String, Vec<EntityIx>>;

/// What one article says about whom it names.
pub(super) struct Evidence<'a> {
    catalog: &'a Catalog,
    /// Entities that the article names beyond doubt.
    present: FxHashSet<EntityIx>,
    /// Those of them that it names otherwise than by an acronym.
    named: FxHashSet<EntityIx>,
    letters: Letters,
    /// Letters that are the article's own, though somebody has them for a name.
    own: OwnLetters,
    /// The same for each expansion by itself: paragraph, first byte of the acronym.
    expanded: FxHashMap<(usize, usize), Option<EntityIx>>,
}

impl<'a> Evidence<'a> {
    /// Gathers the evidence of an article.
    pub(super) fn gather(paragraphs: &[Arc<Paragraph>], catalog: &'a Catalog) -> Self {
        let hits: usize = paragraphs.iter().map(|p| p.hits.len()).sum();
        let some = || FxHashSet::with_capacity_and_hasher(hits / 2, FxBuildHasher);
        let mut evidence = Evidence {
            catalog,
            present: some(),
            named: some(),
            letters: Letters::default(),
            own: OwnLetters::default(),
            expanded: FxHashMap::default(),
        };
        let own = OwnLetters::read(paragraphs, catalog);
        let all = paragraphs.iter().flat_map(|p| p.hits.iter().map(move |hit| (hit, &p.prose.text)));
        for (hit, _) in all.filter(|(hit, prose)| !hit.context.enclosed && !own.hold(hit, prose)) {
            if let Some(entity) = hit.plain.or_else(|| Some(evidence.owned(hit)?.0)) {
                evidence.present.insert(entity);
                evidence.named.insert(entity);
            } else if let Some(entity) = evidence.sure(hit) {
                evidence.present.insert(entity);
                if !evidence.acronym(hit) {
                    evidence.named.insert(entity);
                }
            }
        }
        evidence.own = own;
        evidence.read_expansions(paragraphs);
        evidence.admit_common(paragraphs);
        evidence
    }

    /// The entity that the expansion whose acronym begins at byte `short` of paragraph `at` stands for.
    pub(super) fn expanded(&self, at: usize, short: usize) -> Option<EntityIx> {
        self.expanded.get(&(at, short)).copied().flatten()
    }

    /// Whom a hit of paragraph `at`, whose prose is `prose`, names.
    pub(super) fn judge(&self, at: usize, hit: &RawMention, prose: &str) -> Verdict {
        if hit.context.enclosed || self.own.hold(hit, prose) {
            return Verdict::Nobody;
        }
        if let (Some(entity), Some(form)) = (hit.plain, hit.forms.first()) {
            return Verdict::Names(entity, *form);
        }
        if let Some((entity, form)) = self.owned(hit) {
            return Verdict::Names(entity, form);
        }
        if self.acronym(hit) {
            if let Some(meaning) = self.expanded.get(&(at, hit.span.start)) {
                return meaning.map_or(Verdict::Nobody, |entity| self.names(hit, entity));
            }
            return match self.letters.get(hit.span.of(prose)).map(Vec::as_slice) {
                Some([]) => Verdict::Nobody,
                Some([entity]) => self.names(hit, *entity),
                Some(several) => Verdict::Ambiguous(several.to_vec()),
                None => self.judge_acronym(hit),
            };
        }
        self.judge_name(hit)
    }

    fn judge_name(&self, hit: &RawMention) -> Verdict {
        if self.disowned(hit) {
            return Verdict::Nobody;
        }
        let mut owners: Vec<EntityIx> = self.entities(hit);
        if owners.len() > 1 {
            owners.retain(|e| self.named.contains(e) || self.supported(*e) && !self.short_only(hit, *e));
        }
        match owners.as_slice() {
            [] => Verdict::Nobody,
            [one]
                if self.catalog.entity(*one).common
                    && !self.present.contains(one)
                    && !self.supported(*one) =>
            {
                Verdict::Nobody
            }
            [one] => self.names(hit, *one),
            _ => self.one_named(hit, owners),
        }
    }

    fn judge_acronym(&self, hit: &RawMention) -> Verdict {
        let owners = self.entities(hit);
        let supported: Vec<EntityIx> =
            owners.iter().copied().filter(|e| self.named.contains(e) || self.supported(*e)).collect();
        match (owners.as_slice(), supported.as_slice()) {
            (_, [one]) => self.names(hit, *one),
            ([one], []) if self.sure(hit).is_some() => self.names(hit, *one),
            (_, []) => Verdict::Nobody,
            _ => self.one_named(hit, supported),
        }
    }

    /// Of several supported owners the one that the article names in full, if it is one only.
    fn one_named(&self, hit: &RawMention, owners: Vec<EntityIx>) -> Verdict {
        let mut named = owners.iter().copied().filter(|e| self.named.contains(e));
        match (named.next(), named.next()) {
            (Some(one), None) => self.names(hit, one),
            _ => Verdict::Ambiguous(owners),
        }
    }

    fn names(&self, hit: &RawMention, entity: EntityIx) -> Verdict {
        let own = hit.forms.iter().copied().find(|f| self.catalog.form(*f).entity == entity);
        let form = own.or_else(|| self.catalog.entity(entity).forms.first().copied());
        form.map_or(Verdict::Nobody, |form| Verdict::Names(entity, form))
    }

    /// The entity that the words beside a shared name decide for: Japan's AI Safety Institute.
    fn owned(&self, hit: &RawMention) -> Option<(EntityIx, FormIx)> {
        let Owner::Known(owner) = hit.context.owner else { return None };
        if !self.shared(hit) {
            return None;
        }
        let here = self.entities(hit);
        let others = here.iter().flat_map(|e| self.catalog.entity(*e).distinct.iter().copied());
        let mut group: Vec<EntityIx> = here.iter().copied().chain(others).collect();
        group.sort_unstable();
        group.dedup();
        let mut owned = group.into_iter().filter(|e| self.belongs(*e, owner));
        match (owned.next(), owned.next()) {
            (Some(entity), None) => match self.names(hit, entity) {
                Verdict::Names(entity, form) => Some((entity, form)),
                _ => None,
            },
            _ => None,
        }
    }

    /// True for a shared name that the words beside it give to someone else.
    fn disowned(&self, hit: &RawMention) -> bool {
        hit.context.owner != Owner::Nobody && self.shared(hit)
    }

    /// True for a name that other bodies bear too.
    fn shared(&self, hit: &RawMention) -> bool {
        hit.forms.iter().any(|f| {
            let entity = self.catalog.entity(self.catalog.form(*f).entity);
            entity.kind == Kind::Organization && (entity.common || !entity.distinct.is_empty())
        })
    }

    /// True when `entity` is `owner`'s own: related to it, or to a place that `owner` (a capital, say) is part of.
    fn belongs(&self, entity: EntityIx, owner: EntityIx) -> bool {
        let related = self.catalog.related(entity);
        related.contains(&owner)
            || self.catalog.entity(owner).kind == Kind::Place
                && self.parents(owner).any(|parent| related.contains(&parent))
    }

    fn parents(&self, place: EntityIx) -> impl Iterator<Item = EntityIx> {
        let entity = self.catalog.entity(place);
        let relations = entity.relations.iter().map(|r| r.target);
        relations
            .chain(entity.broader.iter().map(|b| b.target))
            .filter(|e| self.catalog.entity(*e).kind == Kind::Place)
    }

    /// The entity of a hit that needs no support.
    fn sure(&self, hit: &RawMention) -> Option<EntityIx> {
        let entity = self.only_entity(hit)?;
        let long_enough = || {
            let text = &self.catalog.form(hit.forms[0]).text;
            text.chars().filter(|c| c.is_alphanumeric()).count() >= SURE_ACRONYM
                || crate::config::EXEMPT.contains(&text.as_str())
        };
        let sure = !self.catalog.entity(entity).common && (!self.acronym(hit) || long_enough());
        sure.then_some(entity)
    }

    fn acronym(&self, hit: &RawMention) -> bool {
        hit.forms.iter().all(|f| self.catalog.form(*f).kind == FormKind::Acronym)
    }

    /// The entity that the hit can name, where it is one only.
    fn only_entity(&self, hit: &RawMention) -> Option<EntityIx> {
        let mut entities = hit.forms.iter().map(|f| self.catalog.form(*f).entity);
        let first = entities.next()?;
        entities.all(|e| e == first).then_some(first)
    }

    fn entities(&self, hit: &RawMention) -> Vec<EntityIx> {
        let mut entities: Vec<EntityIx> = hit.forms.iter().map(|f| self.catalog.form(*f).entity).collect();
        entities.sort_unstable();
        entities.dedup();
        entities
    }

    /// True when the hit is no more than a short form of `entity`: among several owners that takes a full one
    /// elsewhere in the article.
    fn short_only(&self, hit: &RawMention, entity: EntityIx) -> bool {
        let forms = hit.forms.iter().map(|f| self.catalog.form(*f));
        forms.filter(|f| f.entity == entity).all(|f| f.kind == FormKind::Short)
    }

    /// True when the article names someone whom `entity` belongs together with.
    fn supported(&self, entity: EntityIx) -> bool {
        self.catalog.related(entity).iter().any(|e| self.present.contains(e))
    }

    /// Learns from "Long Form (LF)" what the letters mean in this article.
    fn read_expansions(&mut self, paragraphs: &[Arc<Paragraph>]) {
        let mut others = Vec::new();
        for (at, paragraph) in paragraphs.iter().enumerate() {
            for expansion in &paragraph.expansions {
                let text = &paragraph.prose.text;
                // Hits stand in order and do not overlap: one at most ends with the long form.
                let last = paragraph.hits.partition_point(|h| h.span.end < expansion.long.end);
                let ends = |h: &&RawMention| h.span.end == expansion.long.end && !h.context.enclosed;
                let hit = paragraph.hits.get(last).filter(ends);
                let short = expansion.short.of(text);
                let meaning = match hit {
                    Some(hit) => Ok(self.meaning_of_name(short, hit)),
                    None => self.meaning_by_words(short, expansion.long.of(text)),
                };
                let Ok(meaning) = meaning else {
                    others.push((at, expansion.short, short));
                    continue;
                };
                self.learn(at, expansion.short, short, meaning);
                let named =
                    |entity: &EntityIx| hit.is_some() || self.is_name_of(*entity, expansion.long.of(text));
                if let Some(entity) = meaning.filter(named) {
                    // Its own long form and its own letters side by side: no everyday name.
                    self.present.insert(entity);
                    self.named.insert(entity);
                }
            }
        }
        if others.is_empty() {
            return;
        }
        let in_full = Self::written_in_full(self.catalog, paragraphs);
        let meant = |short: &str| {
            // Who writes out the name that the catalog means, too, means another thing.
            let known = self.letters.get(short);
            let apart = |e: EntityIx| in_full.contains(&e) || known.is_some_and(|known| known.contains(&e));
            let fits = |e: &EntityIx| (self.named.contains(e) || self.near(*e)) && !apart(*e);
            only(self.catalog.acronym_owners(short).iter().copied().filter(fits))
        };
        let meanings: Vec<Option<EntityIx>> = others.iter().map(|(_, _, short)| meant(short)).collect();
        for ((at, place, short), meaning) in others.into_iter().zip(meanings) {
            self.learn(at, place, short, meaning);
        }
    }

    /// True where `long` is the name of `entity` in British or American spelling, or with "and" for "&".
    fn is_name_of(&self, entity: EntityIx, long: &str) -> bool {
        let written = wording(long);
        self.catalog
            .forms_of(entity)
            .any(|form| form.kind != FormKind::Acronym && is_worded(&form.text, &written))
    }

    /// Keeps what the letters `short` at `place` of paragraph `at` stand for.
    fn learn(&mut self, at: usize, place: Span, short: &str, meaning: Option<EntityIx>) {
        self.expanded.insert((at, place.start), meaning);
        let known = self.letters.entry(short.to_owned()).or_default();
        if let Some(entity) = meaning.filter(|entity| !known.contains(entity)) {
            known.push(entity);
        }
    }

    /// The entities whose full names of several words the article writes.
    fn written_in_full(catalog: &Catalog, paragraphs: &[Arc<Paragraph>]) -> FxHashSet<EntityIx> {
        let hits = paragraphs.iter().flat_map(|p| &p.hits).filter(|hit| !hit.context.enclosed);
        let forms = hits.flat_map(|hit| hit.forms.iter()).map(|form| catalog.form(*form));
        forms
            .filter(|form| form.kind == FormKind::Full && form.text.contains(' '))
            .map(|f| f.entity)
            .collect()
    }

    /// The entity that `short` stands for where the article writes it out as a long form that ends in the known name
    /// `hit`; `None` where the letters are the article's own.
    fn meaning_of_name(&self, short: &str, hit: &RawMention) -> Option<EntityIx> {
        let owners = self.catalog.acronym_owners(short);
        let entity = match (self.owned(hit), self.judge_name(hit)) {
            (Some((entity, _)), _) | (None, Verdict::Names(entity, _)) => Some(entity),
            // An everyday name beside its own letters: they support each other.
            _ if !self.disowned(hit) => {
                let full = |e: &EntityIx| owners.contains(e) && !self.short_only(hit, *e);
                self.entities(hit).into_iter().find(full)
            }
            _ => None,
        };
        entity.filter(|e| owners.contains(e))
    }

    /// The entity that `short` stands for where the article writes it out as `long`, which has a word of its name; `None`
    /// where the letters are nobody's whom the catalog knows, or several names have such a word.
    fn meaning_by_words(&self, short: &str, long: &str) -> Result<Option<EntityIx>, NoWord> {
        let owners = self.catalog.acronym_owners(short);
        if owners.is_empty() {
            return Ok(None);
        }
        let words = content_words(long);
        let shares = |e: &EntityIx| {
            let mut forms = self.catalog.forms_of(*e).filter(|f| f.kind != FormKind::Acronym);
            forms.any(|f| content_words(&f.text).iter().any(|w| words.contains(w)))
        };
        let mut sharing = owners.iter().copied().filter(shares).peekable();
        if sharing.peek().is_none() { Err(NoWord) } else { Ok(only(sharing)) }
    }

    /// True when the article names someone related to `entity` who is no place: countries are in every article.
    fn near(&self, entity: EntityIx) -> bool {
        let related = self.catalog.related(entity).iter();
        related.into_iter().any(|e| self.present.contains(e) && self.catalog.entity(*e).kind != Kind::Place)
    }

    /// Admits everyday names that the article supports: by another form of the same entity, or by someone whom
    /// it belongs together with.
    fn admit_common(&mut self, paragraphs: &[Arc<Paragraph>]) {
        let mut seen: FxHashMap<EntityIx, FxHashSet<FormIx>> = FxHashMap::default();
        let hits = paragraphs.iter().flat_map(|p| &p.hits).filter(|hit| hit.plain.is_none());
        for hit in hits.filter(|hit| !hit.context.enclosed && !self.disowned(hit)) {
            if let Some(entity) = self.only_entity(hit)
                && self.catalog.entity(entity).common
            {
                seen.entry(entity).or_default().extend(hit.forms.iter().copied());
            }
        }
        let admitted: Vec<EntityIx> = seen
            .iter()
            .filter(|(e, forms)| forms.len() > 1 || self.supported(**e))
            .map(|(e, _)| *e)
            .collect();
        self.present.extend(admitted.iter().copied());
        self.named.extend(admitted);
    }
}

/// The one of `entities`, where there is one only.
fn only(mut entities: impl Iterator<Item = EntityIx>) -> Option<EntityIx> {
    entities.next().filter(|_| entities.next().is_none())
}
