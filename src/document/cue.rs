//! Words that can say who runs, leads or takes part in what.

use super::facts::TieKind;
use super::word_list::WordList;

/// What a cue can state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cue {
    /// "run by OpenAI", "OpenAI-led".
    Passive(TieKind),
    /// "OpenAI runs".
    Active(TieKind),
    /// "are involved in", "take part in", "participate in", "joined".
    Joining,
    /// "members include".
    Members,
}

/// The cues, sorted, each with what it can state.
const CUES: [(&str, Cue); 21] = [
    ("Members", Cue::Members),
    ("chaired", Cue::Passive(TieKind::LedBy)),
    ("chairs", Cue::Active(TieKind::LedBy)),
    ("headed", Cue::Passive(TieKind::LedBy)),
    ("heads", Cue::Active(TieKind::LedBy)),
    ("involved", Cue::Joining),
    ("joined", Cue::Joining),
    ("leads", Cue::Active(TieKind::LedBy)),
    ("led", Cue::Passive(TieKind::LedBy)),
    ("managed", Cue::Passive(TieKind::RunBy)),
    ("manages", Cue::Active(TieKind::RunBy)),
    ("member", Cue::Joining),
    ("members", Cue::Members),
    ("operated", Cue::Passive(TieKind::RunBy)),
    ("operates", Cue::Active(TieKind::RunBy)),
    ("part", Cue::Joining),
    ("participate", Cue::Joining),
    ("participated", Cue::Joining),
    ("participates", Cue::Joining),
    ("run", Cue::Passive(TieKind::RunBy)),
    ("runs", Cue::Active(TieKind::RunBy)),
];

const WORDS: [&str; CUES.len()] = {
    let mut words = [""; CUES.len()];
    let mut at = 0;
    while at < CUES.len() {
        words[at] = CUES[at].0;
        at += 1;
    }
    words
};
/// The words of all cues.
pub(super) static LIST: WordList = WordList::new(&WORDS);

impl Cue {
    /// What `word` can state.
    pub(super) fn of(word: &str) -> Option<Cue> {
        let at = LIST.holds(word).then(|| CUES.binary_search_by_key(&word, |(cue, _)| cue).ok())??;
        Some(CUES[at].1)
    }
}

/// True for "run" and its like: the one behind "by" runs or leads it.
pub(super) fn is_running(word: &str) -> bool {
    matches!(Cue::of(word), Some(Cue::Passive(_)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cues_are_sorted_and_stand_once() {
        LIST.check();
    }
}
