import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPlainMarkdown } from '../../src/markdown/front-matter.ts';
import { bringForward, type PlainFields, RECORD_KINDS } from '../../src/records/index.ts';
import { filesWithBytes, runBuild } from '../site/testing/command.ts';
import { TOOL } from '../store/cache-folder.ts';
import { answerOf } from '../testing/answer.ts';
import { well } from '../testing/sealed.ts';
import { changedFiles } from '../testing/snapshot.ts';
import type { TestLedger } from '../testing/test-ledger.ts';
import { useWorkspace } from '../testing/workspace.ts';
import { migrate } from '../verbs/migrate.ts';
import { recordFiles } from './record-files.ts';
import { releasedFolder, releasedLedger, releasedVersions } from './released-versions.ts';
import { expectedOf, toldBy } from './told-ledger.ts';

const space = useWorkspace();

function copy(version: string, name: string): TestLedger {
  return releasedLedger(version, path.join(space.root, `${version}-${name}`));
}

function tryMigrate({ content }: TestLedger) {
  return well(answerOf((console) => migrate({ content }, console)));
}

test('there is a ledger of every released version, this one among them', () => {
  const { version } = JSON.parse(readFileSync(path.join(TOOL, 'package.json'), 'utf8')) as {
    version: string;
  };
  expect(releasedVersions()).toContain('0.1.0');
  expect(releasedVersions(), 'freeze one: node scripts/migrate/make-released.ts').toContain(version);
});

describe.each(releasedVersions())('the ledger that %s wrote', (version) => {
  test('has every kind of record', () => {
    const kinds = recordFiles(copy(version, 'kinds').content).map(({ form }) => form.kind);
    expect([...new Set(kinds)].sort()).toEqual([...RECORD_KINDS].sort());
  });

  test('says what it said then, as it is and after it was brought forward', async () => {
    const [ledger, then] = [copy(version, 'told'), expectedOf(releasedFolder(version))];
    const before = await toldBy(ledger);
    expect(before).toMatchObject({ verdicts: then.verdicts, notes: then.notes });
    expect([before.verify.code, before.verify.alarms]).toEqual([0, []]);
    await tryMigrate(ledger);
    expect(await toldBy(ledger)).toEqual(before);
  });

  test('is brought forward once; a second time, and harvests after it, change nothing', async () => {
    const ledger = copy(version, 'again');
    await tryMigrate(ledger);
    const once = ledger.state();
    await tryMigrate(ledger);
    expect(changedFiles(once, ledger.state())).toEqual([]);
    await well(ledger.tryHarvest());
    expect(changedFiles(once, ledger.state())).toEqual([]);
  });

  test('has records that are read the same where a person leaves the number of today’s format out', async () => {
    const ledger = copy(version, 'numbers');
    await tryMigrate(ledger);
    const records = recordFiles(ledger.content).filter(({ file }) => file.endsWith('.md'));
    expect(records.length).toBeGreaterThan(20);
    for (const { file, form } of records) {
      const { data, body } = readPlainMarkdown(readFileSync(ledger.file(file), 'utf8'), file);
      const today = bringForward(form.kind, { data: data as PlainFields, body });
      const { schema: _, ...unnumbered } = today.data;
      expect(bringForward(form.kind, { data: unnumbered, body: today.body }), file).toEqual(today);
    }
  });

  test.each(['public', 'internal'])('is shown by the %s edition', async (edition) => {
    const ledger = copy(version, edition);
    const out = path.join(ledger.folder, 'out');
    const options = ['--edition', edition, '--content', ledger.content, '--out', out];
    const { status, said } = await runBuild('2026-03-06T09:00:00Z', options);
    expect(status, said).toBe(0);
    const pages = [...filesWithBytes(out).keys()];
    expect(pages).toContain('core/1.0.0/index.html');
    expect(pages.includes('audit/core/1.0.0/index.html')).toBe(edition === 'internal');
  });

  test('is harvested as it is: nothing new is found, and no seal is amended', async () => {
    const ledger = copy(version, 'harvest');
    const before = ledger.state();
    const { said } = await well(ledger.tryHarvest());
    expect(said).not.toContain('amendment');
    expect(changedFiles(before, ledger.state()).filter((file) => !before.has(file))).toEqual([]);
  });
});
