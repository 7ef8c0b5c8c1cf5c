//! One wrong name at all its places in an article.

use super::around::{before, is_set_right};
use super::rule::Context;
use super::spelling::words;
use crate::catalog::{Entity, EntityIx, Form};
use crate::diagnostic::{Diagnostic, Edit, Fix, Related};
use crate::document::{Mention, Zone, content_words};
use crate::text::{Span, fold_name};

/// A place where a name is wrong.
#[derive(Clone, Debug)]
pub(super) struct Wrong {
    /// Where.
    pub(super) span: Span,
    /// What should stand there; `None` where nobody can say.
    pub(super) right: Option<String>,
    /// The part of the article.
    pub(super) zone: Zone,
    /// True inside speech.
    pub(super) speech: bool,
}

/// More places than an editor would click through are mended with the others, but not listed.
const MOST_RELATED: usize = 20;

/// The one finding for a name that is wrong at `places` (in text order): at the first place outside speech,
/// with the others as related places. `message` words it for the chosen place.
///
/// The fix mends all places in the running text at once, and is safe when `safe`. Speech and headlines are
/// never mended unasked: each is offered by itself once the text is right. A correction's own words are left alone.
pub(super) fn report(
    context: &Context,
    places: &[Wrong],
    safe: bool,
    message: impl Fn(&Wrong) -> String,
) -> Option<Diagnostic> {
    let stands = |place: &Wrong| !is_set_right(context.document, place.span, place.right.as_deref());
    let places: Vec<&Wrong> = places.iter().filter(|place| stands(place)).collect();
    let at = places.iter().position(|p| !p.speech).unwrap_or(0);
    let place = *places.get(at)?;
    let mut finding = context.finding(place.span, message(place));
    let others = places.iter().enumerate().filter(|(i, _)| *i != at);
    for (_, other) in others.take(MOST_RELATED) {
        finding.related.push(also(context, other));
    }
    let text: Vec<&Wrong> =
        places.iter().copied().filter(|p| !p.speech && p.zone != Zone::Headline).collect();
    finding.fixes.extend(replacement(context, &text, safe));
    if place.speech || place.zone == Zone::Headline {
        for fix in &mut finding.fixes {
            fix.title += " in the text";
        }
        finding.fixes.extend(replacement(context, &[place], false));
    }
    Some(finding)
}

fn also(context: &Context, place: &Wrong) -> Related {
    let words = context.document.shown(place.span);
    let message = match (place.speech, place.zone) {
        (true, _) => format!("“{words}” in a quotation: check with the speaker's words"),
        (false, Zone::Headline) => format!("“{words}” in the headline"),
        _ => format!("“{words}” again"),
    };
    context.related(place.span, message)
}

/// Puts the right names in all of `places`.
fn replacement(context: &Context, places: &[&Wrong], safe: bool) -> Option<Fix> {
    let safe = safe && places.iter().all(|p| fits_in(context, p));
    let edit = |p: &&Wrong| Some(Edit { span: p.span, text: p.right.clone()? });
    let mut edits: Vec<Edit> =
        places.iter().filter(|place| context.document.is_editable(place.span)).filter_map(edit).collect();
    // Two long forms may end in the same letters in brackets, one with a word more in front: the longer one is mended.
    edits.sort_by_key(|edit| (edit.span.start, std::cmp::Reverse(edit.span.end)));
    edits.dedup_by(|next, kept| next.span.start < kept.span.end);
    let right = &edits.first()?.text;
    let title = match edits.len() {
        1 => format!("replace with “{right}”"),
        n => format!("replace with “{right}” in {n} places"),
    };
    Some(Fix { title, safe, edits })
}

/// False where the words in front would no longer fit: “the Trusted AI Program” has a noun that “the” goes with,
/// “the Trusted Access” has none.
fn fits_in(context: &Context, place: &Wrong) -> bool {
    let Some(right) = &place.right else { return true };
    let head = before(context.document, place.span).trim_end();
    let word = head.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("").to_lowercase();
    // "Program", "ministry" and their like are no content; "for" and "of" are too short to be nouns.
    let has_noun = |name: &str| words(&fold_name(name)).any(|w| w.len() > 3 && content_words(w).is_empty());
    let article = matches!(word.as_str(), "the" | "a" | "an" | "this");
    !article || !has_noun(context.document.slice(place.span)) || has_noun(right)
}

/// The places of a name's wrong mentions, with what should stand there.
pub(super) fn wrongs<'m>(context: &Context, mentions: impl Iterator<Item = &'m Mention>) -> Vec<Wrong> {
    let catalog = context.catalog();
    let place = |m: &Mention| {
        let form = catalog.form(m.form);
        let right = catalog.meant(m.form, context.document.date);
        let right = right.map(|r| in_its_case(&r.text, &form.text, context.document.slice(m.span)));
        Wrong { span: m.span, right, zone: m.zone, speech: m.speech }
    };
    mentions.filter(|m| context.lints(m.zone, m.span)).map(place).collect()
}

/// `right` with a capital where the writer gave one to a name that the catalog begins with a small letter:
/// at the start of a sentence.
fn in_its_case(right: &str, wrong: &str, written: &str) -> String {
    let upper = |s: &str| s.chars().next().is_some_and(char::is_uppercase);
    let mut letters = right.chars();
    match letters.next() {
        Some(first) if upper(written) && !upper(wrong) && first.is_lowercase() => {
            first.to_uppercase().chain(letters).collect()
        }
        _ => right.to_owned(),
    }
}

/// How the others write it: at most three articles of the folder that have `right`, the first place of each.
pub(super) fn elsewhere(context: &Context, entity: EntityIx, right: &str) -> Vec<Related> {
    if !context.snapshot.complete {
        return Vec::new();
    }
    let catalog = context.catalog();
    let good = |form: &Form| form.text == right;
    let mut found: Vec<Related> = Vec::new();
    // A name with 50,000 mentions is not searched to its end for three of them.
    for (article, posting) in context.snapshot.mentions_outside(entity, context.path).take(200) {
        let known = found.last().is_some_and(|r| article.is_at(&r.place.path));
        if !known && !posting.partial && good(catalog.form(posting.form)) {
            found.push(Related { place: article.place(posting.at), message: format!("“{right}”") });
        }
        if found.len() == 3 {
            break;
        }
    }
    found
}

/// "the agency", "the ministry": what an organisation's own name calls it.
pub(super) fn called(entity: &Entity) -> String {
    const HEADS: [&str; 24] = [
        "agency",
        "ministry",
        "institute",
        "university",
        "commission",
        "committee",
        "council",
        "authority",
        "office",
        "department",
        "foundation",
        "association",
        "organization",
        "organisation",
        "centre",
        "center",
        "bureau",
        "bank",
        "company",
        "party",
        "union",
        "court",
        "fund",
        "society",
    ];
    let name = entity.name.to_lowercase();
    let head = name.split_whitespace().find(|w| HEADS.contains(w));
    format!("the {}", head.unwrap_or(entity.kind.name()))
}
