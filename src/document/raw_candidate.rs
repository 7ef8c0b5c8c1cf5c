//! A name-like span of one block, before the article says whose name it is.

use super::house::House;
use super::letters::FrontLetters;
use super::parts::Memory;
use super::shape::Shape;
use super::titles::Titles;
use super::{head_nouns, lexicon};
use crate::catalog::Kind;
use crate::text::{Span, fold_key};

/// A name-like span of a block. Offsets count from the block's start.
#[derive(Clone, Debug)]
pub(super) struct RawCandidate {
    /// The name: without title, possessive and article.
    pub(super) span: Span,
    /// The key of its text, folded.
    pub(super) key: u64,
    /// What its text looks like.
    pub(super) shape: Shape,
    /// What it names, where the words around it or in it show it.
    pub(super) kind: Option<Kind>,
    /// True for a single word at the beginning of a sentence, which is capitalised in any case: a name only
    /// where the rest of the article says so.
    pub(super) doubtful: bool,
    /// True for a name of several words at the beginning of a sentence: the first may be no part of it.
    pub(super) begins_sentence: bool,
    /// True where it begins a headline.
    pub(super) begins_headline: bool,
    /// True where that headline goes on with a verb: the first word may tell of the person that follows, as in "Embattled
    /// Holm quits".
    pub(super) headlined: bool,
    /// The key of the name with the particles right in front, "von Holm" in "that von Holm left", or with the word that begins the
    /// sentence, "All Gulls" in "All Gulls won"; 0 where none stand there.
    pub(super) led: u64,
    /// The key of the name of a body with its number, "4th Vinter Division"; 0 where none stands in front.
    pub(super) numbered: u64,
    /// The key of what it is together with the next name: see [`note_pairs`](super::proven::note_pairs); 0 where it is nothing.
    pub(super) pair: u64,
    /// True behind "also known as" and the name before it, which it is another name for.
    pub(super) alias: bool,
    /// True for somebody's kin: see [`note_kin`](super::kin::note_kin).
    pub(super) kin: bool,
    /// True for one word where the words beside it show no person: "in Nordhavn", "his Nordhavn debut".
    pub(super) apart: bool,
    /// True where a place stands: see [`is_located`].
    pub(super) located: bool,
    /// What else than a person is called so.
    pub(super) house: House,
    /// True for one word that says something: "Takvik said".
    pub(super) says: bool,
    /// True for a doubtful word that may be a surname by what follows it: "Takvik tried".
    pub(super) acts: bool,
    /// What the letters are with which it begins: "DS Holm".
    pub(super) letters: FrontLetters,
    /// The titles beside it.
    pub(super) titles: Titles,
    /// What it tells by itself.
    pub(super) parts: Memory,
}

/// What one has in a person: "trust in Takvik".
const TRUST: &[&str] =
    &["belief", "believe", "believed", "believes", "confidence", "faith", "interest", "trust"];

/// What one does to a place: "moved to Nordhavn".
const MOVES: &[&str] = &[
    "back",
    "came",
    "flew",
    "flies",
    "moved",
    "moves",
    "moving",
    "relocated",
    "return",
    "returned",
    "returning",
    "sailed",
    "travel",
    "travelled",
    "traveled",
    "trip",
    "went",
];

/// True where nobody's surname stands: "in Nordhavn in 1998", "moved to Nordhavn", "his Nordhavn debut"; not in "in Lund's house".
fn stands_apart(text: &str, span: Span) -> bool {
    let mut before = text[..span.start].strip_suffix(' ').unwrap_or("").rsplit(' ');
    let last = before.next().unwrap_or("");
    let owned = || text[span.end..].starts_with(['\'', '’', '-']);
    let noun = || {
        let behind = text[span.end..].strip_prefix(' ');
        behind.is_some_and(|behind| behind.starts_with(|c: char| c.is_ascii_lowercase()))
    };
    match last {
        "in" | "In" => {
            let trust = before.next().is_some_and(|word| TRUST.contains(&word));
            !trust && !owned()
        }
        "to" => {
            let moves = before.next().is_some_and(|word| MOVES.contains(&word));
            moves && !owned()
        }
        "her" | "his" | "its" | "our" | "their" | "this" => noun(),
        _ => false,
    }
}

/// What lies in a place.
const PLACES: &[&str] = &[
    "capital",
    "centre",
    "citizens",
    "city",
    "coast",
    "east",
    "harbour",
    "inhabitants",
    "island",
    "mayor",
    "north",
    "outskirts",
    "port",
    "province",
    "residents",
    "south",
    "streets",
    "town",
    "village",
    "voters",
    "west",
];

/// What one has in a company: "a stake in Nordhavn".
const STAKES: &[&str] = &[
    "holding",
    "holdings",
    "invest",
    "invested",
    "investing",
    "investment",
    "investments",
    "investor",
    "investors",
    "job",
    "jobs",
    "share",
    "shareholder",
    "shareholders",
    "shareholding",
    "shares",
    "stake",
    "stakes",
];

/// True where no company stands: "in Nordhavn in 1998", "the mayor of Nordhavn"; not in "a stake in Nordhavn", nor in "in
/// Nordhavn shares". A name of several `words` may begin with a place: "at Nordhavn of the Ferry Group".
fn is_located(text: &str, span: Span, words: u16) -> bool {
    // Most names stand behind other words.
    if !matches!(text.as_bytes()[..span.start], [.., b'n' | b'f' | b't', b' ']) {
        return false;
    }
    let mut before = text[..span.start].strip_suffix(' ').unwrap_or("").rsplit(' ');
    let link = before.next();
    if words > 1 {
        return matches!(link, Some("at" | "in"));
    }
    let what = before.next().unwrap_or("");
    let behind = &text[span.end..];
    let word = behind.strip_prefix(' ').and_then(|rest| rest.split(|c: char| !c.is_alphanumeric()).next());
    let ends = match word {
        Some(word) => lexicon::is_function_word(word) && !matches!(word, "and" | "or"),
        None => !behind.starts_with(['\'', '’', '-']),
    };
    match link {
        Some("in" | "In") => ends && !STAKES.contains(&what) && !TRUST.contains(&what),
        Some("of") => ends && PLACES.contains(&what),
        _ => false,
    }
}

/// Where the number begins that stands right before byte `start`: "4th".
pub(super) fn ordinal_before(text: &str, start: usize) -> Option<usize> {
    let head = text[..start].strip_suffix(' ')?;
    let number =
        head.strip_suffix("th").or_else(|| head.strip_suffix("st")).or_else(|| head.strip_suffix("nd"));
    let number = number.or_else(|| head.strip_suffix("rd"))?;
    let digits = number.bytes().rev().take_while(u8::is_ascii_digit).count();
    let first = number.len() - digits;
    (digits > 0 && !text[..first].ends_with(char::is_alphanumeric)).then_some(first)
}

/// True where the first word is a verb of saying.
fn says(behind: &str) -> bool {
    let word = behind.strip_prefix(' ').and_then(|behind| behind.split(|c: char| !c.is_alphabetic()).next());
    word.is_some_and(lexicon::is_speech_verb)
}

/// Where the particles begin that stand right before byte `end`, the nearest first: "von", then "von und zu".
pub(super) fn particles_before(text: &str, end: usize) -> impl Iterator<Item = usize> {
    /// "van de", "von und zu".
    const MOST: usize = 3;
    let before = |end: &usize| {
        let head = text[..*end].strip_suffix(' ')?;
        let word = head.rsplit([' ', '\n', '(', '"', '“', '‘']).next()?;
        lexicon::is_particle(word).then(|| head.len() - word.len())
    };
    std::iter::successors(before(&end), before).take(MOST)
}

/// Notes which of `names`, in order, are other names for the one before them: "Ana Lund, also known as Una Holm".
pub(super) fn note_aliases(names: &mut [RawCandidate], text: &str) {
    /// "known to friends and family as" with its marks has no more bytes.
    const LONGEST: usize = 40;
    for at in 1..names.len() {
        let between = names[at - 1].span.end..names[at].span.start;
        if (8..=LONGEST).contains(&between.len()) {
            let words = text[between].trim_start_matches([',', ' ', '(']);
            let ends = |rest: &str| matches!(rest, "" | "“" | "‘" | "\"" | "'");
            // "Known to all as".
            let known_to = words.strip_prefix("known to ").and_then(|rest| rest.split_once(" as "));
            let known_as = || {
                ["also known as ", "better known as ", "known as ", "a.k.a. "]
                    .iter()
                    .any(|phrase| words.strip_prefix(phrase).is_some_and(ends))
            };
            names[at].alias = (known_to.is_some_and(|(_, rest)| ends(rest)) || known_as())
                && !is_second_party(&text[..names[at - 1].span.start]);
        }
    }
}

/// True behind "a treaty between Norland and the": what it is known as is the treaty.
fn is_second_party(head: &str) -> bool {
    /// The first party is named close by.
    const REACH: usize = 60;
    let head = head.strip_suffix("the ").unwrap_or(head);
    let near = &head[head.ceil_char_boundary(head.len().saturating_sub(REACH))..];
    near.strip_suffix(" and ").is_some_and(|near| near.contains(" between "))
}

impl RawCandidate {
    /// The name at `span` of `text`, where no sentence begins.
    pub(super) fn new(span: Span, text: &str, kind: Option<Kind>, doubtful: bool) -> Self {
        let name = span.of(text);
        let (key, shape) = (fold_key(name), Shape::of(name));
        let titles = Titles::beside(text, span);
        Self {
            span,
            key,
            shape,
            kind,
            doubtful,
            begins_sentence: false,
            begins_headline: false,
            headlined: false,
            led: particles_before(text, span.start)
                .last()
                .map_or(0, |start| fold_key(&text[start..span.end])),
            numbered: match kind {
                Some(Kind::Organization) => {
                    ordinal_before(text, span.start).map_or(0, |start| fold_key(&text[start..span.end]))
                }
                _ => 0,
            },
            pair: 0,
            alias: false,
            kin: false,
            apart: shape.words == 1 && kind.is_none() && stands_apart(text, span),
            located: is_located(text, span, shape.words),
            house: House::of(text, span, shape.words),
            says: shape.words == 1 && says(&text[span.end..]),
            acts: false,
            letters: FrontLetters::of(name, shape.words, titles.before().is_some()),
            titles,
            parts: Memory::default(),
        }
    }

    /// "Chambers" of "Mr Chambers", which was left together as Mr Price Group is: one word that is a family name as well.
    pub(super) fn leave_courtesy(&mut self, text: &str) {
        let Some((courtesy, word)) = self.span.of(text).split_once(' ') else { return };
        let noun = || word.strip_suffix('s').is_some_and(|one| head_nouns::is_body(one) && one.is_ascii());
        if matches!(courtesy, "Mr" | "Mr." | "Mrs" | "Mrs." | "Ms" | "Ms.")
            && (lexicon::is_family_name_too(word) || noun())
        {
            let span = Span::new(self.span.end - word.len(), self.span.end);
            *self = Self::new(span, text, Some(Kind::Person), false);
        }
    }

    /// True when all that is known of both is the same but where they stand.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        let known = |name: &Self| {
            let begins = (name.begins_sentence, name.begins_headline, name.headlined);
            (
                (name.key, name.shape),
                name.kind,
                name.doubtful,
                begins,
                name.led,
                (name.numbered, name.pair),
                (name.alias, name.kin),
                (name.apart, name.located, name.house),
                (name.says, name.acts, name.letters),
                name.titles,
            )
        };
        known(self) == known(other)
    }

    /// In bylines and credits a line ends a name, and so does a word for the time: "By Dana Whitlock Posted : May 18".
    /// False when nothing is left.
    pub(super) fn end_with_line(&mut self, text: &str) -> bool {
        const TIMES: [&str; 4] = [" Modified", " Posted", " Published", " Updated"];
        let line = self.span.of(text).split(['\n', '\r']).next().unwrap_or("");
        let end = TIMES.iter().filter_map(|word| line.find(word)).min().unwrap_or(line.len());
        let line = line[..end].trim_end();
        if self.span.start + line.len() != self.span.end {
            self.span.end = self.span.start + line.len();
            (self.key, self.shape) = (fold_key(line), Shape::of(line));
        }
        !line.is_empty()
    }
}
