//! People of one employer in the folder's articles, outside the catalog.

use super::near_miss::{Nearness, nearness};
use super::rule::Context;
use super::spelling::same_but_apostrophes;
use crate::catalog::Kind;
use crate::corpus::{Article, Name};
use crate::diagnostic::Place;
use crate::document::Introduction;
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

/// Articles that are counted for one spelling: enough to tell which is the usual one, few enough for a keystroke.
const MOST: usize = 200;

/// The spelling that other articles have for the person whom `introduction` presents as `name`, in the same
/// employer's service. Only one that more articles have, or as many and an earlier one.
pub(super) fn namesake(context: &Context, introduction: &Introduction, name: &str) -> Option<Namesake> {
    let employer = Name::of(context.document, introduction.employer?)?;
    let others = context.snapshot.staff_like(employer.key(), name, context.path);
    let alike = others.into_iter().filter(|(_, i)| {
        !same_but_apostrophes(i.name, name)
            && nearness(i.name, name, Kind::Person) >= Some(Nearness::Possible)
    });
    let rival = alike
        .min_by_key(|(_, i)| weight(context, i.name))
        .filter(|(_, i)| weight(context, i.name) < weight(context, name))?;
    Some(Namesake { name: rival.1.name.into(), place: rival.0.place(rival.1.at) })
}

/// What speaks for a spelling, the strongest first: the number of articles that have it, then the earliest.
fn weight(context: &Context, name: &str) -> (Reverse<usize>, Date, Arc<Path>) {
    let written = context.snapshot.candidates(name).filter(|(_, c)| c.text == name);
    let mut articles: Vec<&Arc<Article>> = written.map(|(a, _)| a).take(MOST).collect();
    articles.dedup_by_key(|a| &a.path);
    let since = |a: &&Arc<Article>| (a.date.unwrap_or(Date::MAX), a.path.clone());
    let (date, path) = articles.iter().map(since).min().unwrap_or((Date::MAX, context.path.clone()));
    (Reverse(articles.len()), date, path)
}
