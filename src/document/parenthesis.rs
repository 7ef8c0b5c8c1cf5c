//! Brackets and what stands in them.

use crate::text::{Prose, Token, TokenKind};

/// A bracket with more words and marks than this holds a remark, not a name.
const LONGEST_BRACKET: usize = 30;

/// A pair of brackets, as indices of their tokens.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bracket {
    /// The opening one.
    pub(super) open: usize,
    /// The closing one.
    pub(super) close: usize,
}

/// The short pairs of round or square brackets, in order of the closing one.
pub(super) fn brackets(tokens: &[Token], text: &str) -> Vec<Bracket> {
    let mut open: Vec<(usize, &str)> = Vec::new();
    let mut found = Vec::new();
    if memchr::memchr2(b'(', b'[', text.as_bytes()).is_none() {
        return found;
    }
    for (at, token) in tokens.iter().enumerate().filter(|(_, t)| t.kind == TokenKind::Mark) {
        match token.of(text) {
            mark @ ("(" | "[") => open.push((at, mark)),
            mark @ (")" | "]") => {
                let partner = if mark == ")" { "(" } else { "[" };
                if open.last().is_some_and(|(_, m)| *m == partner)
                    && let Some((start, _)) = open.pop()
                    && at - start - 1 <= LONGEST_BRACKET
                {
                    found.push(Bracket { open: start, close: at });
                }
            }
            _ => {}
        }
    }
    found
}

/// The parts of a bracket between commas, semicolons and "or", where the acronym may be one of several things
/// said: "(국가정보원, NIS)", "("NCSM" or the "Council")". None of the agencies' names at the end of a report: they gloss nothing.
pub(super) fn pieces<'p>(text: &str, tokens: &'p [Token], bracket: Bracket) -> Vec<&'p [Token]> {
    let pieces: Vec<_> = tokens[bracket.open + 1..bracket.close]
        .split(|t| match t.kind {
            TokenKind::Mark => matches!(t.of(text), "," | ";"),
            _ => t.of(text) == "or",
        })
        .map(|p| trimmed(text, p))
        .filter(|p| !p.is_empty())
        .collect();
    if is_list(&pieces) { Vec::new() } else { pieces }
}

/// True for the agencies in "(Hapsel, HPA, PA)": more than two names of a word each, two of them in capitals.
fn is_list(pieces: &[&[Token]]) -> bool {
    let letters = pieces.iter().filter(|piece| matches!(piece, [token] if token.all_caps)).count();
    pieces.len() > 2 && letters > 1 && pieces.iter().all(|piece| piece.len() == 1)
}

/// The name in front of what a bracket says of it: "Nordhavn Office of Tides, a bureau of the ministry", "harbour works - new".
pub(super) fn before_description<'p>(text: &str, tokens: &'p [Token]) -> &'p [Token] {
    let describes =
        |word: &str| matches!(word, "a" | "an" | "based" | "formerly" | "now" | "part" | "the" | "which");
    let dash = |t: &[Token]| matches!(t[0].of(text), "-" | "–" | "—") && t[0].gap && t[1].gap;
    let ends = |t: &[Token]| t[0].of(text) == "," && describes(t[1].of(text)) || dash(t);
    let end = tokens.windows(2).position(ends);
    end.map_or(tokens, |end| &tokens[..end])
}

/// `tokens` without the quotation marks around them.
pub(super) fn trimmed<'p>(text: &str, tokens: &'p [Token]) -> &'p [Token] {
    let quote = |t: &Token| matches!(t.of(text), "\"" | "'" | "“" | "”" | "‘" | "’" | "«" | "»");
    let start = tokens.iter().take_while(|t| quote(t)).count();
    let end = tokens.len() - tokens[start..].iter().rev().take_while(|t| quote(t)).count();
    &tokens[start..end]
}

/// True for the agency in a dateline, "SEOUL, May 27 (Yonhap) — …": few words into the block, with a dash
/// behind it.
pub(super) fn is_dateline(prose: &Prose, bracket: Bracket) -> bool {
    let dash = prose.tokens.get(bracket.close + 1);
    bracket.open <= 8 && dash.is_some_and(|t| t.gap && matches!(t.of(&prose.text), "—" | "–" | "-" | "―"))
}

/// "D-Calif.", "R-TX", "D-N.Y.": a politician's party and state.
pub(super) fn is_party_and_state(short: &str) -> bool {
    let Some((party, state)) = short.split_once(['-', '\u{2010}', '\u{2011}']) else { return false };
    let mut letters = state.chars();
    matches!(party, "D" | "R" | "I")
        && letters.next().is_some_and(char::is_uppercase)
        && (state.len() == 2 || state.contains('.') || letters.all(char::is_lowercase))
}
