import { expect, test } from 'vitest';
import { CONTROL_IDS, Fault } from '../../../src/records/index.ts';
import { at, FOLDER, policy, waiver } from '../../../src/verdict/testing/index.ts';
import { waivableControl } from './waivable.ts';
import { waiverEnd } from './waiver-end.ts';
import { waiverFile } from './waiver-file.ts';

const NOW = at('10:00');
const WANTED = {
  product: 'lantern',
  version: '1.4.0',
  control: 'gates',
  by: 'emil-novak',
  now: NOW,
  until: at('18:00', '2026-02-05'),
  because: 'The scanner was down.',
} as const;

test.each([
  ['Asia/Kolkata', '2026-02-10', '2026-02-10T18:29:00+00:00'],
  ['America/New_York', '2026-02-10', '2026-02-11T04:59:00+00:00'],
  ['America/New_York', '2026-02-10T12:00', '2026-02-10T17:00:00+00:00'],
  ['Asia/Kolkata', '14', '2026-02-17T10:00:00+00:00'],
  ['Asia/Kolkata', '14 days', '2026-02-17T10:00:00+00:00'],
  ['Asia/Kolkata', '1d', '2026-02-04T10:00:00+00:00'],
  ['Asia/Kolkata', '90', '2026-05-04T10:00:00+00:00'],
])('in %s a waiver until %s ends at %s', (timeZone, text, until) => {
  expect(waiverEnd(text, policy({ timeZone }).data, NOW)).toBe(until);
});

test.each(['0', '91', '2026-02-03T09:00Z', '2027-02-03', 'for ever', ''])('"%s" is no end', (text) => {
  expect(() => waiverEnd(text, policy().data, NOW)).toThrow(Fault);
});

test('most controls can be waived, those that are exceptions or votes themselves cannot', () => {
  const waivable = CONTROL_IDS.filter((id) => {
    try {
      return waivableControl(id) === id;
    } catch {
      return false;
    }
  });
  expect(CONTROL_IDS.filter((id) => !waivable.includes(id))).toEqual([
    'approvals',
    'bound-votes',
    'emergency',
  ]);
  expect(() => waivableControl('approvals')).toThrow(/cannot be waived/);
  expect(() => waivableControl('conservation')).toThrow(/there is no control/);
});

test('the first waiver has the control’s name', () => {
  const { file, text } = waiverFile(WANTED, []);
  expect(file).toBe(`${FOLDER}/waivers/gates.md`);
  expect(text.endsWith('---\n\nThe scanner was down.\n')).toBe(true);
});

test('a later one stands beside it; one that ends sooner would say nothing', () => {
  const first = waiver('gates');
  const other = waiver('freeze', { until: at('18:00', '2026-02-20') });
  expect(waiverFile(WANTED, [first, other]).file).toBe(`${FOLDER}/waivers/gates-2.md`);
  const second = {
    ...first,
    path: `${FOLDER}/waivers/gates-2.md`,
    data: { ...first.data, until: WANTED.until },
  };
  expect(() => waiverFile(WANTED, [second, first])).toThrow(/is waived by emil-novak until/);
  const longer = { ...WANTED, until: at('18:00', '2026-02-06') };
  expect(waiverFile(longer, [second, first]).file).toBe(`${FOLDER}/waivers/gates-3.md`);
});
