import { isPrerelease, sortByVersion } from '../../src/history/version-order.ts';
import { STAGES, type Stage, TimeZoneSchema, WebAddressSchema } from '../../src/records/index.ts';
import { versionOfTag } from '../parse/tag-patterns.ts';
import { listOf, listText, NONE, type Settle, textOrNone, whyKept } from './ask/question.ts';
import type { ModuleDraft, PlannedModule, PlannedProduct, ProductDraft } from './plan.ts';
import { proposeAbout } from './propose/about.ts';
import { proposeReleaseBranches } from './propose/branches.ts';
import { chartFolder, chartsOf, proposeChart, thirdParties } from './propose/charts.ts';
import { proposeStages } from './propose/stages.ts';
import { proposeAnnotated, proposeVersioning } from './propose/tags.ts';
import { settleModules } from './settle-modules.ts';
import { settleRoles } from './settle-roles.ts';

/** What the machine and the moment tell. */
export interface Circumstances {
  /** The zone to propose. */
  timeZone: string;
  /** Why that one. */
  zoneBecause: string;
  /** The day on which people begin to hold their roles. */
  today: string;
}

/** Settles everything that a policy and a product's page say, in the order in which one thing needs another. */
export async function settleProduct(
  draft: ProductDraft,
  settle: Settle,
  { timeZone, zoneBecause, today }: Circumstances,
): Promise<PlannedProduct> {
  const subject = draft.id;
  const page = await settlePage(draft, settle);
  const { modules, drafts, lead } = await settleModules(draft, settle);
  const leading = drafts.find(({ id }) => id === lead) as ModuleDraft;
  const first = modules.find(({ id }) => id === lead) as PlannedModule;
  const parts = await settleChart(subject, leading, first, drafts, settle);
  const releases = await settleReleases(subject, leading, first, settle);
  const facts = [...new Set(drafts.map((module) => module.facts))];
  const stages = proposeStages(facts);
  const wanted = await settle({
    ...{ subject, field: 'stage', says: 'Stages that every release needs' },
    ...{ proposal: listText(stages.value), because: stages.because },
    form: { kind: 'choices', options: STAGES.map(({ id }) => id) },
  });
  const { roles, because } = await settleRoles(subject, drafts, settle);
  const zone = await settle({
    ...{ subject, field: 'time-zone', says: 'The zone in which times are shown' },
    ...{ proposal: timeZone, because: zoneBecause },
    form: { kind: 'text', check: isZone },
  });
  return {
    ...{ id: draft.id, ...page, modules, lead, ...releases.values, timeZone: zone, since: today },
    ...{ parts, stages: listOf(wanted) as Stage[], roles },
    because: {
      ...releases.because,
      product: draft.because,
      lead: whyKept(lead, draft.lead, draft.leadBecause),
      stages: whyKept(wanted, listText(stages.value), stages.because),
      roles: because,
    },
  };
}

function isZone(text: string): string | null {
  return TimeZoneSchema.safeParse(text).success ? null : 'expected an IANA time zone such as "Asia/Kolkata"';
}

type Page = Pick<PlannedProduct, 'name' | 'summary' | 'website' | 'publicLinks'>;

async function settlePage({ id: subject, modules, lead }: ProductDraft, settle: Settle): Promise<Page> {
  const about = proposeAbout(subject, (modules.find(({ id }) => id === lead) ?? modules[0]) as ModuleDraft);
  const name = await settle({
    ...{ subject, field: 'name', says: 'The name for customers' },
    ...{ proposal: about.name.value, because: about.name.because },
    form: { kind: 'text', check: (text) => (text.trim() === '' ? 'expected a name' : null) },
  });
  const summary = await settle({
    ...{ subject, field: 'summary', says: 'One sentence on what it is' },
    ...{ proposal: about.summary.value, because: about.summary.because },
    form: { kind: 'text' },
  });
  const website = await settle({
    ...{ subject, field: 'website', says: 'Where it lives on the web' },
    ...{ proposal: about.website?.value ?? NONE, because: about.website?.because ?? 'no file names it' },
    form: { kind: 'text', check: isAddress },
  });
  const links = await settle({
    ...{ subject, field: 'public-links', says: 'May customers follow links into the repositories' },
    ...{ proposal: 'no', because: 'a clone does not tell who may read its origin' },
    form: { kind: 'yes' },
  });
  return { name, summary, website: textOrNone(website), publicLinks: links === 'yes' };
}

function isAddress(text: string): string | null {
  const address = textOrNone(text);
  return address === null || WebAddressSchema.safeParse(address).success
    ? null
    : 'expected an address such as "https://example.org", or "none"';
}

/** The chart that holds the product together is the lead's. Gives the charts in it that others build. */
async function settleChart(
  subject: string,
  leading: ModuleDraft,
  first: PlannedModule,
  drafts: readonly ModuleDraft[],
  settle: Settle,
): Promise<string[]> {
  const all = chartsOf(leading.facts);
  const charts =
    leading.path === null ? all : all.filter(({ folder }) => folder.startsWith(leading.path ?? ''));
  const others = drafts.map(({ id }) => id).filter((id) => id !== leading.id);
  const found = proposeChart(charts, [subject, leading.id, leading.facts.name.toLowerCase()], others);
  const none = charts.length === 0 ? 'there is no Chart.yaml' : `of ${charts.length} charts none stands out`;
  const given = await settle({
    ...{ subject, field: 'chart', says: 'The folder of the chart that holds it together' },
    ...{ proposal: found === null ? NONE : chartFolder(found.value), because: found?.because ?? none },
    form: { kind: 'text' },
  });
  first.chart = textOrNone(given);
  if (found !== null && first.chart === chartFolder(found.value)) first.because.chart = found.because;
  const chosen = charts.find((chart) => chartFolder(chart) === first.chart);
  return chosen === undefined ? [] : thirdParties(chosen, [leading.id, ...others]);
}

type Releases = Pick<PlannedProduct, 'versioning' | 'annotatedTags' | 'releaseBranches'>;

async function settleReleases(
  subject: string,
  { facts }: ModuleDraft,
  { tags }: PlannedModule,
  settle: Settle,
): Promise<{ values: Releases; because: PlannedProduct['because'] }> {
  const all = facts.tags.flatMap(({ name }) => versionOfTag(name, tags) ?? []);
  const versions = sortByVersion(all, (version) => version);
  const scheme = proposeVersioning(versions.filter((version) => !isPrerelease(version)));
  const versioning = await settle({
    ...{ subject, field: 'versioning', says: 'How versions count' },
    ...{ proposal: scheme.value, because: scheme.because },
    form: { kind: 'choice', options: ['semver', 'major-minor'] },
  });
  const objects = proposeAnnotated(facts.tags, versions.toReversed(), tags);
  const annotated = await settle({
    ...{ subject, field: 'annotated-tags', says: 'Do release tags have to be tag objects' },
    ...{ proposal: objects.value ? 'yes' : 'no', because: objects.because },
    form: { kind: 'yes' },
  });
  const cut = proposeReleaseBranches(facts.branches, versions);
  const branches = await settle({
    ...{ subject, field: 'release-branch', says: 'Branches of older lines that releases are cut from' },
    ...{ proposal: listText(cut?.value ?? []), because: cut?.because ?? 'no branch is named by a version' },
    form: { kind: 'text' },
  });
  return {
    values: {
      versioning: versioning as PlannedProduct['versioning'],
      annotatedTags: annotated === 'yes',
      releaseBranches: listOf(branches),
    },
    because: {
      versioning: whyKept(versioning, scheme.value, scheme.because),
      annotatedTags: whyKept(annotated, objects.value ? 'yes' : 'no', objects.because),
      releaseBranches: whyKept(branches, listText(cut?.value ?? []), cut?.because ?? ''),
    },
  };
}
