//! What articles say of a name, from as many of them as a reader can take in.

use super::article::Article;
use super::counted::KEPT;
use super::index::Snapshot;
use super::keyed::By;
use super::name::{Name, NameKey};
use super::posting::{IntroductionPosting, TiePosting};
use jiff::civil::Date;
use std::cmp::Reverse;
use std::path::Path;
use std::sync::Arc;

/// Some of the articles that have something to say of a name.
#[derive(Clone, Debug)]
pub struct Telling<'s> {
    /// These, in the order that was asked for.
    pub articles: Vec<&'s Arc<Article>>,
    /// True when there are no others.
    pub all: bool,
}

/// An article with its date and where it stands in path order: its place in the base, or the place before which it would
/// stand there, and true for what was read with the base. Of several at one place the path tells.
type Placed<'s> = (Option<Date>, (u32, bool, &'s Path), &'s Arc<Article>);

fn placed(place: u32, read: bool, article: &Arc<Article>) -> Placed<'_> {
    (article.date, (place, read, &article.path), article)
}

impl Snapshot {
    /// The `most` oldest articles that introduce a name, the oldest first, in path order within a day; those without a
    /// date stand behind all others.
    pub fn first_introducing(&self, name: &Name, most: usize) -> Telling<'_> {
        let key = name.key();
        let (base, overlay) = (self.base(), self.overlay());
        let list = base.introducing(key);
        let count = most.saturating_add(overlay.hidden_with(By::Introduced, key.0).count());
        let mut articles = self.placed(By::Introduced, key, list.iter().take(count));
        articles.sort_by_key(|(date, place, _)| (date.is_none(), *date, *place));
        let all = list.len() <= count && articles.len() <= most;
        articles.truncate(most);
        Telling { articles: articles.into_iter().map(|(.., article)| article).collect(), all }
    }

    /// The `most` youngest articles of `date` or older that introduce a name, and those without a date, which count as
    /// older than all others; in path order.
    pub fn introducing(&self, name: &Name, date: Option<Date>, most: usize) -> Telling<'_> {
        self.youngest(By::Introduced, name.key(), date, most)
    }

    /// The same of those that give a name people, or tie it to others.
    pub fn telling(&self, name: &Name, date: Option<Date>, most: usize) -> Telling<'_> {
        self.youngest(By::Told, name.key(), date, most)
    }

    fn youngest(&self, by: By, key: NameKey, date: Option<Date>, most: usize) -> Telling<'_> {
        let (base, overlay) = (self.base(), self.overlay());
        let list = match by {
            By::Introduced => base.introducing(key),
            _ => base.telling(key),
        };
        let ages = base.ages();
        let count = most.saturating_add(overlay.hidden_with(by, key.0).count());
        let (until, dated) = (list.below(ages.until(date, base.articles())), list.below(ages.dated()));
        let from = until.saturating_sub(count);
        // Of those without a date, too, the last in path order stay.
        let room = (list.len() - dated).min(count - (until - from));
        let undated = list.from(list.len() - room).take(room);
        let mut articles = self.placed(by, key, list.from(from).take(until - from).chain(undated));
        articles.retain(|(own, ..)| date.is_none() || *own <= date);
        let all = from == 0 && list.len() - dated <= count - until && articles.len() <= most;
        articles.sort_by_key(|(date, place, _)| Reverse((*date, *place)));
        articles.truncate(most);
        articles.sort_by_key(|(_, place, _)| *place);
        Telling { articles: articles.into_iter().map(|(.., article)| article).collect(), all }
    }

    /// The `most` youngest articles that write of any of these names; those without a date count as older than all others.
    /// In path order.
    pub fn newest(&self, names: &[Name], most: usize) -> Telling<'_> {
        let (base, overlay) = (self.base(), self.overlay());
        let (mut places, mut changed, mut all) = (Vec::new(), Vec::new(), true);
        for key in names.iter().map(Name::key) {
            let (list, counted) = (base.names(key), base.common().get(key));
            let youngest = counted
                .map(|counted| counted.youngest)
                .filter(|kept| most <= KEPT && kept.len() < list.len());
            all &= youngest.is_none();
            places.extend(youngest.unwrap_or(list).iter());
            changed.extend(overlay.placed_with(By::Name, key.0));
        }
        places.sort_unstable();
        places.dedup();
        changed.sort_by(|a, b| (a.0, &a.1.path).cmp(&(b.0, &b.1.path)));
        changed.dedup_by(|a, b| Arc::ptr_eq(a.1, b.1));
        let read = places.into_iter().filter(|place| !overlay.hides(*place));
        let read = read.filter_map(|place| Some(placed(place, true, base.at(place)?)));
        let changed = changed.into_iter().map(|(place, article)| placed(place, false, article));
        let mut articles: Vec<Placed> = read.chain(changed).collect();
        all &= articles.len() <= most;
        articles.sort_by_key(|(date, place, _)| Reverse((*date, *place)));
        articles.truncate(most);
        articles.sort_by_key(|(_, place, _)| *place);
        Telling { articles: articles.into_iter().map(|(.., article)| article).collect(), all }
    }

    /// The articles that write of any of these names, in path order, and some perhaps that do not.
    pub fn articles_with_any<'a>(
        &'a self,
        names: &[Name],
    ) -> impl Iterator<Item = &'a Arc<Article>> + use<'a> {
        let (base, overlay) = (self.base(), self.overlay());
        let keys: Vec<u32> = names.iter().map(|name| name.key().0).collect();
        let mut places: Vec<u32> = keys.iter().flat_map(|key| base.names(NameKey(*key)).iter()).collect();
        let mut changed: Vec<u32> =
            keys.iter().flat_map(|key| overlay.numbers_with(By::Name, *key)).collect();
        for list in [&mut places, &mut changed] {
            list.sort_unstable();
            list.dedup();
        }
        overlay.merged(base, places.into_iter(), changed.into_iter())
    }

    /// The articles of these ages, without what has changed since, and those of the overlay that have the key.
    fn placed(&self, by: By, key: NameKey, ages: impl Iterator<Item = u32>) -> Vec<Placed<'_>> {
        let (base, overlay) = (self.base(), self.overlay());
        let read = ages.filter_map(|age| base.ages().place(age)).filter(|place| !overlay.hides(*place));
        let read = read.filter_map(|place| Some(placed(place, true, base.at(place)?)));
        let changed = overlay.placed_with(by, key.0).map(|(place, article)| placed(place, false, article));
        read.chain(changed).collect()
    }

    /// The passages that introduce a name, in path order, then text order.
    pub fn introductions<'a>(
        &'a self,
        name: &'a Name,
    ) -> impl Iterator<Item = (&'a Arc<Article>, IntroductionPosting<'a>)> {
        let key = name.key();
        let places = self.base().by_place(self.base().introducing(key).iter());
        let articles = self.overlay().merged_with(self.base(), places.into_iter(), By::Introduced, key.0);
        articles.flat_map(move |article| article.introductions_of(name).map(move |i| (article, i)))
    }

    /// In how many articles a name is introduced. Two new names that share a number count together.
    pub fn articles_introducing(&self, name: &Name) -> usize {
        let (key, overlay) = (name.key(), self.overlay());
        let read = self.base().introducing(key).len();
        let hidden = overlay.hidden_with(By::Introduced, key.0).count();
        read.saturating_sub(hidden) + overlay.with(By::Introduced, key.0).count()
    }
}

impl Article {
    /// The passages that introduce a name, in text order.
    pub fn introductions_of<'a>(&'a self, name: &'a Name) -> impl Iterator<Item = IntroductionPosting<'a>> {
        self.introductions().filter(move |introduction| introduction.whose() == *name)
    }

    /// What is said of a name and another: who runs, leads or takes part in what. In text order.
    pub fn ties_of<'a>(&'a self, name: &'a Name) -> impl Iterator<Item = TiePosting<'a>> {
        self.ties().filter(move |tie| tie.subject == *name || tie.other == *name)
    }

    /// The offices that are placed at a body, in text order.
    pub fn offices_at<'a>(&'a self, body: &'a Name) -> impl Iterator<Item = IntroductionPosting<'a>> {
        self.introductions().filter(move |i| i.employer.is_some_and(|employer| employer == *body))
    }
}
