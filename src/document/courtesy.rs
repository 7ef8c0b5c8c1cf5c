//! What "Mr" and "Dame" say of a person.

/// Whom a courtesy is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Courtesy {
    /// "Mr", "Sir".
    Man,
    /// "Ms", "Dame".
    Woman,
}

impl Courtesy {
    /// The one right before byte `start` of `text`. Panics where no character begins there, as slicing does.
    pub fn before(text: &str, start: usize) -> Option<Self> {
        match word_before(text, start)? {
            "Mr" | "Sir" | "Lord" | "Baron" => Some(Self::Man),
            "Mrs" | "Ms" | "Miss" | "Dame" | "Lady" | "Baroness" => Some(Self::Woman),
            _ => None,
        }
    }

    /// The one that nobody has who has this one.
    pub(super) fn other(self) -> Self {
        match self {
            Self::Man => Self::Woman,
            Self::Woman => Self::Man,
        }
    }
}

/// How a person is called who is more than Mr or Ms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Style {
    Plain,
    Doctor,
    Professor,
    Noble,
}

impl Style {
    /// The one right before byte `start` of `text`.
    pub(super) fn before(text: &str, start: usize) -> Option<Self> {
        match word_before(text, start)? {
            "Mr" | "Mrs" | "Ms" | "Miss" => Some(Self::Plain),
            "Dr" => Some(Self::Doctor),
            "Prof" | "Professor" => Some(Self::Professor),
            "Sir" | "Lord" | "Baron" | "Dame" | "Lady" | "Baroness" => Some(Self::Noble),
            _ => None,
        }
    }
}

/// The word in front of byte `start`, without its stop.
fn word_before(text: &str, start: usize) -> Option<&str> {
    let head = text[..start].trim_end_matches([' ', '\u{a0}', '\n']);
    let word = head.rsplit([' ', '\u{a0}', '\n']).next().filter(|_| head.len() < start)?;
    Some(word.strip_suffix('.').unwrap_or(word))
}
