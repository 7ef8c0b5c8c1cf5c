//! Which part of the article each paragraph is.

use super::facts::Zone;
use super::paragraph::Paragraph;
use crate::text::{BlockKind, Format, Span, TokenKind};
use std::ops::Range;
use std::sync::Arc;

/// A headline or a subhead has at most so many words: the longest in the wild run to some twenty.
const LONGEST_HEADLINE: usize = 24;
/// The same for a subhead in plain text, where nothing but its shape tells it from a short sentence.
const LONGEST_SUBHEAD: usize = 10;

/// The zones of an article's paragraphs.
pub(super) fn zones(paragraphs: &[Arc<Paragraph>], format: Format) -> Vec<Zone> {
    let mut zones: Vec<Zone> = paragraphs.iter().map(|p| zone(p, format)).collect();
    if let Some(first) = zones.iter().position(is_content)
        && (zones[first] == Zone::Subhead
            || zones[first] == Zone::Body
                && paragraphs[first].block.kind == BlockKind::Paragraph
                && (may_head(&paragraphs[first]) || format == Format::Plain && asks(&paragraphs[first]))
                && words(&paragraphs[first]) <= LONGEST_HEADLINE)
    {
        zones[first] = Zone::Headline;
    }
    footnotes(paragraphs, &mut zones);
    zones
}

/// The same after an edit that put the paragraphs `new` in the place of those at `old`, which were not the article's first
/// or its last: all others are what they were. `None` where they may be.
pub(super) fn zones_after(
    before: &[Zone],
    old: Range<usize>,
    new: &[Arc<Paragraph>],
    format: Format,
) -> Option<Vec<Zone>> {
    let (head, tail) = (&before[..old.start], &before[old.end..]);
    let at_foot = tail.iter().filter(|zone| **zone != Zone::Code).take(NEAR_FOOT).count();
    let inside = head.iter().any(is_content) && at_foot == NEAR_FOOT;
    inside.then(|| {
        let new = new.iter().map(|p| zone(p, format));
        head.iter().copied().chain(new).chain(tail.iter().copied()).collect()
    })
}

fn is_content(zone: &Zone) -> bool {
    !matches!(zone, Zone::Furniture | Zone::Code)
}

impl Paragraph {
    /// The zone of `span`, which counts from the paragraph's start, where the paragraph is in zone `own`: lines of
    /// furniture and the dateline are furniture in any paragraph.
    pub(super) fn zone_of(&self, span: Span, own: Zone) -> Zone {
        let outside = !self.frame.body.covers(span) || self.frame.dateline.is_some_and(|d| d.overlaps(span));
        if outside && self.is_prose() { Zone::Furniture } else { own }
    }

    /// True for a line that does not end as a sentence does, as below a headline: "Lund tells of regret".
    pub fn is_open_line(&self) -> bool {
        self.block.kind == BlockKind::Paragraph && self.prose.sentences.len() == 1 && !closed(self)
    }
}

fn zone(paragraph: &Paragraph, format: Format) -> Zone {
    match paragraph.block.kind {
        BlockKind::Code | BlockKind::Html | BlockKind::Blank => Zone::Code,
        BlockKind::FrontMatter => Zone::Furniture,
        BlockKind::Heading(1) => Zone::Headline,
        BlockKind::Heading(_) => Zone::Subhead,
        _ if paragraph.frame.body.is_empty() || paragraph.frame.correction => Zone::Furniture,
        _ if paragraph.frame.captioned => Zone::Caption,
        BlockKind::Paragraph
            if format == Format::Plain
                && may_head(paragraph)
                && words(paragraph) <= longest_subhead(paragraph) =>
        {
            Zone::Subhead
        }
        _ => Zone::Body,
    }
}

/// Words of the longest subhead: capitals throughout, as in "Ferry Alliance and City Sign Pact", make a headline of any line.
fn longest_subhead(paragraph: &Paragraph) -> usize {
    if paragraph.title_case { LONGEST_HEADLINE } else { LONGEST_SUBHEAD }
}

/// Paragraphs at the end of an article that are looked through for notes.
const NEAR_FOOT: usize = 4;

/// Marks the notes at the foot: one or two lines such as "* Translated by machine." in the last three paragraphs.
fn footnotes(paragraphs: &[Arc<Paragraph>], zones: &mut [Zone]) {
    let tail: Vec<usize> =
        (0..zones.len()).rev().filter(|&at| zones[at] != Zone::Code).take(NEAR_FOOT).collect();
    let notes: Vec<usize> = tail.iter().copied().filter(|&at| paragraphs[at].frame.footnote).collect();
    // Three bullets or more are a list.
    if tail.len() > notes.len() && notes.len() <= 2 {
        for at in notes {
            zones[at] = Zone::Furniture;
        }
    }
}

fn words(paragraph: &Paragraph) -> usize {
    paragraph.prose.tokens.iter().filter(|t| !matches!(t.kind, TokenKind::Mark | TokenKind::Barrier)).count()
}

/// True for one question or exclamation, which above a text is a headline: "Holm to run again?".
fn asks(paragraph: &Paragraph) -> bool {
    let text = paragraph.frame.body.of(&paragraph.prose.text).trim_end();
    paragraph.prose.sentences.len() == 1 && text.ends_with(['?', '!', '？', '！'])
}

/// True when the paragraph may be a heading: it does not end as a sentence does, and is no quotation with who said it.
fn may_head(paragraph: &Paragraph) -> bool {
    !(closed(paragraph) || names_speaker(paragraph.frame.body.of(&paragraph.prose.text).trim_start()))
}

/// True for "“We have no boats.” Ana Lund": no heading has a stop inside its quotation marks.
fn names_speaker(text: &str) -> bool {
    let Some(end) = text.rfind(['"', '”']).filter(|_| text.starts_with(['"', '“'])) else { return false };
    let speaker = text[end..].trim_start_matches(['"', '”', ' ', '\n', '\r']);
    text[..end].ends_with('.')
        && (speaker.starts_with(['-', '–', '—']) || speaker.starts_with(char::is_uppercase))
}

/// True when the paragraph ends as a sentence does.
pub(super) fn closed(paragraph: &Paragraph) -> bool {
    let text = paragraph.frame.body.of(&paragraph.prose.text).trim_end();
    ends_in_stop(text) || without_source(text).is_some_and(ends_in_stop)
}

fn ends_in_stop(text: &str) -> bool {
    let text = text.trim_end_matches(['"', '”', '’', '\'', ')', ']', '»', '」', '』', '*', '_']);
    text.ends_with(['.', '!', '?', '。', '…', ':', ';', ',', '！', '？'])
}

/// What stands before the agency or the note that `text` ends with: "She left. (Hapsel News)", "She left. — Hapsel News".
fn without_source(text: &str) -> Option<&str> {
    /// No agency has a longer name, in bytes.
    const LONGEST: usize = 40;
    if text.ends_with([')', ']']) {
        return text.rfind(['(', '[']).map(|open| text[..open].trim_end());
    }
    let (before, source) = text.rsplit_once(['—', '–'])?;
    (source.len() <= LONGEST && source.starts_with(' ')).then(|| before.trim_end())
}
