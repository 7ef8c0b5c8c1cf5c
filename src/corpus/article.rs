//! What the index keeps of one article: names and places, never the text.

use super::name::Name;
use super::quote::{QuotePosting, quotes};
use crate::catalog::{EntityIx, FormIx, Kind};
use crate::diagnostic::Place;
use crate::document::{Document, IntroductionKind, TieKind, Zone, wording};
use crate::text::{Locus, clean};
use jiff::civil::Date;
use std::path::Path;
use std::sync::Arc;

/// One mention of a known name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Posting {
    /// Whom.
    pub entity: EntityIx,
    /// The form used.
    pub form: FormIx,
    /// True for a part of a name.
    pub partial: bool,
    /// The part of the article.
    pub zone: Zone,
    /// True inside speech.
    pub speech: bool,
    /// Where.
    pub at: Locus,
}

/// One mention of an unknown name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CandidatePosting {
    /// The fullest form in its article, which stands for the name.
    pub name: Arc<str>,
    /// The text here.
    pub text: Arc<str>,
    /// What it is, where the text shows it.
    pub kind: Option<Kind>,
    /// The part of the article.
    pub zone: Zone,
    /// Where.
    pub at: Locus,
}

/// One expansion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExpansionPosting {
    /// The acronym.
    pub short: Arc<str>,
    /// The long form.
    pub long: Arc<str>,
    /// Its [`wording`]: equal for the same words however they are spelled.
    pub wording: Arc<str>,
    /// Whose it is, where the catalog knows.
    pub entity: Option<EntityIx>,
    /// The part of the article.
    pub zone: Zone,
    /// Where the long form stands.
    pub at: Locus,
}

/// One introduction of a known or unknown name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IntroductionPosting {
    /// Whom, where the catalog knows.
    pub entity: Option<EntityIx>,
    /// The name, where it does not.
    pub name: Arc<str>,
    /// How.
    pub kind: IntroductionKind,
    /// The words that say who or what it is.
    pub what: Arc<str>,
    /// Of an office the title alone; else the same as `what`.
    pub title: Arc<str>,
    /// Of an office the body that it is held at, where the text shows it.
    pub employer: Option<Name>,
    /// False where the words put an office in another time than the article's: "former".
    pub holds: bool,
    /// Where the name stands.
    pub at: Locus,
}

impl IntroductionPosting {
    /// Whom it introduces.
    pub fn whose(&self) -> Name {
        self.entity.map_or_else(|| Name::New(self.name.clone()), Name::Known)
    }
}

/// Who runs, leads or takes part in what, by one passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TiePosting {
    /// How they belong together.
    pub kind: TieKind,
    /// What is run, led or joined.
    pub subject: Name,
    /// Who runs, leads or joins it.
    pub other: Name,
    /// The words that say so.
    pub words: Arc<str>,
    /// Where those words stand.
    pub at: Locus,
}

/// One article in the index.
#[derive(Clone, Debug, PartialEq)]
pub struct Article {
    /// Its file.
    pub path: Arc<Path>,
    /// Hash of its bytes: rename and fixes refuse a file that moved on.
    pub digest: u64,
    /// Its date, where it states one.
    pub date: Option<Date>,
    /// Known names, in text order.
    pub postings: Vec<Posting>,
    /// Unknown names, in text order.
    pub candidates: Vec<CandidatePosting>,
    /// Expansions, in text order.
    pub expansions: Vec<ExpansionPosting>,
    /// Introductions, in text order.
    pub introductions: Vec<IntroductionPosting>,
    /// Who runs, leads or takes part in what, in text order.
    pub ties: Vec<TiePosting>,
    /// What persons say, in text order.
    pub quotes: Vec<QuotePosting>,
}

impl Article {
    /// What the index keeps of `document`.
    pub fn new(path: Arc<Path>, document: &Document) -> Article {
        let mut locator = document.locator();
        let postings = document.mentions.iter().map(|m| Posting {
            entity: m.entity,
            form: m.form,
            partial: m.partial,
            zone: m.zone,
            speech: m.speech,
            at: locator.locus(m.span),
        });
        let postings = postings.collect();
        // One text for all that a chain is called by.
        let mut names: Vec<Option<Arc<str>>> = vec![None; document.chains.len()];
        let mut name_of =
            |chain: u32| names[chain as usize].get_or_insert_with(|| document.name_of(chain).into()).clone();
        let candidates = document.candidates.iter().map(|c| {
            let (name, text) = (name_of(c.chain), document.slice(c.span));
            let text = if *name == *text { name.clone() } else { text.into() };
            CandidatePosting { name, text, kind: c.kind, zone: c.zone, at: locator.locus(c.span) }
        });
        let candidates = candidates.collect();
        let expansions = document.expansions.iter().map(|e| ExpansionPosting {
            short: document.slice(e.short).into(),
            long: document.slice(e.long).into(),
            wording: wording(document.slice(e.long)).into(),
            entity: e.entity,
            zone: e.zone,
            at: locator.locus(e.long),
        });
        let expansions = expansions.collect();
        let introductions = document.introductions.iter().map(|i| {
            let what: Arc<str> = clean(document.slice(i.what)).into();
            IntroductionPosting {
                entity: document.entity_of(i.chain),
                name: name_of(i.chain),
                kind: i.kind,
                title: if i.title == i.what { what.clone() } else { clean(document.slice(i.title)).into() },
                employer: i.employer.map(|chain| {
                    document.entity_of(chain).map_or_else(|| Name::New(name_of(chain)), Name::Known)
                }),
                holds: i.holds,
                at: locator.locus(i.name),
                what,
            }
        });
        let introductions = introductions.collect();
        let mut party = |chain: u32| match document.entity_of(chain) {
            Some(entity) => Name::Known(entity),
            None => Name::New(name_of(chain)),
        };
        let ties = document.ties.iter().map(|tie| TiePosting {
            kind: tie.kind,
            subject: party(tie.subject),
            other: party(tie.other),
            words: clean(document.slice(tie.words)).into(),
            at: locator.locus(tie.words),
        });
        let ties = ties.collect();
        Article {
            digest: document.digest(),
            date: document.date,
            quotes: quotes(document),
            introductions,
            ties,
            path,
            postings,
            candidates,
            expansions,
        }
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
