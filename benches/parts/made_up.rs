//! The articles and catalogs that are measured on.

use crate::prose::{World, article, catalog, forms};
use masthead::catalog::{Catalog, parse};
use masthead::text::Format;
use std::path::Path;
use std::sync::LazyLock;

/// Everybody in the news.
pub(crate) static WORLD: LazyLock<World> = LazyLock::new(World::new);

/// A desk's catalog of usual size.
pub(crate) static CATALOG: LazyLock<Catalog> = LazyLock::new(|| catalog_of(1_000));

/// A Markdown article of so many KB.
pub(crate) fn text_of(kilobytes: usize) -> String {
    article(&WORLD, 1, Format::Markdown, kilobytes * 1_000)
}

/// A catalog that knows so many names.
pub(crate) fn catalog_of(entities: usize) -> Catalog {
    let file = parse(Path::new("catalog/names.toml"), &catalog(&WORLD, entities), false);
    let (catalog, faults) = Catalog::merge(&[file]);
    assert!(faults.is_empty(), "{faults:?}");
    assert_eq!(catalog.forms().len(), forms(&WORLD, entities).count(), "all that was made up is known");
    catalog
}
