import { expect, test } from 'vitest';
import { oneChange } from '../testing/one-change.ts';
import { blessedOnly } from './blessed-only.ts';
import { deployOrder } from './deploy-order.ts';

test.each([blessedOnly, deployOrder])('$id says that nothing shows it', (control) => {
  const { result, reasons } = control.examine(oneChange());
  expect(result).toBe('unproven');
  expect(reasons[0]?.text).toContain('no deployment of 1.4.0 is recorded');
});
