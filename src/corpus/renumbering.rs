//! Articles in the numbers that another state of the catalog gives to its names.

use super::article::{Article, Facts};
use super::packed::{Chunk, Packed};
use super::packing::{NO_FORM, Use};
use crate::catalog::{Change, EntityIx, FormIx};
use rustc_hash::FxHashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Gives articles the numbers of another state of the catalog.
#[derive(Debug)]
pub struct Renumbering<'c> {
    change: &'c Change,
    /// By where the old chunk lies, which stays there as long as it is kept here.
    chunks: Mutex<FxHashMap<usize, Renumbered>>,
}

/// A chunk in the old numbers and in the new ones.
#[derive(Debug)]
struct Renumbered {
    old: Arc<Chunk>,
    new: Arc<Chunk>,
}

/// Stands for a form of a name that changed.
const CHANGED: Use = (EntityIx(u32::MAX), FormIx(0));

impl<'c> Renumbering<'c> {
    /// From the numbers before `change` to those behind it.
    pub fn new(change: &'c Change) -> Self {
        Renumbering { change, chunks: Mutex::default() }
    }

    /// The same article in the new numbers; `None` where it speaks of what changed, or is being edited.
    pub fn of(&self, article: &Arc<Article>) -> Option<Arc<Article>> {
        let Facts::Whole(digest, packed) = &article.facts else { return None };
        let chunk = self.chunk(packed.chunk());
        let same = Arc::ptr_eq(&chunk, packed.chunk());
        let packed = Packed::at(chunk, packed.start());
        if packed.uses().iter().any(|used| used == CHANGED) {
            return None;
        }
        let new = || Article { facts: Facts::Whole(*digest, packed), ..Article::clone(article) };
        Some(if same { article.clone() } else { Arc::new(new()) })
    }

    fn chunk(&self, old: &Arc<Chunk>) -> Arc<Chunk> {
        // Whoever fails leaves no entry.
        let mut chunks = self.chunks.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = chunks.get(&Arc::as_ptr(old).addr()) {
            return known.new.clone();
        }
        let known = chunks.values().find(|known| Arc::ptr_eq(&known.old.uses, &old.uses));
        let uses = match known {
            Some(known) => known.new.uses.clone(),
            None => old.uses.iter().map(|used| self.renumbered(*used)).collect(),
        };
        let new = if uses == old.uses { old.clone() } else { Arc::new(Chunk { uses, ..Chunk::clone(old) }) };
        chunks.insert(Arc::as_ptr(old).addr(), Renumbered { old: old.clone(), new: new.clone() });
        new
    }

    fn renumbered(&self, (entity, form): Use) -> Use {
        let renumbered = self.change.renumbered(entity, form);
        renumbered.map_or(CHANGED, |(entity, moved)| (entity, if form == NO_FORM { NO_FORM } else { moved }))
    }
}
