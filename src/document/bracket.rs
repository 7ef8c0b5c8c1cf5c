//! Acronyms in brackets beside a name of the same entity: what the catalog knows need not fit by its letters. Those of a party
//! or a country beside a person's name write nothing out, whether they fit or not.

use super::alignment::is_link;
use super::context::RawMention;
use super::expansion::RawExpansion;
use super::legal_forms::is_company_suffix;
use super::person::{is_persons_name, may_be_tagged};
use super::title_words::is_title;
use crate::catalog::{Catalog, EntityIx, FormKind, Kind};
use crate::text::Span;

/// Adds the expansions that two hits beside each other make, "Port Board (HB)" or "HB (Port Board)", to those
/// that were found by their letters, without the tags among these; all in text order.
pub(super) fn add_known(
    text: &str,
    hits: &[RawMention],
    catalog: &Catalog,
    expansions: &mut Vec<RawExpansion>,
) {
    drop_tags(text, catalog, expansions);
    expansions.iter_mut().for_each(|expansion| end_before_title(text, expansion));
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

/// Leaves out what only says whose the person before the bracket is: "Emil Per Pedersen (EPP, Spain)". With stops the letters
/// are initials.
fn drop_tags(text: &str, catalog: &Catalog, expansions: &mut Vec<RawExpansion>) {
    let body = |owner: &EntityIx| catalog.entity(*owner).kind != Kind::Person;
    expansions.retain(|e| {
        let (short, long) = (e.short.of(text), e.long.of(text));
        let gap = text.get(e.long.end..e.short.start).unwrap_or("");
        if !gap.contains(['(', '[']) || short.contains('.') {
            return true;
        }
        // "The Speaker of the House, Ana Lund (HP-AL)": what gives the letters is her office, in front of a comma.
        if let Some((_, name)) = long.rsplit_once(", ") {
            return !name.contains(' ') || !may_be_tagged(name, !short.contains('-'));
        }
        let behind = text[e.short.end..].trim_start_matches(['"', '”', '’', '»']);
        let alone = behind.starts_with([')', ']']);
        let foreign = || catalog.acronym_owners(short).iter().any(body);
        let initials = || are_initials(short, long) && (!is_persons_name(long) || alone && !foreign());
        !may_be_tagged(long, alone) || initials()
    });
}

/// Ends the long form before the title behind a name that gives all the letters: "Harbour Police Board Chief (HPB) Ana Lund".
fn end_before_title(text: &str, expansion: &mut RawExpansion) {
    let (short, long) = (expansion.short.of(text), expansion.long.of(text));
    let mut name = long;
    while let Some((head, last)) = name.rsplit_once(' ')
        && last.starts_with(char::is_uppercase)
        && is_title(last)
    {
        name = head;
    }
    if name.len() < long.len() && are_initials(short, name) {
        expansion.long.end = expansion.long.start + name.len();
    }
}

/// True for the initials of a name of at least three words: "Ana Maria Lund (AML)".
fn are_initials(short: &str, long: &str) -> bool {
    let words = || long.split(' ').filter(|word| !is_link(word));
    let given = |word: &str| word.chars().next();
    words().count() > 2 && short.chars().filter(|c| *c != '.').eq(words().filter_map(given))
}

/// Ends each long form with the known name that it begins with, where a legal form follows, "Hapsel Marine Co. (HM)", or, if
/// the acronym is its own, plain words alone: "the Harbour Lights program, or HL" writes out Harbour Lights.
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
        let behind = &text[long.span.end..expansion.long.end];
        let body = |owner: EntityIx| catalog.entity(owner).kind == Kind::Organization;
        if is_legal_form(behind) && owners(catalog, long).all(body) {
            expansion.long.end = long.span.end;
            continue;
        }
        let Some(short) = short.filter(|hit| hit.span == expansion.short) else { continue };
        let plain = !behind.contains(char::is_uppercase);
        if plain && owners(catalog, long).any(|owner| owners(catalog, short).any(|other| other == owner)) {
            expansion.long.end = long.span.end;
        }
    }
}

/// True for the "Co., Ltd." behind a company's name; a "Group" or "Holdings" may be another company.
fn is_legal_form(behind: &str) -> bool {
    let mut words = behind.split([' ', ',', '\u{a0}', '\n', '\r']).filter(|word| !word.is_empty()).peekable();
    words.peek().is_some()
        && words.all(|word| is_company_suffix(word) && !matches!(word, "Group" | "Holdings"))
}

/// Where the bracket ends that stands right behind `a` and holds nothing but `b`, or with it the first words of `a`: "NV Quay
/// Safety Office (NV QSO)".
fn closing(text: &str, a: Span, b: Span) -> Option<usize> {
    let inside = text[a.end..b.start].trim_start().strip_prefix(['(', '['])?;
    let opens = inside.trim().is_empty() || inside.ends_with(' ') && a.of(text).starts_with(inside);
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
