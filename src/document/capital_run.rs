//! Capitalised names around an acronym that is given with its long form.

use crate::text::{Token, TokenKind};

/// No name ahead is looked for in more tokens.
const LONGEST: usize = 72;

/// The longest capitalised name at the end of `tokens`, with small words such as "of" inside it.
pub(super) fn capital_run<'p>(text: &str, tokens: &'p [Token]) -> &'p [Token] {
    let mut start = tokens.len();
    let mut and = false;
    for (at, token) in tokens.iter().enumerate().rev() {
        let word = token.of(text);
        match token.kind {
            TokenKind::Word if token.capital || token.digit => start = at,
            TokenKind::Word if !token.gap && at > 0 => {}
            TokenKind::Word if is_joiner(word) => {}
            TokenKind::Mark if matches!(word, "&" | "-" | "/") => {}
            // "Ministry of Trade, Industry and Energy".
            TokenKind::Mark
                if word == "," && and && tokens.get(at + 1).is_none_or(|t| t.of(text) != "the") => {}
            _ => break,
        }
        and |= matches!(word, "and" | "&");
    }
    &tokens[start..]
}

/// The longest capitalised name at the beginning of `tokens`, with small words such as "of" inside it.
pub(super) fn capital_run_ahead<'p>(text: &str, tokens: &'p [Token]) -> &'p [Token] {
    let mut end = 0;
    for (at, token) in tokens.iter().enumerate().take(LONGEST) {
        let word = token.of(text);
        match token.kind {
            TokenKind::Word if token.capital || token.digit => end = at + 1,
            TokenKind::Word if !token.gap || is_joiner(word) => {}
            TokenKind::Mark if matches!(word, "&" | "-" | "/") => {}
            _ => break,
        }
    }
    &tokens[..end]
}

fn is_joiner(word: &str) -> bool {
    matches!(word, "of" | "and" | "for" | "the" | "on" | "in")
}
