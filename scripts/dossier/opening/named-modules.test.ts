import { expect, test } from 'vitest';
import { Fault } from '../../../src/records/index.ts';
import { API, digestOf, LEAD, objectId, policy, VERSION } from '../../../src/verdict/testing/index.ts';
import { readModules, readThirdParties } from './named-modules.ts';
import { readScope } from './named-scope.ts';

const READING = { policy: policy().data, version: VERSION, content: '/ledger/content' };
const COMMIT = objectId('a1');

function faultOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof Fault) return error.describe();
    throw error;
  }
  throw new Error('no fault');
}

test('a module is named with its version, its commit and perhaps its digest', () => {
  const texts = [`${LEAD}=${VERSION}@${COMMIT}`, `${API}=2.0.0-RC1@${objectId('b1')}@${digestOf('b1')}`];
  expect(readModules(texts, READING)).toEqual([
    { id: LEAD, version: VERSION, commit: COMMIT },
    { id: API, version: '2.0.0-RC1', commit: objectId('b1'), digest: digestOf('b1') },
  ]);
});

test.each([
  ['a1a1a1a', 'is abbreviated'],
  ['A1'.repeat(20), 'is none'],
  ['12345678', 'is a number'],
  ['1'.repeat(40), 'is a number'],
  ['main', 'is none'],
])('%s is no commit in full, and it is said how to get it', (commit, what) => {
  const told = faultOf(() => readModules([`${API}=1.0.0@${commit}`], READING));
  expect(told).toContain(what);
  expect(told).toContain(`git -C /ledger/lantern-api.git rev-parse '${commit}^{commit}'`);
});

test.each([
  [`${API}`, 'expected ID=VERSION@COMMIT[@DIGEST]'],
  [`${API}=1.0.0`, 'expected ID=VERSION@COMMIT[@DIGEST]'],
  [`${API}=1.0.0@${COMMIT}@sha256:12`, '64 hex digits'],
  [`${API}=v1.0.0@${COMMIT}`, 'is no version'],
  [`nothing=1.0.0@${COMMIT}`, 'Its modules are lantern, lantern-api, lantern-web'],
  [`${LEAD}=1.5.0@${COMMIT}`, '--release 1.5.0'],
])('%s is refused', (text, said) => {
  expect(faultOf(() => readModules([text], READING))).toContain(said);
});

test('a module is named once', () => {
  const text = `${API}=1.0.0@${COMMIT}`;
  expect(() => readModules([text, text], READING)).toThrow(/twice/);
});

test('parts that others build have a name and a version', () => {
  expect(readThirdParties(['kafka=0.45.0'], READING)).toEqual([
    { id: 'kafka', version: '0.45.0', thirdParty: true },
  ]);
  for (const text of ['kafka', 'Kafka=1', 'kafka=', `kafka=1@${COMMIT}`, `${API}=1.0.0`])
    expect(() => readThirdParties([text], READING), text).toThrow(Fault);
});

test('a scope is a list of changes, each once', () => {
  const { data } = policy();
  expect(readScope('lantern-11, lantern-api-21,lantern-11,', data)).toEqual(['lantern-11', 'lantern-api-21']);
  expect(readScope('lantern-0a1b2c3d4e5f', data)).toEqual(['lantern-0a1b2c3d4e5f']);
  for (const text of ['', ' , ', '11', 'other-11', 'lantern', 'lantern-11 lantern-12'])
    expect(() => readScope(text, data), text).toThrow(Fault);
});
