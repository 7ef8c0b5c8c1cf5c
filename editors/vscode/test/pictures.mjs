// Takes the pictures of the README: what VS Code shows of the seed articles, cut to what matters and made small.

import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { VSCode } from './vscode.mjs';

const images = join(import.meta.dirname, '../images');
const ARTICLE = 'articles/korea-joins.md';

/** Makes a picture small: 64 colours show text as well. @param {string} name */
function shrink(name) {
    const file = join(images, `${name}.png`);
    execFileSync('pngquant', ['--force', '--ext', '.png', '--speed', '1', '--strip', '64', file]);
    console.log(`${file}: ${Math.round(statSync(file).size / 1000)} KB`);
}

const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium' });
const blank = await browser.newPage({ viewport: { width: 128, height: 128 } });
await blank.setContent(`<body style="margin: 0">${readFileSync(join(images, 'icon.svg'))}`);
await blank.screenshot({ path: join(images, 'icon.png'), omitBackground: true });
await browser.close();

const settings = { 'workbench.activityBar.location': 'hidden', 'breadcrumbs.enabled': false, 'editor.fontSize': 13 };
const vscode = await VSCode.open({ settings });
const { page, keyboard } = vscode;

/** Waits until nothing moves, and takes a part of the screen. @param {string} name @param {{x: number, y: number, width: number, height: number}} clip */
async function take(name, clip) {
    await page.waitForTimeout(700);
    await page.screenshot({ path: join(images, `${name}.png`), clip });
    shrink(name);
}

try {
    await page.setViewportSize({ width: 1100, height: 620 });
    await vscode.openFile(ARTICLE, 10);
    await vscode.squiggles.first().waitFor();
    await vscode.status.getByText('findings').waitFor();
    await page.locator('.pane-header', { hasText: 'Seeds' }).click();
    await vscode.run('Explorer: Focus on Names View');
    await vscode.names.first().waitFor();
    await take('findings', { x: 0, y: 0, width: 1100, height: 620 });

    const view = await page.locator('.part.sidebar').boundingBox();
    const edge = view?.width ?? 0;
    await page.mouse.move(edge, 300);
    await page.mouse.down();
    await page.mouse.move(460, 300);
    await page.mouse.up();
    for (const name of ['Korea Internet & Security', 'Korea Internet and Security']) {
        await vscode.names.filter({ hasText: name }).click();
        await keyboard.press('ArrowRight');
        await page.waitForTimeout(300);
    }
    await take('names', { x: 0, y: 30, width: 460, height: 480 });
    await page.mouse.move(460, 300);
    await page.mouse.down();
    await page.mouse.move(edge, 300);
    await page.mouse.up();

    await vscode.openFile(ARTICLE, 14, 35);
    await keyboard.press('Control+.');
    await vscode.menu.waitFor();
    await take('fix', { x: 300, y: 150, width: 800, height: 400 });
    await keyboard.press('ArrowUp');
    await keyboard.press('Enter');
    await vscode.preview('A form that the catalog rejects.');
    await page.setViewportSize({ width: 1500, height: 620 });
    await take('rule', { x: 300, y: 0, width: 1200, height: 590 });
    await vscode.rest();

    await page.setViewportSize({ width: 1100, height: 620 });
    await vscode.openFile(ARTICLE);
    await vscode.word('GTAC').hover();
    await vscode.hover.first().waitFor();
    await take('hover', { x: 300, y: 30, width: 800, height: 430 });
} finally {
    await vscode.close();
}
