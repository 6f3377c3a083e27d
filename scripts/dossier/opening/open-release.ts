import path from 'node:path';
import { readMarkdown } from '../../../src/markdown/front-matter.ts';
import {
  Fault,
  formOfFile,
  type Opening,
  OpeningSchema,
  type Policy,
  type Release,
} from '../../../src/records/index.ts';
import { currentText } from '../../store/current-text.ts';
import { ledgerPaths } from '../../store/paths.ts';
import type { LedgerReader } from '../../store/read.ts';
import { readIfThere } from '../../store/transaction.ts';
import { completedChecklist, newChecklist } from './checklist-file.ts';
import { nextRelease } from './due-time.ts';
import { newOpening, type OpeningWanted, updatedOpening } from './opening-file.ts';
import { newRecovery } from './recovery-file.ts';

/** A file of a dossier as it is to be. */
export interface PreparedFile {
  /** From the content folder on. */
  file: string;
  text: string;
}

/** What opening a release comes to. */
export interface OpenedRelease {
  opening: Opening;
  /** The release where its tag was harvested already. */
  tagged: Release | null;
  /** Only files that change. */
  files: PreparedFile[];
}

/** Prepares the files of a release that somebody opens, or opens again. Writes nothing. */
export function openRelease(reader: LedgerReader, policy: Policy, wanted: OpeningWanted): OpenedRelease {
  const { product, version } = wanted;
  const tagged = reader.release(product, version);
  const opening = openingFile(reader, policy, wanted, tagged);
  const { data } = readMarkdown(opening.text, OpeningSchema, opening.file);
  const prepared = [opening, ...checklistFiles(reader, policy, wanted), ...recoveryFile(reader, wanted)];
  return { opening: data, tagged, files: prepared.filter(({ file, text }) => stored(reader, file) !== text) };
}

function openingFile(
  reader: LedgerReader,
  policy: Policy,
  wanted: OpeningWanted,
  tagged: Release | null,
): PreparedFile {
  const file = ledgerPaths(wanted.product).opening(wanted.version);
  const existing = stored(reader, file);
  if (tagged !== null) refuseLateList(reader, wanted, existing, tagged);
  const text =
    existing === null
      ? newOpening({ ...wanted, due: wanted.due ?? usualDue(policy, wanted, tagged) })
      : updatedOpening(existing, wanted, path.join(reader.content, file));
  return { file, text };
}

/** An emergency waits for no day, and what has its tag has its time. */
function usualDue(
  policy: Policy,
  { incident, now }: OpeningWanted,
  tagged: Release | null,
): string | undefined {
  if (incident !== undefined || tagged !== null) return undefined;
  return nextRelease(policy, now) ?? undefined;
}

/** Only an emergency may be written down afterwards. */
function refuseLateList(
  reader: LedgerReader,
  { product, version, scope, incident }: OpeningWanted,
  existing: string | null,
  { tag, date }: Release,
): void {
  const file = ledgerPaths(product).opening(version);
  const before =
    existing === null ? null : readMarkdown(existing, OpeningSchema, path.join(reader.content, file)).data;
  const isListed = scope.every((id) => before?.scope?.includes(id) === true);
  if (isListed || incident !== undefined || before?.emergency !== undefined) return;
  throw new Fault(`${version} has its tag ${tag.name} since ${date}: a list made now approves nothing`, {
    hint: 'Leave --scope away. Who answers for what was not approved says so: ledger waive --control approved-scope.',
  });
}

function checklistFiles(
  reader: LedgerReader,
  policy: Policy,
  { product, version }: OpeningWanted,
): PreparedFile[] {
  const folder = ledgerPaths(product).part(version, 'checklists');
  return Object.entries(policy.checklists).map(([id, items]) => {
    const name = policy.roles.find((role) => role.id === id)?.name ?? id;
    const wanted = { product, version, role: { id, name }, items };
    const file = `${folder}/${id}.md`;
    const existing = stored(reader, file);
    const text =
      existing === null
        ? newChecklist(wanted)
        : completedChecklist(existing, wanted, path.join(reader.content, file));
    return { file, text };
  });
}

/** What people wrote into a plan is theirs: only a plan that is not there is written. */
function recoveryFile(reader: LedgerReader, { product, version }: OpeningWanted): PreparedFile[] {
  const file = ledgerPaths(product).recovery(version);
  return stored(reader, file) === null ? [{ file, text: newRecovery(product, version) }] : [];
}

/** What is there, in today's format: it is edited on. */
function stored({ content }: LedgerReader, file: string): string | null {
  const text = readIfThere(path.join(content, file));
  const kind = formOfFile(file)?.kind;
  return text === null || kind === undefined ? text : currentText(text, kind, path.join(content, file));
}
