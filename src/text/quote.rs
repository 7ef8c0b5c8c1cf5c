//! Pairs of quotation marks, told from apostrophes.

use super::token::{Token, TokenKind};

/// What a quotation mark can be where it stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Opens,
    Closes,
    /// It closes what is open, and opens where nothing is.
    Either,
}

/// A quotation mark: its token, its role and the family within which marks pair.
#[derive(Clone, Copy)]
struct Mark {
    token: usize,
    role: Role,
    family: Family,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Family {
    /// `"`, `“”`, `„“`, `＂`.
    Double,
    /// `'`, `‘’`, `‚‘`.
    Single,
    /// A pair with marks of its own: guillemets and corner brackets; by its closing mark.
    Own(char),
}

/// How deep quotations may be nested; of more open marks the outermost are given up, which keeps the search
/// for a partner short in a text of nothing but quotation marks.
const DEPTH: usize = 8;

/// The pairs of quotation marks, as indices of tokens: the opening mark and the closing one, `None` where it
/// is left open to the end of the block. In no particular order.
pub(super) fn pairs(text: &str, tokens: &[Token]) -> Vec<(usize, Option<usize>)> {
    let is_mark = |(at, token): (usize, &Token)| (token.kind == TokenKind::Mark).then_some(at);
    let marks = tokens.iter().enumerate().filter_map(is_mark);
    let marks: Vec<Mark> = marks.filter_map(|at| mark(text, tokens, at)).collect();
    let mut found = Vec::new();
    let mut open: Vec<Mark> = Vec::new();
    for (at, &mark) in marks.iter().enumerate() {
        let partner = open.iter().rposition(|o| o.family == mark.family);
        match (mark.role, partner) {
            (Role::Opens, _) | (Role::Either, None) => {
                if open.len() == DEPTH {
                    open.remove(0);
                }
                open.push(mark);
            }
            (Role::Closes | Role::Either, Some(partner)) => {
                if mark.family == Family::Single && is_possessive(text, tokens, &marks, at) {
                    continue;
                }
                found.push((open[partner].token, Some(mark.token)));
                open.truncate(partner);
            }
            (Role::Closes, None) => {}
        }
    }
    found.extend(unclosed(text, tokens, &open, &found).map(|token| (token, None)));
    found
}

/// The mark of speech that goes on in the next paragraph: double, or curly at the block's very start. A
/// double mark with a closed pair behind it was rather forgotten than left open.
fn unclosed(text: &str, tokens: &[Token], open: &[Mark], found: &[(usize, Option<usize>)]) -> Option<usize> {
    let last_pair = found.iter().map(|(first, _)| *first).filter(|&f| !is_single(tokens[f].of(text))).max();
    let left = open.iter().find(|o| match o.family {
        Family::Double => last_pair.is_none_or(|pair| pair < o.token),
        Family::Single => o.token == 0 && tokens[0].of(text) == "‘",
        Family::Own(_) => false,
    });
    left.map(|o| o.token)
}

fn is_single(mark: &str) -> bool {
    matches!(mark, "'" | "‘" | "‚" | "‛" | "＇")
}

/// The mark at token `at`, if it is a quotation mark.
fn mark(text: &str, tokens: &[Token], at: usize) -> Option<Mark> {
    // Most marks are commas and stops.
    let byte = text.as_bytes()[tokens[at].start as usize];
    if byte.is_ascii() && !matches!(byte, b'"' | b'\'') {
        return None;
    }
    let c = tokens[at].of(text).chars().next()?;
    let (family, role) = match c {
        '"' | '＂' => (Family::Double, straight(tokens, at)),
        // It opens in English and closes in German.
        '“' => (Family::Double, if may_open(text, tokens, at) { Role::Opens } else { Role::Either }),
        '„' | '‟' => (Family::Double, Role::Opens),
        '”' => (Family::Double, Role::Closes),
        '\'' | '＇' => (Family::Single, single(text, tokens, at)?),
        '‘' | '‚' | '‛' => (Family::Single, single_curly(text, tokens, at)?),
        '’' => (Family::Single, single(text, tokens, at).filter(|r| *r == Role::Closes)?),
        '«' => (Family::Own('»'), Role::Opens),
        '‹' => (Family::Own('›'), Role::Opens),
        '「' => (Family::Own('」'), Role::Opens),
        '『' => (Family::Own('』'), Role::Opens),
        '《' => (Family::Own('》'), Role::Opens),
        '〈' => (Family::Own('〉'), Role::Opens),
        '»' | '›' | '」' | '』' | '》' | '〉' => (Family::Own(c), Role::Closes),
        _ => return None,
    };
    Some(Mark { token: at, role, family })
}

/// Marks behind which a quotation may open without white space.
const BEFORE_OPENING: &[&str] =
    &["(", "[", "{", "（", "\"", "'", "“", "‘", "„", "‚", "«", "「", "『", "—", "–", "-", "/", "="];

/// True when token `at` stands where something may open: behind white space, an opening mark or a dash.
fn may_open(text: &str, tokens: &[Token], at: usize) -> bool {
    tokens[at].gap || at == 0 || BEFORE_OPENING.contains(&tokens[at - 1].of(text))
}

/// The role of a straight double mark.
fn straight(tokens: &[Token], at: usize) -> Role {
    let attached = tokens.get(at + 1).is_some_and(|next| !next.gap);
    match (tokens[at].gap, attached) {
        (true, true) => Role::Opens,
        // Inches, too: where nothing is open, what closes is dropped.
        (false, false) => Role::Closes,
        _ => Role::Either,
    }
}

/// The role of a single mark; `None` for an apostrophe.
fn single(text: &str, tokens: &[Token], at: usize) -> Option<Role> {
    let next = tokens.get(at + 1).filter(|n| !n.gap);
    let before = at.checked_sub(1).map(|b| &tokens[b]).filter(|_| !tokens[at].gap);
    match (before, next) {
        // don't, O'Brien, Korea's; but 'KISA'가, where a particle follows.
        (Some(before), Some(next)) if next.kind == TokenKind::Word && before.is_word() => None,
        (_, Some(next)) if may_open(text, tokens, at) && (next.is_word() || opens_nested(text, next)) => {
            (!is_clipped(text, tokens, at)).then_some(Role::Opens)
        }
        (Some(_), _) => Some(Role::Closes),
        _ => None,
    }
}

/// The role of a curly single mark that turns like an opening one.
fn single_curly(text: &str, tokens: &[Token], at: usize) -> Option<Role> {
    let attached = tokens.get(at + 1).is_some_and(|n| !n.gap);
    if attached { (!is_clipped(text, tokens, at)).then_some(Role::Opens) } else { single(text, tokens, at) }
}

/// True for a mark with which a quotation may begin.
fn opens_nested(text: &str, token: &Token) -> bool {
    matches!(token.of(text), "\"" | "“" | "(" | "[" | "「" | "…" | "." | "#" | "@" | "$")
}

/// True when the mark at `at` stands for letters left out at a word's start: '90s, rock 'n' roll, 'em, 'tis.
fn is_clipped(text: &str, tokens: &[Token], at: usize) -> bool {
    let Some(next) = tokens.get(at + 1) else { return false };
    let word = next.of(text);
    let decade =
        matches!(word.as_bytes(), [tens, ones, b's'] if tens.is_ascii_digit() && ones.is_ascii_digit());
    let closed = tokens.get(at + 2).is_some_and(|t| !t.gap && matches!(t.of(text), "'" | "’"));
    decade
        || word.eq_ignore_ascii_case("n")
        || (!closed
            && ["em", "tis", "twas", "til", "cause", "bout"].iter().any(|w| word.eq_ignore_ascii_case(w)))
}

/// True when the single mark at `marks[at]` is the apostrophe of a plural ("students' demands"), though a
/// quotation is open: another mark that closes comes before one that opens.
fn is_possessive(text: &str, tokens: &[Token], marks: &[Mark], at: usize) -> bool {
    let mark = marks[at].token;
    let Some(before) = mark.checked_sub(1).map(|b| &tokens[b]) else { return false };
    let Some(next) = tokens.get(mark + 1) else { return false };
    before.kind == TokenKind::Word
        && before.of(text).ends_with('s')
        && next.gap
        && next.kind == TokenKind::Word
        && !next.capital
        && marks[at + 1..].iter().find(|m| m.family == Family::Single).is_some_and(|m| m.role == Role::Closes)
}
