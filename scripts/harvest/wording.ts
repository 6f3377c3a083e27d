import type { Policy, Product } from '../../src/records/index.ts';
import type { LedgerReader } from '../store/read.ts';
import { withoutPrivate } from './private-names.ts';
import type { Wording } from './worded-entries.ts';

/**
 * What customers may be led to, and read of: every repository but those of the ledger's products that no product's
 * page names. `own` are the product's repositories on the platform, which its policy need not name.
 */
export function wordingFor(reader: LedgerReader, policy: Policy, own: readonly string[]): Wording {
  const open = openRepositories(reader.product(policy.product));
  const others = reader.products().map((id) => reader.product(id));
  const named = new Set(others.flatMap((product) => [...openRepositories(product).values()].map(pathOf)));
  const repositories = reader.products().flatMap((id) => repositoriesOf(reader, id));
  const hidden = [...own, ...repositories].filter((name) => !named.has(name.toLowerCase()));
  return {
    policy,
    repositoryUrl: (module) => open.get(module) ?? null,
    mayLink: (url) => !hidden.some((name) => `/${pathOf(url)}/`.includes(`/${name.toLowerCase()}/`)),
    withoutPrivate: withoutPrivate([...new Set(hidden)]),
  };
}

function repositoriesOf(reader: LedgerReader, product: string): string[] {
  return reader.policy(product)?.policy.modules.flatMap(({ github }) => github ?? []) ?? [];
}

/** Addresses by module. */
function openRepositories(product: Product | null): Map<string, string> {
  return new Map(
    (product?.modules ?? []).flatMap(({ id, repository }) =>
      repository === undefined ? [] : [[id, repository.replace(/\/+$/, '')] as const],
    ),
  );
}

function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname.replace(/^\/+|\/+$/g, '').toLowerCase() : '';
}
