//! Names before titles in Korean text: the "류" of "류 차관은", who was "류제명" before, and a "류재명 차관" who is nobody.

use super::office::{Employer, Office};
use super::phrase::Passage;
use super::raw_candidate::RawCandidate;
use crate::catalog::{Catalog, Kind, is_hangul_surname, is_korean_particle, is_letter_apart};
use crate::text::{Prose, Span, Token, TokenKind, is_hangul};

/// The words of a block that stand before a title and may be a surname, in order. Whether each is a name is for the article to
/// say: "이 대표" may be Mr. Lee or just this one, and "아모데이" is somebody where 다리오 아모데이 is named.
pub(super) fn titled_surnames(prose: &Prose) -> impl Iterator<Item = RawCandidate> {
    let Prose { text, tokens, .. } = prose;
    // Most blocks have no Hangul.
    let tokens = if text.is_ascii() { &[] } else { tokens.as_slice() };
    tokens.windows(2).filter_map(move |pair| {
        let [name, title] = pair else { return None };
        let surname = name.kind == TokenKind::Hangul
            && title.gap
            && (is_surname(name.of(text)) || is_foreign(name.of(text)))
            && is_title(title, text)
            && !is_this_market(name.of(text), title.of(text));
        surname.then(|| person(name, text, true))
    })
}

/// The full names of a block that stand before a title and differ in one letter from a person's whom the catalog knows, in
/// order. What else stands before a title may be any noun.
pub(super) fn misspelt_names(prose: &Prose, catalog: &Catalog) -> impl Iterator<Item = RawCandidate> {
    let Prose { text, tokens, .. } = prose;
    let tokens = if text.is_ascii() { &[] } else { tokens.as_slice() };
    let titled = move |at: usize| match &tokens[at..] {
        // "제2차관" is three.
        [ordinal, number, title, ..] if ordinal.of(text) == "제" && number.digit => is_title(title, text),
        [title, ..] => title.gap && is_title(title, text),
        [] => false,
    };
    tokens.iter().enumerate().filter_map(move |(at, name)| {
        let full = name.kind == TokenKind::Hangul && titled(at + 1);
        let misspelt = full && !catalog.almost_hangul(name.of(text)).is_empty();
        misspelt.then(|| person(name, text, false))
    })
}

/// The names of several words in a block that have a word of one that the catalog knows, and differ from it in one letter:
/// "프로젝트 글라스윙은" for "프로젝트 글래스윙".
pub(super) fn misspelt_words(prose: &Prose, catalog: &Catalog) -> impl Iterator<Item = RawCandidate> {
    let Prose { text, tokens, .. } = prose;
    let tokens = if text.is_ascii() { &[] } else { tokens.as_slice() };
    let words = tokens.iter().enumerate().filter(|(_, word)| word.kind == TokenKind::Hangul);
    words.flat_map(move |(at, word)| {
        catalog.with_hangul_word(word.of(text)).filter_map(move |form| {
            let form = catalog.form(form);
            let span = misspelt_at(text, tokens, at, &form.text)?;
            let person = catalog.entity(form.entity).kind == Kind::Person;
            Some(RawCandidate::new(span, text, person.then_some(Kind::Person), false))
        })
    })
}

/// Where the words around token `at`, which is one of `known`, are that name but for a letter.
fn misspelt_at(text: &str, tokens: &[Token], at: usize, known: &str) -> Option<Span> {
    let before = known.split(' ').position(|word| word == tokens[at].of(text))?;
    let first = at.checked_sub(before)?;
    let (mut end, mut last) = (0, "");
    for (nth, word) in known.split(' ').enumerate() {
        let token = tokens.get(first + nth).filter(|token| token.kind == TokenKind::Hangul)?;
        if nth > 0 && &text[end..token.start as usize] != " " {
            return None;
        }
        (end, last) = (token.end as usize, word);
    }
    // What is more than the last word has is a particle.
    let start = tokens[first + known.split(' ').count() - 1].start as usize;
    let syllables = last.chars().count();
    let word = text[start..end].char_indices().nth(syllables).map_or(end, |(more, _)| start + more);
    let particle = &text[word..end];
    let span = Span::new(tokens[first].start as usize, word);
    let joined = particle.is_empty() || is_korean_particle(particle);
    (joined && is_letter_apart(span.of(text), known)).then_some(span)
}

fn person(token: &Token, text: &str, doubtful: bool) -> RawCandidate {
    RawCandidate::new(token.span(), text, Some(Kind::Person), doubtful)
}

/// What ministers and their deputies are called.
const MINISTERS: [&str; 2] = ["장관", "차관"];

impl Passage<'_> {
    /// The "제2차관" of "과학기술정보통신부 류제명 제2차관은" and of "류제명 과학기술정보통신부 2차관": what somebody is at a ministry.
    pub(super) fn korean_office(&self, name: usize) -> Option<Office> {
        let words = &self.words[name];
        // A particle makes "류제명은 장관을" two persons.
        let whole = self.tokens[words.end - 1].end as usize == self.names[name].span.end;
        let before = || self.name_until(words.start).filter(|body| self.employs(*body));
        let behind = self.name_at(words.end).filter(|body| self.employs(*body));
        let first = behind.map_or(words.end, |body| self.words[body].end);
        let number = first + usize::from(self.word(first) == "제");
        let noun = number + usize::from(matches!(self.word(number), "1" | "2" | "3"));
        let token = self.tokens.get(noun).filter(|token| token.kind == TokenKind::Hangul)?;
        let apart = self.tokens[first].gap && (first + 1..=noun).all(|at| !self.tokens[at].gap);
        let title = minister(token.of(self.text)).filter(|_| whole && apart);
        let employer = behind.or_else(before).map_or(Employer::Unsaid, Employer::Name);
        title.map(|_| Office { title: first..noun + 1, employer, end: noun + 1 })
    }
}

/// `title` without the particle behind a minister in Korean: "제2차관" of "제2차관은".
pub(super) fn without_particle(title: Span, text: &str) -> Span {
    let word = title.of(text);
    let noun = MINISTERS.iter().find_map(|minister| Some(word.find(minister)? + minister.len()));
    noun.map_or(title, |end| Span::new(title.start, title.start + end))
}

/// The minister that a word is, with no more than a particle behind.
fn minister(word: &str) -> Option<&'static str> {
    MINISTERS.into_iter().find(|minister| {
        word.strip_prefix(minister).is_some_and(|end| end.is_empty() || is_korean_particle(end))
    })
}

/// True for the "LG" of "LG유플러스" and the "SDI" of "삼성SDI"; not before a particle, "LG는".
pub(super) fn is_part_of_hangul(text: &str, name: Span) -> bool {
    let behind = &text[name.end..];
    let end = behind.find(|c| !is_hangul(c)).unwrap_or(behind.len());
    end > 0 && !is_korean_particle(&behind[..end]) || text[..name.start].ends_with(is_hangul)
}

/// The family name of a person's full name in Hangul without a space: "류" of "류제명", "남궁" of "남궁민수".
pub fn hangul_family_name(name: &str) -> Option<&str> {
    if name.starts_with(|c: char| c.is_ascii()) {
        return None;
    }
    let mut starts = name.char_indices().skip(1).map(|(at, _)| &name[..at]);
    let (one, two) = (starts.next()?, starts.next());
    let hangul = name.chars().all(|c| matches!(c, '가'..='힣')) && name.chars().count() <= LONGEST_NAME;
    let family = two.into_iter().chain([one]).find(|family| is_hangul_surname(family));
    family.filter(|_| hangul)
}

/// A full name has no more syllables.
const LONGEST_NAME: usize = 5;

/// Words that mean something else before a title: "the former minister", "the present minister".
const NO_SURNAMES: [&str; 8] = ["전", "현", "각", "그", "본", "새", "한", "두"];

fn is_surname(word: &str) -> bool {
    // No family name has more than two syllables.
    word.len() <= 2 * '류'.len_utf8() && is_hangul_surname(word) && !NO_SURNAMES.contains(&word)
}

/// True for a word that may be the surname of a person from elsewhere, as Korean writes it.
fn is_foreign(word: &str) -> bool {
    /// In syllables.
    const LENGTHS: std::ops::RangeInclusive<usize> = 2..=6;
    LENGTHS.contains(&word.chars().count())
}

/// "이 시장" is "this market" more often than Mayor Lee.
fn is_this_market(name: &str, title: &str) -> bool {
    name == "이" && title.starts_with("시장")
}

fn is_title(token: &Token, text: &str) -> bool {
    title(token, text).is_some()
}

/// The title that a word is, with no more than a particle behind it: "위원은", but no committee, "위원회".
fn title<'t>(token: &Token, text: &'t str) -> Option<&'t str> {
    let word = token.of(text);
    match token.kind {
        TokenKind::Hangul => {
            let mut titles =
                TITLES.iter().filter(|title| word.starts_with(*title)).map(|t| word.split_at(t.len()));
            titles.find(|(_, end)| end.is_empty() || is_korean_particle(end)).map(|(title, _)| title)
        }
        TokenKind::Word => Some(word).filter(|word| matches!(*word, "CEO" | "CFO" | "COO" | "CSO" | "CTO")),
        _ => None,
    }
}

/// True for the "임" of "임 의원" behind a "임도현 의원" of whom the catalog knows nothing: it is his, and not another's whom the
/// catalog knows. `known` tells which spans the catalog has taken.
pub(super) fn is_strangers(prose: &Prose, surname: Span, known: impl Fn(Span) -> bool) -> bool {
    /// In tokens: a paragraph of news has fewer.
    const REACH: usize = 100;
    let Prose { text, tokens, .. } = prose;
    let at = tokens.partition_point(|token| (token.start as usize) < surname.start);
    let held = tokens.get(at + 1).and_then(|token| title(token, text));
    tokens[at.saturating_sub(REACH)..at].windows(2).any(|pair| {
        let [name, office] = pair else { return false };
        name.kind == TokenKind::Hangul
            && name.end - name.start > surname.len() as u32
            && hangul_family_name(name.of(text)) == Some(surname.of(text))
            && office.gap
            && title(office, text) == held
            && !known(name.span())
    })
}

#[rustfmt::skip]
const TITLES: [&str; 70] = [
    "감독", "검사", "경감", "경정", "과장", "관장", "교수", "교장", "구청장", "국장", "군수", "기자", "단장", "대령", "대변인", "대사", "대통령", "대표",
    "목사", "박사", "변호사", "보좌관", "본부장", "부사장", "부시장", "부의장", "부장", "부총리", "부회장", "비서관", "사령관", "사무총장", "사장", "상무",
    "서장", "선수", "센터장", "소령", "소장", "수석", "시장", "실장", "씨", "원내대표", "원장", "위원", "위원장", "의원", "의장", "이사", "이사장", "장관",
    "전무", "준장", "중령", "중장", "지사", "차관", "차장", "처장", "청장", "총경", "총리", "총장", "총재", "팀장", "판사", "학장", "회장", "후보",
];

#[cfg(test)]
mod tests {
    use super::super::candidate::candidates;
    use super::*;
    use crate::text::{Blocks, Format, State};

    #[test]
    fn a_title_behind_tells_a_surname() {
        for (text, expected) in [
            ("류 차관은 26일 권 CSO를 만났다.", "류, 권"),
            ("남궁 의원과 김 전 장관이 왔다.", "남궁"),
            ("전 장관과 그 대표가 왔다.", ""),
            ("류 이사장과 권 청장이 왔다.", "류, 권"),
            ("아모데이 CEO가 서울에 왔다.", "아모데이"),
            // "This committee", "this press conference", "this market".
            ("이 위원회와 이 기자회견과 이 시장은 좋다.", ""),
            ("이 위원과 박 시장이 왔다.", "이, 박"),
        ] {
            let block = Blocks::new(text, Format::Plain, State::default()).next().unwrap();
            let prose = Prose::read(text, &block, Format::Plain);
            let found: Vec<&str> = titled_surnames(&prose).map(|name| name.span.of(text)).collect();
            assert_eq!(found.join(", "), expected, "{text}");
        }
    }

    #[test]
    fn a_surname_is_a_strangers_whom_the_block_names_in_that_office() {
        for (text, taken, expected) in [
            ("류도현 의원이 왔다. 류 의원은 갔다.", None, "류도현"),
            ("류도현 의원이 왔다. 류 청장은 갔다.", None, "류도현, 류"),
            ("류도현 의원이 왔다. 류 의원은 갔다.", Some("류도현"), "류"),
            ("류 의원은 갔다. 류도현 의원이 왔다.", None, "류, 류도현"),
        ] {
            let block = Blocks::new(text, Format::Plain, State::default()).next().unwrap();
            let prose = Prose::read(text, &block, Format::Plain);
            let taken = taken.map(|name: &str| Span::new(text.find(name).unwrap(), name.len()));
            let taken: Vec<Span> = taken.into_iter().collect();
            let found = candidates(&prose, &taken, &[]);
            let found: Vec<&str> = found.iter().map(|name| name.span.of(text)).collect();
            assert_eq!(found.join(", "), expected, "{text}");
        }
    }

    #[test]
    fn a_family_name_is_the_first_syllable_or_two() {
        for (name, family) in [
            ("류제명", Some("류")),
            ("남궁민수", Some("남궁")),
            ("Ryu", None),
            ("제이슨 권", None),
            ("류", None),
        ] {
            assert_eq!(hangul_family_name(name), family, "{name}");
        }
    }
}
