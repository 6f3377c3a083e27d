import { Fault } from '../../src/records/index.ts';
import type { Interview } from '../init/ask/settle.ts';
import type { RepositoryFacts } from '../init/facts.ts';
import { type FirstHarvest, firstHarvest } from '../init/first-harvest.ts';
import { lookAt } from '../init/look/look-at.ts';
import type { InitOptions } from '../init/options.ts';
import type { PlannedProduct } from '../init/plan.ts';
import { foundPast } from '../init/propose/changelogs.ts';
import { proposeProducts } from '../init/propose/products.ts';
import { reportStart } from '../init/report.ts';
import { readyRepositories } from '../init/repositories.ts';
import { settleAll } from '../init/settle-all.ts';
import type { Circumstances } from '../init/settle-product.ts';
import { requireRoles } from '../init/settle-roles.ts';
import { saySettled } from '../init/told.ts';
import { requireNoSample, requireRoom } from '../init/write/room.ts';
import { type Standing, standingIn } from '../init/write/sample.ts';
import { plannedFiles, writeLedger } from '../init/write/write-ledger.ts';
import type { Console } from './console.ts';
import { momentOf } from './moment.ts';

/**
 * Starts a ledger: looks at repositories, proposes how their products are released, lets a person change it, writes it.
 * Without an interview nobody is asked. Returns the exit code.
 */
export async function init(options: InitOptions, out: Console, interview: Interview | null): Promise<number> {
  // 1. What stands in the ledger's place, and may it go?
  requireRoles(options.flags.role ?? []);
  const standing = await requirePlace(options, interview);

  // 2. Look at the repositories.
  const given = options.repositories.length > 0 ? options.repositories : await askedFor(interview);
  const repositories: RepositoryFacts[] = [];
  for (const repository of await readyRepositories(given, out.say))
    repositories.push(await lookAt(repository));

  // 3. Propose, and settle.
  const drafts = proposeProducts(repositories, { product: options.product ?? null, as: options.as ?? null });
  requireRoom(drafts, standing);
  const start = await settleAll(drafts, options.flags, circumstances(options, interview), interview);
  if (interview === null && !out.json)
    for (const [index, { id, because }] of start.products.entries())
      saySettled(id, because['product'] ?? '', start.settled[index] ?? [], out);

  // 4. Write all of it, or nothing; then harvest.
  const files = plannedFiles(options.content, start.products, start.site, standing);
  if (options.dryRun !== true) writeLedger(options.content, files, standing);
  const harvests = await harvestAll(options, start.products, repositories, interview, out);

  // 5. Say what is there, and what to type next.
  reportStart(
    { options, start, repositories, standing, files: files.map(({ file }) => file), harvests },
    out,
  );
  return Math.max(0, ...harvests.map(({ code }) => code));
}

/** Throws a Fault where the sample ledger, or what somebody made of it, may not go. */
async function requirePlace(
  { content, replaceSample, dryRun }: InitOptions,
  interview: Interview | null,
): Promise<Standing> {
  const standing = standingIn(content);
  const asked = standing.kind === 'sample' && replaceSample !== true && interview !== null;
  const message = `${content} holds the sample ledger. Remove it, and begin your own in its place?`;
  const mayReplace = replaceSample === true || (asked && (await interview.confirm(message, false)));
  requireNoSample(content, standing, mayReplace || dryRun === true);
  return standing;
}

async function askedFor(interview: Interview | null): Promise<string[]> {
  if (interview !== null) return (await interview.repositories()).trim().split(/\s+/);
  throw new Fault('no repository was given', {
    hint: 'Give paths of local clones, or addresses: ledger init ../product',
  });
}

/** A person sits in a zone; a command that runs by itself proposes what is the same everywhere. */
function circumstances({ now }: InitOptions, interview: Interview | null): Circumstances {
  const today = momentOf(now).slice(0, 10);
  const own = new Intl.DateTimeFormat('en').resolvedOptions().timeZone;
  if (interview !== null) return { timeZone: own, zoneBecause: 'this machine’s clock is set to it', today };
  return {
    timeZone: 'UTC',
    zoneBecause: 'records are in UTC, and nothing in a repository tells another',
    today,
  };
}

async function harvestAll(
  options: InitOptions,
  products: readonly PlannedProduct[],
  repositories: readonly RepositoryFacts[],
  interview: Interview | null,
  out: Console,
): Promise<FirstHarvest[]> {
  const { content, offline = false } = options;
  if (options.dryRun === true || options.harvest === false) return [];
  const harvests: FirstHarvest[] = [];
  const past = repositories.some((facts) => facts.address === null && foundPast(facts).length > 0);
  const message =
    'Bring its changelog along, before the first harvest? Harvested notes are not replaced later';
  const bring = options.import ?? (past && interview !== null && (await interview.confirm(message, true)));
  for (const product of products)
    harvests.push(await firstHarvest(product, { content, repositories, import: bring, offline }, out));
  return harvests;
}
