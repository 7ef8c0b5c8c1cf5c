//! Cuts a text into blocks: headings, paragraphs, list items, code, front matter.

use super::span::Span;

/// How an article is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// CommonMark with front matter and tables.
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
    /// One item of a list.
    ListItem,
    /// A paragraph inside a block quote.
    Quote,
    /// A table: its cells are prose, its delimiter row is masked.
    Table,
    /// Code, fenced or indented: not prose.
    Code,
    /// An HTML block or comment: not prose.
    Html,
    /// Nothing but blank lines, a thematic break or a link reference definition.
    Blank,
}

/// What the scanner must know at a block's start to read it as it would within the whole text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct State {
    /// True behind the text's first byte: front matter can no longer begin.
    pub begun: bool,
    /// True inside a list: indented lines go on with the item instead of being code.
    pub in_list: bool,
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
/// A block depends on its own lines and the entry state alone, so that reading can be taken up at any
/// block's start after an edit, and stopped where an old block begins in the same state.
#[derive(Clone, Debug)]
pub struct Blocks<'t> {
    text: &'t str,
    at: usize,
    state: State,
    format: Format,
}

impl<'t> Blocks<'t> {
    /// The blocks of `text`; `state` is `State::default()` at the start of an article.
    pub fn new(text: &'t str, format: Format, state: State) -> Self {
        Self { text, at: 0, state, format }
    }
}

impl Iterator for Blocks<'_> {
    type Item = Block;

    fn next(&mut self) -> Option<Block> {
        let _ = (self.text, self.at, self.state, self.format);
        todo!()
    }
}
