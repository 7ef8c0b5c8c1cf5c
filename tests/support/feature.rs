//! Feature pages: Markdown that says what an editor asks and what it is shown.
//!
//! A second-level heading opens a scenario; files in front of the first one belong to every scenario. A
//! fence whose second word has a dot is a file (```` ```markdown korea.md ````); `$0` in one of them is the
//! cursor, a second `$0` ends a selection. A TOML file with a cursor is one that somebody is writing: the desk has been
//! read without it, or with what stands above it on the page under the same path.
//!
//! Any other fence is a question with its answer: `hover`, `who GTAC`, or `faults`, without which the catalogs have none.
//! `UPDATE=1 cargo test features` writes the answers anew; read the difference as a reporter.

/// A page, cut at its fences so that it can be written again.
pub(crate) struct Page {
    pub(crate) shared: Vec<Block>,
    pub(crate) scenarios: Vec<Scenario>,
}

/// A heading and its blocks.
pub(crate) struct Scenario {
    pub(crate) title: String,
    pub(crate) blocks: Vec<Block>,
}

/// A fenced block.
#[derive(Clone)]
pub(crate) struct Block {
    /// The words behind the opening fence.
    pub(crate) info: String,
    /// The lines between the fences, the last with its line break.
    pub(crate) body: String,
    /// Bytes of the page at which `body` begins.
    pub(crate) start: usize,
}

impl Block {
    /// The path of a file's block.
    pub(crate) fn path(&self) -> Option<&str> {
        self.info.split_whitespace().nth(1).filter(|word| word.contains('.') && !self.is_question())
    }

    fn is_question(&self) -> bool {
        !matches!(self.info.split_whitespace().next(), Some("markdown" | "text" | "toml"))
    }
}

impl Page {
    /// Reads a page. Panics on a fence without an end.
    pub(crate) fn parse(text: &str) -> Page {
        let mut page = Page { shared: Vec::new(), scenarios: Vec::new() };
        let mut open: Option<(usize, Block)> = None;
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            let ticks = line.len() - line.trim_start_matches('`').len();
            match &mut open {
                Some((fence, _)) if ticks >= *fence && line.trim_end().len() == ticks => {
                    let (_, block) = open.take().unwrap();
                    page.scenarios.last_mut().map_or(&mut page.shared, |s| &mut s.blocks).push(block);
                }
                Some((_, block)) => block.body.push_str(line),
                None if ticks >= 3 => {
                    let info = line[ticks..].trim().to_owned();
                    open = Some((ticks, Block { info, body: String::new(), start: at + line.len() }));
                }
                None => {
                    if let Some(title) = line.strip_prefix("## ") {
                        page.scenarios.push(Scenario { title: title.trim().to_owned(), blocks: Vec::new() });
                    }
                }
            }
            at += line.len();
        }
        assert!(open.is_none(), "a fence has no end");
        page
    }
}
