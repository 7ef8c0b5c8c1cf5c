//! What stands between quotation marks.

use super::span::Span;
use super::token::{Token, TokenKind};

/// What a pair of quotation marks is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum QuotationKind {
    /// Somebody's words.
    Speech,
    /// A name, or up to five words without a verb: a title, a product, a so-called thing.
    Name,
}

/// A passage between quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Quotation {
    /// With its marks.
    pub span: Span,
    /// Without them.
    pub inner: Span,
    /// What it is.
    pub kind: QuotationKind,
    /// True when no closing mark stands in this block: the speech goes on in the next paragraph, which
    /// opens with a mark of its own.
    pub open: bool,
    /// How far the speeches reach that begin here or before: the end of the one that ends last, 0 where there is none.
    pub reach: usize,
}

/// The quotations of a masked block, straight and curly, single and double, nested.
///
/// They are in order of the opening mark; inner ones follow outer ones. A double or curly mark that is never
/// closed is open to the end of the last word or mark; a straight single one is an apostrophe.
pub(super) fn quotations(text: &str, tokens: &[Token]) -> Vec<Quotation> {
    let marks = super::quote::pairs(text, tokens);
    let mut found: Vec<Quotation> = marks.into_iter().map(|pair| quotation(text, tokens, pair)).collect();
    found.sort_by_key(|q| (q.span.start, std::cmp::Reverse(q.span.end)));
    let mut reach = 0;
    for quotation in &mut found {
        if quotation.kind == QuotationKind::Speech {
            reach = reach.max(quotation.span.end);
        }
        quotation.reach = reach;
    }
    found
}

fn quotation(text: &str, tokens: &[Token], (first, last): (usize, Option<usize>)) -> Quotation {
    let end = last.unwrap_or(tokens.len());
    let start = tokens[first].start as usize;
    let inner_start = tokens[first].end as usize;
    let (inner_end, span_end) = match last {
        Some(last) => (tokens[last].start as usize, tokens[last].end as usize),
        None => tokens.last().map_or((inner_start, inner_start), |t| (t.end as usize, t.end as usize)),
    };
    let kind = match last {
        None => QuotationKind::Speech,
        Some(_) if is_speech(text, tokens, first, end) => QuotationKind::Speech,
        Some(_) => QuotationKind::Name,
    };
    Quotation {
        span: Span::new(start, span_end),
        inner: Span::new(inner_start, inner_end),
        kind,
        open: last.is_none(),
        reach: 0,
    }
}

/// Words of a name or a so-called thing; more than these are somebody's words, unless they are a title.
const NAME_WORDS: usize = 5;

/// Words by which a clause shows that it has a verb or a speaker. Closed classes only: auxiliaries, pronouns
/// in the nominative, and their contractions' first parts.
const CLAUSE: &[&str] = &[
    "am", "are", "aren", "be", "been", "being", "can", "cannot", "could", "couldn", "did", "didn", "do",
    "does", "doesn", "don", "had", "has", "hasn", "have", "haven", "he", "i", "is", "isn", "let", "may",
    "might", "must", "ought", "shall", "she", "should", "shouldn", "they", "was", "wasn", "we", "were",
    "weren", "will", "won", "would", "wouldn", "you",
];

/// Verbs that give somebody's words.
const SAYING: &[&str] = &[
    "added",
    "adding",
    "admitted",
    "announced",
    "argued",
    "asked",
    "concluded",
    "continued",
    "declared",
    "emphasized",
    "explained",
    "insisted",
    "noted",
    "recalled",
    "remarked",
    "replied",
    "reported",
    "responded",
    "said",
    "say",
    "saying",
    "says",
    "shouted",
    "stated",
    "stressed",
    "told",
    "tweeted",
    "urged",
    "warned",
    "wrote",
];

/// Endings and particles behind a Korean closing mark that give somebody's words.
const KOREAN_SAYING: &[&str] =
    &["고", "라고", "이라고", "라며", "이라며", "면서", "라면서", "이라면서", "라는", "이라는", "며", "하고"];

/// Words of titles that stay in lower case.
const SMALL: &[&str] = &[
    "a", "an", "and", "as", "at", "but", "by", "de", "for", "from", "in", "into", "la", "nor", "of", "on",
    "or", "over", "the", "to", "up", "von", "vs", "with",
];

/// True when the tokens between the marks `first` and `last` are somebody's words.
fn is_speech(text: &str, tokens: &[Token], first: usize, last: usize) -> bool {
    let inner = &tokens[first + 1..last];
    let mut words = starts_of_words(inner);
    let Some(head) = words.next() else { return false };
    // More make no difference.
    let words = 1 + words.take(NAME_WORDS).count();
    if is_korean_speech(text, tokens, first, last) {
        return true;
    }
    let end = inner.last().filter(|t| t.kind == TokenKind::Mark).map(|t| t.of(text));
    let said = || said_beside(text, tokens, first, last);
    let title = is_title(text, inner);
    if title && words > 1 {
        return matches!(end, Some("," | "." | "!" | "?")) && said();
    }
    if words > NAME_WORDS || inner.iter().any(|t| is_clause_word(text, t)) {
        return true;
    }
    if inner.iter().any(|t| ends_korean_clause(text, t)) && matches!(end, Some("." | "?" | "!")) {
        return true;
    }
    match end {
        Some("!" | "?" | "！" | "？") => words > 1 || said(),
        Some("," | ".") => (head.capital && words > 1) || said(),
        _ => head.capital && words > 1 && said(),
    }
}

/// The tokens that begin a word for a reader: "GPT-5.5-Cyber" and "Korea's" are one word.
fn starts_of_words(tokens: &[Token]) -> impl Iterator<Item = &Token> {
    let mut inside = false;
    tokens.iter().filter(move |token| {
        inside &= !token.gap;
        let starts = token.is_word() && !inside;
        inside |= token.is_word();
        starts
    })
}

/// True when every word begins with a capital or a digit, but for the small words of titles.
fn is_title(text: &str, inner: &[Token]) -> bool {
    let mut words = starts_of_words(inner).filter(|t| t.kind == TokenKind::Word);
    words.next().is_some_and(|t| t.capital || t.digit)
        && words.all(|t| t.capital || t.digit || SMALL.contains(&t.of(text)))
}

/// True for a word that only a clause has. A capital one counts only when it begins the quotation ("We
/// must …"), for names hold others: "Will", "May", "US".
fn is_clause_word(text: &str, token: &Token) -> bool {
    token.kind == TokenKind::Word && !token.all_caps && {
        let word = token.of(text);
        match word {
            "I" => true,
            "Will" | "May" | "Can" => false,
            _ => word.len() <= 8 && CLAUSE.iter().any(|clause| clause.eq_ignore_ascii_case(word)),
        }
    }
}

/// True when a verb of saying stands close by: before the opening mark and a comma or colon, or up to four
/// words behind the closing mark.
fn said_beside(text: &str, tokens: &[Token], first: usize, last: usize) -> bool {
    let says = |t: &Token| t.kind == TokenKind::Word && SAYING.contains(&t.of(text));
    let before = tokens[..first].iter().rev().take(2).any(says);
    let behind = tokens[(last + 1).min(tokens.len())..]
        .iter()
        .take_while(|t| !matches!(t.of(text), "." | "!" | "?" | ";" | "\"" | "“"))
        .filter(|t| t.is_word())
        .take(4)
        .any(says);
    before || behind
}

/// True when a Korean ending behind the closing mark gives somebody's words. The same endings call a thing
/// by its name ('글래스윙'이라는 사업), which has no clause in it and no double marks.
fn is_korean_speech(text: &str, tokens: &[Token], first: usize, last: usize) -> bool {
    let Some(ending) = tokens.get(last + 1).filter(|t| !t.gap && KOREAN_SAYING.contains(&t.of(text))) else {
        return false;
    };
    let clause = tokens[first + 1..last]
        .iter()
        .rev()
        .find(|t| t.is_word())
        .is_some_and(|t| ends_korean_clause(text, t));
    let double = matches!(tokens[first].of(text), "\"" | "“");
    clause || (double && !ending.of(text).ends_with("라는"))
}

/// True for a Korean word in a form that ends a clause.
fn ends_korean_clause(text: &str, token: &Token) -> bool {
    token.kind == TokenKind::Hangul && token.of(text).ends_with(['다', '요', '까', '죠', '네'])
}
