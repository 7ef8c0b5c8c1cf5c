//! An edit that leaves every name whose it was, as a letter more in a plain word does: what stands behind it moves, and
//! only the paragraphs that it touched are looked at. Where these cannot tell, whose each name is is decided anew, and
//! mostly found to be as it was.

use super::article::Document;
use super::assemble::Linked;
use super::difference::touched;
use super::edit::{Edit, Fact};
use super::facts::{
    Candidate, Chain, ChainKey, Expansion, Introduction, IntroductionKind, Mention, Speech, Tie, Zone,
};
use super::mouth_before::mouth_before;
use super::paragraph::Paragraph;
use super::raw_candidate::RawCandidate;
use super::speaker::{Who, voices};
use super::suppress::{may_suppress, suppressions};
use super::telling::{Names, Place, Telling, stands_for};
use super::zones::{zones, zones_after};
use crate::catalog::{Catalog, Kind};
use crate::text::Span;
use rustc_hash::{FxHashMap, FxHashSet};
use std::cell::{OnceCell, RefCell};
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// An article before an edit, and its paragraphs after it.
pub(super) struct Change<'a> {
    before: &'a Document,
    paragraphs: &'a [Arc<Paragraph>],
    starts: &'a [usize],
    zones: Vec<Zone>,
    edit: Edit,
    /// The paragraphs that the edit touched, before and now.
    old: Range<usize>,
    new: Range<usize>,
    catalog: &'a Catalog,
}

impl<'a> Change<'a> {
    /// `before` and, with where they start, its paragraphs after `edit`; `None` where the edit changes what part of the
    /// article any other paragraph is.
    pub(super) fn new(
        before: &'a Document,
        paragraphs: &'a [Arc<Paragraph>],
        starts: &'a [usize],
        edit: Edit,
        catalog: &'a Catalog,
    ) -> Option<Self> {
        let (old, new) = touched(&before.paragraphs, paragraphs);
        let format = before.format;
        let zones =
            zones_after(&before.zones, old.clone(), &paragraphs[new.clone()], format).or_else(|| {
                let zones = zones(paragraphs, format);
                let kept = zones[..new.start] == before.zones[..old.start]
                    && zones[new.end..] == before.zones[old.end..];
                kept.then_some(zones)
            })?;
        Some(Self { before, paragraphs, starts, zones, edit, old, new, catalog })
    }

    /// The article after the edit, all but its paragraphs and where they start. `path` is only looked at for a date in it.
    pub(super) fn facts(&self, path: &str) -> Document {
        let link = || Linked::of(self.paragraphs, self.starts, self.before.format, self.catalog);
        let linked = (!self.same_possible_facts() || !self.same_shared_names()).then(link);
        let kept = self.kept(linked.as_ref());
        kept.unwrap_or_else(|| linked.unwrap_or_else(link).facts(path))
    }

    /// The same where every name is whose it was, as it is known to be, or as `linked` shows where that decides it anew; `None`
    /// where that changes, or may.
    fn kept(&self, linked: Option<&Linked>) -> Option<Document> {
        let before = self.before;
        if !self.same_date() || linked.is_some_and(|linked| !linked.has_chains(before)) {
            return None;
        }
        let mentions = self.moved(&before.mentions, |m| (m.zone, m.speech))?;
        let candidates = self.moved(&before.candidates, |c| (c.zone, c.speech))?;
        let expansions = self.moved(&before.expansions, |e| (e.zone, e.speech))?;
        let acronyms = self.moved(&before.acronyms, |a| (a.zone, a.speech))?;
        let ambiguities = self.moved(&before.ambiguities, |a| (a.zone, a.speech))?;
        let same = |linked: &Linked| {
            let found = &linked.assembly;
            let is_found = |(found, moved): (&Candidate, &Candidate)| {
                // Some are persons by what is told of them alone, which comes later.
                let called = before.chains[moved.chain as usize].called_person;
                let kind = moved.kind.filter(|_| !called);
                found.kind == kind && Candidate { kind, ..moved.clone() } == *found
            };
            found.mentions == mentions
                && found.candidates.len() == candidates.len()
                && found.candidates.iter().zip(&candidates).all(is_found)
                && (&linked.expansions, &linked.acronyms) == (&expansions, &acronyms)
                && found.ambiguities == ambiguities
        };
        let called = self.same_courtesies(&before.mentions, &mentions, |m| m.paragraph)
            && self.same_courtesies(&before.candidates, &candidates, |c| c.paragraph);
        if !called || linked.is_some_and(|linked| !same(linked)) {
            return None;
        }
        let (introductions, ties, same_told) = self.told(&mentions, &candidates, &expansions)?;
        let speeches = self.speeches(&mentions, &candidates);
        let silent = before.suppressions.is_empty()
            && before.unread_comments.is_empty()
            && !self.paragraphs[self.new.clone()].iter().any(|p| may_suppress(p, before.format));
        let (suppressions, unread_comments) = if silent {
            Default::default()
        } else {
            suppressions(self.paragraphs, self.starts, before.format)
        };
        let families = linked.map(|linked| linked.assembly.shared_families.as_slice());
        let shared_families = match families.filter(|families| **families != *before.shared_families) {
            Some(families) => families.into(),
            None => Arc::clone(&before.shared_families),
        };
        Some(Document {
            format: before.format,
            date: before.date,
            chains: match same_told {
                true => Arc::clone(&before.chains),
                false => Arc::new(before.chains.to_vec()),
            },
            zones: self.zones.clone(),
            paragraphs: Vec::new(),
            starts: Vec::new(),
            lines: Vec::new(),
            mentions,
            candidates,
            expansions,
            introductions,
            ties,
            speeches,
            acronyms,
            ambiguities,
            shared_families,
            suppressions,
            unread_comments,
            in_editor: before.in_editor,
            compared: OnceLock::new(),
        })
    }

    /// True when what may be a name in the touched paragraphs is the same, one by one, and moved by the edit.
    fn same_possible_facts(&self) -> bool {
        self.same(
            |p| &p.hits,
            |hit| [hit.span; 3],
            |a, b| (&a.forms, a.context, a.titles) == (&b.forms, b.context, b.titles),
        ) && self.same(|p| &p.candidates, |name| [name.span; 3], RawCandidate::is_like)
            && self.same(|p| &p.expansions, |e| [e.span, e.short, e.long], |_, _| true)
            && self.same(|p| &p.acronyms, |acronym| [*acronym; 3], |_, _| true)
    }

    /// True when all that tells whose a name is that several persons bear is the same in the touched paragraphs: the word
    /// before it, and whom its paragraph has named.
    fn same_shared_names(&self) -> bool {
        let shared = &self.before.shared_families;
        let (old, new) = (&self.before.paragraphs[self.old.clone()], &self.paragraphs[self.new.clone()]);
        let named = |paragraphs: &'a [Arc<Paragraph>]| paragraphs.iter().flat_map(|p| p.shared_names(shared));
        shared.is_empty() || named(old).eq(named(new))
    }

    /// The same for one kind of fact: `list` gives those of a paragraph, `places` where one stands.
    fn same<F: 'a>(
        &self,
        list: impl Fn(&'a Paragraph) -> &'a Vec<F>,
        places: impl Fn(&F) -> [Span; 3],
        alike: impl Fn(&F, &F) -> bool,
    ) -> bool {
        let all = |paragraphs: &'a [Arc<Paragraph>],
                   starts: &'a [usize],
                   zones: &[Zone],
                   touched: &Range<usize>| {
            let list = &list;
            let zones: Vec<Zone> = zones[touched.clone()].to_vec();
            let touched = paragraphs[touched.clone()].iter().zip(&starts[touched.clone()]).zip(zones);
            touched.flat_map(move |((paragraph, start), zone)| {
                let block = (paragraph.title_case, paragraph.block_traits(zone));
                list(paragraph).iter().map(move |fact| (fact, *start, block))
            })
        };
        let mut old = all(&self.before.paragraphs, &self.before.starts, &self.before.zones, &self.old);
        let mut new = all(self.paragraphs, self.starts, &self.zones, &self.new);
        loop {
            let ((a, from, block), (b, to, block_now)) = match (old.next(), new.next()) {
                (None, None) => return true,
                (Some(a), Some(b)) => (a, b),
                _ => return false,
            };
            let moved = places(a).map(|span| self.edit.moved(span.shifted(from)));
            let now = places(b).map(|span| Some(span.shifted(to)));
            if moved != now || block != block_now || !alike(a, b) {
                return false;
            }
        }
    }

    /// True when those who are named in the touched paragraphs are called by the courtesies of before: who is "he" elsewhere
    /// may follow from them. `was` are names before, and `now` the same where they stand now.
    fn same_courtesies<F: Fact>(&self, was: &[F], now: &[F], paragraph: impl Fn(&F) -> u32) -> bool {
        let called = |fact: &F, paragraphs: &[Arc<Paragraph>], starts: &[usize]| {
            let at = paragraph(fact) as usize;
            paragraphs[at].courtesy(starts[at], fact.place())
        };
        let (front, inside, _) = self.parted(was);
        inside.iter().zip(&now[front.len()..]).all(|(was, now)| {
            called(was, &self.before.paragraphs, &self.before.starts)
                == called(now, self.paragraphs, self.starts)
        })
    }

    /// True when the touched paragraphs say the same of the article's date.
    fn same_date(&self) -> bool {
        let old = self.before.paragraphs[self.old.clone()].iter().filter_map(|p| p.dating());
        old.eq(self.paragraphs[self.new.clone()].iter().filter_map(|p| p.dating()))
    }

    /// The bytes of the touched paragraphs before the edit.
    fn touched_before(&self) -> Span {
        let at = |at: usize| self.before.starts.get(at).copied().unwrap_or_else(|| self.before.len());
        Span::new(at(self.old.start), at(self.old.end))
    }

    /// `facts` in three: those in front of the touched paragraphs, in them, and behind them.
    fn parted<'f, F: Fact>(&self, facts: &'f [F]) -> (&'f [F], &'f [F], &'f [F]) {
        let touched = self.touched_before();
        let (front, rest) = facts.split_at(facts.partition_point(|f| f.place().start < touched.start));
        let (inside, behind) = rest.split_at(rest.partition_point(|f| f.place().start < touched.end));
        (front, inside, behind)
    }

    /// `facts` where they stand now, those of the touched paragraphs given way to `inside`.
    fn with<F: Fact>(&self, facts: &[F], inside: impl IntoIterator<Item = F>) -> Vec<F> {
        let (front, _, behind) = self.parted(facts);
        let mut all = Vec::with_capacity(facts.len() + 1);
        all.extend_from_slice(front);
        all.extend(inside);
        let (gone, come) = (self.old.end as u32, self.new.end as u32);
        all.extend(behind.iter().map(|fact| {
            let paragraph = fact.paragraph().map_or(0, |at| at - gone + come);
            fact.put(paragraph, |span| self.edit.behind(span))
        }));
        all
    }

    /// `facts` where they stand now; `None` where one comes to stand in another zone, or in speech, or no longer.
    fn moved<F: Fact>(&self, facts: &[F], stands: impl Fn(&F) -> (Zone, bool)) -> Option<Vec<F>> {
        let inside = self.parted(facts).1.iter().map(|fact| {
            let now = self.edit.moved(fact.place())?;
            let at = self.starts.partition_point(|start| *start <= now.start) - 1;
            let (paragraph, start) = (&self.paragraphs[at], self.starts[at]);
            let local = Span::new(now.start - start, now.end - start);
            let there = (paragraph.zone_of(local, self.zones[at]), paragraph.prose.is_speech(local));
            // The other spans of a fact lie within its first.
            (there == stands(fact)).then(|| fact.put(at as u32, |span| self.edit.moved(span).unwrap_or(span)))
        });
        Some(self.with(facts, inside.collect::<Option<Vec<F>>>()?))
    }

    /// Introductions and ties, and whether those of the touched paragraphs tell what they told before; `None` where another name
    /// may be a person's now by what is told of it.
    fn told(
        &self,
        mentions: &[Mention],
        candidates: &[Candidate],
        expansions: &[Expansion],
    ) -> Option<(Vec<Introduction>, Vec<Tie>, bool)> {
        let names = Names { chains: &self.before.chains, starts: self.starts, catalog: self.catalog };
        let all = OnceCell::new();
        let mut telling = Telling::default();
        let (_, introduced, _) = self.parted(&self.before.introductions);
        let written_out = introduced.iter().filter(|i| i.kind == IntroductionKind::Expansion);
        for introduction in written_out {
            let place = self.edit.moved(introduction.name)?;
            let expansion = &expansions[expansions.binary_search_by_key(&place, |e| e.span).ok()?];
            let at = expansion.paragraph as usize;
            let paragraph = &self.paragraphs[at];
            telling.introductions.push(paragraph.written_out(self.starts[at], expansion, introduction.chain));
        }
        let here = names.named(self.now(mentions), self.now(candidates));
        for named in here.chunk_by(|a, b| a.paragraph == b.paragraph) {
            let first = named[0].paragraph;
            let at = first as usize;
            let place =
                Place { paragraph: &self.paragraphs[at], start: self.starts[at], zone: self.zones[at] };
            let above = |noun: &str, most: usize| {
                let all = all.get_or_init(|| names.named(mentions, candidates));
                let above = &all[..all.partition_point(|name| name.paragraph < first)];
                stands_for(noun, above.iter().rev().take(most))
            };
            telling.hear(place, named, &above);
        }
        let (introductions, ties) = telling.finish();
        let (_, tied, _) = self.parted(&self.before.ties);
        let introduction = |i: &Introduction| (i.chain, i.kind, i.employer, i.holds);
        let tie = |t: &Tie| (t.kind, t.subject, t.other);
        let same = introduced.iter().map(introduction).eq(introductions.iter().map(introduction))
            && tied.iter().map(tie).eq(ties.iter().map(tie));
        if !same && self.calls_others(introduced, &introductions) {
            return None;
        }
        let introductions = self.with(&self.before.introductions, introductions);
        Some((introductions, self.with(&self.before.ties, ties), same))
    }

    /// True where the one list gives an office or a byline to whom the other does not, and nothing else shows a person there.
    fn calls_others(&self, was: &[Introduction], now: &[Introduction]) -> bool {
        let called = |list: &[Introduction]| -> FxHashSet<u32> {
            let persons =
                list.iter().filter(|i| matches!(i.kind, IntroductionKind::Role | IntroductionKind::Byline));
            persons.map(|i| i.chain).collect()
        };
        let Document { chains, candidates, .. } = self.before;
        let may_change = |chain: &u32| {
            let Chain { key, members, called_person, .. } = &chains[*chain as usize];
            let shown = || members.first().is_some_and(|at| candidates[*at as usize].kind.is_some());
            matches!(key, ChainKey::Name(_)) && (*called_person || !shown())
        };
        called(was).symmetric_difference(&called(now)).any(may_change)
    }

    /// Those of `facts`, which stand where they do now, that are in the touched paragraphs.
    fn now<'f, F: Fact>(&self, facts: &'f [F]) -> &'f [F] {
        within(facts, &self.new)
    }

    /// The speeches: those of the touched paragraphs, and of the ones behind them as long as somebody else may go on speaking
    /// there than before.
    fn speeches(&self, mentions: &[Mention], candidates: &[Candidate]) -> Vec<Speech> {
        let before = self.before;
        let voices = |paragraphs: Range<usize>| {
            voices(within(mentions, &paragraphs), within(candidates, &paragraphs), self.catalog)
        };
        let known: RefCell<FxHashMap<u32, Who>> = RefCell::default();
        let who = |chain: u32| {
            *known.borrow_mut().entry(chain).or_insert_with(|| self.who(chain, mentions, candidates))
        };
        let (mut mouth, mut found) = (mouth_before(before, self.old.start, self.catalog), Vec::new());
        let here = voices(self.new.clone());
        for at in self.new.clone() {
            mouth.speak(&self.paragraphs[at], at, self.starts[at], &here, &who, &mut found);
        }
        let (mut was, mut end) = (mouth_before(before, self.old.end, self.catalog), self.new.end);
        while mouth != was && end < self.paragraphs.len() {
            let (paragraph, start, here) = (&self.paragraphs[end], self.starts[end], voices(end..end + 1));
            was.speak(paragraph, end, start, &here, &who, &mut Vec::new());
            mouth.speak(paragraph, end, start, &here, &who, &mut found);
            end += 1;
        }
        let first_behind = self.parted(&before.speeches).0.len() + found.len();
        let mut speeches = self.with(&before.speeches, found);
        let again = speeches[first_behind..].partition_point(|speech| (speech.paragraph as usize) < end);
        speeches.drain(first_behind..first_behind + again);
        speeches
    }

    /// What the article tells of a name.
    fn who(&self, chain: u32, mentions: &[Mention], candidates: &[Candidate]) -> Who {
        let called =
            |(at, span): (u32, Span)| self.paragraphs[at as usize].courtesy(self.starts[at as usize], span);
        let chain = &self.before.chains[chain as usize];
        let members = chain.members.iter().map(|at| *at as usize);
        match chain.key {
            ChainKey::Name(_) => {
                let members = members.filter_map(|at| candidates.get(at));
                // All members of a chain are of one kind.
                let mut persons = members.take_while(|c| c.kind == Some(Kind::Person)).peekable();
                let person = persons.peek().is_some();
                Who { person, courtesy: persons.find_map(|c| called((c.paragraph, c.span))) }
            }
            ChainKey::Entity(entity) => {
                let person = self.catalog.entity(entity).kind == Kind::Person;
                let mut members = members.filter(|_| person).filter_map(|at| mentions.get(at));
                Who { person, courtesy: members.find_map(|m| called((m.paragraph, m.span))) }
            }
        }
    }
}

impl Linked<'_> {
    /// True when the names are those of `before`, with as many places each.
    fn has_chains(&self, before: &Document) -> bool {
        let same = |(now, before): (&Chain, &Chain)| {
            (now.first, &now.members, &now.key) == (before.first, &before.members, &before.key)
        };
        let now = &self.assembly.chains;
        now.len() == before.chains.len() && now.iter().zip(before.chains.iter()).all(same)
    }
}

/// Those of `facts` that are in some paragraphs.
fn within<'f, F: Fact>(facts: &'f [F], paragraphs: &Range<usize>) -> &'f [F] {
    let place = |fact: &F| fact.paragraph().map_or(0, |at| at as usize);
    let from = facts.partition_point(|fact| place(fact) < paragraphs.start);
    &facts[from..facts.partition_point(|fact| place(fact) < paragraphs.end)]
}
