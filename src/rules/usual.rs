//! Which of two spellings is the usual one.

use super::rule::Context;
use crate::document::ChainKey;
use rustc_hash::FxHashSet;
use std::cmp::Reverse;

/// Articles that are counted for one spelling: enough to tell which is the usual one.
const MOST: usize = 200;

/// True where `name`, which the article writes as often as `other`, is the rarer of these two spellings: in other articles, else by
/// the one word in which they differ, in the other names of this one.
pub(super) fn is_rarer(context: &Context, name: &str, other: &str) -> bool {
    let weight = |name: &str, word: &str| Reverse((articles(context, name), names(context, word)));
    let mut words = name.split(' ').zip(other.split(' ')).filter(|(ours, theirs)| ours != theirs);
    // A word more is none that others could have in its place.
    let as_many = name.split(' ').count() == other.split(' ').count();
    let (ours, theirs) = words.next().filter(|_| as_many).unwrap_or(("", ""));
    weight(name, ours) > weight(other, theirs)
}

/// How many other articles have the name.
fn articles(context: &Context, name: &str) -> usize {
    if !context.snapshot.complete {
        return 0;
    }
    let written = context.snapshot.candidates(name).filter(|(_, c)| c.text == name);
    let others = written.map(|(article, _)| &article.path).filter(|path| *path != context.path);
    others.take(MOST).collect::<FxHashSet<_>>().len()
}

/// How many names of this article have the word.
fn names(context: &Context, word: &str) -> usize {
    /// "And" and "&" are no spellings of one word.
    const SHORTEST: usize = 4;
    if word.len() < SHORTEST {
        return 0;
    }
    let chains = context.document.chains.iter();
    let names = chains.filter_map(|chain| match &chain.key {
        ChainKey::Name(name) => Some(name),
        ChainKey::Entity(_) => None,
    });
    names.filter(|name| name.split(' ').any(|own| own == word)).count()
}
