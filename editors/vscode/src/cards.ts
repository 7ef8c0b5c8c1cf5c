/** The panel "Who is who": the cards of the names that fit a question, with links that lead into the articles. */

import * as vscode from 'vscode';
import type { Server } from './server';

/** A name that fits a question, with its card as hover shows it. */
interface Card {
    readonly name: string;
    readonly detail: string;
    /** What a person should know who typed something else. */
    readonly remark?: string;
    /** Without HTML; text of articles and catalogs is escaped. */
    readonly markdown: string;
}

/** Opens a file at a line; for the links of the cards alone. */
export const GO_TO = 'masthead.goTo';

/** Nothing but what stands in the page itself: no script, no picture, no address. */
const HEAD = `<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>body { line-height: 1.5; max-width: 48em } hr { margin: 1.5em 0; border: 0; border-top: 1px solid }</style>`;

export class Cards implements vscode.Disposable {
    private panel: vscode.WebviewPanel | undefined;
    private readonly command = vscode.commands.registerCommand(GO_TO, goTo);

    constructor(private readonly server: Server) {}

    /** Shows who or what goes by a name, an acronym, a surname or an office. */
    async show(query: string): Promise<void> {
        const token = new vscode.CancellationTokenSource().token;
        const cards = await this.server.ask<Card[]>('masthead/who', { query }, token);
        if (!cards?.length) {
            const words = cards ? `No one is called “${query}”.` : 'Masthead is not running.';
            await vscode.window.showInformationMessage(words);
            return;
        }
        const text = cards.map(written).join('\n\n---\n\n');
        const body = await vscode.commands.executeCommand<string>('markdown.api.render', text);
        this.panel ??= this.open();
        this.panel.title = query;
        this.panel.webview.html = `<!DOCTYPE html><html><head>${HEAD}</head><body>${body}</body></html>`;
        this.panel.reveal(undefined, true);
    }

    dispose(): void {
        this.panel?.dispose();
        this.command.dispose();
    }

    private open(): vscode.WebviewPanel {
        const beside = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
        const limits = { enableCommandUris: [GO_TO], localResourceRoots: [] };
        const panel = vscode.window.createWebviewPanel('masthead.who', 'Who is who', beside, limits);
        panel.onDidDispose(() => (this.panel = undefined));
        return panel;
    }
}

/** The card with links to files as commands: a page of Markdown does not follow the former. */
function written({ remark, markdown }: Card): string {
    const links = markdown.replace(/\]\((file:[^)\s]+)\)/g, (_, uri: string) => {
        return `](command:${GO_TO}?${encodeURIComponent(JSON.stringify([uri]))})`;
    });
    return remark ? `*${remark.replace(/[\\`*_[\]<>&#!|~]/g, '\\$&')}*\n\n${links}` : links;
}

/** Follows `file:///…#L10` in the first column, where the articles are. */
async function goTo(link: string): Promise<void> {
    const uri = vscode.Uri.parse(link);
    const line = Math.max(0, Number(uri.fragment.slice(1)) - 1);
    const selection = new vscode.Range(line, 0, line, 0);
    await vscode.window.showTextDocument(uri.with({ fragment: '' }), { selection, viewColumn: vscode.ViewColumn.One });
}
