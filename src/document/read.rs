//! Reads an article, whole or after an edit.

use super::article::Document;
use super::assemble::{add_places, assemble};
use super::edit::Edit;
use super::moved::Change;
use super::paragraph::Paragraph;
use crate::catalog::Catalog;
use crate::text::{Block, BlockKind, Blocks, Format, Span, State, may_have_front_matter};
use std::sync::Arc;

/// Bytes by which it is seen whether a text may have front matter: a byte order mark and three more.
const MARK: usize = 6;

impl Document {
    /// Reads a whole article. `path` is only looked at for a date in it.
    pub fn read(text: &str, format: Format, path: &str, catalog: &Catalog) -> Document {
        let blocks = Blocks::new(text, format, State::default());
        let paragraphs = Paragraph::read_all(text, blocks, format, catalog);
        // Collected in place, the list would keep the room of what it points to.
        let mut shared = Vec::with_capacity(paragraphs.len());
        shared.extend(paragraphs.into_iter().map(Arc::new));
        assemble(shared, format, path, catalog)
    }

    /// The article after `span` was replaced by `insert`: the paragraphs that the edit touches are read
    /// anew, the others are kept. Equals [`Document::read`] of the new text.
    ///
    /// A block depends on its own lines, the state before it, and where it ends on the next two lines: below a quotation the
    /// head of a table goes on with it where no delimiter row follows. So reading starts two blocks before the edit and
    /// stops where an old block begins in the state it was read in.
    /// Panics when `span` does not lie on character edges within the text.
    pub fn edited(&self, span: Span, insert: &str, path: &str, catalog: &Catalog) -> Document {
        Document { in_editor: self.in_editor, ..self.changed(span, insert, path, catalog) }
    }

    fn changed(&self, span: Span, insert: &str, path: &str, catalog: &Catalog) -> Document {
        let format = self.format;
        if format == Format::Markdown && self.front_matter_may_change(span, insert) {
            let mut text = self.text();
            text.replace_range(span.start..span.end, insert);
            return Document::read(&text, format, path, catalog);
        }
        let first = self.paragraph_at(span.start).saturating_sub(2);
        let mut last = (self.paragraph_at(span.end) + 1).min(self.paragraphs.len());
        let from = self.starts.get(first).copied().unwrap_or(0);
        let entry = self.paragraphs.get(first).map_or(State::default(), |p| p.block.entry);
        let mut paragraphs: Vec<Arc<Paragraph>> = self.paragraphs[..first].to_vec();
        loop {
            let old: String = self.paragraphs[first..last].iter().map(|p| &*p.text).collect();
            let text = [&old[..span.start - from], insert, &old[span.end - from..]].concat();
            let blocks: Vec<Block> = Blocks::new(&text, format, entry).collect();
            if last < self.paragraphs.len() && !self.joins_on(&text, &blocks, last, entry) {
                last = (last + (last - first)).min(self.paragraphs.len());
                continue;
            }
            // The paragraphs before and behind the one that is typed in come out as they were.
            let old = &self.paragraphs[first..last];
            let read = |(at, b): (usize, &Block)| {
                let from_end = (old.len() + at).checked_sub(blocks.len());
                let mut same = [Some(at), from_end].into_iter().filter_map(|at| old.get(at?));
                match same.find(|p| p.is(b.span.of(&text), *b)) {
                    Some(paragraph) => Arc::clone(paragraph),
                    None => Arc::new(Paragraph::read(b.span.of(&text), *b, format, catalog)),
                }
            };
            paragraphs.extend(blocks.iter().enumerate().map(read));
            paragraphs.extend_from_slice(&self.paragraphs[last..]);
            let edit = Edit { span, length: insert.len() };
            let (starts, lines) = self.places_after(&paragraphs, first, last);
            let change = Change::new(self, &paragraphs, &starts, edit, catalog);
            return match change.map(|change| change.facts(path)) {
                Some(facts) => Document { paragraphs, starts, lines, ..facts },
                None => assemble(paragraphs, format, path, catalog),
            };
        }
    }

    /// The first byte and the line of each of `paragraphs`, which are those of the article but for what stands in the place
    /// of those from `first` to `last`.
    fn places_after(
        &self,
        paragraphs: &[Arc<Paragraph>],
        first: usize,
        last: usize,
    ) -> (Vec<usize>, Vec<u32>) {
        let mut places = (Vec::with_capacity(paragraphs.len()), Vec::with_capacity(paragraphs.len()));
        places.0.extend_from_slice(&self.starts[..first]);
        places.1.extend_from_slice(&self.lines[..first]);
        let begin = (self.starts.get(first), self.lines.get(first));
        let begin = (begin.0.copied().unwrap_or(0), begin.1.copied().unwrap_or(0));
        let read = &paragraphs[first..paragraphs.len() - (self.paragraphs.len() - last)];
        let (byte, line) = add_places(&mut places, read, begin);
        if let (Some(old_byte), Some(old_line)) = (self.starts.get(last), self.lines.get(last)) {
            places.0.extend(self.starts[last..].iter().map(|start| start - old_byte + byte));
            places.1.extend(self.lines[last..].iter().map(|start| start - old_line + line));
        }
        places
    }

    /// True when the edit may open or close front matter, which reaches down to a closing line anywhere. Once
    /// closed, it is a paragraph of its own and edits below leave it as it is.
    fn front_matter_may_change(&self, edit: Span, insert: &str) -> bool {
        let Some(head) = self.paragraphs.first() else { return may_have_front_matter(insert) };
        let below = self.starts.get(1).is_some_and(|second| edit.start > *second);
        if below {
            return head.block.kind != BlockKind::FrontMatter && may_have_front_matter(&head.text);
        }
        if may_have_front_matter(&head.text) {
            return true;
        }
        // What stood further down may be the first line now.
        let mut text = [&head.text[..edit.start.min(head.text.len())], insert].concat();
        let first = self.paragraph_at(edit.end);
        for (paragraph, start) in self.paragraphs.iter().zip(&self.starts).skip(first) {
            if text.len() >= MARK {
                break;
            }
            text += &paragraph.text[edit.end.saturating_sub(*start)..];
        }
        may_have_front_matter(&text)
    }

    /// True when the old paragraphs from `last` on can follow `blocks`: nothing read here changes when the
    /// next old paragraph is read along with it, and that one begins where, and in the state, it did.
    fn joins_on(&self, text: &str, blocks: &[Block], last: usize, entry: State) -> bool {
        let next = &self.paragraphs[last];
        let longer = [text, &next.text].concat();
        let again: Vec<Block> = Blocks::new(&longer, self.format, entry).collect();
        let [head @ .., tail] = again.as_slice() else { return false };
        let exit = blocks.last().map_or(entry, |b| b.exit);
        head == blocks
            && tail.span.start == text.len()
            && exit == next.block.entry
            && tail.kind == next.block.kind
    }
}
