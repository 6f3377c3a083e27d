import { type KnownIssue, type NoteInput, SCHEMA_VERSION } from '../../../src/records/index.ts';
import { shortlist } from '../big-ledger/invented.ts';
import { momentOf, PATCHES, type PlannedLine, versionIn } from './planned-line.ts';
import { CHANGES, entryOf, furtherEntries, idOf, type ToldEntry } from './told-entry.ts';

/** What a note says. */
export interface ToldNote {
  fields: Omit<NoteInput, 'entries'>;
  entries: ToldEntry[];
  issues: { facts: KnownIssue; words: string }[];
}

/** What products are made of that have many releases. */
export interface ManyReleases {
  product: string;
  lines: readonly PlannedLine[];
  /** The line whose release has very many entries, and how many. */
  wide: { line: number; entries: number };
}

const [BREAKS, DEPRECATES, WEAK, FLAWED, MOVES, TAKEN_BACK] = [5, 4, 2, 3, 6, 40];
/** After so many lines what was deprecated is gone. */
const GRACE = 8;
const SEVERITIES = ['critical', 'high', 'medium', 'low'] as const;
const MATURITIES = ['alpha', 'beta', 'stable'] as const;

/** The notes of a line: its candidate, its release, its patches. */
export function lineNotes(line: PlannedLine, all: ManyReleases): ToldNote[] {
  const patches = Array.from({ length: PATCHES }, (_, at) => patchNote(line, at + 1, all));
  return [candidate(line, all), release(line, all), ...patches];
}

function candidate(line: PlannedLine, all: ManyReleases): ToldNote {
  const fields = {
    ...standing(line, 'RC1', all),
    ...{ prerelease: true, previous: before(line, all), foldedInto: versionIn(line, 0) },
  };
  return { fields, entries: firstEntries(line), issues: [] };
}

function release(line: PlannedLine, all: ManyReleases): ToldNote {
  const early = versionIn(line, 'RC1');
  const fields = {
    ...standing(line, 0, all),
    ...{ previous: before(line, all), descendsFrom: [early], folds: [early] },
    ...(line.index % MOVES === 0 && termsOf(line)),
  };
  const issue = { id: `known-${line.index + 1}`, fixedBy: idOf(line, CHANGES.issue) };
  const words = `The log of line ${line.index} is written twice. Workaround: read every second line.`;
  return {
    fields,
    entries: [
      ...firstEntries(line),
      ...(line.minor === 0 || line.index % BREAKS === 0 ? [breaking(line)] : []),
      ...(line.index % DEPRECATES === 1 ? [deprecation(line, all)] : []),
      ...(line.index >= GRACE && (line.index - GRACE) % DEPRECATES === 1 ? [removal(line)] : []),
      ...mended(line, all),
      ...(line.index === all.wide.line ? furtherEntries(all.wide.entries) : []),
    ],
    issues: line.index % FLAWED === 0 ? [{ facts: issue, words }] : [],
  };
}

function patchNote(line: PlannedLine, patch: number, all: ManyReleases): ToldNote {
  const withdrawn = { reason: 'Its images are for another platform.', use: versionIn(line, patch + 1) };
  const isWithdrawn = patch === PATCHES - 2 && line.index % TAKEN_BACK === 7;
  const alsoIn = nextMinor(line, all);
  return {
    fields: {
      ...standing(line, patch, all),
      previous: versionIn(line, patch - 1),
      ...(isWithdrawn && { withdrawn }),
    },
    entries: [
      entryOf(line, CHANGES.patch + patch, { heading: 'Fixed', kind: 'fix' }),
      entryOf(line, CHANGES.part + patch, {
        ...{ heading: 'Dependencies', kind: 'deps' },
        words: `Bump anchor from ${line.index}.${patch} to ${line.index}.${patch + 1}`,
      }),
      ...(patch === 2 ? weakness(line, alsoIn) : []),
      ...(patch === 3 ? issueFix(line, alsoIn) : []),
    ],
    issues: [],
  };
}

function standing(line: PlannedLine, patch: 'RC1' | number, { product }: ManyReleases) {
  const [version, date] = [versionIn(line, patch), momentOf(line, patch)];
  return { schema: SCHEMA_VERSION, product, version, date, prerelease: false };
}

function before({ index }: PlannedLine, { lines }: ManyReleases): string | null {
  const earlier = lines[index - 1];
  return earlier === undefined ? null : versionIn(earlier, 0);
}

function nextMinor({ index }: PlannedLine, { lines }: ManyReleases): string[] {
  const later = lines[index + 1];
  return later === undefined ? [] : [versionIn(later, 0)];
}

function termsOf({ index }: PlannedLine): Pick<NoteInput, 'compatibility' | 'features'> {
  const step = Math.floor(index / MOVES);
  return {
    compatibility: { kubernetes: `1.${10 + step} to 1.${13 + step}`, helm: `3.${step}` },
    features: { [step % 2 === 0 ? 'night' : 'fog']: shortlist(MATURITIES, Math.floor(step / 2)) },
  };
}

function firstEntries(line: PlannedLine): ToldEntry[] {
  return [
    entryOf(line, CHANGES.feature, { heading: 'Added', kind: 'feat' }),
    entryOf(line, CHANGES.fix, { heading: 'Fixed', kind: 'fix' }),
  ];
}

function breaking(line: PlannedLine): ToldEntry {
  const words = `Rename \`rope${line.index}\` to \`line${line.index}\` in your values before you upgrade.`;
  return entryOf(line, CHANGES.breaking, {
    ...{ heading: 'Action required', kind: 'feat', words, facts: { breaking: true } },
  });
}

function deprecation(line: PlannedLine, { lines }: ManyReleases): ToldEntry {
  const end = lines[line.index + GRACE];
  return entryOf(line, CHANGES.deprecation, {
    ...{ heading: 'Deprecated', kind: 'other', words: `The address \`/v${line.index}\`.` },
    ...(end !== undefined && { facts: { removalIn: versionIn(end, 0) } }),
  });
}

function removal(line: PlannedLine): ToldEntry {
  const announced = line.index - GRACE;
  return entryOf(line, CHANGES.removal, {
    ...{ heading: 'Removed', kind: 'other', words: `The address \`/v${announced}\`.` },
    facts: { removes: idOf({ index: announced }, CHANGES.deprecation) },
  });
}

/** What a minor release shares with patches of the line before it. */
function mended(line: PlannedLine, { lines }: ManyReleases): ToldEntry[] {
  const earlier = lines[line.index - 1];
  if (earlier === undefined) return [];
  return [...weakness(earlier, [versionIn(earlier, 2)]), ...issueFix(earlier, [versionIn(earlier, 3)])];
}

function weakness(line: PlannedLine, alsoIn: string[]): ToldEntry[] {
  if (line.index % WEAK !== 0) return [];
  const id = `CVE-${momentOf(line, 2).slice(0, 4)}-${90_000 + line.index}`;
  const security = { severity: shortlist(SEVERITIES, line.index / WEAK), since: versionIn(line, 0) };
  const words = `Check who asks at gate ${line.index} (${id}).`;
  const facts = { ...(alsoIn.length > 0 && { alsoIn }), ...(line.index % 8 === 0 && { security }) };
  return [entryOf(line, CHANGES.weakness, { heading: 'Security', kind: 'security', words, facts })];
}

function issueFix(line: PlannedLine, alsoIn: string[]): ToldEntry[] {
  if (line.index % FLAWED !== 0) return [];
  const words = `The log of line ${line.index} is written once.`;
  const facts = alsoIn.length > 0 ? { alsoIn } : {};
  return [entryOf(line, CHANGES.issue, { heading: 'Fixed', kind: 'fix', words, facts })];
}
