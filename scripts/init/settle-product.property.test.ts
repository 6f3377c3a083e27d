import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMarkdown } from '../../src/markdown/front-matter.ts';
import { ProductSchema, STAGES } from '../../src/records/index.ts';
import { parsePolicy } from '../store/read.ts';
import { settleUnasked } from './ask/settle.ts';
import { knownNames } from './known-names.ts';
import { proposeProducts } from './propose/products.ts';
import { settleProduct } from './settle-product.ts';
import { factsOf, type ShownRepository } from './testing.ts';
import { policyText } from './write/policy-text.ts';
import { productText } from './write/public-text.ts';

const CIRCUMSTANCES = { timeZone: 'UTC', zoneBecause: 'it is so', today: '2026-02-03' };

const version = fc
  .tuple(fc.nat(30), fc.nat(30), fc.option(fc.nat(9)))
  .map((parts) => parts.filter((part) => part !== null).join('.'));
const prefix = fc.constantFrom(
  'v',
  '',
  'core-',
  'portal@',
  'agent/v',
  '@acme/x@',
  'release-',
  '---',
  '"',
  ': ',
);
const tag = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(prefix, version).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.string({ minLength: 1 }) },
);
const words = fc.oneof(
  fc.string(),
  fc.constantFrom('---\n', '"\n# {{', '\u202e\x1b[31m', '- a: [', '* @ada @acme/qa\n/portal @ben-c'),
);
const file = fc.constantFrom(
  ...[
    '.github/workflows/a.yml',
    'Jenkinsfile',
    'Makefile',
    'CODEOWNERS',
    'OWNERS',
    'OWNERS_ALIASES',
    'MAINTAINERS.md',
  ],
  ...['README.md', 'package.json', 'charts/core/Chart.yaml', 'packages/portal/package.json', 'agent/x.go'],
);
const known = fc.constantFrom(
  ...[
    'run: docker build . && go test ./... && helm lint',
    'approvers: [ada, "x y", -1]',
    '- @ada\n- @Ada\n- [Ben](https://github.com/ben)',
  ],
  ...[
    'apiVersion: v2\nname: core\nversion: 1.0.0\ndependencies:\n  - {name: "red\\nis", version: "1", repository: https://x.example.org}\n',
  ],
  ...['{"description": "It\\n---\\nis", "homepage": "https://core.example.org/"}', '# Core: "the" thing\n'],
);
const repository: fc.Arbitrary<ShownRepository> = fc.record({
  name: fc.constantFrom('core', 'portal', 'Core.App', 'a--b', 'x_y'),
  github: fc.constantFrom(null, 'acme/core'),
  tags: fc.uniqueArray(tag, { maxLength: 14 }),
  branches: fc.uniqueArray(
    fc.oneof(fc.constantFrom('main', 'staging', 'release-1.2', 'v1.x'), fc.string({ minLength: 1 })),
    { maxLength: 5 },
  ),
  head: fc.constantFrom(null, 'main', 'a "b"'),
  texts: fc.dictionary(file, fc.oneof(known, words), { maxKeys: 8 }),
});

test('whatever repositories show, the policy and the page that are written read again by their schemas', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(repository, { minLength: 1, maxLength: 3 }),
      fc.constantFrom(null, 'one', 'each'),
      async (shown, as) => {
        const drafts = proposeProducts(
          shown.map((one, index) => ({ ...factsOf(one), folder: `/clones/${index}` })),
          { product: null, as },
        );
        const { settle } = settleUnasked({ tags: [] }, knownNames(drafts), null);
        for (const draft of drafts) {
          // What cannot be proposed is what a person has to say.
          const answering: typeof settle = async (question) =>
            question.proposal === null ? 'v{version}' : settle(question);
          const product = await settleProduct(draft, answering, CIRCUMSTANCES);
          const { policy } = parsePolicy(policyText(product, '/ledger/content'), 'policy.md');
          expect(policy.product).toBe(draft.id);
          expect(policy.modules.map(({ id }) => id)).toEqual(product.modules.map(({ id }) => id));
          expect(policy.modules.map(({ tags }) => tags)).toEqual(product.modules.map(({ tags }) => tags));
          expect(policy.stages.default ?? []).toEqual(product.stages);
          expect(STAGES.map(({ id }) => id)).toEqual(expect.arrayContaining(product.stages));
          const page = productText(product);
          expect(readMarkdown(page, ProductSchema, 'page.md').data.name).toBe(product.name);
          expect(page + policyText(product, '/ledger/content')).not.toMatch(/[[\u202e\p{Cc}]--[\n]]/v);
        }
      },
    ),
    { numRuns: 300 },
  );
});
