//! One text, read with a catalog: names, expansions, introductions, chains, speech, candidates.
//!
//! Pure: no disk, no clock, no other article. Nothing here fails: an article is always half written.

mod alignment;
mod expansion;
mod lexicon;
mod unit;
mod candidate;
mod linking;
mod facts;
mod paragraph;

pub use facts::{
    Acronym, Candidate, Chain, ChainKey, Document, Expansion, Introduction, IntroductionKind, Mention,
    Speech, Suppression, Zone,
};
pub use paragraph::Paragraph;
