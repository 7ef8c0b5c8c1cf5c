//! What the index keeps of one article: names and places, never the text.

use super::name::NameIn;
use super::packing::{NO_FORM, Reader, Use, Writer};
use super::posting::{CandidatePosting, ExpansionPosting, IntroductionPosting, Posting, TiePosting};
use super::quote::{QuotePosting, Speaker, quotes};
use crate::catalog::{Change, EntityIx, Kind};
use crate::diagnostic::Place;
use crate::document::{Document, IntroductionKind, TieKind, Zone, wording};
use crate::text::{Locus, clean};
use jiff::civil::Date;
use std::fmt;
use std::path::Path;
use std::sync::Arc;

/// One article in the index.
#[derive(Clone, PartialEq, Eq)]
pub struct Article {
    /// Its file.
    pub path: Arc<Path>,
    /// Hash of its bytes: rename and fixes refuse a file that moved on.
    pub digest: u64,
    /// Its date, where it states one.
    pub date: Option<Date>,
    /// The known names that it speaks of, in the forms that it uses: sorted, each once.
    pub(super) uses: Box<[Use]>,
    /// What is read of it, packed.
    pub(super) facts: Arc<Packed>,
}

/// The facts of an article. What is told of known names counts through its uses, so that a catalog that numbers its
/// names anew changes nothing here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Packed {
    /// All names and words, one behind the other.
    pub(super) texts: Box<str>,
    /// The lists, one behind the other.
    pub(super) bytes: Box<[u8]>,
    /// Where each list ends.
    pub(super) ends: [u32; LISTS],
}

/// Mentions, candidates, expansions, introductions, ties, quotes.
pub(super) const LISTS: usize = 6;

const ZONES: [Zone; 6] =
    [Zone::Body, Zone::Headline, Zone::Subhead, Zone::Caption, Zone::Furniture, Zone::Code];
const INTRODUCTIONS: [IntroductionKind; 4] = [
    IntroductionKind::Expansion,
    IntroductionKind::Role,
    IntroductionKind::Definition,
    IntroductionKind::Byline,
];
const TIES: [TieKind; 3] = [TieKind::RunBy, TieKind::LedBy, TieKind::Member];

/// The place of `item` in a list that holds all of its sort.
fn code<T: PartialEq>(all: &[T], item: T) -> u32 {
    all.iter().position(|other| *other == item).unwrap_or(0) as u32
}

fn decoded<T: Copy>(all: &[T], code: u32) -> T {
    all[code as usize % all.len()]
}

impl Article {
    /// What the index keeps of `document`.
    pub fn new(path: Arc<Path>, document: &Document) -> Article {
        let quotes = quotes(document);
        let uses = uses(document, &quotes);
        let mut writer = Writer::new(&uses);
        let mut ends = [0; LISTS];
        for m in &document.mentions {
            let what = code(&ZONES, m.zone) << 2 | u32::from(m.speech) << 1 | u32::from(m.partial);
            writer.place_of(document.locus(m.span), what);
            writer.form((m.entity, m.form));
        }
        ends[0] = writer.end_list();
        for c in &document.candidates {
            let kind = c.kind.map_or(0, |kind| code(&Kind::ALL, kind) + 1);
            writer.place_of(document.locus(c.span), code(&ZONES, c.zone) + ZONES.len() as u32 * kind);
            let name = document.name_of(c.chain);
            writer.text(name);
            writer.part(document.slice(c.span), name);
        }
        ends[1] = writer.end_list();
        for e in &document.expansions {
            let long = document.slice(e.long);
            writer.place_of(document.locus(e.long), code(&ZONES, e.zone));
            writer.text(document.slice(e.short));
            writer.text(long);
            writer.text(&wording(long));
            writer.name(e.entity.map(NameIn::Known));
        }
        ends[2] = writer.end_list();
        for i in &document.introductions {
            let what = clean(document.slice(i.what));
            writer.place_of(document.locus(i.name), code(&INTRODUCTIONS, i.kind) << 1 | u32::from(i.holds));
            writer.name(NameIn::of(document, i.chain));
            writer.text(&what);
            writer.part(&clean(document.slice(i.title)), &what);
            writer.name(i.employer.and_then(|chain| NameIn::of(document, chain)));
        }
        ends[3] = writer.end_list();
        for tie in &document.ties {
            writer.place_of(document.locus(tie.words), code(&TIES, tie.kind));
            writer.name(NameIn::of(document, tie.subject));
            writer.name(NameIn::of(document, tie.other));
            writer.text(&clean(document.slice(tie.words)));
        }
        ends[4] = writer.end_list();
        for quote in &quotes {
            writer.place_of(quote.at, 0);
            writer.name(Some(quote.speaker.name()));
            writer.words(&quote.words);
        }
        ends[5] = writer.end_list();
        let (texts, bytes) = writer.finish();
        let facts = Arc::new(Packed { texts, bytes, ends });
        Article { path, digest: document.digest(), date: document.date, uses, facts }
    }

    /// Known names, in text order.
    pub fn postings(&self) -> impl Iterator<Item = Posting> + Clone + '_ {
        self.list(0, |reader| {
            let (at, what) = reader.place();
            let (entity, form) = reader.form();
            let zone = decoded(&ZONES, what >> 2);
            Posting { entity, form, partial: what & 1 != 0, zone, speech: what & 2 != 0, at }
        })
    }

    /// The mentions of one known name, in text order.
    pub fn mentions(&self, entity: EntityIx) -> impl Iterator<Item = Posting> + '_ {
        let all = self.names_entity(entity).then(|| self.postings());
        all.into_iter().flatten().filter(move |posting| posting.entity == entity)
    }

    /// True when it names `entity`.
    pub fn names_entity(&self, entity: EntityIx) -> bool {
        // Where it uses a form, that sorts before none.
        let at = self.uses.partition_point(|(other, _)| *other < entity);
        self.uses.get(at).is_some_and(|(other, form)| *other == entity && *form != NO_FORM)
    }

    /// The known names in it, each once, sorted.
    pub fn entities(&self) -> impl Iterator<Item = EntityIx> + '_ {
        let mut last = None;
        let named = self.uses.iter().filter(|(_, form)| *form != NO_FORM).map(|(entity, _)| *entity);
        named.filter(move |entity| last.replace(*entity) != Some(*entity))
    }

    /// Unknown names, in text order.
    pub fn candidates(&self) -> impl Iterator<Item = CandidatePosting<'_>> + Clone {
        self.list(1, |reader| {
            let (at, what) = reader.place();
            let zones = ZONES.len() as u32;
            let kind = (what / zones).checked_sub(1).map(|kind| decoded(&Kind::ALL, kind));
            CandidatePosting {
                name: reader.text(),
                text: reader.text(),
                kind,
                zone: decoded(&ZONES, what),
                at,
            }
        })
    }

    /// Expansions, in text order.
    pub fn expansions(&self) -> impl Iterator<Item = ExpansionPosting<'_>> + Clone {
        self.list(2, |reader| {
            let (at, zone) = reader.place();
            let (short, long, wording) = (reader.text(), reader.text(), reader.text());
            let entity = match reader.name() {
                NameIn::Known(entity) => Some(entity),
                NameIn::New(_) => None,
            };
            ExpansionPosting { short, long, wording, entity, zone: decoded(&ZONES, zone), at }
        })
    }

    /// Introductions, in text order.
    pub fn introductions(&self) -> impl Iterator<Item = IntroductionPosting<'_>> + Clone {
        self.list(3, |reader| {
            let (at, what_kind) = reader.place();
            let (entity, name) = match reader.name() {
                NameIn::Known(entity) => (Some(entity), ""),
                NameIn::New(name) => (None, name),
            };
            let (kind, holds) = (decoded(&INTRODUCTIONS, what_kind >> 1), what_kind & 1 != 0);
            let (what, title) = (reader.text(), reader.text());
            IntroductionPosting { entity, name, kind, what, title, employer: reader.some_name(), holds, at }
        })
    }

    /// Who runs, leads or takes part in what, in text order.
    pub fn ties(&self) -> impl Iterator<Item = TiePosting<'_>> + Clone {
        self.list(4, |reader| {
            let (at, kind) = reader.place();
            let (subject, other) = (reader.name(), reader.name());
            TiePosting { kind: decoded(&TIES, kind), subject, other, words: reader.text(), at }
        })
    }

    /// What persons say, in text order.
    pub fn quotes(&self) -> impl Iterator<Item = QuotePosting> + Clone + '_ {
        self.list(5, |reader| {
            let (at, _) = reader.place();
            QuotePosting { speaker: Speaker::from(reader.name()), words: reader.words(), at }
        })
    }

    fn list<'a, F>(
        &'a self,
        list: usize,
        read: impl Fn(&mut Reader<'a>) -> F + Clone,
    ) -> impl Iterator<Item = F> + Clone {
        let Packed { texts, bytes, ends } = &*self.facts;
        let start = list.checked_sub(1).map_or(0, |before| ends[before]) as usize;
        let bytes = bytes.get(start..ends[list] as usize).unwrap_or(&[]);
        let mut reader = Reader::new(&self.uses, texts, bytes);
        std::iter::from_fn(move || (!reader.bytes.is_empty()).then(|| read(&mut reader)))
    }

    /// The same article in the numbers of another state of the catalog; `None` where it speaks of what changed.
    pub fn renumbered(self: &Arc<Self>, change: &Change) -> Option<Arc<Article>> {
        let renumber = |(entity, form): &Use| {
            let (entity, moved) = change.renumbered(*entity, *form)?;
            Some((entity, if *form == NO_FORM { NO_FORM } else { moved }))
        };
        let uses: Box<[Use]> = self.uses.iter().map(renumber).collect::<Option<_>>()?;
        Some(if uses == self.uses {
            self.clone()
        } else {
            Arc::new(Article { uses, ..Article::clone(self) })
        })
    }

    /// True for the article of the file at `path`. To compare two paths part by part is dear, and both come from the
    /// same walk of the folder: their bytes tell.
    pub fn is_at(&self, path: &Path) -> bool {
        self.path.as_os_str() == path.as_os_str()
    }

    /// A place in this article.
    pub fn place(&self, at: Locus) -> Place {
        Place { path: self.path.clone(), span: at.span, start: at.start, end: at.end }
    }
}

/// As it is read, not as it is packed.
impl fmt::Debug for Article {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Article")
            .field("path", &self.path)
            .field("digest", &self.digest)
            .field("date", &self.date)
            .field("postings", &self.postings().collect::<Vec<_>>())
            .field("candidates", &self.candidates().collect::<Vec<_>>())
            .field("expansions", &self.expansions().collect::<Vec<_>>())
            .field("introductions", &self.introductions().collect::<Vec<_>>())
            .field("ties", &self.ties().collect::<Vec<_>>())
            .field("quotes", &self.quotes().collect::<Vec<_>>())
            .finish()
    }
}

/// The known names that `document` speaks of, in the forms that it uses: sorted, each once.
fn uses(document: &Document, quotes: &[QuotePosting]) -> Box<[Use]> {
    let mut uses: Vec<Use> = document.mentions.iter().map(|m| (m.entity, m.form)).collect();
    let mut also = |entity: EntityIx| uses.push((entity, NO_FORM));
    document.expansions.iter().filter_map(|e| e.entity).for_each(&mut also);
    let introduced = document.introductions.iter().flat_map(|i| [Some(i.chain), i.employer]).flatten();
    let tied = document.ties.iter().flat_map(|tie| [tie.subject, tie.other]);
    introduced.chain(tied).filter_map(|chain| document.entity_of(chain)).for_each(&mut also);
    quotes.iter().filter_map(|quote| quote.speaker.entity()).for_each(&mut also);
    uses.sort_unstable();
    uses.dedup();
    // Beside a form of the same name the lack of one says nothing.
    uses.dedup_by(|later, earlier| later.0 == earlier.0 && later.1 == NO_FORM);
    uses.into()
}
