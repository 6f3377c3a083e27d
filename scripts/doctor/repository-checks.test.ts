import { describe, expect, test } from 'vitest';
import { Fault, type Module } from '../../src/records/index.ts';
import { parsePolicy } from '../store/read.ts';
import { askedFor, examineRepositories } from './examine-repositories.ts';
import type { FiledPolicy } from './facts/product-facts.ts';
import type { FoundRepository, OpenRepository } from './facts/repository-facts.ts';
import type { Finding } from './finding.ts';
import { canBeTyped } from './testing/can-be-typed.ts';
import { NOW, POLICY, policyWith } from './testing/sound-ledger.ts';

const OPEN: OpenRepository = {
  tags: ['v1.0.0', 'v1.1.0'],
  branches: ['main'],
  partial: false,
  origin: 'git@github.com:acme/core.git',
  fetchedAt: Date.parse(NOW) - 86_400_000,
  chart: null,
};
const TWO = `${POLICY.modules}  - { id: web, repository: ../core.git, tags: ["v{version}"], path: web }\n`;

interface Given {
  modules?: string;
  repository?: string;
}

function policyOf({ modules = POLICY.modules }: Given): FiledPolicy {
  const text = policyWith({ modules });
  return { file: 'ledger/core/policy.md', text, data: parsePolicy(text, 'policy.md').policy };
}

function productOf(found: FoundRepository, given: Given) {
  const policy = policyOf(given);
  const modules = policy.data.modules.map((module: Module, index) => ({ module, index }));
  const facts = {
    product: 'core',
    folder: "/clones/it's core",
    repository: given.repository ?? '../core.git',
    modules,
    found,
  };
  return { policy, repositories: [facts] };
}

function findings(found: FoundRepository, given: Given = {}): Finding[] {
  return examineRepositories([productOf(found, given)], NOW, 'github.com');
}

function open(more: Partial<OpenRepository> = {}): FoundRepository {
  return { is: 'open', ...OPEN, ...more };
}

const BRANCHLESS = POLICY.modules.replace('branch: main', 'branch: master\n    staging: next');
const CHART = POLICY.modules.replace('branch: main', 'branch: main\n    chart: charts/core');
const NAMELESS = POLICY.modules.replace('    github: acme/core\n', '');
const many = (prefix: string) => Array.from({ length: 9 }, (_, patch) => `${prefix}1.0.${patch}`);

test('a repository that can be harvested is no finding', () => {
  expect(findings(open())).toEqual([]);
  expect(findings(open({ branches: ['origin/main'], origin: null, fetchedAt: 0 }))).toEqual([]);
});

describe.each<[id: string, found: FoundRepository, says: string, given?: Given]>([
  ['repository-missing', { is: 'missing' }, 'where the policy has a repository'],
  ['repository-unfetched', { is: 'unfetched' }, 'was not fetched yet'],
  ['repository-shallow', { is: 'shallow' }, 'is a shallow clone'],
  ['repository-unusable', { is: 'unusable', fault: new Fault('no', { hint: 'Run: git config x' }) }, 'no.'],
  ['repository-partial', open({ partial: true }), 'is a partial clone'],
  ['repository-without-tags', open({ tags: [] }), 'has no tag'],
  ['tags-match-nothing', open({ tags: ['core-1.0.0'] }), 'is like "v{version}", so that core has no release'],
  ['tags-match-few', open({ tags: ['v1.0.0', ...many('web-')] }), 'Of 10 tags with a version'],
  ['branch-missing', open(), 'no branch "master"', { modules: BRANCHLESS }],
  [
    'chart-missing',
    open({ chart: { is: 'missing', tag: 'v1.1.0' } }),
    'no charts/core/Chart.yaml at v1.1.0',
    { modules: CHART },
  ],
  ['chart-broken', open({ chart: { is: 'broken', tag: 'v1.1.0', says: 'no YAML' } }), 'At v1.1.0: no YAML'],
  [
    'module-without-chart',
    open({ chart: { is: 'missing', tag: 'v1.1.0' } }),
    'No chart of core says',
    { modules: TWO },
  ],
  [
    'module-not-in-chart',
    open({ chart: { is: 'there', tag: 'v1.1.0', dependencies: ['kafka'] } }),
    'does not name web',
    { modules: TWO },
  ],
  ['github-name-differs', open({ origin: 'https://github.com/acme/other' }), 'was cloned from acme/other'],
  [
    'module-without-github',
    open({ origin: '/clones/other' }),
    'Nothing tells which repository on github.com',
    { modules: NAMELESS },
  ],
  [
    'repository-fetched-long-ago',
    open({ fetchedAt: Date.parse(NOW) - 40 * 86_400_000 }),
    'was fetched 40 days ago',
  ],
  [
    'repository-fetched-long-ago',
    open({ fetchedAt: 0 }),
    'days ago',
    { repository: 'https://github.com/acme/core' },
  ],
])('%s: %s', (id, found, says, given) => {
  test(`is found: ${says}`, async () => {
    const [first, ...more] = findings(found, given);
    expect([first?.id, first?.says]).toEqual([id, expect.stringContaining(says)]);
    expect(more.every((each) => each.id === id)).toBe(true);
    if (first !== undefined) await canBeTyped(first.mend);
    expect(first?.place?.file).toBe('ledger/core/policy.md');
  });
});

describe('what mends', () => {
  test('quotes folders, and passes on what git asks for', () => {
    expect(findings({ is: 'shallow' })[0]?.mend).toEqual({
      kind: 'shell',
      line: String.raw`git -C '/clones/it'\''s core' fetch --unshallow --tags`,
    });
    const [unusable] = findings({ is: 'unusable', fault: new Fault('no', { hint: 'Run: git config x' }) });
    expect(unusable?.mend).toEqual({ kind: 'shell', line: 'git config x' });
  });

  test('proposes the pattern that most tags have', () => {
    const [few] = findings(open({ tags: ['v1.0.0', ...many('web-')] }));
    expect(few?.mend).toEqual({ kind: 'edit', text: expect.stringContaining('"web-{version}"') });
  });
});

test('modules and charts that agree are no finding', () => {
  const chart = { is: 'there', tag: 'v1.1.0', dependencies: ['web'] } as const;
  expect(findings(open({ chart }), { modules: TWO })).toEqual([]);
  expect(findings(open({ chart: { is: 'missing', tag: 'v1.1.0' } }))).toEqual([]);
});

test('tags of another product in the same repository are not left aside', () => {
  const one = productOf(open({ tags: ['v1.0.0', ...many('web-')] }), {});
  const web = POLICY.modules.replace('"v{version}"', '"web-{version}"');
  const other = productOf(open({ tags: ['v1.0.0', ...many('web-')] }), { modules: web });
  const both = [
    one,
    { ...other, repositories: other.repositories.map((each) => ({ ...each, product: 'web' })) },
  ];
  expect(examineRepositories(both, NOW, 'github.com')).toEqual([]);
});

test('a repository is asked for once, by the name in the policy or that of its origin', () => {
  const byOrigin = productOf(open({ origin: 'git@github.com:Acme/Core' }), { modules: NAMELESS });
  const nowhere = productOf(open({ origin: '/clones/other' }), { modules: NAMELESS });
  const named = productOf({ is: 'missing' }, {});
  expect(askedFor([named, byOrigin, nowhere], 'github.com')).toEqual([
    { name: 'acme/core', product: 'core' },
  ]);
});
