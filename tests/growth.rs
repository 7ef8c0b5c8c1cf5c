//! Text that no desk writes costs what its length asks for: four times as much of it costs about four times the work. The
//! work is this thread's own processor time, so that a busy machine tells no other tale; nothing is asked of the speed.

use crate::support::pieces::PIECES;
use crate::support::random::{Random, rounds};
use masthead::catalog::Catalog;
use masthead::config::Config;
use masthead::corpus::{Article, Corpus};
use masthead::document::Document;
use masthead::rules::judge;
use masthead::text::{Format, Span};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

/// Bytes of the shorter text. The longer one has four times as many.
const SHORT: usize = 48 * 1024;
/// Below this a clock's step is a good part of what it measures.
const FLOOR: Duration = Duration::from_millis(40);
/// Linear work grows by 4, quadratic by 16.
const MOST: u32 = 10;

/// What is said over and over, with another word each time for "%".
const UNITS: &[&str] = &[
    "The minister said so. ",
    "(",
    "()",
    "[",
    "[a](",
    "[a]: b\n",
    "<",
    "<div>\n",
    "<!-- ",
    "&",
    "{{",
    "{% a %} {{",
    "\\",
    "*a ",
    "*a**b",
    "_a __b ",
    "`",
    "> ",
    ">",
    "- ",
    "1. ",
    "# ",
    "|a",
    "Ryu Je-myung ",
    "Ryu Je-myung, ",
    "Kwon ",
    "A",
    "KISA ",
    "A. ",
    "A-",
    "A's ",
    "Dr. ",
    "a",
    "\u{301}",
    "e\u{301}",
    "류제명은 ",
    "가",
    "👩\u{200d}",
    "“",
    "“‘",
    "\"",
    "\"' ",
    "“We said so,” Ryu said. ",
    "\n",
    "\r",
    "\n\n",
    "A b.\n\n",
    "Bank of ",
    "chief executive officer of OpenAI, ",
    "Kim Min said Lee Jun said ",
    "May 18, 2026 ",
    "National Agency of Boats (NAB) ",
    "Abc (",
    "By Dana Whitlock\n",
    "https://e.org/a ",
    "$x^2",
    "$$ = ",
    "#KISA ",
    "---\na: b\n",
    "<!-- masthead-ignore avoided-name: x -->\n\n",
    "<!-- masthead-ignore avoided-name, ",
    "Open AI said so. ",
    "Sam Altmann came. ",
    "Ryu Je-myung said: “We will sign the deal today, and it is good for all of us.” ",
    "“We will sign the deal today, and it is good for all of us,” Jason Kwon said.\n\n",
    "[ Ryu Je-myung - Ryu said",
    "So said KISA, the Korea Internet ",
    "Minister of Trade, ",
    "Robert “Bobby” ",
    "Aa Bb\nAa ",
    "류 차관은 ",
    "Korea Internet & Security Agency (KISA) ",
    "They met Dana %, 45, of %. % said so. ",
    "Minister Dana % of the Ministry of Science and ICT met the % % Commission. ",
    "Kim % came. Kim % said so. ",
    "The Alpha % Council (AC) met. AC won. ",
    "% plc grew. % said so. % plc fell. Ana % left. ",
];

/// `unit` so often that it has so many bytes.
fn over_and_over(unit: &str, bytes: usize) -> String {
    let mut text = String::with_capacity(bytes + unit.len());
    let mut words = 0;
    while text.len() < bytes {
        let mut parts = unit.split('%');
        text.push_str(parts.next().unwrap_or_default());
        for part in parts {
            text.push_str(&word(words));
            text.push_str(part);
            words += 1;
        }
    }
    text
}

/// A word of its own for each number: "Bafegi".
fn word(number: usize) -> String {
    let (consonants, vowels) = (b"bcdfghklmnprst", b"aeiou");
    let syllable = |place: u32| {
        let at = number / 70_usize.pow(place) % 70;
        [consonants[at / 5], vowels[at % 5]].map(char::from)
    };
    let letters: String = (0..3).rev().flat_map(syllable).collect();
    letters[..1].to_uppercase() + &letters[1..]
}

/// Time that this thread has spent on a processor.
fn spent() -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    Duration::from_nanos(told.split(' ').next().unwrap().parse().unwrap())
}

/// The work of reading an article, of an edit in its midst, and of judging it.
fn work(unit: &str, bytes: usize, catalog: &Arc<Catalog>) -> [Duration; 3] {
    let text = over_and_over(unit, bytes);
    let path: Arc<Path> = Path::new("/desk/a.md").into();
    let start = spent();
    let document = Document::read(&text, Format::Markdown, "a.md", catalog);
    let read = spent();
    let middle = text.floor_char_boundary(text.len() / 2);
    let document = document.edited(Span::new(middle, middle), "x", "a.md", catalog);
    let edited = spent();
    let config = Arc::new(Config { asked: true, ..Config::default() });
    let mut corpus = Corpus::new(Path::new("/desk").into(), config, catalog.clone());
    corpus.put(Article::new(path.clone(), &document));
    judge(&path, &document, &corpus.snapshot(), true);
    [read - start, edited - read, spent() - edited]
}

#[test]
fn work_grows_with_the_text() {
    let catalog = Arc::new(Catalog::starter());
    // What is made ready once is no one's work.
    work("KISA said so. ", 1_000, &catalog);
    let made_up = rounds(12).map(|number| {
        let mut random = Random::new(number);
        random.pick(PIECES).to_owned() + &random.text(PIECES, 3) + &random.text(UNITS, 2)
    });
    for unit in UNITS.iter().map(|unit| (*unit).to_owned()).chain(made_up) {
        let (short, long) = (work(&unit, SHORT, &catalog), work(&unit, 4 * SHORT, &catalog));
        for (what, (short, long)) in ["read", "edit", "judge"].iter().zip(short.into_iter().zip(long)) {
            assert!(
                long <= short.max(FLOOR) * MOST,
                "to {what} {unit:?} over and over took {short:?}, then {long:?}"
            );
        }
    }
}
