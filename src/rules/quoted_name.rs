//! A known name in quotation marks.

use super::around::{after, before};
use super::rule::{Context, Rule, doubt_of, doubted};
use crate::catalog::{EntityIx, FormKind, Kind};
use crate::diagnostic::{Diagnostic, Edit, Fix, Severity};
use crate::document::{Document, Zone};
use crate::text::{Quotation, QuotationKind, Span, is_hangul};
use std::collections::BTreeMap;

pub(super) struct QuotedName;

impl Rule for QuotedName {
    fn name(&self) -> &'static str {
        "quoted-name"
    }
    fn summary(&self) -> &'static str {
        "A known name in quotation marks, where the house style wants none."
    }
    fn severity(&self) -> Option<Severity> {
        None
    }
    fn page(&self) -> &'static str {
        include_str!("../../tests/rules/quoted-name.md")
    }

    fn check(&self, context: &Context, found: &mut Vec<Diagnostic>) {
        let document = context.document;
        let mut quoted: BTreeMap<EntityIx, Vec<Quoted>> = BTreeMap::new();
        for (at, paragraph) in document.paragraphs.iter().enumerate() {
            let (Some(start), Some(zone)) = (document.starts.get(at), document.zones.get(at)) else {
                continue;
            };
            let names = paragraph.prose.quotations.iter().filter(|q| q.kind == QuotationKind::Name);
            for quotation in names {
                if let Some((entity, quoted_name)) = quoted_name(context, quotation, *start, *zone) {
                    quoted.entry(entity).or_default().push(quoted_name);
                }
            }
        }
        found.extend(quoted.into_iter().filter_map(|(entity, places)| finding(context, entity, &places)));
    }
}

/// A name with its marks.
struct Quoted {
    name: Span,
    whole: Span,
    /// What goes.
    marks: [Span; 2],
}

/// The name that stands between the marks of `quotation` and nothing else.
fn quoted_name(
    context: &Context,
    quotation: &Quotation,
    start: usize,
    zone: Zone,
) -> Option<(EntityIx, Quoted)> {
    let document = context.document;
    let (whole, inner) = (quotation.span.shifted(start), quotation.inner.shifted(start));
    let mention = document.mention_at(bare(document, inner).start)?;
    let entity = context.catalog().entity(mention.entity);
    let named = !matches!(entity.kind, Kind::Term | Kind::Title)
        && context.catalog().form(mention.form).kind != FormKind::Native;
    let own =
        context.asks(mention.chain) && mention.span == bare(document, inner) && !mention.speech && named;
    if !own || !context.lints(zone, whole) || is_called(document, whole) || is_nickname(document, whole) {
        return None;
    }
    let marks = [Span::new(whole.start, inner.start), Span::new(inner.end, whole.end)];
    Some((mention.entity, Quoted { name: mention.span, whole, marks }))
}

/// `inner` without emphasis, and without the stop that American typesetting puts in front of the closing mark.
fn bare(document: &Document, inner: Span) -> Span {
    let text = document.slice(inner);
    let emphasis = |c: char| matches!(c, '*' | '_' | ' ' | '\u{a0}');
    let start = text.trim_start_matches(emphasis);
    let end = start.trim_end_matches(|c| emphasis(c) || matches!(c, ',' | '.'));
    let from = inner.end - start.len();
    Span::new(from, from + end.len())
}

/// True where the text speaks of the name itself (a program called “Project Glasswing”), or in Korean, whose
/// own habit the marks are.
fn is_called(document: &Document, whole: Span) -> bool {
    const NAMING: [&str; 13] = [
        "called",
        "calling",
        "calls",
        "codenamed",
        "dubbed",
        "entitled",
        "labeled",
        "labelled",
        "name",
        "named",
        "nicknamed",
        "spelled",
        "titled",
    ];
    const MEANING: [&str; 10] =
        ["as", "is", "like", "means", "phrase", "read", "reads", "so-called", "term", "word"];
    let head = before(document, whole).trim_end();
    let mut words = head.rsplit(char::is_whitespace).map(|w| w.trim_end_matches([',', ':']).to_lowercase());
    // "They named it", "which calls its plan".
    let naming = words.clone().take(3).any(|word| NAMING.contains(&word.as_str()));
    let meaning = words.next().is_some_and(|word| MEANING.contains(&word.as_str()));
    let korean = after(document, whole).trim_start().starts_with(is_hangul) || head.ends_with(is_hangul);
    naming || meaning || korean
}

/// True between two capitalised words: Dwayne “The Rock” Johnson.
fn is_nickname(document: &Document, whole: Span) -> bool {
    let capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    let previous = before(document, whole).split_whitespace().next_back();
    let next = after(document, whole).strip_prefix(' ').and_then(|t| t.split_whitespace().next());
    previous.is_some_and(capital) && next.is_some_and(capital)
}

fn finding(context: &Context, entity: EntityIx, places: &[Quoted]) -> Option<Diagnostic> {
    let (first, others) = places.split_first()?;
    let name = context.document.shown(first.name);
    let message = format!("house style has no quotation marks round a name: write {name}");
    let mut finding = context.finding(first.whole, message);
    let words = |q: &Quoted| format!("{} again", context.document.shown(q.whole));
    finding.related.extend(others.iter().map(|q| context.related(q.whole, words(q))));
    let marks = places.iter().flat_map(|q| q.marks);
    let edits: Vec<Edit> = marks.map(|span| Edit { span, text: String::new() }).collect();
    let times = if places.len() > 1 { format!(" in {} places", places.len()) } else { String::new() };
    finding.fixes.push(Fix { title: format!("take the marks away{times}"), safe: true, edits });
    Some(doubted(finding, doubt_of(context, Some(entity))))
}
