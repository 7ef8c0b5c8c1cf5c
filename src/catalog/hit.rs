//! What the matcher finds.

use super::entity::FormIx;
use crate::text::Span;
use std::ops::Deref;

/// A form found in a text: the longest at its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Where: without possessive and particle.
    pub span: Span,
    /// First token.
    pub first: usize,
    /// Token after the last.
    pub last: usize,
    /// The forms that are written so; more than one where several entities share it.
    pub forms: Forms,
}

/// The forms that are written in one way, in order: mostly one, which takes no memory of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forms(Held);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Held {
    One([FormIx; 1]),
    Several(Box<[FormIx]>),
}

impl Forms {
    /// Those that `forms` gives; `None` where it gives none.
    pub(super) fn of(mut forms: impl Iterator<Item = FormIx>) -> Option<Self> {
        let first = forms.next()?;
        Some(Self(match forms.next() {
            None => Held::One([first]),
            Some(second) => Held::Several([first, second].into_iter().chain(forms).collect()),
        }))
    }
}

impl Deref for Forms {
    type Target = [FormIx];

    fn deref(&self) -> &[FormIx] {
        match &self.0 {
            Held::One(one) => one,
            Held::Several(several) => several,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{FormIx, Forms};

    #[test]
    fn forms_are_those_that_were_given() {
        assert_eq!(Forms::of(std::iter::empty()), None);
        for count in 1..4 {
            let given: Vec<FormIx> = (0..count).map(FormIx).collect();
            assert_eq!(*Forms::of(given.iter().copied()).unwrap(), *given);
        }
    }
}
