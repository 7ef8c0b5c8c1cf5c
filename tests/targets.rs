//! What a fuzzer tries: the tests of made-up input, with its bytes in the place of the numbers that they count up.
//!
//! `cargo +nightly fuzz run articles` (see `fuzz`) looks for what no number reaches; here each target reads a few bytes, so
//! that it stays sound.

use crate::careless::{careless_catalog, careless_settings};
use crate::support::random::{Random, rounds};
use crate::text::{blocks, buffer, masks};
use crate::{incremental, made_up};
use masthead::text::Format;

/// The name of a program in `fuzz`, and what it tries.
type Target = (&'static str, fn(&[u8]));

/// All targets.
pub(crate) const TARGETS: [Target; 8] = [
    ("buffer", |bytes| buffer::edits(&mut choices(bytes))),
    ("markdown", markdown),
    ("catalogs", |bytes| careless_catalog(&mut choices(bytes))),
    ("settings", |bytes| careless_settings(&mut choices(bytes))),
    ("articles", articles),
    ("edits", edits),
    ("comments", |bytes| made_up::hush(&mut choices(bytes))),
    ("expansions", |bytes| made_up::expand(&mut choices(bytes))),
];

fn choices(bytes: &[u8]) -> Random {
    Random::Given(Vec::from(bytes).into_iter())
}

/// Blocks against those of a Markdown parser, and taken up behind an edit; masks of pieces, or of the bytes as they are.
fn markdown(bytes: &[u8]) {
    let mut random = choices(bytes);
    match random.below(5) {
        0 => blocks::borders(&mut random),
        1 => blocks::parts(&mut random),
        2 => blocks::taken_up(&mut random),
        3 => masks::in_place(&random.text(masks::PIECES, 40)),
        _ => masks::in_place(&String::from_utf8_lossy(bytes)),
    }
}

/// Articles of pieces, or of the bytes as they are: read, indexed, judged and asked of.
fn articles(bytes: &[u8]) {
    let mut random = choices(bytes);
    let text = match random.below(3) {
        0 => random.text(crate::support::pieces::PIECES, 80),
        1 => random.text(made_up::OWN, 80),
        _ => String::from_utf8_lossy(bytes).into_owned(),
    };
    made_up::read(&mut random, &text);
}

/// Articles after edits against articles read anew.
fn edits(bytes: &[u8]) {
    let mut random = choices(bytes);
    let format = random.pick(&[Format::Markdown, Format::Plain]);
    incremental::edits(&mut random, format);
}

#[test]
fn every_target_reads_bytes() {
    for (name, target) in TARGETS {
        let program = format!("{}/fuzz/fuzz_targets/{name}.rs", env!("CARGO_MANIFEST_DIR"));
        assert!(std::fs::read_to_string(program).unwrap().contains(&format!("\"{name}\"")), "{name}");
        target(&[]);
        for number in rounds(20) {
            let mut random = Random::new(number);
            target(&(0..random.below(400)).map(|_| random.below(256) as u8).collect::<Vec<u8>>());
        }
    }
}
