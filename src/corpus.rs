//! All articles under one root: what each says, the index over them, and what a change affects.

mod article;
mod quote;
mod base;
mod index;

pub use article::{Article, CandidatePosting, ExpansionPosting, IntroductionPosting, Posting};
pub use index::{Affected, Corpus, Snapshot};
pub use quote::{QuotePosting, Quotes, Speaker, quotes, shared_words};
