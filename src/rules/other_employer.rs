//! Offices that an article gives to the right person at the wrong body.

use super::around::long_date;
use super::rule::{Context, doubt_of, doubted};
use crate::catalog::{Entity, EntityIx, Role, TitleLikeness, compare_titles};
use crate::diagnostic::Diagnostic;
use crate::document::{ChainKey, Introduction};
use jiff::civil::Date;

/// The finding for a known person with a title that the catalog has at one body and the article at another, where somebody
/// else holds it: "Sam Altman, chief executive of Anthropic". Without that somebody a person may well hold two offices.
pub(super) fn held_by_another(
    context: &Context,
    date: Option<Date>,
    person: EntityIx,
    role: &Introduction,
) -> Option<Diagnostic> {
    let catalog = context.catalog();
    let title = context.document.slice(role.title);
    let ChainKey::Entity(employer) = context.document.chains.get(role.employer? as usize)?.key else {
        return None;
    };
    let body = |role: &Role| role.at.as_ref().and_then(|at| at.entity());
    let of_title = |role: &&Role| {
        role.bound.holds_for(date)
            && compare_titles(title, &role.title) == TitleLikeness::Same
            && body(role).is_some()
    };
    let holds = |entity: &Entity| {
        let mut roles = entity.roles.iter().filter(of_title);
        roles.any(|role| body(role) == Some(employer))
    };
    let who = catalog.entity(person);
    let known = who.roles.iter().find(of_title).filter(|_| !holds(who))?;
    let mut others = catalog.related(employer).iter().filter(|other| **other != person);
    let other = catalog.entity(*others.find(|other| holds(catalog.entity(**other)))?);
    let as_of = known.seen.map_or(String::new(), |seen| format!(" (as of {})", long_date(seen)));
    let title = context.document.shown(role.title);
    let message = format!(
        "{} is “{title}” of {} here; the catalog has {} there, and {} at {}{as_of}: check who is meant",
        who.name,
        catalog.entity(employer).name,
        other.name,
        who.name,
        catalog.entity(body(known)?).name,
    );
    Some(doubted(context.finding(role.title, message), doubt_of(context, Some(person))))
}
