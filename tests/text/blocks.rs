//! Blocks: without gaps, restartable, and bordered as a parse of the whole text borders them.

use super::blocks;
use crate::support::random::{Random, rounds};
use masthead::text::{Block, BlockKind, Blocks, Format, Span, State, may_have_front_matter};
use pulldown_cmark::{Event, Options, Parser, Tag};

/// Random texts in each test; thirty times as many were read while this was written.
const COUNT: u64 = 2000;

/// Lines, and beginnings of lines, that bear on where blocks begin and end.
const LINES: &[&str] = &[
    "text",
    "more of it",
    "KISA | GTAC",
    "| a | b |",
    "|---|---|",
    "--- | ---",
    "| x | y |",
    "# Title",
    "## Sub ##",
    "#no",
    "===",
    "---",
    "***",
    "- - -",
    "```",
    "```rust",
    "~~~~",
    "~~~",
    "`a` ```",
    "<div>",
    "</div>",
    "<b>",
    "<b> bold",
    "<!-- note",
    "-->",
    "<!-- one -->",
    "<pre>",
    "</pre>",
    "<?php",
    "?>",
    "+++",
    "...",
    "[label]: https://a.b",
    "[^1]: note",
    "[x] y",
    "1986. A year",
    "a \\| b",
    "<a href=\"x\" b>",
    "\\# no",
    "*a*",
    "**",
    "",
    "",
    "",
    "",
];

/// What may stand before a line.
const PREFIXES: &[&str] = &[
    "", "", "", "", "", " ", "  ", "   ", "    ", "      ", "\t", "> ", ">", ">> ", "> > ", "- ", "* ",
    "1. ", "2. ", "10) ", "-   ", "  - ", ">     ", "> - ", "- > ",
];

fn awkward(random: &mut Random, most: usize) -> String {
    let mut text = String::new();
    for _ in 0..random.below(most) + 1 {
        text += random.pick(PREFIXES);
        text += random.pick(LINES);
        text += random.pick(&["\n", "\n", "\n", "\r\n"]);
    }
    if random.below(4) == 0 {
        text.truncate(text.trim_end().len());
    }
    text
}

fn class(kind: BlockKind) -> u8 {
    match kind {
        BlockKind::Code => b'c',
        BlockKind::Html => b'h',
        BlockKind::FrontMatter => b'm',
        BlockKind::Heading(level) => b'0' + level,
        _ => b'.',
    }
}

/// What each byte of `text` is for a parse of the whole: code, HTML, metadata, a heading of some level, other.
fn whole(text: &str) -> Vec<u8> {
    let metadata =
        Options::ENABLE_YAML_STYLE_METADATA_BLOCKS | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
    let front = match Parser::new_ext(text, metadata).into_offset_iter().next() {
        Some((Event::Start(Tag::MetadataBlock(_)), range)) if range.start == 0 => range.end,
        _ => 0,
    };
    let mut bytes = vec![b'm'; front];
    bytes.resize(text.len(), b'.');
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
    for (event, range) in Parser::new_ext(&text[front..], options).into_offset_iter() {
        let class = match event {
            Event::Start(Tag::CodeBlock(_)) => b'c',
            Event::Start(Tag::HtmlBlock) => b'h',
            Event::Start(Tag::Heading { level, .. }) => b'0' + level as u8,
            _ => continue,
        };
        bytes[front..][range].fill(class);
    }
    bytes
}

fn ours(text: &str) -> Vec<u8> {
    let mut bytes = vec![b'.'; text.len()];
    for block in blocks(text, Format::Markdown) {
        bytes[block.content.start..block.content.end].fill(class(block.kind));
    }
    bytes
}

/// Each line that is compared, with what its last visible character is for us and for a parse of the whole.
fn by_line(text: &str) -> Vec<(&str, char, char)> {
    let (ours, whole) = (ours(text), whole(text));
    let mut at = 0;
    let mut found = Vec::new();
    let mut accepted = false;
    for line in text.split_inclusive('\n') {
        let shown = line.trim_end();
        let bare = shown.trim_matches([' ', '\t', '>']);
        if !bare.is_empty() {
            let (ours, whole) = (ours[at + shown.len() - 1], whole[at + shown.len() - 1]);
            let heading_or_text =
                ours.is_ascii_digit() && whole == b'.' || ours == b'.' && whole.is_ascii_digit();
            let underline = accepted && bare.trim_matches(['-', '=']).is_empty();
            accepted = (shown.contains("]: ") || underline) && heading_or_text;
            found.push((shown, ours as char, if accepted { ours as char } else { whole as char }));
        }
        at += line.len();
    }
    found
}

/// Code, HTML, headings and front matter are where a parse of the whole text finds them. Accepted differences:
/// - A line of nothing but ">" is a blank line for us; inside code it belongs to the code.
/// - A link reference definition right above a heading's underline is taken into the heading; a footnote inside a footnote is
///   one for us, and a line of its heading or text for the crate, with the underline below it.
/// - Front matter is looked for at the very start only, where the crate also finds it in the middle.
/// - The crate ends lines of code and HTML at LF only, so that no lone CR stands in these texts.
#[test]
fn borders_are_those_of_the_whole_text() {
    rounds(COUNT).for_each(|seed| borders(&mut Random::new(seed)));
}

pub(crate) fn borders(random: &mut Random) {
    bordered(&awkward(random, 14));
}

fn bordered(text: &str) {
    for (line, ours, whole) in by_line(text) {
        assert_eq!(ours, whole, "{line:?} in {text:?}");
    }
}

/// Found by the fuzzer.
#[test]
fn the_head_of_a_table_below_a_list_item_ends_it() {
    bordered("  - a\n|---|---|\n    |---|---|\n    <pre>\nx\n");
}

/// Found by the fuzzer.
#[test]
fn a_table_may_begin_right_below_a_link_definition() {
    bordered("[label]: https://a.b\n--- | ---\n--- | ---\n1 | 2\n10) <div>\n");
}

/// Found by the fuzzer.
#[test]
fn the_underline_of_a_footnote_in_a_footnote_goes_with_it() {
    bordered("[^1]: note\n    [^1]: note\n    ---\n> text\n");
}

#[test]
fn blocks_make_up_the_text() {
    rounds(COUNT).for_each(|seed| parts(&mut Random::new(seed)));
}

pub(crate) fn parts(random: &mut Random) {
    let mut text = awkward(random, 14);
    if random.below(2) == 0 {
        text = text.replace('\n', random.pick(&["\r", "\n\n", "\r\n\u{2028}"]));
    }
    for format in [Format::Markdown, Format::Plain] {
        let all = blocks(&text, format);
        let mut end = 0;
        let mut state = State::default();
        for block in &all {
            assert_eq!((block.span.start, block.entry), (end, state), "{text:?}");
            assert!(!block.span.is_empty() && block.span.covers(block.content), "{text:?}");
            (end, state) = (block.span.end, block.exit);
        }
        assert_eq!(end, text.len(), "{text:?}");
    }
}

/// Reading is taken up two blocks before an edit and stopped at the first old block that begins in the old
/// state behind it; what comes out equals reading the new text from its start.
#[test]
fn reading_can_be_taken_up_after_an_edit() {
    rounds(COUNT).for_each(|seed| taken_up(&mut Random::new(seed)));
}

pub(crate) fn taken_up(random: &mut Random) {
    let old = awkward(random, 14);
    let mut edge = || (0..=random.below(old.len() + 1)).rev().find(|at| old.is_char_boundary(*at)).unwrap();
    let (one, other) = (edge(), edge());
    let edit = Span::new(one.min(other), one.max(other).min(one.min(other) + 9));
    let insert = if random.below(3) == 0 { String::new() } else { awkward(random, 2) };
    let new = [&old[..edit.start], &insert, &old[edit.end..]].concat();
    for format in [Format::Markdown, Format::Plain] {
        let resumed = resumed(&old, edit, &insert, &new, format);
        assert_eq!(resumed, blocks(&new, format), "{old:?} {edit:?} {insert:?}");
    }
}

/// Found by the fuzzer.
#[test]
fn a_row_below_a_quotation_is_read_anew_with_the_one_behind_it() {
    let old = "-   [label]: https://a.b\n>> text\n   |---|---|\r\n> > |---|---|\r\n |---|---|\r\n";
    let insert = "\t<!-- one -->";
    let new = [&old[..48], insert, &old[48..]].concat();
    let resumed = resumed(old, Span::new(48, 48), insert, &new, Format::Markdown);
    assert_eq!(resumed, blocks(&new, Format::Markdown));
}

fn resumed(old: &str, edit: Span, insert: &str, new: &str, format: Format) -> Vec<Block> {
    let before = blocks(old, format);
    let held = before.iter().position(|b| b.span.touches(edit.start)).unwrap_or(0);
    let front = may_have_front_matter(old) || may_have_front_matter(new);
    let first = if front { 0 } else { held.saturating_sub(2) };
    let mut kept = before[..first].to_vec();
    let start = kept.last().map_or(0, |b| b.span.end);
    let state = kept.last().map_or(State::default(), |b| b.exit);
    let shift = |at: usize| at + insert.len() - edit.len();
    for block in Blocks::new(&new[start..], format, state) {
        let block = moved(block, |at| at + start);
        let same = before.iter().position(|b| {
            b.span.start >= edit.end && shift(b.span.start) == block.span.start && b.entry == block.entry
        });
        if let Some(same) = same.filter(|_| block.span.start >= edit.start + insert.len()) {
            kept.extend(before[same..].iter().map(|b| moved(*b, shift)));
            break;
        }
        kept.push(block);
    }
    kept
}

fn moved(block: Block, to: impl Fn(usize) -> usize) -> Block {
    let move_ = |span: Span| Span::new(to(span.start), to(span.end));
    Block { span: move_(block.span), content: move_(block.content), ..block }
}

/// Kind and text of each block.
fn shown(text: &str, format: Format) -> Vec<(BlockKind, &str)> {
    blocks(text, format).iter().map(|b| (b.kind, b.content.of(text))).collect()
}

#[test]
fn each_kind_of_markdown_block() {
    use BlockKind::{Blank, Code, FrontMatter, Heading, Html, ListItem, Paragraph, Quote, Table};
    let text = "\u{FEFF}---\ntitle: A\n---\n\n# One\nText\nmore.\n\n> Said\nlazily\n>\n> again\n\n1. item\n   more\n\n   second\n\
                - [ ] task\n\n| a |\n|---|\n| b |\n\nTwo\n---\n***\n[l]: https://a.b 'T'\n\n```\ncode\n\n```\n<!-- a\n\nb -->\n\
                <div>\n\n    code\n[^1]: note\n\n    more\n~~~\nto the end\n\n";
    let expected = [
        (FrontMatter, "\u{FEFF}---\ntitle: A\n---"),
        (Heading(1), "# One"),
        (Paragraph, "Text\nmore."),
        (Quote, "> Said\nlazily"),
        (Quote, "> again"),
        (ListItem, "1. item\n   more"),
        (ListItem, "   second"),
        (ListItem, "- [ ] task"),
        (Table, "| a |\n|---|\n| b |"),
        (Heading(2), "Two\n---"),
        (Blank, "***"),
        (Blank, "[l]: https://a.b 'T'"),
        (Code, "```\ncode\n\n```"),
        (Html, "<!-- a\n\nb -->"),
        (Html, "<div>"),
        (Code, "    code"),
        (ListItem, "[^1]: note"),
        (ListItem, "    more"),
        (Code, "~~~\nto the end\n"),
    ];
    assert_eq!(shown(text, Format::Markdown), expected);
    assert_eq!(shown("a\r\rb\rc", Format::Markdown), [(Paragraph, "a"), (Paragraph, "b\rc")]);
    assert_eq!(shown("\n \na", Format::Markdown), [(Blank, ""), (Paragraph, "a")]);
    assert_eq!(shown("---\n\na\n---\n", Format::Markdown)[0], (Blank, "---"));
}

#[test]
fn plain_text_stands_in_paragraphs_or_lines() {
    let long = "A line of more than one hundred and twenty bytes was not broken by hand at any margin, \
                so that it is a paragraph by itself, whatever follows.";
    let text = format!(
        "Title\n\nHard-wrapped\n- wrapped\n  # not\nlines\n\u{A0}\n{long}\nshort\n{long}\nBy A. B.\n[Photo from C]\nnext\n#KISA #GTAC\n© D\n"
    );
    let found: Vec<&str> = shown(&text, Format::Plain).into_iter().map(|(_, text)| text).collect();
    assert_eq!(
        found,
        [
            "Title",
            "Hard-wrapped",
            "- wrapped",
            "  # not\nlines",
            long,
            "short",
            long,
            "By A. B.",
            "[Photo from C]",
            "next",
            "#KISA #GTAC",
            "© D"
        ]
    );
    assert!(blocks(&text, Format::Plain).iter().all(|b| b.kind == BlockKind::Paragraph));
}
