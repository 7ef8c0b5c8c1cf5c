//! A person with two middle initials in one article.

use super::around::before;
use super::rule::Context;
use crate::document::{Candidate, Chain, is_title};

/// The places of the rarer initial, of two equally frequent ones the later, and the other spelling: "Col. Ana C. Lund" and
/// "Col. Ana V. Lund". Only behind one title they are surely one person.
pub(super) fn other_initial<'d>(
    context: &Context<'d>,
    chain: &'d Chain,
) -> Option<(Vec<&'d Candidate>, &'d str)> {
    if chain.members.len() < 2 {
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
    // Most names have no initial.
    if !name.contains('.') {
        return None;
    }
    let mut words = name.split(' ');
    let parts = [words.next()?, words.next()?, words.next()?];
    let initial = matches!(parts[1].as_bytes(), [b'A'..=b'Z', b'.']);
    (initial && words.next().is_none()).then_some(parts)
}

/// The title right before a name.
fn title<'d>(context: &Context<'d>, place: &Candidate) -> Option<&'d str> {
    let word = before(context.document, place.span).strip_suffix(' ')?.rsplit(' ').next()?;
    is_title(word).then_some(word)
}
