import { hash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Fault } from '../../src/records/fault.ts';
import { writeMark } from './apply.ts';
import type { EditionPlan } from './make-edition.ts';
import { keyOf, markOf } from './make-edition.ts';
import { unitOf } from './render/units.ts';
import { addTrace } from './trace/merge-traces.ts';
import { emptyTrace, type Trace } from './trace/trace.ts';
import { foundTrace, writeTrace } from './trace/trace-file.ts';

/** A part of an edition's releases. */
export interface Shard {
  /** From 1 on. */
  number: number;
  of: number;
}

/** A shard as people write it: "3/8". Throws a Fault for anything else. */
export function parseShard(text: string): Shard {
  const [, number = '', of = ''] = /^(\d+)\/(\d+)$/.exec(text) ?? [];
  const shard = { number: Number(number), of: Number(of) };
  if (shard.number >= 1 && shard.number <= shard.of) return shard;
  throw new Fault(`--shard ${text} is no shard`, { hint: 'Write for example 3/8: the third of eight.' });
}

/** True for a unit that is made in a shard: releases are spread evenly, and what is of all of them is made by nobody. */
export function isInShard(id: string, { number, of }: Shard): boolean {
  const unit = unitOf(id);
  if (unit.kind === 'page' || unit.kind === 'comparison') return false;
  const release = `${unit.product}/${unit.version}`;
  return Number.parseInt(hash('sha256', release).slice(0, 8), 16) % of === number - 1;
}

/** What a shard is made of, in its folder. */
export function shardPlaces(
  folder: string,
  edition: string,
): { pages: string; trace: string; values: string } {
  const inside = path.join(folder, edition);
  return {
    pages: path.join(inside, 'pages'),
    trace: path.join(inside, 'trace'),
    values: path.join(inside, 'values'),
  };
}

/**
 * Lays shards together as if one build had made their pages: what is missing is made by the build that follows. Throws a
 * Fault for a folder that holds no shard of this code and these settings.
 */
export async function mergeShards(plan: EditionPlan, folders: readonly string[]): Promise<void> {
  const { cache, out, bundle } = plan;
  const key = keyOf(plan);
  const merged = emptyTrace(key);
  const shards = folders.map((folder) => foundShard(folder, plan));
  for (const place of [out, cache.values, cache.trace]) rmSync(place, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  cpSync(bundle.client, out, { recursive: true });
  for (const { pages, values, found } of shards) {
    addTrace(merged, found);
    for (const from of [pages, values].filter((each) => existsSync(each)))
      for (const name of readdirSync(from))
        cpSync(path.join(from, name), path.join(from === pages ? out : cache.values, name), {
          recursive: true,
        });
  }
  writeTrace(cache.trace, merged);
  writeMark(out, markOf(merged));
}

function foundShard(folder: string, plan: EditionPlan): { pages: string; values: string; found: Trace } {
  const { edition } = plan.settings;
  const { pages, trace, values } = shardPlaces(folder, edition);
  const found = foundTrace(trace, keyOf(plan));
  if (found !== null) return { pages, values, found };
  throw new Fault(
    existsSync(trace)
      ? `the shard of the ${edition} edition was made by another version of this tool or for another address`
      : `there is no shard of the ${edition} edition`,
    {
      place: { file: folder },
      hint: 'Shards are made by: npm run build -- --shard 1/2 --out FOLDER, by the same version of this tool, with the same --site.',
    },
  );
}
