//! Names that differ in what the companies are by law.

use crate::document::is_company_suffix;

/// Where companies are of some legal form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Law {
    English,
    Dutch,
    German,
    Nordic,
    Romance,
}

/// True for two names that have the same words and other legal forms: "Hapsel Inc" and "Hapsel Corp".
pub(super) fn have_other_forms(a: &str, b: &str) -> bool {
    form(a).zip(form(b)).is_some_and(|((name, one), (other_name, other))| name == other_name && one != other)
}

/// True where the legal forms of two such names are those of different countries: "Hapsel NV" and "Hapsel Plc" are two bodies.
pub(super) fn are_two_bodies(a: &str, b: &str) -> bool {
    have_other_forms(a, b)
        && form(a).zip(form(b)).is_some_and(|((_, one), (_, other))| {
            law(one).zip(law(other)).is_some_and(|(one, other)| one != other)
        })
}

/// A name without its legal form, and the form.
fn form(name: &str) -> Option<(&str, &str)> {
    let (name, form) = name.rsplit_once(' ')?;
    is_company_suffix(form).then(|| (name.trim_end_matches(','), form.trim_end_matches('.')))
}

fn law(form: &str) -> Option<Law> {
    Some(match form {
        "Co" | "Corp" | "Corporation" | "Inc" | "LLC" | "LTD" | "Ltd" | "PLC" | "Plc" | "plc" => Law::English,
        "B.V" | "BV" | "N.V" | "NV" => Law::Dutch,
        "AG" | "GmbH" => Law::German,
        "A/S" | "AB" | "ASA" | "ApS" | "Oy" | "Oyj" => Law::Nordic,
        "S.A" | "S.p.A" | "SA" | "SARL" | "SAS" | "SpA" => Law::Romance,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn legal_forms_of_two_countries() {
        for (a, b, other, two) in [
            ("Hapsel NV", "Hapsel Plc", true, true),
            ("Hapsel AG", "Hapsel S.A.", true, true),
            ("Hapsel Inc", "Hapsel Corp.", true, false),
            ("Hapsel Inc", "Hapsel Inc.", false, false),
            ("Hapsel NV", "Vinter Plc", false, false),
            ("Hapsel NV", "Hapsel Line", false, false),
        ] {
            assert_eq!((have_other_forms(a, b), are_two_bodies(a, b)), (other, two), "{a}, {b}");
        }
    }
}
