import { readFileSync } from 'node:fs';
import path from 'node:path';
import { simpleGit } from 'simple-git';
import { TOOL } from '../../store/cache-folder.ts';
import { type CachePlace, cachePlaces } from './cache-places.ts';
import { type KilledBuild, killedBuilds } from './killed-builds.ts';

/** What there is to know of the machine. */
export interface MachineFacts {
  /** The version of Node.js that runs this, as "24.1.0". */
  node: string;
  /** The version that the tool brings. */
  nodeWanted: string;
  /** The version of git, as "2.39.5"; null where there is none. */
  git: string | null;
  caches: CachePlace[];
  killedBuilds: KilledBuild[];
}

/** Looks at the machine. Nothing is written. */
export async function machineFacts(): Promise<MachineFacts> {
  const caches = cachePlaces();
  return {
    node: process.versions.node,
    nodeWanted: nodeOfTool(),
    git: await gitVersion(),
    caches,
    killedBuilds: caches.flatMap(({ folder }) => killedBuilds(folder)),
  };
}

async function gitVersion(): Promise<string | null> {
  try {
    const { installed, major, minor, patch } = await simpleGit().version();
    return installed ? `${major}.${minor}.${patch}` : null;
  } catch {
    return null;
  }
}

function nodeOfTool(): string {
  const { devDependencies = {} } = JSON.parse(readFileSync(path.join(TOOL, 'package.json'), 'utf8')) as {
    devDependencies?: Record<string, string>;
  };
  return devDependencies['node'] ?? '24.0.0';
}
