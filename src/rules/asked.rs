//! Of whom findings are asked after an edit: of all that stands in the paragraphs that it touched.

use super::letters::{letters, standing_in};
use crate::catalog::{Catalog, FormKind};
use crate::corpus::QuotePosting;
use crate::document::Document;
use crate::text::{Span, fold};
use rustc_hash::FxHashSet;
use std::ops::Range;

/// Of whom findings are asked, where not of all. The rules judge each of these by itself.
#[derive(Clone, Debug, Default)]
pub(super) struct Asked {
    /// Names: chains of the article, sorted.
    pub(super) chains: Vec<u32>,
    /// Acronyms, by their letters.
    pub(super) shorts: FxHashSet<String>,
    /// Short names that several bear.
    pub(super) shared: FxHashSet<String>,
    /// Speeches, by their places among those of the article.
    pub(super) quotes: Vec<usize>,
    /// Those of the article that may be like one of these, themselves among them.
    pub(super) quotes_alike: Vec<usize>,
}

/// One state of an article and the paragraphs that differ in another.
#[derive(Clone, Copy)]
pub(super) struct Touched<'a> {
    pub(super) document: &'a Document,
    pub(super) from: usize,
    pub(super) to: usize,
}

impl<'a> Touched<'a> {
    /// `document` with some of its paragraphs.
    pub(super) fn new(document: &'a Document, paragraphs: &Range<usize>) -> Self {
        Self { document, from: paragraphs.start, to: paragraphs.end }
    }

    /// The bytes of the paragraphs.
    pub(super) fn bytes(self) -> Span {
        let start = |at: usize| self.document.starts.get(at).copied().unwrap_or_else(|| self.document.len());
        Span::new(start(self.from), start(self.to))
    }

    /// Those of `facts`, which are in text order, that start in the paragraphs.
    pub(super) fn within<F>(self, facts: &'a [F], place: impl Fn(&F) -> Span) -> &'a [F] {
        &facts[self.places(facts, place)]
    }

    /// The same as places in `facts`.
    pub(super) fn places<F>(self, facts: &[F], place: impl Fn(&F) -> Span) -> Range<usize> {
        let bytes = self.bytes();
        let from = facts.partition_point(|fact| place(fact).start < bytes.start);
        from..facts.partition_point(|fact| place(fact).start < bytes.end)
    }
}

impl Asked {
    /// All but the speeches: what stands in the paragraphs that differ, in either state of an article whose names are the
    /// same in both.
    pub(super) fn of(states: [Touched; 2], catalog: &Catalog) -> Self {
        let mut asked = Self::default();
        for state in states {
            asked.add_names(state);
            asked.add_acronyms(state, catalog);
        }
        asked.chains.sort_unstable();
        asked.chains.dedup();
        for ambiguity in &states[0].document.ambiguities {
            let owned = ambiguity.owners.iter().any(|owner| asked.chains.binary_search(owner).is_ok());
            if owned {
                asked.shared.insert(states[0].document.slice(ambiguity.span).to_owned());
            }
        }
        asked
    }

    fn add_names(&mut self, state: Touched) {
        let document = state.document;
        self.chains.extend(state.within(&document.mentions, |m| m.span).iter().map(|m| m.chain));
        self.chains.extend(state.within(&document.candidates, |c| c.span).iter().map(|c| c.chain));
        for introduction in state.within(&document.introductions, |i| i.name) {
            self.chains.push(introduction.chain);
            self.chains.extend(introduction.employer);
        }
        for ambiguity in state.within(&document.ambiguities, |a| a.span) {
            self.shared.insert(document.slice(ambiguity.span).to_owned());
        }
    }

    /// Acronyms in the paragraphs, in whatever capitals, and those whose names stand there.
    fn add_acronyms(&mut self, state: Touched, catalog: &Catalog) {
        let document = state.document;
        let mentions = state.within(&document.mentions, |m| m.span);
        let candidates = state.within(&document.candidates, |c| c.span);
        let forms = mentions.iter().map(|m| catalog.form(m.form));
        self.shorts.extend(forms.filter(|f| f.kind == FormKind::Acronym).map(|f| f.text.clone()));
        let acronyms = state.within(&document.acronyms, |a| a.span);
        self.shorts.extend(acronyms.iter().map(|a| document.slice(a.span).to_owned()));
        if document.expansions.is_empty() {
            return;
        }
        let names = mentions.iter().map(|m| m.span).chain(candidates.iter().map(|c| c.span));
        let names: FxHashSet<String> = names.map(|span| fold(document.slice(span))).collect();
        let standing = standing_in(document, state.from..state.to);
        let begins = |all: &FxHashSet<String>, text: &str| {
            let first = initial(text);
            first.is_none() || all.iter().any(|other| initial(other).is_none_or(|other| first == Some(other)))
        };
        for expansion in &document.expansions {
            let at = expansion.paragraph as usize;
            let own = |span: Span| {
                let start = document.starts[at];
                Span::new(span.start - start, span.end - start).of(&document.paragraphs[at].text)
            };
            let (short, long) = (own(expansion.short), own(expansion.long));
            // To look at the first letter costs least, and mostly tells.
            let asked = (state.from..state.to).contains(&at)
                || expansion.entity.is_some_and(|entity| mentions.iter().any(|m| m.entity == entity))
                || begins(&names, long) && names.contains(&fold(long))
                || begins(&standing, short) && standing.contains(&letters(short));
            if asked {
                self.shorts.insert(short.to_owned());
            }
        }
    }

    /// The same with speeches: of `quotes`, all those of one state of the article, the ones that stand in `touched` and
    /// those that have some of the `runs`, which are those of the touched speeches in either state.
    pub(super) fn with_quotes(self, quotes: &[QuotePosting], touched: Touched, runs: &Runs) -> Self {
        if runs.is_empty() {
            return self;
        }
        let here = touched.places(quotes, |quote| quote.at.span);
        let with = |runs: &Runs| -> Vec<usize> {
            (0..quotes.len()).filter(|at| here.contains(at) || runs.meet(&quotes[*at])).collect()
        };
        let asked = with(runs);
        let alike = if asked.len() == here.len() {
            asked.clone()
        } else {
            with(&Runs::of(asked.iter().map(|at| &quotes[*at])))
        };
        Self { quotes: asked, quotes_alike: alike, ..self }
    }
}

/// The first letter or digit of `text`, in small letters; `None` where one that is no ASCII may be it.
fn initial(text: &str) -> Option<u8> {
    let first = text.bytes().find(|byte| !byte.is_ascii() || byte.is_ascii_alphanumeric());
    first.filter(u8::is_ascii).map(|byte| byte.to_ascii_lowercase())
}

/// The runs of words of some speeches.
#[derive(Debug)]
pub(super) struct Runs {
    all: FxHashSet<u32>,
    /// A bit for each of them, to see at a glance that another is none of them.
    hints: [u64; 64],
}

impl Runs {
    /// The runs of `quotes`.
    pub(super) fn of<'q>(quotes: impl Iterator<Item = &'q QuotePosting>) -> Self {
        let mut runs = Self { all: FxHashSet::default(), hints: [0; 64] };
        for run in quotes.flat_map(QuotePosting::runs) {
            runs.hints[(run >> 6 & 63) as usize] |= 1 << (run & 63);
            runs.all.insert(run);
        }
        runs
    }

    /// True where nobody spoke.
    fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// True when `quote` has one of them.
    fn meet(&self, quote: &QuotePosting) -> bool {
        let hinted = |run: &u32| self.hints[(run >> 6 & 63) as usize] >> (run & 63) & 1 == 1;
        quote.runs().any(|run| hinted(&run) && self.all.contains(&run))
    }
}
