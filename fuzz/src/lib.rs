//! The tests of made-up input, for a fuzzer: what each target tries stands in `tests/targets.rs`.

#![allow(dead_code, unused_imports, reason = "the tests have more than a fuzzer needs")]

#[path = "../../tests/support"]
mod support {
    pub(crate) mod desk;
    pub(crate) mod pieces;
    pub(crate) mod random;
}

#[path = "../../tests/careless.rs"]
mod careless;
#[path = "../../tests/incremental.rs"]
mod incremental;
#[path = "../../tests/made_up.rs"]
mod made_up;
#[path = "../../tests/targets.rs"]
mod targets;
#[path = "../../tests/text/mod.rs"]
mod text;

/// Tries `bytes` on the target of that name. Panics where it finds a fault, or there is no such target.
pub fn run(name: &str, bytes: &[u8]) {
    let (_, target) = targets::TARGETS.into_iter().find(|(known, _)| *known == name).expect("a target's name");
    target(bytes);
}
