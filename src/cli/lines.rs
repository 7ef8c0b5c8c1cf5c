//! Columns as people count them.

use crate::text::Point;

/// `point`, a place in `text`, without the byte order mark: that is no column that a reader can see.
pub(super) fn without_mark(point: Point, text: &str) -> Point {
    if point.line > 0 || !text.starts_with('\u{feff}') {
        return point;
    }
    let less = |column: u32, mark: u32| column.saturating_sub(mark);
    Point { byte: less(point.byte, 3), utf16: less(point.utf16, 1), char: less(point.char, 1), ..point }
}
