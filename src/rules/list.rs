//! The list of all rules.

use super::ambiguous_name::AmbiguousName;
use super::avoided_name::AvoidedName;
use super::bracketed_acronym::BracketedAcronym;
use super::conflicting_expansion::ConflictingExpansion;
use super::conflicting_leader::ConflictingLeader;
use super::conflicting_quote::ConflictingQuote;
use super::conflicting_title::ConflictingTitle;
use super::late_acronym::LateAcronym;
use super::mixed_names::MixedNames;
use super::name_form::NameForm;
use super::name_variant::NameVariant;
use super::outdated_name::OutdatedName;
use super::quoted_name::QuotedName;
use super::related_name::RelatedName;
use super::repeated_expansion::RepeatedExpansion;
use super::repeated_full_name::RepeatedFullName;
use super::repeated_gloss::RepeatedGloss;
use super::rule::Rule;
use super::short_name_first::ShortNameFirst;
use super::title_case::TitleCase;
use super::undefined_acronym::UndefinedAcronym;
use super::unknown_name::UnknownName;
use super::unused_acronym::UnusedAcronym;

/// All rules. Help, documentation, settings and tests walk this list.
///
/// The order matters once: of several wrong-name rules ([`Rule::wrong_name`]) that speak of the same words,
/// the one that stands first here is heard.
pub static RULES: &[&dyn Rule] = &[
    &ConflictingExpansion,
    &AvoidedName,
    &OutdatedName,
    &NameVariant,
    &MixedNames,
    &ConflictingTitle,
    &ConflictingLeader,
    &ConflictingQuote,
    &RepeatedGloss,
    &UndefinedAcronym,
    &LateAcronym,
    &UnusedAcronym,
    &RepeatedExpansion,
    &ShortNameFirst,
    &AmbiguousName,
    &BracketedAcronym,
    &RelatedName,
    &NameForm,
    &QuotedName,
    &TitleCase,
    &RepeatedFullName,
    &UnknownName,
];

/// The rule with this name.
pub fn find_rule(name: &str) -> Option<&'static dyn Rule> {
    RULES.iter().copied().find(|r| r.name() == name)
}
