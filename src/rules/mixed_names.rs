//! Two spellings of one name.

use super::colleagues::namesake;
use super::near_miss::{Nearness, differ_in_number, nearness};
use super::rule::{Context, Rule, doubt_of, doubted};
use super::spelling::words;
use super::wrong_name::{Wrong, report};
use crate::catalog::{EntityIx, FormIx, FormKind, Kind, LikenessKind, is_korean_name, likeness};
use crate::diagnostic::{Diagnostic, Edit, Fix, Related, Severity};
use crate::document::{Candidate, Chain, ChainKey, IntroductionKind, Mention};
use rustc_hash::FxHashMap;
use std::cell::OnceCell;

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
    fn page(&self) -> &'static str {
        include_str!("../../tests/rules/mixed-names.md")
    }

    fn check(&self, context: &Context, found: &mut Vec<Diagnostic>) {
        let here = OnceCell::new();
        found.extend(across(context, &|| here.get_or_init(|| new(context))));
        if context.asks_all() {
            for (_, chain) in context.chains() {
                if let ChainKey::Entity(entity) = chain.key {
                    found.extend(known(context, chain, entity));
                }
            }
            found.extend(here.into_inner().unwrap_or_else(|| new(context)));
        }
    }
}

/// A known name in two of the spellings that the desk accepts: "SK hynix" and "SK Hynix".
fn known(context: &Context, chain: &Chain, entity: EntityIx) -> Option<Diagnostic> {
    let catalog = context.catalog();
    let members = || chain.members.iter().filter_map(|m| context.document.mentions.get(*m as usize));
    let named = |m: &&Mention| !m.partial && context.lints(m.zone, m.span);
    let first = members().find(named)?.form;
    if members().filter(named).all(|m| m.form == first) {
        return None;
    }
    let mut forms: Vec<FormIx> = members().filter(named).map(|m| m.form).collect();
    forms.sort_unstable();
    forms.dedup();
    let right = forms.iter().map(|f| catalog.form(*f)).find(|f| f.kind == FormKind::Full)?;
    forms.retain(|f| {
        let form = catalog.form(*f);
        let other = form.kind == FormKind::Alias && form.text != right.text;
        other && likeness(&form.text, &right.text).kind == LikenessKind::Equal
    });
    let wrong =
        |m: &Mention| Wrong { span: m.span, right: Some(right.text.clone()), zone: m.zone, speech: m.speech };
    let other = |m: &&Mention| named(m) && forms.contains(&m.form);
    let places: Vec<Wrong> = members().filter(other).map(wrong).collect();
    let finding = mixed(context, &places, &right.text)?;
    Some(doubted(finding, doubt_of(context, Some(entity))))
}

fn mixed(context: &Context, places: &[Wrong], right: &str) -> Option<Diagnostic> {
    report(context, places, false, |place| {
        let written = context.document.slice(place.span);
        format!("“{written}” here, “{right}” elsewhere in this article: choose one")
    })
}

/// People outside the catalog whom other articles spell otherwise, in the same employer's service. A name that is
/// mixed in the article itself (`told`) is not reported a second time.
fn across<'t>(context: &Context, told: &dyn Fn() -> &'t Vec<Diagnostic>) -> Vec<Diagnostic> {
    let document = context.document;
    if !context.snapshot.complete {
        return Vec::new();
    }
    let mut found: Vec<Diagnostic> = Vec::new();
    for introduction in context.introductions().filter(|i| i.kind == IntroductionKind::Role) {
        let name = document.name_of(introduction.chain);
        let zone = document.zones.get(document.paragraph_at(introduction.name.start));
        let known = |found: &[Diagnostic]| found.iter().any(|d| document.slice(d.span) == name);
        if name.is_empty() || known(&found) || !zone.is_some_and(|z| context.lints(*z, introduction.name)) {
            continue;
        }
        if let Some(other) = namesake(context, introduction, name)
            && !known(told())
        {
            let message = format!("“{name}” here, “{}” in another article: choose one", other.name);
            let mut finding = context.finding(introduction.name, message);
            finding.related.push(Related { place: other.place, message: format!("“{}”", other.name) });
            finding.fixes.push(Fix {
                title: format!("replace with “{}”", other.name),
                safe: false,
                edits: vec![Edit { span: introduction.name, text: other.name.to_string() }],
            });
            found.push(finding);
        }
    }
    found
}

/// A name outside the catalog, as the article writes it in full.
struct Name<'d> {
    text: &'d str,
    words: Vec<String>,
    /// Its words without the spaces.
    joined: String,
    korean: bool,
    kind: Option<Kind>,
    places: Vec<&'d Candidate>,
}

/// Names outside the catalog that are almost the same: the rarer spelling is reported, of two equally frequent
/// ones the later.
fn new(context: &Context) -> Vec<Diagnostic> {
    let names = names(context);
    let mut by_word: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    let mut found = Vec::new();
    let mut told = vec![false; names.len()];
    for (at, name) in names.iter().enumerate() {
        let mut earlier: Vec<usize> = Vec::new();
        for word in name.words.iter().chain([&name.joined]) {
            let sharing = by_word.entry(word).or_default();
            // A word in dozens of names tells none of them: "university", "committee".
            const MOST: usize = 20;
            if sharing.len() < MOST {
                earlier.extend(sharing.iter());
                sharing.push(at);
            }
        }
        earlier.sort_unstable();
        earlier.dedup();
        for other in earlier {
            if told[at] || told[other] || !one_name(&names[other], name) {
                continue;
            }
            let rare = if names[other].places.len() < name.places.len() { other } else { at };
            let right = if rare == at { other } else { at };
            told[rare] = true;
            found.extend(spelled_otherwise(context, &names[rare], names[right].text));
        }
    }
    found
}

/// The names of more than one word, in the order in which they first stand.
fn names<'d>(context: &Context<'d>) -> Vec<Name<'d>> {
    let document = context.document;
    let mut names: Vec<Name<'d>> = Vec::new();
    for chain in document.chains.iter() {
        let ChainKey::Name(text) = &chain.key else { continue };
        if !text.contains(' ') || !text.contains(char::is_lowercase) {
            continue;
        }
        let members = || chain.members.iter().filter_map(|m| document.candidates.get(*m as usize));
        let full = |c: &&Candidate| document.slice(c.span) == text && context.lints(c.zone, c.span);
        let places: Vec<&Candidate> = members().filter(full).collect();
        if !places.is_empty() {
            let (words, korean) = (words(text), is_korean_name(text));
            let (joined, kind) = (words.concat(), members().find_map(|c| c.kind));
            names.push(Name { text, words, joined, korean, kind, places });
        }
    }
    names.sort_by_key(|n| n.places[0].span);
    names
}

/// True when two names are one in two spellings. A word more makes another name where no catalog says
/// otherwise.
fn one_name(a: &Name, b: &Name) -> bool {
    let kinds_agree = a.kind.is_none() || b.kind.is_none() || a.kind == b.kind;
    let other = if a.korean { Kind::Person } else { Kind::Organization };
    let kind = a.kind.or(b.kind).unwrap_or(other);
    kinds_agree
        && worth_comparing(a, b)
        && without_article(a.text) != without_article(b.text)
        && !differ_in_number(a.text, b.text)
        && likeness(a.text, b.text).kind != LikenessKind::Longer
        && nearness(a.text, b.text, kind) >= Some(Nearness::Possible)
}

/// What costs little to see: names that differ in more than one word, or in a number, are compared only where
/// they may be Korean, or where their words may be parted otherwise.
fn worth_comparing(a: &Name, b: &Name) -> bool {
    if a.words.len() != b.words.len() {
        return a.joined.len().abs_diff(b.joined.len()) <= 2;
    }
    let mut differing = a.words.iter().zip(&b.words).filter(|(a, b)| a != b);
    let one = differing.next();
    let numbers = one.is_some_and(|(a, b)| [a, b].iter().any(|w| w.contains(|c: char| c.is_ascii_digit())));
    a.korean && b.korean || !numbers && differing.next().is_none()
}

/// "The Nordhavn Line" begins a sentence, and is no other spelling of "Nordhavn Line".
fn without_article(name: &str) -> &str {
    let article = |word: &str| matches!(word, "The" | "the" | "A" | "An");
    name.split_once(' ').filter(|(first, _)| article(first)).map_or(name, |(_, rest)| rest)
}

fn spelled_otherwise(context: &Context, name: &Name, right: &str) -> Option<Diagnostic> {
    let wrong = |c: &&Candidate| Wrong {
        span: c.span,
        right: Some(right.to_owned()),
        zone: c.zone,
        speech: c.speech,
    };
    let places: Vec<Wrong> = name.places.iter().map(wrong).collect();
    mixed(context, &places, right)
}
