//! All rules on one article: settings, precedence, "ignore here".

use super::accepted::Accepted;
use super::acronyms::{Story, stories};
use super::asked::Asked;
use super::list::{RULES, find_rule};
use super::rule::{Context, Rule};
use super::seen_names::SeenNames;
use crate::config::{Config, FILE_NAME, nearest};
use crate::corpus::{QuotePosting, Snapshot, quotes};
use crate::diagnostic::{Diagnostic, Edit, Fix, Severity};
use crate::document::Document;
use crate::text::{Span, clean};
use crate::workspace::Settings;
use std::borrow::Cow;
use std::cell::OnceCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;

/// What all rules find in one article, in text order, as an editor and `masthead check` both show it.
/// `everything` also gives what an unasked folder does not report (`masthead annotate`).
pub fn judge(path: &Path, document: &Document, snapshot: &Snapshot, everything: bool) -> Vec<Diagnostic> {
    judge_apart(path, document, snapshot, everything).0
}

/// The same, and beside it what the folder's baseline accepts of all that the rules find.
pub fn judge_apart(
    path: &Path,
    document: &Document,
    snapshot: &Snapshot,
    everything: bool,
) -> (Vec<Diagnostic>, Vec<Diagnostic>) {
    let (path, quotes) = (path.into(), quotes(document, &document.speeches));
    let seen_names = SeenNames::default();
    let case = Case::new(&path, document, snapshot, &quotes, &seen_names, None);
    let by_rule: Vec<_> = RULES.iter().map(|rule| case.found(*rule)).collect();
    let mut settled = settled(&by_rule, &path, document, snapshot, everything);
    let known = drop_known(&mut settled, &path, document, snapshot);
    let owned = |all: Vec<Shown>| all.into_iter().map(|shown| shown.finding.into_owned()).collect();
    (owned(settled), owned(known))
}

/// What is put before the rules.
pub(super) struct Case<'a> {
    path: &'a Arc<Path>,
    document: &'a Document,
    snapshot: &'a Snapshot,
    /// The article's speeches.
    quotes: &'a [QuotePosting],
    seen_names: &'a SeenNames,
    accepted: Accepted<'a>,
    /// What it does with its acronyms, once a rule looks at that.
    stories: OnceCell<Vec<Story<'a>>>,
    /// Of whom findings are asked; `None` for all.
    asked: Option<&'a Asked>,
}

impl<'a> Case<'a> {
    pub(super) fn new(
        path: &'a Arc<Path>,
        document: &'a Document,
        snapshot: &'a Snapshot,
        quotes: &'a [QuotePosting],
        seen_names: &'a SeenNames,
        asked: Option<&'a Asked>,
    ) -> Self {
        let accepted = Accepted::new(path, document, snapshot);
        Self { path, document, snapshot, quotes, seen_names, accepted, stories: OnceCell::new(), asked }
    }

    /// What a rule finds by itself; nothing where it is off.
    pub(super) fn found(&self, rule: &dyn Rule) -> Vec<Diagnostic> {
        let Some(severity) = severity(rule, &self.snapshot.config) else { return Vec::new() };
        let Self { path, document, snapshot, quotes, seen_names, ref accepted, asked, .. } = *self;
        let told = || stories(document, &snapshot.catalog, asked);
        let stories: &[Story] = if rule.tells_stories() { self.stories.get_or_init(told) } else { &[] };
        let (rule_name, headlines) = (rule.name(), rule.wrong_name());
        let context = Context {
            rule: rule_name,
            path,
            document,
            snapshot,
            severity,
            headlines,
            accepted,
            stories,
            quotes,
            seen_names,
            asked,
        };
        checked(rule, &context)
    }
}

/// A finding that is shown.
pub(super) struct Shown<'f> {
    /// Which rule found it, by its place in [`RULES`], and its place among what that found; `None` where no rule did.
    pub(super) from: Option<(usize, usize)>,
    pub(super) finding: Cow<'f, Diagnostic>,
}

/// What is to be shown of all that the rules found, each by itself, in the order of [`RULES`], what the baseline lists among
/// it.
pub(super) fn settled<'f>(
    by_rule: &'f [Vec<Diagnostic>],
    path: &Arc<Path>,
    document: &Document,
    snapshot: &Snapshot,
    everything: bool,
) -> Vec<Shown<'f>> {
    let (mut found, mut taken) = (Vec::new(), Vec::new());
    for (nth, (rule, news)) in RULES.iter().zip(by_rule).enumerate() {
        let mut news: Vec<(usize, &Diagnostic)> = news.iter().enumerate().collect();
        // What one rule finds at one place comes in the same order, in whatever order it was found.
        news.sort_by(|(_, a), (_, b)| {
            (a.span, a.severity, &a.message).cmp(&(b.span, b.severity, &b.message))
        });
        if rule.wrong_name() {
            outranked(&mut news, &mut taken, path);
        }
        let shown = |(at, finding)| Shown { from: Some((nth, at)), finding: completed(*rule, finding) };
        found.extend(news.into_iter().map(shown));
    }
    found.extend(comment_faults(document).map(|fault| Shown { from: None, finding: Cow::Owned(fault) }));
    if !everything && !snapshot.config.asked {
        found.retain(|shown| shown.finding.severity <= Severity::Warning || is_failure(&shown.finding));
    }
    // A finding is large, and by the key each moves once.
    found.sort_by_cached_key(|shown| (shown.finding.span, shown.finding.severity));
    found
}

/// A finding as its rule shows it.
pub(super) fn completed<'f>(rule: &dyn Rule, finding: &'f Diagnostic) -> Cow<'f, Diagnostic> {
    rule.completed(finding).map_or(Cow::Borrowed(finding), Cow::Owned)
}

/// What one rule finds. Where it fails in the program itself, that costs what it would have found here, and one finding
/// says so: the other rules and articles go on. Nothing is told of the article's text.
fn checked(rule: &dyn Rule, context: &Context) -> Vec<Diagnostic> {
    // What a rule fills is its own, and what it sees it cannot change.
    let check = || {
        let mut found = Vec::new();
        rule.check(context, &mut found);
        // No fix tears markup apart, whatever a rule offers.
        let whole = |edit: &Edit| edit.span.is_empty() || context.document.is_editable(edit.span);
        found.iter_mut().for_each(|finding| finding.fixes.retain(|fix| fix.edits.iter().all(whole)));
        found
    };
    catch_unwind(AssertUnwindSafe(check)).unwrap_or_else(|_| vec![failure(context.rule)])
}

/// What is told where a rule fails.
fn failure(rule: &'static str) -> Diagnostic {
    let message = format!("Masthead failed in the rule “{rule}” here: please report it");
    Diagnostic::new(rule, Severity::Information, Span::new(0, 0), message)
}

/// True for what says that a rule failed on an article: it was not checked by that rule, whatever else is found in it.
pub fn is_failure(finding: &Diagnostic) -> bool {
    finding.span.is_empty() && *finding == failure(finding.rule)
}

/// Drops the findings that the folder's baseline lists, as often as it does, and gives these.
pub(super) fn drop_known<'f>(
    found: &mut Vec<Shown<'f>>,
    path: &Path,
    document: &Document,
    snapshot: &Snapshot,
) -> Vec<Shown<'f>> {
    let baseline = &snapshot.config.baseline;
    let listed = if baseline.is_empty() { None } else { baseline.of(&snapshot.relative(path)) };
    let Some(listed) = listed else { return Vec::new() };
    let mut known: Vec<(&str, &str)> = Vec::new();
    for (rule, words) in listed {
        known.extend(words.iter().map(|words| (rule.as_str(), words.as_str())));
    }
    let (dropped, kept) = std::mem::take(found).into_iter().partition(|Shown { finding, .. }| {
        let words = known_by(document, finding);
        let at = known.iter().position(|known| *known == (finding.rule, words.as_str()));
        !is_failure(finding) && at.map(|at| known.swap_remove(at)).is_some()
    });
    *found = kept;
    dropped
}

/// The words that a baseline knows a finding by, beside its article and its rule.
pub fn known_by(document: &Document, finding: &Diagnostic) -> String {
    clean(document.slice(finding.span))
}

/// A rule's severity in this folder: as set, else as the house style has it.
fn severity(rule: &dyn Rule, config: &Config) -> Option<Severity> {
    let set = config.rules.get(rule.name());
    let usual = || match rule.habit() {
        Some(habit) => (config.style.acronyms == habit).then_some(Severity::Information),
        None => rule.severity(),
    };
    set.map_or_else(usual, |setting| setting.severity)
}

/// Drops the wrong-name findings that speak of words that an earlier rule has `taken` (sorted, disjoint), and takes the
/// words of the others.
fn outranked(news: &mut Vec<(usize, &Diagnostic)>, taken: &mut Vec<Span>, path: &Arc<Path>) {
    let is_taken = |span: Span| {
        let at = taken.partition_point(|t| t.end <= span.start);
        taken.get(at).is_some_and(|t| t.overlaps(span))
    };
    news.retain(|(_, finding)| !places(finding, path).any(is_taken));
    taken.extend(news.iter().flat_map(|(_, finding)| places(finding, path)));
    taken.sort_unstable();
    taken.dedup_by(|next, last| {
        let joined = next.start < last.end;
        if joined {
            last.end = last.end.max(next.end);
        }
        joined
    });
}

/// Where a finding speaks of this article.
fn places<'d>(finding: &'d Diagnostic, path: &'d Arc<Path>) -> impl Iterator<Item = Span> + 'd {
    let here = finding.related.iter().filter(move |r| r.place.is_in(path));
    let mended = finding.fixes.iter().flat_map(|f| &f.edits);
    std::iter::once(finding.span).chain(here.map(|r| r.place.span)).chain(mended.map(|e| e.span))
}

/// "Ignore here" comments that cannot be read, and rule names in others that do not exist.
fn comment_faults(document: &Document) -> impl Iterator<Item = Diagnostic> {
    let unread = document.unread_comments.iter().map(|span| {
        let message =
            "this accepts nothing: write <!-- masthead-ignore rule: reason -->, a comment for each rule";
        Diagnostic::new("config", Severity::Warning, *span, message)
    });
    let named = document.suppressions.iter().filter_map(|s| s.rule.as_ref());
    unread.chain(named.filter_map(|(name, span)| unknown_rule(name, *span, Severity::Warning)))
}

/// All that is wrong with the files of a folder's settings, by file, in their order and each in text order: what their
/// reading found, and rules that do not exist. Only files with faults.
///
/// The names of rules are those that are written, which need not be those in use: settings that cannot be read stay as
/// they were, and the command line asks for rules of its own.
pub fn all_faults(settings: &Settings) -> Vec<(Arc<Path>, Vec<Diagnostic>)> {
    let faults = |(path, text): &(Arc<Path>, Arc<str>)| {
        let read = settings.faults.iter().filter(|(file, _)| file == path);
        let mut found: Vec<Diagnostic> = read.flat_map(|(_, found)| found.clone()).collect();
        if **path == *settings.root.join(FILE_NAME) {
            found.extend(setting_faults(&Config::parse(text).0));
        }
        found.sort_by_key(|fault| fault.span);
        (path.clone(), found)
    };
    settings.files.iter().map(faults).filter(|(_, found)| !found.is_empty()).collect()
}

/// Rule names in `masthead.toml` that do not exist, with the nearest name.
pub fn setting_faults(config: &Config) -> Vec<Diagnostic> {
    let set = config.rules.iter().map(|(name, setting)| (name, setting.name_span));
    let ignored = config.ignores.iter().filter_map(|i| Some((i.rule.as_ref()?, i.rule_span?)));
    set.chain(ignored).filter_map(|(name, span)| unknown_rule(name, span, Severity::Error)).collect()
}

fn unknown_rule(name: &str, span: Span, severity: Severity) -> Option<Diagnostic> {
    if find_rule(name).is_some() {
        return None;
    }
    let near = nearest(name, RULES.iter().map(|r| r.name()));
    let hint = near.map_or(String::new(), |n| format!(": did you mean “{n}”?"));
    let mut fault = Diagnostic::new("config", severity, span, format!("there is no rule “{name}”{hint}"));
    fault.fixes.extend(near.map(|near| Fix {
        title: format!("replace with “{near}”"),
        safe: false,
        edits: vec![Edit { span, text: near.to_owned() }],
    }));
    Some(fault)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Catalog;
    use crate::corpus::Corpus;
    use crate::text::Format;

    /// Finds something, and then fails.
    struct Failing;

    impl Rule for Failing {
        fn name(&self) -> &'static str {
            "failing"
        }
        fn summary(&self) -> &'static str {
            ""
        }
        fn severity(&self) -> Option<Severity> {
            Some(Severity::Warning)
        }
        fn page(&self) -> &'static str {
            ""
        }
        fn check(&self, context: &Context, found: &mut Vec<Diagnostic>) {
            found.push(context.finding(Span::new(0, 3), "half done"));
            panic!("{}", context.document.text());
        }
    }

    #[test]
    fn a_rule_that_fails_costs_its_own_findings() {
        let catalog = Catalog::default();
        let document = Document::read("The embargoed text.\n", Format::Plain, "a.txt", &catalog);
        let corpus = Corpus::new(Path::new("/desk").into(), Arc::default(), Arc::new(catalog));
        let (snapshot, path) = (corpus.snapshot(), Arc::from(Path::new("/desk/a.txt")));
        let accepted = Accepted::new(&path, &document, &snapshot);
        let context = Context {
            rule: "failing",
            path: &path,
            document: &document,
            snapshot: &snapshot,
            severity: Severity::Warning,
            headlines: false,
            accepted: &accepted,
            stories: &[],
            quotes: &[],
            seen_names: &SeenNames::default(),
            asked: None,
        };
        let found = checked(&Failing, &context);
        let told: Vec<_> = found.iter().map(|d| (d.severity, d.message.as_str())).collect();
        let message = "Masthead failed in the rule “failing” here: please report it";
        assert_eq!(told, [(Severity::Information, message)]);
        assert!(is_failure(&found[0]) && !is_failure(&context.finding(Span::new(0, 0), message)));
    }
}
