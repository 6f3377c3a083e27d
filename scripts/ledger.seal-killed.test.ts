import path from 'node:path';
import { expect, test } from 'vitest';
import {
  harvestScene,
  type KillScene,
  killOnce,
  migrateScene,
  sealScene,
} from './testing/killed/kill-scene.ts';
import { useWorkspace } from './testing/workspace.ts';

const space = useWorkspace();

/** Parts of the duration: most of it is the start of the process, and the writing comes last. */
const MOMENTS = [0.3, 0.6, 0.8, 0.9, 0.97];
/** Parts of the steps of writing. */
const STEPS = [0.2, 0.4, 0.6, 0.8, 1];

const scenes: [string, (folder: string) => Promise<KillScene>][] = [
  ['harvest', harvestScene],
  ['seal', sealScene],
  ['migrate', migrateScene],
];

test.each(scenes)(
  '%s is killed whenever it may be: the ledger verifies, and once more ends well',
  async (name, make) => {
    const scene = await make(path.join(space.root, name));
    expect(scene.after).not.toEqual(scene.before);
    expect(scene.steps).toBeGreaterThan(5);
    for (const part of MOMENTS)
      expect(await killOnce(scene, { afterMilliseconds: scene.duration * part }), `after ${part}`).toEqual(
        [],
      );
    for (const part of STEPS) {
      const atStep = 1 + Math.round(part * (scene.steps - 1));
      expect(await killOnce(scene, { atStep }), `in step ${atStep} of ${scene.steps}`).toEqual([]);
    }
  },
);
