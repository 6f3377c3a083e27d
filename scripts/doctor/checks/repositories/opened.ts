import type { FiledPolicy } from '../../facts/product-facts.ts';
import type { RepositoryFacts } from '../../facts/repository-facts.ts';
import { edit, type Finding, type Mend, shell, verb } from '../../finding.ts';
import { shellWord } from '../../shell-word.ts';
import { repositoryPlace } from './repository-place.ts';

/** Repositories that cannot be harvested as they are. */
export function opened(facts: RepositoryFacts, places: FiledPolicy): Finding[] {
  const told = toldOf(facts);
  if (told === null) return [];
  return [
    {
      severity: 'broken',
      product: facts.product,
      place: repositoryPlace(facts, places, 'repository'),
      ...told,
    },
  ];
}

interface Told {
  id: string;
  severity?: Finding['severity'];
  says: string;
  mend: Mend;
}

function toldOf({ product, repository, folder, found }: RepositoryFacts): Told | null {
  const [name, git] = [shellWord(folder), `git -C ${shellWord(folder)}`];
  switch (found.is) {
    case 'open':
      return found.partial ? partialClone(folder, git) : null;
    case 'missing':
      return {
        id: 'repository-missing',
        says: `There is no ${folder}, where the policy has a repository.`,
        mend: shell(`git clone ADDRESS ${name}`),
      };
    case 'unfetched':
      return {
        id: 'repository-unfetched',
        severity: 'hint',
        says: `${repository} was not fetched yet on this machine.`,
        mend: verb('harvest', '--product', product),
      };
    case 'shallow':
      return {
        id: 'repository-shallow',
        says: `${folder} is a shallow clone: commits and tags are missing, and a harvest refuses it.`,
        mend: shell(`${git} fetch --unshallow --tags`),
      };
    case 'unusable':
      return { id: 'repository-unusable', says: `${found.fault.message}.`, mend: mendOf(found.fault.hint) };
  }
}

function partialClone(folder: string, git: string): Told {
  return {
    id: 'repository-partial',
    severity: 'gap',
    says: `${folder} is a partial clone: cherry-picks without a mark, and charts, cannot be read in it.`,
    mend: shell(`${git} fetch --refetch --no-filter --tags && ${git} config --unset remote.origin.promisor`),
  };
}

function mendOf(hint = 'Clone it anew, and give the policy its path.'): Mend {
  const [, line] = /^Run: (.+)$/.exec(hint) ?? [];
  return line === undefined ? edit(hint) : shell(line);
}
