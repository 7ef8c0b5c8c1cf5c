//! All rules on an article, in a folder of a thousand; alone, and with all that comes before them.

use crate::index::{articles, corpus};
use crate::made_up::{CATALOG, text_of};
use divan::Bencher;
use divan::counter::BytesCount;
use masthead::corpus::Article;
use masthead::document::Document;
use masthead::rules::judge as judged;
use masthead::text::Format;
use std::path::Path;
use std::sync::Arc;

#[divan::bench(args = [5, 100])]
fn judge(bencher: Bencher<'_, '_>, kilobytes: usize) {
    let text = text_of(kilobytes);
    let path = Path::new("/news/here.md");
    let document = Document::read(&text, Format::Markdown, "here.md", &CATALOG);
    let mut corpus = corpus();
    corpus.set_base(articles(1_000, &CATALOG));
    corpus.put(Article::new(path.into(), &document));
    let snapshot = corpus.snapshot();
    bencher.counter(BytesCount::of_str(&text)).bench(|| judged(path, &document, &snapshot, true));
}

/// What opening an article of the folder costs: it is read, put before its place in the index, and judged.
#[divan::bench(args = [5, 100])]
fn whole(bencher: Bencher<'_, '_>, kilobytes: usize) {
    let text = text_of(kilobytes);
    let path: Arc<Path> = Path::new("/news/here.md").into();
    let read = || Arc::new(Document::read(&text, Format::Markdown, "here.md", &CATALOG));
    let mut folder = articles(1_000, &CATALOG);
    folder.push(Article::new(path.clone(), &read()));
    let mut corpus = corpus();
    corpus.set_base(folder);
    bencher.counter(BytesCount::of_str(&text)).with_inputs(|| corpus.clone()).bench_local_values(
        |mut corpus| {
            let document = read();
            let exchange = corpus.edit(&path, &document);
            let found = judged(&path, &document, &corpus.snapshot(), true);
            (corpus, document, exchange, found)
        },
    );
}
