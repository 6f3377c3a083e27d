import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

/** Libraries that lie on disk as more than code. */
const APART = ['sharp'];

/** Older code inside of libraries asks for Node's modules in the old way. */
const REQUIRE = `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);`;

/**
 * Makes one file of an edition's code in the folder `target`, with the libraries that it needs: every process that makes
 * pages reads it, and to find and link five hundred files takes longer than most of what it does.
 */
export async function joinCode(target: string): Promise<void> {
  const facts = path.join(target, 'bundle.json');
  const bundle = JSON.parse(readFileSync(facts, 'utf8')) as { entry: string };
  const apart = path.join(target, 'server');
  const joined = path.join(target, 'joined');
  await build({
    entryPoints: [path.join(apart, bundle.entry)],
    outfile: path.join(joined, bundle.entry),
    ...{ bundle: true, format: 'esm', platform: 'node', target: 'node20', charset: 'utf8' },
    external: APART,
    banner: { js: REQUIRE },
    logLevel: 'error',
  });
  rmSync(apart, { recursive: true });
  writeFileSync(facts, JSON.stringify({ ...bundle, entry: path.join('joined', bundle.entry) }));
}
