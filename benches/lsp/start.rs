//! How soon a server answers, and what it holds with nothing to do.

use crate::driver::Driver;
use crate::folder::Folder;
use crate::report::{Table, Times, bytes, known_bytes};
use crate::server::{Server, masthead};
use std::time::Duration;

/// How often each server is started.
const STARTS: usize = 20;

/// Articles in the folder.
const ARTICLES: usize = 10;

/// How long a server is left alone before its memory is read.
const REST: Duration = Duration::from_millis(500);

pub(crate) fn measure(servers: &[Server]) {
    let folder = Folder::written(ARTICLES);
    let about = format!(
        "A folder of {ARTICLES} articles; {STARTS} starts of each server, in turns. Memory: held when all has been read \
         and one article is open, half a second later."
    );
    let table = Table::new(
        "Start",
        &about,
        &["server", "to initialize result, p50 ms", "p95", "p99", "× does nothing", "memory"],
    );
    let mut measured: Vec<(Server, Times, Option<u64>)> =
        servers.iter().map(|server| (*server, Times::default(), None)).collect();
    for round in 0..STARTS {
        for (server, times, memory) in &mut measured {
            let Some(Ok(mut driver)) = server.command().map(|command| Driver::start(command, &folder.path))
            else {
                continue;
            };
            times.push(driver.started);
            let is_open = |driver: &mut Driver| driver.open(&folder.article(0), &folder.text_of(0)).is_ok();
            if round + 1 == STARTS && driver.ready().is_ok() && is_open(&mut driver) {
                std::thread::sleep(REST);
                *memory = driver.usage().map(|usage| usage.memory);
            }
            driver.stop();
        }
    }
    let idle = measured.iter().find(|(server, ..)| *server == Server::Idle).map(|m| m.1.clone());
    for (server, times, memory) in &measured {
        let [p50, p95, p99] = times.cells();
        let ratio = times.ratio(idle.as_ref().unwrap_or(times));
        table.row(&[server.name(), &p50, &p95, &p99, &ratio, &known_bytes(*memory)]);
    }
    let size = std::fs::metadata(masthead()).map_or(0, |file| file.len());
    println!("\nThe program `masthead` has {}.", bytes(size));
}
