import path from 'node:path';
import type { Console } from '../../verbs/console.ts';
import { open } from '../../verbs/open.ts';
import { git } from '../../world/index.ts';
import { OPEN_DAY } from '../director/open-day.ts';
import { chartParts } from '../pipeline/chart-parts.ts';
import { OPENINGS } from './openings.ts';

/** Opens releases as people did, each before its tag was there. */
export async function openSampleReleases(content: string, world: string, out: Console): Promise<void> {
  for (const { product, version, at, promotion, ...more } of OPENINGS)
    await open(
      {
        ...more,
        content,
        product,
        release: version,
        now: at,
        thirdParty: partsOf(product, version),
        ...(promotion !== undefined && { promotion: String(promotion) }),
      },
      out,
    );
  await openNext(content, world, out);
}

function partsOf(product: string, version: string): string[] {
  return chartParts(product, version).map((part) => `${part.name}=${part.version}`);
}

/** The release of the day: it has no tag, so that whoever opens it names its commits. */
async function openNext(content: string, world: string, out: Console): Promise<void> {
  const { version, api, web } = OPEN_DAY;
  const modules = { director: version, 'director-api': api?.version, 'director-web': web?.version };
  const named = Object.entries(modules).map(
    async ([id, of]) => `${id}=${of}@${await stagingOf(path.join(world, `${id}.git`))}`,
  );
  await open(
    {
      content,
      product: 'director',
      release: version,
      by: 'tomasz-zielinski',
      now: '2026-09-28T04:00:00+00:00',
      module: await Promise.all(named),
      thirdParty: partsOf('director', version),
      because: 'Two fixes: schedules that name a deleted volume, and sums that are rounded once.',
    },
    out,
  );
}

async function stagingOf(folder: string): Promise<string> {
  return (await git(folder, ['rev-parse', 'refs/heads/staging'])).trim();
}
