//! Sentences that begin with what the reader shall do: "Ask Ana Lund", "Take Friday's boat".

use super::name_run::Units;
use super::traits::Traits;

impl Units<'_> {
    /// True for the "Take" of "Take Ana Lund's vote" and "Take Friday's boat", with which a sentence begins.
    pub(super) fn is_imperative(&self, at: usize) -> bool {
        let person = || self.is(at + 1, Traits::GIVEN_NAME) && self.may_follow(at + 2);
        let day = || self.is(at + 1, Traits::CALENDAR) && self.units[at + 1].possessive;
        is_imperative(self.word(at)) && (person() || day())
    }
}

/// True for what a sentence tells its reader to do with somebody; not for what is a given name too, such as "Grace" and "Mark".
pub(super) fn is_imperative(word: &str) -> bool {
    matches!(
        word,
        "Ask"
            | "Blame"
            | "Bring"
            | "Call"
            | "Compare"
            | "Consider"
            | "Follow"
            | "Give"
            | "Help"
            | "Join"
            | "Meet"
            | "Picture"
            | "See"
            | "Take"
            | "Thank"
            | "Watch"
            | "Welcome"
            | "Witness"
    )
}
