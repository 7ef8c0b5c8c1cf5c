//! All articles under one root: what each says, the index over them, and what a change affects.

mod name;
mod posting;
mod packing;
mod places;
mod quote;
mod article;
mod pieces;
mod stored;
mod runs;
mod offices;
mod counted;
mod base;
mod affected;
mod index;
mod told;
mod seen;
mod usage;

pub use affected::Affected;
pub use article::Article;
pub use index::{Corpus, Snapshot};
pub use name::{Name, NameIn, NameKey};
pub use posting::{CandidatePosting, ExpansionPosting, IntroductionPosting, Posting, TiePosting};
pub use quote::{Hints, QuotePosting, Quotes, Speaker, quotes, shared_words};
pub use seen::Seen;
pub use stored::Stored;
pub use told::Title;
pub use usage::{Usage, begins};
