import type { FormatStep } from './format-step.ts';

/**
 * The history of the format of records: every step from the first one on, in order. Format 0 is that of records that do
 * not say their format. A step that a released version has is never changed: ledgers were brought forward by it.
 */
export const STEPS: readonly FormatStep[] = [
  {
    from: 0,
    to: 1,
    kind: 'every',
    says: 'Every record says its format in its field "schema".',
    change: (record) => record,
  },
];
