//! What an article does with its short forms: where each is used and where it is written out.

use super::around::{before, is_credited, is_in_title};
use super::asked::{Asked, those};
use super::letters::Initials;
use super::rule::Context;
use crate::catalog::{Catalog, EntityIx, FormKind, Kind};
use crate::document::{Candidate, Document, Expansion, Mention, Zone};
use crate::text::{Span, fold};
use rustc_hash::FxHashMap;
use std::cell::OnceCell;
use std::collections::BTreeMap;

/// An acronym used, not where it is given with its long form.
#[derive(Clone, Copy, Debug)]
pub(super) struct Use {
    /// Where.
    pub(super) span: Span,
    /// The part of the article.
    pub(super) zone: Zone,
    /// True inside speech.
    pub(super) speech: bool,
    /// True inside a longer name.
    pub(super) inside_name: bool,
}

/// One acronym in one article. Furniture and code are left out.
#[derive(Debug)]
pub(super) struct Story<'d> {
    /// The letters.
    pub(super) short: &'d str,
    /// Whose they are, where the catalog knows.
    pub(super) entity: Option<EntityIx>,
    /// Where it is used, in text order.
    pub(super) uses: Vec<Use>,
    /// Where it is written out, in text order.
    pub(super) expansions: Vec<&'d Expansion>,
    /// True where longer letters that end with these are written out: "NV Quay Safety Office (NV QSO)".
    pub(super) in_longer: bool,
}

/// The acronyms of an article, in the order of their letters.
///
/// Of `asked` letters alone, where only some are.
pub(super) fn stories<'d>(
    document: &'d Document,
    catalog: &'d Catalog,
    asked: Option<&Asked>,
) -> Vec<Story<'d>> {
    if asked.is_some_and(|asked| asked.shorts.is_empty()) {
        return Vec::new();
    }
    let is_asked = |short: &str| asked.is_none_or(|asked| asked.shorts.contains(short));
    let mut stories: BTreeMap<&'d str, Story<'d>> = BTreeMap::new();
    let expansions = those(&document.expansions, asked.map(|asked| asked.expansions.as_slice()));
    let told =
        |e: &&Expansion| is_prose(e.zone) && !(e.zone == Zone::Caption && is_credited(document, e.short));
    for expansion in expansions.filter(told) {
        let short = document.slice_in(expansion.paragraph, expansion.short);
        let story = story(&mut stories, short);
        story.entity = story.entity.or(expansion.entity);
        story.expansions.push(expansion);
    }
    for mention in mentions(document, asked).filter(|m| is_prose(m.zone) && !m.partial) {
        let form = catalog.form(mention.form);
        if form.kind == FormKind::Acronym && is_asked(&form.text) {
            let story = story(&mut stories, &form.text);
            if let Some(given) = written_out(document, mention.span) {
                story.in_longer |= is_end(mention.span, given);
                continue;
            }
            story.entity = story.entity.or(Some(mention.entity));
            let (span, zone, speech) = (mention.span, mention.zone, mention.speech);
            story.uses.push(Use { span, zone, speech, inside_name: false });
        }
    }
    let acronyms = those(&document.acronyms, asked.map(|asked| asked.acronyms.as_slice()));
    for acronym in acronyms.filter(|a| is_prose(a.zone)) {
        let (span, zone, speech) = (acronym.span, acronym.zone, acronym.speech);
        let short = document.slice_in(acronym.paragraph, span);
        if !is_asked(short) {
            continue;
        }
        let story = story(&mut stories, short);
        let counted = story.uses.binary_search_by_key(&span.start, |u| u.span.start);
        let Err(at) = counted else { continue };
        match written_out(document, span) {
            Some(given) => story.in_longer |= is_end(span, given),
            None => story.uses.insert(at, Use { span, zone, speech, inside_name: acronym.inside_name }),
        }
    }
    stories.into_values().collect()
}

/// The known names that may be written by the letters that are asked, in text order.
fn mentions<'d>(document: &'d Document, asked: Option<&Asked>) -> Box<dyn Iterator<Item = &'d Mention> + 'd> {
    let Some(asked) = asked else { return Box::new(document.mentions.iter()) };
    let chains = asked.lettered.iter().filter_map(|chain| document.chains.get(*chain as usize));
    let mut members: Vec<u32> = chains.flat_map(|chain| &chain.members).copied().collect();
    members.sort_unstable();
    Box::new(members.into_iter().filter_map(|at| document.mentions.get(at as usize)))
}

fn story<'s, 'd>(stories: &'s mut BTreeMap<&'d str, Story<'d>>, short: &'d str) -> &'s mut Story<'d> {
    stories.entry(short).or_insert_with(|| Story {
        short,
        entity: None,
        uses: Vec::new(),
        expansions: Vec::new(),
        in_longer: false,
    })
}

fn is_prose(zone: Zone) -> bool {
    !matches!(zone, Zone::Furniture | Zone::Code)
}

/// The letters at `span`, or longer ones, where they stand beside their long form.
fn written_out(document: &Document, span: Span) -> Option<Span> {
    let at = document.expansions.partition_point(|e| e.span.end <= span.start);
    let mut near = document.expansions[at..].iter().take_while(|e| e.span.start < span.end);
    near.find(|e| e.short.overlaps(span)).map(|e| e.short)
}

/// True where the longer letters `given` end with those at `span`.
fn is_end(span: Span, given: Span) -> bool {
    given.start < span.start && given.end == span.end
}

impl<'d> Story<'d> {
    /// What the letters alone take the place of: `expansion`, and the article in front of an organization's
    /// name ("the Korea Internet & Security Agency (KISA)" is "KISA", without "the"). Nothing where a title stands between
    /// the two: "Harbour Police Board Chief (HPB)".
    pub(super) fn replaced(&self, context: &Context, expansion: &Expansion) -> Option<Span> {
        let Expansion { span, short, long, .. } = *expansion;
        if long.end < short.start
            && context.document.slice(Span::new(long.end, short.start)).contains(char::is_uppercase)
        {
            return None;
        }
        let body = self.entity.is_some_and(|e| context.catalog().entity(e).kind == Kind::Organization);
        let head = before(context.document, span);
        let the = ["the ", "The "].into_iter().find(|the| body && head.ends_with(the));
        let word = the.is_some_and(|the| !head[..head.len() - the.len()].ends_with(char::is_alphanumeric));
        Some(if word { Span::new(span.start - "the ".len(), span.end) } else { span })
    }

    /// Where the running text uses it in the writer's own words, in text order.
    pub(super) fn plain_uses(&self, zone: Zone) -> impl Iterator<Item = &Use> {
        self.uses.iter().filter(move |u| u.zone == zone && !u.speech && !u.inside_name)
    }

    /// Where the running text writes it out in the writer's own words, in text order.
    pub(super) fn body_expansions(&self) -> impl Iterator<Item = &'d Expansion> {
        self.expansions.iter().copied().filter(|e| e.zone == Zone::Body && !e.speech)
    }

    /// True when it is used again, in any words, behind the place where `expansion` gives it. A headline and a
    /// caption stand outside the order of the text: a use there counts wherever it is.
    pub(super) fn used_after(&self, expansion: &Expansion) -> bool {
        self.uses.iter().any(|u| u.zone != Zone::Body || u.span.start >= expansion.span.end)
    }
}

/// Where the running text first gives each name in full, in the writer's own words and in no title of a paper or a talk. What
/// was not asked for is not looked for.
#[derive(Debug)]
pub(super) struct FullNames<'c> {
    context: &'c Context<'c>,
    known: OnceCell<FxHashMap<EntityIx, Span>>,
    new: OnceCell<FxHashMap<String, Span>>,
}

impl<'c> FullNames<'c> {
    /// The full names of an article.
    pub(super) fn of(context: &'c Context<'c>) -> Self {
        Self { context, known: OnceCell::new(), new: OnceCell::new() }
    }

    /// The first place before `expansion` that gives its name without the acronym.
    pub(super) fn before(&self, story: &Story, expansion: &Expansion) -> Option<Span> {
        let known = story.entity.and_then(|entity| self.known(entity));
        let earlier = |s: &Span| s.end <= expansion.span.start;
        known.into_iter().chain(self.first(expansion.long)).filter(earlier).min()
    }

    /// The first place of a known name.
    pub(super) fn known(&self, entity: EntityIx) -> Option<Span> {
        let (catalog, document) = (self.context.catalog(), self.context.document);
        let full = |m: &&Mention| {
            let own = m.zone == Zone::Body && !m.speech && !m.partial;
            own && matches!(catalog.form(m.form).kind, FormKind::Full | FormKind::Alias)
        };
        if !self.context.asks_all() {
            // For the few that are asked it is not worth while to look at all names.
            let (_, chain) = document.chain_of(entity)?;
            let members = chain.members.iter().filter_map(|at| document.mentions.get(*at as usize));
            return members.filter(full).map(|m| m.span).find(|name| !is_in_title(document, *name));
        }
        let known = self.known.get_or_init(|| {
            let mut known = FxHashMap::default();
            for mention in document.mentions.iter().filter(full) {
                if !known.contains_key(&mention.entity) && !is_in_title(document, mention.span) {
                    known.insert(mention.entity, mention.span);
                }
            }
            known
        });
        known.get(&entity).copied()
    }

    /// The first place of the name outside the catalog that is written at `long`.
    fn first(&self, long: Span) -> Option<Span> {
        let document = self.context.document;
        let own = |c: &&Candidate| c.zone == Zone::Body && !c.speech;
        let folded = |c: &Candidate| fold(document.slice(c.span));
        let name = fold(document.slice(long));
        if let Ok(at) = document.candidates.binary_search_by_key(&long, |c| c.span) {
            // What is written alike is of one chain.
            let chain = document.chains.get(document.candidates[at].chain as usize)?;
            let members = chain.members.iter().filter_map(|m| document.candidates.get(*m as usize));
            let names = members.filter(own).filter(|c| folded(c) == name).map(|c| c.span);
            return names.into_iter().find(|name| !is_in_title(document, *name));
        }
        let all = self.new.get_or_init(|| {
            let asked = self.context.stories.iter().flat_map(|story| &story.expansions);
            let asked = asked.map(|expansion| document.slice_in(expansion.paragraph, expansion.long));
            let length = |long: &str| if long.is_ascii() { fold(long).len() } else { 0 };
            let shortest = asked.clone().map(length).min().unwrap_or(0);
            let asked = Initials::of(asked);
            let mut all = FxHashMap::default();
            for candidate in document.candidates.iter().filter(own) {
                // Nothing folds to more ASCII letters than it has bytes, and most names are too short.
                if candidate.span.len() < shortest {
                    continue;
                }
                let text = document.slice_in(candidate.paragraph, candidate.span);
                if asked.may_have(text) && !is_in_title(document, candidate.span) {
                    all.entry(fold(text)).or_insert(candidate.span);
                }
            }
            all
        });
        all.get(&name).copied()
    }
}
