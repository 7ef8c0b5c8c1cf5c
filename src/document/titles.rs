//! The titles beside a person's name, which tell persons of one surname apart.

use super::courtesy::{Courtesy, Style};
use super::{lexicon, title_words};
use crate::text::{Span, fold_key};

/// No more titles of one place are told apart.
const MOST: usize = 3;

/// Titles have no more words between them and "former", or the name: "Secretary of State for Science and Innovation".
const REACH: usize = 8;

/// The titles beside a name, without those of courtesy.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Titles {
    /// The key of the one right before the name; 0 where none stands there.
    before: u64,
    /// The same with its field: "Justice Secretary"; 0 where none stands there.
    before_with_field: u64,
    /// Those of all, 0 for none.
    all: [u64; MOST],
    /// The same with their fields.
    with_fields: [u64; MOST],
    /// Whether "Mr" or "Mrs" stands before the name.
    pub(super) courtesy: Option<Courtesy>,
    /// Whether "Dr" or "Sir" does, or no more than "Mr".
    pub(super) style: Option<Style>,
    /// True for kings, queens, their children and popes, who are called by the given name.
    pub(super) royal: bool,
}

/// A title as it is written.
struct Title<'t> {
    /// "Vice" in "Vice President", and "Secretary" in "Secretary General".
    rank: &'t str,
    word: &'t str,
    /// What it is the title of, so far as one word tells: "Justice" in "Justice Secretary", "Minister of Justice".
    field: &'t str,
    /// True for one that is held no longer.
    former: bool,
}

impl Titles {
    /// The titles beside the name at `span`.
    pub(super) fn beside(text: &str, span: Span) -> Self {
        let (courtesy, style) = (Courtesy::before(text, span.start), Style::before(text, span.start));
        let mut titles = Self { courtesy, style, ..Self::default() };
        if let Some(before) = before(text, span.start) {
            titles.add(&before);
            (titles.before, titles.before_with_field) = (titles.all[0], titles.with_fields[0]);
        } else if let Some(apposed) = apposed_before(text, span) {
            titles.add(&apposed);
        }
        behind(&text[span.end..], &mut |title| titles.add(title));
        titles
    }

    /// The title of an office: "second vice minister", "minister of tides".
    pub(super) fn of_office(office: &str) -> Self {
        let mut titles = Self::default();
        let end = [" of ", " for ", ","].iter().filter_map(|behind| office.find(behind)).min();
        let mut words = office[..end.unwrap_or(office.len())].rsplit(is_space);
        if let Some(title) = words.next().and_then(|last| title(last, words)) {
            titles.add(&title);
        }
        titles
    }

    /// The key of the title right before the name.
    pub(super) fn before(&self) -> Option<u64> {
        (self.before != 0).then_some(self.before)
    }

    /// The key of the title right before the name with its field: a Justice Secretary is no Interior Secretary.
    pub(super) fn before_with_field(&self) -> Option<u64> {
        (self.before_with_field != 0).then_some(self.before_with_field)
    }

    /// The keys of all of them, without and with their fields.
    pub(super) fn all(&self) -> impl Iterator<Item = u64> + '_ {
        self.all.iter().chain(&self.with_fields).copied().filter(|key| *key != 0)
    }

    fn add(&mut self, title: &Title) {
        self.royal |= is_royal(title.word);
        if let Some(free) = self.all.iter().position(|key| *key == 0) {
            let key = title.key();
            self.all[free] = key;
            self.with_fields[free] = title.key_with_field(key);
        }
    }
}

impl Title<'_> {
    /// One key for all ways to write it: "Sen." and "senator".
    fn key(&self) -> u64 {
        let word = self.word.trim_end_matches('.');
        let long = LONG.iter().find(|(short, _)| short.eq_ignore_ascii_case(word));
        let word = long.map_or(word, |(_, long)| *long);
        // A crown prince is called a prince too.
        let rank = if is_royal(self.word) { "" } else { self.rank };
        let former = if self.former { "former" } else { "" };
        let mut whole = String::with_capacity(former.len() + rank.len() + word.len() + 2);
        for part in [former, rank, word].into_iter().filter(|part| !part.is_empty()) {
            if !whole.is_empty() {
                whole.push(' ');
            }
            whole.push_str(part);
        }
        fold_key(&whole)
    }

    /// The `key` together with the field; 0 where none is told.
    fn key_with_field(&self, key: u64) -> u64 {
        let named = self.field.starts_with(char::is_alphabetic) && !lexicon::is_function_word(self.field);
        if named { key.rotate_left(1) ^ fold_key(self.field) } else { 0 }
    }
}

/// Titles that are often shortened, in small letters.
const LONG: [(&str, &str); 16] = [
    ("adm", "admiral"),
    ("capt", "captain"),
    ("cmdr", "commander"),
    ("col", "colonel"),
    ("congressman", "representative"),
    ("congresswoman", "representative"),
    ("gen", "general"),
    ("gov", "governor"),
    ("insp", "inspector"),
    ("lt", "lieutenant"),
    ("maj", "major"),
    ("pm", "prime minister"),
    ("rep", "representative"),
    ("sen", "senator"),
    ("sgt", "sergeant"),
    ("supt", "superintendent"),
];

/// True for a title that is no courtesy: "President", "minister", "pope".
fn is_office(word: &str) -> bool {
    /// Words before a name that many bear who hold no office.
    const HONOURS: [&str; 10] =
        ["Ato", "Comrade", "Haji", "Hajah", "Hajia", "Hajiya", "Mallam", "Seri", "Sor", "Tengku"];
    title_words::is_title(word) && !title_words::is_courtesy(word) && !HONOURS.contains(&word)
        || title_words::is_small_title(word)
        || matches!(
            word,
            "bishop"
                | "cardinal"
                | "general"
                | "judge"
                | "justice"
                | "king"
                | "pope"
                | "prince"
                | "princess"
                | "queen"
        )
}

/// True for who is called by the given name.
fn is_royal(word: &str) -> bool {
    const WORDS: [&str; 7] = ["Emperor", "Empress", "King", "Pope", "Prince", "Princess", "Queen"];
    WORDS.iter().any(|royal| royal.eq_ignore_ascii_case(word))
}

/// True for a word that makes another title of the one behind it: no Vice President is the President.
fn is_rank(rank: &str, title: &str) -> bool {
    const RANKS: [&str; 11] = [
        "Assistant",
        "Attorney",
        "Deputy",
        "First",
        "Lieutenant",
        "Prime",
        "Second",
        "Solicitor",
        "Under",
        "Vice",
        "Chief",
    ];
    RANKS.iter().any(|word| word.eq_ignore_ascii_case(rank))
        || title.eq_ignore_ascii_case("general") && is_office(rank)
}

/// The title that ends with `word`, which `rest` stands before, the nearest first; `None` where `word` is none.
fn title<'t>(word: &'t str, rest: impl Iterator<Item = &'t str>) -> Option<Title<'t>> {
    let (head, last) = word.split_once('-').map_or(("", word), |(head, last)| (head, last));
    let prefix = ["ex", "former", "then", "vice"].iter().any(|p| p.eq_ignore_ascii_case(head));
    let word = if prefix { last } else { word };
    let mut rest = rest.take(REACH).peekable();
    let first = rest.peek().copied().unwrap_or("");
    if !is_office(word) && !title_words::is_small_title_of_two(first, word) {
        return None;
    }
    let rank = match head.eq_ignore_ascii_case("vice") {
        true => head,
        false if is_rank(first, word) => first,
        false => "",
    };
    let was = |word: &str| {
        let word = word.trim_start_matches(['(', '"', '“']);
        matches!(word, "former" | "Former")
    };
    let goes_on = |word: &&str| word.ends_with(char::is_alphanumeric) && *word != "and";
    let former = prefix && rank.is_empty() || rest.take_while(goes_on).any(was);
    let field = if rank == first { "" } else { first };
    Some(Title { rank, word, field, former })
}

/// The title right before byte `start`: "President", "Minister of Science and ICT".
fn before(text: &str, start: usize) -> Option<Title<'_>> {
    let head = text[..start].strip_suffix(is_space)?;
    let mut words = head.rsplit(is_space);
    let last = words.next()?;
    let own = title(last, words.clone());
    // "Minister of Justice"; the wife of General Holm has no title of a general's.
    let of = || matches!(words.clone().next(), Some("of" | "for"));
    if own.is_some() && !of() {
        return own;
    }
    before_field(last, words).or(own)
}

/// The title before the field that ends with `last`, which `words` stand before, the nearest first.
fn before_field<'t>(last: &'t str, mut words: impl Iterator<Item = &'t str> + Clone) -> Option<Title<'t>> {
    // Most names stand behind a word in small letters.
    let may_be_field =
        |word: &str| word.starts_with(char::is_uppercase) || matches!(word, "and" | "&" | "for" | "of");
    let (mut field, mut behind) = ("", last);
    for _ in 0..REACH {
        if !may_be_field(behind) || !behind.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | '&'))
        {
            return None;
        }
        let word = words.next()?;
        if matches!(behind, "of" | "for") && word.starts_with(char::is_uppercase) {
            return title(word, words).map(|title| Title { field, ..title });
        }
        (field, behind) = (behind, word);
    }
    None
}

/// The title between whose comma and another the name at `span` stands: "the president, Ana Lund, said".
fn apposed_before(text: &str, span: Span) -> Option<Title<'_>> {
    let head = text[..span.start].strip_suffix(", ").filter(|_| text[span.end..].starts_with(','))?;
    let mut words = head.rsplit(is_space);
    let last = words.next().filter(|word| word.starts_with(char::is_lowercase))?;
    title(last, words)
}

/// Takes up the titles of the clause behind a name: ", the mayor of Oslo", ", 45, president and CEO of Hapsel".
fn behind<'t>(text: &'t str, take: &mut dyn FnMut(&Title<'t>)) {
    #[rustfmt::skip]
    const STOPS: [&str; 22] = [
        "against", "as", "at", "but", "by", "for", "from", "in", "of", "on", "over", "to", "under", "until", "when", "where", "which",
        "while", "who", "whom", "whose", "with",
    ];
    let Some(clause) = text.strip_prefix(", ") else { return };
    let aged = clause.split_once(", ").filter(|(age, _)| age.bytes().all(|byte| byte.is_ascii_digit()));
    let clause = aged.map_or(clause, |(_, clause)| clause);
    let end = clause.find(['.', ',', ';', ':', '(', '"', '“', '”', '—', '\n']).unwrap_or(clause.len());
    let clause = &clause[..end];
    let stops = |word: &&str| {
        let small = word.starts_with(char::is_lowercase);
        small && (STOPS.contains(word) || word.ends_with("ing") || lexicon::is_speech_verb(word))
    };
    if stops(&clause.split(is_space).next().unwrap_or("")) || clause.starts_with("and ") {
        return;
    }
    let words: Vec<&str> = clause.split(is_space).take(REACH).take_while(|word| !stops(word)).collect();
    for at in 0..words.len() {
        let Some(title) = title(words[at], words[..at].iter().rev().copied()) else { continue };
        // "…, Mayor Ole Dahl" is another person.
        let goes_on = words.get(at + 1).is_some_and(|next| {
            next.starts_with(char::is_uppercase) && !is_office(next) && !title_words::is_title_modifier(next)
        });
        if goes_on {
            return;
        }
        // Of "Chief Strategy Officer" the last word is the title.
        if !words.get(at + 1).is_some_and(|next| next.starts_with(char::is_uppercase)) {
            take(&title);
        }
    }
}

/// True for the "General" of "the Secretary General", and for "Surgeon General": an office, and nobody's name.
pub(super) fn is_office_alone(text: &str, span: Span) -> bool {
    const FIRST: [&str; 12] = [
        "Attorney",
        "Auditor",
        "Comptroller",
        "Consul",
        "Director",
        "Governor",
        "Inspector",
        "Postmaster",
        "Prosecutor",
        "Secretary",
        "Solicitor",
        "Surgeon",
    ];
    let Some(head) = span.of(text).strip_suffix("General") else { return false };
    let head = if head.is_empty() { &text[..span.start] } else { head };
    let first = head.strip_suffix([' ', '-']).and_then(|head| head.rsplit(is_space).next());
    first.is_some_and(|first| FIRST.contains(&first)) && span.of(text).split(is_space).nth(2).is_none()
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn beside(text: &str, name: &str) -> Titles {
        let at = text.find(name).unwrap();
        Titles::beside(text, Span::new(at, at + name.len()))
    }

    #[test]
    fn one_title_has_one_key() {
        for (one, other) in [
            ("Gov. Holm left", "the governor Holm left"),
            ("Then Governor Holm left", "Governor Holm left"),
            ("Prime Minister Holm left", "PM Holm left"),
            ("Second Vice Minister Holm left", "vice minister Holm left"),
            ("then Vice-President Holm left", "Vice President Holm left"),
            ("Crown Prince Holm left", "Prince Holm left"),
            ("Minister of Tides and ICT Holm left", "Minister Holm left"),
            ("ex-Mayor Holm left", "Former Vinterby Mayor Holm left"),
        ] {
            let (one, other) = (beside(one, "Holm").before(), beside(other, "Holm").before());
            assert!(one.is_some() && one == other, "{one:?} {other:?}");
        }
    }

    #[test]
    fn other_titles_have_other_keys() {
        let president = beside("President Holm left", "Holm").before();
        for text in [
            "Vice President Holm left",
            "Former President Holm left",
            "Minister Holm left",
            "Mr Holm left",
            "the president met Holm",
            "President, Holm left",
        ] {
            assert_ne!(beside(text, "Holm").before(), president, "{text}");
        }
    }

    #[test]
    fn titles_stand_behind_a_name_too() {
        let president = beside("President Holm left", "Holm").before();
        for (text, holds) in [
            ("Ana Holm, the president of Nordhavn, left", true),
            ("Ana Holm, 45, chair and president of Hapsel, left", true),
            ("So the president, Ana Holm, left", true),
            ("Ana Holm, a former president, left", false),
            ("Ana Holm, the vice president, left", false),
            ("Ana Holm, President Ole Lund and others left", false),
            ("Ana Holm, and the president left", false),
            ("Ana Holm, who met the president, left", false),
            ("Ana Holm, wife of the president, left", false),
            ("Ana Holm, praising the president, left", false),
        ] {
            let held = beside(text, "Ana Holm");
            assert_eq!(held.all().any(|title| Some(title) == president), holds, "{text}");
        }
    }
}
