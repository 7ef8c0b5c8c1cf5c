//! Where something stands in a text.

/// A half-open range of bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Span {
    /// The range `start..end`; a reversed one becomes empty at `start`.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end: end.max(start) }
    }

    /// Bytes in it.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// True when it holds no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// True when `offset` lies in it; its end does not.
    pub fn contains(self, offset: usize) -> bool {
        self.start <= offset && offset < self.end
    }

    /// True when `offset` lies in it or at its end: where a cursor behind the last letter stands.
    pub fn touches(self, offset: usize) -> bool {
        self.start <= offset && offset <= self.end
    }

    /// True when all of `other` lies in it.
    pub fn covers(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// True when the two share at least one byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The same range, `by` bytes further on.
    pub fn shifted(self, by: usize) -> Span {
        Span { start: self.start + by, end: self.end + by }
    }

    /// The bytes of `text` in this range. Panics when the range is not in `text`, as slicing does.
    pub fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }
}

/// The unit in which an editor counts columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// Bytes.
    Utf8,
    /// UTF-16 code units: the default of LSP.
    Utf16,
    /// Unicode scalar values.
    Utf32,
}

/// A line and a column, both from 0, the column in some [`Encoding`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 0. Lines end at LF, CRLF or CR.
    pub line: usize,
    /// Column, from 0, in units of the encoding that goes with it.
    pub column: usize,
}

/// A place that needs no text to be turned into a [`Position`]: its column in all three encodings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Point {
    /// Line, from 0.
    pub line: u32,
    /// Column in bytes, from 0.
    pub byte: u32,
    /// Column in UTF-16 code units, from 0.
    pub utf16: u32,
    /// Column in Unicode scalar values, from 0.
    pub char: u32,
}

impl Point {
    /// This place in `text` where a byte order mark at its head counts for no column: no editor shows it.
    pub fn behind_mark(self, text: &str) -> Point {
        if self.line > 0 || !text.starts_with('\u{feff}') {
            return self;
        }
        let less = |column: u32, mark: u32| column.saturating_sub(mark);
        Point { line: 0, byte: less(self.byte, 3), utf16: less(self.utf16, 1), char: less(self.char, 1) }
    }
}

/// A span with the lines and columns of its ends: it can be shown without the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Locus {
    /// Where, in bytes.
    pub span: Span,
    /// The span's start.
    pub start: Point,
    /// The span's end.
    pub end: Point,
}

impl Point {
    /// The same place in one encoding.
    pub fn position(self, encoding: Encoding) -> Position {
        let column = match encoding {
            Encoding::Utf8 => self.byte,
            Encoding::Utf16 => self.utf16,
            Encoding::Utf32 => self.char,
        };
        Position { line: self.line as usize, column: column as usize }
    }
}
