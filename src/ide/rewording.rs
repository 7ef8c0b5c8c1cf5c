//! A name under the cursor in the other form that fits its place.

use super::actions::{Action, ActionKind};
use super::cursor::Cursor;
use super::fitting::Site;
use crate::catalog::Kind;
use crate::corpus::Name;
use crate::diagnostic::Edit;
use crate::document::Zone;

/// How many forms are offered: the one that fits best, and the next.
const MOST: usize = 2;

/// The forms that the name under the cursor may have there: in full with its acronym at the first reference, short later.
/// None in a quotation, in a byline, and within "Long Form (LF)".
pub(super) fn rewordings(cursor: Cursor) -> Vec<Action> {
    let Some((span, name)) = cursor.name() else { return Vec::new() };
    let document = cursor.document;
    let plain = match &name {
        Name::Known(entity) => {
            matches!(cursor.snapshot.catalog.entity(*entity).kind, Kind::Place | Kind::Term | Kind::Title)
        }
        Name::New(_) => false,
    };
    let zone = document.zones.get(document.paragraph_at(span.start)).copied().unwrap_or(Zone::Body);
    let quoted = document.speeches.iter().any(|speech| speech.span.covers(span));
    let written_out = document.expansions.iter().any(|expansion| expansion.span.covers(span));
    let whole = document.is_editable(span);
    if !whole || plain || quoted || written_out || matches!(zone, Zone::Furniture | Zone::Code) {
        return Vec::new();
    }
    let site = Site { cursor: Cursor { offset: span.end, ..cursor }, span, run: document.slice(span), zone };
    let action = |text: String| Action {
        title: format!("Write “{text}” here"),
        preferred: false,
        kind: ActionKind::Reword,
        cures: None,
        edits: vec![Edit { span, text }],
        later: false,
        file: None,
    };
    // Letters in brackets are for a text that goes on to use them.
    let used = |text: &String| {
        let letters =
            text.strip_suffix(')').and_then(|text| text.rsplit_once(" (")).map(|(_, letters)| letters);
        let later = |letters| {
            let uses = document.acronyms.iter().filter(|acronym| acronym.span.start >= span.end);
            uses.map(|acronym| document.slice(acronym.span)).any(|written| written == letters)
        };
        letters.is_none_or(later)
    };
    // Behind a first reference a surname may stand as it is.
    let first = site.is_first(&name);
    let fits = |text: &String| first || text.len() < site.run.len();
    site.fitting(&name, None).into_iter().filter(fits).filter(used).take(MOST).map(action).collect()
}
