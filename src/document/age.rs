//! What only persons have beside their names: an age, and a clause on who they are.

use super::name_run::Units;
use super::unit::Join;
use std::ops::Range;

impl Units<'_> {
    /// True for an age behind a comma: "Jason Kwon, 45, said"; not "Carver Crater, 40 kilometres from the pole".
    pub(super) fn is_aged(&self, at: usize) -> bool {
        self.units.get(at).is_some_and(|unit| unit.join == Join::Comma)
            && matches!(self.word(at).as_bytes(), [b'1'..=b'9', b'0'..=b'9'])
            && self.units.get(at + 1).is_none_or(|next| next.join != Join::Space)
    }

    /// True behind an age: "said 23-year-old Ana Lund"; not "the 30-year-old Hapsel Rover", which is a car.
    pub(super) fn is_behind_age(&self, at: usize) -> bool {
        let head = self.text[..self.units[at].span.start].strip_suffix("-year-old ");
        let Some(head) = head.map(|head| head.trim_end_matches(|c: char| c.is_ascii_digit())) else {
            return false;
        };
        let word = head.trim_end().rsplit([' ', '\n']).next().unwrap_or("");
        !["a", "an", "her", "his", "its", "my", "our", "that", "the", "their", "this"]
            .iter()
            .any(|owner| owner.eq_ignore_ascii_case(word))
    }

    /// True for one person inside a sentence of whom a clause says who that is: "they met Ana Lund, who is a pilot"; not "of Takvik
    /// Rovers, who was", where somebody is a rover, and not "Takvik Rovers, who were".
    pub(super) fn is_who(&self, part: &Range<usize>) -> bool {
        let behind = &self.text[self.units[part.end - 1].span.end..];
        let Some(clause) = behind.strip_prefix(", who ") else { return false };
        let before = part.start.checked_sub(1).filter(|_| !self.units[part.start].starts);
        let link =
            |at| matches!(self.word(at), "at" | "by" | "for" | "from" | "in" | "of" | "on" | "the" | "with");
        let verb = clause.split(' ').next();
        part.len() > 1 && matches!(verb, Some("has" | "is" | "was")) && before.is_some_and(|at| !link(at))
    }
}
