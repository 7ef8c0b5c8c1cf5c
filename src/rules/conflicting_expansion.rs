//! An acronym written out otherwise than in the catalog or in another article.

use super::letters::letters;
use super::long_form::{
    differ_in_a_letter, differ_in_a_word, differ_in_place, is_loose, is_office, same_thing, spells,
};
use super::misfit::{Misfit, misfits, spelled_name};
use super::rule::{Context, Rule, doubt, doubted};
use super::slip::Slip;
use super::wrong_name::{Wrong, elsewhere, report};
use crate::catalog::{EntityIx, FormKind};
use crate::corpus::Wording;
use crate::diagnostic::{Diagnostic, Related, Severity};
use crate::document::{Expansion, Zone, is_worded, wording};
use crate::text::Span;
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

pub(super) struct ConflictingExpansion;

impl Rule for ConflictingExpansion {
    fn name(&self) -> &'static str {
        "conflicting-expansion"
    }
    fn summary(&self) -> &'static str {
        "An acronym written out otherwise than in the catalog or in another article."
    }
    fn severity(&self) -> Option<Severity> {
        Some(Severity::Warning)
    }
    fn wrong_name(&self) -> bool {
        true
    }
    fn page(&self) -> &'static str {
        include_str!("../../tests/rules/conflicting-expansion.md")
    }

    fn check(&self, context: &Context, found: &mut Vec<Diagnostic>) {
        let document = context.document;
        let short = |e: &Expansion| document.slice_in(e.paragraph, e.short);
        let mut folder = Folder::default();
        let mut first: FxHashMap<&str, &Expansion> = FxHashMap::default();
        let mut faults: BTreeMap<&str, Vec<Fault>> = BTreeMap::new();
        for expansion in context.expansions().filter(|e| context.lints(e.zone, e.long)) {
            let fault = match expansion.entity {
                Some(entity) => against_catalog(context, expansion, entity),
                None => {
                    folder.against(context, expansion).or_else(|| against_own(context, &first, expansion))
                }
            };
            first.entry(short(expansion)).or_insert(expansion);
            if let Some(fault) = fault {
                faults.entry(short(expansion)).or_default().push(fault);
            }
        }
        let mut told: BTreeSet<&str> = faults.keys().copied().collect();
        for misfit in misfits(context) {
            if !told.contains(misfit.short)
                && let Some(finding) = folder.meant(context, &misfit)
            {
                told.insert(misfit.short);
                found.push(finding);
            }
        }
        if !faults.is_empty() {
            let names = names(context, faults.values().flatten().map(|fault| fault.long));
            found.extend(faults.iter().filter_map(|(short, faults)| finding(context, &names, short, faults)));
        }
        found.extend(other_letters(context));
    }
}

/// A long form that differs from the one it should be.
struct Fault<'c> {
    long: Span,
    right: String,
    /// True where it may take the place of the other.
    mends: bool,
    /// Who has the right one, as the message says it.
    holder: &'static str,
    /// True when the desk itself has rejected this long form.
    safe: bool,
    unsure: Option<&'c str>,
    related: Vec<Related>,
}

/// The one finding on the letters `short`: other long forms that are wrong, too, go with the first.
fn finding(context: &Context, names: &Names, short: &str, faults: &[Fault]) -> Option<Diagnostic> {
    let first = faults.first()?;
    let mut places: Vec<Wrong> = faults.iter().flat_map(|f| places(context, names, f)).collect();
    places.sort_by_key(|p| p.span);
    places.dedup_by_key(|p| p.span);
    let safe = faults.iter().all(|f| f.safe);
    let mut finding = report(context, &places, safe, |_| {
        format!("{short} is written out differently here: {} “{}”", first.holder, first.right)
    })?;
    finding.related.extend(first.related.iter().cloned());
    Some(doubted(finding, first.unsure))
}

/// Where the article writes each of some names, by its text.
type Names<'d> = FxHashMap<&'d str, Vec<(Span, Zone, bool)>>;

/// Where the article writes the names that stand at `longs`.
fn names<'d>(context: &Context<'d>, longs: impl Iterator<Item = Span>) -> Names<'d> {
    let document = context.document;
    let mut names: Names = longs.map(|long| (document.slice(long), Vec::new())).collect();
    let mentions = document.mentions.iter().map(|m| (m.span, m.zone, m.speech));
    let candidates = document.candidates.iter().map(|c| (c.span, c.zone, c.speech));
    let expansions = document.expansions.iter().map(|e| (e.long, e.zone, e.speech));
    // Few names are wrong, and most of the others are not as long.
    let lengths: BTreeSet<usize> = names.keys().map(|long| long.len()).collect();
    let all = mentions.chain(candidates).chain(expansions);
    for place in all.filter(|(span, _, _)| lengths.contains(&span.len())) {
        if let Some(places) = names.get_mut(document.slice(place.0)) {
            places.push(place);
        }
    }
    names
}

/// All places of the long form, with and without its letters, so that one fix mends them.
fn places(context: &Context, names: &Names, fault: &Fault) -> Vec<Wrong> {
    let all = names.get(context.document.slice(fault.long)).into_iter().flatten();
    let own = all.filter(|(span, zone, _)| context.lints(*zone, *span));
    let wrong = |(span, zone, speech): &(Span, Zone, bool)| Wrong {
        span: *span,
        right: fault.mends.then(|| fault.right.clone()),
        zone: *zone,
        speech: *speech,
    };
    own.map(wrong).collect()
}

/// The catalog knows whose letters these are, and writes them out otherwise.
fn against_catalog<'c>(context: &Context<'c>, expansion: &Expansion, owner: EntityIx) -> Option<Fault<'c>> {
    let catalog = context.catalog();
    let entity = catalog.entity(owner);
    let written = context.document.slice(expansion.long);
    let (avoided, good): (Vec<_>, Vec<_>) =
        catalog.forms_of(owner).partition(|f| f.kind == FormKind::Avoided);
    // The same words in another spelling are a misspelt name: avoided-name and name-variant tell of it.
    let owners = catalog.acronym_owners(context.document.slice(expansion.short));
    let others = owners.iter().filter(|o| **o != owner).flat_map(|o| catalog.forms_of(*o));
    if good.iter().any(|f| f.text == written) || ends_right_name(context, expansion.long, owner) {
        return None;
    }
    let written = wording(written);
    if good.into_iter().chain(others).any(|f| is_worded(&f.text, &written)) {
        return None;
    }
    let rejected = avoided.into_iter().find(|f| is_worded(&f.text, &written));
    Some(Fault {
        long: expansion.long,
        right: entity.name.clone(),
        mends: true,
        holder: "the catalog has",
        // A long form that no desk has rejected may be the name of another thing: an editor decides.
        safe: rejected.is_some(),
        unsure: doubt(entity, rejected),
        related: elsewhere(context, owner, &entity.name),
    })
}

/// The article itself has given the letters, `first`, to a body whose name differs in a word: it is a slip, or the reader is to
/// know of two bodies.
fn against_own<'c>(
    context: &Context,
    first: &FxHashMap<&str, &Expansion>,
    expansion: &Expansion,
) -> Option<Fault<'c>> {
    let document = context.document;
    let first = first.get(document.slice_in(expansion.paragraph, expansion.short))?;
    let (long, right) = (document.shown(expansion.long), document.shown(first.long));
    let known = first.entity.is_some() || !differ_in_a_word(&long, &right);
    (!known).then(|| Fault {
        long: expansion.long,
        right: right.to_string(),
        mends: false,
        holder: "above it is",
        safe: false,
        unsure: Some("they may be two bodies"),
        related: vec![context.related(first.long, format!("“{right}”"))],
    })
}

/// A name that the article gives other letters than above: "Norland Army (NA)" and "Norland Army (NF)".
fn other_letters(context: &Context) -> Vec<Diagnostic> {
    let document = context.document;
    let own =
        |e: &&Expansion| e.entity.is_none() && e.long.start < e.short.start && context.lints(e.zone, e.short);
    let text = |paragraph: u32, span: Span| document.slice_in(paragraph, span);
    let mut first: FxHashMap<&str, &Expansion> = FxHashMap::default();
    for expansion in document.expansions.iter().filter(own) {
        first.entry(text(expansion.paragraph, expansion.long)).or_insert(expansion);
    }
    let other = |expansion: &Expansion| {
        let (long, short) =
            (text(expansion.paragraph, expansion.long), text(expansion.paragraph, expansion.short));
        let above = first.get(long).filter(|above| above.span.end <= expansion.span.start)?;
        let given = text(above.paragraph, above.short);
        // Only one of them can be the first letters.
        let slip = letters(given) != letters(short) && (spells(given, long) || spells(short, long));
        let mut finding = slip.then(|| {
            let message = format!("{long} is {given} above, and {short} here: choose one");
            context.finding(expansion.short, message)
        })?;
        finding.related.push(context.related(above.short, format!("“{given}”")));
        Some(finding)
    };
    context.expansions().filter(own).filter_map(other).collect()
}

/// True where `long` is only the end of a right name of `owner`: the letters of ATF fit what stands behind its "Bureau of".
fn ends_right_name(context: &Context, long: Span, owner: EntityIx) -> bool {
    let mentions = &context.document.mentions;
    let behind = mentions.partition_point(|m| m.span.start <= long.start);
    behind.checked_sub(1).is_some_and(|at| {
        let name = &mentions[at];
        name.entity == owner
            && name.span.end == long.end
            && !name.partial
            && context.catalog().form(name.form).kind != FormKind::Avoided
    })
}

/// How the folder's articles write out the acronyms that were asked for.
#[derive(Default)]
struct Folder<'d> {
    /// By the letters.
    wordings: FxHashMap<&'d str, Wordings<'d>>,
}

/// How some letters are written out.
struct Wordings<'d> {
    /// In the order of their weight.
    all: Vec<Wording<'d>>,
    /// Where each stands there.
    places: FxHashMap<Cow<'d, str>, usize>,
}

/// Ways to write out some letters that one may be at fault against: what more ways than these outweigh is nobody's house
/// style.
const MOST: usize = 64;

/// Where one way is in fewer times as many articles, the words themselves may say which of two has the slip.
const ALMOST: usize = 3;

impl<'d> Folder<'d> {
    fn ways(&mut self, context: &Context<'d>, short: &'d str) -> &Wordings<'d> {
        self.wordings.entry(short).or_insert_with(|| {
            let mut all = context.snapshot.wordings(short);
            all.sort_by_key(|way| (Reverse(way.articles), !spells(short, way.long), is_office(way.long)));
            let places = all.iter().zip(0..).map(|(wording, at)| (wording.wording.clone(), at)).collect();
            Wordings { all, places }
        })
    }

    /// Letters that do not fit the words in front of them, which are almost those that the article or the folder has for the
    /// letters, or a name there that these spell.
    fn meant(&mut self, context: &Context<'d>, misfit: &Misfit<'d>) -> Option<Diagnostic> {
        /// Further ways are nobody's usual one.
        const MOST: usize = 8;
        let short = misfit.short;
        if !context.snapshot.complete || !context.catalog().acronym_owners(short).is_empty() {
            return None;
        }
        let all = &self.ways(context, short).all;
        if !misfit.read && all.iter().any(|way| misfit.has(way.long)) {
            return None;
        }
        let mut ways = all.iter().take(MOST).filter(|way| !misfit.read || spells(short, way.long));
        let way = ways.find_map(|way| Some((way, misfit.instead_of(way.long)?)));
        let (right, span, related) = match way {
            Some((way, span)) => {
                let place = way.first.0.place(way.first.1);
                (way.long.to_owned(), span, Related { place, message: format!("“{}”", way.long) })
            }
            None => spelled_name(context, misfit)?,
        };
        let Misfit { zone, speech, .. } = *misfit;
        if !context.lints(zone, span) {
            return None;
        }
        let wrong = Wrong { span, right: Some(right.clone()), zone, speech };
        let message =
            |_: &Wrong| format!("{short} is written out differently here: elsewhere it is “{right}”");
        let mut finding = report(context, &[wrong], false, message)?;
        finding.related.push(related);
        Some(finding)
    }

    /// The catalog is silent on the letters, and other articles, or another place in this one, write them out
    /// otherwise. The form of fewer articles is at fault, on a tie the one that the letters do not fit, then that of an
    /// office beside a body's, then the later one; of almost as many the one with a slip.
    fn against<'c>(&mut self, context: &Context<'d>, expansion: &Expansion) -> Option<Fault<'c>> {
        let document = context.document;
        let (short, long) = (document.slice(expansion.short), document.shown(expansion.long));
        if !context.snapshot.complete || !context.catalog().acronym_owners(short).is_empty() {
            return None;
        }
        let Wordings { all, places } = self.ways(context, short);
        let at_odds = |other: &str| {
            same_thing(other, &long) && !differ_in_place(other, &long) && !is_loose(short, &long, other)
        };
        let ours = *places.get(&*wording(&long))?;
        let slip = |other: &Wording| {
            let close =
                other.articles < ALMOST * all[ours].articles && all[ours].articles < ALMOST * other.articles;
            if close { Slip::between(&long, other.long) } else { None }
        };
        let before = all[..ours.min(MOST)].iter().filter(|other| slip(other) != Some(Slip::Theirs));
        let behind = all[ours + 1..].iter().take(MOST).filter(|other| slip(other) == Some(Slip::Ours));
        let theirs = before.chain(behind).find(|other| at_odds(other.long))?;
        let (article, at) = theirs.first;
        // Which of two spellings in one article is the slip, mixed-names knows.
        if article.is_at(context.path)
            && theirs.articles == all[ours].articles
            && differ_in_a_letter(theirs.long, &long)
        {
            return None;
        }
        Some(Fault {
            long: expansion.long,
            right: theirs.long.to_string(),
            mends: true,
            holder: "elsewhere it is",
            safe: false,
            unsure: None,
            related: vec![Related { place: article.place(at), message: format!("“{}”", theirs.long) }],
        })
    }
}
