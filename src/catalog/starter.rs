//! The starter catalog, compiled in.

/// The starter catalog's files: (`<starter>/name.toml`, text), sorted by name.
pub fn starter_files() -> &'static [(&'static str, &'static str)] {
    &[]
}
