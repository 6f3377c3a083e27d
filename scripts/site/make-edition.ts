import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type ApplyPlan, applyChanges, type Changes, placeWhole, readMark } from './apply.ts';
import type { Bundle } from './bundle/bundle.ts';
import type { EditionSettings } from './edition-settings.ts';
import {
  dirtyUnits,
  type PlannedUnits,
  plannedPages,
  plannedReleasePages,
  plannedReleases,
} from './plan-units.ts';
import { pageWriter } from './render/page-writer.ts';
import { placesIn, unitOf } from './render/units.ts';
import { isInShard, type Shard, shardPlaces } from './shards.ts';
import { type SiteCache, wasInterrupted } from './site-cache.ts';
import { digestOf, textOfDigest } from './trace/digest.ts';
import type { NodeStates } from './trace/node-states.ts';
import { isSameTrace } from './trace/same-trace.ts';
import { emptyTrace, type Trace, type UnitState } from './trace/trace.ts';
import { writeNextTrace, writeTrace } from './trace/trace-file.ts';
import { type Batch, runWorkers } from './workers.ts';
import { makerIn, openWorkshop, type Workshop, type WorkshopPlan } from './workshop.ts';

/** How an edition is made. */
export interface EditionPlan {
  settings: EditionSettings;
  bundle: Bundle;
  cache: SiteCache;
  out: string;
  /** Processes side by side. */
  jobs: number;
  /** Told what is under way, on a terminal. */
  progress: (text: string) => void;
}

/** What was made. */
export interface EditionReport {
  units: number;
  made: number;
  removed: number;
  files: number;
}

/** Beyond so many units, processes that make them side by side are worth their start. */
const ALONE = 240;
/**
 * Beside pages that stay, lists were read here to learn what changes, which other processes would read again: so much more
 * has to be made for them, and this part of all units.
 */
const ALONE_BESIDE = { units: 480, part: 1 / 50 };
const BATCH = 30;

/**
 * Makes an edition: of the pages that stand in `out` from the build before those anew whose records, code or settings
 * are others, and all of them where nothing of it can be relied on.
 */
export async function makeEdition(plan: EditionPlan): Promise<EditionReport> {
  const { settings, cache } = plan;
  rmSync(cache.stage, { recursive: true, force: true });
  mkdirSync(cache.stage, { recursive: true });
  const shop = shopOf(plan, cache);
  if (wasInterrupted(cache)) rmSync(cache.trace, { force: true });
  const workshop = await openWorkshop(shop);
  const isThere = workshop.before.units.size > 0 && readMark(plan.out) === markOf(workshop.before);
  if (!isThere) workshop.before.units.clear();
  const made = await makeAll(plan, shop, workshop, isThere);
  const after = traceAfter(shop.key, workshop, made);
  const report = countOf(workshop.before, made);
  const apply: ApplyPlan = { cache, out: plan.out, bundle: plan.bundle, settings, mark: markOf(after) };
  if (isThere) await applyChanges(apply, after, changesOf(workshop, made));
  else await placeWhole(apply, after);
  // A trace that tells of values comes after them.
  workshop.kept.prune(() => digestsOf(after));
  if (!isSameTrace(after, workshop.before)) writeNextTrace(cache.trace, after, workshop.before);
  rmSync(cache.journal, { force: true });
  rmSync(cache.stage, { recursive: true, force: true });
  return report;
}

/**
 * Makes the pages of a part of the releases, for a build on many machines: its folder holds the pages, what they were
 * made from, and what others need of these releases.
 */
export async function makeShard(plan: EditionPlan, shard: Shard): Promise<EditionReport> {
  const places = shardPlaces(plan.out, plan.settings.edition);
  for (const place of Object.values(places)) rmSync(place, { recursive: true, force: true });
  mkdirSync(places.pages, { recursive: true });
  const shop = shopOf(plan, { trace: places.trace, values: places.values });
  const workshop = await openWorkshop(shop);
  const made: MadeUnits = { units: new Map(), routes: new Map(), now: [] };
  const own = { ...plan, cache: { ...plan.cache, stage: places.pages } };
  for (const planned of [plannedReleases(plan.settings), plannedReleasePages(plan.settings)]) {
    const units = planned.units.filter((id) => isInShard(id, shard));
    await makeSome({
      plan: own,
      shop,
      workshop,
      made,
      before: null,
      planned: { ...planned, units, prepare: [] },
    });
  }
  workshop.kept.flush();
  writeTrace(places.trace, traceAfter(shop.key, workshop, made));
  return countOf(workshop.before, made);
}

/** All units of an edition with their states, and which of them were made now. */
interface MadeUnits {
  units: Map<string, UnitState>;
  routes: Trace['routes'];
  now: string[];
}

async function makeAll(
  plan: EditionPlan,
  shop: WorkshopPlan,
  workshop: Workshop,
  isThere: boolean,
): Promise<MadeUnits> {
  const made: MadeUnits = { units: new Map(), routes: new Map(), now: [] };
  const before = isThere ? plan.out : null;
  const first = plannedReleases(plan.settings);
  await makeSome({ plan, shop, workshop, made, before, planned: first });
  const rest = await plannedPages(plan.settings, workshop);
  made.routes = rest.routes;
  await makeSome({ plan, shop, workshop, made, before, planned: rest });
  return made;
}

interface Making {
  plan: EditionPlan;
  shop: WorkshopPlan;
  workshop: Workshop;
  made: MadeUnits;
  before: string | null;
  planned: PlannedUnits;
}

async function makeSome(making: Making): Promise<void> {
  const { plan, workshop, made, before, planned } = making;
  const dirty = dirtyUnits(planned, workshop);
  const clean = new Set(planned.units);
  for (const id of dirty) clean.delete(id);
  for (const id of clean) made.units.set(id, workshop.before.units.get(id) as UnitState);
  made.now.push(...dirty);
  const alone = before === null ? ALONE : ALONE_BESIDE.units + planned.units.length * ALONE_BESIDE.part;
  const much = dirty.length + (before === null ? planned.prepare.length : 0);
  if (much > alone && plan.jobs > 1) await makeBeside(making, dirty);
  else await makeHere(making, dirty);
}

async function makeHere(
  { plan, workshop, made, before, planned }: Making,
  dirty: readonly string[],
): Promise<void> {
  const maker = makerIn(workshop, plan.settings, planned.handing, pageWriter(plan.cache.stage, before));
  for (const [at, id] of dirty.entries()) {
    plan.progress(`${at} of ${dirty.length}`);
    made.units.set(id, await maker.make(unitOf(id)));
  }
}

async function makeBeside(
  { plan, shop, workshop, made, before, planned }: Making,
  dirty: readonly string[],
): Promise<void> {
  const { work, inputs, kept } = workshop;
  const { ids } = workshop.before;
  kept.flush();
  const known: Trace = { ...emptyTrace(shop.key, ids), nodes: work.nodes(), inputs: inputs.settled() };
  const trace = path.join(plan.cache.folder, `known-${process.pid}`);
  writeTrace(trace, known);
  let done = 0;
  const found = emptyTrace(shop.key, ids);
  try {
    await runWorkers(
      batchesOf(dirty, before === null ? planned.prepare : []),
      {
        ...shop,
        trace,
        ...{ out: plan.cache.stage, before, handing: planned.handing, jobs: plan.jobs },
        found: plan.cache.folder,
        done: (units) => {
          done += units;
          plan.progress(`${done} of ${dirty.length}`);
        },
      },
      found,
    );
  } finally {
    rmSync(trace, { force: true });
  }
  for (const [id, state] of found.units) made.units.set(id, state);
  kept.refresh();
  work.learn(found.nodes);
  inputs.learn(found.inputs);
}

function batchesOf(units: readonly string[], prepare: readonly string[]): Batch[] {
  const batches: Batch[] = [];
  for (let at = 0; at < Math.max(units.length, prepare.length); at += BATCH)
    batches.push({ units: units.slice(at, at + BATCH), prepare: prepare.slice(at, at + BATCH) });
  return batches;
}

function traceAfter(
  key: string,
  { before, work, inputs }: Workshop,
  { units, routes }: MadeUnits,
): Trace<NodeStates> {
  const named = new Map(Array.from(units, ([id, { names: _names, ...state }]) => [id, state]));
  // What was asked and that no page was made from is asked by nobody in the next build, and goes with it.
  return { key, ids: before.ids, units: named, routes, nodes: work.nodes(), inputs: inputs.settled() };
}

/** What an edition is made with: the code, and what it is told. */
export function keyOf({ bundle, settings: { site, edition } }: EditionPlan): string {
  return digestOf(`${bundle.key} ${site ?? ''} ${edition}`);
}

function shopOf(plan: EditionPlan, { trace, values }: Pick<SiteCache, 'trace' | 'values'>): WorkshopPlan {
  return { settings: plan.settings, bundle: plan.bundle, key: keyOf(plan), trace, values };
}

/** What the pages of a trace are, in short: an edition that has another mark was not made by that build. */
export function markOf({ units }: Trace): string {
  const lines = Array.from(units, ([id, { digest }]) => `${id} ${digest}\n`);
  return digestOf(lines.sort().join(''));
}

function changesOf({ renderer, before }: Workshop, made: MadeUnits): Changes {
  const { units, now } = made;
  const places = placesIn(renderer.routes);
  const changed = now.filter((id) => before.units.get(id)?.digest !== units.get(id)?.digest);
  const gone = goneFrom(before, made);
  return {
    isAny: changed.length > 0 || gone.length > 0,
    kept: changed.map((id) => ({ places: places(unitOf(id)), names: units.get(id)?.names ?? [] })),
    gone: gone.flatMap((id) => places(unitOf(id))),
  };
}

/** Units that there were before and that are no more. */
function goneFrom(before: Trace, { units }: MadeUnits): string[] {
  return [...before.units.keys()].filter((id) => !units.has(id));
}

function countOf(before: Trace, made: MadeUnits): EditionReport {
  const { units, now } = made;
  const files = [...units.values()].reduce((sum, unit) => sum + unit.files, 0);
  return { units: units.size, made: now.length, removed: goneFrom(before, made).length, files };
}

function digestsOf({ nodes }: Trace): Set<string> {
  const digests = new Set<string>();
  for (const [, { digest }] of nodes)
    if (digest !== undefined && textOfDigest(digest) === undefined) digests.add(digest);
  return digests;
}
