import { RepositoryBuilder } from '../world/index.ts';

/** A repository with a first release, so that what is tested is a range and not everything. */
export function started(): RepositoryBuilder {
  const repo = new RepositoryBuilder();
  repo.commit({ message: 'Start' });
  repo.tag('v1.0.0');
  return repo;
}
