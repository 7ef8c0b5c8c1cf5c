/** Lists the places of a name over the article, as VS Code does for references: what a click on a code lens does. */

import * as vscode from 'vscode';
import type { ClientCapabilities, Location, Position, StaticFeature } from 'vscode-languageclient/node';
import { rangeOf } from './article';

/** The command of a code lens. The server gives it only to a client that says that it has it. */
export const SHOW_REFERENCES = 'masthead.showReferences';

/** Tells the server that a click can list places. Without it the server would tell them in a message. */
export const LISTS_PLACES: StaticFeature = {
    fillClientCapabilities(capabilities: ClientCapabilities): void {
        capabilities.experimental = { ...capabilities.experimental, commands: [SHOW_REFERENCES] };
    },
    initialize: () => undefined,
    getState: () => ({ kind: 'static' }),
    clear: () => undefined,
};

/** Takes the server's arguments: an article, a position in it, and the places. VS Code wants them as its own types. */
export async function showReferences(article: string, { line, character }: Position, places: Location[]): Promise<void> {
    const locations = places.map(({ uri, range }) => new vscode.Location(vscode.Uri.parse(uri), rangeOf(range)));
    const position = new vscode.Position(line, character);
    await vscode.commands.executeCommand('editor.action.showReferences', vscode.Uri.parse(article), position, locations);
}
