//! Pages: Markdown that is specification, test and documentation at once.
//!
//! A second-level heading opens a scenario; blocks in front of the first one belong to every scenario.
//! A fence's first word says what the block is (`md`, `text`, `toml`), a word with a dot names the file
//! (else `article.md`, `article.txt` or `catalog/desk.toml`), and these words may follow:
//! `fixed` (the article after the safe fixes), `offered` (after the first fix of every finding, safe or not),
//! `crlf` and `bom` (how the file is stored). A caret line below a line of text marks a finding in it:
//!
//! ```text
//! We met Shasha Baker.
//!        ^^^^^^^^^^^^ write “Sasha Baker”, not “Shasha Baker”
//!        = fix: replace with “Sasha Baker”
//! ```
//! Carets count Unicode scalar values. A finding that goes on in the next line is marked to the line's end.

use masthead::text::Span;

/// A page.
pub(crate) struct Page {
    /// Blocks in front of the first scenario.
    pub(crate) shared: Vec<Block>,
    pub(crate) scenarios: Vec<Scenario>,
}

/// A heading and its blocks.
pub(crate) struct Scenario {
    pub(crate) title: String,
    pub(crate) blocks: Vec<Block>,
}

/// What a block shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shows {
    /// A file as it is, with its findings marked.
    Given,
    /// The file after its safe fixes.
    Fixed,
    /// The file after the first fix of every finding.
    Offered,
}

/// A fenced block.
#[derive(Clone)]
pub(crate) struct Block {
    /// The file's path, seen from the desk's folder.
    pub(crate) path: String,
    pub(crate) shows: Shows,
    /// The lines between the fences, marks and all.
    pub(crate) source: String,
    /// The page's line (from 1) of the opening fence.
    pub(crate) line: usize,
    crlf: bool,
    bom: bool,
}

/// A finding as a page shows it.
pub(crate) struct Mark {
    /// Bytes of the file.
    pub(crate) span: Span,
    /// What stands behind the carets.
    pub(crate) message: String,
    /// The lines below it: "fix: …", "choose: …", "also: …".
    pub(crate) notes: Vec<String>,
}

impl Page {
    pub(crate) fn parse(text: &str) -> Page {
        let mut page = Page { shared: Vec::new(), scenarios: Vec::new() };
        let mut lines = text.lines().enumerate();
        while let Some((at, line)) = lines.next() {
            if let Some(title) = line.strip_prefix("## ") {
                page.scenarios.push(Scenario { title: title.to_owned(), blocks: Vec::new() });
            }
            let fence = &line[..line.len() - line.trim_start_matches('`').len()];
            if fence.len() < 3 {
                continue;
            }
            let body: Vec<&str> = lines.by_ref().map(|(_, l)| l).take_while(|l| *l != fence).collect();
            let block = Block::new(&line[fence.len()..], &body, at + 1);
            match page.scenarios.last_mut() {
                Some(scenario) => scenario.blocks.push(block),
                None => page.shared.push(block),
            }
        }
        page
    }
}

impl Block {
    fn new(info: &str, body: &[&str], line: usize) -> Block {
        let mut words = info.split_whitespace();
        let path = match words.next() {
            Some("md") => "article.md",
            Some("text") => "article.txt",
            Some("toml") => "catalog/desk.toml",
            other => panic!("line {line}: a block is md, text or toml, not {other:?}"),
        };
        let source = body.iter().map(|l| format!("{l}\n")).collect();
        let path = path.to_owned();
        let mut block = Block { path, shows: Shows::Given, source, line, crlf: false, bom: false };
        for word in words {
            match word {
                "fixed" => block.shows = Shows::Fixed,
                "offered" => block.shows = Shows::Offered,
                "crlf" => block.crlf = true,
                "bom" => block.bom = true,
                path if path.contains('.') => block.path = path.to_owned(),
                other => panic!("line {line}: {other} is no file and no known word"),
            }
        }
        block
    }

    /// The file's bytes: without the marks, stored as the fence says.
    pub(crate) fn text(&self) -> String {
        let lines = self.source.lines().filter(|l| !is_mark(l));
        self.stored(&lines.fold(String::new(), |text, line| text + line + "\n"))
    }

    fn stored(&self, text: &str) -> String {
        let bom = if self.bom { "\u{feff}" } else { "" };
        let text = if self.crlf { text.replace('\n', "\r\n") } else { text.to_owned() };
        bom.to_owned() + &text
    }

    /// `text` as a page shows it. Panics when it has lost the line ends or the byte order mark of this file.
    pub(crate) fn unstored(&self, text: &str) -> String {
        let shown = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
        assert_eq!(self.stored(&shown), text, "line {}: a fix keeps the file's line ends", self.line);
        shown
    }

    /// `source` as it would be for these findings (in the order of their spans) in [`Block::text`].
    pub(crate) fn marked(&self, marks: &[Mark]) -> String {
        let (text, mut out, mut start) = (self.text(), String::new(), 0);
        let mut marks = marks.iter().peekable();
        for line in text.split_inclusive('\n') {
            let end = start + line.trim_end_matches(['\r', '\n']).len();
            let from = if start == 0 && self.bom { '\u{feff}'.len_utf8() } else { start };
            out.push_str(&text[from..end]);
            out.push('\n');
            while let Some(mark) = marks.next_if(|m| m.span.start < start + line.len()) {
                let column = text[from..mark.span.start.max(from)].chars().count();
                let width = text[mark.span.start..mark.span.end.clamp(mark.span.start, end)].chars().count();
                let indent = " ".repeat(column);
                out.push_str(&format!("{indent}{} {}\n", "^".repeat(width.max(1)), mark.message));
                for note in &mark.notes {
                    out.push_str(&format!("{indent}= {note}\n"));
                }
            }
            start += line.len();
        }
        out
    }
}

/// True for a caret line or a line that belongs to one.
fn is_mark(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with('^') || ["= fix: ", "= choose: ", "= also: "].iter().any(|p| line.starts_with(p))
}
