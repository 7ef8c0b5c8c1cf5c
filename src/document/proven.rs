//! Names that letters of the article prove to be one each, wherever they stand: "Hapsel's Harbour Trust (HHT)".

use super::paragraph::Paragraph;
use super::raw_candidate::RawCandidate;
use crate::catalog::Kind;
use crate::text::{Span, fold_key};
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::sync::Arc;

/// Notes what each of `names`, in order, is together with the next: "Hapsel's Harbour Trust".
pub(super) fn note_pairs(names: &mut [RawCandidate], text: &str) {
    for at in 1..names.len() {
        let (name, next) = (names[at - 1].span, names[at].span);
        // Two single words are mostly two persons.
        let apart = names[at - 1].shape.words + names[at].shape.words < 3;
        names[at - 1].pair = match text.get(name.end..next.start) {
            Some("'s " | "’s " | "' " | "’ ") => fold_key(&text[name.start..next.end]),
            Some(" and " | " for ") if !apart => fold_key(&text[name.start..next.end]),
            _ => 0,
        };
    }
}

/// Joins two names to one wherever letters of the article stand for both together. `names` are those of each paragraph.
pub(super) fn join_proven(paragraphs: &[Arc<Paragraph>], names: &mut [Cow<[RawCandidate]>]) {
    let mut proven: FxHashMap<u64, Option<Kind>> = FxHashMap::default();
    for (paragraph, names) in paragraphs.iter().zip(names.iter()) {
        for pair in &paragraph.expansions {
            if let Ok(at) = names.binary_search_by_key(&pair.long, |name| name.span) {
                proven.insert(names[at].key, names[at].kind);
            }
        }
    }
    if proven.is_empty() {
        return;
    }
    for (paragraph, names) in paragraphs.iter().zip(names) {
        if !names.iter().any(|name| name.pair != 0 && proven.contains_key(&name.pair)) {
            continue;
        }
        let mut joined: Vec<RawCandidate> = Vec::with_capacity(names.len());
        let text = &paragraph.prose.text;
        let mut given = names.iter().peekable();
        while let Some(name) = given.next() {
            let kind = if name.pair == 0 { None } else { proven.get(&name.pair) };
            // A hit that names nobody may stand between the two.
            let whole = |next: &RawCandidate| Span::new(name.span.start, next.span.end);
            let is_pair = |next: &&RawCandidate| fold_key(whole(next).of(text)) == name.pair;
            let pair = kind.and_then(|kind| Some((*kind, given.next_if(is_pair)?)));
            joined.push(match pair {
                Some((kind, next)) => RawCandidate::new(whole(next), text, kind, false),
                None => name.clone(),
            });
        }
        *names = Cow::Owned(joined);
    }
}
