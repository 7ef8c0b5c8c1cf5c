//! Several edits of one text, told as one.

use crate::text::Span;

/// What became of a text by one edit or several: `old` of the text before is `new` of the text now.
///
/// Edits that lie apart are told as one that covers what is between them too: a little more is read again,
/// and it is read once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Splice {
    /// Bytes of the text before.
    pub(super) old: Span,
    /// Bytes of the text now.
    pub(super) new: Span,
}

impl Splice {
    /// One edit: `span` gave way to `length` bytes.
    pub(super) fn new(span: Span, length: usize) -> Self {
        Self { old: span, new: Span::new(span.start, span.start + length) }
    }

    /// This one, and then in the text now `span` gave way to `length` bytes.
    pub(super) fn then(self, span: Span, length: usize) -> Self {
        let start = self.new.start.min(span.start);
        // What lies behind both edits ends here in the text between them, …
        let end = self.new.end.max(span.end);
        // … and is as far from the end of the old text as from that of the text between.
        let old_end = self.old.end + (end - self.new.end);
        let new_end = end - span.len() + length;
        Self { old: Span::new(start, old_end), new: Span::new(start, new_end) }
    }
}

#[cfg(test)]
mod tests {
    use super::Splice;
    use crate::text::Span;

    /// Replaces pseudo-random spans many times and checks each time that the splice leads from the first
    /// text to the present one.
    #[test]
    fn many_edits_lead_to_the_same_text() {
        let mut seed = 7_u64;
        let mut random = |below: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) as usize % below
        };
        for _ in 0..500 {
            let before: String = (0..40).map(|i| char::from(b'a' + i % 26)).collect();
            let mut now = before.clone();
            let mut all: Option<Splice> = None;
            for step in 0..6 {
                let start = random(now.len() + 1);
                let end = start + random(now.len() + 1 - start);
                let insert = "0123456789".repeat(2)[..random(12)].to_owned();
                now.replace_range(start..end, &insert);
                let span = Span::new(start, end);
                let splice = match all {
                    None => Splice::new(span, insert.len()),
                    Some(splice) => splice.then(span, insert.len()),
                };
                let mut rebuilt = before.clone();
                rebuilt.replace_range(splice.old.start..splice.old.end, splice.new.of(&now));
                assert_eq!(rebuilt, now, "step {step}");
                all = Some(splice);
            }
        }
    }
}
