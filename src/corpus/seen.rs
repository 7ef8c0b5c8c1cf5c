//! How often and where last the folder writes of a name.

use super::article::Article;
use super::counted::{Kinds, place_of};
use super::index::Snapshot;
use super::keyed::By;
use super::name::Name;
use super::sought::Sought;
use crate::catalog::Kind;
use std::sync::Arc;

/// How often and where last the folder writes of a name.
#[derive(Clone, Copy, Debug, Default)]
pub struct Seen<'s> {
    /// Its mentions.
    pub mentions: usize,
    /// The articles that have them.
    pub articles: usize,
    /// The youngest of these; of one day, or without a date, the last in path order.
    pub youngest: Option<&'s Arc<Article>>,
    /// For a new name, what its mentions show.
    kinds: Kinds,
}

impl<'s> Seen<'s> {
    fn see(&mut self, article: &'s Arc<Article>, name: &Name, sought: &Sought) {
        let mut mentions = 0;
        match name {
            Name::Known(entity) => mentions += article.mentions(*entity).count(),
            Name::New(_) => {
                for candidate in article.candidates_of(sought) {
                    mentions += 1;
                    if let Some(kind) = candidate.kind {
                        self.kinds[place_of(kind)] += 1;
                    }
                }
            }
        }
        if mentions > 0 {
            self.mentions += mentions;
            self.articles += 1;
            self.offer(article);
        }
    }

    fn offer(&mut self, article: &'s Arc<Article>) {
        let age = |article: &'s Arc<Article>| (article.date, &article.path);
        if self.youngest.is_none_or(|youngest| age(youngest) < age(article)) {
            self.youngest = Some(article);
        }
    }

    /// Of a new name what most of its mentions show, if any does; of equals what stands first in [`Kind::ALL`].
    pub fn kind(&self) -> Option<Kind> {
        let counted = Kind::ALL.into_iter().zip(self.kinds).filter(|(_, count)| *count > 0);
        counted.rev().max_by_key(|(_, count)| *count).map(|(kind, _)| kind)
    }
}

impl Snapshot {
    /// How often and where last the folder writes of `name`. Where the name is common, this takes time in proportion to
    /// what has changed since the folder was read.
    pub fn seen(&self, name: &Name) -> Seen<'_> {
        let key = name.key();
        let (base, overlay) = (self.base(), self.overlay());
        let sought = Sought::new(name.new_one());
        let mut seen = Seen::default();
        let common = base.common().get(key).and_then(|common| {
            let read = common.youngest.iter().filter(|place| !overlay.hides(*place));
            let youngest = read.filter_map(|place| Some((base.at(place)?.date, place))).max()?;
            Some((common, base.at(youngest.1)?))
        });
        if let Some((common, youngest)) = common {
            let mut hidden = Seen::default();
            for old in overlay.hidden_with(By::Name, key.0).filter_map(|place| base.at(place)) {
                hidden.see(old, name, &sought);
            }
            let mut kinds = common.kinds;
            kinds.iter_mut().zip(hidden.kinds).for_each(|(all, gone)| *all = all.saturating_sub(gone));
            seen = Seen {
                mentions: common.mentions.saturating_sub(hidden.mentions),
                articles: base.names(key).len().saturating_sub(hidden.articles),
                youngest: Some(youngest),
                kinds,
            };
        } else {
            let read = base.names(key).iter().filter(|place| !overlay.hides(*place));
            read.filter_map(|place| base.at(place)).for_each(|article| seen.see(article, name, &sought));
        }
        overlay.with(By::Name, key.0).for_each(|article| seen.see(article, name, &sought));
        seen
    }

    /// In how many articles a name stands. Two new names that share a number count together.
    pub fn articles_of(&self, name: &Name) -> usize {
        let key = name.key();
        self.base().names(key).len().saturating_add_signed(self.overlay().more_with(key))
    }
}
