//! What an editor shows: the pages in `tests/features`.

mod changes;
mod desk_files;
mod shown;

use crate::support::desk::Desk;
use crate::support::feature::{Block, Page, Scenario};
use masthead::diagnostic::{Diagnostic, Place};
use masthead::document::Document;
use masthead::ide::{self, Cursor, SymbolPlace};
use masthead::text::Span;
use pulldown_cmark::{Event, Options, Parser, Tag};
use shown::{completions, edited, folds, hints, lenses, outline, selections, take_cursor, who};
use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn pages_hold() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/features");
    let mut pages: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    pages.retain(|page| page.extension().is_some_and(|extension| extension == "md"));
    pages.sort();
    assert!(!pages.is_empty());
    let faults: Vec<String> = pages.iter().flat_map(|page| page_faults(page)).collect();
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n\n"));
}

/// What a page says otherwise than the program, scenario by scenario. With `UPDATE` set the page is written
/// anew instead.
fn page_faults(path: &Path) -> Vec<String> {
    let text = fs::read_to_string(path).unwrap();
    let page = Page::parse(&text);
    let mut faults = Vec::new();
    let mut answers: Vec<(Block, String)> = Vec::new();
    for scenario in &page.scenarios {
        let found = answer_all(&page, scenario);
        assert!(!found.is_empty(), "{}: “{}” asks nothing", path.display(), scenario.title);
        for (block, answer) in found {
            if block.body != answer {
                let name = path.file_name().unwrap().to_string_lossy();
                let Block { info, body, .. } = &block;
                faults.push(format!(
                    "{name}, “{}”, {info}: the page has\n{body}and is\n{answer}",
                    scenario.title
                ));
                answers.push((block, answer));
            }
        }
    }
    if std::env::var_os("UPDATE").is_some() {
        fs::write(path, updated(&text, &answers)).unwrap();
        return Vec::new();
    }
    faults
}

/// The page with other answers, given in page order.
fn updated(text: &str, answers: &[(Block, String)]) -> String {
    let (mut page, mut at) = (String::new(), 0);
    for (block, answer) in answers {
        page.push_str(&text[at..block.start]);
        page.push_str(answer);
        at = block.start + block.body.len();
    }
    page + &text[at..]
}

/// The questions of a scenario with the program's answers.
fn answer_all(page: &Page, scenario: &Scenario) -> Vec<(Block, String)> {
    let mut files = Vec::new();
    let mut cursor: Option<(String, Span)> = None;
    let (mut answers, mut draft) = (Vec::new(), None);
    for block in page.shared.iter().chain(&scenario.blocks) {
        match block.path() {
            Some(path) => {
                let (text, span) = take_cursor(&block.body);
                if let Some(span) = span.filter(|_| path.ends_with(".toml")) {
                    draft = Some(desk_files::Draft::new(path, text, span.start));
                    continue;
                }
                cursor = span.map(|span| (path.to_owned(), span)).or(cursor);
                files.retain(|(p, _)| p != path);
                files.push((path.to_owned(), text));
            }
            None => answers.push((block.clone(), String::new())),
        }
    }
    let desk = Desk::new(&files, true);
    let faults = faults_of(&desk);
    let asks = answers.iter().any(|(block, _)| block.info == "faults");
    assert!(asks || faults.is_empty(), "{}: {faults}", scenario.title);
    for (block, answer) in &mut answers {
        let asked = Asked { desk: &desk, files: &files, cursor: cursor.clone(), title: &scenario.title };
        let draft = draft.as_ref().map(|draft| draft.answer(&desk, &block.info));
        *answer = draft.unwrap_or_else(|| asked.answer(&block.info));
        if !answer.is_empty() && !answer.ends_with('\n') {
            answer.push('\n');
        }
    }
    answers
}

/// "catalog/desk.toml: “…” is no address", a fault a line, of all files of a desk.
fn faults_of(desk: &Desk) -> String {
    let lines = |(path, found): &(String, Vec<Diagnostic>)| {
        found.iter().map(|fault| format!("{path}: {}\n", fault.message)).collect::<String>()
    };
    desk.faults.iter().map(lines).collect()
}

/// A question in its scenario.
struct Asked<'a> {
    desk: &'a Desk,
    files: &'a [(String, String)],
    cursor: Option<(String, Span)>,
    title: &'a str,
}

impl Asked<'_> {
    fn answer(&self, question: &str) -> String {
        let (word, rest) = question.split_once(' ').unwrap_or((question, ""));
        let snapshot = &self.desk.snapshot;
        match (word, rest) {
            // A hard line break is two spaces, which nobody sees on a page.
            ("hover", "") => {
                self.hover().map(|h| h.card.markdown.replace("  \n", " ↵\n")).unwrap_or_default()
            }
            ("hover", "plain") => self.hover().map(|h| h.card.plain).unwrap_or_default(),
            ("completion", "") => completions(ide::completions(self.at(), true), self.text()),
            ("definition", "") => self.places(&ide::definition(self.at())),
            ("references", "") => self.places(&ide::references(self.at(), true, ide::LISTED).places),
            ("references", "elsewhere") => {
                self.places(&ide::references(self.at(), false, ide::LISTED).places)
            }
            ("declaration", "") => self.declaration(),
            ("type-definition", "") => self.symbol_places(&ide::belongs_to(self.at())),
            ("implementation", "") => self.symbol_places(&ide::belongings(self.at())),
            ("folds", "") => folds(&ide::folds(self.document(), snapshot), self.text()),
            ("selections", "") => selections(&ide::selections(self.at()), self.text()),
            ("links", "") => {
                let links = ide::name_links(self.document(), &snapshot.catalog).into_iter();
                links
                    .map(|l| format!("{} → {}", self.spot(self.path(), l.span), l.address))
                    .collect::<Vec<_>>()
                    .join("\n")
            }
            ("hints", "") => {
                let all = Span::new(0, self.text().len());
                hints(&ide::hints(self.document(), snapshot, all), self.text())
            }
            ("lenses", "") => lenses(ide::lenses(self.document(), snapshot), snapshot, self.text()),
            ("highlights", "") => {
                let spots = ide::highlights(self.at());
                spots.iter().map(|span| self.spot(self.path(), *span)).collect::<Vec<_>>().join("\n")
            }
            ("rename", new) => self.rename(new),
            ("faults", "") => faults_of(self.desk),
            ("tags", "") => self.tags(),
            ("outline", "") => outline(&ide::document_symbols(self.document(), snapshot), 0),
            ("names", "") => self.names(),
            ("symbols", query) => self.symbols(query),
            ("who", query) => who(&ide::find_names(snapshot, query)),
            ("facts", query) => self.facts(query),
            ("actions", "") => self.actions(),
            ("ignored", "") => self.ignored(),
            ("fix-all", "") => edited(self.text(), &ide::fix_all(&self.desk.judge(self.path()))),
            _ => panic!("“{}” asks for {question:?}, which is no feature", self.title),
        }
    }

    fn path(&self) -> &str {
        let cursor = self.cursor.as_ref().map(|(path, _)| path.as_str());
        let articles =
            || self.files.iter().map(|(path, _)| path.as_str()).find(|path| !path.ends_with(".toml"));
        cursor.or_else(articles).unwrap_or_else(|| panic!("“{}” has no article", self.title))
    }

    fn text(&self) -> &str {
        &self.files.iter().find(|(path, _)| path == self.path()).unwrap().1
    }

    fn document(&self) -> &Document {
        self.desk.article(self.path())
    }

    fn at(&self) -> Cursor<'_> {
        let (_, span) = self.cursor.as_ref().unwrap_or_else(|| panic!("“{}” has no $0", self.title));
        let snapshot = &self.desk.snapshot;
        let path = snapshot.article(&snapshot.root.join(self.path())).map(|article| &*article.path).unwrap();
        Cursor { path, document: self.document(), snapshot, offset: span.start }
    }

    fn hover(&self) -> Option<ide::Hover> {
        let link = |place: &Place| {
            let path = self.desk.snapshot.relative(&place.path);
            format!("{path}#L{}", place.start.line + 1)
        };
        let hover = ide::hover(self.at(), &link)?;
        assert_eq!(hover.span, self.at().name().unwrap().0);
        for event in
            Parser::new_ext(&hover.card.markdown, Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TABLES)
        {
            // Neither markup of others nor a link that Masthead did not make.
            match event {
                Event::Start(Tag::Link { dest_url, .. }) => {
                    assert!(dest_url.contains("#L") || dest_url.starts_with("https://"), "{dest_url}");
                }
                Event::Start(Tag::Paragraph | Tag::Strong | Tag::Emphasis | Tag::Strikethrough) => {}
                Event::End(_) | Event::Text(_) | Event::HardBreak => {}
                other => panic!("“{}” has {other:?} in {}", self.title, hover.card.markdown),
            }
        }
        Some(hover)
    }

    /// "korea.md:3:5 “GTAC”": line and column from 1, in characters.
    fn spot(&self, path: &str, span: Span) -> String {
        let document = self.desk.article(path);
        let point = document.point(span.start);
        format!("{path}:{}:{} “{}”", point.line + 1, point.char + 1, document.slice(span))
    }

    fn places(&self, places: &[Place]) -> String {
        let spot = |place: &Place| {
            let path = self.desk.snapshot.relative(&place.path);
            let document = self.desk.article(&path);
            assert_eq!(
                (place.start, place.end),
                (document.point(place.span.start), document.point(place.span.end))
            );
            self.spot(&path, place.span)
        };
        places.iter().map(spot).collect::<Vec<_>>().join("\n")
    }

    fn declaration(&self) -> String {
        let entity = |ix| self.desk.snapshot.catalog.entity(ix);
        ide::declaration(self.at()).map(|ix| self.source(&entity(ix).source)).unwrap_or_default()
    }

    /// "catalog/desk.toml: id = …": a catalog entry's file and its line that names it.
    fn source(&self, source: &masthead::catalog::Source) -> String {
        let path = source.file.to_string_lossy().into_owned();
        let Some((_, text)) = self.files.iter().find(|(p, _)| *p == path) else { return path };
        let id = source.span.of(text).lines().find(|line| line.starts_with("id")).unwrap_or("no id");
        format!("{path}: {id}")
    }

    fn tags(&self) -> String {
        let tags = ide::tags(self.document(), &self.desk.snapshot.catalog);
        let mut lines = Vec::new();
        for tag in tags {
            let mut line = format!("{} {:?}", self.spot(self.path(), tag.span), tag.kind);
            for (word, on) in [("first", tag.first), ("avoided", tag.avoided), ("unknown", tag.unknown)] {
                line += &if on { format!(" {word}") } else { String::new() };
            }
            lines.push(line);
        }
        lines.join("\n")
    }

    /// Each name, below it its forms with what the catalog says of them and their places.
    fn names(&self) -> String {
        let mut text = String::new();
        for name in ide::article_names(self.document(), &self.desk.snapshot) {
            text += &format!("{} | {}\n", name.title, name.detail);
            for form in name.forms {
                let kind = form.kind.map_or("no form of the catalog", |kind| kind.name());
                let spots: Vec<String> =
                    form.spans.iter().map(|span| self.spot(self.path(), *span)).collect();
                text += &format!("  {} | {kind} | {}\n", form.text, spots.join(", "));
            }
        }
        text
    }

    fn symbols(&self, query: &str) -> String {
        let mut lines = Vec::new();
        for symbol in ide::workspace_symbols(&self.desk.snapshot, query, 20) {
            let place = self.symbol_places(std::slice::from_ref(&symbol.place));
            lines.push(format!("{} | {} | {:?} | {place}", symbol.name, symbol.detail, symbol.kind));
        }
        lines.join("\n")
    }

    fn symbol_places(&self, places: &[SymbolPlace]) -> String {
        let place = |place: &SymbolPlace| match place {
            SymbolPlace::Article(place) => self.places(std::slice::from_ref(place)),
            SymbolPlace::Catalog(source) => self.source(source),
        };
        places.iter().map(place).collect::<Vec<_>>().join("\n")
    }

    /// What is said of the one name that fits, each fact with who says so.
    fn facts(&self, query: &str) -> String {
        let found = ide::find_names(&self.desk.snapshot, query);
        assert_eq!(found.len(), 1, "“{}”: {query} is {found:?}", self.title);
        let mut lines = Vec::new();
        for fact in ide::facts(&self.desk.snapshot, &found[0].name, None) {
            let earlier = if fact.holds { "" } else { " | another time" };
            lines.push(format!("{}: {}{earlier}", fact.kind.label(), fact.text));
            lines.extend(fact.evidence.iter().map(|evidence| match evidence {
                ide::Evidence::Catalog { .. } => "    catalog".to_owned(),
                ide::Evidence::Article { place, words, .. } => {
                    let path = self.desk.snapshot.relative(&place.path);
                    format!("    {path}:{} “{words}”", place.start.line + 1)
                }
            }));
        }
        lines.join("\n")
    }
}
