//! The disk: finds and reads configuration, catalogs and articles.
//!
//! Knows nothing of rules or LSP. What cannot be read is skipped with one clear line; a fault in a
//! configuration or catalog file is a diagnostic on that file, and everything else goes on.

mod articles;
mod cache;
mod catalogs;
mod ignored;
mod load;
mod reading;
mod selection;
mod settings;

pub use articles::{Scan, find_articles, is_article, leaves_out, scan};
pub use cache::{Cache, Known, Stamp};
pub use catalogs::{is_catalog, new_catalog};
pub use load::{Loaded, index_text, read_articles, read_document, read_folder, reread_articles};
pub use reading::{Skipped, article_format, read_article, read_article_bytes};
pub use settings::{Settings, Sound, find_root, load_settings, own_catalogs};
