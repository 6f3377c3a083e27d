import { describe, expect, test } from 'vitest';
import { deployment, dossier, ENVIRONMENTS, policy, waiver } from '../../verdict/testing/index.ts';
import { judge } from '../../verdict/verdict.ts';
import { standingCounts } from './control-counts.ts';
import { controlExceptions, exceptionsTable } from './control-exceptions.ts';
import { controlMatrix } from './control-matrix.ts';
import { csvText } from './csv.ts';
import { exceptionsCsv } from './exceptions-csv.ts';
import { frameworksTable } from './frameworks.ts';
import { matrixCsv } from './matrix-csv.ts';
import { pageLinks } from './page-links.ts';
import { type ReleaseOutcome, releaseOutcome } from './release-outcome.ts';

function outcome(more: Parameters<typeof dossier>[0] = {}): ReleaseOutcome {
  const judged = dossier(more);
  return releaseOutcome(judged, judge(judged));
}

const good = outcome();
const silent = outcome({ votes: [] });
const waived = outcome({ stages: [], waivers: [waiver('stages')] });

describe('a release in short', () => {
  test('keeps reasons of what did not pass only', () => {
    const [stages, , approvals] = silent.controls;
    expect(stages).toMatchObject({ id: 'stages', standing: 'pass', reasons: [] });
    expect(approvals).toMatchObject({ id: 'approvals', standing: 'fail' });
    expect(approvals?.reasons.length).toBeGreaterThan(0);
  });

  test('knows when it came to production, and not by what failed', () => {
    const environments = policy({ environments: ENVIRONMENTS });
    const at = (outcomeOf: 'succeeded' | 'failed') =>
      outcome({ policy: environments, deployments: [deployment({ outcome: outcomeOf })] }).inProduction;
    expect(at('succeeded')).toBe('2026-02-03T11:45:00+00:00');
    expect(at('failed')).toBeNull();
  });

  test('says whose waiver counts', () => {
    expect(waived.waivers).toMatchObject([{ by: 'emil-novak', counts: true, objection: null }]);
    expect(outcome({ waivers: [waiver('stages')] }).waivers).toMatchObject([
      { counts: false, needless: true },
    ]);
  });
});

test('the matrix leads from each cell to the control on the verdict', () => {
  const { heads, rows } = controlMatrix('lantern', [silent]);
  expect(heads[2]).toEqual({ name: 'Approvals', href: '/audit/lantern/controls/approvals/' });
  expect(rows[0]?.cells[2]).toMatchObject({
    mark: { kind: 'danger', mark: '✗', text: 'fail' },
    href: '/audit/lantern/1.4.0/verdict/#control-approvals',
  });
});

test('counts how often a control came out in each way', () => {
  expect(standingCounts('stages', [good, silent, waived])).toMatchObject({ pass: 2, waived: 1, fail: 0 });
});

test('exceptions are what did not pass; what waits for a deployment is none', () => {
  const all = [good, silent, waived];
  expect(controlExceptions('approvals', all).map(({ control }) => control.standing)).toEqual(['fail']);
  expect(controlExceptions('deploy-order', all)).toEqual([]);
  const exceptions = controlExceptions('stages', all);
  expect(exceptionsTable(exceptions, 'x').rows[0]?.at(-1)?.[0]).toMatchObject({
    is: 'link',
    text: 'Answered for by emil-novak: The scanner was down.',
  });
  expect(exceptionsCsv(exceptions)).toContain('waived,emil-novak,2026-02-04T18:00:00+00:00');
});

test('the whole matrix is in the file, a line for each release', () => {
  const lines = matrixCsv([good, silent]).trimEnd().split('\r\n');
  expect(lines).toHaveLength(3);
  expect(lines[0]).toMatch(/^product,release,state,date,in production,verdict,stages,/);
  expect(lines[2]).toMatch(/^lantern,1\.4\.0,released,.*,not-blessed,pass,pass,fail,/);
});

test.each(['=1+1', '+1', '-1', '@sum'])('%s is no formula in a file', (text) => {
  expect(csvText(['head'], [[text]])).toBe(`head\r\n'${text}\r\n`);
});

test('clauses stand under their framework', () => {
  const { rows } = frameworksTable(['SOC 2 CC8.1', 'PCI DSS v4.0.1 6.5.1', 'SOC 2 CC6.3']);
  expect(rows).toEqual([
    [
      [{ is: 'text', text: 'SOC 2' }],
      [
        { is: 'code', text: 'CC8.1' },
        { is: 'code', text: 'CC6.3' },
      ],
    ],
    [[{ is: 'text', text: 'PCI DSS v4.0.1' }], [{ is: 'code', text: '6.5.1' }]],
  ]);
});

test('of a thousand pages those at hand have links', () => {
  const path = (page: number) => `/${page}/`;
  const numbers = pageLinks(500, 1000, path).map((link) => (link.is === 'gap' ? '…' : link.number));
  expect(numbers).toEqual([1, '…', 498, 499, 500, 501, 502, '…', 1000]);
  expect(pageLinks(1, 3, path)).toHaveLength(3);
});
