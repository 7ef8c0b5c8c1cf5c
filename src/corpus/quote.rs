//! Whose words: the speeches of an article as the index keeps them, and how alike two are.
//!
//! Words are kept as hashes of 16 bits: speeches are compared by runs of words and by their order, where one word in
//! 65,000 that is taken for another decides nothing. Of the runs of five words of a speech one in so many is kept, and all
//! runs of the other are looked up, as BLAT does with genomes (Kent 2002): so nine words in a row that two speeches share
//! are found for sure, and six where the kept one is short, in time linear in the archive. Where it shares fewer, it hangs on
//! where they stand.

use super::name::NameIn;
use crate::catalog::EntityIx;
use crate::document::{Document, Speech, is_body_in_any_case, is_company_suffix, is_persons_name};
use crate::text::Locus;
use rustc_hash::FxHashSet;
use std::cell::OnceCell;
use std::sync::Arc;

/// Who said it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Speaker {
    /// A person whom the catalog knows.
    Known(EntityIx),
    /// A person by the fullest name in the article.
    New(Arc<str>),
}

impl Speaker {
    /// The speaker's name.
    pub(super) fn name(&self) -> NameIn<'_> {
        match self {
            Speaker::Known(entity) => NameIn::Known(*entity),
            Speaker::New(name) => NameIn::New(name),
        }
    }
}

impl From<NameIn<'_>> for Speaker {
    fn from(name: NameIn<'_>) -> Self {
        match name {
            NameIn::Known(entity) => Speaker::Known(entity),
            NameIn::New(name) => Speaker::New(name.into()),
        }
    }
}

/// One speech of one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuotePosting {
    /// Who said it.
    pub speaker: Speaker,
    /// Its words, hashed.
    pub words: Arc<[u16]>,
    /// Where, with its marks.
    pub at: Locus,
}

/// A speech of fewer words can be anybody's.
const SHORTEST: usize = 8;
/// Words in a run that is looked up.
const RUN: usize = 5;
/// Of so many runs in a row one is kept: two speeches that share nine words in a row share five runs, and so one that is kept.
const STEP: usize = 5;
/// The same of a short speech, where six words in a row are two runs.
const SHORT_STEP: usize = 2;
/// A run of words that so many different speeches of one article share is a set phrase of theirs, by which no more of
/// them are found.
const SET_PHRASE: usize = 100;
/// Longer speeches are compared by their first words: an article read out is no quotation.
const LONGEST: usize = 400;

/// Some `speeches` of `document` as the index keeps them, in their order, without those that are short, that no
/// person is known to have given, or that several gave together.
pub fn quotes(document: &Document, speeches: &[Speech]) -> Vec<QuotePosting> {
    let quotes = speeches.iter();
    quotes.filter_map(|speech| QuotePosting::new(document, speech, document.locus(speech.span))).collect()
}

impl QuotePosting {
    fn new(document: &Document, speech: &Speech, at: Locus) -> Option<Self> {
        let chain =
            speech.speaker.filter(|chain| speech.personal || is_a_person(document, speech, *chain))?;
        let mut words = Vec::with_capacity(LONGEST.min(speech.span.len() / 4));
        let found = document.words_of(speech.span).take(LONGEST);
        words.extend(found.map(|(word, _)| (word ^ word >> 16) as u16));
        if words.len() < SHORTEST || document.is_joint(speech) {
            return None;
        }
        let speaker = match document.entity_of(chain) {
            Some(entity) => Speaker::Known(entity),
            None => Speaker::New(document.name_of(chain).into()),
        };
        Some(Self { speaker, words: words.into(), at })
    }

    /// All its runs of words: two speeches without a common one have nothing in common.
    pub fn runs(&self) -> impl Iterator<Item = u32> {
        runs(&self.words)
    }

    /// False where no run of it is of `words` alone.
    pub fn may_have_run_of(&self, words: &Hints) -> bool {
        may_have_run(self.words.len(), |at| self.words[at], words)
    }

    /// The runs that it is found by.
    pub(super) fn samples(&self) -> Vec<u32> {
        samples(&self.words)
    }
}

/// The different speeches of one article, found by their runs of words: a speech that an article repeats, as
/// a file of wire copies does, is compared once.
#[derive(Debug, Default)]
pub struct Quotes<'q> {
    different: Vec<&'q QuotePosting>,
    /// A bit for each run, where several share one: set where two speeches have it, or one has it twice.
    hints: Hints,
    /// Of the runs that they are found by those with such a bit, sorted, each with the place of the speech that has it; made
    /// when a speech may have a run of another.
    runs: OnceCell<Vec<(u32, u32)>>,
}

impl<'q> Quotes<'q> {
    /// Takes in `quotes`, of equal ones by one speaker the first.
    pub fn new(quotes: impl Iterator<Item = &'q QuotePosting>) -> Self {
        let mut known: FxHashSet<(&Speaker, &[u16])> = FxHashSet::default();
        let different: Vec<&QuotePosting> = quotes.filter(|q| known.insert((&q.speaker, &q.words))).collect();
        let (mut once, mut twice) = (Hints::default(), Hints::default());
        for run in different.iter().flat_map(|quote| quote.runs()) {
            if once.has(run) {
                twice.add(run);
            }
            once.add(run);
        }
        Self { different, hints: twice, runs: OnceCell::new() }
    }

    fn runs(&self) -> &[(u32, u32)] {
        self.runs.get_or_init(|| {
            let of =
                |(at, quote): (u32, &&QuotePosting)| quote.samples().into_iter().map(move |run| (run, at));
            let all = (0..).zip(&self.different).flat_map(of);
            let mut runs: Vec<(u32, u32)> = all.filter(|(run, _)| self.hints.has(*run)).collect();
            runs.sort_unstable();
            runs
        })
    }

    /// The speeches that share a run of words with `words`, those of one of them, in text order; it may be among them.
    pub fn like(&self, words: &[u16]) -> Vec<&'q QuotePosting> {
        let mut found: Vec<u32> = Vec::new();
        for run in runs(words).filter(|run| self.hints.has(*run)) {
            let from = self.runs().partition_point(|(other, _)| *other < run);
            let same = self.runs()[from..].iter().take_while(|(other, _)| *other == run);
            found.extend(same.take(SET_PHRASE).map(|(_, at)| *at));
        }
        found.sort_unstable();
        found.dedup();
        found.into_iter().map(|at| self.different[at as usize]).collect()
    }
}

/// True where nothing shows that the speaker is a person but the given name, or that somebody speaks who says "I".
fn is_a_person(document: &Document, speech: &Speech, chain: u32) -> bool {
    let name = document.name_of(chain);
    is_persons_name(name)
        || may_say_i(name)
            && document.slice(speech.span).split(|c: char| !c.is_alphanumeric()).any(|w| w == "I")
}

/// True for a name in which nothing speaks for a body: a surname, or a full name.
fn may_say_i(name: &str) -> bool {
    /// Few persons are called by more words.
    const MOST_WORDS: usize = 3;
    let word = |word: &str| {
        let shouted = word.len() > 1 && !word.contains(char::is_lowercase) && !word.ends_with('.');
        word.starts_with(char::is_uppercase)
            && !(shouted || word == "The" || is_body_in_any_case(word) || is_company_suffix(word))
    };
    name.split(' ').all(word) && name.split(' ').nth(MOST_WORDS).is_none()
}

/// How many times 64 bits [`Hints`] have: many enough for two of an article's few hundred runs hardly ever to share one.
const HINTS: usize = 256;

/// A bit for each of some runs of words, to see at a glance that another is none of them: of the few hundred runs of an
/// article hardly any two share one.
#[derive(Debug)]
pub struct Hints([u64; HINTS]);

impl Default for Hints {
    fn default() -> Self {
        Hints([0; HINTS])
    }
}

impl Hints {
    /// The bits of `runs`.
    pub fn of(runs: impl Iterator<Item = u32>) -> Self {
        let mut hints = Hints::default();
        runs.for_each(|run| hints.add(run));
        hints
    }

    /// Adds a run.
    pub fn add(&mut self, run: u32) {
        self.0[(run >> 6) as usize % HINTS] |= 1 << (run & 63);
    }

    /// False where no run is `run`.
    pub fn has(&self, run: u32) -> bool {
        self.0[(run >> 6) as usize % HINTS] >> (run & 63) & 1 == 1
    }
}

/// False where no run of so many words, of which `word` gives each, is of `known` ones alone.
pub(super) fn may_have_run(words: usize, word: impl Fn(usize) -> u16, known: &Hints) -> bool {
    let has = |at: &usize| known.has(u32::from(word(*at)));
    // Every run has one of these words, and most of them tell that none is near.
    let mut each = (RUN - 1..words).step_by(RUN).filter(has);
    each.any(|at| {
        let before = (0..at).rev().take_while(has).take(RUN).count();
        let behind = (at + 1..words).take_while(has).take(RUN).count();
        before + 1 + behind >= RUN
    })
}

/// The runs that a speech of these words is found by.
pub(super) fn samples(words: &[u16]) -> Vec<u32> {
    // In a short speech fewer than ten words in a row are enough.
    let step = if words.len() < 2 * LONG_RUN { SHORT_STEP } else { STEP };
    // Two ways of giving a speech differ most often in its first words.
    runs(words).skip(step / 2).step_by(step).collect()
}

/// All runs of five words.
pub(super) fn runs(words: &[u16]) -> impl Iterator<Item = u32> {
    let mix = |hash: u32, word: &u16| (hash.rotate_left(7) ^ u32::from(*word)).wrapping_mul(0x9E37_79B1);
    words.windows(RUN).map(move |run| run.iter().fold(0, mix))
}

/// Ten words in a row are no chance.
const LONG_RUN: usize = 10;
/// A speech of fewer words is easily made of stock phrases.
const SHORT: usize = 15;

/// So many words of the shorter speech, which has `words`, must stand in the other, in the same order: 60 percent, and more
/// of a short one, where they are all but the same: “will do what it wants to do” is anybody's.
fn share(words: usize) -> f64 {
    words as f64 * if words < SHORT { 0.85 } else { 0.6 }
}

/// The words of `a`, as a range from the first to the last, that are too like `b` for chance: ten in a row, or
/// the [`share`] of the shorter speech in the same order.
pub fn shared_words(a: &[u16], b: &[u16]) -> Option<std::ops::Range<usize>> {
    let (a, b) = (&a[..a.len().min(LONGEST)], &b[..b.len().min(LONGEST)]);
    if !may_share(a, b) {
        return None;
    }
    let (run, in_order, first, last) = common(a, b);
    let shorter = a.len().min(b.len());
    let alike = run >= LONG_RUN || shorter >= SHORTEST && in_order as f64 >= share(shorter);
    alike.then_some(first..last + 1)
}

/// False where so few words of `a` are words of `b` that they cannot be too alike.
fn may_share(a: &[u16], b: &[u16]) -> bool {
    let words = Hints::of(b.iter().copied().map(u32::from));
    let (mut run, mut longest, mut all) = (0, 0, 0);
    for word in a {
        run = if words.has(u32::from(*word)) { run + 1 } else { 0 };
        longest = longest.max(run);
        all += usize::from(run > 0);
    }
    longest >= LONG_RUN || all as f64 >= share(a.len().min(b.len()))
}

/// The longest common run and the longest common subsequence of two word lists, and the first and last word
/// of `a` that belongs to a common run of three.
fn common(a: &[u16], b: &[u16]) -> (usize, usize, usize, usize) {
    let mut longest = 0;
    let (mut first, mut last) = (a.len().saturating_sub(1), 0);
    let mut before = vec![(0usize, 0usize); b.len() + 1];
    let mut row = before.clone();
    for (i, word) in a.iter().enumerate() {
        for (j, other) in b.iter().enumerate() {
            let (run, order) = before[j];
            row[j + 1] =
                if word == other { (run + 1, order + 1) } else { (0, row[j].1.max(before[j + 1].1)) };
            row[j + 1].1 = row[j + 1].1.max(row[j].1).max(before[j + 1].1);
            let run = row[j + 1].0;
            longest = longest.max(run);
            if run >= 3 {
                first = first.min(i + 1 - run);
                last = last.max(i);
            }
        }
        std::mem::swap(&mut before, &mut row);
    }
    let in_order = before.last().map_or(0, |cell| cell.1);
    if first > last {
        (longest, in_order, 0, a.len().saturating_sub(1))
    } else {
        (longest, in_order, first, last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Point, Span};

    #[test]
    fn words_in_a_row_are_found_wherever_they_stand() {
        let known = Hints::of(std::iter::once(1));
        let at = Locus { span: Span::new(0, 0), start: Point::default(), end: Point::default() };
        for length in 0..14 {
            for bits in 0..1u32 << length {
                let words: Arc<[u16]> = (0..length).map(|at| (bits >> at & 1) as u16).collect();
                let expected = words.windows(RUN).any(|run| run.iter().all(|word| *word == 1));
                let quote = QuotePosting { speaker: Speaker::New("Ryu".into()), words, at };
                assert_eq!(quote.may_have_run_of(&known), expected, "{:?}", quote.words);
            }
        }
    }

    #[test]
    fn what_two_speeches_share_is_looked_up() {
        for (length, shared) in [(8, 6), (19, 6), (20, 9), (57, 9)] {
            let kept: Vec<u16> = (0..length).collect();
            for start in 0..=length - shared {
                let mut other: Vec<u16> = (1_000..1_007).collect();
                other.splice(3..3, start..start + shared);
                let asked: Vec<u32> = runs(&other).collect();
                assert!(samples(&kept).iter().any(|run| asked.contains(run)), "{start} of {length}");
            }
        }
    }
}
