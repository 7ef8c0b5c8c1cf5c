//! What an editor can show beside the text, where a desk has asked for it: who a surname is, and how often a name stands in
//! the folder.

use super::passages::{Counted, LISTED, MOST, kin, latest, mentions_of};
use super::relations::offices;
use super::words::{clip, count};
use crate::catalog::Kind;
use crate::corpus::{Name, Snapshot};
use crate::diagnostic::Place;
use crate::document::{Chain, ChainKey, Document, IntroductionKind, Zone};
use crate::text::Span;
use rustc_hash::FxHashSet;

/// Words behind a surname.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// The byte behind the surname.
    pub at: usize,
    /// "Je-myung, second vice minister".
    pub text: String,
    /// Whose surname it is.
    pub name: Name,
}

/// The first reference of a name that stands elsewhere too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lens {
    /// The first reference.
    pub span: Span,
    /// Whose.
    pub name: Name,
}

/// Characters of a title: a longer one would part the line that it stands in.
const TITLE: usize = 40;

/// Who the surnames in `range` are: of each person the first in a paragraph that does not give the full name before it.
pub fn hints(document: &Document, snapshot: &Snapshot, range: Span) -> Vec<Hint> {
    let mut hints: Vec<Hint> = Vec::new();
    for (at, chain) in document.chains.iter().enumerate() {
        let Some((name, full)) = Name::of(document, at as u32).zip(person(document, snapshot, chain)) else {
            continue;
        };
        let mut title = None;
        let mut told: FxHashSet<usize> = FxHashSet::default();
        for (span, zone) in members(document, chain) {
            let prose = !matches!(zone, Zone::Furniture | Zone::Code);
            if !told.insert(document.paragraph_at(span.start)) || !prose || !range.touches(span.end) {
                continue;
            }
            let Some(rest) = rest_of(&full, document.slice(span)) else { continue };
            let title = title.get_or_insert_with(|| title_of(document, snapshot, at as u32, &name));
            let text = title.as_ref().map_or_else(|| rest.to_owned(), |title| format!("{rest}, {title}"));
            hints.push(Hint { at: span.end, text, name: name.clone() });
        }
    }
    hints.sort_unstable_by_key(|hint| hint.at);
    hints
}

/// The full name of a chain that is a person's.
fn person(document: &Document, snapshot: &Snapshot, chain: &Chain) -> Option<String> {
    match &chain.key {
        ChainKey::Entity(entity) => {
            let entity = snapshot.catalog.entity(*entity);
            (entity.kind == Kind::Person).then(|| entity.name.clone())
        }
        ChainKey::Name(name) => {
            let mut candidates = chain.members.iter().filter_map(|m| document.candidates.get(*m as usize));
            let shown = candidates.any(|c| c.kind == Some(Kind::Person));
            // Another article may show what this one does not.
            let told = || Name::New(name.as_str().into()).kind(snapshot) == Some(Kind::Person);
            (shown || told()).then(|| name.clone())
        }
    }
}

/// Where a chain stands, in text order.
fn members<'d>(document: &'d Document, chain: &'d Chain) -> impl Iterator<Item = (Span, Zone)> + 'd {
    let known = matches!(chain.key, ChainKey::Entity(_));
    chain.members.iter().filter_map(move |member| match known {
        true => document.mentions.get(*member as usize).map(|m| (m.span, m.zone)),
        false => document.candidates.get(*member as usize).map(|c| (c.span, c.zone)),
    })
}

/// The given name, where `part` is the first or the last word of a full name.
fn rest_of<'n>(full: &'n str, part: &str) -> Option<&'n str> {
    let behind = full.strip_prefix(part).and_then(|rest| rest.strip_prefix(' '));
    behind.or_else(|| full.strip_suffix(part).and_then(|rest| rest.strip_suffix(' ')))
}

/// What a person is: by the catalog as of the article's date, else by this article, else by the last that says so.
fn title_of(document: &Document, snapshot: &Snapshot, chain: u32, name: &Name) -> Option<String> {
    let stated = match name {
        Name::Known(entity) => {
            let entity = snapshot.catalog.entity(*entity);
            offices(&snapshot.catalog, entity, document.date).into_iter().next()
        }
        Name::New(_) => None,
    };
    let stated = stated.and_then(|office| office.text.split(", ").next().map(str::to_owned));
    let role = |kind, holds: bool| kind == IntroductionKind::Role && holds;
    let own = || {
        let mut own = document.introductions.iter().filter(|i| i.chain == chain);
        own.find(|i| role(i.kind, i.holds)).map(|i| document.shown(i.title).into_owned())
    };
    let others =
        || latest(snapshot, name, None, MOST).0.into_iter().rfind(|p| role(p.kind, p.holds)).map(|p| p.title);
    stated.or_else(own).or_else(others).map(|title| clip(&title, TITLE))
}

/// The first references in the article's text of names that stand elsewhere too. Places, terms and titles are left out.
pub fn lenses(document: &Document, snapshot: &Snapshot) -> Vec<Lens> {
    let mut lenses: Vec<Lens> = Vec::new();
    for (at, chain) in document.chains.iter().enumerate() {
        let Some(name) = Name::of(document, at as u32) else { continue };
        let first = chain.first.and_then(|first| match &name {
            Name::Known(_) => document.mentions.get(first as usize).map(|m| m.span),
            Name::New(_) => document.candidates.get(first as usize).map(|c| c.span),
        });
        let kind = match &name {
            Name::Known(entity) => Some(snapshot.catalog.entity(*entity).kind),
            Name::New(_) => None,
        };
        let counts = !matches!(kind, Some(Kind::Place | Kind::Term | Kind::Title));
        if counts && (chain.members.len() > 1 || snapshot.articles_of(&name) > 1) {
            lenses.extend(first.map(|span| Lens { span, name }));
        }
    }
    lenses.sort_unstable_by_key(|lens| lens.span);
    lenses
}

/// "KISA: 7 mentions in 3 articles", and where they stand; in very many articles the places in the youngest.
pub fn mentions_told(snapshot: &Snapshot, name: &Name) -> (String, Vec<Place>) {
    let kin = kin(snapshot, name);
    let (counted, found) = (Counted::of(snapshot, &kin), mentions_of(snapshot, &kin, LISTED).0);
    let short = match name {
        Name::Known(entity) => snapshot.catalog.entity(*entity).acronym.clone(),
        Name::New(_) => None,
    };
    let title = short.unwrap_or_else(|| name.text(snapshot).to_owned());
    let words =
        format!("{title}: {} in {}", count(counted.mentions, "mention"), count(counted.articles, "article"));
    (words, found.into_iter().map(|(article, at)| article.place(at)).collect())
}
