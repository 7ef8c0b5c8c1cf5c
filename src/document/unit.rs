//! Words as names are made of them: "Je-myung", "O'Brien", "U.S.", "AT&T", "al-Assad" are one each.

use super::endings::is_contraction;
use super::hour::{is_half, is_hour, label};
use super::lexicon;
use super::slug::slug;
use super::street::ends_street;
use super::title_words::is_title;
use super::traits::Traits;
use super::weekday::is_range_of_days;
use crate::text::{Prose, Span, Token, TokenKind};

/// What stands between a unit and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Join {
    /// White space alone: a name may go on.
    Space,
    /// A comma: only a few names go on.
    Comma,
    /// Anything else, or the beginning of a sentence: no name goes on.
    Break,
}

/// One word of prose, with the marks that belong to it and without those that do not.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    /// Without a possessive, and without a full stop that ends the sentence.
    pub(super) span: Span,
    /// What stands before it.
    pub(super) join: Join,
    /// True when it is written with a capital as names are: "Kwon", "iPhone", "al-Assad".
    pub(super) capital: bool,
    /// True for at least two capitals and no small letter: "NASA", "U.S.".
    pub(super) acronym: bool,
    /// True for the first word of a sentence, a quotation, or what follows a colon.
    pub(super) starts: bool,
    /// True when a possessive 's or ' stands behind it.
    pub(super) possessive: bool,
    /// What it can be in a name, where it has a capital.
    pub(super) traits: Traits,
}

impl Unit {
    /// A unit that nothing is known of but its place.
    fn new(text: &str, span: Span) -> Unit {
        let word = span.of(text);
        let (capital, acronym, traits) = (is_capital(word), is_acronym(word), Traits::of(word));
        Unit { capital, acronym, traits, ..Unit::small(span) }
    }

    /// A unit of one token. Where folding does not change it, it has no capital.
    fn of_token(text: &str, token: &Token) -> Unit {
        if token.exact == token.folded || token.digit && is_hour(token.of(text)) {
            Unit::small(token.span())
        } else if token.of(text).is_ascii() {
            let traits = Traits::of_keys(token.exact, token.folded);
            Unit { capital: true, acronym: token.all_caps, traits, ..Unit::small(token.span()) }
        } else {
            Unit::new(text, token.span())
        }
    }

    /// A word in small letters.
    fn small(span: Span) -> Unit {
        Unit {
            span,
            join: Join::Break,
            capital: false,
            acronym: false,
            starts: false,
            possessive: false,
            traits: Traits::default(),
        }
    }

    /// Its text, cut from the block's.
    pub(super) fn of<'t>(&self, text: &'t str) -> &'t str {
        self.span.of(text)
    }
}

/// The units of a block in order. An ampersand between spaces is a unit; other marks only part units.
pub(super) fn units(prose: &Prose) -> Vec<Unit> {
    let Prose { text, tokens, sentences, .. } = prose;
    let mut units = Vec::with_capacity(tokens.len());
    let mut sentences = sentences.iter().map(|s| s.end);
    let mut sentence_end = sentences.next().unwrap_or(usize::MAX);
    let mut starts = true;
    let mut join = Join::Break;
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        while sentence_end <= token.start as usize {
            sentence_end = sentences.next().unwrap_or(usize::MAX);
            (starts, join) = (true, Join::Break);
        }
        // Most words stand in small letters between spaces, and nothing joins on to them.
        let is_joined = tokens.get(at + 1).is_some_and(|next| !next.gap);
        let goes_on = is_joined && may_go_on(text, &tokens[at + 1..], sentence_end);
        let small = token.kind == TokenKind::Word && token.exact == token.folded;
        if small && !goes_on && !starts {
            units.push(Unit { join, ..Unit::small(token.span()) });
            join = Join::Space;
            at += 1;
            continue;
        }
        if goes_on && is_prefixed(text, &tokens[at..], starts) {
            at += 2;
            continue;
        }
        let head = |at: usize| is_joined.then(|| label(text, &tokens[at..])).flatten();
        if starts && let Some(length) = head(at).or_else(|| slug(text, &tokens[at..])) {
            at += length;
            continue;
        }
        let mark = token.mark(text);
        if token.kind == TokenKind::Word || mark == Some('&') {
            let (mut unit, next) = match goes_on {
                true => unit(text, tokens, at, sentence_end.min(text.len())),
                false => (Unit::of_token(text, token), at + 1),
            };
            // "Hapsel Marine Co. Shares rose": the stop of a company's name may end the sentence as well.
            let behind_company =
                || matches!(&units[..], [.., of, suffix] if ends_company(text, of, suffix, &unit));
            starts |= unit.capital && join == Join::Space && behind_company();
            starts |= unit.capital && join == Join::Space && ends_street(text, &units, &unit);
            // "**X.** Hapsel rose": markup behind a stop parts what stands on its sides.
            let behind_stop = |before: &Unit| {
                text.as_bytes()[before.span.end - 1] == b'.' && hides_markup(text, before, &unit)
            };
            starts |= unit.capital && join == Join::Space && units.last().is_some_and(behind_stop);
            starts |= unit.capital && units.last().is_some_and(|before| is_speaker(text, before, &unit));
            if starts && token.start as usize > 0 {
                join = Join::Break;
            }
            (unit.join, unit.starts) = (join, starts);
            let broken = next > at + 1 && unit.span.end < tokens[next - 1].end as usize && !unit.possessive;
            units.push(unit);
            (starts, join) = (false, if broken { Join::Break } else { Join::Space });
            at = next;
            continue;
        }
        if matches!(mark, Some('\'' | '’' | '‘')) && is_article(text, &tokens[at..]) {
            let span = Span::new(token.start as usize, tokens[at + 1].end as usize);
            units.push(Unit { join, ..Unit::small(span) });
            (starts, join) = (false, Join::Space);
            at += 2;
            continue;
        }
        match mark {
            Some(',') if join == Join::Space => join = Join::Comma,
            Some('“' | '‘' | '«' | ':' | '•' | '▶' | '■' | '●' | '◆') => {
                (starts, join) = (true, Join::Break)
            }
            // "Nov. 28 · By Ida Holm", but "AI·데이터".
            Some('·' | '|') if token.gap && !is_joined => (starts, join) = (true, Join::Break),
            // Behind a dateline, "(Hapsel News) - Ferries stopped" or "(Hapsel News) -Ferries stopped", and the hour in a log,
            // "7:14 a.m. - Ferries stopped".
            Some('-' | '–' | '—')
                if token.gap
                    && (at > 0 && tokens[at - 1].mark(text) == Some(')')
                        || !is_joined
                            && units.last().is_some_and(|hour| hour.starts && is_half(hour.of(text)))) =>
            {
                (starts, join) = (true, Join::Break)
            }
            // A straight mark opens when a space stands before it and none behind it.
            Some('"' | '\'') if token.gap && is_joined => (starts, join) = (true, Join::Break),
            _ => join = Join::Break,
        }
        at += 1;
    }
    units
}

/// True when the unit before `behind`, which stands there without a space, may take in more than its word: not before a
/// comma, and not before the stop of its sentence.
fn may_go_on(text: &str, behind: &[Token], sentence_end: usize) -> bool {
    let [mark, rest @ ..] = behind else { return false };
    match mark.mark(text) {
        Some('.') => mark.end as usize != sentence_end || rest.first().is_some_and(|next| !next.gap),
        Some('\'' | '’' | '-' | '\u{2010}' | '\u{2011}' | '&' | '/' | '+' | '_' | '@') => true,
        _ => false,
    }
}

/// True for "ex-Goldman": what follows the hyphen is the unit. A capital that no sentence gives makes the prefix a part of the
/// name: "the Anti-Corruption Commission".
fn is_prefixed(text: &str, tokens: &[Token], starts: bool) -> bool {
    match tokens {
        [prefix, hyphen, name, ..] => {
            let part = !starts && matches!(prefix.of(text), "Anti" | "Mid" | "Non");
            name.capital
                && !part
                && !name.gap
                && !hyphen.gap
                && hyphen.of(text) == "-"
                && lexicon::is_prefix(prefix.of(text))
        }
        _ => false,
    }
}

/// True for the "Q." of "Q. Can it be?" and the "A." of "A. Yes, it can", where an answer begins.
fn is_speaker(text: &str, mark: &Unit, next: &Unit) -> bool {
    // "A. Lund" may be somebody.
    mark.starts
        && match mark.of(text) {
            "Q." => true,
            "A." => next.traits.has(Traits::FUNCTION_WORD),
            _ => false,
        }
}

/// True for the "'t" of "Ruud 't Hooft".
fn is_article(text: &str, tokens: &[Token]) -> bool {
    match tokens {
        [mark, t, name, ..] => mark.gap && !t.gap && t.of(text) == "t" && name.gap && name.capital,
        _ => false,
    }
}

/// True where two units of a line stand further apart than by one space: masked markup does.
fn hides_markup(text: &str, before: &Unit, behind: &Unit) -> bool {
    let gap = &text[before.span.end..behind.span.start];
    gap.len() > 1 && gap.bytes().all(|byte| byte == b' ')
}

/// True for the "Co." of "Hapsel Marine Co. Shares rose", where `name` is "Marine" and `next` "Shares"; not before "Ltd." or
/// a title, nor for the initials of "Justices B.V. Holm".
fn ends_company(text: &str, name: &Unit, suffix: &Unit, next: &Unit) -> bool {
    let goes_on = Traits::COMPANY_SUFFIX.or(Traits::TITLE).or(Traits::TITLE_MODIFIER);
    suffix.traits.has(Traits::COMPANY_SUFFIX)
        && name.capital
        && !name.traits.has(Traits::TITLE)
        && suffix.join == Join::Space
        && suffix.of(text).ends_with('.')
        && !next.acronym
        && !next.traits.has(goes_on)
}

/// The unit that begins at token `at`, and the token behind it.
fn unit(text: &str, tokens: &[Token], at: usize, end_of_sentence: usize) -> (Unit, usize) {
    let first = &tokens[at];
    let mut end = at + 1;
    let mut possessive = false;
    let mut next = end;
    // A word within reach of a mark, without a space on either side.
    let word = |at: usize| tokens.get(at).filter(|t| t.kind == TokenKind::Word && !t.gap);
    while first.kind == TokenKind::Word
        && let Some(mark) = tokens.get(end).filter(|t| t.kind == TokenKind::Mark && !t.gap)
    {
        // "Hapsel+" is a name; "C++" and "65+" are no names of that kind.
        let long = first.has_capital() && first.end - first.start > 1;
        if long && mark.mark(text) == Some('+') && word(end + 1).is_none() {
            (end, next) = (end + 1, end + 1);
            continue;
        }
        let joined = match (mark.mark(text).unwrap_or('\0'), word(end + 1)) {
            ('\'' | '’', Some(s)) if matches!(s.of(text), "s" | "S") => {
                (possessive, next) = (true, end + 2);
                false
            }
            // "Don't" is no Don.
            ('\'' | '’', Some(t)) if t.of(text) == "t" && tokens[end - 1].of(text).ends_with('n') => {
                return (Unit::small(Span::new(first.start as usize, t.end as usize)), end + 2);
            }
            // "Grace Ong'wen" and "al-Vik'und", but no "Holm'll".
            ('\'' | '’', Some(part)) => {
                let capital = |token: &Token| token.capital && !token.all_caps;
                let begun = capital(first) || end > at + 1 && capital(&tokens[end - 1]);
                part.capital || begun && !is_contraction(part.of(text))
            }
            ('\'' | '’', None) => {
                possessive = tokens[end - 1].of(text).ends_with(['s', 'S']);
                if possessive {
                    next = end + 1;
                }
                false
            }
            ('-' | '\u{2010}' | '\u{2011}', Some(part)) => {
                let tail = !part.capital
                    && lexicon::is_compound_tail(part.of(text))
                    && !matches!(first.of(text), "Self" | "self");
                if tail && !possessive {
                    next = end + 2;
                }
                !tail
            }
            // "HIV/AIDS" is one name, "Scanpix/AFP" and "Reuters/Kim" are two.
            ('/', Some(part)) if lexicon::is_child_of(first.of(text), part.of(text)) => end == at + 1,
            ('/', Some(part)) => {
                let small = |token: &Token| token.of(text).contains(char::is_lowercase);
                (part.capital || part.digit) && !small(part) && !small(&tokens[end - 1])
            }
            ('&' | '+' | '_' | '@', Some(part)) => part.capital || part.digit,
            // "Capt.Ana Holm".
            ('.', Some(_)) => end > at + 1 || !is_title(&text[first.start as usize..mark.end as usize]),
            _ => false,
        };
        if !joined {
            break;
        }
        end += 2;
        next = end;
    }
    let last = &tokens[end - 1];
    let mut span = Span::new(first.start as usize, last.end as usize);
    // A stop that does not end the sentence belongs to an abbreviation; so does the one of "U.S.".
    if let Some(stop) =
        tokens.get(end).filter(|t| t.mark(text) == Some('.') && !t.gap && first.kind == TokenKind::Word)
    {
        // "U.S.", but not the "S.Paulo" at the end of a sentence.
        let initialism = span.of(text).rsplit_once('.').is_some_and(|(_, last)| last.len() <= 2);
        // "Holm..." is Holm.
        let ellipsis = tokens.get(end + 1).is_some_and(|dot| dot.mark(text) == Some('.') && !dot.gap);
        if next == end
            && !ellipsis
            && (initialism || !ends_sentence(text, stop.end as usize, end_of_sentence))
        {
            span.end = stop.end as usize;
            next = end + 1;
        }
    }
    // "J.-R. Holm".
    while matches!(&text.as_bytes()[..span.end], [.., letter, b'.'] if letter.is_ascii_uppercase())
        && let [hyphen, letter, stop, ..] = &tokens[next..]
        && !(hyphen.gap || letter.gap || stop.gap)
        && hyphen.mark(text) == Some('-')
        && stop.mark(text) == Some('.')
        && letter.capital
        && letter.end - letter.start == 1
    {
        span.end = stop.end as usize;
        next += 3;
    }
    if first.digit && is_hour(span.of(text)) {
        return (Unit::small(span), next);
    }
    let alone = end == at + 1 && span.end == first.end as usize;
    let unit = if alone { Unit::of_token(text, first) } else { Unit::new(text, span) };
    (Unit { possessive, ..unit }, next)
}

/// True when the full stop that ends at `at` ends a sentence or what is quoted.
fn ends_sentence(text: &str, at: usize, end: usize) -> bool {
    // The number of a footnote too: "Holm left.[12]".
    let closes = |c: char| matches!(c, '"' | '\'' | '”' | '’' | '»' | ')' | '[' | ']' | '0'..='9');
    let quoted = text[at..].starts_with(['"', '”', '’', '»']);
    quoted || text.get(at..end).is_none_or(|rest| rest.chars().take(6).all(closes))
}

/// "Kwon", "iPhone", "al-Assad", "3M"; not "mid-May", "20th", "May-June".
fn is_capital(unit: &str) -> bool {
    let bytes = unit.as_bytes();
    if bytes.iter().all(u8::is_ascii_alphanumeric) {
        return bytes.iter().any(u8::is_ascii_uppercase);
    }
    let head = unit.split(['-', '\u{2010}', '\u{2011}']).next().unwrap_or(unit);
    let article = matches!(head, "al" | "el" | "ad" | "an" | "ar" | "as" | "ash" | "at" | "az" | "d'" | "l'");
    let capital = head.chars().any(char::is_uppercase) || article && unit.chars().any(char::is_uppercase);
    capital && !is_range_of_days(unit)
}

/// Two capitals or more and no small letter: "KISA", "U.S."; not the initial "W.".
pub(super) fn is_acronym(unit: &str) -> bool {
    let mut capitals = 0;
    for c in unit.chars() {
        match c {
            'a'..='z' => return false,
            _ if c.is_uppercase() => capitals += 1,
            _ if c.is_lowercase() => return false,
            _ => {}
        }
    }
    capitals >= 2
}

/// "W." in "George W. Bush".
pub(super) fn is_initial(word: &str) -> bool {
    matches!(word.as_bytes(), [letter, b'.'] if letter.is_ascii_uppercase())
}

/// "J.P.", "J.R.R.": the initials of several names.
pub(super) fn is_initials(word: &str) -> bool {
    // "J.-R." too.
    let initials = |part: &str| {
        let mut pairs = part.as_bytes().chunks(2);
        !part.is_empty() && pairs.all(|pair| matches!(pair, [letter, b'.'] if letter.is_ascii_uppercase()))
    };
    word.len() > 2 && word.split('-').all(initials)
}

/// "Je-myung": a small letter behind the hyphen, as in Korean given names; not in "Vik-e-Holm".
pub(super) fn is_hyphenated_given_name(word: &str) -> bool {
    let small = |second: &str| second.starts_with(char::is_lowercase) && !second.contains(char::is_uppercase);
    word.split_once('-').is_some_and(|(_, second)| small(second))
}
