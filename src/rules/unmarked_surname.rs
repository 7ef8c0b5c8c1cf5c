//! Surnames that stand by themselves with other marks than in the full name.

use super::rule::Context;
use crate::document::{Candidate, Chain, ChainKey, differ_in_marks};

/// The places of a surname that lacks the marks of the full name, with the surname as it has it: "Yildirim" for Dilek Yıldırım.
pub(super) fn unmarked<'d>(context: &Context<'d>, chain: &'d Chain) -> Option<(Vec<&'d Candidate>, &'d str)> {
    let ChainKey::Name(full) = &chain.key else { return None };
    // The fullest form is a place of its own.
    if chain.members.len() < 2 {
        return None;
    }
    let candidates = &context.document.candidates;
    let members = || chain.members.iter().filter_map(|m| candidates.get(*m as usize));
    let written = |c: &Candidate| context.document.slice_in(c.paragraph, c.span);
    // The end of the full name that a short one stands for, where it is written otherwise.
    let right = |short: &str| {
        // Nearly all stand in it as they are, at its end or its beginning.
        let ends = full.strip_suffix(short).is_some_and(|head| head.is_empty() || head.ends_with(' '));
        if ends || full.starts_with(short) {
            return None;
        }
        // "Pulis Hart" is two words, and the "Pulis-Hart" that it stands for is one.
        full.rmatch_indices(' ').map(|(at, _)| &full[at + 1..]).find(|end| differ_in_marks(short, end))
    };
    let first = members().find(|c| right(written(c)).is_some() && context.lints(c.zone, c.span))?;
    let places = members().filter(|c| written(c) == written(first)).collect();
    Some((places, right(written(first))?))
}
