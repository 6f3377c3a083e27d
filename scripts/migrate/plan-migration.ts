import fs from 'node:fs';
import path from 'node:path';
import { readMarkdown, readPlainMarkdown } from '../../src/markdown/front-matter.ts';
import {
  Fault,
  type FormatStep,
  formatOf,
  isFields,
  isOlder,
  jsonOfToday,
  NewerRecord,
  newestFormat,
  RECORD_KINDS,
  type RecordKind,
  stepsSince,
} from '../../src/records/index.ts';
import type { Progress } from '../report.ts';
import { currentText } from '../store/current-text.ts';
import { readSeal, SealedFiles, sealNames, textDigest } from '../store/sealed-files.ts';
import { type RecordFile, recordFiles } from './record-files.ts';
import { withNewPolicies } from './renamed-policies.ts';

/** A record that is written anew. */
export interface MigratedFile {
  file: string;
  kind: RecordKind;
  /** The format that it says; 0 where it says none. */
  from: number;
  /** As it is. */
  before: string;
  text: string;
}

/** What is there of a kind of records. */
export interface MigratedKind {
  kind: RecordKind;
  /** Written anew. */
  changed: number;
  /** Of an older format, and left so: a seal has fixed their bytes. */
  sealed: number;
  /** Of the newest format already. */
  current: number;
}

/** What bringing a ledger forward comes to. */
export interface MigrationPlan {
  /** The newest format. */
  format: number;
  kinds: MigratedKind[];
  files: MigratedFile[];
  /** What the formats changed, as far as the ledger has records that it concerns. */
  says: string[];
}

type Outcome = { is: 'current' } | { is: 'sealed'; from: number } | { is: 'changed'; file: MigratedFile };

/**
 * Sees what has to be written so that every record that is in no seal is of the newest format. Writes nothing. Throws a
 * Fault for a record that cannot be brought forward, and for a ledger of a newer format.
 */
export function planMigration(content: string, progress: Progress): MigrationPlan {
  requireLedger(content);
  const [sealed, records] = [new SealedFiles(content), recordFiles(content)];
  const outcomes = records.map((record, index) => {
    progress.step('Reading', index + 1, records.length);
    return { kind: record.form.kind, outcome: outcomeOf(content, record, sealed) };
  });
  progress.end();
  const changed = outcomes.flatMap(({ outcome }) => (outcome.is === 'changed' ? [outcome.file] : []));
  const files = withNewPolicies(content, changed, sealed);
  return { format: newestFormat(), kinds: countKinds(outcomes, files), files, says: sentences(changed) };
}

function outcomeOf(content: string, { file, form }: RecordFile, sealed: SealedFiles): Outcome {
  const place = path.join(content, file);
  const before = fs.readFileSync(place, 'utf8');
  if (form.kind === 'seal' || form.kind === 'redaction') return jsonOutcome(before, place, form);
  const isFixed = (): boolean => sealed.digestOf(file) !== null || isSealedNote(content, file, before);
  const from = olderFormat(before, place, isFixed);
  if (from === null) return { is: 'current' };
  if (isFixed()) return { is: 'sealed', from };
  const text = currentText(before, form.kind, place);
  // What is written is read again by every command.
  readMarkdown(before, form.schema, place);
  readMarkdown(text, form.schema, place);
  return { is: 'changed', file: { file, kind: form.kind, from, before, text } };
}

/**
 * The format of a record that is of an older one; null for any other. A sealed one that cannot be read is an alarm that
 * `ledger verify` tells; a newer one says what the whole ledger is.
 */
function olderFormat(text: string, file: string, isFixed: () => boolean): number | null {
  try {
    return older(readPlainMarkdown(text, file).data);
  } catch (error) {
    if (error instanceof Fault && !(error instanceof NewerRecord) && isFixed()) return null;
    throw error;
  }
}

function older(data: unknown): number | null {
  return isFields(data) && isOlder(data) ? formatOf(data) : null;
}

/** Seals and what is sealed with them are the chain: nobody writes them anew. */
function jsonOutcome(text: string, file: string, { schema }: RecordFile['form']): Outcome {
  const data = jsonOf(text);
  jsonOfToday(schema, data, file);
  const from = older(data);
  return from === null || from === 0 ? { is: 'current' } : { is: 'sealed', from };
}

/** A note that is as it was when its release was sealed stays so: the seal names its digest. */
function isSealedNote(content: string, file: string, text: string): boolean {
  const [, product, version] = /^notes\/([^/]+)\/([^/]+)\.md$/.exec(file) ?? [];
  if (product === undefined || version === undefined) return false;
  const folder = path.join(content, 'ledger', product, 'releases', version);
  const digest = textDigest(text);
  return sealNames(folder).some((name) => readSeal(path.join(folder, name)).note === digest);
}

function countKinds(
  outcomes: readonly { kind: RecordKind; outcome: Outcome }[],
  files: readonly MigratedFile[],
): MigratedKind[] {
  return RECORD_KINDS.flatMap((kind) => {
    const own = outcomes.filter((each) => each.kind === kind);
    if (own.length === 0) return [];
    const changed = files.filter((each) => each.kind === kind).length;
    const sealed = own.filter(({ outcome }) => outcome.is === 'sealed').length;
    return [{ kind, changed, sealed, current: own.length - changed - sealed }];
  });
}

function sentences(changed: readonly MigratedFile[]): string[] {
  const steps = changed.flatMap(({ kind, from }): FormatStep[] => stepsSince(from, kind));
  const inOrder = [...new Set(steps)].sort((a, b) => a.from - b.from);
  return inOrder.map(({ to, says }) => `Format ${to}: ${says}`);
}

/** A name that was mistyped must not look like a ledger in which all is well. */
function requireLedger(content: string): void {
  const folders = ['ledger', 'products', 'notes'].map((name) => path.join(content, name));
  if (folders.some((folder) => fs.existsSync(folder))) return;
  throw new Fault('there is no ledger in this folder', {
    place: { file: content },
    hint: 'Name the folder that holds "ledger": --content DIR.',
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
