//! Takes what is not prose out of a block.

use super::address::addresses;
use super::block::{Block, BlockKind, Format};
use super::line::{Line, line_at};
use super::listing::listings;
use super::maths::formulas;
use super::token::{BARRIER, HIDDEN};
use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// The block's text (`block.span` cut out of the article) with everything that is not prose replaced, byte
/// for byte, so that offsets stay true.
///
/// Markup that a reader does not see (emphasis marks, heading marks, list bullets, link brackets and targets,
/// rows of table dashes) becomes spaces, or [`HIDDEN`]s where it stands between two characters that the
/// reader sees side by side; so `&amp;` is `&` and spaces or hidden characters. Code, HTML, what is struck
/// out, mathematics (`$E = mc^2$`), what a site's generator fills in (`{{< … >}}`, `{% … %}`), where shares are traded
/// (`(NYSE: GM)`), URLs and e-mail addresses become [`BARRIER`]s: names do not reach across them. Line breaks and the "|"
/// between the cells of a table stay. Front matter stays as it is, but for addresses.
pub(super) fn masked(text: &str, block: &Block, format: Format) -> String {
    let bytes = match (format, block.kind) {
        (Format::Plain, _) | (_, BlockKind::FrontMatter) => None,
        (_, BlockKind::Code | BlockKind::Html | BlockKind::Blank) => Some(opaque(text)),
        (_, BlockKind::Paragraph) if is_bare(text) => None,
        (_, BlockKind::Heading(level)) if is_bare_heading(text, level.into()) => {
            Some([&b"      "[..level.into()], &text.as_bytes()[level.into()..]].concat())
        }
        _ => Some(readable(text, block)),
    };
    let addresses = addresses(bytes.as_deref().unwrap_or(text.as_bytes()));
    let mut others = listings(text);
    if format == Format::Markdown {
        others.extend(templates(text));
    }
    if format == Format::Markdown && block.kind != BlockKind::FrontMatter {
        others.extend(formulas(text));
    }
    if bytes.is_none() && addresses.is_empty() && others.is_empty() {
        return text.to_owned();
    }
    let mut bytes = bytes.unwrap_or_else(|| text.as_bytes().to_vec());
    for address in addresses {
        bytes[address.start..address.end].fill(BARRIER as u8);
    }
    others.into_iter().for_each(|range| cover(&mut bytes[range], BARRIER as u8));
    // Only whole characters were replaced, by ASCII ones.
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

/// True when a paragraph outside every container holds no character that could be markup.
fn is_bare(text: &str) -> bool {
    // Without a way out on the way, many bytes are looked at at once.
    let marks = |b: u8| matches!(b, b'*' | b'_' | b'[' | b'<' | b'\\' | b'`' | b'~');
    let bare = !text.bytes().fold(false, |found, b| found | marks(b));
    // "R&D" is no character reference, which ends in ";".
    bare && memchr::memchr(b'&', text.as_bytes()).is_none_or(|at| !text[at..].contains(';'))
}

/// True when nothing but the `level` marks that open the heading can be markup in it.
fn is_bare_heading(text: &str, level: usize) -> bool {
    let marks = text.bytes().take_while(|b| *b == b'#').count();
    let odd = |b: u8| b == b'#' || b < b' ' && b != b'\n' && b != b'\r';
    marks == level && text[level..].starts_with(' ') && !text[level..].bytes().any(odd) && is_bare(text)
}

/// What a site's generator fills in: `{{ … }}` and `{% … %}`.
fn templates(text: &str) -> Vec<Range<usize>> {
    let (mut found, mut at) = (Vec::new(), 0);
    // The marks that end one, while there may be any further on.
    let (mut braces, mut percent) = (Some("}}"), Some("%}"));
    while let Some(open) = memchr::memchr(b'{', &text.as_bytes()[at..]).map(|open| at + open) {
        let ends = match text.as_bytes().get(open + 1) {
            Some(b'{') => &mut braces,
            Some(b'%') => &mut percent,
            _ => &mut None,
        };
        at = open + 1;
        let Some(end) = *ends else { continue };
        match text[open + 2..].find(end) {
            Some(length) => {
                at = open + 2 + length + end.len();
                found.push(open..at);
            }
            None => *ends = None,
        }
    }
    found
}

/// `text` as one barrier, but for its line breaks.
fn opaque(text: &str) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    cover(&mut bytes, BARRIER as u8);
    bytes
}

/// Puts `byte` in the place of everything but line breaks.
fn cover(bytes: &mut [u8], byte: u8) {
    bytes.iter_mut().filter(|b| !matches!(b, b'\n' | b'\r')).for_each(|b| *b = byte);
}

/// What a reader sees of a block of prose.
fn readable(text: &str, block: &Block) -> Vec<u8> {
    let (bare, start) = without_containers(text, block);
    let mut seen = bare.as_bytes().to_vec();
    cover(&mut seen, HIDDEN as u8);
    let source = &bare[start..];
    let shown = &mut seen[start..];
    let (mut covered, mut note) = (0, false);
    for (event, range) in Parser::new_with_broken_link_callback(
        source,
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH,
        Some(resolve),
    )
    .into_offset_iter()
    {
        match event {
            // What is struck out was taken back: "~~Ann Lunt~~ Ann Lund".
            Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::Strikethrough) => covered += 1,
            Event::End(TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::Strikethrough) => covered -= 1,
            Event::Start(Tag::Link { id, .. }) => note = id.starts_with('^'),
            Event::End(TagEnd::Link) => note = false,
            Event::Text(_) if note => {}
            Event::Text(_) if covered > 0 => cover(&mut shown[range], BARRIER as u8),
            Event::Text(text) => show(&text, source, range, shown),
            Event::Code(_) | Event::Html(_) | Event::InlineHtml(_) => cover(&mut shown[range], BARRIER as u8),
            _ => {}
        }
    }
    if block.kind == BlockKind::Table {
        part_cells(bare.as_bytes(), &mut seen);
    }
    settle(&mut seen);
    seen
}

/// The block's text with the marks of its containers (">", "-", "1.", "[ ]") blanked, and where the text of
/// its first line begins. What is left is one paragraph, heading or table, which reads alone as it does in
/// its article.
fn without_containers(text: &str, block: &Block) -> (String, usize) {
    let mut bytes = text.as_bytes().to_vec();
    let mut containers = block.entry.containers;
    let (mut at, mut start) = (0, 0);
    while at < text.len() {
        let (end, next) = line_at(text, at);
        let mut line = Line::new(&text[at..end]);
        if at == 0 {
            containers.enter(&mut line);
            line = line.unindented();
            let task = block.kind == BlockKind::ListItem
                && [b"[ ] ", b"[x] ", b"[X] "].iter().any(|mark| line.rest().starts_with(*mark));
            start = line.offset() + if task { 4 } else { 0 };
            bytes[..start].fill(b' ');
        } else {
            containers.follow(&mut line);
            bytes[at..at + line.offset()].fill(b' ');
        }
        at = next;
    }
    // Marks are ASCII, and labels of footnotes and byte order marks were replaced whole.
    (String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned()), start)
}

/// Tells which links are to be believed though their target is defined in another block: those with a label
/// of their own, `[text][label]`, and notes, `[^1]`. A lone `[word]` is more often an editor's addition.
fn resolve<'t>(link: BrokenLink<'t>) -> Option<(CowStr<'t>, CowStr<'t>)> {
    let note = link.reference.starts_with('^');
    (note || link.link_type != LinkType::Shortcut).then(|| ("".into(), "".into()))
}

/// Shows `text`, which the bytes `range` of `source` stand for; what is written when that has no room for it,
/// or when it would part a line.
fn show(text: &str, source: &str, range: Range<usize>, shown: &mut [u8]) {
    let written = &source[range.clone()];
    let fits = text.len() <= written.len() && !text.contains(['\n', '\r']);
    let seen = if fits { text } else { written };
    shown[range.start..range.start + seen.len()].copy_from_slice(seen.as_bytes());
}

/// Shows the marks between the cells of a table.
fn part_cells(source: &[u8], seen: &mut [u8]) {
    for (source, seen) in source.iter().zip(seen) {
        if *source == b'|' && *seen == HIDDEN as u8 {
            *seen = b'|';
        }
    }
}

/// Makes spaces of the hidden bytes at white space, barriers, the edges of cells and of the block.
fn settle(seen: &mut [u8]) {
    let parts = |byte: &u8| byte.is_ascii_whitespace() || [BARRIER as u8, b'|'].contains(byte);
    let joins = |byte: Option<&u8>| byte.is_some_and(|b| !parts(b));
    let mut from = 0;
    while let Some(found) = memchr::memchr(HIDDEN as u8, &seen[from..]) {
        let at = from + found;
        let run = seen[at..].iter().take_while(|b| **b == HIDDEN as u8).count();
        let joined =
            at.checked_sub(1).is_some_and(|before| joins(seen.get(before))) && joins(seen.get(at + run));
        if !joined {
            seen[at..at + run].fill(b' ');
        }
        from = at + run;
    }
}
