import { repositoryOnHost } from '../../../parse/github/address.ts';
import type { FiledPolicy } from '../../facts/product-facts.ts';
import type { RepositoryFacts } from '../../facts/repository-facts.ts';
import { edit, type Finding } from '../../finding.ts';
import { policyPlace } from '../../policy-place.ts';

/** Whether it is known which repository of the platform a clone is of, and only one of them. */
export function gitHubNames(facts: RepositoryFacts, policy: FiledPolicy, host: string): Finding[] {
  const { found, product, folder, modules, repository } = facts;
  if (found.is !== 'open') return [];
  const own = repositoryOnHost(found.origin ?? repository, host);
  const wrong = modules.filter(
    ({ module }) =>
      module.github !== undefined && own !== null && module.github.toLowerCase() !== own.toLowerCase(),
  );
  if (wrong.length > 0)
    return wrong.map(({ module, index }) => ({
      id: 'github-name-differs',
      severity: 'gap',
      product,
      says: `The policy says that ${module.id} is ${module.github} on ${host}, and ${folder} was cloned from ${own}.`,
      place: policyPlace(policy, 'modules', index, 'github'),
      mend: edit(
        `Write "github: ${own}" at the module ${module.id}, or leave it where the clone is of a fork.`,
      ),
    }));
  if (own !== null || modules.some(({ module }) => module.github !== undefined)) return [];
  const [first] = modules;
  return [
    {
      id: 'module-without-github',
      severity: 'hint',
      product,
      says: `Nothing tells which repository on ${host} ${folder} is of: nobody is asked for its pull requests, reviews and checks.`,
      place: policyPlace(policy, 'modules', first?.index ?? 0),
      mend: edit(`Write "github: OWNER/NAME" at the module ${first?.module.id}, where it has one.`),
    },
  ];
}
