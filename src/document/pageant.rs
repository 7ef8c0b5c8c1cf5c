//! Whoever won the crown of a place: "Miss Nordhavn Ana Lund".

use super::lands::is_land;
use super::name_run::Units;
use super::traits::Traits;
use std::ops::Range;

impl Units<'_> {
    /// Where the person is named behind the place of a courtesy that is won, `title`, in a run that ends at `last`: of "Miss World
    /// Ana Lund" and "former Miss Nordhavn Ana Lund".
    pub(super) fn behind_pageant(&self, title: &Range<usize>, last: usize) -> Option<usize> {
        /// A given and a family name.
        const FEWEST: usize = 2;
        let place = title.end;
        let named = last > place + FEWEST && self.units[place + 1].capital;
        if !named || !matches!(self.word(place - 1), "Miss" | "Mr" | "Mrs") {
            return None;
        }
        let before = (place - 1).checked_sub(1).map_or("", |before| self.word(before));
        let won = || {
            matches!(before, "Former" | "Reigning" | "current" | "ex" | "former" | "reigning")
                && !self.is(place, Traits::GIVEN_NAME)
        };
        let land = |word: &str| matches!(word, "England" | "Scotland" | "Wales") || is_land(word);
        let contest =
            is_world(self.word(place)) || land(self.word(place)) && !is_given_name_too(self.word(place));
        (contest || won()).then_some(place + 1)
    }
}

/// True for all who may take part, which is no name by itself: "Miss Universe".
pub(super) fn is_world(word: &str) -> bool {
    matches!(word, "Earth" | "International" | "Universe" | "World")
}

/// True for a country that many are called after.
fn is_given_name_too(land: &str) -> bool {
    matches!(land, "India" | "Kenya")
}
