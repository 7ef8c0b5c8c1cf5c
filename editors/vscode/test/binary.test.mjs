// Which program is taken for the language server.

import assert from 'node:assert/strict';
import { buildSync } from 'esbuild';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after, test } from 'node:test';

const folder = mkdtempSync(join(tmpdir(), 'masthead-binary-'));
after(() => rmSync(folder, { recursive: true }));

const outfile = join(folder, 'binary.mjs');
const entryPoints = [join(import.meta.dirname, '../src/binary.ts')];
buildSync({ entryPoints, outfile, format: 'esm', platform: 'node' });
/** @type {typeof import('../src/binary')} */
const { findBinary } = await import(outfile);

const NAME = process.platform === 'win32' ? 'masthead.exe' : 'masthead';

/** Makes a program. @param {string[]} place */
function program(...place) {
    mkdirSync(join(folder, ...place), { recursive: true });
    const file = join(folder, ...place, NAME);
    writeFileSync(file, '');
    chmodSync(file, 0o755);
    return file;
}

const mine = program('mine');
const ours = program('extension', 'bin');
const found = program('on path');
const nowhere = { setting: undefined, environment: undefined, extension: join(folder, 'none'), search: undefined };
const everywhere = { setting: mine, environment: ours, extension: join(folder, 'extension'), search: join(folder, 'on path') };

test('the setting goes before the environment, that before the packaged one, and PATH comes last', () => {
    assert.deepEqual(findBinary(everywhere), { file: mine });
    assert.deepEqual(findBinary({ ...everywhere, setting: '', environment: mine }), { file: mine });
    assert.deepEqual(findBinary({ ...everywhere, setting: '', environment: '' }), { file: ours });
    const search = [join(folder, 'none'), join(folder, 'on path')].join(delimiter);
    assert.deepEqual(findBinary({ ...nowhere, search }), { file: found });
});

test('a choice that leads nowhere is told, not passed over', () => {
    for (const [choice, by] of /** @type {const} */ ([['setting', 'masthead.path'], ['environment', 'MASTHEAD_PATH']])) {
        for (const wrong of [join(folder, 'none'), folder, 'masthead', `./${NAME}`]) {
            const { fault } = /** @type {{fault: string}} */ (
                findBinary({ ...everywhere, setting: undefined, [choice]: wrong })
            );
            assert.ok(fault.includes(by) && fault.includes(wrong), fault);
        }
    }
});

test('the folder of articles is never searched', () => {
    const before = process.cwd();
    process.chdir(join(folder, 'mine'));
    try {
        for (const search of ['', '.', `.${delimiter}`, delimiter]) {
            assert.ok('fault' in findBinary({ ...nowhere, search }), search);
        }
    } finally {
        process.chdir(before);
    }
});
