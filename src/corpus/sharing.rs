//! Has the articles of a folder share what they tell of, and lie close together.

use super::article::{Article, Facts};
use super::packed::{Chunk, Packed};
use super::packing::Use;
use super::texts::TextsBuilder;
use rustc_hash::FxHashMap;
use std::mem;
use std::sync::{Arc, Mutex, PoisonError};

/// Bytes of the first chunk, each further one having twice as many: a small folder needs no more, and the system's allocator
/// takes a large block that is given back for a sign to keep as much for the next one.
const SMALLEST: usize = 1 << 16;
/// Bytes of a chunk in a large folder: so many that what is left free at its end weighs nothing.
const LARGEST: usize = 1 << 20;

/// Has the articles of a folder keep each text and each form of a name once for all of them, and lie in chunks, while they
/// are read.
#[derive(Default)]
pub struct Sharing {
    kept: Mutex<Kept>,
    /// Stands for their chunks until all have been read.
    none: Arc<Chunk>,
}

/// An article that [`Sharing`] may have taken over.
pub struct Sharer {
    article: Arc<Article>,
    /// The number of its chunk, and where it starts there.
    place: Option<(usize, u32)>,
}

/// What articles keep in common.
#[derive(Default)]
struct Kept {
    texts: TextsBuilder,
    uses: Vec<Use>,
    /// The number of each form.
    known: FxHashMap<Use, u32>,
    full: Vec<Filled>,
    filling: Filled,
}

/// What a chunk is made of.
#[derive(Default)]
struct Filled {
    bytes: Vec<u8>,
    articles: u32,
}

impl Sharing {
    /// Takes an article over. One that is being edited, shares a chunk already or finds no room stays as it is.
    pub fn take(&self, article: Arc<Article>) -> Sharer {
        if old_chunk(&article).is_some() { Sharer { article, place: None } } else { self.pack(article) }
    }

    fn pack(&self, mut article: Arc<Article>) -> Sharer {
        let place = match &article.facts {
            // Whoever fails leaves at worst a text too many.
            Facts::Whole(_, packed) => self.kept.lock().unwrap_or_else(PoisonError::into_inner).push(packed),
            Facts::Pieces(_) => None,
        };
        if place.is_some() {
            lay(&mut article, Packed::at(self.none.clone(), 0));
        }
        Sharer { article, place }
    }

    /// The articles, once all have been taken.
    pub fn finish(self, mut articles: Vec<Sharer>) -> Vec<Arc<Article>> {
        // What is left of an older chunk would keep all of it in memory.
        let mut living: FxHashMap<*const Chunk, u32> = FxHashMap::default();
        for chunk in articles.iter().filter_map(|sharer| old_chunk(&sharer.article)) {
            *living.entry(Arc::as_ptr(chunk)).or_default() += 1;
        }
        let sparse = |chunk: &Arc<Chunk>| 2 * living[&Arc::as_ptr(chunk)] < chunk.sharers;
        for sharer in articles.iter_mut().filter(|sharer| old_chunk(&sharer.article).is_some_and(sparse)) {
            *sharer = self.pack(sharer.article.clone());
        }
        let chunks = self.kept.into_inner().unwrap_or_else(PoisonError::into_inner).finish();
        let complete = |Sharer { mut article, place }: Sharer| {
            if let Some((chunk, start)) = place {
                lay(&mut article, Packed::at(chunks[chunk].clone(), start));
            }
            article
        };
        // Collected in place the list would keep the room of what it was made from.
        let mut all = Vec::with_capacity(articles.len());
        all.extend(articles.into_iter().map(complete));
        all
    }
}

/// The chunk that an article shares with others.
fn old_chunk(article: &Article) -> Option<&Arc<Chunk>> {
    match &article.facts {
        Facts::Whole(_, packed) => Some(packed.chunk()).filter(|chunk| chunk.sharers > 0),
        Facts::Pieces(_) => None,
    }
}

/// Has the facts of a whole article be `packed`.
fn lay(article: &mut Arc<Article>, packed: Packed) {
    if let Facts::Whole(_, own) = &mut Arc::make_mut(article).facts {
        *own = packed;
    }
}

impl Kept {
    /// Packs an article behind the others: in which chunk, and where there. Nowhere, where there is no room for its texts.
    fn push(&mut self, packed: &Packed) -> Option<(usize, u32)> {
        if !self.texts.has_room(packed.texts().map(str::len).sum()) {
            return None;
        }
        let texts: Vec<u32> = packed.texts().map(|text| self.texts.number(text)).collect();
        let uses: Vec<u32> = packed.uses().iter().map(|used| self.number(used)).collect();
        let mut bytes = Vec::new();
        packed.push_with(&uses, &texts, &mut bytes);
        if self.filling.bytes.len() + bytes.len() > self.filling.bytes.capacity() {
            let size = (2 * self.filling.bytes.capacity()).clamp(SMALLEST, LARGEST).max(bytes.len());
            let next = Filled { bytes: Vec::with_capacity(size), articles: 0 };
            let filled = mem::replace(&mut self.filling, next);
            self.full.extend((filled.articles > 0).then_some(filled));
        }
        let place = (self.full.len(), self.filling.bytes.len() as u32);
        self.filling.bytes.extend_from_slice(&bytes);
        self.filling.articles += 1;
        Some(place)
    }

    /// The number of a form.
    fn number(&mut self, used: Use) -> u32 {
        *self.known.entry(used).or_insert_with(|| {
            self.uses.push(used);
            self.uses.len() as u32 - 1
        })
    }

    /// The chunks, in order.
    fn finish(mut self) -> Vec<Arc<Chunk>> {
        self.filling.bytes.shrink_to_fit();
        self.full.push(self.filling);
        let (texts, uses): (_, Arc<[Use]>) = (Arc::new(self.texts.finish()), self.uses.into());
        let chunk = |Filled { bytes, articles }| {
            let (texts, uses) = (texts.clone(), uses.clone());
            Arc::new(Chunk { texts, uses, bytes: Arc::new(bytes), sharers: articles })
        };
        self.full.into_iter().map(chunk).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Catalog;
    use crate::document::Document;
    use crate::text::Format;
    use std::path::Path;

    fn article(nth: usize, text: &str) -> Arc<Article> {
        let document = Document::read(text, Format::Plain, "a.txt", &Catalog::default());
        Arc::new(Article::new(Path::new(&format!("{nth}.txt")).into(), &document))
    }

    fn share(articles: &[Arc<Article>]) -> Vec<Arc<Article>> {
        let sharing = Sharing::default();
        let taken = articles.iter().rev().map(|article| sharing.take(article.clone())).collect();
        let mut shared = sharing.finish(taken);
        shared.reverse();
        shared
    }

    #[test]
    fn articles_that_share_their_texts_say_what_they_said() {
        let texts = [
            "The Harwich Ferry Board (HFB) met. Mara Quill, its director, said: “Nobody asked us about the new quay before the winter began.”",
            "nothing of note happened here, and nobody came.",
            "Mara Quill, director of the Harwich Ferry Board (HFB), left. Quill said: “Nobody asked us about any quay before the winter began.”",
        ];
        let own: Vec<Arc<Article>> = texts.iter().enumerate().map(|(nth, text)| article(nth, text)).collect();
        let shared = share(&own);
        assert_eq!(format!("{shared:?}"), format!("{own:?}"));
        assert!(own[0].candidates().count() > 1 && own[2].quotes().count() == 1);
        assert!(shared.iter().zip(&own).all(|(shared, own)| **shared == **own));
        let chunks: Vec<_> = shared.iter().filter_map(|article| old_chunk(article)).collect();
        assert!(chunks.len() == 3 && chunks.iter().all(|chunk| Arc::ptr_eq(chunk, chunks[0])));
        let all = |article: &Arc<Article>| match &article.facts {
            Facts::Whole(_, packed) => packed.chunk().texts.len(),
            Facts::Pieces(_) => 0,
        };
        assert!(all(&shared[0]) < all(&own[0]) + all(&own[2]));
        // What is shared stays with those whose it is.
        let again = share(&shared);
        assert!(again.iter().zip(&shared).all(|(again, shared)| Arc::ptr_eq(again, shared)));
    }

    #[test]
    fn many_articles_lie_in_several_chunks() {
        let name =
            move |nth: usize| format!("Mara {}ell", ["Quill", "Sand", "Horn"][nth % 3].repeat(nth % 7 + 1));
        let text =
            |nth: usize| (0..500).map(move |at| format!("{} met {}.\n\n", name(nth + at), name(nth * at)));
        let own: Vec<Arc<Article>> = (0..3).map(|nth| article(nth, &text(nth).collect::<String>())).collect();
        let own: Vec<Arc<Article>> = own.iter().cycle().take(600).cloned().collect();
        let shared = share(&own);
        assert!(shared.iter().zip(&own).step_by(59).all(|(shared, own)| **shared == **own));
        let chunk = |at: usize| old_chunk(&shared[at]).map(Arc::as_ptr);
        assert!(chunk(0).is_some() && chunk(0) != chunk(599));
    }

    #[test]
    fn what_is_left_of_a_chunk_is_packed_anew() {
        let own: Vec<Arc<Article>> =
            (0..9).map(|nth| article(nth, "Mara Quill met Otto Sand in Harwich.")).collect();
        let shared = share(&own);
        let few = share(&shared[..4]);
        assert!(few.iter().zip(&shared).all(|(few, shared)| **few == **shared && !Arc::ptr_eq(few, shared)));
        assert!(few.iter().all(|article| old_chunk(article).is_some_and(|chunk| chunk.sharers == 4)));
        let most = share(&shared[..5]);
        assert!(most.iter().zip(&shared).all(|(most, shared)| Arc::ptr_eq(most, shared)));
    }
}
