//! Finds every form of a catalog in one pass over the words of a text.
//!
//! A trie whose edges are hashed words. One word costs one look-up however many forms there are, and a hit
//! begins and ends at word edges without a further check. Keys are case-folded; a hit is confirmed against
//! the case of the form before it counts.

use super::entity::{Form, FormIx};
use super::hit::{Forms, Hit};
use super::particle;
use crate::text::{Span, Token, TokenKind, tokens};
use rustc_hash::FxHashMap;
use std::ops::Range;

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
    edges: FxHashMap<u64, Node>,
    /// One bit per hashed first word, by [`start`]: most words of a text begin no form, and this small table tells so
    /// without touching `edges`.
    starts: Vec<u64>,
    /// Forms by the node that they end at.
    ends: Vec<End>,
    /// The words of all forms, to confirm a hit in another case than the form's.
    words: Vec<Word>,
    /// Per form: where its words begin in `words`.
    begun: Vec<u32>,
    /// Per form: whether only its very case counts.
    exact_case: Vec<bool>,
}

/// Where an edge leads: in a large catalog each further look waits for the memory, so an edge tells of the forms, too.
#[derive(Clone, Copy, Debug)]
struct Node {
    number: u32,
    /// The first of the forms that end here, in [`Matcher::ends`]; [`NO_FORM`] where none does.
    ends: u32,
}

/// No form ends here.
const NO_FORM: u32 = u32::MAX;

/// Where a form ends, with all that confirms a hit in its very case.
#[derive(Clone, Copy, Debug)]
struct End {
    /// What [`joined`] makes of its words.
    exact: u64,
    form: FormIx,
    /// True where another form ends at the same node, which follows.
    more: bool,
}

/// What confirms one word of a form.
#[derive(Clone, Copy, Debug)]
struct Word {
    /// Key of the word as written.
    exact: u64,
    /// Key of the word with its first letter in upper case.
    titled: u64,
}

impl Matcher {
    /// A matcher for `forms`, in order: `FormIx` is the place in this slice. Time and memory are linear in
    /// the length of all forms.
    pub fn new(forms: &[Form]) -> Self {
        // Most forms end at a node of their own.
        let mut edges: FxHashMap<u64, Node> = FxHashMap::default();
        edges.reserve(forms.len());
        let mut nodes = 1u32;
        let mut terminals: Vec<(u32, End)> = Vec::with_capacity(forms.len());
        let mut words = Vec::with_capacity(forms.len() * 3);
        let mut begun = Vec::with_capacity(forms.len());
        let mut first_words = Vec::with_capacity(forms.len());
        for (ix, form) in forms.iter().enumerate() {
            begun.push(words.len() as u32);
            let (mut node, mut exact) = (0, 0);
            for (at, token) in tokens(&form.text).iter().enumerate() {
                let key = step(node, token.folded, at > 0 && token.gap);
                if at == 0 {
                    // A word in small letters may be capitalised in the text, but not the other way round.
                    first_words.push(start(key, true));
                    first_words.extend((!is_cased(token)).then(|| start(key, false)));
                }
                let new = || {
                    nodes += 1;
                    Node { number: nodes - 1, ends: NO_FORM }
                };
                node = edges.entry(key).or_insert_with(new).number;
                exact = joined(exact, token.kind, token.exact);
                words.push(Word {
                    exact: token.exact,
                    titled: titled(token.of(&form.text)).unwrap_or(token.exact),
                });
            }
            if node != 0 {
                terminals.push((node, End { exact, form: FormIx(ix as u32), more: false }));
            }
        }
        terminals.sort_unstable_by_key(|(node, end)| (*node, end.form));
        let mut first = vec![NO_FORM; nodes as usize];
        let mut ends: Vec<End> = Vec::with_capacity(terminals.len());
        for (node, end) in terminals {
            match first[node as usize] {
                NO_FORM => first[node as usize] = ends.len() as u32,
                _ => ends.last_mut().into_iter().for_each(|last| last.more = true),
            }
            ends.push(end);
        }
        edges.values_mut().for_each(|node| node.ends = first[node.number as usize]);
        Self {
            starts: filter(&first_words),
            edges,
            ends,
            words,
            begun,
            exact_case: forms.iter().map(|f| f.exact_case).collect(),
        }
    }

    /// The hits in a masked text with its tokens, in order, never overlapping.
    pub fn find(&self, text: &str, tokens: &[Token]) -> Vec<Hit> {
        // Nearly every word ends here.
        let begins = |(at, token): (usize, &Token)| {
            let key = step(0, token.folded, false);
            let may_start = token.kind == TokenKind::Hangul || self.may_start(start(key, is_cased(token)));
            may_start.then_some((at, key, None))
        };
        let mut begun: Vec<(usize, u64, Option<Node>)> = Vec::with_capacity(tokens.len() / 4);
        begun.extend(tokens.iter().enumerate().filter_map(begins));
        // In a large catalog each look-up waits for the memory: one behind the other, they wait together.
        for (_, key, node) in &mut begun {
            *node = self.edges.get(key).copied();
        }
        let mut hits = Vec::new();
        let mut behind = 0;
        for (first, _, node) in begun {
            if first >= behind
                && let Some(hit) = self.longest(text, tokens, first, node)
            {
                behind = hit.last;
                hits.push(hit);
            }
        }
        hits
    }

    /// The longest form that begins at token `first`, which leads to `begun`, and stands there as a name of its own.
    fn longest(&self, text: &str, tokens: &[Token], first: usize, begun: Option<Node>) -> Option<Hit> {
        let kind = tokens[first].kind;
        let hopeless = begun.is_none() && kind != TokenKind::Hangul;
        if hopeless || kind == TokenKind::Barrier || !free_before(text, tokens, first) {
            return None;
        }
        let mut best: Option<Hit> = None;
        let (mut node, mut exact) = (0, 0);
        for last in first..tokens.len() {
            let token = &tokens[last];
            let gap = last > first && token.gap;
            let place = |end: usize, stem: Option<u64>| Place {
                span: Span::new(tokens[first].start as usize, end),
                words: first..last + 1,
                exact: joined(exact, token.kind, stem.unwrap_or(token.exact)),
                stem,
            };
            if token.kind == TokenKind::Hangul {
                for stem in particle::stems(token.of(text)) {
                    let Some(&end) = self.edges.get(&step(node, stem.folded, gap)) else { continue };
                    let place = place(token.start as usize + stem.len, Some(stem.exact));
                    if let Some(hit) = self.confirm(text, tokens, end, place) {
                        best = Some(hit);
                        break;
                    }
                }
            }
            let place = place(token.end as usize, None);
            exact = place.exact;
            let next = || self.edges.get(&step(node, token.folded, gap)).copied();
            let Some(next) = (if last == first { begun } else { next() }) else { break };
            node = next.number;
            if next.ends != NO_FORM && free_after(text, tokens, first, last) {
                best = self.confirm(text, tokens, next, place).or(best);
            }
        }
        best
    }

    /// The forms that end at `node` and agree in case with the tokens at `place`.
    fn confirm(&self, text: &str, tokens: &[Token], node: Node, place: Place) -> Option<Hit> {
        let ends = self.ends.get(node.ends as usize..)?;
        let ends = &ends[..=ends.iter().position(|end| !end.more)?];
        let exact = ends.iter().filter(|end| end.exact == place.exact);
        let forms = Forms::of(exact.map(|end| end.form)).or_else(|| {
            let here = &tokens[place.words.clone()];
            let shouted = shouted(text, here);
            let loose = ends.iter().filter(|end| self.agrees(end, here, place.stem, shouted));
            Forms::of(loose.map(|end| end.form))
        })?;
        let (first, last) = (place.words.start, place.words.end);
        Some(Hit { span: place.span, first, last, forms })
    }

    /// True where the case of the tokens may stand for that of a form.
    fn agrees(&self, end: &End, here: &[Token], stem: Option<u64>, shouted: bool) -> bool {
        let words = &self.words[self.begun[end.form.0 as usize] as usize..];
        !self.exact_case[end.form.0 as usize]
            && words.iter().zip(here).enumerate().all(|(at, (word, token))| {
                let exact = stem.filter(|_| at + 1 == here.len()).unwrap_or(token.exact);
                word.exact == exact || token.kind == TokenKind::Mark || word.titled == exact || shouted
            })
    }

    fn may_start(&self, key: u64) -> bool {
        // The table's length is a power of two; of a matcher without forms it is nothing.
        let at = (key >> 6) as usize & self.starts.len().wrapping_sub(1);
        self.starts.get(at).is_some_and(|bits| bits & (1 << (key & 63)) != 0)
    }
}

/// Tokens that lead to a node.
struct Place {
    span: Span,
    words: Range<usize>,
    /// What [`joined`] makes of them.
    exact: u64,
    /// The exact key of the last token without its particle.
    stem: Option<u64>,
}

/// A hash of words in their very case: of those whose hash is `before`, and of one behind them. Marks do not count, since
/// a curly one is as good as a straight one.
fn joined(before: u64, kind: TokenKind, exact: u64) -> u64 {
    match kind {
        TokenKind::Mark => before,
        _ => (before.rotate_left(26) ^ exact).wrapping_mul(0x9E37_79B9_7F4A_7C15),
    }
}

/// The key of the edge from `node` over a word; a word behind white space is another edge than one joined on.
fn step(node: u32, folded: u64, gap: bool) -> u64 {
    let mixed = (folded ^ (u64::from(node) << 1 | u64::from(gap))).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed ^ (mixed >> 29)
}

/// True for a word that holds a capital.
fn is_cased(token: &Token) -> bool {
    token.kind == TokenKind::Word && token.exact != token.folded
}

/// The key of a first word, whose edge has the key `edge`, as texts write it: with a capital or without one. Nearly all
/// words of a text have none, and hardly a name begins so.
fn start(edge: u64, capital: bool) -> u64 {
    edge.rotate_left(u32::from(capital) * 32)
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
