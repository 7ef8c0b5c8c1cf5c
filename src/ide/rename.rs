//! Rename: one form of a name gets another text wherever the articles write it, and in the desk's catalog.
//!
//! The form is what stands under the cursor: whoever renames "Jason Kwon" leaves "Kwon" alone, and whoever renames
//! "KISA" leaves its long form alone.

use super::cursor::Cursor;
use super::passages::kin;
use crate::catalog::{Catalog, Form, FormKind};
use crate::config::quoted;
use crate::corpus::{Article, Name, Snapshot};
use crate::diagnostic::Edit;
use crate::document::{Document, Zone};
use crate::text::{Locus, Span, clean};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

/// The longest text that a name can be given, in characters: as long as a catalog takes.
const LONGEST: usize = 300;

/// Why a person should look at a place before it is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delicate {
    /// These are somebody's words.
    Quotation,
    /// A headline has its own measure.
    Headline,
}

/// A change of one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RenameEdit {
    /// The change.
    pub edit: Edit,
    /// Why a person should look first, if one should.
    pub delicate: Option<Delicate>,
}

/// A form of a name and the text that it is to have.
#[derive(Clone, Debug)]
pub struct Rename {
    name: Name,
    /// A new name goes by other fullest forms in other articles.
    kin: Vec<Name>,
    old: String,
    new: String,
}

/// The form under the cursor, which a rename would change.
pub fn rename_span(cursor: Cursor) -> Option<Span> {
    cursor.name().map(|(span, _)| span)
}

impl Rename {
    /// Of the form under the cursor to `new`; `None` where no name stands there. The error tells a person what is
    /// wrong with `new`.
    pub fn new(cursor: Cursor, new: &str) -> Option<Result<Rename, String>> {
        let (span, name) = cursor.name()?;
        let new = new.trim();
        if let Some(fault) = fault_of(new) {
            return Some(Err(fault));
        }
        if !cursor.document.is_editable(span) {
            let fault = "this name has markup in it, or a link is found by it: rename it at another place";
            return Some(Err(fault.to_owned()));
        }
        if let Some(other) = taken(cursor.snapshot, &name, new) {
            let whose = if other == new { "another entry".to_owned() } else { format!("“{other}”") };
            let fault = format!("the catalog has “{new}” for {whose}: the two could not be told apart");
            return Some(Err(fault));
        }
        let kin = kin(cursor.snapshot, &name);
        let old = clean(cursor.document.slice(span));
        Some(Ok(Rename { name, kin, old, new: new.to_owned() }))
    }

    /// The articles of the folder that write the name, by any form.
    pub fn articles(&self, snapshot: &Snapshot) -> BTreeSet<Arc<Path>> {
        snapshot.articles_with_any(&self.kin).map(|article| article.path.clone()).collect()
    }

    /// The changes in one article, in text order, never overlapping.
    pub fn edits(&self, document: &Document) -> Vec<RenameEdit> {
        let mut edits = self.chosen(self.places(document), |span| document.slice(span));
        edits.retain(|edit| document.is_editable(edit.edit.span));
        edits
    }

    /// The same by what the index keeps of an article that still has this `text`: each with its place. `None` where that
    /// does not tell, and the article has to be read.
    pub fn kept_edits(&self, article: &Article, text: &str) -> Option<Vec<(RenameEdit, Locus)>> {
        let entity = match &self.name {
            Name::Known(entity) => *entity,
            Name::New(_) => return (!self.may_change(article)).then(Vec::new),
        };
        // Links may be found by the words that stand in brackets.
        if text.contains("[[") || text.contains("]:") {
            return None;
        }
        let at: BTreeMap<Span, Locus> = article.mentions(entity).map(|m| (m.at.span, m.at)).collect();
        let places = article.mentions(entity).map(|m| (m.at.span, m.zone, m.speech)).collect();
        let edits = self.chosen(places, |span| text.get(span.start..span.end).unwrap_or(""));
        let placed = |edit: RenameEdit| at.get(&edit.edit.span).map(|at| (edit, *at));
        Some(edits.into_iter().filter_map(placed).collect())
    }

    /// False where an article does not write a new name in the form that is renamed.
    fn may_change(&self, article: &Article) -> bool {
        let pairs = || article.expansions().filter(|e| e.entity.is_none());
        article.candidates().any(|c| self.is_new(c.name) && clean(c.text) == self.old)
            || pairs().any(|e| self.is_new(&clean(e.short)) || self.is_new(&clean(e.long)))
    }

    /// True for the new name itself and for its letters.
    fn is_new(&self, text: &str) -> bool {
        self.kin.iter().any(|name| matches!(name, Name::New(name) if &**name == text))
    }

    /// Of some places of the name, sorted, those that have the form that is renamed.
    fn chosen<'t>(
        &self,
        places: Vec<(Span, Zone, bool)>,
        slice: impl Fn(Span) -> &'t str,
    ) -> Vec<RenameEdit> {
        let mut edits: BTreeMap<Span, RenameEdit> = BTreeMap::new();
        for (span, zone, speech) in places {
            let before = edits.range(..=span).next_back();
            if clean(slice(span)) != self.old || before.is_some_and(|(taken, _)| taken.overlaps(span)) {
                continue;
            }
            let delicate = match (speech, zone) {
                (true, _) => Some(Delicate::Quotation),
                (false, Zone::Headline) => Some(Delicate::Headline),
                _ => None,
            };
            let edit = Edit { span, text: self.new.clone() };
            edits.insert(span, RenameEdit { edit, delicate });
        }
        edits.into_values().collect()
    }

    /// Where an article names the entity by any form.
    fn places(&self, document: &Document) -> Vec<(Span, Zone, bool)> {
        let own = |chain: u32| self.is_new(document.name_of(chain));
        let mut places: Vec<_> = match &self.name {
            Name::Known(entity) => {
                let own = document.mentions.iter().filter(|m| m.entity == *entity);
                own.map(|m| (m.span, m.zone, m.speech)).collect()
            }
            Name::New(_) => {
                let own = document.candidates.iter().filter(|c| own(c.chain));
                let names = own.map(|c| (c.span, c.zone, c.speech));
                // Letters and long forms may stand in a pair only, where neither is a name by itself.
                let pairs = document.expansions.iter().filter(|e| e.entity.is_none());
                let of_pair = |span: Span| self.is_new(&clean(document.slice(span)));
                let pairs = pairs.filter(|e| of_pair(e.short) || of_pair(e.long));
                names.chain(pairs.flat_map(|e| [e.short, e.long].map(|s| (s, e.zone, e.speech)))).collect()
            }
        };
        places.sort_by_key(|(span, ..)| *span);
        places
    }

    /// The changes in the desk's own catalog files, whose texts are `files`. The starter catalog stands in no file. The error
    /// is the file of an entry that no longer stands where it was read: something is being written there.
    pub fn catalog_edits<'f>(
        &self,
        catalog: &Catalog,
        files: &'f [(Arc<Path>, Arc<str>)],
    ) -> Result<Vec<CatalogEdit<'f>>, &'f Arc<Path>> {
        let Name::Known(entity) = &self.name else { return Ok(Vec::new()) };
        let mut edits = Vec::new();
        for form in catalog.forms_of(*entity).filter(|form| form.text == self.old) {
            let Some((path, text)) = files.iter().find(|(path, _)| *path == form.source.file) else {
                continue;
            };
            let span = form.source.span;
            match text.get(span.start..span.end).and_then(unquoted) {
                Some(written) if written == form.text => {
                    edits.push((path, text, Edit { span, text: quoted(&self.new) }));
                }
                _ => return Err(path),
            }
        }
        Ok(edits)
    }
}

/// A file of the desk's, its text, and a change in it.
pub type CatalogEdit<'f> = (&'f Arc<Path>, &'f Arc<str>, Edit);

/// What a TOML string says.
fn unquoted(written: &str) -> Option<String> {
    Some(written.parse::<toml_edit::Value>().ok()?.as_str()?.to_owned())
}

/// Who else of the catalog is called `new`: a known name that took it would be that one.
fn taken<'c>(snapshot: &'c Snapshot, name: &Name, new: &str) -> Option<&'c str> {
    let Name::Known(own) = name else { return None };
    let catalog = &snapshot.catalog;
    let same = |form: &&Form| form.text == new && form.entity != *own && form.kind != FormKind::Avoided;
    catalog.forms().iter().find(same).map(|form| catalog.entity(form.entity).name.as_str())
}

/// What is wrong with a text as a name.
fn fault_of(new: &str) -> Option<String> {
    if !new.contains(char::is_alphanumeric) {
        return Some("a name needs a letter or a digit".to_owned());
    }
    if new.contains(char::is_control) {
        return Some("a name stands on one line, without tabs".to_owned());
    }
    let length = new.chars().count();
    (length > LONGEST).then(|| format!("this is too long for a name: {length} characters, {LONGEST} at most"))
}
