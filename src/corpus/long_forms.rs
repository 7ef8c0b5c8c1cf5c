//! What the articles of a base write out for which letters, and how many of them.

use super::article::Article;
use super::name::{key, long_key};
use super::packing::push_number;
use super::places::{List, exact, push_list, sorted};
use super::texts::{Texts, TextsBuilder};
use super::unpacking::number;
use crate::catalog::EntityIx;
use crate::document::{Zone, wording};
use jiff::civil::Date;
use std::sync::Arc;

/// The long forms of a base.
#[derive(Debug, Default)]
pub(super) struct LongForms {
    /// All letters, long forms and their wordings.
    texts: Texts,
    /// The [`key`]s of the letters, sorted.
    letters: Box<[u32]>,
    /// Where what is told of each of them ends in `told`.
    told_ends: Box<[u32]>,
    /// For each long form of some letters: these, the long form, its wording, its entity (0 is none), the oldest article
    /// with it in prose (0 is none), how many bytes tell of the articles, the articles, and the same for those of them
    /// that have it in their furniture alone.
    told: Box<[u8]>,
    /// By the [`long_key`] of a long form that is nobody's the [`key`]s of its letters; sorted, each once.
    of_long: Box<[(u32, u32)]>,
}

/// What articles write out for some letters.
#[derive(Clone, Copy, Debug)]
pub(super) struct LongForm<'a> {
    pub(super) short: &'a str,
    pub(super) long: &'a str,
    /// Its [`wording`].
    pub(super) wording: &'a str,
    /// Whose it is, where the catalog knows.
    pub(super) entity: Option<EntityIx>,
    /// The articles, by their places in the base, in order.
    pub(super) articles: List<'a>,
    /// Those of them that have it in their furniture alone.
    pub(super) furniture: List<'a>,
    /// The oldest of the others, of one day the first in path order; those without a date are taken for the newest.
    pub(super) oldest: Option<u32>,
}

impl<'a> LongForm<'a> {
    /// The articles that have it in their prose.
    pub(super) fn in_prose(self) -> impl Iterator<Item = u32> + use<'a> {
        let furniture = self.furniture;
        self.articles.iter().filter(move |place| furniture.len() == 0 || !furniture.holds(*place))
    }

    /// True where the article at `place` is one of these.
    pub(super) fn is_in_prose(self, place: u32) -> bool {
        self.articles.holds(place) && !self.furniture.holds(place)
    }
}

impl LongForms {
    pub(super) fn new(articles: &[Arc<Article>]) -> Self {
        let mut texts = TextsBuilder::default();
        let mut all = Vec::new();
        for (at, article) in (0u32..).zip(articles) {
            for expansion in article.expansions() {
                let (short, long) = (texts.number(expansion.short), texts.number(expansion.long));
                let entity = expansion.entity.map_or(0, |entity| entity.0 + 1);
                let prose = expansion.zone != Zone::Furniture;
                all.push((key(expansion.short), short, long, entity, at, prose));
            }
        }
        let (mut letters, mut told_ends, mut told, mut packed) =
            (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let mut of_long = Vec::new();
        for same in sorted(all).chunk_by(|a, b| (a.0, a.1, a.2, a.3) == (b.0, b.1, b.2, b.3)) {
            let (letters_key, short, long, entity, ..) = same[0];
            if letters.last() != Some(&letters_key) {
                letters.push(letters_key);
                told_ends.push(0);
            }
            let (mut places, mut furniture) = (Vec::new(), Vec::new());
            for of_article in same.chunk_by(|a, b| a.4 == b.4) {
                let (.., place, prose) = of_article[of_article.len() - 1];
                places.push(place);
                furniture.extend((!prose).then_some(place));
            }
            let since = |place: &u32| (articles[*place as usize].date.unwrap_or(Date::MAX), *place);
            let oldest =
                same.iter().filter(|(.., prose)| *prose).map(|(.., place, _)| *place).min_by_key(since);
            let words = wording(texts.get(long));
            for number in [short, long, texts.number(&words), entity, oldest.map_or(0, |place| place + 1)] {
                push_number(&mut told, number);
            }
            for list in [&places, &furniture] {
                packed.clear();
                push_list(&mut packed, list.iter().copied());
                push_number(&mut told, packed.len() as u32);
                told.extend_from_slice(&packed);
            }
            if let Some(end) = told_ends.last_mut() {
                *end = told.len() as u32;
            }
            if entity == 0 {
                of_long.push((long_key(texts.get(long)), letters_key));
            }
        }
        let mut forms = LongForms { texts: texts.finish(), ..LongForms::default() };
        (forms.letters, forms.told_ends, forms.told) = (exact(letters), exact(told_ends), exact(told));
        forms.of_long = exact(sorted(of_long));
        forms
    }

    /// What is written out for letters with this [`key`].
    pub(super) fn of(&self, letters: u32) -> impl Iterator<Item = LongForm<'_>> {
        let mut rest = self.letters.binary_search(&letters).map_or(&[][..], |at| {
            let start = at.checked_sub(1).map_or(0, |before| self.told_ends[before]);
            &self.told[start as usize..self.told_ends[at] as usize]
        });
        std::iter::from_fn(move || {
            if rest.is_empty() {
                return None;
            }
            let mut text = || self.texts.get(number(&mut rest));
            let (short, long, wording) = (text(), text(), text());
            let entity = number(&mut rest).checked_sub(1).map(EntityIx);
            let oldest = number(&mut rest).checked_sub(1);
            let mut list = || {
                let length = number(&mut rest) as usize;
                let (list, others) = rest.split_at(length.min(rest.len()));
                rest = others;
                List::packed(list)
            };
            let (articles, furniture) = (list(), list());
            Some(LongForm { short, long, wording, entity, articles, furniture, oldest })
        })
    }

    /// The [`key`]s of letters that articles write out by a long form with this [`long_key`].
    pub(super) fn letters_of(&self, long: u32) -> impl Iterator<Item = u32> {
        let from = self.of_long.partition_point(|pair| pair.0 < long);
        self.of_long[from..].iter().take_while(move |pair| pair.0 == long).map(|pair| pair.1)
    }
}
