import { expect, test } from 'vitest';
import { CONTROL_IDS } from '../../records/index.ts';
import { CONTROLS } from '../controls.ts';
import { judge } from '../verdict.ts';
import { dossier } from './dossier.ts';

test('every control that has a name exists, in their order', () => {
  expect(CONTROLS.map(({ id }) => id)).toEqual([...CONTROL_IDS]);
});

test('the fixtures’ release is blessed, and not deployed yet', () => {
  const { verdict, controls } = judge(dossier());
  expect(verdict).toBe('blessed');
  const open = controls.filter(({ result }) => result !== 'pass');
  expect(open.map(({ id }) => id)).toEqual(['blessed-only', 'deploy-order']);
});
