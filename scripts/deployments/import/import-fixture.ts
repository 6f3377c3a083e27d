import { expect } from 'vitest';
import {
  DeploymentSchema,
  type Policy,
  type PolicyInput,
  PolicySchema,
  type Release,
} from '../../../src/records/index.ts';
import type { GivenFile } from '../../dossier/evidence.ts';
import { oidOf } from '../../github-stand-in/index.ts';
import { textDigest } from '../../store/sealed-files.ts';
import { toldBy } from '../join.ts';
import type { ObservedDeployment } from '../observed.ts';
import type { ImportContext } from './context.ts';
import { releaseLookup } from './known-releases.ts';

/** A product of an umbrella chart and two modules, with three environments. */
export function policyOf(more: Partial<PolicyInput> = {}): Policy {
  const module = (id: string) => ({ id, repository: `../${id}.git`, tags: ['v{version}'] });
  return PolicySchema.parse({
    schema: 1,
    product: 'director',
    modules: [{ ...module('umbrella'), chart: 'charts/director' }, module('api'), module('web')],
    roster: [{ person: 'tomasz-zielinski', accounts: [{ on: 'github', id: 'Tomasz' }] }],
    environments: [{ id: 'staging' }, { id: 'production', production: true, github: 'Prod' }],
    ...more,
  });
}

/** A release of it, by the version of each module. */
export function release(
  version: string,
  date: string,
  modules: Record<string, string>,
): Pick<Release, 'version' | 'date' | 'modules'> {
  const all = Object.entries({ umbrella: version, ...modules });
  const sum = { commits: 0, published: 0, excluded: 0, cancelled: 0, folded: 0, unresolved: 0 };
  return {
    version,
    date: `${date}T00:00:00+00:00`,
    modules: all.map(([id, each]) => ({
      id,
      version: each,
      versionFrom: 'its tag',
      tag: null,
      commit: oidOf(`${id} ${each}`),
      previous: null,
      moved: true,
      sum,
    })),
  };
}

/** Two releases: 1.27.0 moves the api and leaves the web where it was. */
export const RELEASES = [
  release('1.26.3', '2026-03-01', { api: '2.4.0', web: '3.1.0' }),
  release('1.27.0', '2026-03-10', { api: '2.5.0', web: '3.1.0' }),
];

/** What an import into production knows. */
export function contextOf(more: Partial<ImportContext> = {}): ImportContext {
  const [product, environment] = ['director', 'production'];
  return { product, environment, policy: policyOf(), releaseOf: releaseLookup(RELEASES), ...more };
}

/** A file as it was given. */
export function given(name: string, content: unknown): GivenFile {
  const bytes = new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content));
  return { name, bytes, digest: textDigest(bytes) };
}

/** Fails where an observation would make no valid record, or one that holds an e-mail address. */
export function expectRecords(observed: readonly ObservedDeployment[]): void {
  for (const { source, toldBy: _, body, ...facts } of observed) {
    const record = { schema: 1, ...facts, ...toldBy([source]), filedAt: source.at, sources: [source] };
    expect(DeploymentSchema.safeParse(record).error).toBeUndefined();
    expect(JSON.stringify([record, body])).not.toMatch(/[\w.]+@[\w-]+\.\w/);
  }
}

/** Every order of some things. */
export function orders<Item>(items: readonly Item[]): Item[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, at) => orders(items.toSpliced(at, 1)).map((rest) => [item, ...rest]));
}
