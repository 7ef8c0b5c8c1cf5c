//! What an edit changed in an article.

use super::article::Document;
use super::edit::Fact;
use super::facts::{Chain, ChainKey};
use super::paragraph::Paragraph;
use crate::text::Span;
use rustc_hash::FxHashMap;
use std::ops::Range;
use std::sync::Arc;

/// What became of one article in another, which edits made of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Where the two differ, in text order. All other paragraphs are the same in both, and so are the facts in them.
    pub runs: Vec<Run>,
    /// True when every name is whose it was: mentions, candidates, chains, expansions, acronyms and ambiguities are the
    /// same one by one, introductions and ties too but for their words; only their places are others.
    pub same_names: bool,
    /// The one of the runs with another text.
    edited: Run,
    /// For each chain before the one of the same name now, and the other way round; nothing where all are the same.
    chains: Option<[Vec<Option<u32>>; 2]>,
}

/// Paragraphs of an article that differ from those of another state of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Those of the article before, …
    pub before: Range<usize>,
    /// … and those of the article now that stand in their place.
    pub now: Range<usize>,
    /// True where they are the same paragraphs, and only facts in them are others.
    pub same_text: bool,
}

impl Difference {
    /// What differs in `now` from `before`: in time proportional to the paragraphs, and where names differ to the names. `now`
    /// remembers it, of the first state that it is compared with.
    pub fn between(before: &Arc<Document>, now: &Arc<Document>) -> Arc<Self> {
        let look = || Arc::new(Self::look(before, now));
        let (compared, difference) = now.compared.get_or_init(|| (Arc::downgrade(before), look()));
        if compared.as_ptr() == Arc::as_ptr(before) { Arc::clone(difference) } else { look() }
    }

    fn look(before: &Document, now: &Document) -> Self {
        let (old, new) = touched(&before.paragraphs, &now.paragraphs);
        let edited = Run { before: old, now: new, same_text: false };
        if Arc::ptr_eq(&before.chains, &now.chains) {
            let runs = Comparison { before, now, edited: &edited, there: None }.runs_of_speeches();
            return Self { runs, same_names: true, edited, chains: None };
        }
        let there = same_names(&before.chains, &now.chains);
        let mut back = vec![None; now.chains.len()];
        for (chain, there) in (0..).zip(&there).filter_map(|(chain, there)| Some((chain, (*there)?))) {
            back[there as usize] = Some(chain);
        }
        let runs = Comparison { before, now, edited: &edited, there: Some(&there) }.runs();
        Self { runs, same_names: false, edited, chains: Some([there, back]) }
    }

    /// The place now of paragraph `at`, which is no edited one, or of the end of the article.
    pub fn moved(&self, at: usize) -> usize {
        let Run { before, now, .. } = &self.edited;
        if at >= before.end { at - before.end + now.end } else { at }
    }

    /// The chain now of the name whose chain was `chain`.
    pub fn now(&self, chain: u32) -> Option<u32> {
        self.chains.as_ref().map_or(Some(chain), |[now, _]| now.get(chain as usize).copied().flatten())
    }

    /// The chain before of the name whose chain is `chain`.
    pub fn before(&self, chain: u32) -> Option<u32> {
        self.chains.as_ref().map_or(Some(chain), |[_, back]| back.get(chain as usize).copied().flatten())
    }
}

/// The paragraphs of two articles that are not the same in both: all from the first to the last.
pub(super) fn touched(before: &[Arc<Paragraph>], now: &[Arc<Paragraph>]) -> (Range<usize>, Range<usize>) {
    let same = |(a, b): &(&Arc<Paragraph>, &Arc<Paragraph>)| Arc::ptr_eq(a, b);
    let head = before.iter().zip(now).take_while(same).count();
    let tail = before[head..].iter().rev().zip(now[head..].iter().rev()).take_while(same).count();
    (head..before.len() - tail, head..now.len() - tail)
}

/// For each chain of `before` the one of the same name in `now`. Most stand where they did, from either end.
fn same_names(before: &[Chain], now: &[Chain]) -> Vec<Option<u32>> {
    let same = |(a, b): &(&Chain, &Chain)| a.key == b.key;
    let head = before.iter().zip(now).take_while(same).count();
    let tail = before[head..].iter().rev().zip(now[head..].iter().rev()).take_while(same).count();
    let (old, new) = (head..before.len() - tail, head..now.len() - tail);
    let others: FxHashMap<&ChainKey, u32> = new.clone().map(|at| (&now[at].key, at as u32)).collect();
    let there = |at: usize| match at {
        _ if at < head => Some(at as u32),
        _ if at >= old.end => Some((at - old.end + new.end) as u32),
        _ => others.get(&before[at].key).copied(),
    };
    (0..before.len()).map(there).collect()
}

/// Two states of an article, to be compared fact by fact.
struct Comparison<'a> {
    before: &'a Document,
    now: &'a Document,
    /// The paragraphs that are others.
    edited: &'a Run,
    /// For each chain before the one of the same name now, where they are not all the same.
    there: Option<&'a [Option<u32>]>,
}

impl Comparison<'_> {
    /// The paragraphs with another text, or in which others speak.
    fn runs_of_speeches(self) -> Vec<Run> {
        let mut other = Vec::new();
        self.compare_speeches(&mut other);
        self.marked(other)
    }

    /// The paragraphs with another text or other facts.
    fn runs(self) -> Vec<Run> {
        let (before, now) = (self.before, self.now);
        let there = |chain: u32| self.there(chain);
        let elsewhere =
            |at: &usize| self.at_now(*at).is_some_and(|now_at| before.zones[*at] != now.zones[now_at]);
        let mut other: Vec<usize> = (0..before.paragraphs.len()).filter(elsewhere).collect();
        self.compare(&before.mentions, &now.mentions, &mut other, |a, b| {
            (a.entity, a.form, a.partial, a.zone, a.speech) == (b.entity, b.form, b.partial, b.zone, b.speech)
        });
        self.compare(&before.candidates, &now.candidates, &mut other, |a, b| {
            (a.kind, a.zone, a.speech, there(a.chain)) == (b.kind, b.zone, b.speech, Some(b.chain))
        });
        self.compare(&before.expansions, &now.expansions, &mut other, |a, b| {
            (a.entity, a.zone, a.speech) == (b.entity, b.zone, b.speech)
        });
        self.compare(&before.acronyms, &now.acronyms, &mut other, |a, b| {
            (a.zone, a.speech, a.inside_name) == (b.zone, b.speech, b.inside_name)
        });
        self.compare(&before.ambiguities, &now.ambiguities, &mut other, |a, b| {
            let mut owners: Vec<Option<u32>> = a.owners.iter().map(|owner| there(*owner)).collect();
            owners.sort_unstable();
            (a.zone, a.speech) == (b.zone, b.speech)
                && owners.into_iter().eq(b.owners.iter().map(|o| Some(*o)))
        });
        self.compare_speeches(&mut other);
        self.compare(&before.introductions, &now.introductions, &mut other, |a, b| {
            let same = (a.kind, a.holds, there(a.chain)) == (b.kind, b.holds, Some(b.chain));
            same && self.also(a.employer, b.employer)
        });
        self.compare(&before.ties, &now.ties, &mut other, |a, b| {
            (a.kind, there(a.subject), there(a.other)) == (b.kind, Some(b.subject), Some(b.other))
        });
        self.marked(other)
    }

    fn compare_speeches(&self, other: &mut Vec<usize>) {
        self.compare(&self.before.speeches, &self.now.speeches, other, |a, b| {
            a.personal == b.personal && self.also(a.speaker, b.speaker)
        });
    }

    /// The chain now of the name whose chain was `chain`.
    fn there(&self, chain: u32) -> Option<u32> {
        self.there.map_or(Some(chain), |there| there.get(chain as usize).copied().flatten())
    }

    /// True where `b` is the chain now of `a`, or both are nobody's.
    fn also(&self, a: Option<u32>, b: Option<u32>) -> bool {
        a.map(|chain| self.there(chain)) == b.map(Some)
    }

    /// The place now of paragraph `at`; `None` for one that is no longer there.
    fn at_now(&self, at: usize) -> Option<usize> {
        let Run { before, now, .. } = self.edited;
        match at {
            _ if at < before.start => Some(at),
            _ if at >= before.end => Some(at - before.end + now.end),
            _ => None,
        }
    }

    /// Notes in `other` the paragraphs, by their places before, in which facts of one kind differ in their places, or as
    /// `same` tells.
    fn compare<F: Fact>(
        &self,
        before: &[F],
        now: &[F],
        other: &mut Vec<usize>,
        same: impl Fn(&F, &F) -> bool,
    ) {
        let Run { before: old, now: new, .. } = self.edited;
        let start = |document: &Document, at: usize| {
            document.starts.get(at).copied().unwrap_or_else(|| document.len())
        };
        let cut = |facts: &[F], document: &Document, at: usize| {
            let byte = start(document, at);
            facts.partition_point(|fact| fact.place().start < byte)
        };
        let (head, tail) = (cut(before, self.before, old.start), cut(before, self.before, old.end));
        let (now_head, now_tail) = (cut(now, self.now, new.start), cut(now, self.now, new.end));
        let ends = (start(self.before, old.end), start(self.now, new.end));
        let moved = |span: Span| Span::new(span.start - ends.0 + ends.1, span.end - ends.0 + ends.1);
        let parts = [(&before[..head], &now[..now_head], false), (&before[tail..], &now[now_tail..], true)];
        for (mut old_facts, mut new_facts, behind) in parts {
            let moved = |span: Span| if behind { moved(span) } else { span };
            let paragraph = |fact: &F, document: &Document| {
                fact.paragraph().map_or_else(|| document.paragraph_at(fact.place().start), |at| at as usize)
            };
            let back = |at: usize| if behind { at - new.end + old.end } else { at };
            loop {
                let same = |(a, b): &(&F, &F)| a.has_places(b, moved) && same(a, b);
                let alike = old_facts.iter().zip(new_facts).take_while(same).count();
                (old_facts, new_facts) = (&old_facts[alike..], &new_facts[alike..]);
                let first = old_facts.first().map(|fact| paragraph(fact, self.before));
                let first = first
                    .into_iter()
                    .chain(new_facts.first().map(|fact| back(paragraph(fact, self.now))))
                    .min();
                let Some(at) = first else { break };
                other.push(at);
                let here = old_facts.partition_point(|fact| paragraph(fact, self.before) <= at);
                let now_here = new_facts.partition_point(|fact| back(paragraph(fact, self.now)) <= at);
                (old_facts, new_facts) = (&old_facts[here..], &new_facts[now_here..]);
            }
        }
    }

    /// The edited paragraphs and those that are noted in `other`, in whatever order.
    fn marked(self, mut other: Vec<usize>) -> Vec<Run> {
        other.sort_unstable();
        other.dedup();
        let (front, behind) = other.split_at(other.partition_point(|at| *at < self.edited.before.start));
        let mut runs = Vec::new();
        front.iter().for_each(|at| self.add(*at, &mut runs));
        runs.push(self.edited.clone());
        behind.iter().for_each(|at| self.add(*at, &mut runs));
        runs
    }

    /// Adds paragraph `at`, which stands behind all of `runs`, unless it is an edited one.
    fn add(&self, at: usize, runs: &mut Vec<Run>) {
        let Some(now) = self.at_now(at) else { return };
        match runs.last_mut().filter(|run| run.same_text && run.before.end == at) {
            Some(run) => (run.before.end, run.now.end) = (at + 1, now + 1),
            None => runs.push(Run { before: at..at + 1, now: now..now + 1, same_text: true }),
        }
    }
}
