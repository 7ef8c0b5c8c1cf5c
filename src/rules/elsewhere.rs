//! Names outside the catalog that other articles of the folder spell otherwise.

use super::near_miss::{Nearness, differ_in_number, nearness};
use super::rule::Context;
use super::spelling::{distance, same_but_apostrophes, without_article, without_common_ends, words};
use crate::catalog::{Kind, LikenessKind, is_korean_name, likeness};
use crate::corpus::{Article, Name};
use crate::diagnostic::Place;
use crate::document::{Introduction, without_legal_form};
use crate::text::fold_name;
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

/// The spelling that other articles have for `name`, of three words or more: of two such names that are almost the same, two
/// words beside each other agree, and so it is one in two spellings. Only one that more articles have, or as many and an
/// earlier one.
pub(super) fn respelled(context: &Context, name: &str, kind: Option<Kind>) -> Option<Namesake> {
    // Korean names of three words have few first ones and fewer last ones.
    if name.split(' ').nth(2).is_none() || is_korean_name(name) {
        return None;
    }
    let kind = kind.unwrap_or(Kind::Organization);
    let mut others = context.snapshot.names_sharing(name, context.path);
    others.retain(|other| {
        may_be_one(other, name)
            && !differ_in_style(other, name)
            && !differ_in_number(other, name)
            && nearness(other, name, kind) >= Some(Nearness::Possible)
            && likeness(other, name).kind != LikenessKind::Longer
    });
    let rival = others.into_iter().min_by_key(|other| weight(context, other))?;
    if weight(context, rival) >= weight(context, name) {
        return None;
    }
    let (article, there) = context.snapshot.candidates(rival).find(|(_, c)| c.text == rival)?;
    Some(Namesake { name: rival.into(), place: article.place(there.at) })
}

/// What costs little to see: what is another in two names that share two words, stands in one word, or is an "and" more.
fn may_be_one(a: &str, b: &str) -> bool {
    let (a, b) = without_common_ends(a, b);
    let within_word = || !a.contains(' ') && !b.contains(' ') && distance(a, b, 2).is_some();
    a.len().max(b.len()) <= "and ".len() || within_word()
}

/// True when only articles, capitals, signs and legal forms tell two names apart: other desks have other habits.
fn differ_in_style(a: &str, b: &str) -> bool {
    let [a, b] = [a, b].map(|name| fold_name(without_article(name)));
    words(without_legal_form(&a)).eq(words(without_legal_form(&b)))
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
