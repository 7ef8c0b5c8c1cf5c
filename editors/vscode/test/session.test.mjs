// A little of everything in a small folder, from opening to leaving: what `editors/record.py` records.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VSCode } from './vscode.mjs';

const CATALOG = `as-of = 2026-06-03

[[entity]]
id = "harbor-trust"
kind = "organization"
name = "Harbor Trust"
avoid = [
  { form = "Harbour Trust", note = "the trust spells it the American way" },
]
about = "Owns the harbor."

[[entity]]
id = "nordic-line"
kind = "organization"
name = "Nordic Line"
about = "Runs the ferries."
`;

const FILES = {
    'masthead.toml': '[catalog]\nstarter = false\n\n[editor]\ncode-lens = true\n',
    'catalog/desk.toml': CATALOG,
    'boats.md': '# New boats\n\nNordic Line has ordered boats, its owner Harbor Trust said.\n',
    'pier.md': '# A new pier\n\n😀 Harbor Trust (하버) will build a pier for Nordic Line, it said.\n',
};

test('a short session', async (context) => {
    const vscode = await VSCode.open({ files: FILES });
    context.after(async () => {
        if ('passed' in context && !context.passed) {
            await vscode.picture(`failed ${context.name}`);
        }
        await vscode.close();
    });
    const { keyboard } = vscode;
    await vscode.openFile('pier.md', 4);
    await vscode.status.getByText('2 names, 0 findings').waitFor();
    await vscode.lenses.getByText('Nordic Line: 2 mentions in 2 articles').waitFor();
    await keyboard.type('The 하버 of Harbour Trust');
    await vscode.status.getByText('1 finding').waitFor();
    // VS Code takes back a few words at a time.
    await vscode.insist(() => keyboard.press('Control+z'), vscode.status.getByText('0 findings'));
    await vscode.insist(() => keyboard.press('Control+y'), vscode.status.getByText('1 finding'));
    await vscode.squiggles.first().waitFor();
    await keyboard.press('ArrowLeft');
    await keyboard.press('Control+.');
    await vscode.menu.getByText('Replace with “Harbor Trust”').waitFor();
    await keyboard.press('Enter');
    await vscode.status.getByText('0 findings').waitFor();

    await keyboard.press('Control+End');
    await keyboard.type(' and Nord');
    await keyboard.press('Control+Space');
    await vscode.suggestions.getByText('Nordic Line').first().waitFor();
    await keyboard.press('Tab');
    await vscode.status.getByText('2 names, 0 findings').waitFor();

    await keyboard.press('F12');
    await vscode.page.getByText('Ln 3, Col').waitFor();
    await keyboard.press('Control+k');
    await keyboard.press('Control+i');
    await vscode.hover.getByText('Runs the ferries').waitFor();
    await keyboard.press('Escape');
    await keyboard.press('F2');
    await vscode.renaming.fill('Northern Line');
    await keyboard.press('Enter');
    await vscode.run('File: Save All Files');
    await vscode.until('the new name on disk', () => vscode.read('catalog/desk.toml').includes('"Northern Line"'));
    for (const article of ['boats.md', 'pier.md']) {
        assert.ok(vscode.read(article).includes('Northern Line'), vscode.read(article));
    }
    assert.ok(vscode.read('pier.md').endsWith('The 하버 of Harbor Trust and Northern Line'), vscode.read('pier.md'));
    await vscode.rest();
});
