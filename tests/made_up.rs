//! Articles, catalogs and settings made up from a number: whatever they hold, they are read, and what is told of them lies
//! in their text. `MASTHEAD_ROUNDS=100 cargo test made_up` goes through a hundred times as many.

use crate::incremental::PIECES;
use crate::support::desk::Desk;
use crate::support::random::{Random, rounds};
use masthead::catalog::{Catalog, LastGood, format_catalog, parse, starter_files};
use masthead::config::{Baseline, Config};
use masthead::diagnostic::Diagnostic;
use masthead::document::Document;
use masthead::ide::{self, Cursor, Rename};
use masthead::text::Span;
use std::path::Path;

const CATALOG: &str = r#"
[[entity]]
id = "harbor-trust"
kind = "organization"
name = "Harbor Trust"
acronym = "HT"
short = "Trust"
native = "항만신탁"
avoid = ["Harbour Trust"]

[[entity]]
id = "ann-lund"
kind = "person"
name = "Ann Lund"
variants = ["Anne Lund"]
roles = [{ title = "director", at = "harbor-trust" }]
"#;

/// What makes expansions, introductions, comments and quotations of the names of that catalog.
const OWN: &[&str] = &[
    "Harbor Trust",
    "Harbour Trust",
    " (HT)",
    "HT",
    "(",
    ")",
    " (",
    "Trust ",
    "항만신탁은 ",
    "Ann Lund",
    "Anne Lund ",
    "Lund",
    ", director of ",
    " the director",
    "National Agency of Boats (NAB)",
    "NAB (",
    "N.A.B. ",
    "A",
    "AB",
    "ABC ",
    " of ",
    " and ",
    "-",
    "’s ",
    "“",
    "”",
    ",” she said. “",
    " said ",
    "<!--",
    " masthead-ignore",
    " avoided-name",
    ":",
    " reason ",
    " -->",
    "\n\n",
    "\n",
    "\r\n",
    ". ",
    ", ",
    "<!-- masthead-ignore -->\n\n",
    "<!-- masthead-ignore no-such: x -->\n\n",
    "\u{301}",
    "\u{200d}",
    "\u{202e}",
    "\0",
    "\u{1}",
    "\u{2}",
    "İ",
    "ß",
    "ﬁ",
    "𝐀",
    "é",
];

fn check_span(text: &str, span: Span, what: &dyn Fn() -> String) {
    assert!(
        span.start <= span.end && text.get(span.start..span.end).is_some(),
        "{span:?}: {} {text:?}",
        what()
    );
}

/// Spans that are in order and never overlap.
fn check_row(text: &str, spans: impl Iterator<Item = Span>, what: &str) {
    let mut end = 0;
    for span in spans {
        check_span(text, span, &|| what.to_owned());
        assert!(end <= span.start && span.start < span.end, "{what} {span:?} in {text:?}");
        end = span.end;
    }
}

fn check_findings(text: &str, found: &[Diagnostic]) {
    for finding in found {
        check_span(text, finding.span, &|| format!("{finding:?}"));
        assert!(!finding.message.contains("please report"), "{finding:?} in {text:?}");
        for fix in &finding.fixes {
            let mut end = 0;
            for edit in &fix.edits {
                check_span(text, edit.span, &|| format!("{fix:?}"));
                assert!(end <= edit.span.start, "{fix:?} in {text:?}");
                end = edit.span.end;
            }
        }
    }
}

fn check_document(text: &str, document: &Document) {
    assert_eq!(document.text(), text);
    let mut names: Vec<Span> = document.mentions.iter().map(|m| m.span).collect();
    check_row(text, names.iter().copied(), "mention");
    names.extend(document.candidates.iter().map(|c| c.span));
    names.sort();
    check_row(text, names.into_iter(), "name");
    for expansion in &document.expansions {
        for part in [expansion.short, expansion.long] {
            check_span(text, part, &|| format!("{expansion:?}"));
            assert!(expansion.span.covers(part) && !part.is_empty(), "{expansion:?} in {text:?}");
        }
        assert!(!expansion.short.overlaps(expansion.long), "{expansion:?} in {text:?}");
    }
    for speech in &document.speeches {
        check_span(text, speech.span, &|| format!("{speech:?}"));
    }
    for comment in &document.suppressions {
        let told = comment.comment.of(text);
        assert!(
            told.starts_with("<!--") && told.ends_with("-->") && told.contains("masthead-ignore"),
            "{told:?}"
        );
        check_span(text, comment.target, &|| format!("{comment:?}"));
    }
    for chain in document.chains.iter() {
        assert!(chain.first.is_none_or(|first| chain.members.contains(&first)), "{chain:?} in {text:?}");
    }
}

/// Asks everything that an editor asks at one place.
fn ask(desk: &Desk, path: &str, text: &str, offset: usize) {
    let (document, snapshot) = (desk.article(path), &desk.snapshot);
    let path = snapshot.root.join(path);
    let cursor = Cursor { path: &path, document, snapshot, offset };
    ide::hover(cursor, &|_| String::new());
    ide::definition(cursor);
    ide::declaration(cursor);
    ide::references(cursor, true, ide::LISTED);
    ide::document_symbols(document, snapshot);
    ide::hints(document, snapshot, Span::new(0, text.len()));
    ide::lenses(document, snapshot);
    check_row(text, ide::highlights(cursor).into_iter(), "highlight");
    check_row(text, ide::tags(document, &snapshot.catalog).into_iter().map(|tag| tag.span), "tag");
    ide::folds(document, snapshot).into_iter().for_each(|fold| check_span(text, fold, &|| "fold".to_owned()));
    let mut inner = None;
    for span in ide::selections(cursor) {
        check_span(text, span, &|| "selection".to_owned());
        assert!(inner.is_none_or(|inner| span.covers(inner)), "{span:?} in {text:?}");
        inner = Some(span);
    }
    if let Some(found) = ide::completions(cursor, offset.is_multiple_of(2)) {
        check_span(text, found.word, &|| "completion".to_owned());
    }
    if let Some(Ok(rename)) = Rename::new(cursor, "Nordic Line") {
        check_row(text, rename.edits(document).into_iter().map(|edit| edit.edit.span), "rename");
    }
}

/// What longer runs have found at fault, tried again each time.
const FOUND: &[&str] = &[
    "\0 (HT)ßANational Agency of Boats (NAB) avoided-nameHarbor Trust\r\nHarbor Trust항만신탁은 \0\u{202e} avoided-name\u{2} said . LundLund”National Agency of Boats (NAB) and ,” she said. “éNational Agency of Boats (NAB)N.A.B. ß”HTN.A.B. HT”National Agency of Boats (NAB)National Agency of Boats (NAB)\r\nNAB ( (HT) of , HTHTN.A.B. 항만신탁은 𝐀ABC NAB (<!--National Agency of Boats (NAB)<!-- masthead-ignore no-such: x -->\n\n said NAB (National Agency of Boats (NAB)“\n\n of )ß”)[Photo: Ministry of Science and ICT]<div>\n```\n# ",
];

#[test]
fn articles_of_awkward_pieces_are_told_soundly() {
    for text in FOUND {
        let files = [("catalog/a.toml", CATALOG), ("a.md", text)]
            .map(|(path, text)| (path.to_owned(), text.to_owned()));
        let desk = Desk::new(&files, true);
        check_document(text, desk.article("a.md"));
        check_findings(text, &desk.judge("a.md"));
    }
    for number in rounds(250) {
        let mut random = Random::new(number);
        let pieces = if number.is_multiple_of(2) { PIECES } else { OWN };
        let mut files = vec![
            ("catalog/a.toml".to_owned(), CATALOG.to_owned()),
            ("b.md".to_owned(), random.text(OWN, 40)),
        ];
        let path = if number.is_multiple_of(3) { "a.txt" } else { "a.md" };
        let mut text = random.text(pieces, 60);
        if random.below(4) == 0 {
            text += &random.text(if number.is_multiple_of(2) { OWN } else { PIECES }, 20);
        }
        files.push((path.to_owned(), text.clone()));
        let desk = Desk::new(&files, !number.is_multiple_of(5));
        check_document(&text, desk.article(path));
        check_findings(&text, &desk.judge(path));
        for _ in 0..4 {
            ask(&desk, path, &text, text.floor_char_boundary(random.below(text.len() + 1)));
        }
    }
}

/// What breaks TOML, and what a catalog means by it.
const TOML: &[&str] = &[
    "\n",
    "[[entity]]\n",
    "[entity]",
    "[",
    "]",
    "{",
    "}",
    "=",
    "\"",
    "\"\"\"",
    "'",
    "#",
    ",",
    ".",
    "\\",
    "\\u12",
    "id",
    "name = ",
    "id = \"x\"\n",
    "2026-02-30",
    "2026-05-28",
    "true",
    "-1",
    "1e400",
    "\r",
    "\u{feff}",
    "\0",
    "한",
    "distinct = [\"gtac\"]\n",
    "broader = \"openai\"\n",
    "kind = \"person\"\n",
    "disabled = true\n",
    "short = [\"AI\"]\n",
    "tests = [{ text = \"x\", finds = \"\" }]\n",
];

/// `text` after some strokes of a hand that does not look.
fn damaged(random: &mut Random, text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..1 + random.below(5) {
        let at = text.floor_char_boundary(random.below(text.len() + 1));
        let end = text.floor_char_boundary((at + random.below(60)).min(text.len()));
        match random.below(5) {
            0 => text.truncate(at),
            1 => text.replace_range(at..end, ""),
            2 => text.replace_range(at..at, &text[at..end].repeat(2)),
            _ => text.insert_str(at, random.pick(TOML)),
        }
    }
    text
}

fn check_faults(text: &str, faults: &[Diagnostic]) {
    for fault in faults {
        check_span(text, fault.span, &|| format!("{fault:?}"));
        assert!(!fault.message.is_empty());
    }
    check_findings(text, faults);
}

#[test]
fn catalogs_written_by_a_hand_that_does_not_look_are_told_and_the_rest_serves() {
    let (name, starter) = starter_files()[0];
    let sound = parse(Path::new(name), starter, false);
    let (_, _, good) = Catalog::merge_over(std::slice::from_ref(&sound), &LastGood::default());
    let whole = Catalog::merge(&[sound]).0.len();
    for number in rounds(40) {
        let mut random = Random::new(number);
        let text = damaged(&mut random, if number.is_multiple_of(2) { starter } else { CATALOG });
        let path = if number.is_multiple_of(2) { name } else { "b.toml" };
        let file = parse(Path::new(path), &text, false);
        let (catalog, faults) = Catalog::merge(std::slice::from_ref(&file));
        for (_, list) in &faults {
            check_faults(&text, list);
        }
        // What was in use serves on where a part cannot be read: nothing is lost but what is gone from a sound file.
        let (served, _, _) = Catalog::merge_over(&[file], &good);
        assert!(served.len() >= catalog.len());
        assert!(faults.is_empty() || number % 2 == 1 || served.len() + 8 >= whole, "number {number}");
        if let Ok(tidy) = format_catalog(&text) {
            assert_eq!(format_catalog(&tidy).as_deref(), Ok(tidy.as_str()), "number {number}");
        }
    }
}

#[test]
fn settings_written_by_a_hand_that_does_not_look_are_told() {
    const SETTINGS: &str = "[files]\ninclude = [\"**/*.md\"]\nmax-size = \"2 MB\"\n[catalog]\nstarter = true\n[style]\nacronyms = \"ap\"\nexempt = [\"AI\"]\n[rules]\navoided-name = \"off\"\n[editor]\ncache = true\n[[ignore]]\nrule = \"avoided-name\"\ntext = \"x\"\n";
    for number in rounds(300) {
        let text = damaged(&mut Random::new(number), SETTINGS);
        check_faults(&text, &Config::parse(&text).1);
        check_faults(&text, &Baseline::parse(&text).1);
    }
}
