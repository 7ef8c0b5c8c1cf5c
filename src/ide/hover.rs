//! The card of a name, as Markdown for a small pop-up.

use super::cursor::Cursor;
use crate::text::Span;

/// What hover shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hover {
    /// The name's span.
    pub span: Span,
    /// Markdown without HTML; text from articles and catalogs is escaped.
    pub markdown: String,
    /// The same as plain text, for a client that does not take Markdown.
    pub plain: String,
}

/// The card of the name under the cursor. `link` turns a place into a URI that the editor opens.
pub fn hover(cursor: Cursor, link: &dyn Fn(&crate::diagnostic::Place) -> String) -> Option<Hover> {
    let _ = (cursor, link);
    todo!()
}
