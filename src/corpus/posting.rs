//! What an article says of a name at one place, as the index tells it.

use super::name::NameIn;
use crate::catalog::{EntityIx, FormIx, Kind};
use crate::document::{IntroductionKind, TieKind, Zone};
use crate::text::Locus;

/// One mention of a known name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CandidatePosting<'a> {
    /// The fullest form in its article, which stands for the name.
    pub name: &'a str,
    /// The text here.
    pub text: &'a str,
    /// What it is, where the text shows it.
    pub kind: Option<Kind>,
    /// The part of the article.
    pub zone: Zone,
    /// Where.
    pub at: Locus,
}

/// One expansion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExpansionPosting<'a> {
    /// The acronym.
    pub short: &'a str,
    /// The long form.
    pub long: &'a str,
    /// Whose it is, where the catalog knows.
    pub entity: Option<EntityIx>,
    /// The part of the article.
    pub zone: Zone,
    /// Where the long form stands.
    pub at: Locus,
}

/// One introduction of a known or unknown name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IntroductionPosting<'a> {
    /// Whom, where the catalog knows.
    pub entity: Option<EntityIx>,
    /// The name, where it does not.
    pub name: &'a str,
    /// How.
    pub kind: IntroductionKind,
    /// The words that say who or what it is.
    pub what: &'a str,
    /// Of an office the title alone; else the same as `what`.
    pub title: &'a str,
    /// Of an office the body that it is held at, where the text shows it.
    pub employer: Option<NameIn<'a>>,
    /// False where the words put an office in another time than the article's: "former".
    pub holds: bool,
    /// Where the name stands.
    pub at: Locus,
}

impl<'a> IntroductionPosting<'a> {
    /// Whom it introduces.
    pub fn whose(&self) -> NameIn<'a> {
        self.entity.map_or(NameIn::New(self.name), NameIn::Known)
    }
}

/// Who runs, leads or takes part in what, by one passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TiePosting<'a> {
    /// How they belong together.
    pub kind: TieKind,
    /// What is run, led or joined.
    pub subject: NameIn<'a>,
    /// Who runs, leads or joins it.
    pub other: NameIn<'a>,
    /// The words that say so.
    pub words: &'a str,
    /// Where those words stand.
    pub at: Locus,
}
