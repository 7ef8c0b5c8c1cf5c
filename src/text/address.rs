//! URLs, e-mail addresses and names of accounts.

use super::span::Span;
use memchr::memmem::Finder;
use std::sync::LazyLock;

static SCHEME_END: LazyLock<Finder> = LazyLock::new(|| Finder::new("://"));
static WWW: LazyLock<Finder> = LazyLock::new(|| Finder::new("www."));

/// The URLs (`https://…`, `www.…`), e-mail addresses and accounts (`@NordhavnNews`) in a text, in order, without the marks
/// that end the sentence around them. Only ASCII counts: a Korean particle is not part of the address that it follows.
pub(super) fn addresses(text: &[u8]) -> Vec<Span> {
    let mut found = Vec::new();
    collect(SCHEME_END.find_iter(text), |at| with_scheme(text, at), &mut found);
    collect(WWW.find_iter(text), |at| without_scheme(text, at), &mut found);
    collect(memchr::memchr_iter(b'@', text), |at| mail(text, at).or_else(|| account(text, at)), &mut found);
    found.sort_unstable();
    found.dedup_by(|later, earlier| later.start < earlier.end);
    found
}

/// Adds what `read` finds at `marks`, but for marks inside what it found before: in a text of nothing but
/// marks, no byte is read again and again.
fn collect(marks: impl Iterator<Item = usize>, read: impl Fn(usize) -> Option<Span>, found: &mut Vec<Span>) {
    let mut end = 0;
    for at in marks {
        if at >= end
            && let Some(span) = read(at)
        {
            end = span.end;
            found.push(span);
        }
    }
}

/// The URL whose "://" stands at `at`.
fn with_scheme(text: &[u8], at: usize) -> Option<Span> {
    let scheme = text[..at].iter().rev().take(12).take_while(|b| b.is_ascii_alphabetic()).count();
    let end = url_end(text, at + 3);
    (scheme >= 2 && end > at + 3).then(|| Span::new(at - scheme, end))
}

fn without_scheme(text: &[u8], at: usize) -> Option<Span> {
    let inside = at > 0 && (text[at - 1].is_ascii_alphanumeric() || b"/@.-".contains(&text[at - 1]));
    if inside {
        return None;
    }
    let end = url_end(text, at + 4);
    text[at + 4..end].contains(&b'.').then(|| Span::new(at, end))
}

/// Where the URL that goes on at `at` ends.
fn url_end(text: &[u8], at: usize) -> usize {
    let inside = |b: &&u8| b.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(b);
    let mut url = &text[at..];
    url = &url[..url.iter().take_while(inside).count()];
    let count = |mark: u8| url.iter().filter(|b| **b == mark).count();
    let (opened, mut closed) = (count(b'('), count(b')'));
    while let Some((last, rest)) = url.split_last() {
        match last {
            b')' if closed > opened => closed -= 1,
            b'.' | b',' | b';' | b':' | b'!' | b'?' | b'\'' | b']' | b'*' | b'_' | b'~' => {}
            _ => break,
        }
        url = rest;
    }
    at + url.len()
}

/// The e-mail address whose "@" stands at `at`.
fn mail(text: &[u8], at: usize) -> Option<Span> {
    let local = |b: &&u8| b.is_ascii_alphanumeric() || b"._%+-".contains(b);
    let domain = |b: &&u8| b.is_ascii_alphanumeric() || b".-".contains(b);
    let start = at - text[..at].iter().rev().take_while(local).count();
    let mut host = &text[at + 1..];
    host = &host[..host.iter().take_while(domain).count()];
    while let [rest @ .., b'.' | b'-'] = host {
        host = rest;
    }
    let dot = host.iter().rposition(|b| *b == b'.')?;
    let top = &host[dot + 1..];
    (start < at && top.len() >= 2 && top.iter().all(u8::is_ascii_alphabetic))
        .then(|| Span::new(start, at + 1 + host.len()))
}

/// The account whose "@" stands at `at`, as social media write it: who keeps it chose its spelling, and no article may mend it.
fn account(text: &[u8], at: usize) -> Option<Span> {
    let inside = |b: &u8| b.is_ascii_alphanumeric() || *b == b'_';
    let name = text[at + 1..].iter().take_while(|b| inside(b)).count();
    let apart = at.checked_sub(1).is_none_or(|before| !inside(&text[before]) && text[before] != b'@');
    (name >= 2 && apart).then(|| Span::new(at, at + 1 + name))
}
