/** Starts the language server, and adds what VS Code has no request for: a list of names, a status, a few commands. */

import * as vscode from 'vscode';
import { ActiveArticle } from './article';
import { Cards } from './cards';
import { addToCatalog } from './catalog';
import { openSettings } from './folder';
import { Lookup } from './lookup';
import { NamesView } from './names';
import { RULE_PAGES, RulePages } from './pages';
import { Program } from './program';
import { SHOW_REFERENCES, showReferences } from './references';
import { Server } from './server';
import { Status } from './status';

let running: Server | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
    const log = vscode.window.createOutputChannel('Masthead', { log: true });
    const program = new Program(context.extensionUri);
    const pages = new RulePages(program);
    const hooks = { rulePages: RULE_PAGES, explain: (rule: string) => pages.show(rule) };
    const server = new Server(program, log, hooks);
    const article = new ActiveArticle(server);
    const names = new NamesView(article);
    const cards = new Cards(server);
    const lookup = new Lookup(server, article, cards);
    running = server;

    const { registerCommand } = vscode.commands;
    context.subscriptions.push(
        log,
        pages,
        server,
        article,
        names,
        cards,
        new Status(server, article),
        vscode.window.registerTreeDataProvider('masthead.names', names),
        registerCommand('masthead.restart', () => server.restart()),
        registerCommand('masthead.showLog', () => log.show()),
        registerCommand('masthead.lookUp', () => lookup.lookUp()),
        registerCommand('masthead.who', () => lookup.who()),
        registerCommand('masthead.addToCatalog', () => addToCatalog(article)),
        registerCommand('masthead.openSettings', () => openSettings(program)),
        registerCommand(SHOW_REFERENCES, showReferences),
        vscode.workspace.onDidChangeConfiguration(async (change) => {
            if (change.affectsConfiguration('masthead.path')) {
                await server.restart();
            }
        }),
    );
    await server.restart();
}

/** VS Code waits for the server to end. */
export function deactivate(): Promise<void> | undefined {
    return running?.stop();
}
