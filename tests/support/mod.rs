//! Shared by the tests.

pub(crate) mod desk;
pub(crate) mod feature;
pub(crate) mod page;
pub(crate) mod pieces;
pub(crate) mod random;

pub(crate) mod client;
