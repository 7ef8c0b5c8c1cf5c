/** The view "Names": who and what the article names, in which forms, how often, and where. */

import * as vscode from 'vscode';
import { rangeOf, type ActiveArticle, type Form, type Name } from './article';

/** A row of the view: a name, below it its forms, below a form its places. */
type Row =
    | { readonly is: 'name'; readonly name: Name }
    | { readonly is: 'form'; readonly form: Form }
    | { readonly is: 'place'; readonly range: vscode.Range };

const ICONS: Readonly<Record<string, string>> = {
    person: 'person',
    organization: 'organization',
    program: 'rocket',
    product: 'package',
    model: 'package',
    law: 'law',
    place: 'location',
    event: 'calendar',
};

/** What the catalog says of a form, where a reader of the list should know it. */
const REMARKS: Readonly<Record<string, string>> = {
    avoided: 'not to be used',
    variant: 'another spelling',
};

export class NamesView implements vscode.TreeDataProvider<Row>, vscode.Disposable {
    private readonly changed = new vscode.EventEmitter<undefined>();
    private readonly listening: vscode.Disposable;
    readonly onDidChangeTreeData = this.changed.event;

    constructor(private readonly article: ActiveArticle) {
        this.listening = article.onDidChange(() => this.changed.fire(undefined));
    }

    getChildren(row?: Row): Row[] {
        switch (row?.is) {
            case undefined:
                return (this.article.current?.names ?? []).map((name) => ({ is: 'name', name }));
            case 'name':
                return row.name.forms.map((form) => ({ is: 'form', form }));
            case 'form':
                return row.form.ranges.map((range) => ({ is: 'place', range: rangeOf(range) }));
            case 'place':
                return [];
        }
    }

    getTreeItem(row: Row): vscode.TreeItem {
        switch (row.is) {
            case 'name':
                return this.nameItem(row.name);
            case 'form':
                return this.formItem(row.form);
            case 'place':
                return this.placeItem(row.range);
        }
    }

    dispose(): void {
        vscode.Disposable.from(this.listening, this.changed).dispose();
    }

    private nameItem(name: Name): vscode.TreeItem {
        const item = new vscode.TreeItem(name.name, vscode.TreeItemCollapsibleState.Collapsed);
        const wrong = name.forms.filter((form) => REMARKS[form.kind ?? '']);
        const remark = wrong.length > 0 ? `${count(wrong)} in another form` : '';
        item.id = `${name.known ? 'known' : 'new'} ${name.name} ${name.kind ?? ''}`;
        item.description = [String(count(name.forms)), name.known ? remark : 'not in the catalog'].filter(Boolean).join(' · ');
        item.tooltip = `${name.name}\n${name.detail}`;
        item.iconPath = new vscode.ThemeIcon(ICONS[name.kind ?? ''] ?? 'symbol-key');
        item.contextValue = 'masthead.name';
        return this.leading(item, name.forms[0]?.ranges[0]);
    }

    private formItem(form: Form): vscode.TreeItem {
        const item = new vscode.TreeItem(form.text, vscode.TreeItemCollapsibleState.Collapsed);
        const remark = REMARKS[form.kind ?? ''];
        item.description = [String(form.ranges.length), remark].filter(Boolean).join(' · ');
        if (remark) {
            item.iconPath = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
        }
        return this.leading(item, form.ranges[0]);
    }

    private placeItem(range: vscode.Range): vscode.TreeItem {
        const document = this.article.current?.document;
        const item = new vscode.TreeItem('');
        // The document may have moved on since the names were read.
        if (document && range.end.line < document.lineCount) {
            item.label = excerpt(document, range);
            item.description = `line ${range.start.line + 1}`;
        }
        return this.leading(item, range);
    }

    private leading(item: vscode.TreeItem, range: Parameters<typeof rangeOf>[0] | undefined): vscode.TreeItem {
        const document = this.article.current?.document;
        if (document && range) {
            const selection = rangeOf(range);
            const options: vscode.TextDocumentShowOptions = { selection, preserveFocus: true };
            item.command = { command: 'vscode.open', title: 'Go to', arguments: [document.uri, options] };
        }
        return item;
    }
}

/** How often the article uses any of the forms. */
function count(forms: readonly Form[]): number {
    return forms.reduce((sum, form) => sum + form.ranges.length, 0);
}

/** Characters of text before and behind a name, enough to recognise the sentence. */
const AROUND = 40;

/** The name in its sentence, marked. */
function excerpt(document: vscode.TextDocument, range: vscode.Range): vscode.TreeItemLabel {
    const line = document.lineAt(range.start.line).text;
    const from = Math.max(0, range.start.character - AROUND);
    const end = range.isSingleLine ? range.end.character : line.length;
    const before = (from > 0 ? '…' : '') + line.slice(from, range.start.character).trimStart();
    const label = before + line.slice(range.start.character, end + AROUND);
    return { label, highlights: [[before.length, before.length + end - range.start.character]] };
}
