//! How long a writer waits: from a keystroke to the published diagnostics, over standard input and output.
//!
//! ```sh
//! cargo bench --bench lsp             # an article of 5 KB
//! cargo bench --bench lsp -- 3 100    # others, in KB
//! ```
//!
//! The real `masthead lsp` serves `seeds`, the folder's other articles read and indexed, and a client
//! types into one more article, at places spread over the whole of it: 300 keystrokes, the next one when the
//! findings of the last have come. Beside it, in the same run, the same keystrokes go to a server of the same
//! framework that does nothing but publish an empty list: what pipes, JSON and the framework cost.
//! The two take turns in rounds, so that other work on the machine hits both. Nothing is written to disk.

mod article;
mod driver;
mod idle;

use article::{Typing, article};
use driver::Driver;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

/// Rounds, and keystrokes in each.
const ROUNDS: usize = 6;
const KEYSTROKES: usize = 50;

/// Keystrokes before the first that is measured: caches fill, the folder is read.
const WARM_UP: usize = 30;

/// The argument that makes this program the server that does nothing.
const IDLE: &str = "--idle-server";

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments.iter().any(|argument| argument == IDLE) {
        return idle::serve();
    }
    let mut sizes: Vec<usize> = arguments.iter().filter_map(|argument| argument.parse().ok()).collect();
    if sizes.is_empty() {
        sizes.push(5);
    }
    println!("From keystroke to published diagnostics, {} keystrokes, milliseconds", ROUNDS * KEYSTROKES);
    println!("{:>8}  {:<20} {:>8} {:>8} {:>8}", "article", "server", "median", "p95", "p99");
    for size in sizes {
        measure(size);
    }
}

fn measure(kilobytes: usize) {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let text = article(&seeds.join("articles"), kilobytes * 1024);
    let mut masthead = Command::new(env!("CARGO_BIN_EXE_masthead"));
    // ok: the system knows the path of a program that runs.
    let mut idle = Command::new(std::env::current_exe().expect("the path of this program"));
    let mut servers = [
        ("does nothing", Driver::start(idle.arg(IDLE), &seeds, &text), Typing::new(&text), Vec::new()),
        ("masthead", Driver::start(masthead.arg("lsp"), &seeds, &text), Typing::new(&text), Vec::new()),
    ];
    for (_, driver, typing, _) in &mut servers {
        for _ in 0..WARM_UP {
            driver.keystroke(&typing.next_key());
        }
    }
    for _ in 0..ROUNDS {
        for (_, driver, typing, times) in &mut servers {
            times.extend((0..KEYSTROKES).map(|_| driver.keystroke(&typing.next_key())));
        }
    }
    let idle = median(&mut servers[0].3);
    for (name, driver, _, mut times) in servers {
        let times = &mut times;
        let [median, p95, p99] = [median(times), at(times, 95), at(times, 99)].map(|t| t.as_secs_f64() * 1e3);
        let ratio = median / (idle.as_secs_f64() * 1e3);
        println!("{kilobytes:>5} KB  {name:<20} {median:>8.3} {p95:>8.3} {p99:>8.3}   {ratio:.1} ×");
        driver.stop();
    }
}

fn median(times: &mut [Duration]) -> Duration {
    at(times, 50)
}

/// The time that `percent` of all times do not exceed.
fn at(times: &mut [Duration], percent: usize) -> Duration {
    times.sort_unstable();
    times[(times.len() * percent / 100).min(times.len() - 1)]
}
