//! A desk's folder in memory: settings, catalogs and articles, judged as an editor would see them.

use masthead::catalog::{self, Catalog, CatalogFile};
use masthead::config::{Config, FILE_NAME};
use masthead::corpus::{Article, Corpus, Snapshot};
use masthead::diagnostic::{Diagnostic, Edit};
use masthead::document::Document;
use masthead::rules::{judge, setting_faults};
use masthead::workspace::article_format;
use std::path::Path;
use std::sync::Arc;

/// A folder, read.
pub(crate) struct Desk {
    pub(crate) snapshot: Snapshot,
    /// Faults of `masthead.toml` and of the catalogs, by path, in the order of the files.
    pub(crate) faults: Vec<(String, Vec<Diagnostic>)>,
    articles: Vec<(String, Document)>,
}

impl Desk {
    /// Reads files given as (path from the folder, text): `masthead.toml`, other TOML files as catalogs,
    /// the rest as articles. The starter catalog is used only where `starter = true` is written out, so that
    /// a test says all that it depends on. Without a `masthead.toml`, `asked` says whether there is one.
    pub(crate) fn new(files: &[(String, String)], asked: bool) -> Desk {
        let root: Arc<Path> = Arc::from(Path::new("/desk"));
        let mut faults = Vec::new();
        let settings = files.iter().find(|(path, _)| path == FILE_NAME);
        let mut config = Config { asked, ..Config::default() };
        if let Some((path, text)) = settings {
            let (read, mut found) = Config::parse(text);
            found.extend(setting_faults(&read));
            found.sort_by_key(|d| d.span);
            faults.push((path.clone(), found));
            config = read;
        }
        let starter = settings.is_some_and(|(_, text)| text.contains("starter = true"));
        let catalog = catalogs(files, starter, &mut faults);
        let articles: Vec<(String, Document)> = files
            .iter()
            .filter(|(path, _)| !path.ends_with(".toml"))
            .map(|(path, text)| {
                let format = article_format(Path::new(path));
                (path.clone(), Document::read(text, format, path, &catalog))
            })
            .collect();
        let mut corpus = Corpus::new(root.clone(), Arc::new(config), Arc::new(catalog));
        let read = |(path, document): &(String, Document)| Article::new(root.join(path).into(), document);
        corpus.set_base(articles.iter().map(read).collect());
        Desk { snapshot: corpus.snapshot(), faults, articles }
    }

    /// One article. Panics when there is none of this path.
    pub(crate) fn article(&self, path: &str) -> &Document {
        &self.articles.iter().find(|(p, _)| p == path).expect("an article of this desk").1
    }

    /// The findings in one article.
    pub(crate) fn judge(&self, path: &str) -> Vec<Diagnostic> {
        judge(&self.snapshot.root.join(path), self.article(path), &self.snapshot, false)
    }
}

fn catalogs(
    files: &[(String, String)],
    starter: bool,
    faults: &mut Vec<(String, Vec<Diagnostic>)>,
) -> Catalog {
    let compiled_in = catalog::starter_files().iter().filter(|_| starter);
    let mut parsed: Vec<CatalogFile> =
        compiled_in.map(|(name, text)| catalog::parse(Path::new(name), text, true)).collect();
    for (path, text) in files.iter().filter(|(path, _)| path.ends_with(".toml") && path != FILE_NAME) {
        parsed.push(catalog::parse(Path::new(path), text, false));
    }
    let (catalog, found) = Catalog::merge(&parsed);
    faults.extend(found.into_iter().map(|(path, list)| (path.to_string_lossy().into_owned(), list)));
    catalog
}

/// `text` after the first fix of every finding: only the safe ones unless `all`. Of two that touch the same
/// words the first wins.
pub(crate) fn mended(text: &str, findings: &[Diagnostic], all: bool) -> String {
    let chosen = findings.iter().filter_map(|d| d.fixes.iter().find(|f| all || f.safe));
    let mut edits: Vec<&Edit> = chosen.flat_map(|f| &f.edits).collect();
    edits.sort_by_key(|e| e.span);
    let (mut out, mut at) = (String::new(), 0);
    for edit in edits {
        if edit.span.start < at {
            continue;
        }
        out.push_str(&text[at..edit.span.start]);
        out.push_str(&edit.text);
        at = edit.span.end;
    }
    out + &text[at..]
}
