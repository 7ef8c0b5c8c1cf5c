//! `masthead.toml`: typed settings, and the faults of the file.
//!
//! Also the reader of hand-written TOML that the catalog shares: it goes on after a mistake, and every value
//! knows its place.

mod baseline;
mod fields;
mod nearest;
mod read;
mod settings;
mod toml;

pub use baseline::{BASELINE_NAME, Baseline};
pub use fields::{Fields, Log, Written, quoted};
pub use nearest::nearest;
pub use settings::{
    Acronyms, Catalogs, Config, Diagnostics, EXEMPT, Editor, FILE_NAME, Files, Ignore, RuleSetting, Scope,
    Style,
};
pub use toml::{Item, Key, Part, Table, Value, read_toml};
