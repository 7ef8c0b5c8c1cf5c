//! What stands between quotation marks.

use super::span::Span;
use super::token::Token;

/// What a pair of quotation marks is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum QuotationKind {
    /// Somebody's words.
    Speech,
    /// A name, or up to five words without a verb: a title, a product, a so-called thing.
    Name,
}

/// A passage between quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Quotation {
    /// With its marks.
    pub span: Span,
    /// Without them.
    pub inner: Span,
    /// What it is.
    pub kind: QuotationKind,
    /// True when no closing mark stands in this block: the speech goes on in the next paragraph, which
    /// opens with a mark of its own.
    pub open: bool,
}

/// The quotations of a masked block, straight and curly, single and double, nested.
pub(super) fn quotations(text: &str, tokens: &[Token]) -> Vec<Quotation> {
    let _ = (text, tokens);
    todo!()
}
