import { beforeEach, describe, expect, test } from 'vitest';
import { judge } from '../src/verdict/verdict.ts';
import { readDossier } from './dossier/read-dossier.ts';
import { processLines, tryOpen, tryWaive } from './testing/opened-ledger.ts';
import { changedFiles } from './testing/snapshot.ts';
import type { TestLedger } from './testing/test-ledger.ts';
import { useWorkspace } from './testing/workspace.ts';

const space = useWorkspace();
const NOW = '2026-02-03T04:00:00+00:00';
const LATER = '2026-02-04T04:00:00+00:00';
const FOLDER = 'ledger/core/releases/1.1.0';

function resultOf(ledger: TestLedger, control: string, now: string): string | undefined {
  const { controls } = judge(readDossier(ledger.reader, 'core', '1.1.0', now));
  return controls.find(({ id }) => id === control)?.result;
}

describe('waiving a control', () => {
  let ledger: TestLedger;
  let before: Map<string, string>;

  beforeEach(async ({ task }) => {
    ledger = space.ledger(`waived-${task.id}`);
    ledger.writePolicy('  - { id: core, repository: ../core.git, tags: ["v{version}"] }\n', processLines());
    await tryOpen(ledger, '1.1.0', { now: NOW });
    before = ledger.state();
  });

  test('writes who answers for it, until when and why, and the verdict takes it', async () => {
    expect(resultOf(ledger, 'gates', NOW)).toBe('unproven');
    const answer = await tryWaive(ledger, '1.1.0', 'gates', { now: NOW, until: '2026-02-05' });
    expect(answer.code).toBe(0);
    expect(answer.said).toContain(
      'asha-rao answers for gates of core 1.1.0 until Thu 2026-02-05 23:59 (Asia/Kolkata)',
    );
    expect(changedFiles(before, ledger.state())).toEqual([`${FOLDER}/waivers/gates.md`]);
    expect(ledger.state().get(`${FOLDER}/waivers/gates.md`)).toBe(`---
schema: 1
product: core
version: "1.1.0"
control: gates
by: asha-rao
at: "${NOW}"
until: "2026-02-05T18:29:00+00:00"
---

The runner is down.
`);
    expect(resultOf(ledger, 'gates', NOW)).toBe('waived');
    expect(resultOf(ledger, 'gates', '2026-02-05T18:29:00+00:00')).toBe('unproven');
  });

  test('a later waiver stands beside the one before, which keeps every byte', async () => {
    await tryWaive(ledger, '1.1.0', 'gates', { now: NOW });
    const state = ledger.state();
    const sooner = await tryWaive(ledger, '1.1.0', 'gates', { now: LATER, until: '1' });
    expect(sooner).toMatchObject({ code: 2, said: expect.stringContaining('is waived by asha-rao until') });
    expect(ledger.state()).toEqual(state);
    await tryWaive(ledger, '1.1.0', 'gates', { now: LATER, until: '7' });
    expect(changedFiles(state, ledger.state())).toEqual([`${FOLDER}/waivers/gates-2.md`]);
    expect(resultOf(ledger, 'gates', '2026-02-08T04:00:00+00:00')).toBe('waived');
  });

  test('what passes may be waived, and that is said', async () => {
    const answer = await tryWaive(ledger, '1.1.0', 'freeze', { now: NOW });
    expect(answer).toMatchObject({ code: 0, said: expect.stringContaining('freeze passes at the moment') });
  });

  test.each([
    ['conservation', {}, 'there is no control "conservation"'],
    ['approvals', {}, 'cannot be waived'],
    ['bound-votes', {}, 'cannot be waived'],
    ['emergency', {}, 'cannot be waived'],
    ['gates', { by: 'nora-nobody' }, 'has no "nora-nobody"'],
    ['gates', { until: '91' }, '90 days at most'],
    ['gates', { until: '2026-02-01' }, 'is over already'],
    ['gates', { because: '  ' }, 'says nothing'],
    ['gates', { release: '9.9.9' }, 'has no release "9.9.9"'],
  ])('%s %o is refused, and nothing is written', async (control, more, said) => {
    const answer = await tryWaive(ledger, '1.1.0', control, { now: NOW, ...more });
    expect(answer.code).toBe(2);
    expect(answer.said).toContain(said);
    expect(ledger.state()).toEqual(before);
  });

  test('the real command wants an end and a reason, and its help has an example', async () => {
    const args = ['waive', '--product', 'core', '--release', '1.1.0', '--control', 'gates'];
    expect((await ledger.command([...args, '--because', 'x'])).said).toContain('--until');
    expect((await ledger.command([...args, '--until', '2'])).said).toContain('--because');
    const done = [...args, '--until', '2', '--because', 'x', '--by', 'asha-rao', '--json'];
    const answer = await ledger.command(done);
    expect(JSON.parse(answer.printed)).toMatchObject({
      control: 'gates',
      path: `${FOLDER}/waivers/gates.md`,
    });
    expect((await ledger.command(['waive', '--help'])).printed).toContain(
      'Example:\n  ledger waive --product',
    );
  });
});
