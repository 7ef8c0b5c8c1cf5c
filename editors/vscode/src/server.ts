/** The life of the language server: one way to start, stop and start again. */

import * as vscode from 'vscode';
import {
    CloseAction,
    LanguageClient,
    State,
    type ErrorHandler,
    type LanguageClientOptions,
} from 'vscode-languageclient/node';
import type { Program } from './program';
import { LISTS_PLACES } from './references';
import { ARTICLES, CATALOGS } from './selectors';
import { Trace } from './trace';

/** What the server is doing: `reading` until it has read the folder's articles. */
export type Condition =
    | { readonly is: 'stopped' }
    | { readonly is: 'missing'; readonly fault: string }
    | { readonly is: 'starting' }
    | { readonly is: 'reading'; readonly percentage: number | undefined }
    | { readonly is: 'ready' };

/** What the extension does where a language client would do something else. */
export interface Hooks {
    /** Where the page of each rule is, as the beginning of its address. */
    readonly rulePages: string;
    /** Shows the page of a rule. */
    explain(rule: string): Promise<void>;
}

/** The command behind the light bulb's "Explain …"; the server offers it under this name. */
const EXPLAIN = 'masthead.explain';

/** Milliseconds in which a server answers that it is there. One that does not must not hold up the next for good. */
const PATIENCE = 10_000;

export class Server implements vscode.Disposable {
    private client: LanguageClient | undefined;
    /** Starts and stops, one after the other: a client that is still starting cannot be stopped. */
    private turn: Promise<void> = Promise.resolve();
    private readonly trace = new Trace();
    private state: Condition = { is: 'stopped' };
    private readonly changed = new vscode.EventEmitter<Condition>();

    /** The server's condition is another one. */
    readonly onDidChange = this.changed.event;

    constructor(
        private readonly program: Program,
        private readonly log: vscode.LogOutputChannel,
        private readonly hooks: Hooks,
    ) {}

    get condition(): Condition {
        return this.state;
    }

    /** Starts the server; one that runs is stopped first. Tells the person when that fails. */
    restart(): Promise<void> {
        return this.inTurn(async () => {
            await this.end();
            await this.begin();
        });
    }

    /** Stops the server, if it runs. */
    stop(): Promise<void> {
        return this.inTurn(() => this.end());
    }

    /** Does a step when those before it are done, however they went. */
    private inTurn(step: () => Promise<void>): Promise<void> {
        const done = this.turn.then(step);
        this.turn = done.catch(() => undefined);
        return done;
    }

    private async begin(): Promise<void> {
        const found = this.program.find();
        if ('fault' in found) {
            this.log.error(found.fault);
            this.become({ is: 'missing', fault: found.fault });
            // Nothing waits for an answer: the extension is ready, and the status item offers another try.
            void this.offerHelp(found.fault);
            return;
        }
        this.log.info(`Starting ${found.file}`);
        const errorHandler: ErrorHandler = {
            error: (error, message, count) => usual.error(error, message, count),
            // One that was given up stays so, whatever becomes of its program.
            closed: () =>
                this.client === client ? usual.closed() : { action: CloseAction.DoNotRestart, handled: true },
        };
        const client: LanguageClient = new LanguageClient(
            'masthead',
            'Masthead',
            { command: found.file, args: ['lsp'] },
            { ...this.options(), errorHandler },
        );
        const usual = client.createDefaultErrorHandler();
        client.registerFeature(LISTS_PLACES);
        this.client = client;
        client.onDidChangeState(({ newState }) => {
            if (this.client === client) {
                this.become({ is: STATES[newState] });
            }
        });
        // The client tells the person of a failure.
        const started = client.start().catch((error: unknown) => this.log.error(String(error)));
        if (!(await within(PATIENCE, started))) {
            this.log.warn(`${found.file} does not answer. Is it Masthead?`);
        }
    }

    private async end(): Promise<void> {
        const client = this.client;
        this.client = undefined;
        this.become({ is: 'stopped' });
        try {
            await client?.dispose();
        } catch (error) {
            // One that failed to start, or does not answer, is gone all the same.
            this.log.warn(String(error));
        }
    }

    /** The server's answer; `undefined` when it does not run or cannot answer. */
    async ask<T>(method: string, params: unknown, token: vscode.CancellationToken): Promise<T | undefined> {
        const client = this.client;
        if (client?.state !== State.Running) {
            return undefined;
        }
        try {
            return (await client.sendRequest<T | null>(method, params, token)) ?? undefined;
        } catch (error) {
            if (!token.isCancellationRequested) {
                this.log.warn(`${method}: ${String(error)}`);
            }
            return undefined;
        }
    }

    dispose(): void {
        void this.stop();
        this.changed.dispose();
        this.trace.dispose();
    }

    private options(): LanguageClientOptions {
        return {
            documentSelector: [...ARTICLES, ...CATALOGS],
            outputChannel: this.log,
            traceOutputChannel: this.trace,
            // A person's settings, at the start and whenever they change.
            initializationOptions: {
                rulePages: this.hooks.rulePages,
                masthead: vscode.workspace.getConfiguration('masthead'),
            },
            synchronize: { configurationSection: 'masthead' },
            middleware: {
                // The status item tells of it.
                handleWorkDoneProgress: (_token, progress) => {
                    this.become(
                        progress.kind === 'end'
                            ? { is: 'ready' }
                            : { is: 'reading', percentage: progress.percentage },
                    );
                },
                executeCommand: (command, args, next) =>
                    command === EXPLAIN ? this.hooks.explain(String(args[0])) : next(command, args),
            },
        };
    }

    private become(condition: Condition): void {
        this.state = condition;
        this.changed.fire(condition);
    }

    private async offerHelp(fault: string): Promise<void> {
        const settings = 'Open Settings';
        const chosen = await vscode.window.showErrorMessage(`Masthead cannot start. ${fault}`, settings);
        if (chosen === settings) {
            await vscode.commands.executeCommand('workbench.action.openSettings', 'masthead.path');
        }
    }
}

/** True when `done` is done within so many milliseconds. */
async function within(milliseconds: number, done: Promise<void>): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => {
        timer = setTimeout(() => resolve(false), milliseconds);
    });
    const first = await Promise.race([done.then(() => true), late]);
    clearTimeout(timer);
    return first;
}

const STATES = {
    [State.Stopped]: 'stopped',
    [State.Starting]: 'starting',
    [State.StartFailed]: 'stopped',
    [State.Running]: 'ready',
} as const;
