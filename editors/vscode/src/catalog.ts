/** Adds a new name to the desk's catalog. */

import * as vscode from 'vscode';
import type { ActiveArticle } from './article';

/** The server's kind of “add to catalog”, and of nothing else of its own. */
const KIND = vscode.CodeActionKind.Refactor;

/** How many actions have their edits made, which the server does when it is asked to: one for each kind of name. */
const MOST = 20;

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

/** What can be added at `range`: the actions of this kind that write into a catalog. */
async function additions(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]> {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        range,
        KIND.value,
        MOST,
    );
    const isCatalog = ([uri]: [vscode.Uri, unknown]) => uri.path.endsWith('.toml');
    const adds = ({ kind, edit }: vscode.CodeAction) => kind?.value === KIND.value && edit?.entries().some(isCatalog);
    return actions.filter(adds);
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
