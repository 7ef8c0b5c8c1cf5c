//! The passages of articles that introduce a name.

use super::cursor::Name;
use crate::corpus::{Article, IntroductionPosting, Snapshot};
use crate::diagnostic::Place;
use crate::document::IntroductionKind;
use jiff::civil::Date;
use std::sync::Arc;

/// A passage of an article that introduces a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// How it does so.
    pub kind: IntroductionKind,
    /// The words that say who or what it is.
    pub what: String,
    /// Where the name stands.
    pub place: Place,
    /// The article's date.
    pub date: Option<Date>,
}

/// The passages that introduce a name, by date (those without one last), then path, then place.
pub(super) fn passages(snapshot: &Snapshot, name: &Name) -> Vec<Passage> {
    let mut passages: Vec<Passage> = match name {
        Name::Known(entity) => snapshot.introductions(*entity).map(|(a, i)| passage(a, i)).collect(),
        Name::New(name) => new_passages(snapshot, name),
    };
    // The sort is stable: within an article passages stay in text order.
    passages.sort_by(|a, b| {
        let key = |p: &Passage| (p.date.is_none(), p.date, p.place.path.clone());
        key(a).cmp(&key(b))
    });
    passages
}

/// The passages that introduce a candidate: those of its articles that carry its name.
fn new_passages(snapshot: &Snapshot, name: &str) -> Vec<Passage> {
    let mut articles: Vec<&Arc<Article>> = snapshot.candidates(name).map(|(article, _)| article).collect();
    articles.dedup_by(|a, b| a.path == b.path);
    let mut passages = Vec::new();
    for article in articles {
        let own = article.introductions.iter().filter(|i| i.entity.is_none() && *i.name == *name);
        passages.extend(own.map(|i| passage(article, i)));
    }
    passages
}

/// One posting as a passage.
fn passage(article: &Article, posting: &IntroductionPosting) -> Passage {
    let what = posting.what.to_string();
    Passage { kind: posting.kind, what, place: article.place(posting.at), date: article.date }
}
