import os from 'node:os';
import path from 'node:path';
import { replace } from './apply.ts';
import { asFault } from './as-fault.ts';
import { bundleOf } from './bundle/bundle.ts';
import type { EditionSettings } from './edition-settings.ts';
import { type EditionReport, makeEdition, makeShard } from './make-edition.ts';
import { mergeShards, type Shard } from './shards.ts';
import { alone, siteCache } from './site-cache.ts';

/** What one build makes of which records. */
export interface EditionBuild {
  edition: 'public' | 'internal';
  content: string;
  out: string;
  /** Where the public edition is served; null where nobody said so. */
  site: string | null;
  /** The digest of the code that builds. */
  code: string;
  /** Where what stays from build to build is kept; below this tool's own `.cache` where it is null. */
  cache?: string | null;
  /** Processes that make pages side by side: as many as there are cores, where it is not said. */
  jobs?: number;
  /** Makes only a part of the pages, for a build on many machines. */
  shard?: Shard | null;
  /** Folders of such parts, of which the rest is made. */
  merge?: readonly string[];
  progress?: (text: string) => void;
}

/**
 * Builds one edition beside its place and puts it there when it is whole: a build that fails leaves the previous output
 * as it was. Only what is not as it was is made anew. Throws a Fault for records that are not as they should be.
 */
export async function buildEdition(build: EditionBuild): Promise<EditionReport> {
  const { edition, content, site, code, cache: root = null, jobs = os.availableParallelism() } = build;
  const settings: EditionSettings = { edition, content: path.resolve(content), site, now: momentOfBuild() };
  const out = path.resolve(build.out);
  const cache = siteCache(settings, out, root);
  try {
    const bundle = bundleOf(edition, code, root);
    const plan = { settings, bundle, cache, out, jobs, progress: build.progress ?? (() => {}) };
    return await alone(cache, async () => {
      if (build.shard) return makeShard(plan, build.shard);
      if (build.merge === undefined) return makeEdition(plan);
      // What is laid together is no edition yet: until it is one, the previous output stays.
      const laid = { ...plan, out: `${out}.merging` };
      await mergeShards(laid, build.merge);
      const report = await makeEdition(laid);
      await replace(out, laid.out);
      return report;
    });
  } catch (error) {
    throw asFault(error);
  }
}

/** Every process of a build has to tell the same time. */
function momentOfBuild(): string {
  const given = process.env['LEDGER_NOW'] ?? '';
  return given === '' ? new Date().toISOString() : given;
}
