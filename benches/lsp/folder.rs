//! Folders of made-up articles on disk.

use crate::prose::{World, article, catalog};
use masthead::text::Format;
use std::hash::Hasher;
use std::io;
use std::path::{Path, PathBuf};

/// Bytes of an article in a folder: what most have in print.
const ARTICLE: usize = 4_000;

/// Articles in one folder of a day.
const A_DAY: usize = 100;

/// Names in the catalog of a folder that is measured: those of a busy desk, or fewer where there is little to read.
fn entities(articles: usize) -> usize {
    (articles * 10).min(1_000)
}

/// Stands in a folder that has been written to the end, with the hash of what its articles are made of.
const MARK: &str = ".written";

/// A folder of articles.
pub(crate) struct Folder {
    pub(crate) path: PathBuf,
    pub(crate) articles: usize,
}

impl Folder {
    /// A folder of `count` articles below `target/`, kept for the next run: the same text on every run.
    ///
    /// # Panics
    /// When the disk fails: without the folder there is nothing to measure.
    pub(crate) fn written(count: usize) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("news-{count}"));
        let world = World::new();
        let mark = mark(&world, entities(count));
        if std::fs::read_to_string(path.join(MARK)).ok().as_deref() != Some(&mark) {
            if path.exists() {
                std::fs::remove_dir_all(&path).expect("an old folder to remove");
            }
            write_folder(&world, &path, count, entities(count)).expect("a folder to write in");
            std::fs::write(path.join(MARK), mark).expect("a folder to write in");
        }
        Self { path, articles: count }
    }

    /// The path of an article, seen from the folder.
    pub(crate) fn article(&self, number: usize) -> String {
        path_of(number)
    }

    /// The text of an article, as on disk.
    ///
    /// # Panics
    /// When the file is gone.
    pub(crate) fn text_of(&self, number: usize) -> String {
        std::fs::read_to_string(self.path.join(path_of(number))).expect("an article that was written")
    }
}

/// Changes when the generator does: a folder that an older one wrote is written anew.
fn mark(world: &World, entities: usize) -> String {
    let mut hash = rustc_hash::FxHasher::default();
    for number in 0..20 {
        hash.write(text_of(world, number).as_bytes());
    }
    hash.write(catalog(world, entities).as_bytes());
    format!("{:016x}\n", hash.finish())
}

/// Writes `count` articles of about 4 KB below `folder`, a hundred to a folder of a day, two in three Markdown, with a
/// catalog of `entities` entries and a `masthead.toml`. Files that are there already are written over.
///
/// # Errors
/// Those of the disk.
pub(crate) fn write_folder(world: &World, folder: &Path, count: usize, entities: usize) -> io::Result<()> {
    std::fs::create_dir_all(folder.join("catalog"))?;
    std::fs::write(folder.join("masthead.toml"), "[catalog]\nstarter = false\n")?;
    std::fs::write(folder.join("catalog/names.toml"), catalog(world, entities))?;
    for number in 0..count {
        let path = folder.join(path_of(number));
        if let Some(day) = path.parent().filter(|_| number % A_DAY == 0) {
            std::fs::create_dir_all(day)?;
        }
        std::fs::write(path, text_of(world, number))?;
    }
    Ok(())
}

/// Where an article stands in its folder. No date in the path: the articles have their own.
fn path_of(number: usize) -> String {
    let end = if is_plain(number) { "txt" } else { "md" };
    format!("day-{:04}/article-{number:06}.{end}", number / A_DAY)
}

fn text_of(world: &World, number: usize) -> String {
    let format = if is_plain(number) { Format::Plain } else { Format::Markdown };
    // Sizes from three quarters to five quarters, the same on every run.
    let size = ARTICLE * (75 + number * 37 % 51) / 100;
    article(world, number as u64, format, size)
}

fn is_plain(number: usize) -> bool {
    number % 3 == 2
}
