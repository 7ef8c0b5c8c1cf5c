//! All articles under one root: what each says, the index over them, and what a change affects.

mod name;
mod posting;
mod packing;
mod quote;
mod article;
mod pieces;
mod stored;
mod places;
mod base;
mod affected;
mod index;
mod usage;

pub use affected::Affected;
pub use article::Article;
pub use index::{Corpus, Snapshot};
pub use name::{Name, NameIn};
pub use posting::{CandidatePosting, ExpansionPosting, IntroductionPosting, Posting, TiePosting};
pub use quote::{QuotePosting, Quotes, Speaker, quotes, shared_words};
pub use stored::Stored;
pub use usage::{Usage, begins};
