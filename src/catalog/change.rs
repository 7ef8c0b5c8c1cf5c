//! What differs between two states of a catalog, and which articles that concerns.
//!
//! An article is read with the entries whose forms stand in it, and with those that they point to or that point to
//! them. So another state of the catalog reads it otherwise only where it holds a form of an entry that changed, or of
//! one that is related to it. Everything else keeps its reading; only the numbers of its entries move.

use super::entity::{Entity, EntityIx, Form, FormIx, Target};
use super::merge::Catalog;
use crate::text::{Format, may_hide_letters, skeleton, skeleton_of_name};
use aho_corasick::AhoCorasick;
use rustc_hash::{FxHashSet, FxHasher};
use std::cmp::Ordering;
use std::hash::{Hash, Hasher};

/// With more forms than these nearly every article is concerned, and looking first would only cost time.
const MOST_FORMS: usize = 4_000;

/// The difference between two states of a catalog.
#[derive(Debug)]
pub struct Change {
    /// Per entity of the old state: its number in the new one and by how much the numbers of its forms move; `None`
    /// where it, or one that it is related to, changed.
    kept: Vec<Option<(EntityIx, u32)>>,
    /// True when nothing differs that an article is read by.
    none: bool,
    /// Finds the forms of what changed, old and new.
    forms: AhoCorasick,
}

impl Change {
    /// What differs between `old` and `new`; `None` where so much does that all articles are to be read anew.
    pub fn between(old: &Catalog, new: &Catalog) -> Option<Change> {
        let pairs = pairs(old, new);
        let mut concerned =
            Concerned { old, new, pairs: &pairs, olds: FxHashSet::default(), news: FxHashSet::default() };
        concerned.gather();
        let Concerned { olds, news, .. } = concerned;
        let mut names: Vec<String> = Vec::new();
        for (catalog, entities) in [(old, &olds), (new, &news)] {
            for ix in entities {
                names.extend(catalog.forms_of(*ix).map(|form| skeleton_of_name(&form.text)));
                names.extend(catalog.entity(*ix).adjectives.iter().map(|word| skeleton_of_name(word)));
            }
        }
        names.sort_unstable();
        names.dedup();
        // What has no letters cannot be looked for.
        if names.len() > MOST_FORMS || names.iter().any(|name| name.trim().is_empty()) {
            return None;
        }
        // Letters in brackets may carry a plural: "(TACs)".
        let plurals: Vec<String> =
            names.iter().filter_map(|name| Some(format!("{}s ", name.strip_suffix(' ')?))).collect();
        let forms = AhoCorasick::new(names.iter().chain(&plurals)).ok()?;
        let mut kept = vec![None; old.len()];
        for pair in &pairs {
            if let Pair { old: Some(before), new: Some(now), .. } = *pair
                && !olds.contains(&before)
            {
                let by = first_form(new, now).wrapping_sub(first_form(old, before));
                kept[before.0 as usize] = Some((now, by));
            }
        }
        Some(Change { kept, none: olds.is_empty() && news.is_empty(), forms })
    }

    /// True when nothing differs that an article is read by.
    pub fn is_none(&self) -> bool {
        self.none
    }

    /// The numbers in the new state of an entity of the old one and of one of its forms; `None` where an article that
    /// names it is to be read anew.
    pub fn renumbered(&self, entity: EntityIx, form: FormIx) -> Option<(EntityIx, FormIx)> {
        let (entity, by) = (*self.kept.get(entity.0 as usize)?)?;
        Some((entity, FormIx(form.0.wrapping_add(by))))
    }

    /// True when the article with this text may have to be read anew, even if it named nothing that changed.
    pub fn concerns(&self, text: &str, format: Format) -> bool {
        may_hide_letters(text, format) || self.forms.is_match(&skeleton(text))
    }
}

fn first_form(catalog: &Catalog, ix: EntityIx) -> u32 {
    catalog.entity(ix).forms.first().map_or(0, |form| form.0)
}

/// One id in both states.
#[derive(Clone, Copy)]
struct Pair {
    old: Option<EntityIx>,
    new: Option<EntityIx>,
    alike: bool,
}

/// The ids of both states, sorted.
fn pairs(old: &Catalog, new: &Catalog) -> Vec<Pair> {
    let (mut olds, mut news) = (old.entities().peekable(), new.entities().peekable());
    let mut pairs = Vec::with_capacity(old.len().max(new.len()));
    loop {
        let order = match (olds.peek(), news.peek()) {
            (Some((_, a)), Some((_, b))) => a.id.cmp(&b.id),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => return pairs,
        };
        let before = if order.is_le() { olds.next() } else { None };
        let now = if order.is_ge() { news.next() } else { None };
        let alike = matches!((before, now), (Some((_, a)), Some((_, b))) if alike(old, a, new, b));
        pairs.push(Pair { old: before.map(|(ix, _)| ix), new: now.map(|(ix, _)| ix), alike });
    }
}

/// The entities, by their numbers in both states, whose articles are to be looked at.
struct Concerned<'c> {
    old: &'c Catalog,
    new: &'c Catalog,
    pairs: &'c [Pair],
    olds: FxHashSet<EntityIx>,
    news: FxHashSet<EntityIx>,
}

impl Concerned<'_> {
    /// What changed, and what is related to it in either state.
    fn gather(&mut self) {
        let (mut olds, mut news) = (FxHashSet::default(), FxHashSet::default());
        for pair in self.pairs.iter().filter(|pair| !pair.alike) {
            olds.extend(pair.old);
            news.extend(pair.new);
        }
        let beside_old = beside(self.old, &olds);
        let beside_new = beside(self.new, &news);
        for pair in self.pairs {
            let is_in =
                |set: &FxHashSet<EntityIx>, ix: Option<EntityIx>| ix.is_some_and(|ix| set.contains(&ix));
            if !pair.alike || is_in(&beside_old, pair.old) || is_in(&beside_new, pair.new) {
                self.olds.extend(pair.old);
                self.news.extend(pair.new);
            }
        }
    }
}

/// What points to one of `changed`, or is pointed to.
fn beside(catalog: &Catalog, changed: &FxHashSet<EntityIx>) -> FxHashSet<EntityIx> {
    let mut beside = FxHashSet::default();
    if changed.is_empty() {
        return beside;
    }
    for ix in changed {
        beside.extend(catalog.related(*ix));
        beside.extend(&catalog.entity(*ix).distinct);
    }
    let apart =
        catalog.entities().filter(|(_, entity)| entity.distinct.iter().any(|other| changed.contains(other)));
    beside.extend(apart.map(|(ix, _)| ix));
    beside
}

/// True when two states of an entity read alike in every article. What is only shown (about, sources, pages, where the
/// entry stands in its file) does not count.
fn alike(old: &Catalog, a: &Entity, new: &Catalog, b: &Entity) -> bool {
    let id = |catalog: &'_ Catalog, ix: EntityIx| catalog.entity(ix).id.clone();
    let own = |a: &Entity| {
        let Entity { kind, family_name, common, unsure, .. } = a;
        (*kind, *family_name, *common, *unsure)
    };
    let distinct =
        |catalog: &Catalog, e: &Entity| e.distinct.iter().map(|ix| id(catalog, *ix)).collect::<Vec<_>>();
    let broader =
        |catalog: &Catalog, e: &Entity| e.broader.as_ref().map(|b| (id(catalog, b.target), b.inferred));
    let relations = |catalog: &Catalog, e: &Entity| {
        e.relations
            .iter()
            .map(|r| (r.name.clone(), id(catalog, r.target), r.bound, r.inferred))
            .collect::<Vec<_>>()
    };
    let roles = |catalog: &Catalog, e: &Entity| {
        let at = |at: &Target| match at {
            Target::Entity(ix) => (true, id(catalog, *ix)),
            Target::Words(words) => (false, words.clone()),
        };
        e.roles.iter().map(|r| (r.title.clone(), r.at.as_ref().map(at), r.bound)).collect::<Vec<_>>()
    };
    own(a) == own(b)
        && (&a.name, &a.acronym, &a.adjectives) == (&b.name, &b.acronym, &b.adjectives)
        && a.forms.len() == b.forms.len()
        && a.forms.iter().zip(&b.forms).all(|(one, other)| forms_alike(old.form(*one), new.form(*other)))
        && distinct(old, a) == distinct(new, b)
        && broader(old, a) == broader(new, b)
        && relations(old, a) == relations(new, b)
        && roles(old, a) == roles(new, b)
}

impl Catalog {
    /// A number that two catalogs share, on one machine, only where they read every article alike and give the same
    /// numbers.
    pub fn fingerprint(&self) -> u64 {
        let mut hasher = FxHasher::default();
        for (_, entity) in self.entities() {
            let Entity { id, kind, name, acronym, adjectives, family_name, distinct, common, unsure, .. } =
                entity;
            (id, kind, name, acronym, adjectives, family_name, distinct, common, unsure).hash(&mut hasher);
            entity.broader.as_ref().map(|b| (b.target, b.inferred)).hash(&mut hasher);
            for r in &entity.relations {
                (&r.name, r.target, r.bound, r.inferred).hash(&mut hasher);
            }
            for r in &entity.roles {
                (&r.title, &r.at, r.bound).hash(&mut hasher);
            }
            // Parts the lists of one entry from those of the next.
            (entity.relations.len(), entity.roles.len()).hash(&mut hasher);
        }
        for Form { text, kind, entity, bound, exact_case, unsure, .. } in self.forms() {
            (text, kind, entity, bound, exact_case, unsure).hash(&mut hasher);
        }
        hasher.finish()
    }
}

fn forms_alike(a: &Form, b: &Form) -> bool {
    let Form { text, kind, bound, exact_case, unsure, .. } = a;
    (text, kind, bound, exact_case, unsure) == (&b.text, &b.kind, &b.bound, &b.exact_case, &b.unsure)
}
