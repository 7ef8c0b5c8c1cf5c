//! One quotation given to two speakers.

use super::rule::{Context, Rule};
use crate::catalog::likeness;
use crate::corpus::{Article, QuotePosting, Quotes, Speaker, shared_words};
use crate::diagnostic::{Diagnostic, Place, Related, Severity};
use crate::text::Span;
use rustc_hash::FxHashMap;
use std::sync::Arc;

pub(super) struct ConflictingQuote;

impl Rule for ConflictingQuote {
    fn name(&self) -> &'static str {
        "conflicting-quote"
    }
    fn summary(&self) -> &'static str {
        "The same words, or nearly the same, given to two speakers."
    }
    fn severity(&self) -> Option<Severity> {
        Some(Severity::Warning)
    }
    fn completed(&self, finding: &Diagnostic) -> Option<Diagnostic> {
        let line = finding.related.first()?.place.start.line + 1;
        let message = format!("{}:{line}. Check who said it.", finding.message);
        Some(Diagnostic { message, ..finding.clone() })
    }
    fn page(&self) -> &'static str {
        include_str!("../../tests/rules/conflicting-quote.md")
    }

    fn check(&self, context: &Context, found: &mut Vec<Diagnostic>) {
        let all = context.quotes;
        let asked: Vec<&QuotePosting> = match context.asked {
            None => all.iter().collect(),
            Some(asked) => asked.quotes.iter().filter_map(|at| all.get(*at)).collect(),
        };
        let own = match context.asked {
            None => Quotes::new(all.iter()),
            Some(asked) => Quotes::new(asked.quotes_alike.iter().filter_map(|at| all.get(*at))),
        };
        // What an article repeats is compared once.
        let mut known: FxHashMap<(&Speaker, &[u16]), Option<Box<Conflict>>> = FxHashMap::default();
        for quote in asked {
            let at = context.document.paragraph_at(quote.at.span.start);
            if context.lints(context.document.zones[at], quote.at.span) {
                let same = known.entry((&quote.speaker, &quote.words));
                let conflict = same.or_insert_with(|| conflict(context, quote, &own).map(Box::new));
                found.extend(conflict.as_ref().and_then(|conflict| finding(context, quote, conflict)));
            }
        }
    }
}

/// Another speech that is too like a speech for chance.
struct Conflict {
    /// The words that they share, of the first one.
    shared: std::ops::Range<usize>,
    place: Place,
    other: QuotePosting,
}

/// The first other speech that is too like one for chance, this article's own before those of others.
fn conflict(context: &Context, quote: &QuotePosting, own: &Quotes) -> Option<Conflict> {
    let here = own.like(&quote.words).into_iter().map(|other| (None, other.clone()));
    let elsewhere = context.snapshot.quotes_like(&quote.words, context.path);
    let elsewhere = elsewhere.filter(|_| context.snapshot.complete);
    let others = here.chain(elsewhere.map(|(article, other)| (Some(article), other)));
    let mut others = others.filter(|(_, other)| !share_a_name(context, &quote.speaker, &other.speaker));
    others.find_map(|(article, other)| {
        // To compare names letter by letter is dearer, and most speeches that share a few words are not alike.
        let shared = shared_words(&quote.words, &other.words)?;
        let apart = !are_spelled_alike(context, &quote.speaker, &other.speaker);
        apart.then(|| Conflict { shared, place: place(context, article, &other), other })
    })
}

/// The finding on one speech.
fn finding(context: &Context, quote: &QuotePosting, conflict: &Conflict) -> Option<Diagnostic> {
    let Conflict { shared, place, other } = conflict;
    let words: Vec<Span> = context.document.words_of(quote.at.span).map(|(_, span)| span).collect();
    let span = Span::new(words.get(shared.start)?.start, words.get(shared.end - 1)?.end);
    let alike = if quote.words == other.words { "the same words" } else { "nearly the same words" };
    let name = name(context, &other.speaker);
    // The file's name alone: the related place leads there, seen from wherever one stands.
    let file = place.path.file_name().unwrap_or(place.path.as_os_str()).to_string_lossy();
    let mut finding = context.finding(span, format!("{alike} are given to {name} in {file}"));
    finding.related.push(Related { place: place.clone(), message: format!("given to {name}") });
    Some(finding)
}

fn place(context: &Context, article: Option<&Arc<Article>>, quote: &QuotePosting) -> Place {
    let path = article.map_or(context.path, |article| &article.path).clone();
    Place { path, span: quote.at.span, start: quote.at.start, end: quote.at.end }
}

fn name<'a>(context: &'a Context, speaker: &'a Speaker) -> &'a str {
    match speaker {
        Speaker::Known(entity) => &context.catalog().entity(*entity).name,
        Speaker::New(name) => name,
    }
}

/// True for one speaker, or a name and a part of it: a surname alone, or the full name without what stood before it.
fn share_a_name(context: &Context, a: &Speaker, b: &Speaker) -> bool {
    if a == b || both_known(a, b) {
        return a == b;
    }
    let (a, b) = (name(context, a), name(context, b));
    let part = |short: &str, long: &str| {
        short.split([' ', '-']).all(|own| long.split([' ', '-']).any(|word| word == own))
    };
    part(a, b) || part(b, a)
}

/// True for what may be two spellings of one speaker's name.
fn are_spelled_alike(context: &Context, a: &Speaker, b: &Speaker) -> bool {
    !both_known(a, b) && likeness(name(context, a), name(context, b)).same
}

fn both_known(a: &Speaker, b: &Speaker) -> bool {
    matches!((a, b), (Speaker::Known(_), Speaker::Known(_)))
}
