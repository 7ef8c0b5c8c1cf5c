//! What the rules mend, over made-up news: fixes never overlap, cure what they were made for, and make no new fault;
//! line ends and byte order marks stay.

use crate::prose::{World, article, catalog};
use crate::support::desk::Desk;
use crate::support::random::rounds;
use masthead::diagnostic::{Diagnostic, Edit};
use masthead::ide::fix_all;
use masthead::text::{Format, clean};
use std::sync::LazyLock;

static WORLD: LazyLock<World> = LazyLock::new(World::new);

/// So often `check --fix` applies fixes at most, too.
const TIMES: usize = 4;

/// An article: path, text, what is found in it.
type Judged = (String, String, Vec<Diagnostic>);

/// A folder of three made-up articles, with a catalog that knows most of their names.
fn files(number: u64) -> Vec<(String, String)> {
    let mut files = vec![
        (
            "masthead.toml".to_owned(),
            "[rules]\nname-form = \"warning\"\ntitle-case = \"warning\"\n".to_owned(),
        ),
        ("catalog/names.toml".to_owned(), catalog(&WORLD, 800)),
    ];
    for nth in 0..3 {
        let (format, ending) = if nth == 2 { (Format::Plain, "txt") } else { (Format::Markdown, "md") };
        files.push((format!("{nth}.{ending}"), article(&WORLD, number * 3 + nth, format, 3_000)));
    }
    files
}

/// The articles of a folder, judged.
fn judged(files: &[(String, String)]) -> Vec<Judged> {
    let desk = Desk::new(files, true);
    assert!(desk.faults.iter().all(|(_, faults)| faults.is_empty()), "{:?}", desk.faults);
    let articles = files.iter().filter(|(path, _)| !path.ends_with(".toml"));
    articles.map(|(path, text)| (path.clone(), text.clone(), desk.judge(path))).collect()
}

/// `text` with `edits`, which must be in order, apart from each other and on the edges of characters.
fn applied(text: &str, edits: &[Edit]) -> String {
    let (mut new, mut done) = (String::new(), 0);
    for edit in edits {
        assert!(done <= edit.span.start && edit.span.start <= edit.span.end, "{edits:?}");
        new += &text[done..edit.span.start];
        new += &edit.text;
        done = edit.span.end;
    }
    new + &text[done..]
}

/// What is found in all articles: article, rule and words.
fn faults(articles: &[Judged]) -> Vec<(&str, &'static str, String)> {
    let mut all = Vec::new();
    for (path, text, found) in articles {
        all.extend(found.iter().map(|d| (path.as_str(), d.rule, clean(d.span.of(text)))));
    }
    all
}

/// The folder with all safe fixes, and how many edits that took.
fn mended(files: &[(String, String)], articles: &[Judged]) -> (Vec<(String, String)>, usize) {
    let mut count = 0;
    let mut all: Vec<(String, String)> =
        files.iter().filter(|(path, _)| path.ends_with(".toml")).cloned().collect();
    for (path, text, found) in articles {
        let edits = fix_all(found);
        count += edits.len();
        all.push((path.clone(), applied(text, &edits)));
    }
    (all, count)
}

#[test]
fn fixes_cure_their_faults_and_make_no_new_ones() {
    let mut cured = 0;
    // In the last an acronym that goes away leaves a longer name of two organizations behind.
    for number in rounds(4).chain([39]) {
        let mut now = files(number);
        let mut before = judged(&now);
        for (_, text, found) in &before {
            for fix in found.iter().flat_map(|finding| &finding.fixes) {
                assert_ne!(applied(text, &fix.edits), *text, "{fix:?} changes nothing");
            }
        }
        for time in 1.. {
            let (next, edits) = mended(&now, &before);
            if edits == 0 {
                break;
            }
            assert!(time <= TIMES, "number {number}: fixes without end");
            let after = judged(&next);
            let mut left = faults(&before);
            for fault in faults(&after) {
                let known = left.iter().position(|known| *known == fault);
                let known = known
                    .unwrap_or_else(|| panic!("number {number}: {fault:?} is new; {left:#?}; {next:#?}"));
                left.swap_remove(known);
            }
            assert!(!left.is_empty(), "number {number}: {edits} edits cured nothing");
            cured += left.len();
            (now, before) = (next, after);
        }
    }
    assert!(cured >= 4, "the articles have faults to be cured: {cured}");
}

#[test]
fn fixes_keep_line_ends_and_byte_order_marks() {
    for number in rounds(2) {
        let plain = files(number);
        let (fixed, _) = mended(&plain, &judged(&plain));
        type Shape = fn(&str) -> String;
        let shapes: [Shape; 2] = [|text| text.replace('\n', "\r\n"), |text| format!("\u{feff}{text}")];
        for shape in shapes {
            let shaped = |files: &[(String, String)]| -> Vec<(String, String)> {
                let shape = |(path, text): &(String, String)| match path.ends_with(".toml") {
                    true => (path.clone(), text.clone()),
                    false => (path.clone(), shape(text)),
                };
                files.iter().map(shape).collect()
            };
            let shaped_first = shaped(&plain);
            assert_eq!(mended(&shaped_first, &judged(&shaped_first)).0, shaped(&fixed), "number {number}");
        }
    }
}
