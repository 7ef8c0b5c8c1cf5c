//! All integration tests, in one binary: rule pages, feature pages, incremental reading, the protocol, the
//! command line, parity of server and `check`, and the floors.

mod support;

mod cache;
mod catalog_change;
mod catalogs;
mod cli;
mod features;
mod incremental;
mod layers;
mod parity;
mod protocol;
mod readme;
mod rules;
mod seeds;
mod text;
mod told;
