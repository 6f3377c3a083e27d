import path from 'node:path';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { checkConservation, revList } from './testing/check-conservation.ts';
import { runCommand } from './testing/child.ts';
import { buildHistory, type Step, stepArbitrary } from './testing/random-history.ts';
import { snapshot } from './testing/snapshot.ts';
import type { TestLedger } from './testing/test-ledger.ts';
import { useWorkspace } from './testing/workspace.ts';

const space = useWorkspace();
const SEED = 20_260_105;
const ZONES = ['Asia/Kolkata', 'America/St_Johns'];
const steps = fc.array(stepArbitrary, { minLength: 5, maxLength: 45, size: 'max' });
let histories = 0;

async function harvestedHistory(taken: readonly Step[]): Promise<TestLedger> {
  histories += 1;
  const repo = buildHistory(taken);
  const ledger = space.ledger(`history-${histories}`);
  await ledger.harvest(repo);
  return ledger;
}

test('in any history every commit is accounted for, once', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      const ledger = await harvestedHistory(taken);
      await checkConservation(ledger);
      await expectWholeRecords(ledger);
    }),
    { seed: SEED, numRuns: 20 },
  );
}, 60_000);

test('in any history a range between two releases is what git says, and adds up', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      const ledger = await harvestedHistory(taken);
      const [since, until] = [ledger.versions().at(0) ?? '', ledger.versions().at(-1) ?? ''];
      const { commits, sum } = await ledger.conservation(until, since);
      const [from, to] = [since, until].map((version) => ledger.release(version).tag.commit) as [
        string,
        string,
      ];
      expect(commits.map(({ commit }) => commit).toSorted()).toEqual(await revList(ledger, [to], [from]));
      expect(sum.unresolved).toBe(0);
    }),
    { seed: SEED + 1, numRuns: 10 },
  );
}, 60_000);

test('a harvest gives the same bytes in any time zone, and again writes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      const ledger = await harvestedHistory(taken);
      const state = ledger.state();
      for (const content of await Promise.all(ZONES.map((zone) => harvestIn(zone, ledger))))
        expect(snapshot(content)).toEqual(state);
      vi.stubEnv('LEDGER_CACHE', path.join(ledger.folder, 'no-memory'));
      const again = await ledger.tryHarvest({}, true);
      expect(JSON.parse(again.printed)).toMatchObject({ filesWritten: 0, nothingNew: false });
      expect(ledger.state()).toEqual(state);
    }),
    { seed: SEED + 2, numRuns: 6 },
  );
}, 60_000);

async function harvestIn(zone: string, ledger: TestLedger): Promise<string> {
  const content = path.join(ledger.folder, zone.replaceAll('/', '-'));
  const args = ['--content', content, 'harvest', '--product', 'core', '--repo', `core=${ledger.repository}`];
  const answer = await runCommand(args, { folder: ledger.folder, environment: { TZ: zone } });
  expect(answer.code, answer.said).toBe(0);
  return content;
}

/** Whatever a row or a note names has its record, and what is published is in the note. */
async function expectWholeRecords(ledger: TestLedger): Promise<void> {
  for (const version of ledger.versions()) {
    const { commits } = await ledger.conservation(version);
    const published = commits.filter(({ disposition }) => disposition === 'published');
    const entries = await ledger.entries(version);
    const offered = entries.map(({ id }) => id);
    expect(new Set(offered).size, version).toBe(offered.length);
    expect(
      ledger
        .note(version)
        .entries.map(({ id }) => id)
        .toSorted(),
    ).toEqual(offered.toSorted());
    for (const { change } of published) expect(offered, version).toContain(change);
    for (const { id, commits: own } of entries) expect(own, `${version} ${id}`).not.toEqual([]);
    const homes = Object.entries(ledger.release(version).recordedIn ?? {});
    for (const { change } of commits.filter((row) => row.change !== null)) {
      const home = homes.find(([, ids]) => ids.includes(change ?? ''))?.[0] ?? version;
      expect(ledger.change(home, change ?? ''), `${version} ${change}`).not.toBeNull();
    }
  }
}
