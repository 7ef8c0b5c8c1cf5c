// A real VS Code: the server build, shown in Chromium, with a new profile and a copy of the seed articles.

import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { chromium } from 'playwright-core';

const root = resolve(import.meta.dirname, '../../..');

/** Milliseconds within which VS Code must show something, on a machine that does other work too. */
const PATIENCE = 120_000;

/** What keeps pictures and tests quiet; nothing of it is Masthead's. */
const SETTINGS = {
    'editor.autoClosingBrackets': 'never',
    'editor.gotoLocation.multipleDefinitions': 'goto',
    'editor.fontFamily': 'DejaVu Sans Mono',
    'editor.fontSize': 14,
    'editor.minimap.enabled': false,
    'editor.wordWrap': 'on',
    'files.autoSave': 'off',
    'files.hotExit': 'off',
    'security.workspace.trust.enabled': false,
    'telemetry.telemetryLevel': 'off',
    'window.commandCenter': false,
    'workbench.colorTheme': 'Default Light Modern',
    'workbench.layoutControl.enabled': false,
    'workbench.startupEditor': 'none',
    'workbench.tips.enabled': false,
};

const QUIET = ['--auth', 'none', '--disable-telemetry', '--disable-update-check', '--disable-getting-started-override'];

/** A running VS Code and the page that shows it. */
export class VSCode {
    /**
     * Starts it with the extension installed and a folder opened: `files` by their path, else a copy of the seeds,
     * after `prepare` has had it.
     * @param {{settings?: object, scale?: number, files?: Record<string, string>, prepare?: (folder: string) => void}} [options]
     */
    static async open({ settings = {}, scale = 1, files, prepare = () => {} } = {}) {
        const home = mkdtempSync(join(tmpdir(), 'masthead-vscode-'));
        const folder = join(home, files ? 'desk' : 'seeds');
        if (files) {
            for (const [path, text] of Object.entries(files)) {
                mkdirSync(dirname(join(folder, path)), { recursive: true });
                writeFileSync(join(folder, path), text);
            }
        } else {
            cpSync(join(root, 'seeds'), folder, { recursive: true });
        }
        prepare(folder);
        mkdirSync(join(home, 'data/User'), { recursive: true });
        writeFileSync(join(home, 'data/User/settings.json'), JSON.stringify({ ...SETTINGS, ...settings }));

        const entry = join(needed('VSCODE_CLIENT'), 'node_modules/code-server/out/node/entry.js');
        const places = ['--user-data-dir', join(home, 'data'), '--extensions-dir', join(home, 'extensions')];
        const { MASTHEAD_PATH: _, ...inherited } = process.env;
        const env = { ...inherited, HOME: home, XDG_CONFIG_HOME: join(home, 'config') };
        const install = [entry, ...places, '--install-extension', needed('VSIX')];
        execFileSync(process.execPath, install, { env, stdio: 'pipe' });

        const server = spawn(process.execPath, [entry, ...places, ...QUIET, '--bind-addr', '127.0.0.1:0'], { env });
        const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium' });
        const page = await browser.newPage({ viewport: { width: 1280, height: 960 }, deviceScaleFactor: scale });
        page.setDefaultTimeout(PATIENCE);
        const vscode = new VSCode(home, folder, server, browser, page);
        try {
            await page.goto(`${await listening(server)}/?folder=${folder}`);
            await page.locator('.monaco-workbench .statusbar-item').first().waitFor();
            return vscode;
        } catch (error) {
            await vscode.close();
            throw error;
        }
    }

    /**
     * @param {string} home
     * @param {string} folder
     * @param {import('node:child_process').ChildProcess} server
     * @param {import('playwright-core').Browser} browser
     * @param {import('playwright-core').Page} page
     */
    constructor(home, folder, server, browser, page) {
        this.home = home;
        /** Where the articles are. */
        this.folder = folder;
        this.server = server;
        this.browser = browser;
        this.page = page;
        this.keyboard = page.keyboard;
        /** The editor that has the focus, or had it last. */
        this.editor = page.locator('.editor-group-container.active .monaco-editor').first();
        this.status = page.locator('.statusbar-item[id^="masthead"]');
        this.quickInput = page.locator('.quick-input-widget');
        this.squiggles = page.locator('.squiggly-warning');
        this.hover = page.locator('.monaco-hover').filter({ visible: true });
        /** The light bulb's. */
        this.menu = page.locator('.action-widget');
        /** What completion offers. */
        this.suggestions = page.locator('.suggest-widget.visible');
        /** The box for a new name. */
        this.renaming = page.locator('.rename-box input');
        this.lenses = page.locator('.codelens-decoration a');
        /** The places that are listed over the article. */
        this.peek = page.locator('.reference-zone-widget .ref-tree');
        /** The rows of the view "Names". */
        this.names = page.locator('.pane', { has: page.locator('.pane-header', { hasText: 'Names' }) }).locator('.monaco-list-row');
    }

    /** Gives the person other settings, besides those that keep the tests quiet. @param {object} settings */
    async set(settings) {
        await this.run('Preferences: Open User Settings (JSON)');
        await this.tab('settings.json').waitFor();
        // The editor has the focus a little later than its tab.
        await this.editor.locator('.view-lines').click();
        await this.keyboard.press('Control+a');
        await this.keyboard.insertText(JSON.stringify({ ...SETTINGS, ...settings }));
        await this.save();
    }

    /** The text of a file of the folder, as it is on disk. @param {string} path */
    read(path) {
        return readFileSync(join(this.folder, path), 'utf8');
    }

    /** Opens a file of the folder, at a line and a column from 1. @param {string} path */
    async openFile(path, line = 1, column = 1) {
        await this.keyboard.press('Control+p');
        await this.quickInput.locator('input').fill(`${path}:${line}:${column}`);
        const name = path.split('/').at(-1) ?? path;
        await this.quickInput.getByRole('option', { name }).first().click();
        await this.tab(name).waitFor();
        // Before the cursor has come, keys go to another line.
        await this.page.getByText(`Ln ${line}, Col`).first().waitFor();
    }

    /** The tab in front, by what it says. @param {string} name */
    tab(name) {
        return this.page.locator('.editor-group-container.active .tab.active', { hasText: name });
    }

    /**
     * A name in the editor, once it has its colour. Before that it is no element of its own, and VS Code takes a pointer
     * for gone whose text it draws anew while the pointer moves: no card would come up.
     * @param {string} text
     */
    word(text) {
        return this.page.locator('.editor-group-container.active .view-line').getByText(text, { exact: true }).first();
    }

    /** The entry of a tree or list, by what it begins with. @param {string} text */
    row(text) {
        return this.page.locator('.monaco-list-row', { hasText: text });
    }

    /** The language servers that this VS Code runs, by their process. */
    servers() {
        return readdirSync('/proc')
            .filter((process) => /^\d+$/.test(process))
            .filter((process) => {
                try {
                    return readlinkSync(`/proc/${process}/exe`).startsWith(join(this.home, 'extensions'));
                } catch {
                    // It has ended, or is somebody else's.
                    return false;
                }
            })
            .map(Number);
    }

    /** Waits for what no element shows. @param {string} what @param {() => boolean | Promise<boolean>} holds */
    async until(what, holds) {
        for (const end = Date.now() + PATIENCE; !(await holds()); await this.page.waitForTimeout(50)) {
            if (Date.now() > end) {
                throw new Error(`there is never ${what}`);
            }
        }
    }

    /**
     * Does something until it shows, as a person would.
     * @param {() => Promise<void>} act @param {import('playwright-core').Locator} shown
     */
    async insist(act, shown) {
        await this.until(String(shown), async () => {
            await act();
            return shown.waitFor({ timeout: PATIENCE / 12 }).then(() => true, () => false);
        });
    }

    /** The page that is shown beside the editor, once it has `text`. @param {string} text */
    async preview(text) {
        const bodies = () => this.page.frames().slice(1).map((frame) => frame.locator('body', { hasText: text }));
        /** @type {import('playwright-core').Locator | undefined} */
        let found;
        await this.until(`a page with “${text}”`, async () => {
            for (const body of bodies()) {
                if (await body.count().catch(() => 0)) {
                    found = body;
                }
            }
            return found !== undefined;
        });
        return /** @type {import('playwright-core').Locator} */ (found);
    }

    /** Saves the file in front. */
    async save() {
        await this.keyboard.press('Control+s');
        await this.page.locator('.editor-group-container.active .tab.active:not(.dirty)').waitFor();
    }

    /** Keeps what the screen shows. @param {string} name */
    async picture(name) {
        const path = join(needed('PICTURES'), `${name}.png`);
        await this.page.screenshot({ path });
        console.log(path);
    }

    /** Closes all editors as they are on disk, and all that lies above them. */
    async rest() {
        await this.page.mouse.move(2, 2);
        await this.keyboard.press('Escape');
        await this.run('View: Close All Editors');
        const leave = this.page.getByRole('button', { name: "Don't Save" });
        await this.page.addLocatorHandler(leave, () => leave.click());
        await this.page.locator('.tab').first().waitFor({ state: 'detached' });
    }

    /** Runs a command by its title. @param {string} title */
    async run(title) {
        await this.keyboard.press('F1');
        await this.quickInput.locator('input').fill(`>${title}`);
        await this.quickInput.getByRole('option', { name: title }).first().click();
    }

    /** Ends it, and removes all that it wrote. */
    async close() {
        await this.browser.close();
        const ended = new Promise((resolve) => this.server.once('exit', resolve));
        this.server.kill();
        await ended;
        // Its children may write a little longer than it lives.
        rmSync(this.home, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    }
}

/** The address that the server prints. @param {import('node:child_process').ChildProcess} server */
function listening(server) {
    return new Promise((resolve, reject) => {
        let said = '';
        const hear = (/** @type {Buffer} */ data) => {
            said += data;
            const address = /HTTP server listening on (http:\S+?)\/?\s/.exec(said);
            if (address) {
                resolve(address[1]);
            }
        };
        server.stdout?.on('data', hear);
        server.stderr?.on('data', hear);
        server.once('exit', () => reject(new Error(`VS Code ended:\n${said}`)));
    });
}

/** @param {string} variable */
export function needed(variable) {
    const value = process.env[variable];
    if (!value) {
        throw new Error(`${variable} is not set: run editors/vscode/test.sh`);
    }
    return value;
}
