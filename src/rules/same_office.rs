//! Known persons by the office that an article gives to somebody of almost the same name.

use super::rule::Context;
use super::spelling::{distance, squeezed};
use crate::catalog::{
    EntityIx, Form, FormKind, Kind, Role, TitleLikeness, compare_titles, compare_titles_at, title_words,
};
use crate::document::{Chain, ChainKey, Introduction, IntroductionKind, family_name, name_parts};
use rustc_hash::FxHashMap;

/// Letters by which two given names of one office and one surname differ, where they are a slip: "Jae-myung" for
/// "Je-myung".
const MOST_LETTERS: usize = 2;

/// The offices that an article gives, by the chain of the one who holds them.
pub(super) struct Offices<'c> {
    context: &'c Context<'c>,
    by_chain: FxHashMap<u32, Vec<&'c Introduction>>,
}

impl<'c> Offices<'c> {
    /// The offices of those on whom findings are asked.
    pub(super) fn of(context: &'c Context<'c>) -> Self {
        let mut by_chain: FxHashMap<u32, Vec<&Introduction>> = FxHashMap::default();
        for role in context.introductions().filter(|i| i.kind == IntroductionKind::Role && i.holds) {
            by_chain.entry(role.chain).or_default().push(role);
        }
        Self { context, by_chain }
    }

    /// True where the article gives `name`, chain `at`, a title of several words that `person` has, and no employer: it does
    /// not present somebody else.
    pub(super) fn has_title_of(&self, at: usize, person: EntityIx) -> bool {
        let roles = self.by_chain.get(&(at as u32)).map_or(&[][..], Vec::as_slice);
        let known = &self.context.catalog().entity(person).roles;
        roles.iter().filter(|role| role.employer.is_none()).any(|role| {
            let title = self.context.document.slice(role.title);
            let same = |known: &Role| compare_titles(title, &known.title) == TitleLikeness::Same;
            title_words(title).len() > 1 && known.iter().any(same)
        })
    }

    /// The known person who holds the very office that the article gives to `name`, chain `at`, and differs from it by a
    /// slip in the given name, "Second Vice Minister Ryu Jae-myung", or in the surname, "Jason Kwan". Two persons of almost
    /// one name hold one office at the same time hardly ever.
    pub(super) fn holder(&self, at: usize, name: &str) -> Option<&'c Form> {
        let context = self.context;
        let roles = self.by_chain.get(&(at as u32))?;
        let mut holders = roles
            .iter()
            .flat_map(|role| bodies(context, role).into_iter().flat_map(|body| holders(context, role, body)));
        holders.find(|form| {
            let order = context.catalog().entity(form.entity).family_name;
            let own = name_parts(&form.text, order).map(|(_, own)| own);
            own.is_some_and(|own| differs_in_given(name, &form.text, own))
                || differs_in_surname(name, &form.text)
        })
    }
}

/// True where `name` has the family name `own` of `known`, and a slip in the rest.
fn differs_in_given(name: &str, known: &str, own: &str) -> bool {
    let Some(family) = family_name(name) else { return false };
    let without = |name: &str, family: &str| squeezed(&name.replacen(family, "", 1));
    let letters = distance(&without(known, own), &without(name, family), MOST_LETTERS);
    squeezed(own) == squeezed(family) && letters.is_some_and(|letters| letters > 0)
}

/// True where the two names differ in one letter of the last word.
fn differs_in_surname(name: &str, known: &str) -> bool {
    /// A shorter one has too many neighbours: Kim, Kam, Kom.
    const SHORTEST: usize = 4;
    let (Some((given, family)), Some((same, own))) = (name.rsplit_once(' '), known.rsplit_once(' ')) else {
        return false;
    };
    let long = family.chars().count().min(own.chars().count()) >= SHORTEST;
    long && given == same && distance(&squeezed(family), &squeezed(own), 1) == Some(1)
}

/// The bodies at which an office is held: its employer, or, of a title that says a lot by itself, any that the article names.
fn bodies(context: &Context, role: &Introduction) -> Vec<EntityIx> {
    let known = |chain: &Chain| match chain.key {
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
    let name = &catalog.entity(body).name;
    let same = |known: &Role| {
        known.at.as_ref().and_then(|at| at.entity()) == Some(body)
            && context.document.date.is_none_or(|date| known.bound.holds(date))
            && matches!(
                compare_titles_at(title, &known.title, name),
                TitleLikeness::Same | TitleLikeness::Shorter(_)
            )
    };
    let persons = catalog.related(body).iter().filter(|ix| catalog.entity(**ix).kind == Kind::Person);
    let holding = persons.filter(|ix| catalog.entity(**ix).roles.iter().any(same));
    holding.filter_map(|ix| catalog.forms_of(*ix).find(|form| form.kind == FormKind::Full)).collect()
}
