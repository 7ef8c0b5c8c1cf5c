//! `masthead who` and `masthead where` for programs: one JSON object.
//!
//! Lines and columns count from 1, columns in characters; `start` and `end` are bytes of the file. Fields that `facts` and
//! `names` have too are called as they are there.

use super::as_json::pretty;
use super::asked::Asked;
use super::facts::{Articles, SpotOut};
use crate::corpus::Article;
use crate::diagnostic::Place;
use crate::ide::{Avoided, Card, Found, Group, How, Name, Passage, Spelling, Statement, WrittenOut};
use crate::ide::{mentions, name_card};
use anyhow::Result;
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;

#[derive(Debug, Serialize)]
struct Output<T> {
    names: Vec<T>,
}

#[derive(Debug, Serialize)]
struct NameOut {
    name: String,
    /// The catalog's id; `null` for a new name.
    id: Option<String>,
    /// `null` where neither catalog nor articles show it.
    kind: Option<&'static str>,
    known: bool,
    /// True for a name that is nearly what was asked for.
    near: bool,
    mentions: usize,
    articles: Vec<String>,
}

#[derive(Debug, Serialize)]
struct CardOut {
    #[serde(flatten)]
    name: NameOut,
    acronym: Option<String>,
    native: Vec<String>,
    about: Option<String>,
    roles: Vec<StatementOut>,
    relations: Vec<GroupOut>,
    write: Vec<SpellingOut>,
    aliases: Vec<SpellingOut>,
    spellings: Vec<SpellingOut>,
    avoid: Vec<SpellingOut>,
    unsure: bool,
    note: Option<String>,
    introductions: Vec<PassageOut>,
    written_out: Vec<WrittenOutOut>,
    latest: Option<PlaceOut>,
    sources: Vec<String>,
    links: Vec<String>,
    as_of: Option<String>,
    starter: bool,
}

#[derive(Debug, Serialize)]
struct StatementOut {
    text: String,
    when: Option<String>,
    source: Option<String>,
    note: Option<String>,
}

#[derive(Debug, Serialize)]
struct GroupOut {
    label: String,
    statements: Vec<StatementOut>,
    more: usize,
}

#[derive(Debug, Serialize)]
struct SpellingOut {
    text: String,
    remark: Option<String>,
}

#[derive(Debug, Serialize)]
struct PassageOut {
    words: String,
    #[serde(flatten)]
    place: PlaceOut,
}

#[derive(Debug, Serialize)]
struct WrittenOutOut {
    text: String,
    articles: usize,
    places: Vec<PlaceOut>,
}

#[derive(Debug, Serialize)]
struct MentionsOut {
    #[serde(flatten)]
    name: NameOut,
    places: Vec<MentionOut>,
}

#[derive(Debug, Serialize)]
struct MentionOut {
    text: Option<String>,
    #[serde(flatten)]
    place: PlaceOut,
}

#[derive(Debug, Serialize)]
struct PlaceOut {
    #[serde(flatten)]
    spot: SpotOut,
    /// `null` where the article is gone.
    sentence: Option<String>,
}

/// The cards of the names that were found, as of a date.
pub(super) fn cards(asked: &Asked, found: &[Found], as_of: Option<Date>) -> Result<String> {
    let mut articles = Articles::new(asked);
    let names = found.iter().map(|one| card_out(asked, &mut articles, one, as_of)).collect();
    pretty(&Output { names })
}

/// Every mention of the names that were found, by article.
pub(super) fn places(asked: &Asked, found: &[Found]) -> Result<String> {
    let mut articles = Articles::new(asked);
    let names = found.iter().map(|one| mentions_out(asked, &mut articles, one)).collect();
    pretty(&Output { names })
}

/// The mentions of a name with their articles, these in path order.
fn by_article(asked: &Asked, found: &Found) -> Vec<(Arc<Article>, Vec<Place>)> {
    let mut all: BTreeMap<_, (Arc<Article>, Vec<Place>)> = BTreeMap::new();
    for (article, at) in mentions(&asked.snapshot, &found.name, usize::MAX).0 {
        let entry = all.entry(article.path.clone()).or_insert_with(|| (article.clone(), Vec::new()));
        entry.1.push(article.place(at));
    }
    all.into_values().collect()
}

fn name_out(asked: &Asked, found: &Found, by_article: &[(Arc<Article>, Vec<Place>)]) -> NameOut {
    let id = match &found.name {
        Name::Known(entity) => Some(asked.snapshot.catalog.entity(*entity).id.clone()),
        Name::New(_) => None,
    };
    NameOut {
        name: found.title.clone(),
        known: id.is_some(),
        id,
        kind: found.name.kind(&asked.snapshot).map(|kind| kind.name()),
        near: matches!(found.how, How::Near(_) | How::Possibly(_)),
        mentions: by_article.iter().map(|(_, places)| places.len()).sum(),
        articles: by_article.iter().map(|(article, _)| asked.given.shown(&article.path)).collect(),
    }
}

fn mentions_out(asked: &Asked, articles: &mut Articles, found: &Found) -> MentionsOut {
    let by_article = by_article(asked, found);
    let name = name_out(asked, found, &by_article);
    let mut places = Vec::with_capacity(name.mentions);
    for (article, mentions) in by_article {
        for at in mentions {
            let text = articles.document(&at).map(|document| document.slice(at.span).to_owned());
            places.push(MentionOut { text, place: place_out(asked, articles, &at, article.date) });
        }
    }
    MentionsOut { name, places }
}

fn card_out(asked: &Asked, articles: &mut Articles, found: &Found, as_of: Option<Date>) -> CardOut {
    let card: Card = name_card(&asked.snapshot, &found.name, as_of);
    let mut passage = |passage: Passage| PassageOut {
        words: passage.what,
        place: place_out(asked, articles, &passage.place, passage.date),
    };
    let introductions = card.introductions.into_iter().map(&mut passage).collect();
    let mut written_out = |long: WrittenOut| WrittenOutOut {
        text: long.long,
        articles: long.articles,
        places: long.places.iter().map(|place| place_out(asked, articles, place, None)).collect(),
    };
    let written_out = card.written_out.into_iter().map(&mut written_out).collect();
    CardOut {
        name: name_out(asked, found, &by_article(asked, found)),
        acronym: card.acronym,
        native: card.native,
        about: card.about,
        roles: card.roles.into_iter().map(statement_out).collect(),
        relations: card.groups.into_iter().map(group_out).collect(),
        write: spellings(card.write),
        aliases: spellings(card.aliases),
        spellings: spellings(card.spellings),
        avoid: card.avoid.into_iter().map(|Avoided { text, remark }| SpellingOut { text, remark }).collect(),
        unsure: card.unsure,
        note: card.note,
        introductions,
        written_out,
        latest: card.latest.map(|latest| place_out(asked, articles, &latest.place, latest.date)),
        sources: card.sources,
        links: card.links,
        as_of: card.as_of.map(|date| date.to_string()),
        starter: card.starter,
    }
}

fn statement_out(statement: Statement) -> StatementOut {
    let Statement { text, when, source, note, .. } = statement;
    StatementOut { text, when, source, note }
}

fn group_out(group: Group) -> GroupOut {
    let statements = group.statements.into_iter().map(statement_out).collect();
    GroupOut { label: group.label, statements, more: group.more }
}

fn spellings(all: Vec<Spelling>) -> Vec<SpellingOut> {
    all.into_iter().map(|Spelling { text, remark }| SpellingOut { text, remark }).collect()
}

fn place_out(asked: &Asked, articles: &mut Articles, at: &Place, date: Option<Date>) -> PlaceOut {
    PlaceOut { spot: SpotOut::new(asked, at, date), sentence: articles.sentence(at) }
}
