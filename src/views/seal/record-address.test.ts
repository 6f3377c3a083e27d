import { expect, test } from 'vitest';
import { recordAddress, servedRecord } from './record-address.ts';

const HEX = 'a'.repeat(64);

test.each([
  ['ledger/core/releases/1.0.0/votes/qa-dana.md', '/audit/core/1.0.0/record/votes/qa-dana.md.txt'],
  ['ledger/core/releases/1.0.0/seal-2.json', '/audit/core/1.0.0/record/seal-2.json'],
  ['ledger/core/releases/1.0.0/redactions/1.json', '/audit/core/1.0.0/record/redactions/1.json.txt'],
  ['ledger/core/deployments/lab/x-1.0.0.md', '/audit/core/deployments/record/lab/x-1.0.0.md.txt'],
  ['ledger/core/deployments/seal-1.json', '/audit/core/deployments/record/seal-1.json'],
  ['ledger/core/releases/1.0.0/evidence/page.html', '/audit/core/1.0.0/evidence/page.html.txt'],
  [`ledger/core/releases/1.0.0/evidence/${HEX}.tgz`, `/audit/core/1.0.0/evidence/${HEX}.tgz`],
  [
    `ledger/core/deployments/lab/evidence/${HEX}.json`,
    `/audit/core/environments/lab/evidence/${HEX}.json.txt`,
  ],
])('%s is served at %s', (file, address) => {
  expect(recordAddress(file)).toBe(address);
});

test.each([
  'notes/core/1.0.0.md',
  'ledger/core/policy.md',
  'ledger/core/releases/1.0.0/../../../secret',
  'ledger/core/releases/1.0.0/a?b.md',
  'ledger/core/releases/1.0.0/a%2e.md',
  'ledger/core/releases/1.0.0/a#b.md',
  'ledger/core/releases/1.0.0/<b>.md',
  'ledger/core/releases/1.0.0/.hidden',
])('%s is served nowhere', (file) => {
  expect(recordAddress(file)).toBeNull();
});

test('no raw record ends in what a browser runs', () => {
  expect(servedRecord('ledger/core/releases/1.0.0/votes/x.html')?.name).toBe('votes/x.html.txt');
  expect(servedRecord('ledger/core/releases/1.0.0/votes/seal.json')?.name).toBe('votes/seal.json.txt');
});
