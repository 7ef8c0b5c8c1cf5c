//! What a catalog entry says.

use crate::diagnostic::Severity;
use crate::text::Span;
use jiff::civil::Date;
use std::path::Path;
use std::sync::Arc;

/// The place of an [`Entity`] in its catalog. Entities are sorted by id, so the order is stable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EntityIx(pub u32);

/// The place of a [`Form`] in its catalog.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FormIx(pub u32);

/// What an entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Kind {
    Person,
    Organization,
    Program,
    Product,
    Model,
    Law,
    Place,
    Event,
    Term,
    Title,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Kind; 10] = [
        Kind::Person,
        Kind::Organization,
        Kind::Program,
        Kind::Product,
        Kind::Model,
        Kind::Law,
        Kind::Place,
        Kind::Event,
        Kind::Term,
        Kind::Title,
    ];

    /// The word for it in catalogs and output.
    pub const fn name(self) -> &'static str {
        match self {
            Kind::Person => "person",
            Kind::Organization => "organization",
            Kind::Program => "program",
            Kind::Product => "product",
            Kind::Model => "model",
            Kind::Law => "law",
            Kind::Place => "place",
            Kind::Event => "event",
            Kind::Term => "term",
            Kind::Title => "title",
        }
    }
}

/// A way to write an entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FormKind {
    /// The name to use.
    Full,
    /// Its acronym.
    Acronym,
    /// Good anywhere.
    Alias,
    /// Good after a full name.
    Short,
    /// In another script.
    Native,
    /// Another spelling of the same name.
    Variant,
    /// The desk rejects it.
    Avoided,
}

impl FormKind {
    /// The word for it in output.
    pub fn name(self) -> &'static str {
        match self {
            FormKind::Full => "full",
            FormKind::Acronym => "acronym",
            FormKind::Alias => "alias",
            FormKind::Short => "short",
            FormKind::Native => "native",
            FormKind::Variant => "variant",
            FormKind::Avoided => "avoided",
        }
    }
}

/// Where something stands in which catalog file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The file; for the starter catalog `<starter>/programs.toml`.
    pub file: Arc<Path>,
    /// Where in it.
    pub span: Span,
}

/// A form of an entity.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    /// As the desk writes it.
    pub text: String,
    /// What it is.
    pub kind: FormKind,
    /// Whose it is.
    pub entity: EntityIx,
    /// First and last day on which it holds.
    pub bound: Bound,
    /// Why.
    pub note: Option<String>,
    /// Severity of the finding on an avoided form, where the catalog sets one.
    pub severity: Option<Severity>,
    /// True when only this very case counts (`case = "exact"`).
    pub exact_case: bool,
    /// True when the desk is not sure of it.
    pub unsure: bool,
    /// Where it stands.
    pub source: Source,
}

/// A stretch of days with open or stated ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct Bound {
    /// The first day, where a source states it.
    pub since: Option<Date>,
    /// The last day, where a source states it.
    pub until: Option<Date>,
}

impl Bound {
    /// True when it holds on `date`: a missing end is open.
    pub fn holds(&self, date: Date) -> bool {
        self.since.is_none_or(|s| s <= date) && self.until.is_none_or(|u| date <= u)
    }

    /// True when it holds for an article of `date`: for one without a date, when neither end is stated.
    pub fn holds_for(&self, date: Option<Date>) -> bool {
        match date {
            Some(date) => self.holds(date),
            None => self.since.is_none() && self.until.is_none(),
        }
    }
}

/// What a relation or role points to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// An entity of the catalog.
    Entity(EntityIx),
    /// Words, where a role's employer is not in the catalog.
    Words(String),
}

impl Target {
    /// The entity, where it is one.
    pub fn entity(&self) -> Option<EntityIx> {
        match self {
            Target::Entity(ix) => Some(*ix),
            Target::Words(_) => None,
        }
    }
}

/// How two entities belong together: "run-by", "participant", "part-of".
#[derive(Clone, Debug, PartialEq)]
pub struct Relation {
    /// The relation's name as written, in kebab case.
    pub name: String,
    /// The other side.
    pub target: EntityIx,
    /// The date of the source that says so.
    pub seen: Option<Date>,
    /// Its start and end, where a source states them.
    pub bound: Bound,
    /// Who says so.
    pub source: Option<String>,
    /// True when nobody says so in these words.
    pub inferred: bool,
    /// A note for the hover.
    pub note: Option<String>,
}

/// An office that a person holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Role {
    /// "second vice minister".
    pub title: String,
    /// Where.
    pub at: Option<Target>,
    /// The date of the source that says so.
    pub seen: Option<Date>,
    /// Its start and end, where a source states them.
    pub bound: Bound,
    /// Who says so.
    pub source: Option<String>,
    /// A note for the hover.
    pub note: Option<String>,
}

/// The entity that this one is a part or a tier of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broader {
    /// The wider entity.
    pub target: EntityIx,
    /// True when nobody says so in these words.
    pub inferred: bool,
}

/// Which part of a person's name is the family name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FamilyName {
    /// The first word: Ryu Je-myung.
    First,
    /// The last word: Jason Kwon.
    Last,
}

/// A test of an entry: `text` is read as a whole article with the whole merged catalog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Test {
    /// The article.
    pub text: String,
    /// The exact texts of this entity's mentions there, in order.
    pub finds: Vec<String>,
    /// Where the test stands.
    pub source: Source,
}

/// A catalog entry.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// Its stable id.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// The name to use.
    pub name: String,
    /// Its acronym.
    pub acronym: Option<String>,
    /// All its forms, in the order full, acronym, alias, short, native, variant, avoided.
    pub forms: Vec<FormIx>,
    /// For a place: the words that say "of this place" before a name ("British"). They are no forms.
    pub adjectives: Vec<String>,
    /// Which part of a person's name is the family name.
    pub family_name: Option<FamilyName>,
    /// Entities that share a form and are others.
    pub distinct: Vec<EntityIx>,
    /// An everyday word or a common personal name: it counts only where the article supports it.
    pub common: bool,
    /// The wider entity.
    pub broader: Option<Broader>,
    /// What it is, in a sentence or two.
    pub about: Option<String>,
    /// True for `status = "unsure"`.
    pub unsure: bool,
    /// What is unsure, or another remark.
    pub note: Option<String>,
    /// How it belongs to others, as written in its own entry.
    pub relations: Vec<Relation>,
    /// Offices held, for people.
    pub roles: Vec<Role>,
    /// Its tests.
    pub tests: Vec<Test>,
    /// Wikidata item, "Q42".
    pub wikidata: Option<String>,
    /// Its own page.
    pub url: Option<String>,
    /// The date as of which its file speaks.
    pub as_of: Option<Date>,
    /// True when it comes from the compiled-in starter catalog alone.
    pub starter: bool,
    /// Its entry: the last file that says something of it.
    pub source: Source,
}
