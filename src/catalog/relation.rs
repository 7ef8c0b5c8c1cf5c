//! The vocabulary of relations: what a name in a catalog means, and the words for it.

use super::entity::Relation;

/// What a relation's name means. "X `run-by` Y" stands in the entry of X.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RelationType {
    /// As written in a catalog.
    pub name: &'static str,
    /// Before Y, on the card of X.
    pub words: &'static str,
    /// Before X, on the card of Y.
    pub inverse: &'static str,
    /// True when Y runs, leads or makes X: the answer to "whose is it?".
    pub heads: bool,
}

const fn relation(name: &'static str, words: &'static str, inverse: &'static str) -> RelationType {
    RelationType { name, words, inverse, heads: false }
}

const fn heads(name: &'static str, words: &'static str, inverse: &'static str) -> RelationType {
    RelationType { heads: true, ..relation(name, words, inverse) }
}

/// The relations that Masthead has words for, in the order of a card. A catalog may use any other name in kebab
/// case: its own words are shown then.
///
/// - `run-by`, `led-by`, `operated-by`, `made-by`: who runs, leads, operates or makes it.
/// - `part-of`: the body or thing that it belongs to; `built-into`: the product that has it inside.
/// - `of`: the country (or city) whose body or law it is. It decides between bodies that share a name:
///   "Japan's AI Safety Institute".
/// - `in`: the place, country or continent that a place lies in.
/// - `participant`, `launch-partner`: who takes part; `considered-by`: who thinks of it, as far as sources say.
/// - `handled-by`: who does the daily work, for instance in one country.
/// - `uses`: what it works with.
/// - `related`: it has to do with it, and sources say no more.
/// - `met`: who is in the news about it; the note says how.
pub const RELATIONS: &[RelationType] = &[
    heads("run-by", "Run by", "Runs"),
    heads("led-by", "Led by", "Leads"),
    heads("operated-by", "Operated by", "Operates"),
    heads("made-by", "Made by", "Makes"),
    relation("part-of", "Part of", "Has"),
    relation("built-into", "Built into", "Contains"),
    relation("of", "Country", "Has"),
    relation("in", "In", "Contains"),
    relation("participant", "Takes part", "Takes part in"),
    relation("launch-partner", "Launch partners", "Launch partner of"),
    relation("considered-by", "Considered by", "Considers"),
    relation("handled-by", "Handled by", "Handles"),
    relation("uses", "Uses", "Used by"),
    relation("related", "Related to", "Related to"),
    relation("met", "In the news", "In the news"),
];

impl Relation {
    /// What its name means, where Masthead has words for it.
    pub fn kind(&self) -> Option<&'static RelationType> {
        RELATIONS.iter().find(|relation| relation.name == self.name)
    }

    /// The words before its target: "Run by"; for a name without words of its own, that name: "Funded by".
    pub fn words(&self) -> String {
        if let Some(kind) = self.kind() {
            return kind.words.to_owned();
        }
        let mut words = self.name.replace('-', " ");
        if let Some(first) = words.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        words
    }

    /// True when its target runs, leads or makes the entity.
    pub fn heads(&self) -> bool {
        self.kind().is_some_and(|kind| kind.heads)
    }
}
