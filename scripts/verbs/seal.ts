import { Fault } from '../../src/records/index.ts';
import { counted } from '../../src/verdict/wording.ts';
import { personOrName } from '../dossier/opening/who.ts';
import { ranBy } from '../dossier/votes/ran-by.ts';
import { sealDeployments } from '../seal/seal-deployments.ts';
import { type SealedRelease, sealRelease } from '../seal/seal-release.ts';
import { LedgerReader } from '../store/read.ts';
import { writeAllOrNothing } from '../store/transaction.ts';
import { resolveHarvested } from '../store/versions.ts';
import type { Console } from './console.ts';
import { momentOf } from './moment.ts';

/** What `ledger seal` is asked for. */
export interface SealOptions {
  content: string;
  product?: string;
  release?: string;
  /** The product's deployments, in the place of a release. */
  deployments?: boolean;
  by?: string;
  ranBy?: string;
  /** The moment of sealing; the clock's where it is not given. */
  now?: string;
}

/** Seals a release, or the deployments since the last seal of them. Returns the exit code. */
export async function seal(options: SealOptions, out: Console): Promise<number> {
  const { content, product, release, deployments } = options;
  if (product === undefined)
    throw new Fault('nobody said what to seal', { hint: 'Write --product ID --release VERSION, or --all.' });
  const reader = new LedgerReader(content);
  const { policy } = reader.knownPolicy(product);
  if ((release === undefined) === (deployments !== true))
    throw new Fault('one thing is sealed at a time', { hint: 'Write --release VERSION, or --deployments.' });
  const sealer = {
    sealedBy: personOrName(policy, options.by ?? (await ranBy(options.ranBy, content))),
    now: momentOf(options.now),
  };
  const sealed = writeAllOrNothing(content, (transaction) => {
    if (release === undefined) return sealDeployments(reader, transaction, product, sealer);
    const version = resolveHarvested(reader, product, release);
    return sealRelease(reader, transaction, { product, version }, sealer);
  });
  return report(sealed, options, out);
}

function report(sealed: SealedRelease | null, { product, release }: SealOptions, out: Console): number {
  const what = release === undefined ? `deployments of ${product}` : `${product} ${release}`;
  if (out.json) out.result(sealed === null ? { path: null, seal: null } : sealed);
  if (sealed === null) out.say(`Nothing of ${what} was added since its last seal.`);
  else {
    const { seal: made, path } = sealed;
    const verdict = made.verdict === undefined ? '' : `, ${made.verdict.verdict}`;
    out.say(
      `Sealed ${what}: ${counted(made.files.length, 'file')}, number ${made.sequence} of the chain${verdict} [${path}]`,
    );
    out.say('Keep a checkpoint elsewhere: ledger checkpoint --out FILE');
  }
  return 0;
}
