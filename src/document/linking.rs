//! Which name-like spans of an article are names, and which of them name the same.

use super::candidate::RawCandidate;
use super::lexicon;
use super::person::{may_be_person, parts};
use crate::catalog::{FamilyName, Kind};
use crate::text::{Span, fold};
use rustc_hash::{FxHashMap, FxHashSet};

/// The name-like spans of one block.
#[derive(Clone, Copy, Debug)]
pub(super) struct BlockNames<'a> {
    /// The block's text, into which the spans point.
    pub(super) text: &'a str,
    /// Its name-like spans, in order.
    pub(super) names: &'a [RawCandidate],
    /// True for a headline in Title Case: a capital there is no sign of a name, so only names that stand in
    /// the article's other blocks are names.
    pub(super) title_case: bool,
}

/// A person whom the catalog knows and the article names in full: surnames may stand for them.
#[derive(Clone, Debug)]
pub(super) struct KnownPerson<'a> {
    /// The full names that the article writes, right or not.
    pub(super) names: Vec<&'a str>,
    /// Which part of it is the family name, where the catalog says so.
    pub(super) family_name: Option<FamilyName>,
}

/// Whom a span names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Owner {
    /// A name outside the catalog: equal numbers, equal name.
    New(u32),
    /// One of the known persons given, by place.
    Known(u32),
}

/// A span that is a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Settled {
    /// The block, by place.
    pub(super) block: usize,
    /// Where, from the block's start.
    pub(super) span: Span,
    /// What it names, where the text shows it anywhere in the article.
    pub(super) kind: Option<Kind>,
    /// Whom.
    pub(super) owner: Owner,
}

/// A short name that two persons or more of the article can own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shared {
    /// The block, by place.
    pub(super) block: usize,
    /// Where, from the block's start.
    pub(super) span: Span,
    /// Whose it can be, in order of their first mention.
    pub(super) owners: Vec<Owner>,
}

/// Decides for a whole article: drops capitalised words that are no names, and links short names to full
/// ones ("Bolden" to "Charles Bolden", "Ryu" to "Ryu Je-myung"). A short name with two possible owners
/// stays by itself and is listed apart too. Time is linear in the names.
pub(super) fn settle(blocks: &[BlockNames], known: &[KnownPerson]) -> (Vec<Settled>, Vec<Shared>) {
    let mut names = Names::gather(blocks, known);
    let mut settled = Vec::new();
    let mut shared = Vec::new();
    for (block, given) in blocks.iter().enumerate() {
        for name in given.names {
            if given.title_case {
                names.find_in_title(block, given.text, name.span, &mut settled);
                continue;
            }
            let span = names.without_opener(given.text, name);
            if let Some(owners) = names.owners_of_family(span.of(given.text)) {
                shared.push(Shared { block, span, owners: owners.to_vec() });
            }
            if let Some(owner) = names.owner(span.of(given.text), name.doubtful) {
                settled.push(Settled { block, span, kind: name.kind, owner });
            }
        }
    }
    let mut kinds: FxHashMap<Owner, Kind> = FxHashMap::default();
    for name in &settled {
        if let Some(kind) = name.kind {
            kinds.entry(name.owner).or_insert(kind);
        }
    }
    for name in &mut settled {
        name.kind = kinds.get(&name.owner).copied();
    }
    (settled, shared)
}

/// Where more people share a family name than this, the others are not listed: it keeps the time linear.
const MOST_OWNERS: usize = 8;

/// The names of an article.
#[derive(Default)]
struct Names {
    /// Every name by its folded text.
    by_text: FxHashMap<String, Owner>,
    /// The owners of full names of persons by family name, and by given name.
    by_family: FxHashMap<String, Vec<Owner>>,
    by_given: FxHashMap<String, Vec<Owner>>,
    /// Names that stand where no sentence begins.
    inside: FxHashSet<String>,
    count: u32,
}

impl Names {
    fn gather(blocks: &[BlockNames], known: &[KnownPerson]) -> Self {
        let mut names = Self::default();
        for (at, person) in known.iter().enumerate() {
            let owner = Owner::Known(at as u32);
            for name in &person.names {
                names.by_text.insert(fold(name), owner);
                names.add_person(name, person.family_name, owner);
            }
        }
        let body =
            || blocks.iter().filter(|b| !b.title_case).flat_map(|b| b.names.iter().map(|n| (b.text, n)));
        for (text, name) in body().filter(|(_, n)| !n.doubtful && !n.begins_sentence) {
            names.inside.insert(fold(name.span.of(text)));
        }
        for (text, name) in body() {
            let span = names.without_opener(text, name);
            names.add(span.of(text), name);
        }
        names
    }

    /// The span of `name` without a first word that is capitalised only because a sentence begins with it:
    /// what follows is a name of its own elsewhere in the article.
    fn without_opener(&self, text: &str, name: &RawCandidate) -> Span {
        let full = name.span.of(text);
        if !name.begins_sentence || self.inside.contains(&fold(full)) {
            return name.span;
        }
        let words = word_spans(text, name.span);
        let [first, second, _, ..] = words[..] else { return name.span };
        let rest = Span::new(second.start, name.span.end);
        let own = !lexicon::is_given_name(first.of(text)) && self.inside.contains(&fold(rest.of(text)));
        if own { rest } else { name.span }
    }

    fn add(&mut self, text: &str, name: &RawCandidate) {
        let folded = fold(text);
        if !text.contains(char::is_whitespace) || self.by_text.contains_key(&folded) {
            return;
        }
        let owner = self.same_person(text, name.kind).unwrap_or_else(|| self.new_owner());
        self.by_text.insert(folded, owner);
        if may_be_person(text, name.kind) {
            self.add_person(text, None, owner);
        }
    }

    fn new_owner(&mut self) -> Owner {
        self.count += 1;
        Owner::New(self.count - 1)
    }

    /// The owner of the same name with or without a middle name.
    fn same_person(&self, text: &str, kind: Option<Kind>) -> Option<Owner> {
        if !may_be_person(text, kind) {
            return None;
        }
        let (given, family) = parts(text, None)?;
        let by_family = only(&self.by_family, &fold(family));
        by_family.filter(|owner| only(&self.by_given, &fold(given)) == Some(*owner))
    }

    fn add_person(&mut self, text: &str, order: Option<FamilyName>, owner: Owner) {
        let Some((given, family)) = parts(text, order) else { return };
        for (map, key) in [(&mut self.by_family, family), (&mut self.by_given, given)] {
            let owners = map.entry(fold(key)).or_default();
            if owners.len() < MOST_OWNERS && !owners.contains(&owner) {
                owners.push(owner);
            }
        }
    }

    /// The persons that the family name `text` can stand for, where they are several.
    fn owners_of_family(&self, text: &str) -> Option<&[Owner]> {
        self.by_family.get(&fold(text)).map(Vec::as_slice).filter(|owners| owners.len() > 1)
    }

    /// Whom `text` names; `None` where it is no name at all.
    fn owner(&mut self, text: &str, doubtful: bool) -> Option<Owner> {
        let folded = fold(text);
        if let Some(owner) = self.by_text.get(&folded) {
            return Some(*owner);
        }
        let owner = match self.by_family.get(&folded) {
            Some(_) => only(&self.by_family, &folded),
            None => only(&self.by_given, &folded),
        };
        if owner.is_some() {
            return owner;
        }
        if doubtful && !self.inside.contains(&folded) {
            return None;
        }
        let owner = self.new_owner();
        self.by_text.insert(folded, owner);
        Some(owner)
    }

    /// The names of the article's other blocks that stand in a run of capitalised words of a headline.
    fn find_in_title(&mut self, block: usize, text: &str, run: Span, settled: &mut Vec<Settled>) {
        let words = word_spans(text, run);
        let mut at = 0;
        while at < words.len() {
            let found = (at + 1..=words.len()).rev().find_map(|end| {
                let span = Span::new(words[at].start, words[end - 1].end);
                let folded = fold(span.of(text));
                let known = self.by_text.contains_key(&folded)
                    || self.inside.contains(&folded)
                    || only(&self.by_family, &folded).is_some();
                known.then_some((end, span))
            });
            match found {
                Some((end, span)) => {
                    let owner = self.owner(span.of(text), false);
                    settled.extend(owner.map(|owner| Settled { block, span, kind: None, owner }));
                    at = end;
                }
                None => at += 1,
            }
        }
    }
}

/// The owner of `key`, where there is one only.
fn only(owners: &FxHashMap<String, Vec<Owner>>, key: &str) -> Option<Owner> {
    match owners.get(key)?.as_slice() {
        [owner] => Some(*owner),
        _ => None,
    }
}

fn word_spans(text: &str, run: Span) -> Vec<Span> {
    let run_text = run.of(text);
    run_text
        .split_whitespace()
        .map(|word| {
            let start = run.start + (word.as_ptr() as usize - run_text.as_ptr() as usize);
            Span::new(start, start + word.len())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::candidate::candidates;
    use super::*;
    use crate::text::{Blocks, Format, Prose, State};

    /// The names of an article with their owners, in order, "*" behind persons.
    fn names(text: &str) -> Vec<(String, Owner)> {
        let blocks: Vec<_> = Blocks::new(text, Format::Plain, State::default()).collect();
        let read = |b: &crate::text::Block| Prose::read(b.span.of(text), b, Format::Plain);
        let proses: Vec<Prose> = blocks.iter().map(read).collect();
        let raw: Vec<_> = proses.iter().map(|p| candidates(p, &[], &[])).collect();
        let given: Vec<_> = proses
            .iter()
            .zip(&raw)
            .map(|(p, names)| BlockNames { text: &p.text, names, title_case: p.text.starts_with('=') })
            .collect();
        let marked = |s: &Settled| {
            let person = if s.kind == Some(Kind::Person) { "*" } else { "" };
            (format!("{}{person}", s.span.of(given[s.block].text)), s.owner)
        };
        settle(&given, &[]).0.iter().map(marked).collect()
    }

    fn texts(text: &str) -> String {
        names(text).into_iter().map(|n| n.0).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn names_end_at_titles_and_possessives() {
        for (text, expected) in [
            ("They met OpenAI Chief Strategy Officer Jason Kwon.", "OpenAI, Jason Kwon*"),
            ("On Monday NASA Administrator Charles Bolden spoke.", "NASA, Charles Bolden*"),
            ("It is Seoul's AI Safety Institute.", "Seoul, AI Safety Institute"),
            (
                "The Ministry of Trade, Industry and Energy met the Bank of Korea.",
                "Ministry of Trade, Industry and Energy, Bank of Korea",
            ),
            ("Second Vice Minister Ryu Je-myung and Mr. Park left.", "Ryu Je-myung*, Park*"),
            ("He saw Secretary of State John Kerry of Kenya.", "John Kerry*, Kenya"),
            (
                "An OpenAI-led group at Sungshin Women's University won.",
                "OpenAI, Sungshin Women's University",
            ),
            ("So said Ludwig van Beethoven and Bashar al-Assad.", "Ludwig van Beethoven, Bashar al-Assad"),
            ("In May the British and South Korean officials met in Oslo.", "Oslo"),
            (
                "General Motors hired Dana Whitlock, chief economist of Hapsel.",
                "General Motors, Dana Whitlock*, Hapsel",
            ),
            ("“We win,” she said. Officials left. Yesterday I left.", ""),
            ("They cheered (“Go to Yale.”) in the U.S. and the E.U.", "Yale, U.S., E.U."),
        ] {
            assert_eq!(texts(text), expected, "{text}");
        }
    }

    #[test]
    fn short_names_go_with_their_full_name() {
        let all = names("Dana Whitlock met Ryu Je-myung. Whitlock and Ryu left. Dana stayed.");
        let owner = |name: &str| all.iter().find(|(n, _)| n.trim_end_matches('*') == name).map(|(_, o)| *o);
        assert_eq!(owner("Whitlock"), owner("Dana Whitlock"));
        assert_eq!(owner("Ryu"), owner("Ryu Je-myung"));
        assert_eq!(owner("Dana"), owner("Dana Whitlock"));
        assert_ne!(owner("Dana Whitlock"), owner("Ryu Je-myung"));
    }

    #[test]
    fn a_short_name_with_two_owners_stays_alone() {
        let all = names("Dana Whitlock and Otto Whitlock met. He saw Whitlock there.");
        assert_eq!(all.len(), 3);
        assert!(all[2].1 != all[0].1 && all[2].1 != all[1].1, "{all:?}");
    }

    #[test]
    fn a_capital_that_the_sentence_gives_is_no_name() {
        assert_eq!(texts("Ferries stopped. Nobody knew why the ferries stopped."), "");
        assert_eq!(texts("Nordhavn slept. All of Nordhavn slept."), "Nordhavn, Nordhavn");
        assert_eq!(
            texts("Nearby Harbour Lights shone. They saw Harbour Lights."),
            "Harbour Lights, Harbour Lights"
        );
        assert_eq!(
            texts("= Ferries Leave Nordhavn For Good\n\nThe port of Nordhavn closed."),
            "Nordhavn, Nordhavn"
        );
    }

    #[test]
    fn long_input_takes_linear_time() {
        for part in [
            "Aa ",
            "Aa and ",
            "Aa of ",
            "Ministry of Aa, ",
            "A. ",
            "Aa-",
            "Aa'",
            "& ",
            "Chief ",
            "President of ",
            "Aa Bb. ",
        ] {
            names(&part.repeat(50_000 / part.len()));
        }
    }
}
