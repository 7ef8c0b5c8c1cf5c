//! The disk: finds and reads configuration, catalogs and articles.

mod articles;
mod load;

pub use articles::{Skipped, article_format, find_articles, is_article, read_article, read_article_bytes};
pub use load::{Loaded, Settings, find_root, load_settings, read_folder};
