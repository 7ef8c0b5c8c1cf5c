//! Reading an article, whole and after an edit.

use crate::made_up::{CATALOG, text_of};
use divan::Bencher;
use divan::counter::BytesCount;
use masthead::document::Document;
use masthead::text::{Format, Span};

const PATH: &str = "article.md";

#[divan::bench(args = [3, 5, 100])]
fn read(bencher: Bencher<'_, '_>, kilobytes: usize) {
    let text = text_of(kilobytes);
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| Document::read(&text, Format::Markdown, PATH, &CATALOG));
}

/// A letter typed behind a word in the middle.
#[divan::bench(args = [3, 5, 100, 1_000])]
fn edited(bencher: Bencher<'_, '_>, kilobytes: usize) {
    let text = text_of(kilobytes);
    let document = Document::read(&text, Format::Markdown, PATH, &CATALOG);
    let middle = text.floor_char_boundary(text.len() / 2);
    let at = text[middle..].find(' ').map_or(middle, |gap| middle + gap);
    bencher.bench(|| document.edited(Span::new(at, at), "s", PATH, &CATALOG));
}
