import type { UnreadLine } from '../parse/imports/imported-version.ts';
import type { Console } from '../verbs/console.ts';
import type { ImportPlan, PlannedVersion } from './plan-import.ts';
import type { ReadSource } from './read-sources.ts';

/** What an import did, or would do. */
export interface ToldImport {
  product: string;
  sources: readonly ReadSource[];
  plan: ImportPlan;
  /** Files that were written, from the content folder on. */
  files: readonly string[];
  dryRun: boolean;
}

/** Rows that are said; the JSON has all of them. */
const SHOWN = 20;

/** Tells a person on standard error, or a program on standard output. */
export function sayImport({ product, sources, plan, files, dryRun }: ToldImport, out: Console): void {
  const { versions, unread, joined } = plan;
  if (out.json) {
    const formats = [...new Set(sources.map(({ format }) => format))];
    out.result({
      product,
      formats,
      dryRun,
      filesWritten: dryRun ? 0 : files.length,
      versions,
      joined,
      unread,
    });
  }
  for (const { from, format, versions: own } of sources)
    out.say(`${from}: ${format}, ${counted(own.length, 'version')}.`);
  sayVersions(product, versions, dryRun, out);
  sayKept(versions, out);
  for (const { version, to } of joined)
    out.say(`${version} ${dryRun ? 'would be' : 'is'} told to have grown from ${to}.`);
  sayUnread(unread, out);
  const page = files.find((file) => file.startsWith('products/'));
  if (page !== undefined)
    out.say(`${dryRun ? 'Would write' : 'Wrote'} ${page}: read it, and give the product its name.`);
}

function sayVersions(
  product: string,
  versions: readonly PlannedVersion[],
  dryRun: boolean,
  out: Console,
): void {
  const fresh = versions.filter(({ state }) => state === 'new');
  const same = versions.filter(({ state }) => state === 'same').length;
  const entries = fresh.reduce((sum, version) => sum + version.entries, 0);
  const linked = fresh.reduce((sum, version) => sum + version.linked, 0);
  const verb = dryRun ? 'would be imported' : 'imported';
  out.say(
    `${product}: ${counted(fresh.length, 'version')} ${verb} with ${counted(entries, 'entry', 'entries')}, ${linked} of them linked to harvested changes.`,
  );
  if (same > 0) out.say(`${counted(same, 'version')} imported before: nothing to do.`);
}

function sayKept(versions: readonly PlannedVersion[], out: Console): void {
  const kept = versions.filter(({ state }) => state === 'kept');
  if (kept.length === 0) return;
  out.say(
    `${counted(kept.length, 'version')} left as the ledger has them: an import changes no words that are there.`,
  );
  for (const { version, from, line, why } of kept.slice(0, SHOWN))
    out.say(`  ${from}:${line}: ${version}: ${why}`);
  sayMore(kept.length, out);
}

function sayUnread(unread: readonly UnreadLine[], out: Console): void {
  if (unread.length === 0) return;
  out.say('Not brought over:');
  for (const { file, line, text, why } of unread.slice(0, SHOWN))
    out.say(`  ${file}:${line}: ${why}: ${text}`);
  sayMore(unread.length, out);
}

function sayMore(count: number, out: Console): void {
  if (count > SHOWN) out.say(`  … and ${count - SHOWN} more; --json has all of them.`);
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
