//! People of one employer in the folder's articles, outside the catalog.

use super::near_miss::{Nearness, nearness};
use super::rule::Context;
use crate::catalog::{EntityIx, Kind};
use crate::corpus::{Article, IntroductionPosting};
use crate::diagnostic::Place;
use crate::document::{Introduction, IntroductionKind};
use crate::text::fold;
use jiff::civil::Date;
use std::cmp::Reverse;
use std::path::Path;
use std::sync::Arc;

/// Another spelling of a person's name, in another article.
#[derive(Debug)]
pub(super) struct Namesake {
    /// How the other article spells it.
    pub(super) name: Arc<str>,
    /// Where.
    pub(super) place: Place,
}

/// Articles that are looked through for one employer: enough to meet a colleague, few enough for a keystroke.
const MOST: usize = 50;

/// The spelling that other articles have for the person whom `introduction` presents as `name`, in the same
/// employer's service. Only one that more articles have, or as many and an earlier one.
pub(super) fn namesake(context: &Context, introduction: &Introduction, name: &str) -> Option<Namesake> {
    let others = employers(context, introduction).into_iter().flat_map(|e| colleagues(context, &e));
    let alike = others
        .filter(|(_, i)| i.name != name && nearness(i.name, name, Kind::Person) >= Some(Nearness::Possible));
    let rival = alike
        .min_by_key(|(_, i)| weight(context, i.name))
        .filter(|(_, i)| weight(context, i.name) < weight(context, name))?;
    Some(Namesake { name: rival.1.name.into(), place: rival.0.place(rival.1.at) })
}

/// A body that a person works for.
enum Employer<'d> {
    Known(EntityIx),
    New(&'d str),
}

/// The bodies that the words of an office name.
fn employers<'d>(context: &Context<'d>, introduction: &Introduction) -> Vec<Employer<'d>> {
    let document = context.document;
    let what = introduction.what;
    let from = document.mentions.partition_point(|m| m.span.start < what.start);
    let known = document.mentions[from..].iter().take_while(|m| m.span.end <= what.end);
    let bodies = known.filter(|m| context.catalog().entity(m.entity).kind == Kind::Organization);
    let from = document.candidates.partition_point(|c| c.span.start < what.start);
    let new = document.candidates[from..].iter().take_while(|c| c.span.end <= what.end);
    let bodies = bodies.map(|m| Employer::Known(m.entity));
    bodies.chain(new.map(|c| Employer::New(document.name_of(c.chain)))).collect()
}

/// The people whom other articles present in this employer's service.
fn colleagues<'d>(
    context: &Context<'d>,
    employer: &Employer<'d>,
) -> Vec<(&'d Arc<Article>, IntroductionPosting<'d>)> {
    let snapshot = context.snapshot;
    let mut articles: Vec<&Arc<Article>> = match employer {
        Employer::Known(entity) => snapshot.mentions(*entity).map(|(a, _)| a).take(MOST * 4).collect(),
        Employer::New(name) => snapshot.candidates(name).map(|(a, _)| a).take(MOST * 4).collect(),
    };
    articles.dedup_by_key(|a| &a.path);
    let names: Vec<String> = match employer {
        Employer::Known(entity) => context.catalog().forms_of(*entity).map(|f| fold(&f.text)).collect(),
        Employer::New(name) => vec![fold(name)],
    };
    let named_in = |what: String| names.iter().any(|name| what.contains(name));
    let serves = |i: &IntroductionPosting| {
        i.entity.is_none() && i.kind == IntroductionKind::Role && named_in(fold(i.what))
    };
    let others = articles.into_iter().filter(|a| !a.is_at(context.path)).take(MOST);
    others.flat_map(|a| a.introductions().filter(serves).map(move |i| (a, i))).collect()
}

/// What speaks for a spelling, the strongest first: the number of articles that have it, then the earliest.
fn weight(context: &Context, name: &str) -> (Reverse<usize>, Date, Arc<Path>) {
    let mut articles: Vec<&Arc<Article>> = context
        .snapshot
        .candidates(name)
        .filter(|(_, c)| c.text == name)
        .map(|(a, _)| a)
        .take(MOST * 4)
        .collect();
    articles.dedup_by_key(|a| &a.path);
    let since = |a: &&Arc<Article>| (a.date.unwrap_or(Date::MAX), a.path.clone());
    let (date, path) = articles.iter().map(since).min().unwrap_or((Date::MAX, context.path.clone()));
    (Reverse(articles.len()), date, path)
}
