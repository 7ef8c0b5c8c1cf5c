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

/// What opening an article costs: it is read, put into the index and judged.
#[divan::bench(args = [5, 100])]
fn whole(bencher: Bencher<'_, '_>, kilobytes: usize) {
    let text = text_of(kilobytes);
    let path: Arc<Path> = Path::new("/news/here.md").into();
    let mut corpus = corpus();
    corpus.set_base(articles(1_000, &CATALOG));
    bencher.counter(BytesCount::of_str(&text)).bench_local(|| {
        let document = Document::read(&text, Format::Markdown, "here.md", &CATALOG);
        corpus.put(Article::new(Arc::clone(&path), &document));
        judged(&path, &document, &corpus.snapshot(), true)
    });
}
