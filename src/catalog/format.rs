//! Writes catalogs: sorted entries, one list item a line, comments kept.

/// Formats a catalog file's text. Returns the message for an editor when it is not TOML.
pub fn format_catalog(text: &str) -> Result<String, String> {
    let _ = text;
    todo!()
}

/// What is known of a new entry.
#[derive(Clone, Debug, Default)]
#[allow(missing_docs)]
pub struct NewEntry {
    pub name: String,
    pub kind: String,
    pub acronym: Option<String>,
    pub native: Option<String>,
    pub avoid: Vec<String>,
    pub note: Option<String>,
}

/// The TOML of a new entry, with an id made from its name.
pub fn new_entry(entry: &NewEntry) -> String {
    let _ = entry;
    todo!()
}
