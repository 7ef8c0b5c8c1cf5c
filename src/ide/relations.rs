//! How a name belongs to others, in words and with dates.

use crate::catalog::EntityIx;

/// One thing that is said of a name, with who and since when: "South Korea", since 26 May 2026.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Statement {
    /// What is said.
    pub text: String,
    /// The name that it points to, where that is one of the catalog's.
    pub entity: Option<EntityIx>,
    /// Since when, as of when, according to whom, whether inferred: "as of 28 May 2026, ETNews".
    pub remark: Option<String>,
}

/// Statements of one sort under one label: "Run by", "Takes part".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// The words before them.
    pub label: String,
    /// The first of them.
    pub statements: Vec<Statement>,
    /// How many more there are.
    pub more: usize,
}
