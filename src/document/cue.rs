//! Words that can say who runs, leads or takes part in what.

use super::facts::TieKind;
use crate::text::{Token, TokenKind};

/// The tokens that can state a tie, in order.
pub(super) fn cues(text: &str, tokens: &[Token]) -> Vec<u32> {
    let cue = |token: &Token| token.kind == TokenKind::Word && Cue::of(token.of(text)).is_some();
    tokens.iter().enumerate().filter(|(_, token)| cue(token)).map(|(at, _)| at as u32).collect()
}

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

impl Cue {
    /// What `word` can state.
    pub(super) fn of(word: &str) -> Option<Cue> {
        Some(match word {
            "run" | "operated" | "managed" => Cue::Passive(TieKind::RunBy),
            "led" | "headed" | "chaired" => Cue::Passive(TieKind::LedBy),
            "runs" | "operates" | "manages" => Cue::Active(TieKind::RunBy),
            "leads" | "heads" | "chairs" => Cue::Active(TieKind::LedBy),
            "involved" | "part" | "participate" | "participates" | "participated" | "joined" | "member" => {
                Cue::Joining
            }
            "members" | "Members" => Cue::Members,
            _ => return None,
        })
    }
}

/// True for "run" and its like: the one behind "by" runs or leads it.
pub(super) fn is_running(word: &str) -> bool {
    matches!(Cue::of(word), Some(Cue::Passive(_)))
}
