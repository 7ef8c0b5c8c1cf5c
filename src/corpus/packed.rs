//! The facts of an article, packed; how its numbers lie stands in [`packing`](super::packing).

use super::article::{Article, Facts};
use super::packing::Use;
use super::texts::{Texts, TextsBuilder};
use super::unpacking::Reader;
use std::sync::{Arc, Mutex, PoisonError};

/// The facts of an article or of a piece of it. What is told of known names counts through the uses of the same, so that a
/// catalog that numbers its names anew changes nothing here.
#[derive(Clone, Debug)]
pub(super) struct Packed {
    /// Its names and words, which may be those of other articles too.
    texts: Arc<Texts>,
    /// Where `texts` are shared the number there of each of its own; else nothing, and all are its own.
    shared: Box<[u32]>,
    /// The lists, one behind the other.
    pub(super) bytes: Box<[u8]>,
    /// Where each list ends.
    pub(super) ends: [u32; LISTS],
}

/// Mentions, candidates, expansions, introductions, ties, quotes.
pub(super) const LISTS: usize = 6;

impl PartialEq for Packed {
    fn eq(&self, other: &Self) -> bool {
        (self.ends, &self.bytes) == (other.ends, &other.bytes) && self.texts().eq(other.texts())
    }
}

impl Eq for Packed {}

impl Packed {
    /// Lists that tell of these texts and no others.
    pub(super) fn new(texts: Texts, bytes: Box<[u8]>, ends: [u32; LISTS]) -> Self {
        Self { texts: Arc::new(texts), shared: Box::default(), bytes, ends }
    }

    /// What is in one of its lists.
    pub(super) fn reader<'a>(&'a self, list: usize, uses: &'a [Use]) -> Reader<'a> {
        let start = list.checked_sub(1).map_or(0, |before| self.ends[before]) as usize;
        let bytes = self.bytes.get(start..self.ends[list] as usize).unwrap_or(&[]);
        Reader::new(uses, &self.texts, &self.shared, bytes)
    }

    /// Its texts, each once, in the order of its own numbers.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        let all = if self.shared.is_empty() { self.texts.len() } else { 0 };
        (0..all as u32).chain(self.shared.iter().copied()).map(|number| self.texts.get(number))
    }
}

/// Has the articles of a folder keep each text once for all of them, while they are read.
#[derive(Default)]
pub struct Sharing {
    texts: Mutex<TextsBuilder>,
    /// Stands for what they share until all have been read.
    none: Arc<Texts>,
}

/// An article whose texts [`Sharing`] may have taken over.
pub struct Sharer {
    article: Arc<Article>,
    shares: bool,
}

impl Sharing {
    /// Takes the texts of an article over. One that is being edited, shares its texts already or finds no room keeps them.
    pub fn take(&self, mut article: Arc<Article>) -> Sharer {
        let numbers = match &article.facts {
            Facts::Whole(_, packed) if packed.shared.is_empty() => self.numbers(packed),
            _ => Box::default(),
        };
        let shares = !numbers.is_empty();
        if shares && let Facts::Whole(_, packed) = &mut Arc::make_mut(&mut article).facts {
            let packed = Arc::make_mut(packed);
            (packed.texts, packed.shared) = (self.none.clone(), numbers);
        }
        Sharer { article, shares }
    }

    /// The numbers of an article's texts; none where there is no room for them.
    fn numbers(&self, packed: &Packed) -> Box<[u32]> {
        // Whoever fails leaves at worst a text too many.
        let mut texts = self.texts.lock().unwrap_or_else(PoisonError::into_inner);
        let room = texts.has_room(packed.texts().map(str::len).sum());
        packed.texts().filter(|_| room).map(|text| texts.number(text)).collect()
    }

    /// The articles, once all have been taken.
    pub fn finish(self, articles: Vec<Sharer>) -> Vec<Arc<Article>> {
        let texts = Arc::new(self.texts.into_inner().unwrap_or_else(PoisonError::into_inner).finish());
        let complete = |Sharer { mut article, shares }: Sharer| {
            if shares && let Facts::Whole(_, packed) = &mut Arc::make_mut(&mut article).facts {
                Arc::make_mut(packed).texts = texts.clone();
            }
            article
        };
        articles.into_iter().map(complete).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Catalog;
    use crate::document::Document;
    use crate::text::Format;
    use std::path::Path;

    #[test]
    fn articles_that_share_their_texts_say_what_they_said() {
        let texts = [
            "The Harwich Ferry Board (HFB) met. Mara Quill, its director, said: “Nobody asked us about the new quay before the winter began.”",
            "nothing of note happened here, and nobody came.",
            "Mara Quill, director of the Harwich Ferry Board (HFB), left. Quill said: “Nobody asked us about any quay before the winter began.”",
        ];
        let article = |(nth, text): (usize, &&str)| {
            let document = Document::read(text, Format::Plain, "a.txt", &Catalog::default());
            Arc::new(Article::new(Path::new(&format!("{nth}.txt")).into(), &document))
        };
        let own: Vec<Arc<Article>> = texts.iter().enumerate().map(article).collect();
        let share = |articles: &[Arc<Article>]| {
            let sharing = Sharing::default();
            let taken = articles.iter().rev().map(|article| sharing.take(article.clone())).collect();
            let mut shared = sharing.finish(taken);
            shared.reverse();
            shared
        };
        let shared = share(&own);
        assert_eq!(format!("{shared:?}"), format!("{own:?}"));
        assert!(own[0].candidates().count() > 1 && own[2].quotes().count() == 1);
        assert!(shared.iter().zip(&own).all(|(shared, own)| **shared == **own));
        let all = |article: &Arc<Article>| match &article.facts {
            Facts::Whole(_, packed) => packed.texts.clone(),
            Facts::Pieces(_) => Arc::default(),
        };
        assert!(Arc::ptr_eq(&all(&shared[0]), &all(&shared[2])));
        assert!(all(&shared[0]).len() < all(&own[0]).len() + all(&own[2]).len());
        // What is shared stays with those whose it is.
        let again = share(&shared);
        assert!(again.iter().zip(&shared).all(|(again, shared)| Arc::ptr_eq(again, shared)));
    }
}
