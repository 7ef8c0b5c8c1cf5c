//! What stands between quotation marks.

use super::{plain, prose};
use masthead::text::{Format, QuotationKind};

/// The quotations of one paragraph: "s:" speech, "n:" name, "o:" speech that is left open.
fn quoted(text: &str) -> Vec<String> {
    let read = plain(text);
    let shown = read.quotations.iter().map(|q| {
        let kind = match q.kind {
            _ if q.open => 'o',
            QuotationKind::Speech => 's',
            QuotationKind::Name => 'n',
        };
        format!("{kind}:{}", q.inner.of(&read.text))
    });
    shown.collect()
}

#[track_caller]
fn quotes(text: &str, expected: &[&str]) {
    assert_eq!(quoted(text), expected, "{text:?}");
}

#[test]
fn all_pairs_of_marks() {
    quotes("\"We must act,\" he said.", &["s:We must act,"]);
    quotes("“We must act,” he said.", &["s:We must act,"]);
    quotes("‘We must act,’ he said.", &["s:We must act,"]);
    quotes("'We must act,' he said.", &["s:We must act,"]);
    quotes(
        "„Wir haben das gesagt und wir meinen das auch so“, sagte er.",
        &["s:Wir haben das gesagt und wir meinen das auch so"],
    );
    quotes("«Glasswing» and 「東京」と『本』、《책》", &["n:Glasswing", "n:東京", "n:本", "n:책"]);
    quotes("(“Glasswing”) and [\"Mythos\"]—“Two”", &["n:Glasswing", "n:Mythos", "n:Two"]);
}

#[test]
fn nested_ones_follow_their_outer_one() {
    quotes(
        "“He told us ‘we must go’ and left,” she said, naming “Glasswing.”",
        &["s:He told us ‘we must go’ and left,", "s:we must go", "n:Glasswing."],
    );
    quotes(
        "\"The 'Glasswing' project is here,\" he said.",
        &["s:The 'Glasswing' project is here,", "n:Glasswing"],
    );
    quotes(
        "'He said \"no way\" to us all today,' she said.",
        &["s:He said \"no way\" to us all today,", "n:no way"],
    );
}

#[test]
fn apostrophes_are_no_quotation_marks() {
    quotes("Korea's students' union, rock 'n' roll, the '90s, ’tis and O’Brien's 'em", &[]);
    quotes("Korea’s students’ union, rock ’n’ roll, the ’90s and the ministers’ talks", &[]);
    quotes(
        "'We don't think the students' demands were met,' he said.",
        &["s:We don't think the students' demands were met,"],
    );
    quotes("It is 6' 2\" tall and 5\" wide", &[]);
    quotes("The ‘90s were good", &[]);
}

#[test]
fn names_are_no_speech() {
    quotes("the 'Glasswing' project", &["n:Glasswing"]);
    quotes(
        "called “Government and Agency Trust-based Access Program (GTAC)” in",
        &["n:Government and Agency Trust-based Access Program (GTAC)"],
    );
    quotes("a so-called \"clear and present danger\" to all", &["n:clear and present danger"]);
    quotes("They called it \"a mess.\"", &["n:a mess."]);
    quotes("\"Project Glasswing,\" the newest of them, began.", &["n:Project Glasswing,"]);
    quotes("the song \"Will You May\"", &["n:Will You May"]);
    quotes("the \"smart\" phone and a \"US\" firm", &["n:smart", "n:US"]);
}

#[test]
fn words_of_people_are_speech() {
    quotes("\"Yes,\" the minister said.", &["s:Yes,"]);
    quotes("\"Very well,\" Kim said.", &["s:Very well,"]);
    quotes("She said: \"It is over.\"", &["s:It is over."]);
    quotes(
        "He called it \"one of the most important steps ever taken.\"",
        &["s:one of the most important steps ever taken."],
    );
    quotes("\"Who knows?\"", &["s:Who knows?"]);
    quotes("It will \"have to be done\" soon.", &["s:have to be done"]);
    quotes("“I agree.”", &["s:I agree."]);
}

#[test]
fn korean_speech_and_names() {
    quotes("그는 “협력을 강화하겠다”고 말했다.", &["s:협력을 강화하겠다"]);
    quotes("그는 \"좋다\"라며 '글래스윙'은 \"계획\"이라고", &["s:좋다", "n:글래스윙", "s:계획"]);
    quotes("'KISA'가 ‘프로젝트 글래스윙’에 “보안”을", &["n:KISA", "n:프로젝트 글래스윙", "n:보안"]);
    quotes(
        "'글래스윙'이라는 사업과 “미토스”라는 모델, '글래스윙'이라고 불린다",
        &["n:글래스윙", "n:미토스", "n:글래스윙"],
    );
    quotes("'가겠다'라는 말", &["s:가겠다"]);
    quotes("“정부와 긴밀히 협의하고 있습니다.” 그는", &["s:정부와 긴밀히 협의하고 있습니다."]);
}

#[test]
fn speech_may_be_left_open() {
    quotes("\"We will go on. And on, he said", &["o:We will go on. And on, he said"]);
    quotes("“We read ‘Mythos’ and “Glasswing", &["o:We read ‘Mythos’ and “Glasswing", "n:Mythos"]);
    quotes("‘We will go on and on.", &["o:We will go on and on."]);
    quotes("\"We will go, he said. \"It is late,\" he said.", &["s:It is late,"]);
    quotes("'We will go", &[]);
    let read = &prose("> “We go on\n> and **on**\n\n", Format::Markdown)[0];
    assert_eq!(read.quotations[0].span.end, 24);
}
