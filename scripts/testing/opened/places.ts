import { readFileSync, rmSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Answer } from '../answer.ts';
import { runCommand } from '../child.ts';

const PRELOAD = fileURLToPath(new URL('./record-opened.ts', import.meta.url));

/** What a command answered, and what it did with the ledger: "opens notes/core/1.2.0.md", "lists …", "asks …". */
export interface Observed extends Answer {
  places: string[];
}

/** Runs a real command in a folder and observes which places below a ledger it opens, lists or asks about. */
export async function observed(
  args: readonly string[],
  { folder, content }: { folder: string; content: string },
): Promise<Observed> {
  const told = `${folder}/opened`;
  const environment = {
    LEDGER_OPENED_FILE: told,
    LEDGER_CONTENT_WATCHED: content,
    NODE_OPTIONS: `--import=${pathToFileURL(PRELOAD).href}`,
  };
  const answer = await runCommand(['--content', content, ...args], { folder, environment });
  const places = readFileSync(told, 'utf8').split('\n').slice(0, -1);
  rmSync(told);
  return { ...answer, places: [...new Set(places)].sort() };
}

/** Places that a command on one release has no business with: other releases, other products. */
export function beyond(places: readonly string[], product: string, version: string): string[] {
  const own = ownPlaces(product, version);
  return places.filter((place) => !own.some((pattern) => pattern.test(place)));
}

/** The release's own files, the product's facts, and the names of everything else. */
function ownPlaces(product: string, version: string): RegExp[] {
  const [ledger, notes] = [`ledger/${product}`, `notes/${product}`];
  const [any, named] = ['(?:opens|lists|asks)', '(?:lists|asks)'];
  const release = literal(version);
  return [
    // What a command prepares before it writes, and what it never reads records from.
    `${any} \\.pending.*`,
    `${any} (?:ledger/seals\\.txt|ledger/\\.gitattributes|site\\.md|products/${product}\\.md|${ledger}/policy\\.md)`,
    `${any} ${ledger}/releases/${release}(?:/.*)?`,
    `${any} ${notes}/${release}(?:\\.md|/.*)?`,
    `${any} ${ledger}/deployments/[^/]+/\\d{8}T\\d{6}Z-${release}(?:-\\d+)?\\.md`,
    `${named} (?:products|ledger|notes|${notes}|${ledger}|${ledger}/releases|${ledger}/deployments|${ledger}/deployments/[^/.]+)?`,
  ].map((pattern) => new RegExp(`^${pattern}$`));
}

function literal(text: string): string {
  return text.replaceAll('.', '\\.');
}
