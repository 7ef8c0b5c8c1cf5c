//! Where sentences end. In the cases, "¦" stands where one ends and the next begins.

use super::{plain, prose};
use masthead::text::Format;

#[track_caller]
fn splits(case: &str) {
    let read = plain(&case.replace('¦', " "));
    let found: Vec<&str> = read.sentences.iter().map(|s| s.of(&read.text)).collect();
    assert_eq!(found, case.split('¦').map(str::trim).collect::<Vec<_>>());
}

#[test]
fn stops_end_sentences() {
    splits("It ended. ¦Was it so? ¦Yes! ¦Then");
    splits("One sentence\nover two lines. ¦And the next.");
    splits("What?! ¦Never…. ¦It was. ¦5 of them left.");
    splits("Sales of phones fell. ¦iPhone sales rose.");
}

#[test]
fn a_stop_inside_a_word_or_number_does_not() {
    splits("GPT-5.5-Cyber costs 5.5 million won at openai.com today. ¦It is 3.");
    splits("The v. 2.0 of approx. five, e.g. this, i.e. that, vs. those, etc. and so on.");
}

#[test]
fn titles_and_initials_do_not() {
    splits("Mr. Kim met Dr. Lee, Prof. Hong, Gen. Park, Sen. Choi and St. John. ¦He left.");
    splits("J. K. Rowling and Samuel J. Palmisano wrote it. ¦George W. Bush read it.");
    splits("J.P. Morgan and George P. Bush met. ¦See p. 7 of it.");
    splits(
        "It closed its Series B. ¦Nordlys Capital led. ¦They lost in Group A. ¦Ana Lund won. ¦She put it on X. ¦Lund did not.",
    );
    splits("He met George W. Holm and Takvik C. ¦Mr Lund left.");
    splits("Jason Kwon Jr. and Lt. Col. Na came. ¦They left.");
}

#[test]
fn abbreviations_do_where_the_next_word_opens_a_sentence() {
    splits(
        "He met U.S. Treasury officials in the U.S. ¦The talks in the U.K. on Jan. 5 and Sept. 3 went on.",
    );
    splits(
        "It starts at 5 p.m. ¦But the 10 a.m. Seoul flight of Apple Inc. chief Tim Cook, of Samsung Electronics Co. Ltd., left.",
    );
    splits("It was sold to Apple Inc. ¦In May, Google Corp. President Kim left.");
    splits("It is No. 1. ¦He said no. ¦She agreed.");
    splits("That was plan B. ¦It failed.");
    splits("She leads R&D. ¦Solveig Lund does M&A. ¦J.&R. Holm does not.");
    splits("He lives in Washington, D.C. ¦She does not.");
}

#[test]
fn closing_marks_belong_to_the_sentence() {
    splits("“We must.” ¦“Why?” he asked. ¦(He left.) ¦Then");
    splits("\"We must act.\" ¦\"It's time,\" he said. ¦Done");
    splits("He said, ‘Now.’ ¦‘Then?’ she asked. ¦[Sic.] ¦So");
    splits("The firm (Apple Inc.) Chief Kim left (it was late.) ¦Then");
    splits("\"Stop!\" she said. ¦\"Wait...\" he said.");
}

#[test]
fn ellipses_end_one_only_before_a_capital() {
    splits("He waited ... and left. ¦He waited… and left. ¦He left... ¦She did not.");
}

#[test]
fn korean_and_other_scripts() {
    splits("류제명 차관은 말했다. ¦“좋다.”라고 했다. ¦그는 3.5%라고 했다. ¦정말인가요? ¦네!");
    let read = plain("東京へ行く。「行く。」と言った。「行こう！」　明日だ");
    let found: Vec<&str> = read.sentences.iter().map(|s| s.of(&read.text)).collect();
    assert_eq!(found, ["東京へ行く。", "「行く。」と言った。", "「行こう！」", "明日だ"]);
}

#[test]
fn a_number_that_opens_an_item_does_not_end_one() {
    splits("1. Call the ministry first. ¦2. Then write.");
}

#[test]
fn rows_and_front_matter_end_at_the_line() {
    for (text, expected) in
        [("| a | b |\n|---|---|\n| c. d | e |\n", 3), ("---\ntitle: A\ndate: B\n---\n", 4)]
    {
        let read = &prose(text, Format::Markdown)[0];
        assert_eq!(read.sentences.len(), expected, "{:?}", read.sentences);
    }
}

#[test]
fn masked_text_ends_none() {
    let read = &prose("The `x.` code. See <https://a.b/> now. **Bold.** Next\n", Format::Markdown)[0];
    let starts: Vec<usize> = read.sentences.iter().map(|s| s.start).collect();
    assert_eq!(starts, [0, 15, 41, 49]);
    assert_eq!(read.sentence(20), Some(read.sentences[1]));
    assert_eq!(read.sentence(14), None);
}
