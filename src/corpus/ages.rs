//! The articles of a base by their dates.

use super::article::Article;
use jiff::civil::Date;
use rayon::slice::ParallelSliceMut;
use std::sync::Arc;

/// The articles by age, the oldest first, of one day in path order; those without a date stand behind all others. An
/// article's age is its place in that order.
#[derive(Debug, Default)]
pub(super) struct Ages {
    /// Where the article of each age stands in path order.
    places: Box<[u32]>,
    /// How many have a date.
    dated: u32,
}

impl Ages {
    pub(super) fn new(articles: &[Arc<Article>]) -> Self {
        let mut order: Vec<(bool, Option<Date>, u32)> =
            (0..).zip(articles).map(|(at, article)| (article.date.is_none(), article.date, at)).collect();
        order.par_sort_unstable();
        let dated = order.partition_point(|(undated, ..)| !undated) as u32;
        Ages { places: order.into_iter().map(|(.., at)| at).collect(), dated }
    }

    /// The age of the article at each place.
    pub(super) fn by_place(&self) -> Vec<u32> {
        let mut ages = vec![0; self.places.len()];
        for (age, place) in (0..).zip(&self.places) {
            ages[*place as usize] = age;
        }
        ages
    }

    /// Where the article of an age stands in path order.
    pub(super) fn place(&self, age: u32) -> Option<u32> {
        self.places.get(age as usize).copied()
    }

    /// The ages below this are those of articles of `date` or an older one; without a date all that have one.
    pub(super) fn until(&self, date: Option<Date>, articles: &[Arc<Article>]) -> u32 {
        let Some(date) = date else { return self.dated };
        let dated = &self.places[..self.dated as usize];
        dated.partition_point(|place| articles[*place as usize].date <= Some(date)) as u32
    }

    /// The ages from here on are those of articles without a date.
    pub(super) fn dated(&self) -> u32 {
        self.dated
    }
}
