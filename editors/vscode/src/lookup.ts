/** Looks names up: by any form, acronym, surname or office. */

import * as vscode from 'vscode';
import type { SymbolInformation } from 'vscode-languageclient/node';
import { rangeOf, type ActiveArticle } from './article';
import type { Cards } from './cards';
import type { Server } from './server';

/** A name that was found, or the question as it was typed. */
interface Answer extends vscode.QuickPickItem {
    /** What to ask for. */
    readonly name: string;
    /** The name's first place. */
    readonly location?: SymbolInformation['location'];
}

const GO: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('go-to-file'),
    tooltip: 'Go to where it is introduced',
};

export class Lookup {
    constructor(
        private readonly server: Server,
        private readonly article: ActiveArticle,
        private readonly cards: Cards,
    ) {}

    /** Lists the names of the folder while one types; shows the card of the one that is chosen. */
    lookUp(): void {
        const pick = vscode.window.createQuickPick<Answer>();
        pick.placeholder = 'A name, an acronym, a surname, or an office such as “second vice minister”';
        pick.matchOnDescription = true;
        let asking: vscode.CancellationTokenSource | undefined;
        const list = async (query: string) => {
            asking?.cancel();
            asking = new vscode.CancellationTokenSource();
            const { token } = asking;
            const found = await this.server.ask<SymbolInformation[]>('workspace/symbol', { query }, token);
            if (!token.isCancellationRequested) {
                pick.items = [...(found ?? []).map(answer), ...asTyped(query)];
            }
        };
        pick.onDidChangeValue(list);
        pick.onDidTriggerItemButton(({ item }) => void this.goTo(item));
        pick.onDidAccept(() => {
            const chosen = pick.selectedItems[0];
            pick.hide();
            void this.show(chosen?.name ?? pick.value);
        });
        pick.onDidHide(() => {
            asking?.cancel();
            pick.dispose();
        });
        pick.show();
        void list('');
    }

    /** Shows the card of the name that is selected or at the cursor; asks for one where there is none. */
    async who(): Promise<void> {
        const editor = vscode.window.activeTextEditor;
        const selected = editor?.document.getText(editor.selection).trim();
        const name = selected || (editor && this.article.nameAt(editor.selection.active)?.name);
        return name ? this.show(name) : this.lookUp();
    }

    private async show(name: string): Promise<void> {
        if (name.trim()) {
            await this.cards.show(name.replace(/\s+/g, ' '));
        }
    }

    private async goTo({ location }: Answer): Promise<void> {
        if (location) {
            const selection = rangeOf(location.range);
            await vscode.window.showTextDocument(vscode.Uri.parse(location.uri), { selection });
        }
    }
}

function answer({ name, containerName, location }: SymbolInformation): Answer {
    return { name, label: name, description: containerName ?? '', location, buttons: [GO], alwaysShow: true };
}

/** An office is no name, and a slip of the fingers none that the list has: the program knows both. */
function asTyped(query: string): Answer[] {
    const name = query.trim();
    return name ? [{ name, label: `$(search) Who is “${name}”?`, alwaysShow: true }] : [];
}
