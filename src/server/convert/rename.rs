//! Rename as a workspace edit.

use super::super::view::View;
use super::place::{Page, file_uri, range_between};
use crate::document::{Document, digest};
use crate::ide::{Delicate, Rename, RenameEdit, rename_span};
use crate::text::{Buffer, clean};
use crate::workspace::{read_article, read_document};
use rayon::ThreadPoolBuilder;
use rayon::prelude::*;
use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::Arc;
use tower_lsp::ls_types::{
    AnnotatedTextEdit, ChangeAnnotation, DocumentChanges, OneOf, OptionalVersionedTextDocumentIdentifier,
    PrepareRenameResponse, TextDocumentEdit, TextEdit, Uri, WorkspaceEdit,
};

/// What the name at `offset` would be renamed from.
pub(crate) fn prepare_rename(view: &View, offset: usize) -> Option<PrepareRenameResponse> {
    let span = rename_span(view.cursor(offset))?;
    let placeholder = clean(view.document.slice(span));
    Some(PrepareRenameResponse::RangeWithPlaceholder { range: Page::of(view).range(span), placeholder })
}

/// The form at `offset` renamed in all articles of its folder and in the desk's catalog, and how many delicate places
/// were left as they are because this client cannot ask a person about them. `open` are the folder's open articles.
/// `None` where no name stands; the error is for a person, and then nothing is changed.
pub(crate) fn rename(
    view: &View,
    open: &[View],
    offset: usize,
    new: &str,
) -> Result<Option<(WorkspaceEdit, usize)>, String> {
    let Some(rename) = Rename::new(view.cursor(offset), new) else { return Ok(None) };
    let rename = rename?;
    if !view.folder.snapshot.complete {
        return Err(
            "nothing was renamed: the articles have not all been read yet; try again in a moment".to_owned()
        );
    }
    let mut opened: BTreeMap<&Path, &View> = open.iter().map(|view| (&*view.path, view)).collect();
    opened.insert(&view.path, view);
    let mut paths = rename.articles(&view.folder.snapshot);
    paths.insert(view.path.clone());
    let change = |path: Arc<Path>| match opened.get(&*path) {
        Some(open) => Ok(Changed::open(&rename, open)),
        None => Changed::on_disk(&rename, &path, view),
    };
    // Threads for this alone: what each keeps of the memory that it had goes back with it.
    let changed: Result<Vec<Option<Changed>>, String> = match ThreadPoolBuilder::new().build() {
        Ok(threads) => threads.install(|| paths.into_par_iter().map(change).collect()),
        Err(_) => paths.into_iter().map(change).collect(),
    };
    let files: Vec<Changed> = changed?.into_iter().flatten().chain(catalogs(&rename, view)?).collect();
    Ok(Some(workspace_edit(files, view)))
}

/// A file and its changes, the delicate ones told apart.
struct Changed {
    uri: Uri,
    version: Option<i32>,
    edits: Vec<(TextEdit, Option<Delicate>)>,
}

impl Changed {
    fn open(rename: &Rename, view: &View) -> Option<Changed> {
        let edits = text_edits(rename, &view.document, Page::of(view));
        (!edits.is_empty()).then(|| Changed { uri: view.uri.clone(), version: Some(view.version), edits })
    }

    /// An article that no editor holds, as it is on disk now.
    fn on_disk(rename: &Rename, path: &Arc<Path>, view: &View) -> Result<Option<Changed>, String> {
        let settings = &view.folder.settings;
        let text = read_article(path, &settings.config).map_err(|skipped| {
            let name = view.folder.snapshot.relative(path);
            format!("nothing was renamed: {name} cannot be read ({})", skipped.why)
        })?;
        let encoding = view.folder.abilities.encoding;
        let uri = file_uri(path, view);
        let kept = view.folder.snapshot.article(path).filter(|article| article.digest() == digest(&text));
        if let Some(edits) = kept.and_then(|article| rename.kept_edits(article, &text)) {
            let edits = edits.into_iter().map(|(RenameEdit { edit, delicate }, at)| {
                (TextEdit::new(range_between(at.start, at.end, encoding), edit.text), delicate)
            });
            let edits: Vec<_> = edits.collect();
            return Ok(uri.filter(|_| !edits.is_empty()).map(|uri| Changed { uri, version: None, edits }));
        }
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
        let document = read_document(settings, path, text);
        let page = Page { buffer: &Buffer::new(text), encoding };
        let edits = text_edits(rename, &document, page);
        Ok(uri.filter(|_| !edits.is_empty()).map(|uri| Changed { uri, version: None, edits }))
    }
}

fn text_edits(rename: &Rename, document: &Document, page: Page) -> Vec<(TextEdit, Option<Delicate>)> {
    let edit = |RenameEdit { edit, delicate }| (TextEdit::new(page.range(edit.span), edit.text), delicate);
    rename.edits(document).into_iter().map(edit).collect()
}

/// The changes in the desk's catalog files, in the order of the files. The error is for a person: one of them has changed
/// since it was read.
fn catalogs(rename: &Rename, view: &View) -> Result<Vec<Changed>, String> {
    let mut changed: Vec<Changed> = Vec::new();
    let settings = &view.folder.settings;
    let edits = rename.catalog_edits(&settings.catalog, &settings.files).map_err(|path| {
        let name = view.folder.snapshot.relative(path);
        format!("nothing was renamed: an entry of {name} is half written; finish it first")
    })?;
    for (path, text, edit) in edits {
        let Some((uri, version)) = view.folder.drafts.holding(path, text) else {
            let name = view.folder.snapshot.relative(path);
            return Err(format!("nothing was renamed: {name} has just changed; try again in a moment"));
        };
        let page = Page { buffer: &Buffer::new(text), encoding: view.folder.abilities.encoding };
        let edit = (TextEdit::new(page.range(edit.span), edit.text), None);
        match changed.iter_mut().find(|file| file.uri == uri) {
            Some(file) => file.edits.push(edit),
            None => changed.push(Changed { uri, version, edits: vec![edit] }),
        }
    }
    Ok(changed)
}

/// The edit, and how many delicate places are not in it: quotations and headlines are changed only where the client
/// can ask a person first.
fn workspace_edit(files: Vec<Changed>, view: &View) -> (WorkspaceEdit, usize) {
    let abilities = &view.folder.abilities;
    let asks = abilities.annotates && abilities.versioned_edits;
    let mut left = 0;
    let mut documents: Vec<TextDocumentEdit> = Vec::new();
    for Changed { uri, version, mut edits } in files {
        let all = edits.len();
        edits.retain(|(_, delicate)| asks || delicate.is_none());
        left += all - edits.len();
        let edits = edits.into_iter().map(|(edit, delicate)| match delicate {
            None => OneOf::Left(edit),
            Some(delicate) => {
                OneOf::Right(AnnotatedTextEdit { text_edit: edit, annotation_id: id(delicate).to_owned() })
            }
        });
        let text_document = OptionalVersionedTextDocumentIdentifier { uri, version };
        documents.push(TextDocumentEdit { text_document, edits: edits.collect() });
    }
    documents.retain(|document| !document.edits.is_empty());
    let edit = match abilities.versioned_edits {
        true => WorkspaceEdit {
            document_changes: Some(DocumentChanges::Edits(documents)),
            change_annotations: asks.then(annotations),
            ..WorkspaceEdit::default()
        },
        false => WorkspaceEdit { changes: Some(plain(documents)), ..WorkspaceEdit::default() },
    };
    (edit, left)
}

fn plain(documents: Vec<TextDocumentEdit>) -> HashMap<Uri, Vec<TextEdit>> {
    let edits = |edits: Vec<OneOf<TextEdit, AnnotatedTextEdit>>| {
        let plain = edits.into_iter().map(|edit| match edit {
            OneOf::Left(edit) => edit,
            OneOf::Right(annotated) => annotated.text_edit,
        });
        plain.collect()
    };
    documents.into_iter().map(|d| (d.text_document.uri, edits(d.edits))).collect()
}

fn id(delicate: Delicate) -> &'static str {
    match delicate {
        Delicate::Quotation => "quotation",
        Delicate::Headline => "headline",
    }
}

fn annotations() -> HashMap<String, ChangeAnnotation> {
    let annotation = |delicate, label: &str, why: &str| {
        let annotation = ChangeAnnotation {
            label: label.to_owned(),
            needs_confirmation: Some(true),
            description: Some(why.to_owned()),
        };
        (id(delicate).to_owned(), annotation)
    };
    HashMap::from([
        annotation(Delicate::Quotation, "In a quotation", "Check with the speaker's words."),
        annotation(Delicate::Headline, "In a headline", "Check its length."),
    ])
}
