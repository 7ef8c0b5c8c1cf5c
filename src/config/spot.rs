//! Where a cursor stands in a hand-written TOML file, however half-written: in a header, at a key, at a value.
//!
//! The file is read by the tokens of the TOML parser, which is always possible, and by the structure that a person sees:
//! a bracket that was never closed ends where a line looks like a header, or like a key behind a finished value.

use super::walk::{Found, Held, Walked, walk};
use crate::text::Span;

/// What may be written at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// A `[header]`.
    Header,
    /// A key.
    Key {
        /// True where "=" stands behind it already.
        assigned: bool,
        /// True for the first word of a line outside all brackets, where a header might stand too.
        alone: bool,
    },
    /// A value.
    Value {
        /// True where it is one of a list.
        listed: bool,
    },
}

/// A place in a hand-written file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// What may be written there.
    pub slot: Slot,
    /// The keys that lead there from the top of the file: the names of a header, those of a key's table, those of a value
    /// with its own key. Lists count for nothing: `entity`, `relations`, `target`.
    pub path: Vec<String>,
    /// What stands there, with its quotes or its brackets; none where nothing does.
    pub word: Option<Span>,
    /// The keys that its table has besides; the words of its list, where it is one of a list.
    pub given: Vec<String>,
    /// The tables and keys that the file has at its top.
    pub sections: Vec<String>,
}

/// The place at byte `offset` of `text`; `None` where nothing is to be written, as in a comment.
pub fn spot(text: &str, offset: usize) -> Option<Spot> {
    let Walked { tables, found } = walk(text, offset);
    let Found::Here { slot, path, word, table } = found else { return None };
    let others = tables[table].keys.iter().filter(|(_, span)| word != Some(*span));
    let given = others.map(|(key, _)| key.clone()).collect();
    let own = |table: &Held| word.is_some_and(|word| slot == Slot::Header && table.header == Some(word));
    let heads = tables.iter().filter(|table| table.header.is_some() && !own(table));
    let heads = heads.filter_map(|table| table.path.first().cloned());
    let sections = tables[0].keys.iter().map(|(key, _)| key.clone()).chain(heads).collect();
    Some(Spot { slot, path, word, given, sections })
}

#[cfg(test)]
mod tests {
    use super::{Slot, Spot, spot};

    /// The place at the `|` of a text.
    fn at(marked: &str) -> Option<(Spot, String)> {
        let offset = marked.find('|').expect("a cursor");
        let text = marked.replacen('|', "", 1);
        let spot = spot(&text, offset)?;
        let word = spot.word.map_or(String::new(), |word| word.of(&text).to_owned());
        Some((spot, word))
    }

    /// "key entity.relations ‹ty› of type target".
    fn told(marked: &str) -> String {
        let Some((Spot { slot, path, given, .. }, word)) = at(marked) else { return "nothing".to_owned() };
        let slot = match slot {
            Slot::Header => "header",
            Slot::Key { alone: true, .. } => "key or header",
            Slot::Key { .. } => "key",
            Slot::Value { listed: true } => "item",
            Slot::Value { .. } => "value",
        };
        let given = if given.is_empty() { String::new() } else { format!(" beside {}", given.join(" ")) };
        format!("{slot} {} ‹{word}›{given}", path.join("."))
    }

    #[test]
    fn every_place_is_known() {
        for (text, place) in [
            ("|", "key or header  ‹›"),
            ("[fi|", "header fi ‹[fi›"),
            ("[files|]\n", "header files ‹[files]›"),
            ("[files]\n|", "key or header files ‹›"),
            ("[files]\ninclude = []\nex|\n[style]\n", "key or header files ‹ex› beside include"),
            ("[files] |\n", "nothing"),
            ("# a | b\n", "nothing"),
            ("[style]\nacronyms = |\n", "value style.acronyms ‹› beside acronyms"),
            ("[style]\nacronyms = \"a|\n[x]\n", "value style.acronyms ‹\"a› beside acronyms"),
            ("[style]\nacronyms = \"ap\" |\n", "nothing"),
            ("style.acronyms = a|", "value style.acronyms ‹a› beside style"),
            ("style.|", "key style ‹› beside style"),
            ("[x]\nkind |\n", "nothing"),
        ] {
            assert_eq!(told(text), place, "{text}");
        }
    }

    #[test]
    fn brackets_are_looked_into() {
        for (text, place) in [
            ("a = [|]", "item a ‹›"),
            ("a = [\n  \"x\",\n  |\n]\nb = 1", "item a ‹› beside x"),
            ("a = [\"x|\", 'y']", "item a ‹\"x\"› beside y"),
            ("a = { b = 1, c| }", "key a ‹c› beside b"),
            ("a = { b = | }", "value a.b ‹› beside b"),
            ("a = [{ b = \"x\", | }, { c = 1 }]", "key a ‹› beside b"),
            ("a = [\n  { b = 1 },\n  { c| },\n]", "key a ‹c›"),
            ("[[e]]\na = [{ b = 2026-05-2|8 }]", "value e.a.b ‹2026-05-28› beside b"),
            ("[[e]]\nx = 1\n[[e.a]]\nb = 1\n[[e]]\n|", "key or header e ‹›"),
            ("[[e]]\n|\n[[e.a]]\nb = 1\n", "key or header e ‹› beside a"),
        ] {
            assert_eq!(told(text), place, "{text}");
        }
    }

    #[test]
    fn what_was_never_closed_ends_where_a_person_sees_it_end() {
        for (text, place) in [
            ("a = [\"x\"\n\n[b]\nc|", "key or header b ‹c›"),
            ("a = [\"x\",\nb = |\n", "value b ‹› beside a b"),
            ("a = { b = 1\nc = |\n", "value c ‹› beside a c"),
            ("a = [\n  { b = 1, \n  { c = | },\n]\nd = 1", "value a.c ‹› beside c"),
            ("a = [\n  { b = 1, |\n  { c = 2 },\n]\n", "key a ‹› beside b"),
            ("a = [\n  { b = |\n]\nd = 1\n", "value a.b ‹› beside b"),
            ("a = \"x\nb = |", "value b ‹› beside a b"),
            ("[[a]\nb|", "key or header a ‹b›"),
            ("] }\n= 3\n|", "key or header  ‹›"),
        ] {
            assert_eq!(told(text), place, "{text}");
        }
    }

    #[test]
    fn what_stands_behind_a_key_and_at_the_top_is_told() {
        let (spot, _) = at("as-of = 1\n[a]\n|b = 1\n[[c]]\n").expect("a place");
        assert_eq!(spot.slot, Slot::Key { assigned: true, alone: true });
        assert_eq!(spot.sections, ["as-of", "a", "c"]);
        let (spot, _) = at("[a]\n[b|]\n").expect("a place");
        assert_eq!(spot.sections, ["a"]);
    }

    #[test]
    fn no_text_is_too_odd() {
        let odd =
            ["\u{feff}[x]\r\n|한 = 글\r", "'''|", "a.b.|c.= {[}]", "\0|", "{|", "[|", "[[|]", "a = [[[[|"];
        for text in odd {
            let _ = at(text);
        }
        let text = "[a]\nb = [{ c = \"류\", d = 'x' }, # e\n]\n\"f\" = 1.5\r\n";
        for end in text.char_indices().map(|(at, _)| at).chain([text.len()]) {
            for offset in (0..=end).filter(|offset| text.is_char_boundary(*offset)) {
                let _ = spot(&text[..end], offset);
            }
        }
        let deep = format!("a = {}", "[{b=".repeat(100_000));
        let _ = spot(&deep, deep.len());
    }
}
