//! The names of a folder as a table: how each is written, how often, in which articles, and what conflicts.

use super::forms::surname;
use crate::catalog::{Catalog, EntityIx, Form, FormIx, FormKind, Kind, LikenessKind, likeness};
use crate::corpus::{Article, Name, Snapshot};
use crate::rules::{is_misspelling, same_but_apostrophes, same_words, without_article};
use crate::text::{fold, fold_name};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// A name with all the ways in which articles write it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameRow {
    /// Whom.
    pub name: Name,
    /// What it is called.
    pub title: String,
    /// What it is, where the catalog or the articles show it.
    pub kind: Option<Kind>,
    /// How it is written, the most frequent first.
    pub forms: Vec<WrittenForm>,
    /// What an editor should look at.
    pub conflicts: Vec<Conflict>,
}

/// A way in which articles write a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenForm {
    /// As the catalog has it; for a part of a name that part, for a new name as it stands in the articles.
    pub text: String,
    /// What it is in the catalog; `None` for a part of a name and for a new name.
    pub kind: Option<FormKind>,
    /// How often it stands there.
    pub count: usize,
    /// In which articles, in path order.
    pub articles: Vec<Arc<Path>>,
}

/// Why a name is written in two ways that do not go together.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Conflict {
    /// A form that the catalog rejects, or lists as another spelling.
    Form(String),
    /// Another name of the folder that names the same, by one judgement of names.
    Same(String),
    /// Another name of the folder that possibly names the same person.
    Possibly(String),
}

impl NameRow {
    /// How often it is named.
    pub fn mentions(&self) -> usize {
        self.forms.iter().map(|form| form.count).sum()
    }

    /// The articles that name it, in path order.
    pub fn articles(&self) -> Vec<&Arc<Path>> {
        let mut articles: Vec<&Arc<Path>> = self.forms.iter().flat_map(|form| &form.articles).collect();
        articles.sort_unstable();
        articles.dedup();
        articles
    }
}

/// The names in the articles for which `wanted` is true: those with a conflict first, then the known, then the
/// new, each by title. Terms and titles are no names. Time grows with the mentions.
pub fn names(snapshot: &Snapshot, wanted: &dyn Fn(&Path) -> bool) -> Vec<NameRow> {
    let mut gathered: BTreeMap<Name, BTreeMap<Written, Vec<Arc<Path>>>> = BTreeMap::new();
    for article in snapshot.articles().filter(|article| wanted(&article.path)) {
        for (name, written) in written_in(article, &snapshot.catalog) {
            gathered.entry(name).or_default().entry(written).or_default().push(article.path.clone());
        }
    }
    let mut rows: Vec<NameRow> =
        gathered.into_iter().map(|(name, forms)| row(snapshot, name, forms)).collect();
    alike(&mut rows, &snapshot.catalog);
    let known = |row: &NameRow| matches!(row.name, Name::Known(_));
    rows.sort_by_cached_key(|r| (r.conflicts.is_empty(), !known(r), fold(&r.title), r.name.clone()));
    rows
}

/// A form in an article: its text, and its kind where it is a whole form of the catalog's.
pub(super) type Written = (String, Option<FormKind>);

/// Terms and titles are no names.
pub(super) fn is_name(catalog: &Catalog, entity: EntityIx) -> bool {
    !matches!(catalog.entity(entity).kind, Kind::Term | Kind::Title)
}

/// How an article writes `entity` where it uses `form`, or a part of it.
pub(super) fn written(catalog: &Catalog, entity: EntityIx, form: FormIx, partial: bool) -> Written {
    let form = catalog.form(form);
    match surname(&form.text, catalog.entity(entity).family_name).filter(|_| partial) {
        Some(part) => (part, None),
        None => (form.text.clone(), (!partial).then_some(form.kind)),
    }
}

/// Every mention of one article.
fn written_in<'a>(article: &'a Article, catalog: &'a Catalog) -> impl Iterator<Item = (Name, Written)> + 'a {
    let known = article.postings().filter(move |p| is_name(catalog, p.entity));
    let known = known.map(|p| (Name::Known(p.entity), written(catalog, p.entity, p.form, p.partial)));
    let new = article.candidates().map(|c| (Name::New(c.name.into()), (c.text.to_owned(), None)));
    known.chain(new)
}

fn row(snapshot: &Snapshot, name: Name, forms: BTreeMap<Written, Vec<Arc<Path>>>) -> NameRow {
    let form = |((text, kind), mut articles): (Written, Vec<Arc<Path>>)| {
        let count = articles.len();
        articles.dedup();
        WrittenForm { text, kind, count, articles }
    };
    let mut forms: Vec<WrittenForm> = forms.into_iter().map(form).collect();
    forms.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.text.cmp(&b.text)));
    let wrong = |f: &&WrittenForm| matches!(f.kind, Some(FormKind::Avoided | FormKind::Variant));
    let mut conflicts: Vec<Conflict> =
        forms.iter().filter(wrong).map(|f| Conflict::Form(f.text.clone())).collect();
    let (title, kind) = (name.text(snapshot).to_owned(), name.kind(snapshot));
    if let Name::New(_) = name {
        conflicts.extend(near(&snapshot.catalog, &title, kind));
    }
    NameRow { kind, title, forms, conflicts, name }
}

/// More names than this share a word such as "university": it tells none of them.
const MOST: usize = 20;

/// Notes on each new name which other name of the table is the same, by the judgement of [`likeness`]. Names are
/// compared only where they share a word, or all their letters.
fn alike(rows: &mut [NameRow], catalog: &Catalog) {
    let mut by_key: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for (at, row) in rows.iter().enumerate() {
        for key in keys(&row.title) {
            by_key.entry(key).or_default().push(at);
        }
    }
    let mut found: Vec<(usize, Conflict)> = Vec::new();
    let mut seen: FxHashSet<(usize, usize)> = FxHashSet::default();
    for rivals in by_key.values().filter(|rivals| rivals.len() <= MOST) {
        for (nth, &b) in rivals.iter().enumerate() {
            for &a in rivals[..nth].iter().filter(|&&a| a != b) {
                if seen.insert((a, b))
                    && let Some(possibly) = same(&rows[a], &rows[b], catalog)
                {
                    let conflict = if possibly { Conflict::Possibly } else { Conflict::Same };
                    found.push((a, conflict(rows[b].title.clone())));
                    found.push((b, conflict(rows[a].title.clone())));
                }
            }
        }
    }
    for (at, conflict) in found {
        rows[at].conflicts.push(conflict);
        rows[at].conflicts.sort_unstable();
        rows[at].conflicts.dedup();
    }
}

/// Its words, and all its letters in a row.
fn keys(title: &str) -> Vec<String> {
    let folded = fold_name(title);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| w.chars().count() > 1);
    let mut keys: Vec<String> = words.map(str::to_owned).collect();
    keys.push(keys.concat());
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// Whether two rows are one name: `Some(true)` where that is only possible. Two entries of the catalog are two
/// things, whatever they are called; a word more may make another name where no catalog says otherwise.
fn same(a: &NameRow, b: &NameRow, catalog: &Catalog) -> Option<bool> {
    if matches!((&a.name, &b.name), (Name::Known(_), Name::Known(_))) {
        return None;
    }
    let person = |row: &NameRow| row.kind.map(|kind| kind == Kind::Person);
    if person(a).zip(person(b)).is_some_and(|(a, b)| a != b)
        || is_form(a, b, catalog)
        || is_form(b, a, catalog)
        || is_dateline(a, b)
        || is_dateline(b, a)
    {
        return None;
    }
    // People share names: whether two spellings are one person, only a reader can tell.
    let people = person(a) == Some(true) || person(b) == Some(true);
    one_name(&a.title, &b.title, people).map(|possibly| possibly || people)
}

/// Whether two spellings, of a person or not, are one name: `Some(true)` where the spelling alone does not settle it.
fn one_name(a: &str, b: &str, person: bool) -> Option<bool> {
    if same_but_apostrophes(without_article(a), without_article(b)) {
        return None;
    }
    let judged = likeness(a, b);
    let counts = match judged.kind {
        LikenessKind::Equal => !is_shouted(a, b, person) && !is_shouted(b, a, person),
        LikenessKind::Romanisation => true,
        LikenessKind::Spelling => a.contains(' ') && b.contains(' ') && is_misspelling(a, b, person),
        // A legal form more or less is no fault.
        LikenessKind::Style => a.contains(' ') && same_words(a, b),
        _ => false,
    };
    counts.then_some(judged.possibly)
}

/// True for the "HAVN" of a dateline beside "Havn": a place that no catalog has in capitals, in more letters than "UAE".
fn is_dateline(capitals: &NameRow, name: &NameRow) -> bool {
    const SHORT: usize = 3;
    capitals.kind == Some(Kind::Place)
        && matches!(capitals.name, Name::New(_))
        && capitals.title.chars().count() > SHORT
        && !capitals.title.contains(char::is_lowercase)
        && capitals.title.to_lowercase() == name.title.to_lowercase()
}

/// True for "LOWER HAVEN" beside "Lower Haven": a dateline or a headline has it in capitals, and the first line of an article
/// the given name of a person. In a short word capitals may be a spelling of its own, as in "NATO".
fn is_shouted(capitals: &str, name: &str, person: bool) -> bool {
    const SHORT: usize = 5;
    const SHORT_GIVEN: usize = 2;
    let shouted = |word: &str, short| word.chars().count() > short && !word.contains(char::is_lowercase);
    let given =
        || capitals.split_once(' ').filter(|_| person).is_some_and(|(given, _)| shouted(given, SHORT_GIVEN));
    (shouted(capitals, SHORT) || given()) && capitals.to_lowercase() == name.to_lowercase()
}

/// The names of the catalog that a new one may be a misspelling of.
fn near(catalog: &Catalog, title: &str, kind: Option<Kind>) -> Vec<Conflict> {
    let forms = catalog.near(title).into_iter().map(|ix| catalog.form(ix)).filter(|form| form.text != title);
    let conflict = |form: &Form| {
        let person = catalog.entity(form.entity).kind == Kind::Person;
        let fits = kind.is_none_or(|kind| (kind == Kind::Person) == person);
        let possibly = one_name(title, &form.text, person).filter(|_| fits)? || person;
        let conflict = if possibly { Conflict::Possibly } else { Conflict::Same };
        Some(conflict(form.text.clone()))
    };
    let mut found: Vec<Conflict> = forms.filter_map(conflict).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// True where the new name `new` is written as a form of the known one: the article had its reasons to keep them
/// apart (another country's institute).
fn is_form(new: &NameRow, known: &NameRow, catalog: &Catalog) -> bool {
    let Name::Known(entity) = known.name else { return false };
    let text = |form: &Form| form.text == new.title;
    catalog.forms_of(entity).any(text)
}

#[cfg(test)]
mod tests {
    use super::{NameRow, one_name, same};
    use crate::catalog::{Catalog, Kind};
    use crate::corpus::Name;

    #[test]
    fn a_place_in_a_dateline_is_no_other_spelling() {
        for (capitals, name, kind, one) in [
            ("HAVN", "Havn", Some(Kind::Place), None),
            ("HAVN", "Havn", None, Some(false)),
            ("UAE", "Uae", Some(Kind::Place), Some(false)),
        ] {
            let row = |title: &str, kind| {
                let (name, title) = (Name::New(title.into()), title.to_owned());
                NameRow { name, title, kind, forms: Vec::new(), conflicts: Vec::new() }
            };
            let (capitals, name) = (row(capitals, kind), row(name, None));
            assert_eq!(same(&capitals, &name, &Catalog::default()), one, "{}", capitals.title);
        }
    }

    #[test]
    fn capitals_of_a_dateline_and_a_legal_form_are_no_other_spelling() {
        for (a, b, same) in [
            ("LOWER HAVEN", "Lower Haven", None),
            ("NATO", "Nato", Some(false)),
            ("The Tide", "Tide", None),
            ("Vinter Freight Inc.", "Vinter Freight", None),
            ("Parks & Recreation", "Parks and Recreation", Some(false)),
            ("Southern Africa", "Southern America", None),
            ("Nordhavn League of Rights", "Nordhavn Leagues of Rights", None),
            ("Nordhavn Harbour Board", "Nordhaven Harbour Board", Some(false)),
        ] {
            assert_eq!((one_name(a, b, false), one_name(b, a, false)), (same, same), "{a} / {b}");
        }
        for (a, b, same) in [
            ("ANA Lund", "Ana Lund", None),
            ("Brynn O'Lund", "Brynn O’Lund", None),
            ("Ana MacLund", "Ana Maclund", Some(false)),
        ] {
            assert_eq!((one_name(a, b, true), one_name(b, a, true)), (same, same), "{a} / {b}");
        }
    }
}
