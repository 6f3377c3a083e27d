import { existsSync } from 'node:fs';
import path from 'node:path';
import { shortPath } from '../tool/short-path.ts';
import type { RepositoryFacts } from './facts.ts';
import type { PlannedProduct } from './plan.ts';
import { type FoundPast, foundPast } from './propose/changelogs.ts';

/** What to type after a start, and why. */
export interface NextStep {
  command: string;
  why: string;
}

/** What next steps depend on. */
export interface Started {
  content: string;
  products: readonly PlannedProduct[];
  repositories: readonly RepositoryFacts[];
  harvested: boolean;
  imported: boolean;
  /** The latest release, where a harvest told one. */
  example: { product: string; version: string } | null;
}

/** What to type next, in order. */
export function nextSteps({
  content,
  products,
  repositories,
  harvested,
  imported,
  example,
}: Started): NextStep[] {
  const place = shortPath(content);
  const ledger = place === 'content' ? 'npm run -s ledger --' : `npm run -s ledger -- --content ${place}`;
  const out = place === 'content' ? '' : ` --out ${path.join(path.dirname(place), 'dist')}`;
  const at = place === 'content' ? '' : ` --content ${place}`;
  const harvest = products.map(({ id }) => ({
    command: `${ledger} harvest --product ${id}`,
    why: harvested
      ? 'after each fetch of its repositories'
      : 'reads its repositories and writes its releases',
  }));
  const past = imported ? [] : importSteps(products, repositories, ledger, harvested);
  return [
    ...(harvested ? [] : [...past, ...harvest]),
    {
      command: `npm run build --${at}${out}`.replace(/ --$/, ''),
      why: 'both editions: for customers and for auditors',
    },
    { command: `npm run preview${out === '' ? '' : ` --${out}`}`, why: 'shows them on this machine' },
    ...(example === null
      ? []
      : [
          {
            command: `${ledger} verdict --product ${example.product} --release ${example.version}`,
            why: 'what of the policy is not proven yet, and why',
          },
        ]),
    { command: `${ledger} doctor`, why: 'what is missing: people, tokens, gates' },
    ...(harvested ? [...past, ...harvest] : []),
  ];
}

function importSteps(
  products: readonly PlannedProduct[],
  repositories: readonly RepositoryFacts[],
  ledger: string,
  harvested: boolean,
): NextStep[] {
  return products.flatMap(({ id, modules, lead }) => {
    const folder = modules.find((module) => module.id === lead)?.folder;
    const facts = repositories.find((one) => one.folder === folder);
    const isWhole = modules.find((module) => module.id === lead)?.path === null;
    const [first] = facts === undefined || !isWhole ? [] : foundPast(facts);
    if (first === undefined || folder === undefined) return [];
    const late = harvested ? '; versions that were harvested keep their notes, so take them away first' : '';
    return [
      {
        command: `${ledger} import --product ${id} ${importArguments(folder, first)}`,
        why: `brings ${first.what} along${late}`,
      },
    ];
  });
}

/** A bare clone has no files to name: git writes the text out first. */
function importArguments(folder: string, { path: inside }: FoundPast): string {
  const clone = shortPath(folder);
  const file = path.join(folder, inside);
  if (existsSync(file)) return `--repo ${clone} ${shortPath(file)}`;
  return `--repo ${clone} ${path.basename(inside)}   # after: git -C ${clone} archive HEAD ${inside} | tar -x`;
}
