//! From a keystroke to its findings, in articles of several sizes.

use crate::driver::{Answer, Driver, Silent};
use crate::folder::Folder;
use crate::prose::{World, article};
use crate::report::{Table, Times, milliseconds, ratio};
use crate::server::Server;
use crate::typing::{Habit, Typing};
use masthead::text::Format;
use std::time::Duration;

/// Rounds, and keystrokes in each.
const ROUNDS: usize = 6;
const KEYSTROKES: usize = 50;

/// Keystrokes before the first that is measured: caches fill.
const WARM_UP: usize = 20;

/// A server that needs longer for all its keystrokes of one kind stops early; how many there were stands beside.
const BUDGET: Duration = Duration::from_secs(20);

/// Servers whose time grows with the article's size are left out of the large ones, to keep the run short.
const LARGEST_FOR_HARPER: usize = 100;

/// Articles beside the one that is typed in.
const ARTICLES: usize = 100;

/// The article that is typed in.
pub(crate) const TYPED: &str = "typed.md";

/// A server at one article and what was measured of it.
struct Typist {
    server: Server,
    driver: Driver,
    version: i64,
    typing: Typing,
    times: Times,
    spent: Duration,
    processor: Option<Duration>,
}

impl Typist {
    fn start(server: Server, folder: &Folder, text: &str) -> Option<Self> {
        let begin = || -> Answer<Driver> {
            let mut driver = Driver::start(server.command().ok_or(Silent)?, &folder.path)?;
            driver.ready()?;
            driver.open(TYPED, text)?;
            Ok(driver)
        };
        let typing = Typing::new(text, Habit::Letter);
        let Ok(driver) = begin() else {
            println!("{} gave no answer and is left out here.", server.name());
            return None;
        };
        let (times, spent, processor) = (Times::default(), Duration::ZERO, None);
        Some(Self { server, driver, version: 1, typing, times, spent, processor })
    }

    /// Types so many keys before those that are measured.
    fn warm_up(&mut self) {
        self.type_keys(WARM_UP, BUDGET / 4, false);
        if self.spent < Duration::MAX {
            self.spent = Duration::ZERO;
        }
    }

    /// Types so many keys, the next when the findings of the last have come.
    fn type_keys(&mut self, count: usize, budget: Duration, measured: bool) {
        let before = self.driver.usage();
        for _ in 0..count {
            if self.spent > budget {
                break;
            }
            self.version += 1;
            let key = self.typing.next_key();
            let Ok(time) = self.driver.keystroke(TYPED, self.version, &key) else {
                self.spent = Duration::MAX;
                break;
            };
            self.spent += time;
            if measured {
                self.times.push(time);
            }
        }
        if let (true, Some(before), Some(after)) = (measured, before, self.driver.usage()) {
            *self.processor.get_or_insert_default() += after.processor.saturating_sub(before.processor);
        }
    }

    /// Begins with another habit, in the text as it was opened.
    fn change_habit(&mut self, text: &str, habit: Habit) {
        let last = self.typing.away();
        self.typing = Typing::new(text, habit);
        (self.times, self.processor, self.spent) = (Times::default(), None, Duration::ZERO);
        self.version += 1;
        if self.driver.keystroke(TYPED, self.version, &last).is_err() {
            self.spent = Duration::MAX;
        }
    }
}

pub(crate) fn measure(servers: &[Server], sizes: &[usize]) {
    let folder = Folder::written(ARTICLES);
    let world = World::new();
    let about = format!(
        "Up to {} keystrokes at places all over a Markdown article in a folder of {ARTICLES}, the next when the findings \
         of the last have come; the servers take turns in rounds. CPU: of all the server's threads, a keystroke.",
        ROUNDS * KEYSTROKES
    );
    let columns = [
        "article",
        "typed",
        "server",
        "keystrokes",
        "p50 ms",
        "p95",
        "p99",
        "CPU ms",
        "× does nothing",
        "p99 / p50",
    ];
    let table = Table::new("Keystroke to findings", &about, &columns);
    for size in sizes {
        let text = article(&world, 1, Format::Markdown, size * 1_000);
        let fits = |server: &&Server| **server != Server::Harper || *size <= LARGEST_FOR_HARPER;
        let mut typists: Vec<Typist> =
            servers.iter().filter(fits).filter_map(|server| Typist::start(*server, &folder, &text)).collect();
        for habit in Habit::ALL {
            measure_habit(&mut typists, &text, habit);
            report(&typists, *size, habit, &table);
        }
        typists.into_iter().for_each(|typist| typist.driver.stop());
    }
    if sizes.iter().any(|size| *size > LARGEST_FOR_HARPER) && servers.contains(&Server::Harper) {
        println!("\nharper-ls is left out above {LARGEST_FOR_HARPER} KB, to keep the run short.");
    }
}

fn measure_habit(typists: &mut [Typist], text: &str, habit: Habit) {
    for typist in typists.iter_mut() {
        typist.change_habit(text, habit);
        typist.warm_up();
    }
    for _ in 0..ROUNDS {
        for typist in typists.iter_mut() {
            typist.type_keys(KEYSTROKES, BUDGET, true);
        }
    }
}

fn report(typists: &[Typist], size: usize, habit: Habit, table: &Table) {
    let idle = typists.iter().find(|typist| typist.server == Server::Idle).map(|typist| &typist.times);
    for typist in typists {
        let times = &typist.times;
        let [p50, p95, p99] = times.cells();
        let processor = typist.processor.map(|all| all.as_secs_f64() * 1e3 / times.len().max(1) as f64);
        table.row(&[
            format!("{size} KB"),
            habit.name().to_owned(),
            typist.server.name().to_owned(),
            times.len().to_string(),
            p50,
            p95,
            p99,
            milliseconds(processor),
            times.ratio(idle.unwrap_or(times)),
            ratio(times.at(99), times.at(50)),
        ]);
    }
}
