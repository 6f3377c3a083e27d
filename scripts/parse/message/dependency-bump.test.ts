import { expect, test } from 'vitest';
import { dependencyBump } from './dependency-bump.ts';

test.each([
  ['Bump left-pad from 1.0.0 to 1.1.0', { name: 'left-pad', from: '1.0.0', to: '1.1.0' }],
  ['bump @scope/pad from v1.0.0 to v1.1.0.', { name: '@scope/pad', from: '1.0.0', to: '1.1.0' }],
  ['Bump `pad` from 1 to 2 in /tools', { name: 'pad in /tools', from: '1', to: '2' }],
  ['Bumps the pad from 1.0 to 2.0', { name: 'pad', from: '1.0', to: '2.0' }],
  ['Update dependency pad to v3', { name: 'pad', from: null, to: '3' }],
  [
    'Update module example.org/pad to v3.1.0 [security]',
    { name: 'example.org/pad', from: null, to: '3.1.0' },
  ],
  ['Upgrade pad from 1.0 to 2.0', { name: 'pad', from: '1.0', to: '2.0' }],
])('%s', (title, bump) => expect(dependencyBump(title)).toEqual(bump));

test.each([
  'Bump version',
  'Update the guide to new words',
  'Update pages from old to new',
  'Bump into walls',
  '',
])('no bump: %s', (title) => expect(dependencyBump(title)).toBeNull());
