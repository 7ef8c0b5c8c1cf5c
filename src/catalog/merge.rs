//! All catalog files of a corpus, merged key by key into one catalog.

use super::build::build;
use super::draft::{Draft, group};
use super::entity::{Entity, EntityIx, Form, FormIx, Kind};
use super::matcher::Matcher;
use super::near::Near;
use super::parse::CatalogFile;
use super::verdict::{Faults, Verdicts};
use super::words::Words;
use crate::text::Prefixes;
use std::path::Path;
use std::sync::OnceLock;

/// The most names that a catalog may have, all spellings counted: so many take about 600 MB and 20 seconds to load. A desk
/// has some thousands; a list of all companies of a large country has some hundred thousands.
const MOST_NAMES: usize = 1_000_000;

/// The merged catalog: immutable, shared by `Arc`.
#[derive(Debug, Default)]
pub struct Catalog {
    /// Sorted by id.
    entities: Vec<Entity>,
    /// In entity order.
    forms: Vec<Form>,
    matcher: Matcher,
    words: Words,
    /// Per entity: those that it points to or that point to it.
    related: Vec<Vec<EntityIx>>,
    /// Built when a name outside the catalog is first looked at.
    near: OnceLock<Near>,
    /// All forms by how they begin; built when a name is first completed.
    begun: OnceLock<Prefixes>,
    /// Per form: the right forms that its writer may have meant, once asked for ([`Catalog::meant`]).
    pub(super) meant: Vec<OnceLock<Box<[FormIx]>>>,
}

impl Catalog {
    /// Merges `files` in the given order (the starter's first): a later file adds entries, or changes them
    /// key by key. Returns the faults of every file too, those found while parsing included.
    ///
    /// An entry with a fault is left out: what other files say under its id stays in use. An entry that only
    /// points to one that is left out or hidden loses that relation, without a fault of its own.
    pub fn merge(files: &[CatalogFile]) -> (Catalog, Faults) {
        let (catalog, verdicts) = Self::judged(files);
        (catalog, verdicts.into_faults())
    }

    /// The merged catalog, and which entries it leaves out.
    pub(super) fn judged(files: &[CatalogFile]) -> (Catalog, Verdicts<'_>) {
        let mut verdicts = Verdicts::new(files);
        verdicts.judge_number(MOST_NAMES);
        verdicts.judge_targets();
        verdicts.judge_layers();
        verdicts.judge_completeness();
        let drafts = loop {
            let drafts: Vec<Draft<'_>> = group(files, |entry| verdicts.stands(entry))
                .into_iter()
                .map(|(_, voices)| Draft::new(voices))
                .filter(|draft| !draft.disabled())
                .collect();
            if !verdicts.judge_claims(&drafts) {
                break drafts;
            }
            verdicts.judge_completeness();
        };
        let (entities, forms) = build(&drafts);
        let related = related(&entities);
        let matcher = Matcher::new(&forms);
        let words = Words::new(&entities, &forms);
        let meant = vec![OnceLock::new(); forms.len()];
        let (near, begun) = (OnceLock::new(), OnceLock::new());
        let catalog = Catalog { entities, forms, matcher, words, related, near, begun, meant };
        (catalog, verdicts)
    }

    /// The compiled-in starter catalog alone.
    pub fn starter() -> Catalog {
        let files: Vec<CatalogFile> = super::starter::starter_files()
            .iter()
            .map(|(name, text)| super::parse::parse(Path::new(name), text, true))
            .collect();
        Self::merge(&files).0
    }

    /// All entities, sorted by id.
    pub fn entities(&self) -> impl Iterator<Item = (EntityIx, &Entity)> {
        self.entities.iter().enumerate().map(|(i, e)| (EntityIx(i as u32), e))
    }

    /// How many entities there are.
    pub fn len(&self) -> usize {
        self.entities.len()
    }

    /// True when it knows nobody.
    pub fn is_empty(&self) -> bool {
        self.entities.is_empty()
    }

    /// One entity. Panics for an index of another catalog.
    pub fn entity(&self, ix: EntityIx) -> &Entity {
        &self.entities[ix.0 as usize]
    }

    /// One form. Panics for an index of another catalog.
    pub fn form(&self, ix: FormIx) -> &Form {
        &self.forms[ix.0 as usize]
    }

    /// All forms.
    pub fn forms(&self) -> &[Form] {
        &self.forms
    }

    /// The forms of one entity.
    pub fn forms_of(&self, ix: EntityIx) -> impl Iterator<Item = &Form> {
        self.entity(ix).forms.iter().map(|f| self.form(*f))
    }

    /// The entity with this id.
    pub fn by_id(&self, id: &str) -> Option<EntityIx> {
        self.entities.binary_search_by(|e| e.id.as_str().cmp(id)).ok().map(|i| EntityIx(i as u32))
    }

    /// The entities that `ix` points to or that point to `ix` (relations, roles, broader), each once, sorted.
    pub fn related(&self, ix: EntityIx) -> &[EntityIx] {
        &self.related[ix.0 as usize]
    }

    /// The entities that have this acronym.
    pub fn acronym_owners(&self, short: &str) -> &[EntityIx] {
        self.words.acronym_owners(short)
    }

    /// The place that an adjective such as "British" belongs to.
    pub fn place_by_adjective(&self, word: &str) -> Option<EntityIx> {
        self.words.place_by_adjective(word)
    }

    /// The full names and aliases that `name` may be a misspelling of, sorted: few of them, to be judged with
    /// [`super::likeness()`]. Places, terms and titles are not among them.
    pub fn near(&self, name: &str) -> Vec<FormIx> {
        self.misspelt().find(name)
    }

    /// Of [`Self::near`] those that may be the same name in all but a slip, a word within, or the way to write Korean.
    pub fn almost(&self, name: &str) -> Vec<FormIx> {
        self.misspelt().almost(name)
    }

    /// The names in Hangul that differ from `name` in one letter, persons' and those of several words, sorted.
    pub fn almost_hangul(&self, name: &str) -> Vec<FormIx> {
        self.misspelt().hangul(name, &self.forms)
    }

    /// The names in Hangul of several words that have `word`.
    pub fn with_hangul_word(&self, word: &str) -> impl Iterator<Item = FormIx> {
        self.misspelt().with_hangul_word(word)
    }

    /// Builds what is otherwise built when a name outside the catalog is first looked at, and when one is first completed.
    pub fn prepare(&self) {
        self.misspelt();
        self.begun("").next();
    }

    fn misspelt(&self) -> &Near {
        self.near.get_or_init(|| Near::new(&self.entities, &self.forms))
    }

    /// The forms, of every sort, that begin with `key`, or for people have a word from which on they do; true where the
    /// form itself begins so. `key` is a [`prefix_key`](crate::text::prefix_key). Time grows with what is found, not with
    /// the catalog.
    pub fn begun(&self, key: &str) -> impl Iterator<Item = (FormIx, bool)> {
        let person = |form: &Form| self.entity(form.entity).kind == Kind::Person;
        let forms = || self.forms.iter().map(|form| (form.text.as_str(), person(form)));
        let table = self.begun.get_or_init(|| Prefixes::new(forms()));
        table.find(key).map(|begun| (FormIx(begun.text as u32), begun.whole))
    }

    /// Finds forms in text.
    pub fn matcher(&self) -> &Matcher {
        &self.matcher
    }
}

fn related(entities: &[Entity]) -> Vec<Vec<EntityIx>> {
    let mut related = vec![Vec::new(); entities.len()];
    for (i, entity) in entities.iter().enumerate() {
        let relations = entity.relations.iter().map(|r| r.target);
        let employers = entity.roles.iter().filter_map(|r| r.at.as_ref()?.entity());
        let broader = entity.broader.iter().map(|b| b.target);
        for target in relations.chain(employers).chain(broader).filter(|t| t.0 as usize != i) {
            related[i].push(target);
            related[target.0 as usize].push(EntityIx(i as u32));
        }
    }
    for list in &mut related {
        list.sort_unstable();
        list.dedup();
    }
    related
}
