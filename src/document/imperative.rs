//! Sentences that begin with what the reader shall do: "Ask Ana Lund", "Take Friday's boat"; and lines that say whose work they
//! stand by: "Photo Ana Lund".

use super::name_run::Units;
use super::traits::Traits;

impl Units<'_> {
    /// True for the "Take" of "Take Ana Lund's vote" and "Take Friday's boat", with which a sentence begins.
    pub(super) fn is_imperative(&self, at: usize) -> bool {
        let person = || self.is(at + 1, Traits::GIVEN_NAME) && self.may_follow(at + 2);
        let day = || self.is(at + 1, Traits::CALENDAR) && self.units[at + 1].possessive;
        // "Credit Orvina Lund for the Takvik Post".
        let credit = || {
            let two = self.may_follow(at + 1) && self.may_follow(at + 2);
            self.word(at) == "Credit" && two && self.word(at + 3) == "for"
        };
        is_imperative(self.word(at)) && (person() || day() || credit())
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
            | "Congratulations"
            | "Consider"
            | "Contact"
            | "Credit"
            | "Email"
            | "Follow"
            | "Give"
            | "Help"
            | "Illustration"
            | "Images"
            | "Join"
            | "Meet"
            | "Photo"
            | "Photograph"
            | "Picture"
            | "Pictures"
            | "Read"
            | "See"
            | "Take"
            | "Thank"
            | "Thanks"
            | "Watch"
            | "Welcome"
            | "Witness"
            | "Words"
    )
}
