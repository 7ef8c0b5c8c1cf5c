//! Positions and ranges of a text, locations in files.

use super::super::view::{DeskText, Folder, View};
use super::uri::uri_of;
use crate::catalog::{Entity, Source, find_entry};
use crate::diagnostic::Place;
use crate::ide;
use crate::text::{self, Buffer, Encoding, Point, Span};
use std::borrow::Cow;
use std::path::Path;
use tower_lsp::ls_types::{DocumentHighlight, DocumentHighlightKind, Location, Position, Range, Uri};

/// A text and the unit in which its client counts columns: all that positions need.
#[derive(Clone, Copy)]
pub(crate) struct Page<'a> {
    /// The text.
    pub(crate) buffer: &'a Buffer,
    /// The unit of columns.
    pub(crate) encoding: Encoding,
}

impl<'a> Page<'a> {
    /// The text of an open article.
    pub(crate) fn of(view: &'a View) -> Self {
        Self { buffer: &view.buffer, encoding: view.folder.abilities.encoding }
    }

    /// The text of an open file of the desk.
    pub(crate) fn of_desk(text: &'a DeskText) -> Self {
        Self { buffer: &text.buffer, encoding: text.folder.abilities.encoding }
    }

    /// Where a byte stands.
    pub(crate) fn position(&self, offset: usize) -> Position {
        position(self.buffer.position(offset, self.encoding))
    }

    /// The byte at a position, clamped into the text.
    pub(crate) fn offset(&self, position: Position) -> usize {
        let (line, column) = (position.line as usize, position.character as usize);
        self.buffer.offset(text::Position { line, column }, self.encoding)
    }

    /// Where a span stands.
    pub(crate) fn range(&self, span: Span) -> Range {
        Range::new(self.position(span.start), self.position(span.end))
    }

    /// The bytes of a range, clamped into the text. A reversed range is read as if it were not.
    pub(crate) fn span(&self, range: Range) -> Span {
        let a = self.offset(range.start);
        // Most letters are typed where nothing goes.
        let b = if range.end == range.start { a } else { self.offset(range.end) };
        Span::new(a.min(b), a.max(b))
    }
}

fn position(at: text::Position) -> Position {
    // A line or column beyond four billion stands for the end of all texts.
    let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Position::new(narrow(at.line), narrow(at.column))
}

/// The range between two places that carry their own lines and columns.
pub(super) fn range_between(start: Point, end: Point, encoding: Encoding) -> Range {
    Range::new(position(start.position(encoding)), position(end.position(encoding)))
}

/// The range of a place that carries its own lines and columns.
pub(super) fn place_range(place: &Place, encoding: Encoding) -> Range {
    range_between(place.start, place.end, encoding)
}

/// The URI of a file as the client knows it: the article's own as the client wrote it.
pub(super) fn file_uri(path: &Path, view: &View) -> Option<Uri> {
    if path == &*view.path { Some(view.uri.clone()) } else { uri_of(path) }
}

/// Places as locations; without those that no editor can open.
pub(crate) fn locations(places: &[Place], view: &View) -> Vec<Location> {
    let mut locations = Vec::with_capacity(places.len());
    for of_file in places.chunk_by(|a, b| a.path == b.path) {
        let Some(uri) = file_uri(&of_file[0].path, view) else { continue };
        let range = |place| place_range(place, view.folder.abilities.encoding);
        locations.extend(of_file.iter().map(|place| Location::new(uri.clone(), range(place))));
    }
    locations
}

/// Mentions of a name in the article.
pub(crate) fn highlights(spans: &[Span], view: &View) -> Vec<DocumentHighlight> {
    let page = Page::of(view);
    let highlight =
        |span| DocumentHighlight { range: page.range(span), kind: Some(DocumentHighlightKind::TEXT) };
    spans.iter().copied().map(highlight).collect()
}

/// A passage of a catalog file as a location; `None` for the starter catalog, which is no file.
pub(crate) fn source_location(source: &Source, folder: &Folder) -> Option<Location> {
    let (_, text) = folder.settings.files.iter().find(|(path, _)| *path == source.file)?;
    let page = Page { buffer: &Buffer::new(text), encoding: folder.abilities.encoding };
    Some(Location::new(uri_of(&source.file)?, page.range(source.span)))
}

/// An entry of the catalog as a location, in the newest text of its file: that may be open and half written, and the entry in
/// use one of an earlier text. Where nothing there gives its id any more it is the line where it stood. `None` for the
/// starter catalog, which is no file.
pub(crate) fn entry_location(entity: &Entity, folder: &Folder) -> Option<Location> {
    let Source { file, span } = &entity.source;
    let (_, read) = folder.settings.files.iter().find(|(path, _)| path == file)?;
    let newest = folder.drafts.text(file).map_or_else(|| Cow::Borrowed(&**read), Cow::Owned);
    let page = Page { buffer: &Buffer::new(&newest), encoding: folder.abilities.encoding };
    let range = if *newest == **read && !span.is_empty() {
        page.range(*span)
    } else if let Some(span) = find_entry(&newest, &entity.id) {
        page.range(span)
    } else {
        let line = read.as_bytes().iter().take(span.start).filter(|b| **b == b'\n').count();
        let last = page.position(newest.len()).line;
        let start = Position::new(last.min(line as u32), 0);
        Range::new(start, start)
    };
    Some(Location::new(uri_of(file)?, range))
}

/// The catalog entry of the name at `offset`. A name of the starter catalog stands in no file, and a new one in
/// no catalog: they lead where their definition does, as in other servers the names of a built-in library.
pub(crate) fn declaration(view: &View, offset: usize) -> Vec<Location> {
    let cursor = view.cursor(offset);
    let entity = ide::declaration(cursor).map(|entity| view.folder.snapshot.catalog.entity(entity));
    let entry = entity.and_then(|entity| entry_location(entity, &view.folder));
    entry.map_or_else(|| locations(&ide::definition(cursor), view), |entry| vec![entry])
}

#[cfg(test)]
mod tests {
    use super::Page;
    use crate::text::{Buffer, Encoding, Span};
    use tower_lsp::ls_types::{Position, Range};

    const TEXT: &str = "Ryu 류제명\r\n😀 e\u{301}\rU+2028:\u{2028}\u{85}\n\n한국 👩‍👩‍👧";

    #[test]
    fn every_character_goes_round_in_every_encoding() {
        let buffer = Buffer::new(TEXT);
        for encoding in [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32] {
            let page = Page { buffer: &buffer, encoding };
            for (offset, c) in TEXT.char_indices().chain([(TEXT.len(), '\n')]) {
                // A position between CR and LF is the end of the line before both.
                if c == '\n' && TEXT[..offset].ends_with('\r') {
                    continue;
                }
                assert_eq!(page.offset(page.position(offset)), offset, "{encoding:?}");
            }
        }
    }

    #[test]
    fn each_encoding_has_its_columns() {
        let buffer = Buffer::new(TEXT);
        let accent = TEXT.find("e\u{301}").unwrap();
        for (encoding, column) in [(Encoding::Utf8, 5), (Encoding::Utf16, 3), (Encoding::Utf32, 2)] {
            let page = Page { buffer: &buffer, encoding };
            assert_eq!(page.position(accent), Position::new(1, column));
        }
    }

    #[test]
    fn ranges_from_anywhere_lie_in_the_text() {
        let buffer = Buffer::new(TEXT);
        let page = Page { buffer: &buffer, encoding: Encoding::Utf16 };
        let far = Position::new(u32::MAX, u32::MAX);
        assert_eq!(page.span(Range::new(far, far)), Span::new(TEXT.len(), TEXT.len()));
        assert_eq!(page.span(Range::new(far, Position::new(0, 0))), Span::new(0, TEXT.len()));
        let line = page.span(Range::new(Position::new(0, 3), Position::new(0, 500)));
        assert_eq!(line.of(TEXT), " 류제명");
        // Inside a surrogate pair: the emoji's start.
        assert_eq!(page.offset(Position::new(1, 1)), TEXT.find('😀').unwrap());
    }
}
