//! Cures as code actions.

use super::super::abilities::Abilities;
use super::super::view::{DeskText, View};
use super::diagnostics::{Owner, diagnostics};
use super::place::Page;
use super::uri::{path_of, uri_of};
use crate::diagnostic::{Diagnostic as Finding, Edit};
use crate::ide::{Action, ActionKind, Rewrite, actions, desk_fixes, fix_all};
use crate::rules::find_rule;
use crate::text::{Buffer, Lines, Span};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use tower_lsp::ls_types::{
    CodeAction, CodeActionKind, CodeActionOrCommand, CodeActionResponse, Command, CreateFile,
    CreateFileOptions, Diagnostic, DocumentChangeOperation, DocumentChanges, OneOf,
    OptionalVersionedTextDocumentIdentifier, Range, ResourceOp, TextDocumentEdit, TextEdit, Uri,
    WorkspaceEdit,
};

/// All safe fixes of an article at once; clients run it when a file is saved, if a person sets it up so.
pub(crate) const FIX_ALL: CodeActionKind = CodeActionKind::new("source.fixAll.masthead");

/// The command behind "Explain …": its one argument is the name of a rule.
pub(crate) const EXPLAIN: &str = "masthead.explain";

/// What a client returns of an action to have its edit made.
#[derive(Serialize, Deserialize)]
pub(crate) struct Which {
    /// The article.
    pub(crate) uri: Uri,
    /// The place that the client asked about.
    range: Range,
    /// Which of the actions there.
    nth: usize,
}

impl Which {
    /// Read back from an action; `None` where there is nothing to make.
    pub(crate) fn of(action: &CodeAction) -> Option<Which> {
        Which::deserialize(action.data.as_ref()?).ok()
    }
}

/// What can be done in `range`, and "fix all in file"; of the kinds in `only`, if it holds any.
pub(crate) fn code_actions(view: &View, range: Range, only: &[CodeActionKind]) -> CodeActionResponse {
    let findings = view.findings();
    let mut offered = Vec::new();
    if [QUICK, WORDS, NEWS].iter().any(|kind| wanted(kind, only)) {
        let owner = Owner { path: &view.path, uri: &view.uri };
        let told = diagnostics(&findings, &|at| view.document.point(at), owner, &view.folder.abilities);
        let mut explained: Vec<&str> = Vec::new();
        let mut explanations = Vec::new();
        let found = found(view, range, &findings, !view.folder.abilities.resolves_edits);
        for (nth, action) in found.iter().enumerate() {
            let kind = kind(action.kind);
            if !wanted(&kind, only) {
                continue;
            }
            let cured = action.cures.and_then(|at| Some((findings.get(at)?, told.get(at)?)));
            let diagnostics = cured.map(|(_, told)| vec![told.clone()]);
            // What no rule finds, as a comment that cannot be read, has no page.
            let explains = |rule: &&str| !explained.contains(rule) && find_rule(rule).is_some();
            if let Some(rule) = cured.map(|(finding, _)| finding.rule).filter(explains) {
                explained.push(rule);
                explanations.push(explanation(rule, diagnostics.clone()));
            }
            let edit = if action.later { None } else { workspace_edit(action, view) };
            if edit.is_none() && !action.later {
                continue;
            }
            let which = action.later.then(|| Which { uri: view.uri.clone(), range, nth });
            offered.push(CodeAction {
                title: action.title.clone(),
                kind: Some(kind),
                diagnostics,
                is_preferred: action.preferred.then_some(true),
                edit,
                // ok: a text and numbers, which JSON can always hold.
                data: which.and_then(|which| serde_json::to_value(which).ok()),
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

/// The cures for mistakes of an open file of the desk in `range`, where it still holds the text that was read.
pub(crate) fn desk_actions(desk: &DeskText, range: Range, only: &[CodeActionKind]) -> CodeActionResponse {
    let (settings, abilities) = (&desk.folder.settings, &desk.folder.abilities);
    let path = path_of(&desk.uri).filter(|_| wanted(&QUICK, only));
    let mistakes = settings.faults.iter().find(|(file, _)| path.as_deref() == Some(&**file));
    let text = settings.files.iter().find(|(file, _)| path.as_deref() == Some(&**file));
    let (Some((path, mistakes)), Some((_, text))) = (mistakes, text) else { return Vec::new() };
    let Some((uri, version)) = desk.folder.drafts.holding(path, text) else { return Vec::new() };
    let (page, lines) = (Page::of_desk(desk), Lines::new(text));
    let point = |at| lines.point(at).behind_mark(text);
    let told = diagnostics(mistakes, &point, Owner { path, uri: &desk.uri }, abilities);
    let offered = |action: Action| {
        let edits = action.edits.iter().map(|edit| TextEdit::new(page.range(edit.span), edit.text.clone()));
        CodeActionOrCommand::CodeAction(CodeAction {
            title: action.title,
            kind: Some(QUICK),
            diagnostics: action.cures.and_then(|at| told.get(at)).map(|told| vec![told.clone()]),
            is_preferred: action.preferred.then_some(true),
            edit: Some(file_edit(uri.clone(), version, edits.collect(), abilities)),
            ..CodeAction::default()
        })
    };
    desk_fixes(mistakes, page.span(range)).into_iter().map(offered).collect()
}

const QUICK: CodeActionKind = CodeActionKind::QUICKFIX;
const WORDS: CodeActionKind = CodeActionKind::REFACTOR_REWRITE;
const NEWS: CodeActionKind = CodeActionKind::REFACTOR;

/// The kinds that are offered.
pub(crate) fn action_kinds() -> Vec<CodeActionKind> {
    vec![QUICK, NEWS, WORDS, FIX_ALL]
}

fn kind(kind: ActionKind) -> CodeActionKind {
    match kind {
        ActionKind::Fix => QUICK,
        ActionKind::Reword => WORDS,
        ActionKind::Add => NEWS,
    }
}

fn found(view: &View, range: Range, findings: &[Finding], whole: bool) -> Vec<Action> {
    let span = Page::of(view).span(range);
    actions(view.cursor(span.start), span, findings, &view.folder.settings.files, whole)
}

/// The action with its edit, where it can still be done.
pub(crate) fn resolve_action(view: &View, action: &mut CodeAction) {
    let Some(which) = Which::of(action) else { return };
    let mut found = found(view, which.range, &view.findings(), true);
    // What could not be made is not among them, and moves those behind it up.
    let same = |found: &Action| found.title == action.title;
    let at =
        if found.get(which.nth).is_some_and(same) { Some(which.nth) } else { found.iter().position(same) };
    action.edit = at.and_then(|at| workspace_edit(&found.swap_remove(at), view));
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
    file_edit(view.uri.clone(), Some(view.version), edits, &view.folder.abilities)
}

fn file_edit(uri: Uri, version: Option<i32>, edits: Vec<TextEdit>, abilities: &Abilities) -> WorkspaceEdit {
    if abilities.versioned_edits {
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
/// given the text for the file that is not there yet: editors open one that is named so. `None` where the file holds
/// another text by now.
fn rewrite(file: &Rewrite, view: &View) -> Option<WorkspaceEdit> {
    let abilities = &view.folder.abilities;
    if let Some(old) = &file.old {
        let (uri, version) = view.folder.drafts.holding(&file.path, old)?;
        let edit = difference(old, &file.new);
        let buffer = Buffer::new(old);
        let range = Page { buffer: &buffer, encoding: abilities.encoding }.range(edit.span);
        return Some(file_edit(uri, version, vec![TextEdit::new(range, edit.text)], abilities));
    }
    let uri = uri_of(&file.path)?;
    let insert = vec![TextEdit::new(Range::default(), file.new.clone())];
    if !abilities.creates_files || !abilities.versioned_edits {
        return Some(file_edit(uri, None, insert, abilities));
    }
    // One may be there that holds no names yet: what it says stays below.
    let options = CreateFileOptions { ignore_if_exists: Some(true), overwrite: None };
    let create = CreateFile { uri: uri.clone(), options: Some(options), annotation_id: None };
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
