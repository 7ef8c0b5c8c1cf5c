//! Of whom findings are asked after an edit: of all that stands in the paragraphs that it touched.

use super::letters::{letters, standing_in};
use crate::catalog::{Catalog, EntityIx, FormKind};
use crate::corpus::{Hints, QuotePosting};
use crate::document::{Difference, Document, Expansion};
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

/// One state of an article and the paragraphs that differ in another, in text order.
#[derive(Clone, Copy)]
pub(super) struct Touched<'a> {
    pub(super) document: &'a Document,
    pub(super) runs: &'a [Range<usize>],
}

impl<'a> Touched<'a> {
    /// The bytes of some paragraphs.
    pub(super) fn bytes(self, paragraphs: &Range<usize>) -> Span {
        let start = |at: usize| self.document.starts.get(at).copied().unwrap_or_else(|| self.document.len());
        Span::new(start(paragraphs.start), start(paragraphs.end))
    }

    /// Those of `facts`, which are in text order, that start in the paragraphs.
    pub(super) fn within<F>(
        self,
        facts: &'a [F],
        place: fn(&F) -> Span,
    ) -> impl Iterator<Item = &'a F> + Clone {
        self.places(facts, place).map(|at| &facts[at])
    }

    /// The same as places in `facts`.
    pub(super) fn places<F>(
        self,
        facts: &'a [F],
        place: fn(&F) -> Span,
    ) -> impl Iterator<Item = usize> + Clone {
        self.runs.iter().flat_map(move |paragraphs| self.places_in(paragraphs, facts, place))
    }

    /// The places in `facts`, which are in text order, of those that start in some paragraphs.
    pub(super) fn places_in<F>(
        self,
        paragraphs: &Range<usize>,
        facts: &[F],
        place: impl Fn(&F) -> Span,
    ) -> Range<usize> {
        let bytes = self.bytes(paragraphs);
        let from = facts.partition_point(|fact| place(fact).start < bytes.start);
        from..facts.partition_point(|fact| place(fact).start < bytes.end)
    }

    /// True for one of the paragraphs.
    fn holds(self, paragraph: usize) -> bool {
        let at = self.runs.partition_point(|run| run.end <= paragraph);
        self.runs.get(at).is_some_and(|run| run.contains(&paragraph))
    }
}

impl Asked {
    /// All but the speeches: what stands in the paragraphs that differ in either state of an article, as seen in the one
    /// and in the other.
    pub(super) fn of(states: [Touched; 2], difference: &Difference, catalog: &Catalog) -> [Self; 2] {
        let [old, new] = states;
        let mut asked = Self::default();
        let [mut before, mut now] = states.map(|state| asked.add(state, catalog));
        before.extend(now.clone().into_iter().filter_map(|chain| difference.before(chain)));
        now.extend(before.iter().filter_map(|chain| difference.now(*chain)));
        for chains in [&mut before, &mut now] {
            chains.sort_unstable();
            chains.dedup();
        }
        asked.add_shared(new.document, &now);
        // Where all names are the same, so are those that several bear.
        if !difference.same_names {
            asked.add_shared(old.document, &before);
        }
        [Self { chains: before, ..asked.clone() }, Self { chains: now, ..asked }]
    }

    /// Adds the short names in `document` that may be of some of its `chains`.
    fn add_shared(&mut self, document: &Document, chains: &[u32]) {
        let mut theirs = vec![false; document.chains.len()];
        chains.iter().for_each(|chain| theirs[*chain as usize] = true);
        let shared = document.ambiguities.iter().filter(|a| a.owners.iter().any(|at| theirs[*at as usize]));
        self.shared.extend(shared.map(|a| document.slice_in(a.paragraph, a.span).to_owned()));
    }

    /// Adds what stands in the touched paragraphs, all but the chains, which it gives.
    fn add(&mut self, state: Touched, catalog: &Catalog) -> Vec<u32> {
        self.add_acronyms(state, catalog);
        let document = state.document;
        let mut chains: Vec<u32> = state.within(&document.mentions, |m| m.span).map(|m| m.chain).collect();
        // Who is named in full, and where, decides what letters want an explanation.
        let mut named: Vec<EntityIx> = chains.iter().filter_map(|chain| document.entity_of(*chain)).collect();
        named.sort_unstable();
        named.dedup();
        let forms = named.into_iter().flat_map(|entity| catalog.forms_of(entity));
        let acronyms = forms.filter(|form| form.kind == FormKind::Acronym);
        self.shorts.extend(acronyms.map(|form| form.text.clone()));
        chains.extend(state.within(&document.candidates, |c| c.span).map(|c| c.chain));
        for introduction in state.within(&document.introductions, |i| i.name) {
            chains.push(introduction.chain);
            chains.extend(introduction.employer);
        }
        for ambiguity in state.within(&document.ambiguities, |a| a.span) {
            self.shared.insert(document.slice(ambiguity.span).to_owned());
        }
        chains
    }

    /// Acronyms in the paragraphs, in whatever capitals, and those whose names stand there.
    fn add_acronyms(&mut self, state: Touched, catalog: &Catalog) {
        let document = state.document;
        let mentions = state.within(&document.mentions, |m| m.span);
        let candidates = state.within(&document.candidates, |c| c.span);
        let forms = mentions.clone().map(|m| catalog.form(m.form));
        self.shorts.extend(forms.filter(|f| f.kind == FormKind::Acronym).map(|f| f.text.clone()));
        let acronyms = state.within(&document.acronyms, |a| a.span);
        self.shorts.extend(acronyms.map(|a| document.slice(a.span).to_owned()));
        if document.expansions.is_empty() {
            return;
        }
        let entities: FxHashSet<EntityIx> = mentions.clone().map(|m| m.entity).collect();
        let names = mentions.map(|m| m.span).chain(candidates.map(|c| c.span));
        let names: FxHashSet<String> = names.map(|span| fold(document.slice(span))).collect();
        let own = |expansion: &Expansion, span: Span| document.slice_in(expansion.paragraph, span);
        // Most words cannot be any of the letters.
        let shorts = Initials::of(document.expansions.iter().map(|e| own(e, e.short)));
        let standing = standing_in(document, state.runs, &|first| shorts.may_be(first));
        let initials = |texts: &FxHashSet<String>| Initials::of(texts.iter().map(String::as_str));
        let (names_begin, standing_begin) = (initials(&names), initials(&standing));
        for expansion in &document.expansions {
            let at = expansion.paragraph as usize;
            let (short, long) = (own(expansion, expansion.short), own(expansion, expansion.long));
            // To look at the first letter costs least, and mostly tells.
            let asked = state.holds(at)
                || expansion.entity.is_some_and(|entity| entities.contains(&entity))
                || names_begin.may_have(long) && names.contains(&fold(long))
                || standing_begin.may_have(short) && standing.contains(&*letters(short));
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
        let here: Vec<usize> = touched.places(quotes, |quote| quote.at.span).collect();
        let with = |runs: &Runs| -> Vec<usize> {
            let mut here = here.iter().peekable();
            let asked = |at: &usize| here.next_if_eq(&at).is_some() || runs.meet(&quotes[*at]);
            (0..quotes.len()).filter(asked).collect()
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

/// The [first letters](initial) of some texts.
#[derive(Debug)]
pub(super) struct Initials {
    /// A bit for each.
    all: u128,
    /// True where one of them is not known.
    any: bool,
}

impl Initials {
    pub(super) fn of<'t>(texts: impl Iterator<Item = &'t str>) -> Self {
        let mut initials = Self { all: 0, any: false };
        for first in texts.map(initial) {
            match first {
                Some(first) => initials.all |= 1 << first,
                None => initials.any = true,
            }
        }
        initials
    }

    /// True where one of them may be `first`.
    fn may_be(&self, first: char) -> bool {
        let first = u8::try_from(first).ok().filter(u8::is_ascii).map(|byte| byte.to_ascii_lowercase());
        self.any || first.is_some_and(|first| self.all >> first & 1 == 1)
    }

    /// True where one of them may be as that of `text`.
    pub(super) fn may_have(&self, text: &str) -> bool {
        self.any || initial(text).is_none_or(|first| self.all >> first & 1 == 1)
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
    hints: Hints,
    /// A bit for each of the words in them.
    words: Hints,
}

impl Runs {
    /// The runs of `quotes`.
    pub(super) fn of<'q>(quotes: impl Iterator<Item = &'q QuotePosting>) -> Self {
        let (mut all, mut words) = (FxHashSet::default(), Hints::default());
        for quote in quotes {
            all.extend(quote.runs());
            quote.words.iter().for_each(|word| words.add(u32::from(*word)));
        }
        Self { hints: Hints::of(all.iter().copied()), all, words }
    }

    /// True where nobody spoke.
    fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// True when `quote` has one of them.
    fn meet(&self, quote: &QuotePosting) -> bool {
        // To look at its words costs less than to make runs of them, and few speeches have as many of these in a row.
        quote.may_have_run_of(&self.words)
            && quote.runs().any(|run| self.hints.has(run) && self.all.contains(&run))
    }
}
