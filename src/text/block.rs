//! Cuts a text into blocks: headings, paragraphs, list items, code, front matter.

use super::container::{Container, Containers};
use super::html::{HtmlEnd, block_start};
use super::line::{Fence, Line, line_at};
use super::plain::Plain;
use super::span::Span;

/// How an article is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// CommonMark with front matter, tables and footnotes.
    Markdown,
    /// Plain text: paragraphs are parted by blank lines, or stand one a line.
    Plain,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// YAML (`---`) or TOML (`+++`) metadata at the very start.
    FrontMatter,
    /// A heading, with its level from 1 to 6.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// A paragraph of a list item: in most lists the whole item.
    ListItem,
    /// A paragraph inside a block quote.
    Quote,
    /// A table: its cells are prose, its delimiter row is masked.
    Table,
    /// Code, fenced or indented: not prose.
    Code,
    /// An HTML block or comment: not prose.
    Html,
    /// Nothing but blank lines, a thematic break or link reference definitions.
    Blank,
}

/// What the scanner must know at a block's start to read it as it would within the whole text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct State {
    /// True behind the text's first byte: front matter can no longer begin.
    pub begun: bool,
    /// The block quotes and list items that are open, from the outside in.
    pub containers: Containers,
}

/// One block. Blocks follow each other without a gap: `span` takes in the blank lines behind the block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Block {
    /// All of it, to the next block's start.
    pub span: Span,
    /// Its own lines, without the blank lines and the line break behind them.
    pub content: Span,
    /// What it is.
    pub kind: BlockKind,
    /// The scanner's state at its start.
    pub entry: State,
    /// The scanner's state behind it.
    pub exit: State,
}

/// Iterates over the blocks of `text`, from a block's start on.
///
/// A block depends on its entry state, its own lines and at most two lines behind it, which belong to the
/// next block (whether they are the head of a table). So after an edit, reading can be taken up at the start
/// of the block *before* the one that holds the edit's first byte, and stopped where an old block begins in
/// the same state. One thing is decided farther away: whether `---` or `+++` on the first line opens front
/// matter depends on a closing line anywhere behind it, so a text that [`may_have_front_matter`], or had it
/// before the edit, is read from its start.
///
/// Headings, code, HTML, quotes, items and tables are those of CommonMark 0.31 with the tables and footnotes
/// of GitHub; a paragraph of a footnote is a [`BlockKind::ListItem`], as is every paragraph of an item.
/// Containers more than eight deep are read as text. Link reference definitions that stand alone, each on
/// one line, are [`BlockKind::Blank`].
///
/// In plain text a line of more than 120 bytes is a paragraph by itself (such text was not broken at a
/// margin), and so is a line in brackets; a line that begins like a credit, a list item, a hashtag or a
/// copyright notice opens a paragraph.
#[derive(Clone, Debug)]
pub struct Blocks<'t> {
    text: &'t str,
    at: usize,
    state: State,
    format: Format,
}

/// True when `text` begins with the mark of front matter, `---` or `+++`, closed or not.
pub fn may_have_front_matter(text: &str) -> bool {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    ["---", "+++"].iter().any(|mark| text.starts_with(mark))
}

impl<'t> Blocks<'t> {
    /// The blocks of `text`; `state` is `State::default()` at the start of an article.
    pub fn new(text: &'t str, format: Format, state: State) -> Self {
        Self { text, at: 0, state, format }
    }

    /// Reads the lines of one Markdown block. Returns its kind and where its last line ends; `self.at` is then
    /// the start of the next line.
    fn markdown(&mut self) -> (BlockKind, usize) {
        let (end, next) = line_at(self.text, self.at);
        let mut line = Line::new(&self.text[self.at..end]);
        self.at = next;
        self.state.containers.enter(&mut line);
        match Opening::of(&line) {
            Opening::Nothing => {
                self.close_empty_item();
                (BlockKind::Blank, end)
            }
            Opening::Break => (BlockKind::Blank, end),
            Opening::Heading(level) => (BlockKind::Heading(level), end),
            Opening::Indented => (BlockKind::Code, self.indented(end)),
            Opening::Fence(fence) => (BlockKind::Code, self.fenced(fence, end)),
            Opening::Html(until) => (BlockKind::Html, self.html(until, &line, end)),
            Opening::Text if self.heads_table(&line, next) => (BlockKind::Table, self.table(end)),
            Opening::Text => self.paragraph(&line, end),
        }
    }

    /// The front matter at the very start: where it ends. Its second line is neither blank nor the last, so
    /// that two thematic breaks are not taken for it.
    fn front_matter(&mut self) -> Option<usize> {
        if self.state.begun || !may_have_front_matter(self.text) {
            return None;
        }
        let (end, mut at) = line_at(self.text, 0);
        let opening = self.text[..end].trim_start_matches('\u{FEFF}').trim_end();
        if !matches!(opening, "---" | "+++") {
            return None;
        }
        let mut first = true;
        while at < self.text.len() {
            let (end, next) = line_at(self.text, at);
            let line = self.text[at..end].trim_end();
            let closing = line == opening || (opening == "---" && line == "...");
            if first && (closing || line.is_empty()) {
                return None;
            }
            if closing {
                self.at = next;
                return Some(end);
            }
            first = false;
            at = next;
        }
        None
    }

    /// The next line, behind the marks of the open containers that it goes on in, where it ends and where
    /// the line after it begins.
    fn peek(&self) -> Option<Peek<'t>> {
        (self.at < self.text.len()).then(|| self.line(self.at))
    }

    fn line(&self, at: usize) -> Peek<'t> {
        let (end, next) = line_at(self.text, at);
        let mut line = Line::new(&self.text[at..end]);
        let followed = self.state.containers.follow(&mut line);
        Peek { line, followed, inside: followed == self.state.containers.depth(), end, next }
    }

    /// Lines of indented code, up to a blank one: what follows that is another block.
    fn indented(&mut self, mut end: usize) -> usize {
        while let Some(peek) = self.peek()
            && peek.inside
            && !peek.line.is_blank()
            && peek.line.indent() >= 4
        {
            (end, self.at) = (peek.end, peek.next);
        }
        end
    }

    fn fenced(&mut self, fence: Fence, mut end: usize) -> usize {
        while let Some(peek) = self.peek()
            && peek.inside
        {
            (end, self.at) = (peek.end, peek.next);
            if peek.line.indent() < 4 && peek.line.unindented().closes(fence) {
                break;
            }
        }
        end
    }

    fn html(&mut self, until: HtmlEnd, first: &Line, mut end: usize) -> usize {
        let mut done = until.is_in(first.rest());
        while let Some(peek) = self.peek()
            && !done
            && peek.inside
            && !(until == HtmlEnd::Blank && peek.line.is_blank())
        {
            done = until.is_in(peek.line.rest());
            (end, self.at) = (peek.end, peek.next);
        }
        end
    }

    /// True when `line` is the header row of a table, whose delimiter row begins at `next`.
    fn heads_table(&self, line: &Line, next: usize) -> bool {
        let columns = line.header_columns();
        columns > 0 && next < self.text.len() && {
            let below = self.line(next);
            below.inside && below.line.delimiter_columns() == Some(columns)
        }
    }

    /// The rows of a table behind its header.
    fn table(&mut self, mut end: usize) -> usize {
        let mut delimiter = true;
        while let Some(peek) = self.peek()
            && peek.inside
            && !peek.line.is_blank()
            // In a table, any list item begins a block, so that its row is read as if outside a paragraph.
            && (delimiter || !interrupts(&peek.line.unindented(), false))
        {
            delimiter = false;
            (end, self.at) = (peek.end, peek.next);
        }
        end
    }

    fn paragraph(&mut self, first: &Line, mut end: usize) -> (BlockKind, usize) {
        let mut definitions = first.unindented().is_definition();
        while let Some(peek) = self.peek()
            && !peek.line.is_blank()
        {
            let line = peek.line.unindented();
            if peek.line.indent() < 4 {
                if let Some(level) = line.underline().filter(|_| peek.inside && !definitions) {
                    self.at = peek.next;
                    return (BlockKind::Heading(level), peek.end);
                }
                // Behind definitions alone nothing goes on that a table would break into.
                let may_begin = definitions || line.rest().starts_with(b"|");
                let table = may_begin && self.heads_table(&line, peek.next);
                if table || interrupts(&line, peek.inside) {
                    break;
                }
            }
            definitions &= line.is_definition();
            (end, self.at) = (peek.end, peek.next);
        }
        let kind = match self.state.containers.innermost() {
            _ if definitions => BlockKind::Blank,
            None => BlockKind::Paragraph,
            Some(Container::Item) => BlockKind::ListItem,
            Some(Container::Quote) => BlockKind::Quote,
        };
        (kind, end)
    }

    /// Closes the list item that was just opened if nothing stands in its line, nor in the next.
    fn close_empty_item(&mut self) {
        if self.state.containers.innermost() == Some(Container::Item)
            && self.peek().is_some_and(|peek| peek.line.is_blank())
        {
            self.state.containers.close(self.state.containers.depth() - 1);
        }
    }

    /// Goes over blank lines; they close the block quotes whose mark they do not bear.
    fn skip_blank_lines(&mut self) {
        while let Some(peek) = self.peek()
            && peek.line.is_blank()
        {
            self.state.containers.close(peek.followed);
            self.at = peek.next;
        }
    }
}

impl Iterator for Blocks<'_> {
    type Item = Block;

    fn next(&mut self) -> Option<Block> {
        if self.at >= self.text.len() {
            return None;
        }
        let (start, entry) = (self.at, self.state);
        let (kind, end) = match self.format {
            Format::Plain => {
                let plain = Plain::read(self.text, start);
                self.at = plain.next;
                (if plain.blank { BlockKind::Blank } else { BlockKind::Paragraph }, plain.end)
            }
            Format::Markdown => {
                let read = match self.front_matter() {
                    Some(end) => (BlockKind::FrontMatter, end),
                    None => self.markdown(),
                };
                self.skip_blank_lines();
                read
            }
        };
        self.state.begun = true;
        let (span, content) = (Span::new(start, self.at), Span::new(start, end));
        Some(Block { span, content, kind, entry, exit: self.state })
    }
}

/// A line that may go on with a block.
struct Peek<'t> {
    /// Behind the marks of the containers that it goes on in.
    line: Line<'t>,
    /// How many containers it goes on in.
    followed: usize,
    /// True when these are all that are open.
    inside: bool,
    /// Where its own text ends.
    end: usize,
    /// Where the next line begins.
    next: usize,
}

/// What the first line of a block opens, behind its containers' marks.
enum Opening {
    Nothing,
    Break,
    Heading(u8),
    Indented,
    Fence(Fence),
    Html(HtmlEnd),
    Text,
}

impl Opening {
    fn of(line: &Line) -> Self {
        if line.is_blank() {
            return Opening::Nothing;
        }
        if line.indent() >= 4 {
            return Opening::Indented;
        }
        let line = line.unindented();
        if let Some(until) = block_start(line.rest(), true) {
            Opening::Html(until)
        } else if line.is_break() {
            Opening::Break
        } else if let Some(level) = line.heading() {
            Opening::Heading(level)
        } else if let Some(fence) = line.fence() {
            Opening::Fence(fence)
        } else {
            Opening::Text
        }
    }
}

/// True when `line` begins a block in the middle of a paragraph. `inside` is false when the line does not go
/// on in all the containers of that paragraph.
fn interrupts(line: &Line, inside: bool) -> bool {
    let mut probe = *line;
    line.is_break()
        || line.heading().is_some()
        || line.fence().is_some()
        || block_start(line.rest(), false).is_some()
        || probe.quote()
        || probe.footnote()
        || probe.bullet().is_some_and(|bullet| bullet.interrupts || !inside)
}
