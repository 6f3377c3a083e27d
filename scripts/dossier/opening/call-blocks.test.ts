import { describe, expect, test } from 'vitest';
import type { Dossier } from '../../../src/verdict/dossier.ts';
import {
  at,
  COMMITS,
  checklist,
  DIGESTS,
  dossier,
  module,
  note,
  objectId,
  POLICY,
  policy,
  release,
  rosterEntry,
} from '../../../src/verdict/testing/index.ts';
import { callBlocks, type SlackMessage } from './call-blocks.ts';
import { SLACK_LIMITS } from './slack-blocks.ts';

function message(more: Partial<Dossier> = {}): SlackMessage {
  return callBlocks(dossier({ votes: [], now: at('05:00'), ...more }));
}

/** What Slack refuses, by its documentation. */
function expectSlackTakesIt({ text, blocks }: SlackMessage): void {
  expect(blocks.length).toBeLessThanOrEqual(SLACK_LIMITS.blocks);
  expect(text.length).toBeLessThanOrEqual(SLACK_LIMITS.message);
  for (const block of blocks) {
    const most = block.type === 'header' ? SLACK_LIMITS.header : SLACK_LIMITS.text;
    expect(block.text.text.length).toBeGreaterThan(0);
    expect(block.text.text.length).toBeLessThanOrEqual(most);
    if (block.type === 'section') expect(block.text.text).not.toMatch(/&(?!(?:amp|lt|gt);)/);
  }
}

function wordsOf({ blocks }: SlackMessage): string {
  return blocks.map(({ text }) => text.text).join('\n');
}

test('it begins with a header and has a section for each paragraph', () => {
  const told = message();
  expectSlackTakesIt(told);
  expect(told.blocks.map(({ type }) => type)).toEqual(['header', ...Array(6).fill('section')]);
  expect(told.blocks[0]?.text).toEqual({ type: 'plain_text', text: 'GO / NO-GO: lantern 1.4.0' });
  expect(told.blocks[1]?.text).toMatchObject({ type: 'mrkdwn', verbatim: true });
});

test('what is voted on is in the text of the message, which an export keeps', () => {
  const { text } = message();
  for (const word of ['lantern 1.4.0', COMMITS.release, COMMITS.api, DIGESTS.lead, DIGESTS.api])
    expect(text).toContain(word);
});

test('the people who are asked are mentioned by the accounts of the roster', () => {
  const dana = rosterEntry('dana-ito', [{ role: 'qa', from: '2025-01-01' }]);
  dana.accounts = [{ on: 'slack', id: 'U012DANA' }];
  const roster = [...(POLICY.roster ?? []).filter(({ person }) => person !== 'dana-ito'), dana];
  const words = wordsOf(message({ policy: policy({ roster }) }));
  expect(words).toContain('GO of QA: dana-ito <@U012DANA>');
  expect(words).toContain('GO of SRE: cyra-osei\n');
});

describe('foreign words', () => {
  const evil = '<!channel> @here & <https://example.org|click> ``` *bold*';

  test.each<[string, Partial<Dossier>]>([
    ['the note', { note: { ...note(), body: `## ${evil}\n\n- ${evil} {#lantern-11}\n` } }],
    ['a checklist', { checklists: [checklist('sre', `- [ ] ${evil}\n`)] }],
  ])('of %s stay words', (_where, more) => {
    const told = message(more);
    expectSlackTakesIt(told);
    for (const words of [wordsOf(told), told.text]) {
      expect(words).not.toMatch(/<(?!@U)|@(?:here|channel)|```/);
    }
    expect(wordsOf(told)).toContain('&lt;');
  });
});

test('the largest release that one can think of is taken', () => {
  const modules = Array.from({ length: 200 }, (_, index) => ({
    ...module(index === 0 ? 'lantern' : `lantern-${'part'.repeat(10)}-${index}`, objectId('b1'), 1),
  }));
  const sum = { commits: 200, published: 200, excluded: 0, cancelled: 0, folded: 0, unresolved: 0 };
  const bullets = Array.from({ length: 50 }, () => `- ${'<&>'.repeat(400)}\n`).join('');
  const body = ['Added', 'Fixed', 'Changed', 'Security', 'Removed']
    .map((name) => `## ${name}\n\n${bullets}`)
    .join('\n');
  const people = Array.from({ length: 100 }, (_, index) =>
    rosterEntry(`person-${index}`, [{ role: 'qa', from: '2025-01-01' }]),
  );
  for (const [index, { accounts }] of people.entries())
    for (const account of accounts) account.id = `U${account.on.toUpperCase()}${index}`;
  const tasks = Array.from({ length: 200 }, (_, index) => `- [ ] ${index} ${'&'.repeat(900)}\n`).join('');
  const told = message({
    release: release({ modules, sum }),
    note: { ...note(), body },
    policy: policy({ roster: [...(POLICY.roster ?? []), ...people] }),
    checklists: [checklist('sre', tasks)],
  });
  expectSlackTakesIt(told);
  expect(told.blocks.length).toBeGreaterThan(20);
  expect(wordsOf(told)).toMatch(/…and \d+ more lines/);
});
