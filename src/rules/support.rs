//! What speaks for two spellings being one name, or against it.

use super::rule::Context;
use crate::catalog::{EntityIx, FormKind, Kind};
use crate::corpus::{Article, Name};
use crate::document::{Candidate, Chain, Zone};

/// True when the article names someone whom `entity` belongs together with: an employer, a program that it
/// runs. A country is in every article and says nothing.
pub(super) fn named_beside(context: &Context, entity: EntityIx) -> bool {
    context.document.mentions.iter().any(|m| m.zone != Zone::Furniture && belongs(context, entity, m.entity))
}

/// The same in one sentence with a member of `chain`: "Shasha Baker of OpenAI".
pub(super) fn named_in_sentence(context: &Context, chain: &Chain, entity: EntityIx) -> bool {
    let document = context.document;
    let members = chain.members.iter().filter_map(|m| document.candidates.get(*m as usize));
    members.filter_map(|c| document.sentence(c.span.start)).any(|sentence| {
        let from = document.mentions.partition_point(|m| m.span.start < sentence.start);
        let mentions = document.mentions[from..].iter().take_while(|m| m.span.start < sentence.end);
        mentions.into_iter().any(|m| belongs(context, entity, m.entity))
    })
}

fn belongs(context: &Context, entity: EntityIx, other: EntityIx) -> bool {
    let catalog = context.catalog();
    catalog.related(entity).contains(&other) && catalog.entity(other).kind != Kind::Place
}

/// True when some article presents the name of `chain` as that of somebody of his or her own: it is introduced
/// where nobody is named whom `entity` belongs together with.
pub(super) fn is_its_own(context: &Context, at: usize, name: &str, entity: EntityIx) -> bool {
    let here = context.document.introductions.iter().any(|i| i.chain as usize == at);
    if here && !named_beside(context, entity) {
        return true;
    }
    let beside = |article: &Article| article.entities().any(|other| belongs(context, entity, other));
    let name = Name::New(name.into());
    context.snapshot.complete && context.snapshot.introductions(&name).any(|(article, _)| !beside(article))
}

/// What a name's own script, given in brackets, says: `Some(true)` where it is the entity's, `Some(false)`
/// where it is another's.
pub(super) fn same_script(context: &Context, chain: &Chain, entity: EntityIx) -> Option<bool> {
    let catalog = context.catalog();
    let native: Vec<&str> =
        catalog.forms_of(entity).filter(|f| f.kind == FormKind::Native).map(|f| f.text.as_str()).collect();
    let members = chain.members.iter().filter_map(|m| context.document.candidates.get(*m as usize));
    let given = members.filter_map(|c: &Candidate| context.document.native_beside(c.span)).next()?;
    let given = context.document.slice(given);
    (!native.is_empty()).then(|| native.contains(&given))
}
