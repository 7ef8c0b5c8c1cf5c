//! Lines that are not part of the running text: bylines, credits, hashtags, copyright, the time of posting.
//!
//! Judged line by line, by shape and by the handful of words that such lines are made of. Words are compared in code: patterns
//! of the same words remember, in each thread, more of the texts than a server has in use otherwise.

use super::lexicon;
use aho_corasick::packed::Searcher;
use std::sync::LazyLock;

/// A part of all that [`claims_rights`] can find. Few lines hold one of these, and to look for a handful of plain strings
/// costs next to nothing.
static RIGHTS_HINT: LazyLock<Option<Searcher>> =
    LazyLock::new(|| Searcher::new(["©", "ⓒ", "Ⓒ", "ight", "IGHT", "uthori", "(c)", "(C)", "무단"]));

/// Lines longer than this are prose whatever they begin with; in bytes.
const LONGEST_LINE: usize = 300;

/// What stands behind "press release" in such a line is no longer than this, in characters.
const MOST_BEHIND_RELEASE: usize = 60;

/// A line that says what its picture shows has no more words than this.
const MOST_IN_CAPTION: usize = 6;

/// Who or what a credit at the end of a text names, in characters.
const CREDITED: std::ops::RangeInclusive<usize> = 2..=80;

/// True for a trimmed line that is furniture.
pub(super) fn is_furniture(line: &str) -> bool {
    if line.len() > LONGEST_LINE {
        return false;
    }
    let hint = RIGHTS_HINT.as_ref().is_none_or(|hint| hint.find(line).is_some());
    if hashtags(line) || ends_story(line) || hint && claims_rights(line) {
        return true;
    }
    if line.starts_with(['[', '(', '（']) && line.ends_with([']', ')', '）']) {
        return speaks_of_picture(line);
    }
    // Running text ends in a stop: only the few other lines are looked at word by word.
    (!closed(line) || line.ends_with(':'))
        && (heads_tags(line) || byline(line) || posted(line) || credit(line) || press_release(line))
}

/// "(END)", "###", "ENDS": what agencies and press offices write below a text.
fn ends_story(line: &str) -> bool {
    let word = line.trim_matches(|c| matches!(c, '(' | ')' | '[' | ']' | '-'));
    word.len() < line.len() && ["end", "ends", "more", "30"].iter().any(|end| word.eq_ignore_ascii_case(end))
        || matches!(line, "###" | "END" | "ENDS")
}

/// True for a line of nothing but hashtags, which may hold spaces: "#KISA #Ministry of Science and ICT".
fn hashtags(line: &str) -> bool {
    let mut bytes = line.bytes();
    bytes.next() == Some(b'#')
        && bytes.next().is_some_and(|b| !b.is_ascii_whitespace() && b != b'#')
        && !closed(line)
}

/// True for a line that ends as a sentence does.
pub(super) fn closed(line: &str) -> bool {
    line.trim_end_matches(['"', '”', '’', '\'', ')', ']', '»', '」', '』'])
        .ends_with(['.', '!', '?', '。', '…', ':', ';', ','])
}

/// "All rights reserved", "© Harbour Post", "무단 전재 금지".
fn claims_rights(line: &str) -> bool {
    const CLAIMS: [&str; 5] = [
        "all rights reserved",
        "unauthorised reproduction",
        "unauthorized reproduction",
        "unauthorised redistribution",
        "unauthorized redistribution",
    ];
    let small = line.to_ascii_lowercase();
    let behind = |mark: &str| small.split(mark).skip(1).map(str::trim_start).collect::<Vec<_>>();
    CLAIMS.iter().any(|claim| small.contains(claim))
        || ["©", "ⓒ", "Ⓒ", "(c)"].iter().any(|mark| behind(mark).iter().any(|owner| says_something(owner)))
        || after_word(small.trim_start_matches(|c: char| !is_word(c)), &["copyright"]).is_some()
        || behind("무단")
            .iter()
            .any(|rest| ["전재", "복제", "배포"].iter().any(|use_| rest.starts_with(use_)))
}

/// "Tags:", "Related stories": the head of a list.
fn heads_tags(line: &str) -> bool {
    const HEADS: [&str; 13] = [
        "keyword",
        "keywords",
        "tag",
        "tags",
        "hashtag",
        "hashtags",
        "topic",
        "topics",
        "related articles",
        "related stories",
        "related news",
        "키워드",
        "태그",
    ];
    let words = line.strip_suffix(':').unwrap_or(line).trim_end();
    HEADS.iter().any(|head| words.eq_ignore_ascii_case(head))
}

/// "By Dana Whitlock", "김하나 기자 hana@example.com".
fn byline(line: &str) -> bool {
    const HEADS: [&str; 6] =
        ["by ", "reporting by ", "written by ", "edited by ", "story by ", "translated by "];
    let is_name =
        |rest: &str| rest.starts_with(|c: char| !c.is_ascii_lowercase() && !c.is_whitespace() && c != '(');
    let is_mail = |word: &str| word.trim_matches('@').contains('@');
    let reporter = line.rsplit_once(' ').filter(|(_, last)| is_mail(last)).map_or(line, |(before, _)| before);
    after(line, &HEADS).is_some_and(is_name) || reporter.ends_with("기자")
}

/// "Posted : May 18, 2026, 19:00", "입력 2026.05.18 09:00".
fn posted(line: &str) -> bool {
    const HEADS: [&str; 5] = ["posted", "published", "updated", "last updated", "modified"];
    let korean = || {
        let rest = after(line, &["입력", "수정", "등록"])?;
        Some(!rest.starts_with(is_word) && says_something(rest.trim_start()))
    };
    let when = |rest: &str| says_something(rest) && tells_when(rest);
    after_word(line, &HEADS).is_some_and(|rest| when(rest.trim_start())) || korean() == Some(true)
}

/// True for what may stand behind "Updated": ": May 18", "3 May", "on Monday", "by Ana Holm". "Updated guidance angers port"
/// is a headline.
fn tells_when(rest: &str) -> bool {
    const WORDS: [&str; 9] = ["a", "an", "at", "by", "in", "just", "on", "today", "yesterday"];
    let word = rest.split(|c: char| !is_ascii_word(c)).next().unwrap_or("");
    word.is_empty()
        || word.starts_with(|c: char| c.is_ascii_digit())
        || lexicon::is_calendar_word(word)
        || WORDS.iter().any(|known| word.eq_ignore_ascii_case(known))
}

/// "Photo: Port of Nordhavn", "Image courtesy of the port", "Computer-made image".
fn credit(line: &str) -> bool {
    const HEADS: [&str; 6] = ["photo", "image", "picture", "graphic", "illustration", "사진"];
    const SHOWN: [&str; 4] = ["image", "photo", "picture", "illustration"];
    let headed = after(line, &HEADS).is_some_and(|rest| {
        let rest = rest.strip_prefix(['s', 'S']).unwrap_or(rest).trim_start();
        rest.is_empty()
            || rest.starts_with([':', '=', '/', '|'])
            || after_word(rest, &["by", "from", "courtesy", "credit", "image"]).is_some()
    });
    let last = line.split_whitespace().next_back().unwrap_or("");
    headed || is_one_of(last, &SHOWN) && line.split_whitespace().count() <= MOST_IN_CAPTION
}

/// "PRESS RELEASE -- FOR IMMEDIATE RELEASE".
fn press_release(line: &str) -> bool {
    let behind = after_word(line, &["press release", "news release", "media release"]);
    line.eq_ignore_ascii_case("for immediate release")
        || behind.is_some_and(|rest| {
            !rest.contains(['.', '!', '?']) && rest.chars().count() <= MOST_BEHIND_RELEASE
        })
}

/// True where one of the words says that a picture is spoken of: "[Photo: Port of Nordhavn]", "(사진＝노르드항만)".
pub(super) fn speaks_of_picture(text: &str) -> bool {
    const WORDS: [&str; 11] = [
        "photo",
        "image",
        "picture",
        "graphic",
        "illustration",
        "courtesy",
        "credit",
        "screenshot",
        "capture",
        "captured",
        "file",
    ];
    text.split(|c: char| !is_ascii_word(c)).any(|word| is_one_of(word, &WORDS))
        || ["사진", "제공", "그래픽"].iter().any(|word| text.contains(word))
}

/// Where the credit begins that `text` ends in behind a sentence: "… at the pier. Image: Port of Nordhavn.", "… Photo credit: AP".
pub fn end_credit(text: &str) -> Option<usize> {
    const HEADS: [&str; 7] = ["photo", "image", "picture", "photograph", "graphic", "credit", "사진"];
    let (before, credited) = text.rsplit_once(':')?;
    let before = before.trim_end();
    let word = before.rsplit(char::is_whitespace).next().unwrap_or("");
    let mut sentence = &before[..before.len() - word.len()];
    let mut head = word;
    if is_one_of(word, &["credit", "courtesy"]) {
        let picture = sentence.trim_end();
        let word = picture.rsplit(char::is_whitespace).next().unwrap_or("");
        if is_one_of(word, &HEADS) {
            (head, sentence) = (word, &picture[..picture.len() - word.len()]);
        }
    }
    let credited = credited.strip_suffix('.').unwrap_or(credited).trim_start();
    let ends = is_one_of(head, &HEADS)
        && sentence.trim_end().len() < sentence.len()
        && sentence.trim_end().ends_with(['.', '!', '?', '”', '’', '\'', ')', ']'])
        && !credited.contains(['.', ';', '\n'])
        && CREDITED.contains(&credited.chars().count());
    ends.then_some(sentence.len())
}

/// True for one of `words`, large or small, or several of it: "Photos".
fn is_one_of(word: &str, words: &[&str]) -> bool {
    let one = word.strip_suffix(['s', 'S']).unwrap_or(word);
    words.iter().any(|known| one.eq_ignore_ascii_case(known) || word.eq_ignore_ascii_case(known))
}

/// What stands behind the first of `heads` that `line` begins with, large or small.
fn after<'t>(line: &'t str, heads: &[&str]) -> Option<&'t str> {
    heads.iter().find_map(|head| {
        let (start, rest) = line.split_at_checked(head.len())?;
        start.eq_ignore_ascii_case(head).then_some(rest)
    })
}

/// The same where the word that ends the head ends there too.
fn after_word<'t>(line: &'t str, heads: &[&str]) -> Option<&'t str> {
    heads.iter().find_map(|head| after(line, &[head]).filter(|rest| !rest.starts_with(is_ascii_word)))
}

/// True for a text that begins with more than a mark that ends one.
fn says_something(text: &str) -> bool {
    text.starts_with(|c: char| !matches!(c, '.' | ',' | ';'))
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn is_ascii_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

#[cfg(test)]
mod tests {
    use super::{end_credit, is_furniture, speaks_of_picture};

    #[test]
    fn lines_of_furniture_and_lines_like_them() {
        for (line, furniture) in [
            ("Related stories:", true),
            ("태그 :", true),
            ("Tags for the port", false),
            ("Edited by Ana Holm", true),
            ("By (then) a captain", false),
            ("By night", false),
            ("홍길동 선임기자 hong@example.com", true),
            ("홍길동 기자 hong", false),
            ("Updated", false),
            ("UPDATED:", true),
            ("Last updated 3 May", true),
            ("Published by Ana Holm", true),
            ("Posted an hour ago", true),
            ("Updated guidance angers port", false),
            ("Publishedly so", false),
            ("등록 : 2026.05.18", true),
            ("수정안 통과", false),
            ("Photos", true),
            ("Photo by Ana Holm", true),
            ("Photo bystanders took", false),
            ("사진 = 노르드항만", true),
            ("A ship in a storm image", true),
            ("A ship in the middle of a storm picture", false),
            ("ENDS", true),
            ("Ends", false),
            ("News release No 4", true),
            ("News releases by hand", false),
            ("(c) Harbour Post", true),
            ("(c).", false),
            ("Copyright 2026", true),
            ("“Copyrighted” copies", false),
            ("무단 전재 및 재배포 금지", true),
            ("무단 결석", false),
            ("Unauthorized redistribution is forbidden.", true),
        ] {
            assert_eq!(is_furniture(line), furniture, "{line:?}");
        }
    }

    #[test]
    fn long_lines_are_running_text() {
        let tail = |length: usize| format!("Photo: {}", "x".repeat(length));
        assert!(is_furniture(&tail(293)));
        assert!(!is_furniture(&tail(294)));
        let release = |length: usize| format!("Press release {}", "x".repeat(length));
        assert!(is_furniture(&release(59)));
        assert!(!is_furniture(&release(60)));
    }

    #[test]
    fn pictures() {
        assert!(speaks_of_picture("(SCREENSHOTS of the port)"));
        assert!(speaks_of_picture("(노르드항만제공)"));
        assert!(!speaks_of_picture("(the photographers of the port)"));
        for (text, credit) in [
            ("They wait. Photo: AP", true),
            ("They wait.” Photos : Ana Holm.", true),
            ("They wait. Photo credit: AP", true),
            ("They wait. Image Courtesy: AP", true),
            ("They wait. Courtesy: AP", false),
            ("They wait. Photo: A", false),
            ("They wait. Photo: Ana Holm; Bo Lind", false),
            ("They wait for a photo: Ana Holm", false),
            ("They wait.Photo: Ana Holm", false),
            ("Photo: Ana Holm", false),
        ] {
            assert_eq!(end_credit(text).is_some(), credit, "{text:?}");
        }
    }
}
