//! "Mr" and "Ms" before one person's name.

use super::around::{after, before};
use super::rule::{Context, doubt_of, doubted};
use crate::catalog::Kind;
use crate::diagnostic::{Diagnostic, Edit, Fix};
use crate::document::{Candidate, Document, Mention, Zone};
use crate::text::Span;
use rustc_hash::FxHashMap;

/// A courtesy before a name.
#[derive(Clone, Copy)]
struct Called {
    /// "Mr.", "Ms".
    courtesy: Span,
    man: bool,
    name: Span,
    chain: u32,
    zone: Zone,
    told: bool,
}

/// Finds the first "Mr" of each person who is "Ms" before, and the other way round.
pub(super) fn two_courtesies(context: &Context, found: &mut Vec<Diagnostic>) {
    let document = context.document;
    let mut first: FxHashMap<u32, Called> = FxHashMap::default();
    let new = context.candidates().filter(|c| !c.speech && c.kind == Some(Kind::Person));
    let new = new.filter_map(|c: &Candidate| called(document, c.span, c.chain, c.zone, c.paragraph));
    let known = context.mentions().filter(|m| !m.speech);
    let known = known.filter_map(|m: &Mention| called(document, m.span, m.chain, m.zone, m.paragraph));
    for here in new.chain(known) {
        let there = first.entry(here.chain).or_insert(here);
        if there.man == here.man || there.told {
            continue;
        }
        there.told = true;
        let there = *there;
        let told = context.lints(here.zone, here.name)
            && ![here, there].iter().any(|at| speaks_of_kin(document, at.name));
        if told {
            found.push(finding(context, here, there));
        }
    }
}

/// The courtesy right before the name at `span`.
fn called(document: &Document, span: Span, chain: u32, zone: Zone, paragraph: u32) -> Option<Called> {
    let start = *document.starts.get(paragraph as usize)?;
    let text = &document.paragraphs.get(paragraph as usize)?.text;
    let head = text.get(..span.start.checked_sub(start)?)?.strip_suffix(' ')?;
    let bare = head.strip_suffix('.').unwrap_or(head);
    let (word, man) = [("Mr", true), ("Ms", false), ("Mrs", false), ("Miss", false)]
        .into_iter()
        .find(|(word, _)| bare.ends_with(word))?;
    let begin = bare.len() - word.len();
    // "Mr and Mrs Lund" are two.
    let before = bare[..begin].trim_end();
    let apart =
        !bare[..begin].ends_with(char::is_alphanumeric) && !before.ends_with("and") && !before.ends_with('&');
    let courtesy = Span::new(start + begin, start + head.len());
    apart.then_some(Called { courtesy, man, name: span, chain, zone, told: false })
}

/// True where the paragraph names kin, who may have the surname, too.
fn speaks_of_kin(document: &Document, name: Span) -> bool {
    const KIN: [&str; 22] = [
        "brother", "brothers", "couple", "dad", "daughter", "family", "father", "husband", "married",
        "mother", "mum", "namesake", "parents", "relative", "sister", "sisters", "son", "spouse", "widow",
        "widower", "wife", "twin",
    ];
    /// A paragraph that goes on for pages says nothing of a name in its far ends.
    const REACH: usize = 600;
    let (head, tail) = (before(document, name), after(document, name));
    let head = &head[head.ceil_char_boundary(head.len().saturating_sub(REACH))..];
    let tail = &tail[..tail.floor_char_boundary(REACH)];
    let mut words = [head, tail].into_iter().flat_map(|text| text.split(|c: char| !c.is_alphabetic()));
    words.any(|word| KIN.contains(&word))
}

fn finding(context: &Context, here: Called, there: Called) -> Diagnostic {
    let document = context.document;
    let (written, other) = (document.slice(here.courtesy), document.slice(there.courtesy));
    let message = format!(
        "{} is “{written}” here, “{other}” elsewhere in this article: check the title",
        document.name_of(here.chain)
    );
    let mut finding = context.finding(here.courtesy, message);
    finding.related.push(context.related(there.courtesy, format!("“{other}”")));
    finding.fixes.push(Fix {
        title: format!("replace with “{other}”"),
        safe: false,
        edits: vec![Edit { span: here.courtesy, text: other.to_owned() }],
    });
    doubted(finding, doubt_of(context, document.entity_of(here.chain)))
}
