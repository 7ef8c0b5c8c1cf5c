//! A Korean given name without its hyphen.

use super::rule::{Context, Rule};
use super::wrong_name::{Wrong, report};
use crate::catalog::{Kind, hyphenated, likeness};
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::{Candidate, Chain, ChainKey, Document};
use crate::text::{TokenKind, fold};
use std::cell::OnceCell;

pub(super) struct NameForm;

impl Rule for NameForm {
    fn name(&self) -> &'static str {
        "name-form"
    }
    fn summary(&self) -> &'static str {
        "A Korean given name that is not hyphenated; a person's own spelling, in the catalog, wins."
    }
    fn severity(&self) -> Option<Severity> {
        None
    }
    fn reads_all(&self) -> bool {
        true
    }
    fn page(&self) -> &'static str {
        include_str!("../../tests/rules/name-form.md")
    }

    fn check(&self, context: &Context, found: &mut Vec<Diagnostic>) {
        let of_korea = OnceCell::new();
        let of_korea = || *of_korea.get_or_init(|| is_of_korea(context.document));
        // Whom the catalog knows is written as it says: that is the person's own preference.
        for (_, chain) in context.chains() {
            if let ChainKey::Name(name) = &chain.key {
                found.extend(other_form(context, chain, name, &of_korea));
            }
        }
    }
}

fn other_form(
    context: &Context,
    chain: &Chain,
    name: &str,
    of_korea: &dyn Fn() -> bool,
) -> Option<Diagnostic> {
    let document = context.document;
    let members = || chain.members.iter().filter_map(|m| document.candidates.get(*m as usize));
    if !name.contains(' ') {
        return None;
    }
    let mut ways = hyphenated(name);
    if ways.is_empty() {
        return None;
    }
    // The same letters spell Chinese and Vietnamese names ("Goh Chok Tong", "Wang Huning"): the name's own
    // script settles it, else the article must show that it is about a person and about Korea. A given name in
    // one word is too often Chinese for that.
    let hangul = members().find_map(|c| document.native_beside(c.span)).map(|span| document.slice(span));
    let apart = name.split_whitespace().count() > 2 || name.contains('-');
    let person = || members().any(|c| c.kind == Some(Kind::Person));
    match hangul {
        Some(hangul) => ways.retain(|way| likeness(way, hangul).same),
        None if apart && person() && of_korea() => {}
        None => return None,
    }
    let right = if let [one] = &ways[..] { Some(one.clone()) } else { None };
    let full = |c: &&Candidate| document.slice(c.span) == name && context.lints(c.zone, c.span);
    let place = |c: &Candidate| Wrong { span: c.span, right: right.clone(), zone: c.zone, speech: c.speech };
    let places: Vec<Wrong> = members().filter(full).map(place).collect();
    if ways.is_empty() {
        return None;
    }
    let ways: Vec<String> = ways.iter().map(|way| format!("“{way}”")).collect();
    report(context, &places, false, |_| {
        format!("house style hyphenates Korean given names: write {}", ways.join(" or "))
    })
}

/// True when the article names Korea or Koreans, or has Hangul in it.
fn is_of_korea(document: &Document) -> bool {
    document.paragraphs.iter().any(|paragraph| {
        let words = paragraph.prose.tokens.iter();
        words.into_iter().any(|token| match token.kind {
            TokenKind::Hangul => true,
            TokenKind::Word if token.capital => {
                matches!(fold(token.of(&paragraph.prose.text)).as_str(), "korea" | "korean" | "koreans")
            }
            _ => false,
        })
    })
}
