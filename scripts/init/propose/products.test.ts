import { describe, expect, test } from 'vitest';
import { Fault } from '../../../src/records/index.ts';
import type { ProductDraft } from '../plan.ts';
import { factsOf, type ShownRepository } from '../testing.ts';
import { type Grouping, proposeProducts } from './products.ts';

function propose(shown: readonly ShownRepository[], given: Partial<Grouping> = {}): ProductDraft[] {
  return proposeProducts(
    shown.map((one) => factsOf(one)),
    { product: null, as: null, ...given },
  );
}

/** Each product with its modules, the lead's marked. */
function shape(drafts: readonly ProductDraft[]): string[] {
  return drafts.map(
    ({ id, modules, lead }) =>
      `${id}: ${modules.map((one) => (one.id === lead ? `*${one.id}` : one.id)).join(' ')}`,
  );
}

const FILES = ['packages/portal/index.js', 'packages/agent/index.js', 'docs/x/index.md'];
const CHART = 'apiVersion: v2\nname: suite\nversion: 1.0.0\ndependencies:\n';

describe('one repository', () => {
  test('is one product', () => {
    const drafts = propose([{ name: 'Core.App', tags: ['v1.0.0'] }]);
    expect(shape(drafts)).toEqual(['core.app: *core.app']);
    expect(drafts[0]?.because).toBe('one repository is one product');
  });

  test('has modules where tags of their own name folders', () => {
    const tags = ['v1.0.0', 'v1.1.0', 'portal@1.0.0', 'portal@1.1.0', 'ghost@1.0.0', 'ghost@1.1.0'];
    const drafts = propose([{ tags, files: FILES }]);
    expect(shape(drafts)).toEqual(['core: *core portal']);
    expect(drafts[0]?.modules[1]).toMatchObject({
      path: 'packages/portal',
      patterns: ['portal@{version}'],
      because: '2 tags such as portal@1.1.0 name the folder packages/portal',
    });
  });

  test('is a product for each part where no tag is of all', () => {
    const tags = ['portal@1.0.0', 'portal@1.1.0', 'agent-v1.0.0', 'agent-v1.1.0'];
    expect(shape(propose([{ tags, files: FILES }]))).toEqual(['agent: *agent', 'portal: *portal']);
    expect(shape(propose([{ tags, files: FILES }], { product: 'suite' }))[0]).toMatch(/^suite: \*suite/);
  });

  test('is split where that is said', () => {
    const tags = ['v1.0.0', 'v1.1.0', 'portal@1.0.0', 'portal@1.1.0'];
    expect(shape(propose([{ tags, files: FILES }], { as: 'each' }))).toEqual(['portal: *portal']);
  });

  test('joins the namings of a part whose tags changed midway', () => {
    const tags = [
      'portal@1.0.0',
      'portal@1.1.0',
      'portal@1.2.0',
      'portal-v2.0.0',
      'portal-v2.1.0',
      'v1.0.0',
      'v1.1.0',
    ];
    const [draft] = propose([{ tags, files: FILES }]);
    expect(draft?.modules[1]?.patterns).toEqual(['portal-v{version}', 'portal@{version}']);
  });

  test('is told by its whole name, where scopes and folders have the same end', () => {
    const tags = ['sdk/api/v1.0.0', 'sdk/api/v1.1.0', 'v1.0.0', 'v1.1.0'];
    const [draft] = propose([{ tags, files: ['api/x.go', 'sdk/api/x.go'] }]);
    expect(draft?.modules[1]).toMatchObject({ id: 'api', path: 'sdk/api' });
  });

  test('has no parts where its files cannot be read', () => {
    const tags = ['v1.0.0', 'v1.1.0', 'portal@1.0.0', 'portal@1.1.0'];
    expect(shape(propose([{ tags, files: null }]))).toEqual(['core: *core']);
  });

  test('without a name that makes an id has to be named', () => {
    expect(() => propose([{ name: '中文' }])).toThrow(Fault);
    expect(shape(propose([{ name: '中文' }], { product: 'core' }))).toEqual(['core: *core']);
  });
});

describe('several repositories', () => {
  const umbrella = {
    name: 'suite',
    texts: { 'charts/Chart.yaml': `${CHART}  - name: api\n    version: 1.0.0\n` },
  };

  test('are one product where a chart depends on the others, and the rest stays apart', () => {
    const drafts = propose([{ name: 'api' }, umbrella, { name: 'other' }]);
    expect(shape(drafts)).toEqual(['suite: api *suite', 'other: *other']);
    expect(drafts[0]?.because).toBe('the chart of suite depends on api');
  });

  test('are one product where they are tagged with the same versions', () => {
    const tags = ['v1.0.0', 'v1.1.0', 'v1.2.0'];
    const drafts = propose([
      { name: 'api', tags },
      { name: 'web', tags: [...tags, 'v0.9.0'] },
      { name: 'else', tags: ['v7.0.0', 'v7.1.0', 'v7.2.0'] },
    ]);
    expect(shape(drafts)).toEqual(
      ['web: api *web', 'else: *else'].map((line) => line.replace('api *web', 'api *web')),
    );
    expect(drafts[0]?.because).toBe('web and api are tagged with the same versions');
  });

  test('are a product each where nothing joins them, and by word', () => {
    expect(shape(propose([{ name: 'api' }, { name: 'web' }]))).toEqual(['api: *api', 'web: *web']);
    expect(shape(propose([{ name: 'api' }, umbrella], { as: 'each' }))).toEqual([
      'api: *api',
      'suite: *suite',
    ]);
  });

  test('are one product by word, led by the one with the most releases', () => {
    const given = [{ name: 'api' }, { name: 'web', tags: ['v1.0.0'] }];
    expect(shape(propose(given, { as: 'one' }))).toEqual(['web: api *web']);
    expect(shape(propose(given, { product: 'suite' }))).toEqual(['suite: api *web']);
  });

  test('of one name get ids of their own', () => {
    const given = [
      { name: 'api', folder: '/a/api' },
      { name: 'api', folder: '/b/api' },
    ];
    expect(shape(propose(given))).toEqual(['api: *api', 'api-2: *api-2']);
  });
});
