import { parseChangeBody } from '../../../src/markdown/change-body.ts';
import type { Release } from '../../../src/records/index.ts';
import type { LedgerReader } from '../../store/read.ts';
import { type RecordedChange, recordedFacts } from './recorded-facts.ts';
import type { PlatformSource } from './source.ts';

/** Answers with what earlier harvests wrote into the ledger. */
export function recordedSource(reader: LedgerReader, product: string): PlatformSource {
  return {
    async open(modules) {
      const ids = new Set(modules.map(({ id }) => id));
      const versions = askedVersions(reader, product);
      const repository = repositoryOf(reader, product, versions, ids);
      if (repository === undefined) return null;
      const changes = versions.flatMap((version) => readChanges(reader, product, version, ids));
      const accounts = versions.flatMap((version) => reader.account(product, version) ?? []);
      const fates = accounts.flatMap((account) => account.fates).filter(({ module }) => ids.has(module));
      const promotedBy = accounts.flatMap(({ release }) => release.promotion?.pullRequest ?? []);
      const published = (version: string) => readRelease(reader, product, version);
      const staging = modules.find((module) => module.staging !== undefined)?.staging ?? null;
      const facts = recordedFacts({ repository, changes, fates, promotedBy, staging, release: published });
      return { facts, isPrivate: null, ask: async () => {} };
    },
  };
}

/** As the last harvest called it: a release whose tag is gone keeps the name that it was harvested under. */
function repositoryOf(
  reader: LedgerReader,
  product: string,
  versions: readonly string[],
  modules: ReadonlySet<string>,
): string | undefined {
  const releases = versions.flatMap((version) => reader.release(product, version) ?? []);
  const isGone = (release: Release) => release.events?.some(({ kind }) => kind === 'tag-missing') === true;
  return releases
    .toSorted((a, b) => Number(isGone(a)) - Number(isGone(b)))
    .flatMap((release) => release.modules)
    .find((module) => modules.has(module.id) && module.repository !== undefined)?.repository;
}

/** Told by the text alone: most ledgers that no platform was asked for are large. */
function askedVersions(reader: LedgerReader, product: string): string[] {
  return reader
    .versions(product)
    .filter((version) => /^ +repository: /m.test(reader.releaseText(product, version) ?? ''));
}

function readChanges(
  reader: LedgerReader,
  product: string,
  version: string,
  modules: ReadonlySet<string>,
): RecordedChange[] {
  return reader.changeIds(product, version).flatMap((id) => {
    const record = reader.changeRecord(product, version, id);
    if (record === null || !modules.has(record.data.module)) return [];
    return { change: record.data, descriptions: parseChangeBody(record.body).descriptions };
  });
}

function readRelease(reader: LedgerReader, product: string, version: string) {
  const record = reader.platformRelease(product, version);
  return record === null
    ? undefined
    : { record: record.data, description: parseChangeBody(record.body).message };
}
