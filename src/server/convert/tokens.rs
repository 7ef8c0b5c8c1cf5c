//! Tags as semantic tokens. Standard types and modifiers only, so that every theme colours them.

use super::super::view::View;
use super::place::Page;
use crate::ide::{Tag, TagKind, tags};
use std::sync::{Mutex, MutexGuard, PoisonError};
use tower_lsp::ls_types::{
    Range, SemanticToken, SemanticTokenModifier, SemanticTokenType, SemanticTokens, SemanticTokensDelta,
    SemanticTokensEdit, SemanticTokensFullDeltaResult, SemanticTokensLegend,
};

/// The type of each kind of tag; its place here is its number on the wire.
const TYPES: [(TagKind, SemanticTokenType); 7] = [
    (TagKind::Person, SemanticTokenType::VARIABLE),
    (TagKind::Organization, SemanticTokenType::CLASS),
    (TagKind::Program, SemanticTokenType::FUNCTION),
    (TagKind::Product, SemanticTokenType::STRUCT),
    (TagKind::Law, SemanticTokenType::INTERFACE),
    (TagKind::Event, SemanticTokenType::EVENT),
    (TagKind::Name, SemanticTokenType::TYPE),
];

/// The modifiers, by bit: a first reference introduces, an avoided form is struck out in many themes, and an
/// unknown name stands for nobody in particular.
const MODIFIERS: [SemanticTokenModifier; 3] =
    [SemanticTokenModifier::DECLARATION, SemanticTokenModifier::DEPRECATED, SemanticTokenModifier::ABSTRACT];

/// What the numbers mean.
pub(crate) fn legend() -> SemanticTokensLegend {
    SemanticTokensLegend {
        token_types: TYPES.map(|(_, name)| name).to_vec(),
        token_modifiers: MODIFIERS.to_vec(),
    }
}

/// What the client was last told of an open text's colours, so that it can be told what changed since.
#[derive(Debug, Default)]
pub(crate) struct Told {
    /// The number of that answer; its words on the wire are the result's id.
    answer: u64,
    tokens: Vec<SemanticToken>,
}

/// The tags of an article.
pub(crate) fn semantic_tokens(view: &View) -> SemanticTokens {
    let data = encode(&tags(&view.document, &view.folder.snapshot.catalog), Page::of(view));
    let result_id = tell(&mut locked(&view.told), &data);
    SemanticTokens { result_id: Some(result_id), data }
}

/// What changed in the tags since the answer `before`; all of them where that was not the last.
pub(crate) fn semantic_tokens_delta(view: &View, before: &str) -> SemanticTokensFullDeltaResult {
    let data = encode(&tags(&view.document, &view.folder.snapshot.catalog), Page::of(view));
    let mut told = locked(&view.told);
    if told.answer.to_string() != before {
        let result_id = Some(tell(&mut told, &data));
        return SemanticTokens { result_id, data }.into();
    }
    let edits = changes(&told.tokens, &data).into_iter().collect();
    let result_id = Some(tell(&mut told, &data));
    SemanticTokensDelta { result_id, edits }.into()
}

/// The tags that begin or end in a range.
pub(crate) fn semantic_tokens_in(view: &View, range: Range) -> SemanticTokens {
    let page = Page::of(view);
    let span = page.span(range);
    let mut tags = tags(&view.document, &view.folder.snapshot.catalog);
    tags.retain(|tag| tag.span.start < span.end && span.start < tag.span.end);
    SemanticTokens { result_id: None, data: encode(&tags, page) }
}

/// A failure while it was held leaves what was told before, or nothing: either is in order.
fn locked(told: &Mutex<Told>) -> MutexGuard<'_, Told> {
    told.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Notes what is told now; gives the answer's id.
fn tell(told: &mut Told, data: &[SemanticToken]) -> String {
    told.answer += 1;
    told.tokens = data.to_vec();
    told.answer.to_string()
}

/// The one edit that makes `new` of `old`, without what both begin and end with. Tokens are relative to each other, so
/// that what stands behind a change mostly stays as it is.
fn changes(old: &[SemanticToken], new: &[SemanticToken]) -> Option<SemanticTokensEdit> {
    let start = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let (gone, come) = (&old[start..], &new[start..]);
    let end = gone.iter().rev().zip(come.iter().rev()).take_while(|(a, b)| a == b).count();
    let (gone, come) = (&gone[..gone.len() - end], &come[..come.len() - end]);
    /// A token is five numbers on the wire, and edits count numbers.
    const NUMBERS: usize = 5;
    (!gone.is_empty() || !come.is_empty()).then(|| SemanticTokensEdit {
        start: (NUMBERS * start) as u32,
        delete_count: (NUMBERS * gone.len()) as u32,
        data: Some(come.to_vec()),
    })
}

/// Each tag relative to the one before. One that is not on a single line is left out: few clients take it.
fn encode(tags: &[Tag], page: Page) -> Vec<SemanticToken> {
    let (mut line, mut column) = (0, 0);
    let mut data = Vec::with_capacity(tags.len());
    for tag in tags {
        let range = page.range(tag.span);
        if range.start.line != range.end.line || range.start.line < line {
            continue;
        }
        let delta_line = range.start.line - line;
        let from = if delta_line == 0 { column } else { 0 };
        data.push(SemanticToken {
            delta_line,
            delta_start: range.start.character.saturating_sub(from),
            length: range.end.character - range.start.character,
            token_type: TYPES.iter().position(|(kind, _)| *kind == tag.kind).unwrap_or_default() as u32,
            token_modifiers_bitset: u32::from(tag.first)
                | u32::from(tag.avoided) << 1
                | u32::from(tag.unknown) << 2,
        });
        (line, column) = (range.start.line, range.start.character);
    }
    data
}

#[cfg(test)]
mod tests {
    use super::{changes, encode};
    use crate::ide::{Tag, TagKind};
    use crate::text::{Buffer, Encoding, Span};
    use tower_lsp::ls_types::SemanticToken;

    #[test]
    fn tokens_are_relative_and_in_the_clients_columns() {
        let text = "😀 KISA met 류제명\nand KISA";
        let tag = |name: &str, from: usize| {
            let start = from + text[from..].find(name).unwrap();
            let span = Span::new(start, start + name.len());
            Tag { span, kind: TagKind::Organization, first: from == 0, avoided: false, unknown: false }
        };
        let tags = [tag("KISA", 0), tag("류제명", 0), tag("KISA", 12)];
        let buffer = Buffer::new(text);
        let told = |encoding| {
            let page = super::Page { buffer: &buffer, encoding };
            let numbers =
                |t: &SemanticToken| (t.delta_line, t.delta_start, t.length, t.token_modifiers_bitset);
            encode(&tags, page).iter().map(numbers).collect::<Vec<_>>()
        };
        assert_eq!(told(Encoding::Utf16), [(0, 3, 4, 1), (0, 9, 3, 1), (1, 4, 4, 0)]);
        assert_eq!(told(Encoding::Utf8), [(0, 5, 4, 1), (0, 9, 9, 1), (1, 4, 4, 0)]);
        assert_eq!(told(Encoding::Utf32), [(0, 2, 4, 1), (0, 9, 3, 1), (1, 4, 4, 0)]);
    }

    #[test]
    fn the_change_is_small_and_exact() {
        let token = |n: u32| SemanticToken { delta_start: n, length: 1, ..SemanticToken::default() };
        let tokens = |text: &str| text.bytes().map(|b| token(b.into())).collect::<Vec<_>>();
        for (old, new, edit) in [
            ("abc", "abc", None),
            ("", "ab", Some((0, 0, 2))),
            ("abc", "axc", Some((5, 5, 1))),
            ("aaa", "aa", Some((10, 5, 0))),
            ("abc", "", Some((0, 15, 0))),
        ] {
            let (old, new) = (tokens(old), tokens(new));
            let found = changes(&old, &new);
            let told = found.as_ref().map(|e| (e.start, e.delete_count, e.data.as_ref().unwrap().len()));
            assert_eq!(told, edit);
            let mut made = old.clone();
            if let Some(edit) = found {
                let (start, gone) = (edit.start as usize / 5, edit.delete_count as usize / 5);
                made.splice(start..start + gone, edit.data.unwrap());
            }
            assert_eq!(made, new);
        }
    }
}
