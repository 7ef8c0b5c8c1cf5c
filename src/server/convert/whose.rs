//! What an answer carries so that more can be told of it later: whose it is, and beside which article.

use super::super::view::View;
use crate::corpus::Name;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tower_lsp::ls_types::Uri;

/// A name beside an article.
#[derive(Serialize, Deserialize)]
pub(crate) struct Whose {
    /// The article.
    pub(crate) uri: Uri,
    /// The id of a known name.
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    /// A new name.
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
}

impl Whose {
    /// `name` as data of an answer about `view`.
    pub(super) fn data(name: &Name, view: &View) -> Option<Value> {
        let (id, name) = match name {
            Name::Known(entity) => (Some(view.folder.snapshot.catalog.entity(*entity).id.clone()), None),
            Name::New(name) => (None, Some(name.to_string())),
        };
        // ok: texts alone, which JSON can always hold.
        serde_json::to_value(Whose { uri: view.uri.clone(), id, name }).ok()
    }

    /// Read back from data that a client returned; `None` where it made it up.
    pub(crate) fn of(data: Option<&Value>) -> Option<Whose> {
        Whose::deserialize(data?).ok()
    }

    /// The name, where it is still known.
    pub(super) fn name(&self, view: &View) -> Option<Name> {
        match (&self.id, &self.name) {
            (Some(id), _) => view.folder.snapshot.catalog.by_id(id).map(Name::Known),
            (None, name) => name.as_deref().map(|name| Name::New(name.into())),
        }
    }
}
