//! What has been typed of a name, up to the cursor.

use super::cursor::Cursor;
use crate::document::{Zone, begins_plain_word};
use crate::text::{BlockKind, Format, Span, is_hangul};

/// The beginning of a name under the cursor: the word that is being typed, and the words in front of it that may belong
/// to it.
#[derive(Debug)]
pub(super) struct Typed<'d> {
    /// The text in front of the cursor, on its line.
    head: &'d str,
    /// Where `head` begins.
    start: usize,
    /// Where in `head` the name may begin, the farthest first. All stand before the cursor.
    begins: Vec<usize>,
    /// True when the cursor stands behind a letter of the name, not behind a space.
    pub(super) in_word: bool,
    /// The part of the article.
    pub(super) zone: Zone,
}

/// How many words may be typed of one name: few have more, and the last of those is found from within.
const MOST_WORDS: usize = 8;

impl<'d> Typed<'d> {
    /// What stands before the cursor; `None` where no name is written: in code, in a link's target, in an address, in
    /// front matter. Nothing may have been typed yet.
    pub(super) fn at(cursor: Cursor<'d>) -> Option<Typed<'d>> {
        let document = cursor.document;
        let at = document.paragraph_at(cursor.offset);
        let nothing =
            |zone| Typed { head: "", start: cursor.offset, begins: Vec::new(), in_word: false, zone };
        let (Some(paragraph), Some(start)) = (document.paragraphs.get(at), document.starts.get(at)) else {
            return document.is_empty().then(|| nothing(Zone::Body));
        };
        let zone = document.zones.get(at).copied().unwrap_or(Zone::Body);
        let before = paragraph.text.get(..cursor.offset.checked_sub(*start)?)?;
        let line = before.rfind(['\n', '\r']).map_or(0, |end| end + 1);
        let head = &before[line..];
        match paragraph.block.kind {
            BlockKind::FrontMatter | BlockKind::Code | BlockKind::Html => return None,
            // Behind a paragraph, where the next one is begun, or in the definition of a link.
            BlockKind::Blank => return head.trim().is_empty().then(|| nothing(Zone::Body)),
            _ => {}
        }
        // What a reader does not see, such as code and the targets of links, is masked there.
        let seen = paragraph.prose.text.get(line..before.len())?;
        if document.format == Format::Markdown && opens_code(head) {
            return None;
        }
        let mut begins = Vec::new();
        let mut end = head.len();
        for (at, char) in head.char_indices().rev() {
            let inside = char.is_alphanumeric() || joins(char);
            if !(inside || char.is_whitespace()) || ends_sentence(head, at) {
                break;
            }
            let apart = |before: char| !before.is_alphanumeric() && !joins(before);
            if !char.is_alphanumeric() || !head[..at].chars().next_back().is_none_or(apart) {
                continue;
            }
            if head[at..end] != seen[at..end] || is_address(&head[..at]) {
                if begins.is_empty() {
                    return None;
                }
                break;
            }
            begins.push(at);
            end = at;
            if begins.len() == MOST_WORDS {
                break;
            }
        }
        begins.reverse();
        let in_word = !begins.is_empty() && !head.ends_with(char::is_whitespace);
        Some(Typed { head, start: start + line, begins, in_word, zone })
    }

    /// The runs of words up to the cursor that a name may begin with, the longest first. While a word is being typed,
    /// only those that look like a name.
    pub(super) fn runs(&self) -> impl Iterator<Item = (Span, &'d str)> + '_ {
        let last = self.begins.last().copied();
        let likely = last.is_some_and(|last| !self.in_word || goes_on(&self.head[last..]));
        let begins = self.begins.iter().filter(move |_| likely).map(|begin| (*begin, &self.head[*begin..]));
        let whole = begins.filter(move |(begin, run)| {
            let alone = Some(*begin) == last && self.in_word;
            begins_name(run) && is_long_enough(run) && !(alone && is_plain(run))
        });
        whole.map(|(begin, run)| (Span::new(self.start + begin, self.start + self.head.len()), run))
    }

    /// True when a few letters more may make a name of what stands here.
    pub(super) fn may_become_one(&self) -> bool {
        self.in_word && self.begins.last().is_some_and(|last| begins_name(&self.head[*last..]))
    }
}

/// True for what stands inside names.
fn joins(char: char) -> bool {
    matches!(char, '-' | '\u{2010}' | '\u{2011}' | '\'' | '’' | '.' | '&')
}

/// True for the stop of a sentence; that of an initial is none: "J. Kwon", "U.S. Army".
fn ends_sentence(text: &str, at: usize) -> bool {
    let mut before = text[..at].chars().rev();
    let initial =
        before.next().is_some_and(char::is_uppercase) && !before.next().is_some_and(char::is_alphanumeric);
    text[at..].strip_prefix('.').is_some_and(|rest| rest.starts_with(char::is_whitespace)) && !initial
}

/// A name begins with a capital, or is written in Hangul.
fn begins_name(run: &str) -> bool {
    run.starts_with(|c: char| c.is_uppercase() || is_hangul(c))
}

/// So does each of its words, or with a digit.
fn goes_on(word: &str) -> bool {
    begins_name(word) || word.starts_with(char::is_numeric)
}

/// A capital and two letters more, or two syllables: less would show a list at every other sentence.
fn is_long_enough(run: &str) -> bool {
    let letters = run.chars().filter(|c| c.is_alphanumeric());
    letters.count() >= if run.starts_with(is_hangul) { 2 } else { 3 }
}

/// True for a word that is, or may become, one that opens a sentence with a capital and is no name: "The", "Whe".
fn is_plain(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic());
    letters.skip(1).all(char::is_lowercase) && begins_plain_word(word)
}

/// True when code begins in `head` that does not end there.
fn opens_code(head: &str) -> bool {
    head.matches('`').count() % 2 == 1
}

/// True where a link's target, a tag or an address is still being written, so that the text does not read as one yet.
fn is_address(before: &str) -> bool {
    let chunk = before.rsplit(char::is_whitespace).next().unwrap_or("");
    let unclosed =
        |open: &str, close: char| before.rfind(open).is_some_and(|at| !before[at..].contains(close));
    let tag =
        |at: usize| before[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!'));
    ["://", "@", "#", "/", "\\"].iter().any(|sign| chunk.contains(sign))
        || unclosed("](", ')')
        || before.rfind('<').is_some_and(|at| tag(at) && !before[at..].contains('>'))
}
