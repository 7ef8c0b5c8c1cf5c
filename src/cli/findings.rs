//! What all rules find in the given articles, ready to be printed in any format.

use super::desk::Desk;
use super::excerpt::Excerpt;
use super::paths::Given;
use super::progress::Progress;
use crate::catalog::{EntityIx, Kind};
use crate::config::FILE_NAME;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::{Document, digest};
use crate::rules::{all_faults, is_failure, judge_apart, known_by};
use crate::text::{Lines, Point, Span};
use crate::workspace::{Settings, Skipped, find_root};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// The findings of a run.
#[derive(Debug, Default)]
pub(super) struct Report {
    /// Files with findings, sorted by path.
    pub(super) files: Vec<Judged>,
    /// Files that were not judged, sorted.
    pub(super) skipped: Vec<Unread>,
    /// Articles that were judged.
    pub(super) articles: usize,
    /// Names in them that the catalog knows; terms and titles are no names.
    pub(super) known: usize,
    /// Names in them that it does not know.
    pub(super) new: usize,
    /// Articles among them that belong to no `masthead.toml`.
    pub(super) unasked: usize,
    /// Articles whose `masthead.toml` asks for nothing, as one that only accepts findings.
    pub(super) mute: usize,
    /// The only rules that counted, where any were given.
    pub(super) rules: Vec<String>,
    /// Findings in the articles that were judged which the baseline accepts: they were left out.
    pub(super) accepted: usize,
    /// What the baseline lists of these articles, and of articles that are gone, and nothing answers to any more.
    pub(super) idle: usize,
    /// The commit since which an article must have changed to be judged.
    pub(super) since: Option<String>,
}

/// A file that was not judged.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Unread {
    /// The file, seen from the current folder.
    pub(super) shown: String,
    /// Why.
    pub(super) why: String,
    /// True when it lies in what was given: others of the folder would only have stood beside it.
    pub(super) asked: bool,
    /// True when nobody may take the run for a check of it: it was given by name, or Masthead failed on it.
    pub(super) grave: bool,
}

/// A file with findings.
#[derive(Debug)]
pub(super) struct Judged {
    /// The file, absolute.
    pub(super) path: PathBuf,
    /// The file, seen from the current folder.
    pub(super) shown: String,
    /// True for an article, false for a configuration or catalog file.
    pub(super) article: bool,
    /// The folder that `masthead who` has to be told to know the article's names, seen from the current folder; `None`
    /// where it asks the right one of itself.
    pub(super) desk: Option<String>,
    /// The hash of the text that was judged.
    pub(super) digest: u64,
    /// In text order.
    pub(super) findings: Vec<Finding>,
}

/// A finding and all that is needed to show it without its file.
#[derive(Debug)]
pub(super) struct Finding {
    pub(super) diagnostic: Diagnostic,
    /// Where it starts and ends; a byte order mark counts for no column.
    pub(super) start: Point,
    pub(super) end: Point,
    /// Where the edits of each fix start and end.
    pub(super) edits: Vec<Vec<(Point, Point)>>,
    pub(super) excerpt: Excerpt,
    /// The words that a baseline knows it by.
    pub(super) words: String,
    /// The known name that it is about, as people look it up.
    pub(super) subject: Option<String>,
}

impl Report {
    /// Judges the articles of `desks`. `rules` are the only ones that count, where any are given.
    pub(super) fn new(desks: &[Desk], given: &Given, rules: &[String]) -> Report {
        let mut report = Report { rules: rules.to_vec(), ..Report::default() };
        let mut names: BTreeSet<String> = BTreeSet::new();
        let mut new: BTreeSet<String> = BTreeSet::new();
        for desk in desks {
            report.files.extend(faults(&desk.settings, given));
            report.skipped.extend(desk.skipped.iter().map(|skipped| Unread::new(skipped, given)));
            report.skipped.extend(desk.left_out.iter().map(|path| Unread::left_out(path, given)));
            let before = report.articles;
            let asked = asked_elsewhere(desk, given);
            for judged in judge_all(desk, given, rules) {
                match judged {
                    Ok(judged) => {
                        report.articles += 1;
                        report.accepted += judged.accepted;
                        report.idle += judged.idle;
                        report.files.extend(judged.file.map(|file| Judged { desk: asked.clone(), ..file }));
                    }
                    Err(skipped) => report.skipped.push(Unread::new(&skipped, given)),
                }
            }
            if !desk.settings.config.asked {
                let articles = report.articles - before;
                let has_settings = desk.settings.files.iter().any(|(path, _)| path.ends_with(FILE_NAME));
                *if has_settings { &mut report.mute } else { &mut report.unasked } += articles;
            }
            report.idle += of_articles_gone(desk, given, rules);
            count_names(desk, &mut names, &mut new);
        }
        report.files.sort_unstable_by(|a, b| a.path.cmp(&b.path));
        report.skipped.sort_unstable();
        report.skipped.dedup();
        (report.known, report.new) = (names.len(), new.len());
        report
    }

    /// All findings with their files, in path order.
    pub(super) fn findings(&self) -> impl Iterator<Item = (&Judged, &Finding)> {
        self.files.iter().flat_map(|file| file.findings.iter().map(move |finding| (file, finding)))
    }

    /// True when something is as grave as `severity`, or graver.
    pub(super) fn has(&self, severity: Severity) -> bool {
        self.findings().any(|(_, finding)| finding.diagnostic.severity <= severity)
    }

    /// True when an article that was to be checked could not be, be it by one rule.
    pub(super) fn is_incomplete(&self) -> bool {
        let failed = || self.findings().any(|(_, finding)| is_failure(&finding.diagnostic));
        self.skipped.iter().any(|file| file.grave) || failed()
    }
}

impl Unread {
    fn new(skipped: &Skipped, given: &Given) -> Self {
        let asked = given.paths().any(|path| skipped.path.starts_with(path));
        let grave = given.paths().any(|path| skipped.path == path) || asked && skipped.is_failure();
        Self { shown: given.shown(&skipped.path), why: skipped.why.clone(), asked, grave }
    }

    /// A file that is checked neither where its folder is given: who names it, as a hook that runs before a commit does,
    /// hears what CI says.
    fn left_out(path: &Path, given: &Given) -> Self {
        let why = "no article of its folder: [files] in masthead.toml, a .gitignore or a link leaves it out"
            .to_owned();
        Self { shown: given.shown(path), why, asked: false, grave: false }
    }
}

impl Finding {
    fn new(text: &str, diagnostic: Diagnostic, point: &mut dyn FnMut(usize) -> Point) -> Self {
        let mut places = |span: Span| (point(span.start), point(span.end));
        let (start, end) = places(diagnostic.span);
        let edits = diagnostic.fixes.iter();
        let edits = edits.map(|fix| fix.edits.iter().map(|edit| places(edit.span)).collect()).collect();
        let excerpt = Excerpt::new(text, diagnostic.span);
        Self { diagnostic, start, end, edits, excerpt, words: String::new(), subject: None }
    }

    /// True when `masthead check --fix` may cure it.
    pub(super) fn is_fixable(&self) -> bool {
        self.diagnostic.fixes.iter().any(|fix| fix.safe)
    }
}

/// The mistakes in the configuration and catalogs of a corpus.
pub(super) fn faults(settings: &Settings, given: &Given) -> Vec<Judged> {
    let all = all_faults(settings);
    let of = |path: &Path| all.iter().find(|(file, _)| **file == *path).map(|(_, faults)| faults.clone());
    let judged = settings.files.iter().filter_map(|(path, text)| {
        let lines = Lines::new(text);
        let mut point = |at| lines.point(at).behind_mark(text);
        let findings = of(path)?.into_iter().map(|fault| Finding::new(text, fault, &mut point));
        Some(file(path, given, text, false, findings.collect()))
    });
    judged.collect()
}

/// What judging one article gives.
#[derive(Debug)]
struct Outcome {
    /// Its findings; `None` without any.
    file: Option<Judged>,
    /// Findings that the baseline accepts.
    accepted: usize,
    /// What the baseline lists beyond them.
    idle: usize,
}

fn judge_all(desk: &Desk, given: &Given, rules: &[String]) -> Vec<Result<Outcome, Skipped>> {
    let progress = Progress::new("Checking articles");
    let done = AtomicUsize::new(0);
    let one = |path: &PathBuf| {
        // Everything is only read here, so nothing half changed outlives a panic.
        let judged = catch_unwind(AssertUnwindSafe(|| judge_one(desk, given, rules, path)));
        progress.at(done.fetch_add(1, Ordering::Relaxed) + 1, desk.reported.len());
        judged.unwrap_or_else(|_| Err(Skipped::failed(path)))
    };
    desk.reported.par_iter().map(one).collect()
}

fn judge_one(desk: &Desk, given: &Given, rules: &[String], path: &Path) -> Result<Outcome, Skipped> {
    let document = desk.read(path)?;
    // Who asks for a rule by name has asked, even in a folder without a masthead.toml.
    let (mut found, known) = judge_apart(path, &document, &desk.snapshot, !rules.is_empty());
    found.retain(|diagnostic| counts(rules, diagnostic.rule));
    let accepted = known.iter().filter(|diagnostic| counts(rules, diagnostic.rule)).count();
    let idle = listed(desk, &desk.snapshot.relative(path), rules).saturating_sub(accepted);
    if found.is_empty() {
        return Ok(Outcome { file: None, accepted, idle });
    }
    let text = document.text();
    let finding = |diagnostic: Diagnostic| {
        let subject = subject(desk, &document, diagnostic.span);
        let words = known_by(&document, &diagnostic);
        Finding { words, subject, ..Finding::new(&text, diagnostic, &mut |at| document.point(at)) }
    };
    let findings = found.into_iter().map(finding).collect();
    Ok(Outcome { file: Some(file(path, given, &text, true, findings)), accepted, idle })
}

/// True for a rule that counts, where `rules` are the only ones, or none is given.
fn counts(rules: &[String], rule: &str) -> bool {
    rules.is_empty() || rules.iter().any(|wanted| wanted == rule)
}

/// How many findings of the rules that count the baseline lists in `article`.
fn listed(desk: &Desk, article: &str, rules: &[String]) -> usize {
    let listed = desk.settings.config.baseline.of(article).into_iter().flatten();
    listed.filter(|(rule, _)| counts(rules, rule)).map(|(_, words)| words.len()).sum()
}

/// What the baseline lists of articles that were given and are no longer there.
fn of_articles_gone(desk: &Desk, given: &Given, rules: &[String]) -> usize {
    let gone = |article: &&str| {
        let path = desk.settings.root.join(article);
        given.paths().any(|given| path.starts_with(given)) && !path.exists()
    };
    desk.settings.config.baseline.articles().filter(gone).map(|article| listed(desk, article, rules)).sum()
}

fn file(path: &Path, given: &Given, text: &str, article: bool, findings: Vec<Finding>) -> Judged {
    let shown = given.shown(path);
    Judged { path: path.to_owned(), shown, article, desk: None, digest: digest(text), findings }
}

/// The folder of `desk`, where a question for a name would not be put to it in the current folder.
fn asked_elsewhere(desk: &Desk, given: &Given) -> Option<String> {
    let settings = &desk.settings;
    let same = match find_root(given.here()) {
        Some(asked) => *asked == *settings.root,
        // The starter catalog is asked, and has all the names of a desk without a catalog of its own.
        None => settings.files.is_empty(),
    };
    (!same).then(|| given.shown(&settings.root))
}

/// The acronym or name of the entity that is named in `span`.
fn subject(desk: &Desk, document: &Document, span: Span) -> Option<String> {
    let mention = document.mentions.iter().find(|mention| mention.span.overlaps(span))?;
    let entity = desk.settings.catalog.entity(mention.entity);
    Some(entity.acronym.as_ref().unwrap_or(&entity.name).clone())
}

fn count_names(desk: &Desk, known: &mut BTreeSet<String>, new: &mut BTreeSet<String>) {
    let catalog = &desk.settings.catalog;
    let mut entities: BTreeSet<EntityIx> = BTreeSet::new();
    for article in desk.reported.iter().filter_map(|path| desk.snapshot.article(path)) {
        entities.extend(article.entities());
        new.extend(article.candidates().map(|candidate| candidate.name.to_owned()));
    }
    let entities = entities.into_iter().map(|ix| catalog.entity(ix));
    let names = entities.filter(|entity| !matches!(entity.kind, Kind::Term | Kind::Title));
    known.extend(names.map(|entity| entity.id.clone()));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_that_failed_leaves_the_check_incomplete() {
        let message = "Masthead failed in the rule “avoided-name” here: please report it";
        for (message, incomplete) in [(message, true), ("write it otherwise", false)] {
            let found = Diagnostic::new("avoided-name", Severity::Information, Span::new(0, 0), message);
            let found = Finding::new("The ferry.", found, &mut |_| Point::default());
            let given = Given::new(&[]).expect("this folder");
            let report = Report {
                files: vec![file(Path::new("/desk/a.md"), &given, "The ferry.", true, vec![found])],
                articles: 1,
                ..Report::default()
            };
            assert_eq!(report.is_incomplete(), incomplete);
        }
    }

    #[test]
    fn what_was_to_be_checked_and_was_not_is_grave() {
        let path = |name: &str| std::env::current_dir().expect("a folder").join(name);
        let given = Given::new(&["desk".into(), "b.md".into()]).expect("paths");
        let grave = |skipped: Skipped| {
            let file = Unread::new(&skipped, &given);
            (file.asked, file.grave)
        };
        let unreadable = |name: &str| Skipped { path: path(name), why: "not UTF-8 text".to_owned() };
        assert_eq!(grave(unreadable("b.md")), (true, true));
        assert_eq!(grave(unreadable("desk/a.md")), (true, false));
        assert_eq!(grave(unreadable("other/a.md")), (false, false));
        assert_eq!(grave(Skipped::failed(&path("desk/a.md"))), (true, true));
        assert_eq!(grave(Skipped::failed(&path("other/a.md"))), (false, false));
    }
}
