//! The block quotes and list items that are open at a line.

use super::line::Line;

/// How deep containers may be nested; deeper ones are read as text.
const DEPTH: usize = 8;

/// Stands for a block quote among the widths of list items.
const QUOTE: u8 = u8::MAX;

/// The open block quotes, list items and footnotes, from the outside in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct Containers {
    /// [`QUOTE`], or the columns by which an item's lines are indented; 0 where nothing is open.
    open: [u8; DEPTH],
}

/// A kind of container.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Container {
    Quote,
    Item,
}

impl Containers {
    /// How many are open.
    pub fn depth(&self) -> usize {
        self.open.iter().position(|c| *c == 0).unwrap_or(DEPTH)
    }

    pub(super) fn innermost(&self) -> Option<Container> {
        let last = self.depth().checked_sub(1)?;
        Some(if self.open[last] == QUOTE { Container::Quote } else { Container::Item })
    }

    /// Reads the marks and indentation by which `line` goes on in the open containers; returns how many of
    /// them it goes on in.
    pub(super) fn follow(&self, line: &mut Line) -> usize {
        let depth = self.depth();
        for (at, &container) in self.open[..depth].iter().enumerate() {
            if container == QUOTE {
                if !line.quote() {
                    return at;
                }
            } else if !line.is_blank() {
                let mut probe = *line;
                if probe.skip(container.into()) < container.into() {
                    return at;
                }
                *line = probe;
            }
        }
        depth
    }

    /// Reads the containers of a line that begins a block: closes those that it does not go on in and opens
    /// those whose marks it bears.
    pub(super) fn enter(&mut self, line: &mut Line) {
        let followed = self.follow(line);
        self.close(followed);
        for place in followed..DEPTH {
            if line.indent() >= 4 {
                return;
            }
            // The lines of a footnote are indented by four columns.
            self.open[place] = if line.footnote() {
                4
            } else if let Some(bullet) = line.bullet() {
                bullet.width as u8 // ok: at most 3 columns, ten of marker and 4 more
            } else if line.quote() {
                QUOTE
            } else {
                return;
            };
        }
    }

    /// Closes all but the outermost `depth`.
    pub(super) fn close(&mut self, depth: usize) {
        self.open[depth..].fill(0);
    }
}
