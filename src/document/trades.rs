//! What people do for a living, on a field or on a stage: "physicist", "drummer".

use super::word_list::WordList;

/// True for what somebody does for a living, or on a field or a stage: "physicist", "drummer".
pub(super) fn is_trade(word: &str) -> bool {
    CALLINGS.holds(word) || WALKS.holds(word)
}

/// True for what somebody does for a living, or several do, which as a title stands at the beginning of a sentence alone:
/// elsewhere the capital makes it part of a name, as in "Land Rover Defender".
pub(super) fn is_calling(word: &str) -> bool {
    let rich = |word: &str| matches!(word, "Banker" | "Billionaire" | "Financier" | "Lobbyist" | "Tycoon");
    let calling = |word: &str| CALLINGS.holds_lowered(word) || WALKS.holds_lowered(word) || rich(word);
    calling(word) || word.strip_suffix('s').is_some_and(calling)
}

/// True for what nobody is who holds an office or a chair: "striker", "singer", "fisherman".
pub(super) fn is_walk_of_life(word: &str) -> bool {
    WALKS.holds_lowered(word)
}

/// True for what somebody is known by in front of the name: "principal", "drummer"; nobody is known as a team-mate.
pub(super) fn is_role(word: &str) -> bool {
    let passing = matches!(
        word,
        "bandmate"
            | "co-star"
            | "compatriot"
            | "debutant"
            | "debutante"
            | "defendant"
            | "goalscorer"
            | "gunman"
            | "pensioner"
            | "schoolboy"
            | "schoolgirl"
            | "survivor"
            | "team-mate"
            | "teammate"
            | "teenager"
            | "witness"
    );
    ROLES.holds(word) || is_trade(word) && !passing
}

/// What somebody is whose name follows; in other places these words mean other things as well.
#[rustfmt::skip]
static ROLES: WordList = WordList::new(&[
    "bishop", "boss", "clerk", "dean", "forward", "guard", "lock", "opener", "principal", "prop", "provost", "pupil", "ranger", "scientist",
    "student", "treasurer", "undergraduate",
]);

#[rustfmt::skip]
static CALLINGS: WordList = WordList::new(&[
    "advocate", "anthropologist", "archaeologist", "architect", "archivist", "artist", "astronaut", "astronomer",
    "astrophysicist", "barrister", "biochemist", "biographer", "biologist", "blogger", "botanist", "broadcaster",
    "businessman", "businessmen", "businesswoman", "businesswomen", "busker", "campaigner", "cartoonist", "chemist",
    "choreographer", "climatologist", "compatriot", "composer", "conductor", "congressmen", "congresswomen",
    "conservationist", "coroner", "cosmonaut", "criminologist", "curator", "debutant", "debutante", "defendant",
    "dentist", "dissident", "ecologist", "engineer", "entrepreneur", "environmentalist", "epidemiologist", "film-maker",
    "filmmaker", "forecaster", "geologist", "geophysicist", "gunman", "headmaster", "headmistress", "headteacher",
    "historian", "illustrator", "journalist", "jurist", "landlady", "landlord", "librarian", "linguist", "longshoreman",
    "lyricist", "mathematician", "medalist", "medallist", "meteorologist", "microbiologist", "mountaineer", "musician",
    "neurologist", "neuroscientist", "newsreader", "novelist", "nurse", "oceanographer", "oligarch", "paediatrician",
    "palaeontologist", "paleontologist", "panelist", "panellist", "pathologist", "pediatrician", "pensioner",
    "pharmacist", "philanthropist", "philosopher", "photographer", "physicist", "playwright", "podcaster", "presenter",
    "psychiatrist", "psychologist", "radiologist", "screenwriter", "sculptor", "seismologist", "shopkeeper",
    "showrunner", "sociologist", "solicitor", "statistician", "stevedore", "survivor", "teacher", "toxicologist",
    "trainer", "translator", "trustee", "virologist", "volcanologist", "volunteer", "whistleblower", "witness",
    "zoologist",
]);

#[rustfmt::skip]
static WALKS: WordList = WordList::new(&[
    "actor", "actress", "archer", "bandleader", "bandmate", "bassist", "batsman", "batsmen", "batter", "boxer",
    "cellist", "chef", "co-star", "comedian", "cornerback", "cyclist", "dancer", "defender", "drummer", "farmer",
    "fencer", "fisherman", "fishermen", "flanker", "fly-half", "frontman", "frontwoman", "full-back", "fullback",
    "goalkeeper", "goalscorer", "golfer", "guitarist", "gymnast", "halfback", "hooker", "hurdler", "jockey", "keeper",
    "keyboardist", "kicker", "linebacker", "midfielder", "organist", "out-half", "paceman", "pacemen", "painter",
    "percussionist", "pianist", "pitcher", "playmaker", "poet", "quarterback", "rapper", "reliever", "rower", "sailor",
    "saxophonist", "schoolboy", "schoolgirl", "scrum-half", "seamer", "shortstop", "singer", "skater", "skier",
    "snowboarder", "songwriter", "soprano", "spinner", "sprinter", "striker", "surfer", "swimmer", "team-mate",
    "teammate", "teenager", "trombonist", "trumpeter", "violinist", "vocalist", "wicketkeeper", "winger", "wrestler",
    "가수", "개그맨", "골키퍼", "공격수", "국가대표", "배우", "소설가", "수비수", "시인", "타자", "투수", "화가",
]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted_and_hold_each_word_once() {
        for list in [&CALLINGS, &ROLES, &WALKS] {
            list.check();
        }
    }
}
