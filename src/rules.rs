//! The rules: each judges one article in the light of a snapshot.
//!
//! A rule is one file here, one line in [`RULES`] and one page in `tests/rules/`. What rules share stands in
//! files named for it: `acronyms` (what an article does with its short forms), `wrong_name` (one wrong name
//! at all its places).

mod asked;
mod same_office;
mod seen_names;
mod rule;
mod accepted;
mod around;
mod spelling;
mod support;
mod short_given_name;
mod other_noun;
mod other_wording;
mod slip;
mod swapped_letters;
mod unmarked_surname;
mod usual;
mod wrong_name;
mod kin;
mod lone_surname;
mod long_form;
mod near_miss;
mod legal_form;
mod known_spellings;
mod person_likeness;
mod elsewhere;
mod acronyms;
mod letters;
mod register;

mod ambiguous_name;
mod avoided_name;
mod bracketed_acronym;
mod conflicting_expansion;
mod conflicting_leader;
mod conflicting_quote;
mod conflicting_title;
mod late_acronym;
mod middle_initial;
mod misfit;
mod mixed_names;
mod name_form;
mod name_variant;
mod namesake;
mod other_employer;
mod rank_ladder;
mod worn_titles;
mod outdated_name;
mod quoted_name;
mod related_name;
mod repeated_expansion;
mod repeated_full_name;
mod repeated_gloss;
mod short_name_first;
mod title_case;
mod undefined_acronym;
mod unknown_name;
mod unused_acronym;

mod list;
mod judge;
mod judgement;

pub use judge::{all_faults, is_failure, judge, judge_apart, known_by, setting_faults};
pub use judgement::Judgement;
pub use list::{RULES, find_rule};
pub(crate) use near_miss::is_misspelling;
pub use rule::{Context, Rule};
pub(crate) use spelling::{same_but_apostrophes, same_words, without_article};
