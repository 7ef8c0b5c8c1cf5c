//! What was read of a large folder, kept in the user's cache folder so that the next start need not read it again.
//!
//! It holds names and places, not the texts. Nothing in it is trusted unseen: it counts only for the program that wrote
//! it, for the same catalog, and of each article only where size, times and number of the file are what they were;
//! what is damaged is read anew. It may be deleted at any time. `masthead check` never uses it.
//!
//! The file is a row of blocks, each with its length and a checksum: a head, then articles. It is written beside the old
//! one and put in its place, so that two servers at once do not disturb each other.

use super::settings::Settings;
use crate::corpus::{Article, Sharer, Sharing, Stored};
use etcetera::BaseStrategy;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHasher};
use serde::{Deserialize, Serialize};
use std::fs::{self, File, Metadata};
use std::hash::{Hash, Hasher};
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::num::NonZeroU64;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Goes up whenever what is written changes its shape.
const FORMAT: u32 = 4;

/// Fewer articles are read in less time than a person notices: nothing is written for them.
const FEWEST: usize = 200;

/// A block is full with so many bytes.
const BLOCK: usize = 1 << 18;

/// No block that we write is longer: a length beyond it is damage.
const LONGEST_BLOCK: u32 = 1 << 28;

/// Blocks that are read before they are unpacked together.
const AT_ONCE: usize = 16;

/// What the name of a file begins with that is being written.
const UNFINISHED: &str = ".unfinished-";

/// No writing takes as long: what is older was left by a program that ended in the midst of it.
const ABANDONED: Duration = Duration::from_secs(60 * 60);

/// File systems count time in steps, some in steps of two seconds: a file may change once more within the step in which
/// it was read, and look the same.
const STEP: Duration = Duration::from_secs(2);

/// By what a file is told to be as it was. On Unix the time of its last change of any sort is among it, which no
/// program can set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp(NonZeroU64);

impl Stamp {
    /// The stamp of a file; `None` where it has changed so lately that it may do so again unseen.
    pub(super) fn of(found: &Metadata) -> Option<Stamp> {
        let modified = found.modified().ok()?;
        let settled = |time: SystemTime| SystemTime::now().duration_since(time).is_ok_and(|age| age > STEP);
        let (changed, number) = changed(found);
        let changed_at = UNIX_EPOCH.checked_add(Duration::from_secs(changed.0.max(0) as u64))?;
        let since = modified.duration_since(UNIX_EPOCH).ok()?;
        let modified_at = (since.as_secs() as i64, since.subsec_nanos());
        if !settled(modified) || !settled(changed_at) {
            return None;
        }
        // Many files are known at once: a number is enough, and that two states of a file share one is no more likely
        // than that a disk reads wrongly.
        let mut hasher = FxHasher::default();
        (found.len(), modified_at, changed, number).hash(&mut hasher);
        NonZeroU64::new(hasher.finish()).map(Stamp)
    }
}

#[cfg(unix)]
fn changed(found: &Metadata) -> ((i64, i64), u64) {
    use std::os::unix::fs::MetadataExt;
    ((found.ctime(), found.ctime_nsec()), found.ino())
}

#[cfg(not(unix))]
fn changed(_: &Metadata) -> ((i64, i64), u64) {
    ((0, 0), 0)
}

/// What was read of a folder before, by file.
pub type Known = FxHashMap<Arc<Path>, (Stamp, Arc<Article>)>;

/// The cache of one folder, for one state of its catalog.
pub struct Cache {
    file: PathBuf,
    head: Head,
}

/// What a cache holds for.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Head {
    format: u32,
    /// Version, size and time of the program: one that was built anew may read otherwise.
    program: (String, u64, u64),
    root: String,
    catalog: u64,
}

#[derive(Serialize, Deserialize)]
struct Record<'a> {
    /// Seen from the root.
    path: &'a str,
    stamp: Stamp,
    #[serde(borrow)]
    article: Stored<'a>,
}

impl Cache {
    /// The cache of the folder of `settings`; `None` where the folder wants none or the system has no place for one.
    pub fn of(settings: &Settings) -> Option<Cache> {
        let folder = etcetera::choose_base_strategy().ok()?.cache_dir().join("masthead");
        settings.config.editor.cache.then(|| Self::below(&folder, settings))?
    }

    /// The same, in a folder of its own.
    pub fn below(folder: &Path, settings: &Settings) -> Option<Cache> {
        let root = settings.root.to_str()?.to_owned();
        let file = folder.join(format!("{:016x}.index", checksum(root.as_bytes())));
        let head =
            Head { format: FORMAT, program: program()?, root, catalog: settings.catalog.fingerprint() };
        Some(Cache { file, head })
    }

    /// Where it is kept, should it have been written.
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// What it holds for these settings; nothing where there is none, or where it is another program's or catalog's.
    pub fn load(&self, settings: &Settings) -> Known {
        let mut known = Known::default();
        let Ok(file) = File::open(&self.file) else { return known };
        let mut file = BufReader::with_capacity(BLOCK, file);
        let head = block(&mut file);
        if head.and_then(|head| postcard::from_bytes::<Head>(&head).ok()).as_ref() != Some(&self.head) {
            return known;
        }
        let (sharing, mut stamps, mut articles) = (Sharing::default(), Vec::new(), Vec::new());
        loop {
            let blocks: Vec<Vec<u8>> = std::iter::from_fn(|| block(&mut file)).take(AT_ONCE).collect();
            if blocks.is_empty() {
                break;
            }
            let read = |block: &Vec<u8>| records(block, settings, &sharing);
            for (stamp, article) in blocks.par_iter().map(read).collect::<Vec<_>>().into_iter().flatten() {
                stamps.push(stamp);
                articles.push(article);
            }
        }
        let articles = sharing.finish(articles).into_iter().zip(stamps);
        known.extend(articles.map(|(article, stamp)| (article.path.clone(), (stamp, article))));
        known
    }

    /// Writes what was read of the folder, for the next start; articles without a stamp are left out. `rest` is called each
    /// few hundred articles: nobody waits for this.
    pub fn save(
        &self,
        articles: &[Arc<Article>],
        stamps: &[Option<Stamp>],
        rest: &dyn Fn(),
    ) -> io::Result<()> {
        if articles.len() < FEWEST {
            return Ok(());
        }
        let Some(folder) = self.file.parent() else { return Ok(()) };
        create_private(folder)?;
        sweep(folder);
        let mut new = BufWriter::new(tempfile::Builder::new().prefix(UNFINISHED).tempfile_in(folder)?);
        write_block(&mut new, &packed(&self.head)?)?;
        let mut block: Vec<u8> = Vec::with_capacity(2 * BLOCK);
        for (article, stamp) in articles.iter().zip(stamps) {
            let below = article.path.strip_prefix(&self.head.root).ok().and_then(Path::to_str);
            if let (Some(path), Some(stamp), Some(article)) = (below, *stamp, article.stored()) {
                block.extend(packed(&Record { path, stamp, article })?);
            }
            if block.len() >= BLOCK {
                write_block(&mut new, &block)?;
                block.clear();
                rest();
            }
        }
        write_block(&mut new, &block)?;
        let new = new.into_inner().map_err(io::IntoInnerError::into_error)?;
        new.persist(&self.file).map_err(|error| error.error)?;
        Ok(())
    }
}

/// The articles of one block, up to the first that cannot be read.
fn records(block: &[u8], settings: &Settings, sharing: &Sharing) -> Vec<(Stamp, Sharer)> {
    let mut rest = block;
    let mut records = Vec::new();
    while !rest.is_empty() {
        let Ok((Record { path, stamp, article }, behind)) = postcard::take_from_bytes(rest) else { break };
        rest = behind;
        let path: Arc<Path> = settings.root.join(path).into();
        if let Some(article) = Article::restored(path, article, &settings.catalog) {
            records.push((stamp, sharing.take(Arc::new(article))));
        }
    }
    records
}

fn packed(what: &impl Serialize) -> io::Result<Vec<u8>> {
    postcard::to_allocvec(what).map_err(io::Error::other)
}

fn write_block(to: &mut impl Write, block: &[u8]) -> io::Result<()> {
    to.write_all(&(block.len() as u32).to_le_bytes())?;
    to.write_all(&checksum(block).to_le_bytes())?;
    to.write_all(block)
}

/// The next block; `None` at the end, and where it is damaged.
fn block(from: &mut impl Read) -> Option<Vec<u8>> {
    let (mut length, mut sum) = ([0; 4], [0; 8]);
    from.read_exact(&mut length).ok()?;
    from.read_exact(&mut sum).ok()?;
    let length = Some(u32::from_le_bytes(length)).filter(|length| *length <= LONGEST_BLOCK)?;
    let mut block = Vec::new();
    from.take(u64::from(length)).read_to_end(&mut block).ok()?;
    (block.len() == length as usize && checksum(&block) == u64::from_le_bytes(sum)).then_some(block)
}

fn checksum(bytes: &[u8]) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(bytes);
    hasher.write_usize(bytes.len());
    hasher.finish()
}

fn program() -> Option<(String, u64, u64)> {
    let found = fs::metadata(std::env::current_exe().ok()?).ok()?;
    let built = found.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    Some((env!("CARGO_PKG_VERSION").to_owned(), found.len(), built.as_nanos() as u64))
}

/// Removes what was left unfinished: names of articles are not to lie about.
fn sweep(folder: &Path) {
    let abandoned = |file: &fs::DirEntry| {
        let modified = file.metadata().and_then(|found| found.modified());
        file.file_name().to_string_lossy().starts_with(UNFINISHED)
            && modified.is_ok_and(|time| time.elapsed().is_ok_and(|age| age > ABANDONED))
    };
    for file in fs::read_dir(folder).into_iter().flatten().flatten().filter(abandoned) {
        // ok: another server may have removed it a moment ago.
        let _ = fs::remove_file(file.path());
    }
}

/// Makes a folder that nobody else can look into.
fn create_private(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}
