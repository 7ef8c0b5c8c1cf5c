//! The gazetteer: the entities that the desk knows, how they are written, and how they are related.
//!
//! Knows nothing of articles or LSP. A fault in a catalog file is a diagnostic on its line; the entry is
//! left out and the others serve on.

mod allow;
mod build;
mod change;
mod draft;
mod entity;
mod entry;
mod find_entry;
mod format;
mod guide;
mod keys;
mod hangul;
mod hit;
mod korean;
mod last_good;
mod name_words;
mod names_read;
mod likeness;
mod matcher;
mod meant;
mod outline;
mod near;
mod merge;
mod new_entry;
mod office_title;
mod notation;
mod parse;
mod insert;
mod relation;
mod particle;
mod starter;
mod verdict;
mod wording;
mod words;

pub use allow::allow_form;
pub use change::Change;
pub use entity::{
    Bound, Broader, Entity, EntityIx, FamilyName, Form, FormIx, FormKind, Kind, Relation, Role, Source,
    Target, Test,
};
pub use find_entry::find_entry;
pub use format::format_catalog;
pub use guide::CATALOG_FILE;
pub use hangul::is_hangul_surname;
pub use hit::{Forms, Hit};
pub use insert::insert_entry;
pub use korean::hyphenated;
pub use last_good::LastGood;
pub use likeness::{Likeness, LikenessKind, Name, is_korean_name, likeness, may_be_equal, may_be_korean};
pub use matcher::Matcher;
pub use merge::Catalog;
pub use near::is_letter_apart;
pub use new_entry::{NewEntry, NewRole, entry_id, known_kind, new_entry};
pub use office_title::{TitleLikeness, compare_titles, compare_titles_at, title_words};
pub use outline::Outline;
pub use parse::{CatalogFile, parse};
pub use particle::is_korean_particle;
pub use relation::{RELATIONS, RelationType};
pub use starter::starter_files;
pub use verdict::Faults;
