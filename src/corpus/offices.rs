//! Who holds which office where, by the articles of a base: what a title and a name are compared with, without unpacking
//! an article.

use super::article::Article;
use super::name::{NameIn, NameKey};
use super::packing::push_number;
use super::places::{List, Lists, exact, push_list, sorted};
use super::texts::{Texts, TextsBuilder};
use super::unpacking::number;
use crate::catalog::Outline;
use crate::document::IntroductionKind;
use rayon::prelude::*;
use std::sync::Arc;

/// The offices that the articles of a base tell of.
#[derive(Debug, Default)]
pub(super) struct Offices {
    /// All titles.
    titles: Texts,
    /// The bodies that offices are held at, sorted.
    bodies: Box<[NameKey]>,
    /// The people who hold an office, sorted: those whom the catalog knows come first.
    people: Box<[NameKey]>,
    /// What is seen of the names of the others, in their order.
    outlines: Box<[Outline]>,
    /// Where the titles of each of them end in `held`.
    held_ends: Box<[u32]>,
    /// For each title that a person holds in a body: the title, the body (0 is none), how many bytes tell of the
    /// articles, and the articles.
    held: Box<[u8]>,
    /// For each body the new names of its people.
    staff: Lists,
}

/// A title that dated articles give somebody, as one that is still held.
#[derive(Clone, Debug)]
pub(super) struct Held<'a> {
    pub(super) title: &'a str,
    pub(super) employer: Option<NameKey>,
    /// The articles, by their places in the base, in order.
    pub(super) articles: List<'a>,
}

/// One office by one article.
struct Told<'a> {
    person: NameIn<'a>,
    title: &'a str,
    employer: Option<NameKey>,
    article: u32,
    /// False where it counts for nobody's title: it is held no longer, or the article has no date.
    counts: bool,
}

impl Offices {
    pub(super) fn new(articles: &[Arc<Article>]) -> Self {
        let bodies = keys(articles, |told| told.employer);
        let people = keys(articles, |told| Some(told.person.key()));
        let place = |all: &[NameKey], key: NameKey| all.partition_point(|other| *other < key) as u32;
        let known = place(&people, NameKey::NEW);
        let mut outlines = vec![Outline::default(); people.len() - known as usize];
        let mut titles = TextsBuilder::default();
        let (mut held, mut staff) = (Vec::new(), Vec::new());
        let all = (0..).zip(articles).flat_map(|(at, article)| told(at, article));
        for Told { person, title, employer, article, counts } in all {
            let number = place(&people, person.key());
            let body = employer.map(|employer| place(&bodies, employer));
            if let NameIn::New(name) = person {
                let outline = &mut outlines[(number - known) as usize];
                if *outline == Outline::default() {
                    *outline = Outline::of(name);
                }
                staff.extend(body.map(|body| (body, number)));
            }
            if counts {
                held.push((number, titles.number(title), body.map_or(0, |body| body + 1), article));
            }
        }
        let (held_ends, held) = packed(people.len(), sorted(held));
        let mut lists = Lists::builder();
        let staff = sorted(staff);
        let mut rest = &staff[..];
        for body in 0..bodies.len() as u32 {
            let (own, others) = rest.split_at(rest.partition_point(|(other, _)| *other <= body));
            lists.push(own.iter().map(|(_, person)| *person));
            rest = others;
        }
        Offices {
            titles: titles.finish(),
            bodies: exact(bodies),
            people: exact(people),
            outlines: outlines.into(),
            held_ends,
            held,
            staff: lists.finish(),
        }
    }

    /// The titles that `person` holds.
    pub(super) fn held(&self, person: NameKey) -> impl Iterator<Item = Held<'_>> {
        let bytes = self.people.binary_search(&person).map_or(&[][..], |at| {
            let start = at.checked_sub(1).map_or(0, |before| self.held_ends[before]);
            &self.held[start as usize..self.held_ends[at] as usize]
        });
        let mut rest = bytes;
        std::iter::from_fn(move || {
            if rest.is_empty() {
                return None;
            }
            let (title, body) = (number(&mut rest), number(&mut rest) as usize);
            let length = number(&mut rest) as usize;
            let (articles, others) = rest.split_at(length.min(rest.len()));
            rest = others;
            Some(Held {
                title: self.titles.get(title),
                employer: body.checked_sub(1).and_then(|body| self.bodies.get(body).copied()),
                articles: List::packed(articles),
            })
        })
    }

    /// The new names of the people who hold or held an office at `body`, with what is seen of each.
    pub(super) fn staff(&self, body: NameKey) -> impl Iterator<Item = (NameKey, Outline)> {
        let staff = self.bodies.binary_search(&body).map_or(List::default(), |at| self.staff.get(at));
        let known = self.people.len() - self.outlines.len();
        staff.iter().filter_map(move |at| {
            let at = at as usize;
            Some((*self.people.get(at)?, *self.outlines.get(at.checked_sub(known)?)?))
        })
    }
}

/// The offices that an article tells of.
fn told(at: u32, article: &Article) -> impl Iterator<Item = Told<'_>> {
    let roles = article.introductions().filter(|i| i.kind == IntroductionKind::Role);
    roles.map(move |i| Told {
        person: i.whose(),
        title: i.title,
        employer: i.employer.map(NameIn::key),
        article: at,
        counts: i.holds && article.date.is_some(),
    })
}

/// What `key` gives of all offices, sorted, each once.
fn keys(articles: &[Arc<Article>], key: impl Fn(Told) -> Option<NameKey> + Sync) -> Vec<NameKey> {
    /// Articles that are looked at in one go.
    const AT_ONCE: usize = 1_024;
    let some = |articles: &[Arc<Article>]| {
        let mut keys: Vec<NameKey> =
            articles.iter().flat_map(|article| told(0, article)).filter_map(&key).collect();
        keys.sort_unstable();
        keys.dedup();
        keys
    };
    sorted(articles.par_chunks(AT_ONCE).map(some).collect::<Vec<_>>().concat())
}

/// The titles of `people` people, from (person, title, body, article), sorted.
fn packed(people: usize, held: Vec<(u32, u32, u32, u32)>) -> (Box<[u32]>, Box<[u8]>) {
    let (mut ends, mut bytes, mut articles) = (Vec::with_capacity(people), Vec::new(), Vec::new());
    for office in held.chunk_by(|a, b| (a.0, a.1, a.2) == (b.0, b.1, b.2)) {
        let (person, title, body, _) = office[0];
        ends.resize(person as usize, bytes.len() as u32);
        articles.clear();
        push_list(&mut articles, office.iter().map(|(.., article)| *article));
        push_number(&mut bytes, title);
        push_number(&mut bytes, body);
        push_number(&mut bytes, articles.len() as u32);
        bytes.extend_from_slice(&articles);
    }
    ends.resize(people, bytes.len() as u32);
    (exact(ends), exact(bytes))
}
