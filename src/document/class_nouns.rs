//! Nouns that say what sort of thing a name is.

use super::word_list::WordList;

/// True for a noun that says what sort of thing is named beside it: "coalition", "platform", "magazine".
pub fn is_class(word: &str) -> bool {
    CLASSES.holds(word)
}

#[rustfmt::skip]
static CLASSES: WordList = WordList::new(&[
    "academy", "agency", "agreement", "aircraft", "airline", "airport", "album", "alliance", "app",
    "application", "arm", "army", "association", "authority", "award", "band", "bank", "bill", "bird",
    "board", "boat", "body", "book", "brand", "brewery", "bridge", "broadcaster", "browser", "bureau",
    "car", "carmaker", "carrier", "cartel", "center", "centre", "chain", "channel", "charity", "chatbot",
    "chip", "chipmaker", "city", "club", "coalition", "college", "commission", "committee", "company",
    "computer", "conglomerate", "consortium", "cooperative", "council", "country", "county", "daily",
    "dance", "database", "department", "device", "disease", "dish", "distillery", "district", "drink",
    "drug", "dynasty", "empire", "exercise", "factory", "family", "federation", "fellowship", "ferry",
    "festival", "film", "firm", "fish", "forum", "foundation", "framework", "fund", "game", "gene",
    "giant", "group", "holiday", "hospital", "hotel", "illness", "initiative", "institute", "institution",
    "instrument", "island", "kingdom", "lab", "laboratory", "language", "law", "library", "line",
    "machine", "magazine", "maker", "manufacturer", "metal", "method", "militia", "mine", "ministry",
    "missile", "model", "mountain", "movement", "museum", "nation", "network", "newspaper", "novel",
    "office", "opera", "operator", "organisation", "organization", "outlet", "pact", "paper", "park",
    "partnership", "party", "people", "phone", "plan", "plant", "platform", "podcast", "port", "prize",
    "product", "program", "programme", "project", "protein", "provider", "province", "publisher", "race",
    "reactor", "region", "regulator", "religion", "republic", "restaurant", "retailer", "ritual", "river",
    "robot", "rocket", "satellite", "scheme", "school", "series", "service", "ship", "shipyard", "shop",
    "show", "site", "smartphone", "software", "song", "species", "sport", "stadium", "standard",
    "start-up", "startup", "state", "station", "store", "studio", "subsidiary", "supplier", "system",
    "team", "technique", "telescope", "theater", "theatre", "theory", "tool", "tournament", "tower",
    "town", "treaty", "trial", "tribe", "union", "unit", "university", "utility", "vaccine", "vessel",
    "village", "virus", "watchdog", "weapon", "website", "winery", "yacht",
]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_and_hold_each_word_once() {
        CLASSES.check();
    }
}
