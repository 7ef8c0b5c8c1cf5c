/** The program `masthead`: where it is, and what it answers on its command line. */

import { execFile } from 'node:child_process';
import * as vscode from 'vscode';
import { findBinary, type Found } from './binary';

/** What the program said. */
export interface Said {
    /** False where it could not do it, or could not even run. */
    readonly ok: boolean;
    /** What it printed for people: its answer, else its complaint. */
    readonly text: string;
}

/** Milliseconds: a question about a folder of many thousand articles is answered long before. */
const PATIENCE = 60_000;

/** Bytes of an answer. */
const LENGTH = 16 << 20;

export class Program {
    constructor(private readonly extension: vscode.Uri) {}

    /** Where the program is, by the settings and the environment as they are now. */
    find(): Found {
        // A workspace may not choose the program that runs: only the person's own value counts.
        const setting = vscode.workspace.getConfiguration('masthead').inspect<string>('path');
        return findBinary({
            setting: setting?.globalValue?.trim(),
            environment: process.env['MASTHEAD_PATH'],
            extension: this.extension.fsPath,
            search: process.env['PATH'],
        });
    }

    /** Runs the program without a shell, so that no argument is taken for a command. */
    run(...args: string[]): Promise<Said> {
        const found = this.find();
        if ('fault' in found) {
            return Promise.resolve({ ok: false, text: found.fault });
        }
        const env = { ...process.env, NO_COLOR: '1' };
        const options = { timeout: PATIENCE, maxBuffer: LENGTH, env, windowsHide: true };
        return new Promise((resolve) => {
            execFile(found.file, args, options, (error, stdout, stderr) => {
                const text = [stdout, stderr, error?.message ?? ''].find((words) => words.trim()) ?? '';
                resolve({ ok: !error, text });
            });
        });
    }
}
