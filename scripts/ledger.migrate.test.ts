import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { SCHEMA_VERSION } from '../src/records/index.ts';
import { recordFiles } from './migrate/record-files.ts';
import { releasedLedger, releasedVersions } from './migrate/released-versions.ts';
import { toldBy } from './migrate/told-ledger.ts';
import { answerOf } from './testing/answer.ts';
import { copyOf, tryVerify, verified, well } from './testing/sealed.ts';
import { changedFiles } from './testing/snapshot.ts';
import type { TestLedger } from './testing/test-ledger.ts';
import { withoutFormats } from './testing/without-formats.ts';
import { useWorkspace } from './testing/workspace.ts';
import { migrate } from './verbs/migrate.ts';
import { verdict } from './verbs/verdict.ts';

const space = useWorkspace();
const NEWER = SCHEMA_VERSION + 1;
let sample: TestLedger;
let copies = 0;

beforeAll(() => {
  sample = releasedLedger(releasedVersions().at(-1) ?? '', path.join(space.root, 'sample'));
});

function fresh(): TestLedger {
  copies += 1;
  return copyOf(sample, path.join(space.root, `copy-${copies}`));
}

function tryMigrate({ content }: TestLedger, dryRun = false, json = false) {
  return answerOf((console) => migrate({ content, dryRun }, console), { json });
}

describe('records that say no format', () => {
  test('are read as they are, and get their number first of all fields by the command', async () => {
    const ledger = fresh();
    const wanted = await toldBy(ledger);
    const before = ledger.state();
    const count = withoutFormats(ledger);
    expect(count).toBe(14);
    const { notes, verdicts, verify } = await toldBy(ledger);
    expect({ notes, verdicts, verify }).toEqual(wanted);
    const { code, said } = await ledger.command(['migrate']);
    expect([code, said]).toEqual([
      0,
      expect.stringContaining(`Brought ${count} files to format ${SCHEMA_VERSION}.`),
    ]);
    expect(changedFiles(before, ledger.state())).toEqual([]);
  });

  test('may stand in a note that a person writes by hand', async () => {
    const ledger = fresh();
    const text = `---\n# mine\nproduct: core\nversion: "0.9.0"\ndate: "2026-01-01T00:00:00+00:00"\nprerelease: false\nprevious: null\nentries: []\n---\n\nWords.\n`;
    ledger.edit('notes/core/0.9.0.md', () => text);
    expect(ledger.note('0.9.0')).toMatchObject({ schema: SCHEMA_VERSION, version: '0.9.0' });
    await well(tryMigrate(ledger));
    expect(ledger.noteText('0.9.0')).toBe(text.replace('---\n#', `---\nschema: ${SCHEMA_VERSION}\n#`));
  });
});

test('only asked about, it tells and writes nothing', async () => {
  const ledger = fresh();
  expect((await tryMigrate(ledger, true)).code).toBe(0);
  withoutFormats(ledger);
  const before = ledger.state();
  const { code, printed, said } = await tryMigrate(ledger, true, true);
  expect([code, changedFiles(before, ledger.state())]).toEqual([1, []]);
  expect(said).toContain('Nothing was written.');
  expect(JSON.parse(printed)).toMatchObject({
    ...{ format: SCHEMA_VERSION, dryRun: true, written: 0 },
    kinds: expect.arrayContaining([{ kind: 'note', changed: 2, sealed: 0, current: 0 }]),
    files: expect.arrayContaining([{ file: 'site.md', kind: 'site', from: 0 }]),
  });
});

test('one broken record stops all of it, with file, line and field', async () => {
  const ledger = fresh();
  withoutFormats(ledger);
  ledger.edit('ledger/core/releases/1.2.0/recovery.md', (text) => text.replace('onCall:', 'onCal:'));
  const before = ledger.state();
  const { code, said } = await tryMigrate(ledger);
  expect([code, said]).toEqual([2, expect.stringMatching(/releases\/1\.2\.0\/recovery\.md:\d+: onCal/)]);
  expect(changedFiles(before, ledger.state())).toEqual([]);
});

test('a folder without a ledger is no ledger in which all is well', async () => {
  const folder = path.join(space.root, 'empty');
  mkdirSync(folder);
  const { code, said } = await answerOf((console) => migrate({ content: folder }, console));
  expect([code, said]).toEqual([2, expect.stringContaining('there is no ledger in this folder')]);
});

describe('a record of a newer version', () => {
  const files = recordFiles(
    path.join(import.meta.dirname, 'migrate/released', releasedVersions().at(-1) ?? '', 'content'),
  );
  const ofKinds = Object.entries(Object.groupBy(files, ({ form }) => form.kind)).map(
    ([kind, [first]]) => [kind, first?.file ?? ''] as const,
  );

  function made(file: string): TestLedger {
    const ledger = fresh();
    ledger.edit(file, (text) =>
      text.replace(/^( {2}"?|)schema"?: \d+/m, (said) => said.replace(/\d+/, String(NEWER))),
    );
    return ledger;
  }

  test.each(ofKinds)('stops migrate, whatever it is: %s', async (_, file) => {
    const ledger = made(file);
    const before = ledger.state();
    const { code, said } = await tryMigrate(ledger);
    expect(code).toBe(2);
    expect(said).toMatch(
      /:2: schema: this record was written by a newer Release Ledger \(format \d+; this one reads up to \d+\)\n {2}Upgrade the tool/,
    );
    expect(said).toContain(path.basename(file));
    expect(changedFiles(before, ledger.state())).toEqual([]);
  });

  const read = ofKinds.filter(
    ([kind]) => !['site', 'seal', 'amendment', 'redaction', 'product', 'platform-release'].includes(kind),
  );
  test.each(read)('stops a verdict that needs it: %s', async (kind, file) => {
    const ledger = made(file);
    const { content } = ledger;
    const release = /releases\/([\d.]+)\//.exec(file)?.[1] ?? '1.0.0';
    const options = { content, product: 'core', release, format: 'text' as const };
    const { code, said } = await answerOf((console) => verdict(options, console));
    expect([code, said], kind).toEqual([2, expect.stringContaining('written by a newer Release Ledger')]);
  });

  test.each(['ledger/core/releases/1.0.0/seal.json', 'ledger/core/deployments/seal-1.json'])(
    'is an alarm where all is verified: %s',
    async (file) => {
      const { code, alarms } = await verified(made(file));
      expect([code, alarms]).toEqual([
        1,
        expect.arrayContaining([expect.stringContaining(`${file}: this record was written by a newer`)]),
      ]);
    },
  );

  test('the command line says so without a stack', async () => {
    const { code, said } = await made('ledger/core/policy.md').command(['harvest', '--product', 'core']);
    expect(code).toBe(2);
    expect(said).toMatch(
      /^ledger: .*policy\.md:2: schema: this record was written by a newer Release Ledger/,
    );
    expect(said).not.toContain('    at ');
  });
});

test('a seal without its number is none, and where nobody knows what is sealed, nothing is written', async () => {
  const ledger = fresh();
  withoutFormats(ledger);
  ledger.edit('ledger/core/releases/1.0.0/seal-3.json', (text) => text.replace(/ {2}"schema": \d+,\n/, ''));
  expect((await tryVerify(ledger)).code).toBe(1);
  expect((await tryMigrate(ledger)).code).toBe(2);
});
