// What a person sees whose setting names a program that is not there.

import { test } from 'node:test';
import { needed, VSCode } from './vscode.mjs';

test('a missing program is told, and a mended setting starts it', async (context) => {
    const vscode = await VSCode.open({ settings: { 'masthead.path': '/nowhere/masthead' } });
    context.after(async () => {
        if ('passed' in context && !context.passed) {
            await vscode.picture(`failed ${context.name}`);
        }
        await vscode.close();
    });
    await vscode.openFile('articles/korea-joins.md');
    await vscode.page.locator('.notification-toast').getByText('says /nowhere/masthead, and no program is there').waitFor();
    await vscode.page.locator('.statusbar-item', { hasText: 'Activating' }).waitFor({ state: 'detached' });
    await vscode.status.getByText('Masthead', { exact: true }).waitFor();
    await vscode.run('Masthead: Show Log');
    await vscode.page.locator('.part.panel').getByText('no program is there').waitFor();
    await vscode.status.getByText('Masthead', { exact: true }).waitFor();
    await vscode.set({ 'masthead.path': needed('MASTHEAD_PATH') });
    await vscode.openFile('articles/korea-joins.md');
    await vscode.status.getByText(/\d names/).waitFor();
});
