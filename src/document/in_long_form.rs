//! Known names in and beside the long forms of acronyms.

use super::lexicon;
use super::paragraph::Paragraph;
use super::unit::is_acronym;
use crate::catalog::{Catalog, Kind};
use crate::text::Span;

impl Paragraph {
    /// A known name inside a capitalised long form is a part of that name: "Cybersecurity" in "Cybersecurity
    /// and Infrastructure Security Agency (CISA)". A country's letters in front of one are the country's: "US Harbour Command (Harcom)".
    pub(super) fn enclose_in_long_forms(&mut self, catalog: &Catalog) {
        let long_forms = self.long_forms();
        let capitalised = |long: &&Span| long.of(&self.prose.text).starts_with(char::is_uppercase);
        for hit in &mut self.hits {
            let begun = long_forms.partition_point(|long| long.start <= hit.span.start);
            let around = long_forms[..begun].last().filter(capitalised);
            // "Japan's AI Safety Institute (J-AISI)" is still the institute, and it is still Japan's.
            let apart = |long: &Span| {
                let (before, behind) =
                    (&self.prose.text[long.start..hit.span.start], &self.prose.text[hit.span.end..long.end]);
                let owner = before.strip_suffix("'s ").or_else(|| before.strip_suffix("’s "));
                let owned = behind.is_empty() && owner.is_some_and(|name| !lexicon::ends_with_owner(name));
                owned || before.is_empty() && (behind.starts_with("'s ") || behind.starts_with("’s "))
            };
            let place =
                || hit.forms.iter().all(|f| catalog.entity(catalog.form(*f).entity).kind == Kind::Place);
            let next = long_forms.get(begun).filter(capitalised);
            let in_front = next.is_some_and(|long| {
                hit.span.end < long.start && self.prose.text[hit.span.end..long.start] == *" "
            });
            if in_front && is_acronym(hit.span.of(&self.prose.text)) && place() {
                hit.context.enclosed = false;
            }
            hit.context.enclosed |=
                around.is_some_and(|long| long.covers(hit.span) && *long != hit.span && !apart(long));
        }
    }
}
