//! What is known of a name, as a small table for a terminal.

use super::excerpt::{bold, printable};
use super::words::count;
use crate::diagnostic::Place;
use crate::ide::long_date;
use crate::ide::{Card, Group, Saying, Spelling, Statement};
use crate::text::Span;
use std::collections::BTreeSet;

/// Columns of text before a line is broken.
const WIDTH: usize = 100;
/// Passages that introduce a name, as many as are shown.
const PASSAGES: usize = 3;

/// The card: a heading, what it is, then a row for each thing to say. `latest` is the sentence of its last
/// mention; `spot` writes a place as file and line.
pub(super) fn card_text(card: &Card, latest: Option<&str>, spot: &dyn Fn(&Place) -> String) -> String {
    let heading = printable(&heading(card)).into_owned();
    let mut text = bold(&heading, Span::new(0, heading.len())) + "\n";
    for line in card.about.iter().cloned().chain(card.roles.iter().map(role)) {
        text.push_str(&wrapped(&printable(&line), 0));
        text.push('\n');
    }
    let rows = rows(card, latest, spot);
    if !rows.is_empty() {
        text.push('\n');
    }
    let width = rows.iter().map(|(label, _)| label.chars().count()).max().unwrap_or(0) + 2;
    for (label, row) in rows {
        let line = wrapped(&printable(&format!("{label:width$}{row}")), width);
        text.push_str(&bold(&line, Span::new(0, label.len())));
        text.push('\n');
    }
    text
}

/// "Ryu Je-myung (류제명) · person", "GTAC · Government Trusted Access for Cyber · program".
fn heading(card: &Card) -> String {
    let native =
        if card.native.is_empty() { String::new() } else { format!(" ({})", card.native.join(", ")) };
    let acronym = card.acronym.as_ref().filter(|acronym| **acronym != card.name);
    let acronym = acronym.map(|acronym| format!("{acronym} · ")).unwrap_or_default();
    let kind = match (card.kind, card.known) {
        (Some(kind), true) => kind.name().to_owned(),
        (Some(kind), false) => format!("{}, not in the catalog", kind.name()),
        (None, _) => "not in the catalog".to_owned(),
    };
    format!("{acronym}{}{native} · {kind}", card.name)
}

/// An office and, in a second column, as of when.
fn role(role: &Statement) -> String {
    match role.remark() {
        Some(remark) => format!("{:<58} {remark}", role.text),
        None => role.text.clone(),
    }
}

/// Label and text of each row, in the order in which people read them.
fn rows(card: &Card, latest: Option<&str>, spot: &dyn Fn(&Place) -> String) -> Vec<(String, String)> {
    let mut rows: Vec<(String, String)> =
        card.groups.iter().map(|of| (of.label.clone(), group(of))).collect();
    rows.extend(
        card.told
            .what
            .iter()
            .map(|said| ("In articles".to_owned(), format!("“{}” ({})", said.text, source(said, spot)))),
    );
    for (label, sayings) in &card.told.relations {
        let each = sayings.iter().map(|said| format!("{} ({})", said.text, source(said, spot)));
        rows.push((label.clone(), each.collect::<Vec<_>>().join(", ")));
    }
    let mut row = |label: &str, text: String| {
        if !text.is_empty() {
            rows.push((label.to_owned(), text));
        }
    };
    row("Write", spellings(&card.write, ", then "));
    row("Or", spellings(&card.aliases, ", "));
    row("Also spelled", spellings(&card.spellings, ", "));
    let avoided = card.avoid.iter().map(|form| with_remark(&form.text, form.remark.as_deref()));
    row("Not", avoided.collect::<Vec<_>>().join(", "));
    let unsure = if card.unsure { "not everything is confirmed" } else { "" };
    row(if card.unsure { "Unsure" } else { "Note" }, card.note.clone().unwrap_or_else(|| unsure.to_owned()));
    if card.mentions > 0 {
        let mentions = count(card.mentions, "mention", "mentions");
        row("Articles", format!("{mentions} in {}", count(card.articles, "article", "articles")));
    }
    if let Some(sighting) = &card.latest {
        let date = sighting.date.map(|date| format!(", {}", long_date(date))).unwrap_or_default();
        let quote = latest.map(|text| format!(": “{text}”")).unwrap_or_default();
        row("Latest", format!("{}{date}{quote}", spot(&sighting.place)));
    }
    let shown = |place: &Place| card.told.what.as_ref().is_some_and(|said| said.place == *place);
    for passage in card.introductions.iter().filter(|p| !shown(&p.place)).take(PASSAGES) {
        row("Introduced", format!("{}: “{}”", spot(&passage.place), passage.what));
    }
    for other in &card.written_out {
        let places: Vec<String> = other.places.iter().map(spot).collect();
        let more = match other.articles.saturating_sub(places.len()) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        row("Written out", format!("“{}” in {}{more}", other.long, places.join(", ")));
    }
    row("Catalog", catalog(card));
    row("Sources", sources(card));
    row("More", card.links.join(" "));
    rows
}

/// "ferry.md:4, 20 May 2026".
fn source(said: &Saying, spot: &dyn Fn(&Place) -> String) -> String {
    let date = said.date.map(|date| format!(", {}", long_date(date))).unwrap_or_default();
    format!("{}{date}", spot(&said.place))
}

/// What is said under one label; statements of one date have it once, behind the last of them.
fn group(group: &Group) -> String {
    let mut all: Vec<String> = Vec::new();
    for run in group.runs() {
        for (at, said) in run.iter().enumerate() {
            let when = said.when.clone().filter(|_| at + 1 == run.len());
            let said = Statement { when, ..said.clone() };
            all.push(with_remark(&said.text, said.remark().as_deref()));
        }
    }
    if group.more > 0 {
        all.push(format!("{} more", group.more));
    }
    all.join(", ")
}

fn spellings(all: &[Spelling], between: &str) -> String {
    let each = all.iter().map(|form| with_remark(&form.text, form.remark.as_deref()));
    each.collect::<Vec<_>>().join(between)
}

fn with_remark(text: &str, remark: Option<&str>) -> String {
    remark.map_or_else(|| text.to_owned(), |remark| format!("{text} ({remark})"))
}

/// Which catalog says so, and as of when.
fn catalog(card: &Card) -> String {
    match (card.starter, card.as_of) {
        (true, Some(date)) => format!("the starter catalog, as of {}", long_date(date)),
        (true, None) => "the starter catalog".to_owned(),
        (false, Some(date)) => format!("your own, as of {}", long_date(date)),
        (false, None) => String::new(),
    }
}

/// From whom the catalog has it, each source once.
fn sources(card: &Card) -> String {
    let mut seen = BTreeSet::new();
    let each =
        card.sources.iter().flat_map(|source| source.split("; ")).filter(|source| seen.insert(*source));
    each.collect::<Vec<_>>().join("; ")
}

/// `text` broken at blanks into lines of at most [`WIDTH`] characters, the later ones set in by `indent`.
fn wrapped(text: &str, indent: usize) -> String {
    let mut lines = String::new();
    let mut column = 0;
    for (nth, word) in text.split(' ').enumerate() {
        let width = word.chars().count();
        if column > indent && column + 1 + width > WIDTH {
            lines.push('\n');
            lines.extend(std::iter::repeat_n(' ', indent));
            column = indent;
        } else if nth > 0 {
            lines.push(' ');
            column += 1;
        }
        lines.push_str(word);
        column += width;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_broken_at_blanks() {
        let text = wrapped(&"word ".repeat(50), 4);
        assert!(text.lines().all(|line| line.chars().count() <= WIDTH));
        assert!(text.lines().skip(1).all(|line| line.starts_with("    word")));
        assert_eq!(wrapped("a  b", 2), "a  b");
    }
}
