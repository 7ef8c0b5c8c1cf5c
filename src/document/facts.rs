//! What is known of an article.

use crate::catalog::{EntityIx, FormIx, Kind};
use crate::text::Span;

/// What part of an article a place belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Zone {
    /// Title, H1, or a short first paragraph without a closing stop.
    Headline,
    /// A heading below the headline.
    Subhead,
    /// A paragraph that ends in a bracketed photo credit: judged by itself.
    Caption,
    /// The running text.
    Body,
    /// Byline, dateline, credit, hashtags, copyright, front matter: tagged, never linted.
    Furniture,
    /// Not prose.
    Code,
}

/// A span that names an entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Where, in bytes of the article.
    pub span: Span,
    /// Whom it names.
    pub entity: EntityIx,
    /// The form used. For a surname that the catalog does not list, the full name that it stands for.
    pub form: FormIx,
    /// True for a surname or another part of a name, linked through its chain ("Ryu" after "Ryu Je-myung").
    pub partial: bool,
    /// Its chain.
    pub chain: u32,
    /// The part of the article.
    pub zone: Zone,
    /// True inside a quotation that is speech.
    pub speech: bool,
    /// Which paragraph it is in.
    pub paragraph: u32,
}

/// A name-like span that the catalog does not know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Where, in bytes of the article.
    pub span: Span,
    /// Person, organization, … where the text shows it.
    pub kind: Option<Kind>,
    /// Its chain: the candidates of one name.
    pub chain: u32,
    /// The part of the article.
    pub zone: Zone,
    /// True inside speech.
    pub speech: bool,
    /// Which paragraph it is in.
    pub paragraph: u32,
}

/// The name that a chain stands for.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ChainKey {
    /// A known entity.
    Entity(EntityIx),
    /// A candidate: its fullest form in the article.
    Name(String),
}

/// The mentions of one name in one article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chain {
    /// Whose it is.
    pub key: ChainKey,
    /// Indices into `mentions` (known) or `candidates` (unknown), in text order.
    pub members: Vec<u32>,
    /// Its first reference: the first member in the body, as an index into `mentions` or `candidates`.
    pub first: Option<u32>,
    /// True where an office or a byline alone tells that it is a person's.
    pub called_person: bool,
}

/// An acronym given with its long form: "Long Form (LF)" or "LF (Long Form)".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expansion {
    /// The acronym, without brackets.
    pub short: Span,
    /// The long form, without brackets.
    pub long: Span,
    /// From the first byte of the one to the closing bracket.
    pub span: Span,
    /// The entity that the catalog knows by this acronym and by the long form, a related one, or no name at all
    /// that contradicts it; `None` where the letters are the article's own.
    pub entity: Option<EntityIx>,
    /// The part of the article.
    pub zone: Zone,
    /// True inside speech.
    pub speech: bool,
    /// Which paragraph it is in.
    pub paragraph: u32,
}

/// How a passage introduces a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum IntroductionKind {
    /// "Korea Internet & Security Agency (KISA)".
    Expansion,
    /// "Jason Kwon, chief strategy officer of OpenAI", "OpenAI Chief Strategy Officer Jason Kwon".
    Role,
    /// "GTAC is a …", "X, a coalition led by …".
    Definition,
    /// "By Lee Ha-eun".
    Byline,
}

/// A passage that introduces a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Introduction {
    /// Whose it is: an index into the document's chains.
    pub chain: u32,
    /// How.
    pub kind: IntroductionKind,
    /// The name's own span.
    pub name: Span,
    /// The words that say who or what it is: an office, a definition, the long form.
    pub what: Span,
    /// Of an office the title alone ("chief strategy officer"); else the same as `what`.
    pub title: Span,
    /// Of an office the chain of the body that it is held at, where the text shows it.
    pub employer: Option<u32>,
    /// False where the words put an office in another time: "former", "then", "until", "-elect".
    pub holds: bool,
    /// The whole sentence.
    pub sentence: Span,
}

/// How two names belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TieKind {
    /// "a system operated by KISA": the other runs it.
    RunBy,
    /// "Anthropic-led Project Glasswing": the other leads it.
    LedBy,
    /// "firms such as Akamai are involved in TAC": the other takes part in it.
    Member,
}

/// What a passage asserts of two names: who runs, leads or takes part in what. Denials, plans, questions and rumours
/// are none, nor is company: "with OpenAI".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tie {
    /// How they belong together.
    pub kind: TieKind,
    /// What is run, led or joined: an index into the document's chains.
    pub subject: u32,
    /// Who runs, leads or joins it: an index into the document's chains.
    pub other: u32,
    /// The name of the subject.
    pub name: Span,
    /// The words that say so, both names included.
    pub words: Span,
    /// The whole sentence.
    pub sentence: Span,
}

/// Somebody's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speech {
    /// With its marks.
    pub span: Span,
    /// The chain of the one who said it, where the text shows it.
    pub speaker: Option<u32>,
    /// True when that is a person: a body speaks through persons.
    pub personal: bool,
    /// True where the text gives it to somebody, be it to nobody whom it names: "the mayor said".
    pub given: bool,
    /// Which paragraph it is in.
    pub paragraph: u32,
}

/// A run of capitals that stands in the text like an acronym, known or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acronym {
    /// Where.
    pub span: Span,
    /// The part of the article.
    pub zone: Zone,
    /// True inside speech.
    pub speech: bool,
    /// True inside a longer name (ICT in "Ministry of Science and ICT", IFC in "Three IFC").
    pub inside_name: bool,
    /// Which paragraph it is in.
    pub paragraph: u32,
}

/// An "ignore here" comment: `<!-- masthead-ignore rule: reason -->`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suppression {
    /// The rule's name as written, and where; `None` ignores every rule.
    pub rule: Option<(String, Span)>,
    /// The comment.
    pub comment: Span,
    /// The paragraph that it speaks of.
    pub target: Span,
}

/// An acronym or a surname with two owners or more that the article gives no means to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ambiguity {
    /// Where.
    pub span: Span,
    /// Whom it can mean: entities or names of the article, as indices into its chains, sorted.
    pub owners: Vec<u32>,
    /// The part of the article.
    pub zone: Zone,
    /// True inside speech.
    pub speech: bool,
    /// Which paragraph it is in.
    pub paragraph: u32,
}

/// Two lists that are in the order of `place` as one that is.
pub(super) fn merged<F>(
    one: impl Iterator<Item = F>,
    other: impl Iterator<Item = F>,
    place: impl Fn(&F) -> Span,
) -> impl Iterator<Item = F> {
    let (mut one, mut other) = (one.peekable(), other.peekable());
    std::iter::from_fn(move || match (one.peek(), other.peek()) {
        (Some(a), Some(b)) if place(b) < place(a) => other.next(),
        (Some(_), _) => one.next(),
        (None, _) => other.next(),
    })
}
