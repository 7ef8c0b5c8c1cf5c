//! What a change of one article may change in the findings of others.

use super::article::Article;
use super::index::Snapshot;
use super::name::NameIn;
use super::quote::{QuotePosting, Speaker};
use crate::catalog::{EntityIx, Kind};
use crate::document::IntroductionKind;
use rustc_hash::FxHashSet;
use std::path::Path;
use std::sync::Arc;

/// What a change of one article may change in the findings of others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Affected {
    /// Entities that it now writes in other forms, sorted.
    pub entities: Vec<EntityIx>,
    /// Acronyms that it now expands otherwise, sorted.
    pub acronyms: Vec<Arc<str>>,
    /// New names of people to whom it now gives other titles, and other spellings of names that it now has or no longer has,
    /// sorted.
    pub names: Vec<Arc<str>>,
    /// Articles with words like those that it now gives to somebody, or no longer does, sorted.
    pub articles: Vec<Arc<Path>>,
}

/// One state of an article that gave way to another: of both as much as they do not share.
#[derive(Clone, Debug)]
pub struct Exchange {
    pub(super) old: Option<Article>,
    pub(super) new: Article,
}

impl Exchange {
    pub(super) fn of(old: Option<&Article>, new: &Article) -> Self {
        Self { old: old.map(|old| old.apart_from(Some(new))), new: new.apart_from(old) }
    }
}

impl Affected {
    /// What differs between two states of an article, or between as much of them as they do not share.
    pub(super) fn between<'a>(
        old: Option<&'a Article>,
        new: Option<&'a Article>,
        all: &Snapshot,
    ) -> Affected {
        if old.zip(new).is_some_and(|(old, new)| old.says_as(new)) {
            return Affected::default();
        }
        let uses = |article: Option<&'a Article>| article.into_iter().flat_map(|a| a.uses().iter());
        let mut entities = match (uses(old), uses(new)) {
            (old, new) if old.clone().eq(new.clone()) => Vec::new(),
            (old, new) => differing(old.collect(), new.collect()),
        };
        let acronyms = differing(expansions(old), expansions(new)).into_iter().map(Arc::from).collect();
        let mut names = Vec::new();
        for person in differing(titles(old), titles(new)) {
            match person {
                NameIn::Known(entity) => entities.push(entity),
                NameIn::New(name) => names.push(name.into()),
            }
        }
        let path = new.or(old).map_or(Path::new(""), |article| &article.path);
        // Another spelling of a name may be told or not by how many articles have this one.
        for (name, kind) in differing(written(old), written(new)) {
            let person = kind == Some(Kind::Person);
            let others = all.names_sharing(name, person, path).into_iter();
            names.extend(others.filter(|other| is_near(other, name)).map(Arc::from));
        }
        names.sort_unstable();
        names.dedup();
        entities.sort_unstable();
        entities.dedup();
        let quotes = |article: Option<&Article>| -> Vec<QuotePosting> {
            article.into_iter().flat_map(|a| a.quotes()).collect()
        };
        let (old_quotes, new_quotes) = (quotes(old), quotes(new));
        let (old_said, new_said) = (said(&old_quotes), said(&new_quotes));
        let alike = old_said
            .symmetric_difference(&new_said)
            .flat_map(|(speaker, words)| {
                all.quotes_like(words, path).filter(move |(_, other)| other.speaker != **speaker)
            })
            .map(|(article, _)| article.path.clone());
        let mut articles: Vec<Arc<Path>> = alike.collect();
        articles.sort_unstable();
        articles.dedup();
        Affected { entities, acronyms, names, articles }
    }

    /// True when no other article's findings can change.
    pub fn is_empty(&self) -> bool {
        self.entities.is_empty()
            && self.acronyms.is_empty()
            && self.names.is_empty()
            && self.articles.is_empty()
    }

    /// Takes in what another change may change.
    pub fn join(&mut self, more: Affected) {
        self.entities.extend(more.entities);
        self.entities.sort_unstable();
        self.entities.dedup();
        self.acronyms.extend(more.acronyms);
        self.acronyms.sort_unstable();
        self.acronyms.dedup();
        self.names.extend(more.names);
        self.names.sort_unstable();
        self.names.dedup();
        self.articles.extend(more.articles);
        self.articles.sort_unstable();
        self.articles.dedup();
    }

    /// True when `article` writes of something that changed.
    pub fn touches(&self, article: &Article) -> bool {
        self.articles.binary_search(&article.path).is_ok()
            || !self.entities.is_empty()
                && article.entities().any(|entity| self.entities.binary_search(&entity).is_ok())
            || !self.acronyms.is_empty()
                && (article.expansions().any(|e| holds(&self.acronyms, e.short))
                    || article.candidates().any(|c| holds(&self.acronyms, c.name)))
            || !self.names.is_empty() && article.candidates().any(|c| holds(&self.names, c.name))
    }
}

/// True when `list`, which is sorted, holds `text`.
fn holds(list: &[Arc<str>], text: &str) -> bool {
    list.binary_search_by(|other| (**other).cmp(text)).is_ok()
}

/// The acronyms that an article writes out, and how.
fn expansions(article: Option<&Article>) -> Vec<(&str, &str)> {
    article.into_iter().flat_map(|a| a.expansions()).map(|e| (e.short, e.long)).collect()
}

/// The new names of several words in an article, and what they are.
fn written(article: Option<&Article>) -> Vec<((&str, Option<Kind>), ())> {
    let names = article.into_iter().flat_map(|a| a.candidates()).filter(|c| c.name.contains(' '));
    names.map(|c| ((c.name, c.kind), ())).collect()
}

/// True for two names that differ in a few letters that stand together, as two spellings of one do.
fn is_near(a: &str, b: &str) -> bool {
    /// "(Ste)ph(en)", or a word such as "and".
    const MOST: usize = 6;
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let head = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let tail = a[head..].iter().rev().zip(b[head..].iter().rev()).take_while(|(a, b)| a == b).count();
    a.len().max(b.len()) - head - tail <= MOST
}

/// The offices that an article gives people: whose, the title and the employer.
fn titles(article: Option<&Article>) -> Vec<(NameIn<'_>, (&str, Option<NameIn<'_>>))> {
    let roles = article.into_iter().flat_map(|a| a.introductions());
    let roles = roles.filter(|i| i.kind == IntroductionKind::Role && i.holds);
    roles.map(|i| (i.whose(), (i.title, i.employer))).collect()
}

/// The keys of the pairs that stand in one list only, sorted, each once.
fn differing<K: Ord + Clone, V: Ord>(mut old: Vec<(K, V)>, mut new: Vec<(K, V)>) -> Vec<K> {
    if old == new {
        return Vec::new();
    }
    for list in [&mut old, &mut new] {
        list.sort_unstable();
        list.dedup();
    }
    let gone = old.iter().filter(|pair| new.binary_search(pair).is_err());
    let come = new.iter().filter(|pair| old.binary_search(pair).is_err());
    let mut keys: Vec<K> = gone.chain(come).map(|(key, _)| key.clone()).collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// The speeches by speaker and words, each once.
fn said(quotes: &[QuotePosting]) -> FxHashSet<(&Speaker, &[u16])> {
    quotes.iter().map(|quote| (&quote.speaker, &*quote.words)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::index::Corpus;
    use super::*;
    use crate::catalog::Catalog;
    use crate::document::Document;
    use crate::text::Format;

    #[test]
    fn another_spelling_touches_the_articles_that_have_the_first() {
        let article = |path: &str, text: &str| {
            let document = Document::read(text, Format::Plain, path, &Catalog::default());
            Article::new(Path::new(path).into(), &document)
        };
        let mut corpus = Corpus::new(Path::new("/desk").into(), Arc::default(), Arc::default());
        let first = article("a.txt", "Minister Sergei Wexlunin left. Minister Ana Holm stayed.");
        corpus.set_base(vec![first.clone()]);
        for (text, touched) in [
            ("Minister Sergey Wexlunin left.", true),
            ("Minister Otto Dahl left.", true),
            ("Minister Otto Dahl left early.", false),
            ("Minister Ana Vik left early.", false),
        ] {
            let affected = corpus.put(article("b.txt", text));
            assert_eq!(affected.touches(&first), touched, "{text}");
        }
    }
}
