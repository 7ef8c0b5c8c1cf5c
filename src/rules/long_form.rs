//! Long forms of an acronym: which are the same words, which name the same thing, and how the folder's
//! articles use them.

use super::rule::Context;
use super::spelling::words;
use crate::corpus::{Article, ExpansionPosting};
use crate::diagnostic::Place;
use crate::document::Zone;
use jiff::civil::Date;
use std::cmp::Reverse;
use std::path::Path;
use std::sync::Arc;

/// The articles that write an acronym out with the same words.
#[derive(Debug)]
pub(super) struct Group {
    /// As the first of them writes it.
    pub(super) long: Arc<str>,
    /// Where that is.
    pub(super) first: Place,
    articles: usize,
    since: (Date, Arc<Path>, usize),
}

/// How the folder writes `short` out: the form of most articles first, of equal ones the earlier.
pub(super) fn groups(context: &Context, short: &str) -> Vec<Group> {
    let mut groups: Vec<(Group, Arc<Path>)> = Vec::new();
    for (article, posting) in context.snapshot.expansions(short).filter(|(_, e)| e.zone != Zone::Furniture) {
        let since = since(article, posting);
        match groups.iter_mut().find(|(g, _)| same_words(&g.long, &posting.long)) {
            None => {
                let (long, first) = (posting.long.clone(), article.place(posting.at));
                groups.push((Group { long, first, articles: 1, since }, article.path.clone()));
            }
            Some((group, last)) => {
                group.articles += usize::from(*last != article.path);
                *last = article.path.clone();
                if since < group.since {
                    (group.long, group.first, group.since) = (posting.long.clone(), article.place(posting.at), since);
                }
            }
        }
    }
    let mut groups: Vec<Group> = groups.into_iter().map(|(g, _)| g).collect();
    groups.sort_by(|a, b| (Reverse(a.articles), &a.since).cmp(&(Reverse(b.articles), &b.since)));
    groups
}

/// When something was written, and where: an article without a date is taken for the newest.
fn since(article: &Article, posting: &ExpansionPosting) -> (Date, Arc<Path>, usize) {
    (article.date.unwrap_or(Date::MAX), article.path.clone(), posting.at.span.start)
}

/// True when two long forms have the same words in the same order, whatever their case, hyphens and number,
/// with "&" or "and", and in British or American spelling.
pub(super) fn same_words(a: &str, b: &str) -> bool {
    let joined = |name: &str| words(name).iter().map(|w| plain(w)).collect::<String>();
    joined(a) == joined(b)
}

/// True when two long forms of the same letters name the same thing: they share a word that says what it is.
pub(super) fn same_thing(a: &str, b: &str) -> bool {
    let b: Vec<String> = content(b).collect();
    content(a).any(|word| b.contains(&word))
}

/// The words that tell one thing from another. "National … Agency" says nothing of what it is.
fn content(name: &str) -> impl Iterator<Item = String> {
    words(name).into_iter().map(|w| plain(&w)).filter(|w| w.len() > 1 && !GENERIC.contains(&w.as_str()))
}

/// A word without a plural's s, in American spelling.
fn plain(word: &str) -> String {
    let word = match (word.strip_suffix("ies"), word.strip_suffix('s')) {
        (Some(stem), _) if stem.len() >= 3 => format!("{stem}y"),
        (_, Some(stem)) if stem.len() >= 3 && !stem.ends_with(['s', 'u', 'i']) => stem.to_owned(),
        _ => word.to_owned(),
    };
    let word = match word.as_str() {
        "programme" => "program".to_owned(),
        "centre" => "center".to_owned(),
        "defence" => "defense".to_owned(),
        _ => word.replace("isation", "ization"),
    };
    match word.strip_suffix("our") {
        Some(stem) if stem.len() >= 3 => format!("{stem}or"),
        _ => word,
    }
}

/// Words, as [`plain`] gives them, that organisations and programs of every kind have in their names.
const GENERIC: &[&str] = &[
    "a", "academy", "act", "administration", "africa", "african", "agency", "alliance", "america", "american",
    "an", "and", "area", "asia", "asian", "association", "at", "authority", "award", "bank", "board", "britain",
    "british", "bureau", "by", "canada", "canadian", "center", "central", "china", "chinese", "club", "college",
    "commission", "committee", "community", "company", "conference", "congress", "corporation", "council", "de",
    "department", "development", "directorate", "division", "east", "eastern", "europe", "european", "federal",
    "federation", "for", "force", "forum", "foundation", "france", "french", "from", "fund", "general", "german",
    "germany", "global", "group", "in", "india", "indian", "initiative", "institute", "institution",
    "international", "japan", "japanese", "joint", "korea", "korean", "law", "league", "local", "management",
    "ministry", "national", "network", "new", "north", "northern", "of", "office", "on", "operation",
    "organization", "panel", "party", "plan", "policy", "program", "project", "public", "regional", "republic",
    "research", "royal", "scheme", "school", "secretariat", "service", "society", "south", "southern", "state",
    "strategy", "study", "system", "task", "team", "the", "to", "union", "united", "university",
    "west", "western", "with", "world",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_and_number_make_no_other_long_form() {
        assert!(same_words("Nordhavn Harbour Authority", "Nordhavn Harbor Authority"));
        assert!(same_words("vessel monitoring systems", "Vessel Monitoring System"));
        assert!(same_words("Centre for Cyber Security", "Center for Cybersecurity"));
        assert!(same_words("Korea Internet & Security Agency", "Korea Internet and Security Agency"));
        assert!(!same_words("vessel monitoring system", "vessel monitoring service"));
    }

    #[test]
    fn one_word_of_content_makes_it_the_same_thing() {
        assert!(same_thing("vessel monitoring system", "vessel tracking service"));
        assert!(!same_thing("National Science Foundation", "National Sanitation Foundation"));
        assert!(!same_thing("Fisheries Science Centre", "Financial Services Commission"));
    }
}
