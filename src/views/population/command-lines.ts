import type { PopulationQuery } from '../../population/query.ts';

type Asked = Pick<PopulationQuery, 'from' | 'to'> & { product: string | null };

/** The command that prints a population. */
export function populationCommand(asked: Asked): string {
  return `ledger population ${options(asked)} --csv > population.csv`;
}

/** The command that prints what does not match in it. */
export function reconciliationCommand(asked: Asked): string {
  return `ledger population ${options(asked)} --reconcile`;
}

/** The command that draws a sample of it. */
export function sampleCommand(asked: Asked, seed: string, size: number): string {
  return `ledger sample ${options(asked)} --size ${size} --seed ${quoted(seed)}`;
}

function options({ from, to, product }: Asked): string {
  return `--from ${from} --to ${to}${product === null ? '' : ` --product ${product}`}`;
}

/** As a POSIX shell takes a word for one, whatever is in it. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
