import { once } from './once.ts';

/** Versions of a product, and whether one is among them: who asks only that is not concerned by all others. */
export interface VersionList {
  (product: string): string[];
  has(product: string, version: string): boolean;
}

/** A list of versions that is read once. */
export function versionList(name: string, read: (product: string) => string[]): VersionList {
  const all = once(name, read, { cut: true });
  const asSet = once(`${name} as a set`, (product) => new Set(all(product)));
  const isOne = once(
    `one of ${name}`,
    (key) => {
      const [product = '', version = ''] = key.split('/');
      return asSet(product).has(version);
    },
    { cut: true },
  );
  return Object.assign((product: string) => all(product), {
    has: (product: string, version: string) => isOne(`${product}/${version}`),
  });
}
