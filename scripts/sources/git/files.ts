import { type Clone, stream } from './client.ts';

/**
 * Reads files as commits have them, in one process: `wanted` holds pairs "<commit>:<path>". What is not there is
 * missing from the answer.
 */
export async function readFilesAt(clone: Clone, wanted: readonly string[]): Promise<Map<string, string>> {
  if (wanted.length === 0) return new Map();
  const chunks: Buffer[] = [];
  await stream(clone, ['cat-file', '--batch'], (chunk) => chunks.push(chunk), `${wanted.join('\n')}\n`);
  return parseBatch(Buffer.concat(chunks), wanted);
}

/** `git cat-file --batch` answers "<id> <type> <size>\n<bytes>\n", or "<name> missing\n", in the order asked. */
function parseBatch(output: Buffer, wanted: readonly string[]): Map<string, string> {
  const files = new Map<string, string>();
  let at = 0;
  for (const name of wanted) {
    const end = output.indexOf('\n', at);
    if (end < 0) break;
    const [, type, size] = /^[0-9a-f]+ (\w+) (\d+)$/.exec(output.toString('utf8', at, end)) ?? [];
    at = end + 1;
    if (type === undefined) continue;
    if (type === 'blob') files.set(name, output.toString('utf8', at, at + Number(size)));
    at += Number(size) + 1;
  }
  return files;
}

/** Ids of the commits that touch one of some files or folders, merges left out. One process, however many commits there are. */
export async function commitsTouching(clone: Clone, ...paths: string[]): Promise<Set<string>> {
  const args = [
    'log',
    '--branches',
    '--tags',
    '--remotes',
    '--no-merges',
    '--full-history',
    '--format=%H',
    '--',
    ...paths,
  ];
  const listing = await clone.git.raw(args);
  return new Set(listing.split('\n').filter((id) => id !== ''));
}
