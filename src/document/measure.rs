//! What is counted: the unit behind a number.

use crate::text::{Prose, Span, TokenKind};

/// What a number may have behind it before its unit.
const MULTIPLES: [&str; 9] =
    ["thousand", "million", "billion", "trillion", "hundred", "bln", "bn", "mln", "mn"];

/// The words in small letters right behind numbers, and what is written together with them: the "bpd" of "1.6 million bpd", the
/// "kB" of "50kB". Few of them are units.
pub fn measures(prose: &Prose) -> impl Iterator<Item = Span> {
    let Prose { text, tokens, .. } = prose;
    tokens.iter().enumerate().filter(|(_, token)| token.digit).filter_map(|(at, number)| {
        let letters = number.of(text).trim_start_matches(|c: char| c.is_ascii_digit()).len();
        if letters > 0 {
            return Some(Span::new(number.end as usize - letters, number.end as usize));
        }
        let hyphen = |at: usize| tokens.get(at).is_some_and(|t| !t.gap && t.mark(text) == Some('-'));
        let behind = |at: usize| at + 1 + usize::from(hyphen(at + 1));
        let next = tokens.get(behind(at))?;
        let unit = if MULTIPLES.contains(&next.of(text)) { tokens.get(behind(behind(at)))? } else { next };
        (unit.kind == TokenKind::Word && !unit.digit && !unit.has_capital()).then(|| unit.span())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Blocks, Format, State};

    #[test]
    fn units_stand_behind_numbers() {
        for (text, expected) in [
            ("They pumped 700,000 bpd, then 1.6 million bpd.", "bpd bpd"),
            ("They pumped 1.6 mln bpd and 2 bn kWh.", "bpd"),
            ("It took 50kB, or a 4-kb file.", "kB kb"),
            ("In 2020. It rose to 4 and 5.", "and"),
            ("The 4 Ferries of 12", ""),
        ] {
            let block = Blocks::new(text, Format::Plain, State::default()).next().unwrap();
            let prose = Prose::read(text, &block, Format::Plain);
            let found: Vec<&str> = measures(&prose).map(|unit| unit.of(text)).collect();
            assert_eq!(found.join(" "), expected, "{text}");
        }
    }
}
