//! What the index keeps of one article: names and places, never the text.

use super::name::{Name, NameIn};
use super::packed::Packed;
use super::picked::Uses;
use super::pieces::{Edited, Pieces, pack, uses};
use super::posting::{CandidatePosting, ExpansionPosting, IntroductionPosting, Posting, TiePosting};
use super::quote::{QuotePosting, Speaker, samples};
use super::sought::Sought;
use super::texts::Texts;
use super::unpacking::{PackedWords, Reader};
use crate::catalog::{EntityIx, Kind};
use crate::diagnostic::Place;
use crate::document::{Document, IntroductionKind, TieKind, Zone};
use crate::text::Locus;
use jiff::civil::Date;
use std::fmt;
use std::path::Path;
use std::sync::Arc;

/// One article in the index.
#[derive(Clone, PartialEq, Eq)]
pub struct Article {
    /// Its file.
    pub path: Arc<Path>,
    /// Its date, where it states one.
    pub date: Option<Date>,
    /// What is read of it.
    pub(super) facts: Facts,
}

/// What is read of an article, packed.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Facts {
    /// Of one that lies on disk, with the hash of its bytes.
    Whole(u64, Packed),
    /// Of one that is being edited.
    Pieces(Box<Pieces>),
}

pub(super) const ZONES: [Zone; 6] =
    [Zone::Body, Zone::Headline, Zone::Subhead, Zone::Caption, Zone::Furniture, Zone::Code];
pub(super) const INTRODUCTIONS: [IntroductionKind; 4] = [
    IntroductionKind::Expansion,
    IntroductionKind::Role,
    IntroductionKind::Definition,
    IntroductionKind::Byline,
];
pub(super) const TIES: [TieKind; 3] = [TieKind::RunBy, TieKind::LedBy, TieKind::Member];

/// The place of `item` in a list that holds all of its sort.
pub(super) fn code<T: PartialEq>(all: &[T], item: T) -> u32 {
    all.iter().position(|other| *other == item).unwrap_or(0) as u32
}

fn decoded<T: Copy>(all: &[T], code: u32) -> T {
    all[code as usize % all.len()]
}

/// The kind of a candidate, by what is said of its place.
fn kind_of(what: u32) -> Option<Kind> {
    let kind = (what / ZONES.len() as u32).checked_sub(1)?;
    Some(decoded(&Kind::ALL, kind))
}

impl Article {
    /// What the index keeps of `document`.
    pub fn new(path: Arc<Path>, document: &Document) -> Article {
        let all = 0..document.paragraphs.len();
        let facts = pack(document, all.clone(), uses(document, all));
        Article { path, date: document.date, facts: Facts::Whole(document.digest(), facts) }
    }

    /// The same for an article that is being edited: `before` is what was kept of it a moment ago, if anything. Only the
    /// pieces of it that changed are packed anew. True where all that articles are found by is known to be as it was.
    pub fn edited(path: Arc<Path>, document: &Arc<Document>, before: Option<&Article>) -> (Article, bool) {
        let Edited { pieces, same_keys } = match before {
            Some(Article { facts: Facts::Pieces(pieces), .. }) => pieces.edited(document),
            _ => Edited { pieces: Pieces::new(document), same_keys: false },
        };
        (Article { path, date: document.date, facts: Facts::Pieces(Box::new(pieces)) }, same_keys)
    }

    /// Hash of its bytes: rename and fixes refuse a file that moved on.
    pub fn digest(&self) -> u64 {
        match &self.facts {
            Facts::Whole(digest, _) => *digest,
            Facts::Pieces(pieces) => pieces.digest(),
        }
    }

    /// True where `other` is the same text, read with the same names. Of two states of one that is being edited never: to
    /// hash a long one with each key takes longer than to see what differs.
    pub(super) fn says_as(&self, other: &Article) -> bool {
        let edited = |article: &Article| matches!(article.facts, Facts::Pieces(_));
        !(edited(self) && edited(other))
            && self.digest() == other.digest()
            && self.uses().iter().eq(other.uses().iter())
    }

    /// Of an article that is being edited what `other`, an earlier or a later state of it, does not share; else all.
    pub(super) fn apart_from(&self, other: Option<&Article>) -> Article {
        match (&self.facts, other.map(|other| &other.facts)) {
            (Facts::Pieces(own), Some(Facts::Pieces(others))) => {
                let facts = Facts::Pieces(Box::new(own.apart_from(others)));
                Article { path: self.path.clone(), date: self.date, facts }
            }
            _ => self.clone(),
        }
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

    /// The known names in it, sorted within each of its pieces, each once there.
    pub(super) fn entities_by_piece(&self) -> impl Iterator<Item = EntityIx> + '_ {
        let (whole, pieces) = match &self.facts {
            Facts::Whole(_, packed) => (packed.uses(), [].iter()),
            Facts::Pieces(pieces) => (Uses::default(), pieces.iter()),
        };
        std::iter::once(whole).chain(pieces.map(|piece| Uses::all(piece.uses()))).flat_map(Uses::entities)
    }

    /// The unknown names in it, in text order, as often as they come.
    pub(super) fn new_names(&self) -> impl Iterator<Item = &str> {
        self.list(1, |reader| {
            reader.skip_place();
            let name = reader.text();
            reader.part("");
            name
        })
    }

    /// The same by where they are kept and their numbers there, each with true where it is a person's.
    pub(super) fn kept_names(&self) -> impl Iterator<Item = (&Arc<Texts>, u32, bool)> {
        let all = self.list(1, |reader| {
            let kind = kind_of(reader.skip_place());
            let kept = reader.kept_text();
            reader.part("");
            kept.map(|(texts, number)| (texts, number, kind == Some(Kind::Person)))
        });
        all.flatten()
    }

    /// Whom it introduces, and as whose, in text order.
    pub(super) fn introduced(&self) -> impl Iterator<Item = (NameIn<'_>, Option<NameIn<'_>>)> {
        self.list(3, |reader| {
            reader.skip_place();
            let name = reader.name().unwrap_or(NameIn::New(""));
            reader.text();
            reader.part("");
            (name, reader.name())
        })
    }

    /// The known names that it speaks of, in the forms that it uses: sorted, each once.
    pub(super) fn uses(&self) -> Uses<'_> {
        match &self.facts {
            Facts::Whole(_, packed) => packed.uses(),
            Facts::Pieces(pieces) => pieces.uses(),
        }
    }

    /// True when it names `entity`.
    pub fn names_entity(&self, entity: EntityIx) -> bool {
        self.uses().name(entity)
    }

    /// True when it writes of `name`.
    pub fn names(&self, name: &Name) -> bool {
        match name {
            Name::Known(entity) => self.names_entity(*entity),
            Name::New(name) => self.candidates_of(&Sought::new([&**name])).next().is_some(),
        }
    }

    /// The known names in it, each once, sorted.
    pub fn entities(&self) -> impl Iterator<Item = EntityIx> + '_ {
        self.uses().entities()
    }

    /// Unknown names, in text order.
    pub fn candidates(&self) -> impl Iterator<Item = CandidatePosting<'_>> + Clone {
        self.list(1, |reader| {
            let (at, what) = reader.place();
            let name = reader.text();
            let kind = kind_of(what);
            CandidatePosting { name, text: reader.part(name), kind, zone: decoded(&ZONES, what), at }
        })
    }

    /// Those of them that are one of some names.
    pub fn candidates_of<'a>(&'a self, sought: &'a Sought) -> impl Iterator<Item = CandidatePosting<'a>> {
        let found = self.list(1, |reader| {
            let (at, what) = reader.place();
            let kept = reader.kept_text().filter(|(texts, number)| sought.is(texts, *number));
            let name = kept.map_or("", |(texts, number)| texts.get(number));
            let (text, kind) = (reader.part(name), kind_of(what));
            kept.map(|_| CandidatePosting { name, text, kind, zone: decoded(&ZONES, what), at })
        });
        found.flatten()
    }

    /// Expansions, in text order.
    pub fn expansions(&self) -> impl Iterator<Item = ExpansionPosting<'_>> + Clone {
        self.list(2, |reader| {
            let (at, zone) = reader.place();
            let (short, long) = (reader.text(), reader.text());
            let entity = match reader.name() {
                Some(NameIn::Known(entity)) => Some(entity),
                _ => None,
            };
            ExpansionPosting { short, long, entity, zone: decoded(&ZONES, zone), at }
        })
    }

    /// Introductions, in text order.
    pub fn introductions(&self) -> impl Iterator<Item = IntroductionPosting<'_>> + Clone {
        self.list(3, |reader| {
            let (at, what_kind) = reader.place();
            let (entity, name) = match reader.name() {
                Some(NameIn::Known(entity)) => (Some(entity), ""),
                Some(NameIn::New(name)) => (None, name),
                None => (None, ""),
            };
            let (kind, holds) = (decoded(&INTRODUCTIONS, what_kind >> 1), what_kind & 1 != 0);
            let what = reader.text();
            let title = reader.part(what);
            IntroductionPosting { entity, name, kind, what, title, employer: reader.name(), holds, at }
        })
    }

    /// Who runs, leads or takes part in what, in text order.
    pub fn ties(&self) -> impl Iterator<Item = TiePosting<'_>> + Clone {
        self.list(4, |reader| {
            let (at, kind) = reader.place();
            let mut name = || reader.name().unwrap_or(NameIn::New(""));
            let (subject, other) = (name(), name());
            TiePosting { kind: decoded(&TIES, kind), subject, other, words: reader.text(), at }
        })
    }

    /// What persons say, in text order.
    pub fn quotes(&self) -> impl Iterator<Item = QuotePosting> + Clone + '_ {
        self.quotes_with(|_| true)
    }

    /// Those of them whose words are `wanted`: of the others nobody is named and no word is copied.
    pub(super) fn quotes_with<'a>(
        &'a self,
        wanted: impl Fn(PackedWords<'a>) -> bool + Clone,
    ) -> impl Iterator<Item = QuotePosting> + Clone {
        let quotes = self.list(5, move |reader| {
            let (at, _) = reader.place();
            let (speaker, words) = (reader.number(), reader.words());
            wanted(words).then(|| {
                let speaker = reader.name_of(speaker).unwrap_or(NameIn::New(""));
                QuotePosting { speaker: Speaker::from(speaker), words: words.iter().collect(), at }
            })
        });
        quotes.flatten()
    }

    /// The runs of words that what persons say is found by: nobody is named, and no place is told.
    pub(super) fn samples(&self) -> impl Iterator<Item = u32> + '_ {
        let words = self.list(5, |reader| {
            reader.skip_place();
            reader.number();
            reader.words()
        });
        words.flat_map(|words| samples(&words.iter().collect::<Vec<u16>>()))
    }

    fn list<'a, F>(
        &'a self,
        list: usize,
        read: impl Fn(&mut Reader<'a>) -> F + Clone,
    ) -> impl Iterator<Item = F> + Clone {
        let (mut reader, mut pieces) = match &self.facts {
            Facts::Whole(_, packed) => (packed.reader(list), [].iter()),
            Facts::Pieces(pieces) => (Reader::default(), pieces.iter()),
        };
        std::iter::from_fn(move || {
            while reader.bytes.is_empty() {
                reader = pieces.next()?.reader(list);
            }
            Some(read(&mut reader))
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
            .field("digest", &self.digest())
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
