import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { GUIDE_ORDER } from '../../src/guide/order.ts';
import { writeWaitingReports } from '../demo/pipeline/waiting-reports.ts';
import { writeSlackExport } from '../demo/votes/slack-export.ts';
import { writeSampleWorld } from '../demo/world.ts';
import { useWorkspace } from '../testing/workspace.ts';
import { guidePage } from './guide-files.ts';
import { Playground } from './playground.ts';
import { typePage } from './typed-page.ts';

const CONTENT = path.resolve(import.meta.dirname, '../../content');

const space = useWorkspace();
let world = '';

/** What `npm run demo` leaves beside the sample ledger, as far as the guide needs it. */
beforeAll(async () => {
  world = path.join(space.root, 'world');
  await writeSampleWorld(world);
  await writeSlackExport(CONTENT, path.join(world, 'slack-export'));
  await writeWaitingReports(CONTENT, path.join(world, 'reports', 'waiting'));
});

describe.concurrent('every command of the guide does what the guide shows', () => {
  test.each(GUIDE_ORDER)('%s', async (id) => {
    const folder = path.join(space.root, id);
    await mkdir(folder);
    const astray = await typePage(guidePage(id), await Playground.open(folder, world));
    await rm(folder, { recursive: true, force: true });
    expect(astray).toBeNull();
  });
});
