import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import type { DeploymentOutcome, DeploymentSource } from '../../src/records/index.ts';
import { readDeployments } from '../store/deployment-records.ts';
import { fileDeployments } from './file-deployments.ts';
import type { ObservedDeployment } from './observed.ts';

const root = mkdtempSync(path.join(tmpdir(), 'deployments-'));
afterAll(() => rmSync(root, { recursive: true }));

const TOLERANCE = 10;
const MINUTE = 60_000;
const START = Date.parse('2026-03-28T22:00:00Z');
const KINDS = ['command', 'helm', 'github', 'argocd'] as const;
type Kind = (typeof KINDS)[number];

/** A deployment that happened, and the sources that saw it, each with its own clock. */
interface Happened {
  version: string;
  minute: number;
  outcome: DeploymentOutcome;
  seenBy: { kind: Kind; skew: number }[];
}

function instant(minute: number): string {
  return `${new Date(START + minute * MINUTE).toISOString().slice(0, 19)}+00:00`;
}

function sourceOf(kind: Kind, minute: number, number: number, outcome: DeploymentOutcome): DeploymentSource {
  const said = { at: instant(minute), outcome };
  const told = { file: 'history.json', digest: `sha256:${'ab'.repeat(32)}` };
  if (kind === 'command') return { kind, ...said, ranBy: 'CI' };
  if (kind === 'helm') return { kind, ...said, release: 'core', revision: number + 1, ...told };
  if (kind === 'github') return { kind, ...said, id: number + 1, repository: 'acme/core' };
  return { kind, ...said, application: 'core', id: number, ...told };
}

function seen({ version, minute, outcome, seenBy }: Happened, number: number): ObservedDeployment[] {
  return seenBy.map(({ kind, skew }) => ({
    product: 'core',
    environment: 'production',
    kind: kind === 'helm' && number % 3 === 2 ? 'rollback' : 'deploy',
    version,
    modules: [{ id: 'core', version, ...(kind === 'helm' && { revision: number + 1 }) }],
    ...(kind === 'helm' && number % 3 === 2 && { rollback: { from: null } }),
    by: `by-${kind}`,
    source: sourceOf(kind, minute + skew, number, outcome),
    body: '',
  }));
}

/** Deployments that are far enough apart to be told from each other, though clocks differ by nearly the tolerance. */
const history = fc
  .array(
    fc.record({
      version: fc.constantFrom('1.0.0', '1.1.0'),
      wait: fc.integer({ min: 2 * TOLERANCE + 1, max: 200 }),
      outcome: fc.constantFrom<DeploymentOutcome[]>('succeeded', 'failed'),
      seenBy: fc.uniqueArray(
        fc.record({ kind: fc.constantFrom(...KINDS), skew: fc.integer({ min: 0, max: TOLERANCE - 1 }) }),
        { minLength: 1, maxLength: 4, selector: ({ kind }) => kind },
      ),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((steps) => {
    let minute = 0;
    return steps.map(({ wait, ...rest }): Happened => {
      minute += wait;
      return { ...rest, minute };
    });
  });

let count = 0;

/** Files sources one by one or all at once, and gives what the records say. */
function filed(batches: readonly ObservedDeployment[][]): unknown[] {
  count += 1;
  const content = path.join(root, String(count));
  const filing = { content, product: 'core', toleranceMinutes: TOLERANCE, now: instant(9_999) };
  for (const batch of batches) fileDeployments(batch, { ...filing, verdictOf: () => null });
  const records = readDeployments(content, 'core', 'production').map(({ data }) => data);
  rmSync(content, { recursive: true });
  return records.sort((a, b) => (a.at < b.at ? -1 : 1));
}

test('each deployment is one record, whichever source comes first', () => {
  fc.assert(
    fc.property(history, fc.infiniteStream(fc.integer({ min: 0, max: 1000 })), (happened, numbers) => {
      const all = happened.flatMap(seen);
      const draw = numbers[Symbol.iterator]();
      const shuffled = all
        .map((each) => ({ each, place: Number(draw.next().value) }))
        .sort((a, b) => a.place - b.place)
        .map(({ each }) => each);
      const together = filed([all]);
      expect(together).toHaveLength(happened.length);
      expect(filed(shuffled.map((each) => [each]))).toEqual(together);
      expect(filed([shuffled, all])).toEqual(together);
    }),
    { numRuns: 25, seed: 11 },
  );
});

const ONE: Happened = { version: '1.0.0', minute: 0, outcome: 'succeeded', seenBy: [] };
const told = (kind: Kind, skew: number, more: Partial<Happened> = {}): ObservedDeployment[] =>
  seen({ ...ONE, ...more, seenBy: [{ kind, skew }] }, 0);

test('whoever deployed is asked first, then the cluster, then the platform', () => {
  const [record] = filed([[...told('github', 0), ...told('helm', 3), ...told('command', 5)]]);
  expect(record).toMatchObject({ at: instant(5), by: 'by-command', modules: [{ revision: 1 }] });
  expect(record).toMatchObject({ sources: [{ kind: 'command' }, { kind: 'helm' }, { kind: 'github' }] });
});

test('sources that contradict each other leave the end unknown', () => {
  const [record] = filed([[...told('github', 0), ...told('helm', 1, { outcome: 'failed' })]]);
  expect(record).toMatchObject({ outcome: 'unknown' });
});

test('another version, another image and a time that is too far off are another deployment', () => {
  expect(filed([[...told('github', 0), ...told('helm', TOLERANCE + 1)]])).toHaveLength(2);
  expect(filed([[...told('github', 0), ...told('helm', 0, { version: '1.1.0' })]])).toHaveLength(2);
  const [github] = told('github', 0);
  const [helm] = told('helm', 0);
  const image = (each: ObservedDeployment | undefined, pair: string): ObservedDeployment[] =>
    each === undefined
      ? []
      : [{ ...each, modules: [{ id: 'core', version: '1.0.0', digest: `sha256:${pair.repeat(32)}` }] }];
  expect(filed([[...image(github, 'aa'), ...image(helm, 'bb')]])).toHaveLength(2);
  expect(filed([[...image(github, 'aa'), ...image(helm, 'aa')]])).toHaveLength(1);
});

test('two tries of one release are told apart by their numbers', () => {
  const numbered = (number: number, minute: number): ObservedDeployment[] =>
    seen({ ...ONE, minute, seenBy: [{ kind: 'helm', skew: 0 }] }, number);
  const typed = (number: number, minute: number): ObservedDeployment[] =>
    told('command', minute).map((each) => ({
      ...each,
      modules: [{ id: 'core', version: '1.0.0', revision: number + 1 }],
    }));
  const records = filed([
    [...typed(6, 0), ...typed(7, 5)],
    [...numbered(6, 6), ...numbered(7, 9)],
  ]);
  expect(records).toMatchObject([
    { sources: [{ at: instant(0) }, { at: instant(6) }] },
    { sources: [{ at: instant(5) }, { at: instant(9) }] },
  ]);
});
