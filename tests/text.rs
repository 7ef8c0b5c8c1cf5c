//! The ground floor: positions, tokens, blocks, masks, sentences, speech, dates.

use masthead::text::{Block, BlockKind, Blocks, Format, State};

fn blocks(text: &str, format: Format) -> Vec<Block> {
    Blocks::new(text, format, State::default()).collect()
}

#[test]
fn blocks_are_told_apart() {
    let text = "---\ntitle: A\n---\n# One\n\nText\nmore.\n\n> Said\n\n- item\n  more\n\n| a |\n|---|\n\n```\ncode\n```\n<div>\n";
    let kinds: Vec<BlockKind> = blocks(text, Format::Markdown).iter().map(|b| b.kind).collect();
    let expected = [
        BlockKind::FrontMatter,
        BlockKind::Heading(1),
        BlockKind::Paragraph,
        BlockKind::Quote,
        BlockKind::ListItem,
        BlockKind::Table,
        BlockKind::Code,
        BlockKind::Html,
    ];
    assert_eq!(kinds, expected);
}
