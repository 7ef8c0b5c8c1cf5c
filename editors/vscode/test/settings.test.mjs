// What a person sets in VS Code, and what VS Code shows in the files in which a desk keeps its settings and names.

import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { VSCode } from './vscode.mjs';

const ARTICLE = 'articles/korea-joins.md';

/** @type {VSCode} */
let vscode;

before(async () => {
    vscode = await VSCode.open();
});

after(() => vscode?.close());

afterEach(async (context) => {
    if ('passed' in context && !context.passed) {
        await vscode.picture(`failed ${context.name}`);
    }
    await vscode.rest();
});

/** Writes VS Code's settings for this folder, as a person does in the file. @param {object} settings */
function set(settings) {
    mkdirSync(join(vscode.folder, '.vscode'), { recursive: true });
    writeFileSync(join(vscode.folder, '.vscode/settings.json'), JSON.stringify(settings));
}

/** The line of the editor that has `text`. @param {string} text */
function lineWith(text) {
    // VS Code draws a space as one that never breaks.
    return vscode.editor.locator('.view-line').filter({ hasText: new RegExp(text.replaceAll(' ', '\\s')) });
}

test('hints and lenses come and go as a person sets them', async () => {
    const lens = vscode.page.locator('.codelens-decoration', { hasText: 'mentions in' });
    await vscode.openFile(ARTICLE);
    await vscode.squiggles.first().waitFor();
    assert.equal(await lens.count(), 0);
    set({ 'masthead.editor.codeLens': true, 'masthead.editor.inlayHints': true });
    await lens.first().waitFor();
    set({});
    await lens.first().waitFor({ state: 'detached' });
    // What VS Code sends of its settings, all of them known, needs no word of warning.
    assert.equal(await vscode.page.locator('.notification-toast', { hasText: 'setting' }).count(), 0);
});

test('masthead.toml is completed while it is written', async () => {
    const line = vscode.read('masthead.toml').split('\n').indexOf('[rules]') + 1;
    await vscode.openFile('masthead.toml', line);
    await vscode.keyboard.press('End');
    await vscode.keyboard.press('Enter');
    await vscode.keyboard.type('unused-ac');
    const list = vscode.page.locator('.suggest-widget').filter({ visible: true });
    await vscode.insist(() => vscode.keyboard.press('Control+Space'), list.getByText('unused-acronym').first());
    await vscode.keyboard.press('Enter');
    await lineWith('^unused-acronym = $').waitFor();
    await vscode.keyboard.type('"of');
    await vscode.insist(() => vscode.keyboard.press('Control+Space'), list.getByText('off').first());
    await vscode.keyboard.press('Enter');
    await lineWith('^unused-acronym = "off"$').waitFor();
});
