/** Adds a new name to the desk's catalog. */

import * as vscode from 'vscode';
import type { ActiveArticle } from './article';

/** Writes the name that is selected or at the cursor into the catalog, and shows the entry. */
export async function addToCatalog(article: ActiveArticle): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (!editor) {
        return;
    }
    const { document, selection } = editor;
    const offered = await additions(document, selection);
    if (offered.length === 0) {
        const known = article.nameAt(selection.start)?.known;
        const name = article.nameAt(selection.start)?.name ?? document.getText(selection).trim();
        const words = known
            ? `“${name}” is in the catalog already.`
            : `${name ? `“${name}” is not read as a name here` : 'No name is selected'}. ` +
              'Names that the articles do not show can be written into the catalog by hand.';
        await vscode.window.showInformationMessage(words);
        return;
    }
    const chosen =
        offered.length === 1
            ? offered[0]
            : (await vscode.window.showQuickPick(offered.map((action) => ({ label: action.title, action }))))?.action;
    if (chosen?.edit && (await vscode.workspace.applyEdit(chosen.edit))) {
        await show(chosen.edit);
    }
}

/** The fixes at `range` that write into a catalog: those that change another file than the article and the settings. */
async function additions(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]> {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        range,
        vscode.CodeActionKind.QuickFix.value,
    );
    const isCatalog = ([uri]: [vscode.Uri, unknown]) =>
        uri.toString() !== document.uri.toString() && uri.path.endsWith('.toml') && !uri.path.endsWith('/masthead.toml');
    return actions.filter((action) => action.edit?.entries().some(isCatalog));
}

/** Opens the catalog where the entry begins, so that a person can look it over and save it. */
async function show(edit: vscode.WorkspaceEdit): Promise<void> {
    const [uri, edits] = edit.entries()[0] ?? [];
    const start = edits?.[0]?.range.start;
    if (uri && start) {
        const selection = new vscode.Range(start, start);
        await vscode.window.showTextDocument(uri, { selection, viewColumn: vscode.ViewColumn.Beside });
    }
}
