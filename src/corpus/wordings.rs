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
use std::collections::BTreeMap;
use std::collections::hash_map::Entry;
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
    /// the older article. Takes time in proportion to the number of long forms and what their oldest articles write out, and
    /// to that of a form's articles where its oldest has changed since the folder was read, or where two forms are the same
    /// words.
    pub fn wordings<'s>(&'s self, short: &'s str) -> Vec<Wording<'s>> {
        let key = key(short);
        let hidden: Vec<u32> = self.overlay().hidden_with(By::Letters, key).collect();
        let mut all: Vec<Wording<'s>> = Vec::new();
        let mut forms: Vec<Vec<LongForm<'s>>> = Vec::new();
        let mut known: FxHashMap<Cow<'s, str>, usize> = FxHashMap::default();
        for (form, article, first) in self.oldest(key, short, &hidden) {
            match known.entry(form.wording.into()) {
                Entry::Occupied(at) => {
                    all[*at.get()].hear(article, &first);
                    forms[*at.get()].push(form);
                }
                Entry::Vacant(free) => {
                    free.insert(all.len());
                    all.push(Wording::new(form.wording.into(), article, &first));
                    forms.push(vec![form]);
                }
            }
        }
        for (wording, forms) in all.iter_mut().zip(&forms) {
            wording.articles = self.count(forms, &hidden);
        }
        // Open articles write the same long forms: the wording of each is made once.
        let mut of_long: FxHashMap<&str, usize> = FxHashMap::default();
        // The open article that counted for each wording last, by its number from 1.
        let mut counted = vec![0; all.len()];
        for (number, article) in (1..).zip(self.overlay().with(By::Letters, key)) {
            for e in article.expansions().filter(|e| e.short == short && e.zone != Zone::Furniture) {
                let at = *of_long.entry(e.long).or_insert_with(|| {
                    let words = Cow::from(wording(e.long));
                    *known.entry(words).or_insert_with_key(|words| {
                        all.push(Wording::new(words.clone(), article, &e));
                        counted.push(0);
                        all.len() - 1
                    })
                });
                all[at].hear(article, &e);
                if counted[at] != number {
                    counted[at] = number;
                    all[at].articles += 1;
                }
            }
        }
        all.sort_by(|a, b| (Reverse(a.articles), a.since()).cmp(&(Reverse(b.articles), b.since())));
        all
    }

    /// The long forms of `short` in the base, each with the oldest article that has it in its prose and is not `hidden`, and
    /// the first place there.
    fn oldest<'s>(
        &'s self,
        key: u32,
        short: &'s str,
        hidden: &[u32],
    ) -> impl Iterator<Item = (LongForm<'s>, &'s Arc<Article>, ExpansionPosting<'s>)> {
        let base = self.base();
        let since = |place: &u32| (base.at(*place).and_then(|a| a.date).unwrap_or(Date::MAX), *place);
        let mut by_article: BTreeMap<u32, FxHashMap<_, LongForm<'s>>> = BTreeMap::new();
        for form in base.long_forms().of(key).filter(|form| form.short == short) {
            let oldest = match form.oldest {
                Some(place) if hidden.contains(&place) => {
                    form.in_prose().filter(|place| !hidden.contains(place)).min_by_key(since)
                }
                oldest => oldest,
            };
            if let Some(place) = oldest {
                by_article.entry(place).or_default().insert((form.long, form.entity), form);
            }
        }
        by_article.into_iter().filter_map(|(place, forms)| Some((base.at(place)?, forms))).flat_map(
            move |(article, mut forms)| {
                // One article may write out thousands: it is read once for all of them.
                let own = article.expansions().filter(|e| e.short == short && e.zone != Zone::Furniture);
                let first = own.map_while(|e| match forms.is_empty() {
                    true => None,
                    false => Some(forms.remove(&(e.long, e.entity)).map(|form| (form, article, e))),
                });
                first.flatten().collect::<Vec<_>>()
            },
        )
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
