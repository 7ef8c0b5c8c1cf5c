//! What the index keeps of an article, and the index over many.

use crate::made_up::{CATALOG, WORLD, text_of};
use crate::prose::article;
use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use masthead::catalog::Catalog;
use masthead::config::Config;
use masthead::corpus::{Article, Corpus};
use masthead::document::Document;
use masthead::text::Format;
use std::path::Path;
use std::sync::Arc;

#[divan::bench(args = [5, 100])]
fn one_article(bencher: Bencher<'_, '_>, kilobytes: usize) {
    let text = text_of(kilobytes);
    let document = Document::read(&text, Format::Markdown, "article.md", &CATALOG);
    let path: Arc<Path> = Path::new("article.md").into();
    bencher.counter(BytesCount::of_str(&text)).bench(|| Article::new(path.clone(), &document));
}

/// Articles that have been read put into an index; counted in articles.
#[divan::bench(args = [100, 1_000])]
fn base(bencher: Bencher<'_, '_>, count: usize) {
    let articles = articles(count, &CATALOG);
    let empty = corpus();
    bencher.counter(ItemsCount::new(count)).with_inputs(|| (empty.clone(), articles.clone())).bench_values(
        |(mut corpus, articles)| {
            corpus.set_base(articles);
            corpus
        },
    );
}

/// An index of nothing, as the rules see it.
pub(crate) fn corpus() -> Corpus {
    let catalog = parse_again();
    let config = Config { asked: true, ..Config::default() };
    Corpus::new(Path::new("/news").into(), config.into(), catalog.into())
}

/// The catalog of all measurements, once more: an index owns its own.
fn parse_again() -> Catalog {
    crate::made_up::catalog_of(1_000)
}

/// What the index keeps of the first `count` articles, of 4 KB each.
pub(crate) fn articles(count: usize, catalog: &Catalog) -> Vec<Article> {
    let read = |number: usize| {
        let text = article(&WORLD, number as u64, Format::Markdown, 4_000);
        let path = format!("/news/article-{number}.md");
        let document = Document::read(&text, Format::Markdown, &path, catalog);
        Article::new(Path::new(&path).into(), &document)
    };
    (0..count).map(read).collect()
}
