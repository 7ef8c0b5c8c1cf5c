//! Pieces of TOML notation that formatting keeps: comments, and values on one line.

use toml_edit::{Decor, InlineTable, RawString, Value};

/// The keys inside `{ … }`, in the order in which they are written.
pub(super) const INNER_KEYS: &[&str] = &[
    "form", "type", "target", "title", "at", "text", "finds", "seen", "since", "until", "source", "inferred",
    "case", "severity", "unsure", "note",
];

/// A key's place in `order`; unknown ones come last.
pub(super) fn rank(order: &[&str], key: &str) -> usize {
    order.iter().position(|known| *known == key).unwrap_or(order.len())
}

/// The comments in a stretch between two pieces of TOML: blocks of lines, parted by empty lines.
#[derive(Clone, Default)]
pub(super) struct Comments<'d> {
    /// A comment that ends the line on which the stretch begins. It is the first line of the first block too.
    pub(super) line_end: Option<&'d str>,
    pub(super) blocks: Vec<Vec<&'d str>>,
    /// True when no empty line stands before the first block.
    close: bool,
    /// True when no empty line follows the last block.
    attached: bool,
}

impl<'d> Comments<'d> {
    pub(super) fn of(raw: &'d RawString) -> Self {
        // ok: a parsed document that may be changed has no borrowed pieces, so there is always a text.
        let text = raw.as_str().unwrap_or("");
        let mut comments = Self { line_end: trailing_comment(raw), ..Self::default() };
        let mut open = false;
        let lines: Vec<&str> = text.split('\n').map(str::trim).collect();
        for (i, line) in lines.iter().enumerate() {
            if line.starts_with('#') {
                if !open {
                    comments.blocks.push(Vec::new());
                }
                if let Some(block) = comments.blocks.last_mut() {
                    block.push(line);
                }
                open = true;
            } else if i + 1 < lines.len() {
                // The last piece is the indentation of what follows; any other one is an empty line.
                open = false;
            }
        }
        comments.close = lines.first().is_some_and(|line| line.starts_with('#'));
        comments.attached = open;
        comments
    }

    pub(super) fn before(decor: &'d Decor) -> Self {
        decor.prefix().map(Self::of).unwrap_or_default()
    }

    /// The same without a comment that ends the line above.
    pub(super) fn without_line_end(&self) -> Self {
        let mut rest = self.clone();
        if rest.line_end.take().is_some()
            && let Some(first) = rest.blocks.first_mut()
        {
            first.remove(0);
        }
        rest
    }

    /// Takes the comment away that stands right below what is above: it begins without an empty line and ends with one, and
    /// speaks of that. `at_end` where nothing follows.
    pub(super) fn take_below(&mut self, at_end: bool) -> Option<Vec<&'d str>> {
        let apart = at_end || self.blocks.len() > 1 || !self.attached;
        (self.close && apart).then(|| self.blocks.remove(0))
    }

    /// From which block on they belong to what follows: the last one, when no empty line parts them.
    pub(super) fn attached_from(&self) -> usize {
        self.blocks.len() - usize::from(self.attached && !self.blocks.is_empty())
    }

    /// Writes them with the empty lines between them.
    pub(super) fn write(&self, out: &mut String) {
        for (i, block) in self.blocks.iter().enumerate() {
            Self::write_block(block, "", out);
            if i + 1 < self.blocks.len() || !self.attached {
                out.push('\n');
            }
        }
    }

    /// Writes them without empty lines, each behind `indent`.
    pub(super) fn write_close(&self, indent: &str, out: &mut String) {
        self.blocks.iter().for_each(|block| Self::write_block(block, indent, out));
    }

    pub(super) fn write_block(block: &[&str], indent: &str, out: &mut String) {
        for line in block {
            out.push_str(indent);
            out.push_str(line);
            out.push('\n');
        }
    }
}

/// The comment that ends the line on which a stretch begins.
pub(super) fn trailing_comment(raw: &RawString) -> Option<&str> {
    raw.as_str()?.split('\n').next().map(str::trim).filter(|line| line.starts_with('#'))
}

/// A value on one line, without what stands around it. One with comments inside is kept as written.
pub(super) fn inline(value: &Value) -> String {
    if has_comment(value) {
        let mut kept = value.clone();
        kept.decor_mut().clear();
        return kept.to_string().trim().to_owned();
    }
    match value {
        Value::Array(array) => {
            let items: Vec<String> = array.iter().map(inline).collect();
            format!("[{}]", items.join(", "))
        }
        Value::InlineTable(table) if table.is_empty() => "{}".to_owned(),
        Value::InlineTable(table) => format!("{{ {} }}", inline_pairs(table).join(", ")),
        _ => {
            let mut bare = value.clone();
            bare.decor_mut().clear();
            bare.to_string().trim().to_owned()
        }
    }
}

fn inline_pairs(table: &InlineTable) -> Vec<String> {
    let mut values = table.get_values();
    values.sort_by_key(|(path, _)| path.first().map(|key| rank(INNER_KEYS, key.get())));
    let pair = |(path, value): (Vec<&toml_edit::Key>, &Value)| {
        let names: Vec<_> = path.iter().map(|key| key.display_repr()).collect();
        format!("{} = {}", names.join("."), inline(value))
    };
    values.into_iter().map(pair).collect()
}

/// True when a comment stands inside the brackets of a value.
fn has_comment(value: &Value) -> bool {
    let holds = |raw: Option<&RawString>| raw.and_then(RawString::as_str).is_some_and(|t| t.contains('#'));
    let around = |decor: &Decor| holds(decor.prefix()) || holds(decor.suffix());
    match value {
        Value::Array(array) => {
            holds(Some(array.trailing()))
                || array.iter().any(|item| around(item.decor()) || has_comment(item))
        }
        Value::InlineTable(table) => {
            holds(Some(table.trailing()))
                || table.get_values().iter().any(|(path, value)| {
                    path.iter().any(|key| around(key.leaf_decor()) || around(key.dotted_decor()))
                        || around(value.decor())
                        || has_comment(value)
                })
        }
        _ => false,
    }
}
