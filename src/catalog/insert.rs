//! Puts a new entry into a catalog file, at its place among the others.

use super::parse::parse;
use std::path::Path;
use toml_edit::DocumentMut;

/// `text`, a catalog file, with `entry` (as [`new_entry`](super::new_entry) writes it) in front of the first entry
/// whose id comes after `id`, or at the end; all else stays byte for byte. The entry takes the line ends of the
/// file. `None` where `text` cannot be read, or would not hold one entry more and no fault more than before.
pub fn insert_entry(text: &str, id: &str, entry: &str) -> Option<String> {
    let before = parse(Path::new(""), text, false);
    let next = before.entries.iter().find(|other| *other.id.value > *id);
    let at = next.map_or(text.len(), |next| with_comments(text, next.span.start));
    let (head, tail) = text.split_at(at);
    let line_break = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let mut new = head.to_owned();
    let blank = line_break.repeat(2);
    if !head.trim_start_matches('\u{feff}').is_empty() {
        while !new.ends_with(&blank) {
            new.push_str(line_break);
        }
    }
    new.push_str(&entry.trim_end().replace('\n', line_break));
    new.push_str(if tail.is_empty() { line_break } else { &blank });
    new.push_str(tail);
    let after = parse(Path::new(""), &new, false);
    let one_more = after.entries.len() == before.entries.len() + 1;
    let sound = after.faults.len() == before.faults.len()
        && new.trim_start_matches('\u{feff}').parse::<DocumentMut>().is_ok();
    (one_more && sound).then_some(new)
}

/// Where the entry whose header is at `header` begins: with the comment lines right above it.
fn with_comments(text: &str, header: usize) -> usize {
    let mut start = text[..header].rfind('\n').map_or(0, |at| at + 1);
    while start > 0 {
        let above = &text[..start - 1];
        let line = above.rfind('\n').map_or(0, |at| at + 1);
        if !above[line..].trim_start_matches('\u{feff}').starts_with('#') {
            break;
        }
        start = line;
    }
    if start == 0 && text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { start }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENTRY: &str = "# new\n[[entity]]\nid = \"m\"\nkind = \"place\"\nname = \"M\"\n";

    fn entry(id: &str) -> String {
        format!("[[entity]]\nid = \"{id}\"\nkind = \"place\"\nname = \"{id}-town\" # as it is\n")
    }

    #[test]
    fn an_entry_goes_to_its_place_and_all_else_stays() {
        let (a, z) = (entry("a"), entry("z"));
        let cases = [
            (String::new(), ENTRY.to_owned()),
            ("# head\n".to_owned(), format!("# head\n\n{ENTRY}")),
            (a.clone(), format!("{a}\n{ENTRY}")),
            (z.clone(), format!("{ENTRY}\n{z}")),
            (format!("{a}\n# of z\n{z}\n# tail"), format!("{a}\n{ENTRY}\n# of z\n{z}\n# tail")),
            (format!("# head\n\n{a}{z}"), format!("# head\n\n{a}\n{ENTRY}\n{z}")),
        ];
        for (text, expected) in cases {
            assert_eq!(insert_entry(&text, "m", ENTRY).as_deref(), Some(&*expected), "{text}");
            let windows = |text: &str| format!("\u{feff}{}", text.replace('\n', "\r\n"));
            let in_windows = insert_entry(&windows(&text), "m", ENTRY);
            assert!(text.is_empty() || in_windows == Some(windows(&expected)), "{text}: {in_windows:?}");
        }
    }

    #[test]
    fn a_file_that_cannot_take_it_is_left_alone() {
        for text in
            ["[[entity]\nid = ", "entity = [\n  { id = \"a\", kind = \"place\", name = \"A-town\" },\n]\n"]
        {
            assert_eq!(insert_entry(text, "m", ENTRY), None, "{text}");
        }
        assert_eq!(insert_entry(&entry("m"), "m", ENTRY), None, "the id is taken");
    }
}
