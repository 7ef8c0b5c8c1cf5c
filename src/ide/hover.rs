//! The card of a name, as Markdown for a small pop-up.

use super::card::{Card, name_card};
use super::cursor::Cursor;
use super::facts::Saying;
use super::forms::{Avoided, Spelling};
use super::markup::{Line, Page, Piece, markdown, one_line, plain};
use super::relations::{Group, Statement};
use super::words::{clip, count, long_date, spot};
use crate::corpus::{Name, Snapshot};
use crate::diagnostic::Place;
use crate::text::Span;
use jiff::civil::Date;
use rustc_hash::FxHashSet;

/// What hover shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hover {
    /// The name's span.
    pub span: Span,
    /// Who or what it is.
    pub card: Described,
}

/// The card of a name, ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Described {
    /// Markdown without HTML; text from articles and catalogs is escaped.
    pub markdown: String,
    /// The same as plain text, for a client that does not take Markdown.
    pub plain: String,
}

/// The card of the name under the cursor, as of the article's date. `link` turns a place into a URI that the
/// editor opens.
pub fn hover(cursor: Cursor, link: &dyn Fn(&Place) -> String) -> Option<Hover> {
    let (span, name) = cursor.name()?;
    Some(Hover { span, card: describe(cursor.snapshot, &name, cursor.document.date, link) })
}

/// The card of any name of a corpus, with offices, relations and dated forms as of `date`. `link` is as for [`hover`].
pub fn describe(
    snapshot: &Snapshot,
    name: &Name,
    date: Option<Date>,
    link: &dyn Fn(&Place) -> String,
) -> Described {
    let page = page(&name_card(snapshot, name, date), link);
    Described { markdown: markdown(&page), plain: plain(&page) }
}

/// Characters in a line of a pop-up: VS Code shows about so many, Neovim wraps there or later.
const WIDTH: usize = 80;
/// Characters of a description: three lines of a pop-up.
const ABOUT: usize = 280;
/// Characters of a remark or of a passage quoted from an article: what fits beside a name.
const REMARK: usize = 120;
/// How many sources, forms to avoid and places are named before the rest is counted.
const LISTED: usize = 3;

/// The card in the order of reading: what it is, who stands behind it, how to write it, where we wrote of it.
fn page(card: &Card, link: &dyn Fn(&Place) -> String) -> Page {
    let mut page: Page = vec![vec![title(card)]];
    // What a person is stands in the offices already, with their source.
    let about = card.about.as_ref().filter(|_| card.roles.is_empty());
    page.extend(about.map(|about| vec![vec![Piece::Text(clip(about, ABOUT))]]));
    let mut facts: Vec<Line> = card.roles.iter().map(statement).collect();
    facts.extend(card.told.what.as_ref().map(|said| quoted(card, said, link)));
    if !card.known {
        facts.extend(written_out("Written out as", card, link));
    }
    facts.extend(packed(card.groups.iter().map(group)));
    facts.extend(card.told.relations.iter().map(|(label, sayings)| related(label, sayings, card, link)));
    page.push(facts);
    page.push(spelling_lines(card));
    page.push(evidence(card, link));
    page
}

/// "**GTAC** · Government Trusted Access for Cyber · program".
fn title(card: &Card) -> Line {
    let lead = card.acronym.as_ref().unwrap_or(&card.name);
    let mut line = vec![Piece::Strong(lead.clone())];
    let mut rest = String::new();
    if card.acronym.is_some() {
        rest += &format!(" · {}", card.name);
    }
    if !card.native.is_empty() {
        rest += &format!(" ({})", card.native.join(", "));
    }
    match (card.kind, card.known) {
        (Some(kind), true) => rest += &format!(" · {}", kind.name()),
        (Some(kind), false) => rest += &format!(" · {}, not in the catalog", kind.name()),
        (None, _) => rest += " · not in the catalog",
    }
    line.push(Piece::Text(rest));
    line
}

/// “operated by the city of Nordhavn” — ferry.md:4, 20 May 2026. Beside a catalog's words it is said that these are
/// the articles'.
fn quoted(card: &Card, said: &Saying, link: &dyn Fn(&Place) -> String) -> Line {
    let mut line = Vec::new();
    if card.known {
        line.extend([Piece::Label("In the articles".to_owned()), Piece::Text(" ".to_owned())]);
    }
    line.push(Piece::Text(format!("“{}”", clip(&said.text, REMARK))));
    line.extend(source(said, link));
    line
}

/// "**Led by** Anthropic *(in the articles)* — two-track.md:14, 28 May 2026".
fn related(label: &str, sayings: &[Saying], card: &Card, link: &dyn Fn(&Place) -> String) -> Line {
    let mut line = vec![Piece::Label(label.to_owned())];
    if card.known {
        line.extend([Piece::Text(" ".to_owned()), faint("in the articles")]);
    }
    for (at, said) in sayings.iter().take(LISTED).enumerate() {
        line.push(Piece::Text(format!("{}{}", if at == 0 { " " } else { "; " }, clip(&said.text, REMARK))));
        // Names of one list stand in one place, which is said behind the last of them.
        let next = sayings.get(at + 1).filter(|_| at + 1 < LISTED);
        if next.is_none_or(|next| {
            next.place.path != said.place.path || next.place.start.line != said.place.start.line
        }) {
            line.extend(source(said, link));
        }
    }
    match card.told.all {
        true => line.extend(more(sayings.len())),
        // How many there are, nobody has counted.
        false if sayings.len() > LISTED => line.push(Piece::Text(" and others".to_owned())),
        false => {}
    }
    line
}

/// " — ferry.md:4, 20 May 2026".
fn source(said: &Saying, link: &dyn Fn(&Place) -> String) -> Line {
    let mut line = vec![Piece::Text(" — ".to_owned()), place(&said.place, link)];
    line.extend(said.date.map(|date| Piece::Text(format!(", {}", long_date(date)))));
    line
}

/// "**Takes part** South Korea *(since 26 May 2026)*, Japan *(as of 27 May 2026)*".
fn group(group: &Group) -> Line {
    let mut line = vec![Piece::Label(group.label.clone())];
    // In a long list the names count; what is remarked of each stands in `masthead who`.
    let noted = group.statements.len() <= LISTED;
    let mut before = " ";
    for run in group.runs() {
        for (at, one) in run.iter().enumerate() {
            let when = one.when.clone().filter(|_| at + 1 == run.len());
            let note = one.note.clone().filter(|_| noted);
            line.push(Piece::Text(before.to_owned()));
            line.extend(statement(&Statement { when, note, ..one.clone() }));
            before = ", ";
        }
    }
    if group.more > 0 {
        line.push(Piece::Text(format!(" and {} more", group.more)));
    }
    line
}

/// "second vice minister, Ministry of Science and ICT *(as of 28 May 2026, ETNews)*".
fn statement(statement: &Statement) -> Line {
    let mut line = vec![Piece::Text(statement.text.clone())];
    if let Some(remark) = statement.remark() {
        line.extend([Piece::Text(" ".to_owned()), faint(&remark)]);
    }
    line
}

fn faint(remark: &str) -> Piece {
    Piece::Faint(format!("({})", clip(remark, REMARK)))
}

/// Short lines side by side, parted by " · ", as far as they fit on a line.
fn packed(lines: impl Iterator<Item = Line>) -> Vec<Line> {
    let mut packed: Vec<Line> = Vec::new();
    for line in lines {
        match packed.last_mut() {
            Some(last) if width(last) + width(&line) + 3 <= WIDTH => {
                last.push(Piece::Text(" · ".to_owned()));
                last.extend(line);
            }
            _ => packed.push(line),
        }
    }
    packed
}

/// Characters of a line as it is shown.
fn width(line: &Line) -> usize {
    plain(&vec![vec![line.clone()]]).chars().count()
}

/// Which forms to write, which to avoid, what is unsure.
fn spelling_lines(card: &Card) -> Vec<Line> {
    let mut lines = Vec::new();
    // A name with one form says it in the title already.
    if card.write.len() > 1 || !card.aliases.is_empty() || !card.avoid.is_empty() {
        lines.push(write(card));
    }
    if !card.spellings.is_empty() {
        lines.push(listed("Also spelled", &card.spellings));
    }
    if !card.avoid.is_empty() {
        lines.push(not(card));
    }
    if let Some(note) = &card.note {
        let mark = if card.unsure { "⚠ Unsure: " } else { "Note: " };
        lines.push(vec![Piece::Text(format!("{mark}{}", clip(note, ABOUT)))]);
    } else if card.unsure {
        lines.push(vec![Piece::Text("⚠ Unsure: the desk has yet to confirm this entry.".to_owned())]);
    }
    lines
}

/// "**Write** Government Trusted Access for Cyber (GTAC), then GTAC; or …".
fn write(card: &Card) -> Line {
    let mut line = vec![Piece::Label("Write".to_owned())];
    for (at, form) in card.write.iter().enumerate() {
        let before = ["", ", then", " or"][at.min(2)];
        line.extend(spelled(&format!("{before} "), form));
    }
    for (at, form) in card.aliases.iter().take(LISTED).enumerate() {
        line.extend(spelled(if at == 0 { " · also good: " } else { ", " }, form));
    }
    line
}

/// The words that come before a form, the form, and its remark.
fn spelled(before: &str, form: &Spelling) -> Line {
    let mut line = vec![Piece::Text(format!("{before}{}", form.text))];
    if let Some(remark) = &form.remark {
        line.extend([Piece::Text(" ".to_owned()), faint(remark)]);
    }
    line
}

/// "**Also spelled** Ryu Je-myeong *(Revised Romanization)*".
fn listed(label: &str, forms: &[Spelling]) -> Line {
    let mut line = vec![Piece::Label(label.to_owned())];
    for (at, form) in forms.iter().take(LISTED).enumerate() {
        line.extend(spelled(if at == 0 { " " } else { ", " }, form));
    }
    line.extend(more(forms.len()));
    line
}

/// "**Not** ~~Government and Agency Trust-based Access Program~~ *(one outlet's translation)*".
fn not(card: &Card) -> Line {
    let mut line = vec![Piece::Label("Not".to_owned())];
    for (at, Avoided { text, remark }) in card.avoid.iter().take(LISTED).enumerate() {
        line.push(Piece::Text(if at == 0 { " " } else { ", " }.to_owned()));
        line.push(Piece::Struck(text.clone()));
        if let Some(remark) = remark {
            line.extend([Piece::Text(" ".to_owned()), faint(remark)]);
        }
    }
    line.extend(more(card.avoid.len()));
    line
}

/// " and 4 more", where more than [`LISTED`] of `all` are there.
fn more(all: usize) -> Option<Piece> {
    (all > LISTED).then(|| Piece::Text(format!(" and {} more", all - LISTED)))
}

/// Where we wrote of it, how else it was written out, and who says all this.
fn evidence(card: &Card, link: &dyn Fn(&Place) -> String) -> Vec<Line> {
    let mut used = vec![Piece::Text(match card.mentions {
        0 => "Not in these articles yet".to_owned(),
        n => format!("{} in {}", count(n, "mention"), count(card.articles, "article")),
    })];
    let introductions = one_per_article(card.introductions.iter().map(|passage| &passage.place));
    if !introductions.is_empty() {
        used.push(Piece::Text(" · introduced in ".to_owned()));
        used.extend(linked(&introductions, card.introduced, link));
    } else if let Some(latest) = &card.latest {
        used.push(Piece::Text(if card.mentions > 1 { " · latest in " } else { ", in " }.to_owned()));
        used.push(place(&latest.place, link));
    }
    let mut lines = vec![used];
    if card.known {
        lines.extend(written_out("Also written out as", card, link));
    }
    lines.extend(origin(card));
    lines
}

/// The long forms that articles give, each with its places.
fn written_out(label: &str, card: &Card, link: &dyn Fn(&Place) -> String) -> Vec<Line> {
    let mut lines = Vec::new();
    for written in card.written_out.iter().take(LISTED) {
        let mut line = vec![Piece::Text(format!("{label} “{}” in ", clip(&written.long, REMARK)))];
        line.extend(linked(&one_per_article(written.places.iter()), written.articles, link));
        lines.push(line);
    }
    lines
}

/// The first place in each article.
fn one_per_article<'a>(places: impl Iterator<Item = &'a Place>) -> Vec<&'a Place> {
    let mut seen = FxHashSet::default();
    places.filter(|place| seen.insert(place.path.clone())).collect()
}

/// The first few of so many places, as links.
fn linked(places: &[&Place], all: usize, link: &dyn Fn(&Place) -> String) -> Line {
    let mut line = Vec::new();
    for (at, one) in places.iter().take(LISTED).enumerate() {
        if at > 0 {
            line.push(Piece::Text(", ".to_owned()));
        }
        line.push(place(one, link));
    }
    line.extend(more(all));
    line
}

fn place(place: &Place, link: &dyn Fn(&Place) -> String) -> Piece {
    Piece::Link { label: spot(place), uri: link(place) }
}

/// "Starter catalog, as of 3 June 2026 · ETNews, 28 May 2026; DigitalToday, 27 May 2026 · website".
fn origin(card: &Card) -> Option<Line> {
    if !card.known {
        return None;
    }
    let mut origin = if card.starter { "Starter catalog" } else { "Catalog" }.to_owned();
    if let Some(date) = card.as_of {
        origin += &format!(", as of {}", long_date(date));
    }
    if !card.sources.is_empty() {
        let listed: Vec<String> = card.sources.iter().take(LISTED).map(|s| clip(s, REMARK)).collect();
        origin += &format!(" · {}", listed.join("; "));
        if card.sources.len() > LISTED {
            origin += &format!(" and {} more", card.sources.len() - LISTED);
        }
    }
    let mut line = vec![Piece::Faint(one_line(&origin))];
    for uri in &card.links {
        let wikidata = uri.starts_with("https://www.wikidata.org/");
        let label = if wikidata { "Wikidata" } else { "website" }.to_owned();
        line.extend([Piece::Text(" · ".to_owned()), Piece::Link { label, uri: uri.clone() }]);
    }
    Some(line)
}
