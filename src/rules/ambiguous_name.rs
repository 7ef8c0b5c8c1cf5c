//! A surname or an acronym that two may bear.

use super::acronyms::{Story, Use};
use super::around::{after, before};
use super::long_form::same_thing;
use super::rule::{Context, Rule};
use super::short_given_name::is_shortened;
use crate::catalog::{Kind, is_korean_name, likeness};
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::{Ambiguity, ChainKey, Courtesy, Expansion, Zone, is_kin};
use crate::text::{Span, is_hangul};
use rustc_hash::{FxHashMap, FxHashSet};
use std::cell::OnceCell;

pub(super) struct AmbiguousName;

impl Rule for AmbiguousName {
    fn name(&self) -> &'static str {
        "ambiguous-name"
    }
    fn summary(&self) -> &'static str {
        "A surname or an acronym with two possible owners."
    }
    fn severity(&self) -> Option<Severity> {
        Some(Severity::Information)
    }
    fn page(&self) -> &'static str {
        include_str!("../../tests/rules/ambiguous-name.md")
    }

    fn tells_stories(&self) -> bool {
        true
    }
    fn check(&self, context: &Context, found: &mut Vec<Diagnostic>) {
        found.extend(context.stories.iter().filter_map(|story| letters_of_two(context, story)));
        let mut told: FxHashSet<&str> = FxHashSet::default();
        if context.asked.is_some_and(|asked| asked.shared.is_empty()) {
            return;
        }
        // All places of both are looked at, once for the two and not once for each place of the short name.
        let mut known: FxHashMap<&[u32], Option<Vec<Bearer>>> = FxHashMap::default();
        let couples = OnceCell::new();
        for ambiguity in context.ambiguities() {
            let written = context.document.slice_in(ambiguity.paragraph, ambiguity.span);
            let unasked = context.asked.is_some_and(|asked| !asked.shared.contains(written));
            if unasked || told.contains(written) || !is_asked(context, ambiguity) {
                continue;
            }
            let owners = known.entry(&ambiguity.owners).or_insert_with(|| owners(context, ambiguity));
            // "Kim" is no riddle before the second Kim has been named; letters have no such order.
            let named = |owner: &&Bearer| owner.first.is_some_and(|first| first < ambiguity.span);
            let letters = !written.contains(char::is_lowercase);
            if let Some(owners) = owners
                && (letters || owners.iter().filter(named).count() > 1)
                && !(is_called(context, ambiguity).is_some()
                    && couples.get_or_init(|| couples_called(context)).contains(&*ambiguity.owners))
            {
                told.insert(written);
                found.push(finding(context, ambiguity, owners));
            }
        }
    }
}

/// Letters that the article writes out in two ways, for two things that no catalog knows, where they stand alone behind both:
/// in a paragraph that writes out one of them they are that one's.
fn letters_of_two(context: &Context, story: &Story) -> Option<Diagnostic> {
    let document = context.document;
    let long = |e: &Expansion| document.slice_in(e.paragraph, e.long);
    let written = |e: &&&Expansion| matches!(e.zone, Zone::Body | Zone::Caption);
    let mut expansions = story.expansions.iter().filter(written);
    let first = expansions.next().filter(|_| story.entity.is_none())?;
    let second = expansions.find(|e| !same_thing(long(e), long(first)))?;
    // Of three things, or of one in two spellings, the reader has other troubles.
    let both = |e: &&Expansion| same_thing(long(e), long(first)) || same_thing(long(e), long(second));
    if !expansions.all(both) {
        return None;
    }
    let apart = first.paragraph != second.paragraph;
    let alone = |u: &&Use| {
        let own = matches!(u.zone, Zone::Body | Zone::Caption) && !u.speech && !u.inside_name;
        let there = document.paragraph_at(u.span.start) as u32;
        let told = apart && story.expansions.iter().any(|e| e.paragraph == there);
        own && !told && u.span.start >= second.span.end && context.lints(u.zone, u.span)
    };
    let place = story.uses.iter().find(alone)?;
    let message = format!("“{}” may be {} or {}: say which", story.short, long(first), long(second));
    let mut finding = context.finding(place.span, message);
    finding.related.extend([first, second].map(|e| context.related(e.long, "written out")));
    Some(finding)
}

/// True for a short name in the writer's own words. A full one is told apart by its country or its kind, not
/// by a fuller form, and letters in brackets behind a name in Hangul are told by that.
fn is_asked(context: &Context, ambiguity: &Ambiguity) -> bool {
    let named = |head: &str| head.strip_suffix('(').is_some_and(|name| name.ends_with(is_hangul));
    !named(before(context.document, ambiguity.span))
        && matches!(ambiguity.zone, Zone::Body | Zone::Caption)
        && !ambiguity.speech
        && !context.document.slice(ambiguity.span).contains(' ')
        && context.lints(ambiguity.zone, ambiguity.span)
}

/// The "Mr" or "Mrs" in front of a short name.
fn is_called(context: &Context, ambiguity: &Ambiguity) -> Option<Courtesy> {
    let head = before(context.document, ambiguity.span);
    Courtesy::before(head, head.len())
}

/// The man and the woman whom the article calls Mr and Ms so-and-so throughout: that tells which one is meant.
fn couples_called<'d>(context: &Context<'d>) -> FxHashSet<&'d [u32]> {
    let mut first: FxHashMap<&[u32], Courtesy> = FxHashMap::default();
    let called = context.document.ambiguities.iter().filter(|shared| shared.owners.len() == 2);
    let called = called.filter_map(|shared| Some((&*shared.owners, is_called(context, shared)?)));
    called
        .filter(|(owners, courtesy)| *first.entry(owners).or_insert(*courtesy) != *courtesy)
        .map(|(owners, _)| owners)
        .collect()
}

/// One who may be meant.
struct Bearer<'c> {
    name: &'c str,
    /// Where the article first names them.
    first: Option<Span>,
}

/// Those who may be meant; `None` where an editor would not ask.
fn owners<'c>(context: &Context<'c>, ambiguity: &Ambiguity) -> Option<Vec<Bearer<'c>>> {
    let mut owners: Vec<Bearer> = Vec::new();
    for chain in &ambiguity.owners {
        let owner = Owner::of(context, *chain)?;
        if owner.is_relative(context) {
            return None;
        }
        // "Friedrich Schlegel" and "Friedrich von Schlegel" are one man.
        let known = owners.iter().map(|o| o.name).any(|o| {
            let part = o.contains(owner.name) || owner.name.contains(o);
            part || is_shortened(o, owner.name) || likeness(o, owner.name).same
        });
        if !known {
            owners.push(Bearer { name: owner.name, first: owner.places.iter().min().copied() });
        }
    }
    (owners.len() > 1).then_some(owners)
}

/// Somebody whom a short name may mean.
struct Owner<'c> {
    name: &'c str,
    places: Vec<Span>,
}

impl<'c> Owner<'c> {
    /// The owner of a chain; `None` for a name outside the catalog that is no person's: the Boy Scouts and
    /// the Girl Scouts share no surname.
    fn of(context: &Context<'c>, chain: u32) -> Option<Owner<'c>> {
        let document = context.document;
        let chain = document.chains.get(chain as usize)?;
        let members = chain.members.iter().map(|m| *m as usize);
        match &chain.key {
            ChainKey::Entity(entity) => {
                let places = members.filter_map(|m| document.mentions.get(m)).map(|m| m.span).collect();
                Some(Owner { name: &context.catalog().entity(*entity).name, places })
            }
            ChainKey::Name(name) => {
                let candidates = || members.clone().filter_map(|m| document.candidates.get(m));
                let person = is_korean_name(name) || candidates().any(|c| c.kind == Some(Kind::Person));
                person.then(|| Owner { name, places: candidates().map(|c| c.span).collect() })
            }
        }
    }

    /// True for somebody whom the article presents as another's relative, as dead or as killed: then readers know whom it is
    /// about.
    fn is_relative(&self, context: &Context) -> bool {
        const OTHERS: &str = "boyfriend children couple fiance fiancee fiancé fiancée girlfriend parents partner \
                              spouse stepfather stepmother";
        // "His younger brother, the boxer Rodney Bobick": no further away.
        const REACH: usize = 40;
        let speaks_of_one = |clause: &str| {
            let mut words = clause.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
            words.any(|word| is_kin(word) || OTHERS.split(' ').any(|other| other == word))
        };
        self.places.iter().any(|place| {
            let head = before(context.document, *place);
            let near = &head[head.ceil_char_boundary(head.len().saturating_sub(REACH))..];
            let clause = near.rsplit(['.', ';', '!', '?']).next().unwrap_or("");
            // "Ana Lund, his mother, wept".
            let apposed = || {
                let tail = after(context.document, *place).strip_prefix(", ")?;
                let near = &tail[..tail.floor_char_boundary(REACH)];
                near.split([',', '.', ';', '!', '?']).next()
            };
            // "The eldest of Ana Lund's three sons".
            let owned = || {
                let tail = after(context.document, *place);
                let tail = tail.strip_prefix("’s ").or_else(|| tail.strip_prefix("'s "))?;
                let last = tail.match_indices([' ', ',', '.']).map(|(at, _)| at).nth(2);
                Some(&tail[..last.unwrap_or(tail.len())])
            };
            // "The late singer Ana Lund" does and says nothing any more.
            clause.contains("the late ")
                || speaks_of_one(clause)
                || is_consort(near)
                || is_bound(clause)
                || apposed().is_some_and(speaks_of_one)
                || owned().is_some_and(speaks_of_one)
                || was_killed(after(context.document, *place))
        })
    }
}

/// True behind "President Tom Lund and First Lady" and "Tom Lund and Mrs".
fn is_consort(head: &str) -> bool {
    let head = head.trim_end();
    ["First Lady", "first lady", "First Gentleman", "first gentleman", "and Mrs", "and Mrs."]
        .iter()
        .any(|words| head.ends_with(words))
}

/// True where a verb in front says whom somebody married or killed, "murdering Per and Ana Lund", or a noun as much.
fn is_bound(clause: &str) -> bool {
    const VERBS: &str = "divorced killed killing married marries marry marrying murdered murdering wed weds";
    const PHRASES: [&str; 14] = [
        "bodies of ",
        "body of ",
        "born to ",
        "death of ",
        "deaths of ",
        "engaged to ",
        "marriage of ",
        "marriage to ",
        "murder of ",
        "not murder ",
        "survived by ",
        "to murder ",
        "wedding of ",
        "wedding to ",
    ];
    // Behind a comma another is spoken of: "three were killed, Ana Lund said".
    let object = clause.rsplit(',').next().unwrap_or("");
    let mut words = object.split_whitespace();
    PHRASES.iter().any(|phrase| object.contains(phrase))
        || words.any(|w| VERBS.split(' ').any(|verb| verb == w))
}

/// True before "was killed" and ", 22, were found dead".
fn was_killed(tail: &str) -> bool {
    const FATES: [&str; 6] =
        ["found dead", "killed", "murdered", "shot and killed", "shot dead", "stabbed to death"];
    let aged = tail.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ',' | ' '));
    let fate = aged.strip_prefix("was ").or_else(|| aged.strip_prefix("were "));
    fate.is_some_and(|fate| FATES.iter().any(|known| fate.starts_with(known)))
}

fn finding(context: &Context, ambiguity: &Ambiguity, owners: &[Bearer]) -> Diagnostic {
    let names: Vec<&str> = owners.iter().map(|owner| owner.name).collect();
    let (last, others) = names.split_last().map_or(("", &[][..]), |(last, others)| (*last, others));
    let written = context.document.shown(ambiguity.span);
    let message = format!("“{written}” may be {} or {last}: say which", others.join(", "));
    context.finding(ambiguity.span, message)
}
