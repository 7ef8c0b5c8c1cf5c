//! Finds every form of a catalog in one pass over the words of a text.
//!
//! A trie whose edges are hashed words. One word costs one look-up however many forms there are, and a hit
//! begins and ends at word edges without a further check. Keys are case-folded; a hit is confirmed against
//! the case of the form before it counts.

use super::entity::{Form, FormIx};
use super::particle;
use crate::text::{Span, Token, TokenKind, tokens};
use rustc_hash::FxHashMap;

/// A form found in a text: the longest at its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Where: without possessive and particle.
    pub span: Span,
    /// First token.
    pub first: usize,
    /// Token after the last.
    pub last: usize,
    /// The forms that are written so; more than one where several entities share it.
    pub forms: Vec<FormIx>,
}

/// A trie over hashed word tokens.
///
/// * The longest form wins: "Project Glasswing" is one hit, not two. Hits never overlap.
/// * Any run of spaces, NBSP or one line break may stand where the form has a space; where the form has
///   none ("GPT-5.5-Cyber"), the text has none.
/// * Case: a word in lower case in the form may be capitalised in the text (a sentence's or headline's
///   start), and a name of five letters or more may be all in capitals; otherwise case must agree. Where
///   several forms fit, those that agree letter by letter win. A form with `exact_case` takes nothing else.
/// * A possessive or a hyphened word may follow ("OpenAI's", "Anthropic-led"); a Hangul particle too ("KISA가").
///
/// ```
/// use masthead::catalog::Catalog;
/// use masthead::text::tokens;
/// let catalog = Catalog::starter();
/// let text = "Anthropic-led Project Glasswing";
/// let hits = catalog.matcher().find(text, &tokens(text));
/// let found: Vec<&str> = hits.iter().map(|h| h.span.of(text)).collect();
/// assert_eq!(found, ["Anthropic", "Project Glasswing"]);
/// ```
#[derive(Debug, Default)]
pub struct Matcher {
    /// Mixed hash of (node, word) → node. Node 0 is the root.
    edges: FxHashMap<u64, u32>,
    /// One bit per hashed first word: most words of a text begin no form, and this small table tells so
    /// without touching `edges`.
    starts: Vec<u64>,
    /// Per node: where its forms begin in `ends`; one entry more than there are nodes.
    spans: Vec<u32>,
    /// Forms by the node that they end at.
    ends: Vec<FormIx>,
    /// Per form: where its words begin in `words`; one entry more than there are forms.
    starts_of_words: Vec<u32>,
    /// The words of all forms, to confirm a hit's case.
    words: Vec<Word>,
    /// Per form: whether only its very case counts.
    exact_case: Vec<bool>,
}

/// What confirms one word of a form.
#[derive(Clone, Copy, Debug)]
struct Word {
    /// Key of the word as written.
    exact: u64,
    /// Key of the word with its first letter in upper case.
    titled: u64,
}

/// How well a text's case agrees with a form's.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Agreement {
    None,
    Loose,
    Exact,
}

impl Matcher {
    /// A matcher for `forms`, in order: `FormIx` is the place in this slice. Time and memory are linear in
    /// the length of all forms.
    pub fn new(forms: &[Form]) -> Self {
        // Most forms end at a node of their own.
        let mut edges: FxHashMap<u64, u32> = FxHashMap::default();
        edges.reserve(forms.len());
        let mut nodes = 1u32;
        let mut terminals: Vec<(u32, FormIx)> = Vec::with_capacity(forms.len());
        let mut words = Vec::with_capacity(forms.len() * 3);
        let mut starts_of_words = Vec::with_capacity(forms.len() + 1);
        let mut first_words = Vec::with_capacity(forms.len());
        for (ix, form) in forms.iter().enumerate() {
            starts_of_words.push(words.len() as u32);
            let mut node = 0;
            for (at, token) in tokens(&form.text).iter().enumerate() {
                let key = step(node, token.folded, at > 0 && token.gap);
                if at == 0 {
                    first_words.push(key);
                }
                node = *edges.entry(key).or_insert_with(|| {
                    nodes += 1;
                    nodes - 1
                });
                words.push(Word {
                    exact: token.exact,
                    titled: titled(token.of(&form.text)).unwrap_or(token.exact),
                });
            }
            if node != 0 {
                terminals.push((node, FormIx(ix as u32)));
            }
        }
        starts_of_words.push(words.len() as u32);
        terminals.sort_unstable();
        let mut spans = vec![0u32; nodes as usize + 1];
        for (node, _) in &terminals {
            spans[*node as usize + 1] += 1;
        }
        for at in 1..spans.len() {
            spans[at] += spans[at - 1];
        }
        Self {
            starts: filter(&first_words),
            edges,
            spans,
            ends: terminals.into_iter().map(|(_, form)| form).collect(),
            starts_of_words,
            words,
            exact_case: forms.iter().map(|f| f.exact_case).collect(),
        }
    }

    /// The hits in a masked text with its tokens, in order, never overlapping.
    pub fn find(&self, text: &str, tokens: &[Token]) -> Vec<Hit> {
        let mut hits = Vec::new();
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            // Nearly every word ends here.
            if token.kind != TokenKind::Hangul && !self.may_start(step(0, token.folded, false)) {
                at += 1;
                continue;
            }
            match self.longest(text, tokens, at) {
                Some(hit) => {
                    at = hit.last;
                    hits.push(hit);
                }
                None => at += 1,
            }
        }
        hits
    }

    /// The longest form that begins at token `first` and stands there as a name of its own.
    fn longest(&self, text: &str, tokens: &[Token], first: usize) -> Option<Hit> {
        if tokens[first].kind == TokenKind::Barrier || !free_before(text, tokens, first) {
            return None;
        }
        let mut best: Option<Hit> = None;
        let mut node = 0u32;
        for last in first..tokens.len() {
            let token = &tokens[last];
            let gap = last > first && token.gap;
            if token.kind == TokenKind::Hangul {
                for stem in particle::stems(token.of(text)) {
                    let Some(&end) = self.edges.get(&step(node, stem.folded, gap)) else { continue };
                    let end_byte = token.start as usize + stem.len;
                    if let Some(hit) =
                        self.confirm(text, tokens, first, last, end, end_byte, Some(stem.exact))
                    {
                        best = Some(hit);
                        break;
                    }
                }
            }
            match self.edges.get(&step(node, token.folded, gap)) {
                Some(&next) => node = next,
                None => break,
            }
            if free_after(text, tokens, first, last) {
                let hit = self.confirm(text, tokens, first, last, node, token.end as usize, None);
                best = hit.or(best);
            }
        }
        best
    }

    /// The forms that end at `node` and agree in case with the tokens `first..=last`; `stem` is the exact key
    /// of the last token without its particle.
    #[allow(clippy::too_many_arguments)]
    fn confirm(
        &self,
        text: &str,
        tokens: &[Token],
        first: usize,
        last: usize,
        node: u32,
        end: usize,
        stem: Option<u64>,
    ) -> Option<Hit> {
        let candidates =
            &self.ends[self.spans[node as usize] as usize..self.spans[node as usize + 1] as usize];
        if candidates.is_empty() {
            return None;
        }
        let here = &tokens[first..=last];
        let shouted = shouted(text, here);
        let agreements: Vec<Agreement> =
            candidates.iter().map(|f| self.agreement(*f, here, stem, shouted)).collect();
        let best = agreements.iter().copied().max().filter(|a| *a != Agreement::None)?;
        let forms =
            candidates.iter().zip(&agreements).filter(|(_, a)| **a == best).map(|(f, _)| *f).collect();
        Some(Hit { span: Span::new(tokens[first].start as usize, end), first, last: last + 1, forms })
    }

    fn agreement(&self, form: FormIx, here: &[Token], stem: Option<u64>, shouted: bool) -> Agreement {
        let ix = form.0 as usize;
        let words = &self.words[self.starts_of_words[ix] as usize..self.starts_of_words[ix + 1] as usize];
        let mut agreement = Agreement::Exact;
        for (at, (word, token)) in words.iter().zip(here).enumerate() {
            let exact = if at + 1 == here.len() { stem.unwrap_or(token.exact) } else { token.exact };
            if word.exact == exact || token.kind == TokenKind::Mark {
                continue;
            }
            if self.exact_case[ix] || !(word.titled == exact || shouted) {
                return Agreement::None;
            }
            agreement = Agreement::Loose;
        }
        agreement
    }

    fn may_start(&self, key: u64) -> bool {
        // The table's length is a power of two; of a matcher without forms it is nothing.
        let at = (key >> 6) as usize & self.starts.len().wrapping_sub(1);
        self.starts.get(at).is_some_and(|bits| bits & (1 << (key & 63)) != 0)
    }
}

/// The key of the edge from `node` over a word; a word behind white space is another edge than one joined on.
fn step(node: u32, folded: u64, gap: bool) -> u64 {
    let mixed = (folded ^ (u64::from(node) << 1 | u64::from(gap))).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed ^ (mixed >> 29)
}

/// A bit table of the keys with about eight bits a key: one word in ten of a text passes it for nothing.
fn filter(keys: &[u64]) -> Vec<u64> {
    let mut table = vec![0u64; (keys.len() / 8).next_power_of_two().max(1)];
    let last = table.len() - 1;
    for key in keys {
        table[(key >> 6) as usize & last] |= 1 << (key & 63);
    }
    table
}

/// The exact key of a word in lower case once its first letter is made upper case.
fn titled(word: &str) -> Option<u64> {
    let first = word.chars().next().filter(|c| c.is_lowercase())?;
    let title: String = first.to_uppercase().chain(word.chars().skip(1)).collect();
    tokens(&title).first().map(|t| t.exact)
}

/// True for five letters or more, all upper case: a name in a headline that shouts. Fewer could be an acronym.
fn shouted(text: &str, here: &[Token]) -> bool {
    let mut letters = 0;
    for c in here.iter().flat_map(|t| t.of(text).chars()).filter(|c| c.is_alphabetic()) {
        if !c.is_uppercase() {
            return false;
        }
        letters += 1;
    }
    letters >= 5
}

/// True when no part of the same word stands before token `first`: not the TAS of "C-TAS", not the Brien of "O'Brien".
fn free_before(text: &str, tokens: &[Token], first: usize) -> bool {
    if tokens[first].gap || first == 0 {
        return true;
    }
    let mark = tokens[first - 1];
    if mark.kind != TokenKind::Mark {
        return mark.kind != TokenKind::Word || tokens[first].kind != TokenKind::Word;
    }
    let joined = first >= 2 && !mark.gap && matches!(tokens[first - 2].kind, TokenKind::Word);
    match mark.of(text) {
        "_" | "@" => false,
        "-" | "\u{2010}" | "\u{2011}" if joined => {
            let before = tokens[first - 2].of(text);
            // A single letter or a number belongs to the name: C-TAS, F-35. A word makes a compound: ex-OpenAI.
            !(before.chars().count() == 1 || before.bytes().all(|b| b.is_ascii_digit()))
        }
        "'" | "’" | "&" | "." => !joined,
        _ => true,
    }
}

/// True when no part of the same word stands behind token `last`: not the GPT-5 of "GPT-5.5", not the TAC of "TAC-2".
fn free_after(text: &str, tokens: &[Token], first: usize, last: usize) -> bool {
    let (Some(mark), token) = (tokens.get(last + 1), &tokens[last]) else { return true };
    if mark.gap || mark.kind != TokenKind::Mark {
        return true;
    }
    let Some(next) = tokens.get(last + 2).filter(|t| !t.gap && t.kind == TokenKind::Word) else {
        return mark.of(text) != "_";
    };
    match mark.of(text) {
        "_" | "@" => false,
        "&" => false,
        "-" | "\u{2010}" | "\u{2011}" => {
            !(next.digit || token.digit && next.capital) || first != last && !token.digit
        }
        "." => !next.digit || !token.digit,
        "'" | "’" => matches!(next.of(text), "s" | "S"),
        _ => true,
    }
}
