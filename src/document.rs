//! One text, read with a catalog: names, expansions, introductions, chains, speech, candidates.
//!
//! Pure: no disk, no clock, no other article. Nothing here fails: an article is always half written.
//! Each block is read by itself ([`Paragraph`]); what needs the whole article is decided when the paragraphs
//! are assembled, so that an edit costs the reading of the paragraphs that it touches.

mod facts;
mod word_list;
mod korean_title;
mod lexicon;
mod lands;
mod title_words;
mod head_nouns;
mod legal_forms;
mod slug;
mod hour;
mod unit;
mod endings;
mod shape;
mod alignment;
mod capital_run;
mod or_acronym;
mod parenthesis;
mod expansion;
mod translated;
mod explained;
mod content;
mod bracket;
mod name_run;
mod field_list;
mod care;
mod portfolio;
mod law;
mod shared_head;
mod weekday;
mod nickname;
mod calling;
mod heading_words;
mod edges;
mod beside;
mod parts;
mod courtesy;
mod titles;
mod raw_candidate;
mod candidate;
mod found_names;
mod person;
mod owners;
mod bearers;
mod roster;
mod letters;
mod aliases;
mod openers;
mod met;
mod settled;
mod linking;
mod cue;
mod firm;
mod furniture_line;
mod furniture;
mod context;
mod enclosed;
mod told;
mod traits;
mod paragraph;
mod article;
mod editable;
mod zones;
mod dated;
mod resolve;
mod subject;
mod speaker;
mod class_nouns;
mod phrase;
mod plausible;
mod proven;
mod asserted;
mod office;
mod definition;
mod introduction;
mod ticker;
mod tie;
mod telling;
mod suppress;
mod assembly;
mod assemble;
mod difference;
mod edit;
mod marks;
mod mouth_before;
mod moved;
mod read;
mod tests_of_entries;

pub use article::{Document, digest};
pub use content::{content_words, is_worded, wording};
pub use difference::{Difference, Run};
pub use facts::{
    Acronym, Ambiguity, Candidate, Chain, ChainKey, Expansion, Introduction, IntroductionKind, Mention,
    Speech, Suppression, Tie, TieKind, Zone,
};
pub use furniture_line::end_credit;
pub use korean_title::hangul_family_name;
pub use lexicon::{begins_plain_word, is_demonym, is_speech_verb};
pub use marks::differ_in_marks;
pub use paragraph::Paragraph;
pub use person::{family_name, is_persons_name, may_be_tagged, monarch, name_parts};
pub use tests_of_entries::failing_tests;
pub use title_words::{is_courtesy, is_rank, is_surname_too, is_title, is_title_modifier};
