// The life of the language server, with a language client and a VS Code that tell what is asked of them.

import assert from 'node:assert/strict';
import { buildSync } from 'esbuild';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, test } from 'node:test';

const folder = mkdtempSync(join(tmpdir(), 'masthead-server-'));
after(() => rmSync(folder, { recursive: true }));

/** What VS Code has been asked, and what it holds. */
const told = {
    /** @type {string[]} */ life: [],
    /** @type {Record<string, string[]>} */ channels: {},
    trace: 'off',
    /** @type {((change: object) => void)[]} */ listeners: [],
};
Object.assign(globalThis, { told });

const vscode = `
export class EventEmitter { listeners = []; event = (l) => { this.listeners.push(l); return { dispose() {} }; };
    fire(what) { this.listeners.forEach((l) => l(what)); } dispose() {} }
export const LogLevel = { Off: 0, Trace: 1 };
export const workspace = { getConfiguration: () => ({ get: () => told.trace }),
    onDidChangeConfiguration(l) { told.listeners.push(l); return { dispose() {} }; } };
export const window = { createOutputChannel: (name) => ({ appendLine: (line) => (told.channels[name] ??= []).push(line), dispose() {} }) };
export const languages = {}; export const commands = {};`;
// As the real one it cannot be stopped while it starts, and tells nothing that the level of its channel leaves out.
const client = `
import { EventEmitter, LogLevel } from 'vscode';
export const State = { Stopped: 1, Running: 2, Starting: 3, StartFailed: 4 };
export const CloseAction = { DoNotRestart: 1, Restart: 2 };
let made = 0;
export class LanguageClient { state = State.Stopped; nth = ++made; changes = new EventEmitter(); onDidChangeState = this.changes.event;
    constructor(id, name, program, options) { this.options = options; told.client = this;
        this.level = options.traceOutputChannel?.logLevel;
        options.traceOutputChannel?.onDidChangeLogLevel((level) => (this.level = level)); }
    createDefaultErrorHandler() { return { closed: () => ({ action: CloseAction.Restart }) }; }
    registerFeature() {}
    async start() { this.state = State.Starting; told.life.push('start ' + this.nth);
        await new Promise((resolve) => setTimeout(resolve, 20));
        this.state = State.Running; told.life.push('runs ' + this.nth); }
    async dispose() { if (this.state !== State.Running) throw new Error('cannot be stopped');
        await new Promise((resolve) => setTimeout(resolve, 20));
        this.state = State.Stopped; told.life.push('stopped ' + this.nth); }
    send(message) { if (this.level === LogLevel.Trace) this.options.traceOutputChannel?.trace(message); } }`;
writeFileSync(join(folder, 'vscode.mjs'), vscode);
writeFileSync(join(folder, 'client.mjs'), client);
buildSync({
    entryPoints: [join(import.meta.dirname, '../src/server.ts')],
    outfile: join(folder, 'server.mjs'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
    alias: {
        vscode: join(folder, 'vscode.mjs'),
        'vscode-languageclient/node': join(folder, 'client.mjs'),
    },
});
const { Server } = await import(join(folder, 'server.mjs'));

const log = { info() {}, warn() {}, error() {} };
const program = { find: () => ({ file: '/masthead' }) };
const hooks = { rulePages: '', explain: async () => {} };

beforeEach(() => {
    Object.assign(told, { life: [], channels: {}, trace: 'off', listeners: [] });
});

test('of several restarts at once each waits for the one before, and one server is left', async () => {
    const server = new Server(program, log, hooks);
    await Promise.all([server.restart(), server.restart(), server.restart()]);
    const running = new Set();
    for (const [what, nth] of told.life.map((line) => line.split(' '))) {
        if (what === 'start') {
            assert.equal(running.size, 0, told.life.join(', '));
            running.add(nth);
        } else if (what === 'stopped') {
            running.delete(nth);
        }
    }
    assert.equal(running.size, 1, told.life.join(', '));
    await server.stop();
    assert.match(told.life.at(-1) ?? '', /^stopped/);
});

test('a server that was stopped is not started again by its client', async () => {
    const server = new Server(program, log, hooks);
    await server.restart();
    // @ts-expect-error The stub has told which client it is.
    const { errorHandler } = told.client.options;
    assert.equal(errorHandler.closed().action, 2);
    await server.stop();
    assert.equal(errorHandler.closed().action, 1);
});

test('the messages are told as soon as the setting asks for them, whatever the level of the log', async () => {
    const server = new Server(program, log, hooks);
    await server.restart();
    // @ts-expect-error The stub has told which client it is.
    const send = (/** @type {string} */ message) => told.client.send(message);
    const set = (/** @type {string} */ value) => {
        told.trace = value;
        told.listeners.forEach((listener) => listener({ affectsConfiguration: () => true }));
    };
    send('one');
    assert.deepEqual(told.channels, {});
    set('messages');
    send('two');
    set('off');
    send('three');
    const lines = told.channels['Masthead Trace'] ?? [];
    assert.equal(lines.length, 1);
    assert.match(lines[0] ?? '', /^\[.+\] two$/);
});
