//! An acronym in brackets that is never used again.

use super::acronyms::Story;
use super::around::{after, before, bracket, quoted, trimmed};
use super::letters::{letters, standing};
use super::rule::{Context, Rule, doubt_of, doubted};
use crate::config::Acronyms;
use crate::diagnostic::{Diagnostic, Edit, Fix, Severity};
use crate::document::{Expansion, Zone, is_courtesy, is_persons_name, is_title};

pub(super) struct UnusedAcronym;

impl Rule for UnusedAcronym {
    fn name(&self) -> &'static str {
        "unused-acronym"
    }
    fn summary(&self) -> &'static str {
        "An acronym that is given in brackets and never used again."
    }
    fn severity(&self) -> Option<Severity> {
        Some(Severity::Information)
    }
    fn habit(&self) -> Option<Acronyms> {
        Some(Acronyms::Reuters)
    }
    fn tells_stories(&self) -> bool {
        true
    }
    fn page(&self) -> &'static str {
        include_str!("../../tests/rules/unused-acronym.md")
    }

    fn check(&self, context: &Context, found: &mut Vec<Diagnostic>) {
        let unused: Vec<(&Story, &Expansion)> =
            context.stories.iter().filter_map(|s| Some((s, first_unused(context, s)?))).collect();
        if unused.is_empty() {
            return;
        }
        let units = unused.iter().filter(|(story, _)| is_small(story)).map(|(story, _)| story.short);
        let wanted = unused.iter().map(|(story, _)| letters(story.short).into_owned());
        let standing = standing(context.document, &wanted.chain(units.map(str::to_owned)).collect());
        let stands = |s: &Story, e: &Expansion| {
            let small = || is_small(s) && (standing.contains(s.short) || stands_again(context, s, e));
            standing.contains(&*letters(s.short)) || small()
        };
        for (story, expansion) in unused.iter().filter(|(story, expansion)| !stands(story, expansion)) {
            found.push(doubted(finding(context, story, expansion), doubt_of(context, story.entity)));
        }
    }
}

/// True for letters as small as those of a unit, "bpd".
fn is_small(story: &Story) -> bool {
    story.short.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// True where letters that are no word of English, "ngls", stand somewhere else in the paragraph in which they are given.
fn stands_again(context: &Context, story: &Story, expansion: &Expansion) -> bool {
    let short = story.short;
    if short.contains(['a', 'e', 'i', 'o', 'u', 'y']) {
        return false;
    }
    let again = |text: &str| {
        let apart = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && c != '(');
        text.match_indices(short).any(|(at, _)| {
            let behind = text[at + short.len()..].chars().next();
            apart(text[..at].chars().next_back()) && apart(behind) && behind != Some(')')
        })
    };
    /// Bytes on either side: in longer paragraphs much else stands.
    const REACH: usize = 1_000;
    let (head, tail) = (before(context.document, expansion.span), after(context.document, expansion.span));
    again(&head[head.ceil_char_boundary(head.len().saturating_sub(REACH))..])
        || again(&tail[..tail.floor_char_boundary(REACH)])
}

/// The first place that gives the letters in brackets, where they are used nowhere else.
fn first_unused<'d>(context: &Context, story: &Story<'d>) -> Option<&'d Expansion> {
    let in_brackets = |e: &&Expansion| {
        let prose = matches!(e.zone, Zone::Body | Zone::Caption) && !e.speech;
        // "Montreal HC" is no acronym, but a name cut short.
        let acronym = || {
            !story.short.contains(' ') && !is_rank_or_person(context, e) && !may_be_ticker(context, story, e)
        };
        // Nobody may change the title of a paper.
        let own = || {
            let free = context.lints(e.zone, e.short) && !is_numbered_or_reports(context, e);
            free && quoted(context.document, e.span).is_none()
        };
        prose && e.long.start < e.short.start && acronym() && own()
    };
    let first = story.expansions.iter().copied().find(in_brackets)?;
    // Written out again, rightly or not, it is used again too.
    let again = story.used_after(first) || story.expansions.iter().any(|e| e.span.start >= first.span.end);
    (!again).then_some(first)
}

/// True for "Vice Admiral (VAdm)", where the bracket shows how a rank is shortened, and for letters without stops behind a
/// person's name, which may as well be a party's.
fn is_rank_or_person(context: &Context, expansion: &Expansion) -> bool {
    let (short, long) = (context.document.slice(expansion.short), context.document.slice(expansion.long));
    let small = short.chars().filter(|c| c.is_lowercase()).count();
    let head = || before(context.document, expansion.long);
    let called = || head().split_whitespace().next_back().is_some_and(is_courtesy);
    small > 1 && long.rsplit(' ').next().is_some_and(is_title)
        || !short.contains('.') && (is_persons_name(long) || called())
}

/// True where a number follows, "Harbour Building Licence (HBL) 245", which goes by the letters, and where a news agency is named for
/// its report: "The Hapsel News Agency (HNA) reports".
fn is_numbered_or_reports(context: &Context, expansion: &Expansion) -> bool {
    let behind = after(context.document, expansion.span).strip_prefix(' ').unwrap_or("");
    let agency =
        || context.document.slice(expansion.long).split(' ').any(|word| matches!(word, "News" | "Press"));
    let reports = || {
        behind
            .split(|c: char| !c.is_alphanumeric())
            .next()
            .is_some_and(|word| matches!(word, "reports" | "reported"))
    };
    behind.starts_with(|c: char| c.is_ascii_digit()) || reports() && agency()
}

/// True for capitals behind one word that no catalog knows for an acronym: "Hapsel (HPSL)" is a company's place on an exchange,
/// or a country's on a scoreboard. "HolmZenek (HZ)" has the capitals in it.
fn may_be_ticker(context: &Context, story: &Story, expansion: &Expansion) -> bool {
    let long = context.document.slice(expansion.long);
    let word = || {
        let mut letters = long.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase)
    };
    story.entity.is_none() && story.short.bytes().all(|byte| byte.is_ascii_uppercase()) && word()
}

fn finding(context: &Context, story: &Story, expansion: &Expansion) -> Diagnostic {
    let short = &story.short;
    let Some(bracket) = bracket(context.document, expansion.short) else {
        return context.finding(expansion.short, format!("{short} is given here and never used again"));
    };
    let shown = context.document.shown(trimmed(context.document, bracket));
    let message = format!("{short} is never used again: leave out “{shown}”");
    let mut finding = context.finding(expansion.short, message);
    let edits = vec![Edit { span: bracket, text: String::new() }];
    finding.fixes.push(Fix { title: format!("delete “{shown}”"), safe: true, edits });
    finding
}
