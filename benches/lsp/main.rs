//! How long a writer waits, over standard input and output, on made-up news.
//!
//! ```sh
//! cargo bench --bench lsp                              # all, with a folder of 1,000 articles
//! cargo bench --bench lsp -- all                       # all, with folders of up to 100,000 articles
//! cargo bench --bench lsp -- keys 3 100 1000           # from a keystroke to its findings, articles in KB
//! cargo bench --bench lsp -- start                     # initialize, memory, size
//! cargo bench --bench lsp -- burst                     # 500 edits at once
//! cargo bench --bench lsp -- folders 1000 10000 100000 # reading folders, and every request in them
//! cargo bench --bench lsp -- tagging                   # `masthead annotate` in bulk
//! cargo bench --bench lsp -- --write-folder DIR 1000   # writes a folder of so many articles, and measures nothing
//! ```
//!
//! The real `masthead` is driven (MASTHEAD names another program, such as that of the `dist` profile). Beside it, in the
//! same run, the same goes to a server of the same framework that does nothing but publish an empty list (what pipes,
//! JSON and the framework cost) and to the other programs that `benches/peers.sh` installs. They take turns in rounds, so
//! that other work on the machine hits all of them. Tables are Markdown, on standard output.
//!
//! Folders are written once below `target/`; nothing else is, and no cache but one there is used.

mod burst;
mod driver;
mod folder;
mod folders;
mod idle;
mod keys;
mod process;
#[path = "../prose/mod.rs"]
mod prose;
mod report;
mod requests;
mod server;
mod start;
mod tagging;
mod typing;

use server::{IDLE, Server};
use std::path::Path;

/// Writes a folder of made-up articles and stops: the folder, the number of articles, and of names in its catalog.
const WRITE_FOLDER: &str = "--write-folder";

fn main() {
    // Cargo adds `--bench` to what it is given.
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        [IDLE] => idle::serve(),
        [WRITE_FOLDER, folder, count, rest @ ..] => {
            let entities = numbers(rest).first().copied().unwrap_or(1_000);
            let count = numbers(&[count])[0];
            let world = prose::World::new();
            folder::write_folder(&world, Path::new(folder), count, entities).expect("a folder to write in");
        }
        [] => all(&[1_000]),
        ["all"] => all(&[1_000, 10_000, 100_000]),
        [section, rest @ ..] => {
            head();
            let sizes = numbers(rest);
            let or = |usual: &[usize]| if sizes.is_empty() { usual.to_vec() } else { sizes.clone() };
            match *section {
                "start" => start::measure(&Server::installed()),
                "keys" => keys::measure(&Server::installed(), &or(&[3, 100, 1_000])),
                "burst" => burst::measure(&Server::installed()),
                "folders" => folders::measure(&or(&[1_000])),
                "tagging" => tagging::measure(),
                other => panic!("no such part: {other}; see the top of benches/lsp/main.rs"),
            }
        }
    }
}

fn all(folders: &[usize]) {
    head();
    let servers = Server::installed();
    start::measure(&servers);
    keys::measure(&servers, &[3, 100, 1_000]);
    burst::measure(&servers);
    folders::measure(folders);
    tagging::measure();
}

fn head() {
    println!("Machine: {}.", process::machine());
}

/// # Panics
/// When one of them is no number.
fn numbers(words: &[&str]) -> Vec<usize> {
    words.iter().map(|word| word.parse().expect("a number")).collect()
}
