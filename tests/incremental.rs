//! Reading an article after edits equals reading it from scratch.

use crate::support::pieces::{PIECES, SPEECHES};
use crate::support::random::{Random, rounds};
use masthead::catalog::Catalog;
use masthead::config::Config;
use masthead::corpus::{Article, Corpus};
use masthead::diagnostic::Diagnostic;
use masthead::document::{Difference, Document};
use masthead::rules::{Judgement, RULES, judge};
use masthead::text::{Format, Span};
use std::borrow::Cow;
use std::path::Path;
use std::sync::{Arc, LazyLock};

#[test]
fn an_edited_article_equals_one_read_from_scratch() {
    for round in rounds(60) {
        let format = if round % 2 == 0 { Format::Markdown } else { Format::Plain };
        edits(&mut Random::new(round), format);
        edits_of(SPEECHES, &mut Random::new(round), format);
    }
}

pub(crate) fn edits(random: &mut Random, format: Format) {
    edits_of(PIECES, random, format);
}

/// Edits an article that is made of such pieces.
fn edits_of(pieces: &[&str], random: &mut Random, format: Format) {
    static CATALOG: LazyLock<Catalog> = LazyLock::new(Catalog::starter);
    let mut text = random.text(pieces, 60);
    let mut document = Document::read(&text, format, "a.md", &CATALOG);
    for step in 0..random.below(80) {
        let span = some_span(random, &text);
        let insert = random.text(pieces, 3);
        let before = text.clone();
        text.replace_range(span.start..span.end, &insert);
        document = document.edited(span, &insert, "a.md", &CATALOG);
        let fresh = Document::read(&text, format, "a.md", &CATALOG);
        let seen = format!("step {step}, {format:?}, {before:?}, {span:?} ← {insert:?}");
        assert_eq!(document.text(), text, "{seen}");
        assert_eq!(blocks(&document), blocks(&fresh), "{seen}");
        assert_eq!(facts(&document), facts(&fresh), "{seen}");
    }
}

/// What longer runs have found at fault: lines that an edit makes the first ones, and may thereby make front matter.
#[test]
fn what_moves_up_to_the_first_line_is_read_as_such() {
    let catalog = Catalog::starter();
    for (head, rest) in [
        ("\u{feff}\n\n> \n\n---\n", "---\n-\n---\n"),
        ("x\n\ny\n\n", "+++\na = 1\n+++\n"),
        ("-\n\n", "--\na: b\n---\n"),
    ] {
        let text = format!("{head}{rest}");
        for (span, insert) in [(Span::new(0, head.len()), ""), (Span::new(0, head.len()), "-")] {
            let edited = Document::read(&text, Format::Markdown, "a.md", &catalog)
                .edited(span, insert, "a.md", &catalog);
            let fresh = Document::read(&format!("{insert}{rest}"), Format::Markdown, "a.md", &catalog);
            assert_eq!(blocks(&edited), blocks(&fresh), "{text:?} {insert:?}");
            assert_eq!(facts(&edited), facts(&fresh), "{text:?} {insert:?}");
        }
    }
}

/// What the long day at a desk found at fault: whom a surname names that two have hangs on its paragraph, and on the word
/// before it, which an edit may change without touching a name.
#[test]
fn what_an_edit_takes_into_the_text_names_people_there() {
    let catalog = Catalog::starter();
    let (front, behind) = (
        "Ryu saidMinistry left.\n\n“We sail,” he joked.",
        ")Ryu said) — \t Ryu saidCopyright © HGTACWhitlock said. ostBo Whitlock: “We sail. Westry of Science**Whitlock said.\n\n) Ryu",
    );
    let text = format!("{front}\n\nle.org{behind}");
    let (before, insert) = (Document::read(&text, Format::Markdown, "a.md", &catalog), "```\n    .org");
    let fresh = Document::read(&format!("{front}{insert}{behind}"), Format::Markdown, "a.md", &catalog);
    assert_ne!(before.zones[2], fresh.zones[1]);
    let edited = before.edited(Span::new(front.len(), front.len() + 8), insert, "a.md", &catalog);
    assert_eq!(facts(&edited), facts(&fresh));
}

#[test]
fn a_surname_that_two_have_is_judged_anew_by_its_paragraph() {
    let catalog = Catalog::starter();
    let text =
        "Ann Lund and Bo Lund sailed.\n\nBo Lund waved to the xminister, and Lund said that it was late.\n";
    let at = |word: &str| text.find(word).unwrap();
    let parted = Span::new(at(" and Lund"), at(" and Lund"));
    let titled = Span::new(at("xminister"), at("Lund said"));
    for (span, insert) in [(parted, "\n\n"), (titled, "minister ")] {
        let whole = format!("{}{insert}{}", &text[..span.start], &text[span.end..]);
        for (before, span, insert, now) in [
            (text, span, insert, whole.as_str()),
            (&whole, Span::new(span.start, span.start + insert.len()), &text[span.start..span.end], text),
        ] {
            let edited = Document::read(before, Format::Markdown, "a.md", &catalog)
                .edited(span, insert, "a.md", &catalog);
            let fresh = Document::read(now, Format::Markdown, "a.md", &catalog);
            assert_eq!(facts(&edited), facts(&fresh), "{now:?}");
        }
    }
    let whose = |text: &str| facts(&Document::read(text, Format::Markdown, "a.md", &catalog));
    assert_ne!(whose(text), whose(&text.replace(", and Lund", "\n\nand Lund")));
}

/// An edit may leave all names as they were and have somebody else speak in the paragraphs behind it: where it cuts a
/// quotation in two, and where it changes the courtesy that tells whose "he" is.
#[test]
fn who_speaks_behind_an_edit_is_asked_anew() {
    let catalog = Catalog::starter();
    let quoted = "Bo Holm sailed. “It is late,” Bo Holm said.\n\n“We sail at dawn and come back,” Ann Lund said.\n\n\
                  “It will rain,” she said.\n\n“It may,” Bo Holm said.\n\n“So it is,” he said.\n";
    let about = "The diver Ann Lund is 40.\n\nLund sailed.\n\n“We sail at dawn and come back,” she said.\n";
    let called = "Ann Lund sailed. Mr Lund waved, and “It is late,” Lund said.\n\n“It will rain,” he said.\n";
    for (text, place, insert, runs) in [
        (quoted, " and come", "\n\n", 2),
        (called, " Lund waved", "s", 2),
        (called, "waved", "again ", 1),
        (about, " sailed", "’s boat", 2),
    ] {
        let at = text.find(place).unwrap();
        let whole = format!("{}{insert}{}", &text[..at], &text[at..]);
        let (typed, back) = (Span::new(at, at), Span::new(at, at + insert.len()));
        for (before, span, insert, now) in [(text, typed, insert, &*whole), (&whole, back, "", text)] {
            let read = Document::read(before, Format::Markdown, "a.md", &catalog);
            let edited = read.edited(span, insert, "a.md", &catalog);
            let fresh = Document::read(now, Format::Markdown, "a.md", &catalog);
            assert_eq!(facts(&edited), facts(&fresh), "{now:?}");
            let [read, edited] = [read, edited].map(Arc::new);
            assert_eq!(Difference::between(&read, &edited).runs.len(), runs, "{now:?}");
        }
    }
}

/// What a person types in running text: mostly letters and spaces, now and then a mark or a break.
const KEYS: &[&str] = &[
    "s",
    "e",
    "t",
    "a",
    "o",
    " ",
    " ",
    "A",
    "K",
    "é",
    "한",
    "😀",
    ",",
    ".",
    "(",
    ")",
    "’s",
    "“",
    "”",
    "\"",
    "\n",
    "\n\n",
    " who",
    " said",
    " joked",
    " he",
    " the",
    " director of",
    " KISA",
    " OpenAI",
    " Kim Min-su",
    " Ryu Je-myeong",
    " TAC",
];

/// Reads, indexes and judges articles after each of many keystrokes as an editor does, in a folder of others, and each
/// time anew.
#[test]
fn an_article_that_is_typed_in_equals_one_read_from_scratch() {
    let catalog = Arc::new(Catalog::starter());
    let articles = articles();
    let mut tally = Tally::default();
    for round in rounds(1) {
        let mut random = Random::new(0xBEEF + round);
        for (at, (name, text)) in articles.iter().enumerate() {
            let (format, text) = match at % 2 {
                0 => (Format::Plain, text.clone()),
                _ => (Format::Markdown, format!("# {text}")),
            };
            type_in(name, text, format, &mut folder(&articles, &catalog), &mut random, &mut tally);
        }
    }
    let Tally { keys, kept, near, moved, findings } = tally;
    assert!(findings > keys, "{findings} findings after {keys} keystrokes");
    // Else the short ways that most keystrokes take are not what was tried here.
    assert!(kept * 4 > keys, "{kept} of {keys} left the names as they were");
    assert!(moved * 4 > keys, "{moved} of {keys} only moved findings");
    assert!(near * 10 > keys, "{near} of {keys} changed names, and left most paragraphs as they were");
}

/// What the keystrokes were like.
#[derive(Default)]
struct Tally {
    keys: usize,
    /// Those that left all names as they were.
    kept: usize,
    /// Those that changed names, and had the rules asked of a part of the article all the same.
    near: usize,
    /// Those that only moved findings.
    moved: usize,
    findings: usize,
}

fn type_in(
    name: &str,
    mut text: String,
    format: Format,
    corpus: &mut Corpus,
    random: &mut Random,
    tally: &mut Tally,
) {
    let path: Arc<Path> = Path::new("/desk/typed.md").into();
    let catalog = corpus.snapshot().catalog;
    let mut document = Arc::new(Document::read(&text, format, "a.md", &catalog));
    corpus.edit(&path, &document);
    let mut judgement = Judgement::new(path.clone(), document.clone(), corpus.snapshot());
    let (mut last, mut told) = (0, (0, Vec::new()));
    for step in 0..40 {
        // A person types on where the last key was, more often than not.
        let anywhere = random.below(3) == 0;
        let at = if anywhere { random.below(text.len() + 1) } else { last };
        let at = text.floor_char_boundary(at.min(text.len()));
        let next = at + text[at..].chars().next().map_or(0, char::len_utf8);
        let (span, insert) = match random.below(4) {
            0 => (Span::new(at, next), ""),
            _ => (Span::new(at, at), KEYS[random.below(KEYS.len())]),
        };
        last = span.start + insert.len();
        text.replace_range(span.start..span.end, insert);
        let edited = Arc::new(document.edited(span, insert, "a.md", &catalog));
        let fresh = Document::read(&text, format, "a.md", &catalog);
        let seen = format!("{name}, step {step}, {span:?} ← {insert:?}");
        assert_eq!(blocks(&edited), blocks(&fresh), "{seen}");
        assert_eq!(facts(&edited), facts(&fresh), "{seen}");
        corpus.edit(&path, &edited);
        let (snapshot, anew) = (corpus.snapshot(), Article::new(path.clone(), &fresh));
        assert_eq!(format!("{:?}", snapshot.article(&path).unwrap()), format!("{anew:?}"), "{seen}");
        let same_names = Difference::between(&document, &edited).same_names;
        let in_part = judgement.to_be_renewed(&edited, &snapshot).is_some();
        judgement = judgement.renewed(edited.clone(), snapshot.clone());
        let found = judgement.findings(false);
        let anew = judge(&path, &fresh, &snapshot, false);
        assert_eq!(found, anew.iter().map(Cow::Borrowed).collect::<Vec<_>>(), "{seen}");
        assert_eq!(judgement.findings(true), found, "{seen}: the folder is asked for all");
        // While they are called the same, they say the same.
        let says = |finding: &Cow<Diagnostic>| match finding {
            Cow::Borrowed(finding) => Some((finding.rule, finding.severity, finding.message.clone())),
            Cow::Owned(_) => None,
        };
        let before = std::mem::replace(&mut told, (judgement.which(), found.iter().map(says).collect()));
        assert!(told.0 != before.0 || step == 0 || told.1 == before.1, "{seen}");
        tally.moved += usize::from(told == before && !found.is_empty());
        tally.keys += 1;
        tally.kept += usize::from(same_names);
        tally.near += usize::from(in_part && !same_names);
        tally.findings += found.len();
        document = edited;
    }
}

/// A folder of `articles` in which all rules are on.
pub(crate) fn folder(articles: &[(String, String)], catalog: &Arc<Catalog>) -> Corpus {
    let rules: String = RULES.iter().map(|rule| format!("{} = \"warning\"\n", rule.name())).collect();
    let (config, faults) = Config::parse(&format!("[rules]\n{rules}"));
    assert!(faults.is_empty(), "{faults:?}");
    let mut corpus = Corpus::new(Path::new("/desk").into(), Arc::new(config), catalog.clone());
    let read = |(name, text): &(String, String)| {
        Article::new(
            Path::new("/desk").join(name).into(),
            &Document::read(text, Format::Plain, name, catalog),
        )
    };
    corpus.set_base(articles.iter().map(read).collect());
    corpus
}

/// The articles of the repository, with names.
fn articles() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds/articles");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut paths: Vec<_> = files.filter(|path| path.extension().is_some_and(|end| end == "txt")).collect();
    paths.sort();
    let read = |path: &std::path::PathBuf| {
        let text = std::fs::read_to_string(path).unwrap();
        (path.file_name().unwrap().to_string_lossy().into_owned(), text)
    };
    paths.iter().map(read).collect()
}

fn some_span(random: &mut Random, text: &str) -> Span {
    let start = text.floor_char_boundary(random.below(text.len() + 1));
    let longest = if random.below(8) == 0 { text.len() } else { 12 };
    let end = text.floor_char_boundary((start + random.below(longest + 1)).min(text.len()));
    Span::new(start, end)
}

fn blocks(document: &Document) -> Vec<String> {
    let blocks = document.paragraphs.iter().zip(&document.starts).zip(&document.lines);
    blocks.map(|((p, start), line)| format!("{start} {line} {:?} {:?}", p.block, p.text)).collect()
}

/// All that is known of an article, and what the index would keep of it.
fn facts(document: &Document) -> Vec<String> {
    let path: Arc<Path> = Path::new("a.md").into();
    vec![
        format!("{:?}", document.zones),
        format!("{:?}", document.mentions),
        format!("{:?}", document.candidates),
        format!("{:?}", document.chains),
        format!("{:?}", document.expansions),
        format!("{:?}", document.introductions),
        format!("{:?}", document.ties),
        format!("{:?}", document.speeches),
        format!("{:?}", document.acronyms),
        format!("{:?}", document.ambiguities),
        format!("{:?} {:?}", document.suppressions, document.unread_comments),
        format!("{:?}", document.date),
        format!("{:?}", Article::new(path, document)),
    ]
}
