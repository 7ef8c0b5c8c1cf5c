//! Whether two titles are one: "CEO" and "chief executive", "Vice Minister" and "second vice minister".

use crate::text::fold;

/// How a title stands to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TitleLikeness {
    /// They say the same: "CEO" and "chief executive officer".
    Same,
    /// The first lacks words that the second has, here in order: "second" of "second vice minister".
    Shorter(Vec<String>),
    /// The first has words more than the second, here in order.
    Longer(Vec<String>),
    /// Each has words that the other lacks: the first's, then the second's.
    Other(Vec<String>, Vec<String>),
}

/// How `title` stands to `other`. Case, order, hyphens and small words do not count.
pub fn compare_titles(title: &str, other: &str) -> TitleLikeness {
    if title.eq_ignore_ascii_case(other) {
        return TitleLikeness::Same;
    }
    let folded = [title, other].map(fold);
    let [a, b] = folded.each_ref().map(|title| words(title));
    if letters_of(&a, &b) || letters_of(&b, &a) {
        return TitleLikeness::Same;
    }
    let beyond = |these: &[&str], those: &[&str]| -> Vec<String> {
        these.iter().filter(|word| !those.contains(word)).map(|word| (*word).to_owned()).collect()
    };
    match (beyond(&a, &b), beyond(&b, &a)) {
        (more, less) if more.is_empty() && less.is_empty() => TitleLikeness::Same,
        (more, less) if more.is_empty() => TitleLikeness::Shorter(less),
        (more, less) if less.is_empty() => TitleLikeness::Longer(more),
        (more, less) => TitleLikeness::Other(more, less),
    }
}

/// How `title` stands to `known`, which is held at `employer`. A field that the employer's name holds is no part of either:
/// the "vice minister of science and ICT" is a vice minister of the Ministry of Science and ICT.
pub fn compare_titles_at(title: &str, known: &str, employer: &str) -> TitleLikeness {
    let likeness = compare_titles(title, known);
    if likeness == TitleLikeness::Same {
        return likeness;
    }
    let [title, known, employer] = [title, known, employer].map(fold);
    let fields = words(&employer);
    let without = |title: &str| {
        let words = words(title).into_iter().filter(|word| !fields.contains(word));
        words.collect::<Vec<&str>>().join(" ")
    };
    let (short, known) = (without(&title), without(&known));
    if short.is_empty() { likeness } else { compare_titles(&short, &known) }
}

/// The words that make a title, folded, in one spelling each: "chief", "executive", "officer" for "CEO".
pub fn title_words(title: &str) -> Vec<String> {
    words(&fold(title)).into_iter().map(str::to_owned).collect()
}

/// The same of a title that is folded.
fn words(folded: &str) -> Vec<&str> {
    const SMALL: [&str; 9] = ["a", "an", "and", "at", "for", "in", "of", "on", "the"];
    let given = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty() && !SMALL.contains(w));
    let mut words: Vec<&str> = Vec::new();
    for word in given {
        match word {
            "ceo" | "cfo" | "coo" | "cto" | "cio" => {
                let field = match word {
                    "ceo" => "executive",
                    "cfo" => "financial",
                    "coo" => "operating",
                    "cto" => "technology",
                    _ => "information",
                };
                words.extend(["chief", field, "officer"]);
            }
            "chairman" | "chairwoman" | "chairperson" => words.push("chair"),
            "spokesman" | "spokeswoman" => words.push("spokesperson"),
            "deputy" => words.push("vice"),
            "premier" => words.extend(["prime", "minister"]),
            "cofounder" => words.extend(["co", "founder"]),
            _ => match korean_minister(word) {
                Some(title) => words.extend(title),
                None => words.push(word),
            },
        }
    }
    let has = |word: &str| words.contains(&word);
    if has("chief") && has("executive") && !has("officer") {
        words.push("officer");
    }
    // The first of an office is called so; the first of several has a rank: "first vice minister".
    if words.len() == 2 && matches!(words[0], "first" | "founding" | "inaugural") {
        words.remove(0);
    }
    words
}

/// The words of a minister's title in Korean: "second", "vice", "minister" for "제2차관".
fn korean_minister(word: &str) -> Option<impl Iterator<Item = &str>> {
    let (rank, vice) = match (word.strip_suffix("장관"), word.strip_suffix("차관")) {
        (Some(rank), _) => (rank, None),
        (_, Some(rank)) => (rank, Some("vice")),
        _ => return None,
    };
    let ordinal = match rank.trim_start_matches('제') {
        "" => None,
        "1" => Some("first"),
        "2" => Some("second"),
        "3" => Some("third"),
        _ => return None,
    };
    Some(ordinal.into_iter().chain(vice).chain(["minister"]))
}

/// True when `letters` is one word made of the first letters of `words`: "CSO" for "chief strategy officer".
fn letters_of(letters: &[&str], words: &[&str]) -> bool {
    let [letters] = letters else { return false };
    words.len() > 1 && words.iter().filter_map(|word| word.chars().next()).eq(letters.chars())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_compared_by_what_they_say() {
        let words = |list: &[&str]| list.iter().map(|w| (*w).to_owned()).collect::<Vec<_>>();
        for (a, b) in [
            ("CEO", "chief executive officer"),
            ("Chief Executive", "CEO"),
            ("CSO", "chief strategy officer"),
            ("Second Vice-Minister", "second vice minister"),
            ("deputy minister", "Vice Minister"),
            ("chairman", "chairwoman"),
            ("minister for transport", "transport minister"),
            ("first director", "director"),
            ("제2차관", "second vice minister"),
            ("2차관", "제2차관"),
            ("장관", "minister"),
        ] {
            assert_eq!(compare_titles(a, b), TitleLikeness::Same, "{a} / {b}");
        }
        assert_eq!(
            compare_titles("Vice Minister", "second vice minister"),
            TitleLikeness::Shorter(words(&["second"]))
        );
        assert_eq!(compare_titles("vice president", "president"), TitleLikeness::Longer(words(&["vice"])));
        assert_eq!(
            compare_titles("first vice minister", "second vice minister"),
            TitleLikeness::Other(words(&["first"]), words(&["second"]))
        );
    }
}
