//! What an answer carries so that more can be told of it later: whose it is, and beside which text.

use super::super::view::Folder;
use crate::corpus::Name;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tower_lsp::ls_types::Uri;

/// A name beside an open text.
#[derive(Serialize, Deserialize)]
pub(crate) struct Whose {
    /// The text.
    pub(crate) uri: Uri,
    /// The id of a known name.
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    /// A new name.
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
}

impl Whose {
    /// `name` as data of an answer about the text `uri` of `folder`.
    pub(super) fn data(name: &Name, uri: &Uri, folder: &Folder) -> Option<Value> {
        let (id, name) = match name {
            Name::Known(entity) => (Some(folder.snapshot.catalog.entity(*entity).id.clone()), None),
            Name::New(name) => (None, Some(name.to_string())),
        };
        // ok: texts alone, which JSON can always hold.
        serde_json::to_value(Whose { uri: uri.clone(), id, name }).ok()
    }

    /// Read back from data that a client returned; `None` where it made it up.
    pub(crate) fn of(data: Option<&Value>) -> Option<Whose> {
        Whose::deserialize(data?).ok()
    }

    /// The name, where it is still known.
    pub(super) fn name(&self, folder: &Folder) -> Option<Name> {
        match (&self.id, &self.name) {
            (Some(id), _) => folder.snapshot.catalog.by_id(id).map(Name::Known),
            (None, name) => name.as_deref().map(|name| Name::New(name.into())),
        }
    }
}
