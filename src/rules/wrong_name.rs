//! One wrong name at all its places in an article.

use super::rule::Context;
use crate::catalog::{Catalog, Entity, EntityIx, Form, FormKind};
use crate::diagnostic::{Diagnostic, Edit, Fix, Related};
use crate::document::{Mention, Zone, content_words};
use crate::text::Span;
use jiff::civil::Date;

use super::spelling::similarity;

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

/// The one finding for a name that is wrong at `places` (in text order): at the first place outside speech,
/// with the others as related places. `message` words it for the chosen place.
///
/// The fix mends all places in the running text at once, and is safe when `safe`. Speech and headlines are
/// never mended unasked: each is offered by itself once the text is right.
pub(super) fn report(
    context: &Context,
    places: &[Wrong],
    safe: bool,
    message: impl Fn(&Wrong) -> String,
) -> Option<Diagnostic> {
    let at = places.iter().position(|p| !p.speech).unwrap_or(0);
    let place = places.get(at)?;
    let mut finding = context.finding(place.span, message(place));
    for (_, other) in places.iter().enumerate().filter(|(i, _)| *i != at) {
        finding.related.push(also(context, other));
    }
    let text: Vec<&Wrong> = places.iter().filter(|p| !p.speech && p.zone != Zone::Headline).collect();
    let fits = !text.iter().any(|place| strands_article(context, place));
    finding.fixes.extend(replacement(&text, safe && fits));
    if place.speech || place.zone == Zone::Headline {
        for fix in &mut finding.fixes {
            fix.title += " in the text";
        }
        finding.fixes.extend(replacement(&[place], false));
    }
    Some(finding)
}

fn also(context: &Context, place: &Wrong) -> Related {
    let words = context.document.slice(place.span);
    let message = match (place.speech, place.zone) {
        (true, _) => format!("“{words}” in a quotation: check with the speaker's words"),
        (false, Zone::Headline) => format!("“{words}” in the headline"),
        _ => format!("“{words}” again"),
    };
    context.related(place.span, message)
}

/// True where the right name would leave an article without its noun: "the Trusted AI Cyber Access Program"
/// would become "the Trusted Access for Cyber". Such a sentence wants an editor.
fn strands_article(context: &Context, place: &Wrong) -> bool {
    let last = |name: &str| content_words(name.split_whitespace().next_back().unwrap_or("")).is_empty();
    let Some(right) = &place.right else { return false };
    let before = context.document.slice(Span::new(place.span.start.saturating_sub(4), place.span.start));
    before.eq_ignore_ascii_case("the ") && last(context.document.slice(place.span)) && !last(right)
}

/// Puts the right names in all of `places`.
fn replacement(places: &[&Wrong], safe: bool) -> Option<Fix> {
    let edit = |p: &&Wrong| Some(Edit { span: p.span, text: p.right.clone()? });
    let edits: Vec<Edit> = places.iter().filter_map(edit).collect();
    let right = &edits.first()?.text;
    let title = match edits.len() {
        1 => format!("replace with “{right}”"),
        n => format!("replace with “{right}” in {n} places"),
    };
    Some(Fix { title, safe, edits })
}

/// The places of a name's wrong mentions, with what should stand there.
pub(super) fn wrongs<'m>(context: &Context, mentions: impl Iterator<Item = &'m Mention>) -> Vec<Wrong> {
    let place = |m: &Mention| {
        let form = context.catalog().form(m.form);
        let right = right_form(context.catalog(), m.entity, form, context.document.date);
        let right = right.map(|r| in_its_case(r, &form.text, context.document.slice(m.span)));
        Wrong { span: m.span, right, zone: m.zone, speech: m.speech }
    };
    mentions.filter(|m| context.lints(m.zone, m.span)).map(place).collect()
}

/// The form that the writer of `wrong` meant: the full name, unless another good form is much nearer
/// ("Mithos" is a misspelt "Mythos", not a misspelt "Claude Mythos Preview"), or keeps the country that the
/// full name lacks ("UK AI Safety Research Institute" is a wrong "UK AI Security Institute").
pub(super) fn right_form<'c>(
    catalog: &'c Catalog,
    entity: EntityIx,
    wrong: &Form,
    date: Option<Date>,
) -> Option<&'c str> {
    let good = |f: &&Form| {
        let kind = matches!(f.kind, FormKind::Full | FormKind::Alias | FormKind::Short | FormKind::Acronym);
        kind && f.text != wrong.text && date.is_none_or(|d| f.bound.holds(d))
    };
    // The full name stands first among the forms; another must beat it by more than a word's worth of
    // letters, or a long paraphrase would be cut down to whatever short form it happens to resemble.
    const LEAD: f64 = 0.2;
    let opens_alike = |text: &str| text.split(' ').next() == wrong.text.split(' ').next();
    let full_opens_alike = opens_alike(&catalog.entity(entity).name);
    let mut best: Option<(&str, f64)> = None;
    for form in catalog.forms_of(entity).filter(good) {
        let likeness = similarity(&form.text, &wrong.text);
        let keeps_opening = form.kind == FormKind::Alias && opens_alike(&form.text) && !full_opens_alike;
        let lead = if form.kind == FormKind::Full || keeps_opening { 0.0 } else { LEAD };
        if best.is_none_or(|(_, b)| likeness > b + lead) {
            best = Some((&form.text, likeness));
        }
    }
    best.map(|(text, _)| text)
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
    for (article, posting) in context.snapshot.mentions(entity).take(200) {
        let known = found.last().is_some_and(|r| r.place.path == article.path);
        if !known && article.path != *context.path && !posting.partial && good(catalog.form(posting.form)) {
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
