//! Known persons by the office that an article gives to somebody of almost the same name.

use super::rule::Context;
use super::spelling::{distance, squeezed};
use crate::catalog::{
    Entity, EntityIx, FamilyName, Form, FormKind, Kind, Role, TitleLikeness, compare_titles, title_words,
};
use crate::document::{ChainKey, Introduction, IntroductionKind, family_name};

/// Letters by which two given names of one office and one surname differ, where they are a slip: "Jae-myung" for
/// "Je-myung".
const MOST_LETTERS: usize = 2;

/// The known person who holds the very office that the article gives to `name`, chain `at`, and differs from it by a slip
/// in the given name: "Second Vice Minister Ryu Jae-myung". Two persons of one surname hold one office at the same time
/// hardly ever.
pub(super) fn holder<'c>(context: &Context<'c>, at: usize, name: &str) -> Option<&'c Form> {
    let roles = context.document.introductions.iter();
    let mut roles =
        roles.filter(|i| i.chain as usize == at && i.kind == IntroductionKind::Role && i.holds).peekable();
    // Most names have no office.
    roles.peek()?;
    let family = family_name(name)?;
    roles.find_map(|role| {
        let holders = bodies(context, role).into_iter().flat_map(|body| holders(context, role, body));
        holders.into_iter().find(|form| {
            let (surname, given) = parted(&form.text, context.catalog().entity(form.entity));
            let other = squeezed(&name.replacen(family, "", 1));
            squeezed(surname) == squeezed(family)
                && distance(&squeezed(given), &other, MOST_LETTERS).is_some_and(|letters| letters > 0)
        })
    })
}

/// The bodies at which an office is held: its employer, or, of a title that says a lot by itself, any that the article names.
fn bodies(context: &Context, role: &Introduction) -> Vec<EntityIx> {
    let known = |chain: &crate::document::Chain| match chain.key {
        ChainKey::Entity(entity) => Some(entity),
        ChainKey::Name(_) => None,
    };
    let chains = &context.document.chains;
    match role.employer {
        Some(employer) => chains.get(employer as usize).and_then(known).into_iter().collect(),
        None if title_words(context.document.slice(role.title)).len() > 1 => {
            chains.iter().filter_map(known).collect()
        }
        None => Vec::new(),
    }
}

/// The full names of those who hold the office at `body` in the article's days.
fn holders<'c>(context: &Context<'c>, role: &Introduction, body: EntityIx) -> Vec<&'c Form> {
    let catalog = context.catalog();
    let title = context.document.slice(role.title);
    let same = |known: &Role| {
        known.at.as_ref().and_then(|at| at.entity()) == Some(body)
            && context.document.date.is_none_or(|date| known.bound.holds(date))
            && matches!(compare_titles(title, &known.title), TitleLikeness::Same | TitleLikeness::Shorter(_))
    };
    let persons = catalog.related(body).iter().filter(|ix| catalog.entity(**ix).kind == Kind::Person);
    let holding = persons.filter(|ix| catalog.entity(**ix).roles.iter().any(same));
    holding.filter_map(|ix| catalog.forms_of(*ix).find(|form| form.kind == FormKind::Full)).collect()
}

/// The family name and the given name of a known person.
fn parted<'n>(name: &'n str, person: &Entity) -> (&'n str, &'n str) {
    match person.family_name {
        Some(FamilyName::First) => name.split_once(' ').unwrap_or((name, "")),
        _ => name.rsplit_once(' ').map_or((name, ""), |(given, family)| (family, given)),
    }
}
