/** The status item: what the server is doing, then how many names and findings the article has. */

import * as vscode from 'vscode';
import type { ActiveArticle, Article } from './article';
import type { Server } from './server';

/** The source of every finding; the server sets it. */
const SOURCE = 'masthead';

export class Status implements vscode.Disposable {
    private readonly item = vscode.window.createStatusBarItem('masthead.status', vscode.StatusBarAlignment.Right, 100);
    private readonly listening: vscode.Disposable[];

    constructor(
        private readonly server: Server,
        private readonly article: ActiveArticle,
    ) {
        this.item.name = 'Masthead';
        this.listening = [
            server.onDidChange(() => this.show()),
            article.onDidChange(() => this.show()),
            vscode.languages.onDidChangeDiagnostics(({ uris }) => {
                const here = article.current?.document.uri.toString();
                if (uris.some((uri) => uri.toString() === here)) {
                    this.show();
                }
            }),
        ];
    }

    dispose(): void {
        vscode.Disposable.from(...this.listening, this.item).dispose();
    }

    private show(): void {
        const { condition } = this.server;
        const article = this.article.current;
        this.item.backgroundColor = undefined;
        this.item.command = 'masthead.showLog';
        this.item.tooltip = 'Show the log';
        switch (condition.is) {
            case 'missing':
                this.alarm(`${condition.fault} Click to try again.`);
                break;
            case 'stopped':
                this.alarm('Masthead has stopped. Click to start it again.');
                break;
            case 'starting':
                this.item.text = '$(loading~spin) Masthead: starting';
                break;
            case 'reading': {
                const percentage = condition.percentage ? `, ${condition.percentage} %` : '';
                this.item.text = `$(loading~spin) Masthead: reading the articles${percentage}`;
                break;
            }
            case 'ready':
                if (article) {
                    this.tell(article);
                }
        }
        if (article) {
            this.item.show();
        } else {
            this.item.hide();
        }
    }

    private alarm(words: string): void {
        this.item.text = '$(warning) Masthead';
        this.item.tooltip = words;
        this.item.command = 'masthead.restart';
        this.item.backgroundColor = new vscode.ThemeColor('statusBarItem.warningBackground');
    }

    private tell({ document, names }: Article): void {
        const findings = vscode.languages.getDiagnostics(document.uri).filter((finding) => finding.source === SOURCE);
        const unknown = names.filter((name) => !name.known).length;
        const words = [count(names.length, 'name'), count(findings.length, 'finding')];
        this.item.text = `Masthead: ${words.join(', ')}`;
        this.item.tooltip =
            `This article: ${words.join(', ')}.` +
            (unknown > 0 ? ` ${count(unknown, 'name')} not in the catalog.` : '') +
            ' Click to list the names.';
        this.item.command = 'masthead.names.focus';
    }
}

function count(n: number, thing: string): string {
    return n === 1 ? `1 ${thing}` : `${n} ${thing}s`;
}
