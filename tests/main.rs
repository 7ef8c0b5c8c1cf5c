//! All integration tests, in one binary: rule pages, feature pages, incremental reading, the protocol, the
//! command line, parity of server and `check`, and the floors.

mod support;

#[allow(
    dead_code,
    unused_imports,
    clippy::duplicate_mod,
    reason = "made for benchmarks, with its own generator"
)]
#[path = "../benches/prose/mod.rs"]
mod prose;

mod asked;
mod beside;
mod cache;
mod careless;
mod catalog_change;
mod catalogs;
mod cli;
#[cfg(unix)]
mod disk;
mod doctor;
mod edits;
#[cfg(target_os = "linux")]
mod failing;
mod features;
#[cfg(target_os = "linux")]
mod growth;
mod incremental;
mod layers;
mod made_up;
mod parity;
mod protocol;
mod readme;
mod rules;
mod safety;
mod seeds;
mod targets;
mod text;
mod told;
