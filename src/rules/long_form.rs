//! Long forms of an acronym: which are the same words, which name the same thing, and how the folder's
//! articles use them.

use super::rule::Context;
use crate::corpus::{Article, ExpansionPosting};
use crate::diagnostic::Place;
use crate::document::{Zone, content_words};
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
    /// Its words, as [`wording`](crate::document::wording) gives them.
    pub(super) wording: Arc<str>,
    articles: usize,
    since: (Date, Arc<Path>, usize),
}

/// How the folder writes `short` out: the form of most articles first, of equal ones the earlier.
pub(super) fn groups(context: &Context, short: &str) -> Vec<Group> {
    let mut groups: Vec<(Group, Arc<Path>)> = Vec::new();
    for (article, posting) in context.snapshot.expansions(short).filter(|(_, e)| e.zone != Zone::Furniture) {
        let since = since(article, &posting);
        match groups.iter_mut().find(|(g, _)| *g.wording == *posting.wording) {
            None => {
                let (long, wording) = (posting.long.into(), posting.wording.into());
                let first = article.place(posting.at);
                groups.push((Group { long, first, wording, articles: 1, since }, article.path.clone()));
            }
            Some((group, last)) => {
                group.articles += usize::from(!article.is_at(last));
                *last = article.path.clone();
                if since < group.since {
                    (group.long, group.first, group.since) =
                        (posting.long.into(), article.place(posting.at), since);
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

/// True when two long forms of the same letters name the same thing: they share a word that says what it is.
pub(super) fn same_thing(a: &str, b: &str) -> bool {
    let b = content_words(b);
    content_words(a).iter().any(|word| b.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_word_of_content_makes_it_the_same_thing() {
        assert!(same_thing("vessel monitoring system", "vessel tracking service"));
        assert!(!same_thing("National Science Foundation", "National Sanitation Foundation"));
        assert!(!same_thing("Fisheries Science Centre", "Financial Services Commission"));
    }
}
