//! New names that articles are looked through for.

use super::texts::Texts;
use std::cell::Cell;

/// New names that articles are looked through for. The articles of a folder share their texts, which hold nothing twice: once
/// a name is found there, its number tells it, and no other text is looked at.
#[derive(Debug)]
pub struct Sought<'n>(Vec<(&'n str, Cell<Found>)>);

/// Where a name was found last, and its number there.
type Found = Option<(*const Texts, u32)>;

impl<'n> Sought<'n> {
    /// These names, each in its fullest form.
    pub fn new(names: impl IntoIterator<Item = &'n str>) -> Self {
        Self(names.into_iter().map(|name| (name, Cell::default())).collect())
    }

    /// True for the text of a number that is one of them.
    pub(super) fn is(&self, texts: &Texts, number: u32) -> bool {
        self.0.iter().any(|(name, found)| match found.get() {
            Some((there, known)) if std::ptr::eq(there, texts) => known == number,
            _ => {
                let same = texts.get(number) == *name;
                if same {
                    found.set(Some((texts, number)));
                }
                same
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::texts::TextsBuilder;
    use super::*;

    #[test]
    fn a_name_is_found_in_whatever_texts() {
        let texts = |all: &[&str]| {
            let mut texts = TextsBuilder::default();
            all.iter().for_each(|text| _ = texts.number(text));
            texts.finish()
        };
        let (folder, open) = (texts(&["Ana Lund", "Takvik", "Ida Holm"]), texts(&["Takvik", "Ida Holm"]));
        let sought = Sought::new(["Ida Holm", "Takvik", "Ole Dahl"]);
        for _ in 0..2 {
            let found = |texts: &Texts| (0..4).map(|number| sought.is(texts, number)).collect::<Vec<_>>();
            assert_eq!(found(&folder), [false, true, true, false]);
            assert_eq!(found(&open), [true, true, false, false]);
        }
    }
}
