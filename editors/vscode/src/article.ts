/** What is known of the article in the active editor; the status item and the view of names show it. */

import * as vscode from 'vscode';
import { ARTICLES, CATALOGS, isArticle } from './selectors';
import type { Server } from './server';

/** A place as LSP gives it: lines and UTF-16 columns from 0. */
interface LspRange {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
}

/** A way in which the article writes a name. */
export interface Form {
    readonly text: string;
    /** "full", "acronym", "avoided", …; absent for a part of a name and for a new name. */
    readonly kind?: string;
    readonly ranges: readonly LspRange[];
}

/** A name of the article. */
export interface Name {
    readonly name: string;
    /** "person", "organization", …; absent where nothing shows it. */
    readonly kind?: string;
    readonly detail: string;
    /** False for a name that no catalog has. */
    readonly known: boolean;
    readonly forms: readonly Form[];
}

/** An article and its names, in the order in which they first stand in it. */
export interface Article {
    readonly document: vscode.TextDocument;
    readonly names: readonly Name[];
}

export function rangeOf({ start, end }: LspRange): vscode.Range {
    return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** Milliseconds without news after which the names are asked for: a list need not flicker while one types. */
const PAUSE = 150;

/** Follows the active editor and what the server says of its article. */
export class ActiveArticle implements vscode.Disposable {
    private readonly changed = new vscode.EventEmitter<Article | undefined>();
    private readonly watching: vscode.Disposable[];
    private timer: NodeJS.Timeout | undefined;
    private asking: vscode.CancellationTokenSource | undefined;
    private article: Article | undefined;

    /** Another article, or other names in it. */
    readonly onDidChange = this.changed.event;

    constructor(private readonly server: Server) {
        this.watching = [
            vscode.window.onDidChangeActiveTextEditor(() => this.refresh()),
            server.onDidChange(() => this.soon()),
            // An edit of the article, of another one or of a catalog; what happens on disk shows in the findings.
            vscode.workspace.onDidChangeTextDocument(({ document }) => {
                if (vscode.languages.match([...ARTICLES, ...CATALOGS], document) > 0) {
                    this.soon();
                }
            }),
            vscode.languages.onDidChangeDiagnostics(({ uris }) => {
                if (uris.some((uri) => uri.toString() === this.document()?.uri.toString())) {
                    this.soon();
                }
            }),
        ];
    }

    /** The article as it was last read; `undefined` where the active editor shows none. */
    get current(): Article | undefined {
        return this.article;
    }

    /** The name that stands at a place of the article. */
    nameAt(position: vscode.Position): Name | undefined {
        const here = (form: Form) => form.ranges.some((range) => rangeOf(range).contains(position));
        return this.article?.names.find((name) => name.forms.some(here));
    }

    dispose(): void {
        clearTimeout(this.timer);
        this.asking?.cancel();
        vscode.Disposable.from(...this.watching, this.changed).dispose();
    }

    private document(): vscode.TextDocument | undefined {
        const document = vscode.window.activeTextEditor?.document;
        if (document?.uri.scheme === 'output') {
            // The log lies below the article, not over it.
            return this.article?.document.isClosed ? undefined : this.article?.document;
        }
        return document && isArticle(document) ? document : undefined;
    }

    private soon(): void {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => void this.refresh(), PAUSE);
    }

    private async refresh(): Promise<void> {
        clearTimeout(this.timer);
        this.asking?.cancel();
        const asking = new vscode.CancellationTokenSource();
        this.asking = asking;
        const document = this.document();
        const answer = document && (await this.namesOf(document, asking.token));
        // A later question has taken over.
        if (this.asking === asking) {
            this.article = document && { document, names: answer?.names ?? [] };
            this.changed.fire(this.article);
        }
    }

    private namesOf(document: vscode.TextDocument, token: vscode.CancellationToken) {
        const params = { textDocument: { uri: document.uri.toString() } };
        return this.server.ask<{ names: Name[] }>('masthead/names', params, token);
    }
}
