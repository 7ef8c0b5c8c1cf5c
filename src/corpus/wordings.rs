//! In which words the folder writes letters out, and in how many articles.

use super::article::Article;
use super::index::Snapshot;
use super::keyed::By;
use super::long_forms::LongForm;
use super::name::key;
use super::posting::ExpansionPosting;
use crate::document::{Zone, wording};
use crate::text::Locus;
use jiff::civil::Date;
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::cmp::Reverse;
use std::path::Path;
use std::sync::Arc;

/// Words that articles write some letters out with, in whatever spelling.
#[derive(Clone, Debug)]
pub struct Wording<'s> {
    /// As [`wording`](crate::document::wording) gives them.
    pub wording: Cow<'s, str>,
    /// The long form, as the oldest of these articles writes it.
    pub long: &'s str,
    /// That article, and the place in it.
    pub first: (&'s Arc<Article>, Locus),
    /// How many articles.
    pub articles: usize,
}

/// When something was written, and where: an article without a date is taken for the newest.
type Since<'s> = (Date, &'s Path, usize);

fn since(article: &Article, at: Locus) -> Since<'_> {
    (article.date.unwrap_or(Date::MAX), &article.path, at.span.start)
}

impl<'s> Wording<'s> {
    fn new(wording: Cow<'s, str>, article: &'s Arc<Article>, first: &ExpansionPosting<'s>) -> Self {
        Wording { wording, long: first.long, first: (article, first.at), articles: 0 }
    }

    fn since(&self) -> Since<'s> {
        since(self.first.0, self.first.1)
    }

    /// Takes in a place that may be older.
    fn hear(&mut self, article: &'s Arc<Article>, other: &ExpansionPosting<'s>) {
        if since(article, other.at) < self.since() {
            (self.long, self.first) = (other.long, (article, other.at));
        }
    }
}

impl Snapshot {
    /// How articles write `short` out in their prose: the words of most articles first, of equals those that stand in
    /// the older article. Takes time in proportion to the number of long forms, and to that of a form's articles where its
    /// oldest has changed since the folder was read, or where two forms are the same words.
    pub fn wordings<'s>(&'s self, short: &'s str) -> Vec<Wording<'s>> {
        let key = key(short);
        let hidden: Vec<u32> = self.overlay().hidden_with(By::Letters, key).collect();
        let mut all: Vec<(Wording<'s>, Vec<LongForm<'s>>)> = Vec::new();
        for form in self.base().long_forms().of(key).filter(|form| form.short == short) {
            let Some((article, first)) = self.oldest(&form, &hidden) else { continue };
            match all.iter_mut().find(|(known, _)| known.wording == form.wording) {
                Some((known, forms)) => {
                    known.hear(article, &first);
                    forms.push(form);
                }
                None => all.push((Wording::new(form.wording.into(), article, &first), vec![form])),
            }
        }
        let mut all: Vec<Wording> = all
            .into_iter()
            .map(|(mut wording, forms)| {
                wording.articles = self.count(&forms, &hidden);
                wording
            })
            .collect();
        // Open articles write the same long forms: the wording of each is made once.
        let mut known: FxHashMap<&str, usize> = FxHashMap::default();
        for article in self.overlay().with(By::Letters, key) {
            let mut own: Vec<usize> = Vec::new();
            for e in article.expansions().filter(|e| e.short == short && e.zone != Zone::Furniture) {
                let at = *known.entry(e.long).or_insert_with(|| {
                    let words = wording(e.long);
                    let at = all.iter().position(|known| known.wording == *words);
                    at.unwrap_or_else(|| {
                        all.push(Wording::new(words.into(), article, &e));
                        all.len() - 1
                    })
                });
                all[at].hear(article, &e);
                if !own.contains(&at) {
                    own.push(at);
                    all[at].articles += 1;
                }
            }
        }
        all.sort_by(|a, b| (Reverse(a.articles), a.since()).cmp(&(Reverse(b.articles), b.since())));
        all
    }

    /// The oldest article of the base that gives a long form and is not `hidden`, and the first place there.
    fn oldest(&self, form: &LongForm<'_>, hidden: &[u32]) -> Option<(&Arc<Article>, ExpansionPosting<'_>)> {
        let base = self.base();
        let since = |place: &u32| (base.at(*place).and_then(|a| a.date).unwrap_or(Date::MAX), *place);
        let oldest = match form.oldest? {
            place if !hidden.contains(&place) => place,
            _ => form.in_prose().filter(|place| !hidden.contains(place)).min_by_key(since)?,
        };
        let article = base.at(oldest)?;
        let own = |e: &ExpansionPosting| {
            (e.short, e.long, e.entity) == (form.short, form.long, form.entity) && e.zone != Zone::Furniture
        };
        Some((article, article.expansions().find(own)?))
    }

    /// How many articles of the base give any of these long forms and are not `hidden`.
    fn count(&self, forms: &[LongForm<'_>], hidden: &[u32]) -> usize {
        match forms {
            [form] => {
                let gone = hidden.iter().filter(|place| form.is_in_prose(**place)).count();
                form.articles.len() - form.furniture.len() - gone
            }
            _ => {
                let mut places: Vec<u32> = forms.iter().flat_map(|form| form.in_prose()).collect();
                places.sort_unstable();
                places.dedup();
                places.iter().filter(|place| !hidden.contains(place)).count()
            }
        }
    }
}
