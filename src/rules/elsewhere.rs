//! Names outside the catalog that other articles of the folder spell otherwise.

use super::near_miss::{Nearness, differ_in_number, nearness};
use super::person_likeness::{PersonLikeness, person_likeness};
use super::rule::Context;
use super::spelling::{
    distance, lost_link, same_but_apostrophes, turned, without_article, without_common_ends, words,
};
use crate::catalog::{Kind, LikenessKind, is_korean_name, likeness};
use crate::corpus::{Article, Name};
use crate::diagnostic::Place;
use crate::document::{Introduction, IntroductionKind, without_legal_form};
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

/// The spelling that other articles have for `name`, a person's or one of three words or more: of two such names that are almost
/// the same, two words beside each other agree, or all but a slip does. Only one that more articles have, or as many and an
/// earlier one; of persons with two words one in whose office they say the same person is, or that far more articles have.
pub(super) fn respelled(context: &Context, name: &str, kind: Option<Kind>) -> Option<Namesake> {
    let person = kind == Some(Kind::Person);
    let long = |name: &str| name.split(' ').nth(2).is_some();
    // Korean names have few first words and fewer last ones.
    if !(person || long(name)) || !name.contains(' ') || is_korean_name(name) {
        return None;
    }
    let kind = kind.unwrap_or(Kind::Organization);
    let mut others = context.snapshot.names_sharing(name, person, context.path);
    others.retain(|other| match long(name) && long(other) {
        true => {
            may_be_one(other, name)
                && (!person || !differ_in_middle(other, name))
                && !differ_in_style(other, name)
                && !differ_in_number(other, name)
                && (!person && lost_link(other, name)
                    || nearness(other, name, kind) >= Some(Nearness::Possible)
                        && likeness(other, name).kind != LikenessKind::Longer)
        }
        false => person && person_likeness(other, name).is_some(),
    });
    let rival = others.into_iter().min_by_key(|other| weight(context, other))?;
    let (others, own) = (weight(context, rival), weight(context, name));
    let slip = !(long(name) && long(rival)) && person_likeness(rival, name) == Some(PersonLikeness::Slip);
    if others >= own || slip && !(is_usual(others.0.0, own.0.0) || same_person(context, rival, name)) {
        return None;
    }
    let (article, there) = context.snapshot.candidates(rival).find(|(_, c)| c.text == rival)?;
    Some(Namesake { name: rival.into(), place: article.place(there.at) })
}

/// True for two names of three words, of which the second differs: Ines Maria is not Ines Marta.
fn differ_in_middle(a: &str, b: &str) -> bool {
    let ends = |name| {
        let (first, rest) = str::split_once(name, ' ')?;
        rest.split_once(' ').filter(|(_, last)| !last.contains(' ')).map(|(_, last)| (first, last))
    };
    ends(a).is_some() && ends(a) == ends(b)
}

/// True where so many articles have one spelling that what `few` have is no other person's.
fn is_usual(many: usize, few: usize) -> bool {
    /// Two or three articles may well be of one desk.
    const TIMES: usize = 3;
    many >= TIMES * few
}

/// True where this article gives `name` an office that some other gives `rival`, or none, and two letters are in each other's place.
fn same_person(context: &Context, rival: &str, name: &str) -> bool {
    /// Articles that are looked through: who is somebody is so in most.
    const MOST: usize = 20;
    let own = context.snapshot.article(context.path);
    let own: Vec<String> = own.into_iter().flat_map(|article| offices(article, name)).collect();
    if own.is_empty() {
        return turned(rival, name);
    }
    let rival_name = Name::New(rival.into());
    let mut others = context.snapshot.articles_with(&rival_name).take(MOST);
    others.any(|article| offices(article, rival).any(|office| own.contains(&office)))
}

/// The offices that `article` gives `name`, folded.
fn offices<'a>(article: &'a Article, name: &'a str) -> impl Iterator<Item = String> + 'a {
    let own = article.introductions().filter(move |i| i.kind == IntroductionKind::Role && i.name == name);
    own.map(|i| fold_name(i.title))
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
