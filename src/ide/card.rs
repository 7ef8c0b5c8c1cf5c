//! What there is to say of a name, in order, without markup: hover and `masthead who` both print it.

use super::facts::{Told, told};
use super::forms::{Avoided, Spelling, forms};
use super::passages::{Counted, MOST, Passage, in_article, kin, new_ones, passages};
use super::relations::{Group, SHOWN, Statement, groups, offices};
use crate::catalog::{Entity, EntityIx, FormKind, Kind};
use crate::corpus::{self, Name, Snapshot};
use crate::diagnostic::Place;
use crate::text::fold;
use jiff::civil::Date;
use rustc_hash::FxHashSet;
use std::cmp::Reverse;

/// What there is to say of a name. The fields stand in the order in which people read them: the answer
/// first, the evidence after it. Nothing here is escaped or shortened, save for the lists that say so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// The name to use.
    pub name: String,
    /// Its acronym.
    pub acronym: Option<String>,
    /// The name in other scripts.
    pub native: Vec<String>,
    /// What it is; `None` where the articles do not show it.
    pub kind: Option<Kind>,
    /// False for a name that only the articles know.
    pub known: bool,
    /// What it is, in a sentence or two.
    pub about: Option<String>,
    /// A person's offices as of the card's date: "second vice minister, Ministry of Science and ICT".
    pub roles: Vec<Statement>,
    /// Who runs or leads it, what it belongs to, who takes part.
    pub groups: Vec<Group>,
    /// What the articles say beside all that.
    pub told: Told,
    /// The forms to write: at first reference, then later.
    pub write: Vec<Spelling>,
    /// Forms that are good anywhere.
    pub aliases: Vec<Spelling>,
    /// Other spellings of the same name, with where they come from.
    pub spellings: Vec<Spelling>,
    /// The forms to avoid.
    pub avoid: Vec<Avoided>,
    /// True when the desk is not sure of the entry.
    pub unsure: bool,
    /// What is unsure, or another remark.
    pub note: Option<String>,
    /// How often the articles name it.
    pub mentions: usize,
    /// In how many articles.
    pub articles: usize,
    /// The passages of the articles that were the first to introduce it, by date, then path.
    pub introductions: Vec<Passage>,
    /// How many articles introduce it.
    pub introduced: usize,
    /// The articles' expansions of its acronym that differ from the name, the most frequent first. For a new
    /// name all of them.
    pub written_out: Vec<WrittenOut>,
    /// Its last mention in the youngest article.
    pub latest: Option<Sighting>,
    /// Who says what the card says of roles and relations.
    pub sources: Vec<String>,
    /// Its own pages on the web.
    pub links: Vec<String>,
    /// The date as of which its catalog speaks.
    pub as_of: Option<Date>,
    /// True when it comes from the compiled-in starter catalog alone.
    pub starter: bool,
}

/// A long form that articles give for the acronym.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenOut {
    /// The long form.
    pub long: String,
    /// Where first, in path order, once an article.
    pub places: Vec<Place>,
    /// In how many articles.
    pub articles: usize,
}

/// A mention to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sighting {
    /// Where.
    pub place: Place,
    /// The article's date.
    pub date: Option<Date>,
}

/// The card of a known name, with offices, relations and dated forms as of `date`. Without a date those
/// whose end no source states count as holding.
pub fn card(snapshot: &Snapshot, entity: EntityIx, date: Option<Date>) -> Card {
    let (catalog, name) = (&snapshot.catalog, Name::Known(entity));
    let entry = catalog.entity(entity);
    let forms = forms(catalog, entity, date);
    let mut card = Card {
        name: entry.name.clone(),
        acronym: entry.acronym.clone(),
        native: forms.native,
        kind: Some(entry.kind),
        known: true,
        about: entry.about.clone(),
        roles: offices(catalog, entry, date),
        groups: groups(catalog, entity, date, SHOWN),
        told: told(snapshot, &name, date),
        write: forms.write,
        aliases: forms.aliases,
        spellings: forms.spellings,
        avoid: forms.avoid,
        unsure: entry.unsure,
        note: entry.note.clone(),
        introductions: passages(snapshot, &name),
        introduced: snapshot.articles_introducing(&name),
        written_out: written_out(snapshot, entity),
        links: links(entry),
        as_of: entry.as_of,
        starter: entry.starter,
        ..Card::default()
    };
    card.sources = sources(&card);
    count(&mut card, snapshot, &name);
    card
}

/// The card of a known name or a candidate.
pub fn name_card(snapshot: &Snapshot, name: &Name, date: Option<Date>) -> Card {
    let text = match name {
        Name::Known(entity) => return card(snapshot, *entity, date),
        Name::New(text) => text,
    };
    let mut card = Card {
        name: text.to_string(),
        kind: name.kind(snapshot),
        told: told(snapshot, name, date),
        introductions: passages(snapshot, name),
        introduced: snapshot.articles_introducing(name),
        written_out: own_letters(snapshot, text),
        ..Card::default()
    };
    count(&mut card, snapshot, name);
    card
}

/// Counts the mentions and their articles, and keeps the last mention of the youngest article.
fn count(card: &mut Card, snapshot: &Snapshot, name: &Name) {
    let kin = kin(snapshot, name);
    let Counted { mentions, articles, youngest } = Counted::of(snapshot, &kin);
    (card.mentions, card.articles) = (mentions, articles);
    let sought = new_ones(&kin);
    let latest = youngest.and_then(|article| Some((article, in_article(article, &kin, &sought).last()?)));
    card.latest = latest.map(|(article, at)| Sighting { place: article.place(at), date: article.date });
}

/// The long forms that articles give for the acronym of `entity` and that are none of its good forms.
fn written_out(snapshot: &Snapshot, entity: EntityIx) -> Vec<WrittenOut> {
    let catalog = &snapshot.catalog;
    let good: FxHashSet<String> = catalog
        .forms_of(entity)
        .filter(|form| form.kind != FormKind::Avoided)
        .map(|form| fold(&form.text))
        .collect();
    let acronyms = catalog.forms_of(entity).filter(|form| form.kind == FormKind::Acronym);
    let all = acronyms.flat_map(|acronym| snapshot.written_out(&acronym.text, MOST));
    gathered(all.filter(|written| written.entity == Some(entity) && !good.contains(&fold(written.long))))
}

/// The long forms that articles give for letters of their own: TAC, the total allowable catch.
fn own_letters(snapshot: &Snapshot, name: &str) -> Vec<WrittenOut> {
    gathered(snapshot.written_out(name, MOST).into_iter().filter(|written| written.entity.is_none()))
}

/// Those that are the same but for capitals as one, the most frequent first.
fn gathered<'a>(all: impl Iterator<Item = corpus::WrittenOut<'a>>) -> Vec<WrittenOut> {
    let mut found: Vec<WrittenOut> = Vec::new();
    for written in all {
        let places = written.first.iter().map(|(article, at)| article.place(*at));
        match found.iter_mut().find(|w| fold(&w.long) == fold(written.long)) {
            Some(same) => {
                same.places.extend(places);
                same.places.sort_unstable();
                same.articles += written.articles;
            }
            None => {
                let (long, articles) = (written.long.to_owned(), written.articles);
                found.push(WrittenOut { long, places: places.collect(), articles });
            }
        }
    }
    found.sort_by_key(|written| Reverse(written.articles));
    found
}

/// The sources of all that the card says, each once.
fn sources(card: &Card) -> Vec<String> {
    let statements = card.roles.iter().chain(card.groups.iter().flat_map(|group| &group.statements));
    let mut sources: Vec<String> = Vec::new();
    for source in statements.filter_map(|statement| statement.source.as_ref()).flat_map(|s| s.split("; ")) {
        if !sources.iter().any(|known| known == source) {
            sources.push(source.to_owned());
        }
    }
    // What nobody has looked up is the weakest source.
    sources.sort_by_key(|source| source == "general knowledge");
    sources
}

/// The entity's pages. Only addresses of the web: a catalog may come from anywhere.
pub(super) fn links(entity: &Entity) -> Vec<String> {
    let web = |url: &&String| url.starts_with("https://") || url.starts_with("http://");
    let item = entity.wikidata.as_ref().filter(|item| {
        item.strip_prefix('Q').is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
    });
    let item = item.map(|item| format!("https://www.wikidata.org/wiki/{item}"));
    entity.url.iter().filter(web).cloned().chain(item).collect()
}
