//! Titles right before a name that introduce nobody: in a headline, in quoted words, in a rumour.

use super::around::{before, speaks_of_the_past};
use super::rank_ladder::{differ_in_rank, tells_of_change};
use super::rule::Context;
use crate::catalog::{TitleLikeness, compare_titles, title_words};
use crate::document::{Chain, ChainKey, Document, Introduction, IntroductionKind};
use crate::text::Span;
use rustc_hash::FxHashMap;

/// Places of one title that are compared: an article may repeat it a thousand times.
const MOST_PLACES: u8 = 3;
/// No title that is compared here has more words: "Deputy Prime Minister".
const MOST_WORDS: usize = 3;

/// A title of one person that does not go with an earlier one, and the earlier one, where the article tells one of the two
/// by no more than that it stands before the name.
pub(super) fn worn_apart(
    context: &Context,
    at: u32,
    chain: &Chain,
    roles: &[&Introduction],
) -> Option<[Introduction; 2]> {
    let document = context.document;
    let introduced = |name: Span| roles.binary_search_by_key(&name.start, |role| role.name.start).is_ok();
    let names = chain.members.iter().filter_map(|member| place(document, &chain.key, *member));
    let worn = names.filter(|name| !introduced(*name)).filter_map(|name| worn(document, at, name));
    let mut all: Vec<(bool, Introduction)> = worn.map(|worn| (true, worn)).collect();
    if all.is_empty() || all.len() + roles.len() < 2 {
        return None;
    }
    all.extend(roles.iter().map(|role| (false, (*role).clone())));
    all.sort_by_key(|(_, role)| role.title.start);
    let mut places: FxHashMap<String, u8> = FxHashMap::default();
    all.retain(|(_, role)| {
        let places = places.entry(document.slice(role.title).to_ascii_lowercase()).or_default();
        *places = places.saturating_add(1);
        *places <= MOST_PLACES
    });
    for (count, (is_worn, later)) in all.iter().enumerate() {
        let zone = document.zones.get(document.paragraph_at(later.title.start))?;
        if !context.lints(*zone, later.title) {
            continue;
        }
        let mut earlier = all[..count].iter().filter(|(was_worn, _)| *is_worn || *was_worn);
        let earlier = earlier.find(|(worn, earlier)| {
            // Of an office that introduces somebody it is known that it is held.
            let told: &[&Introduction] = if *worn { &[later, earlier] } else { &[later] };
            are_apart(document, later, earlier) && told.iter().all(|role| is_of_now(document, role))
        });
        if let Some((_, earlier)) = earlier {
            return Some([later.clone(), earlier.clone()]);
        }
    }
    None
}

/// True for titles of which nobody has both at a time.
fn are_apart(document: &Document, later: &Introduction, earlier: &Introduction) -> bool {
    differ_in_rank(document, later, earlier) || lost_its_vice(document, later, earlier)
}

/// True where the sentence speaks of no other time, and of no second office.
fn is_of_now(document: &Document, role: &Introduction) -> bool {
    !tells_of_change(document, role.title) && !speaks_of_the_past(document, role.title, document.date)
}

/// True for a "vice president" who is a "president" at another place. A deputy minister may be addressed as minister.
fn lost_its_vice(document: &Document, later: &Introduction, earlier: &Introduction) -> bool {
    let [here, there] = [later, earlier].map(|role| document.slice(role.title));
    let vice = |words: &[String]| *words == ["vice"];
    match compare_titles(here, there) {
        TitleLikeness::Longer(more) => vice(&more),
        TitleLikeness::Shorter(less) => {
            vice(&less) && matches!(title_words(here).last().map(String::as_str), Some("president"))
        }
        _ => false,
    }
}

/// The place of a name.
fn place(document: &Document, key: &ChainKey, member: u32) -> Option<Span> {
    let at = member as usize;
    match key {
        ChainKey::Entity(_) => document.mentions.get(at).map(|mention| mention.span),
        ChainKey::Name(_) => document.candidates.get(at).map(|candidate| candidate.span),
    }
}

/// The title right before a name, as an introduction by it would be.
fn worn(document: &Document, chain: u32, name: Span) -> Option<Introduction> {
    let head = before(document, name).strip_suffix(' ')?;
    let length = title_length(head)?;
    if is_of_another_time(&head[..head.len() - length]) {
        return None;
    }
    let title = Span::new(name.start - 1 - length, name.start - 1);
    Some(Introduction {
        chain,
        kind: IntroductionKind::Role,
        name,
        what: title,
        title,
        employer: None,
        holds: true,
        sentence: title,
    })
}

/// True where the words before a title put the office in another time: "the incoming US" of "President Lund".
fn is_of_another_time(head: &str) -> bool {
    /// "The former South Korean", "the ousted leader".
    const NEAR: usize = 3;
    let mut near = head.rsplit([' ', '-', '\n']).filter(|word| !word.is_empty()).take(NEAR);
    near.any(|word| OTHER_TIMES.iter().any(|time| time.eq_ignore_ascii_case(word)))
}

/// How long the title is that ends `head`, in bytes: that of "said US Vice President".
fn title_length(head: &str) -> Option<usize> {
    let last = head.rsplit(STOPS).next().filter(|word| word.starts_with(char::is_uppercase))?;
    // Most words before names are no titles.
    let office = |word: &str| HEADS.iter().any(|head| head.eq_ignore_ascii_case(word));
    if !office(last.rsplit('-').next().unwrap_or(last)) {
        return None;
    }
    let start = |(at, stop): (usize, &str)| at + stop.len();
    let starts = head.rmatch_indices(STOPS).map(start).chain([0]).take(MOST_WORDS + 1);
    let mut length = None;
    for from in starts {
        let title = head[from..].to_ascii_lowercase();
        let words: Vec<&str> = title.split([' ', '-']).collect();
        match *words {
            ["vice" | "deputy", ..] => return Some(head.len() - from),
            ["president" | "governor" | "mayor" | "chairman" | "chairwoman" | "premier"] => {}
            ["minister" | "secretary" | "general"] => continue,
            ["prime" | "attorney" | "solicitor", _] => {}
            [field, "minister" | "secretary"] if field.starts_with(char::is_alphabetic) => {}
            // "Executive Vice President" and "Lieutenant Governor" are other offices.
            ["lieutenant" | "acting" | "assistant", ..] => return None,
            _ => break,
        }
        length = Some(head.len() - from);
    }
    length
}

/// Words before an office that somebody has not, or not yet.
const OTHER_TIMES: [&str; 14] = [
    "candidate",
    "deposed",
    "ex",
    "former",
    "future",
    "incoming",
    "next",
    "ousted",
    "outgoing",
    "past",
    "previous",
    "retired",
    "then",
    "would-be",
];

/// What parts the words before a name.
const STOPS: [char; 9] = [' ', '-', '\n', '"', '“', '‘', '\'', '(', '\u{a0}'];

/// The last words of the titles that are compared.
const HEADS: [&str; 9] = [
    "president",
    "minister",
    "secretary",
    "general",
    "governor",
    "mayor",
    "chairman",
    "chairwoman",
    "premier",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_before_names() {
        for (head, title) in [
            ("said US Vice President", Some("Vice President")),
            ("Vice-President", Some("Vice-President")),
            ("Takvik's Deputy Prime Minister", Some("Deputy Prime Minister")),
            ("THE FOREIGN MINISTER", Some("FOREIGN MINISTER")),
            ("Attorney General", Some("Attorney General")),
            ("said “President", Some("President")),
            ("Mayor", Some("Mayor")),
            ("the minister", None),
            ("Minister", None),
            ("Inspector", None),
            ("Lieutenant Governor", None),
        ] {
            let found = title_length(head).map(|length| &head[head.len() - length..]);
            assert_eq!(found, title, "{head}");
        }
    }
}
