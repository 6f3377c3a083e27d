import { describe, expect, test } from 'vitest';
import { COMMITS, dossier, PRODUCT, vote } from '../../verdict/testing/index.ts';
import { roleHolders } from './role-holders.ts';
import { voteMatrix } from './vote-matrix.ts';
import { votePage } from './vote-page.ts';

function rowOf(role: string, more: Parameters<typeof dossier>[0]) {
  const row = voteMatrix(dossier(more)).find((each) => each.role === role);
  if (row === undefined) throw new Error(`no row of ${role}`);
  return row;
}

describe('the matrix', () => {
  test('has a row for each role, and for a module’s role for each module that moved', () => {
    const rows = voteMatrix(dossier()).map(({ role, module }) => [role, module]);
    expect(rows).toEqual([
      ['Module lead', PRODUCT],
      ['Module lead', `${PRODUCT}-api`],
      ['SRE', null],
      ['QA', null],
      ['Management', null],
    ]);
  });

  test('says whom it waits for', () => {
    expect(rowOf('SRE', { votes: [] })).toMatchObject({
      needs: '0 of 1 GO',
      missing: 1,
      waitsFor: ['cyra-osei'],
    });
    expect(rowOf('SRE', {})).toMatchObject({ missing: 0, waitsFor: [] });
  });

  test('says who stands against it', () => {
    const against = vote('qa', 'dana-ito', { decision: 'no-go' });
    expect(rowOf('QA', { votes: [against] })).toMatchObject({ against: ['dana-ito'], waitsFor: [] });
  });

  test('shows what a vote is worth in a word', () => {
    const stale = vote('sre', 'cyra-osei', { commit: COMMITS.other });
    const [chip] = rowOf('SRE', { votes: [stale] }).votes;
    expect(chip).toMatchObject({
      decision: { text: 'GO', kind: 'quiet' },
      state: { text: 'stale', kind: 'caution' },
    });
  });

  test('has a row for votes that nobody needs', () => {
    const row = rowOf('nobody', { votes: [vote('nobody', 'gita-roy')] });
    expect(row).toMatchObject({ needs: 'not needed', votes: [{ state: { text: 'out of role' } }] });
  });

  test('keeps the last votes of a long row', () => {
    const votes = Array.from({ length: 12 }, (_, index) =>
      vote('sre', 'gita-roy', { castAt: `2026-02-03T08:${10 + index}:00+00:00` }),
    );
    const row = rowOf('SRE', { votes });
    expect(row.further).toBe(4);
    expect(row.votes.at(-1)?.at.instant).toBe('2026-02-03T08:21:00+00:00');
  });
});

describe('the page of votes', () => {
  test('has the argument without what could do harm', () => {
    const [first] = votePage(
      dossier({ votes: [{ ...vote('sre', 'cyra-osei'), body: 'Good.<script>x</script>' }] }),
    ).votes;
    expect(first?.argument).toMatchObject({ is: 'html', html: expect.not.stringContaining('<script>') });
  });

  test('lets a long argument stand as it is', () => {
    const body = '- a\n'.repeat(1000);
    const [first] = votePage(dossier({ votes: [{ ...vote('sre', 'cyra-osei'), body }] })).votes;
    expect(first?.argument.is).toBe('text');
  });

  test('keeps every vote within reach', () => {
    const votes = Array.from({ length: 40 }, (_, index) => ({
      ...vote('sre', 'cyra-osei'),
      path: `ledger/lantern/releases/1.4.0/votes/sre-${index}.md`,
    }));
    const page = votePage(dossier({ votes }));
    expect(page.votes.length + page.further.length).toBe(40);
    expect(page.further[0]?.anchor).toMatch(/^vote-sre-/);
  });
});

test('a role is held from its first day to its last, and for a module by its own people', () => {
  const roster = [
    {
      person: 'asha',
      accounts: [],
      roles: [{ role: 'qa', from: '2026-01-01', until: '2026-01-31' }],
    },
    { person: 'bo', accounts: [], roles: [{ role: 'qa', module: 'core', from: '2026-01-01' }] },
  ];
  expect(roleHolders({ roster }, 'qa', null, '2026-01-31')).toEqual(['asha']);
  expect(roleHolders({ roster }, 'qa', null, '2026-02-01')).toEqual([]);
  expect(roleHolders({ roster }, 'qa', 'core', '2026-02-01')).toEqual(['bo']);
});
