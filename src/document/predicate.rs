//! What stands behind the one that a sentence is about.

use super::lexicon;

/// True where the words right behind a name say what its bearer does, did or owns: "Lund tried", "Lund also won", "Lund, who",
/// "Lund’s work".
pub fn has_predicate(behind: &str) -> bool {
    if let Some(owned) = behind.strip_prefix("’s ").or_else(|| behind.strip_prefix("'s ")) {
        return owned.starts_with(|c: char| c.is_ascii_lowercase());
    }
    if let Some(clause) = behind.strip_prefix(", ") {
        return clause.starts_with("who ") || clause.starts_with("whose ");
    }
    let mut words = behind.strip_prefix(' ').unwrap_or("").split(' ');
    let mut verb = words.next().unwrap_or("");
    if is_between(verb) {
        verb = words.next().unwrap_or("");
    }
    is_verb(verb.trim_end_matches(|c: char| !c.is_alphanumeric()))
}

/// True for what may stand between somebody and the verb.
fn is_between(word: &str) -> bool {
    matches!(
        word,
        "also" | "always" | "first" | "later" | "never" | "now" | "often" | "once" | "still" | "then"
    ) || word.len() > 4 && word.ends_with("ly")
}

fn is_verb(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_lowercase())
        && (word.len() > 3 && word.ends_with("ed") && !word.ends_with("eed")
            || lexicon::is_speech_verb(word)
            || VERBS.binary_search(&word).is_ok())
}

/// Verbs without an "ed" in the past, and some of the present that are no nouns as well. Sorted.
const VERBS: [&str; 123] = [
    "am",
    "are",
    "ate",
    "beat",
    "became",
    "becomes",
    "began",
    "begins",
    "bought",
    "broke",
    "brought",
    "built",
    "came",
    "can",
    "caught",
    "chose",
    "comes",
    "could",
    "cut",
    "did",
    "does",
    "drew",
    "drove",
    "fell",
    "felt",
    "fled",
    "flew",
    "fought",
    "found",
    "gave",
    "gets",
    "gives",
    "goes",
    "got",
    "grew",
    "had",
    "has",
    "have",
    "heard",
    "held",
    "hid",
    "hit",
    "hopes",
    "hurt",
    "is",
    "keeps",
    "kept",
    "knew",
    "knows",
    "laid",
    "leaves",
    "led",
    "left",
    "lends",
    "lent",
    "let",
    "lives",
    "loses",
    "lost",
    "made",
    "makes",
    "may",
    "meant",
    "meets",
    "met",
    "might",
    "must",
    "needs",
    "paid",
    "plays",
    "put",
    "quit",
    "ran",
    "rang",
    "read",
    "rode",
    "rose",
    "sang",
    "sat",
    "saw",
    "seems",
    "sent",
    "set",
    "shook",
    "shot",
    "should",
    "slept",
    "slid",
    "sold",
    "sought",
    "spent",
    "spoke",
    "stands",
    "stole",
    "stood",
    "struck",
    "swam",
    "swept",
    "swore",
    "takes",
    "taught",
    "tells",
    "thinks",
    "thought",
    "threw",
    "told",
    "took",
    "understood",
    "wants",
    "was",
    "wears",
    "went",
    "wept",
    "were",
    "will",
    "withdrew",
    "woke",
    "won",
    "wore",
    "works",
    "would",
    "writes",
    "wrote",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_are_sorted() {
        assert!(VERBS.is_sorted());
    }

    #[test]
    fn what_one_does_or_owns() {
        for behind in [
            " tried to leave",
            " won.",
            " later became",
            " quickly left",
            "’s work is out",
            ", who left",
            " was out",
        ] {
            assert!(has_predicate(behind), "{behind}");
        }
        for behind in
            ["", " of the city", ", the harbour", " feed is dear", "’s Holm", "-led", " and he left", "."]
        {
            assert!(!has_predicate(behind), "{behind}");
        }
    }
}
