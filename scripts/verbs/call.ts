import { callBlocks } from '../dossier/opening/call-blocks.ts';
import { callFacts } from '../dossier/opening/call-facts.ts';
import { callText } from '../dossier/opening/call-text.ts';
import { readDossier } from '../dossier/read-dossier.ts';
import { LedgerReader } from '../store/read.ts';
import { resolveVersion } from '../store/versions.ts';
import type { Console } from './console.ts';
import { momentOf } from './moment.ts';

/** What `ledger call` is asked for. */
export interface CallOptions {
  content: string;
  product: string;
  release: string;
  format: 'text' | 'slack' | 'json';
  /** The moment of the call; the clock's where it is not given. */
  now?: string;
}

/** Prints the request for votes on a release. It asks, and does not judge: the exit code is always 0. */
export async function call(options: CallOptions, out: Console): Promise<number> {
  const reader = new LedgerReader(options.content);
  const version = resolveVersion(reader, options.product, options.release);
  const now = momentOf(options.now);
  const dossier = readDossier(reader, options.product, version, now);
  if (options.format === 'slack') out.result(callBlocks(dossier));
  else if (options.format === 'json' || out.json) out.result(callFacts(dossier));
  else out.print(callText(dossier));
  const { slackChannel } = dossier.policy.data.voting;
  if (slackChannel !== undefined) out.say(`For #${slackChannel}: votes are read from there.`);
  return 0;
}
