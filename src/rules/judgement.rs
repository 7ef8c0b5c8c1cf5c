//! What the rules found in an article, kept so that after an edit they are asked of what it touched alone.

use super::asked::{Asked, Touched, ask_quotes};
use super::judge::{Case, completed, drop_known, settled};
use super::list::RULES;
use super::register::Register;
use super::rule::{Others, Rule};
use super::seen_names::SeenNames;
use crate::catalog::EntityIx;
use crate::corpus::{QuotePosting, Snapshot, quotes};
use crate::diagnostic::{Diagnostic, Place};
use crate::document::{ChainKey, Difference, Document, Run, Zone};
use crate::text::Span;
use std::borrow::Cow;
use std::cell::{LazyCell, OnceCell};
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

/// What the rules find in one state of an article, in one state of its corpus.
#[derive(Debug)]
pub struct Judgement {
    path: Arc<Path>,
    document: Arc<Document>,
    snapshot: Snapshot,
    /// What each rule finds by itself, in the order of [`RULES`].
    found: Vec<Vec<Diagnostic>>,
    /// Those that are shown, in their order: each by its rule and its place among what that found; once that was asked for.
    shown: OnceCell<Vec<(usize, usize)>>,
    /// Another number where they are others.
    which: u64,
    /// The article's speeches.
    quotes: Vec<QuotePosting>,
    /// What is seen of its names.
    seen_names: SeenNames,
    /// Where its names stand, once that was asked for.
    register: OnceCell<Register>,
    /// What was asked last, where not all was.
    asked_last: Option<AskedLast>,
}

/// Of whom the rules were asked in this state of the article, and what each found of them; `None` for a rule that was
/// asked of all.
#[derive(Debug)]
struct AskedLast {
    asked: Asked,
    found: Vec<Option<Vec<Diagnostic>>>,
}

impl Judgement {
    /// Judges all of an article.
    pub fn new(path: Arc<Path>, document: Arc<Document>, snapshot: Snapshot) -> Self {
        let quotes = quotes(&document, &document.speeches);
        let seen_names = SeenNames::default();
        let case = Case::new(&path, &document, &snapshot, &quotes, &seen_names, None);
        let found = RULES.iter().map(|rule| case.found(*rule)).collect();
        drop(case);
        let (shown, register, asked_last) = (OnceCell::new(), OnceCell::new(), None);
        let which = 0;
        Self { path, document, snapshot, found, shown, which, quotes, seen_names, register, asked_last }
    }

    /// True for what the rules found in this very `document`.
    pub fn is_of(&self, document: &Arc<Document>) -> bool {
        Arc::ptr_eq(&self.document, document)
    }

    /// Bytes of `document`, another state of the article, that differ so that the rules are asked of them; `None` where they
    /// are asked of all.
    pub fn to_be_renewed(&self, document: &Arc<Document>, snapshot: &Snapshot) -> Option<usize> {
        let difference = self.difference(document, snapshot)?;
        let start = |at: usize| document.starts.get(at).copied().unwrap_or_else(|| document.len());
        Some(difference.runs.iter().map(|run| start(run.now.end) - start(run.now.start)).sum())
    }

    /// What of the article differs in `document`; `None` where to ask of that costs no less than to ask of all, or does
    /// not tell all.
    fn difference(&self, document: &Arc<Document>, snapshot: &Snapshot) -> Option<Arc<Difference>> {
        let kept = self.document.suppressions.is_empty()
            && document.suppressions.is_empty()
            && self.document.date == document.date
            && snapshot.is_but_for(&self.snapshot, &self.path);
        let difference = kept.then(|| Difference::between(&self.document, document))?;
        let differing: usize = difference.runs.iter().map(|run| run.now.len()).sum();
        // Of an article of few paragraphs nearly all that is asked may be asked twice.
        let few = 2 * differing <= document.paragraphs.len();
        (difference.same_names || few).then_some(difference)
    }

    /// Judges another state of the same article. Equals [`Judgement::new`]; where edits lead from the one state to the
    /// other, and nothing else changed, the rules are asked of what the edits touched.
    pub fn renewed(self, document: Arc<Document>, snapshot: Snapshot) -> Self {
        let Some(difference) = self.difference(&document, &snapshot) else {
            return Self { which: self.which + 1, ..Self::new(self.path, document, snapshot) };
        };
        let old: Vec<_> = difference.runs.iter().map(|run| run.before.clone()).collect();
        let new: Vec<_> = difference.runs.iter().map(|run| run.now.clone()).collect();
        let old = Touched { document: &self.document, runs: &old };
        let new = Touched { document: &document, runs: &new };
        let moves = Moves { old, new, difference: &difference, path: &self.path };
        let come = moves.new_quotes();
        let gone_quotes = moves.old_quotes(&self.quotes);
        let register = self.register.into_inner().unwrap_or_else(|| Register::of(&self.document));
        let other_register = (!difference.same_names).then(|| Register::of(&document));
        let registers = [&register, other_register.as_ref().unwrap_or(&register)];
        let [mut before, mut after] = Asked::of([old, new], registers, &difference, &snapshot.catalog);
        ask_quotes([&mut before, &mut after], &self.quotes, &gone_quotes, &come);
        let others = others(&difference, [old, new], [&before, &after]);
        let is_kept = |rule: &dyn Rule| !rule.reads_all() && !others.contains(&rule.minds());

        // What the rules found of all that is asked goes, …
        let was = Case::new(
            &self.path,
            &self.document,
            &self.snapshot,
            &self.quotes,
            &self.seen_names,
            Some(&before),
        );
        // It is known where the same was asked the last time, as it is while somebody types on in one paragraph.
        let last = self.asked_last.filter(|last| last.asked == before);
        let mut last = last.map_or_else(Vec::new, |last| last.found);
        last.resize(RULES.len(), None);
        let all = RULES.iter().zip(&self.found).zip(last);
        let gone: Vec<_> = all
            .map(|((rule, kept), last)| match is_kept(*rule) && !kept.is_empty() {
                true => last.unwrap_or_else(|| was.found(*rule)),
                false => Vec::new(),
            })
            .collect();
        drop(was);

        // … and what they find of it now comes.
        let quotes = moves.quotes(self.quotes, gone_quotes, come);
        let is = |asked| Case::new(&self.path, &document, &snapshot, &quotes, &self.seen_names, asked);
        let (part, whole) = (is(Some(&after)), LazyCell::new(|| is(None)));
        let mut found = Vec::with_capacity(self.found.len());
        let mut found_last = Vec::with_capacity(self.found.len());
        let (mut shown, mut which) = (self.shown, self.which);
        for ((rule, kept), gone) in RULES.iter().zip(self.found).zip(gone) {
            let none = kept.is_empty();
            let come = is_kept(*rule).then(|| part.found(*rule));
            let now = come.as_ref().and_then(|come| moves.findings(kept, &gone, come));
            let now = now.unwrap_or_else(|| (whole.found(*rule), false));
            if !(now.1 || none && now.0.is_empty()) {
                (shown, which) = (OnceCell::new(), self.which + 1);
            }
            found.push(now.0);
            found_last.push(come);
        }
        drop((part, whole));
        Self {
            found,
            shown,
            which,
            quotes,
            path: self.path,
            seen_names: self.seen_names,
            register: other_register.unwrap_or(register).into(),
            asked_last: Some(AskedLast { asked: after, found: found_last }),
            document,
            snapshot,
        }
    }

    /// A number for the findings that are shown: while it is the same through renewals, they are the same but for their
    /// places, and those whose message tells of a place.
    pub fn which(&self) -> u64 {
        self.which
    }

    /// What all rules find, in text order, as [`judge`](super::judge::judge) gives it.
    pub fn findings(&self, everything: bool) -> Vec<Cow<'_, Diagnostic>> {
        if let Some(shown) = self.shown.get().filter(|_| !everything) {
            return shown.iter().map(|(nth, at)| completed(RULES[*nth], &self.found[*nth][*at])).collect();
        }
        let mut settled = settled(&self.found, &self.path, &self.document, &self.snapshot, everything);
        drop_known(&mut settled, &self.path, &self.document, &self.snapshot);
        let shown: Option<Vec<_>> = settled.iter().map(|shown| shown.from).collect();
        if let Some(shown) = shown.filter(|_| !everything) {
            self.shown.get_or_init(|| shown);
        }
        settled.into_iter().map(|shown| shown.finding).collect()
    }
}

/// What differs in others than those that are asked themselves.
fn others(difference: &Difference, states: [Touched; 2], asked: [&Asked; 2]) -> Vec<Others> {
    if difference.same_names {
        return Vec::new();
    }
    let named = |state: Touched, asked: &Asked| -> Vec<(EntityIx, bool)> {
        let document = state.document;
        let chains = asked.chains.iter().filter_map(|chain| document.chains.get(*chain as usize));
        let named = chains.filter_map(|chain| match chain.key {
            ChainKey::Entity(entity) if !chain.members.is_empty() => {
                let mut members = chain.members.iter().filter_map(|at| document.mentions.get(*at as usize));
                Some((entity, members.any(|mention| mention.zone != Zone::Furniture)))
            }
            _ => None,
        });
        let mut named: Vec<_> = named.collect();
        named.sort_unstable();
        named
    };
    let [before, now] = [0, 1].map(|at| named(states[at], asked[at]));
    if before == now { vec![Others::All] } else { vec![Others::All, Others::Known] }
}

/// How places in one state of an article stand in another.
#[derive(Clone, Copy)]
struct Moves<'a> {
    old: Touched<'a>,
    new: Touched<'a>,
    difference: &'a Difference,
    path: &'a Arc<Path>,
}

impl Moves<'_> {
    /// Where `span` stands now; `None` where it is no name's and stands in a paragraph whose text differs.
    fn span(&self, span: Span) -> Option<Span> {
        let runs = &self.difference.runs;
        let at = runs.partition_point(|run| self.old.bytes(&run.before).start <= span.start);
        let Some(run) = at.checked_sub(1).map(|at| &runs[at]) else { return Some(span) };
        let (old, new) = (self.old.bytes(&run.before), self.new.bytes(&run.now));
        if run.same_text || span.start >= old.end {
            return Some(Span::new(span.start + new.end - old.end, span.end + new.end - old.end));
        }
        if !self.difference.same_names {
            return None;
        }
        let (before, now) = (self.old.document, self.new.document);
        macro_rules! same {
            ($list:ident, $place:ident) => {
                if let Ok(at) = before.$list.binary_search_by_key(&span, |fact| fact.$place) {
                    return now.$list.get(at).map(|fact| fact.$place);
                }
            };
        }
        same!(mentions, span);
        same!(candidates, span);
        same!(acronyms, span);
        same!(ambiguities, span);
        same!(expansions, span);
        let at = self.old.places_in(&run.before, &before.expansions, |e| e.span);
        let (was, is) = (before.expansions.get(at.clone())?, now.expansions.get(at)?);
        was.iter().zip(is).find_map(|(was, is)| match span {
            _ if span == was.short => Some(is.short),
            _ if span == was.long => Some(is.long),
            _ => None,
        })
    }

    /// What a rule finds now: what it found before where that stands now, without what has `gone`, and what has `come`; true
    /// beside it where that is the same but for its places. `None` where something cannot be moved.
    fn findings(
        &self,
        mut found: Vec<Diagnostic>,
        gone: &[Diagnostic],
        come: &[Diagnostic],
    ) -> Option<(Vec<Diagnostic>, bool)> {
        let is_moved = |(gone, come): (&Diagnostic, &Diagnostic)| {
            let mut moved = gone.clone();
            self.finding(&mut moved).is_some() && moved == *come
        };
        let same = gone.len() == come.len() && gone.iter().zip(come).all(is_moved);
        if !same {
            found.retain(|finding| !gone.contains(finding));
        }
        for finding in &mut found {
            self.finding(finding)?;
        }
        if !same {
            found.extend_from_slice(come);
        }
        Some((found, same))
    }

    /// Moves all places of `finding` that are in this article; `None` where that cannot be.
    fn finding(&self, finding: &mut Diagnostic) -> Option<()> {
        finding.span = self.span(finding.span)?;
        for edit in finding.fixes.iter_mut().flat_map(|fix| &mut fix.edits) {
            edit.span = self.span(edit.span)?;
        }
        for related in finding.related.iter_mut().filter(|related| related.place.is_in(self.path)) {
            let place = &mut related.place;
            let locus = self.new.document.locus(self.span(place.span)?);
            *place = Place { path: place.path.clone(), span: locus.span, start: locus.start, end: locus.end };
        }
        Some(())
    }

    /// The speeches in the paragraphs that differ, as they are now: of each run of them.
    fn new_quotes(&self) -> Vec<Vec<QuotePosting>> {
        let document = self.new.document;
        let of = |run: &Run| {
            let speeches = self.new.places_in(&run.now, &document.speeches, |speech| speech.span);
            quotes(document, &document.speeches[speeches])
        };
        self.difference.runs.iter().map(of).collect()
    }

    /// The places of those before in each run of them, among all `quotes` of the article before.
    fn old_quotes(&self, quotes: &[QuotePosting]) -> Vec<Range<usize>> {
        let runs = self.difference.runs.iter();
        runs.map(|run| self.old.places_in(&run.before, quotes, |quote| quote.at.span)).collect()
    }

    /// The speeches of the article now: those of `before` where they stand now, but for those that have `gone` and those
    /// that have `come` in their place.
    fn quotes(
        &self,
        before: Vec<QuotePosting>,
        gone: Vec<Range<usize>>,
        come: Vec<Vec<QuotePosting>>,
    ) -> Vec<QuotePosting> {
        let line =
            |state: Touched, paragraph: usize| state.document.lines.get(paragraph).copied().unwrap_or(0);
        let runs = &self.difference.runs;
        let mut now = Vec::with_capacity(before.len() + 1);
        let (mut before, mut taken) = (before.into_iter(), 0);
        // Where a place before stands now: the end of the last paragraphs that differ, in bytes and lines.
        let (mut bytes, mut lines) = ((0, 0), (0, 0));
        let moved = |mut quote: QuotePosting, bytes: (usize, usize), lines: (u32, u32)| {
            let at = &mut quote.at;
            at.span = Span::new(at.span.start - bytes.0 + bytes.1, at.span.end - bytes.0 + bytes.1);
            at.start.line = at.start.line - lines.0 + lines.1;
            at.end.line = at.end.line - lines.0 + lines.1;
            quote
        };
        for ((run, gone), come) in runs.iter().zip(gone).zip(come) {
            let kept = before.by_ref().take(gone.start - taken);
            now.extend(kept.map(|quote| moved(quote, bytes, lines)));
            before.by_ref().take(gone.len()).for_each(drop);
            now.extend(come);
            taken = gone.end;
            bytes = (self.old.bytes(&run.before).end, self.new.bytes(&run.now).end);
            lines = (line(self.old, run.before.end), line(self.new, run.now.end));
        }
        now.extend(before.map(|quote| moved(quote, bytes, lines)));
        now
    }
}
