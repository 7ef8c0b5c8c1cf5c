//! What an editor shows, as lines of a page, and the cursor in them.

use masthead::corpus::Snapshot;
use masthead::diagnostic::Edit;
use masthead::ide::{Completions, DocumentSymbol, Found, Hint, How, Lens, mentions_told};
use masthead::text::Span;

/// What is replaced (with the rest of the word, where the cursor stands in one), then the list.
pub(super) fn completions(found: Option<Completions>, text: &str) -> String {
    let Some(found) = found else { return "nothing".to_owned() };
    let replaced = |span: Span| span.of(text);
    let more = if found.complete { "" } else { "; more may follow" };
    let rest =
        if found.word == found.typed { String::new() } else { format!(" or “{}”", replaced(found.word)) };
    let mut lines = vec![format!("for “{}”{rest}{more}", replaced(found.typed))];
    for item in &found.items {
        let keyed =
            if item.filter == item.text { String::new() } else { format!(" | by “{}”", item.filter) };
        lines.push(format!("{} | {} | {:?}{keyed}", item.text, item.detail, item.kind));
    }
    lines.join("\n")
}

/// Each hint in its line: "So said Ryu[ Je-myung, second vice minister]".
pub(super) fn hints(hints: &[Hint], text: &str) -> String {
    let line = |hint: &Hint| {
        let start = text[..hint.at].rfind('\n').map_or(0, |end| end + 1);
        format!("{}[ {}]", &text[start..hint.at], hint.text)
    };
    hints.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Each first reference with what stands above it.
pub(super) fn lenses(lenses: Vec<Lens>, snapshot: &Snapshot, text: &str) -> String {
    let line =
        |Lens { span, name }: Lens| format!("“{}” | {}", span.of(text), mentions_told(snapshot, &name).0);
    lenses.into_iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The lines that each fold begins and ends with.
pub(super) fn folds(spans: &[Span], text: &str) -> String {
    let line = |at: usize| text[..at].matches('\n').count() + 1;
    let fold = |span: &Span| {
        let head = span.of(text).lines().next().unwrap_or_default();
        format!("{}-{} {head}", line(span.start), line(span.end))
    };
    spans.iter().map(fold).collect::<Vec<_>>().join("\n")
}

/// What a selection grows to; of long texts their ends.
pub(super) fn selections(spans: &[Span], text: &str) -> String {
    let shown = |span: &Span| {
        let text = span.of(text).replace('\n', "⏎");
        let (chars, count) =
            (|from, to| text.chars().skip(from).take(to).collect::<String>(), text.chars().count());
        if count <= 60 { text.clone() } else { format!("{} … {}", chars(0, 30), chars(count - 20, 20)) }
    };
    spans.iter().map(|span| format!("“{}”", shown(span))).collect::<Vec<_>>().join("\n")
}

pub(super) fn outline(symbols: &[DocumentSymbol], depth: usize) -> String {
    let mut text = String::new();
    for symbol in symbols {
        assert!(symbol.span.covers(symbol.selection), "{symbol:?}");
        let detail = if symbol.detail.is_empty() { String::new() } else { format!(" | {}", symbol.detail) };
        text += &format!("{}{}{detail} | {:?}\n", "  ".repeat(depth), symbol.name, symbol.kind);
        text += &outline(&symbol.children, depth + 1);
    }
    text
}

pub(super) fn who(found: &[Found]) -> String {
    let how = |how: &How| match how {
        How::Form(form) => format!("is “{form}”"),
        How::Part(part) => format!("has “{part}”"),
        How::Office(office) => format!("holds “{office}”"),
        How::Words(form) => format!("in “{form}”"),
        How::Near(form) => format!("near “{form}”"),
        How::Possibly(form) => format!("possibly “{form}”"),
    };
    found
        .iter()
        .map(|f| format!("{} | {} | {}", f.title, f.detail, how(&f.how)))
        .collect::<Vec<_>>()
        .join("\n")
}

/// `text` after edits that are in order and never overlap.
pub(super) fn edited(text: &str, edits: &[Edit]) -> String {
    let (mut out, mut at) = (String::new(), 0);
    for edit in edits {
        out.push_str(&text[at..edit.span.start]);
        out.push_str(&edit.text);
        at = edit.span.end;
    }
    out + &text[at..]
}

/// The text without its `$0` marks, and the cursor or selection that they show.
pub(super) fn take_cursor(text: &str) -> (String, Option<Span>) {
    let text = text.replace("\\r", "\r");
    let Some(start) = text.find("$0") else { return (text, None) };
    let text = text.replacen("$0", "", 1);
    match text.find("$0") {
        Some(end) => (text.replacen("$0", "", 1), Some(Span::new(start, end))),
        None => (text, Some(Span::new(start, start))),
    }
}
