import { describe, expect, test } from 'vitest';
import type { ControlId } from '../records/index.ts';
import { dossier, waiver } from './testing/index.ts';
import { judge } from './verdict.ts';

const FAILING = { recovery: null };

function resultOf(control: ControlId, more: Parameters<typeof dossier>[0]): string | undefined {
  return judge(dossier(more)).controls.find(({ id }) => id === control)?.result;
}

describe('a waiver', () => {
  test('takes the place of a control that does not hold, and says so first', () => {
    const verdict = judge(dossier({ ...FAILING, waivers: [waiver('recovery-plan')] }));
    expect(verdict.verdict).toBe('blessed');
    const [reason] = verdict.controls.find(({ id }) => id === 'recovery-plan')?.reasons ?? [];
    expect(reason?.text).toMatch(/^waived by /);
  });

  test('counts where any of several does', () => {
    const over = waiver('recovery-plan', { until: '2026-01-01T00:00:00+00:00' });
    expect(resultOf('recovery-plan', { ...FAILING, waivers: [over] })).toBe('unproven');
    const waivers = [over, over, waiver('recovery-plan')];
    expect(resultOf('recovery-plan', { ...FAILING, waivers })).toBe('waived');
  });

  test('of votes is void, whoever signs it', () => {
    expect(resultOf('approvals', { votes: [], waivers: [waiver('approvals')] })).not.toBe('waived');
  });

  test('of somebody who is not in the roster is void', () => {
    const waivers = [waiver('recovery-plan', { by: 'stranger' })];
    expect(resultOf('recovery-plan', { ...FAILING, waivers })).not.toBe('waived');
  });
});
