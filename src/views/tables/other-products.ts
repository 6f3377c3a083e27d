import { vulnerabilityPath } from '../paths.ts';
import type { TextLink } from './security-view.ts';

/** A product, and the ids of its vulnerabilities. */
export interface VulnerableProduct {
  id: string;
  name: string;
  ids: readonly string[];
}

/** Other products that had the same vulnerability, by their names. */
export function otherProducts(
  vulnerability: string,
  product: string,
  all: readonly VulnerableProduct[],
): TextLink[] {
  return all
    .filter(({ id, ids }) => id !== product && ids.includes(vulnerability))
    .map(({ id, name }) => ({ text: name, href: vulnerabilityPath(id, vulnerability) }));
}
