//! The findings of an open article as they are sent, and as they were sent last: from one keystroke to the next most of
//! them say the same, and only stand elsewhere.

use super::super::abilities::Abilities;
use super::diagnostics::{Owner, also, one};
use super::place::{place_range, range_between};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text::{Point, Span};
use serde::Serialize;
use std::borrow::Cow;
use std::path::Path;
use std::sync::Arc;
use tower_lsp::ls_types::Range;

/// What was sent last of an article's findings.
#[derive(Debug, Default)]
pub(crate) struct Sent {
    /// In the order in which they were sent.
    texts: Vec<Text>,
    /// Bytes of all.
    length: usize,
    /// Which findings they are, as the judgement counts: where it is the same again, each is what it was but for its places.
    which: u64,
}

impl Sent {
    /// The JSON list of what [`diagnostics`](super::diagnostics::diagnostics) makes of `found`, which is remembered; `which`
    /// they are is told by the judgement, and `points` gives where a span begins and ends.
    pub(crate) fn list(
        &mut self,
        found: &[Cow<Diagnostic>],
        which: u64,
        points: &dyn Fn(Span) -> [Point; 2],
        owner: Owner,
        abilities: &Abilities,
    ) -> Vec<u8> {
        // What is made of the findings as they are told does not change with their places.
        let all_same = std::mem::replace(&mut self.which, which) == which && self.texts.len() == found.len();
        if !all_same {
            self.follow(found, owner, abilities);
        }
        let mut json = Vec::with_capacity(self.length + 1_000);
        json.push(b'[');
        for (text, finding) in self.texts.iter_mut().zip(found) {
            // But for what is put into words anew each time, since that tells of places.
            if all_same && matches!(finding, Cow::Owned(_)) && !text.is_of(finding) {
                *text = Text::of(finding, owner, abilities);
            }
            if json.len() > 1 {
                json.push(b',');
            }
            text.write(finding, points, abilities, &mut json);
        }
        json.push(b']');
        self.length = json.len();
        json
    }

    /// Makes the texts those of `found`, with what is known of them.
    fn follow(&mut self, found: &[Cow<Diagnostic>], owner: Owner, abilities: &Abilities) {
        /// So many of those that were sent last are passed over at once: more than one edit takes away.
        const AHEAD: usize = 8;

        let mut before: Vec<Option<Text>> = self.texts.drain(..).map(Some).collect();
        let mut next = 0;
        for finding in found {
            let ahead = &before[next..before.len().min(next + AHEAD)];
            let same = ahead.iter().position(|text| text.as_ref().is_some_and(|text| text.is_of(finding)));
            let kept = same.and_then(|same| {
                next += same + 1;
                before[next - 1].take()
            });
            self.texts.push(kept.unwrap_or_else(|| Text::of(finding, owner, abilities)));
        }
    }
}

/// The JSON of a finding without its ranges, and what it is made of.
#[derive(Debug)]
struct Text {
    rule: &'static str,
    severity: Severity,
    message: String,
    /// The file and the message of each related place, and whether it is told.
    related: Vec<(Arc<Path>, String, bool)>,
    json: Vec<u8>,
    /// Where in it a range is left out: the finding's own, then those of the related places that are told.
    ranges: Vec<usize>,
}

impl Text {
    fn of(finding: &Diagnostic, owner: Owner, abilities: &Abilities) -> Self {
        let bare = Diagnostic { related: Vec::new(), ..finding.clone() };
        let mut text = Text {
            rule: finding.rule,
            severity: finding.severity,
            message: finding.message.clone(),
            related: Vec::with_capacity(finding.related.len()),
            json: Vec::new(),
            ranges: Vec::new(),
        };
        text.push(&one(&bare, &|_| Point::default(), owner, abilities));
        for related in &finding.related {
            let told = also(related, owner, abilities);
            text.related.push((related.place.path.clone(), related.message.clone(), told.is_some()));
            let Some(mut told) = told else { continue };
            told.location.range = Range::default();
            // What belongs to a finding stands in a list at its end.
            let first = text.ranges.len() == 1;
            text.json.truncate(text.json.len() - if first { 1 } else { 2 });
            text.json.extend_from_slice(if first { br#","relatedInformation":["# } else { b"," });
            text.push(&told);
            text.json.extend_from_slice(b"]}");
        }
        text
    }

    /// Adds the JSON of what has one range, at the start of its text, and leaves that out.
    fn push(&mut self, told: &impl Serialize) {
        const START: &str = r#"{"start":{"line":0,"character":0},"end":{"line":0,"character":0}}"#;
        // ok: a diagnostic is made of strings and numbers, which JSON can always hold.
        let json = serde_json::to_string(told).unwrap_or_default();
        // In no string of JSON does a quotation mark stand without a stroke in front.
        let (front, behind) = json.split_once(START).unwrap_or((&json, ""));
        self.json.extend_from_slice(front.as_bytes());
        self.ranges.push(self.json.len());
        self.json.extend_from_slice(behind.as_bytes());
    }

    /// True for what is made of `finding`, wherever that stands.
    fn is_of(&self, finding: &Diagnostic) -> bool {
        self.rule == finding.rule
            && self.severity == finding.severity
            && self.message == finding.message
            && self.related.len() == finding.related.len()
            && self
                .related
                .iter()
                .zip(&finding.related)
                .all(|((path, message, _), related)| related.place.is_in(path) && *message == related.message)
    }

    /// Writes it with the ranges of `finding`.
    fn write(
        &self,
        finding: &Diagnostic,
        points: &dyn Fn(Span) -> [Point; 2],
        abilities: &Abilities,
        json: &mut Vec<u8>,
    ) {
        let encoding = abilities.encoding;
        let [start, end] = points(finding.span);
        let own = range_between(start, end, encoding);
        let told = self.related.iter().zip(&finding.related).filter(|((_, _, told), _)| *told);
        let others = told.map(|(_, related)| place_range(&related.place, encoding));
        let mut written = 0;
        for (at, range) in self.ranges.iter().zip(std::iter::once(own).chain(others)) {
            json.extend_from_slice(&self.json[written..*at]);
            write_range(range, json);
            written = *at;
        }
        json.extend_from_slice(&self.json[written..]);
    }
}

/// Writes what the range is in JSON.
fn write_range(range: Range, json: &mut Vec<u8>) {
    let parts: [(&[u8], u32); 4] = [
        (br#"{"start":{"line":"#, range.start.line),
        (br#","character":"#, range.start.character),
        (br#"},"end":{"line":"#, range.end.line),
        (br#","character":"#, range.end.character),
    ];
    for (name, number) in parts {
        json.extend_from_slice(name);
        // ok: writing to memory cannot fail.
        let _ = serde_json::to_writer(&mut *json, &number);
    }
    json.extend_from_slice(b"}}");
}

#[cfg(test)]
mod tests {
    use super::super::diagnostics::diagnostics;
    use super::*;
    use crate::diagnostic::{Place, Related};
    use std::str::FromStr;
    use tower_lsp::ls_types::{InitializeParams, Uri};

    fn place(path: &str, line: u32) -> Place {
        let point = |column| Point { line, byte: column, utf16: column, char: column };
        Place { path: Path::new(path).into(), span: Span::new(4, 9), start: point(4), end: point(9) }
    }

    fn finding(at: usize, message: &str, related: &[(&str, u32)]) -> Diagnostic {
        let related = related.iter().map(|(path, line)| Related {
            place: place(path, *line),
            message: format!("see “{path}”, \"line\" {line}"),
        });
        let mut found =
            Diagnostic::new("avoided-name", Severity::Warning, Span::new(at, at + 3), message.to_owned());
        found.related = related.collect();
        found
    }

    #[test]
    fn what_is_kept_is_sent_as_what_is_made_anew() {
        let uri = Uri::from_str("file:///desk/typed%20here.md").unwrap();
        let owner = Owner { path: Path::new("/desk/typed here.md"), uri: &uri };
        let mut abilities = Abilities::of(&InitializeParams::default());
        let point = |at: usize| {
            let at = at as u32;
            Point { line: at / 10, byte: at % 10, utf16: at % 10, char: at % 10 }
        };
        let own = "/desk/typed here.md";
        let points = |span: Span| [point(span.start), point(span.end)];
        let others = [(own, 3), ("<starter>", 1), ("/desk/b.md", 7)];
        let states = [
            vec![finding(3, "“A”\nand \\", &[]), finding(25, "b", &others)],
            // The same as told by the judgement, elsewhere; the first tells where.
            vec![finding(3, "“A”\nand \\, line 2", &[]), finding(126, "b", &others)],
            vec![
                finding(4, "“A”\nand \\", &[]),
                finding(1_226, "b", &[(own, 4), ("<starter>", 1), ("/desk/b.md", 7)]),
            ],
            vec![
                finding(1_226, "b", &[(own, 4), ("/desk/b.md", 7)]),
                finding(1_300, "c", &[("<starter>", 1)]),
            ],
            vec![],
            vec![finding(1_226, "b", &[(own, 4), ("/desk/b.md", 7)])],
        ];
        for shown in [true, false] {
            abilities.related = shown;
            let mut sent = Sent::default();
            for (found, which) in states.iter().zip([1, 1, 2, 3, 4, 5]) {
                let tells_where = |finding: &Diagnostic| finding.message.contains("line 2");
                let told = found.iter().map(|finding| match tells_where(finding) {
                    true => Cow::Owned(finding.clone()),
                    false => Cow::Borrowed(finding),
                });
                let list = told.collect::<Vec<_>>();
                let list = sent.list(&list, which, &points, owner, &abilities);
                let anew = serde_json::to_string(&diagnostics(found, &point, owner, &abilities)).unwrap();
                assert_eq!(String::from_utf8(list).unwrap(), anew);
            }
        }
    }
}
