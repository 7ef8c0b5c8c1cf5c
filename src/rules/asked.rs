//! Of whom findings are asked after an edit: of all that stands in the paragraphs that it touched.

use super::letters::{letters, standing_in};
use super::long_form::letters_of;
use super::register::Register;
use crate::catalog::{Catalog, EntityIx, FormKind};
use crate::corpus::{Hints, QuotePosting};
use crate::document::{Difference, Document};
use crate::text::Span;
use rustc_hash::FxHashSet;
use std::ops::Range;

/// Of whom findings are asked, where not of all. The rules judge each of these by itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Asked {
    /// Names: chains of the article, sorted.
    pub(super) chains: Vec<u32>,
    /// Acronyms, by their letters.
    pub(super) shorts: FxHashSet<String>,
    /// Short names that several bear.
    pub(super) shared: FxHashSet<String>,
    /// The chains of those whom the catalog knows by such letters, sorted.
    pub(super) lettered: Vec<u32>,
    /// By their places among those of the article: where the acronyms stand, and some others, …
    pub(super) acronyms: Vec<u32>,
    /// … where they are written out, …
    pub(super) expansions: Vec<u32>,
    /// … where the short names stand, and some others, …
    pub(super) ambiguities: Vec<u32>,
    /// … and where the names are introduced.
    pub(super) introductions: Vec<u32>,
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
}

impl Asked {
    /// All but the speeches: what stands in the paragraphs that differ in either state of an article, as seen in the one
    /// and in the other; each with its register.
    pub(super) fn of(
        states: [Touched; 2],
        registers: [&Register; 2],
        difference: &Difference,
        catalog: &Catalog,
    ) -> [Self; 2] {
        let mut asked = Self::default();
        let [mut before, mut now] = [0, 1].map(|at| asked.add(states[at], registers[at], catalog));
        before.extend(now.clone().into_iter().filter_map(|chain| difference.before(chain)));
        now.extend(before.iter().filter_map(|chain| difference.now(*chain)));
        let mut chains = [before, now];
        for (at, chains) in chains.iter_mut().enumerate() {
            sort(chains);
            asked.add_shared(states[at].document, registers[at], chains);
        }
        let [before, now] = chains;
        let [mut before, mut now] = [Self { chains: before, ..asked.clone() }, Self { chains: now, ..asked }];
        before.find(states[0].document, registers[0], catalog);
        now.find(states[1].document, registers[1], catalog);
        [before, now]
    }

    /// Adds the short names in `document` that may be of some of its `chains`.
    fn add_shared(&mut self, document: &Document, register: &Register, chains: &[u32]) {
        let shared = chains.iter().flat_map(|chain| register.owned(*chain));
        let shared = shared.map(|at| &document.ambiguities[*at as usize]);
        self.shared.extend(shared.map(|a| document.slice_in(a.paragraph, a.span).to_owned()));
    }

    /// Finds where those stand that are asked.
    fn find(&mut self, document: &Document, register: &Register, catalog: &Catalog) {
        let owners = self.shorts.iter().flat_map(|short| catalog.acronym_owners(short));
        self.lettered = owners.filter_map(|entity| register.chain(*entity)).collect();
        self.acronyms = self.shorts.iter().flat_map(|short| register.acronyms(short)).copied().collect();
        let expansions = self.shorts.iter().flat_map(|short| register.lettered(&letters(short)));
        let is_asked = |at: &&u32| {
            let expansion = &document.expansions[**at as usize];
            self.shorts.contains(document.slice_in(expansion.paragraph, expansion.short))
        };
        self.expansions = expansions.filter(is_asked).copied().collect();
        let shared = self.shared.iter().flat_map(|short| register.ambiguities(short));
        self.ambiguities = shared.copied().collect();
        let introductions = self.chains.iter().flat_map(|chain| register.introductions(*chain));
        self.introductions = introductions.copied().collect();
        sort(&mut self.lettered);
        sort(&mut self.acronyms);
        sort(&mut self.expansions);
        sort(&mut self.ambiguities);
        sort(&mut self.introductions);
    }

    /// Adds what stands in the touched paragraphs, all but the chains, which it gives.
    fn add(&mut self, state: Touched, register: &Register, catalog: &Catalog) -> Vec<u32> {
        self.add_acronyms(state, register, catalog);
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
    fn add_acronyms(&mut self, state: Touched, register: &Register, catalog: &Catalog) {
        let document = state.document;
        let mentions = state.within(&document.mentions, |m| m.span);
        let candidates = state.within(&document.candidates, |c| c.span);
        let forms = mentions.clone().map(|m| catalog.form(m.form));
        self.shorts.extend(forms.filter(|f| f.kind == FormKind::Acronym).map(|f| f.text.clone()));
        let acronyms = state.within(&document.acronyms, |a| a.span);
        self.shorts.extend(acronyms.map(|a| document.slice(a.span).to_owned()));
        // Letters that the words of a name have are perhaps its own.
        let long = candidates.clone().map(|c| document.slice(c.span)).filter(|name| name.contains(' '));
        let own = long.flat_map(letters_of).filter(|short| !register.acronyms(short).is_empty());
        self.shorts.extend(own);
        if document.expansions.is_empty() {
            return;
        }
        let here = state.places(&document.expansions, |e| e.span).map(|at| at as u32);
        let known = mentions.clone().flat_map(|m| register.of_entity(m.entity));
        let names = mentions.map(|m| m.span).chain(candidates.map(|c| c.span));
        let named = names.flat_map(|span| register.written_out(document.slice(span)));
        let standing = standing_in(document, state.runs, &register.initials);
        // Units in small letters are known by their capitals, too.
        let standing = standing.iter().flat_map(|letters| register.lettered(&letters.to_uppercase()));
        let asked = here.chain(known.chain(named).chain(standing).copied());
        self.shorts.extend(asked.map(|at| {
            let expansion = &document.expansions[at as usize];
            document.slice_in(expansion.paragraph, expansion.short).to_owned()
        }));
    }
}

/// Asks two states of an article for speeches: for those in the paragraphs that differ, and for those that have a run of
/// words of one of these. Of `quotes`, all those of the state before, the places in `gone` have given way to those that have
/// `come`; the others are the same in both states, and are looked at once.
pub(super) fn ask_quotes(
    asked: [&mut Asked; 2],
    quotes: &[QuotePosting],
    gone: &[Range<usize>],
    come: &[Vec<QuotePosting>],
) {
    let differing = || gone.iter().flat_map(|gone| &quotes[gone.clone()]).chain(come.iter().flatten());
    let runs = Runs::of(differing());
    if runs.is_empty() {
        return;
    }
    let starts = gone.iter().map(|gone| gone.end);
    let kept = std::iter::once(0).chain(starts).zip(gone.iter().map(|gone| gone.start).chain([quotes.len()]));
    let kept: Vec<Range<usize>> = kept.map(|(start, end)| start..end).collect();
    let with = |runs: &Runs| -> Vec<usize> {
        kept.iter().flat_map(Range::clone).filter(|at| runs.meet(&quotes[*at])).collect()
    };
    let same = with(&runs);
    let alike = match same.is_empty() {
        true => Vec::new(),
        false => with(&Runs::of(differing().chain(same.iter().map(|at| &quotes[*at])))),
    };
    // Where those that have come begin, and by how much those behind them move.
    let (mut now, mut moves) = (Vec::new(), Vec::new());
    let (mut less, mut more) = (0, 0);
    for (gone, come) in gone.iter().zip(come) {
        now.extend((gone.start - less + more..).take(come.len()));
        (less, more) = (less + gone.len(), more + come.len());
        moves.push((gone.end, less, more));
    }
    let moved = |at: &usize| {
        let behind = moves.partition_point(|(end, ..)| end <= at);
        behind.checked_sub(1).map_or(*at, |last| *at - moves[last].1 + moves[last].2)
    };
    let sorted = |mut places: Vec<usize>| {
        places.sort_unstable();
        places
    };
    let before = |same: &[usize]| gone.iter().flat_map(Range::clone).chain(same.iter().copied()).collect();
    let after = |same: &[usize]| now.iter().copied().chain(same.iter().map(moved)).collect();
    let [was, is] = asked;
    (was.quotes, was.quotes_alike) = (sorted(before(&same)), sorted(before(&alike)));
    (is.quotes, is.quotes_alike) = (sorted(after(&same)), sorted(after(&alike)));
}

/// Sorts numbers, each once.
fn sort(numbers: &mut Vec<u32>) {
    numbers.sort_unstable();
    numbers.dedup();
}

/// Those of `all` facts that stand at `places`; all where no places are given.
pub(super) fn those<'p, 'f: 'p, F>(
    all: &'f [F],
    places: Option<&'p [u32]>,
) -> Box<dyn Iterator<Item = &'f F> + 'p> {
    match places {
        None => Box::new(all.iter()),
        Some(places) => Box::new(places.iter().filter_map(|at| all.get(*at as usize))),
    }
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
