//! The starter catalog, compiled in.

macro_rules! file {
    ($name:literal) => {
        (concat!("<starter>/", $name), include_str!(concat!("../../seeds/catalog/", $name)))
    };
}

/// The starter catalog's files: (`<starter>/name.toml`, text), sorted by name.
pub fn starter_files() -> &'static [(&'static str, &'static str)] {
    &[
        file!("models.toml"),
        file!("organizations.toml"),
        file!("people.toml"),
        file!("places.toml"),
        file!("programs.toml"),
        file!("terms.toml"),
    ]
}
