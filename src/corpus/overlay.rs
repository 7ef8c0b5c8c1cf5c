//! The open and changed articles, in front of what was read of the folder.

use super::article::Article;
use super::base::Base;
use super::begun::Beginnings;
use super::keyed::{By, Keyed};
use super::long_names::LongNames;
use super::name::NameKey;
use std::ffi::OsStr;
use std::path::Path;
use std::sync::{Arc, OnceLock};

/// Changed articles, and what they and the articles that they hide are found by. What a keystroke does here grows with
/// what is open, not with the folder.
#[derive(Clone, Debug, Default)]
pub(super) struct Overlay {
    /// Sorted by path.
    entries: Vec<Entry>,
    /// What they hold; each is known by its place in `entries`.
    now: Keyed,
    /// What the articles of the base hold that they hide; each is known by its place there.
    hidden: Keyed,
    /// The places of these, in order.
    places: Vec<u32>,
}

/// A file that has changed.
#[derive(Clone, Debug)]
struct Entry {
    path: Arc<Path>,
    /// `None` where it is gone.
    article: Option<Arc<Article>>,
    /// Its place in the base: where it stands there, or would stand.
    place: u32,
    /// How its new names begin; built when one is first completed in another article.
    begun: Arc<OnceLock<Beginnings>>,
    /// Which of them share two words; built when that is first asked of another article.
    long_names: Arc<OnceLock<LongNames>>,
}

impl Overlay {
    /// One of these files over `base`.
    pub(super) fn over(base: &Base, files: impl Iterator<Item = (Arc<Path>, Option<Arc<Article>>)>) -> Self {
        let mut overlay = Overlay::default();
        for (path, article) in files {
            overlay.put(base, path, article, None);
        }
        overlay
    }

    /// Puts a file in front of its article in the base. `apart` is what it had in the overlay before and has no longer, and
    /// what it has now and had not, as far as it is found by them, where that is known to be less than all.
    pub(super) fn put(
        &mut self,
        base: &Base,
        path: Arc<Path>,
        article: Option<Arc<Article>>,
        apart: Option<(Option<&Article>, Option<&Article>)>,
    ) {
        match self.find(&path) {
            Ok(at) => {
                let old = std::mem::replace(&mut self.entries[at].article, article);
                let new = self.entries[at].article.clone();
                let (old, new) = apart.unwrap_or((old.as_deref(), new.as_deref()));
                self.now.change(at as u32, old, new);
                (self.entries[at].begun, self.entries[at].long_names) = Default::default();
            }
            Err(at) => {
                let place = base.place(&path);
                if let Ok(place) = place {
                    self.hidden.change(place, None, base.at(place).map(|article| &**article));
                    self.places.insert(self.places.partition_point(|other| *other < place), place);
                }
                self.now.make_room(at as u32);
                self.now.change(at as u32, None, article.as_deref());
                let place = place.unwrap_or_else(|place| place);
                let (begun, long_names) = Default::default();
                self.entries.insert(at, Entry { path, article, place, begun, long_names });
            }
        }
    }

    /// Forgets what is told of a file that the base does not hold.
    pub(super) fn remove(&mut self, path: &Path) {
        let Ok(at) = self.find(path) else { return };
        let gone = self.entries.remove(at);
        self.now.change(at as u32, gone.article.as_deref(), None);
        self.now.close_up(at as u32);
    }

    /// Where the entry of a file stands, or would stand.
    fn find(&self, path: &Path) -> Result<usize, usize> {
        self.entries.binary_search_by(|entry| (*entry.path).cmp(path))
    }

    /// What a file holds now, where it has changed.
    pub(super) fn get(&self, path: &Path) -> Option<&Option<Arc<Article>>> {
        self.find(path).ok().map(|at| &self.entries[at].article)
    }

    /// How many files have changed.
    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    /// The files, in path order, and what they hold now.
    pub(super) fn files(&self) -> impl Iterator<Item = (&Arc<Path>, &Option<Arc<Article>>)> {
        self.entries.iter().map(|entry| (&entry.path, &entry.article))
    }

    /// The articles, in path order.
    pub(super) fn articles(&self) -> impl Iterator<Item = &Arc<Article>> {
        self.entries.iter().filter_map(|entry| entry.article.as_ref())
    }

    /// True where the overlay tells of the file of the base's article at `place`.
    pub(super) fn hides(&self, place: u32) -> bool {
        !self.places.is_empty() && self.places.binary_search(&place).is_ok()
    }

    /// The articles that have a key, in path order.
    pub(super) fn with(&self, by: By, key: u32) -> impl Iterator<Item = &Arc<Article>> {
        self.now.of(by, key).filter_map(|at| self.entries.get(at as usize)?.article.as_ref())
    }

    /// These by their numbers, in order.
    pub(super) fn numbers_with(&self, by: By, key: u32) -> impl Iterator<Item = u32> {
        self.now.of(by, key)
    }

    /// The same, each with the place in the base where it stands or would stand.
    pub(super) fn placed_with(&self, by: By, key: u32) -> impl Iterator<Item = (u32, &Arc<Article>)> {
        let entries = self.now.of(by, key).filter_map(|at| self.entries.get(at as usize));
        entries.filter_map(|entry| Some((entry.place, entry.article.as_ref()?)))
    }

    /// The places in the base of the hidden articles that have a key, in order.
    pub(super) fn hidden_with(&self, by: By, key: u32) -> impl Iterator<Item = u32> + Clone {
        self.hidden.of(by, key)
    }

    /// In how many more articles a name stands than the base tells; less than 0 where it stands in fewer.
    pub(super) fn more_with(&self, name: NameKey) -> isize {
        let now = self.now.of(By::Name, name.0).count();
        now as isize - self.hidden.of(By::Name, name.0).count() as isize
    }

    /// How the new names of the articles begin, without the article at `besides`.
    pub(super) fn begun<'a>(&'a self, besides: &'a Path) -> impl Iterator<Item = &'a Beginnings> {
        self.without(besides).map(|(entry, article)| {
            entry.begun.get_or_init(|| Beginnings::of(std::slice::from_ref(article), &|_| 1))
        })
    }

    /// Which of the new names of each article share two words with others, without the article at `besides`.
    pub(super) fn long_names<'a>(&'a self, besides: &'a Path) -> impl Iterator<Item = &'a LongNames> {
        self.without(besides).map(|(entry, article)| {
            entry.long_names.get_or_init(|| LongNames::of(std::slice::from_ref(article)))
        })
    }

    /// The articles but for the one at `besides`, with their entries.
    fn without<'a>(&'a self, besides: &'a Path) -> impl Iterator<Item = (&'a Entry, &'a Arc<Article>)> {
        let others = self.entries.iter().filter(move |entry| entry.path.as_os_str() != besides.as_os_str());
        others.filter_map(|entry| Some((entry, entry.article.as_ref()?)))
    }

    /// The articles of the base at `places` and those of the overlay in `changed`, both in order, without what the overlay
    /// hides; all in path order.
    pub(super) fn merged<'a>(
        &'a self,
        base: &'a Base,
        places: impl Iterator<Item = u32> + 'a,
        changed: impl Iterator<Item = u32> + 'a,
    ) -> impl Iterator<Item = &'a Arc<Article>> {
        let mut places = places.filter(|place| !self.hides(*place)).peekable();
        let changed = changed.filter_map(|at| self.entries.get(at as usize));
        let mut changed = changed.filter_map(|entry| Some((entry.place, entry.article.as_ref()?))).peekable();
        std::iter::from_fn(move || match (places.peek(), changed.peek()) {
            (Some(read), Some((place, _))) if read < place => base.at(places.next()?),
            (_, Some(_)) => changed.next().map(|(_, article)| article),
            (_, None) => base.at(places.next()?),
        })
    }

    /// The same for all articles that have a key, where `places` are those of the base that have it.
    pub(super) fn merged_with<'a>(
        &'a self,
        base: &'a Base,
        places: impl Iterator<Item = u32> + 'a,
        by: By,
        key: u32,
    ) -> impl Iterator<Item = &'a Arc<Article>> {
        self.merged(base, places, self.now.of(by, key))
    }

    /// True where `other` holds the same, but for what stands in the file at `path`.
    pub(super) fn is_but_for(&self, other: &Overlay, path: &Path) -> bool {
        fn others<'a>(
            overlay: &'a Overlay,
            besides: &'a Path,
        ) -> impl Iterator<Item = (&'a OsStr, Option<*const Article>)> {
            let files = overlay.files().map(|(path, article)| (path.as_os_str(), article));
            let files = files.filter(move |(path, _)| *path != besides.as_os_str());
            files.map(|(path, article)| (path, article.as_ref().map(Arc::as_ptr)))
        }
        others(self, path).eq(others(other, path))
    }
}
