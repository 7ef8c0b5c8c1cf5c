/** The folder of the articles, and its masthead.toml. */

import * as vscode from 'vscode';
import type { Program } from './program';

const SETTINGS = 'masthead.toml';

/** The folder that the active editor's file is in, else the first one that is open. */
export function folderHere(): vscode.Uri | undefined {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const around = uri && vscode.workspace.getWorkspaceFolder(uri);
    if (uri?.scheme === 'file') {
        return vscode.Uri.joinPath(uri, '..');
    }
    return (around ?? vscode.workspace.workspaceFolders?.[0])?.uri;
}

/** Opens the nearest masthead.toml; offers to make one where there is none. */
export async function openSettings(program: Program): Promise<void> {
    const here = folderHere();
    if (!here) {
        await vscode.window.showInformationMessage('Open a folder of articles first: masthead.toml stands in it.');
        return;
    }
    const found = await nearest(here);
    if (found) {
        await vscode.window.showTextDocument(found);
        return;
    }
    const folder = vscode.workspace.getWorkspaceFolder(here)?.uri ?? here;
    const make = 'Make them';
    const chosen = await vscode.window.showInformationMessage(
        `There is no ${SETTINGS} in ${folder.fsPath}. Make one, and a first catalog beside it?`,
        { modal: true },
        make,
    );
    if (chosen !== make) {
        return;
    }
    const said = await program.run('init', '--', folder.fsPath);
    if (said.ok) {
        await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, SETTINGS));
    } else {
        await vscode.window.showErrorMessage(said.text);
    }
}

/** The masthead.toml of `folder`, or of the nearest folder around it that has one. */
async function nearest(folder: vscode.Uri): Promise<vscode.Uri | undefined> {
    const file = vscode.Uri.joinPath(folder, SETTINGS);
    const above = vscode.Uri.joinPath(folder, '..');
    try {
        await vscode.workspace.fs.stat(file);
        return file;
    } catch {
        return above.path === folder.path ? undefined : nearest(above);
    }
}
