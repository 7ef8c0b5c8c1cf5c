//! Paragraphs of plain text.

use super::line::line_at;

/// A paragraph of plain text, or blank lines at the text's start.
pub(super) struct Plain {
    /// True when nothing is in it.
    pub(super) blank: bool,
    /// Where its last line ends.
    pub(super) end: usize,
    /// Where the next paragraph begins, behind the blank lines.
    pub(super) next: usize,
}

impl Plain {
    /// Reads the paragraph that begins at byte `at`.
    pub(super) fn read(text: &str, at: usize) -> Self {
        let (mut end, mut next) = line_at(text, at);
        let first = &text[at..end];
        let blank = is_white(first);
        let mut open = !blank && !stands_alone(first);
        while next < text.len() {
            let (line_end, after) = line_at(text, next);
            let line = &text[next..line_end];
            if is_white(line) {
                open = false;
            } else if !open || stands_alone(line) || begins_anew(line) {
                break;
            } else {
                end = line_end;
            }
            next = after;
        }
        Self { blank, end, next }
    }
}

/// True for a line of white space of any kind.
fn is_white(line: &str) -> bool {
    line.chars().all(|c| c.is_whitespace() || c == '\u{FEFF}')
}

/// True for a line that is a paragraph by itself: one too long to have been broken at a margin, or one in
/// brackets, such as a photo credit.
fn stands_alone(line: &str) -> bool {
    // Margins are at 72 to 100 columns; Korean takes three bytes for two.
    const MARGIN: usize = 120;
    let line = line.trim();
    line.len() > MARGIN || (line.starts_with('[') && line.ends_with(']'))
}

/// True for a line that opens a paragraph even without a blank line before it: a credit, a list item, a
/// hashtag, a copyright notice.
fn begins_anew(line: &str) -> bool {
    const MARKS: [char; 18] =
        ['[', '#', '*', '·', '•', '※', '©', 'ⓒ', '▲', '△', '▶', '■', '□', '◆', '◇', '●', '○', '☞'];
    let line = line.trim_start();
    line.starts_with(MARKS) || line.starts_with("- ") || line.starts_with("Copyright ")
}
