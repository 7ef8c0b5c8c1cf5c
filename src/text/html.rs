//! Where an HTML block begins and what ends it (CommonMark 0.31, section 4.6).

/// What ends an HTML block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HtmlEnd {
    /// The line that holds this, in any case.
    Mark(&'static str),
    /// A blank line.
    Blank,
}

impl HtmlEnd {
    /// True when `line` ends the block, and belongs to it.
    pub(super) fn is_in(self, line: &[u8]) -> bool {
        match self {
            HtmlEnd::Mark(mark) => line.windows(mark.len()).any(|w| w.eq_ignore_ascii_case(mark.as_bytes())),
            HtmlEnd::Blank => false,
        }
    }
}

/// Tags that begin an HTML block wherever they begin a line.
const BLOCK_TAGS: [&str; 62] = [
    "address",
    "article",
    "aside",
    "base",
    "basefont",
    "blockquote",
    "body",
    "caption",
    "center",
    "col",
    "colgroup",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "frame",
    "frameset",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "iframe",
    "legend",
    "li",
    "link",
    "main",
    "menu",
    "menuitem",
    "nav",
    "noframes",
    "ol",
    "optgroup",
    "option",
    "p",
    "param",
    "search",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "title",
    "tr",
    "track",
    "ul",
];

/// What ends the HTML block that `line` opens, if it opens one. `alone` also takes a line that holds nothing
/// but one tag of any name.
pub(super) fn block_start(line: &[u8], alone: bool) -> Option<HtmlEnd> {
    let tag = line.strip_prefix(b"<")?;
    raw_text_end(tag)
        .map(HtmlEnd::Mark)
        .or_else(|| is_block_tag(tag).then_some(HtmlEnd::Blank))
        .or_else(|| (alone && is_lone_tag(tag)).then_some(HtmlEnd::Blank))
}

/// The mark that ends a comment, a declaration, or an element whose text is raw.
fn raw_text_end(tag: &[u8]) -> Option<&'static str> {
    for (name, end) in
        [("pre", "</pre>"), ("style", "</style>"), ("script", "</script>"), ("textarea", "</textarea>")]
    {
        let found = tag.get(..name.len()).is_some_and(|n| n.eq_ignore_ascii_case(name.as_bytes()));
        if found && tag.get(name.len()).is_none_or(|b| b.is_ascii_whitespace() || *b == b'>') {
            return Some(end);
        }
    }
    match tag {
        [b'!', b'-', b'-', ..] => Some("-->"),
        [b'?', ..] => Some("?>"),
        _ if tag.starts_with(b"![CDATA[") => Some("]]>"),
        [b'!', letter, ..] if letter.is_ascii_alphabetic() => Some(">"),
        _ => None,
    }
}

fn is_block_tag(tag: &[u8]) -> bool {
    let tag = tag.strip_prefix(b"/").unwrap_or(tag);
    let len = tag.iter().take(11).take_while(|b| b.is_ascii_alphanumeric()).count();
    let after = &tag[len..];
    let closed =
        after.first().is_none_or(|b| b.is_ascii_whitespace() || *b == b'>') || after.starts_with(b"/>");
    closed && BLOCK_TAGS.iter().any(|name| name.as_bytes().eq_ignore_ascii_case(&tag[..len]))
}

/// True when `tag` (without its "<") is one whole tag with nothing but white space behind it.
fn is_lone_tag(tag: &[u8]) -> bool {
    let (closing, tag) = match tag.strip_prefix(b"/") {
        Some(tag) => (true, tag),
        None => (false, tag),
    };
    if !tag.first().is_some_and(u8::is_ascii_alphabetic) {
        return false;
    }
    let mut rest = skip(tag, |b| b.is_ascii_alphanumeric() || b == b'-');
    while let Some(after) = attribute(rest).filter(|_| !closing) {
        rest = after;
    }
    rest = rest.trim_ascii_start();
    rest = rest.strip_prefix(b"/").filter(|_| !closing).unwrap_or(rest);
    rest.strip_prefix(b">").is_some_and(|rest| rest.trim_ascii().is_empty())
}

/// Reads ` name`, ` name=value`, ` name="value"`; `None` when there is none, or a broken one.
fn attribute(tag: &[u8]) -> Option<&[u8]> {
    let name = tag.trim_ascii_start();
    let first = *name.first()?;
    if name.len() == tag.len() || !(first.is_ascii_alphabetic() || matches!(first, b'_' | b':')) {
        return None;
    }
    let rest = skip(name, |b| b.is_ascii_alphanumeric() || b"_.:-".contains(&b));
    let Some(value) = rest.trim_ascii_start().strip_prefix(b"=") else { return Some(rest) };
    let value = value.trim_ascii_start();
    match value.first()? {
        quote @ (b'"' | b'\'') => {
            let end = memchr::memchr(*quote, &value[1..])?;
            Some(&value[end + 2..])
        }
        _ => {
            let rest = skip(value, |b| !b.is_ascii_whitespace() && !b"\"'=<>`".contains(&b));
            (rest.len() < value.len()).then_some(rest)
        }
    }
}

fn skip(bytes: &[u8], keep: impl Fn(u8) -> bool) -> &[u8] {
    &bytes[bytes.iter().take_while(|b| keep(**b)).count()..]
}
