//! Lines and columns as people count them.

use crate::text::Point;

/// Where the lines of a catalog or configuration file start, so that a place is found without counting from the top.
#[derive(Debug)]
pub(super) struct Lines<'t> {
    text: &'t str,
    starts: Vec<usize>,
}

impl<'t> Lines<'t> {
    /// Lines end at LF, CRLF or CR.
    pub(super) fn new(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        let breaks = memchr::memchr2_iter(b'\n', b'\r', bytes);
        let ends = breaks.filter(|&at| bytes[at] == b'\n' || bytes.get(at + 1) != Some(&b'\n'));
        Self { text, starts: std::iter::once(0).chain(ends.map(|at| at + 1)).collect() }
    }

    /// Where byte `offset` stands, clamped into the text and to a character's start.
    pub(super) fn point(&self, offset: usize) -> Point {
        let offset = self.text.floor_char_boundary(offset);
        let line = self.starts.partition_point(|start| *start <= offset) - 1; // ok: the first start is 0.
        Point { line: line as u32, ..Point::default() }.after(&self.text[self.starts[line]..offset])
    }
}

/// `point`, a place in `text`, without the byte order mark: that is no column that a reader can see.
pub(super) fn without_mark(point: Point, text: &str) -> Point {
    if point.line > 0 || !text.starts_with('\u{feff}') {
        return point;
    }
    let less = |column: u32, mark: u32| column.saturating_sub(mark);
    Point { byte: less(point.byte, 3), utf16: less(point.utf16, 1), char: less(point.char, 1), ..point }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_those_of_a_count_from_the_top() {
        let text = "a = 1\r\n# 한국 🙂\rb\n\nc";
        let lines = Lines::new(text);
        for (at, _) in text.char_indices().filter(|(at, _)| !text[..*at].ends_with('\r')) {
            assert_eq!(lines.point(at), Point::default().after(&text[..at]), "{at}");
        }
        assert_eq!(lines.point(9_999), Point::default().after(text));
    }
}
