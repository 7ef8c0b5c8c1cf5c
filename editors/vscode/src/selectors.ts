/** Which texts the server hears of. */

import * as vscode from 'vscode';

/** An article is a file or a text that has not been saved: no other side of a comparison, no output. */
export const ARTICLES = ['markdown', 'plaintext'].flatMap((language) =>
    ['file', 'untitled'].map((scheme) => ({ scheme, language })),
);

/**
 * Settings and catalogs. VS Code itself takes them for plain text, an extension for TOML may not. Which files are catalogs
 * is settled in masthead.toml: the server knows, and leaves other programs' files alone.
 */
export const CATALOGS = [{ scheme: 'file', language: 'toml' }];

/** True for what may be an article. */
export function isArticle(document: vscode.TextDocument): boolean {
    return vscode.languages.match(ARTICLES, document) > 0 && !document.uri.path.endsWith('.toml');
}
