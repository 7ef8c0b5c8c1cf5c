//! The vocabulary of relations: what a name in a catalog means, and the words for it.

use super::entity::Relation;

/// What a relation's name means. "X `run-by` Y" stands in the entry of X.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RelationType {
    /// As written in a catalog.
    pub name: &'static str,
    /// What Y is to X, in a few words.
    pub about: &'static str,
    /// Before Y, on the card of X.
    pub words: &'static str,
    /// Before X, on the card of Y.
    pub inverse: &'static str,
    /// True when Y runs, leads or makes X: the answer to "whose is it?".
    pub heads: bool,
}

impl RelationType {
    const fn new(
        name: &'static str,
        words: &'static str,
        inverse: &'static str,
        about: &'static str,
    ) -> RelationType {
        RelationType { name, about, words, inverse, heads: false }
    }

    const fn heading(self) -> RelationType {
        RelationType { heads: true, ..self }
    }
}

/// The relations that Masthead has words for, in the order of a card. A catalog may use any other name in kebab
/// case: its own words are shown then.
pub const RELATIONS: &[RelationType] = &[
    RelationType::new("run-by", "Run by", "Runs", "who runs it").heading(),
    RelationType::new("led-by", "Led by", "Leads", "who leads it").heading(),
    RelationType::new("operated-by", "Operated by", "Operates", "who operates it").heading(),
    RelationType::new("made-by", "Made by", "Makes", "who makes it").heading(),
    RelationType::new("part-of", "Part of", "Has", "the body or thing that it belongs to"),
    RelationType::new("built-into", "Built into", "Contains", "the product that has it inside"),
    // It decides between bodies that share a name: "Japan's AI Safety Institute".
    RelationType::new("of", "Country", "Has", "the country or city whose body or law it is"),
    RelationType::new("in", "In", "Contains", "the place, country or continent that a place lies in"),
    RelationType::new("participant", "Takes part", "Takes part in", "who takes part"),
    RelationType::new(
        "launch-partner",
        "Launch partners",
        "Launch partner of",
        "who took part from the start",
    ),
    RelationType::new(
        "considered-by",
        "Considered by",
        "Considers",
        "who thinks of it, as far as sources say",
    ),
    RelationType::new(
        "handled-by",
        "Handled by",
        "Handles",
        "who does the daily work, for instance in one country",
    ),
    RelationType::new("uses", "Uses", "Used by", "what it works with"),
    RelationType::new(
        "related",
        "Related to",
        "Related to",
        "it has to do with this, and sources say no more",
    ),
    RelationType::new("met", "In the news", "In the news", "who is in the news about it; the note says how"),
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
