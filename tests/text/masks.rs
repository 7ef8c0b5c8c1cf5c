//! What is left of Markdown when only prose is.

use super::{blocks, prose};
use crate::support::random::{Random, rounds};
use masthead::text::{Format, Prose, TokenKind, clean};

/// The masked text with "·" for a barrier and "~" for hidden markup, one a byte.
fn masked(text: &str) -> String {
    prose(text, Format::Markdown).iter().map(|p| p.text.replace('\u{1}', "·").replace('\u{2}', "~")).collect()
}

#[track_caller]
fn masks(text: &str, expected: &str) {
    assert_eq!(masked(text), expected, "{text:?}");
}

#[test]
fn markup_gives_way_to_spaces() {
    masks("# Korea **Speeds** Up ##\n", "  Korea   Speeds   Up   \n");
    masks("Title\n=====\n", "Title\n     \n");
    masks("> said *so*\n> today\n", "  said  so \n  today\n");
    masks("- one\n  two\n10. three\n", "  one\n  two\n    three\n");
    masks("- [x] done\n- [ ] not\n", "      done\n      not\n");
    masks("a c\\\nd  \ne\n", "a c \nd  \ne\n");
}

#[test]
fn markup_beside_letters_parts_nothing() {
    masks("**KISA**'s and un**believ**able\n", "  KISA~~'s and un~~believ~~able\n");
    masks("[Kwon](https://a.b \"x y\"), who\n", " Kwon~~~~~~~~~~~~~~~~~~~~, who\n");
    masks("[Kwon](<a b>) left\n", " Kwon         left\n");
    masks("AT&amp;T \\* &copy; it&#39;s\n", "AT&~~~~T  * ©     it'~~~~s\n");
    masks("noted[^1]. Then [text][ref] [sic]\n", "noted~~~~. Then  text       [sic]\n");
    let read = &prose("The **KISA**’s _Jason_\u{A0}`x` Kwon", Format::Markdown)[0];
    let gaps: Vec<(&str, bool)> = read.tokens.iter().map(|t| (t.of(&read.text), t.gap)).collect();
    assert_eq!(gaps[1..4], [("KISA", true), ("’", false), ("s", false)]);
    assert_eq!(clean(&read.text), "The KISA’s Jason Kwon");
}

#[test]
fn what_is_not_prose_is_a_barrier() {
    masks("see `a b` now\n", "see ····· now\n");
    masks("call ~~Ann *Lunt*~~ Ann Lund\n", "call   ···· ····    Ann Lund\n");
    masks("a <b>c</b> <!-- d --> <https://e.f>\n", "a ···c···· ··········  ··········· \n");
    masks("| a \\| b | c |\n|---|---|\n| d | e |\n", "| a  | b | c |\n|   |   |\n| d | e |\n");
    masks("<div>\nKISA\n</div>\n", "·····\n····\n······\n");
    masks(
        "See {{< ref \"a b.md\" >}}, {% link c\n d %} and {e} {{f.\n",
        "See ····················, ·········\n····· and {e} {{f.\n",
    );
    masks("```\nKISA\n```\n", "···\n····\n···\n");
    masks("---\ntitle: KISA\n---\n", "---\ntitle: KISA\n---\n");
    masks("![A *photo*](x.png)\n", "  A  photo         \n");
}

#[test]
fn mathematics_is_a_barrier_and_money_is_prose() {
    masks(
        "so $E = mc^2$, with $x=5$ or\n$$\n\\frac{a}{b} * c\n$$\nnow\n",
        "so ··········, with ····· or\n··\n···············\n··\nnow\n",
    );
    masks("# All of $\\alpha$ and $a_i*b$ and $c*d_{2}$\n", "  All of ········ and ······· and ·········\n");
    for money in [
        "from $5 to $7, or $5-$7 and US$5m for A$7m",
        "($1 = 1,400 won; $2 = €1.8) and $1=€0.9/$",
        "big $$ for $KISA and $$ more of $GTAC_2, not \\$x^2\\$",
        "$5 a = b and $6^ or $x is $5^2 and $",
        "a $x$ and a $5$",
        "US$x^2$ and $x^2$5",
    ] {
        assert_eq!(masked(money).replace([' ', '~'], ""), money.replace([' ', '\\'], ""), "{money:?}");
    }
    masks("`$a_i` and `$b_i` stay\n", "······ and ······ stay\n");
    assert_eq!(prose("so $E = mc^2$", Format::Plain)[0].text, "so $E = mc^2$");
}

#[test]
fn addresses_are_barriers_in_both_formats() {
    for (text, expected) in [
        ("See https://a.b/c_d?e=(f). More", "See ·····················. More"),
        ("(http://a.b/c)", "(············)"),
        ("www.openai.com을 보라", "··············을 보라"),
        ("mail j.kwon+x@openai.com, or .@kwon_x’s", "mail ···················, or .·······’s"),
        ("a@b and AT&T://x and www.x", "a@b and AT&T://x and www.x"),
    ] {
        let read = &prose(text, Format::Plain)[0];
        assert_eq!(read.text.replace('\u{1}', "·"), expected);
        masks(text, expected);
    }
}

#[test]
fn a_block_reads_alone_as_it_does_in_its_article() {
    // Far indented, as the second paragraph of a deep item is, and after the marks of two containers.
    masks("- a\n\n  - b\n\n    **c**\n", "  a\n\n    b\n\n      c  \n");
    masks("> 1. *a\n>    b* c\n", "      a\n     b  c\n");
    masks("[^1]: the *note*\n", "      the  note \n");
}

/// What means something to Markdown, and what only looks like it.
pub(crate) const PIECES: &[&str] = &[
    "a",
    "KISA ",
    "한국",
    "😀",
    "e\u{301}",
    "*",
    "**",
    "_",
    "`",
    "``",
    "~~",
    "[",
    "]",
    "(",
    ")",
    "![",
    "<",
    ">",
    "<b>",
    "</b>",
    "<!--",
    "-->",
    "&",
    "&amp;",
    "&nGt;",
    "&#0;",
    "\\",
    "|",
    "|-|-|",
    "\n",
    "\r\n",
    "\r",
    " ",
    "    ",
    "\t",
    "- ",
    "1. ",
    "> ",
    "# ",
    "---",
    "===",
    "```",
    "[a]: b",
    "[^1]",
    "[^1]: ",
    "https://a.b",
    "a@b.cc",
    "\u{1}",
    "\u{2}",
    "\u{0}",
    "\u{FEFF}",
    "+++",
    "\"",
    "“",
    "’",
    ". ",
    "! ",
    "\u{2028}",
    "\u{A0}",
    "$",
    "$$",
    "x^2",
];

#[test]
fn nothing_moves_whatever_is_written() {
    rounds(6_000).for_each(|seed| in_place(&Random::new(seed).text(PIECES, 24)));
}

/// What is left of `text` keeps its length and its line breaks.
pub(crate) fn in_place(text: &str) {
    for format in [Format::Markdown, Format::Plain] {
        for block in blocks(text, format) {
            let source = block.span.of(text);
            let read = Prose::read(source, &block, format);
            assert_eq!(read.text.len(), source.len(), "{text:?}");
            assert_spans_hold(&read, text);
            let breaks = |t: &str| t.bytes().map(|b| matches!(b, b'\n' | b'\r')).collect::<Vec<_>>();
            assert_eq!(breaks(&read.text), breaks(source), "{text:?}");
        }
    }
}

/// Every span of `read` is one of its text; sentences and quotations are in order.
#[track_caller]
fn assert_spans_hold(read: &Prose, text: &str) {
    for token in &read.tokens {
        assert!(!token.of(&read.text).is_empty(), "{text:?}");
    }
    for pair in read.sentences.windows(2) {
        assert!(pair[0].end <= pair[1].start, "{text:?}");
    }
    for sentence in &read.sentences {
        assert_eq!(sentence.of(&read.text).trim(), sentence.of(&read.text), "{text:?}");
        assert_eq!(read.sentence(sentence.start), Some(*sentence));
    }
    for quotation in &read.quotations {
        assert!(quotation.span.covers(quotation.inner), "{text:?}");
        let _ = quotation.inner.of(&read.text);
    }
    assert!(read.quotations.windows(2).all(|q| q[0].span.start < q[1].span.start), "{text:?}");
    let words = read.tokens.iter().filter(|t| t.kind != TokenKind::Barrier);
    assert!(words.clone().all(|t| read.sentence(t.start as usize).is_some()), "{text:?}");
}
