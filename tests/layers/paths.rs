//! Reads the modules and the paths that Rust source names, by its words alone.

use std::collections::BTreeSet;

/// The modules that `lib.rs` declares, from the ground up.
pub(super) fn floors(lib: &str) -> Vec<String> {
    lex(lib).windows(2).filter(|w| w[0].0 == "mod").map(|w| w[1].0.to_owned()).collect()
}

/// The module that a file holds: `rules/judge.rs` is `[rules, judge]`.
pub(super) fn module_of(file: &str) -> Vec<String> {
    let stem = file.strip_suffix(".rs").unwrap_or(file);
    stem.strip_suffix("/mod").unwrap_or(stem).split('/').map(str::to_owned).collect()
}

/// A path that a file names.
pub(super) struct Used {
    /// From the crate's root for our own modules, from the crate's name for others.
    pub(super) path: Vec<String>,
    /// True for our own.
    pub(super) internal: bool,
    /// From 1.
    pub(super) line: usize,
}

/// Every path with `::` in the code of `text`, and every path of its `use` trees, resolved as seen from
/// `module`. Inline modules are followed, so that `super` in `mod tests { … }` is the file itself.
pub(super) fn paths(text: &str, module: &[String], modules: &BTreeSet<Vec<String>>) -> Vec<Used> {
    let tokens = lex(text);
    let mut found = Vec::new();
    let mut here = module.to_vec();
    let mut depth = 0;
    let mut inline = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let word = tokens[at].0;
        match word {
            "{" => depth += 1,
            "}" => {
                depth -= 1;
                if inline.last() == Some(&depth) {
                    inline.pop();
                    here.pop();
                }
            }
            "mod" if tokens.get(at + 2).is_some_and(|t| t.0 == "{") => {
                here.push(tokens[at + 1].0.to_owned());
                inline.push(depth);
                at += 1;
            }
            "use" if tokens.get(at + 1).is_some_and(|t| t.0 != "<") => {
                let mut raw = Vec::new();
                at = use_tree(&tokens, at + 1, &[], &mut raw);
                found.extend(raw.into_iter().map(|(path, line)| resolve(&path, line, &here, modules)));
                continue;
            }
            _ if is_word(word) && tokens.get(at + 1).is_some_and(|t| t.0 == "::") => {
                let line = tokens[at].1;
                let mut path = vec![word.to_owned()];
                while tokens.get(at + 1).is_some_and(|t| t.0 == "::")
                    && tokens.get(at + 2).is_some_and(|t| is_word(t.0))
                {
                    path.push(tokens[at + 2].0.to_owned());
                    at += 2;
                }
                found.push(resolve(&path, line, &here, modules));
            }
            _ => {}
        }
        at += 1;
    }
    found
}

/// Reads one `use` tree from `tokens[at]` on into whole paths; returns the place behind it.
fn use_tree(
    tokens: &[(&str, usize)],
    mut at: usize,
    prefix: &[String],
    found: &mut Vec<(Vec<String>, usize)>,
) -> usize {
    let mut path = prefix.to_vec();
    while let Some(&(word, line)) = tokens.get(at) {
        at += 1;
        match word {
            "{" => {
                while tokens.get(at).is_some_and(|t| t.0 != "}") {
                    at = use_tree(tokens, at, &path, found);
                    if tokens.get(at).is_some_and(|t| t.0 == ",") {
                        at += 1;
                    }
                }
                return at + 1;
            }
            "::" => {}
            "as" => at += 1,
            "," | "}" | ";" => {
                found.push((path, line));
                return at - 1;
            }
            _ => path.push(word.to_owned()),
        }
    }
    at
}

/// Where a path leads from `here`: `crate`, `self`, `super` and child modules are our own.
fn resolve(path: &[String], line: usize, here: &[String], modules: &BTreeSet<Vec<String>>) -> Used {
    let mut base: Vec<String> = Vec::new();
    let mut rest = path;
    let mut internal = true;
    match rest[0].as_str() {
        "crate" | "masthead" => rest = &rest[1..],
        "self" => (base, rest) = (here.to_vec(), &rest[1..]),
        "super" => {
            base = here.to_vec();
            while rest.first().is_some_and(|w| w == "super") {
                base.pop();
                rest = &rest[1..];
            }
        }
        first => {
            let child: Vec<String> = here.iter().cloned().chain([first.to_owned()]).collect();
            internal = modules.contains(&child);
            if internal {
                base = here.to_vec();
            }
        }
    }
    base.extend(rest.iter().filter(|w| *w != "self").cloned());
    Used { path: base, internal, line }
}

fn is_word(token: &str) -> bool {
    token.starts_with(|c: char| c == '_' || c.is_alphanumeric())
}

/// The code of `text` as words, `::` and single marks, each with its line from 1. Comments, strings,
/// character literals and lifetimes are left out.
fn lex(text: &str) -> Vec<(&str, usize)> {
    let mut tokens = Vec::new();
    let mut rest = text;
    let mut line = 1;
    while let Some(c) = rest.chars().next() {
        let taken = token_length(rest, c);
        let token = &rest[..taken];
        if token == "::" || is_plain_word(token) || taken == c.len_utf8() && !c.is_whitespace() {
            tokens.push((token, line));
        }
        line += token.matches('\n').count();
        rest = &rest[taken..];
    }
    tokens
}

fn is_plain_word(token: &str) -> bool {
    token.chars().all(|c| c == '_' || c.is_alphanumeric())
}

/// Bytes of the token at the start of `rest`, whose first character is `c`.
fn token_length(rest: &str, c: char) -> usize {
    let until = |end: &str, from: usize| rest[from..].find(end).map_or(rest.len(), |i| from + i + end.len());
    if rest.starts_with("//") {
        return rest.find('\n').unwrap_or(rest.len());
    }
    if rest.starts_with("/*") {
        return comment_length(rest);
    }
    for prefix in ["br", "r"] {
        if let Some(raw) = rest.strip_prefix(prefix) {
            let hashes = raw.len() - raw.trim_start_matches('#').len();
            if raw[hashes..].starts_with('"') {
                return until(&format!("\"{}", "#".repeat(hashes)), prefix.len() + hashes + 1);
            }
        }
    }
    if c == '"' {
        return literal_length(rest, '"');
    }
    if c == '\'' {
        let second = rest[1..].chars().next().map_or(0, char::len_utf8);
        let is_char = rest[1..].starts_with('\\') || rest[1 + second..].starts_with('\'');
        return if is_char { literal_length(rest, '\'') } else { 1 + word_length(&rest[1..]) };
    }
    if rest.starts_with("::") {
        return 2;
    }
    word_length(rest).max(c.len_utf8())
}

/// Bytes of the word at the start of `rest`, 0 when there is none.
fn word_length(rest: &str) -> usize {
    rest.find(|c: char| c != '_' && !c.is_alphanumeric()).unwrap_or(rest.len())
}

/// Bytes of a string or character literal that begins `rest`, escapes skipped.
fn literal_length(rest: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if c == quote => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// Bytes of a block comment that begins `rest`; they nest.
fn comment_length(rest: &str) -> usize {
    let (mut at, mut depth) = (0, 0);
    while at < rest.len() {
        let tail = &rest[at..];
        if tail.starts_with("/*") || tail.starts_with("*/") {
            depth += if tail.starts_with("/*") { 1 } else { -1 };
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += tail.chars().next().map_or(1, char::len_utf8);
        }
    }
    rest.len()
}
