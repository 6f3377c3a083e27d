import { TagPatternSchema } from '../../src/records/index.ts';
import { listOf, listText, NONE, type Settle, textOrNone, whyKept } from './ask/question.ts';
import type { RepositoryFacts } from './facts.ts';
import type { ModuleDraft, PlannedModule, ProductDraft } from './plan.ts';
import { proposeBranch, proposeStaging } from './propose/branches.ts';
import { someOf } from './propose/counted.ts';
import { namesOf, tagsWithout } from './propose/products.ts';
import { proposeTags, type TagProposal } from './propose/tags.ts';

/** The modules of a product, settled. */
export interface SettledModules {
  modules: PlannedModule[];
  drafts: ModuleDraft[];
  lead: string;
}

/** Settles which modules a product has, which one leads, and the tags and branches of each, the lead's first. */
export async function settleModules(draft: ProductDraft, settle: Settle): Promise<SettledModules> {
  const { chosen, lead } = await settleList(draft, settle);
  const inOrder = [...chosen.filter(({ id }) => id === lead), ...chosen.filter(({ id }) => id !== lead)];
  const modules: PlannedModule[] = [];
  const branches = new Map<RepositoryFacts, Branches>();
  for (const module of inOrder) {
    const tags = await settleTags(module, inOrder, modules[0] ?? null, settle);
    const known = branches.get(module.facts) ?? (await settleBranches(module, tags.value, settle));
    branches.set(module.facts, known);
    const { id, facts, path } = module;
    modules.push({
      ...{ id, folder: facts.folder, address: facts.address, github: facts.github, path, chart: null },
      ...{ branch: known.branch, staging: known.staging, tags: tags.value, ignored: tags.ignored },
      because: { ...known.because, tags: tags.because, id: module.because },
    });
  }
  return { modules, drafts: inOrder, lead };
}

async function settleList(
  draft: ProductDraft,
  settle: Settle,
): Promise<{ chosen: ModuleDraft[]; lead: string }> {
  const subject = draft.id;
  const ids = draft.modules.map(({ id }) => id);
  if (ids.length === 1) return { chosen: draft.modules, lead: draft.lead };
  const reasons = draft.modules.map(({ id, because }) => `${id}: ${because}`);
  const wanted = await settle({
    ...{ subject, field: 'modules', says: 'Modules' },
    ...{ proposal: listText(ids), because: someOf(reasons, 8) },
    form: { kind: 'choices', options: ids },
  });
  // Whatever is left out, the releases are somebody's.
  const left = listOf(wanted);
  const chosen = draft.modules.filter(
    ({ id }) => left.includes(id) || (left.length === 0 && id === draft.lead),
  );
  const names = chosen.map(({ id }) => id);
  const proposal = names.includes(draft.lead) ? draft.lead : (names[0] ?? draft.lead);
  const lead = await settle({
    ...{ subject, field: 'lead', says: 'The module whose tags are the releases' },
    ...{ proposal, because: draft.leadBecause },
    form: { kind: 'choice', options: names },
  });
  return { chosen, lead };
}

interface SettledTags extends TagProposal {
  value: string[];
}

async function settleTags(
  module: ModuleDraft,
  all: readonly ModuleDraft[],
  lead: PlannedModule | null,
  settle: Settle,
): Promise<SettledTags> {
  const { id, facts } = module;
  const found = tagsOf(module, lead);
  const given = await settle({
    ...{ subject: id, field: 'tags', says: 'Tag patterns, the newest first' },
    ...{ proposal: found === null ? null : listText(found.value), because: found?.because ?? noTag(facts) },
    form: { kind: 'text', check: arePatterns },
  });
  const value = listOf(given);
  const others = all.flatMap(({ patterns }) => patterns ?? []);
  const ignored = (found?.ignored ?? []).filter(({ pattern }) => ![...others, ...value].includes(pattern));
  const because = whyKept(given, found === null ? null : listText(found.value), found?.because ?? '');
  return { value, ignored, because: because ?? 'it was said' };
}

function tagsOf(
  { id, facts, patterns, ofParts, because }: ModuleDraft,
  lead: PlannedModule | null,
): TagProposal | null {
  if (patterns !== null) return { value: patterns, because, ignored: [] };
  const found = proposeTags(tagsWithout(facts, ofParts, id), namesOf(facts, id));
  if (found !== null || lead === null) return found;
  return { value: lead.tags, because: `it has no such tag yet, and ${lead.id} has these`, ignored: [] };
}

function noTag({ tags }: RepositoryFacts): string {
  if (tags.length === 0)
    return 'the repository has no tags. Fetch them (git fetch --tags), or say how they will look';
  return `no tag looks like a version; there are ${someOf(tags.map(({ name }) => name))}`;
}

/** What is wrong with a list of tag patterns; null where nothing is. */
function arePatterns(text: string): string | null {
  const patterns = listOf(text);
  if (patterns.length === 0) return 'expected a pattern, as "v{version}"';
  const wrong = patterns.find((pattern) => !TagPatternSchema.safeParse(pattern).success);
  return wrong === undefined ? null : `expected "{version}" once in "${wrong}", as in "v{version}"`;
}

type Branches = Pick<PlannedModule, 'branch' | 'staging' | 'because'>;

async function settleBranches(
  { id: subject, facts }: ModuleDraft,
  tags: readonly string[],
  settle: Settle,
): Promise<Branches> {
  const main = proposeBranch(facts, tags);
  const branch = textOrNone(
    await settle({
      ...{ subject, field: 'branch', says: 'The branch that releases are cut from' },
      ...{ proposal: main?.value ?? NONE, because: main?.because ?? 'there is no branch' },
      form: { kind: 'text' },
    }),
  );
  const promoted = branch === null ? null : proposeStaging(facts, branch);
  const staging = textOrNone(
    await settle({
      ...{ subject, field: 'staging', says: 'The branch that is promoted to it' },
      ...{
        proposal: promoted?.value ?? NONE,
        because: promoted?.because ?? 'no merges of such a branch were found',
      },
      form: { kind: 'text' },
    }),
  );
  const because = {
    ...(main?.value === branch && main !== null && { branch: main.because }),
    ...(promoted !== null && promoted.value === staging && { staging: promoted.because }),
  };
  return { branch, staging, because };
}
