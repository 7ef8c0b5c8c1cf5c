//! Acronyms in brackets beside a name of the same entity: what the catalog knows need not fit by its letters.

use super::context::RawMention;
use super::expansion::RawExpansion;
use crate::catalog::{Catalog, EntityIx, FormKind};
use crate::text::Span;

/// Adds the expansions that two hits beside each other make, "Port Board (HB)" or "HB (Port Board)", to those
/// that were found by their letters; all in text order.
pub(super) fn add_known(
    text: &str,
    hits: &[RawMention],
    catalog: &Catalog,
    expansions: &mut Vec<RawExpansion>,
) {
    expansions.sort_by_key(|e| e.span);
    let mut added: Vec<RawExpansion> = Vec::new();
    let mut from = 0;
    for pair in hits.windows(2) {
        let [a, b] = pair else { continue };
        let Some(close) = closing(text, a.span, b.span) else { continue };
        let (short, long) = match (is_acronym(catalog, a), is_acronym(catalog, b)) {
            (false, true) => (b.span, a.span),
            (true, false) => (a.span, b.span),
            _ => continue,
        };
        // Both are in order: a block may have thousands.
        from += expansions[from..].iter().take_while(|e| e.span.end <= a.span.start).count();
        let mut near = expansions[from..].iter().take_while(|e| e.span.start < close).chain(added.last());
        let known = near.any(|e| e.short.overlaps(short) || e.span.overlaps(b.span));
        if !known && owners(catalog, a).any(|owner| owners(catalog, b).any(|other| other == owner)) {
            added.push(RawExpansion { short, long, span: Span::new(a.span.start, close) });
        }
    }
    expansions.append(&mut added);
    expansions.sort_by_key(|e| e.span);
}

/// Ends each long form with the known name of the acronym's owner that it begins with, where plain words alone follow:
/// "the Harbour Lights program, or HL" writes out Harbour Lights.
pub(super) fn end_with_known(
    text: &str,
    hits: &[RawMention],
    catalog: &Catalog,
    expansions: &mut [RawExpansion],
) {
    // Hits stand in the order of the text, and a block may have thousands.
    let hit_at = |start: usize| {
        let at = hits.partition_point(|hit| hit.span.start < start);
        hits.get(at).filter(|hit| hit.span.start == start)
    };
    for expansion in expansions {
        let (long, short) = (hit_at(expansion.long.start), hit_at(expansion.short.start));
        let Some(long) = long.filter(|hit| hit.span.end < expansion.long.end) else { continue };
        let Some(short) = short.filter(|hit| hit.span == expansion.short) else { continue };
        let plain = !text[long.span.end..expansion.long.end].contains(char::is_uppercase);
        if plain && owners(catalog, long).any(|owner| owners(catalog, short).any(|other| other == owner)) {
            expansion.long.end = long.span.end;
        }
    }
}

/// Where the bracket ends that stands right behind `a` and holds nothing but `b`.
fn closing(text: &str, a: Span, b: Span) -> Option<usize> {
    let opens = matches!(text[a.end..b.start].trim(), "(" | "[");
    let closes = text[b.end..].starts_with([')', ']']);
    (opens && closes).then_some(b.end + 1)
}

fn is_acronym(catalog: &Catalog, hit: &RawMention) -> bool {
    hit.forms.iter().all(|f| catalog.form(*f).kind == FormKind::Acronym)
}

fn owners<'a>(catalog: &'a Catalog, hit: &'a RawMention) -> impl Iterator<Item = EntityIx> + 'a {
    let written = hit.forms.iter().map(|f| catalog.form(*f));
    written.filter(|f| f.kind != FormKind::Native).map(|f| f.entity)
}
