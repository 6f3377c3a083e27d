import { isPrerelease, sortByVersion } from '../../../src/history/version-order.ts';
import { Fault } from '../../../src/records/index.ts';
import { guessPatterns, versionOfTag } from '../../parse/tag-patterns.ts';
import type { RepositoryFacts } from '../facts.ts';
import type { ModuleDraft, ProductDraft } from '../plan.ts';
import { freeSlug, slugOf } from '../slug.ts';
import { chartsOf, isOf } from './charts.ts';
import { someOf } from './counted.ts';
import { ownModules } from './own-modules.ts';
import { nameInPrefix } from './tags.ts';

/** What a person has said already of how repositories make products. */
export interface Grouping {
  /** The id of the one product that all of it is. */
  product: string | null;
  /** All in one product, or one for each repository or module. */
  as: 'one' | 'each' | null;
}

/** Proposes which products some repositories make. Throws a Fault where no id can be made of a name. */
export function proposeProducts(repositories: readonly RepositoryFacts[], given: Grouping): ProductDraft[] {
  const [first] = repositories;
  if (first === undefined) return [];
  const single = repositories.length === 1;
  const drafts = single ? ofOne(first, given) : ofSeveral(repositories, given);
  return withFreeIds(drafts);
}

function ofOne(facts: RepositoryFacts, { product, as }: Grouping): ProductDraft[] {
  const id = product ?? facts.module ?? idOf(facts);
  const own = ownModules(facts);
  const ofParts = own.filter((module) => module.id !== id).flatMap(({ patterns }) => patterns);
  const guess = guessPatterns(tagsWithout(facts, ofParts, id), namesOf(facts, id));
  const whole: ModuleDraft = {
    ...{ id: facts.module ?? id, facts, path: null, patterns: null, ofParts },
    because: 'it is the repository',
  };
  const ledBy = own.find(({ patterns }) => patterns.some((pattern) => guess.patterns.includes(pattern)));
  const parts = own.map((module): ModuleDraft => ({ ...module, facts, ofParts: [] }));
  if (
    (as === 'each' && own.length > 0) ||
    (as === null && product === null && ledBy !== undefined && own.length > 1)
  )
    return parts.map((part) => ({
      ...{ id: part.id, modules: [part], lead: part.id, because: `${part.because}, and none is of all` },
      leadBecause: 'it is the only module',
    }));
  const others = parts.filter(
    ({ id: part, patterns }) => part !== whole.id && !patterns?.some((one) => guess.patterns.includes(one)),
  );
  return [
    {
      id,
      because: 'one repository is one product',
      modules: [whole, ...others],
      lead: whole.id,
      leadBecause: others.length === 0 ? 'it is the only module' : 'its tags are of the whole repository',
    },
  ];
}

function ofSeveral(repositories: readonly RepositoryFacts[], { product, as }: Grouping): ProductDraft[] {
  const taken = new Set<string>();
  const modules = repositories.map((facts): ModuleDraft => {
    const id = freeSlug(facts.module ?? idOf(facts), taken);
    taken.add(id);
    return { id, facts, path: null, patterns: null, ofParts: [], because: 'it has a repository of its own' };
  });
  if (as === 'each' && product === null) return modules.map(alone);
  const together = umbrella(modules) ?? ofOneVersion(modules);
  if (product !== null || as === 'one') {
    const lead = together?.lead ?? mostTagged(modules, product);
    const because = 'all repositories were said to be one product';
    return [
      { because, modules, leadBecause: 'it has the most tags', ...together, lead, id: product ?? lead },
    ];
  }
  if (together === null) return modules.map(alone);
  const inside = modules.filter(({ id }) => together.ids.includes(id));
  const others = modules.filter(({ id }) => !together.ids.includes(id));
  const { lead, leadBecause, because } = together;
  return [{ id: lead, because, modules: inside, lead, leadBecause }, ...others.map(alone)];
}

function alone(module: ModuleDraft): ProductDraft {
  return {
    ...{ id: module.id, modules: [module], lead: module.id },
    because: 'nothing shows that it is a part of another one',
    leadBecause: 'it is the only module',
  };
}

interface Together {
  ids: string[];
  lead: string;
  leadBecause: string;
  because: string;
}

/** A repository whose chart depends on the others' holds them together. */
function umbrella(modules: readonly ModuleDraft[]): Together | null {
  const found = modules.map(({ id, facts }) => {
    const others = modules.filter((other) => other.id !== id);
    const needed = chartsOf(facts).flatMap(({ dependencies }) => dependencies);
    return { id, parts: others.filter((other) => needed.some((one) => isOf(one, [other.id]))) };
  });
  const [most] = found.toSorted((a, b) => b.parts.length - a.parts.length);
  if (most === undefined || most.parts.length === 0) return null;
  const parts = most.parts.map(({ id }) => id);
  const because = `the chart of ${most.id} depends on ${someOf(parts)}`;
  return { ids: [most.id, ...parts], lead: most.id, leadBecause: because, because };
}

/** Repositories that are tagged with the same versions are released together. */
function ofOneVersion(modules: readonly ModuleDraft[]): Together | null {
  const recent = new Map(modules.map((module) => [module.id, new Set(recentVersions(module.facts))]));
  const lead = mostTagged(modules, null);
  const leading = new Set(allVersions(modules.find(({ id }) => id === lead)?.facts));
  const same = modules.filter(({ id }) => {
    const versions = [...(recent.get(id) ?? [])];
    return (
      id !== lead &&
      versions.length >= 3 &&
      versions.filter((one) => leading.has(one)).length * 3 >= versions.length * 2
    );
  });
  if (same.length === 0) return null;
  const ids = [lead, ...same.map(({ id }) => id)];
  const because = `${someOf(ids)} are tagged with the same versions`;
  return { ids, lead, leadBecause: 'it has the most of these tags', because };
}

function allVersions(facts: RepositoryFacts | undefined): string[] {
  if (facts === undefined) return [];
  const names = facts.tags.map(({ name }) => name);
  const { patterns } = guessPatterns(names, namesOf(facts, facts.name));
  const versions = names.flatMap((tag) => versionOfTag(tag, patterns) ?? []);
  return sortByVersion(
    versions.filter((version) => !isPrerelease(version)),
    (version) => version,
  );
}

function recentVersions(facts: RepositoryFacts): string[] {
  return allVersions(facts).slice(-10);
}

/** The module that is called as the product or its owner is, else the one with the most releases. */
function mostTagged(modules: readonly ModuleDraft[], product: string | null): string {
  const named = modules.find(
    ({ id, facts }) => id === product || slugOf(facts.github?.split('/')[0] ?? '') === id,
  );
  const [most] = modules.toSorted((a, b) => allVersions(b.facts).length - allVersions(a.facts).length);
  return (named ?? most)?.id ?? '';
}

/** Tags that are not its parts', where the repository has some of its own; else all of them. */
export function tagsWithout(facts: RepositoryFacts, ofParts: readonly string[], id: string): string[] {
  const all = facts.tags.map(({ name }) => name);
  const others = all.filter((name) => versionOfTag(name, ofParts) === null);
  const names = namesOf(facts, id);
  const isOwn = (pattern: string): boolean => {
    const name = nameInPrefix(pattern.replace('{version}', ''));
    return name === null || names.includes(name);
  };
  return guessPatterns(others, names).patterns.some(isOwn) ? others : all;
}

/** Names that tags of a repository may begin with. */
export function namesOf({ name, folder }: RepositoryFacts, id: string): string[] {
  return [...new Set([id, name, (folder.split('/').at(-1) ?? '').replace(/\.git$/, '')])];
}

function idOf({ name, folder }: RepositoryFacts): string {
  const id = slugOf(name);
  if (id !== null) return id;
  throw new Fault(`no product id can be made of "${name}"`, {
    hint: `Name the product: --product ID, or write ID=${folder}.`,
  });
}

function withFreeIds(drafts: readonly ProductDraft[]): ProductDraft[] {
  const taken = new Set<string>();
  return drafts.map((draft) => {
    const id = freeSlug(draft.id, taken);
    taken.add(id);
    return { ...draft, id };
  });
}
