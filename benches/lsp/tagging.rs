//! Names found in bulk: MB of articles in a second of one processor, with catalogs of several sizes.

use crate::folder::{Folder, write_folder};
use crate::process::own_and_children;
use crate::prose::{World, catalog, forms};
use crate::report::Table;
use crate::server::{cache, masthead, peers};
use masthead::catalog::{Catalog, parse};
use masthead::corpus::Article;
use masthead::document::Document;
use masthead::text::{Format, tokens};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

/// Names in the catalog.
const ENTITIES: [usize; 3] = [1_000, 10_000, 100_000];

/// Articles that are tagged: some 8 MB.
const ARTICLES: usize = 2_000;

/// Articles for the Python packages: rates need no more, and theirs are low.
const ARTICLES_FOR_PYTHON: usize = 250;

/// Starts of `masthead annotate`: the fastest counts, since whatever else runs can only slow it down.
const STARTS: usize = 3;

pub(crate) fn measure() {
    let about = format!(
        "MB a CPU second, {ARTICLES} articles of about 4 KB. `masthead annotate`: all facts and rules, output and all; \
         “start” is its CPU time for reading the catalog and one article, in seconds, and is taken off. Read and indexed, \
         names alone: the same code in one thread. Python: names alone, lists built beforehand."
    );
    let columns = [
        "names in the catalog",
        "forms",
        "annotate",
        "start, s",
        "read and indexed",
        "names alone",
        "FlashText",
        "spaCy PhraseMatcher",
        "annotate / FlashText",
        "annotate / spaCy",
    ];
    let table = Table::new("Tagging in bulk", &about, &columns);
    let folder = Folder::written(ARTICLES);
    let texts: Vec<String> = (0..ARTICLES).map(|number| folder.text_of(number)).collect();
    let megabytes = texts.iter().map(String::len).sum::<usize>() as f64 / 1e6;
    let world = World::new();
    for entities in ENTITIES {
        let annotated = annotate(&world, entities, megabytes);
        let engine = engine(&world, entities, &texts, megabytes);
        let [flashtext, spacy] = python(&world, entities, &texts);
        let rate = |rate: Option<f64>| rate.map_or_else(|| "–".to_owned(), |rate| format!("{rate:.1}"));
        let ratio = |other| crate::report::ratio(annotated.map(|(rate, _)| rate), other);
        table.row(&[
            entities.to_string(),
            forms(&world, entities).count().to_string(),
            rate(annotated.map(|(rate, _)| rate)),
            annotated.map_or_else(|| "–".to_owned(), |(_, start)| format!("{start:.2}")),
            rate(engine.map(|[read, _]| read)),
            rate(engine.map(|[_, names]| names)),
            rate(flashtext),
            rate(spacy),
            ratio(flashtext),
            ratio(spacy),
        ]);
    }
    if !python_program().is_file() {
        println!("\nFlashText and spaCy are not installed and left out: benches/peers.sh installs them.");
    }
}

/// The rate of `masthead annotate`, and its seconds for a single article.
fn annotate(world: &World, entities: usize, megabytes: f64) -> Option<(f64, f64)> {
    let place = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let (many, one) = (place.join("tagged"), place.join("tagged-one"));
    write_folder(world, &many, ARTICLES, entities).ok()?;
    write_folder(world, &one, 1, entities).ok()?;
    let fastest = |folder: &Path| (0..STARTS).filter_map(|_| seconds_of_annotate(folder)).reduce(f64::min);
    let (start, all) = (fastest(&one)?, fastest(&many)?);
    Some((megabytes / (all - start).max(0.01), start))
}

fn seconds_of_annotate(folder: &Path) -> Option<f64> {
    let (_, before) = own_and_children()?;
    let mut command = Command::new(masthead());
    command.arg("annotate").arg(folder).env("XDG_CACHE_HOME", cache());
    let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status().ok()?;
    let (_, after) = own_and_children()?;
    status.success().then(|| (after - before).as_secs_f64())
}

/// The rates of reading and indexing, and of finding names alone.
fn engine(world: &World, entities: usize, texts: &[String], megabytes: f64) -> Option<[f64; 2]> {
    let file = parse(Path::new("names.toml"), &catalog(world, entities), false);
    let (catalog, _) = Catalog::merge(&[file]);
    let read = processor_time(|| {
        for text in texts {
            let document = Document::read(text, Format::Markdown, "article.md", &catalog);
            std::hint::black_box(Article::new(Path::new("article.md").into(), &document));
        }
    })?;
    let names = processor_time(|| {
        for text in texts {
            std::hint::black_box(catalog.matcher().find(text, &tokens(text)));
        }
    })?;
    Some([read, names].map(|time| megabytes / time.as_secs_f64().max(0.01)))
}

fn processor_time(work: impl FnOnce()) -> Option<Duration> {
    let (before, _) = own_and_children()?;
    work();
    Some(own_and_children()?.0 - before)
}

fn python_program() -> std::path::PathBuf {
    peers().join("python/bin/python")
}

/// The rates of FlashText and spaCy.
fn python(world: &World, entities: usize, texts: &[String]) -> [Option<f64>; 2] {
    let place = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let run = || {
        let list: Vec<&str> = forms(world, entities).collect();
        std::fs::write(place.join("forms.txt"), list.join("\n")).ok()?;
        let articles = &texts[..ARTICLES_FOR_PYTHON];
        std::fs::write(place.join("articles.txt"), articles.join("\0")).ok()?;
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/lsp/tagging.py");
        let output = Command::new(python_program()).arg(script).arg(place).output().ok()?;
        Some(String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let printed = run().unwrap_or_default();
    let rate = |name: &str| printed.lines().find_map(|line| line.strip_prefix(name)?.trim().parse().ok());
    ["flashtext", "spacy"].map(rate)
}
