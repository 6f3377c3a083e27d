import { beforeAll, describe, expect, test } from 'vitest';
import type { SlackMessage } from './dossier/opening/call-blocks.ts';
import type { CallFacts } from './dossier/opening/call-facts.ts';
import { processLines, tryCall, tryOpen } from './testing/opened-ledger.ts';
import type { TestLedger } from './testing/test-ledger.ts';
import { useWorkspace } from './testing/workspace.ts';
import { type CommitHandle, RepositoryBuilder } from './world/index.ts';

const space = useWorkspace();
const CORE = '  - { id: core, repository: ../core.git, tags: ["v{version}"] }\n';

describe.each([
  ['Asia/Kolkata', '2026-02-03T04:00:00+00:00'],
  ['America/New_York', '2026-02-03T14:00:00+00:00'],
])('calling for votes in %s', (zone, now) => {
  const repo = new RepositoryBuilder();
  let ledger: TestLedger;
  let tip: CommitHandle;
  let state: Map<string, string>;

  beforeAll(async () => {
    repo.commit({ message: 'feat: start (#1)' });
    repo.tag('v1.0.0');
    tip = repo.commit({ message: 'fix: wake <!here> & @channel (#2)' });
    ledger = space.ledger(`call-${zone.replace('/', '-')}`);
    ledger.writePolicy(CORE, `${processLines(zone)}voting: { slackChannel: production }\n`);
    await repo.write(ledger.repository);
    await ledger.harvest();
    await tryOpen(ledger, '1.1.0', { now, module: [`core=1.1.0@${tip.id}`], scope: 'core-2' });
    state = ledger.state();
  });

  test('before the tag, the request names what is planned, who is asked and until when', async () => {
    const { code, printed, said } = await tryCall(ledger, '1.1.0', { now });
    expect(code).toBe(0);
    expect(printed).toContain(
      `GO / NO-GO: core 1.1.0\n\nDecision at 16:00, release at 17:00 on Tue 2026-02-03 (${zone}).`,
    );
    expect(printed).toContain('1 approved change\n  - core-2');
    expect(printed).toContain(`commit ${tip.id}`);
    expect(printed).toContain('GO of QA: dana-ito');
    expect(printed).toContain('checklist of SRE: 2 items not ticked: cyra-osei');
    expect(printed).toContain('stages of core\n      2 Build image\n      3a Unit tests and coverage');
    expect(printed).toContain('the section "Plan" is empty');
    expect(said).toContain('#production');
    expect(ledger.state()).toEqual(state);
  });

  test('for Slack it is one JSON value of blocks', async () => {
    const { code, printed } = await tryCall(ledger, '1.1.0', { now, format: 'slack' });
    const { text, blocks } = JSON.parse(printed) as SlackMessage;
    expect(code).toBe(0);
    expect(text).toContain(tip.id);
    expect(blocks[0]?.type).toBe('header');
    expect(printed).toContain('dana-ito <@U012DANA>');
  });

  test('as JSON it is the facts', async () => {
    const { printed } = await tryCall(ledger, '1.1.0', { now, format: 'json' });
    const facts = JSON.parse(printed) as CallFacts;
    expect(facts).toMatchObject({
      product: 'core',
      version: '1.1.0',
      tagged: false,
      verdict: 'not-blessed',
      contents: { from: 'scope' },
      targets: [{ module: 'core', lead: true, commit: tip.id }],
    });
  });

  test('after the tag, the note tells what is in it, and no title calls the channel', async () => {
    repo.tag('v1.1.0', repo.tip(), { annotated: true });
    await ledger.harvest(repo, { repo: [] });
    for (const format of ['text', 'slack'] as const) {
      const { printed } = await tryCall(ledger, 'v1.1.0', { now, format });
      expect(printed).toContain('What is in it: 1 entry (1 fixed)');
      expect(printed).toContain('(core-2)');
      expect(printed).not.toMatch(/<!here|@channel/);
    }
  });
});

test('an unknown release is a fault, and the help has an example', async () => {
  const ledger = space.ledger('unknown');
  ledger.writePolicy(CORE, processLines());
  const answer = await ledger.command(['call', '--product', 'core', '--release', '9.9.9']);
  expect(answer).toMatchObject({ code: 2, printed: '' });
  const help = await ledger.command(['call', '--help']);
  expect(help.printed).toContain('Example:\n  ledger call --product');
});
