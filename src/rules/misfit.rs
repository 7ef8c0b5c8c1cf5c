//! Letters in a bracket behind words that they do not fit.

use super::around::{after_in, before};
use super::asked::those;
use super::long_form::{is_reworded, spells, tail, turnings};
use super::rule::Context;
use crate::diagnostic::Related;
use crate::document::{Acronym, Document, Expansion, Zone};
use crate::text::Span;

/// Letters behind words that are perhaps meant to be their long form.
#[derive(Clone, Copy, Debug)]
pub(super) struct Misfit<'d> {
    /// The letters.
    pub(super) short: &'d str,
    /// What stands in front of them in the paragraph, without the bracket.
    pub(super) head: &'d str,
    /// Where that ends.
    pub(super) end: usize,
    /// True where something was read as their long form.
    pub(super) read: bool,
    pub(super) zone: Zone,
    pub(super) speech: bool,
}

/// The letters of the article that stand behind words and do not spell what was read there as their long form, if anything was.
pub(super) fn misfits<'d>(context: &Context<'d>) -> Vec<Misfit<'d>> {
    let document = context.document;
    let places = context.asked.map(|asked| asked.acronyms.as_slice());
    let acronyms = those(&document.acronyms, places).filter(|a| context.lints(a.zone, a.span));
    acronyms.filter_map(|acronym| misfit(document, acronym)).collect()
}

fn misfit<'d>(document: &'d Document, acronym: &Acronym) -> Option<Misfit<'d>> {
    let Acronym { span, zone, speech, paragraph, .. } = *acronym;
    // Most acronyms stand in no bracket: the text behind them says so soonest.
    let tail = after_in(document, paragraph, span);
    if !tail.starts_with([')', ',', ';']) {
        return None;
    }
    let all = before(document, span);
    let head = match tail.starts_with(')') {
        true => all.strip_suffix('(')?,
        false => all.strip_suffix(", ")?,
    };
    let head = head.trim_end_matches([' ', '\u{a0}']);
    let head = head.strip_suffix("'s").or_else(|| head.strip_suffix("’s")).unwrap_or(head);
    let short = document.slice_in(paragraph, span);
    let at = document.expansions.partition_point(|e| e.span.end <= span.start);
    let mut near = document.expansions[at..].iter().take_while(|e| e.span.start < span.end);
    let read = near.find(|e| e.short.overlaps(span));
    let fits = |e: &Expansion| {
        e.entity.is_some()
            || e.short.start < e.long.start
            || spells(short, document.slice_in(paragraph, e.long))
    };
    let misfit = Misfit {
        short,
        head,
        end: span.start - (all.len() - head.len()),
        read: read.is_some(),
        zone,
        speech,
    };
    (head.ends_with(char::is_alphabetic) && !read.is_some_and(fits)).then_some(misfit)
}

impl Misfit<'_> {
    /// The words in front of the letters that are those of `long` in another order, or with another word or slips.
    pub(super) fn instead_of(&self, long: &str) -> Option<Span> {
        let own = tail(self.head, long.split(' ').count())?;
        is_reworded(own, long).then(|| Span::new(self.end - own.len(), self.end))
    }

    /// True where `long` stands in front of them as it is.
    pub(super) fn has(&self, long: &str) -> bool {
        self.head.ends_with(long)
    }
}

/// A name of this article or of the folder, without letters, that those of `misfit` spell, and that was meant by the words in
/// front of it, which it comes with; and where it stands.
pub(super) fn spelled_name(context: &Context, misfit: &Misfit) -> Option<(String, Span, Related)> {
    /// More names are a list.
    const MOST: usize = 1_000;
    let document = context.document;
    let initial = misfit.short.chars().next()?;
    // Of two words the letters may be those of another language: "the Tide Front (FT)", the Front Tidal.
    let likely = |name: &str| {
        name.split(' ').nth(2).is_some()
            && name.len() > misfit.short.len()
            && name.starts_with(initial)
            && spells(misfit.short, name)
    };
    let meant = |name: &str| if likely(name) { misfit.instead_of(name) } else { None };
    let own = document.candidates.iter().take(MOST).find_map(|candidate| {
        let name = document.slice_in(candidate.paragraph, candidate.span);
        let span = meant(name)?;
        Some((name.to_owned(), span, context.related(candidate.span, format!("“{name}”"))))
    });
    own.or_else(|| {
        let candidate = document.candidate_at(misfit.end).filter(|c| c.span.end == misfit.end)?;
        let name = document.slice_in(candidate.paragraph, candidate.span);
        let sharing = context.snapshot.names_sharing(name, false, context.path);
        let sharing = sharing.into_iter().map(str::to_owned);
        sharing.chain(turnings(name)).find_map(|other| {
            let span = meant(&other)?;
            let mut places = context.snapshot.candidates_outside(&other, context.path);
            let (article, there) = places.find(|(_, c)| c.text == other)?;
            let related = Related { place: article.place(there.at), message: format!("“{other}”") };
            Some((other.clone(), span, related))
        })
    })
}
