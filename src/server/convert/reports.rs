//! Findings for a client that asks for them.

use super::super::view::{Folder, View};
use super::diagnostics::{Owner, diagnostics, faults};
use super::uri::{path_of, uri_of};
use rustc_hash::FxHasher;
use std::collections::{BTreeMap, HashMap};
use std::hash::Hasher;
use std::path::Path;
use std::sync::Arc;
use tower_lsp::ls_types::{
    Diagnostic, DocumentDiagnosticReport, FullDocumentDiagnosticReport, PreviousResultId,
    RelatedFullDocumentDiagnosticReport, RelatedUnchangedDocumentDiagnosticReport,
    UnchangedDocumentDiagnosticReport, Uri, WorkspaceDocumentDiagnosticReport,
    WorkspaceFullDocumentDiagnosticReport, WorkspaceUnchangedDocumentDiagnosticReport,
};

/// The findings in an open article.
pub(crate) fn findings(view: &View) -> Vec<Diagnostic> {
    let owner = Owner { path: &view.path, uri: &view.uri };
    diagnostics(&view.findings(), &|at| view.document.point(at), owner, &view.folder.abilities)
}

/// The same as the JSON that is sent.
pub(crate) fn findings_told(view: &View) -> Vec<u8> {
    let owner = Owner { path: &view.path, uri: &view.uri };
    let told = view.judged(|judged| {
        let found = judged.judgement.findings(false);
        let points = |span| {
            let locus = view.document.locus(span);
            [locus.start, locus.end]
        };
        judged.sent.list(&found, judged.judgement.which(), &points, owner, &view.folder.abilities)
    });
    told.unwrap_or_else(|| b"[]".to_vec())
}

/// What is wrong with the settings or catalog file at `uri`; nothing where it is none.
pub(crate) fn faults_of(folders: &[Folder], uri: &Uri) -> Vec<Diagnostic> {
    let Some(path) = path_of(uri) else { return Vec::new() };
    folders.iter().flat_map(|f| faults(&f.settings, &path, uri, &f.abilities)).collect()
}

/// The report on one file; a short one where the client has these findings already, as `previous`.
pub(crate) fn report(items: Vec<Diagnostic>, previous: Option<&str>) -> DocumentDiagnosticReport {
    let result_id = result_id(&items);
    if previous == Some(&result_id) {
        return DocumentDiagnosticReport::Unchanged(RelatedUnchangedDocumentDiagnosticReport {
            related_documents: None,
            unchanged_document_diagnostic_report: UnchangedDocumentDiagnosticReport { result_id },
        });
    }
    DocumentDiagnosticReport::Full(RelatedFullDocumentDiagnosticReport {
        related_documents: None,
        full_document_diagnostic_report: FullDocumentDiagnosticReport { result_id: Some(result_id), items },
    })
}

/// The reports on all files that are not open, by URI: those with findings, and those of which the client still has
/// some, by its `previous` ids. `closed` are the closed articles with findings.
pub(crate) fn reports(
    folders: &[Folder],
    views: &[View],
    closed: Vec<(Arc<Path>, Vec<Diagnostic>)>,
    previous: &[PreviousResultId],
) -> Vec<WorkspaceDocumentDiagnosticReport> {
    let mut found: BTreeMap<String, (Uri, Vec<Diagnostic>)> = BTreeMap::new();
    let closed = closed.into_iter().filter_map(|(path, items)| Some((uri_of(&path)?, items)));
    let faulty = folders.iter().flat_map(|folder| {
        let found = folder.settings.faults.iter().filter(|(_, found)| !found.is_empty());
        found.filter_map(|(path, _)| {
            uri_of(path).map(|uri| (uri.clone(), faults(&folder.settings, path, &uri, &folder.abilities)))
        })
    });
    let gone = previous.iter().map(|previous| (previous.uri.clone(), Vec::new()));
    for (uri, items) in closed.chain(faulty).chain(gone) {
        found.entry(uri.as_str().to_owned()).or_insert((uri, items));
    }
    // Those the client asks for one by one.
    views.iter().for_each(|view| drop(found.remove(view.uri.as_str())));
    let known: HashMap<&str, &str> = previous.iter().map(|p| (p.uri.as_str(), p.value.as_str())).collect();
    found.into_values().map(|(uri, items)| one(known.get(uri.as_str()).copied(), uri, items)).collect()
}

fn one(previous: Option<&str>, uri: Uri, items: Vec<Diagnostic>) -> WorkspaceDocumentDiagnosticReport {
    let result_id = result_id(&items);
    if previous == Some(&result_id) {
        return WorkspaceDocumentDiagnosticReport::Unchanged(WorkspaceUnchangedDocumentDiagnosticReport {
            uri,
            version: None,
            unchanged_document_diagnostic_report: UnchangedDocumentDiagnosticReport { result_id },
        });
    }
    WorkspaceDocumentDiagnosticReport::Full(WorkspaceFullDocumentDiagnosticReport {
        uri,
        version: None,
        full_document_diagnostic_report: FullDocumentDiagnosticReport { result_id: Some(result_id), items },
    })
}

/// The same for the same findings, and for no others.
fn result_id(items: &[Diagnostic]) -> String {
    let mut hasher = FxHasher::default();
    // ok: a diagnostic is made of strings and numbers, which JSON can always hold.
    hasher.write(&serde_json::to_vec(items).unwrap_or_default());
    format!("{:016x}", hasher.finish())
}
