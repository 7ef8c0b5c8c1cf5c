//! Articles made up from a number: whatever they hold, they are read, and what is told of them lies in their text.
//! `MASTHEAD_ROUNDS=100 cargo test made_up` goes through a hundred times as many.

use crate::support::desk::Desk;
use crate::support::pieces::PIECES;
use crate::support::random::{Random, rounds};
use masthead::catalog::Catalog;
use masthead::diagnostic::Diagnostic;
use masthead::document::Document;
use masthead::ide::{self, Cursor, Rename};
use masthead::text::{Format, Span};
use std::sync::LazyLock;

pub(crate) const CATALOG: &str = r#"
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
pub(crate) const OWN: &[&str] = &[
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

pub(crate) fn check_span(text: &str, span: Span, what: &dyn Fn() -> String) {
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

pub(crate) fn check_findings(text: &str, found: &[Diagnostic]) {
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

static NO_CATALOG: LazyLock<Catalog> = LazyLock::new(|| Catalog::merge(&[]).0);

/// A folder with that catalog and `articles`.
fn desk(articles: &[(&str, &str)], asked: bool) -> Desk {
    let files = [("catalog/a.toml", CATALOG)].iter().chain(articles);
    let files: Vec<(String, String)> = files.map(|(path, text)| ((*path).into(), (*text).into())).collect();
    Desk::new(&files, asked)
}

#[test]
fn articles_of_awkward_pieces_are_told_soundly() {
    FOUND.iter().for_each(|text| read(&mut Random::new(0), text));
    for number in rounds(250) {
        let mut random = Random::new(number);
        let mut text = random.text(if number.is_multiple_of(2) { PIECES } else { OWN }, 60);
        if random.below(4) == 0 {
            text += &random.text(if number.is_multiple_of(2) { OWN } else { PIECES }, 20);
        }
        read(&mut random, &text);
    }
}

/// Whatever `text` is, what is told of it lies in it, and everything can be asked everywhere.
pub(crate) fn read(random: &mut Random, text: &str) {
    let path = random.pick(&["a.md", "a.md", "a.txt"]);
    let desk = desk(&[("b.md", &random.text(OWN, 40)), (path, text)], random.below(5) > 0);
    check_document(text, desk.article(path));
    check_findings(text, &desk.judge(path));
    for _ in 0..4 {
        ask(&desk, path, text, text.floor_char_boundary(random.below(text.len() + 1)));
    }
}

/// What makes long and short forms, or almost.
const EXPANSIONS: &[&str] = &[
    "National Agency of Boats",
    "Ministry of Science and ICT",
    "the Korea Internet & Security Agency",
    "national agency of boats",
    "항만신탁",
    "Boats",
    "Nab",
    " ",
    " of ",
    " and ",
    " & ",
    " (",
    ")",
    "(NAB)",
    " (NABs)",
    "(N.A.B.)",
    "NAB",
    "MSIT",
    "KISA",
    "N",
    "A.",
    "-",
    "/",
    ", ",
    "; ",
    "or ",
    "“",
    "”",
    "’s",
    "R-Ill.",
    "27",
    "May ",
    ". ",
    "\n",
    "\u{301}",
    "É",
];

/// Comments, and what they are about.
const COMMENTS: &[&str] = &[
    "<!-- masthead-ignore avoided-name: she signs so -->",
    "<!-- masthead-ignore -->",
    "<!--masthead-ignore\tunused-acronym-->",
    "<!-- masthead-ignore: \n -->",
    "<!-- masthead-ignore no-such: x -->",
    "<!-- masthead-ignore avoided-name: a > b -->",
    "<!--",
    "-->",
    "masthead-ignore",
    " avoided-name",
    ":",
    "-",
    " ",
    "\n",
    "\n\n",
    "\r\n\r\n",
    "> ",
    "- ",
    "    ",
    "`",
    "```\n",
    "<div>",
    "# ",
    "Harbour Trust sails. ",
    "The National Agency of Boats (NAB) said so. ",
    "Anne Lund",
];

#[test]
fn comments_hush_what_they_speak_of_and_nothing_else() {
    rounds(250).for_each(|number| hush(&mut Random::new(number)));
}

/// Nothing is found where a comment accepts it, and what is found elsewhere is found without comments, too.
pub(crate) fn hush(random: &mut Random) {
    let text = random.text(COMMENTS, 40);
    let desk = desk(&[("a.md", &text)], true);
    let (document, found) = (desk.article("a.md"), desk.judge("a.md"));
    check_document(&text, document);
    check_findings(&text, &found);
    for finding in &found {
        for comment in &document.suppressions {
            let speaks = comment.rule.as_ref().is_none_or(|(rule, _)| rule == finding.rule);
            // What is wrong with a comment is told, even where another comment stands before it.
            let of_comment = finding.span.overlaps(comment.comment) || finding.rule == "config";
            assert!(
                of_comment || !speaks || !comment.target.covers(finding.span),
                "{finding:?} in spite of {comment:?} in {text:?}"
            );
        }
    }
}

#[test]
fn expansions_of_awkward_pieces_are_told_soundly() {
    rounds(250).for_each(|number| expand(&mut Random::new(number)));
}

/// Where a long and a short form stand side by side, they are told alike in a paragraph of their own and among others.
pub(crate) fn expand(random: &mut Random) {
    let paragraph = random.text(EXPANSIONS, 24);
    let alone = Document::read(&paragraph, Format::Plain, "a.txt", &NO_CATALOG);
    check_document(&paragraph, &alone);
    let before = "Ferries sail at noon.\n\n";
    let whole = format!("{before}{paragraph}");
    let among = Document::read(&whole, Format::Plain, "a.txt", &NO_CATALOG);
    let told = |document: &Document, shift: usize| -> Vec<[Span; 3]> {
        let moved = |span: Span| Span::new(span.start - shift, span.end - shift);
        document.expansions.iter().map(|e| [e.short, e.long, e.span].map(moved)).collect()
    };
    assert_eq!(told(&alone, 0), told(&among, before.len()), "{paragraph:?}");
}
