//! Where an entry stands in a catalog file that may be half written.

use crate::text::Span;

/// The header of the entry `id`, or the line of its id where no header stands above that; `None` where no line gives the
/// id. It is looked for line by line: what a person is typing need not be TOML.
pub fn find_entry(text: &str, id: &str) -> Option<Span> {
    let (mut header, mut start) = (None, 0);
    for line in text.split_inclusive('\n') {
        let place = Span::new(start, start + line.trim_end().len());
        start += line.len();
        if line.trim_start().starts_with('[') {
            header = line.trim_start().starts_with("[[entity").then_some(place);
        } else if given_id(line) == Some(id) {
            return Some(header.unwrap_or(place));
        }
    }
    None
}

/// The id that a line gives, with its quotes or one of them.
fn given_id(line: &str) -> Option<&str> {
    let value = line.trim_start().strip_prefix("id")?.trim_start().strip_prefix('=')?;
    let value = value.split('#').next().unwrap_or_default();
    Some(value.trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\'')))
}

#[cfg(test)]
mod tests {
    use super::find_entry;

    #[test]
    fn an_entry_is_found_in_whatever_state_its_file_is() {
        let found = |text: &'static str| find_entry(text, "quay").map(|span| span.of(text));
        assert_eq!(
            found("[[entity]]\nid = \"boats\"\n[[entity]] # q\r\nname = \"Q\nid = 'quay' # q\n"),
            Some("[[entity]] # q")
        );
        assert_eq!(found("[[entity]\nid=\"quay"), Some("[[entity]"));
        assert_eq!(found("[[entity]]\n[files]\n id = \"quay\"\n"), Some(" id = \"quay\""));
        assert_eq!(found("[[entity]]\nid = \"quays\"\nbroader = \"quay\"\nidea = \"quay\"\n"), None);
    }
}
