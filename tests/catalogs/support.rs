//! What speaks for a name in an article, and what against it, as the tests of entries tell it.

use super::desk;
use masthead::document::failing_tests;

#[test]
fn a_body_that_is_written_out_in_another_spelling_speaks_for_its_people() {
    let text = r#"
[[entity]]
id = "nho"
kind = "organization"
name = "Nordhavn Harbour Organisation"
acronym = "NHO"

[[entity]]
id = "ana"
kind = "person"
name = "Ana Lund"
common = true
roles = [{ title = "spokeswoman", at = "nho", source = "Nordhavn" }]
tests = [
  { text = "The Nordhavn Harbor Organization (NHO) met. Ana Lund spoke.", finds = "Ana Lund" },
  { text = "The North Holm Opera (NHO) met. Ana Lund spoke.", finds = "" },
]
"#;
    let (catalog, faults) = desk(&[text]);
    assert_eq!(faults, vec![]);
    assert_eq!(failing_tests(&catalog), []);
}

#[test]
fn a_body_bears_the_name_of_its_country_at_the_start_of_a_sentence_too() {
    let text = r#"
[[entity]]
id = "nordhavn"
kind = "place"
name = "Nordhavn"
tests = [
  { text = "Bank of Nordhavn cut its rate.", finds = "" },
  { text = "Citizens of Nordhavn slept.", finds = "Nordhavn" },
  { text = "A striker of FC Nordhavn slept.", finds = "" },
]
"#;
    let (catalog, faults) = desk(&[text]);
    assert_eq!(faults, vec![]);
    assert_eq!(failing_tests(&catalog), []);
}
