//! A name or a title that did not hold when the article was written.

use super::around::{long_date, speaks_of_the_past};
use super::rule::{Context, Rule, doubt, doubted};
use super::wrong_name::{Wrong, report, wrongs};
use crate::catalog::{Bound, EntityIx, Form, FormKind, Role, Target};
use crate::corpus::Name;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::{ChainKey, Introduction, IntroductionKind, Mention};
use crate::text::fold;
use jiff::civil::Date;
use std::collections::BTreeMap;

pub(super) struct OutdatedName;

impl Rule for OutdatedName {
    fn name(&self) -> &'static str {
        "outdated-name"
    }
    fn summary(&self) -> &'static str {
        "A name or title whose stated dates do not hold at the article's date."
    }
    fn severity(&self) -> Option<Severity> {
        Some(Severity::Warning)
    }
    fn wrong_name(&self) -> bool {
        true
    }
    fn page(&self) -> &'static str {
        include_str!("../../tests/rules/outdated-name.md")
    }

    fn check(&self, context: &Context, found: &mut Vec<Diagnostic>) {
        let Some(date) = context.document.date else { return };
        let mut faults: BTreeMap<EntityIx, Vec<&Mention>> = BTreeMap::new();
        for mention in context.mentions().filter(|m| outdated(context, m, date)) {
            faults.entry(mention.entity).or_default().push(mention);
        }
        found.extend(faults.values().filter_map(|mentions| name(context, mentions, date)));
        let mut told: Vec<u32> = Vec::new();
        for introduction in context.introductions() {
            if let Some(finding) = title(context, introduction, date)
                && !told.contains(&introduction.chain)
            {
                told.push(introduction.chain);
                found.push(finding);
            }
        }
    }
}

/// True for a form that does not hold on `date`, where nothing beside it speaks of the past.
fn outdated(context: &Context, mention: &Mention, date: Date) -> bool {
    let form = context.catalog().form(mention.form);
    // When a rejected form is dated, the dates say when it was rejected: avoided-name reads them.
    let good = form.kind != FormKind::Avoided && !mention.partial;
    good && !form.bound.holds(date) && !speaks_of_the_past(context.document, mention.span, Some(date))
}

fn name(context: &Context, mentions: &[&Mention], date: Date) -> Option<Diagnostic> {
    let catalog = context.catalog();
    let first = mentions.first()?;
    let form_at =
        |place: &Wrong| mentions.iter().find(|m| m.span == place.span).map(|m| catalog.form(m.form));
    let places = wrongs(context, mentions.iter().copied());
    // A name of the past may be right for what is told of the past: an editor decides.
    let finding = report(context, &places, false, |place| message(context, place, form_at(place), date))?;
    Some(doubted(finding, doubt(catalog.entity(first.entity), form_at(&places[0]))))
}

fn message(context: &Context, place: &Wrong, form: Option<&Form>, date: Date) -> String {
    let written = context.document.shown(place.span);
    let when = form.map_or(String::new(), |f| ending(f.bound, date));
    match &place.right {
        Some(right) => format!("write “{right}”: the name “{written}” {when}"),
        None => format!("the name “{written}” {when}"),
    }
}

/// "was given up after 14 February 2025", "came in on 14 February 2025, after this article".
fn ending(bound: Bound, date: Date) -> String {
    match (bound.since, bound.until) {
        (_, Some(until)) if until < date => format!("was in use until {}", long_date(until)),
        (Some(since), _) => format!("came into use on {}, after this article", long_date(since)),
        _ => "is not in use".to_owned(),
    }
}

/// An office that the person did not hold on `date`.
fn title(context: &Context, introduction: &Introduction, date: Date) -> Option<Diagnostic> {
    let ChainKey::Entity(person) = context.document.chains.get(introduction.chain as usize)?.key else {
        return None;
    };
    let entity = context.catalog().entity(person);
    if introduction.kind != IntroductionKind::Role || !introduction.holds || entity.roles.is_empty() {
        return None;
    }
    let what = fold(context.document.slice(introduction.what));
    let employer = introduction.employer.and_then(|chain| Name::of(context.document, chain));
    // The director of another body is no longer, or not yet, the one of this.
    let elsewhere = |role: &Role| match (&employer, role.at.as_ref()) {
        (Some(here), Some(Target::Entity(at))) => *here != Name::Known(*at),
        _ => false,
    };
    let said = |r: &&Role| what.contains(&fold(&r.title)) && !elsewhere(r);
    let roles: Vec<&Role> = entity.roles.iter().filter(said).collect();
    // The longest title is the one that was meant: "second vice minister", not "vice minister".
    let role = roles.iter().max_by_key(|r| r.title.len())?;
    let zone = context.document.zones.get(context.document.paragraph_at(introduction.what.start))?;
    if roles.iter().any(|r| r.bound.holds(date))
        || !context.lints(*zone, introduction.what)
        || speaks_of_the_past(context.document, introduction.what, Some(date))
    {
        return None;
    }
    let (who, title) = (&entity.name, &role.title);
    let message = match (role.bound.since, role.bound.until) {
        (_, Some(until)) if until < date => format!("{who} was {title} until {}", long_date(until)),
        (Some(since), _) => format!("{who} became {title} on {}, after this article", long_date(since)),
        _ => return None,
    };
    Some(doubted(context.finding(introduction.what, message), doubt(entity, None)))
}
