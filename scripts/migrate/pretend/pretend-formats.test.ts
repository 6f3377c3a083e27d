import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { newestFormat, SCHEMA_VERSION } from '../../../src/records/index.ts';
import { currentText } from '../../store/current-text.ts';
import { writeAllOrNothing } from '../../store/transaction.ts';
import { answerOf } from '../../testing/answer.ts';
import { tryOpen } from '../../testing/opened-ledger.ts';
import { trySeal, tryVote, verified, well } from '../../testing/sealed.ts';
import { changedFiles } from '../../testing/snapshot.ts';
import type { TestLedger } from '../../testing/test-ledger.ts';
import { useWorkspace } from '../../testing/workspace.ts';
import { migrate } from '../../verbs/migrate.ts';
import { releasedLedger, releasedVersions } from '../released-versions.ts';
import { type ToldLedger, toldBy } from '../told-ledger.ts';
import { putBack } from './first-form.ts';

// Every reader and writer below takes the history of formats from there: this file is a tool of two formats later.
vi.mock('../../../src/records/migrations/steps.ts', async (importOriginal) => {
  const { STEPS } = await importOriginal<typeof import('../../../src/records/migrations/steps.ts')>();
  const { pretendSteps } = await import('./pretend-steps.ts');
  return { STEPS: [...STEPS, ...pretendSteps(Math.max(...STEPS.map(({ to }) => to)))] };
});

const space = useWorkspace();
/** Today's format of the tool itself, which stands two steps before that of this file. */
const THEN = SCHEMA_VERSION - 2;
const DOSSIER = 'ledger/core/releases/1.0.0';
let count = 0;
let ledger: TestLedger;
/** What the ledger said before it was put back. */
let wanted: ToldLedger;

beforeEach(async () => {
  ledger = copyOfReleased();
  wanted = await toldBy(ledger);
  putBack(ledger);
});

function copyOfReleased(): TestLedger {
  count += 1;
  const [version = ''] = releasedVersions().slice(-1);
  return releasedLedger(version, path.join(space.root, `pretend-${count}`));
}

function tryMigrate(dryRun = false) {
  return answerOf((console) => migrate({ content: ledger.content, dryRun }, console));
}

function read(file: string): string {
  return readFileSync(ledger.file(file), 'utf8');
}

/** Paths that the seals fix, and the seals themselves. */
function sealed(file: string): boolean {
  return (
    (file.startsWith(`${DOSSIER}/`) || /deployments\/(?:seal|production\/20260304)/.test(file)) &&
    !file.endsWith('.gitattributes')
  );
}

test('this is a tool of two formats later, and the ledger is of the older form', () => {
  expect(newestFormat()).toBe(SCHEMA_VERSION);
  expect(THEN).toBeGreaterThan(0);
  expect(read(`${DOSSIER}/release.md`)).toContain(`schema: ${THEN}\n`);
  expect(read(`${DOSSIER}/votes/sre-cyra-osei.md`)).toContain('\ncall: go\n');
  expect(read(`${DOSSIER}/seal.json`)).toContain('"by": "cyra-osei"');
  expect(read(`${DOSSIER}/release.md`)).not.toContain('branches');
});

describe('a ledger of an older format', () => {
  test('says all that it says in the newest one, and verifies', async () => {
    expect(await toldBy(ledger)).toEqual(wanted);
  });

  test('is harvested as it is: no seal is amended, no sealed byte and no note changes', async () => {
    const before = ledger.state();
    const { said } = await well(ledger.tryHarvest());
    expect(said).not.toContain('amendment');
    const changed = changedFiles(before, ledger.state());
    expect(changed).toEqual([
      'ledger/core/releases/1.1.0/changes/core-2.md',
      'ledger/core/releases/1.1.0/changes/core-79cecce04e26.md',
      'ledger/core/releases/1.1.0/release.md',
    ]);
  });

  test('what really differs from a sealed record is still amended', async () => {
    ledger = copyOfReleased();
    ledger.edit(`${DOSSIER}/release.md`, (text) =>
      text.replace('versionFrom: tag v1.0.0', 'versionFrom: a guess'),
    );
    putBack(ledger);
    const { said } = await well(ledger.tryHarvest());
    expect(said).toMatch(
      /1\.0\.0\/release\.md is sealed and would differ now: it was kept, and .*amendments\/harvest-/,
    );
    expect(await verified(ledger)).toMatchObject({ code: 0, alarms: [] });
  });

  test('an edit of an older record leaves no mixture of two formats', async () => {
    const file = 'notes/core/1.1.0.md';
    await ledger.harvest(undefined, {});
    const { amendNoteOfRelease } = await import('../../verbs/amend-note.ts');
    const usual = { content: ledger.content, product: 'core', release: '1.1.0' };
    const said = {
      says: 'Reworded.',
      entry: 'core-2',
      text: 'Lists are in order',
      at: '2026-03-06T09:00:00+00:00',
    };
    await well(answerOf((console) => amendNoteOfRelease({ ...usual, ...said }, console)));
    const head = [
      '---',
      `schema: ${SCHEMA_VERSION}`,
      'product: core',
      'version: "1.1.0"',
      'date: "2026-01-05T13:00:00+00:00"',
    ];
    expect(read(file).split('\n').slice(0, head.length)).toEqual(head);
    expect(read(file)).toContain('## Fixed\n\n- Lists are in order {#core-2}\n');
  });

  test('a release that is opened again is written in the newest format', async () => {
    await well(
      tryOpen(ledger, '1.2.0', { now: '2026-03-06T09:00:00+00:00', due: '2026-03-09T09:00:00+00:00' }),
    );
    const text = read('ledger/core/releases/1.2.0/opening.md');
    expect(text).toContain(`schema: ${SCHEMA_VERSION}\n`);
    expect(text).toMatch(/\nopenedBy: cyra-osei\n[\s\S]*due: "2026-03-09/);
    expect(text).not.toMatch(/^by:/m);
  });

  test('a sealed record that would say the same in the newest one is not refused, and stays', () => {
    const file = `${DOSSIER}/votes/sre-cyra-osei.md`;
    const older = read(file);
    const text = currentText(older, 'vote', file);
    expect(text).toBe(
      older.replace(`schema: ${THEN}`, `schema: ${SCHEMA_VERSION}`).replace('call: go', 'decision: go'),
    );
    const write = (put: string) =>
      writeAllOrNothing(ledger.content, (transaction) => transaction.write(file, put));
    write(text);
    expect(read(file)).toBe(older);
    expect(() => write(text.replace('decision: go', 'decision: no-go'))).toThrow('is sealed');
  });

  test('more may be filed and sealed beside what is of an older format', async () => {
    await well(tryVote(ledger, '1.1.0', { ranBy: 'Asha Rao', role: 'module-lead' }));
    await well(trySeal(ledger, { release: '1.1.0', now: '2026-03-06T09:00:00+00:00' }));
    expect(await verified(ledger)).toMatchObject({ code: 0, alarms: [] });
  });
});

describe('migrate', () => {
  test('brings all forward that is in no seal, and what it says stays the same', async () => {
    const before = ledger.state();
    const { said } = await well(tryMigrate());
    expect(await toldBy(ledger)).toEqual(wanted);
    const changed = changedFiles(before, ledger.state());
    expect(changed.filter(sealed)).toEqual([]);
    expect(changed).toEqual([
      'ledger/core/deployments/production/20260305T080000Z-1.1.0.md',
      'ledger/core/policy.md',
      'ledger/core/releases/1.1.0/changes/core-2.md',
      'ledger/core/releases/1.1.0/changes/core-79cecce04e26.md',
      'ledger/core/releases/1.1.0/release.md',
      'ledger/core/releases/1.1.0/stages/3a-unit-tests.md',
      'ledger/core/releases/1.1.0/votes/sre-cyra-osei.md',
      'ledger/core/releases/1.2.0/checklists/sre.md',
      'ledger/core/releases/1.2.0/opening.md',
      'ledger/core/releases/1.2.0/recovery.md',
      'notes/core/1.1.0.md',
      'products/core.md',
      'site.md',
    ]);
    expect(said).toContain(`Format ${THEN + 1}: "zone" is called "timeZone".`);
    expect(said).toContain(`Brought 13 files to format ${SCHEMA_VERSION}.`);
    expect(said).toMatch(/\n18 records of older formats stay as they are: a seal has fixed their bytes\./);
  });

  test('changes only what the formats changed: comments, order and quotes of a person’s file stay', async () => {
    const before = read('ledger/core/policy.md');
    await well(tryMigrate());
    expect(read('ledger/core/policy.md')).toBe(
      before
        .replace(`schema: ${THEN}`, `schema: ${SCHEMA_VERSION}`)
        .replace('zone: Etc/UTC', 'timeZone: Etc/UTC')
        .replace('tagPatterns: ["v{version}"] # since', 'tags: ["v{version}"] # since'),
    );
    expect(read('notes/core/1.1.0.md')).toContain('\n# What follows is the harvest’s.\nknown:');
  });

  test('a second run changes nothing, and a harvest adds only what no older record could tell', async () => {
    await well(tryMigrate());
    const once = ledger.state();
    expect((await well(tryMigrate())).said).toContain(
      `Nothing to bring forward: format ${SCHEMA_VERSION} is the newest.`,
    );
    expect(changedFiles(once, ledger.state())).toEqual([]);
    const release = 'ledger/core/releases/1.1.0/release.md';
    const migrated = read(release);
    await well(ledger.tryHarvest());
    const harvested = ledger.state();
    expect(changedFiles(once, harvested)).toEqual([release]);
    expect(read(release).replace('branches: [main]\n', '')).toBe(migrated);
    await well(ledger.tryHarvest({ release: '1.1.0' }));
    expect(changedFiles(harvested, ledger.state())).toEqual([]);
  });

  test('only told, it writes nothing and ends with 1', async () => {
    const before = ledger.state();
    const { code, said } = await tryMigrate(true);
    expect([code, said]).toEqual([
      1,
      expect.stringContaining(`Would bring 13 files to format ${SCHEMA_VERSION}. Nothing was written.`),
    ]);
    expect(changedFiles(before, ledger.state())).toEqual([]);
  });

  test('one record that cannot be brought forward stops all of it, with its file', async () => {
    ledger.edit(
      'ledger/core/releases/1.2.0/waivers/gates.md',
      () => `---\nschema: ${THEN + 1}\nterm: { until: never }\n---\n`,
    );
    const before = ledger.state();
    const { code, said } = await tryMigrate();
    expect(code).toBe(2);
    expect(said).toMatch(/releases\/1\.2\.0\/waivers\/gates\.md:\d+: product: /);
    expect(said).toContain(
      `The record is of format ${THEN + 1}, and was read as one of format ${SCHEMA_VERSION}.`,
    );
    expect(changedFiles(before, ledger.state())).toEqual([]);
  });

  test('a note that was edited since the seal is brought forward, one that is as sealed stays', async () => {
    const file = 'notes/core/1.0.0.md';
    const asSealed = read(file);
    await well(tryMigrate());
    expect(read(file)).toBe(asSealed);
    writeFileSync(ledger.file(file), `${asSealed}\nMore words.\n`);
    await well(tryMigrate());
    expect(read(file)).toContain(`schema: ${SCHEMA_VERSION}\n`);
    expect(await verified(ledger)).toMatchObject({ code: 0, alarms: [] });
  });
});
