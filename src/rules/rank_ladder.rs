//! Ranks, seats and ministries of which nobody has two at a time: "Col." and "Capt.", "Sen." and "Rep.".

use super::around::{after, before, sentence};
use crate::document::{Document, Introduction};
use crate::text::Span;

/// What one person has one of at a time.
#[derive(Debug, PartialEq, Eq)]
enum Rung<'t> {
    /// The words of a rank in an army or a police force, in full and in small letters.
    Rank(Vec<&'t str>),
    /// A seat in one of two houses.
    Seat(&'static str),
    /// The field of a minister.
    Ministry(&'static str),
    /// The field of a secretary of a government.
    Secretary(&'static str),
    /// The "attorney" of an attorney general.
    Lawyer(&'t str),
}

/// True where an article gives one person two ranks, two seats or two ministries, and says of no change.
pub(super) fn differ_in_rank(document: &Document, role: &Introduction, other: &Introduction) -> bool {
    let titles = [role, other].map(|role| document.slice(role.title).to_ascii_lowercase());
    let [Some(here), Some(there)] = [0, 1].map(|at| {
        let role = if at == 0 { role } else { other };
        rung(&titles[at], document.slice(role.title))
    }) else {
        return false;
    };
    let differ = match (&here, &there) {
        (Rung::Rank(here), Rung::Rank(there)) => are_apart(here, there),
        (Rung::Ministry(here), Rung::Ministry(there)) => here != there && !may_be_one(here, there),
        (Rung::Seat(here), Rung::Seat(there))
        | (Rung::Secretary(here), Rung::Secretary(there))
        | (Rung::Lawyer(here), Rung::Lawyer(there)) => here != there,
        _ => false,
    };
    differ
        && ![role, other]
            .iter()
            .any(|role| is_of_several(document, role.title) || tells_of_change(document, role.title))
}

/// The rung of a title, `lowered`, which is `written` so.
fn rung<'t>(lowered: &'t str, written: &str) -> Option<Rung<'t>> {
    let mut words: Vec<&str> = lowered.split([' ', '-', '.']).filter(|word| !word.is_empty()).collect();
    let last = *words.last()?;
    match last {
        "congressman" | "congresswoman" | "rep" => return Some(Rung::Seat("representative")),
        "sen" | "senator" => return Some(Rung::Seat("senator")),
        "representative" if words.len() == 1 => return Some(Rung::Seat("representative")),
        _ => {}
    }
    if let Some(field) = ministry(&words) {
        return Some(Rung::Ministry(field));
    }
    match *words {
        [field, "secretary"] => return secretary(field).map(Rung::Secretary),
        [field @ ("attorney" | "solicitor"), "general"] => return Some(Rung::Lawyer(field)),
        _ => {}
    }
    // "The captain of the ship" has some other rank.
    if !written.split([' ', '-']).all(|word| word.starts_with(char::is_uppercase)) {
        return None;
    }
    for word in &mut words {
        *word = in_full(word);
    }
    let force = words.iter().all(|word| RANKS.contains(word) || BEFORE_RANK.contains(word));
    let office = words.first() == Some(&"inspector") && words.len() > 1;
    (force && !office && RANKS.contains(words.last()?)).then_some(Rung::Rank(words))
}

/// True for ranks of which neither is short for the other: "Gen. Lund" may be a lieutenant general, and "Lt. Lund" one, too.
fn are_apart(here: &[&str], there: &[&str]) -> bool {
    let (short, long) = if here.len() < there.len() { (here, there) } else { (there, here) };
    !long.starts_with(short) && !long.ends_with(short)
}

/// What a minister has the care of, where the title has one field: "finance minister", "minister of the interior". A prime
/// minister has that of the government.
fn ministry(words: &[&str]) -> Option<&'static str> {
    let field = match words {
        ["premier"] => "prime",
        [field, "minister"]
        | ["minister", "of" | "for", field]
        | ["minister", "of" | "for", "the", field] => *field,
        _ => return None,
    };
    Some(match field {
        "agriculture" | "farm" => "agriculture",
        "commerce" | "industry" | "trade" => "trade",
        "defence" | "defense" => "defence",
        "economics" | "economy" => "economy",
        "education" => "education",
        "energy" | "oil" | "petroleum" => "energy",
        "environment" => "environment",
        "finance" => "finance",
        "foreign" => "foreign",
        "health" => "health",
        "home" | "interior" => "interior",
        "justice" => "justice",
        "labor" | "labour" => "labour",
        "prime" => "prime",
        "transport" | "transportation" => "transport",
        _ => return None,
    })
}

/// True for two fields that one ministry often has, so that its minister may be called by either.
fn may_be_one(here: &str, there: &str) -> bool {
    let among = |fields: &[&str]| fields.contains(&here) && fields.contains(&there);
    among(&["economy", "finance"])
        || among(&["economy", "energy", "labour", "trade"])
        || among(&["agriculture", "energy", "environment", "transport"])
        || among(&["foreign", "trade"])
        || among(&["health", "labour"])
}

/// What a secretary of a government has the care of: "treasury secretary".
fn secretary(field: &str) -> Option<&'static str> {
    Some(match field {
        "agriculture" => "agriculture",
        "commerce" => "commerce",
        "defence" | "defense" => "defence",
        "education" => "education",
        "energy" => "energy",
        "foreign" => "foreign",
        "health" => "health",
        "home" => "home",
        "interior" => "interior",
        "labor" | "labour" => "labour",
        "transport" | "transportation" => "transport",
        "treasury" => "treasury",
        _ => return None,
    })
}

/// True for the second of "foreign and defence minister": one may hold both.
fn is_of_several(document: &Document, title: Span) -> bool {
    let head = before(document, title).trim_end();
    let tail = after(document, title).trim_start();
    head.ends_with(" and") || head.ends_with('&') || tail.starts_with("and ") || tail.starts_with('&')
}

/// True where the sentence around a title tells of a change, of another time or of a second office.
pub(super) fn tells_of_change(document: &Document, title: Span) -> bool {
    let (head, tail) = sentence(document, title);
    let mut words = [head, tail].into_iter().flat_map(|text| text.split(|c: char| !c.is_alphabetic()));
    words.any(|word| CHANGES.iter().any(|change| change.eq_ignore_ascii_case(word)))
}

/// The whole word for a shortened rank.
fn in_full(word: &str) -> &str {
    match word {
        "adm" => "admiral",
        "brig" => "brigadier",
        "capt" => "captain",
        "col" => "colonel",
        "cpl" => "corporal",
        "det" => "detective",
        "gen" => "general",
        "insp" => "inspector",
        "lt" => "lieutenant",
        "maj" => "major",
        "pvt" => "private",
        "sgt" => "sergeant",
        "supt" => "superintendent",
        whole => whole,
    }
}

const RANKS: [&str; 13] = [
    "admiral",
    "brigadier",
    "captain",
    "colonel",
    "commodore",
    "corporal",
    "general",
    "inspector",
    "lieutenant",
    "major",
    "private",
    "sergeant",
    "superintendent",
];

/// Words before a rank that belong to it.
const BEFORE_RANK: [&str; 11] = [
    "chief",
    "detective",
    "first",
    "gunnery",
    "lance",
    "master",
    "rear",
    "second",
    "staff",
    "technical",
    "vice",
];

/// Words that tell of a new office, of one at another time, or of a second one.
const CHANGES: [&str; 31] = [
    "acting",
    "also",
    "appointed",
    "became",
    "become",
    "becomes",
    "both",
    "demoted",
    "elected",
    "elevated",
    "ex",
    "former",
    "formerly",
    "interim",
    "late",
    "later",
    "moved",
    "named",
    "new",
    "nominated",
    "now",
    "previously",
    "promoted",
    "promotion",
    "raised",
    "replace",
    "reshuffle",
    "succeed",
    "succeeded",
    "sworn",
    "then",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranks_of_one_person() {
        for (one, other, apart) in [
            ("Gen.", "Maj.", true),
            ("Lt. Gen.", "Maj. Gen.", true),
            ("Lt-Gen", "Lieutenant General", false),
            ("Lt. Gen.", "Gen.", false),
            ("Brigadier", "Brig. Gen.", false),
            ("Sgt.", "Lt.", true),
            ("Chief Inspector", "Superintendent", true),
            ("Det. Sgt.", "Sergeant", false),
        ] {
            let lowered = [one, other].map(str::to_ascii_lowercase);
            let rungs = (rung(&lowered[0], one), rung(&lowered[1], other));
            let (Some(Rung::Rank(here)), Some(Rung::Rank(there))) = rungs else { panic!("{one}, {other}") };
            assert_eq!(are_apart(&here, &there), apart, "{one}, {other}");
        }
    }

    #[test]
    fn offices_of_one_government() {
        for (one, other, apart) in [
            ("Prime Minister", "foreign minister", true),
            ("Oil Minister", "Energy Minister", false),
            ("Economy Minister", "Finance Minister", false),
            ("Minister of Trade", "Minister of Health", true),
        ] {
            let lowered = [one, other].map(str::to_ascii_lowercase);
            let rungs = (rung(&lowered[0], one), rung(&lowered[1], other));
            let (Some(Rung::Ministry(here)), Some(Rung::Ministry(there))) = rungs else {
                panic!("{one}, {other}")
            };
            assert_eq!(here != there && !may_be_one(here, there), apart, "{one}, {other}");
        }
        assert_eq!(rung("treasury secretary", "Treasury Secretary"), Some(Rung::Secretary("treasury")));
        assert_eq!(rung("solicitor general", "Solicitor General"), Some(Rung::Lawyer("solicitor")));
    }

    #[test]
    fn what_is_no_rank() {
        for title in [
            "captain",
            "Inspector General",
            "Director General",
            "Press Secretary",
            "spokesman",
            "Dr",
            "Sports Minister",
        ] {
            assert_eq!(rung(&title.to_ascii_lowercase(), title), None, "{title}");
        }
    }
}
