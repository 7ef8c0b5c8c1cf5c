//! Building the matcher of a catalog, and finding its names.

use crate::made_up::{WORLD, catalog_of, text_of};
use crate::prose::catalog;
use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use masthead::catalog::{Matcher, parse};
use masthead::text::tokens;
use std::path::Path;

/// Names in the catalog.
const ENTITIES: [usize; 3] = [1_000, 10_000, 100_000];

/// All forms of a catalog put into a matcher; counted in forms.
#[divan::bench(args = ENTITIES, max_time = 3)]
fn build(bencher: Bencher<'_, '_>, entities: usize) {
    let catalog = catalog_of(entities);
    bencher.counter(ItemsCount::new(catalog.forms().len())).bench(|| Matcher::new(catalog.forms()));
}

/// The names in 100 KB of news, its words given.
#[divan::bench(args = ENTITIES)]
fn find(bencher: Bencher<'_, '_>, entities: usize) {
    let (catalog, text) = (catalog_of(entities), text_of(100));
    let tokens = tokens(&text);
    bencher.counter(BytesCount::of_str(&text)).bench(|| catalog.matcher().find(&text, &tokens));
}

/// The words of 100 KB of news and the names in them.
#[divan::bench(args = ENTITIES)]
fn words_and_names(bencher: Bencher<'_, '_>, entities: usize) {
    let (catalog, text) = (catalog_of(entities), text_of(100));
    bencher.counter(BytesCount::of_str(&text)).bench(|| catalog.matcher().find(&text, &tokens(&text)));
}

/// A catalog file read and merged, as when a person has edited it; counted in its bytes.
#[divan::bench(args = [1_000, 10_000], max_time = 3)]
fn catalog_file(bencher: Bencher<'_, '_>, entities: usize) {
    let text = catalog(&WORLD, entities);
    let path = Path::new("catalog/names.toml");
    bencher.counter(BytesCount::of_str(&text)).bench(|| {
        let file = parse(path, &text, false);
        masthead::catalog::Catalog::merge(&[file])
    });
}
