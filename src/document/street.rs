//! Streets at the end of a sentence, whose short forms have a stop in any case.

use super::traits::Traits;
use super::unit::{Join, Unit};

/// True for the "Ave." of "She lives on Holm Ave. Officers left" and the "St." of "40 Holm St. Officers left"; without a number a
/// saint may follow, and a school on that street has its name.
pub(super) fn ends_street(text: &str, before: &[Unit], next: &Unit) -> bool {
    let [.., number, name, street] = before else { return false };
    let named = || name.capital && name.join == Join::Space && street.join == Join::Space;
    let numbered = || number.of(text).ends_with(|c: char| c.is_ascii_digit());
    let ends = match street.of(text) {
        "Ave." | "Blvd." | "Rd." => true,
        "St." => numbered() || name.of(text).starts_with(|c: char| c.is_ascii_digit()),
        _ => return false,
    };
    ends && named() && !next.traits.has(Traits::BODY.or(Traits::LANDMARK))
}

#[cfg(test)]
mod tests {
    use super::super::candidate::names_in;

    #[test]
    fn a_street_may_end_a_sentence() {
        for (text, expected) in [
            ("She lives at 40 Takvik St. Burial will follow.", "Takvik St."),
            ("Boats came to Takvik Rd. Officers left Holm Ave. Firemen stayed.", "Takvik Rd., Holm Ave."),
            ("He met Dolores St. Holm at Takvik Ave. School.", "Dolores St. Holm*, Takvik Ave. School"),
        ] {
            assert_eq!(names_in(text), expected, "{text}");
        }
    }
}
