//! Completion: names as they are typed, in the form that fits the place.
//!
//! Clients ask at every letter and say that they were invoked, as they do when a person asks with a key; the two cannot
//! be told apart. So the place alone decides. Where a word is being typed, a list comes only for what looks like a name:
//! a capital and two letters, two syllables of Hangul, no word that may become "The" or "When", and never in small
//! letters. Where nothing has been typed, no editor asks of its own accord, since no character of ours triggers it: there
//! the names of the article are offered to whom asked.

use super::cursor::Cursor;
use super::fitting::Site;
use super::lookup::brief;
use super::outline::SymbolKind;
use super::typed::Typed;
use crate::catalog::{EntityIx, Form, FormIx, FormKind, Kind, LikenessKind, likeness};
use crate::corpus::{Name, NameBegun, begins};
use crate::document::{ChainKey, begins_plain_word};
use crate::text::{Span, prefix_key};
use rustc_hash::{FxHashMap, FxHashSet};
use std::cmp::Reverse;

/// What to offer at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completions {
    /// What has been typed of the name, up to the cursor.
    pub typed: Span,
    /// The same with the rest of the word that the cursor stands in.
    pub word: Span,
    /// The names, the best first.
    pub items: Vec<Completion>,
    /// True when nothing more can come up as more is typed: it is enough to leave out what no longer fits.
    pub complete: bool,
}

/// A name to offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// Whom.
    pub name: Name,
    /// What is written.
    pub text: String,
    /// What has been typed, as it would go on: clients keep an item as long as what is typed begins this. It may be
    /// another form than what is written.
    pub filter: String,
    /// Who or what it is, in a few words.
    pub detail: String,
    /// What it is.
    pub kind: SymbolKind,
}

/// How many names are offered: more are no help, and the next letter leaves fewer.
const MOST: usize = 50;

/// How many new names are looked at: twice as many as are offered, since some may be gone by now.
const MOST_NEW: usize = 2 * MOST;

/// Letters of a lone word that may be a misspelt name: a shorter one may be any word.
const MISSPELT: usize = 6;

/// The names that what has been typed before the cursor may become. `asked` where a person or a client asks anew, not
/// for more of a list that it has. `None` where no name is being written.
pub fn completions(cursor: Cursor, asked: bool) -> Option<Completions> {
    let typed = Typed::at(cursor)?;
    for (span, run) in typed.runs() {
        let site = Site { cursor, span, run, zone: typed.zone };
        let here = Here::new(&site);
        let begun = found_begun(&site, &here);
        if !begun.is_empty() {
            return Some(offer(&site, begun, true, &here));
        }
        let near = found_near(&site, &here);
        if !near.is_empty() {
            return Some(offer(&site, near, false, &here));
        }
    }
    let nothing = Span::new(cursor.offset, cursor.offset);
    if typed.in_word {
        let none = Completions { typed: nothing, word: nothing, items: Vec::new(), complete: false };
        return typed.may_become_one().then_some(none);
    }
    let site = Site { cursor, span: nothing, run: "", zone: typed.zone };
    let here = Here::new(&site);
    let found = here.names.keys().map(|name| Found::of(name.clone(), None)).collect();
    asked.then(|| offer(&site, found, false, &here)).filter(|offered| !offered.items.is_empty())
}

/// A name that fits what has been typed.
struct Found {
    name: Name,
    /// The form of the catalog's that begins so.
    form: Option<FormIx>,
    /// True where the name itself begins so, false where a later word does.
    whole: bool,
    /// True for a form that may be written as it is.
    good: bool,
    /// How near a misspelt name is, from 0 to 1000.
    nearness: u16,
    /// In how many articles it stands, where that is known.
    articles: Option<usize>,
}

impl Found {
    fn of(name: Name, form: Option<FormIx>) -> Self {
        Found { name, form, whole: true, good: true, nearness: 1000, articles: None }
    }

    /// How well it fits, the best first.
    fn fit(&self) -> impl Ord + use<> {
        (!self.whole, !self.good, Reverse(self.nearness))
    }
}

/// The names of the article itself, what is being typed left out, each with how often it stands there.
struct Here {
    names: FxHashMap<Name, usize>,
    /// All names, what is being typed among them.
    all: FxHashSet<Name>,
}

impl Here {
    fn new(site: &Site) -> Here {
        let document = site.cursor.document;
        let apart =
            |span: Span| span.end <= site.span.start || span.start > site.span.end || site.run.is_empty();
        let (mut names, mut all) = (FxHashMap::default(), FxHashSet::default());
        for chain in document.chains.iter() {
            let (name, apart): (Name, usize) = match &chain.key {
                ChainKey::Entity(entity) => {
                    let members = chain.members.iter().filter_map(|m| document.mentions.get(*m as usize));
                    (Name::Known(*entity), members.filter(|m| apart(m.span)).count())
                }
                ChainKey::Name(name) => {
                    let members = chain.members.iter().filter_map(|m| document.candidates.get(*m as usize));
                    (Name::New(name.as_str().into()), members.filter(|c| apart(c.span)).count())
                }
            };
            if apart > 0 {
                names.insert(name.clone(), apart);
            }
            all.insert(name);
        }
        Here { names, all }
    }
}

/// True for what is completed: terms and titles are words like others.
fn is_name(site: &Site, entity: EntityIx) -> bool {
    !matches!(site.cursor.snapshot.catalog.entity(entity).kind, Kind::Term | Kind::Title)
}

/// The names that begin with what has been typed. A later word counts for people and for names that the article has:
/// elsewhere "Security" would bring up every agency.
fn found_begun(site: &Site, here: &Here) -> Vec<Found> {
    let Site { cursor, run, .. } = *site;
    let (catalog, key) = (&cursor.snapshot.catalog, prefix_key(run));
    let mut found: FxHashMap<Name, Found> = FxHashMap::default();
    let mut add = |new: Found| match found.get(&new.name) {
        Some(old) if (old.fit(), old.form) <= (new.fit(), new.form) => {}
        _ => {
            found.insert(new.name.clone(), new);
        }
    };
    let own_forms = here.names.keys().flat_map(|name| match name {
        Name::Known(entity) => catalog.entity(*entity).forms.as_slice(),
        Name::New(_) => &[],
    });
    let own_forms = own_forms.filter_map(|ix| Some((*ix, begins(&catalog.form(*ix).text, &key)?)));
    for (ix, whole) in catalog.begun(&key).chain(own_forms) {
        let Form { entity, kind, .. } = catalog.form(ix);
        if is_name(site, *entity) {
            let good = !matches!(kind, FormKind::Native | FormKind::Variant | FormKind::Avoided);
            add(Found { whole, good, ..Found::of(Name::Known(*entity), Some(ix)) });
        }
    }
    for NameBegun { name, whole, articles } in cursor.snapshot.names_begun(&key, MOST_NEW, cursor.path) {
        let name = Name::New(name);
        // One that stands nowhere else is only being typed.
        if articles > usize::from(here.all.contains(&name)) {
            add(Found { whole, articles: Some(articles), ..Found::of(name, None) });
        }
    }
    let own = here.names.keys().filter_map(|name| match name {
        Name::New(text) => Some((name.clone(), begins(text, &key)?)),
        Name::Known(_) => None,
    });
    own.for_each(|(name, whole)| add(Found { whole, ..Found::of(name, None) }));
    found.into_values().collect()
}

/// The names that what has been typed may be a misspelling of, whole or so far.
fn found_near(site: &Site, here: &Here) -> Vec<Found> {
    let (catalog, run) = (&site.cursor.snapshot.catalog, site.run.trim());
    let words = run.split_whitespace().count();
    let short = words < 2 && run.chars().count() < MISSPELT;
    // "The Kwon" is no misspelt name, and letters that are no acronym of ours are another's.
    let plain = run.split_whitespace().next().is_some_and(begins_plain_word);
    if short || plain || !run.contains(char::is_lowercase) {
        return Vec::new();
    }
    let nearness = |text: &str| {
        let so_far = text.match_indices(' ').nth(words - 1).map(|(end, _)| &text[..end]);
        let texts = std::iter::once(text).chain(so_far).filter(|text| share_letters(run, text));
        let judged = texts.map(|text| likeness(run, text));
        let spelled =
            |kind| !matches!(kind, LikenessKind::Longer | LikenessKind::Initial | LikenessKind::Different);
        let scores = judged.filter(|judged| judged.same && spelled(judged.kind)).map(|judged| judged.score);
        scores.max_by(f64::total_cmp).map(|score| (score * 1000.0) as u16)
    };
    let mut found: FxHashMap<Name, Found> = FxHashMap::default();
    for form in catalog.near(run) {
        let Form { entity, text, .. } = catalog.form(form);
        if let Some(nearness) = nearness(text).filter(|_| is_name(site, *entity)) {
            let new = Found { nearness, ..Found::of(Name::Known(*entity), Some(form)) };
            let old = found.get(&new.name);
            if old.is_none_or(|old| (new.fit(), form) < (old.fit(), old.form.unwrap_or(form))) {
                found.insert(new.name.clone(), new);
            }
        }
    }
    for name in here.names.keys() {
        if let Name::New(text) = name
            && let Some(nearness) = nearness(text)
        {
            found.insert(name.clone(), Found { nearness, ..Found::of(name.clone(), None) });
        }
    }
    found.into_values().collect()
}

/// True when two texts have nearly the same letters, in whatever order. Judging a name takes so long that hundreds of
/// them, as share a word with what is typed, would be felt.
fn share_letters(a: &str, b: &str) -> bool {
    /// The most that another romanisation changes: "Yoo Jae Myoung", "Ryu Je-myung".
    const APART: u32 = 6;
    let mut counts = [0_i32; 32];
    for (text, by) in [(a, 1), (b, -1)] {
        let letters = text.chars().filter(|c| c.is_alphabetic());
        letters.for_each(|c| counts[c.to_ascii_lowercase() as usize % 32] += by);
    }
    counts.iter().map(|count| count.unsigned_abs()).sum::<u32>() <= APART
}

/// The list: the names of the article first, then those of the folder, then the catalog's; of equals those that fit best,
/// then the most used, then by id or letters.
fn offer(site: &Site, found: Vec<Found>, complete: bool, here: &Here) -> Completions {
    let Cursor { document, snapshot, offset, .. } = site.cursor;
    let rank = |found: Found| {
        let written = here.names.get(&found.name).copied().unwrap_or(0);
        let articles = found.articles.unwrap_or_else(|| snapshot.articles_of(&found.name));
        let far = match (written > 0, articles > usize::from(here.all.contains(&found.name))) {
            (true, _) => 0,
            (false, true) => 1,
            (false, false) => 2,
        };
        (far, found.fit(), Reverse(written), Reverse(articles), found.name, found.form)
    };
    let mut ranked: Vec<_> = found.into_iter().map(rank).collect();
    let all = ranked.len();
    if all > MOST {
        ranked.select_nth_unstable(MOST);
        ranked.truncate(MOST);
    }
    ranked.sort_unstable();
    let items = ranked.iter().flat_map(|(.., name, form)| items(site, name, *form)).take(MOST);
    let items: Vec<Completion> = items.collect();
    let at = document.paragraph_at(offset);
    let rest = document.paragraphs.get(at).zip(document.starts.get(at));
    let rest = rest.and_then(|(p, start)| p.text.get(offset - start..)).unwrap_or("");
    let inside = |c: char| c.is_alphanumeric() && !site.run.is_empty();
    let word = offset + rest.len() - rest.trim_start_matches(inside).len();
    Completions {
        typed: site.span,
        word: Span::new(site.span.start, word),
        complete: complete && all <= MOST && items.len() < MOST,
        items,
    }
}

/// The forms of one name that fit the place.
fn items<'s>(site: &'s Site, name: &'s Name, form: Option<FormIx>) -> impl Iterator<Item = Completion> + 's {
    let snapshot = site.cursor.snapshot;
    let typed = form.map(|form| snapshot.catalog.form(form));
    let written = typed.map_or_else(|| name.text(snapshot), |form| form.text.as_str());
    let filter =
        if site.run.is_empty() { None } else { Some(format!("{}{}", site.run, rest_of(written, site.run))) };
    let kind = match name {
        Name::Known(entity) => Some(snapshot.catalog.entity(*entity).kind),
        Name::New(name) => {
            let document = site.cursor.document;
            let own = document.candidates.iter().filter(move |c| document.name_of(c.chain) == &**name);
            own.filter_map(|c| c.kind).next()
        }
    };
    let detail = brief(snapshot, name);
    site.fitting(name, form).into_iter().map(move |text| Completion {
        name: name.clone(),
        filter: filter.clone().unwrap_or_else(|| text.clone()),
        detail: detail.clone(),
        kind: SymbolKind::from(kind),
        text,
    })
}

/// What stands in `text` behind `typed`, which begins it or a word of it; nothing for a misspelling.
pub(super) fn rest_of<'t>(text: &'t str, typed: &str) -> &'t str {
    let as_it_stands = text.get(..typed.len()).filter(|start| start.eq_ignore_ascii_case(typed));
    if let Some(start) = as_it_stands {
        return &text[start.len()..];
    }
    let key = prefix_key(typed);
    let first = |before: char| !before.is_alphanumeric();
    let words = text
        .char_indices()
        .filter(|(at, c)| c.is_alphanumeric() && text[..*at].chars().next_back().is_none_or(first));
    let ends = |start: usize| text[start..].char_indices().map(move |(at, c)| start + at + c.len_utf8());
    let mut starts =
        words.map(|(start, _)| start).filter(|start| prefix_key(&text[*start..]).starts_with(&key));
    let begun = starts.next().and_then(|start| ends(start).find(|end| prefix_key(&text[start..*end]) == key));
    begun.map_or("", |end| &text[end..])
}
