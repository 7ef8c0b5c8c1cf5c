//! Who holds an office: "second vice minister science", "OpenAI CSO".

use super::forms::holds;
use super::passages::passages;
use crate::catalog::{Catalog, EntityIx, FormKind, Kind, Role, Target};
use crate::corpus::{Name, Snapshot};
use crate::document::IntroductionKind;
use crate::text::fold;
use jiff::civil::Date;

/// Words of a query that say nothing by themselves.
const EMPTY: [&str; 10] = ["a", "and", "at", "for", "in", "of", "on", "s", "the", "to"];

/// The words of what somebody typed.
#[derive(Debug)]
pub(super) struct Query(Vec<String>);

impl Query {
    pub(super) fn new(query: &str) -> Self {
        let mut words = words(query);
        words.retain(|word| !EMPTY.contains(&word.as_str()));
        Self(words)
    }

    /// True when there are words and `text` has all of them.
    pub(super) fn all_in(&self, text: &str) -> bool {
        let words = words(text);
        !self.0.is_empty() && self.0.iter().all(|word| words.contains(word))
    }
}

/// An office that somebody holds, by the catalog or by an article.
#[derive(Debug)]
pub(super) struct Office {
    /// As it is shown: "chief strategy officer, OpenAI".
    pub(super) text: String,
    /// False for one that ended, or has not begun.
    pub(super) holds: bool,
    /// The words of the title, and its acronym.
    title: Vec<String>,
    /// The words of the employer, by all its good forms.
    employer: Vec<String>,
}

impl Office {
    /// True when the office has all words of the query, at least one of them in its title.
    pub(super) fn fits(&self, query: &Query) -> bool {
        let in_title = |word: &String| self.title.contains(word);
        query.0.iter().any(in_title) && query.0.iter().all(|w| in_title(w) || self.employer.contains(w))
    }
}

/// The offices of a name as of a day, those of the catalog first. Organisations and programs have none.
pub(super) fn offices_of(snapshot: &Snapshot, name: &Name, as_of: Option<Date>) -> Vec<Office> {
    let mut offices = match name {
        Name::Known(entity) => catalog_offices(&snapshot.catalog, *entity, as_of),
        Name::New(_) => Vec::new(),
    };
    if name.kind(snapshot).is_none_or(|kind| kind == Kind::Person) {
        let told = passages(snapshot, name).into_iter().filter(|p| p.kind == IntroductionKind::Role);
        offices.extend(told.map(|passage| told_office(passage.what, passage.holds)));
    }
    offices
}

/// The offices that the catalog gives.
fn catalog_offices(catalog: &Catalog, entity: EntityIx, as_of: Option<Date>) -> Vec<Office> {
    let office = |role: &Role| {
        let (shown, employer) = match &role.at {
            Some(Target::Entity(at)) => {
                let good = catalog.forms_of(*at).filter(|form| form.kind != FormKind::Avoided);
                (Some(&catalog.entity(*at).name), good.flat_map(|form| words(&form.text)).collect())
            }
            Some(Target::Words(at)) => (Some(at), words(at)),
            None => (None, Vec::new()),
        };
        let text = shown.map_or_else(|| role.title.clone(), |at| format!("{}, {at}", role.title));
        Office { text, holds: holds(&role.bound, as_of), title: title_words(&role.title), employer }
    };
    catalog.entity(entity).roles.iter().map(office).collect()
}

/// An office as an article words it: "chief strategy officer (CSO) of OpenAI".
fn told_office(what: String, holds: bool) -> Office {
    let title = what.split(" of ").next().unwrap_or(&what);
    let employer = words(&what);
    Office { title: title_words(title), employer, text: what, holds }
}

/// The words of a title, and its acronym as people form it: CSO for "chief strategy officer", CEO also for
/// "chief executive".
fn title_words(title: &str) -> Vec<String> {
    let mut all = words(title);
    let initials: String = all.iter().filter_map(|word| word.chars().next()).collect();
    if all.len() > 1 {
        if all[0] == "chief" && all.last().is_some_and(|word| word != "officer") {
            all.push(format!("{initials}o"));
        }
        all.push(initials);
    }
    all
}

/// The words of `text`, folded.
fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_office_is_found_by_words_and_letters() {
        let office = |title: &str, at: &str| Office {
            text: String::new(),
            holds: true,
            title: title_words(title),
            employer: words(at),
        };
        let strategy = office("chief strategy officer", "OpenAI");
        assert!(strategy.fits(&Query::new("OpenAI CSO")));
        assert!(strategy.fits(&Query::new("chief strategy officer of OpenAI")));
        assert!(!strategy.fits(&Query::new("OpenAI")));
        assert!(!strategy.fits(&Query::new("Anthropic CSO")));
        assert!(!strategy.fits(&Query::new("of the")));
        assert!(office("chief executive", "OpenAI").fits(&Query::new("ceo openai")));
        let vice = office("second vice minister", "Ministry of Science and ICT");
        assert!(vice.fits(&Query::new("second vice minister science")));
        assert!(!vice.fits(&Query::new("first vice minister science")));
    }
}
