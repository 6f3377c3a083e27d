import { tagFamilies, versionOfTag } from '../../../parse/tag-patterns.ts';
import type { FiledPolicy } from '../../facts/product-facts.ts';
import type { RepositoryFacts } from '../../facts/repository-facts.ts';
import { edit, type Finding, shell } from '../../finding.ts';
import { policyPlace } from '../../policy-place.ts';
import { shellWord } from '../../shell-word.ts';

/** Tag patterns that find no release, or leave most versions aside. `others` are patterns of other products there. */
export function tags(facts: RepositoryFacts, policy: FiledPolicy, others: readonly string[] = []): Finding[] {
  const { found, folder, product, modules } = facts;
  if (found.is !== 'open') return [];
  if (found.tags.length === 0)
    return [
      {
        id: 'repository-without-tags',
        severity: 'gap',
        product,
        says: `${folder} has no tag: it has no release.`,
        place: policyPlace(policy, 'modules', modules[0]?.index ?? 0, 'repository'),
        mend: shell(`git -C ${shellWord(folder)} fetch --tags`),
      },
    ];
  const silent = modules.filter(({ module }) => matching(found.tags, module.tags).length === 0);
  if (silent.length > 0)
    return silent.map(({ module, index }) => ({
      id: 'tags-match-nothing',
      severity: 'broken',
      product,
      says: `No tag of ${folder} is like ${named(module.tags)}, so that ${module.id} has no release.`,
      place: policyPlace(policy, 'modules', index, 'tags'),
      mend: edit(suggestion(found.tags)),
    }));
  return few(facts, found.tags, policy, others);
}

function few(
  { product, folder, modules }: RepositoryFacts,
  all: readonly string[],
  policy: FiledPolicy,
  others: readonly string[],
): Finding[] {
  const versions = tagFamilies(all).flatMap((family) => family.tags);
  const patterns = [...modules.flatMap(({ module }) => module.tags), ...others];
  const found = matching(versions, patterns);
  if (found.length * 2 >= versions.length) return [];
  const rest = versions.filter((tag) => !found.includes(tag));
  return [
    {
      id: 'tags-match-few',
      severity: 'hint',
      product,
      says: `Of ${versions.length.toLocaleString('en')} tags with a version in ${folder}, ${found.length.toLocaleString('en')} are like ${named(patterns)}.`,
      place: policyPlace(policy, 'modules', modules[0]?.index ?? 0, 'tags'),
      mend: edit(`${suggestion(rest)} Leave it where those are tags of something else.`),
    },
  ];
}

function matching(all: readonly string[], patterns: readonly string[]): string[] {
  return all.filter((tag) => versionOfTag(tag, patterns) !== null);
}

function named(patterns: readonly string[]): string {
  return [...new Set(patterns)].map((pattern) => `"${pattern}"`).join(' or ');
}

/** The pattern of most of the tags. */
function suggestion(all: readonly string[]): string {
  const [most] = tagFamilies(all).sort((a, b) => b.tags.length - a.tags.length);
  if (most === undefined)
    return `No tag holds a version; write a pattern of those that make releases, as "v{version}".`;
  return `Most of the others are like "${most.prefix}{version}${most.suffix}": add it to "tags" of the module.`;
}
