//! Made-up news: articles, folders and catalogs of any size, the same from the same number on every machine.
//!
//! A [`World`] holds some 130,000 people, organisations, places, programs, laws and products with the ways to write them.
//! An article draws a small cast from it (a few names are in the news every day, most hardly ever: Zipf's law), gives
//! them bylines, acronyms, quotations and Hangul as a newsroom does, and now and then makes one of a newsroom's
//! mistakes. A [`catalog`] knows the first so many of them.

#[allow(dead_code, reason = "the tests' generator has more than benchmarks need")]
#[path = "../../tests/support/random.rs"]
mod random;
mod words;
mod world;
mod naming;
mod cast;
mod sentence;
mod article;
mod catalog;

pub(crate) use article::article;
pub(crate) use catalog::{catalog, forms};
pub(crate) use world::World;
