//! Firms, ships and telescopes that bear the name of a person: "the carmaker Hapsel".

use super::around::{after, before, sentence};
use super::rule::Context;
use crate::document::{is_class, is_title};
use crate::text::Span;

/// True where the words beside `span` say that a thing is named there: "the yacht Hapsel", "shares of Hapsel", "Hapsel shops",
/// "Hapsel, the retailer,", "Hapsel is a telescope".
pub(super) fn is_thing(context: &Context, span: Span) -> bool {
    let (head, tail) = (before(context.document, span), after(context.document, span));
    let mut words = head.split_whitespace().rev();
    let word = words.next().unwrap_or("");
    let part = matches!(word, "at" | "in" | "of") && words.next().is_some_and(is_part_of_firm);
    if part || is_sort(word) {
        return true;
    }
    let behind = tail.strip_prefix(' ').and_then(|tail| tail.split(|c: char| !c.is_alphabetic()).next());
    // "Hapsel and its partners" speaks of no person.
    if tail.starts_with(char::is_whitespace) && tail.split_whitespace().take(2).eq(["and", "its"]) {
        return true;
    }
    behind.is_some_and(|word| is_part_of_firm(word) || word.strip_suffix('s').is_some_and(is_sort))
        || is_called_sort(tail)
}

/// True where the words around a person's full name at `full` say that something is called after its bearer, and none before the
/// short name at `short` that a person stands there: "founded by Tom Hapsel", "its owner, Tom Hapsel".
pub(super) fn gives_name(context: &Context, short: Span, full: Span) -> bool {
    const SIGNS: [&str; 12] = [
        "founded",
        "founder",
        "founding",
        "established",
        "owner",
        "owned by",
        "run by",
        "set up",
        "started by",
        "started the",
        "named after",
        "named for",
    ];
    let title = before(context.document, short).split_whitespace().next_back();
    let says = |text: &str| SIGNS.iter().any(|sign| text.contains(sign));
    let (head, tail) = sentence(context.document, full);
    !title.is_some_and(is_title) && (says(head) || says(tail))
}

/// True for a noun that says what sort of thing is named beside it: "yacht", "carmaker".
fn is_sort(noun: &str) -> bool {
    is_class(noun.trim_start_matches(|c: char| !c.is_alphabetic()))
}

/// True for what a firm has: "staff at Hapsel", "Hapsel shares".
fn is_part_of_firm(word: &str) -> bool {
    matches!(
        word,
        "Customers"
            | "Employees"
            | "Shareholders"
            | "Shares"
            | "Staff"
            | "Workers"
            | "customers"
            | "employees"
            | "shareholders"
            | "shares"
            | "staff"
            | "workers"
    )
}

/// True for what says behind a name what it is: ", the retailer,", " is a telescope".
fn is_called_sort(tail: &str) -> bool {
    let said = [", ", " is ", " was "].iter().find_map(|link| tail.strip_prefix(link));
    let noun = said.and_then(|tail| ["a ", "an ", "the "].iter().find_map(|word| tail.strip_prefix(word)));
    let Some(noun) = noun else { return false };
    let clause = noun.split(|c: char| !(c.is_alphanumeric() || matches!(c, ' ' | '-'))).next().unwrap_or("");
    let link = |word: &&str| {
        !matches!(*word, "at" | "by" | "for" | "from" | "in" | "of" | "on" | "that" | "which" | "with")
    };
    clause.split(' ').filter(|word| !word.is_empty()).take_while(link).last().is_some_and(is_sort)
}
