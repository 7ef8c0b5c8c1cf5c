//! Which form of a name to write, and which to avoid.

/// A form that may be written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spelling {
    /// As it is written.
    pub text: String,
    /// When, or what it is: "Revised Romanization".
    pub remark: Option<String>,
}

/// A form that the desk rejects, or that does not hold at the card's date.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Avoided {
    /// As it must not be written.
    pub text: String,
    /// Why: "one outlet's translation", "until 14 February 2025".
    pub remark: Option<String>,
}
