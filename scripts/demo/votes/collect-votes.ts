import path from 'node:path';
import type { Console } from '../../verbs/console.ts';
import { votes } from '../../verbs/votes.ts';
import { castCommandVotes } from './command-votes.ts';
import { CONVERSATIONS } from './conversations.ts';
import { writeSlackExport } from './slack-export.ts';

/** Writes what was said in the channel, and collects the votes on each release from it and from reviews. */
export async function collectSampleVotes(content: string, world: string, out: Console): Promise<void> {
  const slack = path.join(world, 'slack-export');
  await writeSlackExport(content, slack);
  for (const { product, version } of CONVERSATIONS)
    await votes({ content, product, release: version, slack }, out);
  castCommandVotes(content);
}
