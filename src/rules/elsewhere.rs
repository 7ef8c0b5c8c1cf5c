//! Names outside the catalog that other articles of the folder spell otherwise.

use super::near_miss::{Nearness, differ_in_number, nearness};
use super::person_likeness::{PersonLikeness, are_near, person_likeness};
use super::rule::Context;
use super::slip::Slip;
use super::spelling::{
    distance, lost_link, same_but_apostrophes, turned, without_article, without_common_ends, words,
};
use super::usual::Usual;
use crate::catalog::{Kind, LikenessKind, is_korean_name, likeness};
use crate::corpus::{Article, Name};
use crate::diagnostic::Place;
use crate::document::{ChainKey, Introduction, IntroductionKind, is_persons_name, without_legal_form};
use crate::text::fold_name;
use jiff::civil::Date;
use rustc_hash::FxHashSet;
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
/// earlier one, or one in which there is no slip; of persons with two words one in whose office they say the same person is, or
/// that far more articles have.
pub(super) fn respelled(
    context: &Context,
    usual: &Usual,
    name: &str,
    kind: Option<Kind>,
) -> Option<Namesake> {
    // Whom nothing presents may be known by a given name.
    let person = kind.map_or_else(|| is_persons_name(name), |kind| kind == Kind::Person);
    let kind = if person { Some(Kind::Person) } else { kind };
    if !(person || is_long(name)) || !name.contains(' ') {
        return None;
    }
    let kind = kind.unwrap_or(Kind::Organization);
    let others = context.seen_names.respelled(name, kind, || {
        // Korean names have few first words and fewer last ones.
        if is_korean_name(name) {
            return Vec::new();
        }
        let sharing = context.snapshot.names_sharing(name, person, context.path);
        sharing.into_iter().filter(|other| is_respelling(other, name, kind)).map(Box::from).collect()
    });
    if others.is_empty() {
        return None;
    }
    // What has the slip is nobody's right name, unless far more articles have it.
    let own = weight(context, name);
    let written = |other: &str| {
        let weight = weight(context, other);
        let close = !is_usual(weight.0.0, own.0.0) && !is_usual(own.0.0, weight.0.0);
        let elsewhere =
            || context.snapshot.candidates_outside(other, context.path).any(|(_, c)| c.text == other);
        let slip = if close { usual.slip(name, other) } else { None };
        (slip.filter(|_| elsewhere()), weight)
    };
    let others = others.iter().map(|other| (written(other), &**other));
    let others = others.filter(|((slip, _), _)| *slip != Some(Slip::Theirs));
    let ((found, others), rival) =
        others.min_by_key(|((slip, weight), _)| (slip.is_none(), weight.clone()))?;
    let usual = is_usual(others.0.0, own.0.0);
    let sure = is_long(name) && is_long(rival)
        || match person_likeness(rival, name) {
            Some(PersonLikeness::Slip) => usual || same_person(context, rival, name),
            Some(PersonLikeness::Marks) => true,
            None => usual && share_office(context, rival, name) == Some(true),
        };
    if found.is_none() && others >= own || !sure {
        return None;
    }
    let mut others = context.snapshot.candidates_outside(rival, context.path);
    let (article, there) = others.find(|(_, c)| c.text == rival)?;
    Some(Namesake { name: rival.into(), place: article.place(there.at) })
}

/// True for a name of three words or more.
fn is_long(name: &str) -> bool {
    name.split(' ').nth(2).is_some()
}

/// True where `other`, which shares words with `name`, of something of this kind, is almost the same.
fn is_respelling(other: &str, name: &str, kind: Kind) -> bool {
    let person = kind == Kind::Person;
    if !(is_long(name) && is_long(other)) {
        return person && (person_likeness(other, name).is_some() || are_near(other, name));
    }
    may_be_one(other, name)
        && (!person || !differ_in_middle(other, name))
        && !differ_in_style(other, name)
        && !differ_in_number(other, name)
        && (!person && lost_link(other, name)
            || nearness(other, name, kind) >= Some(Nearness::Possible)
                && likeness(other, name).kind != LikenessKind::Longer)
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

/// True where this article gives `name` an office that some other gives `rival`, or none, and two letters are in each other's
/// place, or where both write of something else that hardly any article does.
fn same_person(context: &Context, rival: &str, name: &str) -> bool {
    share_office(context, rival, name).unwrap_or_else(|| turned(rival, name))
        || share_rare_name(context, rival, name)
}

/// True where this article gives `name` an office that some other gives `rival`; `None` where it gives none.
fn share_office(context: &Context, rival: &str, name: &str) -> Option<bool> {
    let own = context.snapshot.article(context.path);
    let own: Vec<String> = own.into_iter().flat_map(|article| offices(article, name)).collect();
    // "Norland's Tide Minister" is the "Tide Minister".
    let same =
        |a: &str, b: &str| a.strip_suffix(b).is_some_and(|head| head.is_empty() || head.ends_with(' '));
    let rival_name = Name::New(rival.into());
    let mut others = context.snapshot.articles_with(&rival_name).take(READ);
    let shared = |office: &str| own.iter().any(|own| same(own, office) || same(office, own));
    (!own.is_empty()).then(|| others.any(|article| offices(article, rival).any(|office| shared(&office))))
}

/// Articles that are looked through: who is somebody is so in most.
const READ: usize = 20;

/// True where this article and another with `rival` name something that hardly any article does.
fn share_rare_name(context: &Context, rival: &str, name: &str) -> bool {
    /// Articles that have a rare name.
    const RARE: usize = 3;
    /// Letters of a name that says something.
    const SHORTEST: usize = 5;
    let names = context.document.chains.iter().filter_map(|chain| match &chain.key {
        ChainKey::Name(own) if own.len() >= SHORTEST => Some(own.as_str()),
        _ => None,
    });
    let own: FxHashSet<&str> = names.filter(|own| !name.contains(own) && !rival.contains(own)).collect();
    let rival_name = Name::New(rival.into());
    let others = context.snapshot.articles_with(&rival_name).filter(|article| !article.is_at(context.path));
    let is_rare = |name: &str| context.snapshot.articles_of(&Name::New(name.into())) <= RARE;
    let mut shared = others.take(RARE).flat_map(|article| article.candidates()).map(|c| c.name);
    shared.any(|name| own.contains(name) && is_rare(name))
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
    let document = context.document;
    // This article says itself what it has: to read it in the index takes longer the longer it is.
    let here = document.chains.iter().any(|chain| matches!(&chain.key, ChainKey::Name(own) if own == name));
    let own = here.then(|| (document.date.unwrap_or(Date::MAX), context.path.clone()));
    let written = context.snapshot.candidates_outside(name, context.path).filter(|(_, c)| c.text == name);
    let mut others: Vec<&Arc<Article>> = written.map(|(a, _)| a).take(MOST).collect();
    others.dedup_by_key(|a| &a.path);
    let since = |a: &&Arc<Article>| (a.date.unwrap_or(Date::MAX), a.path.clone());
    let first = others.iter().map(since).chain(own).min();
    let (date, path) = first.unwrap_or((Date::MAX, context.path.clone()));
    (Reverse(others.len() + usize::from(here)), date, path)
}
