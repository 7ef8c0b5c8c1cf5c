//! How often and where last the folder writes of a known name.

use super::article::Article;
use super::index::Snapshot;
use super::name::NameIn;
use crate::catalog::EntityIx;
use std::sync::Arc;

/// How often and where last the folder writes of a known name.
#[derive(Clone, Copy, Debug, Default)]
pub struct Seen<'s> {
    /// Its mentions.
    pub mentions: usize,
    /// The articles that have them.
    pub articles: usize,
    /// The youngest of these; of one day, or without a date, the last in path order.
    pub youngest: Option<&'s Arc<Article>>,
}

impl<'s> Seen<'s> {
    fn see(&mut self, article: &'s Arc<Article>, entity: EntityIx) {
        let mentions = article.mentions(entity).count();
        if mentions > 0 {
            self.mentions += mentions;
            self.articles += 1;
            let age = |article: &'s Arc<Article>| (article.date, &article.path);
            if self.youngest.is_none_or(|youngest| age(youngest) < age(article)) {
                self.youngest = Some(article);
            }
        }
    }
}

impl Snapshot {
    /// How often and where last the folder writes of `entity`. Where the name is common, this takes time in proportion to
    /// what has changed since the folder was read.
    pub fn seen(&self, entity: EntityIx) -> Seen<'_> {
        let key = NameIn::Known(entity).key();
        let mut seen = Seen::default();
        let common = self.base().common().get(key).and_then(|common| {
            let mut youngest = self.base().all(common.youngest.iter().copied());
            Some((common.mentions, youngest.find(|article| !self.hides(article))?))
        });
        if let Some((mentions, youngest)) = common {
            let mut hidden = Seen::default();
            for old in self.overlay().filter_map(|(path, _)| self.base().article(path)) {
                hidden.see(old, entity);
            }
            seen = Seen {
                mentions: mentions.saturating_sub(hidden.mentions),
                articles: self.base().articles_with(key).saturating_sub(hidden.articles),
                youngest: Some(youngest),
            };
        } else {
            for article in self.base().with_name(key).filter(|article| !self.hides(article)) {
                seen.see(article, entity);
            }
        }
        for article in self.overlay().filter_map(|(_, article)| article.as_ref()) {
            seen.see(article, entity);
        }
        seen
    }
}

#[cfg(test)]
mod tests {
    use super::super::index::Corpus;
    use super::*;
    use crate::catalog::{Catalog, parse};
    use crate::config::Config;
    use crate::document::Document;
    use crate::text::Format;
    use std::path::Path;

    fn article(number: usize, day: usize, times: usize, catalog: &Arc<Catalog>) -> Article {
        let text =
            format!("{day} May 2026\n\nAn audit began. {}", "It went to Nordhavn Line. ".repeat(times));
        let path = format!("/news/2026/05/{day:02}/{number:03}.txt");
        Article::new(Path::new(&path).into(), &Document::read(&text, Format::Plain, &path, catalog))
    }

    #[test]
    fn a_common_name_is_counted_as_any_other() {
        let entry = "[[entity]]\nid = \"nl\"\nkind = \"organization\"\nname = \"Nordhavn Line\"\n";
        let catalog = Arc::new(Catalog::merge(&[parse(Path::new("c.toml"), entry, false)]).0);
        let entity = catalog.by_id("nl").expect("an entry");
        let mut corpus = Corpus::new(Path::new("/news").into(), Arc::new(Config::default()), catalog.clone());
        corpus.set_base((0..200).map(|n| article(n, 1 + n % 28, 1 + n % 3, &catalog)).collect());
        // The youngest article changes, is opened or goes, and a new one comes.
        let changes: [(usize, Option<usize>); 4] =
            [(195, Some(5)), (195, Some(0)), (167, None), (300, Some(2))];
        for (number, times) in changes {
            match times {
                Some(times) => drop(corpus.put(article(number, 1 + number % 28, times, &catalog))),
                None => drop(corpus.remove(&article(number, 1 + number % 28, 1, &catalog).path)),
            }
            let snapshot = corpus.snapshot();
            let seen = snapshot.seen(entity);
            let mut walked = Seen::default();
            snapshot.articles().for_each(|article| walked.see(article, entity));
            assert!(seen.articles > 100);
            assert_eq!((seen.mentions, seen.articles), (walked.mentions, walked.articles));
            assert_eq!(seen.youngest.map(|a| &a.path), walked.youngest.map(|a| &a.path));
        }
    }
}
