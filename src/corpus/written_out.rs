//! What the folder writes out for which letters.

use super::article::Article;
use super::index::Snapshot;
use super::keyed::By;
use super::name::{key, long_key};
use super::posting::ExpansionPosting;
use crate::catalog::EntityIx;
use crate::text::{Locus, fold};
use std::cell::LazyCell;
use std::cmp::Reverse;
use std::sync::Arc;

/// A long form that articles give for some letters.
#[derive(Clone, Debug)]
pub struct WrittenOut<'s> {
    /// As it stands there.
    pub long: &'s str,
    /// Whose it is, where the catalog knows.
    pub entity: Option<EntityIx>,
    /// In how many articles.
    pub articles: usize,
    /// The first of these in path order, with the first place in each.
    pub first: Vec<(&'s Arc<Article>, Locus)>,
}

impl Snapshot {
    /// The expansions of an acronym, in path order, then text order.
    pub fn expansions<'a>(
        &'a self,
        short: &'a str,
    ) -> impl Iterator<Item = (&'a Arc<Article>, ExpansionPosting<'a>)> {
        let (base, key) = (self.base(), key(short));
        let articles = self.overlay().merged_with(base, base.with_acronym(key), By::Letters, key);
        articles.flat_map(move |a| a.expansions().filter(move |e| e.short == short).map(move |e| (a, e)))
    }

    /// The long forms that articles give for `short`, each once for an entity, those of most articles first, of equals the
    /// first in path order; with up to `most` places of each. Takes time in proportion to their number.
    pub fn written_out<'a>(&'a self, short: &'a str, most: usize) -> Vec<WrittenOut<'a>> {
        let (base, overlay, key) = (self.base(), self.overlay(), key(short));
        let hidden: Vec<u32> = overlay.hidden_with(By::Letters, key).collect();
        let mut all: Vec<WrittenOut> = Vec::new();
        for form in base.long_forms().of(key).filter(|form| form.short == short) {
            let gone = hidden.iter().filter(|place| form.articles.holds(**place)).count();
            let own = |e: &ExpansionPosting| (e.short, e.long, e.entity) == (short, form.long, form.entity);
            let read =
                form.articles.iter().filter(|place| !overlay.hides(*place)).filter_map(|at| base.at(at));
            let first = read.filter_map(|article| Some((article, article.expansions().find(own)?.at)));
            let articles = form.articles.len() - gone;
            if articles > 0 {
                let first = first.take(most).collect();
                all.push(WrittenOut { long: form.long, entity: form.entity, articles, first });
            }
        }
        for article in overlay.with(By::Letters, key) {
            let mut own: Vec<ExpansionPosting> = article.expansions().filter(|e| e.short == short).collect();
            // The sort is stable: of each long form the first place stays.
            own.sort_by_key(|e| (e.long, e.entity));
            own.dedup_by_key(|e| (e.long, e.entity));
            for e in own {
                match all.iter_mut().find(|w| (w.long, w.entity) == (e.long, e.entity)) {
                    Some(written) => {
                        written.articles += 1;
                        written.first.push((article, e.at));
                    }
                    None => {
                        let first = vec![(article, e.at)];
                        all.push(WrittenOut { long: e.long, entity: e.entity, articles: 1, first });
                    }
                }
            }
        }
        for written in &mut all {
            written.first.sort_by(|a, b| a.0.path.cmp(&b.0.path));
            written.first.truncate(most);
        }
        let place = |w: &WrittenOut<'a>| w.first.first().map(|(article, at)| (article.path.clone(), at.span));
        all.sort_by_cached_key(|written| (Reverse(written.articles), place(written)));
        all
    }

    /// The letters that articles give for a long form that the catalog does not know, sorted, each once.
    pub fn letters_for(&self, long: &str) -> Vec<Arc<str>> {
        let (base, overlay, key) = (self.base(), self.overlay(), long_key(long));
        // Most long forms are nobody's.
        let folded = LazyCell::new(|| fold(long));
        let mut letters: Vec<Arc<str>> = Vec::new();
        for short in base.long_forms().letters_of(key) {
            let own = base.long_forms().of(short).filter(|f| f.entity.is_none() && fold(f.long) == *folded);
            let own = own.filter(|form| form.articles.iter().any(|place| !overlay.hides(place)));
            letters.extend(own.map(|form| form.short.into()));
        }
        for article in overlay.with(By::LongForm, key) {
            let own = article.expansions().filter(|e| e.entity.is_none() && fold(e.long) == *folded);
            letters.extend(own.map(|e| e.short.into()));
        }
        letters.sort_unstable();
        letters.dedup();
        letters
    }
}
