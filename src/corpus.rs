//! All articles under one root: what each says, the index over them, and what a change affects.

mod name;
mod article;
mod quote;
mod base;
mod index;
mod usage;

pub use article::{Article, CandidatePosting, ExpansionPosting, IntroductionPosting, Posting, TiePosting};
pub use index::{Affected, Corpus, Snapshot};
pub use name::Name;
pub use quote::{QuotePosting, Quotes, Speaker, quotes, shared_words};
pub use usage::{Usage, begins};
