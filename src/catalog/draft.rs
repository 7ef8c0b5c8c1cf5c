//! What all files together say under one id.

use super::entity::{FormKind, Kind};
use super::entry::{Entry, FORM_KEYS, Given, WrittenForm};
use super::parse::CatalogFile;
use crate::config::Written;
use std::collections::{BTreeMap, HashSet};

/// An entry in its file, by their places in the list of files and in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct EntryIx {
    pub(super) file: usize,
    pub(super) entry: usize,
}

/// One file's entry.
#[derive(Clone, Copy)]
pub(super) struct Voice<'f> {
    pub(super) ix: EntryIx,
    pub(super) file: &'f CatalogFile,
    pub(super) entry: &'f Entry,
}

/// The entries of all files that `stand`, by id, in file order.
pub(super) fn group<'f>(
    files: &'f [CatalogFile],
    stands: impl Fn(EntryIx) -> bool,
) -> BTreeMap<&'f str, Vec<Voice<'f>>> {
    let mut groups: BTreeMap<&str, Vec<Voice<'_>>> = BTreeMap::new();
    for (f, file) in files.iter().enumerate() {
        for (e, entry) in file.entries.iter().enumerate() {
            let ix = EntryIx { file: f, entry: e };
            if stands(ix) {
                groups.entry(&entry.id.value).or_default().push(Voice { ix, file, entry });
            }
        }
    }
    groups
}

/// A value, and who gave it.
#[derive(Clone, Copy)]
pub(super) struct Said<'f> {
    pub(super) voice: Voice<'f>,
    pub(super) given: &'f Written<Given>,
}

/// The last word on every key of one id.
pub(super) struct Draft<'f> {
    pub(super) id: &'f str,
    /// In file order, never empty.
    pub(super) voices: Vec<Voice<'f>>,
    keys: BTreeMap<&'static str, Said<'f>>,
}

/// A form, and who gave it.
pub(super) struct Wording<'f> {
    pub(super) kind: FormKind,
    pub(super) voice: Voice<'f>,
    pub(super) written: &'f Written<WrittenForm>,
}

impl<'f> Draft<'f> {
    /// Merges the entries of one id key by key: a later one replaces. Panics when there is none.
    pub(super) fn new(voices: Vec<Voice<'f>>) -> Self {
        let mut keys = BTreeMap::new();
        for &voice in &voices {
            for (key, given) in &voice.entry.given {
                keys.insert(*key, Said { voice, given });
            }
        }
        Self { id: &voices[0].entry.id.value, voices, keys }
    }

    pub(super) fn said(&self, key: &str) -> Option<Said<'f>> {
        self.keys.get(key).copied()
    }

    /// A text that is not blank: a key to be filled in later counts as not given.
    pub(super) fn text(&self, key: &str) -> Option<&'f str> {
        match self.value(key)? {
            Given::Text(text) if !text.trim().is_empty() => Some(text),
            _ => None,
        }
    }

    pub(super) fn texts(&self, key: &str) -> &'f [Written<String>] {
        match self.value(key) {
            Some(Given::Texts(texts)) => texts,
            _ => &[],
        }
    }

    pub(super) fn flag(&self, key: &str) -> bool {
        matches!(self.value(key), Some(Given::Flag(true) | Given::Unsure(true)))
    }

    pub(super) fn kind(&self) -> Option<Kind> {
        match self.value("kind")? {
            Given::Kind(kind) => Some(*kind),
            _ => None,
        }
    }

    pub(super) fn value(&self, key: &str) -> Option<&'f Given> {
        self.keys.get(key).map(|said| &said.given.value)
    }

    pub(super) fn disabled(&self) -> bool {
        self.flag("disabled")
    }

    /// The name to use.
    pub(super) fn name(&self) -> Option<&'f str> {
        self.first_form("name")
    }

    pub(super) fn first_form(&self, key: &str) -> Option<&'f str> {
        match self.value(key)? {
            Given::Forms(forms) => forms.first().map(|form| form.value.text.as_str()),
            _ => None,
        }
    }

    /// All forms in the order of their kinds, each once: what is good by one key is not avoided by another, so
    /// that a form which a desk makes its name or an alias leaves the starter's `avoid`, as does what
    /// `avoid-remove` names.
    pub(super) fn wordings(&self) -> Vec<Wording<'f>> {
        let removed: HashSet<&str> =
            self.texts("avoid-remove").iter().map(|text| text.value.trim()).collect();
        let mut seen = HashSet::new();
        let mut wordings = Vec::new();
        for (key, kind) in FORM_KEYS {
            let Some(Said { voice, given: Written { value: Given::Forms(forms), .. } }) = self.said(key)
            else {
                continue;
            };
            for written in forms {
                let WrittenForm { text, bound, .. } = &written.value;
                let avoided = kind == FormKind::Avoided;
                let dropped = avoided && (removed.contains(text.as_str()) || self.name() == Some(text));
                if !dropped && seen.insert((text, bound.since, bound.until)) {
                    wordings.push(Wording { kind, voice, written });
                }
            }
        }
        wordings
    }
}
