//! Cures as code actions.

use super::super::view::View;
use super::diagnostics::{Owner, diagnostics};
use super::place::Page;
use super::uri::uri_of;
use crate::diagnostic::Edit;
use crate::ide::{Action, Rewrite, actions, fix_all};
use crate::text::{Buffer, Span};
use std::collections::HashMap;
use tower_lsp::ls_types::{
    CodeAction, CodeActionKind, CodeActionOrCommand, CodeActionResponse, Command, CreateFile, Diagnostic,
    DocumentChangeOperation, DocumentChanges, OneOf, OptionalVersionedTextDocumentIdentifier, Range,
    ResourceOp, TextDocumentEdit, TextEdit, Uri, WorkspaceEdit,
};

/// All safe fixes of an article at once; clients run it when a file is saved, if a person sets it up so.
pub(crate) const FIX_ALL: CodeActionKind = CodeActionKind::new("source.fixAll.masthead");

/// The command behind "Explain …": its one argument is the name of a rule.
pub(crate) const EXPLAIN: &str = "masthead.explain";

/// The cures in `range`, and "fix all in file"; of the kinds in `only`, if it holds any.
pub(crate) fn code_actions(view: &View, range: Range, only: &[CodeActionKind]) -> CodeActionResponse {
    let page = Page::of(view);
    let findings = view.findings();
    let mut offered = Vec::new();
    if wanted(&CodeActionKind::QUICKFIX, only) {
        let span = page.span(range);
        let owner = Owner { path: &view.path, uri: &view.uri };
        let told = diagnostics(&findings, page, owner, &view.folder.abilities);
        let found = actions(view.cursor(span.start), span, &findings, &view.folder.settings.files);
        let mut explained: Vec<&str> = Vec::new();
        let mut explanations = Vec::new();
        for action in &found {
            let cured = action.cures.and_then(|at| Some((findings.get(at)?, told.get(at)?)));
            let diagnostics = cured.map(|(_, told)| vec![told.clone()]);
            if let Some((finding, _)) = cured.filter(|(finding, _)| !explained.contains(&finding.rule)) {
                explained.push(finding.rule);
                explanations.push(explanation(finding.rule, diagnostics.clone()));
            }
            let Some(edit) = workspace_edit(action, view) else { continue };
            offered.push(CodeAction {
                title: action.title.clone(),
                kind: Some(CodeActionKind::QUICKFIX),
                diagnostics,
                is_preferred: action.preferred.then_some(true),
                edit: Some(edit),
                ..CodeAction::default()
            });
        }
        offered.extend(explanations);
    }
    let edits = fix_all(&findings);
    if !edits.is_empty() && wanted(&FIX_ALL, only) {
        offered.push(CodeAction {
            title: "Fix all safe findings in this article".to_owned(),
            kind: Some(FIX_ALL),
            edit: Some(article_edit(&edits, view)),
            ..CodeAction::default()
        });
    }
    offered.into_iter().map(CodeActionOrCommand::CodeAction).collect()
}

/// Tells what a rule is about. For every client: few can follow a link from a finding, and the pages have no
/// home on the web unless the project names one.
fn explanation(rule: &str, diagnostics: Option<Vec<Diagnostic>>) -> CodeAction {
    let title = format!("Explain “{rule}”");
    CodeAction {
        title: title.clone(),
        kind: Some(CodeActionKind::QUICKFIX),
        diagnostics,
        command: Some(Command::new(title, EXPLAIN.to_owned(), Some(vec![rule.into()]))),
        ..CodeAction::default()
    }
}

/// A kind is asked for by its own name or by one above it: "source" asks for "source.fixAll" too.
fn wanted(kind: &CodeActionKind, only: &[CodeActionKind]) -> bool {
    let covers = |asked: &CodeActionKind| {
        let rest = kind.as_str().strip_prefix(asked.as_str());
        rest.is_some_and(|rest| asked.as_str().is_empty() || rest.is_empty() || rest.starts_with('.'))
    };
    only.is_empty() || only.iter().any(covers)
}

/// The edit of an action; `None` when this client cannot do it.
fn workspace_edit(action: &Action, view: &View) -> Option<WorkspaceEdit> {
    match &action.file {
        Some(file) => rewrite(file, view),
        None => Some(article_edit(&action.edits, view)),
    }
}

/// Edits of the article, bound to its version where the client heeds that.
fn article_edit(edits: &[Edit], view: &View) -> WorkspaceEdit {
    let page = Page::of(view);
    let edits = edits.iter().map(|edit| TextEdit::new(page.range(edit.span), edit.text.clone())).collect();
    file_edit(view.uri.clone(), Some(view.version), edits, view)
}

fn file_edit(uri: Uri, version: Option<i32>, edits: Vec<TextEdit>, view: &View) -> WorkspaceEdit {
    if view.folder.abilities.versioned_edits {
        let changes = DocumentChanges::Edits(vec![versioned(uri, version, edits)]);
        return WorkspaceEdit { document_changes: Some(changes), ..WorkspaceEdit::default() };
    }
    WorkspaceEdit { changes: Some(HashMap::from([(uri, edits)])), ..WorkspaceEdit::default() }
}

fn versioned(uri: Uri, version: Option<i32>, edits: Vec<TextEdit>) -> TextDocumentEdit {
    TextDocumentEdit {
        text_document: OptionalVersionedTextDocumentIdentifier { uri, version },
        edits: edits.into_iter().map(OneOf::Left).collect(),
    }
}

/// Gives a settings or catalog file a new text, or makes the file. A client that makes no files in an edit is
/// given the text for the file that is not there yet: editors open one that is named so.
fn rewrite(file: &Rewrite, view: &View) -> Option<WorkspaceEdit> {
    let uri = uri_of(&file.path)?;
    let abilities = &view.folder.abilities;
    if let Some(old) = &file.old {
        let edit = difference(old, &file.new);
        let buffer = Buffer::new(old);
        let range = Page { buffer: &buffer, encoding: abilities.encoding }.range(edit.span);
        return Some(file_edit(uri, None, vec![TextEdit::new(range, edit.text)], view));
    }
    let insert = vec![TextEdit::new(Range::default(), file.new.clone())];
    if !abilities.creates_files || !abilities.versioned_edits {
        return Some(file_edit(uri, None, insert, view));
    }
    let create = CreateFile { uri: uri.clone(), options: None, annotation_id: None };
    let changes = DocumentChanges::Operations(vec![
        DocumentChangeOperation::Op(ResourceOp::Create(create)),
        DocumentChangeOperation::Edit(versioned(uri, None, insert)),
    ]);
    Some(WorkspaceEdit { document_changes: Some(changes), ..WorkspaceEdit::default() })
}

/// The one edit that makes `new` of `old`, without what both begin and end with: cursors and folds elsewhere in
/// an open file stay where they are.
fn difference(old: &str, new: &str) -> Edit {
    let same = |(a, b): &(char, char)| a == b;
    let start: usize = old.chars().zip(new.chars()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
    let (rest, text) = (&old[start..], &new[start..]);
    let end: usize =
        rest.chars().rev().zip(text.chars().rev()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
    Edit { span: Span::new(start, old.len() - end), text: text[..text.len() - end].to_owned() }
}

#[cfg(test)]
mod tests {
    use super::{FIX_ALL, difference, wanted};
    use tower_lsp::ls_types::CodeActionKind;

    #[test]
    fn kinds_cover_those_below_them() {
        assert!(wanted(&FIX_ALL, &[]));
        for above in ["", "source", "source.fixAll", "source.fixAll.masthead"] {
            assert!(wanted(&FIX_ALL, &[CodeActionKind::from(above.to_owned())]), "{above}");
        }
        for other in ["quickfix", "sour", "source.fixAll.masthead.more", "source.organizeImports"] {
            assert!(!wanted(&FIX_ALL, &[CodeActionKind::from(other.to_owned())]), "{other}");
        }
    }

    #[test]
    fn the_difference_is_small_and_exact() {
        for (old, new) in
            [("", "a"), ("한국 a", "한글 a"), ("aa", "aaa"), ("aaa", "aa"), ("x", "x"), ("ab", "")]
        {
            let edit = difference(old, new);
            let mut text = old.to_owned();
            text.replace_range(edit.span.start..edit.span.end, &edit.text);
            assert_eq!(text, new);
        }
        assert_eq!(difference("[rules]\n", "[rules]\n[[ignore]]\n").text, "[[ignore]]\n");
    }
}
