//! Finds names by what people type: a form in any script, an acronym, a surname, an office, nearly a name.

use super::forms::surname;
use super::office::{Query, offices_of};
use super::passages::passages;
use super::relations::offices;
use super::words::clip;
use crate::catalog::{EntityIx, Kind, likeness};
use crate::corpus::{Name, Snapshot};
use crate::document::IntroductionKind;
use crate::text::{damerau, fold};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// How a name was found, the surest first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// By one of its forms, as given here; case, quotes and hyphens may differ.
    Form(String),
    /// By a part of a person's name: "Ryu".
    Part(String),
    /// By an office, as given here: "chief strategy officer, OpenAI".
    Office(String),
    /// By some of the words of one of its forms, as given here.
    Words(String),
    /// By a form that is nearly what was typed, as given here: say "Showing … (you typed …)".
    Near(String),
    /// The same for a person where the spelling alone does not settle it: "Ryu Je-myung" for "Yoo Je Myung". Say
    /// "possibly the same person".
    Possibly(String),
}

/// A name that fits a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Whom.
    pub name: Name,
    /// What it is called.
    pub title: String,
    /// Who or what it is, in a few words: "person · second vice minister, Ministry of Science and ICT".
    pub detail: String,
    /// How it was found.
    pub how: How,
}

/// Characters of a description in a list of names.
const DETAIL: usize = 90;

/// How many near names are shown: more are a list of guesses.
const NEARLY: usize = 5;

/// The names that fit `query`, all found in the surest way that finds any: by a form or a surname, else by
/// an office or some words of a name, else nearly. Names that begin with the query go first, the others follow in
/// the order of their titles; near ones stand by nearness.
pub fn find_names(snapshot: &Snapshot, query: &str) -> Vec<Found> {
    find_names_as_of(snapshot, query, None)
}

/// The same as of a day: by an office, those who hold it then; where nobody does, those who held it at any time.
pub fn find_names_as_of(snapshot: &Snapshot, query: &str, as_of: Option<Date>) -> Vec<Found> {
    if fold(query).trim().is_empty() {
        return Vec::new();
    }
    let names = Names::new(snapshot);
    let mut found = names.by_form(query);
    if found.is_empty() {
        found = names.by_words(query, as_of);
    }
    if found.is_empty() {
        return names.nearly(query);
    }
    let start = fold(query).trim().to_owned();
    let key = |f: &Found| (!fold(&f.title).starts_with(&start), f.title.clone(), f.name.clone());
    found.sort_by_cached_key(key);
    found
}

/// All names of a corpus, known and new.
struct Names<'a> {
    snapshot: &'a Snapshot,
    /// The candidates, each with the forms that articles use.
    new: BTreeMap<&'a str, BTreeSet<&'a str>>,
}

impl<'a> Names<'a> {
    fn new(snapshot: &'a Snapshot) -> Self {
        let mut new: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for candidate in snapshot.articles().flat_map(|article| article.candidates()) {
            new.entry(candidate.name).or_default().insert(candidate.text);
        }
        Self { snapshot, new }
    }

    /// Names that are written so, or whose bearer has this surname.
    fn by_form(&self, query: &str) -> Vec<Found> {
        let query = fold(query).trim().to_owned();
        let mut found = Vec::new();
        for (ix, entity) in self.snapshot.catalog.entities() {
            let form = self.snapshot.catalog.forms_of(ix).find(|form| fold(&form.text) == query);
            let surname = || surname(&entity.name, entity.family_name).filter(|s| fold(s) == query);
            let how = form.map(|form| How::Form(form.text.clone())).or_else(|| surname().map(How::Part));
            found.extend(how.map(|how| self.found(Name::Known(ix), how)));
        }
        for (name, texts) in &self.new {
            let text = texts.iter().find(|text| fold(text) == query).map(|text| How::Part(text.to_string()));
            let how = if fold(name) == query { Some(How::Form(name.to_string())) } else { text };
            found.extend(how.map(|how| self.found(Name::New((*name).into()), how)));
        }
        found
    }

    /// Names with an office or a form that has all words of the query.
    fn by_words(&self, query: &str, as_of: Option<Date>) -> Vec<Found> {
        let query = Query::new(query);
        let known = self.snapshot.catalog.entities().map(|(ix, _)| Name::Known(ix));
        let new = self.new.keys().map(|name| Name::New((*name).into()));
        let mut found = Vec::new();
        // Whether an office by which a name was found is held as of the day.
        let mut held = Vec::new();
        for name in known.chain(new) {
            let offices = offices_of(self.snapshot, &name, as_of);
            let office = offices.into_iter().filter(|o| o.fits(&query)).min_by_key(|office| !office.holds);
            let form = || match &name {
                Name::Known(ix) => {
                    let mut forms = self.snapshot.catalog.forms_of(*ix);
                    forms.find(|form| query.all_in(&form.text)).map(|form| form.text.clone())
                }
                Name::New(name) => query.all_in(name).then(|| name.to_string()),
            };
            held.extend(office.as_ref().filter(|office| office.holds).map(|_| name.clone()));
            let how = office.map(|office| How::Office(office.text)).or_else(|| form().map(How::Words));
            found.extend(how.map(|how| self.found(name, how)));
        }
        let held: BTreeSet<Name> = held.into_iter().collect();
        let past = |found: &Found| matches!(found.how, How::Office(_)) && !held.contains(&found.name);
        found.retain(|found| held.is_empty() || !past(found));
        found
    }

    /// Names with a form that is nearly the query, the nearest first. Where none is the same name spelled
    /// otherwise, those that a slip of the fingers makes of it.
    fn nearly(&self, query: &str) -> Vec<Found> {
        let mut near: Vec<(Nearness, Name, String)> = Vec::new();
        for (ix, _) in self.snapshot.catalog.entities() {
            let forms = self.snapshot.catalog.forms_of(ix).map(|form| form.text.as_str());
            near.extend(nearest(query, forms).map(|(nearness, form)| (nearness, Name::Known(ix), form)));
        }
        for (name, texts) in &self.new {
            let forms = [&**name].into_iter().chain(texts.iter().map(|text| &**text));
            near.extend(
                nearest(query, forms).map(|(nearness, form)| (nearness, Name::New((*name).into()), form)),
            );
        }
        // The sort is stable: of equally near ones the catalog's go first, by id.
        near.sort_by(|a, b| b.0.total_cmp(&a.0));
        let same = near.first().is_some_and(|(nearness, ..)| *nearness >= SAME);
        near.retain(|(nearness, ..)| !same || *nearness >= SAME);
        near.truncate(NEARLY);
        near.into_iter().map(|(_, name, form)| self.near(query, name, form)).collect()
    }

    fn near(&self, query: &str, name: Name, form: String) -> Found {
        let judged = likeness(query, &form);
        let sure = judged.same && !judged.possibly || name.kind(self.snapshot) != Some(Kind::Person);
        self.found(name, if sure { How::Near(form) } else { How::Possibly(form) })
    }

    fn found(&self, name: Name, how: How) -> Found {
        let title = name.text(self.snapshot).to_owned();
        let detail = detail(self.snapshot, &name);
        Found { name, title, detail, how }
    }
}

/// How near a form is to a query: from 0, and from [`SAME`] where both name the same thing.
type Nearness = f64;

/// The least nearness of another spelling of the same name.
const SAME: Nearness = 1.0;

/// The form nearest to `query`, and how near it is.
fn nearest<'f>(query: &str, forms: impl Iterator<Item = &'f str>) -> Option<(Nearness, String)> {
    let mut best: Option<(Nearness, &str)> = None;
    for form in forms {
        if let Some(nearness) = nearness(query, form).filter(|n| best.is_none_or(|(b, _)| *n > b)) {
            best = Some((nearness, form));
        }
    }
    best.map(|(nearness, form)| (nearness, form.to_owned()))
}

/// How near `form` is to what was typed, where it is near at all.
fn nearness(query: &str, form: &str) -> Option<Nearness> {
    let judged = likeness(query, form);
    if judged.same {
        return Some(SAME + judged.score);
    }
    // Letters that stand for a name, and numbers in one, have neighbours of their own right: KITA is not KISA, nor
    // GPT-5.4 GPT-5.5.
    let short = |text: &str| !text.contains(char::is_whitespace) && !text.contains(char::is_lowercase);
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<Vec<_>>();
    if form.is_ascii() && short(form) || digits(query) != digits(form) {
        return None;
    }
    let letters = |text: &str| fold(text).chars().filter(|c| c.is_alphanumeric()).collect::<Vec<_>>();
    let (query, form) = (letters(query), letters(form));
    // One slip in a word, two in a name of several words; a name of four letters would be any other.
    let most = if query.len() < 10 { 1 } else { 2 };
    let slips = (query.len() > 4).then(|| damerau(&query, &form, most)).flatten()?;
    Some(SAME - (slips as f64 + 1.0) / (query.len() as f64 + 1.0))
}

/// Who or what a name is, in a few words.
pub(super) fn detail(snapshot: &Snapshot, name: &Name) -> String {
    let kind = name.kind(snapshot).map_or("name", Kind::name);
    let words = match name {
        Name::Known(entity) => known_detail(snapshot, *entity),
        Name::New(_) => {
            let said = passages(snapshot, name).into_iter().find(|p| p.kind != IntroductionKind::Expansion);
            let said = said.map(|passage| format!(" · “{}”", passage.what)).unwrap_or_default();
            Some(format!("not in the catalog{said}"))
        }
    };
    let words = words.map(|words| format!(" · {words}")).unwrap_or_default();
    clip(&format!("{kind}{words}"), DETAIL)
}

/// The same without a look into the articles.
pub(super) fn brief(snapshot: &Snapshot, name: &Name) -> String {
    match name {
        Name::Known(entity) => {
            let words =
                known_detail(snapshot, *entity).map(|words| format!(" · {words}")).unwrap_or_default();
            clip(&format!("{}{words}", snapshot.catalog.entity(*entity).kind.name()), DETAIL)
        }
        Name::New(_) => "not in the catalog".to_owned(),
    }
}

/// A person's first office, else what the entry says.
fn known_detail(snapshot: &Snapshot, entity: EntityIx) -> Option<String> {
    let entry = snapshot.catalog.entity(entity);
    let office = offices(&snapshot.catalog, entry, None).into_iter().next().map(|office| office.text);
    office.or_else(|| entry.about.clone())
}
