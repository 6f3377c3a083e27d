import { formOfFile } from '../../../src/records/index.ts';
import { isSealName } from '../../../src/seal/seal-name.ts';
import { filingFolder } from './filing-folder.ts';
import type { ProductFacts, ReleaseFacts } from './product-facts.ts';
import { type FoundRecord, readRecord, type UnreadRecord } from './read-record.ts';

/** A product's facts, and its records that did not become facts. */
export interface ReadProduct {
  facts: ProductFacts;
  failed: UnreadRecord[];
}

/** What is done with each record that could be read, beside its becoming a fact. */
export type OnRecord = (record: FoundRecord) => void;

/** Reads every record of a product; `files` are those of the product alone. */
export function readProduct(
  content: string,
  id: string,
  files: readonly string[],
  onRecord: OnRecord,
): ReadProduct {
  const facts = emptyProduct(id, files);
  const releases = new Map<string, ReleaseFacts>();
  const failed: UnreadRecord[] = [];
  for (const file of files) {
    const release = releaseOf(file, releases);
    release?.files.push(file);
    const form = formOfFile(file);
    if (form === null) continue;
    const record = readRecord(content, file, form);
    if (record.is === 'read') {
      onRecord(record);
      keepMentions(record, facts.mentions);
      keep(record, facts, release);
    } else failed.push(record);
  }
  const unread = new Set(failed.map(({ file }) => file));
  return { facts: { ...facts, releases: [...releases.values()], unread }, failed };
}

function emptyProduct(id: string, files: readonly string[]): ProductFacts {
  const has = { policy: files.includes(`ledger/${id}/policy.md`), page: files.includes(`products/${id}.md`) };
  const none = { policy: null, page: null, notes: [], releases: [], deployments: [], mentions: new Map() };
  return { ...none, id, has, files: [...files], unread: new Set() };
}

function releaseOf(file: string, releases: Map<string, ReleaseFacts>): ReleaseFacts | null {
  const version = /^ledger\/[^/]+\/releases\/([^/]+)\//.exec(file)?.[1];
  if (version === undefined) return null;
  const none = { release: null, votes: [], stages: [], waivers: [], sealed: false, files: [] };
  const release = releases.get(version) ?? { version, ...none };
  releases.set(version, release);
  if (isSealName(file.slice(file.lastIndexOf('/') + 1))) release.sealed = true;
  return release;
}

/** The schema of its kind has read it: what it holds is known by where it stands. */
function keep(record: FoundRecord, facts: ProductFacts, release: ReleaseFacts | null): void {
  const { kind, file, text, body } = record;
  const filed = { file, data: record.data as never };
  if (kind === 'policy') facts.policy = { ...filed, text };
  else if (kind === 'product') facts.page = filed;
  else if (kind === 'note') facts.notes.push({ ...filed, text, body });
  else if (kind === 'deployment') facts.deployments.push(filed);
  else if (release === null) return;
  else if (kind === 'release') release.release = filed;
  else if (kind === 'vote') release.votes.push(filed);
  else if (kind === 'stage') release.stages.push(filed);
  else if (kind === 'waiver') release.waivers.push(filed);
}

/** A seal names every file, whoever asked for it. */
function keepMentions({ file, kind, text }: FoundRecord, all: ProductFacts['mentions']): void {
  const folder = filingFolder(file);
  if (folder === null || kind === 'seal' || kind === 'change') return;
  const own = all.get(folder) ?? new Set();
  all.set(folder, own);
  for (const [digest] of text.matchAll(/\b[0-9a-f]{64}\b/g)) own.add(digest);
}
