/** The life of the language server: one way to start, stop and start again. */

import * as vscode from 'vscode';
import { LanguageClient, State, type LanguageClientOptions } from 'vscode-languageclient/node';
import type { Program } from './program';
import { LISTS_PLACES } from './references';
import { ARTICLES, CATALOGS } from './selectors';

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

export class Server implements vscode.Disposable {
    private client: LanguageClient | undefined;
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
    async restart(): Promise<void> {
        await this.stop();
        const found = this.program.find();
        if ('fault' in found) {
            this.log.error(found.fault);
            this.become({ is: 'missing', fault: found.fault });
            // Nothing waits for an answer: the extension is ready, and the status item offers another try.
            void this.offerHelp(found.fault);
            return;
        }
        this.log.info(`Starting ${found.file}`);
        const client = new LanguageClient(
            'masthead',
            'Masthead',
            { command: found.file, args: ['lsp'] },
            this.options(),
        );
        client.registerFeature(LISTS_PLACES);
        this.client = client;
        client.onDidChangeState(({ newState }) => {
            if (this.client === client) {
                this.become({ is: STATES[newState] });
            }
        });
        try {
            await client.start();
        } catch (error) {
            // The client has told the person by now.
            this.log.error(String(error));
        }
    }

    /** Stops the server, if it runs. */
    async stop(): Promise<void> {
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
    }

    private options(): LanguageClientOptions {
        return {
            documentSelector: [...ARTICLES, ...CATALOGS],
            outputChannel: this.log,
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

const STATES = {
    [State.Stopped]: 'stopped',
    [State.Starting]: 'starting',
    [State.StartFailed]: 'stopped',
    [State.Running]: 'ready',
} as const;
