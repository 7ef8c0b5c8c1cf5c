// Builds the extension: `node build.mjs [--debug]` bundles it, `node build.mjs --package PROGRAM FILE.vsix` packs it
// together with PROGRAM, the server for the platform that this runs on.

import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

const here = import.meta.dirname;
const root = resolve(here, '../..');
const [mode, program, vsix] = process.argv.slice(2);

await build({
    absWorkingDir: here,
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/extension.js',
    bundle: true,
    external: ['vscode'],
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    minify: mode !== '--debug',
    sourcemap: mode === '--debug',
    logLevel: 'warning',
});

if (mode === '--package') {
    if (!program || !vsix) {
        throw new Error('node build.mjs --package PROGRAM FILE.vsix');
    }
    rmSync(join(here, 'bin'), { recursive: true, force: true });
    mkdirSync(join(here, 'bin'));
    // The extension looks for it under this name, whatever the given file is called.
    const bundled = join(here, 'bin', process.platform === 'win32' ? 'masthead.exe' : 'masthead');
    copyFileSync(program, bundled);
    chmodSync(bundled, 0o755);
    for (const licence of ['LICENSE-MIT', 'LICENSE-APACHE']) {
        copyFileSync(join(root, licence), join(here, licence));
    }
    const target = `${process.platform}-${process.arch}`;
    const options = ['--target', target, '--out', resolve(vsix), '--no-dependencies', '--skip-license'];
    // The pictures of the README are in the package.
    options.push('--allow-missing-repository', '--no-rewrite-relative-links');
    const vsce = join(here, 'node_modules/@vscode/vsce/vsce');
    execFileSync(process.execPath, [vsce, 'package', ...options], { cwd: here, stdio: 'inherit' });
}
