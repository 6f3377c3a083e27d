import { applyEditorDecisions, editedEntries } from '../../src/history/editor-decisions.ts';
import { compareVersions, isPrerelease } from '../../src/history/version-order.ts';
import { parseNoteBody } from '../../src/markdown/note-body.ts';
import { type CommitFate, type ConservationSum, Fault } from '../../src/records/index.ts';
import { type Conservation, conservationOf } from '../harvest/between.ts';
import { LedgerReader } from '../store/read.ts';
import { resolveHarvested } from '../store/versions.ts';
import type { Console } from './console.ts';
import { readSince } from './since.ts';

/** What `ledger conservation` is asked for. */
export interface ConservationOptions {
  content: string;
  product: string;
  release?: string;
  since?: string;
}

/** Prints the sum of a release and what became of each of its commits. Returns 1 where commits are unresolved. */
export async function conservation(options: ConservationOptions, out: Console): Promise<number> {
  const reader = new LedgerReader(options.content);
  reader.knownPolicy(options.product);
  if (options.release === undefined && options.since !== undefined)
    throw new Fault('--since needs a --release to end at', {
      hint: `Write: ledger conservation --product ${options.product} --release VERSION --since ${options.since}`,
    });
  if (options.release === undefined) return allReleases(options, reader, out);
  const version = resolveHarvested(reader, options.product, options.release);
  const since = options.since === undefined ? null : resolveHarvested(reader, options.product, options.since);
  const { sum, fates } =
    since === null
      ? fromRecords(reader, options.product, version)
      : await fromHistory(reader, options, version, since, out);
  const previous = since ?? reader.release(options.product, version)?.previous ?? null;
  if (out.json)
    out.result({ product: options.product, version, since: previous, sum, commits: fates.map(row) });
  else out.print(asText(version, previous, sum, fates));
  return sum.unresolved > 0 ? 1 : 0;
}

/** The rows of release.md, and what a person took out of the note since. */
export function fromRecords(reader: LedgerReader, product: string, version: string): Conservation {
  const account = reader.account(product, version);
  return conservationOf(withEdits(reader, product, [version], account?.fates ?? []));
}

async function fromHistory(
  reader: LedgerReader,
  { product }: ConservationOptions,
  version: string,
  since: string,
  out: Console,
): Promise<Conservation> {
  const { account, versions } = await readSince(reader, product, since, version, out);
  return conservationOf(withEdits(reader, product, versions, account.fates()));
}

function withEdits(
  reader: LedgerReader,
  product: string,
  versions: readonly string[],
  fates: CommitFate[],
): CommitFate[] {
  const notes = versions.map((version) => reader.note(product, version)).filter((note) => note !== null);
  const entries = notes.flatMap((note) => editedEntries(note.data));
  const bulletIds = notes.flatMap((note) =>
    parseNoteBody(note.body).sections.flatMap((section) => section.bullets.flatMap(({ ids }) => ids)),
  );
  return applyEditorDecisions(fates, { entries, bulletIds });
}

function row({ commit, change, pullRequest, disposition, reason }: CommitFate) {
  return { commit, change, pullRequest, disposition, reason };
}

function allReleases({ product }: ConservationOptions, reader: LedgerReader, out: Console): number {
  // A release that is opened and not tagged has no commits yet.
  const finals = reader
    .versions(product)
    .filter((version) => !isPrerelease(version) && reader.releaseText(product, version) !== null);
  const releases = finals
    .sort(compareVersions)
    .map((version) => ({ version, ...fromRecords(reader, product, version) }));
  const total = conservationOf(releases.flatMap(({ fates }) => fates));
  if (out.json)
    out.result({
      product,
      version: null,
      since: null,
      sum: total.sum,
      releases: releases.map(({ version, sum }) => ({ version, sum })),
      commits: total.fates.map(row),
    });
  else {
    for (const { version, sum } of releases) out.print(`${version.padEnd(18)} ${sumLine(sum)}\n`);
    out.print(`${'all'.padEnd(18)} ${sumLine(total.sum)}\n`);
  }
  return total.sum.unresolved > 0 ? 1 : 0;
}

function asText(
  version: string,
  since: string | null,
  sum: ConservationSum,
  fates: readonly CommitFate[],
): string {
  const head = `${version}${since === null ? '' : ` since ${since}`}: ${sumLine(sum)}\n`;
  const rows = fates.map(
    ({ commit, change, disposition, reason }) =>
      `${commit.slice(0, 12)}  ${disposition.padEnd(10)}  ${change ?? '–'}${reason === '' ? '' : `  (${reason})`}\n`,
  );
  return head + rows.join('');
}

/** The sum as an equation. */
export function sumLine(sum: ConservationSum): string {
  return `${sum.commits} commits = ${sum.published} published + ${sum.excluded} excluded + ${sum.cancelled} cancelled + ${sum.folded} folded + ${sum.unresolved} unresolved`;
}
