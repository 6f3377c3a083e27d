import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Console } from '../verbs/console.ts';
import { harvest } from '../verbs/harvest.ts';
import { deploySample } from './deployments/deploy-sample.ts';
import { applyEditorialEdits } from './editorial/edit-notes.ts';
import { fileSampleReports } from './pipeline/file-reports.ts';
import { writeWaitingReports } from './pipeline/waiting-reports.ts';
import { withPlatform } from './platform-harvest.ts';
import { openSampleReleases } from './process/open-releases.ts';
import { fillInPaperwork } from './process/paperwork.ts';
import { waiveInSample } from './process/waivers.ts';
import { writeSampleLedger } from './sample-ledger.ts';
import { removeSeals, sealSample } from './seals/seal-sample.ts';
import { collectSampleVotes } from './votes/collect-votes.ts';
import { type SampleWorld, writeSampleWorld } from './world.ts';

/** The folder of the sample repositories, beside the content folder: the sample policies name it. */
export const WORLD_FOLDER = '.demo';

/**
 * Writes the sample repositories and their ledger from nothing, as people would: policies, a harvest, a release
 * manager's edits of the notes, and another harvest that keeps them. GitHub is stood in for. Other products of the
 * ledger are left alone.
 */
export async function writeSample(content: string, out: Console): Promise<SampleWorld> {
  const folder = path.join(path.dirname(content), WORLD_FOLDER);
  const world = await writeSampleWorld(folder);
  await removeSeals(content);
  for (const { product } of world.products) await removeProduct(content, product);
  await writeSampleLedger(content);
  await openSampleReleases(content, folder, silent(out));
  await withPlatform(world.platform, async () => {
    await harvestAll(world, content, out);
    await applyEditorialEdits(content);
    await decide(content, folder, silent(out));
    await harvestAll(world, content, out);
  });
  await deploySample({ content, folder, platform: world.platform }, silent(out));
  await sealSample(content, silent(out));
  out.say(
    'GitHub was stood in for: its pull requests, reviews, checks and releases are part of the sample world.',
  );
  return world;
}

/** What pipelines and people file for releases, from reports to waivers. */
async function decide(content: string, folder: string, out: Console): Promise<void> {
  await fileSampleReports(content, path.join(folder, 'reports'), out);
  await writeWaitingReports(content, path.join(folder, 'reports', 'waiting'));
  await fillInPaperwork(content);
  await collectSampleVotes(content, folder, out);
  await waiveInSample(content, out);
}

/** Hundreds of records need no sentence each. */
function silent(out: Console): Console {
  return { ...out, json: false, say: () => {}, print: () => {}, result: () => {} };
}

async function removeProduct(content: string, product: string): Promise<void> {
  const parts = [`products/${product}.md`, `notes/${product}`, `ledger/${product}`];
  for (const part of parts) await rm(path.join(content, part), { recursive: true, force: true });
}

async function harvestAll(world: SampleWorld, content: string, out: Console): Promise<void> {
  for (const { product } of world.products) {
    const code = await harvest({ content, product, repo: [] }, out);
    if (code !== 0) throw new Error(`the harvest of ${product} ended with ${code}`);
  }
}
