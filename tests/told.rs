//! A folder without any catalog: what hover shows of its people and programs stands in the articles themselves.

use masthead::catalog::Catalog;
use masthead::config::Config;
use masthead::corpus::{Article, Corpus, Snapshot};
use masthead::document::Document;
use masthead::ide::{self, Evidence, FactKind, Name, name_card};
use masthead::workspace::article_format;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The least share of people and programs that have a role or a definition, in percent.
const LEAST: usize = 90;

#[test]
fn most_people_and_programs_are_told_of() {
    let desk = Bare::read();
    let (mut told, mut silent) = (0, Vec::new());
    for name in names() {
        let card = name_card(&desk.snapshot, &Name::New(name.text.into()), None);
        assert!(card.mentions > 0, "{} is in no article", name.text);
        match card.told.what.is_some() || !card.told.relations.is_empty() {
            true => told += 1,
            false => silent.push(name.text),
        }
    }
    let all = names().count();
    assert!(told * 100 >= all * LEAST, "{told} of {all}; nothing is said of {silent:?}");
}

#[test]
fn every_fact_has_its_words_in_its_article() {
    let desk = Bare::read();
    for name in names() {
        for fact in ide::facts(&desk.snapshot, &Name::New(name.text.into()), None) {
            for evidence in &fact.evidence {
                let Evidence::Article { place, words, .. } = evidence else { panic!("there is no catalog") };
                let text = &desk.texts[&*place.path];
                let line = text.lines().nth(place.start.line as usize).unwrap();
                assert!(line.contains(words.as_str()), "{}: “{words}” is not in “{line}”", name.text);
                assert!(text[place.span.start..].starts_with(|c: char| c.is_alphanumeric()));
            }
        }
    }
}

#[test]
fn no_leader_is_named_whom_no_article_names() {
    let desk = Bare::read();
    for name in names() {
        for fact in ide::facts(&desk.snapshot, &Name::New(name.text.into()), None) {
            let FactKind::Relation(label) = &fact.kind else { continue };
            if matches!(label.as_str(), "Run by" | "Led by" | "Head" | "Operated by") {
                assert!(name.heads.contains(&fact.text.as_str()), "{} is {label} {}", name.text, fact.text);
            }
        }
    }
}

/// A person or a program of the list.
struct Listed {
    text: &'static str,
    heads: Vec<&'static str>,
}

fn names() -> impl Iterator<Item = Listed> {
    let lines = include_str!("seeds/people-and-programs.txt").lines();
    lines.filter(|line| !line.is_empty() && !line.starts_with('#')).map(|line| {
        let mut parts = line.split(" | ").skip(1);
        Listed { text: parts.next().unwrap(), heads: parts.collect() }
    })
}

/// The seed articles, read without a catalog.
struct Bare {
    snapshot: Snapshot,
    texts: BTreeMap<PathBuf, String>,
}

impl Bare {
    fn read() -> Bare {
        let root: Arc<Path> = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds/articles").into();
        let (catalog, _) = Catalog::merge(&[]);
        let paths = fs::read_dir(&root).unwrap().map(|entry| entry.unwrap().path());
        let texts: BTreeMap<PathBuf, String> =
            paths.map(|path| (path.clone(), fs::read_to_string(path).unwrap())).collect();
        let read = |(path, text): (&PathBuf, &String)| {
            let document = Document::read(text, article_format(path), &path.to_string_lossy(), &catalog);
            Article::new(path.as_path().into(), &document)
        };
        let articles = texts.iter().map(read).collect();
        let mut corpus = Corpus::new(root, Arc::new(Config::default()), Arc::new(catalog));
        corpus.set_base(articles);
        Bare { snapshot: corpus.snapshot(), texts }
    }
}
