//! One block, read as prose.

use super::block::{Block, BlockKind, Format};
use super::fold::is_plain;
use super::span::Span;
use super::speech::{Quotation, QuotationKind};
use super::token::{BARRIER, HIDDEN, Token};
use std::borrow::Cow;

/// A block read as prose. All offsets count from the block's start.
#[derive(Clone, Debug)]
pub struct Prose {
    /// The text as a reader sees it, of the same length in bytes as the block: what is not prose is masked
    /// by spaces, by U+0001 (code, tags, addresses: names do not reach across) and by U+0002 (markup between
    /// two characters that the reader sees side by side: `**KISA**'s`). [`clean`] drops the last two.
    pub text: String,
    /// Its words and marks, in order.
    pub tokens: Vec<Token>,
    /// Its sentences, in order, without the white space between them.
    pub sentences: Vec<Span>,
    /// What stands between quotation marks, in order of the opening mark; inner ones follow outer ones.
    pub quotations: Vec<Quotation>,
    /// True for what begins with who speaks, as in a written-out interview or hearing: all of it is somebody's words.
    is_turn: bool,
}

impl Prose {
    /// Reads `text`, the bytes of `block.span`.
    pub fn read(text: &str, block: &Block, format: Format) -> Self {
        let mut prose = Self::masked(text, block, format);
        read_masked(std::slice::from_mut(&mut prose), std::slice::from_ref(block));
        prose
    }

    /// Reads blocks, each with its bytes: each step in all of them before the next, since the steps together are more
    /// code than a processor holds at hand.
    pub fn read_all(blocks: &[Block], texts: &[&str], format: Format) -> Vec<Self> {
        let masked = |(block, text): (&Block, &&str)| Self::masked(text, block, format);
        let mut proses: Vec<Self> = blocks.iter().zip(texts).map(masked).collect();
        read_masked(&mut proses, blocks);
        proses
    }

    fn masked(text: &str, block: &Block, format: Format) -> Self {
        let text = super::mask::masked(text, block, format);
        let is_turn = is_turn(&text);
        Self { text, tokens: Vec::new(), sentences: Vec::new(), quotations: Vec::new(), is_turn }
    }

    /// The sentence that holds byte `offset`.
    pub fn sentence(&self, offset: usize) -> Option<Span> {
        let at = self.sentences.partition_point(|s| s.end <= offset);
        self.sentences.get(at).copied().filter(|s| s.contains(offset))
    }

    /// True when all of `span` lies in one speech, or in what a written-out interview or hearing gives as somebody's words.
    pub fn is_speech(&self, span: Span) -> bool {
        let reach = self.reach(span.start + 1);
        reach > span.start && reach >= span.end || self.is_turn
    }

    /// True when a part of `span` lies in a speech.
    pub fn has_speech(&self, span: Span) -> bool {
        self.reach(span.end) > span.start
    }

    /// Where the last speech ends that ends at byte `at` or before; 0 where there is none.
    pub fn speech_before(&self, at: usize) -> usize {
        /// So many quotations inside one that is still open are looked at: a verb stands beside its speech.
        const NEAR: usize = 50;

        let begun = &self.quotations[..self.quotations.partition_point(|q| q.span.start < at)];
        match begun.last() {
            None => 0,
            Some(last) if last.reach <= at => last.reach,
            Some(_) => {
                let near = begun.iter().rev().take(NEAR);
                let ended = near.filter(|q| q.kind == QuotationKind::Speech && q.span.end <= at);
                ended.map(|q| q.span.end).max().unwrap_or(0)
            }
        }
    }

    /// How far the speeches reach that begin before byte `at`.
    fn reach(&self, at: usize) -> usize {
        let begun = self.quotations.partition_point(|q| q.span.start < at);
        begun.checked_sub(1).map_or(0, |last| self.quotations[last].reach)
    }
}

/// True for a block that begins with who speaks: "Q: Is it so?", "MS. HOLM: It is."; not with a place, "NEW DELHI: A ferry".
fn is_turn(text: &str) -> bool {
    /// No label is longer.
    const LONGEST: usize = 48;
    const TITLES: [&str; 14] = [
        "CHAIR",
        "CHAIRMAN",
        "CHAIRWOMAN",
        "DR.",
        "GEN.",
        "JUDGE",
        "MR",
        "MR.",
        "MRS.",
        "MS",
        "MS.",
        "REP.",
        "SEN.",
        "SENATOR",
    ];
    let head = text.trim_start_matches([' ', '*', '_', HIDDEN]);
    if !head.starts_with(['A', 'C', 'D', 'G', 'J', 'M', 'Q', 'R', 'S']) {
        return false;
    }
    let colon = head.bytes().take(LONGEST).position(|byte| byte == b':');
    let Some(label) = colon.map(|colon| head[..colon].trim_end_matches(['*', '_', HIDDEN])) else {
        return false;
    };
    matches!(label, "A" | "Q")
        || label.split_once(' ').is_some_and(|(title, _)| TITLES.contains(&title))
            && !label.contains(char::is_lowercase)
}

/// Reads what is masked already.
fn read_masked(proses: &mut [Prose], blocks: &[Block]) {
    // They are most of what an article takes, and stay as long as it does: without slack.
    let mut tokens = Vec::new();
    for prose in &mut *proses {
        tokens.clear();
        super::token::add_tokens(&prose.text, &mut tokens);
        prose.tokens = tokens.to_vec();
    }
    for (prose, block) in proses.iter_mut().zip(blocks) {
        let lines = matches!(block.kind, BlockKind::FrontMatter | BlockKind::Table);
        prose.sentences = super::sentence::sentences(&prose.text, &prose.tokens, lines);
    }
    for prose in proses {
        prose.quotations = super::speech::quotations(&prose.text, &prose.tokens);
    }
}

/// A piece of [`Prose::text`] as it is shown to people: without what was masked, every run of white space one
/// space, none at the ends.
pub fn clean(text: &str) -> String {
    shown(text).into_owned()
}

/// The same as [`clean`], without a copy of what is shown as it stands.
pub fn shown(text: &str) -> Cow<'_, str> {
    // Most names and clauses have no markup and stand on one line.
    if is_plain(text.as_bytes()) {
        return Cow::Borrowed(text.trim_ascii());
    }
    let mut shown = String::with_capacity(text.len());
    for c in text.chars().filter(|c| *c != HIDDEN) {
        if c != BARRIER && !c.is_whitespace() {
            shown.push(c);
        } else if !shown.is_empty() && !shown.ends_with(' ') {
            shown.push(' ');
        }
    }
    shown.truncate(shown.trim_end().len());
    Cow::Owned(shown)
}
