//! "Add to catalog": an entry for a name that only the articles know, made of what they say of it.

use super::actions::{Action, ActionKind, Rewrite};
use super::card::name_card;
use super::cursor::Cursor;
use super::passages::Passage;
use super::words::{clip, long_date};
use crate::catalog::{Catalog, FamilyName, Kind, NewEntry, NewRole, entry_id, insert_entry, new_entry};
use crate::corpus::{Name, Snapshot};
use crate::diagnostic::Diagnostic;
use crate::document::{IntroductionKind, family_name};
use crate::workspace::{new_catalog, own_catalogs};
use std::path::Path;
use std::sync::Arc;

/// What a name can be where the articles do not show it, the likeliest first.
const LIKELY: [Kind; 4] = [Kind::Organization, Kind::Person, Kind::Program, Kind::Place];

/// Characters of a definition that become the entry's `about`.
const ABOUT: usize = 280;

/// The top of a desk's first catalog.
const HEAD: &str = "# The names that this desk knows, beside those that come with Masthead.\n";

/// The actions that write the new name under the cursor into the desk's catalog: one where the articles show
/// what it is, else one for each thing that it may well be. `files` are the texts of the settings and catalogs
/// in use, by path. None where no catalog can take it. Without `whole` the file's new text is left out.
pub(super) fn add_to_catalog(
    cursor: Cursor,
    diagnostics: &[Diagnostic],
    files: &[(Arc<Path>, Arc<str>)],
    whole: bool,
) -> Vec<Action> {
    let Some((span, Name::New(name))) = cursor.name() else { return Vec::new() };
    let cures = diagnostics.iter().position(|d| d.rule == "unknown-name" && d.span == span);
    let entry = entry(cursor, &name);
    let shown = entry.kind;
    let kinds = shown.as_ref().map_or(&LIKELY[..], std::slice::from_ref);
    let action = |kind: &Kind| {
        let kind = *kind;
        let new = NewEntry { kind: kind.name().to_owned(), ..entry.new.clone() };
        let file = if whole { Some(written(cursor.snapshot, &new, kind, files)?) } else { None };
        let target = || target(cursor.snapshot, kind, &own_catalogs(files).collect::<Vec<_>>());
        let path = file.as_ref().map(|file| file.path.clone()).or_else(target)?;
        let article = if kind.name().starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
        let shown = path.file_name().unwrap_or_default().to_string_lossy();
        let title = format!("Add “{}” to the catalog as {article} {} ({shown})", new.name, kind.name());
        let does = if cures.is_some() { ActionKind::Fix } else { ActionKind::Add };
        Some(Action { title, kind: does, preferred: false, cures, edits: Vec::new(), file, later: !whole })
    };
    kinds.iter().filter_map(action).collect()
}

/// An entry, and what it is of where the articles show that.
struct Draft {
    new: NewEntry,
    kind: Option<Kind>,
}

/// What the articles say of a name.
fn entry(cursor: Cursor, name: &Arc<str>) -> Draft {
    let snapshot = cursor.snapshot;
    let new = Name::New(name.clone());
    let card = name_card(snapshot, &new, cursor.document.date);
    // Letters that the article writes out belong to their long form.
    let long = card.written_out.first().map(|written| written.long.clone());
    let (title, acronym) = match long {
        Some(long) => (long, Some(name.to_string())),
        None => (name.to_string(), acronym_of(snapshot, name)),
    };
    let small = title.starts_with(char::is_lowercase);
    let kind = card.kind.or(small.then_some(Kind::Term));
    let described = |kind| card.introductions.iter().find(move |p: &&Passage| p.kind == kind);
    let role = described(IntroductionKind::Role);
    let role = role.filter(|role| role.holds && kind.is_none_or(|k| k == Kind::Person));
    // "Which guards the ports" is no sentence by itself.
    let clause = |what: &str| ["which ", "who ", "of "].iter().any(|word| what.starts_with(word));
    let about = described(IntroductionKind::Definition).filter(|passage| !clause(&passage.what));
    let native = native(cursor, name);
    let family = family_order(&title).or_else(|| called_by_last(cursor, name).then_some(FamilyName::Last));
    let place = role.or(about).or(card.introductions.first());
    let (path, date) = match place {
        Some(passage) => (&*passage.place.path, passage.date),
        None => (cursor.path, cursor.document.date),
    };
    let found = source(snapshot, path, date);
    let names = [Some(title.as_str()), acronym.as_deref(), native.as_deref()];
    let entry = NewEntry {
        id: Some(free_id(&snapshot.catalog, &title)),
        distinct: bearers(&snapshot.catalog, &names),
        about: Some(about.map(|passage| definition(&passage.what)).unwrap_or_default()),
        roles: role.map(|passage| office(snapshot, passage)).into_iter().collect(),
        comment: Some(format!("Found in {found}.")),
        family_name: family,
        name: title,
        acronym,
        native: native.into_iter().collect(),
        ..NewEntry::default()
    };
    Draft { new: entry, kind }
}

/// Which word of a person's name is the family name, where the name itself shows it.
pub fn family_order(name: &str) -> Option<FamilyName> {
    let family = family_name(name)?;
    Some(if name.starts_with(family) { FamilyName::First } else { FamilyName::Last })
}

/// "articles/ferry.md, 20 May 2026".
fn source(snapshot: &Snapshot, path: &Path, date: Option<jiff::civil::Date>) -> String {
    let date = date.map(|date| format!(", {}", long_date(date))).unwrap_or_default();
    format!("{}{date}", snapshot.relative(path))
}

/// The letters that an article gives for a name: "CTF" for "Coastal Transport Fund (CTF)".
fn acronym_of(snapshot: &Snapshot, name: &str) -> Option<String> {
    snapshot.letters_for(name).first().map(|letters| letters.to_string())
}

/// True where the open article calls the bearer by the last word of the name.
fn called_by_last(cursor: Cursor, name: &Arc<str>) -> bool {
    let document = cursor.document;
    let last = name.rsplit_once(' ').map(|(_, last)| last);
    let mut own = document.candidates.iter().filter(|c| document.name_of(c.chain) == &**name);
    own.any(|candidate| Some(document.slice(candidate.span)) == last)
}

/// The name in Hangul that the open article gives beside it.
fn native(cursor: Cursor, name: &Arc<str>) -> Option<String> {
    let document = cursor.document;
    let own = document.candidates.iter().filter(|c| document.name_of(c.chain) == &**name);
    own.filter_map(|c| document.native_beside(c.span)).next().map(|span| document.slice(span).to_owned())
}

/// A definition as a sentence.
fn definition(what: &str) -> String {
    let what = clip(what, ABOUT);
    let mut letters = what.trim_end_matches(['.', ' ']).chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).chain(std::iter::once('.')).collect()
}

/// The office that a passage gives, its employer by id where the catalog knows it.
fn office(snapshot: &Snapshot, passage: &Passage) -> NewRole {
    let at = passage.employer.as_ref().map(|at| match at {
        Name::Known(entity) => snapshot.catalog.entity(*entity).id.clone(),
        Name::New(name) => name.to_string(),
    });
    let words = passage.title.split(' ').map(|word| {
        let letters = word.chars().filter(|c| c.is_uppercase()).count() > 1;
        if letters { word.to_owned() } else { word.to_lowercase() }
    });
    NewRole {
        title: words.collect::<Vec<_>>().join(" "),
        at,
        seen: passage.date,
        source: source(snapshot, &passage.place.path, passage.date),
    }
}

/// The ids of the entries that bear one of `names` already: they are others, or the name would not be new.
fn bearers(catalog: &Catalog, names: &[Option<&str>]) -> Vec<String> {
    let forms = catalog.forms().iter().filter(|form| names.contains(&Some(form.text.as_str())));
    let mut ids: Vec<String> = forms.map(|form| catalog.entity(form.entity).id.clone()).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// An id that no entry has.
fn free_id(catalog: &Catalog, name: &str) -> String {
    let id = entry_id(name);
    let numbered = (2..).map(|n| format!("{id}-{n}"));
    // ok: a catalog has fewer entries than there are numbers.
    std::iter::once(id.clone()).chain(numbered).find(|id| catalog.by_id(id).is_none()).unwrap_or(id)
}

/// The desk's catalog with the entry at its place, or a first catalog where there is none.
fn written(
    snapshot: &Snapshot,
    new: &NewEntry,
    kind: Kind,
    files: &[(Arc<Path>, Arc<str>)],
) -> Option<Rewrite> {
    let entry = new_entry(new);
    let id = new.id.as_deref()?;
    let catalogs: Vec<_> = own_catalogs(files).collect();
    let Some((path, text)) = file_for(&snapshot.catalog, kind, &catalogs) else {
        let path = first_catalog(snapshot)?;
        return Some(Rewrite { path, old: None, new: format!("{HEAD}\n{entry}") });
    };
    let new = insert_entry(text, id, &entry)?;
    Some(Rewrite { path: path.clone(), old: Some(text.clone()), new })
}

/// The file that takes an entry of a kind.
fn target(snapshot: &Snapshot, kind: Kind, catalogs: &[&(Arc<Path>, Arc<str>)]) -> Option<Arc<Path>> {
    let there = file_for(&snapshot.catalog, kind, catalogs).map(|(path, _)| path.clone());
    there.or_else(|| first_catalog(snapshot))
}

/// The desk's file for a kind: the one with most entries of it, else the one that is named for it, else the one
/// with most entries; of equal ones the first.
pub(super) fn file_for<'f>(
    catalog: &Catalog,
    kind: Kind,
    files: &[&'f (Arc<Path>, Arc<str>)],
) -> Option<&'f (Arc<Path>, Arc<str>)> {
    let plural = if kind == Kind::Person { "people".to_owned() } else { format!("{}s", kind.name()) };
    let rank = |file: &&&(Arc<Path>, Arc<str>)| {
        let entries = || catalog.entities().filter(|(_, e)| e.source.file == file.0);
        let named = file.0.file_stem().is_some_and(|stem| stem.eq_ignore_ascii_case(&*plural));
        (entries().filter(|(_, e)| e.kind == kind).count(), named, entries().count())
    };
    files.iter().rev().max_by_key(rank).copied()
}

/// Where a desk's first catalog goes: where `masthead init` puts it, if that is among the catalogs that the
/// settings name, else beside what they name.
pub(super) fn first_catalog(snapshot: &Snapshot) -> Option<Arc<Path>> {
    new_catalog(&snapshot.root, &snapshot.config, "names.toml").map(Into::into)
}
