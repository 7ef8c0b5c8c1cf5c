//! Tags as semantic tokens. Standard types and modifiers only, so that every theme colours them.

use super::super::view::View;
use super::place::Page;
use crate::ide::{Tag, TagKind, tags};
use tower_lsp::ls_types::{
    SemanticToken, SemanticTokenModifier, SemanticTokenType, SemanticTokens, SemanticTokensLegend,
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

/// The tags of an article.
pub(crate) fn semantic_tokens(view: &View) -> SemanticTokens {
    let tags = tags(&view.document, &view.folder.snapshot.catalog);
    SemanticTokens { result_id: None, data: encode(&tags, Page::of(view)) }
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
    use super::encode;
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
}
