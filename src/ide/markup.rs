//! Text with a little markup, printed as Markdown or plain.
//!
//! Text from articles and catalogs comes in as it is and goes out escaped: it can neither become markup,
//! HTML or an image, nor a link. The only links are those made with [`Piece::Link`].

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Words.
    Text(String),
    /// Words that catch the eye.
    Strong(String),
    /// Words that say what follows on the line.
    Label(String),
    /// Words that stand back.
    Faint(String),
    /// Words that are wrong.
    Struck(String),
    /// Words to be written just so.
    Code(String),
    /// Words that lead somewhere.
    Link {
        /// The words.
        label: String,
        /// Where they lead.
        uri: String,
    },
}

/// A line of a card.
pub(super) type Line = Vec<Piece>;

/// Lines in paragraphs.
pub(super) type Page = Vec<Vec<Line>>;

/// The page as Markdown. Lines of one paragraph end in two spaces: a hard break that no client shows.
pub(super) fn markdown(page: &Page) -> String {
    print(page, "  \n", |line, piece| match piece {
        Piece::Text(text) => escape(text, line),
        Piece::Strong(text) | Piece::Label(text) => wrap(text, "**"),
        Piece::Faint(text) => wrap(text, "*"),
        Piece::Struck(text) => wrap(text, "~~"),
        Piece::Code(text) => format!("`{}`", one_line(text).replace('`', "'")),
        Piece::Link { label, uri } => format!("[{}]({})", escape(label, "["), escape_uri(uri)),
    })
}

/// The page without any markup; links are left out of it, their words stay.
pub(super) fn plain(page: &Page) -> String {
    print(page, "\n", |_, piece| match piece {
        Piece::Text(text) | Piece::Strong(text) | Piece::Faint(text) => one_line(text),
        Piece::Struck(text) | Piece::Code(text) => one_line(text),
        Piece::Label(text) => format!("{}:", one_line(text)),
        Piece::Link { label, .. } => one_line(label),
    })
}

/// Joins what `piece` makes of each piece; it is given the line so far.
fn print(page: &Page, line_break: &str, piece: impl Fn(&str, &Piece) -> String) -> String {
    let line = |pieces: &Line| {
        let mut line = String::new();
        for one in pieces {
            let printed = piece(&line, one);
            line.push_str(&printed);
        }
        line
    };
    let paragraph = |lines: &Vec<Line>| lines.iter().map(line).collect::<Vec<_>>().join(line_break);
    page.iter().map(paragraph).filter(|p| !p.is_empty()).collect::<Vec<_>>().join("\n\n")
}

/// `text` between marks, which count as such only directly beside the words.
fn wrap(text: &str, mark: &str) -> String {
    match escape(text.trim(), mark) {
        empty if empty.is_empty() => empty,
        text => format!("{mark}{text}{mark}"),
    }
}

/// The text on one line: control characters and runs of white space become one space each. Characters that
/// turn the writing direction are dropped, since they could make a line read as something else.
pub(super) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {}
            c if c.is_whitespace() || c.is_control() => {
                if !line.ends_with(' ') {
                    line.push(' ');
                }
            }
            c => line.push(c),
        }
    }
    line
}

/// `text` so that Markdown shows it as it is, behind `before` on the same line.
///
/// Clients show a needless backslash, so only what can act as markup is escaped: the marks of inline markup
/// anywhere, block marks at the start of a line, and what bare addresses are recognised by.
fn escape(text: &str, before: &str) -> String {
    let text = one_line(text);
    let mut escaped = String::with_capacity(text.len() + 8);
    let starts_line = before.is_empty();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    for (at, c) in text.char_indices() {
        let rest = &text[at + c.len_utf8()..];
        let active = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '~' | '|' | '@' => true,
            '&' => entity(rest),
            ':' => rest.starts_with("//"),
            '.' if text[..at].len() >= 3 && text.as_bytes()[at - 3..at].eq_ignore_ascii_case(b"www") => true,
            '#' | '+' | '-' | '=' => starts_line && at == 0,
            '.' | ')' => starts_line && digits > 0 && at == digits,
            _ => false,
        };
        if active {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// True when `&` before `rest` would be read as a character reference: "&amp;".
fn entity(rest: &str) -> bool {
    // The longest name of a character reference has 31 letters.
    let name = rest.bytes().take(32).take_while(|b| b.is_ascii_alphanumeric() || *b == b'#').count();
    name > 0 && rest.as_bytes().get(name) == Some(&b';')
}

/// The address so that it cannot end its link early.
fn escape_uri(uri: &str) -> String {
    let mut escaped = String::with_capacity(uri.len());
    for c in uri.chars() {
        match c {
            '(' => escaped.push_str("%28"),
            ')' => escaped.push_str("%29"),
            '<' => escaped.push_str("%3C"),
            '>' => escaped.push_str("%3E"),
            '\\' => escaped.push_str("%5C"),
            ' ' => escaped.push_str("%20"),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use pulldown_cmark::{Event, Options, Parser};

    const NASTY: [&str; 14] = [
        "*bold* _it_ `code` ~~gone~~",
        "[click](command:rm) ![x](http://evil.example/p.png)",
        "<img src=x onerror=y> <b>x</b> <https://evil.example>",
        "# heading",
        "- item",
        "1. item",
        "12) item",
        "> quote",
        "&lt;b&gt; AT&T; R&D, Internet & Security",
        "a | b",
        "line\n\n    code\r\n<div>",
        "\u{202E}gnp.exe \u{0}\u{7}bell",
        "=== --- +++",
        "back\\slash \\* end\\",
    ];

    #[test]
    fn text_stays_text() {
        for text in NASTY {
            let page = vec![vec![vec![Piece::Text(text.into())], vec![Piece::Text(text.into())]]];
            let markdown = markdown(&page);
            let mut shown = String::new();
            for event in Parser::new_ext(&markdown, Options::all()) {
                match event {
                    Event::Text(text) => shown.push_str(&text),
                    Event::HardBreak => shown.push('\n'),
                    Event::Start(tag) => assert_eq!(tag, pulldown_cmark::Tag::Paragraph, "{markdown}"),
                    Event::End(_) => {}
                    other => panic!("{other:?} in {markdown}"),
                }
            }
            let line = one_line(text).trim_end().to_owned();
            // Smart quotes and dashes are an option of this parser alone.
            let plain = |s: &str| s.replace(['–', '—'], "-").replace("---", "-").replace("--", "-");
            assert_eq!(plain(&shown), plain(&format!("{line}\n{line}")), "{markdown}");
        }
    }

    #[test]
    fn bare_addresses_do_not_become_links() {
        let escaped = escape("see https://evil.example, www.evil.example, me@evil.example: now", "");
        assert_eq!(escaped, "see https\\://evil.example, www\\.evil.example, me\\@evil.example: now");
        assert_eq!(escape("WWW.x", ""), "WWW\\.x");
    }

    #[test]
    fn what_needs_no_backslash_has_none() {
        let text = "Korea Internet & Security Agency (KISA), R&D - GPT-5.5-Cyber! 1. #1 'x' “y” 류제명";
        assert_eq!(escape(text, ""), text);
        assert_eq!(escape("- #", "x"), "- #");
    }

    #[test]
    fn marks_stand_beside_words_and_addresses_are_whole() {
        let page = vec![vec![vec![
            Piece::Strong(" a*b ".into()),
            Piece::Struck(" ".into()),
            Piece::Link { label: "x]y".into(), uri: "file:///a (b)>.md#L1".into() },
        ]]];
        assert_eq!(markdown(&page), "**a\\*b**[x\\]y](file:///a%20%28b%29%3E.md#L1)");
        assert_eq!(plain(&page), " a*b  x]y");
    }
}
