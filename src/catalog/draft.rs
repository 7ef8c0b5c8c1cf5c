//! What all files together say under one id.

use super::entity::{FormKind, Kind};
use super::entry::{Entry, FORM_KEYS, Given, WrittenForm};
use super::parse::CatalogFile;
use crate::config::Written;
use crate::text::composed;
use rustc_hash::FxHashSet;
use std::cell::OnceCell;

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

impl<'f> Voice<'f> {
    fn id(&self) -> &'f str {
        &self.entry.id.value
    }
}

/// The entries of all files that `stand`, in file order for each id; sorted by id.
pub(super) fn group<'f>(
    files: &'f [CatalogFile],
    stands: impl Fn(EntryIx) -> bool,
) -> Vec<(&'f str, Vec<Voice<'f>>)> {
    let mut voices: Vec<Voice<'_>> = Vec::with_capacity(files.iter().map(|file| file.entries.len()).sum());
    for (f, file) in files.iter().enumerate() {
        for (e, entry) in file.entries.iter().enumerate() {
            let ix = EntryIx { file: f, entry: e };
            if stands(ix) {
                voices.push(Voice { ix, file, entry });
            }
        }
    }
    // Files are mostly sorted by id, and a stable sort takes little time to merge what is.
    voices.sort_by_key(|voice| voice.id());
    voices.chunk_by(|one, next| one.id() == next.id()).map(|same| (same[0].id(), same.to_vec())).collect()
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
    /// Once asked for: they are looked through for two owners of one form, and then built from.
    wordings: OnceCell<Vec<Wording<'f>>>,
}

/// A form, and who gave it.
#[derive(Clone, Copy)]
pub(super) struct Wording<'f> {
    pub(super) kind: FormKind,
    pub(super) voice: Voice<'f>,
    pub(super) written: &'f Written<WrittenForm>,
}

impl<'f> Draft<'f> {
    /// Merges the entries of one id key by key: a later one replaces. Panics when there is none.
    pub(super) fn new(voices: Vec<Voice<'f>>) -> Self {
        Self { id: voices[0].id(), voices, wordings: OnceCell::new() }
    }

    pub(super) fn said(&self, key: &str) -> Option<Said<'f>> {
        let said = |voice: &Voice<'f>| Some(Said { voice: *voice, given: voice.entry.given.get(key)? });
        self.voices.iter().rev().find_map(said)
    }

    /// A text.
    pub(super) fn text(&self, key: &str) -> Option<&'f str> {
        match self.value(key)? {
            Given::Text(text) => Some(text),
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
        self.said(key).map(|said| &said.given.value)
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
    pub(super) fn wordings(&self) -> &[Wording<'f>] {
        self.wordings.get_or_init(|| self.worded())
    }

    fn worded(&self) -> Vec<Wording<'f>> {
        let removed: FxHashSet<String> =
            self.texts("avoid-remove").iter().map(|text| composed(text.value.trim())).collect();
        let mut seen = FxHashSet::default();
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
