//! What each part of the engine costs by itself, floor by floor, on made-up news.
//!
//! ```sh
//! cargo bench --bench parts              # all
//! cargo bench --bench parts -- matcher   # those whose path has that word
//! ```
//!
//! What reads text also says how many bytes a second. Times are of one thread.

#[path = "../prose/mod.rs"]
mod prose;

mod made_up;

mod analysis;
mod index;
mod matcher;
mod rules;
mod text;

fn main() {
    divan::main();
}
