//! A second look at the names of a block, once all of them are found.

use super::kin::note_kin;
use super::proven::note_pairs;
use super::raw_candidate::{RawCandidate, note_aliases};
use super::titles::is_office_alone;
use crate::catalog::Kind;
use crate::text::Span;

/// Leaves out offices, parts courtesies from surnames, joins the sides of cases, and notes other names. `known` are the names
/// that the catalog knows, in order.
pub(super) fn look_again(names: &mut Vec<RawCandidate>, known: &[Span], text: &str) {
    names.retain(|name| !is_office_alone(text, name.span));
    names.iter_mut().for_each(|name| name.leave_courtesy(text));
    join_cases(names, known, text);
    note_aliases(names, text);
    note_kin(names, text);
    note_pairs(names, text);
}

/// Joins the two sides of each case to one name, and nobody's: "Whitlock v. Hapsel Ferries". Where the catalog knows one side,
/// the other is left out.
fn join_cases(names: &mut Vec<RawCandidate>, known: &[Span], text: &str) {
    if !text.contains(" v") {
        return;
    }
    let mut joined: Vec<RawCandidate> = Vec::with_capacity(names.len());
    for name in names.drain(..) {
        let side = joined.last_mut().filter(|before| is_against(text, before.span.end, name.span.start));
        match side.filter(|before| !is_match(text, before, &name)) {
            Some(before) => {
                let span = Span::new(before.span.start, name.span.end);
                *before = RawCandidate {
                    begins_sentence: before.begins_sentence,
                    ..RawCandidate::new(span, text, Some(Kind::Law), false)
                };
            }
            None => joined.push(name),
        }
    }
    joined.retain(|name| {
        let at = known.partition_point(|known| known.start < name.span.start);
        let before = at.checked_sub(1).is_some_and(|at| is_against(text, known[at].end, name.span.start));
        !before && !known.get(at).is_some_and(|known| is_against(text, name.span.end, known.start))
    });
    *names = joined;
}

/// True for two persons named in full, who play each other: "Ana Lund vs. Eva Berg".
fn is_match(text: &str, one: &RawCandidate, other: &RawCandidate) -> bool {
    let full = |name: &RawCandidate| name.shape.words > 1 && name.kind == Some(Kind::Person);
    text[..other.span.start].ends_with(" vs. ") && full(one) && full(other)
}

/// True where nothing but "v." stands between two names. Without its stop it is as often a match or a debate.
fn is_against(text: &str, end: usize, start: usize) -> bool {
    text.get(end..start).is_some_and(|between| matches!(between, " v. " | " vs. "))
}
