//! Sentences: patterns with open places, filled with words and with names of the cast.

use super::cast::Cast;
use super::random::Random;
use super::words;
use super::world::zipf;

/// Patterns of sentences. What stands in braces is named in [`Sentences::fill`].
const SENTENCES: &[&str] = &[
    "{P} said on {day} that {clause}.",
    "{O} {past} {np} on {day}, {P} said.",
    "{np} {past} {np} in {L}, and {clause}.",
    "According to {O}, {clause}.",
    "{O} said it would {base} {np} before {month}.",
    "{clause}, though {clause}.",
    "{P} called {np} “{adj} and {adj}”.",
    "{O} {adv} {past} {np}; {one} was {past} in {year}.",
    "In {L}, {np} {past} {np} for the first time since {year}.",
    "{T} will {base} {np} by {year}.",
    "{T}, which {past} {np} in {year}, {adv} {past} {np}.",
    "{np} cost {money}, up {number} percent from a year earlier.",
    "About {number} {plural} from {L} {past} {np}.",
    "Neither {O} nor {O} would say whether {clause}.",
    "But {clause}.",
    "When {clause}, {P} {past} {np}.",
    "Critics of {T} point to {np} and {np}.",
    "{P} and {P} met in {L} on {day} to {base} {np}.",
    "{one} is {adj}, and {one} has {past} {np} since {month}.",
    "Last {day} {P} {past} {np}, and {O} {past} {plural}.",
    "It was {adj}, {adj} and {adj}; {clause}.",
    "{clause}.",
    "{clause}, {clause} and {clause}, {O} said in {a} {noun}.",
    "By {month} {year}, {number} {plural} had {past} {np}.",
    "{gerund} {np} took {number} {plural} and {money}.",
    "The {noun} that {O} {past} in {L} {past} {np}.",
    "{P} {adv} {past} {np} after {clause}.",
    "Since {month}, {np} {past} {np} in {L} and in {L}.",
    "What {P} {past} was {np}, not {np}.",
    "For {one} the {noun} means {np}: {clause}.",
    "“{quote},” said {P}.",
    "“{quote},” {P} said. “{Quote}.”",
    "{P} told reporters: “{Quote}.”",
    "“{quote},” {P} said on {day}, “and {quote}.”",
    "{P} said that {O} was “{gerund} {np}”.",
    "Asked about {np}, {P} said: “{Quote}. {Quote}.”",
];

/// The first of [`SENTENCES`] that has speech; behind it all have.
const FIRST_SPEECH: usize = 30;

/// Patterns of clauses.
const CLAUSES: &[&str] = &[
    "{np} {past} {np}",
    "{np} {adv} {past} {np}",
    "{np} had {past} {np}",
    "{np} would {base} {np}",
    "{one} was {past} by {np}",
    "{np} could not be {past} without {np}",
    "there was no {noun} for {np}",
    "{np} remained {adj}",
    "{O} had {past} {np}",
    "{np} in {L} {past} {np}",
    "{number} {plural} were {past}",
    "{gerund} {np} would {base} {np}",
    "{np} of {np} {past} {np}",
    "{T} {past} {np}",
    "{np} and {np} were {adj}",
    "he {past} {np}",
    "she would {base} {np}",
    "they {adv} {past} {np} with {np}",
    "it {past} {np} from {L}",
];

/// Patterns of what people say: few words in a row are given, since two people seldom say the same.
const QUOTES: &[&str] = &[
    "we {past} {np} because {clause}",
    "nobody {adv} {past} {np} when {clause}",
    "{clause}, and my {plural} {past} {np}",
    "our {plural} will {base} {np} before {clause}",
    "I would {base} every {adj} {noun} in {L} if {clause}",
    "they {past} {np}, yet {clause}",
    "no {noun} can {base} {np} without {plural}",
    "{gerund} {np} {past} {np}, but {clause}",
    "you {adv} {base} {np} or {base} {np}",
    "{O} wanted {np}, whatever {clause}",
    "{np}, {np} and {np}: {clause}",
];

/// Patterns of noun phrases, first those of one thing.
const PHRASES: &[&str] = &[
    "the {noun}",
    "the {noun}",
    "the {adj} {noun}",
    "the {adj} {noun}",
    "{a}",
    "its {noun}",
    "the {noun} {noun}",
    "the {noun} of the {noun}",
    "every {noun}",
    "his {adj} {noun}",
    "{plural}",
    "{adj} {plural}",
    "the {plural} of {L}",
    "most {plural}",
    "{number} {plural}",
];

/// The number of [`PHRASES`] of one thing.
const SINGULAR: usize = 10;

/// Patterns of headlines.
const HEADLINES: &[&str] = &[
    "{body} to {base} {adj} {plural} in {L}",
    "{adj} {noun} {past} after {noun} in {L}",
    "{L} {past} {plural} as {body} {base}s {noun}",
    "{name} {past} {noun} of {adj} {plural}",
    "Why {plural} in {L} {base} the {noun}",
];

/// Writes sentences.
pub(super) struct Sentences {
    nouns: Vec<&'static str>,
    verbs: Vec<&'static str>,
    adjectives: Vec<&'static str>,
    adverbs: Vec<&'static str>,
    before: Vec<&'static str>,
    behind: Vec<&'static str>,
    pub(super) days: Vec<&'static str>,
    pub(super) months: Vec<&'static str>,
}

impl Sentences {
    pub(super) fn new() -> Self {
        let split = |list: &'static str| list.split_whitespace().collect();
        Self {
            nouns: split(words::NOUNS),
            verbs: split(words::VERBS),
            adjectives: split(words::ADJECTIVES),
            adverbs: split(words::ADVERBS),
            before: split(words::BEFORE),
            behind: split(words::BEHIND),
            days: split(words::DAYS),
            months: split(words::MONTHS),
        }
    }

    /// A sentence; one in five is speech.
    pub(super) fn sentence(&self, cast: &mut Cast<'_>, random: &mut Random) -> String {
        let speech = random.below(5) == 0;
        let at = if speech { FIRST_SPEECH..SENTENCES.len() } else { 0..FIRST_SPEECH };
        let pattern = SENTENCES[at.start + random.below(at.len())];
        capitalised(&self.filled(pattern, cast, random))
    }

    /// A headline, without a stop.
    pub(super) fn headline(&self, cast: &mut Cast<'_>, random: &mut Random) -> String {
        capitalised(&self.filled(random.pick(HEADLINES), cast, random))
    }

    /// A pattern with its places filled, and no comma doubled where a name brought one along.
    pub(super) fn filled(&self, pattern: &str, cast: &mut Cast<'_>, random: &mut Random) -> String {
        let mut out = String::new();
        self.fill(pattern, cast, random, &mut out);
        for (twice, once) in [(",,", ","), (",.", "."), (",;", ";"), (",:", ":")] {
            if out.contains(twice) {
                out = out.replace(twice, once);
            }
        }
        out
    }

    fn fill(&self, pattern: &str, cast: &mut Cast<'_>, random: &mut Random, out: &mut String) {
        let mut rest = pattern;
        while let Some((text, behind)) = rest.split_once('{') {
            out.push_str(text);
            let (slot, behind) = behind.split_once('}').expect("a pattern that closes its braces");
            rest = behind;
            match slot {
                "P" => out.push_str(&cast.person(random)),
                "O" => out.push_str(&cast.body(random)),
                "T" => out.push_str(&cast.thing(random)),
                "L" => out.push_str(cast.place(random)),
                "name" => out.push_str(cast.full_name(random)),
                "body" => out.push_str(cast.body_name(random)),
                "np" => self.fill(random.pick(PHRASES), cast, random, out),
                "one" => self.fill(PHRASES[random.below(SINGULAR)], cast, random, out),
                "clause" => self.fill(random.pick(CLAUSES), cast, random, out),
                "quote" => self.fill(random.pick(QUOTES), cast, random, out),
                "Quote" => out.push_str(&capitalised(&self.filled(random.pick(QUOTES), cast, random))),
                "noun" => out.push_str(&self.noun(random)),
                "plural" => out.push_str(&plural(&self.noun(random))),
                "adj" => out.push_str(common(&self.adjectives, random)),
                "adv" => out.push_str(common(&self.adverbs, random)),
                "base" => out.push_str(common(&self.verbs, random)),
                "past" => out.push_str(&past(common(&self.verbs, random))),
                "gerund" => out.push_str(&gerund(common(&self.verbs, random))),
                "a" => {
                    let adjective = common(&self.adjectives, random);
                    let article = if adjective.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
                    out.push_str(&format!("{article} {adjective} {}", self.noun(random)));
                }
                "day" => out.push_str(random.pick(&self.days)),
                "month" => out.push_str(random.pick(&self.months)),
                "year" => out.push_str(&(1998 + random.below(32)).to_string()),
                "number" => out.push_str(&number(random)),
                "money" => {
                    let unit = random.pick(&["million euros", "million won", "billion dollars", "crowns"]);
                    out.push_str(&format!("{}.{} {unit}", 1 + random.below(90), random.below(10)));
                }
                other => unreachable!("no such place in a pattern: {other}"),
            }
        }
        out.push_str(rest);
    }

    /// A noun; now and then a rare one, put together as English does.
    fn noun(&self, random: &mut Random) -> String {
        let noun = common(&self.nouns, random);
        match random.below(60) {
            0 => format!("{}{}", random.pick(&self.before), random.pick(&self.nouns)),
            1 => format!("{}{}", random.pick(&self.nouns), random.pick(&self.behind)),
            2 => format!("{}-{noun}", random.pick(&self.nouns)),
            _ => noun.to_owned(),
        }
    }
}

/// A word of a list, the first ones more often.
fn common(list: &[&'static str], random: &mut Random) -> &'static str {
    list[zipf(random, list.len())]
}

fn number(random: &mut Random) -> String {
    match random.below(4) {
        0 => random.pick(&["two", "three", "four", "five", "seven", "nine", "a dozen", "thirty"]).to_owned(),
        1 => format!("{},{:03}", 1 + random.below(80), random.below(1_000)),
        _ => (10 + random.below(890)).to_string(),
    }
}

pub(super) fn capitalised(text: &str) -> String {
    let start = text.find(|c: char| c.is_alphanumeric()).unwrap_or(0);
    let mut letters = text[start..].chars();
    let first = letters.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
    [&text[..start], &first, letters.as_str()].concat()
}

fn ends_in_consonant_and_y(word: &str) -> bool {
    word.ends_with('y') && !word.ends_with("ay") && !word.ends_with("ey") && !word.ends_with("oy")
}

fn plural(noun: &str) -> String {
    if ends_in_consonant_and_y(noun) {
        return format!("{}ies", &noun[..noun.len() - 1]);
    }
    let hisses = ["s", "x", "ch", "sh"].iter().any(|end| noun.ends_with(end));
    format!("{noun}{}", if hisses { "es" } else { "s" })
}

fn past(verb: &str) -> String {
    if ends_in_consonant_and_y(verb) {
        return format!("{}ied", &verb[..verb.len() - 1]);
    }
    format!("{verb}{}", if verb.ends_with('e') { "d" } else { "ed" })
}

fn gerund(verb: &str) -> String {
    let stem = verb.strip_suffix('e').filter(|stem| !stem.ends_with('e')).unwrap_or(verb);
    format!("{stem}ing")
}
