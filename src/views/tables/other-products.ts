import { vulnerabilityPath } from '../paths.ts';
import type { ProductSecurity, TextLink } from './security-view.ts';

/** Other products that had the same vulnerability, by their names. */
export function otherProducts(
  vulnerability: string,
  product: string,
  all: readonly ProductSecurity[],
): TextLink[] {
  return all
    .filter(({ id, rows }) => id !== product && rows.some(({ ids }) => ids.includes(vulnerability)))
    .map(({ id, name }) => ({ text: name, href: vulnerabilityPath(id, vulnerability) }));
}
