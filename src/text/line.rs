//! One line of Markdown, as the block scanner sees it: indentation, containers and what opens a block.

/// The line that begins at byte `at`: where its own text ends and where the next line begins. Lines end at
/// LF, CRLF or CR.
pub(super) fn line_at(text: &str, at: usize) -> (usize, usize) {
    let bytes = &text.as_bytes()[at..];
    match memchr::memchr2(b'\n', b'\r', bytes) {
        None => (text.len(), text.len()),
        Some(end) if bytes[end] == b'\r' && bytes.get(end + 1) == Some(&b'\n') => (at + end, at + end + 2),
        Some(end) => (at + end, at + end + 1),
    }
}

/// An open code fence: ``` or ~~~ and more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fence {
    mark: u8,
    len: usize,
}

/// A list marker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bullet {
    /// Columns from where the marker's indentation begins to the item's content.
    pub(super) width: usize,
    /// True when such an item may begin in the middle of a paragraph: a bullet or the number 1, with text.
    pub(super) interrupts: bool,
}

/// A reading position in a line, without its break. Tab stops are four columns apart.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'t> {
    bytes: &'t [u8],
    /// Byte read next; a tab that is used in part is still ahead.
    at: usize,
    column: usize,
}

impl<'t> Line<'t> {
    pub(super) fn new(line: &'t str) -> Self {
        let at = if line.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
        Self { bytes: line.as_bytes(), at, column: 0 }
    }

    /// What is still to be read.
    pub(super) fn rest(&self) -> &'t [u8] {
        &self.bytes[self.at..]
    }

    /// Byte of the line at which the rest begins.
    pub(super) fn offset(&self) -> usize {
        self.at
    }

    pub(super) fn is_blank(&self) -> bool {
        is_blank(self.rest())
    }

    /// Columns of white space ahead, at most four: more makes no difference to any rule.
    pub(super) fn indent(&self) -> usize {
        let mut probe = *self;
        probe.skip(4)
    }

    /// Goes over up to `columns` columns of white space; returns how many there were.
    pub(super) fn skip(&mut self, columns: usize) -> usize {
        let mut left = columns;
        while left > 0 {
            match self.bytes.get(self.at) {
                Some(b' ') => {
                    self.at += 1;
                    self.column += 1;
                    left -= 1;
                }
                Some(b'\t') => {
                    let width = 4 - self.column % 4;
                    self.at += usize::from(width <= left);
                    self.column += width.min(left);
                    left -= width.min(left);
                }
                _ => break,
            }
        }
        columns - left
    }

    /// The same line behind its indentation.
    pub(super) fn unindented(&self) -> Self {
        let mut line = *self;
        line.skip(usize::MAX);
        line
    }

    fn advance(&mut self, bytes: usize) {
        self.at += bytes;
        self.column += bytes;
    }

    /// Reads a block quote's mark: up to three spaces, ">", a space. Reads nothing when there is none.
    pub(super) fn quote(&mut self) -> bool {
        let mut probe = *self;
        probe.skip(3);
        if probe.rest().first() != Some(&b'>') {
            return false;
        }
        probe.advance(1);
        probe.skip(1);
        *self = probe;
        true
    }

    /// Reads a list marker behind up to three spaces. Reads nothing when there is none.
    pub(super) fn bullet(&mut self) -> Option<Bullet> {
        let mut probe = *self;
        let indent = probe.skip(3);
        let rest = probe.rest();
        let (marker, first) = match rest.first()? {
            b'-' | b'+' | b'*' if thematic_break(rest) => return None,
            b'-' | b'+' | b'*' => (1, true),
            _ => {
                let digits = rest.iter().take(10).take_while(|b| b.is_ascii_digit()).count();
                if !(1..=9).contains(&digits) || !matches!(rest.get(digits), Some(b'.' | b')')) {
                    return None;
                }
                let number = &rest[..digits];
                (digits + 1, number[digits - 1] == b'1' && number[..digits - 1].iter().all(|b| *b == b'0'))
            }
        };
        probe.advance(marker);
        let blank = probe.is_blank();
        if !blank && probe.skip(1) == 0 {
            return None;
        }
        let mut width = indent + marker + 1;
        let ahead = probe.indent();
        if !blank && ahead < 4 {
            width += probe.skip(ahead);
        }
        *self = probe;
        Some(Bullet { width, interrupts: first && !blank })
    }

    /// Reads the label that opens a footnote, `[^1]:`, behind up to three spaces.
    pub(super) fn footnote(&mut self) -> bool {
        let mut probe = *self;
        probe.skip(3);
        let Some(label) = probe.rest().strip_prefix(b"[^") else { return false };
        // A label is at most 999 characters, and cannot nest.
        let end = label.iter().take(1000).position(|b| matches!(b, b'[' | b']'));
        let Some(end) = end.filter(|&end| end > 0 && label[end..].starts_with(b"]:")) else { return false };
        if is_blank(&label[..end]) {
            return false;
        }
        probe.advance(end + 4);
        let spaces = probe.rest().iter().take_while(|b| matches!(b, b' ' | b'\t')).count();
        probe.advance(spaces);
        *self = probe;
        true
    }

    /// The level of an ATX heading that begins here.
    pub(super) fn heading(&self) -> Option<u8> {
        let rest = self.rest();
        let level = rest.iter().take(7).take_while(|b| **b == b'#').count();
        let closed = rest.get(level).is_none_or(u8::is_ascii_whitespace);
        ((1..=6).contains(&level) && closed).then_some(level as u8)
    }

    /// The level of the heading that this line underlines.
    pub(super) fn underline(&self) -> Option<u8> {
        let rest = self.rest();
        let level = match rest.first()? {
            b'=' => 1,
            b'-' => 2,
            _ => return None,
        };
        let marks = rest.iter().take_while(|b| **b == rest[0]).count();
        is_blank(&rest[marks..]).then_some(level)
    }

    /// True for `***`, `- - -`, `___`.
    pub(super) fn is_break(&self) -> bool {
        thematic_break(self.rest())
    }

    /// The code fence that opens here.
    pub(super) fn fence(&self) -> Option<Fence> {
        let rest = self.rest();
        let mark = *rest.first().filter(|b| matches!(b, b'`' | b'~'))?;
        let len = rest.iter().take_while(|b| **b == mark).count();
        let inline = mark == b'`' && rest[len..].contains(&b'`');
        (len >= 3 && !inline).then_some(Fence { mark, len })
    }

    /// True when this line closes `fence`.
    pub(super) fn closes(&self, fence: Fence) -> bool {
        let len = self.rest().iter().take_while(|b| **b == fence.mark).count();
        len >= fence.len && is_blank(&self.rest()[len..])
    }

    /// True when this is a link reference definition: `[label]: target "title"`.
    pub(super) fn is_definition(&self) -> bool {
        let Some(label) = self.rest().strip_prefix(b"[") else { return false };
        let end = label.iter().take(1000).position(|b| matches!(b, b'[' | b']'));
        let Some(end) = end.filter(|&end| label[end..].starts_with(b"]:")) else { return false };
        let target = label[end + 2..].trim_ascii();
        let space = target.iter().position(u8::is_ascii_whitespace).unwrap_or(target.len());
        let title = target[space..].trim_ascii();
        !target.is_empty()
            && !is_blank(&label[..end])
            && match (title.first(), title.last()) {
                (None, _) => true,
                (Some(b'"'), Some(b'"')) | (Some(b'\''), Some(b'\'')) | (Some(b'('), Some(b')')) => {
                    title.len() > 1
                }
                _ => false,
            }
    }

    /// Columns of the delimiter row of a table, `|---|:-:|`; `None` when it is not one.
    pub(super) fn delimiter_columns(&self) -> Option<usize> {
        let rest = self.rest();
        if self.indent() > 3 || !rest.contains(&b'|') || !rest.iter().all(|b| b" \t:-|".contains(b)) {
            return None;
        }
        let cells = cells(rest);
        cells.clone().all(|cell| cell.contains(&b'-')).then(|| cells.count())
    }

    /// Columns of a table's header row; 0 when no pipe stands in it.
    pub(super) fn header_columns(&self) -> usize {
        let rest = self.rest();
        // Nearly no line has a pipe, and to look for one byte costs next to nothing.
        let piped = memchr::memchr(b'|', rest).is_some() && unescaped_pipes(rest).next().is_some();
        if piped { cells(rest).count() } else { 0 }
    }
}

/// True for a line of white space, as CommonMark counts it.
fn is_blank(bytes: &[u8]) -> bool {
    bytes.iter().all(|b| matches!(b, b' ' | b'\t' | 0x0B | 0x0C))
}

fn thematic_break(rest: &[u8]) -> bool {
    let Some(&mark) = rest.first().filter(|b| matches!(b, b'*' | b'-' | b'_')) else { return false };
    let mut marks = 0;
    for byte in rest {
        match byte {
            b' ' | b'\t' => {}
            _ if *byte == mark => marks += 1,
            _ => return false,
        }
    }
    marks >= 3
}

/// Where the pipes stand that part cells: those without a backslash before them.
fn unescaped_pipes(row: &[u8]) -> impl Iterator<Item = usize> + Clone + '_ {
    let mut escaped = false;
    row.iter().enumerate().filter_map(move |(at, byte)| {
        let pipe = *byte == b'|' && !escaped;
        escaped = *byte == b'\\' && !escaped;
        pipe.then_some(at)
    })
}

/// The cells of a row, without what stands outside its first and last pipe when that is blank.
fn cells(row: &[u8]) -> impl Iterator<Item = &[u8]> + Clone + '_ {
    let row = row.trim_ascii();
    let row = row.strip_prefix(b"|").unwrap_or(row);
    let row = match unescaped_pipes(row).last() {
        Some(last) if last + 1 == row.len() => &row[..last],
        _ => row,
    };
    let mut start = 0;
    unescaped_pipes(row).chain([row.len()]).map(move |end| {
        let cell = &row[start..end];
        start = end + 1;
        cell
    })
}
