//! Tokens, blocks, sentences, positions.

use crate::made_up::text_of;
use divan::Bencher;
use divan::counter::BytesCount;
use masthead::text::{Block, Blocks, Buffer, Encoding, Format, Prose, Span, State, tokens};

/// KB of an article.
const SIZES: [usize; 2] = [5, 100];

#[divan::bench(args = SIZES)]
fn words(bencher: Bencher<'_, '_>, kilobytes: usize) {
    let text = text_of(kilobytes);
    bencher.counter(BytesCount::of_str(&text)).bench(|| tokens(&text));
}

#[divan::bench(args = SIZES)]
fn blocks(bencher: Bencher<'_, '_>, kilobytes: usize) {
    let text = text_of(kilobytes);
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| Blocks::new(&text, Format::Markdown, State::default()).count());
}

/// Masks, words, sentences and quotations of every block.
#[divan::bench(args = SIZES)]
fn sentences(bencher: Bencher<'_, '_>, kilobytes: usize) {
    let text = text_of(kilobytes);
    let blocks: Vec<Block> = Blocks::new(&text, Format::Markdown, State::default()).collect();
    bencher.counter(BytesCount::of_str(&text)).bench(|| {
        let read = |block: &Block| Prose::read(block.span.of(&text), block, Format::Markdown);
        blocks.iter().map(|block| read(block).tokens.len()).sum::<usize>()
    });
}

/// A letter typed in the middle and taken back, and the place of both as editors count it.
#[divan::bench(args = [5, 100, 1_000])]
fn splice(bencher: Bencher<'_, '_>, kilobytes: usize) {
    let text = text_of(kilobytes);
    let mut buffer = Buffer::new(&text);
    let middle = text.floor_char_boundary(text.len() / 2);
    bencher.bench_local(|| {
        let position = buffer.position(middle, Encoding::Utf16);
        let at = buffer.offset(position, Encoding::Utf16);
        buffer.splice(Span::new(at, at), "s");
        buffer.splice(Span::new(at, at + 1), "")
    });
}
