//! What the folder's articles tell of people's offices.

use super::article::Article;
use super::index::Snapshot;
use super::name::{Name, NameIn, NameKey};
use super::offices::Held;
use super::posting::IntroductionPosting;
use crate::catalog::Outline;
use crate::document::IntroductionKind;
use rustc_hash::FxHashSet;
use std::cell::LazyCell;
use std::path::Path;
use std::sync::Arc;

/// A title that dated articles give somebody, as one that is still held.
#[derive(Clone, Debug)]
pub struct Title<'s> {
    /// The words.
    pub title: &'s str,
    /// The body that it is held at, where the articles show it.
    pub employer: Option<NameKey>,
    articles: Articles<'s>,
}

/// The articles that give a title.
#[derive(Clone, Debug)]
enum Articles<'s> {
    Read(&'s Snapshot, Held<'s>),
    Changed(&'s Arc<Article>),
}

impl Snapshot {
    /// The titles that articles other than the one at `besides` give `name`, each once for an employer; those of
    /// articles that have changed since the folder was read once more for each of them.
    pub fn titles_of<'s>(&'s self, name: &'s Name, besides: &'s Path) -> impl Iterator<Item = Title<'s>> {
        let read = self.base().offices().held(name.key()).map(move |held| Title {
            title: held.title,
            employer: held.employer,
            articles: Articles::Read(self, held),
        });
        let changed = self.changed(besides).filter(|article| article.date.is_some());
        let changed = changed.flat_map(move |article| {
            let own = offices(article).filter(move |i| i.holds && i.whose() == *name);
            own.map(move |i| Title {
                title: i.title,
                employer: i.employer.map(NameIn::key),
                articles: Articles::Changed(article),
            })
        });
        read.chain(changed)
    }

    /// Those whom articles other than the one at `besides` present in the service of `employer`, outside the catalog,
    /// by other names that may be almost `name`; in path order, then text order.
    pub fn staff_like<'s>(
        &'s self,
        employer: NameKey,
        name: &str,
        besides: &'s Path,
    ) -> Vec<(&'s Arc<Article>, IntroductionPosting<'s>)> {
        let (own, like) = (NameIn::New(name).key(), LazyCell::new(|| Outline::of(name)));
        let may_be = |other: Outline| other.may_be(&like);
        let staff = self.base().offices().staff(employer);
        let staff = staff.filter(|(other, outline)| *other != own && may_be(*outline));
        let staff: FxHashSet<NameKey> = staff.map(|(other, _)| other).collect();
        let read = staff.iter().flat_map(|name| self.base().names(*name).iter().take(MOST));
        let read = self.base().all(read.filter(|place| !self.overlay().hides(*place)));
        let mut articles: Vec<&Arc<Article>> = read.filter(|article| !article.is_at(besides)).collect();
        articles.extend(self.changed(besides));
        articles.sort_by(|a, b| a.path.cmp(&b.path));
        articles.dedup_by(|a, b| a.is_at(&b.path));
        let serves = |i: &IntroductionPosting| {
            i.entity.is_none()
                && i.employer.map(NameIn::key) == Some(employer)
                && i.name != name
                && (staff.contains(&i.whose().key()) || may_be(Outline::of(i.name)))
        };
        articles.into_iter().flat_map(|a| offices(a).filter(serves).map(move |i| (a, i))).collect()
    }

    /// The articles that have changed since the folder was read, without the one at `besides`.
    fn changed<'s>(&'s self, besides: &'s Path) -> impl Iterator<Item = &'s Arc<Article>> {
        self.overlay().articles().filter(move |article| !article.is_at(besides))
    }
}

/// Articles that are looked through for one person.
const MOST: usize = 200;

/// The offices that an article tells of.
fn offices(article: &Article) -> impl Iterator<Item = IntroductionPosting<'_>> {
    article.introductions().filter(|i| i.kind == IntroductionKind::Role)
}

impl<'s> Title<'s> {
    /// The articles, without the one at `besides`, in path order.
    pub fn articles(&self, besides: &'s Path) -> impl Iterator<Item = &'s Arc<Article>> {
        let (read, changed) = match &self.articles {
            Articles::Read(snapshot, held) => {
                let places = held.articles.iter().filter(|place| !snapshot.overlay().hides(*place));
                (Some(snapshot.base().all(places)), None)
            }
            Articles::Changed(article) => (None, Some(*article)),
        };
        read.into_iter().flatten().chain(changed).filter(move |article| !article.is_at(besides))
    }

    /// The first place where `article` gives `name` this title.
    pub fn place<'a>(&self, article: &'a Article, name: &Name) -> Option<IntroductionPosting<'a>> {
        offices(article).find(|i| {
            i.holds
                && i.title == self.title
                && i.employer.map(NameIn::key) == self.employer
                && i.whose() == *name
        })
    }
}
