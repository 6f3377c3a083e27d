import type { LineFact, RepositoryFacts } from './facts.ts';

/** What a repository shows in a test; what is not said is not there. */
export interface ShownRepository
  extends Partial<Omit<RepositoryFacts, 'tags' | 'lines' | 'texts' | 'files'>> {
  tags?: readonly string[];
  lines?: Readonly<Record<string, Partial<LineFact>>>;
  /** Texts by path; they are files as well. */
  texts?: Readonly<Record<string, string>>;
  files?: readonly string[] | null;
}

/** Facts of a repository, as looking at a clone would give them. */
export function factsOf({
  tags = [],
  lines = {},
  texts = {},
  files = [],
  ...rest
}: ShownRepository): RepositoryFacts {
  const name = rest.name ?? 'core';
  const line = ({ tagged = [], merges = [] }: Partial<LineFact>): LineFact => ({ tagged, merges });
  return {
    ...{ name, module: null, folder: `/clones/${name}`, address: null, github: null, elsewhere: false },
    ...{ branches: ['main'], head: 'main' },
    ...rest,
    tags: tags.map((tag, index) => ({ name: tag, kind: 'annotated', target: String(index) })),
    lines: new Map(Object.entries(lines).map(([branch, fact]) => [branch, line(fact)])),
    files: files === null ? null : [...files, ...Object.keys(texts)],
    texts: new Map(Object.entries(texts)),
  };
}
