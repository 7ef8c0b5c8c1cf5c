//! A person with two middle initials in one article.

use super::around::before;
use super::rule::Context;
use crate::document::{Candidate, Chain, ChainKey, is_title};

/// The places of the rarer initial, of two equally frequent ones the later, and the other spelling: "Col. Ana C. Lund" and
/// "Col. Ana V. Lund". Only behind one title they are surely one person.
pub(super) fn other_initial<'d>(
    context: &Context<'d>,
    chain: &'d Chain,
) -> Option<(Vec<&'d Candidate>, &'d str)> {
    // Of a known name the members are mentions. The fullest form of a new one has the initial, if any has.
    let ChainKey::Name(full) = &chain.key else { return None };
    if chain.members.len() < 2 || !full.as_bytes().contains(&b'.') {
        return None;
    }
    let document = context.document;
    let members = || chain.members.iter().filter_map(|at| document.candidates.get(*at as usize));
    let written = |place: &Candidate| document.slice_in(place.paragraph, place.span);
    let named =
        || members().filter_map(|place| Some((place, parts(written(place))?, title(context, place)?)));
    let (first, [given, initial, family], held) = named().next()?;
    let differs = |parts: [&str; 3]| parts[0] == given && parts[2] == family && parts[1] != initial;
    let (second, ..) = named().find(|(_, parts, title)| differs(*parts) && *title == held)?;
    let places = |name: &str| members().filter(|place| written(place) == name).collect::<Vec<_>>();
    let (ours, others) = (places(written(first)), places(written(second)));
    let rare = ours.len() < others.len();
    Some(if rare { (ours, written(second)) } else { (others, written(first)) })
}

/// The given name, the initial and the family name of "Ana C. Lund".
fn parts(name: &str) -> Option<[&str; 3]> {
    // Most names have none.
    if !name.as_bytes().contains(&b'.') {
        return None;
    }
    let (given, rest) = name.split_once(' ')?;
    let (initial, family) = rest.split_at_checked("C.".len())?;
    let family = family.strip_prefix(' ').filter(|family| !family.contains(' '))?;
    matches!(initial.as_bytes(), [b'A'..=b'Z', b'.']).then_some([given, initial, family])
}

/// The title right before a name.
fn title<'d>(context: &Context<'d>, place: &Candidate) -> Option<&'d str> {
    let word = before(context.document, place.span).strip_suffix(' ')?.rsplit(' ').next()?;
    is_title(word).then_some(word)
}
