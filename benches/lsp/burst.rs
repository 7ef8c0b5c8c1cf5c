//! Five hundred edits at once, as a held key or a macro sends them.

use crate::driver::{Answer, Driver, Silent};
use crate::folder::Folder;
use crate::keys::TYPED;
use crate::prose::{World, article};
use crate::report::{Table, milliseconds, ratio};
use crate::server::Server;
use crate::typing::{Habit, Typing};
use masthead::text::Format;
use serde_json::json;
use std::time::{Duration, Instant};

/// Edits, an even number: the article is in the end as it was.
const EDITS: i64 = 500;

/// How often; the median is given.
const TIMES: usize = 5;

/// KB of the article.
const SIZES: [usize; 2] = [3, 100];

pub(crate) fn measure(servers: &[Server]) {
    let folder = Folder::written(100);
    let world = World::new();
    let about = format!(
        "{EDITS} edits, one letter each, sent without waiting; until the findings of the last have come. Then a hover, \
         which shows that the server goes on. Median of {TIMES}."
    );
    let columns =
        ["article", "server", "until the last findings, ms", "× does nothing", "hover behind it, ms"];
    let table = Table::new("A burst of edits", &about, &columns);
    for size in SIZES {
        let text = article(&world, 1, Format::Markdown, size * 1_000);
        let mut idle = None;
        for server in servers {
            let name = server.name().to_owned();
            match burst(*server, &folder, &text) {
                Ok([edits, hover]) => {
                    if *server == Server::Idle {
                        idle = Some(edits);
                    }
                    let cells =
                        [milliseconds(Some(edits)), ratio(Some(edits), idle), milliseconds(Some(hover))];
                    let [edits, ratio, hover] = cells;
                    table.row(&[format!("{size} KB"), name, edits, ratio, hover]);
                }
                Err(Silent) => {
                    let none = "no answer in two minutes".to_owned();
                    table.row(&[format!("{size} KB"), name, none, "–".to_owned(), "–".to_owned()]);
                }
            }
        }
    }
}

/// Milliseconds until the findings, and of the hover.
fn burst(server: Server, folder: &Folder, text: &str) -> Answer<[f64; 2]> {
    let mut driver = Driver::start(server.command().ok_or(Silent)?, &folder.path)?;
    let times = driver.ready().and_then(|_| driver.open(TYPED, text)).and_then(|_| bursts(&mut driver, text));
    driver.stop();
    times
}

fn bursts(driver: &mut Driver, text: &str) -> Answer<[f64; 2]> {
    let mut typing = Typing::new(text, Habit::Letter);
    let mut version = 1;
    let mut all: [Vec<Duration>; 2] = [const { Vec::new() }; 2];
    for _ in 0..TIMES {
        let start = Instant::now();
        for _ in 0..EDITS {
            version += 1;
            driver.edit(TYPED, version, &typing.next_key());
        }
        all[0].push(driver.settled(TYPED, version)? - start);
        let place =
            json!({"textDocument": {"uri": driver.uri(TYPED)}, "position": {"line": 0, "character": 3}});
        all[1].push(driver.ask("textDocument/hover", place)?.0);
    }
    Ok(all.map(|mut times| {
        times.sort_unstable();
        times[TIMES / 2].as_secs_f64() * 1e3
    }))
}
