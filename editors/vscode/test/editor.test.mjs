// What a person sees and does in VS Code, with the articles of seeds. What is expected comes from those articles and
// from what `masthead` says of them on the command line, so that editor and terminal are compared.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { needed, VSCode } from './vscode.mjs';

const ARTICLE = 'articles/korea-joins.md';
const WRONG = 'Korea Internet and Security Agency';
const RIGHT = 'Korea Internet & Security Agency';

/** @type {VSCode} */
let vscode;

before(async () => {
    vscode = await VSCode.open({
        prepare: (folder) => {
            // The articles may be anybody's: they must not choose the program that runs.
            mkdirSync(join(folder, '.vscode'));
            writeFileSync(join(folder, '.vscode/settings.json'), '{ "masthead.path": "/bin/false" }');
        },
    });
});

after(() => vscode?.close());

afterEach(async (context) => {
    if ('passed' in context && !context.passed) {
        await vscode.picture(`failed ${context.name}`);
    }
    await vscode.rest();
});

test('the status item counts what the terminal counts', async () => {
    await vscode.openFile(ARTICLE);
    const { names } = masthead('names', '--format', 'json', ARTICLE);
    const { findings } = masthead('check', '--fail-on', 'never', '--format', 'json', ARTICLE);
    assert.ok(names.length > 5 && findings.length > 1);
    await vscode.status.getByText(`Masthead: ${names.length} names, ${findings.length} findings`).waitFor();
});

test('a wrong name is underlined where it stands', async () => {
    await vscode.openFile(ARTICLE, line(WRONG));
    await vscode.squiggles.first().waitFor();
    const name = await vscode.word(WRONG).boundingBox();
    assert.ok(name);
    const boxes = await Promise.all((await vscode.squiggles.all()).map((element) => element.boundingBox()));
    const near = (/** @type {number} */ a, /** @type {number} */ b) => Math.abs(a - b) < 8;
    const under = boxes.filter((box) => box && near(box.x, name.x) && near(box.width, name.width) && near(box.y, name.y));
    assert.equal(under.length, 1, `${JSON.stringify(name)} among ${JSON.stringify(boxes)}`);
});

test('the pointer on a name shows its card', async () => {
    await vscode.openFile(ARTICLE);
    await vscode.word('GTAC').hover();
    await vscode.hover.getByText('vetted governments and public institutions').waitFor();
    await vscode.hover.getByText(/mentions in \d+ articles/).waitFor();
});

test('definition leads to the article that introduces a name', async () => {
    await vscode.openFile(ARTICLE, ...at('Ministry of Science and ICT'));
    await vscode.insist(() => vscode.keyboard.press('F12'), vscode.tab('workshop.md'));
});

test('the quick fix writes the right name', async () => {
    await vscode.openFile(ARTICLE, ...at(WRONG));
    await vscode.squiggles.first().waitFor();
    await vscode.keyboard.press('Control+.');
    await vscode.menu.getByText(`Replace with “${RIGHT}”`).waitFor();
    await vscode.keyboard.press('Enter');
    await vscode.menu.waitFor({ state: 'hidden' });
    await vscode.save();
    const text = vscode.read(ARTICLE);
    assert.ok(text.includes(RIGHT) && !text.includes(WRONG), text);
    const { findings } = masthead('check', '--fail-on', 'never', '--format', 'json', ARTICLE);
    await vscode.status.getByText(`${findings.length} findings`).waitFor();
    await vscode.keyboard.press('Control+z');
    await vscode.save();
    assert.ok(vscode.read(ARTICLE).includes(WRONG));
});

test('rename shows what it would change in every article before it does', async () => {
    await vscode.openFile(ARTICLE, ...at('Jason Kwon'));
    await vscode.keyboard.press('F2');
    await vscode.renaming.fill('Jay Kwon');
    await vscode.keyboard.press('Control+Enter');
    const preview = vscode.page.locator('.part.panel');
    for (const file of masthead('names', '--format', 'json', '.').names.find(
        (/** @type {{name: string}} */ name) => name.name === 'Jason Kwon',
    ).articles) {
        await preview.getByText(String(file).split('/').at(-1) ?? '').first().waitFor();
    }
    await preview.getByRole('button', { name: 'Discard' }).click();
    assert.ok(vscode.read(ARTICLE).includes('Jason Kwon'));
});

test('the view of names has each with its forms and leads to its places', async () => {
    await vscode.openFile(ARTICLE);
    await vscode.page.locator('.pane-header', { hasText: 'Seeds' }).click();
    await vscode.run('Explorer: Focus on Names View');
    const { names } = masthead('names', '--format', 'json', ARTICLE);
    await vscode.names.first().waitFor();
    const kisa = names.find((/** @type {{name: string}} */ name) => name.name === RIGHT);
    const row = vscode.names.filter({ hasText: RIGHT });
    await row.getByText(`${kisa.mentions} · 1 in another form`).waitFor();
    await row.click();
    await vscode.keyboard.press('ArrowRight');
    const wrong = vscode.names.filter({ hasText: WRONG });
    await wrong.getByText('1 · not to be used').waitFor();
    await wrong.click();
    await vscode.page.getByText(`Ln ${line(WRONG)}, Col`).waitFor();
});

test('a lens tells how often a name stands and lists the places', async () => {
    const settings = vscode.read('masthead.toml');
    writeFileSync(join(vscode.folder, 'masthead.toml'), `${settings}\n[editor]\ncode-lens = true\n`);
    try {
        const name = masthead('names', '--format', 'json', '.').names.find(
            (/** @type {{name: string}} */ name) => name.name === 'Jason Kwon',
        );
        await vscode.openFile(ARTICLE);
        await vscode.lenses.getByText(`Jason Kwon: ${name.mentions} mentions in ${name.articles.length} articles`).click();
        for (const file of name.articles) {
            await vscode.peek.getByText(String(file).split('/').at(-1) ?? '').first().waitFor();
        }
    } finally {
        writeFileSync(join(vscode.folder, 'masthead.toml'), settings);
    }
});

test('the light bulb leads to the page of a rule', async () => {
    await vscode.openFile(ARTICLE, ...at(WRONG));
    await vscode.squiggles.first().waitFor();
    await vscode.keyboard.press('Control+.');
    await vscode.menu.getByText('Explain “avoided-name”').waitFor();
    await vscode.keyboard.press('ArrowUp');
    await vscode.keyboard.press('Enter');
    await vscode.preview('A form that the catalog rejects.');
});

test('the link of a finding leads to the page of its rule', async () => {
    await vscode.openFile(ARTICLE, line(WRONG));
    await vscode.squiggles.first().waitFor();
    await vscode.word(WRONG).hover();
    await vscode.hover.getByRole('link', { name: 'avoided-name' }).click();
    await vscode.preview('A form that the catalog rejects.');
});

test('a name is looked up by its acronym and shown with its card', async () => {
    await vscode.openFile(ARTICLE);
    await vscode.run('Masthead: Look up a Name');
    await vscode.quickInput.locator('input').fill('kisa');
    await vscode.quickInput.locator('.monaco-list-row', { hasText: RIGHT }).click();
    const card = await vscode.preview('KISA · Korea Internet & Security Agency');
    await card.getByRole('link', { name: 'two-track.md' }).first().click();
    await vscode.tab('two-track.md').waitFor();
});

test('a new name is added to the catalog and is known then', async () => {
    const [name] = masthead('names', '--format', 'json', '.').names.filter(
        (/** @type {{id?: string, kind?: string}} */ name) => !name.id && name.kind === 'person',
    );
    const [path] = name.articles;
    await vscode.openFile(path, ...at(name.name, path));
    await vscode.status.getByText('names').waitFor();
    await vscode.run('Masthead: Add Name to the Catalog');
    await vscode.tab('people.toml').waitFor();
    await vscode.save();
    assert.ok(masthead('names', '--format', 'json', path).names.some(
        (/** @type {{id?: string, name: string}} */ row) => row.name === name.name && row.id,
    ));
});

test('a text without a file is read as well', async () => {
    await vscode.run('File: New Untitled Text File');
    await vscode.keyboard.type(`The ${WRONG} (KISA) said so. KISA smiled.`);
    await vscode.squiggles.first().waitFor();
    await vscode.status.getByText('Masthead: 1 name, 1 finding').waitFor();
});

test('a server that dies comes back', async () => {
    await vscode.openFile(ARTICLE);
    await vscode.squiggles.first().waitFor();
    const [dead] = vscode.servers();
    assert.ok(dead);
    process.kill(dead, 'SIGKILL');
    await vscode.until('another server', () => vscode.servers().some((process) => process !== dead));
    await vscode.status.getByText('names').waitFor();
    await vscode.insist(async () => {
        await vscode.page.mouse.move(2, 2);
        await vscode.word('GTAC').hover();
    }, vscode.hover.getByText('vetted governments and public institutions'));
});

test('masthead.toml is one command away', async () => {
    await vscode.openFile(ARTICLE);
    await vscode.run('Masthead: Open masthead.toml');
    await vscode.tab('masthead.toml').waitFor();
});

// The time is told, not judged: it depends on the machine and on what else it does. Nearly all of it is VS Code's own:
// in runs by turns a server that does nothing but answer took 54 to 56 ms, and Masthead 56 to 60, of which it thought for one.
test('a name that is repeated is underlined when its bracket is closed', async (context) => {
    const article = 'articles/mackerel.md';
    await vscode.openFile(article, 6);
    await vscode.keyboard.press('End');
    await vscode.keyboard.type('So Jason Kwon (Jason Kwon');
    await vscode.until('no line', async () => (await vscode.squiggles.count()) === 0);
    const times = [];
    for (let round = 0; round < 30; round++) {
        await vscode.page.evaluate(watch);
        await vscode.keyboard.press(')');
        await vscode.until('a line', async () => (await vscode.page.evaluate(waited)) !== undefined);
        times.push((await vscode.page.evaluate(waited)) ?? Infinity);
        await vscode.keyboard.press('Backspace');
        await vscode.until('no line', async () => (await vscode.squiggles.count()) === 0);
    }
    times.sort((a, b) => a - b);
    const [median, slowest] = [times[times.length / 2], times.at(-1)].map((time) => Math.round(time ?? 0));
    const size = (vscode.read(article).length / 1000).toFixed(1);
    context.diagnostic(
        `keystroke to line on the screen, article of ${size} KB: median ${median} ms, slowest of 30 ${slowest} ms`,
    );
});

/** In the page: measures from the next keystroke to the frame behind the one that shows one line more. */
function watch() {
    const count = () => document.querySelectorAll('.squiggly-warning').length;
    const before = count();
    let pressed = 0;
    Object.assign(globalThis, { waited: undefined });
    addEventListener('keydown', () => (pressed = performance.now()), { capture: true, once: true });
    const observer = new MutationObserver(() => {
        if (pressed > 0 && count() > before) {
            observer.disconnect();
            requestAnimationFrame(() => Object.assign(globalThis, { waited: performance.now() - pressed }));
        }
    });
    observer.observe(document.body, { subtree: true, childList: true, attributes: true });
}

/** In the page: the milliseconds, once there are any. @returns {number | undefined} */
function waited() {
    return /** @type {{waited?: number}} */ (globalThis).waited;
}

/** What the program prints as JSON about the folder. @param {string[]} args */
function masthead(...args) {
    return JSON.parse(execFileSync(needed('MASTHEAD_PATH'), args, { cwd: vscode.folder, encoding: 'utf8' }));
}

/** The line and the column, from 1, of the second letter of `text`. @returns {[number, number]} */
function at(/** @type {string} */ text, path = ARTICLE) {
    const before = vscode.read(path).split(text, 1)[0] ?? '';
    const lines = before.split('\n');
    return [lines.length, (lines.at(-1)?.length ?? 0) + 2];
}

/** The line of `text`, from 1. */
function line(/** @type {string} */ text) {
    return at(text)[0];
}
