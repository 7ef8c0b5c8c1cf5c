//! All articles under one root: what each says, the index over them, and what a change affects.

mod name;
mod posting;
mod packing;
mod quote;
mod article;
mod pieces;
mod stored;
mod places;
mod ages;
mod keyed;
mod begun;
mod runs;
mod offices;
mod long_forms;
mod counted;
mod base;
mod overlay;
mod affected;
mod index;
mod told;
mod told_of;
mod written_out;
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
pub use told_of::Telling;
pub use usage::begins;
pub use written_out::WrittenOut;
