//! Names at the beginning of sentences and in headlines, where a capital proves nothing.

use super::calling::is_role;
use super::imperative::is_imperative;
use super::name_run::Units;
use super::owners::only;
use super::paragraph::Paragraph;
use super::person::may_be_person;
use super::raw_candidate::{RawCandidate, ordinal_before, particles_before};
use super::roster::Roster;
use super::trades;
use super::unit::is_acronym;
use super::zones::closed;
use super::{head_nouns, lexicon, title_words};
use crate::catalog::Kind;
use crate::text::{BlockKind, Span, fold_key};

/// The name in a span, as it is written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Written {
    /// Where, from the block's start.
    pub(super) span: Span,
    /// The key of its folded text.
    pub(super) key: u64,
}

impl Paragraph {
    /// Notes the name that a headline begins with. What ends in no stop may be a headline.
    pub(super) fn note_headline(&mut self) {
        let headline = matches!(self.block.kind, BlockKind::Heading(_)) || !closed(self);
        if let Some(name) = self.candidates.first_mut() {
            name.begins_headline = headline && name.begins_sentence;
            name.headlined = name.begins_headline && tells(&self.prose.text[name.span.end..]);
        }
    }
}

impl Roster {
    /// Notes that the first word of a headline's name is no part of it: of "Embattled Holm quits", where the article names
    /// some Holm in full.
    pub(super) fn note_opener(&mut self, text: &str, name: &RawCandidate) {
        if !name.headlined
            || name.shape.words != 2
            || name.kind.is_some()
            || self.by_text.contains_key(&name.key)
        {
            return;
        }
        if let [first, family] = word_spans(text, name.span)[..]
            && !lexicon::is_given_name(first.of(text))
            && self.by_family.contains_key(&fold_key(family.of(text)))
        {
            self.openers.insert(name.key);
        }
    }

    /// `name` without a first word that is capitalised only because a sentence begins with it: what follows is a
    /// name of its own elsewhere in the article.
    pub(super) fn without_opener(&self, text: &str, name: &RawCandidate) -> Written {
        if let Some(longer) = self.with_opener(text, name) {
            return longer;
        }
        let full = Written { span: name.span, key: name.key };
        if name.begins_headline
            && self.openers.contains(&name.key)
            && let [_, family] = word_spans(text, name.span)[..]
        {
            return Written { span: family, key: fold_key(family.of(text)) };
        }
        if let Some(person) = self.behind_several(text, name) {
            return person;
        }
        if !name.begins_sentence || self.inside.contains(&name.key) {
            return full;
        }
        if name.shape.words < 3 {
            return self.without_first(text, name).unwrap_or(full);
        }
        let words = word_spans(text, name.span);
        let [first, second, _, ..] = words[..] else { return full };
        // "Kim van Dijk" is called so, though the article goes on with "Van Dijk".
        if second.of(text).starts_with(char::is_lowercase) {
            return full;
        }
        let span = Span::new(second.start, name.span.end);
        let key = fold_key(span.of(text));
        // "Parent Orvina Lund left", where the article goes on with Lund.
        let role = || {
            let [_, _, family] = words[..] else { return false };
            is_role(first.of(text)) && self.alone.contains_key(&fold_key(family.of(text)))
        };
        let own = !lexicon::is_given_name(first.of(text)) && (self.inside.contains(&key) || role());
        if own { Written { span, key } } else { full }
    }

    /// The "Ana Lund" of "former Royal Harbour Pilot Ana Lund", where the article names her elsewhere: what begins with none of
    /// her names, and goes on for two words or more, is her calling.
    fn behind_several(&self, text: &str, name: &RawCandidate) -> Option<Written> {
        if name.shape.words < 4 {
            return None;
        }
        let (head, family) = name.span.of(text).rsplit_once(' ')?;
        let (before, given) = head.rsplit_once(' ')?;
        let span = Span::new(name.span.start + before.len() + 1, name.span.end);
        let key = fold_key(span.of(text));
        if !self.inside.contains(&key) && !self.headed.contains(&key) {
            return None;
        }
        let part = |word: &str| {
            let capital = word.starts_with(char::is_uppercase) && word.ends_with(char::is_lowercase);
            let other = lexicon::is_given_name(word) || lexicon::is_particle_in_any_case(word);
            capital && !other && !lexicon::is_function_word(word)
        };
        let is = |key| self.kinds.get(&key) == Some(&Kind::Person);
        let person = || lexicon::is_given_name(given) || is(key) || is(fold_key(family));
        let named = before.split(' ').all(part) && person() && may_be_person(span.of(text), None);
        named.then_some(Written { span, key })
    }

    /// What is written at `name`: one name, or two.
    pub(super) fn written(&self, text: &str, name: &RawCandidate) -> [Option<Written>; 2] {
        let written = self.without_opener(text, name);
        let written = self.with_particles(text, name, written);
        let written = self.with_number(text, name, written);
        self.apart(text, name, self.without_rank(text, name, written))
    }

    /// The "NKSA" of "Leaving NKSA was hard" and "Current NKSA chief Ana Lund", the "Lund" of "Sentencing Lund, she wept" and the
    /// "Takvik" of "Retailer Takvik", where the article has these names elsewhere, and no "Leaving".
    fn without_first(&self, text: &str, name: &RawCandidate) -> Option<Written> {
        /// Shorter letters stand behind names too: "Sterling UK".
        const SHORTEST: usize = 3;
        let (first, rest) = name.span.of(text).split_once(' ')?;
        let letters = rest.len() >= SHORTEST && is_acronym(rest);
        let before_letters = || letters && (first.ends_with("ing") || matches!(first, "New" | "Recent"));
        let described = || trades::is_calling(first) || title_words::is_description(first);
        let opens = opens_sentence(first) || is_imperative(first) || described() || before_letters();
        // "Sabotaging Lund", of whom the article shows that she is somebody; "Erling Lund", once he is named, is another.
        let doing = || is_doing(first) && name.kind.is_none() && !self.by_text.contains_key(&name.key);
        if !opens && !doing() {
            return None;
        }
        let key = fold_key(rest);
        let family = || {
            let owners = self.by_family.get(&key).filter(|owners| opens || owners.sure);
            owners.is_some_and(|owners| owners.more.is_empty())
        };
        let person = || family() || only(&self.by_given, key).is_some();
        let own = opens && self.inside.contains(&key) || !letters && person();
        let span = Span::new(name.span.end - rest.len(), name.span.end);
        (own && !self.inside.contains(&fold_key(first))).then_some(Written { span, key })
    }

    /// `name` with the first word of the sentence, "All Gulls" in "All Gulls won", where the article has it so elsewhere.
    fn with_opener(&self, text: &str, name: &RawCandidate) -> Option<Written> {
        if name.led == 0 || !self.inside.contains(&name.led) {
            return None;
        }
        let head = text[..name.span.start].strip_suffix(' ')?;
        let word = head.len() - head.bytes().rev().take_while(u8::is_ascii_alphabetic).count();
        let span = Span::new(word, name.span.end);
        (fold_key(span.of(text)) == name.led).then_some(Written { span, key: name.led })
    }

    /// `written` with the particles in front that belong to it: "von Holm Lund" in "that von Holm Lund left", where the article
    /// names Karl von Holm Lund.
    pub(super) fn with_particles(&self, text: &str, name: &RawCandidate, written: Written) -> Written {
        if name.led == 0 || written.span.start != name.span.start {
            return written;
        }
        let led = |start| Span::new(start, written.span.end);
        let ways = particles_before(text, written.span.start)
            .map(|start| (led(start), fold_key(led(start).of(text))));
        let whole = ways.filter(|(_, key)| self.by_family.contains_key(key)).last();
        whole.map_or(written, |(span, key)| Written { span, key })
    }

    /// `written` with the number in front, "4th" of "the 4th Vinter Division", where the article names another one of them.
    pub(super) fn with_number(&self, text: &str, name: &RawCandidate, written: Written) -> Written {
        if name.numbered == 0 || written.key != name.key || self.numbers.get(&name.key) != Some(&None) {
            return written;
        }
        let start = ordinal_before(text, name.span.start).unwrap_or(name.span.start);
        Written { span: Span::new(start, name.span.end), key: name.numbered }
    }

    /// The two names of "Hapsel of Nordhavn" and "Lund of Hapsel", where the article names Hapsel or Lund elsewhere; else
    /// `written` alone.
    pub(super) fn apart(&self, text: &str, name: &RawCandidate, written: Written) -> [Option<Written>; 2] {
        let whole = [Some(written), None];
        if name.shape.words < 3 {
            return whole;
        }
        let words = written.span.of(text);
        // She joined the "Board of Hapsel".
        if let Some(company) = words.strip_prefix("Board of ") {
            let key = fold_key(company);
            let span = Span::new(written.span.end - company.len(), written.span.end);
            return if self.inside.contains(&key) { [None, Some(Written { span, key })] } else { whole };
        }
        // "A meeting in Nordhavn of the Ferry Group".
        let meeting = if name.located { words.split_once(" of the ") } else { None };
        let pair = meeting.or_else(|| name.kind.is_none().then(|| words.split_once(" of "))?);
        let Some((first, place)) = pair else { return whole };
        let key = fold_key(first);
        // "Friends of Holm Library" are the Friends for short, and "Bank of Holm" is the bank.
        let noun = first.contains(char::is_whitespace)
            || first.ends_with('s')
            || head_nouns::is_body(first)
            || head_nouns::is_landmark(first)
            || title_words::is_title(first)
            || lexicon::is_given_name(first);
        let known = self.inside.contains(&key) || only(&self.by_family, key).is_some();
        if noun || !known || !place.starts_with(char::is_uppercase) {
            return whole;
        }
        let Span { start, end } = written.span;
        let first = Written { span: Span::new(start, start + first.len()), key };
        [Some(first), Some(Written { span: Span::new(end - place.len(), end), key: fold_key(place) })]
    }

    /// The names of the article's other blocks that stand in a run of capitalised words of a headline.
    pub(super) fn in_title(&self, text: &str, run: Span) -> Vec<Span> {
        let words = word_spans(text, run);
        let mut found = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let name = (at + 1..=words.len().min(at + usize::from(self.longest))).rev().find_map(|end| {
                let span = Span::new(words[at].start, words[end - 1].end);
                let key = fold_key(span.of(text));
                let known = self.by_text.contains_key(&key)
                    || self.inside.contains(&key)
                    || only(&self.by_family, key).is_some();
                known.then_some((end, span))
            });
            at = name.map_or(at + 1, |(end, _)| end);
            found.extend(name.map(|(_, span)| span));
        }
        found
    }
}

impl Units<'_> {
    /// Where the "All" of "All Gulls won" begins, before unit `at`, and the "June" of "and June Lund left": names begin with a
    /// number, "All", "I" or a month as well.
    pub(super) fn with_opener(&self, at: usize) -> Option<usize> {
        let before = at.checked_sub(1)?;
        let opens = match self.word(before) {
            "All" | "First" | "Five" | "Four" | "I" | "One" | "Second" | "Seven" | "Six" | "Ten"
            | "Third" | "Three" | "Two" => self.units[before].starts,
            "April" | "August" | "June" | "May" => !self.is_behind_time(before),
            _ => false,
        };
        let span = self.units[before].span;
        (opens && self.text[span.end..self.units[at].span.start] == *" ").then_some(span.start)
    }

    /// True where a month stands at `at`: "in June", "last June", "5 June".
    fn is_behind_time(&self, at: usize) -> bool {
        const WORDS: [&str; 15] = [
            "after", "before", "by", "early", "from", "in", "last", "late", "next", "of", "on", "since",
            "this", "to", "until",
        ];
        let before = at.checked_sub(1).filter(|_| !self.units[at].starts).map_or("", |at| self.word(at));
        before.starts_with(|c: char| c.is_ascii_digit())
            || WORDS.iter().any(|word| word.eq_ignore_ascii_case(before))
    }
}

/// True for what a sentence begins with in front of a name that the article has elsewhere: what is done to it, "Sentencing", how long
/// it has been, "Existing", or what it is, "Retailer".
fn opens_sentence(word: &str) -> bool {
    matches!(
        word,
        "Ailing"
            | "Airline"
            | "Announcing"
            | "Arresting"
            | "Asking"
            | "Assisting"
            | "Backing"
            | "Beating"
            | "Brewer"
            | "Broadcaster"
            | "Buying"
            | "Calling"
            | "Carrier"
            | "Chairing"
            | "Closing"
            | "Coastal"
            | "Concerning"
            | "Conglomerate"
            | "Congratulating"
            | "Consultancy"
            | "Convicting"
            | "Current"
            | "Dismissing"
            | "Downtown"
            | "Embattled"
            | "Ethnic"
            | "Existing"
            | "Facing"
            | "Fellow"
            | "Fintech"
            | "Helping"
            | "Hiring"
            | "Incoming"
            | "Injured"
            | "Interviewing"
            | "Introducing"
            | "Jailing"
            | "Keeper"
            | "Landlocked"
            | "Launching"
            | "Leading"
            | "Local"
            | "Longtime"
            | "Meeting"
            | "Miner"
            | "Naming"
            | "Neighboring"
            | "Neighbouring"
            | "Newcomer"
            | "Occupied"
            | "Opening"
            | "Operator"
            | "Ousted"
            | "Outgoing"
            | "Owning"
            | "Playing"
            | "Previous"
            | "Producer"
            | "Publisher"
            | "Regarding"
            | "Regulator"
            | "Rival"
            | "Running"
            | "Selling"
            | "Senior"
            | "Sentencing"
            | "Startup"
            | "Struggling"
            | "Substitute"
            | "Suing"
            | "Supplier"
            | "Suspended"
            | "Telling"
            | "Troubled"
            | "Watchdog"
    )
}

/// True for what is done to somebody, as a sentence begins: "Sabotaging"; not for names with such an end.
fn is_doing(word: &str) -> bool {
    /// Shorter ones may be given names: "Ming".
    const SHORTEST: usize = 6;
    word.len() >= SHORTEST
        && word.ends_with("ing")
        && !lexicon::is_given_name(word)
        && !matches!(
            word,
            "Browning"
                | "Channing"
                | "Erling"
                | "Fleming"
                | "Flemming"
                | "Harding"
                | "Henning"
                | "Irving"
                | "Keating"
                | "Manning"
                | "Sterling"
                | "Stirling"
        )
}

/// True where a headline goes on behind a name: "Embattled Holm quits", "Embattled Holm to quit"; not behind "Ana Holm (left)", "Ana
/// Holm and" or a bare name, which stand in lists and below pictures.
fn tells(behind: &str) -> bool {
    let word = behind.strip_prefix(' ').and_then(|rest| rest.split(|c: char| !c.is_alphabetic()).next());
    word.is_some_and(|word| {
        word.starts_with(char::is_lowercase) && (word == "to" || !lexicon::is_function_word(word))
    })
}

/// The words of a text, without those of marks and hidden markup alone.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric))
}

fn word_spans(text: &str, run: Span) -> Vec<Span> {
    let run_text = run.of(text);
    words(run_text)
        .map(|word| {
            let start = run.start + (word.as_ptr() as usize - run_text.as_ptr() as usize);
            Span::new(start, start + word.len())
        })
        .collect()
}
