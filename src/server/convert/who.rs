//! Cards of names by what a person typed. LSP has no such request: `masthead/who` is our own.

use super::super::view::Folder;
use super::hover::link;
use super::uri::uri_of;
use crate::diagnostic::Place;
use crate::ide::{Found, How, describe, find_names};
use serde::{Deserialize, Serialize};

/// The question.
#[derive(Deserialize)]
pub(crate) struct WhoParams {
    /// A form, an acronym, a surname or an office, nearly right too.
    pub(crate) query: String,
}

/// A name that fits.
#[derive(Serialize)]
pub(crate) struct NameCard {
    /// What it is called.
    name: String,
    /// Who or what it is, in a few words.
    detail: String,
    /// What a person should know who typed something else; absent where the name fits.
    #[serde(skip_serializing_if = "Option::is_none")]
    remark: Option<String>,
    /// The whole card, as hover shows it.
    markdown: String,
}

/// The names of all folders that fit best, each as [`find_names`] has it.
pub(crate) fn who(folders: &[Folder], query: &str) -> Vec<NameCard> {
    let link = |place: &Place| link(place, uri_of(&place.path));
    let cards = folders.iter().flat_map(|folder| {
        find_names(&folder.snapshot, query).into_iter().map(|found| NameCard {
            markdown: describe(&folder.snapshot, &found.name, None, &link).markdown,
            remark: remark(&found, query),
            name: found.title,
            detail: found.detail,
        })
    });
    cards.collect()
}

/// Why a name is shown that was not typed.
fn remark(found: &Found, query: &str) -> Option<String> {
    let title = &found.title;
    match &found.how {
        How::Near(_) => Some(format!("Showing {title} (you typed {query})")),
        How::Possibly(_) => Some(format!("Showing {title}, possibly the same person (you typed {query})")),
        How::Form(_) | How::Part(_) | How::Office(_) | How::Words(_) => None,
    }
}
