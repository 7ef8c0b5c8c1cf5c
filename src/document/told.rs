//! What one paragraph tells of its names, kept until the paragraph or one of the names changes: an edit leaves most of
//! an article as it is.

use super::facts::{Introduction, Tie};
use crate::catalog::Kind;
use crate::text::Span;
use std::sync::{Arc, Mutex};

/// What a paragraph tells. Offsets count from its start, and the chain of a name is the first place of that chain among
/// the names of the paragraph.
#[derive(Debug)]
pub(super) struct Told {
    /// Who or what its names are, in the order of the names.
    pub(super) introductions: Vec<Introduced>,
    /// Who runs, leads or takes part in what, in text order.
    pub(super) ties: Vec<Tie>,
}

/// An introduction and the noun for the body that the office is held at: "the ministry", of which only the whole
/// article can say whom it stands for.
#[derive(Debug)]
pub(super) struct Introduced {
    pub(super) introduction: Introduction,
    pub(super) body: Option<Span>,
}

/// All that is looked at of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Known {
    pub(super) span: Span,
    pub(super) chain: u32,
    /// The hash of the fullest name of its chain.
    pub(super) label: u64,
    pub(super) kind: Option<Kind>,
    pub(super) subject: bool,
}

/// The last that a paragraph told, with the names that it told it of.
#[derive(Debug, Default)]
pub(super) struct Memory(Mutex<Option<(Vec<Known>, Arc<Told>)>>);

impl Memory {
    /// What the paragraph tells of `names`; by `tell`, where that is not what it told last.
    pub(super) fn recall(
        &self,
        names: impl Iterator<Item = Known> + Clone,
        tell: impl FnOnce() -> Told,
    ) -> Arc<Told> {
        // A panic while it was locked left it whole: it is written in one step.
        let mut last = self.0.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        match &*last {
            Some((then, told)) if then.iter().copied().eq(names.clone()) => Arc::clone(told),
            _ => {
                let told = Arc::new(tell());
                *last = Some((names.collect(), Arc::clone(&told)));
                told
            }
        }
    }
}
