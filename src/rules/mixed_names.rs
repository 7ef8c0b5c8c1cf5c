//! Two spellings of one name.

use super::around::is_handle;
use super::elsewhere::{Namesake, namesake, respelled};
use super::kin::is_of_kin;
use super::known_spellings::{known_otherwise, mixed};
use super::legal_form::{are_two_bodies, have_other_forms};
use super::lone_surname::slips;
use super::middle_initial::other_initial;
use super::near_miss::{Nearness, differ_in_final_s, differ_in_number, nearness};
use super::other_noun::{is_new, named_by_other_nouns};
use super::other_wording::worded_otherwise;
use super::person_likeness::differ_in_sound;
use super::rule::{Context, Others, Rule};
use super::seen_names::{Key, Seen};
use super::spelling::{differ_in_capitals, is_joined, lost_link, squeezed, without_article};
use super::swapped_letters::swapped;
use super::unmarked_surname::unmarked;
use super::usual::Usual;
use super::wrong_name::Wrong;
use crate::catalog::{Kind, LikenessKind, likeness};
use crate::diagnostic::{Diagnostic, Edit, Fix, Related, Severity};
use crate::document::{Candidate, Chain, ChainKey, Document, IntroductionKind, differ_in_marks};
use crate::text::Span;
use rustc_hash::{FxHashMap, FxHashSet};
use std::cell::OnceCell;
use std::cmp::Ordering;
use std::sync::Arc;

pub(super) struct MixedNames;

impl Rule for MixedNames {
    fn name(&self) -> &'static str {
        "mixed-names"
    }
    fn summary(&self) -> &'static str {
        "Two spellings of one name in an article, or across articles where the catalog is silent."
    }
    fn severity(&self) -> Option<Severity> {
        Some(Severity::Information)
    }
    fn wrong_name(&self) -> bool {
        true
    }
    fn minds(&self) -> Others {
        Others::All
    }
    fn page(&self) -> &'static str {
        include_str!("../../tests/rules/mixed-names.md")
    }

    fn check(&self, context: &Context, found: &mut Vec<Diagnostic>) {
        let here = OnceCell::new();
        found.extend(across(context, &|| here.get_or_init(|| new(context))));
        let letters = swapped(context).into_iter().map(|(place, right)| (vec![place], right.into()));
        for (places, right) in slips(context).into_iter().chain(letters) {
            let places = places.into_iter().filter(|place| context.lints(place.zone, place.span));
            found.extend(spelled_otherwise(context, places, &right));
        }
        // Words beside one of two names that are one may say that they are two.
        if !context.asks_all() && context.seen_names.has_pairs() {
            let written = |c: &Candidate| context.document.slice_in(c.paragraph, c.span);
            if context.candidates().any(|c| context.seen_names.is_paired(written(c))) {
                found.extend(here.get_or_init(|| new(context)).iter().cloned());
            }
        }
        for (_, chain) in context.chains() {
            if let ChainKey::Entity(entity) = chain.key {
                found.extend(known_otherwise(context, chain, entity));
            }
        }
        if context.asks_all() {
            found.extend(here.into_inner().unwrap_or_else(|| new(context)));
        }
    }
}

/// Names outside the catalog that other articles spell otherwise: of people in the same employer's service, and long ones. A
/// name that is mixed in the article itself (`told`) is not reported a second time.
fn across<'t>(context: &Context, told: &dyn Fn() -> &'t Vec<Diagnostic>) -> Vec<Diagnostic> {
    let document = context.document;
    if !context.snapshot.complete {
        return Vec::new();
    }
    let mut found: Vec<Diagnostic> = Vec::new();
    let mut tell = |name: &str, place: Span, other: &dyn Fn() -> Option<Namesake>| {
        let known = |found: &[Diagnostic]| found.iter().any(|d| document.shown(d.span) == name);
        let zone = document.zones.get(document.paragraph_at(place.start));
        if name.is_empty() || known(&found) || !zone.is_some_and(|z| context.lints(*z, place)) {
            return;
        }
        let Some(other) = other().filter(|_| !known(told())) else { return };
        let message = format!("“{name}” here, “{}” in another article: choose one", other.name);
        let mut finding = context.finding(place, message);
        finding.related.push(Related { place: other.place, message: format!("“{}”", other.name) });
        finding.fixes.push(Fix {
            title: format!("replace with “{}”", other.name),
            safe: false,
            edits: vec![Edit { span: place, text: other.name.to_string() }],
        });
        found.push(finding);
    };
    for introduction in context.introductions().filter(|i| i.kind == IntroductionKind::Role) {
        let name = document.name_of(introduction.chain);
        tell(name, introduction.name, &|| namesake(context, introduction, name));
    }
    let usual = Usual::of(context);
    for (_, chain) in context.chains() {
        let ChainKey::Name(name) = &chain.key else { continue };
        let candidates = chain.members.iter().filter_map(|at| document.candidates.get(*at as usize));
        let mut full = candidates.filter(|c| document.slice_in(c.paragraph, c.span) == name);
        if let Some(place) = full.next() {
            let kind = place.kind.or_else(|| bears_surname(document, chain, name).then_some(Kind::Person));
            tell(name, place.span, &|| respelled(context, &usual, name, kind));
        }
    }
    found
}

/// True where the article goes on to call somebody with this `name` of two words by the second: only a person is.
fn bears_surname(document: &Document, chain: &Chain, name: &str) -> bool {
    let surname = name.split_once(' ').map(|(_, surname)| surname).filter(|surname| !surname.contains(' '));
    let mut members = chain.members.iter().filter_map(|at| document.candidates.get(*at as usize));
    surname.is_some_and(|surname| members.any(|c| document.slice_in(c.paragraph, c.span) == surname))
}

/// A name outside the catalog, as the article writes it in full.
struct Name<'d> {
    text: &'d str,
    chain: &'d Chain,
    /// Where it first stands.
    first: Span,
    seen: Arc<Seen>,
}

impl Name<'_> {
    fn is_korean(&self) -> bool {
        self.seen.is_korean(self.text)
    }
}

/// A name that has a word.
struct Having {
    name: usize,
    /// The place of the one before it that has the same word; of none for the first.
    before: usize,
    /// How many have it up to here.
    count: usize,
}

/// The names of more than one word in an article, in the order in which they first stand.
struct Names<'c, 'd> {
    context: &'c Context<'d>,
    all: Vec<Name<'d>>,
}

/// Names outside the catalog that are almost the same: the rarer spelling is reported, of two equally frequent
/// ones the [rarer](Usual::is_rarer) elsewhere, else the later.
fn new(context: &Context) -> Vec<Diagnostic> {
    let names = Names::of(context);
    let mut found = Vec::new();
    let mut told = vec![false; names.all.len()];
    let usual = Usual::of(context);
    for (at, other) in names.that_are_one() {
        let apart =
            |at| names.places(at).any(|c| is_of_kin(context, c.span) || is_handle(context.document, c.span));
        let two =
            || have_other_forms(names.all[at].text, names.all[other].text) && names.stand_together(at, other);
        if told[at] || told[other] || apart(at) || apart(other) || two() {
            continue;
        }
        let count = |at| names.places(at).count();
        let text = |at: usize| names.all[at].text;
        let rare = match count(other).cmp(&count(at)) {
            Ordering::Less => other,
            Ordering::Equal if usual.is_rarer(text(other), text(at)) => other,
            Ordering::Equal
                if is_shorter(text(other), text(at)) && !usual.is_rarer(text(at), text(other)) =>
            {
                other
            }
            _ => at,
        };
        let right = if rare == at { other } else { at };
        told[rare] = true;
        found.extend(spelled_otherwise(context, names.places(rare), names.all[right].text));
    }
    for (at, right) in worded_otherwise(context, names.all.iter().map(|name| (name.text, &*name.seen))) {
        if !std::mem::replace(&mut told[at], true) {
            found.extend(spelled_otherwise(context, names.places(at), right));
        }
    }
    for (at, other) in named_by_other_nouns(names.all.iter().map(|name| name.text).enumerate()) {
        let count = |at| names.places(at).count();
        let (rare, right) = if count(at) > count(other) { (other, at) } else { (at, other) };
        let slip = count(rare) == 1 && is_new(context, names.all[rare].text);
        if slip && !told[at] && !told[other] {
            found.extend(spelled_otherwise(context, names.places(rare), names.all[right].text));
        }
    }
    let chains = context.document.chains.iter();
    found.extend(
        chains
            .flat_map(|chain| unmarked(context, chain).into_iter().chain(other_initial(context, chain)))
            .filter_map(|(places, right)| {
                let places = places.into_iter().filter(|place| context.lints(place.zone, place.span));
                spelled_otherwise(context, places, right)
            }),
    );
    found
}

/// True where a small word is all that a name lacks: a writer loses one sooner than he adds it.
fn is_shorter(name: &str, other: &str) -> bool {
    name.len() < other.len() && lost_link(name, other)
}

impl<'c, 'd> Names<'c, 'd> {
    fn of(context: &'c Context<'d>) -> Self {
        let mut names = Self { context, all: Vec::new() };
        for chain in context.document.chains.iter() {
            let ChainKey::Name(text) = &chain.key else { continue };
            if !(text.contains(' ') || is_joined(text)) || !text.contains(char::is_lowercase) {
                continue;
            }
            let other = names.written_otherwise(text, chain);
            for text in std::iter::once(text.as_str()).chain(other) {
                let first = names.places_of(text, chain).next().map(|candidate| candidate.span);
                if let Some(first) = first {
                    names.all.push(Name { text, chain, first, seen: context.seen_names.of(text) });
                }
            }
        }
        context.seen_names.keep(names.all.len());
        names.all.sort_by_key(|name| name.first);
        names
    }

    /// The first other spelling of the name `text` in its own chain: with other hyphens or accents, or "&" for "and".
    fn written_otherwise(&self, text: &str, chain: &'d Chain) -> Option<&'d str> {
        if chain.members.len() < 2 {
            return None;
        }
        let alike = |other: &&str| {
            let several =
                *other != text && (other.contains(' ') || is_joined(text)) && !text.ends_with(*other);
            // The capital that begins a word and the kind of apostrophe are no spelling.
            several && (differ_in_marks(other, text) || differ_in_capitals(other, text))
        };
        self.members(chain).map(|c| self.context.document.slice_in(c.paragraph, c.span)).find(alike)
    }

    /// Pairs of names that are one: a name and an earlier one. They are looked for where the names of the article are others
    /// than they were.
    fn that_are_one(&self) -> Vec<(usize, usize)> {
        let seen = self.all.iter().map(|name| (&*name.seen, self.kind(name))).collect();
        let look = || self.sharing().into_iter().filter(|(at, other)| self.are_one(*other, *at)).collect();
        self.context.seen_names.pairs(seen, look)
    }

    fn kind(&self, name: &Name<'d>) -> Option<Kind> {
        self.members(name.chain).find_map(|c| c.kind)
    }

    /// Pairs of names that are worth comparing and have a word in common, or all of one and a word of the other: a name and
    /// an earlier one.
    fn sharing(&self) -> Vec<(usize, usize)> {
        // A word in dozens of names tells none of them: "university", "committee".
        const MOST: usize = 20;
        // For each word the last name that has it, and for each of these the one before it.
        let keys: usize = self.all.iter().map(|name| name.seen.keys.len()).sum();
        let mut last: FxHashMap<Key, usize> = FxHashMap::default();
        last.reserve(keys);
        let mut having: Vec<Having> = Vec::with_capacity(keys);
        let mut pairs = Vec::new();
        // For each name the last that it was looked at for: most share more than one word.
        let mut looked_at = vec![usize::MAX; self.all.len()];
        for (at, name) in self.all.iter().enumerate() {
            let first = pairs.len();
            for key in &name.seen.keys {
                let place = last.entry(*key).or_insert(usize::MAX);
                let mut earlier = having.get(*place);
                let count = earlier.map_or(0, |earlier| earlier.count);
                if count == MOST {
                    continue;
                }
                while let Some(Having { name: other, before, .. }) = earlier {
                    let new = std::mem::replace(&mut looked_at[*other], at) != at;
                    if new && self.worth_comparing(at, *other) {
                        pairs.push((at, *other));
                    }
                    earlier = having.get(*before);
                }
                having.push(Having { name: at, before: *place, count: count + 1 });
                *place = having.len() - 1;
            }
            pairs[first..].sort_unstable();
        }
        pairs
    }

    /// True when two names are one in two spellings. A word more makes another name where no catalog says
    /// otherwise.
    fn are_one(&self, at: usize, other: usize) -> bool {
        let (one, other) = (&self.all[at], &self.all[other]);
        let (a_kind, b_kind) = (self.kind(one), self.kind(other));
        let (a, b) = (one.text, other.text);
        let guessed = || if one.is_korean() { Kind::Person } else { Kind::Organization };
        let person = || a_kind.or(b_kind) == Some(Kind::Person);
        self.context.seen_names.are_one([(&one.seen, a_kind), (&other.seen, b_kind)], || {
            if person() && (differ_in_final_s(a, b) || differ_in_sound(a, b)) {
                return true;
            }
            // One word is looked at by its hyphens and capitals alone.
            let same_letters = || a.contains(' ') && b.contains(' ') || squeezed(a) == squeezed(b);
            (a_kind.is_none() || b_kind.is_none() || a_kind == b_kind)
                && without_article(a) != without_article(b)
                && one.seen.outline(a).may_be(&other.seen.outline(b))
                && !differ_in_number(a, b)
                && !are_two_bodies(a, b)
                && same_letters()
                && (lost_link(a, b) && !person()
                    || nearness(a, b, a_kind.or(b_kind).unwrap_or_else(guessed)) >= Some(Nearness::Possible)
                        && likeness(a, b).kind != LikenessKind::Longer)
        })
    }

    /// What costs little to see: names that differ in more than one word, or in a number, are compared only where
    /// they may be Korean, or where their words may be parted otherwise.
    fn worth_comparing(&self, a: usize, b: usize) -> bool {
        let (one, other) = (&self.all[a].seen, &self.all[b].seen);
        if one.words().len() != other.words().len() {
            return one.length.abs_diff(other.length) <= "the".len();
        }
        let mut differing = one.words().iter().zip(other.words()).filter(|(a, b)| a != b);
        let one = differing.next();
        let numbers = one.is_some_and(|(a, b)| a.number || b.number);
        !numbers && differing.next().is_none() || self.all[a].is_korean() && self.all[b].is_korean()
    }

    /// Where a name stands in full.
    fn places(&self, at: usize) -> impl Iterator<Item = &'d Candidate> {
        self.places_of(self.all[at].text, self.all[at].chain)
    }

    /// True where a sentence has both names.
    fn stand_together(&self, at: usize, other: usize) -> bool {
        let sentence = |place: &Candidate| self.context.document.sentence(place.span.start);
        let one: FxHashSet<Span> = self.places(at).filter_map(sentence).collect();
        self.places(other).filter_map(sentence).any(|sentence| one.contains(&sentence))
    }

    fn places_of(&self, text: &'d str, chain: &'d Chain) -> impl Iterator<Item = &'d Candidate> {
        let context = *self.context;
        let full = move |c: &&Candidate| {
            context.document.slice_in(c.paragraph, c.span) == text && context.lints(c.zone, c.span)
        };
        self.members(chain).filter(full)
    }

    fn members(&self, chain: &'d Chain) -> impl Iterator<Item = &'d Candidate> {
        let candidates = &self.context.document.candidates;
        chain.members.iter().filter_map(|m| candidates.get(*m as usize))
    }
}

fn spelled_otherwise<'d>(
    context: &Context,
    places: impl Iterator<Item = &'d Candidate>,
    right: &str,
) -> Option<Diagnostic> {
    let wrong =
        |c: &Candidate| Wrong { span: c.span, right: Some(right.to_owned()), zone: c.zone, speech: c.speech };
    let places: Vec<Wrong> = places.map(wrong).collect();
    mixed(context, &places, right)
}
