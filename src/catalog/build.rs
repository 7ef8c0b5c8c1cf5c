//! Drafts to entities and forms.

use super::draft::{Draft, Voice};
use super::entity::{Broader, Entity, EntityIx, Form, FormIx, Kind, Relation, Role, Source, Target, Test};
use super::entry::{Given, WrittenRelation, WrittenRole, is_id};
use crate::text::Span;
use rustc_hash::FxHashMap;

/// What the catalog has; what is not in it is left out or hidden.
struct Known<'f> {
    ids: FxHashMap<&'f str, EntityIx>,
    /// Names to use that one entry alone has.
    names: FxHashMap<&'f str, Option<EntityIx>>,
}

impl<'f> Known<'f> {
    fn new(drafts: &[Draft<'f>]) -> Self {
        let (mut ids, mut names) = (FxHashMap::default(), FxHashMap::default());
        for (i, draft) in drafts.iter().enumerate() {
            let ix = EntityIx(i as u32);
            ids.insert(draft.id, ix);
            if let Some(name) = draft.name() {
                names.entry(name).and_modify(|owner| *owner = None).or_insert(Some(ix));
            }
        }
        Self { ids, names }
    }

    fn id(&self, id: &str) -> Option<EntityIx> {
        self.ids.get(id).copied()
    }

    /// An employer is given by id or, as people write it, by name.
    fn at(&self, words: &str) -> Option<EntityIx> {
        self.id(words).or_else(|| self.names.get(words).copied().flatten())
    }
}

/// The entities of `drafts`, which are sorted by id, and all their forms.
pub(super) fn build(drafts: &[Draft<'_>]) -> (Vec<Entity>, Vec<Form>) {
    let known = Known::new(drafts);
    let mut entities = Vec::with_capacity(drafts.len());
    let mut forms = Vec::new();
    for (i, draft) in drafts.iter().enumerate() {
        let own = add_forms(draft, EntityIx(i as u32), &mut forms);
        entities.push(entity(draft, &known, own));
    }
    (entities, forms)
}

fn add_forms(draft: &Draft<'_>, entity: EntityIx, forms: &mut Vec<Form>) -> Vec<FormIx> {
    let first = forms.len();
    for wording in draft.wordings() {
        let written = &wording.written.value;
        forms.push(Form {
            text: written.text.clone(),
            kind: wording.kind,
            entity,
            bound: written.bound,
            note: written.note.clone(),
            severity: written.severity,
            exact_case: written.exact_case,
            unsure: written.unsure,
            source: source(wording.voice, wording.written.span),
        });
    }
    (first..forms.len()).map(|i| FormIx(i as u32)).collect()
}

fn source(voice: Voice<'_>, span: Span) -> Source {
    Source { file: voice.file.path.clone(), span }
}

fn entity(draft: &Draft<'_>, known: &Known<'_>, forms: Vec<FormIx>) -> Entity {
    let last = draft.voices[draft.voices.len() - 1];
    Entity {
        id: draft.id.to_owned(),
        // ok: a draft without a kind or a name was left out before; the fallbacks are never seen.
        kind: draft.kind().unwrap_or(Kind::Term),
        name: draft.name().unwrap_or(draft.id).to_owned(),
        acronym: draft.first_form("acronym").map(str::to_owned),
        forms,
        adjectives: draft.texts("adjectives").iter().map(|text| text.value.clone()).collect(),
        family_name: match draft.value("family-name") {
            Some(Given::FamilyName(order)) => Some(*order),
            _ => None,
        },
        distinct: draft.texts("distinct").iter().filter_map(|id| known.id(&id.value)).collect(),
        common: draft.flag("common"),
        broader: match draft.value("broader") {
            Some(Given::Broader { target, inferred }) => {
                known.id(&target.value).map(|target| Broader { target, inferred: *inferred })
            }
            _ => None,
        },
        about: draft.text("about").map(str::to_owned),
        unsure: draft.flag("status"),
        note: draft.text("note").map(str::to_owned),
        relations: match draft.value("relations") {
            Some(Given::Relations(list)) => list.iter().filter_map(|r| relation(&r.value, known)).collect(),
            _ => Vec::new(),
        },
        roles: match draft.value("roles") {
            Some(Given::Roles(list)) => list.iter().map(|r| role(&r.value, known)).collect(),
            _ => Vec::new(),
        },
        tests: tests(draft),
        wikidata: draft.text("wikidata").map(str::to_owned),
        url: draft.text("url").map(str::to_owned),
        as_of: draft.voices.iter().rev().find_map(|voice| voice.file.as_of),
        starter: draft.voices.iter().all(|voice| voice.file.starter),
        source: source(last, last.entry.span),
    }
}

fn relation(written: &WrittenRelation, known: &Known<'_>) -> Option<Relation> {
    Some(Relation {
        name: written.name.clone(),
        target: known.id(&written.target.value)?,
        seen: written.seen,
        bound: written.bound,
        source: written.source.clone(),
        inferred: written.inferred,
        note: written.note.clone(),
    })
}

fn role(written: &WrittenRole, known: &Known<'_>) -> Role {
    let at = written.at.as_ref().and_then(|at| match known.at(&at.value) {
        Some(ix) => Some(Target::Entity(ix)),
        // The id of an entry that is left out or hidden says nothing to a reader.
        None => (!is_id(&at.value)).then(|| Target::Words(at.value.clone())),
    });
    Role {
        title: written.title.clone(),
        at,
        seen: written.seen,
        bound: written.bound,
        source: written.source.clone(),
        note: written.note.clone(),
    }
}

fn tests(draft: &Draft<'_>) -> Vec<Test> {
    let Some(said) = draft.said("tests") else { return Vec::new() };
    let Given::Tests(list) = &said.given.value else { return Vec::new() };
    list.iter()
        .map(|test| Test {
            text: test.value.text.clone(),
            finds: test.value.finds.clone(),
            source: source(said.voice, test.span),
        })
        .collect()
}
