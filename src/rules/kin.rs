//! Words of kin.

/// True for a word that says how two people are of one family, who may bear names a letter apart.
pub(super) fn is_kin(word: &str) -> bool {
    const KIN: [&str; 27] = [
        "aunt",
        "brother",
        "brothers",
        "cousin",
        "cousins",
        "daughter",
        "daughters",
        "father",
        "grandfather",
        "grandmother",
        "husband",
        "mother",
        "namesake",
        "nephew",
        "niece",
        "sibling",
        "siblings",
        "sister",
        "sisters",
        "son",
        "sons",
        "triplets",
        "twin",
        "twins",
        "uncle",
        "widow",
        "wife",
    ];
    KIN.contains(&word)
}
