//! `masthead.toml`: typed settings, and the faults of the file.
//!
//! Also the reader of hand-written TOML that the catalog shares: it goes on after a mistake, and every value
//! knows its place.

mod baseline;
mod fields;
mod guide;
mod keys;
mod nearest;
mod read;
mod settings;
mod spot;
mod tokens;
mod toml;
mod walk;

pub use baseline::{BASELINE_NAME, Baseline};
pub use fields::{Fields, Log, Written, quoted};
pub use guide::{Holds, KeyGuide, TableGuide, Word, word};
pub use keys::{SETTINGS, SEVERITIES};
pub use nearest::nearest;
pub use settings::{
    Acronyms, Catalogs, Config, Diagnostics, EXEMPT, Editor, FILE_NAME, Files, Ignore, RuleSetting, Scope,
    Style,
};
pub use spot::{Slot, Spot, spot};
pub use toml::{Item, Key, Part, Table, Value, read_toml};
