//! An article of the index as it is kept on disk from one start to the next.

use super::article::{Article, Facts};
use super::packed::{LISTS, Packed};
use super::packing::NO_FORM;
use super::texts::Texts;
use crate::catalog::{Catalog, EntityIx, FormIx};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::path::Path;
use std::sync::Arc;

/// All that the index keeps of an article but its path, in a shape that can be written and read. Its numbers are those
/// of one state of the catalog.
#[derive(Debug, Serialize, Deserialize)]
pub struct Stored<'a> {
    digest: u64,
    date: Option<(i16, i8, i8)>,
    uses: Vec<(u32, u32)>,
    #[serde(borrow)]
    letters: Cow<'a, str>,
    text_ends: Vec<u32>,
    bytes: &'a [u8],
    ends: [u32; LISTS],
}

impl Article {
    /// What is to be written of it; `None` while it is being edited.
    pub fn stored(&self) -> Option<Stored<'_>> {
        let Facts::Whole(digest, packed) = &self.facts else { return None };
        let (mut letters, mut text_ends) = (String::new(), Vec::new());
        for text in packed.texts() {
            letters.push_str(text);
            text_ends.push(letters.len() as u32);
        }
        let (bytes, ends) = packed.lists();
        Some(Stored {
            digest: *digest,
            date: self.date.map(|date| (date.year(), date.month(), date.day())),
            uses: packed.uses().iter().map(|(entity, form)| (entity.0, form.0)).collect(),
            letters: letters.into(),
            text_ends,
            bytes,
            ends,
        })
    }

    /// The article at `path` from what was written of it; `None` where that cannot be so with this catalog.
    pub fn restored(path: Arc<Path>, stored: Stored<'_>, catalog: &Catalog) -> Option<Article> {
        let Stored { digest, date, uses, letters, text_ends, bytes, ends } = stored;
        let date = match date {
            Some((year, month, day)) => Some(Date::new(year, month, day).ok()?),
            None => None,
        };
        let known = |(entity, form): &(u32, u32)| {
            (*entity as usize) < catalog.len()
                && (*form == NO_FORM.0
                    || catalog.forms().get(*form as usize).is_some_and(|form| form.entity.0 == *entity))
        };
        let in_order = ends.is_sorted() && ends[LISTS - 1] as usize == bytes.len();
        if !in_order || !uses.iter().all(known) || !uses.is_sorted() {
            return None;
        }
        let uses = uses.into_iter().map(|(entity, form)| (EntityIx(entity), FormIx(form))).collect();
        let facts = Packed::new(Texts::of(&letters, text_ends)?, uses, bytes, ends);
        Some(Article { path, date, facts: Facts::Whole(digest, facts) })
    }
}
