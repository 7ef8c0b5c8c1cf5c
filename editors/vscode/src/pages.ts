/** The page of each rule, with its examples, as Markdown that is in no folder. The program writes it. */

import * as path from 'node:path';
import * as vscode from 'vscode';
import type { Program } from './program';

/** `masthead-rule:/avoided-name.md`. The server puts such addresses on its findings. */
const SCHEME = 'masthead-rule';

/** How the address of every rule's page begins. */
export const RULE_PAGES = `${SCHEME}:/`;

export class RulePages implements vscode.TextDocumentContentProvider, vscode.Disposable {
    private readonly registered = vscode.workspace.registerTextDocumentContentProvider(SCHEME, this);

    constructor(private readonly program: Program) {}

    async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
        const rule = path.posix.basename(uri.path, '.md');
        return (await this.program.run('explain', '--', rule)).text;
    }

    /** Shows what a rule is about beside the article. */
    async show(rule: string): Promise<void> {
        const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${rule}.md` });
        const beside = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
        await vscode.commands.executeCommand('vscode.openWith', uri, 'vscode.markdown.preview.editor', beside);
    }

    dispose(): void {
        this.registered.dispose();
    }
}
