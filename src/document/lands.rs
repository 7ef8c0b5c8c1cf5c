//! Countries and continents: no firm is called by one for short, and nobody has one for a surname.

use super::word_list::WordList;

/// True for a continent, or the last word of a region: the "America" of "North America".
pub(super) fn is_continent(word: &str) -> bool {
    matches!(word, "Africa" | "America" | "Americas" | "Asia" | "Europe" | "Oceania")
}

/// True for a continent and for a country of one word.
pub fn is_country(word: &str) -> bool {
    const NAMES_TOO: [&str; 15] = [
        "Chad",
        "Cuba",
        "Gambia",
        "Georgia",
        "Grenada",
        "Guinea",
        "Ireland",
        "Israel",
        "Jordan",
        "Korea",
        "Mali",
        "Malta",
        "Micronesia",
        "Monaco",
        "Niger",
    ];
    is_land(word) || NAMES_TOO.contains(&word)
}

/// True for a continent, and for a country that hardly anybody is called after.
pub(super) fn is_land(word: &str) -> bool {
    is_continent(word) || LANDS.holds(word)
}

/// Those that are usual names of persons too are left out, such as Jordan and Ireland, and so is Korea, which is short for a longer
/// name.
#[rustfmt::skip]
static LANDS: WordList = WordList::new(&[
    "Afghanistan", "Albania", "Algeria", "Angola", "Argentina", "Armenia", "Australia", "Austria",
    "Azerbaijan", "Bahrain", "Bangladesh", "Belarus", "Belgium", "Benin", "Bhutan", "Bolivia", "Botswana",
    "Brazil", "Brunei", "Bulgaria", "Burundi", "Cambodia", "Cameroon", "Canada", "Chile", "China",
    "Colombia", "Croatia", "Cyprus", "Denmark", "Djibouti", "Ecuador", "Egypt", "Eritrea", "Estonia",
    "Ethiopia", "Fiji", "Finland", "France", "Gabon", "Germany", "Ghana", "Greece", "Guatemala", "Guyana",
    "Haiti", "Honduras", "Hungary", "Iceland", "India", "Indonesia", "Iran", "Iraq", "Italy", "Jamaica",
    "Japan", "Kazakhstan", "Kenya", "Kosovo", "Kuwait", "Kyrgyzstan", "Laos", "Latvia", "Lebanon", "Lesotho",
    "Liberia", "Libya", "Lithuania", "Luxembourg", "Madagascar", "Malawi", "Malaysia", "Maldives",
    "Mauritania", "Mauritius", "Mexico", "Moldova", "Mongolia", "Montenegro", "Morocco", "Mozambique",
    "Myanmar", "Namibia", "Nepal", "Netherlands", "Nicaragua", "Nigeria", "Norway", "Oman", "Pakistan", "Palestine",
    "Panama", "Paraguay", "Peru", "Philippines", "Poland", "Portugal", "Qatar", "Romania", "Russia",
    "Rwanda", "Senegal", "Serbia", "Singapore", "Slovakia", "Slovenia", "Somalia", "Spain", "Sudan",
    "Suriname", "Sweden", "Switzerland", "Syria", "Taiwan", "Tajikistan", "Tanzania", "Thailand", "Togo",
    "Tunisia", "Turkey", "Turkmenistan", "Türkiye", "Uganda", "Ukraine", "Uruguay", "Uzbekistan",
    "Venezuela", "Vietnam", "Yemen", "Zambia", "Zimbabwe",
]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_and_holds_each_word_once() {
        LANDS.check();
    }
}
