import { peoplePath, personPath } from '../paths.ts';

/** Everything that everybody did for a product, as a file. */
export function allActsCsvPath(product: string): string {
  return `${peoplePath(product)}acts.csv`;
}

/** Everything that one person did for a product, as a file. */
export function actsCsvPath(product: string, person: string): string {
  return `${personPath(product, person)}acts.csv`;
}
