//! The rules: each judges one article in the light of a snapshot.
//!
//! A rule is one file here, one line in [`RULES`] and one page in `tests/rules/`.

mod judge;
mod rule;

pub use judge::{judge, setting_faults};
pub use rule::{Context, RULES, Rule, find_rule};
