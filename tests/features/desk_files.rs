//! What an editor shows in the files in which a desk keeps its settings and names.

use crate::support::desk::Desk;
use masthead::config::FILE_NAME;
use masthead::diagnostic::Place;
use masthead::ide::{
    Described, DeskCompletion, DeskCursor, DeskFile, Destination, desk_completions, desk_definition,
    desk_hover,
};
use pulldown_cmark::{Event, Parser, Tag};

/// A file that somebody is writing.
pub(super) struct Draft {
    file: DeskFile,
    text: String,
    offset: usize,
}

impl Draft {
    pub(super) fn new(path: &str, text: String, offset: usize) -> Draft {
        let file = if path == FILE_NAME { DeskFile::Settings } else { DeskFile::Catalog };
        Draft { file, text, offset }
    }

    pub(super) fn answer(&self, desk: &Desk, question: &str) -> String {
        let Draft { file, text, offset } = self;
        let cursor = DeskCursor { file: *file, text, snapshot: &desk.snapshot, offset: *offset };
        let link =
            |place: &Place| format!("{}#L{}", desk.snapshot.relative(&place.path), place.start.line + 1);
        match question {
            "hover" => match desk_hover(cursor, &link) {
                Some(hover) => format!("on {}\n{}", hover.span.of(text), shown(&hover.card)),
                None => "nothing".to_owned(),
            },
            "completion" => self.completions(cursor),
            "definition" => match desk_definition(cursor) {
                Some(Destination::Entry(entity)) => {
                    format!("{}", desk.snapshot.catalog.entity(entity).source.file.display())
                }
                Some(Destination::Rule(rule)) => format!("the page of {rule}"),
                None => "nothing".to_owned(),
            },
            _ => panic!("a draft is not asked for {question:?}"),
        }
    }

    /// What is replaced, then what is offered: label, what it becomes of the line, and the words beside it.
    fn completions(&self, cursor: DeskCursor) -> String {
        let Some(found) = desk_completions(cursor) else { return "nothing".to_owned() };
        let more = if found.complete { "" } else { "; more may follow" };
        let mut lines = vec![format!("for ‹{}›{more}", found.typed.of(&self.text))];
        let start = self.text[..found.word.start].rfind('\n').map_or(0, |at| at + 1);
        let before = self.text[start..found.word.start].trim_start();
        let rest = self.text[found.word.end..].lines().next().unwrap_or_default();
        for DeskCompletion { label, text, filter, detail, about, .. } in &found.items {
            if let Some(about) = about {
                shown(about);
            }
            let keyed = if filter == label { String::new() } else { format!(" | by “{filter}”") };
            lines.push(format!("{before}{text}{rest} | {detail}{keyed}"));
        }
        lines.join("\n")
    }
}

/// A card, after a look at its markup: no link but ours.
fn shown(card: &Described) -> String {
    for event in Parser::new(&card.markdown) {
        match event {
            Event::Start(Tag::Link { dest_url, .. }) => {
                assert!(dest_url.contains("#L") || dest_url.starts_with("https://"), "{dest_url}");
            }
            Event::Start(Tag::Paragraph | Tag::Strong | Tag::Emphasis | Tag::Strikethrough) => {}
            Event::End(_) | Event::Text(_) | Event::HardBreak | Event::Code(_) => {}
            other => panic!("{other:?} in {}", card.markdown),
        }
    }
    assert!(!card.plain.contains('`'), "{}", card.plain);
    card.markdown.replace("  \n", " ↵\n")
}
