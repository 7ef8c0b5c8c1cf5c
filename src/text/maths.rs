//! Mathematics in Markdown: `$E = mc^2$` and `$$…$$`.

use std::ops::Range;

/// The formulas in a block, with their marks. Most dollars in news are money, and "from $5 to $7" is prose: a formula is what
/// stands tight between two marks that touch no word, and holds what only mathematics has. In doubt it is prose.
pub(super) fn formulas(text: &str) -> Vec<Range<usize>> {
    let marks = marks(text.as_bytes());
    let mut found = Vec::new();
    let mut marks = marks.iter().peekable();
    while let Some(open) = marks.next() {
        // A mark that does not close the one before it may open the next.
        if let Some(close) = marks.peek()
            && open.len() == close.len()
            && is_formula(text, open, close)
        {
            found.push(open.start..close.end);
            marks.next();
        }
    }
    found
}

/// The places of `$` and `$$` that no backslash goes before, in order.
fn marks(text: &[u8]) -> Vec<Range<usize>> {
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some(start) = memchr::memchr(b'$', &text[at..]).map(|found| at + found) {
        let end = start + text[start..].iter().take_while(|b| **b == b'$').count();
        let backslashes = text[at..start].iter().rev().take_while(|b| **b == b'\\').count();
        if backslashes % 2 == 0 && end - start <= 2 {
            found.push(start..end);
        }
        at = end;
    }
    found
}

/// True where two marks hold a formula between them.
fn is_formula(text: &str, open: &Range<usize>, close: &Range<usize>) -> bool {
    let inside = &text[open.end..close.start];
    let before = text[..open.start].chars().next_back();
    let behind = text[close.end..].chars().next();
    let touches = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    // Between double marks a formula stands as one likes.
    let tight =
        open.len() == 2 || !inside.starts_with(char::is_whitespace) && !inside.ends_with(char::is_whitespace);
    // What stands in code is no mark.
    let code = inside.contains('`');
    tight && !code && !touches(before) && !touches(behind) && is_mathematical(inside)
}

/// True where a text holds what neither prose nor money does: a command (`\frac`), or a letter or bracket that something is
/// set above or below (`x^2`, `a_{i}`), or a letter that equals something (`x = 5`).
fn is_mathematical(text: &str) -> bool {
    let bytes = text.as_bytes();
    let letter = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_alphabetic);
    let mut found = false;
    for (at, b) in bytes.iter().enumerate() {
        let previous = at.checked_sub(1);
        found |= match b {
            b'\\' => letter(Some(at + 1)),
            b'^' => previous.is_some_and(|p| !bytes[p].is_ascii_whitespace()),
            b'_' => {
                letter(previous) && bytes.get(at + 1).is_some_and(|b| *b == b'{' || b.is_ascii_alphanumeric())
                // "snake_case" is a word of a program, "x_i" has one letter.
                && !letter(previous.and_then(|p| p.checked_sub(1)))
            }
            // "x=5", but not "$1 = €0.9": money has its sum in front.
            b'=' => {
                let head = text[..at].trim_end().as_bytes();
                head.len() == 1 && head[0].is_ascii_alphabetic()
            }
            _ => false,
        };
    }
    found
}
