import { realpathSync } from 'node:fs';
import path from 'node:path';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import { canWrite } from '../store/cache-folder.ts';
import { JOINED } from './fresh-code.mjs';
import { ownPlaces } from './own-place.ts';
import { asFound, decidingFiles } from './what-was-read.ts';
import { writeJoined } from './write-joined.ts';

/** What start.mjs loads, below `scripts`. */
const MODULES = ['tool/caller-folder.ts', 'ledger.ts'];

const FORM: BuildOptions = {
  ...{ bundle: true, splitting: true, format: 'esm', platform: 'node', target: 'node20', charset: 'utf8' },
  ...{ entryNames: '[name]-[hash]', chunkNames: '[name]-[hash]' },
  // Libraries that lie on disk as more than code.
  external: ['pagefind', 'sharp'],
  // As Node.js finds modules, and as it reads TypeScript, whatever else is configured here.
  ...{ conditions: [], mainFields: ['main'], preserveSymlinks: true },
  tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true, useDefineForClassFields: true } },
};

/**
 * Joins the command line and its libraries into few files below the tool, split where a verb is loaded when it is asked
 * for: to find and read a thousand files takes longer than what most verbs do. Throws where nothing can be written, and
 * where a source changes meanwhile.
 */
export async function joinLedger(tool: string): Promise<void> {
  const folder = path.join(tool, JOINED);
  mustBeUsable(folder);
  const begun = Date.now();
  const { metafile, outputFiles } = await build({
    ...{ ...FORM, ...ownPlaces(tool), absWorkingDir: tool, outbase: 'scripts', outdir: folder },
    entryPoints: MODULES.map((module) => `scripts/${module}`),
    metafile: true,
    write: false,
    logLevel: 'silent',
  });
  const files = decidingFiles(tool, metafile).map((file) => asFound(tool, file, begun));
  writeJoined(tool, { modules: modulesOf(metafile), files }, outputFiles);
}

/**
 * Joined code reckons places from its own, so that it is kept in no folder but the tool's: not in that of the user, which
 * several tools share.
 */
function mustBeUsable(folder: string): void {
  if (!canWrite(folder)) throw new Error(`nothing can be written in ${folder}`);
  if (realpathSync(folder) !== folder) throw new Error(`${folder} is a link, or behind one`);
}

function modulesOf({ outputs }: Metafile): Record<string, string> {
  return Object.fromEntries(
    Object.entries(outputs).flatMap(([file, { entryPoint }]) => {
      const module = MODULES.find((each) => entryPoint === `scripts/${each}`);
      return module === undefined ? [] : [[module, path.basename(file)]];
    }),
  );
}
