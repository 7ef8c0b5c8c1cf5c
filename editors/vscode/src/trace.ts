/** The messages between VS Code and Masthead, in an output channel of their own: shown where `masthead.trace.server` asks. */

import * as vscode from 'vscode';

const SETTING = 'masthead.trace.server';

/**
 * What the language client writes the messages to. It asks the channel for its level before it writes any: here the setting
 * is that level, so that nobody has to raise the level of the log as well. Nothing is opened before it is asked for.
 */
export class Trace implements vscode.LogOutputChannel {
    readonly name = 'Masthead Trace';
    private channel: vscode.OutputChannel | undefined;
    private readonly changed = new vscode.EventEmitter<vscode.LogLevel>();
    private readonly watching = vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(SETTING)) {
            this.changed.fire(this.logLevel);
        }
    });

    readonly onDidChangeLogLevel = this.changed.event;

    get logLevel(): vscode.LogLevel {
        const asked = vscode.workspace.getConfiguration().get<string>(SETTING, 'off');
        return asked === 'off' ? vscode.LogLevel.Off : vscode.LogLevel.Trace;
    }

    trace(message: string): void {
        this.appendLine(`[${new Date().toLocaleTimeString()}] ${message}`);
    }

    readonly debug = this.trace;
    readonly info = this.trace;
    readonly warn = this.trace;

    error(error: string | Error): void {
        this.trace(String(error));
    }

    append(value: string): void {
        this.opened().append(value);
    }

    appendLine(value: string): void {
        this.opened().appendLine(value);
    }

    replace(value: string): void {
        this.opened().replace(value);
    }

    clear(): void {
        this.channel?.clear();
    }

    show(): void {
        this.opened().show();
    }

    hide(): void {
        this.channel?.hide();
    }

    dispose(): void {
        this.watching.dispose();
        this.changed.dispose();
        this.channel?.dispose();
    }

    private opened(): vscode.OutputChannel {
        return (this.channel ??= vscode.window.createOutputChannel(this.name));
    }
}
