import { beforeAll, expect, test } from 'vitest';
import { expectSum } from './testing/check-conservation.ts';
import { processLines, tryOpen } from './testing/opened-ledger.ts';
import type { TestLedger } from './testing/test-ledger.ts';
import { useWorkspace } from './testing/workspace.ts';
import { Clock, type CommitHandle, RepositoryBuilder } from './world/index.ts';

const space = useWorkspace();
const NOW = '2026-02-03T04:00:00+00:00';
const clock = new Clock('2026-01-05T09:00:00Z');
const lead = new RepositoryBuilder({ clock });
const web = new RepositoryBuilder({ clock });
let ledger: TestLedger;
let [first, second]: CommitHandle[] = [];

beforeAll(async () => {
  lead.commit({ message: 'feat: start (#1)' });
  web.commit({ message: 'feat: draw (#1)' });
  first = web.commit({ message: 'fix: draw thinner (#2)' });
  second = web.commit({ message: 'fix: draw faster (#3)' });
  ledger = space.ledger('by-hand', 'suite');
  ledger.writePolicy(
    `  - { id: suite, repository: ../suite.git, tags: ["v{version}"] }
  - { id: web, repository: ../web.git, tags: ["web-{version}"] }
`,
    processLines(),
  );
  await web.write(`${ledger.folder}/web.git`);
});

/** Opens with a module's version, makes the tag afterwards and harvests. */
async function released(version: string, module: string): Promise<void> {
  const answer = await tryOpen(ledger, version, { now: NOW, module: [module] });
  expect(answer).toMatchObject({ code: 0 });
  lead.commit({ message: `feat: part of ${version} (#${version.replaceAll('.', '')})` });
  lead.tag(`v${version}`);
  await ledger.harvest(lead, { repo: [] });
}

test('a module without a tag of its own has the version and the commit that it was opened with', async () => {
  await released('1.0.0', `web=0.7@${first?.id}`);
  expect(ledger.release('1.0.0').modules[1]).toMatchObject({
    id: 'web',
    version: '0.7',
    commit: first?.id,
    versionFrom: 'written in opening.md',
    tag: null,
  });
  expect(await ledger.ids('1.0.0')).toEqual(expect.arrayContaining(['web-1', 'web-2']));
  await released('1.1.0', `web=0.8@${second?.id}`);
  expect(await ledger.ids('1.1.0')).toEqual(['suite-110', 'web-3']);
  for (const version of ledger.versions()) expectSum(await ledger.conservation(version), version);
});

test('harvesting again changes nothing', async () => {
  const state = ledger.state();
  await ledger.harvest();
  expect(ledger.state()).toEqual(state);
});

test('opening again with another commit mends it, also after the tag', async () => {
  await tryOpen(ledger, '1.1.0', { now: NOW, module: [`web=0.7@${first?.id}`] });
  await ledger.harvest();
  expect(ledger.release('1.1.0').modules[1]).toMatchObject({ version: '0.7', moved: false });
});

test('a commit that the clone does not hold is said', async () => {
  await released('1.2.0', `web=0.9@${'0e'.repeat(20)}`);
  expect(ledger.release('1.2.0').modules[1]).toMatchObject({
    version: null,
    commit: null,
    versionFrom: expect.stringContaining('opening.md names commit 0e0e'),
  });
});

test('a release that is only opened does not stop a harvest, and stays', async () => {
  await tryOpen(ledger, '2.0.0', { now: NOW });
  const answer = await ledger.harvest();
  expect(answer.said).not.toContain('2.0.0');
  expect(ledger.versions()).toContain('2.0.0');
});
