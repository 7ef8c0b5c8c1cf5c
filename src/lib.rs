//! Masthead: a language server for people who write and edit news.
//!
//! The modules are floors, declared from the ground up: a module uses only those above it in the list
//! below, and `tests/layers.rs` reads the list and checks every `use`. What each floor knows:
//!
//! | floor | knows | must not know |
//! |---|---|---|
//! | [`text`] | bytes, lines, position encodings, tokens, sentences, speech, blocks, masks | names, files, LSP |
//! | [`diagnostic`], [`config`] | spans, severities, typed settings | which rules exist |
//! | [`catalog`] | entities, forms, dated relations, the matcher, faults of its own files | articles, LSP |
//! | [`document`] | one text and a catalog: pure, cannot fail | other documents, disk, clock |
//! | [`corpus`] | all documents, the index, what a change affects | rules, LSP, async |
//! | [`workspace`] | the disk: finds and reads config, catalogs and articles | rules, LSP |
//! | [`rules`] | a snapshot; one file a rule; one list `RULES` | editors, disk |
//! | [`ide`] | a snapshot and a cursor, in types of its own | LSP types |
//! | [`server`] | LSP, tokio, the client | matching, judging |
//! | [`cli`] | the terminal, output formats, exit codes | LSP |

pub mod text;
pub mod diagnostic;
pub mod config;
pub mod catalog;
pub mod document;
pub mod corpus;
pub mod workspace;
pub mod rules;
pub mod ide;
pub mod server;
pub mod cli;
