//! Folders of many articles: from the start until all have been read, and again with what the first start left.

use crate::driver::{Answer, Driver, Silent};
use crate::folder::Folder;
use crate::keys::TYPED;
use crate::prose::{World, article};
use crate::report::{Table, Times, known_bytes, milliseconds, ratio};
use crate::requests;
use crate::server::{Server, cache};
use crate::typing::{Habit, Typing};
use masthead::text::Format;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Starts of each kind; a folder of more articles than this is read once of each kind.
const REPEATS: usize = 3;
const LARGE: usize = 20_000;

/// Keystrokes in an article of 3 KB when the folder has been read.
const KEYSTROKES: i64 = 300;

/// What was measured of one folder, the times in milliseconds.
struct Measured {
    articles: usize,
    plain: Option<f64>,
    first: Option<f64>,
    second: Option<f64>,
    open: Option<f64>,
    memory: Option<u64>,
    most_memory: Option<u64>,
    processor: Option<f64>,
    keys: Times,
}

pub(crate) fn measure(counts: &[usize]) {
    let table = requests::table();
    let mut all = Vec::new();
    for count in counts {
        let folder = Folder::written(*count);
        match measure_folder(&folder, &table) {
            Ok(measured) => all.push(measured),
            Err(Silent) => println!("masthead gave no answer in the folder of {count} articles."),
        }
    }
    let about = format!(
        "`masthead lsp`, articles of about 4 KB, a catalog of 1,000 names. “Read alone”: `find … | xargs cat > /dev/null` \
         of the same files, in memory already. First start: without a cache; second: with what the first has left. \
         Article: from opening one while the folder is read to its first findings. Memory and CPU of the first start \
         until all has been read. Median of {REPEATS} for folders of up to {LARGE} articles."
    );
    let columns = [
        "articles",
        "read alone, ms",
        "first start, ms",
        "× read alone",
        "second start, ms",
        "× first",
        "article, ms",
        "memory",
        "most",
        "CPU ms",
    ];
    let table = Table::new("Folders", &about, &columns);
    for folder in &all {
        table.row(&[
            folder.articles.to_string(),
            milliseconds(folder.plain),
            milliseconds(folder.first),
            ratio(folder.first, folder.plain),
            milliseconds(folder.second),
            ratio(folder.second, folder.first),
            milliseconds(folder.open),
            known_bytes(folder.memory),
            known_bytes(folder.most_memory),
            milliseconds(folder.processor),
        ]);
    }
    let about = format!("{KEYSTROKES} keystrokes in an article of 3 KB when the whole folder has been read.");
    let table = Table::new("Keystrokes in folders", &about, &["articles", "p50 ms", "p95", "p99"]);
    for folder in &all {
        let [p50, p95, p99] = folder.keys.cells();
        table.row(&[folder.articles.to_string(), p50, p95, p99]);
    }
}

fn measure_folder(folder: &Folder, table: &Table) -> Answer<Measured> {
    let repeats = if folder.articles > LARGE { 1 } else { REPEATS };
    let cache = cache();
    let text = article(&World::new(), 1, Format::Markdown, 3_000);
    // The first reading brings the files into memory, so that the disk is no part of any time.
    read_alone(&folder.path);
    let (mut plain, mut first, mut second) = (Times::default(), Times::default(), Times::default());
    let mut open = Times::default();
    let (mut used, mut last) = (None, None);
    for _ in 0..repeats {
        if let Some(time) = read_alone(&folder.path) {
            plain.push(time);
        }
        if cache.exists() {
            std::fs::remove_dir_all(&cache).map_err(|_| Silent)?;
        }
        let (driver, ready) = start(folder, &text, &mut open)?;
        first.push(ready);
        used = driver.usage();
        wait_for_cache(&cache);
        driver.stop();
        if let Some(driver) = last.take() {
            Driver::stop(driver);
        }
        let (driver, ready) = start(folder, &text, &mut Times::default())?;
        second.push(ready);
        last = Some(driver);
    }
    let mut driver = last.ok_or(Silent)?;
    let keys = keystrokes(&mut driver, &text)?;
    requests::measure(&mut driver, folder, table)?;
    driver.stop();
    Ok(Measured {
        articles: folder.articles,
        plain: plain.at(50),
        first: first.at(50),
        second: second.at(50),
        open: open.at(50),
        memory: used.map(|used| used.memory),
        most_memory: used.map(|used| used.most_memory),
        processor: used.map(|used| used.processor.as_secs_f64() * 1e3),
        keys,
    })
}

/// Starts the server, opens an article at once, and waits until all has been read.
fn start(folder: &Folder, text: &str, open: &mut Times) -> Answer<(Driver, Duration)> {
    let mut driver = Driver::start(Server::Masthead.command().ok_or(Silent)?, &folder.path)?;
    open.push(driver.open(TYPED, text)?);
    let ready = driver.ready()?;
    Ok((driver, ready))
}

fn keystrokes(driver: &mut Driver, text: &str) -> Answer<Times> {
    let mut typing = Typing::new(text, Habit::Letter);
    (0..KEYSTROKES).map(|at| driver.keystroke(TYPED, at + 2, &typing.next_key())).collect()
}

/// Waits until the server has written what it keeps of the folder, which it does behind the last of its work.
fn wait_for_cache(cache: &Path) {
    let written = || {
        let files = std::fs::read_dir(cache.join("masthead")).into_iter().flatten().flatten();
        files.map(|file| file.path()).any(|path| path.extension().is_some_and(|ending| ending == "index"))
    };
    for _ in 0..1_200 {
        if written() {
            return;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// How long the system's own programs need to read all files; `None` where it has none.
fn read_alone(folder: &Path) -> Option<Duration> {
    let start = Instant::now();
    let mut command = Command::new("sh");
    command.args(["-c", "find . -type f -print0 | xargs -0 cat"]).current_dir(folder);
    let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status().ok()?;
    status.success().then(|| start.elapsed())
}
