/** Finds the program that is the language server. Knows nothing of VS Code, so that it can be tested without it. */

import * as fs from 'node:fs';
import * as path from 'node:path';

/** Where to look, in this order. */
export interface Places {
    /** `masthead.path` of the person's own settings; never a workspace's. */
    readonly setting: string | undefined;
    /** `MASTHEAD_PATH` of the environment. */
    readonly environment: string | undefined;
    /** The folder of the extension: a packaged one has the program in its `bin`. */
    readonly extension: string;
    /** `PATH` of the environment. */
    readonly search: string | undefined;
}

/** The program's file, or a sentence for the person that says why there is none. */
export type Found = { readonly file: string } | { readonly fault: string };

const NAME = process.platform === 'win32' ? 'masthead.exe' : 'masthead';

/** The first program that `places` lead to. What a person has chosen counts alone: a slip in it is told. */
export function findBinary(places: Places): Found {
    for (const [chosen, by] of [
        [places.setting, 'The setting masthead.path'],
        [places.environment, 'The environment variable MASTHEAD_PATH'],
    ] as const) {
        if (chosen) {
            return path.isAbsolute(chosen) && isProgram(chosen)
                ? { file: chosen }
                : { fault: `${by} says ${chosen}, and no program is there. Give its whole path.` };
        }
    }
    // An entry of PATH that is not a whole path would lead into the folder of articles.
    const folders = (places.search ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder));
    const file = [path.join(places.extension, 'bin'), ...folders]
        .map((folder) => path.join(folder, NAME))
        .find(isProgram);
    return file ? { file } : { fault: 'The program “masthead” is neither in this extension nor on your path.' };
}

function isProgram(file: string): boolean {
    try {
        fs.accessSync(file, fs.constants.X_OK);
        return fs.statSync(file).isFile();
    } catch {
        return false;
    }
}
