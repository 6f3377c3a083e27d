import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { BuildOptions, Plugin } from 'esbuild';

/** What a file may ask about its own place, and what that is called in joined code. */
const QUESTIONS = {
  'import.meta.url': 'OWN_ADDRESS',
  'import.meta.filename': 'OWN_FILE',
  'import.meta.dirname': 'OWN_FOLDER',
  __filename: 'OWN_FILE',
  __dirname: 'OWN_FOLDER',
};
const ASKS = new RegExp(Object.keys(QUESTIONS).join('|').replaceAll('.', String.raw`\.`));

/**
 * At the top of each joined file: the tool's folder, found from the file's own place, so that a tool that is moved or
 * copied finds what is beside it. Older code inside of libraries asks for Node's modules in the old way. The names must be
 * nobody else's.
 */
const TOP = [
  `import { createRequire as LEDGER_REQUIRE } from 'node:module';`,
  `import { fileURLToPath as LEDGER_PATH, pathToFileURL as LEDGER_ADDRESS } from 'node:url';`,
  'const require = LEDGER_REQUIRE(import.meta.url);',
  `const LEDGER_TOOL = LEDGER_PATH(new URL('../../', import.meta.url));`,
].join('\n');

/**
 * Options by which joined code finds what lies beside its sources as these do, wherever it was joined into below the
 * tool: two folders deep.
 */
export function ownPlaces(tool: string): BuildOptions {
  return { banner: { js: TOP }, define: QUESTIONS, plugins: [answering(tool)] };
}

function answering(tool: string): Plugin {
  return {
    name: 'own-place',
    setup({ onLoad }) {
      onLoad({ filter: /\.[cm]?[jt]s$/ }, ({ path: file }) => {
        const text = readFileSync(file, 'utf8');
        if (!ASKS.test(text)) return undefined;
        const loader = /\.[cm]?ts$/.test(file) ? 'ts' : 'js';
        return { contents: text.replace(/^(#!.*\n)?/, `$1${answers(path.relative(tool, file))} `), loader };
      });
    },
  };
}

/** On the line of what follows, so that lines keep their numbers. */
function answers(file: string): string {
  const [own, folder] = [JSON.stringify(file), JSON.stringify(path.dirname(file))];
  return [
    `const OWN_FILE = LEDGER_TOOL + ${own};`,
    `const OWN_FOLDER = LEDGER_TOOL + ${folder};`,
    'const OWN_ADDRESS = /* @__PURE__ */ LEDGER_ADDRESS(OWN_FILE).href;',
  ].join(' ');
}
